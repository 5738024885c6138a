"""Catalogues of many areas: "Child A" of one is not "Child A" of another, and each review has its own partnership."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import model
from graph.codebook import load
from graph.derive import build
from graph.gazetteer import partnerships_in
from graph.records import DocumentRecord
from loaders.extract import extract

BY_YEAR = """Case reviews published this quarter
April to June 2022

2022 – Ashmere – Child A
Death of a 9-week-old boy from head injuries in March 2021. Child A lived with both parents.
Learning includes: midwives had no way to meet fathers; the father's records were not looked at.

2022 – Leeds – Child A
Death of a 13-year-old girl from a heart condition in May 2020. Child A was seen by many health professionals.
Learning: the child's own views were seldom recorded.

2022 – Anonymous – Child K
Serious injuries to a 3-month-old boy in June 2015. Both parents were arrested.
Issues identified include: too much trust in what the mother said.
"""
BY_AREA = """# Regional learning digest

Spring 2023. Reviews published by partnerships in our region.

## Ashmere Safeguarding Children Partnership

### Child A

Child A was nine weeks old when he died in March 2021.

Learning:
- Midwives did not ask about the father.

## Leeds Safeguarding Children Partnership

### Child A

Child A was a 13-year-old girl who took her own life in June 2022.

Learning:
- Nobody asked her how she was.
"""
BY_LINE = """<html><body><h1>Case review library: recent additions</h1>
<h2>Child A</h2><p>Local authority: Ashmere</p><p>Published: March 2022</p>
<p>Death of a 9-week-old boy. Both parents were arrested.</p>
<p>Learning includes: midwives did not ask about the father.</p>
<h2>Child A</h2><p>Local authority: Leeds</p><p>Published: May 2022</p>
<p>A girl of 13 took her own life in June 2021.</p>
<p>Learning includes: her views were seldom recorded.</p></body></html>"""
BY_COLUMN = """<html><body><h1>Published reviews 2022</h1><table>
<tr><th>Case</th><th>Partnership</th><th>What happened</th><th>Learning</th><th>Recommendations</th></tr>
<tr><td>Child A</td><td>Ashmere</td><td>Death of a 9-week-old boy.</td><td>Midwives did not ask about the father.</td>
<td>Fathers should be recorded.</td></tr>
<tr><td>Child A</td><td>Leeds SCP</td><td>A girl of 13 took her own life.</td><td>Her views were seldom recorded.</td>
<td>Schools should keep a record of the views of children.</td></tr></table></body></html>"""
BARE_LINES = """Case review library: recent additions

Child A
Local authority: Ashmere
Published: March 2022
Death of a 9-week-old boy. Both parents were arrested.
Learning includes: midwives did not ask about the father.

Child A
Local authority: Leeds
Published: May 2022
A girl of 13 took her own life in June 2021.
Learning includes: her views were seldom recorded.
"""
LEEDS = "Leeds Safeguarding Children Partnership"


def _read(folder: Path, name: str, text: str) -> DocumentRecord:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("year.txt", BY_YEAR),
        ("area.md", BY_AREA),
        ("line.html", BY_LINE),
        ("column.html", BY_COLUMN),
        ("bare.txt", BARE_LINES),
    ],
)
def test_one_label_of_two_areas_is_two_children(tmp_path: Path, name: str, text: str) -> None:
    record = _read(tmp_path, name, text)
    ashmere, leeds = [review for review in record.reviews if review.name == "Child A"]
    assert ashmere.partnership is not None
    assert ashmere.partnership.startswith("Ashmere")
    assert leeds.partnership == LEEDS
    assert [child.age_months for child in ashmere.children] == [2.1]
    assert [(child.age_months, child.sex) for child in leeds.children] == [(156.0, "female")]
    assert len(leeds.findings) == 1
    assert record.document.partnership is None
    graph = build([record], load(), [])
    owners = {
        p.name: {c.id for c in graph.targets(r, "EXAMINES", model.Case)}
        for r in graph.all(model.Review)
        for p in graph.targets(r, "CONDUCTED_FOR", model.Partnership)
    }
    assert LEEDS in owners
    assert len(set().union(*owners.values())) == len(owners) == 2
    (told,) = [
        f
        for f in graph.all(model.Finding)
        if f.text.casefold().strip(".").endswith(leeds.findings[0].text.casefold().strip("."))
    ]
    assert told.places == ["leeds-safeguarding-children-partnership"]


def test_an_entry_that_names_nobody_has_no_partnership(tmp_path: Path) -> None:
    record = _read(tmp_path, "year.txt", BY_YEAR)
    assert [review.partnership for review in record.reviews if review.name == "Child K"] == [None]


def test_a_partnership_is_not_given_again_to_its_own_reviews(tmp_path: Path) -> None:
    cases = f"## {LEEDS}: Child A\n\nChild A died aged 3 months.\n\n## Child B\n\nChild B was 5 when he died.\n"
    record = _read(tmp_path, "own.md", f"# {LEEDS}\n\nLearning from reviews 2022\n\n{cases}")
    assert [review.partnership for review in record.reviews] == [None, None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Leeds Children's Safeguarding Partnership", [LEEDS]),
        ("Leeds Safeguarding Partnership", [LEEDS]),
        ("Fenmoor Safeguarding Partnership", []),
        ("the Safeguarding Partnership", []),
        ("Fenmoor Adult Safeguarding Partnership", []),
        ("Fenmoor Safeguarding Adults Board", []),
        ("Multi-Agency Safeguarding Partnership", []),
    ],
)
def test_other_names_of_partnerships(text: str, found: list[str]) -> None:
    assert partnerships_in(text) == found
