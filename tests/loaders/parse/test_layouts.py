"""Layouts that say what stands where by their form: questions and answers, logs of cases, pairs of said and done."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.extract import extract


def read(folder: Path, name: str, text: str) -> DocumentRecord:
    """The records of a document with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract(path)


def test_a_document_in_questions_and_answers_is_one_case(tmp_path: Path) -> None:
    text = (
        '7 MINUTE BRIEFING\nElmsway Safeguarding Partnership\nLCSPR "Dylan" – May 2021\n\n'
        "1. Who is Dylan?\nDylan is a 13-year-old boy.\n\n"
        "2. What went wrong?\nDylan was not seen for five months.\n\n"
        "3. What went right?\nThe driver raised the alarm.\n\n"
        "4. What has changed?\nThe school now keeps a list of children who have not been seen.\n\n"
        "5. What can you do?\nSee the child.\n"
    )
    record = read(tmp_path, "briefing.txt", text)
    (review,) = record.reviews
    assert (review.kind, review.children[0].name, review.children[0].age) == ("lcspr", "Dylan", "13-year-old")
    assert [(one.text, one.polarity) for one in review.findings] == [
        ("Dylan was not seen for five months.", "shortfall"),
        ("The driver raised the alarm.", "good-practice"),
    ]
    assert [one.status for one in review.actions] == ["complete-evidence-awaited"]
    assert "See the child." in {rejected.text for rejected in record.report.rejected}


def test_a_log_of_cases_gives_a_case_a_row_with_its_date_points_and_actions(tmp_path: Path) -> None:
    heads = ("Reference", "Date of incident", "Summary", "Learning", "Action and status")
    rows = [
        (
            "CO/22/01",
            "3 May 2022",
            "Girl, 4, drowned in a pond.",
            "Garden safety was not discussed.",
            "Leaflet sent - complete",
        ),
        (
            "CO/22/02",
            "July 2022",
            "Boy, 16, stabbed by a peer.",
            "Good: GP asked for a medical. Missed: the history was not checked.",
            "School guide issued. Mentor scheme - in progress",
        ),
    ]
    table = "".join(
        "<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>"
        for cell, row in [("th", heads), *(("td", row) for row in rows)]
    )
    record = read(
        tmp_path, "log.html", f"<html><body><h1>Rapid review log 2022</h1><table>{table}</table></body></html>"
    )
    assert [review.ref for review in record.reviews] == ["CO/22/01", "CO/22/02"]
    incidents = [review.dates.incident for review in record.reviews]
    assert [one.printed for one in incidents if one] == ["3 May 2022", "July 2022"]
    assert [one.polarity for one in record.reviews[1].findings] == ["good-practice", "shortfall"]
    assert [one.status for one in record.reviews[1].actions] == ["complete-evidence-awaited", "under-way"]


def test_what_others_said_is_no_action_and_what_was_done_about_it_is(tmp_path: Path) -> None:
    text = (
        "Tarrow Safeguarding Children Partnership\nAnnual Report 2021 to 2022\n\n"
        "You said\nWe want to know who is in charge of our plan.\n"
        "We did\nEvery young person now gets a letter with the name of their worker.\n"
    )
    record = read(tmp_path, "report.txt", text)
    assert [one.text for one in record.actions] == [
        "Every young person now gets a letter with the name of their worker."
    ]


def test_a_recommendation_below_the_name_of_a_body_is_for_that_body(tmp_path: Path) -> None:
    text = (
        "<html><body><h1>Local Child Safeguarding Practice Review: Aspen</h1><h2>Recommendations</h2>"
        "<h3>For the Partnership</h3><ol><li>Relaunch the escalation procedure.</li></ol></body></html>"
    )
    (review,) = read(tmp_path, "review.html", text).reviews
    assert [one.addressees for one in review.recommendations] == [["Partnership"]]


def test_inspectorates_are_no_agencies_of_a_case(tmp_path: Path) -> None:
    text = (
        "Serious Case Review: Child Ash\n\nBackground\n"
        "HMI Probation and Her Majesty's Inspectorate of Constabulary had visited. Most GP practices knew the family.\n"
    )
    (review,) = read(tmp_path, "review.txt", text).reviews
    assert [(one.name, one.kind) for one in review.agencies] == [("GP practices", "gp")]


def test_ticks_and_crosses_directly_below_a_case_are_praise_and_blame(tmp_path: Path) -> None:
    text = (
        "# Seen, not noticed\nLearning from two rapid reviews\n\n---\n<!-- slide 2 -->\n"
        "# RR1/30\nGirl, 5 weeks. Died while asleep on a sofa\n"
        "✓ the midwife came back to her advice\n✗ the visit after discharge was by telephone\n\n---\n"
        "# RR2/30\nTwin boys of 3 years; one drowned in a bath, his brother recovered\n"
        "✗ three missed appointments were closed one by one\n\n---\n"
        "# Common threads\n- We saw the baby and not the sofa\n"
    )
    record = read(tmp_path, "slides.md", text)
    first, second = record.reviews
    assert [(one.text, one.polarity) for one in first.findings] == [
        ("the midwife came back to her advice", "good-practice"),
        ("the visit after discharge was by telephone", "shortfall"),
    ]
    assert [(c.age, c.sex, c.outcome) for c in first.children] == [("5 weeks", "female", "died")]
    assert [(c.age, c.outcome) for c in second.children] == [("3 years", "died"), ("3 years", "not-stated")]
    assert [one.text for one in record.findings] == ["We saw the baby and not the sofa"]
    assert not any("slide" in one.text for one in record.report.rejected)


def test_a_table_of_children_gives_a_case_a_row_and_points_told_again_join_them(tmp_path: Path) -> None:
    rows = (
        "<table><tr><th>Name</th><th>Age</th><th>Sex</th><th>Visits</th><th>What happened</th></tr>"
        "<tr><td>Ola</td><td>16</td><td>Male</td><td>3</td><td>Died of a stab wound</td></tr>"
        "<tr><td>Kez</td><td>15</td><td>Female</td><td>4</td><td>Seriously injured on a bus</td></tr></table>"
    )
    told = (
        "<table><tr><th>Child</th><th>Learning</th><th>What could be done differently</th></tr>"
        "<tr><td>Ola</td><td>Nobody told the college of the threat.</td>"
        "<td>Commissioners should check for threats first.</td></tr>"
        "<tr><td>Kez</td><td>Violence was put down to bullying.</td><td>Nobody asked her.</td></tr></table>"
    )
    staff = (
        "<h2>The team</h2><table><tr><th>Name</th><th>Role</th></tr><tr><td>Rowan</td><td>Reviewer</td></tr>"
        "<tr><td>Ash</td><td>Reader</td></tr></table>"
    )
    page = f"<h1>Thematic child safeguarding practice review: violence</h1><h2>The children</h2>{rows}<h2>Learning</h2>"
    record = read(tmp_path, "thematic.html", page + told + staff)
    assert [(r.name, r.children[0].age, r.children[0].sex, r.children[0].outcome) for r in record.reviews] == [
        ("Ola", "16", "male", "died"),
        ("Kez", "15", "female", "serious-harm"),
    ]
    ola, kez = record.reviews
    assert [one.text for one in ola.recommendations] == ["Commissioners should check for threats first."]
    assert ola.recommendations[0].addressees == ["Commissioners"]
    assert kez.recommendations == []
    assert len(kez.findings) == 2


def test_rows_between_strokes_without_a_frame_are_a_plan(tmp_path: Path) -> None:
    text = (
        "Yearly report 2029-30\nElmsway Safeguarding Children Partnership\n\n"
        "Child Fern (LCSPR published 12 December 2029)\n\nFern was ten when she died.\n\n"
        "Recommendation | Owner | Position at 31 March 2030\n"
        "1. School files are to be moved within five days | Director of Education | Complete. 30 files were read\n"
        "2. Health boards to find a way to share alerts | ICB | Under way; delayed\n"
        "3. A pathway for the islands | Public Health | Not started\n\n"
        "Rapid review: male infant (A)\n\nA baby boy of eleven weeks was badly hurt.\n"
    )
    record = read(tmp_path, "report.txt", text)
    fern, infant = record.reviews
    assert [(one.leads, one.status) for one in fern.actions] == [
        (["Director of Education"], "complete-evidence-awaited"),
        (["ICB"], "under-way"),
        (["Public Health"], "not-started"),
    ]
    assert (infant.kind, infant.ref, infant.children[0].outcome) == ("rapid-review", "A", "serious-harm")


def test_a_web_page_is_called_what_is_printed_at_its_head_and_a_quotation_is_no_action(tmp_path: Path) -> None:
    page = (
        "<html><head><title>TR-30 final v3</title></head><body><h1>Child AB: learning review</h1>"
        "<p>Child AB is a boy who was nine when he was injured.</p><h2>What the review asks</h2>"
        "<ul><li>North Council: agree what must happen with schools</li></ul><h2>Where we have got to</h2>"
        "<ul><li>✔ Call guidance rewritten</li><li>✘ Text service, no money found</li></ul>"
        "<blockquote>“I used to count the cars.” Child AB</blockquote></body></html>"
    )
    record = read(tmp_path, "page.html", page)
    (review,) = record.reviews
    assert record.document.title == "Child AB: learning review"
    assert [one.text for one in review.actions] == ["Call guidance rewritten", "Text service, no money found"]
    assert review.actions[0].status == "complete-evidence-awaited"
    assert review.recommendations[0].addressees == ["North Council"]


def test_a_letter_that_asks_in_lines_is_told_apart_from_what_it_is_glad_of(tmp_path: Path) -> None:
    text = (
        "Elmsway Safeguarding Children Partnership\n14 February 2030\n\nDear colleagues,\n\n"
        "Two rapid reviews: what I heard\n\nMay I therefore ask the following?\n\n"
        "That North Council tells you how many logs were closed.\n\n"
        "I am glad to hear that you have already stopped closing logs. A new tool is out for comment.\n"
    )
    record = read(tmp_path, "letter.txt", text)
    assert [one.addressees for one in record.recommendations] == [["North Council"]]
    assert [one.status for one in record.actions] == ["complete-evidence-awaited", "under-way"]


def test_what_stands_before_a_question_is_kept_and_ages_are_no_figures(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>Measure</th><th>Children (n=4)</th><th>Comparison group (n=40)</th></tr>"
        "<tr><td>Excluded at least once</td><td>3</td><td>22 (55%)</td></tr></table>"
        "<table><tr><th>Name</th><th>Age at incident</th></tr><tr><td>Ola</td><td>16</td></tr>"
        "<tr><td>Kez</td><td>15</td></tr></table>"
    )
    page = (
        "<h1>Learning from reviews</h1><h2>Learning</h2>"
        "<ul><li>Fathers were left out of assessments. Who asks them?</li>"
        f"<li>Who asks?</li></ul><h2>In numbers</h2>{table}"
    )
    record = read(tmp_path, "page.html", page)
    assert [one.text for one in record.findings] == ["Fathers were left out of assessments."]
    assert [(one.numerator, one.denominator, one.percent) for one in record.statistics] == [(3, 4, None), (22, 40, 55)]


REPORT = """# Local Child Safeguarding Practice Review

## Kestrel

Elmsway Safeguarding Children Partnership, May 2031

## Analysis

### KLOE 1: Father

Kestrel was 14 weeks old. Kestrel's father was seen by no service.

## Good practice

6.1 The review would like to recognise the following:

- The midwife visited four times more than was asked.
- The nursery spoke kindly with the mother.

## Recommendations

Two recommendations are set out below.

1. The Partnership should ensure that plans are looked at again before the birth.
2. The Trust should count late visits.

The Partnership will publish a response to this report and will follow it up.
"""


def test_a_report_that_thanks_before_it_asks(tmp_path: Path) -> None:
    (review,) = read(tmp_path, "report.md", REPORT).reviews
    assert review.name == "Kestrel"
    assert [one.text for one in review.findings if one.polarity == "good-practice"] == [
        "The midwife visited four times more than was asked.",
        "The nursery spoke kindly with the mother.",
    ]
    assert [one.addressees for one in review.recommendations] == [["Partnership"], ["Trust"]]


YEAR = """# Learning from reviews 2030-31

## 5.2 Rapid review: Child T

### What happened

Child T, aged 14, took an overdose.

### What we learned

- The plan was not shared with the school.

## 5.3 Rapid review: Brothers K and L

### What happened

K and L, brothers aged 8 and 10, were found by police.

### What we learned

- The boys were not seen for 11 months.

## Leila (published June 2031)

Leila was seven when she told her teacher of sexual abuse.

### What we learned

- She was not heard.

## Review 3/2031 (summary only)

An 11-week-old boy died.

### What we learned

- The room had no space for a cot.

## What we still need to do

In 2031-32 we will:

- publish two reviews;
- test the policy.
"""


def test_cases_of_brothers_of_a_name_with_its_date_and_of_a_number(tmp_path: Path) -> None:
    record = read(tmp_path, "year.md", YEAR)
    assert [(r.name or r.ref, [c.age_months for c in r.children], len(r.findings)) for r in record.reviews] == [
        ("Child T", [168], 1), ("Brothers K and L", [96, 120], 1), ("Leila", [84], 1), ("3/2031", [2.5], 1),
    ]  # fmt: skip
    assert [one.text.rstrip(";.") for one in record.promises] == ["publish two reviews", "test the policy"]


DIGEST = """Learning digest, spring 2034

1. Rapid review 02/33 – "Jonah"
Jonah, 16, died by suicide in May 2033.
Key learning
- The college did not know that he had self-harmed.
What are we doing about it?
- Waiting-list letters were to be rewritten; this has not happened yet.

2. Rapid review 05/33 – sisters aged 3 and 6
The sisters were seriously neglected. They were removed from home in July 2033.
Key learning
- The older sister's drawings were filed and not talked about.

3. LCSPR "Malik" – update
The review made five recommendations. Recommendation 3 was signed off in March 2033 and has been reopened.
"""


def test_a_numbered_case_without_a_name_is_not_told_under_the_one_above(tmp_path: Path) -> None:
    record = read(tmp_path, "digest.txt", DIGEST)
    assert [(r.ref or r.name, len(r.findings)) for r in record.reviews] == [("02/33", 1), ("05/33", 1), ("Malik", 0)]
    assert not [a for r in record.reviews for a in r.actions if a.status.startswith("complete")]
    assert record.actions == []


ANNUAL = """# Annual report 2033-34

## Child safeguarding practice reviews

### Child N

Child N, aged 15, was found far from home. The LCSPR is under way and will be published in autumn 2034.

### What we have done with learning from previous reviews

The pathway was launched in 2032.
"""


def test_what_is_done_about_earlier_reviews_is_not_of_the_case_above(tmp_path: Path) -> None:
    record = read(tmp_path, "annual.md", ANNUAL)
    (review,) = record.reviews
    assert review.dates.published is None
    assert review.actions == []
    assert [one.text for one in record.actions] == ["The pathway was launched in 2032."]
