"""Whether one sentence of running prose praises practice, blames it, or only describes.

Inspectors and authors of thematic reports write whole sentences, and praise and blame stand side by side. So a sentence
is first cut down to the clause that decides ("Although …, X"; "…, but X"; "When …, X"); there blame outweighs praise,
because a hidden shortfall is the worse mistake. A denied praise is blame, a prevented problem is neither, and what is
only planned is not yet good. The words stand in polarity.yaml under `prose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph.records import Polarity
from graph.yaml_data import data_of
from loaders.coding.phrases import Match, Phrases, compiled, plain
from loaders.sieve import Sieve

_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z])")
_LEAST_WORDS = 3  # "Good" alone is a grade in a table
_CONCEDED = re.compile(r"^\W*(?:although|while|whilst|though|even though|despite|notwithstanding|in spite of)\b", re.I)
_SETTING = re.compile(
    r"^\W*(?:when|where|if|once|until|unless|since|following|after|before|during|for children who|for those who)\b",
    re.I,
)
_TURN = Sieve(
    r"(?:,\s*|;\s*|\s-\s|(?<!\ball)\s)"
    r"\b(?:but|however|nevertheless|nonetheless|whereas|although|though|(?<!not )(?<!as )yet)\b(?! (?:to|also)\b),?\s*",
    re.I,
)
_HOWEVER = re.compile(r"^\W*(?:however|nevertheless|nonetheless|that said|unfortunately)\b,?\s*", re.I)
_NOT_ONLY = Sieve(r"\bnot (?:only|just|simply)\b", re.I)
_DESPITE = Sieve(r"\b(?:despite|notwithstanding|in spite of)\b[^,;]*", re.I)
_IS = r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might)"
_ABOUT_A_CHILD = re.compile(
    rf"\b(?:whom?|whose(?:\W+[\w'’-]+){{1,2}}?)\b(?:\W+{_IS}\b)?"  # until the verb of the sentence
    rf"(?:\W+(?!{_IS}\b)[\w'’-]+){{0,5}}\W*$"
    r"|\b(?:whether|if|unless|what|which \w+ should|"
    r"when (?:they|children|parents|families|partners|agencies|managers|professionals))\b(?:\W+\w+){0,5}\W*$",
    re.I,
)
_OWED = re.compile(rf"\b(?:must|ought to)\b(?:(?!\b{_IS}\b)[^;.])*$", re.I)  # praise of what somebody has yet to do
_EVEN_IF = re.compile(r"\beven if\b[^,;]*$", re.I)  # of what was not: "even if she had had a full assessment"
_REACH = r"(?:\W+[\w'\-]+){0,%d}\W*$"


@lru_cache(maxsize=2048)  # a sentence is asked where its section is read and where it is told
def prose_polarity(text: str) -> Polarity:
    """Praise (good-practice), blame (shortfall; barrier where staff or places are missing), or not-stated.

    Of several sentences the last word counts as in one: blame outweighs praise, wherever it stands.
    """
    said = [_sentence(part) for part in _SENTENCE.split(plain(text)) if len(part.split()) >= _LEAST_WORDS]
    for polarity in ("shortfall", "barrier", "good-practice"):
        if polarity in said:
            return polarity
    return "not-stated"


def _sentence(sentence: str) -> Polarity:
    turned = bool(_HOWEVER.match(sentence))
    clauses = _deciding(_HOWEVER.sub("", sentence))
    for clause in clauses:
        found = _clause(clause)
        if found != "not-stated":
            return found
    return "shortfall" if turned and _phrases("however").first(sentence) is None else "not-stated"


def _deciding(sentence: str) -> Sequence[str]:
    """The clauses that may decide, the strongest first."""
    if _CONCEDED.match(sentence):
        before, comma, after = sentence.partition(", ")
        return (*_deciding(after), before) if comma else (sentence,)
    if _NOT_ONLY.search(sentence):
        return (sentence,)
    turns = list(_TURN.finditer(sentence))
    if turns:
        return (sentence[turns[-1].end() :], sentence[: turns[-1].start()])
    if _SETTING.match(sentence):
        _, comma, after = sentence.partition(", ")
        if comma and _SETTING.match(after):  # "Since the last visit, when leaders were new, …"
            return _deciding(after)
        return (after,) if comma else (sentence,)
    return (sentence,)


def _clause(clause: str) -> Polarity:
    clause = _DESPITE.sub(lambda m: " " * len(m[0]), clause)
    ignored = [(m.start, m.end) for m in _phrases("ignored").matches(clause)]
    blame = [m for m in _outside(_phrases("blame").matches(clause), ignored) if not _prevented(clause, m)]
    if any(not _ABOUT_A_CHILD.search(clause[: m.start]) for m in blame):
        return "barrier" if any(m.rule == "prose/blame/capacity" for m in blame) else "shortfall"
    praise = [m for m in _outside(_phrases("praise").matches(clause), ignored) if not _only_meant(clause, m)]
    if any(_denied(clause, m, ignored) for m in praise):
        return "shortfall"
    if praise:
        return "good-practice"
    wish = _outside(_phrases("wish").matches(clause), ignored)
    return "shortfall" if any(not _ABOUT_A_CHILD.search(clause[: m.start]) for m in wish) else "not-stated"


def _denied(clause: str, match: Match, ignored: list[tuple[int, int]]) -> bool:
    """Whether a praise is denied ("not well understood"), and not only of a child ("who is not in school")."""
    found = _leading("denied", 4).search(clause[: match.start])
    if found is None or any(start <= found.start() < end for start, end in ignored):
        return False
    return not _ABOUT_A_CHILD.search(clause[: found.start()])


def _prevented(clause: str, match: Match) -> bool:
    """Whether a problem is spoken of as reduced, tackled or not there."""
    return _before("prevented", clause, match, 4)


def _only_meant(clause: str, match: Match) -> bool:
    """Whether a praise is of what is planned, or of what something is for."""
    owed = bool(_OWED.search(clause[: match.start]) or _EVEN_IF.search(clause[: match.start]))
    return owed or _before("planned", clause, match, 5) or _before("purpose", clause, match, 30)


def _before(name: str, clause: str, match: Match, reach: int) -> bool:
    return bool(_leading(name, reach).search(clause[: match.start]))


def _outside(found: Iterable[Match], spans: list[tuple[int, int]]) -> list[Match]:
    return [m for m in found if not any(m.start < end and start < m.end for start, end in spans)]


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = data_of("loaders.coding", "polarity.yaml")["prose"]
    return lists


@lru_cache(maxsize=8)
def _phrases(name: str) -> Phrases:
    return Phrases(compiled(f"prose/{name}/{rule}", phrase) for rule, phrase in _lists()[name].items())


@lru_cache(maxsize=8)
def _leading(name: str, reach: int) -> re.Pattern[str]:
    """The words of a list, each a plain word with `*` for its rest, standing at most `reach` words before the end."""
    words = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in _lists()["before"][name].split("|"))
    return re.compile(rf"\b(?:{words})\b{_REACH % reach}", re.IGNORECASE)
