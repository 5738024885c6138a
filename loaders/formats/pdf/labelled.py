"""Labels in a narrow column beside what they say: tables of two columns that nothing rules, such as cards and forms.

Read as columns, all labels would come before all texts. Only strong evidence makes such a table: labels set apart by
weight, colour or ground, each beginning on the base line on which its text begins, white (or the edge of a ground)
between one text and the next, and texts that run over several lines in a column much wider than the labels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from loaders.formats.pdf.lines import Row
from loaders.formats.pdf.rules import Cell, Table
from loaders.formats.pdf.unruled import unruled_tables
from loaders.formats.pdf.words import Shape, Sheet, Word

_APART = 0.75  # ems of white between a label and its text
_LEVEL = 0.25  # ems by which the base lines of a label and its text may differ
_FAR = 3.5  # ems between two lines, at most
_SPACED = 1.2  # times the pitch of the text: more white parts two texts
_LEAST = (2, 3)  # labels, on a ground of their own and without
_LONG = 2  # entries of more than one line, at least
_LABEL = (7, 4)  # words and lines of a label, at most
_WIDER = 1.8  # times the width of the labels: that of the texts
_FULL = 4  # words of a line of text, in the middle
_MOST_LINES = 120  # of one table
_HOLE = 2.2  # ems of white in a line that make two of it


@dataclass(slots=True)
class _Entry:
    """A label and its text, as lines of words."""

    label: list[list[Word]] = field(default_factory=list)
    text: list[list[Word]] = field(default_factory=list)


def labelled_tables(sheet: Sheet, words: list[Word]) -> tuple[list[Table], list[Word]]:
    """The tables of labels and texts among words that stand in no other table, and the words outside them."""
    return unruled_tables(words, lambda lines, at, _: _table(lines, at, sheet))


def _table(lines: list[Row], at: int, sheet: Sheet) -> tuple[Table | None, int]:
    """The table that begins at a line, and the line after it."""
    split = _split(lines[at])
    if split is None:
        return None, at
    low, high = split
    look = _look(lines[at].words[0])
    sides: list[tuple[list[Word], list[Word]]] = []
    for row in lines[at : at + _MOST_LINES]:
        if sides and row.base - lines[at + len(sides) - 1].base > _FAR * row.size:
            break
        narrowed = _narrowed(low, high, row)
        if narrowed is None:
            break
        left = [word for word in row.words if word.right <= narrowed[0] + 0.1]
        right = row.words[len(left) :]
        if any(_look(word) != look for word in left):
            break
        low, high = narrowed
        sides.append((left, right))
    if len(sides) < _LEAST[0]:
        return None, at
    edges = _edges(sheet, low, high, sides)
    entries, end = _entries(sides, lines[at : at + len(sides)], edges)
    if not _is_table(entries, look, bool(edges)):
        return None, at
    return _built(entries, low, high), at + end


def _look(word: Word) -> tuple[bool, int, int]:
    return word.bold, word.colour, round(word.size)


def _split(row: Row) -> tuple[float, float] | None:
    """The white between a label and its text, where a line begins with words set apart from those behind the white."""
    first, size = row.words[0], row.size
    for at, (one, two) in enumerate(pairwise(row.words), 1):
        if two.left - one.right < _APART * size:
            continue
        if at > _LABEL[0] or not any(c.isalpha() for word in row.words[:at] for c in word.text):
            return None
        bases = [word.base for word in row.words[at:]]
        if abs(median_low(bases) - first.base) > _LEVEL * size or _look(two) == _look(first):
            return None
        return one.right, two.left
    return None


def _narrowed(low: float, high: float, row: Row) -> tuple[float, float] | None:
    """What a line leaves of the white; None where it leaves too little."""
    for word in row.words:
        if word.right <= low or word.left >= high:
            continue
        if word.left - low >= high - word.right:
            high = word.left
        else:
            low = word.right
    return (low, high) if high - low >= 0.5 * row.size else None


def _edges(sheet: Sheet, low: float, high: float, sides: list[tuple[list[Word], list[Word]]]) -> list[float]:
    """Where grounds behind the labels alone, or rules over labels and texts, begin and end."""
    left = min((word.left for one, _ in sides for word in one), default=low)
    right = max((word.right for _, two in sides for word in two), default=high)

    def parts(shape: Shape) -> bool:
        ground = shape.filled and low - 1 <= shape.right <= high + 1 and shape.left <= left
        rule = shape.height <= 3 and shape.left <= left + 1 and shape.right >= 0.5 * (high + right)
        return not shape.picture and not shape.curved and (ground or rule)

    return sorted(y for s in sheet.shapes if parts(s) for y in (s.top, s.bottom))


def _entries(
    sides: list[tuple[list[Word], list[Word]]], lines: list[Row], edges: list[float]
) -> tuple[list[_Entry], int]:
    """The labels with their texts, and how many lines they take; none where a label stands in the midst of a text."""
    texts = [row.base for (_, right), row in zip(sides, lines, strict=True) if right]
    gaps = [two - one for one, two in pairwise(texts) if two - one > 0.9 * lines[0].size]
    pitch = min(gaps, default=1.2 * lines[0].size)
    entries: list[_Entry] = []
    last = label = 0.0  # base lines of the line before, and of the label's last line
    for at, ((left, right), row) in enumerate(zip(sides, lines, strict=True)):
        parted = any(last < y < row.base for y in edges)
        spaced = row.base - last > _SPACED * pitch
        if not entries or (left and (parted or spaced) and row.base - label > _SPACED * pitch):
            if not left or not right:
                return entries, at
            entries.append(_Entry())
        elif left and row.base - label > _SPACED * pitch:
            return [], at
        elif not left and not right:
            return entries, at
        if left:
            entries[-1].label.append(left)
            label = row.base
        if right:
            entries[-1].text.append(right)
        last = row.base
    return entries, len(sides)


def _is_table(entries: list[_Entry], look: tuple[bool, int, int], ground: bool) -> bool:
    """Whether labels and texts are such as a reader takes for a form."""
    if len(entries) < _LEAST[0 if ground else 1]:
        return False
    words, lines = _LABEL
    labels = [[word for line in entry.label for word in line] for entry in entries]
    if any(len(label) > words or len(entry.label) > lines for label, entry in zip(labels, entries, strict=True)):
        return False
    if any(label[-1].text[-1] in ".,;" or not any(c.isalpha() for w in label for c in w.text) for label in labels):
        return False
    texts = [line for entry in entries for line in entry.text]
    long = sum(1 for entry in entries if max(len(entry.text), len(entry.label)) > 1)
    if long < _LONG or len(texts) < 1.5 * len(entries):
        return False
    plain = [word for line in texts for word in line]
    if 2 * sum(1 for word in plain if _look(word) == look) > len(plain):
        return False
    if median_low([len(line) for line in texts]) < _FULL:
        return False
    holes = sum(1 for line in texts if any(two.left - one.right > _HOLE * two.size for one, two in pairwise(line)))
    if 3 * holes > len(texts):
        return False
    wide = max(word.right for word in plain) - min(word.left for word in plain)
    narrow = max(w.right for label in labels for w in label) - min(w.left for label in labels for w in label)
    return wide >= _WIDER * narrow


def _built(entries: list[_Entry], low: float, high: float) -> Table:
    cells: list[Cell] = []
    left = min(line[0].left for entry in entries for line in entry.label)
    right = max(line[-1].right for entry in entries for line in entry.text)
    for number, entry in enumerate(entries, 1):
        for column, part in ((1, entry.label), (2, entry.text)):
            words = [word for line in part for word in line]
            top, bottom = min(w.top for w in words), max(w.base + 0.3 * w.size for w in words)
            edge = low + 2.0 if column == 1 else right + 2.0
            cells.append(Cell(words[0].left if column == 1 else high, top, edge, bottom, number, column, words=words))
    top, bottom = min(cell.top for cell in cells), max(cell.bottom for cell in cells)
    return Table(left, top, right, bottom, [left, high, right], cells)
