"""`confirm theme`: a suggested theme is kept or dropped, or one is added."""

from __future__ import annotations

from datetime import datetime
from typing import Any, get_args

import click

from graph.cli.confirm.deciding import Deciding, said_options
from graph.records import Polarity


@click.command(
    "theme",
    epilog="Example: goldenthread confirm theme 'dads were not spoken to' engaging-fathers keep --by analyst",
)
@click.argument("thing")
@click.argument("theme")
@click.argument("choice", type=click.Choice(["keep", "drop", "add"]))
@click.option("--polarity", type=click.Choice(get_args(Polarity)), help="What it says of practice, where read wrongly.")
@said_options
def command(
    thing: str,
    theme: str,
    choice: Any,
    polarity: Any,
    by: str,
    on: datetime,
    note: str,
    store: str,
    collection: str | None,
) -> None:
    """Keep, drop or add THEME (id or label) of THING: learning, a recommendation or action, by its id or words."""
    from graph.decisions import CodingDecision
    from graph.decisions.attach import CODED
    from graph.errors import WrongUse

    deciding = Deciding(store, collection, by, on, note)
    found, meant = deciding.find(thing, CODED - {"Statistic", "Evidence"}), deciding.find(theme, ("Theme",))
    edges = [e for e in deciding.graph.edges_from(found, "ABOUT") if e.target == meant.id]
    if choice != "add" and not edges:
        has = ", ".join(sorted(e.target for e in deciding.graph.edges_from(found, "ABOUT"))) or "none"
        raise WrongUse(f"it has no theme {meant.id} to {choice}", todo=f"its themes are {has}; or say add")
    sense = str(edges[0].properties["sense"]) if edges else "learning"
    told: dict[str, Any] = {"theme": meant.id, "choice": choice, "sense": sense, "polarity": polarity}
    deciding.record(CodingDecision(**told, **deciding.about(found), **deciding.said), found)
