"""A desk to try the workbook on: a collection in memory, exported, edited by people and handed in again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from graph.cli.tracker.here import reader
from graph.decisions import Decision, add, read_folder
from graph.derive import build
from graph.records import DocumentRecord
from graph.tracker import Outcome, Row, Said, compare, rows_of
from graph.tracker.compare import Reader
from graph.tracker.fields import FIELDS
from graph.views.tracker import Stamp, read_workbook, write_workbook
from graph.views.tracker.stamp import hash_of
from graph.views.tracker.write import HEAD
from loaders.blocks import Block, BlockKind
from loaders.trackers.dates import due_of
from loaders.trackers.vocabulary import status_of
from tests.graph import made

READER = Reader(
    status_of, lambda text: due_of(Block(BlockKind.CELL, text)).due, hash_of
)  # asks nobody who may say what
COLUMN = {f.name: n for n, f in enumerate(FIELDS, 2)}
DAY = date(2024, 5, 14)


class Desk:
    """The records of a collection and the folder of what people decided."""

    def __init__(self, records: Sequence[DocumentRecord], folder: Path) -> None:
        self.records, self.folder = list(records), folder
        folder.mkdir(exist_ok=True)

    def said(self) -> list[Decision]:
        return read_folder(self.folder)

    def rows(self) -> list[Row]:
        said = self.said()
        return rows_of(build(self.records, made.CODEBOOK, said), Said(said))

    def export(self) -> bytes:
        stamp = Stamp("collection", "load", "2024-05-01T09:00:00Z")
        return write_workbook(self.rows(), stamp, title="Action tracker")

    def hand_in(self, data: bytes, by: str = "learning lead", on: date = DAY, *, keep: bool = True) -> Outcome:
        book = read_workbook(data, "tracker.xlsx")
        said = self.said()
        graph = build(self.records, made.CODEBOOK, said)
        outcome = compare(book.kept, book.rows, rows_of(graph, Said(said)), Said(said), reader(graph), by=by, on=on)
        if keep:
            add(self.folder, [*outcome.decisions, *outcome.conflicts])
        return outcome


def number_of(data: bytes, words: str) -> int:
    """The sheet's number of the row whose action or recommendation begins with some words."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Tracker"]
    for number in range(HEAD + 1, sheet.max_row + 1):
        for name in ("action", "recommendation"):
            if str(sheet.cell(number, COLUMN[name]).value or "").startswith(words):
                return number
    raise AssertionError(f"no row of {words}")


def edit(data: bytes, cells: dict[tuple[str, str], Any]) -> bytes:
    """Set cells by (first words of the action, column)."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for (words, name), value in cells.items():
        book["Tracker"].cell(number_of(data, words), COLUMN[name]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def shown(data: bytes, words: str, name: str) -> Any:
    """What a cell shows."""
    return openpyxl.load_workbook(io.BytesIO(data))["Tracker"].cell(number_of(data, words), COLUMN[name]).value


def tracker(**more: Any) -> DocumentRecord:
    """An invented partnership's tracker: a review with three recommendations and four actions."""
    review = made.review(
        "Review Heron",
        ref="RR 3/22",
        recommendations=[
            made.recommendation("Partners should know the bruising procedure.", "bruising", ref="1"),
            made.recommendation("Disagreements should be escalated within two days.", "escalation", ref="2"),
            made.recommendation("Strategy discussions should hear from health.", "strategy", ref="3"),
        ],
        actions=[
            made.action(
                "Print the bruising procedure on a card.",
                ref="1.1",
                recommendation="1",
                leads=["Health", "Police"],
                due="2024-03-31",
                previous_due=["2023-12-31"],
                status="on-track",
                status_printed="Green",
                updates=[{"date": "2024-01-15", "text": "Printer found."}],
            ),
            made.action("Rehearse a bruising referral.", ref="1.2", recommendation="1", status="overdue"),
            made.action("Write an escalation flowchart.", ref="2.1", recommendation="2", leads=["Education"]),
            made.action("Audit 20 disagreements.", ref="2.2", recommendation="2", due="2024-09", **more),
        ],
    )
    return made.record("tracker.xlsx", reviews=[review], kind="action-tracker", title="Heron tracker")
