"""The one step after a question: columns in order, evidence cut to five a row with its total.

What is hidden where an answer is made to be sent is decided by `graph.sharing`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph.marks import KEY
from graph.questions.by_wording import Place, place_of
from graph.questions.header import Question

EVIDENCE = 5
PLACE = ("side", "document", "page", "line", "quote")

Row = dict[str, Any]


def shape(
    question: Question,
    rows: Sequence[Mapping[str, Any]],
    *,
    all_evidence: bool = False,
    taken: frozenset[Place] = frozenset(),
) -> list[Row]:
    """Rows in the declared order of columns; `evidence` at most five, with `evidence_total` where more stand behind.

    With `all_evidence` nothing is cut. A question that may rest on very many passages cuts them itself: its evidence is
    a map `{passages, of}`, the first passages and how many there are. What was `taken` by its words alone is marked
    (`by_wording`), and counted beside the passages (`evidence_by_wording`).
    """
    shaped = []
    for row in rows:
        made: Row = {}
        for column in question.returns:
            value = row[column.name]
            if column.type == "evidence":
                own_cut = isinstance(value, Mapping)
                items = [_marked(i, taken) for i in distinct(value["passages"] if own_cut else value or [])]
                made[column.name] = items if all_evidence else cut(items)
                total: int = value["of"] if own_cut else len(items)
                if total > EVIDENCE and not all_evidence:
                    made[f"{column.name}_total"] = total
                if many := sum(KEY in item for item in items):
                    made[f"{column.name}_{KEY}"] = many
            else:
                made[column.name] = value.isoformat() if isinstance(value, date) else value
        flat = {"document", "quote"} <= made.keys() and KEY not in made
        shaped.append(_marked(made, taken) if flat else made)
    return shaped


def _marked(item: Row, taken: frozenset[Place]) -> Row:
    return item | {KEY: True} if taken and place_of(item) in taken else item


def distinct(items: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Each passage once, keys in one order on every engine."""
    found: dict[tuple[Any, ...], Row] = {}
    for item in items:
        clean = {name: item.get(name) for name in PLACE if name != "side" or "side" in item}
        found.setdefault(tuple(clean.values()), clean)
    return list(found.values())


def cut(items: list[Row]) -> list[Row]:
    """At most five, in order; where there are two sides both are kept."""
    sides = dict.fromkeys(item.get("side") for item in items)
    if len(items) <= EVIDENCE or len(sides) < 2:
        return items[:EVIDENCE]
    by_side = [[i for i in items if i.get("side") == side] for side in sides]
    taken: list[Row] = []
    for rank in range(EVIDENCE):
        taken += [side[rank] for side in by_side if rank < len(side)]
    keep = taken[:EVIDENCE]
    return [item for item in items if item in keep]
