"""`confirm none`: what was taken by its words alone is no learning point, recommendation or action."""

from __future__ import annotations

from datetime import datetime

import click

from graph.cli.confirm.deciding import Deciding, said_options


@click.command(
    "none",
    epilog="Example: goldenthread confirm none 'the chair thanked all who came' --by 'learning lead' --note thanks",
)
@click.argument("thing")
@said_options
def command(thing: str, by: str, on: datetime, note: str, store: str, collection: str | None) -> None:
    """Say that THING, by its id or words, is no learning point, recommendation or action, and take it out.

    Only of what was taken by its words alone, under no heading and by no rule. Its passage stays, and so does the
    decision, which waits where the words have changed.
    """
    from graph.decisions import NotOne
    from graph.decisions.none import KINDS, hinders
    from graph.errors import WrongUse

    deciding = Deciding(store, collection, by, on, note)
    found = deciding.find(thing, KINDS)
    decision = NotOne(**deciding.about(found), **deciding.said)
    if why := hinders(deciding.graph, found, decision.quote):
        raise WrongUse(f"it cannot be said to be no {KINDS[found.label]}: {why}", todo="drop its themes, or leave it")
    deciding.record(decision, found)
