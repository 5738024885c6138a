"""Agencies: which took part in a case, which kind a name is, and who is to do what was asked.

The vocabulary is data (`loaders/data/agencies.yaml`). A case label wins over an abbreviation ("LA" may be a child); an
agency that only did *not* know the family took no part; a council counts only where it acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from graph.agency_types import name_of
from graph.records import Agency, Stated
from graph.text import key, printed
from graph.yaml_data import data_of

_GENERAL = "community-health-trust"  # a trust that may be any; a more telling word in its name wins
_CUT, _MARGIN = 90, 8  # likeness of a misspelt name, and how far the second kind must be behind
_NOT_INVOLVED = re.compile(
    r"\b(?:not|never|un)\s*(?:previously\s+|currently\s+|been\s+)*(?:known|open|referred|involved|invited)\s+(?:to|with|by|in)\s+(?:[\w’'-]+:?\s+){0,6}$"
    r"|\bnot\s+(?:involved|known|working\s+with\s+(?:the|this)\s+family)\s*:[^.;]*$"
    r"|\b(?:no|without(?:\s+any)?)\s+(?:\w+\s+)?(?:involvement|contact|referrals?|concerns?)\s+(?:from|with|by|to|of)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NOT_INVOLVED_AFTER = re.compile(
    r"^\s*(?:(?:did\s+not|had\s+not|never)\s+(?:know|known|knew|met|seen)\s+(?:the|this|his|her|their)\s+(?:family|child|children|baby)"
    r"|did\s+not(?=\s*(?:[.;,]|$))"
    r"|(?:was|were|is|are)\s+not\s+(?:involved|aware|invited|informed)|(?:had|reported|confirmed(?:\s+that\s+it)?(?:\s+had)?)\s+no\s+(?:\w+\s+)?(?:involvement|contact|dealings))\b",
    re.I,
)
_NEITHER = re.compile(r"\bneither\s+(?:[\w’'-]+\s+){0,5}$", re.I)
_IN_TOUCH = re.compile(
    r"^[^.;]{0,60}\b(?:was|were|had)\s+(?:been\s+)?(?:involved|working|in\s+(?:contact|touch))\b", re.I
)
_ACTS = re.compile(
    r"^['’]?s?\s+(?:(?:also|then|subsequently|had|has|have)\s+){0,2}(?:implemented|issued|applied|initiated|accommodated|placed|sought|decided|"
    r"agreed|started|began|commenced|convened|carried|completed|undertook|assessed|visited|removed|made|put|took|should|will|must|to\s+\w+)\b"
)  # fmt: skip
_PREFIX = re.compile(r"(?:(?:[A-Z][\w’'&-]*|of|and|upon|on|for)\s+){1,6}$")
_PLACES = re.compile(r"(?:[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?,\s+){1,3}$")
_START_WORDS = frozenset(
    """
    The A An In At On When While However Both All Any Some Each This That Named If Since After Before Her His Their
    Our And Of For From By With Most Many Several Other Local Few Two Three
    """.split()  # noqa: SIM905
)
_LETTERS = re.compile(r"[^\W_]{1,4}")
_WORD_START = re.compile(rf"(?<![\w-]){_LETTERS.pattern}")
_TRUST = r"[A-Z]{2,}FT"  # an NHS foundation trust by its abbreviation


@dataclass(frozen=True, slots=True)
class _Term:
    kind: str
    what: str  # aliases, short, roles, acts


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = data_of("loaders.data", "agencies.yaml")
    return loaded


@cache
def _terms() -> dict[str, _Term]:
    """Every spelling, folded (abbreviations as written), and what it stands for."""
    found: dict[str, _Term] = {}
    for kind, entry in _data().items():
        for what in ("aliases", "roles", "acts"):
            for word in entry.get(what) or []:
                found.setdefault(key(word), _Term(kind, what))
        for word in entry.get("short") or []:
            found.setdefault(word, _Term(kind, "short"))
    return found


@cache
def pattern() -> re.Pattern[str]:
    """Every term as one expression, the longest first."""
    return _any_of(_terms())


def _any_of(terms: Iterable[str]) -> re.Pattern[str]:
    def form(word: str) -> str:
        body = re.sub(r"'", "['’]", re.escape(word)).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]")
        return f"(?i:{body})" if _terms()[word].what != "short" else body

    ordered = sorted(terms, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:{})(?![\w]|-\w)".format("|".join([*map(form, ordered), _TRUST])))


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """What `pattern` finds, tried only where a term can begin."""
    starts, at = _starts(), 0
    for word in _WORD_START.finditer(text):
        letters = word[0]
        start = letters.casefold()
        if start not in starts:
            if not letters[:2].isupper():
                continue
            start = ""
        if word.start() >= at and (found := _beginning(start).match(text, word.start())):
            at = max(found.end(), at + 1)
            yield found


@cache
def _starts() -> dict[str, list[str]]:
    """The terms by what they begin with, folded: four letters, or fewer where a sign follows that may be printed
    otherwise.
    """
    found: dict[str, list[str]] = {}
    for word in _terms():
        if start := _LETTERS.match(word):
            found.setdefault(start[0].casefold(), []).append(word)
    return found


@cache
def _beginning(start: str) -> re.Pattern[str]:
    """The terms that begin so; of "" none but what capitals may be."""
    return _any_of(_starts().get(start, []))


def term_of(words: str) -> _Term | None:
    """The term of a match, however it is spaced."""
    if re.fullmatch(_TRUST, words):
        return _Term(_GENERAL, "short")
    return _terms().get(words) or _terms().get(key(words)) or _spaced().get(_flat(words))


@cache
def _spaced() -> dict[str, _Term]:
    return {_flat(word): term for word, term in _terms().items() if term.what != "short"}


def _flat(words: str) -> str:
    return re.sub(r"[\s'-]+", " ", key(words)).strip()


def agencies_of(sentences: list[Stated], labels: list[str]) -> list[Agency]:
    """The agencies that took part, in order of first mention, each once under its fullest name.

    `labels` are the case's own labels, which are never read as abbreviations. Boards, partnerships and inspectorates
    look on; they are not agencies of a case.
    """
    found: dict[str, list[tuple[bool, str]]] = {}
    hidden = [re.escape(word) for label in labels for word in re.findall(r"[A-Z][\w]*", label) if word.isupper()]
    for stated in sentences:
        text = printed(stated.text)
        if hidden:
            text = re.sub(rf"(?<![\w-])(?:{'|'.join(hidden)})(?![\w-])", lambda m: "·" * len(m[0]), text)
        for match in _mentions(text):
            term = term_of(match[0])
            if term is None or "of" in _data()[term.kind] or _outside(text, match, term):
                continue
            name, proper = _name(text, match, term)
            if not any(name == n for _, n in found.setdefault(term.kind, [])):
                found[term.kind].append((proper, name))
    agencies: list[Agency] = []
    for kind, names in found.items():
        best = list(dict.fromkeys(name for proper, name in names if proper)) or [names[0][1]]
        agencies += [Agency(name=name, kind=kind) for name in best]
    return agencies


def _outside(text: str, match: re.Match[str], term: _Term) -> bool:
    """Whether a mention is no involvement: said not to be, or a council that does nothing here."""
    before = re.split(r"[.;]\s", text[: match.start()])[-1]
    after = text[match.end() :]
    if _NOT_INVOLVED.search(before) or _NOT_INVOLVED_AFTER.match(after):
        return True
    if _NEITHER.search(before) and _IN_TOUCH.match(after):
        return True
    return term.what == "acts" and not _ACTS.match(after)


def _name(text: str, match: re.Match[str], term: _Term) -> tuple[str, bool]:
    """The name as written, with the capitals before it, and whether it is a proper name of one body."""
    words = match[0]
    if term.what in ("aliases", "acts") and words[0].isupper():
        prefix = _PREFIX.search(re.split(r"[.;:,(]\s*", text[: match.start()])[-1])
        if prefix:
            taken = prefix[0].split()
            cut = max(
                (
                    i + 1
                    for i, w in enumerate(taken)
                    if w in _START_WORDS or term_of(w) is not None or (w in ("and", "of", "for") and i == 0)
                ),
                default=0,
            )
            taken = taken[cut:]
            while taken and not taken[0][0].isupper():
                taken = taken[1:]
            if taken:
                before = text[: match.start()].rstrip()[: -len(" ".join(taken))] if "and" in taken else ""
                return f"{_places(before)}{' '.join(taken)} {words}", True
    return words, False


def _places(before: str) -> str:
    """The places that a name of several opens with ("North, " of "North, Mid and South Vale NHS Trust")."""
    found = _PLACES.search(before)
    names = [name.strip() for name in found[0].split(",") if name.strip()] if found else []
    while names and (names[0] in _START_WORDS or any(term_of(word) for word in (names[0], names[0].split()[-1]))):
        names = names[1:]
    return "".join(f"{name}, " for name in names)


@lru_cache(maxsize=4096)  # a tracker is asked about the same cells in many ways
def kind_of(name: str) -> str | None:
    """The kind of a name or role: as written, else by the most telling term in it, else misspelt; None if unsure."""
    text = printed(name).strip(" .,:;")
    if not text:
        return None
    if asked := asked_of(text):
        return asked
    if exact := term_of(re.sub(r"^(?:the|all|our)\s+", "", text, flags=re.IGNORECASE)):
        return _kind(exact)
    inside = [(m, term) for m in pattern().finditer(text) if (term := term_of(m[0]))]
    if inside:
        return _kind(max(inside, key=lambda i: (_telling(i[1].kind), len(i[0][0].split()), i[0].end()))[1])
    best: dict[str, float] = {}
    flat = _flat(text)
    for word, term in _spaced().items():
        if " " in word and abs(len(word) - len(text)) <= 6:
            score = fuzz.token_set_ratio(flat, word) if fuzz.ratio(flat, word) >= 80 else 0.0
            best[term.kind] = max(best.get(term.kind, 0.0), score)
    ranked = sorted(best.items(), key=lambda item: -item[1])[:2]
    if ranked and ranked[0][1] >= _CUT and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _MARGIN):
        return ranked[0][0]
    return None


def asked_of(name: str) -> str | None:
    """The kind of a name that counts only where somebody is asked ("the surgery")."""
    return _asked().get(key(name))


@cache
def _asked() -> dict[str, str]:
    return {key(word): kind for kind, entry in _data().items() for word in entry.get("asked") or []}


def _kind(term: _Term) -> str:
    return "local-authority" if term.what == "acts" else term.kind


def _telling(kind: str) -> int:
    """A kind of service says more than "NHS trust", and that more than "partnership"."""
    return 0 if "of" in _data()[kind] else 1 if kind == _GENERAL else 2


def kinds() -> dict[str, str]:
    """Every kind of agency with its plain name."""
    return {kind: name_of(kind) for kind in _data()}
