"""The boxes of a slide in the order a reader takes them: cut along the white between them, again and again."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.formats.drafts import Draft

_SLACK = 6.0  # points that boxes may overlap and still stand apart
_SHORT = 6  # words of a box that only heads what stands below or beside it


@dataclass(slots=True)
class Box:
    """Text in one place; `place` is left, top, right, bottom in points, None where the file does not say."""

    drafts: list[Draft]
    place: tuple[float, float, float, float] | None
    title: bool
    edge: bool  # date, footer, slide number

    @property
    def words(self) -> int:
        """How many words it holds."""
        return sum(len(draft.text.split()) for draft in self.drafts)


def in_reading_order(boxes: list[Box]) -> list[Box]:
    """Rows from the top, columns from the left; boxes without a place come where the file has them, first."""
    placed = [box for box in boxes if box.place and box.drafts]
    return [*(box for box in boxes if box.place is None and box.drafts), *_cut(placed)]


def _cut(boxes: list[Box]) -> list[Box]:
    if len(boxes) < 2:
        return boxes
    rows, columns = _bands(boxes, 1), _bands(boxes, 0)
    if len(rows) > 1 and len(columns) > 1:
        heads = all(box.words <= _SHORT for box in rows[0]) and len(rows[0]) == len(columns)
        bands = columns if heads else rows
    else:
        bands = rows if len(rows) > 1 else columns
    if len(bands) == 1:
        return sorted(boxes, key=lambda box: ((box.place or (0, 0, 0, 0))[1], (box.place or (0, 0, 0, 0))[0]))
    return [box for band in bands for box in _cut(band)]


def _bands(boxes: list[Box], axis: int) -> list[list[Box]]:
    """Boxes in groups between which a straight cut goes, along an axis (0: left to right, 1: top to bottom)."""

    def side(box: Box, at: int) -> float:
        return box.place[at] if box.place else 0.0

    bands: list[list[Box]] = []
    end = float("-inf")
    for box in sorted(boxes, key=lambda box: side(box, axis)):
        if bands and side(box, axis) < end - _SLACK:
            bands[-1].append(box)
        else:
            bands.append([box])
        end = max(end, side(box, axis + 2))
    return bands
