"""Withdrawing on the command line: the engine's files and the graph on Neo4j hold nothing of the document any more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.store import open_store
from tests.cli.conftest import Run

ELM = """Elm Safeguarding Partnership
Learning from Elm 2024

Learning
- Nobody asked the older sister about the quiet weekend at the harbour house.
"""
OAK = ELM.replace("Elm", "Oak").replace("quiet weekend at the harbour house", "plan")
SECRET = "older sister about the quiet weekend"
SAID = ("--by", "business manager", "--note", "taken back", "--on", "2026-03-02")


def everywhere(folder: Path) -> list[str]:
    """Files that hold the words in any of the encodings that either engine or Python write."""
    wanted = [SECRET.encode(), SECRET.encode("utf-16-le"), SECRET.encode("utf-16-be")]
    return sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and any(w in p.read_bytes() for w in wanted)
    )


@pytest.mark.embedded
def test_nothing_is_left_in_the_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elm.txt").write_text(ELM, "utf-8")
    (tmp_path / "oak.txt").write_text(OAK, "utf-8")
    assert run("load", "elm.txt", "oak.txt").returncode == 0
    store = tmp_path / "goldenthread.db"
    found = everywhere(store)
    assert any(name.startswith("engine/") for name in found), found
    done = run("withdraw", "elm.txt", *SAID)
    assert done.returncode == 0, done.stderr
    assert everywhere(store) == []
    assert SECRET not in done.stdout + done.stderr
    again = run("load", "elm.txt", "oak.txt")
    assert again.returncode == 1
    assert "was withdrawn on 2026-03-02 by business manager (taken back)" in again.stderr
    assert everywhere(store) == []
    log = json.loads(run("runs", "--audit", "--format", "json").stdout)
    assert [(line["what"], line["by"]) for line in log] == [("withdraw", "business manager")]
    assert run("withdraw", "Learning from Elm 2024", "--lift", *SAID).returncode == 0
    assert run("load", "elm.txt").returncode == 0
    assert everywhere(store) != []


@pytest.mark.neo4j
def test_nothing_is_left_in_the_graph_on_neo4j(run: Run, tmp_path: Path, empty_neo4j: dict[str, str]) -> None:
    (tmp_path / "elm.txt").write_text(ELM, "utf-8")
    (tmp_path / "oak.txt").write_text(OAK, "utf-8")
    login = {"NEO4J_USERNAME": empty_neo4j.get("username", "neo4j"), "NEO4J_PASSWORD": empty_neo4j["password"]}
    store = ("--store", empty_neo4j["address"].replace("bolt://", "neo4j://"))  # by routing, on a single server
    assert run("load", "elm.txt", "oak.txt", *store, **login).returncode == 0
    everything = "MATCH (n) UNWIND keys(n) AS key RETURN toStringOrNull(n[key]) AS said"
    lists = (
        "MATCH (n) UNWIND keys(n) AS key WITH n[key] AS v WHERE v IS :: LIST<ANY> RETURN [x IN v | toString(x)] AS said"
    )
    with open_store(**empty_neo4j) as opened:
        assert SECRET in str(opened.read(everything))
    done = run("withdraw", "elm.txt", *SAID, *store, **login)
    assert done.returncode == 0, done.stderr
    assert "neo4j-administrators.md" in done.stderr
    with open_store(**empty_neo4j) as opened:
        told = str(opened.read(everything)) + str(opened.read(lists))
        assert "Learning from Oak" in told
        assert SECRET not in told
        assert "elm.txt" not in told
        relations = "MATCH ()-[r]->() UNWIND keys(r) AS key RETURN toStringOrNull(r[key]) AS said"
        assert SECRET not in str(opened.read(relations))
    asked = run("ask", "follow-review", "-p", "review=Oak", *store, **login)
    assert asked.returncode == 0, asked.stderr
