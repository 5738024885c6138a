"""Drawings in Office files: text boxes, lists drawn as diagrams, and what holds no text that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from loaders.blocks import BlockKind
from loaders.formats.drafts import Draft, Run
from loaders.formats.office.safety import attr, child, local, within


class Found(Enum):
    """What stands in a drawing; the value names what cannot be read."""

    TEXT = "a text box"
    DIAGRAM = "a diagram"
    CHART = "a chart"
    PICTURE = "a picture"
    OBJECT = "an embedded object"


_KINDS = {
    "txbxContent": Found.TEXT,
    "relIds": Found.DIAGRAM,
    "chart": Found.CHART,
    "blip": Found.PICTURE,
    "imagedata": Found.PICTURE,
    "OLEObject": Found.OBJECT,
}


def drawn(element: Any) -> list[tuple[Found, Any]]:
    """What stands in a drawing, in its order. The form for older programs is left out where there is a newer one."""
    found: list[tuple[Found, Any]] = []
    for one in element:
        name = local(one)
        if name in _KINDS:
            found.append((_KINDS[name], one))
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            found += drawn(chosen if chosen is not None else one)
        elif name:
            found += drawn(one)
    if any(kind is Found.OBJECT for kind, _ in found):  # its picture is only how it looks
        found = [pair for pair in found if pair[0] is not Found.PICTURE]
    return found


def smart_art(root: Any) -> Iterator[Draft]:
    """The points of a diagram (SmartArt) in the order of its data part, as list items."""
    for point in within(root, "pt") if root is not None else ():
        if attr(point, "type") not in (None, "node"):
            continue
        for paragraph in within(point, "p"):
            text = "".join(one.text or "" for one in within(paragraph, "t"))
            if text.strip():
                yield Draft([Run(text)], BlockKind.BULLET, level=1)
