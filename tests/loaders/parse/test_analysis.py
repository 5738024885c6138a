"""Reports that take one theme after another: what judges practice is learning, the story between is background."""

from __future__ import annotations

from pathlib import Path

from graph.records import Finding
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

REPORT = """# Local Child Safeguarding Practice Review: Robin

## What happened

1.1 Robin was nine when he died in May 2030. He lived with his aunt by the harbour.

## Theme A. The letters

2.1 Robin was offered eight appointments. The letters were sent to the family's former address. He liked boats.

## Theme B. The school

3.1 The two leads sat side by side. Neither knew what the other held.

## What might have been criticised and should not be

4.1 It was said that the flood was the reason. I looked for this and did not find it. The pharmacy could not \
have altered the outcome.
"""


def _findings() -> list[Finding]:
    record = parse(read_text(Path("report.md"), REPORT.encode()))
    return [f for box in (record, *record.reviews) for f in box.findings]


def test_each_theme_gives_what_it_judges() -> None:
    told = [(f.text, f.polarity) for f in _findings()]
    assert told[:2] == [
        ("The letters were sent to the family's former address.", "shortfall"),
        ("Neither knew what the other held.", "shortfall"),
    ]


def test_what_might_be_criticised_and_is_not_is_no_shortfall() -> None:
    assert {f.polarity for f in _findings()[2:]} == {"absent"}
