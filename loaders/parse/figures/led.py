"""Counts of a whole that the same sentence names: "Of the 16 reviews, 5 …", "24 files were audited: 18 were good".

A whole holds to the next one or to the end of the sentence. A number at a thing of another kind ("of the 16 reviews,
five agencies …") is no part of it and stands without a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.parse.figures.numbers import (
    NUMBER,
    THE,
    YEAR,
    Figure,
    any_of,
    counted_in,
    measured,
    referred,
    value,
    vocabulary,
)
from loaders.parse.figures.quantified import ELLIPTIC, part_of
from loaders.parse.figures.samples import TESTED, counted_wholes

_K = rf"(?<![\w/.,£-])(?P<k>{NUMBER})(?![\w%/-]|[.,]\d|\s?%|\sper\s?cent)"
_N = rf"(?P<n>{NUMBER})(?![\w%/]|[.,]\d|\s?%)"
_BEGINS = r"(?:^\W*|(?<=[,;.:(]\s)|(?<=\()|\b(?:and|but|while|that)\s+)"
_SAMPLE = r"(?:a|an|our|the|this)\s+(?:\w+\s+){0,2}?(?:survey|sample|audit|review|study|group)"
_OF = re.compile(  # "of the 16 reviews", "out of 9 cases", "from a sample of 30"
    rf"{_BEGINS}(?:in\s+{_SAMPLE}\s+)?(?:out\s+)?of\s+{THE}{_N}"
    rf"|{_BEGINS}(?:from|in|within|across|among|amongst)\s+{_SAMPLE}\s+of\s+(?P<s>{NUMBER})(?![\w%/]|[.,]\d)",
    re.I,
)
VERB = (
    r"(?:were|was|had|have|has|did|are|is|progressed|involved|featured|related|concerned|died|suffered|led|became|met|"
    r"resulted|went|came|could|would|said|felt|agreed|knew|told|reported|showed|received|remained|lived|included|"
    r"required?|need(?:ed|s)|contained|held|lacked|named|recorded|described|mentioned|scored|survived|moved|attended|"
    r"gave|made|took|found|chose|answered|replied|joined|stayed|left|kept|got|saw|spoke|wanted|thought|asked|fell|began|"
    r"concern|involve|feature|include|relate|show|say|feel|know|come|go|live|lack|hold|contain|mention|describe|tell|make|"
    r"remain|need|do|work|fall|belong|use|see|agree|want|think|give|take|"
    r"[a-z]+ed(?=\s+(?:the|a|an|that|their|it|its|to|in|on|by|with|for|from|at|as|no|not|both|all|any|them|up|out|off|"
    r"after|before|within|because)\b|[.,;]))"  # of more than one: "three concern"
)
_SHARE = re.compile(
    rf"{_K}(?=\s+(?:(?!in\b|at\b|with\b|by\b|and\b|or\b|but\b)[\w'’]+\s+){{0,3}}?(?:{VERB}\b|\())", re.I
)
_LISTED = re.compile(  # "…, 4 required improvement and two neither"
    r"(?:[,;:]|\band\b|\bbut\b|\bwhile\b)\s+"
    r"(?:(?:and|but|while|a further|another|only|just|in|the (?:other|remaining))\s+)*"
    rf"{_K}(?=\s+[a-z(]|\W*$)",
    re.I,
)
_LABELLED = re.compile(
    rf"(?<=[,;:]\s)(?:and\s+)?[a-z][a-z'’ -]{{2,40}}?\s+(?:[–-]\s+)?\(?{_K}(?=\)?(?:[,;.]|$|\s+and\b))", re.I
)
_QUANTIFIED = re.compile(
    rf"(?<=[,:]\s)(?:but\s+|and\s+)?{ELLIPTIC}(?=\s+(?:[a-z]+ly\s+|had\s|were\s|was\s|{VERB}\b))", re.I
)
_AT_END = re.compile(  # "neglect featured in nine, domestic abuse in seven", "the GP was invited to four"
    rf"(?<!from )\b(?:in|by|with|for|on|at|invited to)\s+(?:only\s+|just\s+|all\s+)?{_K}"
    r"(?=\s*(?:[,.;)]|$|and\b|but\b|while\b|\()|\s+of (?:them|these|those)\b"
    r"|\s+(?:there|it|he|she|they|nobody|no one|the (?!other\b)\w+) )",
    re.I,
)
_MET = re.compile(  # "social care attended four", of what an audit looked at
    rf"\b(?:attended|contained|included|named|recorded|reached|covered|mentioned|joined|led|chaired)\s+"
    rf"(?:only\s+|just\s+|all\s+)?{_K}(?=\s*(?:[,.;)]|$|and\b|but\b|\())",
    re.I,
)
_BEHIND = re.compile(rf":\s+(?:in\s+)?(?:only\s+|just\s+)?{_K}(?=\s+[a-z])", re.I)  # "Audit of 40 notes: 37 seen"
_OPENS = re.compile(rf"^\W*(?:and\s+|but\s+)?(?:in\s+)?(?:only\s+|just\s+)?{_K}", re.I)
_OF_WHICH = re.compile(
    rf"{_K}\s+of\s+(?:which|whom)\b|\bof\s+(?:which|whom)\s*,?\s+(?:only\s+|just\s+)?(?P<j>{NUMBER})(?![\w%/])", re.I
)
_AND_IN = re.compile(
    rf"(?:[,;]|\band\b|\bbut\b|\bwhile\b)\s+(?:and\s+)?(?!in\b)[a-z][^.;:\d]{{3,60}}?\bin\s+(?:only\s+|just\s+)?{_K}"
    r"(?=\s*(?:[.,;)]|$|and\b|but\b))",
    re.I,
)
_IN_BEFORE = re.compile(r"\bin (?:only |just |as many as )?$", re.I)
_NEAR = 90  # letters between a count and the next of the same whole
_AGE = re.compile(r"(?:aged?|under|over|than|between|least)\s+$", re.I)
_CHANGED = re.compile(
    r"\b(?:rose|risen|fell|fallen|increas\w+|decreas\w+|reduc\w+|grew|grown|went|down|up|dropp\w+)\b", re.I
)

COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|up from|down from|more than in|than)\s+(?:the\s+)?$", re.I
)  # with others

ALL = re.compile(rf"\ball\s+(?:of\s+the\s+)?(?P<n>{NUMBER})(?![\w%/-]|[.,]\d)", re.I)
GOES_ON = re.compile(
    rf"(?:,|;|\band\b|\bbut\b|\bwhile\b)\s+(?:and\s+)?(?:the\s+(?:other|remaining)\s+)?{_K}"
    rf"(?=\s+(?:of them\s+|more\s+|others\s+)?(?:{VERB}|about|under|over|aged|from|girls?|boys?)\b"
    rf"|\s+(?P<to>to)\s+(?!{NUMBER}\b)[a-z])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Lead:
    """A whole that a sentence names, what it counts, and from where to where its parts may stand."""

    n: int | float
    noun: str  # the kinds of unit its noun may be, or nothing
    start: int
    end: int
    loose: bool  # named in so many words as the whole ("of the 16"), not only counted
    heads: bool = False  # stands before a colon or a dash, so that percentages behind it are of it
    tested: bool = False  # what a survey or audit was of: a share that it prints beside a count has to agree


def led(sentence: str, found: list[Figure]) -> list[Figure]:
    """The figures of a sentence with those that are parts of a whole named in it."""
    leads = _leads(sentence, found)
    for at, lead in enumerate(leads):
        until = leads[at + 1].start if at + 1 < len(leads) else len(sentence)
        found = [
            replace(f, denominator=lead.n)
            if lead.end <= f.start < until
            and f.denominator is None
            and not COMPARED.search(sentence[: f.start])
            and (
                (f.numerator is None and (lead.loose or lead.heads))
                or (f.numerator is not None and f.numerator <= lead.n)
            )
            and not ((lead.tested or lead.heads) and f.percent is not None and not _agrees(f, lead.n))
            else f
            for f in found
        ]
        found = found + _parts(sentence, lead, until, found)
    return _joined(sentence, _told_alike(sentence, _continued(sentence, _of_which(sentence, found))))


def _joined(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "51 of them had a supply of a week or more (59%)": the percentage behind a count that it agrees with."""
    out: list[Figure] = []
    for figure in sorted(found, key=lambda f: f.start):
        last = out[-1] if out else None
        alone = figure.percent is not None and figure.numerator is None
        if (
            last is not None
            and alone
            and last.percent is None
            and last.numerator is not None
            and last.denominator is not None
            and figure.denominator in (None, last.denominator)
            and sentence[: figure.start].endswith("(")
            and sentence[figure.end :].startswith(")")
            and _agrees(replace(last, percent=figure.percent), last.denominator)
        ):
            out[-1] = replace(last, percent=figure.percent)
        else:
            out.append(figure)
    return out


def _agrees(figure: Figure, n: int | float) -> bool:
    """Whether a count and its percentage, if both are printed, fit a whole."""
    if figure.numerator is None or figure.percent is None:
        return True
    return abs(100 * figure.numerator / n - figure.percent) <= 1


def _leads(sentence: str, found: list[Figure]) -> list[_Lead]:
    leads = []
    for match in _OF.finditer(sentence):
        group = "n" if match["n"] else "s"
        at, end, n = match.start(group), match.end(group), value(match[group])
        if YEAR.fullmatch(match[group]) or measured(sentence, end) or any(f.start < end <= f.end for f in found):
            continue
        if n > 1 and not referred(sentence, at):
            leads.append(_Lead(n, _noun(sentence[end:]), match.start(), end, True))
    for match in (m for way in counted_wholes() for m in way.finditer(sentence)):
        end, n = match.end(), value(match["n"])
        if any(lead.start <= match.start("n") < lead.end for lead in leads) or any(
            f.start < match.end("n") and match.start("n") < f.end for f in found
        ):
            continue
        if n > 1 and not measured(sentence, match.end("n")):
            asked = re.search(r"\b(?:survey|poll)\b", match[0], re.I) is not None  # one person answers many questions
            tested = match.re is counted_wholes()[TESTED]
            heads = re.search(r"(?:[:–—-]|\b(?:found|showed|shows|said))\s*$", match[0]) is not None
            leads.append(_Lead(n, _noun(sentence[match.end("n") :]), match.start("n"), end, asked, heads, tested))
    return sorted(leads, key=lambda lead: lead.start)


def _parts(sentence: str, lead: _Lead, until: int, found: list[Figure]) -> list[Figure]:
    """The counts between the end of a lead and the next."""
    out: list[Figure] = []
    matches = [*_SHARE.finditer(sentence, lead.end, until), *_AT_END.finditer(sentence, lead.end, until)]
    if lead.heads:
        matches += [*_MET.finditer(sentence, lead.end, until), *_BEHIND.finditer(sentence, lead.end - 1, until)]
    first = _OPENS.match(sentence[lead.end : until])
    matches += list(_LISTED.finditer(sentence, lead.end, until)) if matches or first else []
    if lead.loose and re.match(r"[^:.;\d]{2,60}:\s", sentence[lead.end : until]):
        matches += list(_LABELLED.finditer(sentence, lead.end, until))
    for match in sorted(matches, key=lambda m: m.start("k")):
        k, start, end = value(match["k"]), match.start("k"), match.end("k")
        if k > lead.n or any(f.start < end and start < f.end for f in [*found, *out]) or YEAR.fullmatch(match["k"]):
            continue
        if measured(sentence, end) or referred(sentence, start) or _AGE.search(sentence[lead.end : start]):
            continue
        if _of_another_kind(sentence, end, lead.noun) or _abstract().match(sentence, end):
            continue
        if _CHANGED.search(sentence[lead.end : start]):
            continue
        out.append(Figure(start, end, k, lead.n))
    for match in _QUANTIFIED.finditer(sentence, lead.end, until):
        part = part_of(match, lead.n)
        out = [f for f in out if not (match.start() <= f.start < match.end())]  # "all but three" tells not of three
        if part is not None and not any(f.start < match.end() and match.start() < f.end for f in found):
            out.append(Figure(match.start(), match.end(), part, lead.n))
    if not lead.loose and sum(f.numerator or 0 for f in out) > lead.n:
        return []  # a count in front of other counts, and not what they are out of
    return out


def _of_which(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "15 reviews were held, nine of which …": out of the last whole counted before it."""
    for match in _OF_WHICH.finditer(sentence):
        group = "k" if match["k"] else "j"
        start, end, k = match.start(group), match.end(group), value(match[group])
        named = [value(m["n"]) for m in counted_in(sentence, match.start()) if not measured(sentence, m.end("n"))]
        named += [value(m["n"]) for m in ALL.finditer(sentence, 0, match.start())]
        beside = next((f for f in found if f.start <= start < f.end), None)
        if not named or named[-1] < max(k, 2) or (beside is not None and beside.denominator is not None):
            continue
        percent = next(
            (f for f in found if f.percent is not None and f.numerator is None and 0 < f.start - end < 15), None
        )
        if beside is not None:
            found = [replace(f, denominator=named[-1]) if f is beside else f for f in found]
        elif percent is not None and abs(100 * k / named[-1] - percent.percent) <= 1:  # type: ignore[operator]
            found = [f for f in found if f is not percent]
            found.append(replace(percent, start=start, numerator=k, denominator=named[-1]))
        else:
            found.append(Figure(start, end, k, named[-1]))
    return found


def _continued(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "Three of the eight children died and five were harmed": the second count is of the same whole."""
    for match in GOES_ON.finditer(sentence):
        k, start, end = value(match["k"]), match.start("k"), match.end("k")
        before = [f for f in found if f.end <= start]
        if any(f.start < end and start < f.end for f in found) or not before or measured(sentence, end):
            continue
        last = max(before, key=lambda f: f.end)
        whole = last.denominator
        told = sum(f.numerator or 0 for f in before if f.denominator == whole)
        if match["to"] and not re.search(r"\bto\b", sentence[last.end : start]):
            continue  # "eleven led to nothing, five to advice" leaves out its verb; "4 to a bed" counts something else
        fits = whole and last.numerator is not None and told + k <= whole and start - last.end < _NEAR
        if fits and not counted_in(sentence[last.end : start]):
            found.append(Figure(start, end, k, whole))
    return found


def _told_alike(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "Neglect was found in six of the eight reviews and debt in five": told in the same way, of the same whole."""
    for match in _AND_IN.finditer(sentence):
        k, start, end = value(match["k"]), match.start("k"), match.end("k")
        last = max((f for f in found if f.end <= match.start()), key=lambda f: f.end, default=None)
        if last is None or last.denominator is None or last.numerator is None or k > last.denominator:
            continue
        alike = _IN_BEFORE.search(sentence[: last.start]) is not None and match.start() - last.end < _NEAR
        between = sentence[last.end : start]
        clash = any(f.start < end and start < f.end for f in found) or YEAR.fullmatch(match["k"]) is not None
        if not alike or clash or counted_in(between) or COMPARED.search(sentence[:start]) or _CHANGED.search(between):
            continue
        found.append(Figure(start, end, k, last.denominator))
    return found


def _of_another_kind(sentence: str, end: int, noun: str) -> bool:
    """Whether the number that ends at `end` stands at a thing of another kind than the whole."""
    if not noun:
        return False
    kind = _noun(sentence[end:])
    return kind not in ("", noun) and (noun, kind) != ("review", "child")  # reviews are of children


def _noun(text: str) -> str:
    """The kind of unit that the noun of a number names; looked-at papers are all of one kind, as are people at work."""
    hit: tuple[int, str] | None = None
    for kind, words in _kinds():
        if (found := words.match(text)) and (hit is None or found.end() < hit[0]):
            hit = (found.end(), kind)
    return hit[1] if hit else ""


@cache
def _abstract() -> re.Pattern[str]:
    """What a count may be of that is no part of a whole ("across the nine reviews, three things recur")."""
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}?{any_of(vocabulary()['abstract'])}", re.I)


@cache
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    units = vocabulary()["units"]
    alike = ("notification", "review", "incident", "case", "audit-case")
    kinds = [("review", any_of([*vocabulary()["looked_at"], *(word for kind in alike for word in units[kind])]))]
    kinds += [("child", any_of(units["child"])), *((word, any_of([word])) for word in units["other"])]
    gap = rf"\s+(?:(?!(?:of|in|to|for|with|and|a|an|the|no)\b|{VERB}\b)[\w'’-]+\s+){{0,2}}?"
    return [(kind, re.compile(gap + words, re.I)) for kind, words in kinds]
