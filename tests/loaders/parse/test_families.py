"""Families of documents that tell a case in a way of their own: in one paragraph, in a row, in a letter, by signs."""

from __future__ import annotations

from pathlib import Path

from loaders.extract import extract
from tests.loaders.parse.test_layouts import read


def test_each_of_several_cases_told_in_one_paragraph_is_read(tmp_path: Path) -> None:
    text = (
        "Winderdale Safeguarding Children Partnership\nRapid reviews completed in 2022\nJanuary 2023\n\n"
        "Two rapid reviews were completed.\n\n"
        "WR1/22. A girl of nine months died in the bath. The review found that records did not follow the family, that "
        "nobody asked about the father and that bath safety was never discussed. The review recommended that housing "
        "providers tell health when a family moves. Housing has since changed its form.\n\n"
        "WR2/22. A boy aged 16 was stabbed and survived. It was learned that police intelligence was not shared; and "
        "that he was not seen alone. A weekly meeting will be piloted from January 2023.\n"
    )
    record = read(tmp_path, "summary.txt", text)
    one, two = record.reviews
    assert [(review.ref, review.kind) for review in (one, two)] == [
        ("WR1/22", "rapid-review"),
        ("WR2/22", "rapid-review"),
    ]
    assert [finding.text for finding in one.findings] == [
        "that records did not follow the family",
        "that nobody asked about the father",
        "that bath safety was never discussed",
    ]
    assert [asked.addressees for asked in one.recommendations] == [["housing providers"]]
    assert [act.text for act in one.actions] == ["Housing has since changed its form."]
    assert [act.status for act in two.actions] == ["not-started"]
    assert len(two.findings) == 2


def test_one_paragraph_that_names_a_case_is_no_case(tmp_path: Path) -> None:
    text = "Board news\n\nWR1/22. The paper about this was received by the whole Board and all were thanked.\n"
    assert read(tmp_path, "news.txt", text).reviews == []


def test_the_column_of_status_says_how_far_the_action_of_its_row_is(tmp_path: Path) -> None:
    rows = [
        ("Linnet (rapid review, Jan 2025)", "Girl, 2, was ill.", "The referral was closed.", "A new form.", "Complete"),
        ("Martin (LCSPR, in progress)", "Boy aged 15 died.", "Nobody kept in touch.", "Ring families.", "Not started"),
    ]
    heads = ("Review", "What happened", "What was learned", "What has been done", "Status")
    table = "".join(
        "<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>"
        for cell, row in [("th", heads), *(("td", row) for row in rows)]
    )
    path = tmp_path / "paper.html"
    path.write_text(f"<html><body><main><h1>Update on case reviews</h1><table>{table}</table></main></body></html>")
    record = extract(path)
    assert [(review.name, review.kind) for review in record.reviews] == [
        ("Linnet", "rapid-review"),
        ("Martin", "lcspr"),
    ]
    assert [review.actions[0].status for review in record.reviews] == ["complete-evidence-awaited", "not-started"]


def test_ticks_and_crosses_side_by_side_are_praise_and_blame(tmp_path: Path) -> None:
    text = (
        "Neglect in brief\n\nHEADLINES FROM THE CASES\n✔ Schools noticed first\n✘ Words of children in the file\n\n"
        "SO WHAT ARE WE DOING?\n➜ New strategy signed off Jan 2024\n➜ Dentists join the group - from April\n"
    )
    record = read(tmp_path, "brief.txt", text)
    assert [(one.text, one.polarity) for one in record.findings] == [
        ("Schools noticed first", "good-practice"),
        ("Words of children in the file", "shortfall"),
    ]
    assert [one.status for one in record.actions] == ["complete-evidence-awaited", "not-started"]


def test_signs_that_no_list_of_bullets_knows_lead_headings_and_items(tmp_path: Path) -> None:
    text = (
        'Practitioner Bulletin No. 9\nLearning from a Serious Incident: "Rowan"\n\n'
        "¤ Background\nRowan, aged 13, was admitted to hospital. We held a local learning review.\n\n"
        "¤ What the review told us\n» Missed appointments were put down to illness;\n» Nobody saw the whole.\n\n"
        "¤ Actions for the partnership\n§ Policy: revised and launched (May 2022)\n§ Training - to be commissioned\n"
    )
    (review,) = read(tmp_path, "bulletin.txt", text).reviews
    assert (review.name, review.kind, len(review.findings)) == ("Rowan", "learning-review", 2)
    assert [act.status for act in review.actions] == ["complete-evidence-awaited", "not-started"]


def test_a_letter_of_the_chair_of_a_review_is_no_letter_of_the_national_panel(tmp_path: Path) -> None:
    text = (
        "Ashmere Safeguarding Children Partnership\n\n12 November 2023\n\nDear colleagues\n\n"
        "Child safeguarding practice review: Child Teasel\n\n"
        "I write as the independent chair of the panel that oversaw this review.\n\n"
        "Two matters troubled the panel. First, nobody asked about medicine. Second, the kitchen was never seen.\n\n"
        "We therefore ask partners to do the following.\n\n"
        "(i) The Trust should give every parent a lockable box.\n(ii) Nurseries should keep a chronology.\n\n"
        "Yours faithfully\n\nIndependent Chair of the Review Panel\n"
    )
    (review,) = read(tmp_path, "letter.txt", text).reviews
    assert [finding.polarity for finding in review.findings] == ["shortfall", "shortfall"]
    assert [asked.addressees for asked in review.recommendations] == [["Trust"], ["Nurseries"]]
    assert review.judgements == []


def test_a_heading_with_the_name_of_a_case_goes_back_to_it_and_one_without_leaves_it(tmp_path: Path) -> None:
    text = (
        "# What two of our reviews taught us\nGarsdale Safeguarding Children Partnership, March 2023\n\n---\n"
        "# Review one: Robin\n- Boy, 7 months\n- LCSPR published December 2022\n\n---\n"
        "# Review two: Sage\n- Girl aged 17, died\n- Rapid review, May 2022\n\n---\n"
        "# Robin – key findings\n- Bruise at 8 weeks: no strategy meeting\n\n---\n"
        "# Sage – key findings\n- Hostel not told of earlier overdoses\n\n---\n"
        "# Since then\n- Bruising protocol relaunched in January\n"
    )
    record = read(tmp_path, "slides.md", text)
    assert [(review.name, review.kind, len(review.findings)) for review in record.reviews] == [
        ("Robin", "lcspr", 1),
        ("Sage", "rapid-review", 1),
    ]
    assert [act.status for act in record.actions] == ["complete-evidence-awaited"]


def test_a_number_alone_in_a_cell_is_a_figure_by_the_head_of_its_column(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>Theme</th><th>Number of reviews (of 12)</th><th>Learning</th></tr>"
        "<tr><td>Out of school</td><td>8</td><td>Timetables were not reviewed.</td></tr></table>"
    )
    path = tmp_path / "themes.html"
    path.write_text(f"<html><body><main><h1>Themes</h1><h2>Common themes</h2>{table}</main></body></html>")
    record = extract(path)
    assert [(one.numerator, one.denominator, one.unit) for one in record.statistics] == [(8, 12, "review")]
    assert [one.text for one in record.findings if "8" in one.text or "Number" in one.text] == []


def test_findings_and_recommendations_counted_by_letters(tmp_path: Path) -> None:
    text = (
        'Eskmouth Safeguarding Children Partnership\n\nLocal Child Safeguarding Practice Review\n\n"Fern"\n\n'
        "1   Why\n\n1.1   Fern (girl, 9) was starved.\n\n2   What the review found\n\n"
        "Finding A. The account was believed\n\n2.1   No doctor was asked.\n\n3   What needs to happen now\n\n"
        "Recommendation A. The Partnership should explain escalation.\n"
    )
    (review,) = read(tmp_path, "review.txt", text).reviews
    assert "The account was believed" in [finding.text for finding in review.findings]
    assert [(one.ref, one.addressees) for one in review.recommendations] == [("A", ["Partnership"])]
