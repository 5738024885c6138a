"""How well published documents are read, against private labels where this machine has them.

The labels and their scorer are not part of the repository; GOLDENTHREAD_EVAL names their folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.extract import extract

ROOT = Path(__file__).resolve().parents[2]
GOALS = {
    "cases": 0.98,
    "children": 0.95,
    "findings": 0.90,
    "statistics n/d or %": 0.90,
    "actions": 0.80,
    "recommendations": 0.85,
    "case themes": 0.75,
}


@pytest.fixture(scope="module")
def labels() -> Path:
    named = os.environ.get("GOLDENTHREAD_EVAL")
    folder = Path(named) if named else ROOT.parent / "shared" / "eval"
    if not (folder / "reading" / "score.py").is_file():
        pytest.skip("the labelled examples are not here; set GOLDENTHREAD_EVAL")
    return folder / "reading"


@pytest.mark.reviews
def test_reading_reaches_its_goals(labels: Path, reviews: Path, tmp_path: Path) -> None:
    for gold in sorted((labels / "gold").glob("*.yaml")):
        name = f"{gold.stem}.txt"
        source = next(path for path in (reviews / name, labels / "docs" / name) if path.is_file())
        record = extract(source).model_dump(mode="json", by_alias=True)
        (tmp_path / f"{gold.stem}.json").write_text(json.dumps(record), encoding="utf-8")
    command = [sys.executable, str(labels / "score.py"), str(tmp_path), str(labels / "gold"), "--json"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    reached = {what: scored[what]["f1"] for what in GOALS}
    assert {what: f1 for what, f1 in reached.items() if f1 < GOALS[what]} == {}
    assert scored["traps"][0] == scored["traps"][1]
