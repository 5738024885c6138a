"""A plan with a table for each recommendation, which stands with its reason over the heads, and what another left."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.parse.items.status import stand_of

HEADS = (
    "<tr><td rowspan=2>Action agreed</td><td rowspan=2>Lead</td><td rowspan=2>By when</td>"
    "<td colspan=2>Update</td></tr>"
    "<tr><td>April 2031</td><td>November 2031</td></tr>"
)
ASKED = (
    "The trust should make sure that both services plan together for a child under five.",
    "Doctors should agree a pathway for a child whose signs may have two causes.",
)
WHY = (
    "The visits were always arranged beforehand. No record was kept of what the boy said.",
    "The appointment was missed three times and he was discharged.",
)
WORK = (
    (
        "Joint meeting at the start of treatment",
        "Head of Family Support",
        "May 2031",
        "Form drafted",
        "9/14 have attended",
    ),
    ("Pathway for the clinic", "Consultant", "June 2031", "Group met", "Third draft. Will not be signed off until May"),
)


def table(number: int) -> str:
    over = f"<tr><td colspan=5>Recommendation {number}. {ASKED[number - 1]}</td></tr>"
    over += f"<tr><td colspan=5>Why: {WHY[number - 1]}</td></tr>"
    cells = "".join(f"<td>{cell}</td>" for cell in WORK[number - 1])
    return f"<table>{over}{HEADS}<tr>{cells}</tr></table>"


def plan(path: Path, below: str = "") -> DocumentRecord:
    page = "<h1>Ashmere Safeguarding Panel: CMR Alder – Action Plan and Update</h1>"
    page += "<p>Alder (4) was found by a road in January 2031 and was very cold. He lives with his aunt.</p>"
    page += f"{table(1)}<p></p>{table(2)}{below}"
    (path / "plan.html").write_text(f"<html><body>{page}</body></html>")
    return extract(path / "plan.html")


OLDER = (
    "<h2>Still open from CMR Wren (2027)</h2><p>Wren was 15 when he was hurt by people to whom he owed money.</p>"
    "<table><tr><td>Recommendation</td><td>Lead</td><td>Position</td></tr>"
    "<tr><td>A worker in each centre should know the boys.</td><td>Youth service</td><td>In place since May</td></tr>"
    "</table>"
)


def test_what_is_asked_and_why_stands_over_the_heads_of_its_table(tmp_path: Path) -> None:
    (review,) = plan(tmp_path).reviews
    assert [(one.ref, one.text) for one in review.recommendations] == [("1", ASKED[0]), ("2", ASKED[1])]
    assert [one.text for one in review.findings] == [*WHY[0].replace(". ", ".|").split("|"), WHY[1]]
    assert [(one.text, one.recommendation) for one in review.actions] == [(WORK[0][0], "1"), (WORK[1][0], "2")]


def test_what_is_only_hoped_for_over_the_heads_is_no_learning(tmp_path: Path) -> None:
    page = f"<h1>Ashmere: action plan for CMR Alder</h1>{table(2).replace(WHY[1], 'So that no child is left out.')}"
    (tmp_path / "plan.html").write_text(f"<html><body>{page}</body></html>")
    record = extract(tmp_path / "plan.html")
    assert not [one for box in (record, *record.reviews) for one in box.findings]


def test_how_far_it_is_stands_in_the_last_update(tmp_path: Path) -> None:
    (review,) = plan(tmp_path).reviews
    assert [action.status for action in review.actions] == ["under-way", "not-started"]


def test_the_case_of_the_title_is_told_up_to_what_is_left_of_another(tmp_path: Path) -> None:
    alder, wren = plan(tmp_path, OLDER).reviews
    assert (alder.name, [child.age for child in alder.children]) == ("Alder", ["4"])
    assert len(alder.recommendations) == len(alder.actions) == 2
    assert (wren.name, [one.text for one in wren.recommendations]) == (
        "Wren",
        ["A worker in each centre should know the boys."],
    )


SEVERAL = """<h1>Learning from two rapid reviews</h1>
<h2>RR 3/31 Jasper</h2><p>Jasper was 16 when he took an overdose. He is better now.</p>
<h2>RR 4/31 Child Z</h2><p>Child Z was 13 when she was hurt in the street. She is better now.</p>
<h2>Recommendations: how are we doing?</h2>
<table><tr><th>Ref</th><th>What</th><th>Who</th><th>Where are we</th></tr>
<tr><td>{}</td><td>No letter to be declined on paper</td><td>Clinic</td><td>The policy was changed in May</td></tr>
<tr><td>{}</td><td>One card to be held by each carer</td><td>Council</td><td>The card was drafted in June</td></tr>
</table>
"""


@pytest.mark.parametrize(
    ("refs", "told"),
    [(("J1", "Z1"), [1, 1, 0]), (("R1", "R2"), [0, 2, 0]), (("J1", "R2"), [0, 2, 0]), (("J1", ""), [0, 2, 0])],
)
def test_rows_numbered_by_the_initials_of_reviews_are_theirs(
    refs: tuple[str, str], told: list[int], tmp_path: Path
) -> None:
    (tmp_path / "plan.html").write_text(f"<html><body>{SEVERAL.format(*refs)}</body></html>")
    record = extract(tmp_path / "plan.html")
    assert [len(box.recommendations) for box in (*record.reviews, record)] == told
    assert [len(box.actions) for box in (*record.reviews, record)] == told


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("9/14 have attended", "under-way"),
        ("14/14 have attended", "complete-evidence-awaited"),
        ("4 sessions held then stopped on account of a strike", "cancelled"),
        ("Begins January", "not-started"),
        ("Not affordable, won't go ahead", "cancelled"),
        ("Business case parked until the merger is settled", "paused"),
    ],
)
def test_a_few_words_of_an_update_say_how_far_it_is(told: str, status: str) -> None:
    assert stand_of(told).status == status
