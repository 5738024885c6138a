"""No row of a table falls away in silence, whatever its heads say and in whatever file it stands."""

from __future__ import annotations

import csv
import io
import random
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.records import Document, DocumentRecord
from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.extract import extract
from loaders.unheld import unheld
from tests.pdfs import Paper, pdf
from tests.rendered import as_docx, as_html

Rows = list[list[str]]
COLUMNS = {
    "asked": (
        "Health visitors should ask who else lives in the home.",
        "Schools should tell the hub on the first day.",
    ),
    "action": ("Write a short guide on household checks.", "Change the form so that absence goes to the hub."),
    "news": ("The guide has been sent to all teams and is used.", "Nothing has been done on the form so far."),
    "learning": ("Nobody asked the mother who else lived with her.", "The school told nobody that the boy was away."),
    "who": ("Health trust", "Local authority"),
    "when": ("March 2031", "June 2031"),
    "both": ("Health trust, March 2031", "Local authority, June 2031"),
    "state": ("Complete", "Not started"),
    "number": ("1", "2"),
}
HEADS = {
    "asked": ("Recommendation", "What was asked for", "What needs to change", "Learning for us", ""),
    "action": ("Action", "What we will do", "Next step", "Our answer", "Plan", ""),
    "news": ("Progress", "Where it's at", "News", "So far", "What has happened since", ""),
    "learning": ("Finding", "What went wrong", "Background", ""),
    "who": ("Lead", "Who", "By", "Body", ""),
    "when": ("Due", "When", "By", "Timeline", ""),
    "both": ("By", "Who and when", "Owner / date", ""),
    "state": ("Status", "RAG", "Done?", "Mark", ""),
    "number": ("No", "#", "Ref", ""),
}
SHAPES = (
    *("asked news", "action news", "asked action", "asked who", "asked both", "action both", "action who when"),
    *("number asked news", "number action news", "asked action news", "asked action who when state", "learning asked"),
    *(
        "learning asked action",
        "learning action news",
        "number asked",
        "number news",
        "asked state",
        "asked news state",
    ),
    *("who asked", "when action", "when action news", "who action news"),
)
OVER = ("Action plan", "Recommendations", "Next steps", "Appendix B")


def plain(heads: list[str], rows: Rows) -> Rows:
    return [heads, *rows]


def repeated(heads: list[str], rows: Rows) -> Rows:
    return [heads, *rows[:1], heads, *rows[1:]]


def turned(heads: list[str], rows: Rows) -> Rows:
    return [[head, *cells] for head, *cells in zip(heads, *rows, strict=True)]


def bare(heads: list[str], rows: Rows) -> Rows:
    return rows


def cards(heads: list[str], rows: Rows) -> Rows:
    return [[head, cell] for row in rows for head, cell in zip(heads, row, strict=True)]


def titled(heads: list[str], rows: Rows) -> Rows:
    return [["Part one", *("" for _ in heads[1:])], heads, *rows]


def page(over: str, table: Rows) -> bytes:
    return as_html([("h1", "Learning report 2031"), ("h2", over), ("table", table), ("p", "The group meets in May.")])


def word(over: str, table: Rows) -> bytes:
    return as_docx([("h1", "Learning report 2031"), ("h2", over), ("table", table), ("p", "The group meets in May.")])


def sheet(over: str, table: Rows) -> bytes:
    book = Workbook()
    first = book.active
    assert first is not None
    for row in [[over], [], *table]:
        first.append([cell or None for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def values(over: str, table: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(table)
    return out.getvalue().encode()


def pipes(over: str, table: Rows) -> bytes:
    lines = ["# Learning report 2031", "", f"## {over}", "", *(f"| {' | '.join(row)} |" for row in table)]
    lines.insert(5, "|" + "---|" * len(table[0]))
    return "\n".join([*lines, "", "The group meets in May.", ""]).encode()


def ruled(over: str, table: Rows) -> bytes:
    paper, y, wide = Paper(), 110.0, 480 / len(table[0])
    paper.text(60, 60, "Learning report 2031", 18, bold=True)
    paper.text(60, 90, over, 13, bold=True)
    for at, row in enumerate(table):
        lines = [textwrap.wrap(cell, max(int(wide / 4.8) - 2, 6), break_on_hyphens=False) for cell in row]
        tall = 9.6 * max(map(len, lines)) + 8
        for place, cell in enumerate(lines):
            paper.frame(60 + place * wide, y, 60 + (place + 1) * wide, y + tall)
            for n, line in enumerate(cell):
                paper.text(63 + place * wide, y + 10 + 9.6 * n, line, 8, bold=at == 0)
        y += tall
    return pdf(paper)


FILES: dict[str, Callable[[str, Rows], bytes]] = {
    "plan.html": page,
    "plan.docx": word,
    "plan.xlsx": sheet,
    "plan.csv": values,
    "plan.txt": pipes,
    "plan.pdf": ruled,
}
LAYOUTS = (plain, repeated, turned, bare, cards, titled)


def told(record: DocumentRecord) -> str:
    """All that the record and its report say."""
    return key(record.model_dump_json().replace("\\n", " ").replace('\\"', '"'))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_sentence_of_a_table_is_in_a_record_or_in_the_report(
    name: str, layout: Callable[[list[str], Rows], Rows], tmp_path: Path
) -> None:
    draw = random.Random(f"{name} {layout.__name__}")
    path = tmp_path / name
    for shape in SHAPES:
        columns = shape.split()
        heads = [draw.choice(HEADS[one]) for one in columns]
        rows = [list(row) for row in zip(*(COLUMNS[one] for one in columns), strict=True)]
        path.write_bytes(FILES[name](draw.choice(OVER), layout(heads, rows)))
        said = told(extract(path))
        lost = [cell for row in rows for cell in row if len(cell.split()) > 4 and key(cell).strip(".") not in said]
        assert lost == [], (shape, heads)


def test_the_name_of_a_lead_is_not_told_of_a_row_that_was_not_read() -> None:
    rows = [["Beds for one night", "Priya Oakley (Head of Housing)"], ["Vans", "Police"]]
    cells = [
        Block(BlockKind.CELL, text, line=number, row=number, column=at, table="table 1")
        for number, row in enumerate(rows, 2)
        for at, text in enumerate(row, 1)
    ]
    record = DocumentRecord(document=Document(title="Plan", sha256="0" * 64))
    assert [left.text for left in unheld(cells, record)] == ["Beds for one night | Head of Housing", "Vans | Police"]
