"""Named practices: what two statements must not differ in, where both say which practice they are about.

One theme holds many practices (police not at a strategy meeting, its minutes not kept), and words of the field make
them look alike. `practices.yaml` names those that learning keeps coming back to, by the words of one sentence. Where
both statements name practices and none is shared, they are not the same; where a narrow one or two of any width are
shared, less need be alike; what names none is left to its words.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from graph.derive.likeness import about
from graph.yaml_data import data_of

_KEPT = 100_000  # texts of one large partnership
_BEGINNING = 4  # letters by which a practice is looked for at all
_WORD = re.compile(r"(?<![\w-])\w+")


@lru_cache(maxsize=_KEPT)
def named(text: str, cue: str = "") -> frozenset[str]:
    """The practices that a statement is about, by their names in `practices.yaml`; only of the sentences with a cue."""
    return frozenset(name for said in about(text, cue) for name in _in_sentence(said))


@lru_cache(maxsize=_KEPT)
def _in_sentence(said: str) -> tuple[str, ...]:
    """The practices of one sentence; only those are looked for of each of whose lists a word begins as one of it."""
    patterns = _patterns()
    lists = frozenset[tuple[str, int]]().union(*map(_beginning_as, _WORD.findall(said.casefold())))
    begun = Counter(name for name, _ in lists)
    names = sorted(name for name, times in begun.items() if times == len(patterns[name]))
    return tuple(name for name in names if all(p.search(said) for p in patterns[name]))


def agree(one: str, other: str, cues: tuple[str, str] = ("", "")) -> bool:
    """Whether two statements share a narrow practice, or two of any width, in the sentences that hold the cues."""
    shared = named(one, cues[0]) & named(other, cues[1])
    return len(shared) > 1 or bool(shared & _read()["narrow"].keys())


def differ(one: str, other: str) -> bool:
    """Whether two statements each name a practice and share none."""
    return bool(named(one) and named(other) and not named(one) & named(other))


@lru_cache(maxsize=1)
def _read() -> dict[str, dict[str, list[str]]]:
    found = data_of("graph.derive", "practices.yaml")
    return {"narrow": found["narrow"], "wide": found["wide"]}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    both = _read()["narrow"] | _read()["wide"]
    return {name: tuple(_pattern(words) for words in lists) for name, lists in both.items()}


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, frozenset[tuple[str, int]]]:
    """How the words of a practice's lists begin, by up to `_BEGINNING` letters → the practices, and which list."""
    found: dict[str, set[tuple[str, int]]] = {}
    for name, lists in (_read()["narrow"] | _read()["wide"]).items():
        for number, of_one in enumerate(lists):
            for spelled in of_one.split("|"):
                letters = _WORD.match(spelled.strip().casefold())
                assert letters, f"practices.yaml: {name} has a word that begins with no letter"
                found.setdefault(letters[0][:_BEGINNING], set()).add((name, number))
    return {beginning: frozenset(names) for beginning, names in found.items()}


@lru_cache(maxsize=50_000)
def _beginning_as(word: str) -> frozenset[tuple[str, int]]:
    """The lists of practices of which a word begins as this one does."""
    lengths = range(1, min(len(word), _BEGINNING) + 1)
    return frozenset(one for length in lengths for one in _by_beginning().get(word[:length], ()))


def _pattern(words: str) -> re.Pattern[str]:
    """Words parted by | as one pattern: whole words, * for any ending, either apostrophe."""
    spelled = [re.escape(" ".join(word.split()).replace("’", "'")) for word in words.split("|")]
    loose = (w.replace("'", "['’]").replace(r"\ ", r"\s+").replace(r"\*", r"[\w'’-]*") for w in spelled)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(loose)})(?![\w-])", re.IGNORECASE)
