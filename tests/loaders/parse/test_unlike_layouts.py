"""Layouts of many kinds: a letter sent by mail, a sheet of cases, a minute a heading, stories without headings."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graph.records import DocumentRecord, Stated
from loaders.blocks import BlockKind
from loaders.extract import extract
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.cases.mentions import months
from loaders.parse.cases.people import children_of
from loaders.parse.items.leads import leads_of
from loaders.parse.items.status import stand_of
from loaders.parse.parse import parse

MAIL = """<table><tr><td><a href="#">View in your browser</a></td></tr>
<tr><td>The Beacon<br>Newsletter, Summer 2030</td></tr>
<tr><td><table><tr><td><p><strong>Baby Lark</strong></p>
<p>We finished a rapid review about Lark, who was 23 days old when
she died.</p><p>The group asked that we all remember two things:</p><p>1&#65039;&#8419; nobody asked where she would
sleep<br>2&#65039;&#8419; the note did not reach the surgery</p></td>
<td><p><strong>Theo: one more chance too many</strong></p>
<p>We published the child safeguarding practice review on Theo.
Theo is now ten and living with an aunt; he was eight when he was seriously harmed.</p>
<p>What stood out for the reviewers was that visits were counted and not understood.</p></td></tr></table></td></tr>
<tr><td><p><strong>What our referrals look like</strong></p><p>The manager has written to five schools.</p></td></tr>
</table>"""

MINUTES = """Home > Professionals > Briefings

Minute by minute: learning from Child KR

Minute 1 – Why are we telling you this?
A review of this kind is held when a child has died or been badly hurt.

Minute 2 – What happened
A boy of 14 months, known here as KR, was shaken in May 2029.

Minute 4 – So what did we learn?
A new man in the home
Nobody asked his name.

Minute 6 – Then and now
The assessment has been given a new page.
"""

STORIES = """Six young people
A thematic review of harm outside the home

Commissioned by the partnership. Each child had a rapid review.

Two lives

By the time she was found, Child C, a girl of 15, had been missing on 41 occasions. She had been sexually exploited.

Young person F was stabbed to death two days after his seventeenth birthday.

Exclusion is often decided in a hurry.

What the six have in common

School
Exclusion was decided without asking the police.

Our two requests
We recommend that heads hold a meeting first. The Police and the Council should agree who refers.
"""

SHEET = """Rapid reviews 2030: digest

Our ref | Who | What happened | Services not involved | What got in the way | What we will do / have done
Quarter 1
MC-30-01 | F, 6/52 | Fractured femur. | Probation | No one read the notes. | Guide is being written (CSC).
MC-30-02 | Sisters: 4 yrs & 20 months | Found in neglect. | None | Visits were announced. | No agreed action yet.
MC-30-03 | M, 15 yrs | Stabbed in the leg. | n/k | Nobody asked the club. | Club to join. Done, from 1 Aug."""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("text.txt"), text.encode()))


def test_a_letter_sent_by_mail_is_read_as_its_columns_stand() -> None:
    record = parse(read_html(Path("mail.html"), MAIL.encode()))
    lark, theo = record.reviews
    assert [f.text for f in lark.findings] == [
        "nobody asked where she would sleep",
        "the note did not reach the surgery",
    ]
    assert [(c.name, c.age_months, c.outcome) for c in theo.children] == [("Theo", 96.0, "serious-harm")]
    assert len(theo.findings) == 1
    assert (theo.actions, lark.actions) == ([], [])  # another article of the letter
    assert [a.text for a in record.actions] == ["The manager has written to five schools."]


def test_a_table_of_one_row_of_short_cells_stays_a_table() -> None:
    source = read_html(Path("t.html"), b"<p>Ages</p><table><tr><td>Child</td><td><p>three</p></td></tr></table>")
    assert [block.kind for block in source.blocks][1:] == [BlockKind.CELL, BlockKind.CELL]


def test_a_sheet_whose_rows_are_cases_is_read_as_a_digest(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for line in SHEET.splitlines():
        sheet.append([cell.strip() for cell in line.split("|")])
    book.save(tmp_path / "digest.xlsx")
    first, second, third = extract(tmp_path / "digest.xlsx").reviews
    assert [(c.age_months, c.sex, c.outcome) for c in first.children] == [(1.4, "female", "serious-harm")]
    assert "probation" not in [agency.kind for agency in first.agencies]
    assert [(a.text, a.status, a.leads) for a in first.actions] == [
        ("Guide is being written (CSC).", "under-way", ["CSC"])
    ]
    assert [c.age_months for c in second.children] == [48.0, 20.0]
    assert ([f.text for f in second.findings], second.actions) == (["Visits were announced."], [])
    assert [(a.text, a.status) for a in third.actions] == [
        ("Club to join. Done, from 1 Aug.", "complete-evidence-awaited")
    ]


def test_a_minute_a_heading_is_read_by_what_the_heading_says() -> None:
    record = read(MINUTES)
    (review,) = record.reviews
    assert record.document.title == "Minute by minute: learning from Child KR"
    assert [(c.age_months, c.outcome) for c in review.children] == [(14.0, "serious-harm")]
    assert [f.text for f in review.findings] == ["Nobody asked his name."]
    assert [a.status for a in review.actions] == ["complete-evidence-awaited"]


def test_stories_under_a_heading_that_says_nothing_are_cases_and_end_with_themselves() -> None:
    record = read(STORIES)
    assert [(r.name, [c.age_months for c in r.children]) for r in record.reviews] == [
        ("Child C", [180.0]),
        ("Young person F", [204.0]),
    ]
    assert all(not review.findings for review in record.reviews)
    assert "Exclusion was decided without asking the police." in [f.text for f in record.findings]
    assert len(record.recommendations) == 2
    assert record.recommendations[1].addressees == ["Police", "Council"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Concealed pregnancy pathway to be re-launched with schools", "not-started"),
        ("Club to join the meeting. Done, from 1 Aug.", "complete-evidence-awaited"),
        ("Reviewed the pathway with schools", "complete-evidence-awaited"),
    ],
)
def test_a_word_in_ed_says_done_only_where_it_is_the_verb(text: str, status: str) -> None:
    assert stand_of(text).status == status


def test_small_forms() -> None:
    assert [months(age) for age in ("6/52", "3/12", "seventeenth", "4th")] == [1.4, 3.0, 204.0, 48.0]
    assert leads_of("A guide is being written (Housing).") == ["Housing"]
    assert leads_of("Lastly, the Council ought to publish what it knows.") == ["Council"]


def test_what_so_what_now_what() -> None:
    text = """Learning from Practice: Child Heron
What? So what? Now what?

WHAT?
Heron, aged 7, was seriously injured by his mother's partner in February 2021.

SO WHAT?
Each referral was looked at alone. Nobody put the four together.

NOW WHAT?
- Always ask: what is already known?
- Since May the hub has used a one-page chronology for every third referral.
- Training was to have started in June but has been put back to the new year.
"""
    record = parse(read_text(Path("heron.txt"), text.encode()))
    (review,) = record.reviews
    assert [(child.name, child.age_months, child.outcome) for child in review.children] == [
        ("Heron", 84.0, "serious-harm")
    ]
    assert [finding.text for finding in review.findings] == [
        "Each referral was looked at alone.",
        "Nobody put the four together.",
    ]
    assert [(action.text.split()[0], action.status) for action in review.actions] == [
        ("Since", "complete-evidence-awaited"),
        ("Training", "paused"),
    ]


def test_what_professionals_said_is_learning_and_a_slanted_question_is_none() -> None:
    text = """# Local Child Safeguarding Practice Review – Sasha

### Finding 1: Services left Sasha without support

4.1 Professionals told the review that the thresholds of the two services do not meet.

*Question for the Partnership: How will it know that this has changed?*

## What has changed since

5.1 The new service is not expected to be in place before 2024.
"""
    (review,) = parse(read_text(Path("sasha.md"), text.encode())).reviews
    told = "Professionals told the review that the thresholds of the two services do not meet."
    assert told in [finding.text for finding in review.findings]
    assert all("Question" not in finding.text for finding in review.findings)
    assert [action.due for action in review.actions] == [None]


def test_an_audit_told_by_its_questions() -> None:
    text = """Fenwold Safeguarding Children Partnership
RE-AUDIT: BOOKS READ AT HOME
How far have we come?

Background. In 2023 we audited 18 families and the results were poor. They read 24 files.

Question 1: Was the child seen alone?
2023: 5 of 18          2024: 15
The same excuse was written in file after file.

Question 2: Did anybody talk with the second parent?
2023: 4 of 18          2024: 11
Nobody corrected this in supervision.

We now ask
the Head of Service to change the form before the year is out
team managers to go along on one visit in each quarter
"""
    record = parse(read_text(Path("audit.txt"), text.encode()))
    (test,) = record.reviews
    told = [finding.text for finding in test.findings]
    assert "The same excuse was written in file after file." in told
    assert "Nobody corrected this in supervision." in told
    assert test.actions == []
    assert record.actions == []


@pytest.mark.parametrize("heading", ["DEV and POPPY", "Dev and Poppy"])
def test_a_leaflet_headed_by_names_in_capitals(heading: str) -> None:
    text = f"""Learning leaflet no. 12
{heading}

Dev was 3. He went into the canal and he drowned. Poppy, his half sister, was five. A learning review looked at it.

What worked well?

+ Dev's key worker at nursery knew that he was drawn to water
"""
    (review,) = parse(read_text(Path("leaflet.txt"), text.encode())).reviews
    assert review.name == "Dev and Poppy"
    assert [(child.name, child.outcome) for child in review.children] == [("Dev", "died"), ("Poppy", "not-stated")]


def test_a_name_in_quotation_marks_opens_the_paragraph_of_a_case() -> None:
    text = """Our year in reviews 2031

What came up most

Pre-birth plans were made and not shared with the ward. Cots and beds were not looked at.

Child Sorrel – Published May 2031. Sorrel was eleven weeks old and died of a head injury. Her twin was unhurt.

"Marcus" – To be published when the trial ends. This concerns a boy of 16 who was shot in the street.
"""
    record = parse(read_text(Path("year.txt"), text.encode()))
    assert [(r.name, [c.age_months for c in r.children]) for r in record.reviews] == [
        ("Child Sorrel", [2.5]),
        ("Marcus", [192.0]),
    ]
    assert [finding.text for finding in record.findings] == [
        "Pre-birth plans were made and not shared with the ward.",
        "Cots and beds were not looked at.",
    ]


@pytest.mark.parametrize(
    ("text", "ages"),
    [("Sam was 3. Ann was 5.", [36.0, 60.0]), ("Sam was 3; Ann is 5.", [36.0, 60.0])],
)
def test_an_age_right_behind_a_name(text: str, ages: list[float]) -> None:
    children = children_of("Sam and Ann", [Stated(text=text, quote=text)], "other")
    assert [child.age_months for child in children] == ages
