"""Figures in a sentence: fractions, percentages and shares in digits or words, each with its place in the sentence.

Knows how this field prints shares, and what only looks like one: definitions ("80% attendance or below"), parts of a
bracket, a day and a month. What a figure is about is left to `statistics`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.parse.figures.led import VERB, led
from loaders.parse.figures.numbers import (
    DECIMAL,
    NUMBER,
    THE,
    WORD_NUMBER,
    YEAR,
    Figure,
    any_of,
    counted_in,
    holds_number,
    holds_percentage,
    measured,
    pattern,
    referred,
    value,
    vocabulary,
)

_PERCENT = re.compile(rf"(?<![\w.,/–−-])(?P<p>{DECIMAL})\s?(?:%|per\s?cent\b)(?!\s?[–−-]\s?\d)", re.I)
_SLASH = re.compile(r"(?<![\w/.\-–])(?P<k>\d{1,3})\s?/\s?(?P<n>\d{1,4})(?![\w/%]|[.,-]\d)")
_OUT_OF = re.compile(
    rf"(?<![\w/.,-])(?P<k>{NUMBER}|none)\s+(?P<noun>(?:[a-z'’]+\s+){{0,3}}?)(?:out\s+of|of)\s+{THE}(?P<n>{NUMBER})"
    r"(?![\w%/:-]|[.,]\d|\s?%)(?P<after>\s+[\w'’-]+)?",
    re.I,
)
_ONE_IN = re.compile(
    rf"(?<![\w/.-])(?P<k>\d{{1,2}}|{WORD_NUMBER})\s+in\s+(?P<every>every\s+)?(?P<n>\d{{1,2}}|{WORD_NUMBER})"
    r"(?=\s+(?P<next>[a-z]))",
    re.I,
)
_IN_BRACKETS = re.compile(  # "the majority (n=14) of the 20 children", "fewer than half of the 30 plans (13)"
    rf"\b(?:majority|minority|most|many|some|few|half|thirds?|quarters?|fifths?)\s+"
    rf"(?:\((?:n\s?=\s?)?(?P<k>{NUMBER})\)\s+of\s+{THE}(?P<n>{NUMBER})"
    rf"|of\s+{THE}(?P<n2>{NUMBER})\s+(?:[\w'’-]+\s+){{0,3}}?\((?:n\s?=\s?)?(?P<k2>{NUMBER})\))",
    re.I,
)
_PARTS = re.compile(rf"(?<![\w/.-])(?P<n>{NUMBER})\s+(?P<noun>[^().;]{{1,80}}?)\((?P<inside>[^()]+)\)", re.I)
_PART = re.compile(rf"^\s*(?:and\s+)?(?P<k>{NUMBER})(?![\w%/.-])", re.I)
_BETWEEN_PERCENT_AND_SHARE = re.compile(r"[\s•·●|:;(\[–—=-]*(?:\b(?:or|in|i\.e\.,?|that is)\b)?[\s(•:]*", re.I)
_BETWEEN_SHARE_AND_PERCENT = re.compile(
    r"(?:\s+[\w'’&-]+){0,5}\s*[(\[](?:n\s?=)?\s*(?:or\s|i\.e\.,?\s)?|\s*[•·|:=–—-]\s*|\s*,?\s+(?:or|i\.e\.,?)\s+|,\s+",
    re.I,
)
_OF_THEM = re.compile(rf"(?<![\w/.,-])(?P<k>{NUMBER})\s+of\s+(?:them|these|those|you)\b", re.I)
_AGED = re.compile(r"\b(?:M|F|male|female|boy|girl|aged?|baby|infant|child)\b[\s,:(–-]*$", re.I)
_NUMBERED = re.compile(r"[.:)]?\s+[A-Z](?:[\w'’&:,-]*\s+){4}")  # "2/3 Police to tell schools of …" is an item
_SAID_AGAIN = re.compile(r"(?:\s+[\w'’-]+){0,8}?\s*[,;(–—-]?\s*(?:that is|which is|or|i\.e\.|equal to)[\s,:]*", re.I)
_FAR = 20  # words between a share and its percentage in brackets at the end of what it says


def figures(sentence: str) -> list[Figure]:
    """The figures with a percentage or a denominator in one sentence, in printed order.

    "75% • 12/16" is one figure; "7 out of 19 children (6/17 reviews)" is two; "fell from 91% to 64%" is 64.
    """
    if not holds_number(sentence):
        return []
    said = _PERCENT.finditer(sentence) if holds_percentage(sentence) else ()
    printed = [m for m in said if not _defines(sentence, m)]
    percents = [Figure(m.start(), m.end(), percent=value(m["p"])) for m in printed]
    shares = _shares(sentence)
    found = _latest(_merged(sentence, percents, shares), sentence)
    return restated(sentence, sorted(led(sentence, found + _parted(sentence, found)), key=lambda f: f.start))


def restated(sentence: str, found: list[Figure]) -> list[Figure]:
    """ "Of 22, 14 are closed, that is 64%": a percentage that says a share again is one with it."""
    out: list[Figure] = []
    for figure in found:
        share = out[-1] if out else None
        if share is not None and share.percent is None and figure.numerator is None and _agrees(share, figure):
            between = sentence[share.end : figure.start]
            if _SAID_AGAIN.fullmatch(between) or _BETWEEN_SHARE_AND_PERCENT.fullmatch(between):
                out[-1] = replace(share, end=figure.end, percent=figure.percent)
                continue
        out.append(figure)
    return out


def _defines(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    near = re.search(pattern("definition", "before").pattern + r"[^.;]{0,90}$", before, re.I)
    near = near or re.search(pattern("definition", "measured").pattern + r"\W*$", before, re.I)
    return bool(near) or bool(re.match(r"\s+(?:of\s+)?" + pattern("definition", "after").pattern, after, re.I))


def _shares(sentence: str) -> list[Figure]:
    """k/n, "k of the n", "k out of n", "1 in 5"."""
    out: list[Figure] = []
    for match in _SLASH.finditer(sentence):
        k, n = match["k"], match["n"]
        zero = (k.startswith("0") and k != "0") or n.startswith("0")
        span = int(n) == int(k) + 1 and re.search(r"\b(?:year|during|since|for)\s+$", sentence[: match.start()], re.I)
        bare = not re.search(r"[^\W\d]|%", sentence)  # "2/19" alone may be anything
        numbered = not sentence[: match.start()].strip() and _NUMBERED.match(sentence[match.end() :])
        if (
            not (zero or span or bare or numbered or _dated(sentence, match))
            and int(k) <= int(n)
            and not referred(sentence, match.start())
        ):
            out.append(Figure(match.start(), match.end(), value(k), value(n)))
    for match in _OUT_OF.finditer(sentence):
        if _is_share(sentence, match):
            out.append(Figure(match.start(), match.end("n"), value(match["k"]), value(match["n"])))
    for match in _ONE_IN.finditer(sentence):
        k, n = value(match["k"]), value(match["n"])
        counted = k == 1 or match["every"] or counted_in(sentence[match.start("n") :].replace(" of the ", " ", 1))[:1]
        if counted and k < n and not measured(sentence, match.end("n")) and not referred(sentence, match.start()):
            out.append(Figure(match.start(), match.end(), k, n))
    for match in _all_of().finditer(sentence):
        n = value(match["n"])
        if (
            n > 1
            and not measured(sentence, match.end("n"))
            and not any(f.start < match.end() and match.start() < f.end for f in out)
        ):
            out.append(Figure(match.start(), match.end("n"), n, n))
    for match in _IN_BRACKETS.finditer(sentence):
        k, n = value(match["k"] or match["k2"]), value(match["n"] or match["n2"])
        if k <= n:
            out = [f for f in out if not (f.start < match.end() and match.start() < f.end)]
            out.append(Figure(match.start(), match.end(), k, n))
    for match in _OF_THEM.finditer(sentence):
        wholes = [m for m in counted_in(sentence, match.start()) if not measured(sentence, m.end("n"))]
        least = re.search(r"\bat least\s+$", sentence[: match.start()], re.I)  # "at least one of these" counts none
        if wholes and not least and value(wholes[-1]["n"]) >= value(match["k"]):  # "20 cases …, in 13 of them"
            out.append(Figure(match.start(), match.end(), value(match["k"]), value(wholes[-1]["n"])))
    return out


@cache
def _all_of() -> re.Pattern[str]:
    """ "All 12 files", "in all six cases": not "all three children", which tells of a family."""
    units = vocabulary()["units"]
    nouns = any_of(
        [
            *vocabulary()["looked_at"],
            *(u for kind in ("notification", "review", "incident", "audit-case", "case") for u in units[kind]),
        ]
    )
    return re.compile(
        rf"\ball\s+(?P<n>{NUMBER})(?![\w%/-])\s+(?:of\s+the\s+|of\s+these\s+)?(?:[\w'’-]+\s+)?{nouns}", re.I
    )


def _dated(sentence: str, match: re.Match[str]) -> bool:
    """Whether "3/12" is a day of a month ("on 3/12", and nothing counted behind it) or "6/52" an age ("F, 6/52")."""
    if match["n"] in ("52", "12", "7") and _AGED.search(sentence[: match.start()]):
        return True
    if int(match["k"]) > 31 or int(match["n"]) > 12:
        return False
    said = re.search(r"\b(?:on|by|dated|since|until|from|before|after)\s+$", sentence[: match.start()], re.I)
    units = any_of([*vocabulary()["looked_at"], *(u for kind in vocabulary()["units"].values() for u in kind)])
    return bool(said) and not re.match(r"\s+(?:[\w'’-]+\s+){0,2}?" + units, sentence[match.end() :], re.I)


def _is_share(sentence: str, match: re.Match[str]) -> bool:
    k, n, noun, after = value(match["k"]), value(match["n"]), match["noun"].strip(), match["after"]
    if k > n or n < 2 or YEAR.fullmatch(match["n"]) or referred(sentence, match.start()):
        return False
    if measured(sentence, match.end("n")) or measured(sentence, match.end("k")):
        return False
    if re.search(r"\b(?:all|every) but\s+$", sentence[: match.start()], re.I):
        return False
    units = any_of([u for kind in vocabulary()["units"].values() for u in kind])
    if noun and not re.search(units, noun, re.I) and "out of" not in match.group().casefold():
        return False
    rest = sentence[match.end("n") :]
    bracketed = sentence[: match.start()].endswith("(") and rest.startswith(")")
    if match["k"].casefold() == "one" and not bracketed:  # "one of the two areas" says which, not how many
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
        if re.fullmatch(r"\s+of\s+(?:[\w'’-]+\s+){1,5}[(\[]", between):  # "60% of the children (20 of 34)"
            closed = sentence[share.end :][:1] in (")", "]")
            return closed or (_agrees(share, percent) and bool(re.match(r"[^()\d]*\)", sentence[share.end :])))
        return bool(_BETWEEN_PERCENT_AND_SHARE.fullmatch(sentence[percent.end : share.start]))
    between = sentence[share.end : percent.start]
    closing = between.endswith("(") and sentence[percent.end :][:1] == ")" and len(between.split()) <= _FAR
    if closing and "," not in between and _agrees(share, percent):
        return True  # "5 of the 16 children were on a plan at the time (31%)"
    if re.fullmatch(r"(?:\s+[\w'’&-]+){0,4}\s*[;,–—-]\s*", between) and _agrees(share, percent):
        return True  # "eleven of the sixteen children – 69% –", "(11 out of 16; 69%)"
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
    noun = rf"(?:(?!{VERB}\b|of\b|in\b|and\b|the\b)[a-z'’-]+\s+){{0,3}}"
    ahead = re.search(rf"(?<![\w/.,-])({NUMBER})(?:\s*(?:\b{noun})?\(\s*|,?\s+(?:or|i\.e\.,?)\s+)$", before, re.I)
    ahead = ahead or re.search(rf"\bn\s?=\s?({NUMBER})\s*[,;]\s*$", before, re.I)
    behind = re.match(rf"\s*\((?:n\s?=\s?)?({NUMBER})(?:\s+[a-z]+){{0,2}}\)", after, re.I)
    behind = behind or re.match(rf"\s*[,;]\s*n\s?=\s?({NUMBER})\)", after, re.I)
    behind = behind or re.match(rf"\s+of\s+(?:[a-z'’-]+\s+){{1,4}}\(n\s?=\s?({NUMBER})\)", after, re.I)
    if ahead and not referred(sentence, ahead.start()) and not measured(sentence, ahead.end(1)):
        out = replace(out, start=ahead.start(), numerator=value(ahead[1]))
    elif behind and not measured(sentence, percent.end + behind.end(1)):
        out = replace(out, end=percent.end + behind.end(), numerator=value(behind[1]))
    whole = re.match(rf"\)?\s+(?:out\s+)?of\s+{THE}({NUMBER})(?![\w%/]|[.,]\d)", sentence[out.end :], re.I)
    if whole and not measured(sentence, out.end + whole.end(1)) and value(whole[1]) >= (out.numerator or 2):
        out = replace(out, end=out.end + whole.end(), denominator=value(whole[1]))
    if out.denominator is None and out.numerator is not None:  # "of 20 case files, 13 (65%)": the sum says of which
        wholes = [replace(out, denominator=value(m["n"])) for m in counted_in(sentence, out.start)]
        out = next((one for one in reversed(wholes) if _agrees(one, out)), out)
    return out


def _latest(found: list[Figure], sentence: str) -> list[Figure]:
    """Of "from 91% to 64%" only what it came to."""
    out: list[Figure] = []
    for figure, following in zip(found, [*found[1:], None][: len(found)], strict=True):
        came_from = re.search(r"\bfrom\s+(?:around\s+|about\s+)?$", sentence[: figure.start], re.I)
        to = following and re.search(r"\bto\s+(?:around\s+|about\s+)?$", sentence[figure.end : following.start], re.I)
        before = out[-1].end if out else figure.start
        told_first = re.fullmatch(
            r"(?:,?\s+up|,?\s+down)?\s+from\s+(?:around\s+|about\s+)?", sentence[before : figure.start], re.I
        )
        if not (came_from and (to or told_first)):
            out.append(figure)
    return out


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
