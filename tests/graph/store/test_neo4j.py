"""What can go wrong with a server: one sentence each, in under ten seconds; and kills in the middle of a sync."""

from __future__ import annotations

import random
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.export import export_csv
from graph.store import Store, open_store
from tests.graph.store.graphs import large, run, small
from tests.graph.store.processes import SYNC, python


def told(address: str, **login: str) -> str:
    """The sentence that opening gives; fails when it takes ten seconds."""
    began = time.monotonic()
    with pytest.raises(StoreError) as error:
        open_store(address, **login)  # type: ignore[arg-type]
    assert time.monotonic() - began < 10
    sentence = str(error.value)
    assert "\n" not in sentence
    assert address in sentence
    return sentence


@pytest.fixture
def silent() -> Iterator[int]:
    """A port where connections are taken and nothing is ever said."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []

        def take() -> None:
            try:
                while True:
                    taken.append(server.accept()[0])
            except OSError:
                return

        threading.Thread(target=take, daemon=True).start()
        yield server.getsockname()[1]
        for connection in taken:
            connection.close()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nobody_listens(scheme: str) -> None:
    assert "does not answer" in told(f"{scheme}://127.0.0.1:1", password="x")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_server_that_never_answers(scheme: str, silent: int) -> None:
    sentence = told(f"{scheme}://127.0.0.1:{silent}", password="x")
    assert "no answer within" in sentence or "does not answer" in sentence


def test_host_that_does_not_exist() -> None:
    assert "does not answer" in told("bolt://no-such-host.invalid:7687", password="x")


@pytest.mark.parametrize("address", ["http://localhost:7474", "bolt+what://localhost", "ftp://x"])
def test_other_schemes(address: str) -> None:
    assert "bolt://" in told(address)


@pytest.mark.neo4j
def test_wrong_password(neo4j_server: dict[str, str]) -> None:
    assert "password is wrong" in told(neo4j_server["address"], username="neo4j", password="not-this-one")


@pytest.mark.neo4j
def test_missing_database(neo4j_server: dict[str, str]) -> None:
    login = {k: v for k, v in neo4j_server.items() if k != "address"}
    assert "no such database" in told(neo4j_server["address"], database="nowhere", **login)


@pytest.mark.neo4j
def test_login_comes_from_the_environment(neo4j_server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.get("username", "neo4j"))
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server["password"])
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with open_store(neo4j_server["address"].replace("bolt://", "neo4j://")) as store:
        assert store.engine == "neo4j"
        assert store.read("RETURN date('2024-02-29') AS d, {a: [1, null]} AS m")[0]["m"] == {"a": [1, None]}


@pytest.mark.neo4j
def test_ids_are_unique_in_the_database(neo4j_store: Store) -> None:
    neo4j_store.sync(small(), collection="one", run=run())
    names = {r["name"] for r in neo4j_store.read("SHOW CONSTRAINTS YIELD name RETURN name")}
    assert {"finding_id_unique", "status_event_id_unique", "load_run_id_unique"} <= names


@pytest.mark.neo4j
@pytest.mark.timeout(300)
def test_killed_at_any_moment_then_synced_again(empty_neo4j: dict[str, str], tmp_path: Path) -> None:
    environment = {"NEO4J_USERNAME": empty_neo4j.get("username", "neo4j"), "NEO4J_PASSWORD": empty_neo4j["password"]}
    chance = random.Random(3)
    for number in range(1, 5):
        child = python(SYNC, empty_neo4j["address"], 2000, number, "f" if number % 2 else "g", **environment)
        assert child.stdout is not None
        assert child.stdout.readline().startswith("open")
        time.sleep(chance.uniform(0, 3))
        child.kill()
        child.communicate()
    with open_store(**empty_neo4j) as store:  # type: ignore[arg-type]
        store.sync(large(2000), collection="one", run=run(9))
        found = {p.name: p.read_bytes() for p in export_csv(store, tmp_path / "n", facts=True, internal=True)}
        assert store.sync(large(2000), collection="one", run=run(10)).total == 0
    with open_store(str(tmp_path / "c")) as store:
        store.sync(large(2000), collection="one", run=run(1))
        assert {p.name: p.read_bytes() for p in export_csv(store, tmp_path / "e", facts=True, internal=True)} == found


@pytest.mark.neo4j
def test_an_interrupt_ends_a_question_that_would_go_on_for_minutes(neo4j_server: dict[str, str]) -> None:
    ask = (
        "import signal, sys; from graph.store import open_store\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests run in the background, too\n"
        "with open_store(sys.argv[1]) as s:\n"
        "    print('open', flush=True)\n"
        "    s.read('UNWIND range(1, 90000) AS a UNWIND range(1, 90000) AS b '\n"
        "           'WITH a, b WHERE a = b RETURN count(*) AS n', timeout=300)\n"
    )
    login = {"NEO4J_USERNAME": neo4j_server.get("username", "neo4j"), "NEO4J_PASSWORD": neo4j_server["password"]}
    child = python("-c", ask, neo4j_server["address"], **login)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=30)
    assert child.returncode
