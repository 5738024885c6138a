"""A form of one review: its reference, its children and how far its actions are, in tables and below what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.items.beside import stand_beside
from loaders.parse.parse import parse

FORM = """<h1>Rapid review report</h1>
<h2>Section A. Administration</h2>
<table><tr><td>Local reference</td><td>RR 07/31</td></tr><tr><td>Date of incident</td><td>3 May 2031</td></tr></table>
<h2>Section B. The children</h2>
<table><tr><th></th><th>Age at incident</th><th>Gender</th></tr>
<tr><td>Twin A</td><td>14 weeks</td><td>Male</td></tr><tr><td>Twin B</td><td>14 weeks</td><td>Female</td></tr></table>
<table><tr><th>Who</th><th>Age</th><th>Comments</th></tr><tr><td>Child C (half brother)</td><td>3 years</td>
<td>At nursery.</td></tr></table>
<h2>Section D. What happened</h2>
<p>Twin A was brought to hospital with a skull fracture at 13 weeks of age.</p>
<h2>Section H. Learning and what has been done about it</h2>
<table><tr><th>Learning</th><th>Action taken or planned</th><th>Position at 1 June</th></tr>
<tr><td>A call does not replace the bruising protocol.</td><td>Alert to all health visitors.</td>
<td>Sent 20/05.</td></tr>
<tr><td>Fathers should be asked about children.</td><td>Bulletin to teams; template to be changed.</td>
<td>Bulletin issued 22/05. Template with the lead for sign off.</td></tr></table>"""

ANSWERED = """# Local Child Safeguarding Practice Review: Hazel

## Recommendations and what has been done

1. The Trust should give health visitors a number that is answered at weekends.

   - The number was set up in May.

2. The Council should train its duty team.

   - Training is being written.
"""


def test_a_form_headed_by_its_kind_alone_is_one_review_of_the_children_in_its_table() -> None:
    (review,) = parse(read_html(Path("form.html"), FORM.encode())).reviews
    assert (review.ref, review.kind) == ("RR 07/31", "rapid-review")
    assert [(child.name, child.age, child.sex) for child in review.children] == [
        ("A", "14 weeks", "male"),
        ("B", "14 weeks", "female"),
    ]


def test_a_column_of_positions_tells_how_far_the_action_of_its_row_is() -> None:
    (review,) = parse(read_html(Path("form.html"), FORM.encode())).reviews
    assert [(action.text, action.status) for action in review.actions] == [
        ("Alert to all health visitors.", "complete-evidence-awaited"),
        ("Bulletin to teams; template to be changed.", "under-way"),
    ]


@pytest.mark.parametrize(
    ("action", "told", "expected"),
    [
        ("Send an alert.", "Sent 14/02.", "complete-evidence-awaited"),
        ("Send a bulletin; change the form.", "Bulletin issued 25/02. The form is with the lead.", "under-way"),
        ("Brief managers. Build a checklist.", "Briefing held 20/02. Form being tested.", "under-way"),
        ("Change the form.", "Not started. The supplier has not answered.", "not-started"),
        ("Change the form.", "With the lead.", "not-stated"),
    ],
)
def test_an_action_is_done_only_where_nothing_beside_it_goes_on_and_no_part_is_untold(
    action: str, told: str, expected: str
) -> None:
    assert stand_beside(action, told).status == expected


def test_an_item_below_a_numbered_recommendation_tells_what_was_done_about_it() -> None:
    (review,) = parse(read_text(Path("briefing.md"), ANSWERED.encode())).reviews
    assert [asked.ref for asked in review.recommendations] == ["1", "2"]
    assert [(action.recommendation, action.status) for action in review.actions] == [
        ("1", "complete-evidence-awaited"),
        ("2", "under-way"),
    ]
