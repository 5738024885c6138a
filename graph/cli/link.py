"""`link`: two things belong together, or do not. A person's word holds over every rule."""

from __future__ import annotations

from datetime import datetime

import click

from graph.cli.confirm.deciding import Deciding, said_options

RELATIONS = {
    "delivered-by": "DELIVERED_BY",
    "gave-rise-to": "GAVE_RISE_TO",
    "merged-into": "MERGED_INTO",
    "repeats": "REPEATS",
    "tests": "TESTS",
    "seen-again-in": "RECURS_IN",
}


@click.command(
    "link",
    epilog="Example: goldenthread link 'Recommendation 3' 'a step-down checklist was issued' --as delivered-by "
    "--by 'learning lead'",
)
@click.argument("one")
@click.argument("other")
@click.option("--as", "relation", required=True, metavar="RELATION", help=f"One of {', '.join(RELATIONS)}.")
@click.option("--not", "refused", is_flag=True, help="They do not belong together; no rule joins them again.")
@said_options
def command(
    one: str,
    other: str,
    relation: str,
    refused: bool,
    by: str,
    on: datetime,
    note: str,
    store: str,
    collection: str | None,
) -> None:
    """Join ONE to OTHER (ids, numbers or words): ONE is delivered by OTHER, gave rise to it, and so on."""
    from typing import Any, cast

    from graph.decisions import LinkDecision
    from graph.declare import RELATIONSHIPS
    from graph.errors import WrongUse

    name = relation.strip().lower().replace("_", "-").replace(" ", "-")
    type_ = RELATIONS.get(name) or next((r for r in RELATIONS.values() if r.lower().replace("_", "-") == name), None)
    if type_ is None:
        raise WrongUse(f"there is no relation “{relation}”", todo=f"it is one of {', '.join(RELATIONS)}")
    deciding = Deciding(store, collection, by, on, note)
    triples = RELATIONSHIPS[type_].triples
    first = deciding.find(one, {source for source, _ in triples})
    second = deciding.find(other, {target for source, target in triples if source == first.label})
    if first.id == second.id:
        raise WrongUse(f"“{one}” and “{other}” are one and the same", todo="name two things")
    told: dict[str, Any] = {
        "relation": cast(Any, type_),
        "other": second.id,
        "other_quote": deciding.about(second)["quote"],
        "choice": "no" if refused else "yes",
    }
    deciding.record(LinkDecision(**told, **deciding.about(first), **deciding.said), first, second)
