"""The rows of an answer as they may be sent.

Counts of children stand only in fixed tables: a question about everything loaded, without a filter. Asked with a
filter (a theme, a partnership, years) they are all hidden, so that no two answers of one collection can be subtracted.
Which cells a fixed table hides is decided on the whole table, so that a limit shows no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from graph.sharing.counts import HIDDEN, SMALL, hidden, total_is_safe
from graph.sharing.texts import Texts

Row = dict[str, Any]

# Questions and kinds of row that say two published cases may be of one child: the most sensitive links there are.
NOT_SENT = "possible-same-child"
_LINKS = ("may be the same", "the same, a document says")
LEAST_FOR_PERCENT = 10  # no percentage of fewer; what is printed stands in the quotation
_NOT_A_FILTER = ("limit", "passages")
_CHILDREN = "children"  # the topic of questions whose rows are children by their characteristics


class Column(Protocol):
    """A column of a question."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def type(self) -> str:
        """`children` for counts of children."""
        ...


class Asked(Protocol):
    """What is needed of a question: `graph.questions.Question` is one."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def topic(self) -> str:
        """What it is about."""
        ...

    @property
    def returns(self) -> Sequence[Column]:
        """Its columns."""
        ...


def counts_children(question: Asked) -> bool:
    """Whether a question has columns that count children."""
    return any(column.type == "children" for column in question.returns)


def is_filtered(params: Mapping[str, Any]) -> bool:
    """Whether an answer is of a part of what is loaded."""
    return any(v not in (None, "", []) for name, v in params.items() if name not in _NOT_A_FILTER)


def shared(
    question: Asked, rows: Sequence[Row], params: Mapping[str, Any], texts: Texts | None = None
) -> tuple[list[Row], list[str]]:
    """All rows of a question as they may be sent, and what to say about it (sentences).

    `rows` are the whole answer, before any limit; `texts` also makes their words safe.
    """
    if question.id == NOT_SENT:
        return [], ["Which cases may be of one child is not in what is sent."]
    made = [dict(row) for row in rows if row.get("kind") not in _LINKS or "certainty" not in row]
    notes = [] if len(made) == len(rows) else ["Links between cases that may be of one child are left out."]
    if counts_children(question):
        _hide(question, made, is_filtered(params))
        notes.append(
            "Counts of children are given only for everything loaded together; “c” is hidden, so that no small number "
            "can be worked out."
        )
    for row in made:
        if isinstance(row.get("denominator"), (int, float)) and row["denominator"] < LEAST_FOR_PERCENT:
            row |= {name: None for name in ("percent", "recomputed") if name in row}
    if texts is not None:
        for row in made:
            if row.get("kind") == "child" and isinstance(row.get("detail"), str):
                row["detail"] = banded(row["detail"], texts.ages)
        made = texts.safe(made)
    return made, notes


def denominators(found: Mapping[str, int], params: Mapping[str, Any]) -> dict[str, Any]:
    """What counts are out of, as it may be sent: children only of everything loaded, and not if under 3."""
    return {
        name: HIDDEN if name == "children" and (is_filtered(params) or 0 < n < SMALL) else n
        for name, n in found.items()
    }


def banded(text: str, ages: Mapping[str, str]) -> str:
    """A child's detail with a printed age replaced by its band."""
    for printed in sorted(ages, key=len, reverse=True):
        if text.startswith(printed):
            return f"age {ages[printed]}{text[len(printed) :]}"
    return text


def _hide(question: Asked, rows: list[Row], filtered: bool) -> None:
    columns = [c.name for c in question.returns if c.type == "children"]
    totals = [c for c in columns if c.startswith("of_")]
    for name in columns:
        if name in totals:
            continue
        counts = {i: row[name] for i, row in enumerate(rows) if isinstance(row[name], int)}
        printed = next((row[t] for t in totals for row in rows if isinstance(row.get(t), int)), None)
        hide = set(counts) if filtered else hidden(counts)
        for i in hide:
            rows[i][name] = HIDDEN
            if question.topic == _CHILDREN:
                _only_documents(rows[i])
        keep = not filtered and (printed is None or total_is_safe(counts, hide, printed))
        for row in rows:
            for total in totals:
                row[total] = row[total] if keep else HIDDEN


def _only_documents(row: Row) -> None:
    """Where a count of children is hidden, the passages that would count them are, and what else is told of them."""
    for name, value in row.items():
        if name == "evidence":
            documents = dict.fromkeys(item["document"] for item in value)
            row[name] = [{"document": d, "page": None, "line": None, "quote": None} for d in documents]
        elif name == "harms":
            row[name] = []
    for count in ("evidence_total", "evidence_by_wording"):
        row.pop(count, None)
