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
from loaders.parse.figures.led import GOES_ON, LOOKED_AT, VERB
from loaders.parse.figures.numbers import NUMBER, Figure, any_of, measured, pattern, referred, value, vocabulary
from loaders.parse.figures.wholes import NOT_EXACT, PARTS, TOPS

_WHOLES: tuple[Unit, ...] = ("notification", "review", "incident", "audit-case", "case", "child")
_ALIKE: tuple[Unit, ...] = ("notification", "review", "incident", "audit-case", "case")
_FAMILY = 4  # as many children may be those of one family that a review looked at
_K = rf"(?<![\w/.,£-])(?P<k>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)"
_OF_WHOLE = re.compile(
    rf"{_K}\s+of\s+(?:the|these|those|our|all the)\s+(?P<noun>(?:[a-z'’-]+\s+){{0,2}}?)(?P<unit>[a-z'’-]+)", re.I
)
_OF_THESE = re.compile(rf"{_K}\s+of\s+(?:these|them|those)\b(?!\s+(?:areas?|points?|ways?))", re.I)
_IN = re.compile(rf"\bin\s+(?:only\s+|just\s+|all\s+)?{_K}(?=\s*(?:[,.;)]|$|and\b|but\b|while\b|\())", re.I)
_IN_FIRST = re.compile(rf"(?:^\W*|,?\s+(?:and|but|while)\s+)in\s+(?:only\s+|just\s+)?{_K}(?=\s+(?!of\b)[a-z]|,)", re.I)
_IN_NOUN = re.compile(
    rf"\bin\s+(?:only\s+|just\s+)?{_K}(?=\s+(?:cases?|files?|records?|plans?|reviews|of them|of these)\b)", re.I
)
_ALL = re.compile(rf"(?:^\W*|\bin\s+)all\s+{_K}", re.I)
_SHARE_OF = re.compile(  # "a third of the children" where a whole of children holds
    rf"(?<![\w-])(?:(?P<half>half)|(?P<top>a|one|two|three|four)[\s-](?P<part>{'|'.join(PARTS)})s?)\s+of\s+(?:all\s+)?"
    r"(?:the|these|those|our)\s+(?P<unit>[a-z'’-]+)(?P<told>\s+\()?",
    re.I,
)
_TEST = re.compile(r"\b(?:audit|dip[- ]?sample|deep[- ]dive|case file review|file review)\b", re.I)
_ROW = re.compile(  # "Neglect: 9", "Neglect (9)", the label of a bar and its number
    r"^\W*(?P<label>[A-Z][^.;:\d()]{2,60}?)(?:\s*[:–—-]\s*|\s*\((?:n\s?=\s?)?|\s+)(?P<k>\d{1,3})\)?$"
)
_STARTS = re.compile(
    rf"^\W*(?:and\s+|but\s+|the\s+(?:remaining|other)\s+|of these,?\s+|a further\s+|another\s+)?{_K}"
    rf"(?:\s+(?:others?|more|of (?:them|these|those)))?\s+{VERB}\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Whole:
    """How many, of what."""

    n: int
    unit: Unit
    audited: bool = False  # what somebody looked at one by one: "in six" is then of these without more words


class Carried:
    """The whole that sentences below it count in."""

    def __init__(self, *titles: str) -> None:
        """`titles` of the document: a whole that one names ("Twelve young people") holds throughout."""
        named = [m for title in titles if (m := _in_heading().match(f"the {title}"))]
        counts = [(value(m["n"]), _unit(m["unit"])) for m in named]
        self._document = next((Whole(n, unit) for n, unit in counts if isinstance(n, int) and n > _FAMILY), None)
        self._tests = any(_TEST.search(title) for title in titles)  # its one sample holds below every heading
        self._whole: Whole | None = self._document
        self._headed: Whole | None = None  # the whole that the heading above names
        self._last: Whole | None = None  # what the sentence before counted in; None where that was not said

    def heading(self, text: str = "") -> None:
        """A heading ends what a whole holds for, and may name the next ("Themes of our 15 reviews")."""
        self._whole, self._last, self._headed = self._document, None, None
        named = [m for m in _in_heading().finditer(text) if not measured(text, m.end("n"))]
        if len(named) == 1 and isinstance(n := value(named[0]["n"]), int) and n > 1:
            self._whole = self._headed = Whole(n, _unit(named[0]["unit"]))

    def unit(self, figure: Figure) -> Unit | None:
        """The unit of the whole at hand, where a figure is out of as many."""
        whole = self._whole
        if whole is None or figure.denominator != whole.n:
            return None
        return "audit-case" if whole.audited and whole.unit == "case" else whole.unit

    @property
    def looked_at(self) -> bool:
        """Whether sentences here count what somebody looked at one by one or the document is about, whatever it was."""
        return self._whole is not None and (self._whole.audited or self._whole is self._document)

    def row(self, text: str) -> tuple[Figure, Unit] | None:
        """The count of a row of a label and a number, where the heading above says what it is out of."""
        match, whole = _ROW.match(text), self._headed
        if not match or whole is None or referred(text, match.start("k")) or (k := int(match["k"])) > whole.n:
            return None
        return Figure(match.start("k"), match.end("k"), k, whole.n), whole.unit

    def name(self, text: str, found: list[Figure]) -> None:
        """Keep the whole that a sentence names (of two, neither); `found` are its figures."""
        named: list[Whole] = []
        for match in _named().finditer(text):
            n, unit = value(match["n"]), _unit(match["unit"])
            inner = any(f.start <= match.start("n") < f.end and f.denominator not in (None, n) for f in found)
            audited = match["audited"] is not None and (unit != "child" or n > _FAMILY)
            if unit in ("child", "case") and not audited and self._whole is None and not _reviews().search(text):
                continue  # the children of a family
            countable = unit in _WHOLES or audited
            if countable and isinstance(n, int) and n > 1 and not inner and not measured(text, match.end("n")):
                named.append(Whole(n, unit, audited))
        if named:
            self._whole = self._last = named[0] if len(set(named)) == 1 else None
        samples = {whole for whole in named if whole.audited}
        if self._tests and self._document is None and len(samples) == 1:
            self._document = samples.pop()

    def counts_behind(self, text: str, found: list[Figure]) -> list[tuple[Figure, Unit]]:
        """Counts that a sentence tells "in" as many of the papers that it says, before them, were looked at."""
        named = [m for m in _named().finditer(text) if m["audited"] is not None]
        if len(named) != 1 or self._whole is None or not self._whole.audited or self._whole.n != value(named[0]["n"]):
            return []
        if re.match(rf"\W*(?:and|or)\s+{NUMBER}\s+[a-z]", text[named[0].end() :], re.I):
            return []  # "12 files and 20 interviews": of which it is "in nine" is not said
        behind = [pair for pair in self.counts(text, found) if pair[0].start > named[0].end()]
        return [pair for pair in behind if pair[0].denominator == self._whole.n]

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
            same = _same(unit, whole.unit)
            if unit in _WHOLES:
                take(match, whole if same else None, unit)
                self._last = whole if same else None
        for match in _OF_THESE.finditer(text):
            if self._last is not None:
                take(match, self._last, self._last.unit)
        for match in _SHARE_OF.finditer(text):
            share = 1 / 2 if match["half"] else TOPS[match["top"].lower()] / PARTS[match["part"].lower()]
            part, unit = share * whole.n, _unit(match["unit"])
            taken = any(f.start < match.end() and match.start() < f.end for f in found)
            exact = part == int(part) and not NOT_EXACT.search(text[: match.start()])
            if _same(unit, whole.unit) and exact and not taken and not match["told"]:
                out.append((Figure(match.start(), match.end(), int(part), whole.n), unit))
        for match in _ALL.finditer(text):
            noun = _at_a_noun(text, match.end("k"))
            if value(match["k"]) == whole.n and (noun is None or _same(noun, whole.unit)):
                take(match, whole, whole.unit)
        if whole.audited or any(pattern("senses", sense).search(text) for sense in ("cause", "feature", "theme")):
            for match in [
                *_IN.finditer(text),
                *(match for way in (_IN_FIRST, _IN_NOUN) if whole.audited for match in way.finditer(text)),
            ]:
                take(match, whole, whole.unit)
        if self._last is not None and (first := _STARTS.match(text)):
            known = len(out)
            take(first, self._last, self._last.unit)
            for more in GOES_ON.finditer(text, first.end()) if len(out) > known else ():
                take(more, self._last, self._last.unit)
        return sorted(out, key=lambda pair: pair[0].start)


@cache
def _named() -> re.Pattern[str]:
    """A number at a noun, as a sentence names the whole of what follows."""
    units = any_of([u for kind in _WHOLES for u in vocabulary()["units"][kind]])
    seen = any_of([*vocabulary()["looked_at"], *(u for kind in vocabulary()["units"].values() for u in kind)])
    audited = rf"sample of|audit of|{LOOKED_AT}"
    done = "a total of|reviewed|there were|received|completed|made"
    told = rf"\b(?:{done}|(?P<audited>{audited}))\s+(?:the\s+|all\s+)?"
    opens = rf"(?:^\W*(?:(?:of|in)\s+)?(?:the\s+|our\s+|these\s+|all\s+)?|{told})"
    noun = rf"(?:(?!of\b|in\b)[a-z'’-]+\s+){{0,3}}?(?P<unit>(?(audited){seen}|{units}))"
    return re.compile(rf"{opens}(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)\s+{noun}", re.I)


@cache
def _in_heading() -> re.Pattern[str]:
    """A whole that a heading names."""
    seen = any_of([*vocabulary()["looked_at"], *(u for kind in _WHOLES for u in vocabulary()["units"][kind])])
    opens = r"(?:\b(?:of|in|from|across|our|the|all)\s+(?:the\s+|our\s+|all\s+)?|\((?:n\s?=\s?)?)"
    return re.compile(rf"{opens}(?P<n>{NUMBER})\s+(?:(?!of\b|in\b)[a-z'’-]+\s+){{0,3}}?(?P<unit>{seen})", re.I)


def _same(unit: Unit, other: Unit) -> bool:
    return unit == other or (unit in _ALIKE and other in _ALIKE)


def _at_a_noun(text: str, at: int) -> Unit | None:
    """The unit of the noun that follows a number, if one does."""
    near = re.match(r"\s+(?:of\s+the\s+)?(?P<noun>[a-z'’-]+)", text[at:], re.I)
    unit = _unit(near["noun"]) if near else "other"
    return None if unit == "other" else unit


def _unit(words: str) -> Unit:
    hits: list[tuple[int, int, Unit]] = [
        (m.start(), -len(m.group()), kind) for kind, words_of in _units() if (m := words_of.search(words))
    ]
    papers: Unit = "audit-case" if _looked_at().search(words) else "other"
    return min(hits)[2] if hits and min(hits)[2] != "other" else papers


@cache
def _looked_at() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary()["looked_at"]), re.I)


@cache
def _reviews() -> re.Pattern[str]:
    """Words for what reviews count, other than children."""
    units, kinds = vocabulary()["units"], ("notification", "review", "incident", "audit-case")
    return re.compile(any_of([u for kind in kinds for u in units[kind]]), re.I)


@cache
def _units() -> list[tuple[Unit, re.Pattern[str]]]:
    return [(kind, re.compile(any_of(words), re.I)) for kind, words in vocabulary()["units"].items()]
