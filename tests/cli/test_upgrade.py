"""A collection of an older version: its graph is made new from the records, and what people decided stays."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import codebook
from graph.cli.loading import load, write
from graph.collection import Collection
from graph.decisions import CodingDecision, add
from graph.export import export_csv
from graph.model import Finding
from graph.opening import open_graph
from graph.questions import ask
from graph.store import open_store

pytestmark = pytest.mark.embedded
TEXT = "Learning from Elm\n\nLearning\n\n- Professionals did not speak to the father.\n- Nobody asked about sleep.\n"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection as a version of last year left it: fewer fields, another codebook, kinds that are no longer."""
    document = tmp_path / "elm.txt"
    document.write_text(TEXT, encoding="utf-8")
    place = tmp_path / "one.db"
    load([document], str(place))
    _, graph = open_graph(str(place))
    finding = next(f for f in graph.all(Finding) if "father" in f.text)
    said: dict[str, Any] = {"thing": finding.id, "document": "elm.txt", "quote": finding.text}
    decided = CodingDecision(theme="neglect", choice="add", by="analyst", on="2024-05-01", note="read it", **said)
    add(place / "decisions", [decided])
    now = codebook.load()
    with monkeypatch.context() as patch:
        patch.setattr(codebook, "load", lambda *_: replace(now, version="0.9"))
        write(Collection.open(place), str(place))
    for record in (place / "records").glob("*.jsonl"):
        lines = [json.loads(line) for line in record.read_text("utf-8").splitlines()]
        for line in lines:
            line["of"] = {name: value for name, value in line["of"].items() if value not in (None, [], "")}
        record.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (place / "read.jsonl").unlink()
    with open_store(str(place)) as store:
        for change in (
            "MATCH (n:LoadRun) SET n.version = '0.0.9' REMOVE n.number, n.rules",
            "MATCH (f:Finding) SET f.rowHash = 'of another form' REMOVE f.polarity",
            "MATCH (f:Finding) WITH f LIMIT 1 "
            "CREATE (o:Lesson {id: 'old', rowHash: 'x', text: 'old words'}) CREATE (f)-[:TAUGHT {rowHash: 'y'}]->(o)",
        ):
            store._bolt.write(lambda tx, change=change: tx.run(change).consume())  # type: ignore[misc]
    return place


def facts(place: Path, into: Path) -> dict[str, bytes]:
    with open_store(str(place)) as store:
        return {p.name: p.read_bytes() for p in export_csv(store, into, facts=True, internal=True)}


@pytest.mark.parametrize("anew", [False, True])
def test_it_is_made_new_from_its_records(old: Path, tmp_path: Path, anew: bool) -> None:
    from graph.cli.loading import write_anew

    with open_store(str(old)) as store:
        before = ask(store, "recurring-themes")
        assert before.coverage["codebook"] == "0.9"
        assert [note for note in before.notes if "loaded by golden-thread 0.0.9, with other rules" in note]
    if anew:
        write_anew(str(old))
    else:
        write(Collection.open(old), str(old))
    with open_store(str(old)) as store:
        answer = ask(store, "recurring-themes")
        assert answer.coverage["codebook"] == codebook.load().version
        assert answer.coverage["confirmed"] == 1
        assert not [note for note in answer.notes if "other rules" in note]
        assert store.read("MATCH (n:Lesson) RETURN count(n) AS number")[0]["number"] == 0
        found = store.read("MATCH (f:Finding)-[a:ABOUT]->(t:Theme {id: 'neglect'}) RETURN a.state AS state")
        assert [row["state"] for row in found] == ["confirmed"]
    fresh = tmp_path / "fresh.db"
    write(Collection.open(old), str(fresh))
    assert facts(old, tmp_path / "a") == facts(fresh, tmp_path / "b")
