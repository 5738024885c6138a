"""The first lines of a document: its title is not the first case, and the first case is not its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.parse.test_layouts import read

CASES = """Child Finch (rapid review, February 2024)
What happened
Finch was a four-month-old boy who was taken to hospital with a fractured arm.
Learning: Nobody asked about the father. The bruise was not shared.
Recommendations
1. The partnership should review its bruising protocol.
What we have done
- A new bruising pathway was published in May 2024.
{gap}Child Wren (LCSPR, published March 2024)
What happened
Wren was a 14-year-old girl who died by suicide.
Learning
- School absence was not seen as a sign of distress.
"""


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("cases", [1, 2])
def test_the_first_case_of_a_digest_is_not_its_title(tmp_path: Path, gap: str, cases: int) -> None:
    told = CASES.format(gap=gap)
    told = told if cases == 2 else told.partition("Child Wren")[0]
    text = f"Fellbeck Safeguarding Children Partnership\nLearning from reviews 2024\nPublished June 2024\n{gap}{told}"
    record = read(tmp_path, "digest.txt", text)
    document = record.document
    assert (document.title, document.kind) == ("Learning from reviews 2024", "learning-digest")
    assert (document.partnership, document.published) == ("Fellbeck Safeguarding Children Partnership", "2024-06")
    assert [(review.name, review.kind) for review in record.reviews] == [
        ("Child Finch", "rapid-review"),
        ("Child Wren", "lcspr"),
    ][:cases]
    first = record.reviews[0]
    assert (len(first.findings), len(first.recommendations), len(first.actions)) == (2, 1, 1)


def test_a_test_of_practice_below_the_title_of_a_yearly_report_is_told_in_it(tmp_path: Path) -> None:
    text = (
        "Fellbeck Safeguarding Children Partnership\nAnnual Report 2024-25\nPublished September 2025\n\n"
        "Multi-agency audit, March 2025\n\nTen files were audited on the theme of neglect.\n\n"
        "Learning\n- Practitioners did not use the neglect tool early enough.\n"
    )
    record = read(tmp_path, "report.txt", text)
    assert (record.document.title, record.document.kind) == ("Annual Report 2024-25", "annual-report")
    (audit,) = record.reviews
    assert (audit.name, audit.test, len(audit.findings)) == ("Multi-agency audit, March 2025", "audit", 1)


def test_one_review_under_its_own_title_stays_the_whole_document(tmp_path: Path) -> None:
    text = (
        "Fellbeck Safeguarding Children Partnership\nLocal Child Safeguarding Practice Review\nChild Finch\n\n"
        "What happened\nFinch, aged 2, died in a fire.\n\nLearning\n- The smoke alarm was not checked.\n"
    )
    (review,) = read(tmp_path, "review.txt", text).reviews
    assert (review.name, review.kind, len(review.findings)) == ("Child Finch", "lcspr", 1)


def test_what_a_label_opens_is_a_section_of_the_report(tmp_path: Path) -> None:
    sections = read(
        tmp_path, "digest.txt", "Learning from reviews 2024\nFellbeck\n\n" + CASES.format(gap="\n")
    ).report.sections
    assert [section.heading for section in sections if section.items] == [
        *("What happened", "Learning:", "Recommendations", "What we have done", "What happened", "Learning")
    ]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Local Child Safeguarding", "Practice Review", "“Bryony”"), "Bryony"),
        (("Local Child Safeguarding", "Practice Review", "Bryony"), "Bryony"),
        (("Local Child Safeguarding", "Practice Review", "Background"), None),
        (("Local Child Safeguarding", "Practice Reviews", "“Bryony”"), "Bryony"),  # of several, by her own story
    ],
)
def test_a_name_alone_below_the_kind_of_review_is_the_case(tmp_path: Path, lines: tuple[str, ...], name: str) -> None:
    told = "\n\n".join(f"# {line}" for line in lines)
    below = "Ashmere Safeguarding Children Partnership\n\n## What happened\n\nBryony is nine years old. She was hurt.\n"
    reviews = read(tmp_path, "review.md", f"{told}\n\n{below}").reviews
    assert reviews[0].name == name if reviews else name is None
