"""The review queue as a workbook that goes out and comes back: themes, pairs, and what the columns and words mean."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.codebook import Codebook
from graph.errors import WrongUse
from graph.queue.returned import Returned
from graph.queue.rows import POLARITY, CodingRow, PairRow
from graph.sharing import INTERNAL
from graph.views.sheet import as_bytes, fill

PASSAGES, PAIRS, WORDS = "Passages", "Pairs", "Words"
YOURS = ("keep or drop", "yes or no", "add theme", "polarity", "note", "by", "on")
_PASSAGE_COLUMNS = (
    *("id", "what it is", "document", "page", "quote", "theme", "cue", "read as", "why it is here"),
    *("keep or drop", "add theme", "polarity", "note", "by", "on"),
)
_PAIR_COLUMNS = (
    *("id", "what they may be", "document", "page", "quote", "other document", "other page", "other quote"),
    *("for", "against", "yes or no", "note", "by", "on"),
)
_WIDTHS = {"id": 16, "document": 26, "quote": 60, "theme": 24, "cue": 20, "why it is here": 28, "add theme": 26} | {
    "polarity": 22,
    "note": 30,
    "by": 18,
    "other document": 26,
    "other quote": 50,
    "for": 36,
    "against": 36,
    "what it is": 16,
    "read as": 20,
}
_MEANING = {
    "id": "Which passage and theme the row is about. Leave it as it is.",
    "theme": "A theme that a rule suggested, with the words it rests on under “cue”. Empty: no theme was found.",
    "read as": "Whether the point was read as praise, blame or neither.",
    "keep or drop": "keep: the passage is about this theme. drop: it is not. Empty: nobody has decided. Where it was "
    "taken by its words alone also “no learning point” (“no recommendation”, “no action”): it is none, whatever its "
    "themes, and is taken out. One row of it is enough.",
    "add theme": "A theme of the list below that the passage is about. Several with a semicolon between them.",
    "polarity": "What the learning point says of practice, where it was read otherwise than you read it.",
    "yes or no": "On the sheet of pairs: whether they belong together as the row says.",
    "note": "Why, in your own words. It stays with the decision.",
    "by": "Your role, never your name. Empty: the role given when the workbook is taken in.",
    "on": "The day of the decision. Empty: the day the workbook is taken in.",
}
_GREEN = PatternFill("solid", start_color="F3FAF5", end_color="F3FAF5")


def write_queue(codings: Sequence[CodingRow], pairs: Sequence[PairRow], codebook: Codebook, made: str) -> bytes:
    """The workbook. `made` says for its last sheet where it comes from."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = PASSAGES
    fill(sheet, _PASSAGE_COLUMNS, [_passage(row, codebook) for row in codings], _WIDTHS)
    other: Any = book.create_sheet(PAIRS)
    fill(other, _PAIR_COLUMNS, [_pair(row) for row in pairs], _WIDTHS)
    themes = _words(book.create_sheet(WORDS), codebook, made)
    quoted = f'"{",".join(POLARITY.values())}"'
    every = range(2, len(codings) + 2)
    for none in sorted({row.none for row in codings}):  # offered only where it may be said
        rows = [number for number, row in zip(every, codings, strict=True) if row.none == none]
        _choose(sheet, _PASSAGE_COLUMNS, rows, {"keep or drop": f'"{",".join(filter(None, ("keep", "drop", none)))}"'})
    _choose(sheet, _PASSAGE_COLUMNS, every, {"polarity": quoted})
    _choose(sheet, _PASSAGE_COLUMNS, every, {"add theme": themes}, strict=False)
    _choose(other, _PAIR_COLUMNS, range(2, len(pairs) + 2), {"yes or no": '"yes,no"'})
    each: Any
    for each in book.worksheets:  # it quotes documents as they were published, names and all: a coder needs the words
        each.oddHeader.center.text = INTERNAL
    return as_bytes(book)


def read_queue(data: bytes, where: str) -> list[Returned]:
    """The rows of a returned workbook; columns are found by their heads, wherever they were moved.

    Raises:
        WrongUse: it is no workbook, or none that `confirm export` made.
    """
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # openpyxl raises of many kinds for a damaged file
        raise WrongUse("cannot be read as a workbook", where, "save it as .xlsx again") from error
    if PASSAGES not in book.sheetnames and PAIRS not in book.sheetnames:
        raise WrongUse("is not a workbook that `goldenthread confirm export` made", where, "export one first")
    return [row for name in (PASSAGES, PAIRS) if name in book.sheetnames for row in _returned(book[name], where)]


def _returned(sheet: Any, where: str) -> Iterator[Returned]:
    lines = sheet.iter_rows(values_only=True)
    heads = {_text(value).casefold(): place for place, value in enumerate(next(lines, ()))}
    choice = "keep or drop" if sheet.title == PASSAGES else "yes or no"
    if missing := [name for name in ("id", choice) if name not in heads]:
        raise WrongUse(f"the sheet {sheet.title} has no column “{missing[0]}”", where, "put it back or export again")

    for number, line in enumerate(lines, 2):

        def at(name: str, line: Sequence[Any] = line) -> str:
            place = heads.get(name)
            return _text(line[place]) if place is not None and place < len(line) else ""

        if not any(_text(value) for value in line):
            continue
        yield Returned(
            number=number,
            sheet=sheet.title,
            id=at("id"),
            document=at("document"),
            quote=at("quote"),
            other_quote=at("other quote"),
            choice=at(choice),
            add=at("add theme"),
            polarity=at("polarity"),
            note=at("note"),
            by=at("by"),
            on=at("on"),
        )


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).strip()


def _passage(row: CodingRow, codebook: Codebook) -> Mapping[str, object]:
    return {
        "id": row.id,
        "what it is": row.what,
        "document": row.place.document,
        "page": row.place.page,
        "quote": row.place.quote,
        "theme": codebook.label(row.theme) if row.theme else None,
        "cue": row.cue,
        "read as": row.polarity,
        "why it is here": row.why,
    }


def _pair(row: PairRow) -> Mapping[str, object]:
    return {
        "id": row.id,
        "what they may be": row.what,
        "document": row.one.document,
        "page": row.one.page,
        "quote": row.one.quote,
        "other document": row.other.document,
        "other page": row.other.page,
        "other quote": row.other.quote,
        "for": row.reasons_for,
        "against": row.reasons_against,
    }


def _words(sheet: Any, codebook: Codebook, made: str) -> str:
    """Fill the sheet of meanings; gives the place of the themes, for the list to choose from."""
    rows = [{"word": word, "what it means": meaning} for word, meaning in _MEANING.items()]
    rows += [{"word": "this workbook", "what it means": f"{INTERNAL}. {made}"}]
    first = len(rows) + 2
    rows += [{"word": c.label, "what it means": c.scopeNote} for c in codebook.concepts.values()]
    fill(sheet, ("word", "what it means"), rows, {"word": 34, "what it means": 110})
    return f"{WORDS}!$A${first}:$A${len(rows) + 1}"


def _choose(
    sheet: Any, columns: Sequence[str], rows: Sequence[int], lists: Mapping[str, str], *, strict: bool = True
) -> None:
    """Lists to choose from in some rows, and a colour for what is to be filled in."""
    for name, formula in lists.items():
        letter = get_column_letter(columns.index(name) + 1)
        where = " ".join(f"{letter}{first}:{letter}{last}" for first, last in _runs(rows)) or f"{letter}2"
        rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=strict, sqref=where)
        sheet.add_data_validation(rule)
    for name in YOURS:
        if name in columns:
            for number in rows:
                sheet.cell(number, columns.index(name) + 1).fill = _GREEN


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows as first and last of each run without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
