"""A load killed at any moment, then loaded again, gives the bytes of an undisturbed one; two at once both work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "graph" / "samples"
KILLS = 10


def exported(run: Run, store: str, into: Path) -> dict[str, bytes]:
    done = run("export", into, "--for", "csv", "--facts", "--store", store)
    assert done.returncode == 0, done.stderr
    return {p.name: p.read_bytes() for p in sorted(into.iterdir())}


def start(tmp_path: Path, *words: object, said: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "graph.cli", *map(str, words)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=said,
        start_new_session=True,
    )


@pytest.mark.timeout(600)
def test_killed_loads_leave_nothing_behind(run: Run, tmp_path: Path) -> None:
    began = time.monotonic()
    assert run("load", SAMPLES, "--store", "whole.db").returncode == 0
    lasted = time.monotonic() - began
    undisturbed = exported(run, "whole.db", tmp_path / "whole")
    assert len(undisturbed) > 10
    chance = random.Random(20)
    for _ in range(KILLS):
        load = start(tmp_path, "load", SAMPLES, "--store", "killed.db")
        time.sleep(chance.uniform(0.2, max(lasted, 1.0)))
        os.killpg(load.pid, signal.SIGKILL)
        load.wait()
    done = run("load", SAMPLES, "--store", "killed.db")
    assert done.returncode == 0, done.stderr
    assert exported(run, "killed.db", tmp_path / "killed") == undisturbed


def test_two_loads_at_once_both_work(run: Run, tmp_path: Path) -> None:
    texts = sorted(SAMPLES.glob("*.txt"))
    assert run("load", *texts, "--store", "one.db").returncode == 0
    loads = [start(tmp_path, "load", path, "--store", "both.db", said=subprocess.PIPE) for path in texts]
    said = [load.communicate(timeout=120)[1] for load in loads]
    assert [load.returncode for load in loads] == [0] * len(texts), said
    assert exported(run, "both.db", tmp_path / "both") == exported(run, "one.db", tmp_path / "one")


def test_nothing_is_left_running_after_a_command(run: Run, tmp_path: Path) -> None:
    assert run("load", SAMPLES / "wexmoor-newsletter-2022-q2.txt").returncode == 0
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _engines_of(tmp_path):
        time.sleep(0.2)
    assert not _engines_of(tmp_path)


def _engines_of(folder: Path) -> list[int]:
    found = []
    for process in psutil.process_iter(["pid", "cmdline"]):
        words = " ".join(process.info["cmdline"] or [])
        if "arcadedb" in words.lower() and str(folder) in words:
            found.append(process.info["pid"])
    return found


def test_an_interrupted_load_stops_with_a_sentence(tmp_path: Path) -> None:
    words = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests run in the background, too\n"
        "from graph.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    load = subprocess.Popen(
        [sys.executable, "-c", words, "load", str(SAMPLES)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while load.poll() is None and not (tmp_path / "goldenthread.db").exists():
        time.sleep(0.02)
    load.send_signal(signal.SIGINT)
    told, said = load.communicate(timeout=60)
    assert load.returncode == 130
    assert (told, said.strip()) == ("", "Stopped. Nothing that was finished is lost.")
