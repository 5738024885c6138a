"""A table whose rows are cases, and a table of progress whose rows are the numbers of recommendations."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse


def page(tmp_path: Path, body: str) -> DocumentRecord:
    path = tmp_path / "page.html"
    text = f"<html><body><h1>Learning from reviews</h1>{body}</body></html>"
    return parse(read_html(path, text.encode()))


def table(*rows: str) -> str:
    head, *below = [row.split(" | ") for row in rows]
    cells = "".join(f"<th>{text}</th>" for text in head)
    told = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in below)
    return f"<table><tr>{cells}</tr>{told}</table>"


def test_a_summary_of_rapid_reviews(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        table(
            "Ref | Age / gender | Incident | Outcome | Learning | Actions",
            "RR1 | 15, M | Stabbing in May 2033 | No further review | Exclusion was not noticed. | Protocol agreed",
            "RR2 | 5 weeks, F | Head injury | Review held | The assessment before birth came late. | Panel set up",
            "RR3 | 17 (male) | Suicide | No further review | The move to adult care was unplanned. | Guide drafted",
        ),
    )
    children = [child for review in record.reviews for child in review.children]
    assert [(c.age_months, c.sex, c.outcome) for c in children] == [
        (180, "male", "serious-harm"), (1.1, "female", "serious-harm"), (204, "male", "died"),
    ]  # fmt: skip
    assert [len(review.findings) for review in record.reviews] == [1, 1, 1]
    assert [action.status for review in record.reviews for action in review.actions] != ["cancelled"] * 3
    assert record.reviews[0].dates.incident is not None
    assert record.statistics == []


def test_a_child_is_not_what_befell_another(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        table(
            "Known as | Age | What happened | Services",
            "Boy A | 15 | Stabbed at a bus stop | In school",
            "Boy B | 17 | Stabbed and died | In care",
            "Boy C | 16 | Arrested for the death of Boy B | Youth justice",
            "Boy D | 14 | Hit with a machete; recovered | Early help",
        ),
    )
    assert [(c.name, c.sex, c.outcome, c.role) for review in record.reviews for c in review.children] == [
        ("Boy A", "male", "serious-harm", "harmed"), ("Boy B", "male", "died", "harmed"),
        ("Boy C", "male", "other", "caused-harm"), ("Boy D", "male", "serious-harm", "harmed"),
    ]  # fmt: skip


def test_progress_beside_the_number_of_a_recommendation(tmp_path: Path) -> None:
    asked = "<h2>Recommendations</h2><p>R1 The hospital should tell the health visitor of every baby.</p>"
    asked += "<p>R2 The council should count late assessments.</p><h2>Progress</h2>"
    told = page(
        tmp_path,
        asked + table("Rec. | Where things stand", "R1 | In place since May 2034", "R2 | The system is being changed"),
    )
    assert [(a.recommendation, a.text, a.status) for a in told.actions] == [
        ("R1", "In place since May 2034", "complete-evidence-awaited"),
        ("R2", "The system is being changed", "under-way"),
    ]
    coloured = page(
        tmp_path,
        asked
        + table(
            "Recommendation | Progress | RAG",
            "1 | Audited in November: 46 of 50 were told. | Green",
            "2 | The system cannot count them. | Red",
        ),
    )
    assert [(a.recommendation, a.status_printed) for a in coloured.actions] == [("1", "Green"), ("2", "Red")]
    assert len(coloured.recommendations) == 2
    assert [(s.numerator, s.denominator) for s in coloured.statistics] == [(46, 50)]


def test_the_difference_made_in_a_row_of_a_case(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        table(
            "Review | What we learned | What we did | What difference it made",
            "Child Ash (LCSPR 2031) | Bruises were not shared | Pathway launched | 18 of 20 were seen in a day",
            "Child Birch (RR 3/32) | Young carers were hidden | Guide written. Not yet launched | Not known",
        ),
    )
    ash, birch = record.reviews
    assert [evidence.text for evidence in ash.impacts] == ["18 of 20 were seen in a day"]
    assert ash.children[0].outcome == "not-stated"
    assert [(action.text, action.status) for action in birch.actions] == [
        ("Guide written. Not yet launched", "under-way"),
    ]
    assert birch.impacts == []


def test_references_of_a_year_and_a_count_of_actions(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        table(
            "Ref | Child and incident | Decision | Learning identified | Action taken",
            "RR1 33/34 | Girl, 3 months. Fractured skull. | No LCSPR. | A bruise was not referred. | Pathway re-issued",
            "RR2 33/34 | Boy, 2 years. Died. | No LCSPR. | Boxes were late. | Training booked for May; none held",
        )
        + "<h2>Points to note</h2>"
        + table("Position of actions | Number", "Complete | 4", "Not started | 2", "Total | 6"),
    )
    assert [(r.ref, [c.outcome for c in r.children], len(r.findings)) for r in record.reviews] == [
        ("RR1 33/34", ["serious-harm"], 1), ("RR2 33/34", ["died"], 1),
    ]  # fmt: skip
    assert [a.status for r in record.reviews for a in r.actions] == ["complete-evidence-awaited", "under-way"]
    assert record.actions == []
    assert record.statistics == []


def test_features_counted_in_a_table_are_figures_and_no_findings(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        "<h2>What we found</h2><p>Nobody asked the father in ten of the 14 incidents.</p>"
        + table("Feature | Number of incidents (n=14) | %", "Domestic abuse | 8 | 57%", "Housing | 7 | 50%"),
    )
    assert [f.text for f in record.findings] == ["Nobody asked the father in ten of the 14 incidents."]
    assert {(s.numerator, s.denominator) for s in record.statistics} >= {(8, 14), (7, 14)}


def test_a_briefing_laid_out_in_boxes(tmp_path: Path) -> None:
    def box(head: str, *points: str) -> str:
        return f"<td><p>{head}</p><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul></td>"

    record = page(
        tmp_path,
        "<p>Learning from the practice review about Baby Nia – Elmsway Safeguarding Partnership – May 2034</p>"
        "<table><tr>"
        "<td><p>What happened?</p><p>Nia was four months old when she was seriously injured.</p></td>"
        + box("What did we learn?", "Nobody asked who lived in the home.", "The worry was not passed on.")
        + "</tr><tr>"
        + box("What was done well?", "The nursery told the health visitor at once.")
        + box("What are we doing?", "Forms now ask who lives in the home.", "An audit will be held in the autumn.")
        + "</tr></table>",
    )
    (review,) = record.reviews
    assert review.name == "Baby Nia"
    assert [c.age_months for c in review.children] == [4]
    assert [f.polarity for f in review.findings] == ["shortfall", "shortfall", "good-practice"]
    assert [a.status for a in review.actions] == ["complete-evidence-awaited", "not-started"]


def test_rows_of_references_with_a_space_and_a_hyphen_are_cases_and_tables_without_a_name_stay_apart() -> None:
    text = """# Learning from reviews 2030-31

| Case | Circumstances | Learning | Actions and progress |
|---|---|---|---|
| RR 30-01 | Boy aged 9 weeks who died on a sofa. | Advice was given to mother only. | A card was printed in May. |
| RR 30-02 | Girl of 16 found with stab wounds. | We were not told that she lived here. | A course is on hold. |

Below are last year's.

| Case | Circumstances | Learning | Actions and progress |
|---|---|---|---|
| RR 29-01 | Girl aged 3 who was burnt. | The burn was not shared. | A leaflet was issued. |
| RR 29-02 | Boy of 12 found alone. | Nobody asked him. | None yet. |
"""
    reviews = parse(read_text(Path("table.md"), text.encode())).reviews
    assert [review.ref for review in reviews] == ["RR 30-01", "RR 30-02", "RR 29-01", "RR 29-02"]
    assert [len(review.findings) for review in reviews] == [1, 1, 1, 1]


def test_a_child_among_names_may_bear_an_everyday_word_and_a_relative_or_a_total_is_no_child() -> None:
    rows = [("Robin", "4 months"), ("Wren", "9 weeks"), ("Kit", "5 weeks"), ("Lark", "6 weeks"), ("Total", "4")]
    cells = "".join(f"<tr><td>{name}</td><td>{age}</td><td>Asleep on a sofa</td></tr>" for name, age in rows)
    page = f"<h1>Learning from babies</h1><table><tr><th></th><th>Age</th><th>What happened</th></tr>{cells}</table>"
    record = parse(read_html(Path("page.html"), page.encode()))
    assert [review.name for review in record.reviews] == ["Robin", "Wren", "Kit", "Lark"]


def test_letters_that_number_points_of_one_review_open_no_cases(tmp_path: Path) -> None:
    text = """# Local child safeguarding practice review

Larkin was nine when he was scalded, and his brother Moss was four.

## Findings

| No. | Finding |
|---|---|
| F1 | Transfers of plans depend on goodwill. |
| F2 | Men who join a household are left out of assessments. |
"""
    record = parse(read_text(tmp_path / "review.md", text.encode()))
    assert [review.ref for review in record.reviews] == [None]
    assert [finding.text for finding in record.reviews[0].findings] == [
        "Transfers of plans depend on goodwill.",
        "Men who join a household are left out of assessments.",
    ]
