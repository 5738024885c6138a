"""Lines of type: words that stand on one base line, with what decides where paragraphs begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from statistics import median_low
from typing import Any

from loaders.formats.labels import Label, is_sign, label
from loaders.formats.pdf.words import HYPHEN, Word

_WIDE = 2.2  # ems of white between two words of a row that make two lines of it
_TOUCH = 0.09  # ems of white below which two pieces are one word
BY_LEFT = attrgetter("left")  # where words stand in their row
_BY_PLACE = attrgetter("base", "left")


@dataclass(slots=True)
class Line:
    """One line of text: bounds in points, `size` of most of its type, and where in the document it stands.

    `flow` numbers the run of lines that are read one under the other; a change of flow is a column, box, cell or page
    break. `edge` is how far right a line of the flow may reach, or None where that is not known.
    """

    words: list[Word]
    page: int
    left: float
    right: float
    base: float
    size: float
    text: str
    bold: bool
    colour: int
    label: Label | None = None
    flow: int = 0
    edge: float | None = None
    part: bool = False  # stands beside others on one base line without a gutter: a form or a table without rules
    main: bool = True  # stands in the page's only column
    box: Any = None  # the framed or shaded area it stands in
    cell: Any = None  # the table cell it stands in
    dot: float | None = None  # left edge of a bullet that is drawn, not typed

    @property
    def top(self) -> float:
        """Upper edge, estimated from the base line."""
        return self.base - 0.8 * self.size

    @property
    def content(self) -> float:
        """Where the text begins after the label."""
        return self.words[self.label.words].left if self.label else self.left

    @property
    def gap(self) -> float:
        """White between label and text, in ems."""
        if not self.label:
            return 0.0
        at = self.label.words
        return (self.words[at].left - self.words[at - 1].right) / self.size

    def counted(self) -> bool:
        """Whether a number stands apart at the end, as in a table of contents."""
        if len(self.words) < 2 or not self.words[-1].text.isdigit():
            return False
        apart = self.words[-1].left - self.words[-2].right > 1.5 * self.size
        return apart or self.words[-2].text.endswith(("..", "…", "_"))

    def first_width(self) -> float:
        """Width of the first word, to see whether it had fitted on the line before."""
        first = self.words[0]
        return first.right - first.left


@dataclass(slots=True)
class Row:
    """Words on one base line, over the whole width of a region."""

    words: list[Word] = field(default_factory=list)
    base: float = 0.0
    size: float = 0.0


def rows(words: list[Word]) -> list[Row]:
    """Words grouped by base line from top to bottom; a raised footnote number stays with the word it hangs on."""
    result: list[Row] = []
    row: Row | None = None
    for word in sorted(words, key=_BY_PLACE):
        if row and (word.base == row.base or abs(word.base - row.base) <= _drift(word.size, row.size)):
            row.words.append(word)
            if word.size > row.size:
                row.base, row.size = word.base, word.size
        else:
            row = Row([word], word.base, word.size)
            result.append(row)
    for row in result:
        row.words.sort(key=BY_LEFT)
    return result


def _drift(one: float, two: float) -> float:
    """How far apart the base lines of one row may be; more where one is a raised sign."""
    small, big = (one, two) if one < two else (two, one)
    return 0.5 * big if small < 0.8 * big else 0.55 * small


def lines(row: Row, page: int) -> list[Line]:
    """The lines of a row: more than one where wide white stands between (cells without rules, figures, forms)."""
    pieces: list[list[Word]] = [[]]
    for word in row.words:
        piece = pieces[-1]
        wide = piece and word.left - piece[-1].right > _WIDE * max(word.size, piece[-1].size)
        if wide and not _hangs(piece, word) and not _count(piece, word, row):
            pieces.append([])
        pieces[-1].append(word)
    found = [line(piece, page) for piece in pieces if piece]
    for one in found:
        one.part = len(found) > 1
    return found


def _hangs(piece: list[Word], word: Word) -> bool:
    """Whether all that stands left of the white is a list sign for the words after it."""
    return len(piece) == 1 and is_sign(piece[0].text, piece[0].symbol) and not word.text.isdigit()


def _count(piece: list[Word], word: Word, row: Row) -> bool:
    """Whether a page number ends a row of words, as in a table of contents."""
    last = word is row.words[-1] and word.text.isdigit() and len(word.text) <= 3
    return last and any(c.isalpha() for one in piece for c in one.text)


def line(words: list[Word], page: int) -> Line:
    """A line from its words, in order."""
    sizes = {w.size for w in words}
    size = words[0].size if len(sizes) == 1 else median_low([w.size for w in words for _ in w.text])
    letters = [w for w in words if (w.text.isalnum() or any(map(str.isalnum, w.text))) and not w.symbol]
    head = label([w.text for w in words], words[0].symbol)
    spoken = [w for w in letters if not head or w not in words[: head.words]] or letters
    colours = {w.colour for w in spoken}
    return Line(
        words=words,
        page=page,
        left=words[0].left,
        right=words[-1].right,
        base=max([w.base for w in words if w.size >= 0.9 * size], default=words[0].base),
        size=size,
        text=spaced(words),
        bold={w.bold for w in spoken} == {True},
        colour=colours.pop() if len(colours) == 1 else -1,
        label=head,
    )


def spaced(words: list[Word]) -> str:
    """The words as printed, joined where they touch."""
    if not words:
        return ""
    before, out = words[0], [words[0].text]
    for word in islice(words, 1, None):
        small = before.size if before.size < word.size else word.size
        out.append(f" {word.text}" if word.left - before.right > _TOUCH * small else word.text)
        before = word
    return "".join(out)


def visible(text: str) -> str:
    """The text with line-end hyphens as the reader of the page sees them."""
    return text.replace(HYPHEN, "-")
