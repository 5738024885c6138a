"""Each format is read back by the tool it is for, and holds what the store holds."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.declare import NODES, RELATIONSHIPS
from graph.export import export
from graph.questions import ask, questions
from graph.store import Store, open_store
from tests.engines import _starter

pytestmark = pytest.mark.embedded
SAMPLES = Path(__file__).parents[2] / "graph" / "samples"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from graph.cli.loading import load

    found = tmp_path_factory.mktemp("export") / "samples.db"
    load([SAMPLES], str(found))
    return found


@pytest.fixture(scope="module")
def loaded(place: Path) -> Iterator[Store]:
    with open_store(str(place)) as store:
        yield store


def test_csv_and_its_dictionary_agree(loaded: Store, tmp_path: Path) -> None:
    export(loaded, tmp_path, "csv", internal=True)
    told = json.loads((tmp_path / "csv-metadata.json").read_text())
    assert {t["url"] for t in told["tables"]} == {p.name for p in tmp_path.glob("*.csv")}
    counts = loaded.counts()
    for table in told["tables"]:
        with (tmp_path / table["url"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        columns = table["tableSchema"]["columns"]
        assert len(rows) == counts.get(table["url"].removesuffix(".csv"), 0)
        keys = [tuple(row[name] for name in table["tableSchema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        if rows:
            assert list(rows[0]) == [c["name"] for c in columns]
        for column in columns:
            assert column["dc:description"]
            assert all(row[column["name"]] for row in rows if column.get("required")), column


def test_parquet_has_the_types_of_the_model(loaded: Store, tmp_path: Path) -> None:
    import pyarrow.parquet

    export(loaded, tmp_path, "parquet", internal=True)
    counts = loaded.counts()
    python = {"string": str, "integer": int, "float": float, "boolean": bool, "date": date, "list of strings": list}
    for label, node in NODES.items():
        table = pyarrow.parquet.read_table(tmp_path / f"{label}.parquet")
        assert table.num_rows == counts.get(label, 0)
        for name, declared in node.properties.items():
            assert table.schema.field(name).metadata[b"description"].decode() == declared.description
            assert all(isinstance(v, python[declared.type]) for v in table[name].to_pylist() if v is not None)
    edges = sum(pyarrow.parquet.read_table(tmp_path / f"{t}.parquet").num_rows for t in RELATIONSHIPS)
    assert edges == counts["relationships"]


def test_graphml_opens_in_networkx(loaded: Store, tmp_path: Path) -> None:
    import networkx

    export(loaded, tmp_path, "graphml", internal=True)
    net = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    counts = loaded.counts()
    assert net.number_of_nodes() == counts["nodes"]
    assert net.number_of_edges() == counts["relationships"]
    labels = Counter(d["label"] for _, d in net.nodes(data=True))
    assert labels == {label: counts[label] for label in NODES if label in counts}


def test_what_is_sent_holds_nothing_of_a_single_child(loaded: Store, tmp_path: Path) -> None:
    import networkx
    import pyarrow.parquet

    for target in ("parquet", "graphml", "neo4j-admin"):
        export(loaded, tmp_path / target, target)
    ages = set(pyarrow.parquet.read_table(tmp_path / "parquet" / "Child.parquet")["agePrinted"].to_pylist())
    assert ages <= {None, "not sent"}
    net = networkx.read_graphml(tmp_path / "graphml" / "graph.graphml", force_multigraph=True)
    assert not [d for *_, d in net.edges(data=True) if d["relation"].endswith("SAME_AS")]
    assert not list((tmp_path / "neo4j-admin").glob("*SAME_AS*"))


@pytest.mark.neo4j
def test_neo4j_admin_imports_it_and_every_question_answers_alike(
    loaded: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.cli.loading import write
    from graph.collection import Collection

    export(loaded, tmp_path / "files", "neo4j-admin", internal=True)
    starter = _starter()
    try:
        starter.java()
        starter.jars()
    except starter.NotPossible as reason:
        pytest.skip(f"no Neo4j for the tests: {reason}")
    with starter.running(tmp_path / "home", files=tmp_path / "files") as server:
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        with open_store(server.uri) as imported:
            assert imported.counts() == loaded.counts()
            for question in questions().values():
                given: dict[str, Any] = {"theme": "neglect", "text": "Share information", "since": "2020-01-01"}
                params = {name: given[name] for name in question.needs if name in given}
                if set(question.needs) <= set(params):
                    one, other = (ask(store, question.id, params) for store in (loaded, imported))
                    assert one.rows == other.rows, question.id
        changes, _ = write(Collection.open(place), server.uri)
    assert changes.total == 0
