"""What a kind of briefing is: its name, what it may be asked for, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.questions.run import Answer
    from graph.views.briefs.parts import Paper


class Ask(Protocol):
    """Answers a question by id; only parameters that the question knows are passed on."""

    def __call__(self, id_: str, **params: str) -> Answer:
        """The answer."""
        ...


@dataclass(frozen=True)
class Kind:
    """A kind of briefing. `takes` are its parameters, `needs` those of which at least one must be given."""

    name: str
    says: str
    takes: tuple[str, ...]
    needs: tuple[str, ...]
    write: Callable[[Paper, Ask, dict[str, str]], None]
