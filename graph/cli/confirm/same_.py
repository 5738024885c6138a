"""`confirm same` and `confirm different`: whether two tellings are of one case, review or test. A person only."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import click

from graph.cli.confirm.deciding import Deciding, said_options

KINDS = ("Case", "Review", "Assurance")


@click.command("same", epilog="Example: goldenthread confirm same 'RR 05/22' 'Baby Ivy' --by 'learning lead'")
@click.argument("one")
@click.argument("other")
@said_options
def same(one: str, other: str, by: str, on: datetime, note: str, store: str, collection: str | None) -> None:
    """Say that ONE and OTHER are the same case, review or test: names, references or ids."""
    _decide("same", one, other, Deciding(store, collection, by, on, note))


@click.command(
    "different", epilog="Example: goldenthread confirm different 'Child A' 'Child A 2019' --by 'learning lead'"
)
@click.argument("one")
@click.argument("other")
@said_options
def different(one: str, other: str, by: str, on: datetime, note: str, store: str, collection: str | None) -> None:
    """Say that ONE and OTHER are not the same case, review or test: names, references or ids."""
    _decide("different", one, other, Deciding(store, collection, by, on, note))


def _decide(kind: Literal["same", "different"], one: str, other: str, deciding: Deciding) -> None:
    from graph import model
    from graph.decisions import Identity
    from graph.errors import WrongUse

    first, second = deciding.find(one, KINDS), deciding.find(other, KINDS)
    if {first.label, second.label} == {"Review", "Case"}:
        first, second = (
            deciding.graph.targets(n, "EXAMINES", model.Case)[0] if isinstance(n, model.Review) else n
            for n in (first, second)
        )
    elif isinstance(first, model.Review) and isinstance(second, model.Review):
        cases = [deciding.graph.targets(n, "EXAMINES", model.Case) for n in (first, second)]
        if all(cases):
            first, second = cases[0][0], cases[1][0]  # reviews of one kind follow their cases
    if first.label != second.label or first.id == second.id:
        what = "they are one in the graph" if first.id == second.id else "one is a case and the other a test"
        raise WrongUse(f"“{one}” and “{other}” cannot be decided on: {what}", todo="name two cases, or two tests")
    low, high = sorted((first, second), key=lambda n: n.id)
    deciding.record(Identity(kind=kind, one=low.id, other=high.id, **deciding.said), low, high)
