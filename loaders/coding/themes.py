"""Which themes a passage is about: cue, rule and polarity for each, from the codebook's phrases.

Three questions are asked of a text, each with its own phrases: what is learnt (`code`), what harm came to the child
(`harms`), and what the story tells besides (`context_themes`). A word that only sets the scene is no practice theme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.codebook import Codebook, Concept, load
from graph.records import Coding, Polarity, Sense
from graph.text import joined
from loaders.coding.negation import denied
from loaders.coding.phrases import Match, Phrases, compiled, plain
from loaders.sieve import Sieve

_TOPIC_WORDS = 5  # a bare topic ("Fathers") may be a name of the codebook and no more
_LABEL = re.compile(r"(?P<label>[A-Z][^:.;,]{2,50}?)(?::| [–-])\s+(?=\S+ \S+)")
_OF_A_PARENT = re.compile(
    r"\b(?:mother|father|mum|dad|parents?|(?:step|grand)(?:mother|father|parents?)|carers?|couple|both parents)"
    r"(?:,? who)?(?: (?:both|each|also|herself|himself|themselves))? "
    r"(?:(?:was|were|had(?: (?:herself|himself|themselves|both|also|each))? been)(?: \w+ly)*(?: and \w+ly)? "
    r"(?:abused|neglected|exploited|assaulted|raped)\b"
    r"|(?:(?:had )?(?:been|spent [\w ]{2,12})|was|were) on (?:the|an?) (?:child protection|at risk) (?:register|plan))"
    r"(?:(?! and (?:he|she|they|the (?:child|baby|boy|girl))\b)[^.;,])*",
    re.IGNORECASE,
)
_OF_REVIEWS = Sieve(r"\b(?:learning|lessons) from (?:[a-z]+ ){0,3}(?:reviews?|cases?)\b", re.IGNORECASE)  # no topic
_HEADING_WORDS = 9  # a longer "heading" is a sentence and says nothing about what stands below it


def code(text: str, *, heading: str | None = None, polarity: Polarity = "not-stated") -> list[Coding]:
    """Themes of a learning point, recommendation or action; at most one coding a concept, in codebook order.

    `cue` is the words as printed, `rule` is "concept/rule", or "concept/heading:rule" where only the heading named it.
    A denied problem gets polarity "absent", all others the `polarity` given.
    """
    found = _coded(text, "cues", "learning", polarity)
    if len(text.split()) <= _TOPIC_WORDS:
        known = {coding.id for coding in found}
        found += [
            Coding(id=id_, cue=joined(text), rule=f"{id_}/name", sense="learning", polarity=polarity)
            for id_ in load().named(text)
            if id_ not in known
        ]
    label = _LABEL.match(text)
    if label and len(label["label"].split()) <= _TOPIC_WORDS:  # "Fathers: nobody asked him"
        known = {coding.id for coding in found}
        found += [
            Coding(id=id_, cue=joined(label["label"]), rule=f"{id_}/name", sense="learning", polarity=polarity)
            for id_ in load().named(label["label"])
            if id_ not in known
        ]
    if heading and len(heading.split()) <= _HEADING_WORDS:
        known = {coding.id for coding in found}
        for coding in _coded(_OF_REVIEWS.sub(" ", heading), "cues", "learning", polarity):
            if coding.id not in known and coding.polarity != "absent":
                rule = coding.rule.replace("/", "/heading:", 1)
                found.append(coding.model_copy(update={"rule": rule}))
    return found


def harms(text: str) -> list[Coding]:
    """Harm to the child as told in the case's own story (sense "harm").

    What is denied is left out, and what befell a parent ("his mother had been abused as a child").
    """
    told = _OF_A_PARENT.sub(lambda found: " " * len(found[0]), text)
    return [coding for coding in _coded(told, "harm", "harm", "not-stated") if coding.polarity != "absent"]


def named_harms(text: str) -> list[Coding]:
    """Harm named by itself where a column or a field asks for it ("Harm: neglect")."""
    concepts = load().concepts
    return [c for c in code(text) if concepts[c.id].harm and c.polarity != "absent"]


def context_themes(text: str) -> list[Coding]:
    """Themes of the story outside the findings (sense "context"), only where told outright and not denied."""
    return [coding for coding in _coded(text, "context", "context", "not-stated") if coding.polarity != "absent"]


@dataclass(frozen=True)
class _Rules:
    """All phrases of one sense, and what cancels them. Rule names are "concept/rule"."""

    concepts: Mapping[str, Concept]
    phrases: Phrases
    cancel: Mapping[str, Phrases]
    unless: Mapping[str, Phrases]


@lru_cache(maxsize=8)
def _rules(version: str, field: str) -> _Rules:
    book = load()
    phrases = [
        compiled(f"{concept.id}/{rule}", phrase)
        for concept in book.concepts.values()
        for rule, phrase in _of(concept, field).items()
    ]
    cancel, unless = ("harm_not", "harm_unless") if field == "harm" else ("not_", "unless")
    return _Rules(book.concepts, Phrases(phrases), _cancelling(book, cancel), _cancelling(book, unless))


def _of(concept: Concept, field: str) -> Mapping[str, str]:
    rules: Mapping[str, str] = getattr(concept, field)
    return rules


def _cancelling(book: Codebook, field: str) -> dict[str, Phrases]:
    return {
        concept.id: Phrases(compiled(f"{concept.id}/{field}", phrase) for phrase in getattr(concept, field))
        for concept in book.concepts.values()
        if getattr(concept, field)
    }


class _Cued(NamedTuple):
    """A theme that a text names: where its cue stands, the rule, and whether it is said not to be there."""

    id: str
    start: int
    end: int
    rule: str
    denied: bool


def _coded(text: str, field: str, sense: Sense, polarity: Polarity) -> list[Coding]:
    return [
        Coding(
            id=found.id,
            cue=joined(text[found.start : found.end]),
            rule=found.rule,
            sense=sense,
            polarity="absent" if found.denied else polarity,
        )
        for found in _cued(plain(text), field, load().version)
    ]


@lru_cache(maxsize=4096)  # a passage is coded where its section is read, for its polarity and for its themes
def _cued(even: str, field: str, version: str) -> tuple[_Cued, ...]:
    rules = _rules(version, field)
    by_concept: dict[str, list[Match]] = {}
    for match in rules.phrases.matches(even):
        by_concept.setdefault(match.rule.split("/", 1)[0], []).append(match)
    result = []
    for id_ in rules.concepts if by_concept else ():
        matches = by_concept.get(id_)
        if not matches or (id_ in rules.unless and rules.unless[id_].first(even)):
            continue
        if id_ in rules.cancel:
            spans = [(other.start, other.end) for other in rules.cancel[id_].matches(even)]
            matches = [m for m in matches if not any(m.start < end and start < m.end for start, end in spans)]
        desired = rules.concepts[id_].desired
        stated = [(m, denied(even, m.start, m.end, desired)) for m in matches]
        if stated:
            match, is_denied = min(stated, key=lambda pair: (pair[1], pair[0].end, -pair[0].start))
            result.append(_Cued(id_, match.start, match.end, match.rule, is_denied))
    return tuple(result)
