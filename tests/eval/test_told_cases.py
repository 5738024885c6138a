"""How cases and children are found in forty short fictional papers, each telling them in its own way.

Another hand wrote them, who saw no reader; nothing but cases and children is labelled. At first sight 24 of 77 cases
were found, and 6 that are none (F1 0.45). `told_cases` was mended by; `told_cases/second` was not looked at but for
lists and registers, and `learn_names` does not learn from it, so that it still says how a stranger's paper is read. The
floors are what is reached, rounded down.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from loaders.extract import extract
from tests.eval.scoring import Score, score_document

TOLD = Path(__file__).parent / "told_cases"
FLOORS: dict[str, dict[str, float]] = {
    ".": {"cases": 0.75, "children": 0.83},
    "second": {"cases": 0.7, "children": 0.91},
}


@pytest.mark.parametrize("half", FLOORS)
def test_cases_and_children_are_found_however_they_are_told(half: str) -> None:
    total = Score()
    for labels in sorted((TOLD / half).glob("*.yaml")):
        source = next(path for path in sorted((TOLD / half).glob(f"{labels.stem}.*")) if path.suffix != ".yaml")
        record = extract(source).model_dump(mode="json", by_alias=True)
        total.join(score_document(record, yaml.safe_load(labels.read_text(encoding="utf-8"))))
    reached = {what: round(total.f1(what), 3) for what in FLOORS[half]}
    assert {what: f1 for what, f1 in reached.items() if f1 < FLOORS[half][what]} == {}, "\n".join(total.faults)
    assert total.counts["nothing dropped"][1:] == [0, 0]
