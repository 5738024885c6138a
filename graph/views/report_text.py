"""The report of a document's reading on a terminal: blocks, sections, what was doubtful, rejected, and a sample."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.records import DocumentRecord

_SHOWN = 25  # items of a list; the whole stands in --format json


def render_report(record: DocumentRecord, sample: Sequence[Mapping[str, Any]], console: Console) -> None:
    """Print the report of one document; it fits the width of the terminal."""
    report, document = record.report, record.document
    console.print(Text(_clean(document.title), style="bold underline"))
    blocks = ", ".join(f"{count} {kind}" for kind, count in report.blocks.items())
    pages = f"{report.pages} pages" if report.pages is not None else "no pages"
    console.print(Text(f"{_clean(document.file)} · {pages} · blocks: {blocks or 'none'}", style="dim"))
    console.print(Text(f"Items read {report.read} = kept {report.kept} + rejected {len(report.rejected)}"))
    if report.sections:
        console.print(_sections(record, console.width))
    for title, items in (
        ("Worth knowing", [(n.where, n.message, "") for n in report.notes]),
        ("Doubtful, kept", [(d.where, d.reason, d.text) for d in report.doubtful]),
        ("Rejected", [(r.where, r.reason, r.text) for r in report.rejected]),
    ):
        _list(console, title, items)
    _list(
        console,
        f"Did we miss learning? {len(sample)} of {len(report.rejected)} passages that were not taken",
        [(_where(s), str(s["reason"]), str(s["text"])) for s in sample],
    )


def _sections(record: DocumentRecord, width: int) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, width=width if width < 100 else None)
    for name in ("section", "at", "read as"):
        table.add_column(Text(name), overflow="fold")
    for name in ("items", "kept", "rejected"):
        table.add_column(Text(name), justify="right", no_wrap=True)
    for section in record.report.sections:
        style = "" if section.kept or not section.items else "yellow"
        read_as = ", ".join(section.read_as) or "nothing under it"
        numbers = [Text(str(n)) for n in (section.items, section.kept, section.rejected)]
        heading = Text(_clean(section.heading or "before the first heading"))
        place = f"p. {section.page}" if section.page is not None else f"line {section.line}" if section.line else ""
        table.add_row(heading, Text(place), Text(_clean(read_as)), *numbers, style=style)
    return table


def _list(console: Console, title: str, items: Sequence[tuple[str, str, str]]) -> None:
    if not items:
        return
    console.print(Text(title, style="bold"))
    for where, reason, text in items[:_SHOWN]:
        line = Text.assemble((f"{where}: ", "dim"), _clean(reason))
        if text:
            line.append(f" – “{_clean(text)}”", style="italic")
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
    if len(items) > _SHOWN:
        console.print(Padding(Text(f"and {len(items) - _SHOWN} more: see --format json", style="dim"), (0, 0, 0, 2)))


def _where(item: Mapping[str, Any]) -> str:
    return (
        f"page {item['page']}" if item["page"] is not None else f"line {item['line']}" if item["line"] else "no place"
    )


def _clean(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
