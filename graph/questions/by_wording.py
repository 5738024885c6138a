"""Which passages of an answer stand on their words alone: marked in every row, and counted in one sentence beside them.

A machine took what they tell for learning, a request or work because of its words, and no person has said that it is
right. The one place that says so of all questions, those of one's own too: passages are known by where they stand and
what they say, so that no question needs to ask for it. (One that counts says in a column how much of it is such.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.marks import KEY, meaning
from graph.questions.header import Question
from graph.questions.library import statement
from graph.questions.settled import Reader

WHERE = ("document", "page", "line", "quote")
_FIGURES = ("figures",)  # a printed figure is read by a rule, whatever its sentence was taken for besides

Place = tuple[Any, ...]


def place_of(item: Mapping[str, Any]) -> Place:
    """Where a passage stands, and what it says."""
    return tuple(item.get(name) for name in WHERE)


def taken_by_wording(store: Reader, question: Question, rows: Sequence[Mapping[str, Any]]) -> frozenset[Place]:
    """Of the passages that rows of a question, as read, rest on: those that stand on their words alone."""
    told = set(_places(question, rows))
    if question.denominators == _FIGURES or not told:
        return frozenset()
    documents = sorted({str(document) for document, *_ in told})
    found = store.read(statement("shared/by-wording"), {"documents": documents})
    return frozenset(told & {place_of(row) for row in found})


def said_of(question: Question, rows: Sequence[Mapping[str, Any]], taken: frozenset[Place]) -> str:
    """The sentence that counts what is marked, and says what the mark means; empty where nothing is."""
    told = set(_places(question, rows)) if taken else set()
    return _said(len(told), len(told & taken), "shown" if question.param("passages") else "behind these rows")


def said_of_sent(question: Question, rows: Sequence[Mapping[str, Any]]) -> str:
    """The same of rows that are made to be sent: of what they show, and of nothing that was left out of them."""
    names = [column.name for column in question.returns if column.type == "evidence"]
    items = [item for row in rows for item in [row, *(i for name in names for i in row[name])] if item.get("quote")]
    told = {place_of(item): item.get(KEY) is True for item in items}
    return _said(len(told), sum(told.values()), "shown")


def _said(told: int, many: int, of: str) -> str:
    whole = f"The passage {of}" if told == 1 else f"Of the {told} passages {of}, {many}"
    return f"{whole} {meaning(many)}" if many else ""


def _places(question: Question, rows: Sequence[Mapping[str, Any]]) -> Iterator[Place]:
    evidence = [column.name for column in question.returns if column.type == "evidence"]
    flat = {"document", "quote"} <= set(question.columns)
    for row in rows:
        for name in evidence:
            value = row[name]
            yield from map(place_of, value["passages"] if isinstance(value, Mapping) else value or [])
        if flat and row["quote"]:
            yield place_of(row)
