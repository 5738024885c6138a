"""Agencies: which took part in a case, which kind a name is, and who is to do what was asked.

The vocabulary is data (`loaders/data/agencies.yaml`). A case label wins over an abbreviation ("LA" may be a child); an
agency that only did *not* know the family took no part; a council counts only where it acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from rapidfuzz import fuzz

from graph.agency_types import name_of
from graph.records import Agency, Stated
from graph.text import key, printed
from loaders.parse.cues import cue

_GENERAL = "community-health-trust"  # a trust that may be any; a more telling word in its name wins
_CUT, _MARGIN = 90, 8  # likeness of a misspelt name, and how far the second kind must be behind
_NOT_INVOLVED = re.compile(
    r"\b(?:not|never|un)\s*(?:previously\s+|currently\s+|been\s+)*(?:known|open|referred|involved|invited)\s+(?:to|with|by|in)\s+(?:[\w’'-]+\s+){0,4}$"
    r"|\b(?:no|without(?:\s+any)?)\s+(?:\w+\s+)?(?:involvement|contact|referrals?|concerns?)\s+(?:from|with|by|to|of)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NOT_INVOLVED_AFTER = re.compile(
    r"^\s*(?:(?:was|were|is|are)\s+not\s+(?:involved|aware|invited|informed)|had\s+no\s+(?:involvement|contact))\b",
    re.I,
)
_ACTS = re.compile(
    r"^['’]?s?\s+(?:(?:also|then|subsequently|had|has|have)\s+){0,2}(?:implemented|issued|applied|initiated|accommodated|placed|sought|decided|"
    r"agreed|started|began|commenced|convened|carried|completed|undertook|assessed|visited|removed|made|put|took|should|will|must|to\s+\w+)\b"
)  # fmt: skip
_PREFIX = re.compile(r"(?:(?:[A-Z][\w’'&-]*|of|and|upon|on|for)\s+){1,6}$")
_START_WORDS = frozenset(
    """
    The A An In At On When While However Both All Any Some Each This That Named If Since After Before Her His Their
    Our And Of For From By With
    """.split()  # noqa: SIM905
)
_WORD_START = re.compile(r"(?<![\w-])\w")
_LETTERS = re.compile(r"[^\W_]{1,4}")
_TRUST = r"[A-Z]{2,}FT"  # an NHS foundation trust by its abbreviation


@dataclass(frozen=True, slots=True)
class _Term:
    kind: str
    what: str  # aliases, short, roles, acts


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(
        files("loaders.data").joinpath("agencies.yaml").read_text("utf-8")
    )
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
def _pattern() -> re.Pattern[str]:
    def form(word: str) -> str:
        body = re.sub(r"'", "['’]", re.escape(word)).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]")
        return f"(?i:{body})" if _terms()[word].what != "short" else body

    ordered = sorted(_terms(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:{}|{})(?![\w]|-\w)".format("|".join(map(form, ordered)), _TRUST))


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """What `_pattern` finds, tried only where a term can begin."""
    starts, at = _starts(), 0
    for word in _WORD_START.finditer(text):
        place = word.start()
        head = text[place : place + 4].casefold()
        begins = head in starts or head[:3] in starts or head[:2] in starts or head[:1] in starts
        begins = begins or text[place : place + 2].isupper()
        if begins and place >= at and (found := _pattern().match(text, place)):
            at = max(found.end(), at + 1)
            yield found


@cache
def _starts() -> frozenset[str]:
    """What terms begin with, folded: four letters, or fewer where a sign follows that may be printed otherwise."""
    return frozenset(found[0].casefold() for word in _terms() if (found := _LETTERS.match(word)))


def _term(words: str) -> _Term | None:
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
            term = _term(match[0])
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
                    if w in _START_WORDS or _term(w) is not None or (w in ("and", "of", "for") and i == 0)
                ),
                default=0,
            )
            taken = taken[cut:]
            while taken and not taken[0][0].isupper():
                taken = taken[1:]
            if taken:
                return f"{' '.join(taken)} {words}", True
    return words, False


def kind_of(name: str) -> str | None:
    """The kind of a name or role: as written, else by the most telling term in it, else misspelt; None if unsure."""
    text = printed(name).strip(" .,:;")
    if not text:
        return None
    if exact := _term(re.sub(r"^(?:the|all|our)\s+", "", text, flags=re.IGNORECASE)):
        return _kind(exact)
    inside = [(m, term) for m in _pattern().finditer(text) if (term := _term(m[0]))]
    if inside:
        return _kind(max(inside, key=lambda i: (_telling(i[1].kind), len(i[0][0].split()), i[0].end()))[1])
    best: dict[str, float] = {}
    for word, term in _spaced().items():
        if " " in word and abs(len(word) - len(text)) <= 6:
            score = fuzz.token_set_ratio(_flat(text), word) if fuzz.ratio(_flat(text), word) >= 80 else 0.0
            best[term.kind] = max(best.get(term.kind, 0.0), score)
    ranked = sorted(best.items(), key=lambda item: -item[1])[:2]
    if ranked and ranked[0][1] >= _CUT and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _MARGIN):
        return ranked[0][0]
    return None


def _kind(term: _Term) -> str:
    return "local-authority" if term.what == "acts" else term.kind


def _telling(kind: str) -> int:
    """A kind of service says more than "NHS trust", and that more than "partnership"."""
    return 0 if "of" in _data()[kind] else 1 if kind == _GENERAL else 2


def kinds() -> dict[str, str]:
    """Every kind of agency with its plain name."""
    return {kind: name_of(kind) for kind in _data()}


_LEAD_IN = re.compile(
    r"^(?:(?:It\s+(?:is|was)|We|The\s+(?:(?:rapid|case|practice|independent|lead)\s+)*(?:review(?:er)?|scrutineer|author|audit|panel)s?)\s+(?:also\s+)?recommend(?:s|ed)?\s+(?P<that>that\s+)?|Recommendation\s+\d+\s*[:.–-]?\s*"
    r"|R\d+\s*[:.–-]?\s+|That\s+|Action\s+\d+\s*[:.–-]?\s*|For\s+)",
    re.IGNORECASE,
)
_NOT_DONE_TO = r"\b(?!\s+(?:also\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en)\b)"  # "should be reviewed" has no doer before it
_VERB = re.compile(
    r"\s+(?:(?:should|must|will|shall|needs?\s+to|(?:is|are)\s+(?:asked|required|expected|requested)\s+to|ought\s+to)"
    + _NOT_DONE_TO
    + r"|(?:has|have)\s+(?:also\s+|now\s+|since\s+)?(?!been\b)\w+|(?:is|are)\s+(?:also\s+|currently\s+|now\s+)?\w+ing\b"
    r"|to\s+(?!be\b)[a-z]+)",
    re.IGNORECASE,
)
# After "recommended that" the verb stands bare: "… that the Board seeks assurance".
_BARE_VERB = re.compile(
    r"\s+(?:seek|ensure|review|consider|develop|agree|work|provide|produce|undertake|assure|explore|revise|update|monitor|"
    r"audit|promote|share|receive|write|ask|remind|strengthen|implement)s?\b"
)
_BY = re.compile(
    r"\b(?:led|undertaken|completed|delivered|developed|carried\s+out|reviewed|overseen|monitored|owned|done|actioned|agreed|"
    r"implemented|produced|provided|taken\s+forward|co-?ordinated)\s+by\s+(?P<who>[^.;,]{2,80})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\bfor\s+(?P<who>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:[A-Z][\w’'&-]*|and|of|for|&)){0,7})\s+to\s+(?!be\b)[a-z]+"
)
_BODY = re.compile(
    r"\b(?:Board|Partnership|Executive|Group|Committee|Team|Services?|Trust|Council|Unit|Champions?|Panel|Hub|Agency|Agencies|"
    r"Partners|Department|Authority|Authorities|Directorate|Forum|Network|Office|Officers?|Leads?|Managers?|Alliance|Subgroup|"
    r"Sub-Group|Charity)$",
    re.IGNORECASE,
)


def leads_of(text: str) -> list[str]:
    """Who is to do it, as written without the article; several where several are named; [] where nobody is said.

    Taken from the subject before the verb ("X and Y should …", "X to review …"), "for X to …" and "led by X".
    """
    flat = printed(text)
    lead_in = _LEAD_IN.match(flat)
    opened = flat[lead_in.end() :] if lead_in else flat
    verb = _BARE_VERB.search(opened) if lead_in and lead_in["that"] else None
    verb = verb if verb and _bodies(opened[: verb.start()]) else _VERB.search(opened)
    if verb:
        leads = _bodies(opened[: verb.start()])
        if leads:
            return leads
    for pattern in (_BY, _ASKED):
        if match := pattern.search(flat):
            leads = _bodies(re.split(r"\s+(?:by|in|before|to|with|on|from|at)\s", match["who"])[0])
            if leads:
                return leads
    return []


def _bodies(subject: str) -> list[str]:
    """The bodies of a subject; [] unless every part is one."""
    subject = re.sub(r"\s*\([^)]*\)", "", subject).strip(" ,:")
    if not subject or len(subject) > 120 or re.search(r"[.;?]\s", subject):
        return []
    listed = [p for p in re.split(r"\s*,\s*(?:and\s+)?", subject) if p]
    parts = [part for piece in listed for part in _parted(piece)]
    names = [re.sub(r"^(?:the|The|Both|both|and)\s+", "", p).strip() for p in parts]
    return list(dict.fromkeys(names)) if names and all(_is_body(n) or _odd(n, names) for n in names) else []


def _parted(piece: str) -> list[str]:
    """ "A and B" as two only where each is a body by itself ("Drug and Alcohol Service" is one)."""
    for joint in re.finditer(r"\s+(?:and|&)\s+", piece):
        left, right = piece[: joint.start()], re.sub(r"^(?:the|The)\s+", "", piece[joint.end() :])
        bare = re.sub(r"^(?:the|The|Both|both)\s+", "", left)
        both_bodies = _is_body(bare) and _is_body(right)
        if both_bodies or (_odd(bare, [right]) and len(right.split()) == 1 and _camel(right)):
            return [*_parted(left), *_parted(right)]
    return [piece]


def _is_body(name: str) -> bool:
    if (
        not name
        or len(name.split()) > 12
        or re.search(r"\b(?:of\s+the\s+review|recommendations?|learning|training)\b", name, re.I)
    ):
        return False
    bare = re.sub(r"^(?:all|each|every|local)\s+", "", name, flags=re.IGNORECASE)
    if _term(bare) is not None:
        return True
    if cue("passages", "asking-verb").match(name) or cue("opening", "done").match(name):
        return False  # "Develop ... services" asks, "Established a group" tells: neither names anybody
    if re.fullmatch(r"[A-Z][A-Z&]{1,9}s?|NHS(?: [A-Z][\w’'-]+){1,4}", name) or _camel(name):
        return True
    inside = list(_pattern().finditer(name))
    ends = bool(inside) and inside[-1].end() == len(name)
    return bool(_BODY.search(name) or ends) and (name[0].isupper() or bare != name)


def _camel(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", name))


def _odd(name: str, others: list[str]) -> bool:
    """A single capitalised name that is taken for a body because it stands beside one."""
    return bool(re.fullmatch(r"[A-Z][\w’'-]+", name)) and any(_camel(o) for o in others)
