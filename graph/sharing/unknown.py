"""Names told by no word beside them: a capitalised word that nobody knows may be one, and is left out.

Known are English words, what `known.yaml` and `people.yaml` list, and what the collection publishes (pseudonyms,
bodies, places). A given name is a name wherever it stands; one that is a word as well ("Poppy", "Grace") only where a
person can stand. What is part of the name of a public body stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from graph.sharing.places import without_places
from graph.sharing.vocabulary import APOSTROPHE, CITED, FULL, LOW, PUBLISHED, UP, rules
from graph.yaml_data import data_of

_WORD = re.compile(rf"(?<![\w@._])(?<!\w[’'-])(?:{FULL}|[{UP}]{{4,}})(?![\w@_])(?!\.[{LOW}])")
_WEB = re.compile(r"\S*(?:://|www\.)\S*$")  # an address that stays: no word in it is looked at
_BEFORE = re.compile(rf"(?<![\w’'-])([{UP}][{LOW}]+)\s$")
_AFTER = re.compile(rf"[^\S\n]({FULL})(?![\w’'-])")
_OWNS = re.compile(rf"{APOSTROPHE}s?(?!\w)")
_THE = re.compile(r"\b[Tt]he\s$")  # "the Bakers"
_TRADE = re.compile(
    r"(?!(?:Mc|Mac|Fitz|De|O['’]?)[A-Z])[A-Z][a-z]+[A-Z]"
)  # SystmOne; beyond A to Z a letter may be either
_NO_ONE = (
    r"(?:in|until|till|since|during|last|next|this|each|every|early|late|mid|the|a|an|no)"  # nobody's name follows
)
_ENDS = ("public", "shared", "owned", "code")
_SPLIT = re.compile(r"[\s-]+(?:yr?[\s-]+)?")  # nothing but this between two parts of one name: "Heol y Bryn"
_MET = re.compile(r"\b(?:with|told|asked|saw|seen|called|named|met|rang)\s$")
_UNNAMED = re.compile(rf"(?i)(?:^|[\s(]){_NO_ONE}\s$")
_DATED = re.compile(rf"(?i)(?:^|[\s(])(?:{_NO_ONE}|by|from|of|to)\s$")
_SAYS = r"(?:told|said|says|felt|went|came|lived|moved|saw|asked|disclosed|attended|wanted|died|stayed|spoke|who)\b"
_DOES = (
    rf"(?:{_SAYS}|(?:was|were|is|had|has|did|does|lives|became|left|missed|reported|described|appeared|presented|continued"
    r"|could|would|never|and (?:his|her|their))\b)"
)


@cache
def english() -> frozenset[str]:
    """English words in small letters."""
    lines = files("graph.sharing").joinpath("english.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def _known() -> dict[str, frozenset[str]]:
    data = data_of("graph.sharing", "known.yaml")
    return {name: frozenset(map(str, words)) for name, words in data.items()}


@cache
def _names() -> frozenset[str]:
    """Given names that no sentence needs as a word."""
    return rules().given - rules().words


@cache
def _vocabulary() -> frozenset[str]:
    """Every known word in small letters."""
    known, words = _known(), rules()
    listed = {w.casefold().replace("’", "'") for name, ws in known.items() if name not in _ENDS for w in ws}
    names = {name.casefold() for name in _names()}
    return ((english() - names - words.rare) | listed | words.never | words.titles) - frozenset({""})


@cache
def _body(kind: str) -> re.Pattern[str]:
    """What follows a word that is part of the name of a public body."""
    ends = "|".join(sorted(_known()[kind], key=len, reverse=True))
    join = (
        r"(?:\s+|,\s+|\s+(?:and|&|of|on|upon)\s+)" if kind == "shared" else r"(?:\s+|\s+&\s+|\s+(?:on|upon|in)[\s-]+|-)"
    )
    return re.compile(rf"(?:{join}[{UP}][\w’'-]*){{0,5}}?{join}(?:{ends})\b")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_known()['code'])})\s+$")


def unknown_in(text: str, kept: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Where such names stand, in order.

    `kept` (casefolded) are single words of what the collection publishes.
    """
    words, found = rules(), list[tuple[int, int]]()
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        plain = word.casefold().replace("’", "'")
        if plain in kept or _WEB.search(text, max(0, start - 200), start):
            continue
        if word.isupper():  # "SARAH"; other words in capitals are abbreviations
            gone = word.title() in _names()
        elif word in _names() or not _is_known(word, plain, kept):
            gone = not _stays(text, match)
        else:
            gone = word in words.words | words.trades and _does(text, start, end, word)
            gone = gone or (_is_family(word) and _THE.search(text, max(0, start - 5), start) is not None)
        if gone:
            found.append((start, end))
    return _joined(text, found, kept)


def _joined(text: str, found: list[tuple[int, int]], kept: frozenset[str]) -> list[tuple[int, int]]:
    """Parts of one name as one, with a given name or a word of places beside it."""
    made: list[tuple[int, int]] = []
    for start, end in found:
        if before := _BEFORE.search(text, max(0, start - 30), start):
            word, dated = before[1], _DATED.search(text, 0, before.start())  # "In May Ruaridh told"
            if (word in rules().words and not dated) or word in _known()["before places"]:
                start = before.start(1)
        if made and (made[-1][1] >= start or _SPLIT.fullmatch(text[made[-1][1] : start])):
            start = min(made.pop()[0], start)
        after = _AFTER.match(text, end)
        if after and after[1].casefold() not in rules().never | kept and not _known_large(after[1]):
            end = after.end()  # a surname that is a word: "Kezia Baker"
        made.append((start, end))
    return made


def _is_family(word: str) -> bool:
    """Whether a word is the plural of a surname that is a word: "Bakers"."""
    words, one = rules(), word[:-1]
    return word[-1] == "s" and (one in words.trades | words.given or one.casefold() in words.rare)


def _known_large(word: str) -> bool:
    """Whether a word is one that is only written large, or that a body's name ends in."""
    known = _known()
    return any(word in known[name] for name in ("peoples", "calendar", "bodies", "public"))


def words_of(kept: Iterable[str]) -> frozenset[str]:
    """Single words of published pseudonyms, bodies and places; those of a school or a surgery are none of them."""
    return frozenset(
        part
        for name in kept
        if without_places(name.title()) == name.title()
        for part in re.split(r"[^\w'’-]+", name)
        if part
    )


def _is_known(word: str, plain: str, kept: frozenset[str]) -> bool:
    vocabulary = _vocabulary()
    if plain in vocabulary or plain in kept or f"{plain}'s" in vocabulary or _TRADE.match(word):
        return True
    if plain.endswith("wide") and plain.removesuffix("wide").rstrip("-") in kept | vocabulary:
        return True
    return "-" in plain and all(part in vocabulary or part in kept for part in plain.split("-"))


def _stays(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around shows the name of a public body, a cover name or a published author."""
    right = text[match.end() : match.end() + 100]
    if match[0].casefold() in rules().authors and PUBLISHED.match(right):
        return True
    if CITED.match(right) or _code().search(text[max(0, match.start() - 20) : match.start()]):
        return True
    if owned := _OWNS.match(right):
        return bool(_body("owned").match(right, owned.end()))
    return bool(_body("public").match(right) or (match[0] not in _names() and _body("shared").match(right)))


def _does(text: str, start: int, end: int, word: str) -> bool:
    """Whether somebody of this name does something, in the midst of a sentence or at its begin."""
    left, right = text[max(0, start - 30) : start], text[end : end + 30]
    if re.search(rf"[{UP}][\w’'-]*\s$", left) or re.match(rf"\s+[{UP}]", right):
        return False  # part of a name or a title
    if word in _known()["never alone"] or _UNNAMED.search(left):
        return False
    seldom = word in _known()["seldom"]
    middle = re.search(r"[a-z,;]\s$", left) is not None
    if seldom and _MET.search(left):
        return True
    if seldom and not middle:
        return bool(re.match(rf"\s+{_SAYS}", right))
    return (middle and not seldom) or bool(re.match(rf"{APOSTROPHE}s?\s+[a-z]|\s+{_DOES}", right))
