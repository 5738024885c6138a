"""What names one case outside every case is of that case; the first case of a bulletin is not its title."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

YEARLY = """# Annual report 2030 to 2031

## Rapid reviews

### SI 06/24

Girl, 3 months, died in May 2030.

### SI 07/24

Boy, 14, stabbed in June 2030.

## What we learned across our reviews

- In SI 06/24 the checklist left out fathers.
- In SI 06/24 and SI 07/24 nobody checked who lived in the home.
- Records were not shared between hospitals.
"""
BULLETIN = """# Learning bulletin

## Robin

Robin, a boy of two, was burned in May 2030.

## Immediate learning

- The ward did not tell the school.

## Wren

Wren, a girl of nine, was found alone in June 2030.

## Immediate learning

- Nobody asked who was at home.
"""
FORM = """<h1>Rapid review: findings and decision</h1><table><tr><td>Reference</td><td>RR/2031/03</td></tr>
<tr><td>Child</td><td>J, male, 15</td></tr></table><h2>Learning</h2>
<ul><li>Nobody told the school that he was carrying a knife.</li></ul>"""
REPORT = """# Child safeguarding practice review: Robin

## What we learned

### Fathers were not seen by the health visitor

The health visitor met the mother at home each week. Nobody asked where the father was.

### Records were not shared between the two hospitals

The ward did not see the notes of the other hospital.
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("told.md"), text.encode()))


def test_learning_that_names_one_case_goes_to_it_and_that_of_two_stays_of_all() -> None:
    record = read(YEARLY)
    assert [(review.ref, [finding.text for finding in review.findings]) for review in record.reviews] == [
        ("SI 06/24", ["In SI 06/24 the checklist left out fathers."]),
        ("SI 07/24", []),
    ]
    assert len(record.findings) == 2


def test_parts_that_repeat_stay_in_their_case_and_the_first_case_is_not_the_title() -> None:
    robin, wren = read(BULLETIN).reviews
    assert (robin.name, [finding.text for finding in robin.findings]) == (
        "Robin",
        ["The ward did not tell the school."],
    )
    assert (wren.name, [finding.text for finding in wren.findings]) == ("Wren", ["Nobody asked who was at home."])


def test_a_form_says_in_its_fields_which_review_it_is() -> None:
    (review,) = parse(read_html(Path("form.html"), FORM.encode())).reviews
    assert (review.ref, review.name, review.kind) == ("RR/2031/03", "J", "rapid-review")
    assert [(child.age_months, child.sex) for child in review.children] == [(180.0, "male")]


def test_headings_that_state_learning_are_findings_and_so_is_what_is_judged_below_them() -> None:
    (review,) = read(REPORT).reviews
    assert [(finding.text, finding.polarity) for finding in review.findings] == [
        ("Fathers were not seen by the health visitor", "shortfall"),
        ("Nobody asked where the father was.", "shortfall"),
        ("Records were not shared between the two hospitals", "shortfall"),
        ("The ward did not see the notes of the other hospital.", "shortfall"),
    ]
    assert [told.text for told in review.context] == ["The health visitor met the mother at home each week."]


def test_what_the_reviewer_found_is_learning_in_a_response_that_tells_it_nowhere_else() -> None:
    text = """# Our response to the local child safeguarding practice review of Robin

## What this document is

The reviewer, who is independent of us all, concluded that nobody asked about the father. She also found that records \
were not shared. We met the author twice.

## Actions

- The Trust has published a guide on fathers.
"""
    (review,) = read(text).reviews
    assert [finding.text for finding in review.findings] == [
        "The reviewer, who is independent of us all, concluded that nobody asked about the father.",
        "She also found that records were not shared.",
    ]
    assert len(review.actions) == 1


def test_a_line_that_only_says_the_kind_of_review_stands_between_a_name_and_its_story() -> None:
    text = """# Learning from reviews

## Isla

## Learning Review, completed May 2031

Isla was twelve when she told a teacher. Nobody had asked her before.

### What we learned

- No agency asked who had joined the household.

## Robin

## Learning Review, completed June 2031

Robin was two when he was burned.

### What we learned

- The ward did not tell the nursery.
"""
    reviews = read(text).reviews
    listed = [[finding for finding in review.findings if not finding.by_wording] for review in reviews]
    assert [(review.name, review.kind, len(found)) for review, found in zip(reviews, listed, strict=True)] == [
        ("Isla", "learning-review", 1),
        ("Robin", "learning-review", 1),
    ]


def test_work_in_a_list_below_the_story_of_a_case_is_kept_as_actions() -> None:
    text = """# Annual report 2030-31

## Rapid reviews

### Baby Wren (rapid review)

Wren was seven weeks old when he was taken to hospital in May 2030.

* The bruising protocol has been rewritten and was reissued in December 2030.
* A session for fathers has been agreed in principle. No dates have been set.
"""
    (review,) = read(text).reviews
    assert [action.status for action in review.actions] == ["complete-evidence-awaited", "under-way"]
