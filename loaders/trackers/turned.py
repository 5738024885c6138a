"""Tables on their side: names of fields down the left, an action in each column or in a card of its own.

They are turned into what all other tables are, a head and a row an action, so that one reading serves both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.text import key
from loaders.blocks import Block
from loaders.trackers.contents import SHORT
from loaders.trackers.header import heads_of
from loaders.trackers.reviews import label_of
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import data, field_of

_NAMED = re.compile(r"\s(?:[A-Z][a-z]+|[A-Z]|\d+/\d+)$|[‘'\"“]")  # a name or number behind a kind of review
LEAST = 3  # names of fields that a card has
_COUNTED = re.compile(r"(?P<field>[A-Za-z][A-Za-z ]*?) (?:no\.? ?)?(?P<number>\d{1,3}(?:\.\d{1,2})?)\s*:?$", re.I)
_NUMBER = "no"  # the field that holds the number of a card whose label counts it ("Action 2")


@dataclass(slots=True)
class _Card:
    """Rows one under the other, each with another name of a field."""

    rows: list[Row] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)  # in one spelling
    number: str | None = None  # of the action, where a label counts it

    def takes(self, row: Row, label: str) -> bool:
        """Whether the row goes on the card: it follows and its name is new."""
        return not self.rows or (label not in self.labels and row.number <= self.rows[-1].number + 1)


def turned(table: Table, known: Mapping[str, str] | None = None) -> Table:
    """The table with a row an action where its fields stand down the left; any other table as it is.

    Args:
        table: a table that no head tells.
        known: names of fields in one spelling, with what they hold, where their words alone do not say so.
    """
    if len(table.rows) < LEAST:
        return table
    known = known or {}
    table = table if known else _one_under_the_other(table)
    left = min((c for row in table.rows for c in row.own), default=1)
    cards = _cards(table, left, known)
    if not cards:
        return table
    names: dict[str, tuple[int, str]] = {}  # label in one spelling → column of the new table, as printed
    for card in cards:
        for row, label in zip(card.rows, card.labels, strict=True):
            names.setdefault(label, (len(names) + 1, _counted(row.text(left))[0]))
    if any(card.number for card in cards):
        names.setdefault(_NUMBER, (len(names) + 1, _NUMBER.title()))
    first = cards[0].rows[0]
    made = Table(table.name, before=table.before, after=table.after, known=known)
    made.rows = [row for row in table.rows if row.number < first.number]
    head = Row(first.number, first.line, place=str(first.number))
    for label, (column, printed) in names.items():
        every = (r.cells[left] for c in cards for r, n in zip(c.rows, c.labels, strict=True) if n == label)
        own = next(every, first.cells[left])
        head.cells[column] = replace(own, text=printed, raw=printed, row=first.number, column=column, merged=None)
    made.rows.append(head)
    used = {row.number for card in cards for row in card.rows}
    others = [row for row in table.rows if row.number > first.number and row.number not in used]
    for card, following in zip(cards, [*cards[1:], None], strict=True):
        made.rows += _records(card, left, names, known, len(made.rows) - made.rows.index(head) + first.number)
        end = following.rows[0].number if following else None
        for row in [one for one in others if one.number > card.rows[0].number and (end is None or one.number < end)]:
            number = first.number + len(made.rows) - made.rows.index(head)
            made.rows.append(_beside(replace(row, number=number, place=str(row.number)), len(names) + 1))
    return made if heads_of(made) else table


def _beside(row: Row, free: int) -> Row:
    """A row between cards; what stands alone in it goes into a column that no field has, as a banner does."""
    own = list(row.own.values())
    return replace(row, cells={free: replace(own[0], column=free, merged=None)}) if len(own) == 1 else row


def _one_under_the_other(table: Table) -> Table:
    """A table of forms with two fields beside each other ("Lead | … | Supported by | …") with a row for each field."""
    rows: list[Row] = []
    pairs = 0
    for row in table.rows:
        own = row.own
        labels = [c for c in own if _names_field(own[c])]
        second = next((c for c in labels[1:] if c > 2 and _alone(row, labels[0], c)), None)
        if second is None or labels[0] != min(own):
            rows.append(_apart(row, own))
            continue
        pairs += 1
        rows.append(_apart(row, {c: cell for c, cell in own.items() if c < second}))
        rows.append(_apart(row, {c - second + labels[0]: cell for c, cell in own.items() if c >= second}))
    if pairs < 2 or 2 * pairs < len(table.rows) - LEAST:
        return table
    made = Table(table.name, before=table.before, after=table.after)
    made.rows = [replace(row, number=n) for n, row in enumerate(rows, table.rows[0].number)]
    return made


def _apart(row: Row, cells: dict[int, Block]) -> Row:
    """A row with these cells, each on its own, that still says where it stood."""
    alone = {c: replace(cell, column=c, merged=None) for c, cell in cells.items()}
    return replace(row, cells=alone, place=row.place or str(row.number))


def _alone(row: Row, first: int, second: int) -> bool:
    """Whether between two names of fields there is room for one value, and no third name."""
    between = [c for c in row.own if first < c < second]
    return second - first > 1 and len(between) <= 1 and not any(_names_field(row.cells[c]) for c in between)


def _cards(table: Table, left: int, known: Mapping[str, str]) -> list[_Card]:
    """The cards of a table that hold an action and enough other fields."""
    found: list[_Card] = []
    open_ = _Card()
    for row in table.rows:
        cell = row.cells.get(left)
        label, number = _counted(key(cell.text).strip(" :")) if cell is not None else ("", None)
        if not label or not (label in known if known else _names_field(cell)):
            open_ = _Card()
            continue
        if not open_.takes(row, label):
            open_ = _Card()
        if not open_.rows:
            found.append(open_)
        open_.rows.append(row)
        open_.labels.append(label)
        open_.number = open_.number or number
    return [card for card in found if _is_card(card, known)]


def _counted(label: str) -> tuple[str, str | None]:
    """A label without the number it counts the action by ("Action 2"), and that number; the label itself where none."""
    found = _COUNTED.fullmatch(label)
    counts = found is not None and field_of(found["field"]) == "action"
    return (found["field"], found["number"]) if found is not None and counts else (label, None)


def _names_field(cell: Block | None) -> bool:
    if cell is not None and (label := label_of(cell.text)) and (label.ref or label.name) and _NAMED.search(cell.text):
        return False  # "LCSPR Marsh" over a card
    return cell is not None and len(cell.text.split()) <= SHORT and field_of(cell.text) is not None


def _is_card(card: _Card, known: Mapping[str, str]) -> bool:
    told = {known.get(label) or field_of(label) for label in card.labels}
    return len(card.rows) >= LEAST and "action" in told and bool(told & set(data()["partners"]))


def _records(
    card: _Card, left: int, names: dict[str, tuple[int, str]], known: Mapping[str, str], number: int
) -> list[Row]:
    """A row for each column of a card that holds an action."""
    held = [known.get(label) or field_of(label) for label in card.labels]
    acts = card.rows[held.index("action")]
    made: list[Row] = []
    for column, said in acts.own.items():
        if column == left:
            continue
        several = sum(c != left for c in acts.own) > 1
        first, last = (card.rows[n].place or str(card.rows[n].number) for n in (0, -1))
        place = f"column {_letter(column)}" if several else f"rows {first}-{last}"
        row = Row(number + len(made), acts.line, place=place)
        for source, label in zip(card.rows, card.labels, strict=True):
            at = names[label][0]
            if (cell := source.cells.get(column)) is not None:
                row.cells[at] = replace(cell, row=row.number, column=at, merged=None)
        if card.number and _NUMBER not in card.labels:
            at = names[_NUMBER][0]
            cell = card.rows[held.index("action")].cells[left]
            row.cells[at] = replace(cell, text=card.number, raw=card.number, row=row.number, column=at, merged=None)
        made.append(row)
        row.line = said.line
    return made


def _letter(column: int) -> str:
    return chr(64 + column) if column <= 26 else str(column)
