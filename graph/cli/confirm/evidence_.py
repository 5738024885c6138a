"""`confirm evidence`: what a person offers to show that something was done, or works."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from graph.cli.confirm.deciding import Deciding, said_options
from graph.cli.terminal import say


@click.command(
    "evidence",
    epilog="Example: goldenthread confirm evidence 'training on neglect' 'An audit of 30 cases found 28 in time.' "
    "--grade E3 --where 'audit report, page 4' --by 'quality group'",
)
@click.argument("thing")
@click.argument("text")
@click.option(
    "--grade",
    type=click.Choice(["E0", "E1", "E2", "E3", "E4", "E5"]),
    help="E0 said so, E1 done, E2 people reached, E3 practice tested, E4 better for children, E5 lasting. "
    "[default: by its words]",
)
@click.option("--where", default="", metavar="PLACE", help="Where it can be seen.")
@said_options
def command(
    thing: str,
    text: str,
    grade: Any,
    where: str,
    by: str,
    on: datetime,
    note: str,
    store: str,
    collection: str | None,
) -> None:
    """Offer TEXT as evidence for THING: a recommendation or an action, by its id, number or words."""
    from graph.decisions import Evidenced
    from graph.decisions.offered import evidence_id

    deciding = Deciding(store, collection, by, on, note)
    found = deciding.find(thing, ("Action", "Recommendation"))
    told: dict[str, Any] = {"text": text, "grade": grade, "where": where}
    deciding.record(Evidenced(**told, **deciding.about(found), **deciding.said), found)
    say(f"To rest a closing on it: --evidence {evidence_id(found.id, text)}")
