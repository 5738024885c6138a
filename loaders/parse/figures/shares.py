"""Figures in a sentence: fractions, percentages and shares in digits or words, each with its place in the sentence.

Knows how this field prints shares, and what only looks like one: definitions ("80% attendance or below"), parts of a
bracket, a day and a month. What a figure is about is left to `statistics`.
"""

from __future__ import annotations

import re

from loaders.parse.figures.based import based
from loaders.parse.figures.led import ALL, led
from loaders.parse.figures.merged import merged, restated
from loaders.parse.figures.norms import defines, is_norm
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
    referred,
    value,
    vocabulary,
)
from loaders.parse.figures.parted import parted
from loaders.parse.figures.quantified import quantified
from loaders.parse.figures.samples import LOOKED_AT
from loaders.parse.figures.scales import marks

_PERCENT = re.compile(rf"(?<![\w.,/–−-])(?P<p>{DECIMAL})\s?(?:%|per\s?cent\b)(?!\s?[–−-]\s?\d)", re.I)
_SLASH = re.compile(
    r"(?<![\w/.\-–])(?<!Plan )(?<!Report )(?<!Budget )(?<!Strategy )"  # "Business Plan 16/17" is of a year
    r"(?P<k>\d{1,3})\s?/\s?(?P<n>\d{1,4})(?![\w/%]|[.,-]\d)"
)
_OUT_OF = re.compile(
    rf"(?<![\w/.,-])(?P<k>{NUMBER}|none|nil|zero)\s+(?P<noun>(?:(?!(?:and|or|but|to)\b)[a-z'’]+\s+){{0,3}}?)"
    rf"(?:(?:out\s+)?of\s+an?\s+(?:target|total)\s+of|out\s+of(?:\s+every)?|of)\s+{THE}(?P<n>{NUMBER})"
    r"(?![\w%/:-]|[.,]\d|\s?%)(?P<after>\s+[\w'’-]+)?",
    re.I,
)
_ONE_IN = re.compile(
    rf"(?<![\w/.-])(?P<k>\d{{1,2}}|{WORD_NUMBER})\s+in\s+(?P<every>every\s+)?(?P<n>\d{{1,2}}|{WORD_NUMBER})"
    r"(?=\s+(?P<next>[a-z]))",
    re.I,
)
_GROUP = re.compile(r"\b(?:group|cohort|sample|audit|set|batch|selection) of\b", re.I)
_IN_GROUP = re.compile(  # "four boys in the group of six"
    rf"(?<![\w/.,-])(?P<k>{NUMBER})\s+(?:(?!of\b|in\b|and\b)[a-z'’-]+\s+){{0,3}}?(?:in|from|of)\s+"
    rf"(?:the|a|an|our|this|that)\s+(?:\w+\s+)?(?:group|cohort|sample|audit|set|batch|selection)\s+of\s+(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)",
    re.I,
)
_IN_BRACKETS = re.compile(  # "the majority (n=14) of the 20 children", "fewer than half of the 30 plans (13)"
    rf"\b(?:majority|minority|most|many|some|few|half|thirds?|quarters?|fifths?)\s+"
    rf"(?:\((?:n\s?=\s?)?(?P<k>{NUMBER})\)\s+of\s+{THE}(?P<n>{NUMBER})"
    rf"|of\s+{THE}(?P<n2>{NUMBER})\s+(?:[\w'’-]+\s+){{0,3}}?\((?:n\s?=\s?)?(?P<k2>{NUMBER})\))",
    re.I,
)
_OF_THEM = re.compile(rf"(?<![\w/.,-])(?P<k>{NUMBER})\s+of\s+(?:them|these|those|you)\b", re.I)
_LOOKED_AT = re.compile(  # "we checked 20 supervision notes and 11 of these …"
    rf"\b(?:{LOOKED_AT})\s+(?:the\s+|these\s+|our\s+)?(?P<n>{NUMBER})\s+(?:[\w'’-]+\s+){{0,3}}?[a-z]+s\b", re.I
)
_SPAN = re.compile(
    rf"\b(?:all|every) but\s+$|\bbetween\s+{NUMBER}\s+and\s+$|{NUMBER}\s+(?:to|or)\s+$", re.I
)  # no one number
_OF_BRACKET = re.compile(  # "7 (of 20) cases", "six reviews (of eleven)", "11 (of 20; 55%)"
    rf"(?<![\w/.,-])(?P<k>{NUMBER})\s+(?:[a-z'’-]+\s+){{0,2}}?\((?:out\s+)?of\s+{THE}(?P<n>{NUMBER})(?=\)|[;,]\s*\d+\s?%\))",
    re.I,
)
_NO_ONE = re.compile(
    r"\b(?:not|every|each|any|no)\s+(?:a\s+)?(?:single\s+)?$", re.I
)  # "not one of four": none, not one
_MEMBER = re.compile(r"(?:\b(?:was|is|were|are|being|been|be|as|became|becomes)|,)\s+(?:just\s+|only\s+)?$", re.I)
_AGED = re.compile(r"\b(?:M|F|male|female|boy|girl|aged?|baby|infant|child)\b[\s,:(–-]*$", re.I)
_NUMBERED = re.compile(r"[.:)]?\s+[A-Z](?:[\w'’&:,-]*\s+){4}")  # "2/3 Police to tell schools of …" is an item
_ALL = 100  # per cent
_ROUND = (10, 100)  # "six in ten" needs no noun
_CAME_FROM = re.compile(
    r"(?P<range>\b(?:rang|vary|vari)\w*\s+(?:\w+\s+){0,3}?)?\bfrom\s+(?:around\s+|about\s+)?$", re.I
)


def figures(sentence: str) -> list[Figure]:
    """The figures with a percentage or a denominator in one sentence, in printed order.

    "75% • 12/16" is one figure; "7 out of 19 children (6/17 reviews)" is two; "fell from 91% to 64%" is 64.
    """
    if not holds_number(sentence):
        return []
    said = _PERCENT.finditer(sentence) if holds_percentage(sentence) else ()
    printed = [m for m in said if not defines(sentence, m.start(), m.end())]
    percents = [Figure(m.start(), m.end(), percent=value(m["p"])) for m in printed]
    shares = _shares(sentence)
    found = _latest(merged(sentence, percents, shares), sentence)
    found = [figure for figure in found if not _over(figure)]
    told = restated(sentence, sorted(led(sentence, found + parted(sentence, found)), key=lambda f: f.start))
    told = [figure for figure in told if not (is_norm(sentence, figure) or marks(sentence, figure))]
    return based(sentence, told)


def _over(figure: Figure) -> bool:
    """Whether a percentage alone is more than all ("gave 110%"); beside a count it is a misprint, and kept."""
    return (
        figure.percent is not None and figure.percent > _ALL and (figure.numerator, figure.denominator) == (None, None)
    )


def _shares(sentence: str) -> list[Figure]:
    """k/n, "k of the n", "k out of n", "1 in 5"."""
    out: list[Figure] = []
    for match in _SLASH.finditer(sentence):
        k, n = match["k"], match["n"]
        zero = YEAR.fullmatch(n) is not None or (k.startswith("0") and k != "0") or n.startswith("0")
        span = int(n) == int(k) + 1 and re.search(r"\b(?:year|during|since|for)\s+$", sentence[: match.start()], re.I)
        even = (k, n) == ("50", "50") and "%" not in sentence  # a saying
        bare = not re.search(r"[^\W\d]|%", sentence)  # "2/19" alone may be anything
        numbered = not sentence[: match.start()].strip() and _NUMBERED.match(sentence[match.end() :])
        if (
            not (zero or span or even or bare or numbered or _dated(sentence, match))
            and int(k) <= int(n)
            and not referred(sentence, match.start())
        ):
            out.append(Figure(match.start(), match.end(), value(k), value(n)))
    for match in _OUT_OF.finditer(sentence):
        if _is_share(sentence, match):
            out.append(Figure(match.start(), match.end("n"), value(match["k"]), value(match["n"])))
    for match in _ONE_IN.finditer(sentence):
        k, n = value(match["k"]), value(match["n"])
        counted = (
            k == 1
            or match["every"]
            or n in _ROUND
            or counted_in(sentence[match.start("n") :].replace(" of the ", " ", 1).replace(" of our ", " ", 1))[:1]
        )
        if counted and k < n and not measured(sentence, match.end("n")) and not referred(sentence, match.start()):
            out.append(Figure(match.start(), match.end(), k, n))
    grouped = _IN_GROUP.finditer(sentence) if _GROUP.search(sentence) else ()
    for match in (*grouped, *(_OF_BRACKET.finditer(sentence) if "of" in sentence and "(" in sentence else ())):
        k, n = value(match["k"]), value(match["n"])
        if 1 < n >= k and not measured(sentence, match.end("n")) and not referred(sentence, match.start()):
            out.append(Figure(match.start(), match.end("n"), k, n))
    told = quantified(sentence)  # "all but two of the nine" holds "two of the nine"
    out = [f for f in out if not any(f.start < q.end and q.start < f.end for q in told)] + told
    for match in _IN_BRACKETS.finditer(sentence) if "(" in sentence else ():
        k, n = value(match["k"] or match["k2"]), value(match["n"] or match["n2"])
        if k <= n:
            out = [f for f in out if not (f.start < match.end() and match.start() < f.end)]
            out.append(Figure(match.start(), match.end(), k, n))
    for match in _OF_THEM.finditer(sentence):
        if any(f.start < match.end() and match.start() < f.end for f in out) or _NO_ONE.search(
            sentence[: match.start()]
        ):
            continue
        wholes = [m for m in counted_in(sentence, match.start()) if not measured(sentence, m.end("n"))]
        for way in (ALL, _LOOKED_AT):
            wholes += [m for m in way.finditer(sentence, 0, match.start()) if not measured(sentence, m.end("n"))]
        least = re.search(r"\bat least\s+$", sentence[: match.start()], re.I)  # "at least one of these" counts none
        if wholes and not least and value(wholes[-1]["n"]) >= value(match["k"]):  # "20 cases …, in 13 of them"
            out.append(Figure(match.start(), match.end(), value(match["k"]), value(wholes[-1]["n"])))
    return out


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
    if _SPAN.search(sentence[: match.start()]):
        return False
    units = any_of([u for kind in vocabulary()["units"].values() for u in kind])
    if noun and not re.search(units, noun, re.I) and "out of" not in match.group().casefold():
        return False
    rest = sentence[match.end("n") :]
    bracketed = sentence[: match.start()].endswith("(") and rest.startswith(")")
    if match["k"].casefold() == "one" and (_MEMBER.search(ahead := sentence[: match.start()]) or _NO_ONE.search(ahead)):
        return False  # "was one of five children", "is one of six areas" says which
    if match["k"].casefold() == "one" and not bracketed:  # "one of the two areas" says which, not how many
        return bool(re.match(r"\s+(?:[\w'’-]+\s+){0,3}?" + units, rest, re.I))
    ends = re.match(r"\s*(?:(?P<told>\()|[),;.]|$)", rest)
    return after is not None or bool(noun) or bool(ends and (match.start() > 0 or ends["told"]))


def _latest(found: list[Figure], sentence: str) -> list[Figure]:
    """Of "from 91% to 64%" only what it came to."""
    out: list[Figure] = []
    for figure, following in zip(found, [*found[1:], None][: len(found)], strict=True):
        came_from = _CAME_FROM.search(sentence[: figure.start])
        came_from = came_from if came_from and not came_from["range"] else None
        to = following and re.search(r"\bto\s+(?:around\s+|about\s+)?$", sentence[figure.end : following.start], re.I)
        before = out[-1].end if out else figure.start
        told_first = re.fullmatch(
            r"(?:,?\s+up|,?\s+down)?\s+\(?from\s+(?:around\s+|about\s+)?", sentence[before : figure.start], re.I
        )
        if not (came_from and (to or told_first)):
            out.append(figure)
    return out
