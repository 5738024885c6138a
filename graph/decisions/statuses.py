"""The status model: every code with its words, whether it closes, what it needs and who may say it. Data, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml


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


def roles() -> dict[str, tuple[str, ...]]:
    """Who may say what: the words by which a role is told."""
    return {name: tuple(words) for name, words in _data()["roles"].items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    text = resources.files("graph.decisions").joinpath("statuses.yaml").read_text("utf-8")
    found: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return found
