"""Counts told in one sentence of a whole named in another: "Of the 12 reviews …. Neglect was a factor in three."

A whole holds until the next heading, and only one that counts reviews, notified incidents, audited cases or children:
"two of the children" in the story of a family counts nothing. A count is out of the whole only where it names the same
thing or nothing else; else it stands without one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import Unit
from loaders.parse.figures.based import BASE
from loaders.parse.figures.led import GOES_ON, VERB
from loaders.parse.figures.named import (
    WHOLES,
    Whole,
    alike,
    headed_wholes,
    named_wholes,
    unit_at_noun,
    unit_in,
    words_of_reviews,
)
from loaders.parse.figures.numbers import (
    NUMBER,
    YEAR,
    Figure,
    counted_in,
    measured,
    pattern,
    referred,
    value,
)
from loaders.parse.figures.quantified import ELLIPTIC, FAMILY, part_of
from loaders.parse.figures.samples import LOOKED_AT
from loaders.parse.figures.wholes import NOT_EXACT, PARTS, TOPS

_OPENING = 60  # letters in which the subject of a sentence stands
_MANY = 9  # more children than one family has
_K = rf"(?<![\w/.,£-])(?P<k>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)"
_OF_WHOLE = re.compile(
    rf"{_K}\s+of\s+(?:the|these|those|our|all the)\s+(?P<noun>(?:[a-z'’-]+\s+){{0,2}}?)(?P<unit>[a-z'’-]+)", re.I
)
_OF_THESE = re.compile(rf"{_K}\s+of\s+(?:these|them|those)\b(?!\s+(?:areas?|points?|ways?))", re.I)
_IN = re.compile(
    rf"(?<!\d )\b(?P<way>in|(?:missing|absent) from|(?:feature|factor|part) of|for|by|with)\s+"
    rf"(?:only\s+|just\s+|all\s+)?{_K}(?=\s*(?:[,.;)]|$|and\b|but\b|while\b|\())",
    re.I,
)
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
_READ = re.compile(
    rf"\s+in\s+(?:the|our|this)\s+(?:sample|cohort|group|study|audit)\b"
    rf"|\s+(?:(?:that\s+)?(?:were|was|have been)\s+)?(?:[a-z]+ly\s+)?"
    rf"(?:{LOOKED_AT}|reviewed|tracked|moderated|discussed)\b",
    re.I,
)
_TEST = re.compile(r"\b(?:audit|dip[- ]?sample|deep[- ]dive|case file review|file review)\b", re.I)
_ROW = re.compile(  # "Neglect: 9", "Neglect (9)", the label of a bar and its number
    r"^\W*(?P<label>[A-Z][^.;:\d()]{2,60}?)(?:\s*[:–—-]\s*|\s*\((?:n\s?=\s?)?|\s+)(?P<k>\d{1,3})\)?$"
)
_HALF = re.compile(  # "All but one had known the family.", "In half, the plan …"
    rf"(?:^\W*(?:and\s+|but\s+|however,?\s+)?|[,;:]\s+(?:and|but)\s+)(?:in\s+)?{ELLIPTIC}(?=,|\s+(?:[a-z]+ly\s+)?(?:{VERB}|the)\b)",
    re.I,
)
_OF_PART = re.compile(r"\bof (?:these|those|them|which|whom|that)\b", re.I)
_IN_SAID = re.compile(r"\bin (?:only |just )?$", re.I)
_OF_THOSE = re.compile(r"\W*(?:and\s+|but\s+)?of\s+(?:these|those|them)\b", re.I)
_MOST = re.compile(  # "Nearly all (14) wanted more time"
    rf"^\W*(?:nearly |almost )?(?:all|most|(?:just )?(?:over|under|more than|fewer than) half|half|some|many|a few|"
    r"the (?:vast |great )?majority)"
    rf"(?:\s+of\s+(?:these|those|them))?\s+\((?P<k>{NUMBER})\)",
    re.I,
)
_ENDS = re.compile(
    rf"\b(?:in|from|for|by|with)\s+{ELLIPTIC}(?=\s*(?:[.,;]|$))", re.I
)  # "… was missing from all but two."
_PERCENT = re.compile(
    rf"^\W*(?:in\s+)?(?=\d[\d.]*\s?(?:%|per\s?cent)\s+(?:of (?:them|these|those)\s+)?(?:[a-z]+ly\s+)?(?:{VERB}|the)\b)",
    re.I,
)
_STARTS = re.compile(
    rf"^\W*(?:and\s+|but\s+|only\s+|just\s+|the\s+(?:remaining|other)\s+|"
    rf"of (?:these|those|them),?\s+(?:only\s+|just\s+)?|a further\s+|another\s+)?{_K}"
    rf"(?:\s+(?:others?|more|of (?:them|these|those)))?\s+{VERB}\b",
    re.I,
)


def _of_base(text: str) -> Whole | None:
    """The whole of a lead that prints its number in brackets ("Across the reviews completed since 2031 (n=18):")."""
    based = BASE.search(text)
    unit = unit_in(text[: based.start()]) if based else "other"
    return Whole(int(based["n"]), unit) if based and unit in WHOLES else None


class Carried:
    """The whole that sentences below it count in."""

    def __init__(self, *titles: str) -> None:
        """`titles` of the document: a whole that one names ("Twelve young people") holds throughout."""
        named = [m for title in titles if (m := headed_wholes().match(f"the {title}"))]
        counts = [(value(m["n"]), unit_in(m["unit"])) for m in named]
        self._fresh = False  # whether the sentence before named a whole or counted in one
        self._document = next((Whole(n, unit) for n, unit in counts if isinstance(n, int) and n > FAMILY), None)
        self._tests = any(_TEST.search(title) for title in titles)  # its one sample holds below every heading
        self._whole: Whole | None = self._document
        self._headed: Whole | None = None  # the whole that the heading above names
        self._last: Whole | None = None  # what the sentence before counted in; None where that was not said
        self._part: Whole | None = None  # the one share that the sentence before told: "of these" goes on from it
        self._beside: Whole | None = None  # of what it was told that way, "in 6 out of 10": "in only 2" goes on from it
        self._subject: Whole | None = (
            None  # what the sentence before opened with, whatever it was ("Twelve practitioners …")
        )

    def heading(self, text: str = "") -> None:
        """A heading ends what a whole holds for, and may name the next ("Themes of our 15 reviews")."""
        self._whole, self._last, self._headed, self._subject = self._document, None, None, None
        self._part, self._beside, self._fresh = None, None, False
        named = [m for m in headed_wholes().finditer(text) if not measured(text, m.end("n"))]
        if len(named) == 1 and isinstance(n := value(named[0]["n"]), int) and n > 1:
            self._whole = self._headed = Whole(n, unit_in(named[0]["unit"]))
        elif not named and (based := _of_base(text)):
            self._whole = self._last = based

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
        for match in named_wholes().finditer(text):
            n, unit = value(match["n"]), unit_in(match["unit"])
            inner = any(f.start <= match.start("n") < f.end and f.denominator not in (None, n) for f in found)
            audited = match["audited"] is not None and (unit != "child" or n > FAMILY)
            audited = audited or (
                (unit != "child" or (isinstance(n, int) and n > FAMILY)) and _READ.match(text, match.end()) is not None
            )
            few = unit == "case" or not isinstance(n, int) or n < _MANY
            if (
                unit in ("child", "case")
                and few
                and not audited
                and self._whole is None
                and not words_of_reviews().search(text)
            ):
                continue  # the children of a family
            countable = not YEAR.fullmatch(match["n"]) and (unit in WHOLES or audited)
            if countable and isinstance(n, int) and n > 1 and not inner and not measured(text, match.end("n")):
                named.append(Whole(n, unit, audited))
        if not named and not found and text.rstrip().endswith(":") and (based := _of_base(text)):
            named.append(based)
        if named:
            self._whole = self._last = named[0] if len(set(named)) == 1 else None
        samples = {whole for whole in named if whole.audited}
        first = counted_in(text, _OPENING)[:1]
        opened = next(
            (m for m in first if not text[: m.start()].strip(" •-–*") and not measured(text, m.end("n"))), None
        )
        n = value(opened["n"]) if opened else 0
        if (base := BASE.search(text)) and not found:
            opened, n = base, int(base["n"])
        self._fresh = bool(named) or any(f.denominator for f in found)
        told = [f for f in found if f.denominator]
        one = told[0].numerator if len(told) == 1 else None
        self._part = Whole(one, "other") if isinstance(one, int) and one > 1 else None
        way = told[0].denominator if len(told) == 1 and _IN_SAID.search(text[: told[0].start]) else None
        self._beside = Whole(way, "other") if isinstance(way, int) and self._part else None
        self._subject = (
            Whole(n, unit_in(opened[0])) if opened and isinstance(n, int) and n >= _MANY and not found else None
        )
        if self._tests and self._document is None and len(samples) == 1:
            self._document = samples.pop()

    def shares(self, text: str, found: list[Figure]) -> list[Figure]:
        """The figures of a sentence, a percentage without a whole being of the one named before ("85% felt …")."""
        of = self._last or self._subject
        if of is None or not _PERCENT.match(text) or not (self._fresh or self._subject):
            return found
        alone = [f for f in found if f.percent is not None and (f.numerator, f.denominator) == (None, None)]
        return [replace(f, denominator=of.n) if f in alone[:1] else f for f in found]

    def counts_behind(self, text: str, found: list[Figure]) -> list[tuple[Figure, Unit]]:
        """Counts that a sentence tells "in" as many of the papers that it says, before them, were looked at."""
        named = [m for m in named_wholes().finditer(text) if m["audited"] is not None]
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
            whole = self._subject or (self._part if _OF_PART.search(text) else self._beside)
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
            unit = unit_in(f"{match['noun']}{match['unit']}")
            same = alike(unit, whole.unit)
            if unit in WHOLES:
                take(match, whole if same else None, unit)
                self._last = whole if same else None
        if (these := self._last or self._subject) is not None:
            for match in _OF_THESE.finditer(text):
                take(match, these, these.unit)
        for match in _SHARE_OF.finditer(text):
            share = 1 / 2 if match["half"] else TOPS[match["top"].lower()] / PARTS[match["part"].lower()]
            part, unit = share * whole.n, unit_in(match["unit"])
            taken = any(f.start < match.end() and match.start() < f.end for f in found)
            exact = part == int(part) and not NOT_EXACT.search(text[: match.start()])
            if alike(unit, whole.unit) and exact and not taken and not match["told"]:
                out.append((Figure(match.start(), match.end(), int(part), whole.n), unit))
        for match in _ALL.finditer(text):
            noun = unit_at_noun(text, match.end("k"))
            if value(match["k"]) == whole.n and (noun is None or alike(noun, whole.unit)):
                take(match, whole, whole.unit)
        if (
            whole.audited
            or (self._fresh and not any(f.denominator for f in found))
            or any(pattern("senses", sense).search(text) for sense in ("cause", "feature", "theme"))
        ):
            for match in [
                *_IN.finditer(text),
                *(match for way in (_IN_FIRST, _IN_NOUN) if whole.audited for match in way.finditer(text)),
            ]:
                way = match.groupdict().get("way")
                if whole.audited or way is None or way.lower() in ("in", "feature of", "factor of", "part of"):
                    take(match, whole, whole.unit)
        of = self._last or self._subject
        if self._part is not None and _OF_THOSE.match(text):
            of = self._part
        if of is not None and (first := _STARTS.match(text)):
            known = len(out)
            take(first, of, of.unit)
            for more in GOES_ON.finditer(text, first.end()) if len(out) > known else ():
                take(more, of, of.unit)
        if of is not None:
            for match in _MOST.finditer(text):
                take(match, of, of.unit)
            for match in (*_HALF.finditer(text), *(_ENDS.finditer(text) if whole.audited else ())):
                half = part_of(match, of.n)
                out = [pair for pair in out if not (match.start() <= pair[0].start < match.end())]
                if half is not None and not any(f.start < match.end() and match.start() < f.end for f in found):
                    out.append((Figure(match.start(), match.end(), half, of.n), of.unit))
        return sorted(out, key=lambda pair: pair[0].start)
