"""`confirm scrutiny`: the independent scrutineer agrees with a status or does not. It stands beside the status."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import click

from graph.cli.confirm.deciding import Deciding, said_options


@click.command(
    "scrutiny",
    epilog="Example: goldenthread confirm scrutiny 'training on neglect' disagrees --by 'independent scrutineer' "
    "--note 'No audit was seen.'",
)
@click.argument("thing")
@click.argument("view", type=click.Choice(["agrees", "disagrees"]))
@said_options
def command(
    thing: str,
    view: Literal["agrees", "disagrees"],
    by: str,
    on: datetime,
    note: str,
    store: str,
    collection: str | None,
) -> None:
    """Say whether the scrutineer agrees with how THING stands: a recommendation or an action.

    The view changes no status. It is shown beside it from then on, and a later view stands beside this one.
    """
    from graph.decisions import ScrutinyView
    from graph.decisions.scrutiny import unfit
    from graph.errors import WrongUse

    deciding = Deciding(store, collection, by, on, note)
    found = deciding.find(thing, ("Recommendation", "Action"))
    decision = ScrutinyView(view=view, **deciding.about(found), **deciding.said)
    if reason := unfit(decision):
        raise WrongUse(reason, todo="give the office with --by and the reason with --note")
    deciding.record(decision, found)
