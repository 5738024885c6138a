"""Cases whose children are only named, rows of registers, and lists by code: what opens a case, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.blocks import Block, BlockKind
from loaders.extract import extract
from loaders.parse.cases.company import likely_names
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.registers import lists_cases
from loaders.trackers.belonging import _SEVERAL


def read(text: str, folder: Path) -> DocumentRecord:
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    return extract(path)


def named(record: DocumentRecord) -> list[str | None]:
    return [review.name or review.ref for review in record.reviews]


def table(*rows: tuple[str, ...]) -> list[Block]:
    return [
        Block(BlockKind.CELL, text, row=r, column=c, column_head=rows[0][c - 1] if r > 1 else None, table="table 1")
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
        if text
    ]


def test_names_of_children_keep_other_company_than_those_of_workers_and_places() -> None:
    told = likely_names(
        [
            Block(BlockKind.PARAGRAPH, "The review into the death of Pascoe, a boy of two, was published in Brannock."),
            Block(
                BlockKind.PARAGRAPH, "Pascoe lived with his mother. In the months before Pascoe died he was not seen."
            ),
            Block(BlockKind.PARAGRAPH, "Dr Tregenza, who chairs the panel in Brannock, said that she was grateful."),
        ]
    )
    assert told["Pascoe"] >= 0.6
    assert told["Tregenza"] < 0.2
    assert told["Brannock"] < 0.2


def test_a_paper_that_names_its_child_again_and_again_is_about_that_child(tmp_path: Path) -> None:
    record = read(
        "Partnership publishes findings\n\nA Local Child Safeguarding Practice Review was carried out after a boy of"
        " two died in October 2022.\n\nThe name Pascoe is not his own. His grandparents chose it.\n\nPascoe lived with"
        " his mum. In the months before Pascoe died he was not brought to clinics.\n\nPascoe's nan rang twice.\n",
        tmp_path,
    )
    assert named(record) == ["Pascoe"]
    assert [(c.name, c.sex, c.outcome) for c in record.reviews[0].children] == [("Pascoe", "male", "died")]


def test_a_name_alone_opens_a_case_over_its_own_paragraph_and_nothing_else(tmp_path: Path) -> None:
    record = read(
        "Learning leaflet\n\nA review is held when a child has been harmed.\n\nWhat befell one pupil\n\nEnyon, a boy"
        " of nine who was on a plan, was found with burns on his hands. Enyon told his teacher. The review found that"
        " the core group met without the school three times.\n\nTraining dates\n\nBring a colleague to the next.\n",
        tmp_path,
    )
    assert named(record) == ["Enyon"]
    assert "met without the school" in " ".join(f.text for f in record.reviews[0].findings)


@pytest.mark.parametrize(
    "text",
    [
        "Related pages\n\n- Serious case review: Baby N (2013)\n\n- LCSPR: Dunnock (2021)\n",
        "Scenario for your team\n\nImagine Sam, a boy of 14, who comes to school with a bruise. What would you do?\n",
        "News\n\nOur new trainer is called Bethan. She was at the council for nine years.\n",
        "Staff\n\nTregear has left us after ten years. He ran the duty desk and was liked by all.\n",
    ],
)
def test_links_invented_children_and_colleagues_open_no_case(text: str, tmp_path: Path) -> None:
    assert not [name for name in named(read(text, tmp_path)) if name in ("Dunnock", "Sam", "Bethan", "Tregear")]


def test_each_row_of_a_register_is_a_case_of_its_own() -> None:
    cells = table(
        ("Title", "Year", "Type", "About"),
        ("Baby Sorrel", "2019", "SCR", "Death of a girl aged 7 weeks."),
        ("Jory", "2020", "LCSPR", "Jory, 16, died by suicide."),
        ("The house fire", "2023", "Partnership learning review", "Two sisters aged 3 and 5 died."),
    )
    assert lists_cases(cells)


@pytest.mark.parametrize(
    "rows",
    [
        (("Ref", "Recommendation", "Status"), ("RR 1", "See every boy of 2", "Done"), ("RR 2", "Ask of burns", "Open")),
        (("Who", "Age"), ("Mother", "aged 24"), ("Baby", "aged 2 months"), ("Father", "aged 30")),
        (("Date", "Event"), ("May 2020", "He was burned"), ("June 2020", "She was bruised")),
    ],
)
def test_plans_families_and_chronologies_are_no_registers(rows: tuple[tuple[str, ...], ...]) -> None:
    assert not lists_cases(table(*rows))


def test_what_a_register_tells_of_a_child_is_no_action_and_of_no_other_child(tmp_path: Path) -> None:
    record = read(
        "Learning log\n\nref | in | what | decision | learning | status\n"
        "23-02 | Feb 23 | F, 3 yrs. Found wandering at 5am. | RR - no LCSPR | The drug service did not know. | closed\n"
        "23-05 | Jun 23 | A boy of 16 died at the scene. | RR - LCSPR agreed | Nobody ended the curfew. | Panel\n"
        "23-09 | Oct 23 | Girl, 7. Sexually abused by a friend. | RR | Spellings were not checked. | closed\n",
        tmp_path,
    )
    assert [review.ref for review in record.reviews] == ["23-02", "23-05", "23-09"]
    assert not record.actions
    assert not [action for review in record.reviews for action in review.actions]
    assert [[c.outcome for c in review.children] for review in record.reviews][1] == ["died"]


def test_a_row_with_a_number_and_a_name_is_called_by_both(tmp_path: Path) -> None:
    record = read(
        "Register of reviews\n\nNo. | Name | About | Type\nH1 | Wren | Girl, 4, burned at home. | LCSPR\n"
        "H2 | Tansy | Boy of 15 died by suicide. | Rapid review\n",
        tmp_path,
    )
    assert [(review.ref, review.name) for review in record.reviews] == [("H1", "Wren"), ("H2", "Tansy")]


def test_lines_that_open_with_codes_of_one_make_are_cases(tmp_path: Path) -> None:
    record = read(
        "Our reviews in one page\n\nMembers asked for one page.\n\n* 2018/A - Boy, 5, drowned in a pond.\n\n* 2020/A -"
        " Girl of 15 groomed by a man; she survived.\n\n* 2023/A - Not finished. A young person in prison.\n",
        tmp_path,
    )
    assert [review.ref for review in record.reviews] == ["2018/A", "2020/A", "2023/A"]


def test_lines_of_requests_that_open_with_codes_are_no_cases(tmp_path: Path) -> None:
    record = read(
        "Recommendations\n\n* R 12 - Schools should ask.\n\n* R 13 - Surgeries should write.\n\n* R 14 - Tell us.\n",
        tmp_path,
    )
    assert not record.reviews


def test_a_case_management_review_is_no_case_called_management() -> None:
    label = case_label("Case Management Review: Progress Against the Recommendations")
    assert label is None or label.name is None


def test_signs_in_brackets_part_no_reviews() -> None:
    assert len(_SEVERAL.split("LCSPR Linnet (girl, 12, hurt at home; published Sept 2023)")) == 1
    assert _SEVERAL.split("LCSPR Linnet; RR 3/24") == ["LCSPR Linnet", "RR 3/24"]
