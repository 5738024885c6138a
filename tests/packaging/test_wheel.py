"""The built wheel holds everything: the demo runs from it in an empty directory, twice, and asks nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked into a folder of its own."""
    place = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--wheel-dir", place, ROOT], check=True, capture_output=True, timeout=280
    )
    wheel = next(place.glob("*.whl"))
    target = place / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", target, wheel], check=True, capture_output=True)
    return target


@pytest.fixture
def demo(installed: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    return _demo(installed, tmp_path)


def _demo(installed: Path, place: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(installed)}
    where = subprocess.run(
        [sys.executable, "-c", "import graph; print(graph.__file__)"],
        cwd=place,
        env=env,
        capture_output=True,
        text=True,
    )
    assert where.stdout.startswith(str(installed)), where.stdout
    return subprocess.run(
        [sys.executable, "-m", "graph.cli", "demo"],
        cwd=place,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def test_the_demo_ends_with_the_thread_and_the_page(demo: subprocess.CompletedProcess[str], tmp_path: Path) -> None:
    assert demo.returncode == 0, demo.stderr
    for sentence in ("Recommended", "Done", "Shown to work", "Seen again"):
        assert sentence in demo.stdout
    assert "not stated" in demo.stdout.lower()
    page = next(tmp_path.rglob("*.html"))
    assert str(page) in demo.stdout


def test_the_demo_again_changes_nothing(
    demo: subprocess.CompletedProcess[str], installed: Path, tmp_path: Path
) -> None:
    again = _demo(installed, tmp_path)
    assert again.returncode == 0, again.stderr
    assert "0 changes" in again.stderr
