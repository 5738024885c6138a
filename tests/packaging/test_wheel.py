"""The built wheel holds everything: demo, questions and kit run from it in an empty directory and ask nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked into a folder of its own."""
    place = tmp_path_factory.mktemp("wheel")
    source = place / "source"  # building writes into the folder, where other tests read meanwhile
    shutil.copytree(
        ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "node_modules", "*.db")
    )
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--wheel-dir", place, source], check=True, capture_output=True, timeout=280
    )
    wheel = next(place.glob("*.whl"))
    target = place / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", target, wheel], check=True, capture_output=True)
    return target


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The empty directory in which the demo runs."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(installed: Path, place: Path) -> subprocess.CompletedProcess[str]:
    return _demo(installed, place)


def _demo(installed: Path, place: Path) -> subprocess.CompletedProcess[str]:
    where = _python(installed, place, "-c", "import graph; print(graph.__file__)")
    assert where.stdout.startswith(str(installed)), where.stdout
    return _python(installed, place, "-m", "graph.cli", "demo")


def _python(installed: Path, place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=place,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def test_the_demo_ends_with_the_thread_and_the_page(demo: subprocess.CompletedProcess[str], place: Path) -> None:
    assert demo.returncode == 0, demo.stderr
    for sentence in ("Recommended", "Done", "Shown to work", "Seen again"):
        assert sentence in demo.stdout
    assert "not stated" in demo.stdout.lower()
    page = next(place.rglob("*.html"))
    assert str(page) in demo.stdout


def test_the_demo_again_changes_nothing(demo: subprocess.CompletedProcess[str], installed: Path, place: Path) -> None:
    assert demo.returncode == 0, demo.stderr
    again = _demo(installed, place)
    assert again.returncode == 0, again.stderr
    assert "0 changes" in again.stderr


def test_every_data_file_of_the_checkout_is_in_the_wheel(installed: Path) -> None:
    kinds = (".yaml", ".cypher", ".html", ".css", ".js", ".md", ".pdf", ".txt")
    for package in ("graph", "loaders", "cypher"):
        here = {p.relative_to(ROOT) for p in (ROOT / package).rglob("*") if p.suffix in kinds}
        assert here
        assert sorted(p for p in here if not (installed / p).exists()) == []


def test_questions_and_the_kit_need_nothing_but_the_wheel(installed: Path, tmp_path: Path) -> None:
    listed = _python(installed, tmp_path, "-m", "graph.cli", "ask", "--format", "json")
    assert (listed.returncode, '"recurring-themes"' in listed.stdout) == (0, True), listed.stderr
    kit = _python(installed, tmp_path, "-m", "graph.cli", "kit", "kit")
    assert kit.returncode == 0, kit.stderr
    assert all((tmp_path / "kit" / name).stat().st_size for name in ("guide.html", "favourites.zip", "docker.env"))
    current = _python(installed, tmp_path, "-m", "graph.cli", "docs", "--check")
    assert current.returncode == 0, current.stderr
