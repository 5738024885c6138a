"""The way in for Python: what the documentation shows works, and every count opens to its passages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph
from graph.errors import StoreError, WrongUse

pytestmark = pytest.mark.embedded
SAMPLES = Path(__file__).parents[2] / "graph" / "samples"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[graph.Opened]:
    from graph.cli.loading import load

    place = tmp_path_factory.mktemp("door") / "samples.db"
    load([SAMPLES], str(place))
    with graph.open(place) as found:
        yield found


def test_an_answer_is_the_one_of_the_command_line_and_becomes_a_table(opened: graph.Opened) -> None:
    answer = opened.ask("recurring-themes", {"limit": 3})
    assert len(answer.rows) == 3
    table = graph.frame(answer)
    assert list(table.columns) == answer.columns
    assert list(table["reviews"]) == [row["reviews"] for row in answer.rows]


def test_every_count_opens_to_all_of_its_passages(opened: graph.Opened) -> None:
    few = {row["theme"]: row for row in opened.ask("recurring-themes").rows}
    all_ = {row["theme"]: row for row in opened.ask("recurring-themes", all_evidence=True).rows}
    assert few.keys() == all_.keys()
    cut = [t for t in few if "evidence_total" in few[t]]
    assert cut
    for theme in cut:
        assert len(all_[theme]["evidence"]) == few[theme]["evidence_total"]
    fact = opened.cypher("MATCH (f:Finding) RETURN f.id AS id, f.text AS text ORDER BY id LIMIT 1")[0]
    for named in (fact["id"], fact["text"]):
        assert any(fact["text"] in p["quote"] or p["quote"] in fact["text"] for p in opened.passages(named))


def test_own_cypher_can_only_read(opened: graph.Opened) -> None:
    with pytest.raises(StoreError):
        opened.cypher("CREATE (n:Theme {id: 'x'}) RETURN n")


def test_a_network_has_what_was_chosen_and_nothing_else(opened: graph.Opened) -> None:
    net = opened.network("Finding", "Theme", types=["ABOUT"])
    assert {d["label"] for _, d in net.nodes(data=True)} == {"Finding", "Theme"}
    assert {d["relation"] for *_, d in net.edges(data=True)} == {"ABOUT"}
    counted = opened.cypher("MATCH (:Finding)-[a:ABOUT]->(:Theme) RETURN count(a) AS n")[0]["n"]
    assert net.number_of_edges() == counted > 0
    assert opened.network().number_of_nodes() == opened.store.counts()["nodes"]
    with pytest.raises(WrongUse, match="no Fnding"):
        opened.network("Fnding")


def test_records_and_threads_are_at_hand(opened: graph.Opened) -> None:
    records = opened.records()
    assert sum(len(r.reviews) for r in records) > 0
    pseudonym = next(c.name for r in records for v in r.reviews for c in v.children if c.name)
    assert opened.trace(pseudonym).steps


def test_a_place_where_nothing_was_loaded_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing was loaded here yet"):
        graph.open(tmp_path / "none.db")


def test_import_graph_stays_quick() -> None:
    code = (
        "import graph, sys; print(sorted(m for m in ('neo4j', 'pydantic', 'networkx', 'pandas') if m in sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
