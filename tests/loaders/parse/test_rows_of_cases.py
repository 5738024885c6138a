"""A table whose rows are cases, and a table of progress whose rows are the numbers of recommendations."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
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
