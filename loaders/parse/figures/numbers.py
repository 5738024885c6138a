"""Figures in a sentence: fractions, percentages and shares in digits or words, each with its place in the sentence.

Knows how this field prints numbers, and what only looks like one: review references ("RR 3/19"), dates, page counts,
ages, definitions ("80% attendance or below"). What a figure is about is left to `statistics`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: i for i, word in enumerate(_ONES)}
_WORDS |= _TENS | {f"{t}-{o}": n + i for t, n in _TENS.items() for i, o in enumerate(_ONES[1:10], 1)} | {"none": 0}

WORD_NUMBER = "(?:" + "|".join(sorted((w for w in _WORDS if w not in ("zero", "none")), key=len, reverse=True)) + ")"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORD_NUMBER})"
_DECIMAL = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + WORD_NUMBER + ")"


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure; `start` and `end` are its place in the sentence."""

    start: int
    end: int
    numerator: int | float | None = None
    denominator: int | float | None = None
    percent: int | float | None = None
    rate: int | float | None = None  # with `per`: "4.1 per 1,000"
    per: int | None = None
    span: str | None = None  # as printed: "20 to 30 per cent"


@cache
def vocabulary() -> dict[str, Any]:
    """The words by which figures are read, as in `loaders/data/statistics.yaml`."""
    text = files("loaders").joinpath("data/statistics.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def any_of(entries: list[str]) -> str:
    """One expression for a list of the vocabulary, at word borders."""
    return r"(?<![\w-])(?:" + "|".join(entries) + r")(?![\w-])"


@cache
def pattern(name: str, part: str | None = None) -> re.Pattern[str]:
    """The vocabulary list `name` (or its `part`) as one expression."""
    entries = vocabulary()[name]
    return re.compile(any_of(entries[part] if part else entries), re.I)


def value(printed: str) -> int | float:
    """The number that digits or words say; a decimal only where one is printed."""
    word = printed.casefold().strip()
    if word in _WORDS:
        return _WORDS[word]
    digits = word.replace(",", "")
    return float(digits) if "." in digits else int(digits)


_ANY = re.compile(rf"\d|\b(?=[efnost]){WORD_NUMBER}", re.I)  # tried only where a word begins that may say one
_PERCENT = re.compile(rf"(?<![\w.,/–−-])(?P<p>{_DECIMAL})\s?(?:%|per\s?cent\b)(?!\s?[–−-]\s?\d)", re.I)
_SLASH = re.compile(r"(?<![\w/.\-–])(?P<k>\d{1,3})\s?/\s?(?P<n>\d{1,4})(?![\w/%]|[.,-]\d)")
_THE = r"(?:(?:the|these|those|our|their|its|all|all the|a total of|the total(?: of)?)\s+)?"
_OUT_OF = re.compile(
    rf"(?<![\w/.,-])(?P<k>{NUMBER}|none)\s+(?P<noun>(?:[a-z'’]+\s+){{0,3}}?)(?:out\s+of|of)\s+{_THE}(?P<n>{NUMBER})"
    r"(?![\w%/:-]|[.,]\d|\s?%)(?P<after>\s+[\w'’-]+)?",
    re.I,
)
_ONE_IN = re.compile(rf"(?<![\w-])(?P<k>1|one)\s+in\s+(?:every\s+)?(?P<n>\d{{1,2}}|{WORD_NUMBER})(?=\s+[a-z])", re.I)
_LEAD = re.compile(
    r"(?:^|(?<=[,;.:(]\s)|(?<=\())(?:in (?:a|an|our|the|this) (?:\w+ ){0,2}(?:survey|sample|audit|review|study) )?"
    rf"of\s+{_THE}(?P<n>{NUMBER})(?![\w%/]|[.,]\d)",
    re.I,
)
_PARTS = re.compile(rf"(?<![\w/.-])(?P<n>{NUMBER})\s+(?P<noun>[^().;]{{1,80}}?)\((?P<inside>[^()]+)\)", re.I)
_PART = re.compile(rf"^\s*(?:and\s+)?(?P<k>{NUMBER})(?![\w%/.-])", re.I)
_VERB = (
    r"(?:were|was|had|have|has|did|are|is|progressed|involved|featured|related|concerned|died|suffered|led|became|met|"
    r"resulted|went|came|could|would|said|felt|agreed|knew|told|reported|showed|received|remained|lived|included)"
)
_SHARE = re.compile(
    rf"(?<![\w/.,-])(?P<k>{NUMBER})(?![\w%/-]|[.,]\d)"
    rf"(?=\s+(?:[\w'’]+\s+){{0,3}}?(?:{_VERB}\b|\())",
    re.I,
)
_AGE = re.compile(r"(?:aged?|under|over|than)\s+$", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN_PERCENT_AND_SHARE = re.compile(r"[\s•·●|:;(\[–—=-]*(?:\b(?:or|in|i\.e\.,?|that is)\b)?[\s(•:]*", re.I)
_BETWEEN_SHARE_AND_PERCENT = re.compile(
    r"(?:\s+[\w'’&-]+){0,5}\s*[(\[](?:n\s?=)?\s*(?:or\s|i\.e\.,?\s)?|\s*[•·|:=–—-]\s*|\s*,?\s+(?:or|i\.e\.,?)\s+|,\s+",
    re.I,
)
_OF_THEM = re.compile(rf"(?<![\w/.,-])(?P<k>{NUMBER})\s+of\s+(?:them|these|those)\b", re.I)
_FAR = 20  # words between a share and its percentage in brackets at the end of what it says


def holds_number(sentence: str) -> bool:
    """Whether digits or words say a number: without one there is no figure and no count."""
    return _ANY.search(sentence) is not None


def figures(sentence: str) -> list[Figure]:
    """The figures with a percentage or a denominator in one sentence, in printed order.

    "75% • 12/16" is one figure; "7 out of 19 children (6/17 reviews)" is two; "fell from 91% to 64%" is 64.
    """
    if not holds_number(sentence):
        return []
    printed = [m for m in _PERCENT.finditer(sentence) if not _defines(sentence, m)]
    percents = [Figure(m.start(), m.end(), percent=value(m["p"])) for m in printed]
    shares = _shares(sentence)
    found = _latest(_merged(sentence, percents, shares), sentence)
    found = _led(sentence, found)
    return sorted(found + _parted(sentence, found), key=lambda f: f.start)


def _defines(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    near = re.search(pattern("definition", "before").pattern + r"[^.;]{0,90}$", before, re.I)
    return bool(near) or bool(re.match(r"\s+(?:of\s+)?" + pattern("definition", "after").pattern, after, re.I))


def referred(sentence: str, at: int) -> bool:
    """Whether the number at `at` follows a word that makes it a reference or a place ("page 1 of 4")."""
    listed = r"[\s.:#(]*(?:\d+(?:/\d+)?\s*(?:,|and|&|or)\s*)*$"
    return bool(re.search(pattern("reference_words").pattern + listed, sentence[:at], re.I))


def measured(sentence: str, at: int) -> bool:
    """Whether the number that ends at `at` measures time, age or size."""
    return bool(re.match(r"[\s-]?(?:calendar\s|working\s)?" + pattern("measures").pattern, sentence[at:], re.I))


def _shares(sentence: str) -> list[Figure]:
    """k/n, "k of the n", "k out of n", "1 in 5"."""
    out: list[Figure] = []
    for match in _SLASH.finditer(sentence):
        k, n = match["k"], match["n"]
        zero = (k.startswith("0") and k != "0") or n.startswith("0")
        span = int(n) == int(k) + 1 and re.search(r"\b(?:year|during|since|for)\s+$", sentence[: match.start()], re.I)
        bare = not re.search(r"[^\W\d]|%", sentence)  # "2/19" alone may be anything
        if not (zero or span or bare) and int(k) <= int(n) and not referred(sentence, match.start()):
            out.append(Figure(match.start(), match.end(), value(k), value(n)))
    for match in _OUT_OF.finditer(sentence):
        if _is_share(sentence, match):
            out.append(Figure(match.start(), match.end("n"), value(match["k"]), value(match["n"])))
    for match in _ONE_IN.finditer(sentence):
        if not measured(sentence, match.end("n")):
            out.append(Figure(match.start(), match.end(), 1, value(match["n"])))
    for match in _OF_THEM.finditer(sentence):
        wholes = [m for m in counted_in(sentence, match.start()) if not measured(sentence, m.end("n"))]
        least = re.search(r"\bat least\s+$", sentence[: match.start()], re.I)  # "at least one of these" counts none
        if wholes and not least and value(wholes[-1]["n"]) >= value(match["k"]):  # "20 cases …, in 13 of them"
            out.append(Figure(match.start(), match.end(), value(match["k"]), value(wholes[-1]["n"])))
    return out


def counted_in(sentence: str, end: int | None = None) -> list[re.Match[str]]:
    """The numbers (`n`) before `end` that stand at a noun of something counted ("20 case files")."""
    return list(_count().finditer(sentence, 0, len(sentence) if end is None else end))


@cache
def _count() -> re.Pattern[str]:
    units = any_of([u for kind in vocabulary()["units"].values() for u in kind])
    return re.compile(rf"(?<![\w/.,-])(?!(?:19|20)\d\d\b)(?P<n>{NUMBER})\s+(?:[\w'’-]+\s+){{0,3}}?{units}", re.I)


def _is_share(sentence: str, match: re.Match[str]) -> bool:
    k, n, noun, after = value(match["k"]), value(match["n"]), match["noun"].strip(), match["after"]
    if k > n or n < 2 or _YEAR.fullmatch(match["n"]) or referred(sentence, match.start()):
        return False
    if measured(sentence, match.end("n")) or measured(sentence, match.end("k")):
        return False
    if re.search(r"\b(?:all|every) but\s+$", sentence[: match.start()], re.I):
        return False
    units = any_of([u for kind in vocabulary()["units"].values() for u in kind])
    if noun and not re.search(units, noun, re.I) and "out of" not in match.group().casefold():
        return False
    rest = sentence[match.end("n") :]
    if match["k"].casefold() == "one":  # "one of the two areas" says which, not how many
        return bool(re.match(r"\s+(?:[\w'’-]+\s+){0,3}?" + units, rest, re.I))
    ends = re.match(r"\s*(?:(?P<told>\()|[),;.]|$)", rest)
    return after is not None or bool(noun) or bool(ends and (match.start() > 0 or ends["told"]))


def _merged(sentence: str, percents: list[Figure], shares: list[Figure]) -> list[Figure]:
    """A percentage and a share printed side by side are one figure."""
    out: list[Figure] = []
    free = list(shares)
    for percent in percents:
        mate = next((s for s in free if _beside(sentence, percent, s)), None)
        if mate is None and len(percents) == len(free) == 1 and percent.start < free[0].start:
            tile = re.match(r"\s*[•·●|:–—]", sentence[percent.end :])
            mate = free[0] if tile and not sentence[: percent.start].strip(" (•-") else None
        if mate is not None:
            free.remove(mate)
            start, end = min(mate.start, percent.start), max(mate.end, percent.end)
            out.append(replace(mate, start=start, end=end, percent=percent.percent))
        else:
            out.append(_counted(sentence, percent))
    return sorted(out + free, key=lambda f: f.start)


def _beside(sentence: str, percent: Figure, share: Figure) -> bool:
    if percent.end <= share.start:
        between = sentence[percent.end : share.start]
        if re.fullmatch(r"\s+of\s+(?:[\w'’-]+\s+){1,5}[(\[]", between) and sentence[share.end :][:1] in ")]":
            return True  # "60% of the children (20 of 34)"
        return bool(_BETWEEN_PERCENT_AND_SHARE.fullmatch(sentence[percent.end : share.start]))
    between = sentence[share.end : percent.start]
    closing = between.endswith("(") and sentence[percent.end :][:1] == ")" and len(between.split()) <= _FAR
    if closing and "," not in between and _agrees(share, percent):
        return True  # "5 of the 16 children were on a plan at the time (31%)"
    return percent.start >= share.end and bool(_BETWEEN_SHARE_AND_PERCENT.fullmatch(between))


def _agrees(share: Figure, percent: Figure) -> bool:
    """Whether a percentage is that of a share, rounded."""
    if not share.denominator or share.numerator is None or percent.percent is None:
        return False
    return abs(100 * share.numerator / share.denominator - percent.percent) <= 1


def _counted(sentence: str, percent: Figure) -> Figure:
    """ "9 (38%)", "38% (9)", "38% (n=9)", "64% of the 25 reviews", "9 (38%) of the 24 reviews"."""
    before, after = sentence[: percent.start], sentence[percent.end :]
    out = percent
    ahead = re.search(rf"(?<![\w/.,-])({NUMBER})\s*(?:\b[a-z]+\s+)?\(\s*$", before, re.I)
    behind = re.match(rf"\s*\((?:n\s?=\s?)?({NUMBER})(?:\s+[a-z]+){{0,2}}\)", after, re.I)
    if ahead and not referred(sentence, ahead.start()):
        out = replace(out, start=ahead.start(), numerator=value(ahead[1]))
    elif behind and not measured(sentence, percent.end + behind.end(1)):
        out = replace(out, end=percent.end + behind.end(), numerator=value(behind[1]))
    whole = re.match(rf"\)?\s+of\s+{_THE}({NUMBER})(?![\w%/]|[.,]\d)", sentence[out.end :], re.I)
    if whole and not measured(sentence, out.end + whole.end(1)) and value(whole[1]) >= (out.numerator or 2):
        out = replace(out, end=out.end + whole.end(), denominator=value(whole[1]))
    if out.denominator is None and out.numerator is not None:  # "of 20 case files, 13 (65%)": the sum says of which
        wholes = [replace(out, denominator=value(m["n"])) for m in counted_in(sentence, out.start)]
        out = next((one for one in reversed(wholes) if _agrees(one, out)), out)
    return out


def _latest(found: list[Figure], sentence: str) -> list[Figure]:
    """Of "from 91% to 64%" only what it came to."""
    out = []
    for figure, following in zip(found, [*found[1:], None][: len(found)], strict=True):
        came_from = re.search(r"\bfrom\s+(?:around\s+|about\s+)?$", sentence[: figure.start], re.I)
        to = following and re.search(r"\bto\s+(?:around\s+|about\s+)?$", sentence[figure.end : following.start], re.I)
        if not (came_from and to):
            out.append(figure)
    return out


def _led(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "Of the 16 reviews, 5 became …": every count that follows is a share of 16."""
    for lead in _LEAD.finditer(sentence):
        whole = value(lead["n"])
        if _YEAR.fullmatch(lead["n"]) or measured(sentence, lead.end("n")):
            continue
        if any(f.start < lead.end("n") <= f.end for f in found):
            continue
        found = [
            replace(f, denominator=whole)
            if f.start > lead.end() and f.denominator is None and (f.numerator is None or f.numerator <= whole)
            else f
            for f in found
        ]
        for match in _SHARE.finditer(sentence, lead.end("n")):
            taken = any(f.start <= match.start() < f.end for f in found)
            skip = measured(sentence, match.end("k")) or _AGE.search(sentence[: match.start()])
            if not taken and not skip and value(match["k"]) <= whole:
                found.append(Figure(match.start(), match.end("k"), value(match["k"]), whole))
    return found


def _parted(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "6 cases (3 from one area and 3 from the other)": equal parts are told once.

    Only parts that add up to the whole or repeat its noun; the rest of a bracket is a remark.
    """
    out: list[Figure] = []
    units = vocabulary()["units"]
    counted = any_of([u for kind in ("notification", "review", "incident", "case", "child") for u in units[kind]])
    for match in _PARTS.finditer(sentence):
        parts = breakdown(match["inside"])
        whole = value(match["n"])
        if len(parts) < 2 or any(f.start <= match.end("n") and match.start() < f.end for f in found):
            continue
        noun = re.search(counted, match["noun"], re.I)
        if noun and (sum(parts) == whole or noun.group().casefold() in match["inside"].casefold()):
            out += [Figure(match.start(), match.end(), k, whole) for k in dict.fromkeys(parts) if k <= whole]
    return out


def breakdown(inside: str) -> list[int | float]:
    """The counts of a bracket in which every part begins with a number; else nothing."""
    matches = [_PART.match(part) for part in re.split(r",(?!\d)|;|\band\b", inside) if part.strip()]
    return [value(m["k"]) for m in matches if m] if all(matches) else []
