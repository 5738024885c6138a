"""Running the command line as a user does: a process of its own, in an empty directory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.warm import POSSIBLE, Warm

Run = Callable[..., subprocess.CompletedProcess[str]]
WARM = Warm()


@pytest.fixture(scope="session", autouse=True)
def _ends() -> Iterator[None]:
    yield
    WARM.close()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Call as run("load", path, …); returns the finished process with its texts."""
    return runner(tmp_path)


@pytest.fixture
def engine_stays(tmp_path: Path) -> Iterator[None]:
    """The engine of the usual store runs for the whole test, as where somebody serves it, and commands join it.

    For tests that give many commands and are not about what each leaves when it ends.
    """
    from graph.store import open_store

    with open_store(str(tmp_path / "goldenthread.db")):
        yield


def runner(folder: Path) -> Run:
    """The same in any folder, for fixtures that several tests share."""

    def call(*words: object, timeout: float = 120, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {k: v for k, v in os.environ.items() if k != "GOLDENTHREAD_STORE"} | environment
        if POSSIBLE and not any(name.startswith("PYTHON") for name in environment):
            return WARM.run([*map(str, words)], folder, env, timeout)
        return subprocess.run(
            [sys.executable, "-m", "graph.cli", *map(str, words)],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return call


def one_sentence(text: str) -> bool:
    """Whether what a user sees is no trace and no more than a few lines."""
    return bool(text.strip()) and "Traceback" not in text and len(text.strip().splitlines()) <= 12
