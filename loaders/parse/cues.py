"""The parser's words as data: patterns of the files below, compiled once and looked up by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.records import ActionStatus
from graph.yaml_data import data_of
from loaders.sieve import Sieve

_FILES = ("cues.yaml", "progress.yaml", "notices.yaml", "requests.yaml")  # no part stands in two


@cache
def _data() -> dict[str, Any]:
    read = (data_of("loaders.data", name) for name in _FILES)
    return {part: entries for loaded in read for part, entries in loaded.items()}


def _compiled(entry: dict[str, Any]) -> Sieve:
    pattern = "|".join(entry["any"])
    for name, words in _data()["words"].items():
        pattern = pattern.replace("{" + name + "}", words)
    return Sieve(pattern, re.NOFLAG if entry.get("exact") else re.IGNORECASE)


@cache
def cue(part: str, name: str) -> Sieve:
    """The pattern of one entry, for example `cue("passages", "response")`.

    Raises:
        LookupError: the file has no such entry; it says which one is asked for.
    """
    if name not in _data().get(part, {}):
        raise LookupError(f"loaders/data/{' and '.join(_FILES)} have no entry `{name}` under `{part}`")
    return _compiled(_data()[part][name])


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words, by its name."""
    return frozenset(str(word) for word in _data()[name])


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The verbs that claim something by their own meaning: `kind` is an entry of `claims`, `verbs`."""
    return frozenset(_data()["claims"]["verbs"][kind].split())


@cache
def irregular() -> frozenset[str]:
    """Participles that do not end in -ed."""
    return frozenset(_data()["words"]["IRREGULAR"].split("|"))


@cache
def status_rules(part: str) -> tuple[tuple[str, bool, Sieve], ...]:
    """Status, whether it is a promise, and pattern, in order; `part` is "sure" or "verbs"."""
    return tuple((entry["status"], entry.get("promise", False), _compiled(entry)) for entry in _data()["status"][part])


@dataclass(frozen=True, slots=True)
class Undoing:
    """Words that take back what was said to be done.

    `also`: whatever was said before; `across`: over the clauses of a statement, not within one.
    """

    status: ActionStatus
    also: bool
    across: bool
    patterns: tuple[Sieve, ...]


@cache
def undoing() -> tuple[Undoing, ...]:
    """The rules by which a later clause takes back what the first verb said, in order."""
    return tuple(
        Undoing(
            entry["status"],
            entry.get("also", False),
            entry.get("across", False),
            tuple(_compiled({"any": [one]}) for one in entry["any"]),  # each may count a part of a whole
        )
        for entry in _data()["status"]["undone"]
    )
