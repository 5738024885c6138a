"""Where no wheel of the embedded engine exists, the first command says that a Neo4j address is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_sentence

SAMPLE = Path(__file__).resolve().parents[2] / "graph" / "samples" / "wexmoor-newsletter-2022-q2.txt"


@pytest.fixture
def without_engine(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python does not find the engine's package."""
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "sitecustomize.py").write_text("import sys\nsys.modules['arcadedb_embedded'] = None\n")
    return {"PYTHONPATH": str(tmp_path / "hidden")}


def test_loading_says_that_an_address_is_needed(run: Run, without_engine: dict[str, str]) -> None:
    done = run("load", SAMPLE, **without_engine)
    assert done.returncode == 1
    assert "--store bolt://" in done.stderr
    assert one_sentence(done.stderr)


def test_what_needs_no_store_still_works(run: Run, without_engine: dict[str, str]) -> None:
    assert run("extract", SAMPLE, **without_engine).returncode == 0
    assert run("ask", **without_engine).returncode == 0
