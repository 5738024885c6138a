"""Echo: what was recommended to all, or in another area, found wanting in a local review or test afterwards.

Nobody local closed it, so it is no failure of a closure and stands under a relationship of its own: no status, test or
effect is worked out from it. The practice must be proven later, and every echo is only possible. Of what one area asked
and many others are found wanting in, the nearest areas are joined and the rest are only counted; none is ranked by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph import model
from graph.derive.bars import ALIKE_SAID, same_practice
from graph.derive.by_theme import narrower_of, sharing
from graph.derive.elsewhere import Echo, Elsewhere
from graph.derive.order import order
from graph.derive.reasons import echoed
from graph.derive.recurrence import may_be_seen
from graph.derive.statements import Everywhere, Scopes, Statement
from graph.memory import Graph
from graph.national import national_body

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "echo/2"


def add_echoes(graph: Graph, codebook: Codebook, told: list[Statement]) -> None:
    """Add ECHOED_IN, from a recommendation to other areas' shortfalls proven later; `told` is everything."""
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated]
    seen = [s for s in told if s.owners and may_be_seen(s)]
    scopes = Scopes(graph)
    for source, echo in _of_all([s for s in asked if national(s)], seen, codebook, scopes):
        _add(graph, codebook, source, echo)
    elsewhere = Elsewhere(seen, codebook, scopes)
    for source in asked:
        near, more = elsewhere.nearest(source) if source.owners else ([], "")
        for echo in near:
            _add(graph, codebook, source, echo, more)


def _of_all(
    asked: list[Statement], seen: list[Statement], codebook: Codebook, scopes: Scopes
) -> Iterator[tuple[Statement, Echo]]:
    """What was asked of all and found wanting afterwards; wordings of other areas are as alike as those of one."""
    for source, target, themes in sharing(asked, seen, narrower_of(codebook), Everywhere(), ALIKE_SAID):
        if scopes.scope(source.owners, target.owners) is not None or order(source, target) != "after":
            continue
        for same in same_practice(source, target, themes, codebook, joint=False):
            yield source, (target, same)


def _add(graph: Graph, codebook: Codebook, source: Statement, echo: Echo, more: str = "") -> None:
    target, (theme, alike) = echo
    graph.link(
        source.node,
        "ECHOED_IN",
        target.node,
        theme=theme,
        type="R4",
        scope="national" if national(source) else "other partnership",
        similarity=alike.value,
        certainty="possible",
        why=echoed(source, target, codebook.concepts[theme].label, alike, more, everywhere=national(source)),
        rule=RULE,
    )


def national(statement: Statement) -> bool:
    """Whether a national body says it, of no one partnership's work: an inspection of a place is that place's."""
    return not statement.owners and any(national_body(d.publisher) for d in statement.documents)
