"""Chronologies: years from headings, printed order kept, and dates that cannot be right flagged and widened (T8)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.dates import before, iso
from graph.records import ChronologyEntry
from loaders.blocks import Block, BlockKind
from loaders.formats.text.read import read_text
from loaders.parse.cases.chronology import Conflict, chronology_of, conflicts_as_inconsistencies
from loaders.parse.parse import parse


def blocks(text: str) -> list[Block]:
    lines = [(n, line.strip()) for n, line in enumerate(text.strip().splitlines(), 1) if line.strip()]
    return [
        Block(BlockKind.BULLET if line.startswith("- ") else BlockKind.HEADING, line.removeprefix("- "), line=n)
        for n, line in lines
    ]


def read(text: str) -> tuple[list[ChronologyEntry], list[Conflict]]:
    return chronology_of(blocks(text))


def test_years_come_from_the_heading_or_the_entry() -> None:
    entries, conflicts = read(
        "2018 - 2020\n- March 2018: moved\n- June: seen\n2021\n- May: visit\n- a note\n- 3 June: call"
    )
    assert [(e.date_printed, iso(e.date), e.text) for e in entries if e.date] == [
        ("March 2018", "2018-03", "moved"),
        ("June", "2018/2020", "seen"),  # which of three years is not said
        ("May", "2021-05", "visit"),
        ("", "2021", "a note"),
        ("3 June", "2021-06-03", "call"),
    ]
    assert len(entries) == 5
    assert conflicts == []
    assert entries[3].line == 6


def test_months_that_run_backwards_are_flagged_kept_in_order_and_prove_nothing() -> None:
    entries, conflicts = read("2020\n- January: a\n- November: b\n- December: c\n- February: d\n- August 2020: e")
    assert [e.text for e in entries] == list("abcde")
    assert [(kind, block.text) for kind, _, block in conflicts] == [
        ("date-conflict", "November: b"), ("date-conflict", "December: c"),
    ]  # fmt: skip
    assert "2019" in conflicts[0][1]
    november, february = entries[1].date, entries[3].date
    assert november is not None
    assert (november.from_, november.to, november.basis) == (date(2019, 11, 1), date(2020, 11, 30), "inferred")
    assert not before(november, february)
    assert not before(february, november)


def test_without_a_sure_year_both_sides_are_in_doubt() -> None:
    entries, conflicts = read("2020\n- November: a\n- January: b")
    assert len(conflicts) == 2
    assert all(e.date is not None and e.date.precision == "span" for e in entries)


def test_a_year_outside_its_heading_and_a_birth_after_discharge() -> None:
    _, conflicts = read(
        "2020\n- May 2019: seen\n- June: Baby Wren discharged from hospital\n- July: Baby Wren born at 36 weeks"
    )
    assert [kind for kind, _, _ in conflicts] == ["year-differs", "event-order"]
    made = conflicts_as_inconsistencies(conflicts, "Annual report")
    assert [(i.printed, i.line, i.document) for i in made] == [
        ("May 2019", 2, "Annual report"),
        ("July", 4, "Annual report"),
    ]
    assert all(i.recomputed is None for i in made)  # no cause is guessed


def test_bullets_elsewhere_are_no_chronology() -> None:
    assert read("Learning\n- May: the month of the audit\n- Visiting")[0] == []
    assert read("2021\n- May: visit\nWhat has been done?\n- Reviewed the policy")[0][-1].text == "visit"


def test_a_table_is_read_by_its_date_column() -> None:
    cells = [
        Block(BlockKind.CELL, "Date", row=0, column=0),
        Block(BlockKind.CELL, "Event", row=0, column=1),
        Block(BlockKind.CELL, "12 March 2019", row=1, column=0, column_head="Date"),
        Block(BlockKind.CELL, "Seen by the GP", row=1, column=1, column_head="Event"),
    ]
    entries, _ = chronology_of(cells)
    assert [(e.text, iso(e.date)) for e in entries if e.date] == [("Seen by the GP", "2019-03-12")]


@pytest.mark.reviews
def test_t8_the_printed_year_cannot_hold(reviews: Path) -> None:
    text = (reviews / "hsscp-annual-report-2023-24.txt").read_text()
    part = "2018 - 2021\n" + text.split("\n2018 - 2021\n")[1].split("\nWhat has been done?")[0]
    entries, conflicts = read(part)
    assert len(entries) == 25
    months = [block.text.split(":")[0] for kind, _, block in conflicts if kind == "date-conflict"]
    assert months == ["October", "November", "December"]
    assert [block.text.split(":")[0] for kind, _, block in conflicts if kind == "event-order"] == ["December"]
    assert [e.date_printed for e in entries[-9:]] == [
        "October",
        "November",
        "December",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August 2023",
    ]
    assert all("2022" in message for kind, message, _ in conflicts if kind == "date-conflict")


FAMILY = """# Learning from reviews

## LCSPR - Wick

Wick, a boy of nine months, died in his cot in May 2031.

### 2030

- March: Child 1 told her teacher she was hit with a belt.
- June: Home visit; the home was overcrowded and appalling home conditions were noted.
- October: Mother disclosed domestic abuse by her former partner.
- November: CPP commenced for neglect for Wick.
"""


def test_a_chronology_is_context_of_the_case_and_only_what_names_the_child_tells_its_harm() -> None:
    (wick,) = parse(read_text(Path("wick.md"), FAMILY.encode())).reviews
    assert len(wick.chronology) == 4
    told = {theme.id: (theme.basis, theme.sense) for theme in wick.themes}
    assert told["domestic-abuse"] == told["poverty-housing"] == ("context", "context")
    assert wick.harms == ["sudi", "neglect"]  # not what was done to a sister
    assert wick.findings == []
