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
