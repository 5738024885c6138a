"""The date of the harm is read from the sentence that tells it, whatever word it has for the harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract

REVIEW = """Eastmarch Safeguarding Children Partnership

Learning Review: Child Fern

What happened

Fern was a six-year-old girl who {harm} in January 2023.

What could have been better

- School and health did not share what they knew about missed appointments
"""


@pytest.mark.parametrize(
    "harm", ["was seriously harmed through neglect", "died at home", "was badly hurt by a relative"]
)
def test_incident_is_dated(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "fern.txt"
    path.write_text(REVIEW.format(harm=harm), encoding="utf-8")
    (review,) = extract(path).reviews
    assert review.dates.incident is not None
    assert review.dates.incident.printed == "January 2023"
