"""What the styles of a Word document say of a paragraph: heading depth, list, size and weight, with inheritance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from loaders.formats.office.safety import attr, child, children

_HEADING = re.compile(r"^heading ([1-9])$", re.I)
_LISTED = re.compile(r"^list (?P<kind>bullet|number)(?: (?P<depth>[2-9]))?$", re.I)
_CONTENTS = re.compile(r"^(?:toc \d|toc heading|table of figures|contents \d|contents heading)$", re.I)
_BASES = 20  # styles that may stand on one another
_DEFAULT_SIZE = 10.0  # points, where nothing says another (ECMA-376, 17.3.2.38)


@dataclass(slots=True)
class Look:
    """What a paragraph is by its style and its own properties. `number` and `depth`: its list and level there."""

    heading: int = 0  # 1 to 9; 0 is body text
    title: bool = False
    contents: bool = False
    bullet: int = 0  # a bullet by the style's name alone: its depth
    number: str | None = None
    depth: int | None = None
    style: str | None = None
    size: float = _DEFAULT_SIZE
    bold: bool = False


class Styles:
    """The styles part of a document, or None where it has none."""

    def __init__(self, root: Any) -> None:
        self._styles = {attr(one, "styleId") or "": one for one in children(root, "style")}
        self._usual = {
            attr(one, "type"): attr(one, "styleId")
            for one in self._styles.values()
            if attr(one, "default") in ("1", "true")
        }
        self._base = child(root, "docDefaults", "rPrDefault", "rPr") if root is not None else None

    def _chain(self, style: str | None) -> list[Any]:
        """A style and what it stands on, nearest first."""
        found: list[Any] = []
        while style in self._styles and len(found) < _BASES and self._styles[style] not in found:
            found.append(self._styles[style])
            based = child(found[-1], "basedOn")
            style = attr(based, "val") if based is not None else None
        return found

    def look(self, properties: Any) -> Look:
        """The look of a paragraph from its `pPr` element (None: all as usual)."""
        styled = child(properties, "pStyle")
        style = (attr(styled, "val") if styled is not None else None) or self._usual.get("paragraph")
        chain = self._chain(style)
        names = [attr(name, "val") or "" for one in chain if (name := child(one, "name")) is not None]
        look = Look(style=style)
        layers = [properties, *(child(one, "pPr") for one in chain)]
        outline = _value(layers, "outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            look.heading = int(outline) + 1
        for name in names:
            if (found := _HEADING.match(name)) and outline is None:
                look.heading = int(found[1])
            if (listed := _LISTED.match(name)) and not look.bullet:
                look.bullet = int(listed["depth"] or 1)
        look.title = bool(names) and names[0].casefold() == "title"
        look.contents = any(_CONTENTS.match(name) for name in names)
        self._listed(look, layers)
        runs = [child(one, "rPr") for one in chain] + [self._base]
        size = _value(runs, "sz")
        look.size = float(size) / 2 if size and size.isdigit() else _DEFAULT_SIZE
        look.bold = _is_on(runs, "b") or False
        return look

    @staticmethod
    def _listed(look: Look, layers: list[Any]) -> None:
        for layer in layers:
            numbered = child(layer, "numPr")
            if numbered is None:
                continue
            number, depth = child(numbered, "numId"), child(numbered, "ilvl")
            if look.number is None and number is not None:
                look.number = attr(number, "val")
            if look.depth is None and depth is not None and (attr(depth, "val") or "").isdigit():
                look.depth = int(attr(depth, "val") or 0)
        if look.number == "0":  # taken out of its list
            look.number, look.bullet = None, 0

    def run(self, properties: Any, look: Look) -> tuple[bool, float, bool]:
        """Whether a run is bold, its size in points, and whether it is hidden, from its `rPr` element."""
        styled = child(properties, "rStyle")
        layers = [properties]
        if styled is not None:
            layers += [child(one, "rPr") for one in self._chain(attr(styled, "val"))]
        bold, size = _is_on(layers, "b"), _value(layers, "sz")
        return (
            look.bold if bold is None else bold,
            float(size) / 2 if size and size.isdigit() else look.size,
            bool(_is_on(layers, "vanish")),
        )

    @staticmethod
    def struck(properties: Any) -> bool:
        """Whether a run is struck through, from its `rPr` element."""
        return bool(_is_on([properties], "strike") or _is_on([properties], "dstrike"))


def _value(layers: list[Any], name: str) -> str | None:
    for layer in layers:
        if (found := child(layer, name)) is not None:
            return attr(found, "val")
    return None


def _is_on(layers: list[Any], name: str) -> bool | None:
    for layer in layers:
        if (found := child(layer, name)) is not None:
            return attr(found, "val") not in ("0", "false", "off", "none")
    return None
