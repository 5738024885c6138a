"""`confirm status`: a dated event that stays. Only this and a printed closing record can close or open again."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

import click

from graph.cli.confirm.deciding import Deciding, said_options
from graph.cli.terminal import say


@click.command(
    "status",
    epilog="Example: goldenthread confirm status 'training on neglect' C-IN --by 'safeguarding partners' --note M14",
)
@click.argument("thing")
@click.argument("status")
@click.option("--evidence", multiple=True, metavar="ID", help="Evidence it rests on; may be repeated.")
@click.option("--addressee", metavar="AGENCY", help="The agency it holds for. [default: everybody it is asked of]")
@click.option("--successor", metavar="THING", help="The recommendation that takes it over, for C-SU.")
@said_options
def command(
    thing: str,
    status: str,
    evidence: tuple[str, ...],
    addressee: str | None,
    successor: str | None,
    by: str,
    on: datetime,
    note: str,
    store: str,
    collection: str | None,
) -> None:
    """Say the STATUS of THING: a recommendation or an action, by its id, number or words.

    STATUS is a code such as O-DE, C-IN or under-way, or its words as screens show them.
    """
    from graph.decisions import StatusDecision
    from graph.decisions.closing import lacks
    from graph.decisions.saying import standing_of
    from graph.decisions.statuses import meant_status, statuses
    from graph.errors import WrongUse

    code = meant_status(status)
    meant = statuses()[code]
    deciding = Deciding(store, collection, by, on, note)
    labels = ("Recommendation", "Action") if meant.of == "recommendation" else ("Action", "Recommendation")
    found = deciding.find(thing, labels)
    rests_on = [deciding.find(id_, ("Evidence",)).id for id_ in evidence]
    after = deciding.find(successor, ("Recommendation",)) if successor else None
    told: dict[str, Any] = {
        "status": code,
        "addressee": _addressee(deciding, found, addressee) if addressee else None,
        "evidence": rests_on,
        "successor": after.id if after else None,
    }
    decision = StatusDecision(**told, **deciding.about(found), **deciding.said)
    if lacking := lacks(deciding.graph, decision):
        otherwise = f"; without it say {meant.instead} (“{statuses()[meant.instead].plain}”)" if meant.instead else ""
        option = {"evidence": "--evidence ID", "successor": "--successor THING", "reason": "--note WHY"}
        raise WrongUse(lacking, todo=f"give {option[cast(str, meant.needs)]}{otherwise}")
    standing = standing_of(deciding.graph, decision, found)
    if standing.refused:
        raise WrongUse(standing.refused, todo="say the status that is open, or name both, such as 'two analysts'")
    deciding.record(decision, *([found, after] if after else [found]))
    for sentence in standing.beside:
        say(f"Warning: {sentence}.")


def _addressee(deciding: Deciding, thing: Any, name: str) -> str:
    from graph import model
    from graph.errors import WrongUse
    from graph.text import key

    asked = [a.name for a in deciding.graph.targets(thing, "ADDRESSED_TO", model.Agency)]
    found = [a for a in asked if key(a) == key(name)] or [a for a in asked if key(name) in key(a)]
    if len(found) != 1:
        whom = ", ".join(sorted(asked)) or "nobody by name"
        raise WrongUse(f"it is not clear who “{name}” is", todo=f"it is asked of {whom}")
    return found[0]
