"""Printed statistics of a document: what is counted, in which sense, of which group, from which source and when.

A number is kept as printed and never corrected; `graph.check` compares. Review figures, population figures, activity
figures and survey figures are told apart, because only the first say anything of reviews.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.records import Statistic, Unit
from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.figures.bare import is_statistic
from loaders.parse.figures.based import BASE
from loaders.parse.figures.carried import Carried
from loaders.parse.figures.cells import cell_figure, count_beside, of_head, of_labels, wanted
from loaders.parse.figures.counts import counts
from loaders.parse.figures.groups import Groups
from loaders.parse.figures.lines import Line, above_of, lines, rows_of
from loaders.parse.figures.made import statistic
from loaders.parse.figures.merged import restated
from loaders.parse.figures.numbers import Figure, holds_number
from loaders.parse.figures.own_story import in_own_story
from loaders.parse.figures.rates import apart_from, rates_and_spans
from loaders.parse.figures.senses import as_of
from loaders.parse.figures.shares import figures
from loaders.parse.figures.units import Source, source_of, tells_unit
from loaders.parse.figures.wholes import Wholes, agrees, out_of_column

_SOURCE_LINE = re.compile(r"^\W*(?:source|data|as at|as of|figures? (?:from|as|for|at))\b", re.I)
_ENDS = re.compile(r"\W*(?:(?:19|20)\d\d\W*)?")


def statistics_of(
    blocks: list[Block], title: str = "", names: Sequence[str] = (), aside: list[Line] | None = None
) -> list[Statistic]:
    """The printed statistics of a document, in printed order.

    Args:
        blocks: all blocks of the document; furniture is left out.
        title: title of the document, the last resort for what is counted.
        names: names of the children of the document, whose stories may hold figures of their own.
        aside: takes the lines whose figures were left out as one person's.

    Returns:
        One record a figure. `quote` and `text` are the sentence or row as printed; numerator, denominator and percent
        are None where not printed.
    """
    body = [b for b in blocks if b.kind is not BlockKind.FURNITURE and printed(b.text)]
    reading = _Reading(body, title, names)
    for line in lines(body):
        reading.take(line)
    if aside is not None:
        aside += reading.aside
    return reading.out


class _Reading:
    """What was read so far, as later lines lean on it."""

    def __init__(self, body: list[Block], title: str, names: Sequence[str]) -> None:
        self.out: list[Statistic] = []
        self.aside: list[Line] = []
        self._title, self._names = title, names
        self._groups, self._wholes = Groups(body), Wholes()
        self._carried = Carried(title, *(block.text for block in body[:1]))
        self._rows, self._above = rows_of(body), above_of(body)
        self._shares_in: dict[int, list[Statistic]] = {}  # by id of a row: the shares its cells tell without percentage
        self._in_row: dict[int, Statistic] = {}  # by id of a row: the count of a cell of it, until its share is told
        self._heading = ""  # the heading above
        self._dated: str | None = None  # the date of its opening line
        self._of_line = 0  # figures of the last line

    def take(self, line: Line) -> None:
        """Read the figures of one line."""
        text, block = line.text, line.block
        if block.kind is BlockKind.HEADING and not is_statistic(text):
            self._head(line)
            return
        if _SOURCE_LINE.match(text) and not figures(text):
            when = as_of(text, len(text), None)
            for one in self.out[len(self.out) - self._of_line :]:
                one.as_of = when or one.as_of
            return
        if text.endswith(":"):
            self._dated = as_of(text, len(text), None) or self._dated
        if not holds_number(text):
            self._of_line = 0
            return
        if wanted(block):
            return
        source = source_of(text, self._heading)
        cells = self._rows.get(id(block), ())
        if counted := cell_figure(block, text, cells):
            self._cell(line, counted, source, cells)
        elif line.row and (row := self._carried.row(text)):
            self._make(line, row[0], len(text), self._heading, source)
            self.out[-1].unit = row[1]
        else:
            self._sentence(line, source, cells)

    def _head(self, line: Line) -> None:
        """A heading begins anew, and may tell a share itself."""
        text = line.text
        opening = as_of(text, len(text), None) if text.endswith(":") else None
        if opening:  # "In 2023-24 there were:" dates what follows and names nothing
            self._dated = opening
            return
        self._heading, self._of_line = text.rstrip(" :"), 0
        self._dated = self._dated if text.endswith(":") else None
        self._groups.heading(text)
        self._carried.heading(text)
        self._wholes.keep(*(int(based["n"]) for based in BASE.finditer(text)))
        for figure in headed(text):
            self._make(line, figure, len(text), self._heading, source_of(text, ""))

    def _cell(self, line: Line, counted: Figure, source: Source, cells: Sequence[Block]) -> None:
        """The figure that a cell of a table is."""
        text, block = line.text, line.block
        if counted.percent is not None and counted.numerator is None:
            others = [printed(cell.text) for cell in cells if cell is not block]
            counted = self._wholes.settle(text, [counted], others)[0]
        elif counted.percent is not None and counted.denominator is None:
            counted = out_of_column(counted, self._above.get(id(block), ()))
        self._make(line, counted, len(text), block.column_head or "", source)
        if (count := self._in_row.get(id(cells))) and _same_count(count, counted):
            self.out.remove(count)
        self._in_row[id(cells)] = self.out[-1]
        self._wholes.keep(counted.denominator)

    def _sentence(self, line: Line, source: Source, cells: Sequence[Block]) -> None:
        """The figures of running text, or of words in a cell."""
        text, carried = line.text, self._carried
        shares = self._shares(line, source, cells)
        apart = rates_and_spans(text)
        found = apart_from(_with_counts(shares, counts(text, source)), apart)
        told = dict(carried.counts(text, [*found, *apart])) if source == "review" or carried.looked_at else {}
        carried.name(text, found)
        sampled: dict[Figure, Unit] = {}
        if not told and source == "review":  # "In a sample of 40 files the child had been seen in 29"
            told = sampled = dict(carried.counts_behind(text, [*found, *apart]))
        counted_as = {figure.start: unit for figure, unit in told.items()}
        found = [figure for figure in found if figure.start not in counted_as or figure.denominator or figure.percent]
        found = restated(text, sorted([*found, *apart, *told], key=lambda figure: figure.start))
        if own := [figure for figure in found if figure not in sampled and in_own_story(text, figure, self._names)]:
            found = [figure for figure in found if figure not in own]
            self.aside.append(line)
        self._of_line = len(found)
        for figure, following in zip(found, [*found[1:], None][: len(found)], strict=True):
            end = following.start if following else len(text)
            self._make(line, figure, end, self._heading, source)
            if cells and (count := self._in_row.get(id(cells))) and _same_count(count, figure):
                self.out.remove(self._in_row.pop(id(cells)))  # "12 | 75%" is one figure
                counted_as[figure.start] = count.unit
            elif cells and figure.denominator is not None and figure.percent is None:
                self._shares_in.setdefault(id(cells), []).append(self.out[-1])
            of_whole = None if tells_unit(text, figure, end) else carried.unit(figure)
            self.out[-1].unit = counted_as.get(figure.start) or of_whole or self.out[-1].unit

    def _shares(self, line: Line, source: Source, cells: Sequence[Block]) -> list[Figure]:
        """The shares of a line, with what they are out of where the line leaves that to its row, column or lead."""
        text, block = line.text, line.block
        base = of_head(block) or of_labels(block, cells)
        shares = self._wholes.settle(text, figures(text), [printed(cell.text) for cell in cells], base)
        if block.kind is BlockKind.CELL:
            over = self._above.get(id(block), ())
            shares = [out_of_column(f, over) if f.percent is not None and f.denominator is None else f for f in shares]
        if len(shares) == 1 and shares[0].numerator is None and (percent := shares[0].percent) is not None:
            counted = [self._in_row[id(cells)]] if id(cells) in self._in_row else []
            told_beside = [*self._shares_in.get(id(cells), ()), *counted]
            beside = next((s for s in told_beside if agrees(s.numerator, s.denominator, percent)), None)
            if cells and beside is not None:
                self._in_row[id(cells)] = beside
                shares = [replace(shares[0], numerator=beside.numerator, denominator=beside.denominator)]
            else:
                shares = [replace(shares[0], numerator=count_beside(block, text, cells, percent))]
        if not line.row and source not in ("activity", "population"):
            shares = self._carried.shares(text, shares)
        return shares

    def _make(self, line: Line, figure: Figure, end: int, heading: str, source: Source) -> None:
        self._groups.figure()
        self.out.append(statistic(line, figure, end, heading, self._title, source, self._dated, self._groups))


def headed(text: str) -> list[Figure]:
    """The shares that end a short line set as a heading ("Seen alone: 11/19", "Timeliness: 71% → 84%")."""
    found = figures(text)
    return found if found and _ENDS.fullmatch(text[found[-1].end :]) else []


def _same_count(count: Statistic, figure: Figure) -> bool:
    """Whether a share tells the count of the cell beside it once more, with its percentage."""
    whole = count.denominator is None or count.denominator == figure.denominator
    return figure.percent is not None and figure.numerator == count.numerator and whole


def _with_counts(found: list[Figure], plain: list[Figure]) -> list[Figure]:
    """Shares first; a plain count is kept where it is no part of one."""
    wholes = {f.denominator for f in found}
    extra = [
        c for c in plain if c.numerator not in wholes and not any(f.start < c.end and c.start < f.end for f in found)
    ]
    return sorted(found + extra, key=lambda f: f.start)
