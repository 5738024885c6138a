"""A row on a terminal as a block: what it is about as its head, what is told of it, and the passages it rests on.

Every block can be read by itself: a row that goes on from the one above says its head again, and what else it leaves
out as the same it names. Codes and pairs of days are for files; here stand names and times in words.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.marks import KEY, MARK, ONLY, rests_only
from graph.trace.words import when
from graph.views.cells import value_of
from graph.views.rows import in_words, place_in_words

Row = Mapping[str, Any]

_LONG = 40  # characters: a longer value is not said twice in rows that go on
_SHORT = 28  # such words share a line
_OPENING = 72  # characters of a passage whose words stand above it already
_NAMES = {"theme": "label", "agency_type": "service", "other": "other_label"}  # a code, and the column of its name
_PLACE = ("document", "page", "line", "quote")
_SLUG = re.compile(r"^[a-z]+(?:-[a-z]+)*$")  # a theme by its id, which no other column names
_HEADS = {
    "date": "when",
    "on": "when",
    "days_late": "days past its date",
    "as_learning": "as a learning point",
    "opportunity": "how often",
    "looked": "who looked",
    "items": "pieces of evidence",
    KEY: MARK,
}
_SAYS_NOTHING = ("not computed",)
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


@dataclass
class _Block:
    """What a row says: its head, then each column's words; `passages` it rests on, of `total`."""

    head: str
    told: list[tuple[str, str]]
    lists: list[tuple[str, str]]
    passages: list[Mapping[str, Any]]
    total: int = 0
    mark: str = ""  # behind the head, where it rests on nothing but what was taken by its words alone
    above: list[str] = field(default_factory=list)


def print_blocks(console: Console, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Every row as a block, numbered."""
    nested = [c for c in columns if any(isinstance(r.get(c), (list, dict)) for r in rows)]
    last: _Block | None = None
    for number, row in enumerate(rows, 1):
        whole = _block([c for c in columns if c not in nested], nested, row)
        _print(console, number, _going_on(whole, last) if last and last.head == whole.head else whole)
        last = whole


def _block(flat: Sequence[str], nested: Sequence[str], row: Row) -> _Block:
    placed = [c for c in _PLACE if c in flat] if {"document", "quote"} <= set(flat) and row.get("quote") else []
    pairs = list(_pairs([c for c in flat if c not in placed], row))
    passages: list[Mapping[str, Any]] = [{c: row.get(c) for c in (*_PLACE, KEY)}] if placed else []
    lists, total = [], 0
    for column in nested:
        value = row.get(column)
        items = [i for i in (value if isinstance(value, list) else [value]) if i not in (None, "", {}, [])]
        if items and all(isinstance(i, Mapping) and "document" in i for i in items):
            passages += [p for p in items if p not in passages]
            total = int(row.get(f"{column}_total") or 0)
        elif items:
            lists.append((column.replace("_", " "), "; ".join(_item(column, i) for i in items)))
    told: list[tuple[str, str]] = []
    for name, words in pairs:
        if len(words) <= _LONG or _alike(words) not in {_alike(other) for _, other in told}:
            told.append((name, words))
    mark = f" ({MARK})" if rests_only(row) else ""
    return _Block(told[0][1] if told else "", told[1:], lists, passages, total, mark)


def _pairs(columns: Sequence[str], row: Row) -> Iterator[tuple[str, str]]:
    """Columns with something to say, in words; a code gives way to its name, two days become a time."""
    names = {code: name for code, name in _NAMES.items() if code in columns and row.get(name)}
    done: set[str] = set(names.values())
    for column in columns:
        start = column.removesuffix("_from")
        if column in done or column == ONLY or (column == KEY and not row.get(column)):  # all: at the head; 0: no news
            continue
        if column.endswith("_from") and f"{start}_to" in columns:
            done.add(f"{start}_to")
            days = [_as_day(row.get(c)) for c in (column, f"{start}_to")]
            if any(days) or column == columns[0]:
                yield _HEADS.get(start, start.replace("_", " ")), when(*days)
            continue
        if column.startswith("of_") and column[3:] in columns:
            continue
        words = _words(names.get(column, column), row)
        if words and not words.startswith(_SAYS_NOTHING):
            of = _words(f"of_{column}", row) if f"of_{column}" in columns else ""
            yield _HEADS.get(column, column.replace("_", " ")), f"{words} of {of}" if of else words


def _words(column: str, row: Row) -> str:
    value = row.get(column)
    if column == "theme" and isinstance(value, str) and _SLUG.match(value):
        return value.replace("-", " ")
    day = _as_day(value)
    return when(day, day) if day else in_words(value_of(column, value))


def _item(column: str, value: Any) -> str:
    return _words("theme", {"theme": value}) if column == "themes" and isinstance(value, str) else in_words(value)


def _as_day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.match(value) else None


def _going_on(block: _Block, last: _Block) -> _Block:
    """A row about the same as the one above: its head in short, and long words that stand there left out by name."""

    def left(pairs: list[tuple[str, str]], before: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [pair for pair in pairs if not (len(pair[1]) > _LONG and pair in before)]

    told, lists = left(block.told, last.told), left(block.lists, last.lists)
    above = [name for name, _ in (*block.told, *block.lists) if name not in {n for n, _ in (*told, *lists)}]
    same = bool(block.passages) and block.passages == last.passages
    return _Block(
        textwrap.shorten(block.head, _OPENING, placeholder=" …"),
        told,
        lists,
        [] if same else block.passages,
        0 if same else block.total,
        block.mark,
        [*above, *(["the passages"] if same else [])],
    )


def _print(console: Console, number: int, block: _Block) -> None:
    console.print(Text.assemble((f"{number}. {block.head}", "bold"), block.mark))
    body = [Text.assemble((f"{name}: ", "dim"), words) for name, words in block.told]
    for line in _lines([t for t in body if len(t.plain) <= _SHORT], console.width - 3):
        console.print(Padding(Text(" · ").join(line), (0, 0, 0, 3)))
    lists = [Text.assemble((f"{name}: ", "dim"), words) for name, words in block.lists]
    for text in [*(t for t in body if len(t.plain) > _SHORT), *lists]:
        console.print(Padding(text, (0, 0, 0, 3)))
    said = {_alike(words) for words in (block.head, *(words for _, words in block.told))}
    for item in block.passages:
        quote = str(item.get("quote") or "")
        if _alike(quote) in said:  # told above in full: its first words say which it is
            quote = textwrap.shorten(quote, _OPENING, placeholder=" …")
        side = f"{item['side']}: " if item.get("side") else ""
        console.print(Padding(Text(f"{side}“{quote}” ({place_in_words(item)})", style="italic"), (0, 0, 0, 5)))
    if block.total > len(block.passages):
        console.print(Padding(Text(f"{len(block.passages)} of {block.total} passages shown", "dim"), (0, 0, 0, 5)))
    if block.above:
        console.print(Padding(Text(f"as above: {', '.join(block.above)}", style="dim"), (0, 0, 0, 3)))
    console.print()


def _lines(words: Sequence[Text], width: int) -> list[list[Text]]:
    """Short words on as few lines as hold them, none broken."""
    lines: list[list[Text]] = []
    for text in words:
        if lines and sum(len(t.plain) + 3 for t in lines[-1]) + len(text.plain) <= width:
            lines[-1].append(text)
        else:
            lines.append([text])
    return lines


def _alike(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
