"""Counts told in one sentence of a whole named in another: "Of the 12 reviews …. Neglect was a factor in three."

A whole holds until the next heading, and only one that counts reviews, notified incidents, audited cases or children:
"two of the children" in the story of a family counts nothing. A count is out of the whole only where it names the same
thing or nothing else; else it stands without one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.records import Unit
from loaders.parse.figures.numbers import NUMBER, Figure, any_of, measured, pattern, referred, value, vocabulary

_WHOLES: tuple[Unit, ...] = ("notification", "review", "incident", "audit-case", "case", "child")
_ALIKE: tuple[Unit, ...] = ("notification", "review", "incident", "audit-case", "case")
_K = rf"(?<![\w/.,£-])(?P<k>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)"
_VERB = r"(?:were|was|had|have|has|did|are|is|involved|featured|related|concerned|died|suffered|led|became|resulted)"
_OF_WHOLE = re.compile(
    rf"{_K}\s+of\s+(?:the|these|those|our|all the)\s+(?P<noun>(?:[a-z'’-]+\s+){{0,2}}?)(?P<unit>[a-z'’-]+)", re.I
)
_OF_THESE = re.compile(rf"{_K}\s+of\s+(?:these|them|those)\b(?!\s+(?:areas?|points?|ways?))", re.I)
_IN = re.compile(rf"\bin\s+(?:only\s+|just\s+|all\s+)?{_K}(?=\s*(?:[,.;)]|$|and\b|but\b|while\b|\())", re.I)
_STARTS = re.compile(
    rf"^\W*(?:and\s+|but\s+|the\s+(?:remaining|other)\s+|of these,?\s+|a further\s+|another\s+)?{_K}"
    rf"(?:\s+(?:others?|more|of (?:them|these|those)))?\s+{_VERB}\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Whole:
    """How many, of what."""

    n: int
    unit: Unit


class Carried:
    """The whole that sentences below it count in."""

    def __init__(self) -> None:
        self._whole: Whole | None = None
        self._last: Whole | None = None  # what the sentence before counted in; None where that was not said

    def heading(self) -> None:
        """A heading ends what a whole holds for."""
        self._whole = self._last = None

    def name(self, text: str, found: list[Figure]) -> None:
        """Keep the whole that a sentence names (of two, neither); `found` are its figures."""
        named: list[Whole] = []
        for match in _named().finditer(text):
            n, unit = value(match["n"]), _unit(match["unit"])
            inner = any(f.start <= match.start("n") < f.end and f.denominator not in (None, n) for f in found)
            if unit in ("child", "case") and self._whole is None and not _reviews().search(text):
                continue  # the children of a family
            if unit in _WHOLES and isinstance(n, int) and n > 1 and not inner and not measured(text, match.end("n")):
                named.append(Whole(n, unit))
        if named:
            self._whole = self._last = named[0] if len(set(named)) == 1 else None

    def counts(self, text: str, found: list[Figure]) -> list[tuple[Figure, Unit]]:
        """Counts of the whole that a sentence tells, besides the shares `found` in it, each with its unit."""
        whole, found = self._whole, [f for f in found if f.denominator or f.percent is not None or f.per or f.span]
        if whole is None:
            return []
        out: list[tuple[Figure, Unit]] = []

        def take(match: re.Match[str], of: Whole | None, unit: Unit) -> None:
            k = value(match["k"])
            there = [f for f in [*found, *(f for f, _ in out)] if f.start < match.end("k") and match.start("k") < f.end]
            if there or not isinstance(k, int) or re.fullmatch(r"(?:19|20)\d\d", match["k"]):
                return
            if measured(text, match.end("k")) or referred(text, match.start("k")) or (of is not None and k > of.n):
                return
            out.append((Figure(match.start("k"), match.end("k"), k, of.n if of else None), unit))

        for match in _OF_WHOLE.finditer(text):
            unit = _unit(f"{match['noun']}{match['unit']}")
            same = unit == whole.unit or (unit in _ALIKE and whole.unit in _ALIKE)
            if unit in _WHOLES:
                take(match, whole if same else None, unit)
                self._last = whole if same else None
        for match in _OF_THESE.finditer(text):
            if self._last is not None:
                take(match, self._last, self._last.unit)
        if any(pattern("senses", sense).search(text) for sense in ("cause", "feature", "theme")):
            for match in _IN.finditer(text):
                take(match, whole, whole.unit)
        if self._last is not None and (first := _STARTS.match(text)):
            take(first, self._last, self._last.unit)
        return sorted(out, key=lambda pair: pair[0].start)


@cache
def _named() -> re.Pattern[str]:
    """A number at a noun, as a sentence names the whole of what follows."""
    units = any_of([u for kind in _WHOLES for u in vocabulary()["units"][kind]])
    done = (
        "a total of|looked at|sample of|audit of|audited|sampled|examined|reviewed|there were|received|completed|made"
    )
    opens = rf"(?:^\W*(?:(?:of|in)\s+)?(?:the\s+|our\s+|these\s+|all\s+)?|\b(?:{done})\s+(?:the\s+|all\s+)?)"
    noun = rf"(?:(?!of\b|in\b)[a-z'’-]+\s+){{0,3}}?(?P<unit>{units})"
    return re.compile(rf"{opens}(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)\s+{noun}", re.I)


def _unit(words: str) -> Unit:
    hits = [(m.start(), -len(m.group()), kind) for kind, words_of in _units() if (m := words_of.search(words))]
    return min(hits)[2] if hits else "other"


@cache
def _reviews() -> re.Pattern[str]:
    """Words for what reviews count, other than children."""
    units, kinds = vocabulary()["units"], ("notification", "review", "incident", "audit-case")
    return re.compile(any_of([u for kind in kinds for u in units[kind]]), re.I)


@cache
def _units() -> list[tuple[Unit, re.Pattern[str]]]:
    return [(kind, re.compile(any_of(words), re.I)) for kind, words in vocabulary()["units"].items()]
