"""Seen again: a later shortfall on the same practice as an earlier finding, recommendation or action.

Computed, never typed, within one partnership (a joint body counts with its members), above a bar: both are about one
specific theme, or about one theme in words that are alike. It says nothing about why; that something recurs does not
prove that an action failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph import model
from graph.derive.likeness import Likeness, common, likeness, stem
from graph.derive.order import Delivery, Order, delivery, order, type_of
from graph.derive.statements import Scopes, Statement, statements
from graph.memory import Graph
from graph.text import words

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "seen-again/1"
ALIKE = 0.4  # without one, two fifths of the sentence, with two words that are not common in the field
NOT_PRACTICE = ("harm", "family")  # branches of the codebook that say what happened, not what anybody did
ALIKE_SPECIFIC = 0.12  # a recommendation on one specific theme, with some words of the practice itself
ALIKE_SAID = 0.25  # a finding or an action must be about what was then found; a recommendation says what it is about


def add_recurrence(graph: Graph, codebook: Codebook) -> None:
    """Add RECURS_IN."""
    told = statements(graph)
    scopes, narrower = Scopes(graph), narrower_of(codebook)
    targets = ByTheme(
        (s for s in told if isinstance(s.node, model.Finding) and s.node.polarity in ("shortfall", "not-stated")),
        narrower,
    )
    for source in told:
        if not _may_recur(source):
            continue
        delivered: Delivery | None = None
        for target, themes in targets.sharing(source):
            scope = scopes.scope(source.owners, target.owners)
            if scope is None or not _elsewhere(source, target) or (proven := order(source, target)) == "no":
                continue
            alike = likeness(source.text, target.text)
            for theme in themes:
                if _above_the_bar(theme, source, target, alike, codebook):
                    delivered = delivered or delivery(graph, source)
                    _add(graph, source, target, theme, alike, delivered, proven, scope, codebook)


def _may_recur(source: Statement) -> bool:
    """An earlier shortfall, barrier or bare topic; a recommendation whose text is known; any action."""
    if isinstance(source.node, model.Finding):
        return source.node.polarity in ("shortfall", "barrier", "not-stated")
    return not isinstance(source.node, model.Recommendation) or source.node.stated


def _elsewhere(source: Statement, target: Statement) -> bool:
    """Another review, test or document; an action is not seen again in the very review or test it answers."""
    if source.node.id == target.node.id:
        return False
    if source.places or target.places:
        return not source.places & target.places
    return not {d.id for d in source.documents} & {d.id for d in target.documents}


def narrower_of(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Every theme with all its narrower ones, worked out once."""
    return {id_: frozenset(codebook.descendants(id_)) for id_ in codebook.concepts}


class ByTheme:
    """Statements by theme, so that only those about one practice are ever compared."""

    def __init__(self, told: Iterable[Statement], narrower: Mapping[str, frozenset[str]]) -> None:
        self._told = list(told)
        self._narrower = narrower
        self._about: dict[str, list[int]] = {}
        for number, statement in enumerate(self._told):
            for theme in statement.themes:
                self._about.setdefault(theme, []).append(number)

    def sharing(self, source: Statement) -> Iterator[tuple[Statement, list[str]]]:
        """Statements about a theme of `source` or a narrower one, with those themes; the narrowest of each branch."""
        shared: dict[int, set[str]] = {}
        for theme in source.themes:
            for of in {theme} | self._narrower.get(theme, frozenset()):
                for number in self._about.get(of, ()):
                    shared.setdefault(number, set()).add(theme)
        for number in sorted(shared):
            found = shared[number]
            yield self._told[number], sorted(t for t in found if not self._narrower.get(t, frozenset()) & found)


def _above_the_bar(theme: str, source: Statement, target: Statement, alike: Likeness, codebook: Codebook) -> bool:
    """A short topic needs one specific theme; a sentence needs likeness too, and much of it without a specific one."""
    if codebook.concepts[theme].specific:
        if source.topic or target.topic:
            both = source.topic and target.topic
            return both or (alike.telling >= 1 and not (source.bare and target.bare))
        if not (source.bare or target.bare):
            if isinstance(source.node, model.Recommendation):
                return alike.value >= ALIKE_SPECIFIC
            return alike.value >= ALIKE or (alike.value >= ALIKE_SAID and bool(_beyond(theme, alike, codebook)))
    elif source.bare or target.bare or {theme, *codebook.ancestors(theme)} & set(NOT_PRACTICE):
        return False
    return alike.value >= ALIKE and alike.telling >= 2 and bool(_beyond(theme, alike, codebook))


def _beyond(theme: str, alike: Likeness, codebook: Codebook) -> set[str]:
    """Shared words beyond the name of the theme: two mentions of "information sharing" are not yet alike."""
    concept = codebook.concepts[theme]
    named = {stem(w) for name in (concept.label, *concept.altLabels) for w in words(name)}
    return {w for w in alike.shared if stem(w) not in named and not common(w)}


def _add(
    graph: Graph,
    source: Statement,
    target: Statement,
    theme: str,
    alike: Likeness,
    delivered: Delivery,
    proven: Order,
    scope: str,
    codebook: Codebook,
) -> None:
    bare = source.bare or target.bare
    graph.link(
        source.node,
        "RECURS_IN",
        target.node,
        theme=theme,
        type=type_of(delivered, proven, target.node.datedFrom),
        closure=delivered.closure,
        scope=scope,
        similarity=alike.value,
        certainty="probable" if proven == "after" and not bare else "possible",
        why=_why(source, target, codebook.concepts[theme].label, alike, delivered, proven, scope),
        rule=RULE,
    )


def _why(
    source: Statement,
    target: Statement,
    theme: str,
    alike: Likeness,
    delivered: Delivery,
    proven: Order,
    scope: str,
) -> str:
    parts = [f"both are about {theme}"]
    if alike.shared and not (source.bare or target.bare):
        parts.append(f"they share {_listed(alike.shared[:4])}")
    if proven == "after":
        parts.append("the later one is about a time after the earlier one was known")
    else:
        parts.append("only its publication is later, so which practice came first is not known")
    for one, which in ((source, "earlier"), (target, "later")):
        if one.bare:
            parts.append(f"the {which} one is only a topic")
    if not target.places:
        parts.append("the later one names no child, review or test")
    parts.append(
        {"none stated": "nothing is stated about delivery"}.get(delivered.closure, f"it was {delivered.closure}")
    )
    if delivered.closure == "none stated" and delivered.open_at_all:
        parts[-1] = "it was still to do"
    if scope == "other":
        parts.append("one is told jointly for several partnerships, this one among them")
    text = "; ".join(parts)
    return text[0].upper() + text[1:] + "."


def _listed(found: Iterable[str]) -> str:
    return ", ".join(f"“{w}”" for w in found)
