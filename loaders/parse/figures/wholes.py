"""What a figure is out of, where its own words leave that to others: a sample named before, a row, a fraction in words.

A whole is taken from elsewhere only where the printed share agrees with it ("11 (55%)" after "20 files"); where nothing
agrees the figure stays as printed, so that no number is made up and a wrong one is still seen by the check.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from loaders.parse.figures.based import BASE
from loaders.parse.figures.numbers import NUMBER, Figure, counted_in, measured, referred, value

PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<half>half)(?:\s+of)?|(?P<top>a|one|two|three|four)[\s-](?P<part>{'|'.join(PARTS)})s?\s+of)\s+"
    rf"(?:all\s+)?(?:(?:the|these|those|our|their)\s+)?(?:(?P<n>{NUMBER})(?![\w%/.-]))?"
    rf"(?:\s*(?!\()[\w'’-]+){{0,4}}?\s*(?:\((?P<k>{NUMBER})\)|(?=\s|[.,;]|$))",
    re.I,
)
NOT_EXACT = re.compile(
    r"\b(?:than|over|under|nearly|almost|about|around|just|approximately|to|another)\s+(?:a\s+)?$", re.I
)
_SAMPLED = re.compile(
    rf"\b(?:(?:sample|audit|survey|analysis)\s+of|looked\s+at|audited|sampled|examined)\s+(?:the\s+)?(?P<n>{NUMBER})\b",
    re.I,
)
_BRACKET = re.compile(rf"\((?:n\s?=\s?)?(?P<k>{NUMBER})\)", re.I)
_NUMBERS = re.compile(
    rf"(?<![\w/.,£$+–-])(?!(?:19|20)\d\d\b)(?P<n>{NUMBER})(?=\s+(?!(?:and|or|to|of)\b)[a-z])(?!\s+per\b)", re.I
)
_LARGE = 10  # of a smaller number many shares agree with a printed percentage
_KEPT = 8  # wholes that are remembered
_NEAR = 0.02  # by how much a count may miss the fraction told in words

_SHARE_ALONE = re.compile(r"\d{1,3}(?:\.\d+)? ?%")


class Wholes:
    """The wholes that a document has named so far, the latest first."""

    def __init__(self) -> None:
        self._known: list[int | float] = []
        self._before = ""  # the sentence before, which may name a whole by any number in it

    def keep(self, *wholes: int | float | None) -> None:
        """Take note of what was counted out of."""
        for whole in wholes:
            if whole is not None and whole > 1:
                self._known = [whole, *(known for known in self._known if known != whole)][:_KEPT]

    def settle(
        self, text: str, found: list[Figure], row: Sequence[str] = (), of: int | float | None = None
    ) -> list[Figure]:
        """The figures of a sentence or row with what they are out of, and fractions told in words.

        Args:
            text: the sentence.
            found: its figures as printed.
            row: the cells beside it, where it stands in a table.
            of: what the head of its column says it is out of, if it does.
        """
        here = [value(m["n"]) for m in counted_in(text) if not measured(text, m.end("n"))]
        here += [int(m["n"]) for m in BASE.finditer(text)]
        wholes = [*([of] if of else []), *reversed([n for n in here if n > 1])]
        wholes += [figure.denominator for figure in found if figure.denominator is not None]
        wholes += self._known
        cells = row or (text.split("|") if text.count("|") > 1 else ())
        settled = [_of_base(text, _settled(text, figure, wholes, cells), of) for figure in found]
        if any(figure.percent and figure.numerator and figure.denominator is None for figure in settled):
            others = [n for n in (*_numbers(text), *_numbers(self._before)) if n >= _LARGE and n not in wholes]
            settled = [
                _settled(text, f, others, ()) if f.denominator is None and f.numerator != 1 else f for f in settled
            ]
        settled += [f for f in _fractions(text, wholes) if not any(g.start < f.end and f.start < g.end for g in found)]
        self._before = text
        self.keep(*here, *(figure.denominator for figure in settled))
        return sorted(settled, key=lambda figure: figure.start)


def _numbers(text: str) -> list[int | float]:
    """Numbers that stand at a word and are no measure, age or reference."""
    told = _NUMBERS.finditer(text)
    return [value(m["n"]) for m in told if not measured(text, m.end()) and not referred(text, m.start())]


def _settled(text: str, figure: Figure, wholes: Sequence[int | float], cells: Sequence[str]) -> Figure:
    percent = figure.percent
    if percent is None:
        return figure
    if figure.denominator is None and figure.numerator is not None:
        beside = [int(cell) for cell in cells if cell.strip().isdigit()]
        whole = next((n for n in (*wholes, *beside) if _fits(figure.numerator, n, percent)), None)
        return replace(figure, denominator=whole)
    if figure.denominator is not None and figure.numerator is None:
        behind = _BRACKET.search(text, figure.end)
        told = value(behind["k"]) if behind else None
        return replace(figure, numerator=told) if told and _fits(told, figure.denominator, percent) else figure
    if figure.denominator is None:
        if cells and (share := _of_row(cells, percent)):
            return replace(figure, numerator=share[0], denominator=share[1])
        alone = [int(cell) for cell in cells if cell.strip().isdigit()]
        if len(alone) == 1 and (whole := next((n for n in wholes if _fits(alone[0], n, percent)), None)):
            return replace(figure, numerator=alone[0], denominator=whole)  # "8 | 57%" where fourteen are told of
        named = [value(m["n"]) for m in _SAMPLED.finditer(text, 0, figure.start)]
        if named and any(_fits(k, named[-1], percent) for k in range(int(named[-1]) + 1)):
            return replace(figure, denominator=named[-1])
    return figure


def _of_base(text: str, figure: Figure, of: int | float | None) -> Figure:
    """A share alone in its cell is of what the head says, where some count of that comes to it."""
    percent = figure.percent
    if of is None or percent is None or figure.numerator is not None or figure.denominator is not None:
        return figure
    fits = _SHARE_ALONE.fullmatch(text) and any(_fits(k, of, percent) for k in range(int(of) + 1))
    return replace(figure, denominator=of) if fits else figure


def _of_row(cells: Sequence[str], percent: int | float) -> tuple[int, int] | None:
    """Count and whole of a row ("11 | 9 | 55%" is 11 of 20; "11 | 20 | 55%" too)."""
    numbers = [int(cell) for cell in cells if cell.strip().isdigit()]
    total = sum(numbers)
    if len(numbers) > 1:
        fits = next((k for k in numbers if _fits(k, total, percent)), None)
        if fits is not None:
            return fits, total
    return next(((k, n) for k, n in permutations(numbers, 2) if k <= n and _fits(k, n, percent)), None)


def out_of_column(figure: Figure, above: Sequence[str]) -> Figure:
    """A count with its percentage, out of a count above it in its column where they agree ("4" over "2 (50%)")."""
    numbers = [int(text) for text in above if text.isdigit()]
    whole = next((n for n in numbers if agrees(figure.numerator, n, figure.percent or 0)), None)
    return replace(figure, denominator=whole)


def agrees(part: int | float | None, whole: int | float | None, percent: int | float) -> bool:
    """Whether a printed percentage is that of a part of a whole, rounded."""
    return part is not None and whole is not None and _fits(part, whole, percent)


def _fits(part: int | float, whole: int | float, percent: int | float) -> bool:
    return whole > 0 and part <= whole and abs(100 * part / whole - percent) <= 0.5 + 1e-9


def _fractions(text: str, wholes: Sequence[int | float]) -> list[Figure]:
    """ "Half of the 12", "a third of them (10)" after "30 meetings": a count of a whole, never a bare fraction."""
    out = []
    for match in _FRACTION.finditer(text):
        share = 1 / 2 if match["half"] else TOPS[match["top"].lower()] / PARTS[match["part"].lower()]
        if NOT_EXACT.search(text[: match.start()]) or referred(text, match.start()):
            continue
        told = value(match["k"]) if match["k"] else None
        if match["n"]:
            whole = value(match["n"])
            part = told if told is not None else share * whole
            if measured(text, match.end("n")) or part != int(part) or whole < 2:
                continue
            out.append(Figure(match.start(), match.end(), int(part), whole))
        elif told is not None:
            near = next((n for n in wholes if n and told <= n and abs(told / n - share) <= _NEAR), None)
            if near is not None:
                out.append(Figure(match.start(), match.end(), told, near))
    return out
