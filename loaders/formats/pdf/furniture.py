"""Running headers, footers and page numbers: told by place, repetition, and what the writing program marked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from loaders.formats.pdf.lines import Line

_ZONE = 0.12  # of the page's height, at either end
_LARGEST = 1.15  # times the size of the text
_DEEP = 4  # lines from either end of a page that may be furniture
_NUMBER = re.compile(r"^(?:page\s*)?[-–|\s]*(\d{1,4})[-–|\s]*(?:(?:of|/)\s*\d{1,4})?(?:\s*\|?\s*page)?$", re.I)
_ROMAN = re.compile(r"^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")


def furniture(pages: list[list[Line]], heights: list[float], body: float) -> set[int]:
    """The `id`s of lines that are furniture; `body` is the size of most text.

    A line counts when it stands at an end of the page and is a page number, or stands at the same height, figures
    aside, on at least two and a third of the pages, or was marked as header or footer by the program that wrote it.
    Lines larger than the text are headings that happen to repeat (decks), not running headers.
    """
    ends = [_ends(lines, height) for lines, height in zip(pages, heights, strict=True)]
    seen: Counter[tuple[str, int]] = Counter()
    shifts: Counter[int] = Counter()
    numbers: dict[int, set[int]] = defaultdict(set)
    for page, lines in enumerate(ends):
        keys = {(_key(line.text), band) for line in lines for band in _bands(line.base)}
        seen.update(keys)
        for line in lines:
            number = _NUMBER.match(line.text)
            if number:
                numbers[page].add(int(number[1]))
        shifts.update({n - page for n in numbers[page]})
    least = max(2, round(len(pages) / 3))
    result: set[int] = set()
    for page, lines in enumerate(ends):
        for line in lines:
            number = _NUMBER.match(line.text)
            counted = number and (shifts[int(number[1]) - page] > 1 or int(number[1]) == page + 1)
            often = max(seen[_key(line.text), band] for band in _bands(line.base)) >= least
            repeats = often and line.size <= _LARGEST * body
            if counted or repeats or _ROMAN.match(line.text) or all(w.margin for w in line.words):
                result.add(id(line))
    return result


def _ends(lines: list[Line], height: float) -> list[Line]:
    """Lines near the upper and lower end of a page."""
    by_height = sorted(lines, key=lambda line: line.base)
    upper = [line for line in by_height[:_DEEP] if line.base < _ZONE * height]
    lower = [line for line in by_height[-_DEEP:] if line.base > (1 - _ZONE) * height and line not in upper]
    return upper + lower


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _bands(base: float) -> tuple[int, int]:
    """Two overlapping bands of 12 points, so that a line at the rim of one is in the middle of the other."""
    return round(base / 12), 10_000 + round((base + 6) / 12)
