"""What is told first of all that was seen again: all of it, and nothing that more than a hundred others come before."""

from __future__ import annotations

from graph.derive.foremost import ROWS, add_foremost
from graph.memory import Graph
from graph.model import Finding
from graph.questions import find_question

ORDER = [(b, a) for a in ("closed by record", "said to be done", "none stated") for b in ("probable", "possible")]


def seen_again(graph: Graph, number: int, certainty: str, closure: str) -> None:
    """One learning point that is seen again in another."""
    ids = f"earlier{number:03}", f"later{number:03}"
    source, target = (graph.add(Finding(id=id_, name="", text="", polarity="shortfall")) for id_ in ids)
    graph.link(source, "RECURS_IN", target, theme="T1", type="R2", certainty=certainty, closure=closure)


def test_the_closed_and_the_surest_come_first() -> None:
    graph = Graph()
    for number in range(ROWS + 40):
        seen_again(graph, number, *ORDER[number % len(ORDER)])
    add_foremost(graph)
    told = sorted(range(ROWS + 40), key=lambda number: (number % len(ORDER), number))
    assert {f.id for f in graph.all(Finding) if f.foremost} == {f"later{number:03}" for number in told[:ROWS]}


def test_where_no_more_were_seen_again_all_come_first() -> None:
    graph = Graph()
    for number in range(3):
        seen_again(graph, number, "possible", "none stated")
    add_foremost(graph)
    assert [f.foremost for f in sorted(graph.all(Finding), key=lambda f: f.id)] == [None] * 3 + [True] * 3


def test_the_question_shows_as_many_rows_as_are_marked() -> None:
    question = find_question("closed-but-recurred")
    limit = question.param("limit")
    assert limit is not None
    assert limit.default == ROWS
    assert f"$limit > {ROWS} " in question.text
