"""Echo: what a national body recommended, found wanting in a local review or test afterwards.

Nobody local closed it, so it is no failure of a closure and stands under a relationship of its own: no status, test or
effect is worked out from it. Wordings of different bodies are less alike, so the bar is that of joint documents, the
practice must be proven later, and every echo is only possible.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph import model
from graph.derive.bars import ALIKE, same_practice
from graph.derive.by_theme import narrower_of, sharing
from graph.derive.order import order
from graph.derive.reasons import echoed
from graph.derive.recurrence import may_be_seen
from graph.derive.statements import Statement
from graph.memory import Graph
from graph.national import national_body

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "national-echo/1"


class _Everywhere:
    """One area for all: what is asked nationally is asked of everybody."""

    def areas(self, owners: Iterable[str]) -> set[str]:
        """The same for any owners."""
        return {"everywhere"}


def add_echoes(graph: Graph, codebook: Codebook, told: list[Statement]) -> None:
    """Add ECHOED_IN, from a national body's recommendation to local shortfalls proven later; `told` is everything."""
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated and national(s)]
    seen = [s for s in told if s.owners and may_be_seen(s)]
    for source, target, themes in sharing(asked, seen, narrower_of(codebook), _Everywhere(), ALIKE):
        if order(source, target) != "after":
            continue
        for theme, alike in same_practice(source, target, themes, codebook, joint=True):
            graph.link(
                source.node,
                "ECHOED_IN",
                target.node,
                theme=theme,
                type="R4",
                similarity=alike.value,
                certainty="possible",
                why=echoed(source, target, codebook.concepts[theme].label, alike),
                rule=RULE,
            )


def national(statement: Statement) -> bool:
    """Whether a national body says it, of no one partnership's work: an inspection of a place is that place's."""
    return not statement.owners and any(national_body(d.publisher) for d in statement.documents)
