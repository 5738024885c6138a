"""Names that are known: each is left out wherever it stands, with its surname alone, in capitals, in a file's name.

A surname alone is a name only where it is no ordinary word, and not where a published author is cited ("Munro, 2011").
Keys of the graph are made of names of files and of leads; there a name gives way to a number of its own, so that two
keys never become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.sharing.people import longest_first
from graph.sharing.vocabulary import rules
from graph.text import slug

_SHORTEST = 4
_CITED = (
    r"(?!(?:[’']s)?\s+(?:et al\b|\(?(?:19|20)\d\d\b|(?i:review|inquiry|report)\b|and \w+,? \(?(?:19|20)\d\d)"
    r"|,\s+(?:19|20)\d\d\b)"
)
_OPEN, _CLOSED = r"(?<![^\W_])", r"(?![^\W_])"


def surnames_of(people: Iterable[str], kept: frozenset[str], ordinary: Iterable[str] = ()) -> set[str]:
    """The last words of names of two words and more that can stand for their bearer alone."""
    words = rules()
    found = {name.split()[-1] for name in people if len(name.split()) > 1}
    found = {n for n in found if len(n) >= _SHORTEST and n[0].isupper() and n not in words.given}
    taken = kept | words.never | words.surnames | {str(w) for w in ordinary}
    taken |= {part for name in kept for part in name.split()}
    return {n for n in found if n.casefold() not in taken}


def pattern_of_known(people: Iterable[str], surnames: Iterable[str]) -> re.Pattern[str] | None:
    """What finds each of these names as whole words, over any white space and in capitals; None for no names."""
    whole = [r"[\s_]+".join(map(re.escape, name.split())) for name in _both(p for p in people if " " in p)]
    single = [re.escape(name) for name in _both({*surnames, *(p for p in people if " " not in p)})]
    parts = [*whole, *([rf"(?:{'|'.join(single)}){_CITED}"] if single else [])]
    return re.compile(rf"{_OPEN}(?:{'|'.join(parts)}){_CLOSED}") if parts else None


def _both(names: Iterable[str]) -> list[str]:
    """Each name as it is and in capitals, the longest first."""
    given = set(names)
    return longest_first(given | {n.upper() for n in given if len(n) >= _SHORTEST})


class Keys:
    """Keys of the graph without the names in them."""

    def __init__(self, people: Iterable[str] = (), named: Iterable[str] = ()) -> None:
        """`people` are names; `named` are whole keys that are made of a name ("partnership:jane-doe")."""
        slugs = sorted({made for name in people if len(made := slug(name)) >= _SHORTEST})
        self._instead = {one: f"name-{n}" for n, one in enumerate(slugs, 1)}
        for n, key in enumerate(sorted(named), 1):
            self._instead[key.casefold()] = f"{key.rpartition(':')[0]}:left-out-{n}"
        parts = "|".join(map(re.escape, longest_first(self._instead)))
        self._pattern = re.compile(rf"{_OPEN}(?:{parts}){_CLOSED}", re.IGNORECASE) if parts else None

    def without(self, key: str) -> str:
        """A key with a number in the place of each name."""
        if self._pattern is None:
            return key
        return self._pattern.sub(lambda m: self._instead[m[0].casefold()], key)
