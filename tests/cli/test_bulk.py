"""A first load by files of `neo4j-admin`: the graph of an ordinary load, from which an ordinary load goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.declare import NODES
from graph.export import export_csv
from graph.store import open_store
from tests.cli.conftest import Run
from tests.engines import _starter

SAMPLES = Path(__file__).resolve().parents[2] / "graph" / "samples"


def test_files_are_made_without_an_engine(run: Run, tmp_path: Path) -> None:
    done = run("load", SAMPLES, "--bulk", "files", "--store", "one.db")
    assert done.returncode == 0, done.stderr
    assert "Not for sharing" in done.stderr
    assert not (tmp_path / "one.db" / "engine").exists()
    written = {p.name: p.read_bytes() for p in (tmp_path / "files").iterdir()}
    named = [w.split("=")[1] for w in written["import.txt"].decode().split() if w.startswith(("--nodes", "--rel"))]
    assert set(named) == {name for name in written if name.endswith(".csv")}
    audit = json.loads(run("runs", "--audit", "--store", "one.db", "--format", "json").stdout)
    assert [(line["what"], line["internal"]) for line in audit] == [("export", True)]
    assert run("load", "--bulk", "files", "--store", "one.db").returncode == 0, "from records alone"
    again = {p.name: p.read_bytes() for p in (tmp_path / "files").iterdir()}
    loads = {"LoadRun.csv", "LOADED_IN-Document-LoadRun.csv"}
    assert {k: v for k, v in again.items() if k not in loads} == {k: v for k, v in written.items() if k not in loads}


@pytest.mark.parametrize("other", ["--dry-run", "--rebuild"])
def test_what_does_not_go_with_files_is_said(run: Run, other: str) -> None:
    done = run("load", SAMPLES, "--bulk", "files", other)
    assert done.returncode == 2
    assert "--bulk writes files and no graph" in done.stderr


@pytest.mark.neo4j
@pytest.mark.timeout(300)
def test_an_import_is_the_graph_of_an_ordinary_load(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("load", SAMPLES, "--store", "one.db").returncode == 0
    assert run("load", "--bulk", "files", "--store", "one.db").returncode == 0
    with open_store(str(tmp_path / "one.db")) as store:
        wanted = {p.name: p.read_bytes() for p in export_csv(store, tmp_path / "o", facts=True, internal=True)}
    starter = _starter()
    try:
        starter.java()
        starter.jars()
    except starter.NotPossible as reason:
        pytest.skip(f"no Neo4j for the tests: {reason}")
    with starter.running(tmp_path / "home", files=tmp_path / "files") as server:
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        again = run("load", SAMPLES, "--store", server.uri, "--collection", "one.db")
        assert "0 changes" in again.stderr
        with open_store(server.uri) as store:
            found = {p.name: p.read_bytes() for p in export_csv(store, tmp_path / "n", facts=True, internal=True)}
            constraints = store.read("SHOW CONSTRAINTS YIELD name RETURN count(name) AS number")[0]["number"]
    assert found == wanted
    assert constraints == len(NODES)
