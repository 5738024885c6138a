"""The little language in which cues are written, so that people who know the field can read and extend the codebook.

    was not brought|WNB            either; capitals (WNB, DA, S47) match capitals only, everything else any case
    professional* curio*           `*` is the rest of the word; a plural or possessive s at the end is allowed anyway
    (safe|safer) sleep*            groups; `?` after a group or letter for what may be missing
    in (the |a )*home              a group of words with their spaces, any number of them or none
    co-sleep*                      a hyphen may be printed, left out or be a space; so may an apostrophe
    father ~ not ~ engag*          `~` up to five words between, in the same sentence
    exploit* ~~ criminal           `~~` up to thirty words between, sentence ends allowed

A phrase always begins at a word and ends at a word. Words of the text are looked up by their first three letters, and
only the ways of a phrase that can begin there are tried, and of these only those whose words in no group all stand
somewhere in the text, and a word of a group that stands by itself: that keeps hundreds of phrases fast, and it is
why the first three letters of a phrase and of a group must be plain (no `?` or `*` among them).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import WrongUse
from graph.text import swapped

_TOKEN = re.compile(r"(?P<gap> *~~? *)|(?P<space> )|(?P<mark>[()|?]|(?<=\))\*)|(?P<word>[A-Za-z0-9&'/%*?+\-]+)")
_CAPITALS = re.compile(r"(?<![a-z])[A-Z][A-Z0-9&]+(?![a-z])")
_SPACE = r"[\s\-'\"/,]{1,3}"
_NEAR = r"(?:[^\w.;!?]+[\w'&/%\-]+){0,5}?[^\w.;!?]+"
_FAR = r"(?:\W+\w+){0,30}?\W+"
_SAME_LENGTH = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
_WORD = re.compile(r"[A-Za-z0-9]+")
_WHITE = ("space", "gap")
_PLAIN = re.compile(r"([A-Za-z0-9]+)(\??)")  # the letter before `?` may be missing
_START = 3  # letters by which words are looked up
_MOST_WORDS = 50_000  # different words whose phrases are kept at hand
_FEW = 16  # starts that are sooner looked for one by one than word by word


def plain(text: str) -> str:
    """The text with one kind of quote, dash and space, letter for letter, so that places stay those of the text."""
    return text if text.isascii() and "`" not in text else swapped(text, _SAME_LENGTH)


def _small(text: str) -> str:
    """The text in small letters, letter for letter."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=64)  # a text is looked through for several lists of phrases
def _apart(text: str) -> tuple[str, list[tuple[str, int]], frozenset[str]]:
    """The text in small letters, its words with their places, and what they begin with, "" among it."""
    small = _small(text)
    words = [(word[0], word.start()) for word in _WORD.finditer(small)]
    return small, words, frozenset(["", *(word[:_START] for word, _ in words)])


@dataclass(slots=True)
class Way:
    """One of the ways in which a phrase may be worded, compiled when it is first tried: most never are.

    `starts`: the plain letters, small, of the words it begins at; one or two letters are the whole word. `needs`:
    letters, small, that stand in every text it matches. `group`: what the words of a group begin with that stands by
    itself and may not be missing, "" where there is none.
    """

    source: str
    starts: frozenset[str]
    needs: tuple[str, ...]
    group: frozenset[str]
    _match: Callable[[str, int], re.Match[str] | None] | None = None

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The match that begins at a place of the text (`plain`)."""
        if self._match is None:
            self._match = re.compile(rf"(?:{self.source})(?:'?s)?(?!\w)", re.IGNORECASE).match
        return self._match(text, at)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and its rule; of its ways the first that matches counts."""

    rule: str
    ways: tuple[Way, ...]

    @property
    def starts(self) -> frozenset[str]:
        """What the words begin with at which it may stand."""
        return frozenset().union(*(way.starts for way in self.ways))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: `start` and `end` are places in the text."""

    rule: str
    start: int
    end: int


class Phrases:
    """Many phrases, looked up together."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_start: dict[str, list[tuple[str, Phrase, Way]]] = {}  # by the first three letters of a start
        self._of_word: dict[str, tuple[tuple[str, Phrase, Way], ...]] = {}  # words that were asked for, small
        for phrase in phrases:
            for way in phrase.ways:
                for start in sorted(way.starts):
                    self._by_start.setdefault(start[:_START], []).append((start, phrase, way))

    def matches(self, text: str) -> Iterator[Match]:
        """Every place where a phrase begins, in the order of the text. `text` is `plain`."""
        small, words, starts = _apart(text)
        if len(self._by_start) < _FEW and not any(start in small for start in self._by_start):
            return
        known = self._of_word
        for word, at in words:
            ways = known.get(word)
            if ways is None:
                ways = self._beginning(word)
            met: Phrase | None = None
            for need, phrase, way in ways:
                if need not in small or starts.isdisjoint(way.group) or phrase is met:
                    continue
                if len(way.needs) > 1 and not all(other in small for other in way.needs):
                    continue
                found = way.match(text, at)
                if found:
                    met = phrase
                    yield Match(phrase.rule, at, found.end())

    def _beginning(self, word: str) -> tuple[tuple[str, Phrase, Way], ...]:
        """The ways that can begin at a word (small letters), with the longest of their needs; kept, up to a bound."""
        candidates = self._by_start.get(word[:_START], ())
        fitting = {
            id(way): (max(way.needs, key=len, default=""), phrase, way)
            for start, phrase, way in candidates
            if word.startswith(start)
            if len(start) > 2 or word == start
        }
        if len(self._of_word) >= _MOST_WORDS:
            self._of_word.clear()
        return self._of_word.setdefault(word, tuple(fitting.values()))

    def first(self, text: str) -> Match | None:
        """The first match, if any."""
        return next(self.matches(text), None)


def compiled(rule: str, phrase: str) -> Phrase:
    """The phrase with its ways. Raises WrongUse with what is wrong and in which rule."""
    tokens = _tokens(rule, phrase)
    ways, at = list[Way](), 0
    while not ways or at < len(tokens):
        begun = at if not ways else at + 1
        if ways and tokens[at] != ("mark", "|"):
            raise WrongUse(f"')' without '(' in the phrase '{phrase}'", rule, "close every group once")
        pattern, starts, at, _ = _sequence(rule, tokens, begun)
        ways.append(Way(pattern, frozenset(starts), _needs(tokens[begun:at]), _group(rule, tokens[begun:at])))
    return Phrase(rule, tuple(ways))


def _needs(tokens: list[tuple[str, str]]) -> tuple[str, ...]:
    """The plain letters of words that stand in no group: a text without them cannot match."""
    found, depth = list[str](), 0
    for kind, token in tokens:
        depth += ((kind, token) == ("mark", "(")) - ((kind, token) == ("mark", ")"))
        if kind == "word" and not depth:
            found += [part[: -1 if end == "?" else None].lower() for part, end in _PLAIN.findall(token)]
    return tuple(dict.fromkeys(part for part in found if len(part) > 1))


def _group(rule: str, tokens: list[tuple[str, str]]) -> frozenset[str]:
    """What the words begin with of the smallest group between spaces: a text without any of them cannot match."""
    found, depth = list[frozenset[str]](), 0
    for at, token in enumerate(tokens):
        if token == ("mark", "(") and not depth and at and tokens[at - 1][0] in _WHITE:
            _, starts, end, optional = _alternatives(rule, tokens, at + 1)
            if not optional and (end + 1 == len(tokens) or tokens[end + 1][0] in _WHITE):
                found.append(frozenset(start[:_START] for start in starts))
        depth += (token == ("mark", "(")) - (token == ("mark", ")"))
    return min(found, key=len, default=frozenset({""}))


def _tokens(rule: str, phrase: str) -> list[tuple[str, str]]:
    phrase, found, at = re.sub(r"\s+", " ", phrase).strip(), [], 0
    while at < len(phrase):
        token = _TOKEN.match(phrase, at)
        if not token or not token.lastgroup:
            what = f"'{phrase[at]}' has no meaning in the phrase '{phrase}'"
            raise WrongUse(what, rule, "use words, ( ) | ? * ~ only")
        found.append((token.lastgroup, token[0].strip() or " "))
        at = token.end()
    return found


def _alternatives(rule: str, tokens: list[tuple[str, str]], at: int) -> tuple[str, set[str], int, bool]:
    """Pattern, starts, next place, and whether nothing at all would match."""
    patterns, starts, empty = [], set[str](), False
    while True:
        pattern, begun, at, may_be_empty = _sequence(rule, tokens, at)
        patterns.append(pattern)
        starts |= begun
        empty = empty or may_be_empty
        if at >= len(tokens) or tokens[at] != ("mark", "|"):
            return "|".join(patterns), starts, at, empty
        at += 1


def _sequence(rule: str, tokens: list[tuple[str, str]], at: int) -> tuple[str, set[str], int, bool]:
    pattern, starts, open_start = "", set[str](), True  # open_start: everything so far may be missing
    while at < len(tokens) and tokens[at] not in (("mark", "|"), ("mark", ")")):
        kind, token = tokens[at]
        at += 1
        if kind == "word":
            piece, begun, optional = _word(token), _starts(rule, token) if open_start else set(), False
        elif (kind, token) == ("mark", "("):
            inner, begun, at, optional = _alternatives(rule, tokens, at)
            if at >= len(tokens):
                raise WrongUse("'(' without ')' in a phrase", rule, "close every group")
            at += 1
            piece = f"(?:{inner})"
            if at < len(tokens) and tokens[at] in (("mark", "?"), ("mark", "*")):
                # after a group, `*` repeats whole words ("(a |the )*baby") or is the rest of one ("(father|dad)*")
                whole = tokens[at - 2][0] == "space"
                optional = tokens[at][1] == "?" or whole
                piece += "?" if tokens[at][1] == "?" else "*" if whole else r"[\w']*"
                at += 1
            if not open_start:
                begun = set()
        elif kind == "mark":
            raise WrongUse(f"'{token}' stands alone in a phrase", rule, "put it after a group or a word")
        else:
            pattern += _SPACE if kind == "space" else _FAR if len(token) > 1 else _NEAR
            continue
        pattern += piece
        starts |= begun
        open_start = open_start and optional
    if open_start:
        raise WrongUse("a phrase in which everything may be missing", rule, "give at least one word")
    return pattern, starts, at, False


def _word(token: str) -> str:
    """One word of a phrase as a pattern."""
    out = ""
    last = 0
    for capitals in _CAPITALS.finditer(token):
        out += _letters(token[last : capitals.start()]) + rf"(?-i:{_letters(capitals[0])}(?:'?s)?)(?!\w)"
        last = capitals.end()
    return out + _letters(token[last:])


def _letters(token: str) -> str:
    signs = {"*": r"[\w']*", "-": r"[\s\-]?", "'": "'?", "?": "?", "/": r"\s?/\s?", "&": r"\s?&\s?", "+": r"\+"}
    return "".join(signs.get(letter, letter) for letter in token)


def _starts(rule: str, token: str) -> set[str]:
    """Letters that a word of the text begins with where this word of the phrase matches it; see `Phrase.starts`."""
    head = re.match(r"[A-Za-z0-9]+", token)
    if not head:
        raise WrongUse(f"'{token}' does not begin with a letter", rule, "begin a phrase with a plain word")
    letters, rest = head[0].lower(), token[head.end() :]
    if len(letters) >= 3 and not (len(letters) == 3 and rest.startswith("?")):
        return {letters[:-1] if rest.startswith("?") else letters}
    if rest.startswith(("?", "*")):
        raise WrongUse(f"'{token}' leaves its first three letters open", rule, "write the words out")
    joined = re.sub(r"[^a-z0-9]", "", token.lower())[:3]
    return {letters, f"{letters}s", joined}
