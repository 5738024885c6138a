"""The embedded engine as a private child process: shared while used, ended when not, whatever is killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.export import export_csv
from graph.memory import Graph
from graph.store import Store, embedded, open_store, rebuild, serve
from graph.store.keeper import JAVA
from graph.store.quicker import SET
from tests.graph.store.graphs import large, run, small
from tests.graph.store.processes import SYNC, eventually, processes, python

pytestmark = pytest.mark.embedded


def facts(store: Store, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export_csv(store, folder, facts=True, internal=True)}


def count(path: Path, label: str = "Finding") -> int:
    with open_store(str(path)) as store:
        return store.counts().get(label, 0)


def test_engine_runs_while_used_and_ends_after(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with open_store(str(path)) as one:
        began = len(processes(path))
        assert began == 2
        with open_store(str(path)) as two:
            assert two.read("RETURN 1 AS n") == [{"n": 1}]
            assert len(processes(path)) == began
        assert one.read("RETURN 2 AS n") == [{"n": 2}]
    assert eventually(lambda: not processes(path), 1)


def test_only_loopback_and_only_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with open_store(str(path)) as store:
        addresses = {c.laddr.ip for p in processes(path) for c in p.net_connections("inet") if c.status == "LISTEN"}
        assert {a.removeprefix("::ffff:") for a in addresses} == {"127.0.0.1"}
        secret = store.lease.password if store.lease else ""
        assert len(secret) > 20
        assert not any(secret in part for p in processes(path) for part in p.cmdline())
        for file in path.rglob("*"):
            assert not stat.S_IMODE(file.stat().st_mode) & 0o077, file


def test_nothing_is_written_into_the_callers_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with open_store("c") as store:
        store.sync(small(), collection="one", run=run())
    assert [p.name for p in Path().iterdir()] == ["c"]


def test_killed_command_leaves_nothing_running(tmp_path: Path) -> None:
    path = tmp_path / "c"
    child = python(SYNC, path, 3000, 1)
    assert child.stdout is not None
    assert child.stdout.readline().startswith("open")
    child.kill()
    child.communicate()
    assert eventually(lambda: not processes(path))
    assert count(path) <= 3000


def test_killed_keeper_and_killed_engine_are_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with open_store(str(path)) as store:
        store.sync(small(), collection="one", run=run())
        for process in processes(path):
            process.kill()
        with pytest.raises(StoreError, match="ended while"):
            store.read("RETURN 1 AS n")
        assert count(path) == 2
    with open_store(str(path)) as store:
        keeper = next(p for p in processes(path) if "keeper.py" in " ".join(p.cmdline()))
        keeper.kill()
        assert count(path) == 2
    assert eventually(lambda: not processes(path))


def test_stale_note_of_another_program_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "c"
    count(path)
    told = f'{{"port": 9, "token": "x", "keeper": {os.getpid()}, "engine": {os.getpid()}, "bolt": 9}}'
    (path / "engine" / "keeper.json").write_text(told)
    assert count(path) == 0


def test_first_commands_at_once_share_one_engine(tmp_path: Path) -> None:
    path = tmp_path / "c"
    children = [python(SYNC, path, 200, n) for n in (1, 2, 3)]
    ends = [child.communicate(timeout=90) for child in children]
    assert [child.returncode for child in children] == [0, 0, 0], ends
    assert sorted(int(out.split()[-1]) for out, _ in ends) == [0, 0, sum(map(len, large(200).nodes.values())) + 800]
    assert eventually(lambda: not processes(path))


def test_writers_take_turns_and_say_that_they_wait(tmp_path: Path) -> None:
    path = tmp_path / "c"
    path.mkdir()
    from graph.store.lock import turn

    with open_store(str(path)) as store:
        with turn(path / "write.lock", "is loading into this store"):
            child = python(SYNC, path, 10, 1)
            assert child.stderr is not None
            assert "waiting for it to finish" in child.stderr.readline()
            assert child.poll() is None
            assert store.read("RETURN 1 AS n") == [{"n": 1}]
        out, err = child.communicate(timeout=60)
        assert child.returncode == 0, err
        assert int(out.split()[-1]) > 0


def test_reader_while_a_writer_writes(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with open_store(str(path)) as store:
        child = python(SYNC, path, 4000, 1)
        seen = []
        while child.poll() is None:
            seen.append(store.read("MATCH (f:Finding) RETURN count(f) AS n")[0]["n"])
        _, err = child.communicate()
        assert child.returncode == 0, err
        assert seen == sorted(seen)
        assert store.counts()["Finding"] == 4000


@pytest.mark.timeout(300)
def test_killed_at_any_moment_then_synced_again_gives_the_same_facts(tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    size = 1500
    with open_store(str(whole)) as store:
        began = time.monotonic()
        store.sync(large(size), collection="one", run=run())
        lasted = time.monotonic() - began
        wanted = facts(store, tmp_path / "a")
    chance = random.Random(7)
    for number in range(1, 11):
        # another prefix every other time: so that there are nodes to remove too
        child = python(SYNC, killed, size, number, "f" if number % 2 else "g")
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.uniform(0, lasted * 1.2))
        child.kill()
        child.communicate()
        if number % 3 == 0:  # the engine too, at times
            for process in processes(killed):
                process.kill()
    with open_store(str(killed)) as store:
        store.sync(large(size), collection="one", run=run(11))
        assert facts(store, tmp_path / "b") == wanted
        assert all(r["finishedAt"] for r in store.nodes("LoadRun"))
        assert store.sync(large(size), collection="one", run=run(12)).total == 0


def test_an_interrupt_ends_a_question_that_would_go_on_for_minutes(tmp_path: Path) -> None:
    path = tmp_path / "c"
    ask = (
        "import signal, sys; from graph.store import open_store\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests run in the background, too\n"
        "with open_store(sys.argv[1]) as s:\n"
        "    print('open', flush=True)\n"
        "    s.read('UNWIND range(1, 60000) AS a UNWIND range(1, 60000) AS b '\n"
        "           'WITH a, b WHERE a = b RETURN count(*) AS n')\n"
    )
    child = python("-c", ask, path)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert "KeyboardInterrupt" in err
    assert eventually(lambda: not processes(path), 20)


def test_terminals_interrupt_does_not_reach_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with open_store(str(path)):
        assert all(os.getpgid(p.pid) != os.getpgid(0) for p in processes(path))


def test_served_collection_is_joined(tmp_path: Path) -> None:
    import neo4j

    path = tmp_path / "c"
    with serve(path) as served:
        engine = {p.pid for p in processes(path)}
        assert count(path) == 0
        assert {p.pid for p in processes(path)} == engine  # no second one was started
        auth = (served.username, served.password_file.read_text())
        with neo4j.GraphDatabase.driver(served.address, auth=auth) as driver:
            assert driver.execute_query("RETURN 1 AS n", database_=served.database).records[0]["n"] == 1
    assert eventually(lambda: not processes(path), 20)


@pytest.mark.parametrize("damage", ["schema", "buckets", "cut short", "missing", "all"])
def test_damaged_graph_is_one_sentence_and_can_be_rebuilt(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "c"
    with open_store(str(path)) as store:
        store.sync(small(), collection="one", run=run())
    database = path / "engine" / "databases" / "goldenthread"
    kinds = {"schema": ["schema*.json"], "buckets": ["*.bucket"], "all": ["*"]}
    for kind in kinds.get(damage, ["Finding*"]):
        for file in database.glob(kind):
            if damage == "missing":
                file.unlink()
            else:
                file.write_bytes(b"" if damage == "cut short" else b"\x00garbage" * 50)
    with pytest.raises(StoreError, match=r"damaged.*rebuild") as told, open_store(str(path)) as store:
        store.sync(small(), collection="one", run=run(2))
    assert "\n" not in str(told.value)
    rebuild(path)
    with open_store(str(path)) as store:
        assert store.sync(small(), collection="one", run=run(2)).added == len(small().edges) + sum(
            map(len, small().nodes.values())
        )


def test_missing_graph_folder_of_a_kept_collection_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with open_store(str(path)) as store:
        store.sync(small(), collection="one", run=run())
    shutil.rmtree(path / "engine")
    with pytest.raises(StoreError, match="no graph here yet"):
        open_store(str(path), create=False)
    with open_store(str(path)) as store:
        assert store.sync(small(), collection="one", run=run()).added > 0


def test_without_the_engine_a_sentence_names_neo4j(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(StoreError, match=r"--store bolt://"):
        open_store(str(tmp_path / "c"))


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(str(tmp_path / "f"))


def test_folder_with_spaces_and_signs(tmp_path: Path) -> None:
    path = tmp_path / "a collection, été 2025 (copy)"
    with open_store(str(path)) as store:
        store.sync(small(), collection="one", run=run())
    assert count(path) == 2


def test_importing_the_store_imports_no_driver() -> None:
    code = (
        "import sys, graph.store, graph.collection\n"
        "print([m for m in sys.modules if m.startswith(('neo4j', 'arcadedb'))])"
    )
    child = python("-c", code)
    out, err = child.communicate()
    assert out.strip() == "[]", err


def test_an_empty_graph_is_a_graph(embedded_store: Store) -> None:
    assert embedded_store.sync(Graph(), collection="one", run=run()).total == 0
    assert embedded_store.counts() == {"nodes": 0, "relationships": 0}


@pytest.mark.parametrize("words", ["", "-Xlog:disable -Dgolden=thread"])
def test_further_words_for_java_are_added_and_nothing_is_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv(JAVA, words)
    monkeypatch.setenv(SET, "off")
    with open_store(str(tmp_path / "c")) as store:
        assert store.sync(large(3), collection="one", run=run()).added
        (call,) = [p.cmdline() for p in processes(tmp_path / "c") if "java" in Path(p.cmdline()[0]).name]
    assert set(words.split()) <= set(call)
    assert [w for w in call if w.startswith("-XX:")] == ["-XX:+UseSerialGC"]
