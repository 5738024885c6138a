"""Minutes that take several reviews in turn: an item of the agenda is of its review, and so is a row of the log."""

from __future__ import annotations

from pathlib import Path

from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

MINUTES = """# Ashmere Safeguarding Children Partnership

## Case Review Group

Minutes of the meeting held on 4 March 2031

Present: Designated Nurse (Chair); Named Doctor; Business Manager

## 1. LCSPR Wren: action plan

The report was published in May 2030. Wren, 14, was harmed in a placement.

## 2. Rapid review RR 6/31

Girl aged three with a burn to her arm. Her uncle has been charged.

The following learning was agreed:

- Nobody had asked who lived in the home
- Two earlier attendances were not seen by the ward

## 3. LCSPR Robin: draft report

Robin is 11 and was out of school for two years. No doctor was responsible for the whole of his care.

## 4. Any other business

The next meeting is on 6 May.

## Action log

| No. | Action | Owner | Status |
|---|---|---|---|
| 1 | Send RR 6/31 to the Panel | TH | Open |
| 2 | Check that all agencies have signed off the Wren summary | TH | Closed |
| 3 | Write a guide to escalation | CM | Open |
"""


def test_each_item_of_an_agenda_opens_its_review_whatever_paper_is_before_the_group() -> None:
    record = parse(read_text(Path("minutes.md"), MINUTES.encode()))
    assert [(one.name or one.ref, one.kind) for one in record.reviews] == [
        ("Wren", "lcspr"),
        ("RR 6/31", "rapid-review"),
        ("Robin", "lcspr"),
    ]
    learnt = {one.name or one.ref: [finding.text for finding in one.findings] for one in record.reviews}
    assert len(learnt["RR 6/31"]) == 2
    assert not learnt["Wren"]


def test_a_row_of_the_log_is_of_the_one_review_that_it_names() -> None:
    record = parse(read_text(Path("minutes.md"), MINUTES.encode()))
    assert {one.name or one.ref: [action.text for action in one.actions] for one in record.reviews} == {
        "Wren": ["Check that all agencies have signed off the Wren summary"],
        "RR 6/31": ["Send RR 6/31 to the Panel"],
        "Robin": [],
    }
    assert [action.text for action in record.actions] == ["Write a guide to escalation"]


COUNTED = """# Rapid review RR 6/31

## 3. Rapid review RR 6/31

3.1 Girl aged three with a burn to her arm. Her uncle has been charged.

3.2 Discussion of the returns. The following learning was agreed:

- Nobody had asked who lived in the home
- Two earlier attendances were not seen by the ward

3.3 The uncle's father wishes to see the report.

3.4 The chair praised the physiotherapist, who kept a diary of what the girl could do.
"""


def test_the_next_numbered_paragraph_ends_the_list_of_the_one_above() -> None:
    (review,) = parse(read_text(Path("minutes.md"), COUNTED.encode())).reviews
    assert [one.text for one in review.findings] == [
        "Nobody had asked who lived in the home",
        "Two earlier attendances were not seen by the ward",
        "The chair praised the physiotherapist, who kept a diary of what the girl could do.",
    ]
    assert not review.actions
