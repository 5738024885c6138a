"""What more is known of some facts: how far they are, what became of a promise, how evidence was found, who decided.

Each part is rows of one query under `cypher/explorer`; what nothing is known of is left out, so that the page stays
small.
"""

from __future__ import annotations

from typing import Any

from graph.sharing import LEFT_OUT
from graph.sharing.people import is_person
from graph.views.explorer.sentences import KIND

PARTS = ("standing", "offered", "looked", "promises", "decided", "tested-again")


def add_more(known: dict[str, dict[str, Any]], parts: dict[str, list[dict[str, Any]]], *, internal: bool) -> None:
    """Adds to the facts, by id of the page: `standing`, `offered`, `looked`, `again`, `decided` and `retested`.

    `standing` {assessed, by, why, measure, due, replies, asked: [{agency, role, assessed, by, why}]} of what was asked
    and done · `offered` {method, looked_at, who, says, stale} of evidence · `looked` [{outcome, document, why, near}]
    later documents without a word of a promise · `again` [passage] · `decided` [{text, by, on, note}] by people ·
    `retested` [{test, again, found}] of what a test found wanting. Who is asked stands by office, never by name.
    """
    for row in parts["standing"]:
        if fact := known.get(f"{row.pop('kind')}:{row.pop('id')}"):
            asked = row.pop("asked")
            if not internal:
                asked = [a | {"agency": LEFT_OUT if is_person(a["agency"]) else a["agency"]} for a in asked]
            fact["standing"] = _known(row) | ({"asked": [_known(a) for a in asked]} if asked else {})
    for row in parts["offered"]:
        if (fact := known.get(f"evidence:{row.pop('id')}")) and (found := _known(row)):
            fact["offered"] = found
    for row in parts["looked"]:
        _add(known.get(f"action:{row.pop('id')}"), "looked", [row])
    for row in parts["promises"]:
        _add(known.get(f"action:{row['id']}"), "again", row["said"])
    for row in parts["decided"]:
        _add(known.get(f"{KIND[row.pop('of')]}:{row.pop('id')}"), "decided", [_known(row)])
    for row in parts["tested-again"]:
        _add(known.get(f"learning:{row.pop('id')}"), "retested", [row | {"test": f"test:{row['test']}"}])


def _add(fact: dict[str, Any] | None, name: str, more: list[Any]) -> None:
    if fact is not None:
        fact.setdefault(name, []).extend(more)


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in row.items() if v is not None and v not in ("", "not stated", [])}
