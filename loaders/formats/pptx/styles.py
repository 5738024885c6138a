"""What a slide's text takes over from layout and master: bullets, size, weight, place (ECMA-376, 19.3, 21.1.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loaders.formats.office.safety import attr, child, local, within

_NO_BULLETS = ("title", "ctrTitle", "subTitle", "dt", "ftr", "sldNum", "hdr")
_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}  # what a master knows a placeholder as
_EMU = 12700  # a point in the file's unit


@dataclass(slots=True)
class Look:
    """What a paragraph is; `depth` counts from 0, `layers` hold run properties, nearest first."""

    depth: int
    bullet: bool
    numbered: str | None
    start: int
    layers: list[Any]

    def run(self, properties: Any) -> tuple[bool, bool, float | None]:
        """Whether a run is bold, whether it is struck through, and its size in points where any layer says so."""
        layers = [properties, *self.layers]
        bold, struck, size = (_first(layers, name) for name in ("b", "strike", "sz"))
        return (
            bold in ("1", "true"),
            struck not in (None, "noStrike"),
            int(size) / 100 if size and size.isdigit() else None,
        )


@dataclass(slots=True)
class Styled:
    """The list styles that hold for a text body, nearest first."""

    lists: list[Any]

    def paragraph(self, properties: Any) -> Look:
        """The look of a paragraph from its `pPr` element, or None."""
        level = attr(properties, "lvl") if properties is not None else None
        depth = int(level) if level and level.isdigit() and int(level) < 9 else 0
        found = (child(one, f"lvl{depth + 1}pPr") for one in self.lists)
        layers = [one for one in (properties, *found) if one is not None]
        sign = next(
            (s for layer in layers for s in layer if local(s) in ("buNone", "buChar", "buAutoNum", "buBlip")), None
        )
        kind = local(sign) if sign is not None else "buNone"
        start = attr(sign, "startAt") if kind == "buAutoNum" else None
        return Look(
            depth,
            kind in ("buChar", "buBlip"),
            (attr(sign, "type") or "arabicPeriod") if kind == "buAutoNum" else None,
            int(start) if start and start.isdigit() and len(start) < 6 else 1,
            [run for layer in layers if (run := child(layer, "defRPr")) is not None],
        )


@dataclass(slots=True)
class Slide:
    """A slide with its layout, its master and the presentation (each a root element or None)."""

    root: Any
    layout: Any
    master: Any
    base: Any

    def kind(self, shape: Any) -> str | None:
        """The kind of placeholder a shape is ("" for plain content), None for a free shape."""
        holder = _holder(shape)
        return None if holder is None else attr(holder, "type") or ""

    def styled(self, shape: Any) -> Styled:
        """The list styles that hold for a shape."""
        own = child(shape, "txBody", "lstStyle")
        kind = self.kind(shape)
        if kind is None:
            return Styled([own, child(self.base, "defaultTextStyle")])
        above = [child(one, "txBody", "lstStyle") for one in self._above(shape)]
        group = "titleStyle" if kind in _NO_BULLETS[:2] else "otherStyle" if kind in _NO_BULLETS[3:] else "bodyStyle"
        return Styled([own, *above, child(self.master, "txStyles", group)])

    def place(self, shape: Any) -> tuple[float, float, float, float] | None:
        """Left, top, right, bottom in points, of the shape or of the placeholder it fills; None where nothing says."""
        for holder in [shape, *self._above(shape)]:
            frame = (
                child(holder, "spPr", "xfrm") if child(holder, "spPr", "xfrm") is not None else child(holder, "xfrm")
            )
            frame = frame if frame is not None else child(holder, "grpSpPr", "xfrm")
            off, ext = child(frame, "off"), child(frame, "ext")
            if off is not None and ext is not None:
                try:
                    sides = ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))
                    x, y, w, h = (int(attr(one, name) or 0) / _EMU for one, name in sides)
                except ValueError:
                    return None
                return x, y, x + w, y + h
        return None

    def _above(self, shape: Any) -> list[Any]:
        """The placeholders of layout and master that a shape fills."""
        holder = _holder(shape)
        if holder is None:
            return []
        index, kind = attr(holder, "idx"), attr(holder, "type") or ""
        found = []
        for root in (self.layout, self.master):
            for one in within(root, "sp") if root is not None else ():
                other = _holder(one)
                if other is None:
                    continue
                theirs = attr(other, "type") or ""
                same_index = root is self.layout and index is not None and attr(other, "idx") == index
                same_kind = _SAME.get(theirs, theirs) == _SAME.get(kind, kind)
                if same_index or (same_kind and (index is None or root is self.master)):
                    found.append(one)
                    break
        return found


def _holder(shape: Any) -> Any:
    if shape is None:
        return None
    for name in ("nvSpPr", "nvPicPr", "nvGraphicFramePr"):
        if (found := child(shape, name, "nvPr", "ph")) is not None:
            return found
    return None


def _first(layers: list[Any], name: str) -> str | None:
    return next((value for layer in layers if layer is not None and (value := attr(layer, name)) is not None), None)
