"""Numbers that Word counts and never writes: "3.2", "R1", "(a)" from numbering.xml (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from loaders.formats.office.safety import attr, child, children

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)  # noqa: SIM905
)
_DEEPEST = 8  # levels of a list count from 0


@dataclass(slots=True)
class Level:
    """One level of a list: how it counts and what it prints."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    legal: bool = False  # every count in the number is shown as a plain figure
    style: str | None = None  # the paragraph style that stands for this level


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)  # where this list begins its own count


class Numbering:
    """The lists of a document, counting as its paragraphs are met in order."""

    def __init__(self, root: Any) -> None:
        """`root` is the numbering part, or None where the document has none."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        kinds = {attr(one, "abstractNumId") or "": one for one in children(root, "abstractNum")}
        for one in children(root, "num"):
            pointed = child(one, "abstractNumId")
            name = (attr(pointed, "val") or "") if pointed is not None else ""
            kind = kinds.get(name)
            link = child(kind, "numStyleLink") if kind is not None else None
            if link is not None:
                name = next((n for n, k in kinds.items() if _stands_for(k) == attr(link, "val")), name)
                kind = kinds.get(name)
            if kind is None:
                continue
            made = _List(name, {_ilvl(level): _level(level) for level in children(kind, "lvl")})
            for over in children(one, "lvlOverride"):
                if (own := child(over, "lvl")) is not None:
                    made.levels[_ilvl(over)] = _level(own)
                if (start := child(over, "startOverride")) is not None:
                    made.starts[_ilvl(over)] = _int(attr(start, "val"), 1)
            self._lists[attr(one, "numId") or ""] = made

    def level_of(self, number: str, style: str | None) -> int | None:
        """The level that a list gives to a paragraph style."""
        found = self._lists.get(number)
        return next((at for at, level in found.levels.items() if level.style == style), None) if found else None

    def count(self, number: str, at: int) -> str | None:
        """Count a paragraph of list `number` at level `at` (from 0).

        Returns:
            Its printed number, "" for a bullet, None where the list prints nothing.
        """
        found = self._lists.get(number)
        at = min(max(at, 0), _DEEPEST)
        if found is None or at not in found.levels:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for one, start in found.starts.items():
                counts[one] = start - 1
        counts[at] = counts.get(at, found.levels[at].start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        level = found.levels[at]
        if level.form == "bullet":
            return ""
        if level.form == "none" and "%" not in level.text:
            return level.text.strip() or None

        def shown(match: re.Match[str]) -> str:
            one = int(match[1]) - 1
            of = found.levels.get(one, Level())
            return _printed(counts.get(one, of.start), "decimal" if level.legal else of.form)

        return re.sub(r"%(\d)", shown, level.text).strip() or None


def _stands_for(kind: Any) -> str | None:
    link = child(kind, "styleLink")
    return attr(link, "val") if link is not None else None


def _ilvl(element: Any) -> int:
    return _int(attr(element, "ilvl"), 0)


def _int(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else default


def _level(element: Any) -> Level:
    level = Level()
    for one in ("numFmt", "lvlText", "start", "isLgl", "pStyle"):
        found = child(element, one)
        if found is None and one == "numFmt":  # newer forms stand in a wrapper for programs that know them
            found = child(element, "AlternateContent", "Fallback", "numFmt")
        if found is None:
            continue
        value = attr(found, "val")
        if one == "numFmt":
            level.form = value or "decimal"
        elif one == "lvlText":
            level.text = value or ""
        elif one == "start":
            level.start = _int(value, 1)
        elif one == "isLgl":
            level.legal = value not in ("0", "false")
        else:
            level.style = value
    return level


def _printed(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(97 + (count - 1) % 26) * min((count - 1) // 26 + 1, 9) if count > 0 else ""
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return roman(count).upper() if form == "upperRoman" else roman(count)
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form == "none" else str(count)


def roman(count: int) -> str:
    """A count in small roman figures; as plain figures where there are none for it."""
    if not 0 < count < 4000:
        return str(count)
    result = ""
    for value, sign in _ROMAN:
        while count >= value:
            result, count = result + sign, count - value
    return result
