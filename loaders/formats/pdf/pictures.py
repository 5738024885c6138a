"""Pictures, charts and drawings on a page of a PDF, which are not read: where they stand (`unread` says their loss).

What lies under words is their ground, what is small is a sign or a logo; neither is a picture.
A drawing counts as a chart by what makes one: bars of one base, or several free forms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from loaders.formats.pdf.words import Shape, Sheet, Word

_LEAST = 0.12  # of the page's shorter side: what is lower or narrower is a sign, a logo or a signature
_LEAST_FORM = 0.05  # the same, of one form in a drawing
_MARGIN, _LOGO = 0.18, 0.06  # of the page's height and area: what is smaller and stands at an end is a logo
_PAGE = 0.8  # of the page's area: its background
_THIN = 2.6  # points: a drawn area thinner than this is a rule
_NEAR = 9.0  # points: half of the white that parts two drawings
_GROUND = 4  # words that make what lies under them their ground
_BARS = 3  # bars of one base that make a chart
_MOST = 1500  # shapes on a page beyond which they are taken as one drawing
_FIGURE = re.compile(r"[\d.,%£+/-]+")


class Area(Protocol):
    """Anything with bounds in points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Picture:
    """A picture or drawing: bounds in points; `sign` is the same for the same picture on another page."""

    left: float
    top: float
    right: float
    bottom: float
    drawn: bool
    sign: Hashable = None


def pictures(sheet: Sheet, tables: Sequence[Area]) -> list[Picture]:
    """The pictures and charts of a page, from top to bottom, those that other pages repeat among them."""
    if not sheet.shapes:
        return []
    found = [one for one in (*_images(sheet), *_drawings(sheet, tables)) if not _is_logo(one, sheet)]
    whole = [one for one in found if not any(_inside(one, other) for other in found)]
    return sorted(whole, key=lambda one: (one.top, one.left))


# -- pictures ----------------------------------------------------------------------------------------------------------
def _images(sheet: Sheet) -> Iterator[Picture]:
    images = [(at, shape) for at, shape in enumerate(sheet.shapes) if shape.picture]
    for parts in _joined([_clipped(shape, sheet) for _, shape in images], 1.5) if images else ():
        one = _around([_clipped(images[at][1], sheet) for at in parts])
        last = max(images[at][0] for at in parts)
        if not _large(one, sheet) or _covered(one, sheet.shapes[last + 1 :]):
            continue
        page = _area(one) > _PAGE * sheet.width * sheet.height
        if sum(1 for word in sheet.words if _under(one, word)) >= _GROUND * (4 if page else 1):
            continue
        yield Picture(one.left, one.top, one.right, one.bottom, False, tuple(images[at][1].sign for at in parts))


def _clipped(shape: Shape, sheet: Sheet) -> Shape:
    return Shape(max(shape.left, 0), max(shape.top, 0), min(shape.right, sheet.width), min(shape.bottom, sheet.height))


def _covered(one: Area, later: list[Shape]) -> bool:
    """Whether most of a picture lies under what was drawn after it: a shadow."""
    over = sum(_shared(one, shape) for shape in later if shape.filled)
    return over > 0.6 * _area(one)


# -- drawings ----------------------------------------------------------------------------------------------------------
def _drawings(sheet: Sheet, tables: Sequence[Area]) -> Iterator[Picture]:
    ink = [s for s in sheet.shapes if (s.filled or s.stroked) and not s.picture and not _bleeds(s, sheet)]
    ink = [s for s in ink if not any(_holds(table, s) for table in tables)]
    if len(ink) < 2 or all(_is_rule(shape) for shape in ink):
        return
    if len(ink) <= _MOST:
        ink = [s for s in ink if _is_rule(s) or not _is_ground(s, sheet.words)]
    for group in _joined(ink, _NEAR):
        shapes = [ink[at] for at in group]
        one = _around(shapes)
        if _large(one, sheet, 0.5) and (_has_bars(shapes) or (_large(one, sheet) and _has_forms(shapes, sheet))):
            sign = (True, *(round(v) for s in shapes[:40] for v in (s.left - one.left, s.top - one.top, s.width)))
            yield Picture(one.left, one.top, one.right, one.bottom, True, sign)


def _has_bars(shapes: list[Shape]) -> bool:
    """Whether areas of one width stand on one base line, or of one height at one upright, not all of one length."""
    bars: dict[tuple[bool, int, int], dict[int, int]] = defaultdict(dict)  # of a base: place and length of each
    for s in shapes:
        if s.filled and not s.free and min(s.width, s.height) > _THIN:
            bars[True, round(s.width), round(s.bottom / 2)][round(s.left)] = round(s.height)
            bars[False, round(s.height), round(s.left / 2)][round(s.top)] = round(s.width)
    return any(len(found) >= _BARS and len(set(found.values())) > 1 for found in bars.values())


def _has_forms(shapes: list[Shape], sheet: Sheet) -> bool:
    """Whether there are several forms that are no rectangles, each in a place of its own, or one over axes."""
    least = _LEAST_FORM * min(sheet.width, sheet.height)
    forms: list[Shape] = []
    for s in shapes:
        big = s.free and max(s.width, s.height) >= least and min(s.width, s.height) > _THIN
        if big and not any(_alike(s, form) for form in forms):
            forms.append(s)
        if len(forms) > 1:
            return True
    return len(forms) == 1 and any(_is_rule(s) and max(s.width, s.height) >= 2 * least for s in shapes)


def _alike(one: Shape, other: Shape) -> bool:
    """Whether two forms cover the same place: the filling and the outline of one thing."""
    return _shared(one, other) > 0.8 * max(_area(one), _area(other))


def _is_ground(shape: Shape, words: list[Word]) -> bool:
    """Whether words stand on it; figures may stand on a bar, and a name in a slice."""
    over = [word for word in words if _under(shape, word)]
    named = sum(1 for word in over if not _FIGURE.fullmatch(word.text))
    return named >= _GROUND if shape.free else len(over) >= _GROUND or named > 0


def _bleeds(shape: Shape, sheet: Sheet) -> bool:
    """Whether it runs off the page or is as large as it: a decoration."""
    off = shape.left < 1 or shape.top < 1 or shape.right > sheet.width - 1 or shape.bottom > sheet.height - 1
    return off or _area(shape) > _PAGE * sheet.width * sheet.height


def _is_rule(shape: Shape) -> bool:
    return shape.width <= _THIN or shape.height <= _THIN


# -- areas -------------------------------------------------------------------------------------------------------------
def _joined(areas: Sequence[Shape], near: float) -> list[list[int]]:
    """Which areas touch each other, directly or through others, with so much white around each."""
    if len(areas) > _MOST:
        return [list(range(len(areas)))]
    order = sorted(range(len(areas)), key=lambda at: areas[at].top)
    home = list(range(len(areas)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = at = home[home[at]]
        return at

    for place, at in enumerate(order):
        one = areas[at]
        for other_at in order[place + 1 :]:
            other = areas[other_at]
            if other.top - near > one.bottom + near:
                break
            if other.left - near <= one.right + near and one.left - near <= other.right + near:
                home[root(other_at)] = root(at)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(areas)):
        groups[root(at)].append(at)
    return list(groups.values())


def _around(areas: Sequence[Area]) -> Shape:
    return Shape(
        min(a.left for a in areas), min(a.top for a in areas), max(a.right for a in areas), max(a.bottom for a in areas)
    )


def _large(one: Area, sheet: Sheet, part: float = 1.0) -> bool:
    return min(one.right - one.left, one.bottom - one.top) >= part * _LEAST * min(sheet.width, sheet.height)


def _is_logo(one: Area, sheet: Sheet) -> bool:
    at_end = one.bottom < _MARGIN * sheet.height or one.top > (1 - _MARGIN) * sheet.height
    return at_end and _area(one) < _LOGO * sheet.width * sheet.height


def _inside(one: Picture, other: Picture) -> bool:
    return one is not other and _area(one) < _area(other) and _shared(one, other) > 0.9 * _area(one)


def _under(one: Area, word: Word) -> bool:
    x, y = (word.left + word.right) / 2, word.base - 0.3 * word.size
    return one.left <= x <= one.right and one.top <= y <= one.bottom


def _holds(table: Area, shape: Shape) -> bool:
    x, y = (shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2
    return table.left - _THIN <= x <= table.right + _THIN and table.top - _THIN <= y <= table.bottom + _THIN


def _area(one: Area) -> float:
    return (one.right - one.left) * (one.bottom - one.top)


def _shared(one: Area, other: Area) -> float:
    """The area that both cover, in square points."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(across, 0.0) * max(down, 0.0)
