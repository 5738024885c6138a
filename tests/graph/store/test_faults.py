"""What happens to a load from outside: cut connections, a server that is killed, two at once, questions, the clock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
from neo4j.exceptions import DatabaseError

from benchmarks.kills import Proxy
from graph.errors import StoreError
from graph.export import export_csv
from graph.model import Document, Finding
from graph.questions.settled import settled
from graph.store import Store, bolt, open_store, sync
from graph.store.faults import sentence
from tests.engines import _starter, clear
from tests.graph.store.graphs import large, run
from tests.graph.store.processes import python


def facts(store: Store, place: Path) -> dict[str, bytes]:
    export_csv(store, place, facts=True, internal=True)
    return {p.name: p.read_bytes() for p in sorted(place.iterdir())}


def undisturbed(server: dict[str, str], place: Path, number: int) -> dict[str, bytes]:
    with open_store(**server) as store:  # type: ignore[arg-type]
        store.sync(large(number), collection="one", run=run(1))
        found = facts(store, place / "undisturbed")
    clear(server)
    return found


def attempt(server: dict[str, str], number: int, load: int, sent: Path, **more: Any) -> str:
    """One load; what was said of it, nothing where it went well."""
    try:
        with open_store(**server) as store:  # type: ignore[arg-type]
            store.sync(large(number), collection="one", run=run(load), sent=sent, **more)
    except StoreError as error:
        return error.sentence()
    return ""


@pytest.mark.neo4j
def test_a_connection_that_is_cut_anywhere_is_a_sentence_and_the_next_load_goes_on(
    empty_neo4j: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = undisturbed(empty_neo4j, tmp_path, 500)
    monkeypatch.setattr(bolt, "PATIENCE", 1.0)
    host, port = empty_neo4j["address"].split("://")[1].split(":")
    # bytes let through; what was committed before a cut is not sent again, so that each gets some way further
    for together, most in ((20_000, 60_000), (0, 30_000), (0, 100_000), (0, 150_000)):
        monkeypatch.setattr(sync, "ONE", together)  # in one transaction, and in many
        proxy = Proxy(host, int(port), most)
        near = {**empty_neo4j, "address": f"bolt://127.0.0.1:{proxy.port}"}
        told = attempt(near, 500, 2, tmp_path / "sent")
        assert "does not answer" in told, f"cut after {most} bytes: {told or 'loaded all the same'}"
        assert "\n" not in told
        if together:  # all rows or none; that a load began may stand
            with open_store(**empty_neo4j) as store:  # type: ignore[arg-type]
                assert set(store.counts()) <= {"nodes", "relationships", "LoadRun"}
    with open_store(**empty_neo4j) as store:  # type: ignore[arg-type]
        store.sync(large(500), collection="one", run=run(3), sent=tmp_path / "sent")
        assert facts(store, tmp_path / "after") == wanted
        assert [r["id"] for r in store.nodes("LoadRun")] == ["run-3"]


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Any]:
    """A server that only this test uses, since it kills it."""
    starter = _starter()
    try:
        starter.java()
        starter.jars()
    except starter.NotPossible as reason:
        pytest.skip(f"no Neo4j for the tests: {reason}")
    with starter.running(tmp_path / "server") as server:
        yield server


@pytest.mark.neo4j
def test_a_server_that_is_killed_and_started_again_during_a_load(
    own_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "ONE", 0)
    monkeypatch.setattr(bolt, "PATIENCE", 2.0)
    login = {"address": own_server.uri, "username": own_server.username, "password": own_server.password}
    wanted = undisturbed(login, tmp_path, 1000)
    process = psutil.Process(own_server.pid)
    call, home, environment = process.cmdline(), process.cwd(), process.environ()
    again: list[psutil.Popen] = []

    def kill(*_told: object) -> None:
        if not again:
            process.kill()
            process.wait()
            again.append(psutil.Popen(call, cwd=home, env=environment))

    try:
        said = attempt(login, 1000, 2, tmp_path / "sent", progress=kill)
        assert again, "nothing was written before the server was killed"
        assert "does not answer" in said or not said
        for _ in range(60):
            said = attempt(login, 1000, 3, tmp_path / "sent")
            if not said:
                break
            assert "answer" in said
            threading.Event().wait(1)
        assert not said, "the server did not come back"
        with open_store(**login) as store:
            assert facts(store, tmp_path / "after") == wanted
    finally:
        for one in again:
            one.terminate()
            one.wait(60)


class Unwritten(DatabaseError):
    """What a Neo4j answers whose disk is full; `python -m benchmarks.full_disk` fills one."""

    def __init__(self, code: str, message: str) -> None:
        self._said = code, message

    @property
    def code(self) -> str:
        return f"Neo.DatabaseError.Transaction.{self._said[0]}"

    @property
    def message(self) -> str:
        return self._said[1]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("TransactionLogError", "Could not append transaction: … to log."),
        ("TransactionCommitFailed", "Could not apply the transaction: … to the store after written to log."),
        ("TransactionStartFailed", "The database has encountered a critical error, and needs to be restarted."),
    ],
)
def test_a_server_that_has_no_room_is_told_with_what_to_do(code: str, message: str) -> None:
    told = sentence(Unwritten(code, message), "bolt://here:7687", embedded=False).sentence()
    assert "can no longer write" in told
    assert "make room on the server's disk" in told
    assert "run the command again" not in told


@pytest.mark.neo4j
def test_two_loads_at_once_from_two_machines_lose_and_double_nothing(
    empty_neo4j: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On one machine they take turns (`test_kill.py`); from two nothing but the server stands between them."""
    wanted = undisturbed(empty_neo4j, tmp_path, 500)
    monkeypatch.setattr(sync, "ONE", 0)

    with ThreadPoolExecutor(2) as both:
        said = list(both.map(lambda load: attempt(empty_neo4j, 500, load, tmp_path / str(load)), (2, 3)))
    assert all("\n" not in sentence for sentence in said)
    with open_store(**empty_neo4j) as store:  # type: ignore[arg-type]
        store.sync(large(500), collection="one", run=run(4), sent=tmp_path / "4")
        assert facts(store, tmp_path / "after") == wanted


def test_who_asks_during_a_load_sees_before_or_after(store: Store) -> None:
    """On Neo4j who reads while a transaction is committed can see a part of it; that the load goes on is said then."""
    graph = large(60)
    store.sync(graph, collection="one", run=run(1))
    before = {finding.text for finding in graph.all(Finding)}
    for finding in graph.all(Finding):
        graph.change(finding, text="afterwards")
    asked, done = threading.Event(), threading.Event()
    plain: list[set[str]] = []

    def texts() -> set[str]:
        return {r["text"] for r in store.read("MATCH (f:Finding) RETURN f.text AS text")}

    def ask() -> list[tuple[set[str], list[str]]]:
        seen = []
        while not done.is_set():
            plain.append(texts())
            seen.append(settled(store, texts))
            asked.set()
        return seen

    with ThreadPoolExecutor(1) as other:
        asking = other.submit(ask)
        try:
            assert asked.wait(60)
            store.sync(graph, collection="one", run=run(2))
        finally:
            done.set()
    seen = asking.result()
    assert seen[0] == (before, [])
    assert all(said or found in (before, {"afterwards"}) for found, said in seen)
    if store.engine == "embedded":  # nothing is mixed there, and nothing has to be said
        assert all(found in (before, {"afterwards"}) for found in plain)
        assert not any(said for _, said in seen)
    assert settled(store, texts) == ({"afterwards"}, [])


def test_rows_of_a_load_on_a_server_stand_between_its_beginning_and_its_end(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `settled` needs it where a part of a transaction can be seen: on the embedded engine none can."""
    graph = large(3)
    store.sync(graph, collection="one", run=run(1))
    stood: list[tuple[set[str], list[str | None], int]] = []
    real = store._bolt.write

    def write(work: Any) -> Any:
        made = real(work)
        rows = store.read("MATCH (f:Finding) RETURN f.text AS text")
        runs = store.read("MATCH (n:LoadRun) RETURN n.finishedAt AS end ORDER BY n.number")
        joined = store.read("MATCH (:Document)-[r:LOADED_IN]->(:LoadRun {id: 'run-2'}) RETURN count(r) AS number")
        stood.append(({r["text"] for r in rows}, [r["end"] and "ended" for r in runs], joined[0]["number"]))
        return made

    before = {finding.text for finding in graph.all(Finding)}
    for finding in graph.all(Finding):
        graph.change(finding, text="afterwards")
    graph.add(Document(id="d10", name="New", source="x/new.txt", kind="other", file="new.txt"))
    monkeypatch.setattr(store._bolt, "write", write)
    store.sync(graph, collection="one", run=run(2))
    whole = ({"afterwards"}, ["ended", "ended"], 1)
    if store.engine == "embedded":
        assert stood == [whole]
    else:
        assert stood == [(before, ["ended", None], 0), ({"afterwards"}, ["ended", None], 1), whole]


def test_what_a_busy_machine_needs_to_begin_is_not_said_of_the_server() -> None:
    slow = (
        "import sys, time\n"
        "class Slow:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        time.sleep(6 if name == 'neo4j' else 0)\n"
        "sys.meta_path.insert(0, Slow())\n"
        "from graph.store import open_store\n"
        "open_store('bolt://127.0.0.1:9', connect_timeout=5)\n"
    )
    said = python("-c", slow).communicate(timeout=120)[1]
    assert "the Neo4j server does not answer" in said
    assert "no answer within" not in said


@pytest.mark.embedded
def test_a_clock_that_was_set_back_changes_nothing(embedded_store: Store) -> None:
    graph = large(20)
    embedded_store.sync(graph, collection="one", run=run(9))
    assert embedded_store.sync(graph, collection="one", run=run(5)).total == 0
    graph.change(graph.all(Finding)[3], text="edited")
    assert embedded_store.sync(graph, collection="one", run=run(4)).changed == 1
    assert embedded_store.sync(graph, collection="one", run=run(3)).total == 0
    assert [r["id"] for r in embedded_store.nodes("LoadRun")] == ["run-4", "run-9"]
