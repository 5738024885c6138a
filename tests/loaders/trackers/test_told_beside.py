"""A workbook of a sheet a review whose only status is a colour, with learning and figures on sheets of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from graph.records import DocumentRecord
from loaders.blocks import Block, BlockKind
from loaders.extract import extract
from loaders.read import read
from loaders.trackers.legend import legend_of
from loaders.trackers.status import standing
from loaders.trackers.tables import tables_of

BLUE, GREEN, AMBER, RED = "FFBDD7EE", "FFC6E0B4", "FFFFE699", "FFF4B6B6"
FRONT = (
    "Marrowdale Safeguarding Children Board",
    "Action plan, position at 31 May 2031",
    "The colour is the agency's own: blue finished, green running to time, amber slipping, red not going ahead.",
)
HEAD = ("No.", "What was learned", "Recommendation", "Action", "Lead", "Target", "Progress")
ROWS = (
    ("Nobody asked why he left.", "Schools should ask.", "A guide", "Schools", "May 30", "It is out", BLUE),
    ("His flat was not seen.", "Flats should be seen.", "Visit each flat", "Housing", "Jun 31", "12 of 20 seen", GREEN),
    ("He had no worker for a month.", "Cover gaps.", "Set up a rota", "Council", "Jan 31", "Tender again", AMBER),
    ("His father was not told.", "Tell fathers.", "Fund a post", "Council", "Jan 31", "Not in this year's plan", RED),
    ("Letters were hard to read.", "Write plainly.", "Rewrite letters", "Health", "Jan 31", "Nothing came", None),
)  # fmt: skip
POINTS = (
    ("Things the reviews said that need no action", None),
    ("Good practice", "Robin's coach rang him every week and wrote down what he said."),
    ("Good practice", "B1 was taught by a neighbour to ring for help."),
    ("Family", "His mother said that she had rung thirty times."),
)
FIGURES = (
    (None, "n", "out of", "%"),
    ("Interview within three days", 58, 133, "44%"),
    ("Places booked and used", 240, 300, "82%"),
)


def record(tmp_path: Path) -> DocumentRecord:
    book = Workbook()
    front = book.active
    assert front is not None
    front.title = "Cover"
    for line in FRONT:
        front.append([line])
    robin = book.create_sheet("CMR 04-21 Robin")
    robin.append(["CMR 04/21 Robin"])
    robin.append(["Robin, 17, took his own life in June 2029. He had been reported missing nine times."])
    robin.append(HEAD)
    for number, (*row, colour) in enumerate(ROWS, start=1):
        robin.append([str(number), *row])
        if colour:
            robin.cell(robin.max_row, 7).fill = PatternFill("solid", fgColor=colour)
    family = book.create_sheet("CMR 01-22 B family")
    family.append(["CMR 01/22 The B family"])
    family.append(["B1 (girl, 8) and B2 (boy, 3) moved here with their mother. B2 had a fractured skull."])
    family.append(HEAD)
    family.append(["1", "Nobody spoke with B1.", "Speak with children.", "Train staff", "All", "Jan 31", "Booked"])
    for name, rows in (("Other points", POINTS), ("Assurance", FIGURES)):
        sheet = book.create_sheet(name)
        for one in rows:
            sheet.append(one)
    book.save(tmp_path / "plan.xlsx")
    return extract(tmp_path / "plan.xlsx")


def test_colours_explained_in_a_running_line_are_the_status(tmp_path: Path) -> None:
    robin, _ = record(tmp_path).reviews
    told = [(action.status, action.status_printed) for action in robin.actions]
    assert told == [
        ("complete-evidence-awaited", "Blue"),
        ("on-track", "Green"),
        ("at-risk", "Amber"),
        ("cancelled", "Red"),
        ("not-stated", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Red actions, amber actions and green actions are read out at each meeting.",
        "The red folder holds letters, the green folder holds plans.",
        "Blue finished.",
    ],
)
def test_a_line_that_only_names_colours_is_no_key(tmp_path: Path, line: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([line])
    book.save(tmp_path / "line.xlsx")
    assert not legend_of(tables_of(read(tmp_path / "line.xlsx")), {})
    assert standing([], legend_of([], {}), evidence=False).status == "not-stated"


def test_lines_over_the_head_tell_of_the_children_of_the_sheet_s_review(tmp_path: Path) -> None:
    robin, family = record(tmp_path).reviews
    assert (robin.ref, robin.name, family.ref, family.name) == ("CMR 04/21", "Robin", "CMR 01/22", "The B family")
    assert [(c.name, c.age, c.sex, c.outcome) for c in robin.children] == [("Robin", "17", "male", "died")]
    assert [(c.name, c.age, c.sex, c.outcome) for c in family.children] == [
        ("B1", "8", "female", "not-stated"),
        ("B2", "3", "male", "serious-harm"),
    ]
    assert robin.harms == ["suicide-self-harm"]


def test_good_practice_on_a_sheet_of_its_own_belongs_to_the_review_it_names(tmp_path: Path) -> None:
    robin, family = record(tmp_path).reviews
    praised = [[f.text for f in one.findings if f.polarity == "good-practice"] for one in (robin, family)]
    assert praised == [[POINTS[1][1]], [POINTS[2][1]]]


def test_figures_on_a_sheet_of_their_own_keep_count_whole_and_share_as_printed(tmp_path: Path) -> None:
    given = record(tmp_path)
    told = [(one.numerator, one.denominator, one.percent, one.source) for one in given.statistics]
    assert told == [(12, 20, None, "activity"), (58, 133, 44, "activity"), (240, 300, 82, "activity")]
    assert given.report.read == given.report.kept + len(given.report.rejected)
    assert "His mother said" in " ".join(one.text for one in given.report.rejected)


@pytest.mark.parametrize(
    ("head", "answer", "status"),
    [
        ("Started?", "Yes", "under-way"),
        ("Started?", "No", "not-started"),
        ("Funded?", "Yes", "not-stated"),
        ("Agreed by the board?", "Yes", "not-stated"),
        ("Is it done?", "Yes", "complete-evidence-awaited"),
        ("Complete?", "No", "under-way"),
    ],
)
def test_yes_is_done_only_where_the_head_asks_whether_it_is_done(head: str, answer: str, status: str) -> None:
    told = standing([Block(BlockKind.CELL, answer)], legend_of([], {}), evidence=False, head=head)
    assert told.status == status
