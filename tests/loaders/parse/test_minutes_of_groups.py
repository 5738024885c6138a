"""Minutes of a group: what was carried over, numbered actions, counted requests, groups of siblings."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

MINUTES = """EASTMARCH SAFEGUARDING CHILDREN PARTNERSHIP

LEARNING GROUP – MINUTES

Monday 3 February 2031

1. Minutes of the last meeting
Agreed as a true record.

Action log, carried over:
Log updated 2 January 2031 for this meeting.
  04/1  Named Nurse to send round the new form. Outstanding; it waits for the printers. Carry over to May.
  04/2  Council to list the flats. Closed - list received on 4 January.

2. LCSPR: "Larkspur"
Larkspur (girl, 5 months) died in June 2030 asleep on a sofa. \
It was agreed that these findings are supported by the files:
 a) nobody told her father how she should sleep
 b) the move was known to housing and did not reach the midwife
The author proposes two recommendations: (1) that housing tells health visitors of each move; \
(2) that both parents are shown how a baby sleeps safely.
Action 2/1: Coordinator to return comments to the author.
Action 2/2: Named Nurse to run two sessions for the wards.

3. Learning review: sibling group V
Three sisters lived in six homes in a year. A reviewer has been found.

4. AOB
The Chair retires in March.
"""


def _read() -> DocumentRecord:
    return parse(read_text(Path("minutes.txt"), MINUTES.encode()))


def test_actions_of_minutes_are_read_by_their_label_and_never_as_done_by_a_title() -> None:
    (larkspur, *_) = _read().reviews
    assert [(one.text, one.status) for one in larkspur.actions] == [
        ("Coordinator to return comments to the author.", "not-started"),
        ("Named Nurse to run two sessions for the wards.", "not-started"),
    ]
    assert all(one.promise for one in larkspur.actions)


def test_how_an_action_carried_over_stands_is_told_with_it() -> None:
    carried = {one.text.partition(".")[0]: one.status for one in _read().actions}
    assert carried["Council to list the flats"] == "complete-evidence-awaited"
    assert carried["Named Nurse to send round the new form"] not in ("complete-evidence-awaited", "complete-evidenced")
    assert len(carried) == 2


def test_each_counted_request_of_an_author_is_one() -> None:
    (larkspur, *_) = _read().reviews
    assert [one.text for one in larkspur.recommendations] == [
        "that housing tells health visitors of each move",
        "that both parents are shown how a baby sleeps safely",
    ]


def test_a_group_of_siblings_is_a_case_and_any_other_business_none() -> None:
    assert [(one.name, one.kind) for one in _read().reviews] == [
        ("Larkspur", "lcspr"),
        ("Sibling Group V", "learning-review"),
    ]
