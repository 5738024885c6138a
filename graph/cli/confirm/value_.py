"""`confirm value`: a fact corrected or added; what was printed stays beside it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from graph.cli.confirm.deciding import Deciding, said_options


@click.command(
    "value",
    epilog="Example: goldenthread confirm value 'Baby Ivy' incident 2021-03 --by 'learning lead' --note 'our file'",
)
@click.argument("thing")
@click.argument("field")
@click.argument("value")
@said_options
def command(
    thing: str, field: str, value: str, by: str, on: datetime, note: str, store: str, collection: str | None
) -> None:
    """Say the VALUE of a FIELD of THING, such as incident, due, leads (several with ;), published or outcome."""
    from graph.decisions import ValueDecision
    from graph.decisions.attach import Attached
    from graph.decisions.values import decide_value, fields_of, labels_with, value_of
    from graph.errors import WrongUse

    deciding = Deciding(store, collection, by, on, note)
    labels = labels_with(field)
    if not labels:
        known = sorted({name for label in ("Review", "Action", "Document", "Child") for name in fields_of(label)})
        raise WrongUse(f"“{field}” is nothing that can be corrected", todo=f"what can be: {', '.join(known)}")
    found = deciding.find(thing, labels)
    new: Any = [part.strip() for part in value.split(";")] if field in ("leads", "addressees") else value
    was = value_of(deciding.graph, found, field)
    decision = ValueDecision(field=field, value=new, was=was, **deciding.about(found), **deciding.said)
    tried = decide_value(deciding.graph, Attached(decision, found))  # the graph at hand is thrown away
    if tried.reason:
        raise WrongUse(tried.reason, todo="mend the value")
    deciding.record(decision, found)
