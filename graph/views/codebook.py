"""The codebook as a workbook that people edit: one row a theme, several values in a cell on lines of their own."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

from graph.codebook import Codebook
from graph.errors import WrongUse
from graph.exchange.entries import FIELDS, FLAGS, LISTS, RULES, Entry, entries
from graph.views.sheet import as_workbook

CARRIES = FIELDS
COLUMNS = {
    "id": "id (leave as it is; empty for a new theme)",
    "prefLabel": "theme",
    "broader": "id of the broader theme",
    "scopeNote": "what it includes and leaves out",
    "specific": "narrow enough for one practice",
    "desired": "names what practice should do",
    "altLabels": "other words for it",
    "cues": "cues (rule: phrase)",
    "context": "cues in the story of a case (rule: phrase)",
    "harm": "cues of harm (rule: phrase)",
    "population": "children in whose reviews it could be seen (under_months: number; words: text)",
    "not": "not these words",
    "unless": "not where this is said",
    "harm_not": "no harm: these words",
    "harm_unless": "no harm where this is said",
    "examples": "examples",
    "counter_examples": "counter-examples",
}
_WIDTHS = {COLUMNS["prefLabel"]: 32, COLUMNS["scopeNote"]: 60} | {COLUMNS[n]: 40 for n in (*LISTS, *RULES)}


def write_codebook(codebook: Codebook) -> bytes:
    """The workbook."""
    return as_workbook("Codebook", list(COLUMNS.values()), [_row(e) for e in entries(codebook)], _WIDTHS)


def _row(entry: Entry) -> dict[str, Any]:
    made: dict[str, Any] = {COLUMNS[n]: entry.get(n) for n in ("id", "prefLabel", "broader", "scopeNote")}
    made |= {COLUMNS[n]: "yes" if entry.get(n) else "no" for n in FLAGS}
    made |= {COLUMNS[n]: "\n".join(entry.get(n, ())) for n in LISTS}
    return made | {COLUMNS[n]: "\n".join(f"{k}: {v}" for k, v in entry.get(n, {}).items()) for n in RULES}


def read_codebook(data: bytes) -> list[Entry]:
    """The entries of an edited workbook. WrongUse where a column is missing."""
    sheet: Any = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    heads = [str(h or "") for h in next(rows, ())]
    if missing := [name for name in COLUMNS.values() if name not in heads]:
        raise WrongUse(
            f"the column “{missing[0]}” is missing", todo="start from goldenthread codebook export FILE.xlsx"
        )
    found = []
    for row in rows:
        told = {name: str(row[heads.index(head)] or "").strip() for name, head in COLUMNS.items()}
        if any(told.values()):
            found.append(_entry(told))
    return found


def _entry(told: dict[str, str]) -> Entry:
    made: Entry = dict(told)
    made |= {name: told[name].casefold() in ("yes", "true", "1") for name in FLAGS}
    lines = {name: [line.strip() for line in told[name].splitlines() if line.strip()] for name in (*LISTS, *RULES)}
    made |= {name: lines[name] for name in LISTS}
    return made | {name: dict(line.split(": ", 1) for line in lines[name] if ": " in line) for name in RULES}
