"""What a user means by a word: the partnerships, themes, reviews and tests that are loaded, in any usual spelling.

This prepares parameters and finds what `trace` is asked for; it never chooses between two that fit equally well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graph.questions.library import statement
from graph.text import key, words

# "RR 05/22", "rr5/22" and "RR 5 / 22" are one reference.
_REFERENCE = re.compile(r"\b([a-z]{1,6})[\s.]*0*(\d+)\s*[/-]\s*(\d{2,4})\b")
_ZEROS = re.compile(r"\b0+(?=\d)")


class Names(Protocol):
    """What is needed of a store."""

    def read(self, cypher: str, params: Any = None) -> list[dict[str, Any]]:
        """Rows of a statement."""
        ...


@dataclass(frozen=True)
class Named:
    """Something loaded that has a name. `key` is what questions take; kind partnership, theme, review or test."""

    kind: str
    key: str
    label: str
    names: tuple[str, ...]
    partnership: str | None
    whole: str | None = None  # the case that a review is of: one case may have a rapid and a practice review

    def called(self, wanted: str) -> bool:
        """Whether it has a name of this spelling, or this is its key."""
        return spelling(self.key) == wanted or any(spelling(name) == wanted for name in self.names)

    def title(self, wanted: str) -> str:
        """Its fullest name that holds the words asked for, else its label."""
        holds = [name for name in self.names if wanted and wanted in spelling(name)]
        return max(holds, key=len, default=self.label)

    def describe(self) -> str:
        """The label, with whose it is where that tells two of one name apart."""
        return f"{self.label} ({self.partnership})" if self.partnership and self.kind != "partnership" else self.label


def spelling(text: str) -> str:
    """One spelling for the many of a name or reference: case, spaces, zeros before a number, and punctuation."""
    folded = _REFERENCE.sub(lambda m: f"{m[1]} {int(m[2])}/{m[3][-2:]}", key(text))
    return _ZEROS.sub("", re.sub(r"[^a-z0-9/]+", " ", folded)).strip()


def named(store: Names, kinds: Iterable[str] = ()) -> list[Named]:
    """All that is named in a store, several tellings of one thing as one; `kinds` limits it."""
    wanted = set(kinds)
    found: dict[tuple[str, str], Named] = {}
    for row in store.read(statement("shared/names"), {}):
        if wanted and row["kind"] not in wanted:
            continue
        names = tuple(n for n in row["names"] if n)
        at = (row["kind"], row["key"])
        if at in found:
            old = found[at]
            found[at] = Named(
                old.kind, old.key, old.label, tuple(dict.fromkeys(old.names + names)), old.partnership, old.whole
            )
        else:
            found[at] = Named(row["kind"], row["key"], row["label"], names, row["partnership"], row["whole"])
    return list(found.values())


def matches(text: str, known: Sequence[Named]) -> list[Named]:
    """What `text` means: an equal name first, else names that hold all its words; several where it is ambiguous."""
    wanted = spelling(text)
    if not wanted:
        return []
    exact = [n for n in known if n.key == text.strip()] or [n for n in known if n.called(wanted)]
    if exact:
        return exact
    asked = set(words(wanted))
    padded = f" {wanted} "
    return [
        n
        for n in known
        if n.kind != "theme"
        and any(padded in f" {spelling(name)} " or asked <= set(words(spelling(name))) for name in n.names)
    ]


def themes(text: str, known: Sequence[Named]) -> list[Named]:
    """The loaded themes a text means: by the names in the store, else by the synonyms of the codebook."""
    mine = [n for n in known if n.kind == "theme"]
    found = matches(text, mine)
    if found:
        return found
    from graph.codebook import load

    by_id = {n.key: n for n in mine}
    return [by_id[id_] for id_ in load().find(text) if id_ in by_id]
