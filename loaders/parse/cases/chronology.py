"""Chronologies: dated events of a case, in printed order, with the year taken from the heading above them.

A year heading ("2022", "2018 - 2021") dates the bullets below it, which open with a month. Where the months run
backwards under one heading, the printed year cannot hold for all of them: the order is kept, the entries in doubt get
an interval that covers every reading, and the conflict is told. Nothing is reordered or corrected.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from graph.dates import read_date
from graph.records import ChronologyEntry, DateSpan, Inconsistency
from loaders.blocks import Block, BlockKind

Conflict = tuple[str, str, Block]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_HEADING = re.compile(
    rf"(?:Chronology\s*[:–-]?\s*)?(?P<a>{_YEAR})(?:\s*(?:[-–—/]|to)\s*(?P<b>{_YEAR}|\d\d))?\s*:?", re.IGNORECASE
)
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?"
_WHEN = re.compile(
    rf"(?P<when>(?:(?:early|mid|late|end\s+of|beginning\s+of)[\s-]+)?(?:{_DAY}\s+)?{_MONTH}(?:\s*(?:[-–/]|to|and)\s*(?:{_DAY}\s+)?{_MONTH})?"
    rf"(?:,?\s*['’]?(?:{_YEAR}|\d\d)(?!\d))?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d)|{_YEAR})\s*(?::|\s[-–—]\s|[-–—](?=\s))\s*(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DATE_COLUMN = re.compile(r"^(?:date|when|month|year|timeline|period)s?\b", re.IGNORECASE)


@dataclass(slots=True)
class _Entry:
    """An entry being read: the block, its months and whether its own words print the year."""

    block: Block
    printed: str  # the date as printed, "" where none is
    text: str
    span: DateSpan | None
    years: tuple[int, int] | None  # of the heading
    month: int | None = None
    own_year: bool = False


def chronology_of(blocks: list[Block]) -> tuple[list[ChronologyEntry], list[Conflict]]:
    """The entries of a chronology in printed order, and what cannot be right about their dates.

    Conflicts are (kind, message, block): `date-conflict` where the heading's year cannot hold for an entry,
    `year-differs` where an entry prints a year outside its heading's, `event-order` where a birth is told after the
    baby was already there.
    """
    entries = _read(blocks)
    conflicts: list[Conflict] = []
    start = 0
    while start < len(entries):
        end = start
        while end < len(entries) and entries[end].years == entries[start].years:
            end += 1
        conflicts += _backwards(entries[start:end])
        start = end
    conflicts += [
        ("year-differs", f'"{e.printed}" stands under the heading of {_said(e.years)}', e.block)
        for e in entries
        if e.own_year and e.span and e.years and not (e.years[0] <= e.span.from_.year and e.span.to.year <= e.years[1])
    ]
    conflicts += _births(entries)
    return [_entry(e) for e in entries], conflicts


def conflicts_as_inconsistencies(
    conflicts: list[Conflict], document: str, where: str = "chronology"
) -> list[Inconsistency]:
    """The conflicts as records of the document `document` (its title)."""
    return [
        Inconsistency(
            kind=kind,
            where=where,
            document=document,
            page=block.page,
            line=block.line,
            message=message,
            printed=(match["when"] if (match := _WHEN.match(block.text)) else block.text[:60]),
            quote=block.text,
        )
        for kind, message, block in conflicts
    ]


def _read(blocks: list[Block]) -> list[_Entry]:
    entries: list[_Entry] = []
    years: tuple[int, int] | None = None
    rows: dict[int, str] = {}
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        heading = _HEADING.fullmatch(block.text.strip())
        if heading and block.kind is not BlockKind.CELL:
            years = _heading_years(heading)
            continue
        if block.kind is BlockKind.CELL:
            entries += _cell(block, rows)
            continue
        if block.kind is BlockKind.HEADING:
            years = None
            continue
        match = _WHEN.fullmatch(block.text.strip())
        if match and (years or (_dated(match["when"]) and _in_a_run(blocks, at))):
            entries.append(_dated_entry(block, match["when"], match["what"], years))
        elif years and block.kind in (BlockKind.BULLET, BlockKind.NUMBERED):
            entries.append(_Entry(block, "", block.text, _whole(years), years))
    return entries


def _heading_years(match: re.Match[str]) -> tuple[int, int] | None:
    first = int(match["a"])
    last = (
        first
        if match["b"] is None
        else int(match["b"])
        if len(match["b"]) == 4
        else first // 100 * 100 + int(match["b"])
    )
    return (first, last) if first <= last else None


def _dated(when: str) -> bool:
    return read_date(when) is not None


def _in_a_run(blocks: list[Block], at: int) -> bool:
    """Outside year headings one dated bullet is no chronology; it takes a neighbour."""
    near = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
    return any(
        (m := _WHEN.fullmatch(b.text.strip())) is not None and _dated(m["when"])
        for b in near
        if b.kind is blocks[at].kind
    )


def _dated_entry(block: Block, when: str, what: str, years: tuple[int, int] | None) -> _Entry:
    own = read_date(when)
    month = re.search(_MONTH, when, re.IGNORECASE)
    number = _MONTHS.index(month[0][:3].lower()) + 1 if month else None
    span = own
    if own is None and years:
        # The month is printed here and the year above; under a heading of several years only the span is known.
        span = read_date(f"{when} {years[0]}") if years[0] == years[1] else _whole(years)
        if span:
            span = span.model_copy(update={"printed": when})
    return _Entry(block, when, what.strip(), span, years, number, own is not None)


def _cell(block: Block, rows: dict[int, str]) -> list[_Entry]:
    """A table row: the date from its date column (by its head, else the first), an entry for each other cell."""
    if block.row is None or block.column is None:
        return []
    dated = bool(_DATE_COLUMN.match(block.column_head or "")) or (block.column == 0 and not block.column_head)
    if dated and _dated(block.text):
        rows[block.row] = block.text
        return []
    if block.row not in rows or not block.text:
        return []
    when = rows[block.row]
    return [_Entry(block, when, block.text, read_date(when), None, None, True)]


def _whole(years: tuple[int, int]) -> DateSpan:
    a, b = years
    precision = "year" if a == b else "span"
    return DateSpan.model_validate(
        {"from": date(a, 1, 1), "to": date(b, 12, 31), "precision": precision, "basis": "inferred", "printed": None}
    )


def _backwards(group: list[_Entry]) -> list[Conflict]:
    """Months that run backwards under the heading of one year."""
    if not group or group[0].years is None or group[0].years[0] != group[0].years[1]:
        return []
    year = group[0].years[0]
    dated = [e for e in group if e.month is not None and not (e.own_year and e.span and e.span.from_.year != year)]
    conflicts: list[Conflict] = []
    for at in range(1, len(dated)):
        here, before = dated[at].month, dated[at - 1].month
        if here is None or before is None or here >= before:
            continue
        earlier = at
        while earlier and (dated[earlier - 1].month or 0) > here:
            earlier -= 1
        doubted, later = dated[earlier:at], dated[at:]
        later_holds = any(e.own_year for e in later)
        earlier_holds = any(e.own_year for e in doubted)
        if not earlier_holds:
            conflicts += [_doubt(e, year - 1, year, dated[at].printed, later_holds) for e in doubted]
        if not later_holds:
            conflicts += [_doubt(e, year, year + 1, dated[at - 1].printed, earlier_holds) for e in later]
    return conflicts


def _doubt(entry: _Entry, first: int, last: int, neighbour: str, sure: bool) -> Conflict:
    """Widen an entry's date to every reading, and say why."""
    month = entry.month or 1
    if not entry.own_year:
        entry.span = DateSpan.model_validate(
            {
                "from": date(first, month, 1),
                "to": date(last, month, monthrange(last, month)[1]),
                "precision": "span",
                "basis": "inferred",
                "printed": entry.printed,
            }
        )
    year = entry.years[0] if entry.years else last
    other = first if first != year else last
    end = (
        f"the year can only be {other}, or the order is wrong"
        if sure
        else f"the year may be {other}, or the order is wrong"
    )
    side = "before" if other < year else "after"
    return "date-conflict", f'"{entry.printed}" stands under {year} and {side} "{neighbour}": {end}', entry.block


_BORN = re.compile(
    r"(?:\bBaby\s+)?\b(?P<who>[A-Z][\w]*)\s+(?:was\s+|is\s+)?born\b|\b[Bb]irth\s+of\s+(?:[Bb]aby\s+)?(?P<of>[A-Z]\w*)"
)
_THERE = r"\b{who}\b[^.;]{{0,25}}\b(?:discharged|seen|weighed|admitted|brought|taken|attended)\b"


def _births(entries: list[_Entry]) -> list[Conflict]:
    """A birth printed after the same baby was already out of hospital."""
    conflicts: list[Conflict] = []
    for at, entry in enumerate(entries):
        for match in _BORN.finditer(entry.text):
            who = match["who"] or match["of"]
            there = re.compile(_THERE.format(who=re.escape(who)))
            first = next((e for e in entries[:at] if there.search(e.text)), None)
            if first is not None:
                message = (
                    f'a birth under "{entry.printed}" is printed after the baby was already there ("{first.printed}")'
                )
                conflicts.append(("event-order", message, entry.block))
    return conflicts


def _said(years: tuple[int, int] | None) -> str:
    return "" if years is None else str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"


def _entry(entry: _Entry) -> ChronologyEntry:
    block = entry.block
    return ChronologyEntry(
        text=entry.text,
        quote=block.text,
        page=block.page,
        line=block.line,
        heading=_said(entry.years) or None,
        date_printed=entry.printed,
        date=entry.span,
    )
