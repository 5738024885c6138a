"""Every question on the thirteen published documents: the same rows on both engines, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.codebook import load
from graph.derive import build
from graph.memory import Graph
from graph.model import LoadRun
from graph.questions import ask, questions
from graph.store import Store, open_store
from graph.views.rows import plain
from tests.engines import clear

pytestmark = [pytest.mark.reviews, pytest.mark.neo4j, pytest.mark.embedded]

ASKED: list[tuple[str, dict[str, Any]]] = [
    ("recurring-themes", {}),
    ("recurring-themes", {"theme": "neglect"}),
    ("follow-theme", {"theme": "bruising in non-mobile babies"}),
    ("closed-but-recurred", {}),
    ("closed-but-recurred", {"theme": "bruising-non-mobile"}),
    ("theme-across-partnerships", {}),
    ("theme-across-partnerships", {"theme": "was not brought"}),
    ("theme-through-time", {}),
    ("theme-through-time", {"theme": "domestic abuse"}),
    ("follow-review", {"review": "Roo"}),
    ("follow-review", {"review": "RR 05/22"}),
    ("good-practice", {}),
    ("printed-statistics", {}),
    ("possible-same-child", {}),
    ("theme-combinations", {}),
    ("theme-combinations", {"theme": "domestic-abuse"}),
    ("provenance", {"text": "fathers"}),
    ("said-before", {"text": "Plans are to have clear timescales and supervision is to be recorded"}),
    ("tackled-elsewhere", {"theme": "neglect"}),
    ("recommendations-of-review", {"review": "Joe"}),
    ("closure-checklist", {"theme": "supervision-reflection"}),
    ("overdue-actions", {"as_of": "2025-01-01"}),
]


@pytest.fixture(scope="module")
def graph(reviews: Path) -> Graph:
    from loaders.read import find
    from tests.published import extracted

    files, _ = find([reviews])
    return build([extracted(path) for path in files], load())


@pytest.fixture(scope="module")
def stores(
    graph: Graph, neo4j_server: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Store]]:
    clear(neo4j_server)
    run = LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook=load().version, version="0")
    with open_store(str(tmp_path_factory.mktemp("real") / "c")) as one, open_store(**neo4j_server) as other:
        for opened in (one, other):
            opened.sync(graph, collection="c", run=run)
        yield one, other


@pytest.mark.parametrize(("question", "params"), ASKED, ids=[f"{q}-{i}" for i, (q, _) in enumerate(ASKED)])
def test_same_rows_with_evidence(stores: tuple[Store, Store], question: str, params: dict[str, Any]) -> None:
    one, other = (plain(ask(opened, question, params).json()) for opened in stores)
    assert one["rows"], question
    assert one["rows"] == other["rows"]
    assert one["denominator"] == other["denominator"]
    for row in one["rows"]:
        if "partnership" in row and not any(row.get(n, 1) for n in ("reviews", "tests", "documents")):
            continue  # a partnership that does not name the theme states nothing
        assert row.get("quote") or [e for e in row.get("evidence") or [] if e.get("quote")], row


def test_every_question_without_needs_gives_the_same_rows(stores: tuple[Store, Store]) -> None:
    for question in questions().values():
        if not question.needs:
            one, other = (plain(ask(opened, question.id, {}).json()) for opened in stores)
            assert one["rows"] == other["rows"], question.id


def test_writing_the_same_again_changes_nothing(stores: tuple[Store, Store], graph: Graph) -> None:
    run = LoadRun(id="r2", name="r", collection="c", startedAt="2026-01-02", codebook=load().version, version="0")
    for opened in stores:
        before = opened.counts()
        assert opened.sync(graph, collection="c", run=run).total == 0
        assert opened.counts() == before
    assert stores[0].counts() == stores[1].counts()
