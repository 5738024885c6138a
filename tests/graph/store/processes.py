"""Commands of their own for the store's tests, and what runs and listens because of a store."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[3]
SYNC = Path(__file__).with_name("graphs.py")


def python(*words: object, **environment: str) -> subprocess.Popen[str]:
    """Start Python on the project, with its output to be read."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.Popen(
        [sys.executable, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    )


def processes(folder: Path) -> list[psutil.Process]:
    """The engine and its keeper of one store."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and any(
                str(folder / "engine") in part for part in process.cmdline()
            ):
                found.append(process)
    return found


def eventually(true: Callable[[], bool], seconds: float = 15) -> bool:
    """Whether something becomes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return true()
