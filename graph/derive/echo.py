"""Echo: what was recommended to all, or in another area, found wanting in a local review or test afterwards.

Nobody local closed it, so it is no failure of a closure and stands under a relationship of its own: no status, test or
effect is worked out from it. The practice must be proven later, and every echo is only possible. Of what one area asked
and many others are found wanting in, the nearest areas are joined and the rest are counted; none is ranked by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph import model
from graph.derive.bars import ALIKE_SAID, Found, same_practice
from graph.derive.by_theme import narrower_of, sharing
from graph.derive.order import order
from graph.derive.reasons import echoed
from graph.derive.recurrence import may_be_seen
from graph.derive.statements import Everywhere, Scopes, Statement
from graph.memory import Graph
from graph.national import national_body

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "echo/2"
MOST = 5  # areas that one area's recommendation is joined to; the rest are counted
Echo = tuple[Statement, Found]


def add_echoes(graph: Graph, codebook: Codebook, told: list[Statement]) -> None:
    """Add ECHOED_IN, from a recommendation to other areas' shortfalls proven later; `told` is everything."""
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated]
    seen = [s for s in told if s.owners and may_be_seen(s)]
    everywhere = [s for s in asked if national(s)]
    for source, echoes in _echoes(everywhere, seen, codebook, Scopes(graph)):
        for echo in echoes:
            _add(graph, codebook, source, echo)
    for source, echoes in _echoes([s for s in asked if s.owners], seen, codebook, Scopes(graph)):
        near, more = _nearest(echoes)
        for echo in near:
            _add(graph, codebook, source, echo, more)


def _echoes(
    asked: list[Statement], seen: list[Statement], codebook: Codebook, scopes: Scopes
) -> Iterable[tuple[Statement, list[Echo]]]:
    """What each was found wanting in elsewhere afterwards; wordings of other areas are as alike as those of one."""
    found: dict[str, tuple[Statement, list[Echo]]] = {}
    for source, target, themes in sharing(asked, seen, narrower_of(codebook), Everywhere(), ALIKE_SAID):
        if scopes.scope(source.owners, target.owners) is not None or order(source, target) != "after":
            continue
        for same in same_practice(source, target, themes, codebook, joint=False):
            found.setdefault(source.node.id, (source, []))[1].append((target, same))
    return found.values()


def _nearest(echoes: list[Echo]) -> tuple[list[Echo], int]:
    """The most alike of each area, of the nearest areas; and in how many areas more it was seen."""
    of_area: dict[tuple[str, ...], Echo] = {}
    for echo in sorted(echoes, key=lambda e: (-e[1][1].value, e[0].node.id, e[1][0])):
        of_area.setdefault(tuple(sorted(echo[0].owners)), echo)
    return list(of_area.values())[:MOST], max(0, len(of_area) - MOST)


def _add(graph: Graph, codebook: Codebook, source: Statement, echo: Echo, more: int = 0) -> None:
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
