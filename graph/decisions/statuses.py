"""The status model: every code with its words, whether it closes, what it needs and who may say it. Data, read once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from graph.errors import WrongUse
from graph.text import key
from graph.yaml_data import data_of

PRINTED, WORKED_OUT = "printed", "worked out"
CLOSING_PRINTED = "the closing is printed, what is shown is worked out"  # a record says closed, never that it works
NO_PERSON = frozenset({PRINTED, WORKED_OUT, CLOSING_PRINTED})  # who says how far something is, where no person does


@dataclass(frozen=True)
class Status:
    """One code. `least` is the lowest grade of evidence it needs; `instead` what can be said without it."""

    code: str
    of: Literal["recommendation", "action"]
    plain: str
    means: str
    says: str
    closes: bool = False
    needs: Literal["evidence", "successor", "reason"] | None = None
    least: str = ""
    instead: str = ""

    @property
    def whose(self) -> str:
        """Whose it is to say, in words."""
        return _WHOSE.get(self.says, f"the {self.says}")


@lru_cache(maxsize=1)
def statuses() -> dict[str, Status]:
    """All codes, those of recommendations first, in the order of the file."""
    return {code: Status(code, of, **told) for of in ("recommendation", "action") for code, told in _data()[of].items()}


def words_of(code: str) -> str:
    """A code in plain words."""
    return statuses()[code].plain


def closes(code: str) -> bool:
    """Whether a code, said by a person, ends the duty."""
    return statuses()[code].closes


def meant_status(said: str) -> str:
    """The code that is meant by a code or by its words. WrongUse with the nearest ones."""
    wanted = key(said)
    for code, status in statuses().items():
        if wanted in (key(code), key(status.plain), key(code.replace("-", " "))):
            return code
    near = difflib.get_close_matches(wanted.upper(), statuses(), n=3, cutoff=0.5) or list(statuses())[1:]
    raise WrongUse(f"there is no status “{said}”", todo=f"such as {', '.join(near)}")


def may_say(code: str, role: str) -> bool:
    """Whether a status is for this role to say, told by the words in it."""
    said = key(role)
    return any(word in said for word in roles().get(statuses()[code].says, ()))


def closer_is_asked(role: str, asked: Iterable[str]) -> str:
    """The agency that is asked to act and is the one that closes, told by its name in the role; else empty."""
    said = f" {key(role)} "
    return next((name for name in sorted(asked) if f" {key(name)} " in said), "")


def by_an_analyst(role: str) -> str:
    """Why one analyst alone cannot close, in words; empty for others and for two analysts together."""
    said = key(role)
    other = any(word in said for name in ("partners", "tester", "scrutineer") for word in roles()[name])
    one = any(word in said for word in roles()["analyst"]) and not re.search(r"\b(two|and|both)\b|&", role.lower())
    return (
        "an analyst assesses from documents; only two together may say that it is closed" if one and not other else ""
    )


def roles() -> dict[str, tuple[str, ...]]:
    """Who may say what: the words by which a role is told."""
    return {name: tuple(words) for name, words in _data()["roles"].items()}


_WHOSE = {
    "partners": "the delegated safeguarding partners (nationally those who made the recommendation)",
    "tester": "whoever tested it",
}


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = data_of("graph.decisions", "statuses.yaml")
    return found
