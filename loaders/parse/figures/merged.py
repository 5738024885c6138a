"""A percentage and a count printed side by side are one figure: "75% • 12/16", "9 (38%)", "eleven of the sixteen – 69%
–", "Of 22, 14 are closed, that is 64%".
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.parse.figures.led import VERB
from loaders.parse.figures.numbers import NUMBER, THE, YEAR, Figure, counted_in, measured, referred, value

_BETWEEN_PERCENT_AND_SHARE = re.compile(r"[\s•·●|:;(\[–—=-]*(?:\b(?:or|in|i\.e\.,?|that is)\b)?[\s(•:]*", re.I)
_BETWEEN_SHARE_AND_PERCENT = re.compile(
    r"(?:\s+[\w'’&-]+){0,5}\s*[(\[](?:n\s?=)?\s*(?:or\s|i\.e\.,?\s)?|\s*[•·|:=–—-]\s*|\s*,?\s+(?:or|i\.e\.,?)\s+|,\s+",
    re.I,
)
_SAID_AGAIN = re.compile(
    r"\)?(?:\s+[\w'’-]+){0,8}?\s*[,;(–—-]?\s*"
    r"(?:that is|which is|or|i\.e\.|equal to|"
    r"an? (?:[\w-]+ ){0,2}(?:rate|share|proportion) of|making|giving|representing|"
    r"just (?:over|under))[\s,:]*",
    re.I,
)
_SUBJECT_AHEAD = re.compile(  # "Eight were boys (57%) and six were girls (43%)"
    rf"(?:^\W*|[,;:]\s+|\b(?:and|but|while)\s+)({NUMBER})\s+(?:(?!(?:of|in|and|but|than)\b)[a-z'’-]+\s+){{1,6}}\($",
    re.I,
)
_OF_ALL = re.compile(r"\s+of\s+(?:all\b|them\b|the (?:total|group|sample|cohort|whole))", re.I)
_ANSWERS = re.compile(r"\byes\b.*\bno\b", re.I)
_FAR = 20  # words between a share and its percentage in brackets at the end of what it says


def merged(sentence: str, percents: list[Figure], shares: list[Figure]) -> list[Figure]:
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
    ahead = ahead or _SUBJECT_AHEAD.search(before) if after.startswith(")") else ahead
    ahead = ahead or (
        re.search(rf"(?<![\w/.,-])({NUMBER})\s+{noun}(?:,|\s?[–—])\s*$", before, re.I) if _OF_ALL.match(after) else None
    )
    ahead = ahead or re.search(rf"\(({NUMBER})\s*[;,]\s*$", before, re.I)  # "the majority (17; 68%)"
    ahead = ahead or re.search(
        rf"(?<![\w/.,-])({NUMBER})\s+{noun}(?:in|of|from)\s+(?:the|this|our)\s+[a-z]+\s+\($", before, re.I
    )
    if ahead is None and re.match(r"\s*(?:[;,.)]|$)", after):  # "Good – 6 files, 33%;"
        ahead = re.search(rf"(?:[–—:-]\s+)({NUMBER})\s+{noun[:-5]}{{0,2}}[a-z'’-]+,\s*$", before, re.I)
    ahead = ahead or re.search(rf"\bn\s?=\s?({NUMBER})\s*[,;]\s*$", before, re.I)
    behind = re.match(rf"\s*\((?:n\s?=\s?)?({NUMBER})(?:\s+[a-z]+){{0,2}}\)", after, re.I)
    behind = behind or re.match(rf"\s*[,;]\s*n\s?=\s?({NUMBER})\)", after, re.I)
    behind = behind or re.match(rf"\s+of\s+(?:[a-z'’-]+\s+){{1,4}}\(n\s?=\s?({NUMBER})\)", after, re.I)
    answered = ahead is not None and _ANSWERS.search(sentence) is not None  # "Yes 31 (65%), No 10 (21%)"
    if ahead and (answered or not referred(sentence, ahead.start())) and not measured(sentence, ahead.end(1)):
        out = replace(out, start=ahead.start(), numerator=value(ahead[1]))
    elif behind and not YEAR.fullmatch(behind[1]) and not measured(sentence, percent.end + behind.end(1)):
        out = replace(out, end=percent.end + behind.end(), numerator=value(behind[1]))
    whole = re.match(rf"\)?\s+(?:out\s+)?of\s+{THE}({NUMBER})(?![\w%/]|[.,]\d)", sentence[out.end :], re.I)
    if whole and not measured(sentence, out.end + whole.end(1)) and value(whole[1]) >= (out.numerator or 2):
        out = replace(out, end=out.end + whole.end(), denominator=value(whole[1]))
    if out.denominator is None and out.numerator is not None:  # "of 20 case files, 13 (65%)": the sum says of which
        wholes = [replace(out, denominator=value(m["n"])) for m in counted_in(sentence, out.start)]
        out = next((one for one in reversed(wholes) if _agrees(one, out)), out)
    return out
