"""An engine that was slow or was killed while it started is no damaged graph; a spoilt one is, in its own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from neo4j.exceptions import ClientError, DatabaseError, TransientError

from graph.errors import StoreError
from graph.store import embedded, open_store
from graph.store.faults import sentence
from graph.store.keeper import ending
from graph.store.unstarted import unstarted
from tests.graph.store.graphs import run, small
from tests.graph.store.processes import ROOT, eventually, processes

SLOW = "keeper.START_SECONDS = 0.1"  # no Java starts in that
KILLED = """
begun = keeper.Engine.__init__
def killed(self, *words):
    begun(self, *words)
    self.process.kill()
keeper.Engine.__init__ = killed
"""
KEEPER_KILLED = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
NO_KEEPER = "raise OSError('no room')"


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    path = tmp_path / "c"
    with open_store(str(path)) as store:
        store.sync(small(), collection="one", run=run())
    return path


def started(path: Path, monkeypatch: pytest.MonkeyPatch, disturbance: str) -> str:
    """What is said of an engine whose keeper runs this first."""
    begins = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom graph.store import keeper\n{disturbance}\n"
    real = embedded.apart

    def disturbed(call: list[str], *more: Any) -> Any:
        return real([call[0], "-c", begins + "keeper.main()", *call[3:]], *more)

    monkeypatch.setattr(embedded, "apart", disturbed)
    with pytest.raises(StoreError) as told:
        open_store(str(path))
    monkeypatch.setattr(embedded, "apart", real)
    return str(told.value)


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("disturbance", "said"),
    [
        (SLOW, "did not start in time; nothing was lost; run the command again"),
        (KILLED, "was ended from outside while it started; nothing was lost; run the command again"),
        (KEEPER_KILLED, "was ended from outside while it started; nothing was lost; run the command again"),
        (NO_KEEPER, "could not be started (OSError: no room); nothing was lost; run the command again"),
    ],
)
def test_a_start_that_was_disturbed_is_no_damage_and_the_next_finds_all(
    loaded: Path, monkeypatch: pytest.MonkeyPatch, disturbance: str, said: str
) -> None:
    told = started(loaded, monkeypatch, disturbance)
    assert said in told
    assert "damaged" not in told
    assert "rebuild" not in told
    assert eventually(lambda: not processes(loaded))
    with open_store(str(loaded)) as store:
        assert store.sync(small(), collection="one", run=run(2)).total == 0


@pytest.mark.embedded
def test_one_that_is_still_starting_is_waited_for_by_the_next_command(
    loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "START_SECONDS", 0.05)
    with pytest.raises(StoreError, match="did not start in time"):
        open_store(str(loaded))
    monkeypatch.undo()
    assert eventually((loaded / "engine" / "keeper.json").exists)
    with open_store(str(loaded)) as store:
        assert store.counts()["Finding"] == 2
        assert len(processes(loaded)) == 2


@pytest.mark.embedded
def test_a_store_that_the_engine_cannot_open_is_damaged_in_its_own_words(loaded: Path) -> None:
    (loaded / "engine" / "files.json").unlink()  # as an engine leaves it that was killed: it has to find out itself
    (loaded / "engine" / "databases" / "goldenthread" / "configuration.json").write_text("{ spoilt")
    with pytest.raises(StoreError, match=r"damaged.*\(.*\$\.spoilt\).*load --rebuild"):
        open_store(str(loaded))


@pytest.mark.embedded
def test_a_graph_that_another_engine_holds_is_no_damage(loaded: Path) -> None:
    with open_store(str(loaded)) as store:
        (loaded / "engine" / "keeper.json").unlink()  # as if its keeper had been killed before it could say where it is
        with pytest.raises(StoreError, match="another engine has the embedded graph open") as told:
            open_store(str(loaded))
        assert "damaged" not in str(told.value)
        assert store.counts()["Finding"] == 2


@pytest.mark.embedded
def test_an_engine_whose_machine_cannot_run_it_is_no_damage(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDENTHREAD_ENGINE_JAVA", "-XX:NoSuchWord")
    with pytest.raises(StoreError, match="could not be started") as told:
        open_store(str(loaded))
    assert "damaged" not in str(told.value)


@pytest.mark.parametrize(
    ("cause", "damaged"),
    [
        ("java.io.EOFException", True),
        ("java.io.IOException: No space left on device", False),
        ("java.lang.OutOfMemoryError: Java heap space", False),
    ],
)
def test_what_the_machine_lacks_is_no_damage(cause: str, damaged: bool) -> None:
    said = f'Exception in thread "main" com.arcadedb.exception.DatabaseOperationException: no\nCaused by: {cause}\n'
    told = str(unstarted("ended", said, "here"))
    assert ("damaged" in told) is damaged
    assert cause in told


@pytest.mark.parametrize(
    ("code", "how"),
    [(None, "late"), (-9, "killed"), (-15, "killed"), (143, "killed"), (1, "ended"), (-11, "ended"), (0, "ended")],
)
def test_an_exit_code_tells_how_it_ended(code: int | None, how: str) -> None:
    assert ending(code) == how


@pytest.mark.parametrize(
    ("kind", "code", "damaged"),
    [
        (DatabaseError, "Neo.DatabaseError.General.UnknownError", True),
        (TransientError, "Neo.TransientError.Database.DatabaseUnavailable", False),
        (ClientError, "Neo.ClientError.Security.Unauthorized", False),
    ],
)
def test_one_that_answers_before_its_graph_is_open_is_no_damage(kind: type, code: str, damaged: bool) -> None:
    class Answer(kind):  # type: ignore[misc]
        pass

    Answer.code, Answer.message = property(lambda _: code), property(lambda _: "in its words")  # type: ignore[attr-defined]
    told = str(sentence(Answer(), "here", embedded=True, opening=True))
    assert ("damaged" in told) is damaged
    assert ("in its words" in told) is damaged
