"""Seen improved: a later test or inspection finds good practice where something had been asked for or found wanting.

Only where a test says so, in words of the practice itself, and the order is proven. What a test found is evidence of
practice (E3); when a test at least half a year after finds it good again, it has lasted (E5).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from graph import model
from graph.derive.bars import Found, alike_about, beyond
from graph.derive.by_theme import narrower_of, sharing
from graph.derive.order import order
from graph.derive.reasons import improved
from graph.derive.statements import Scopes, Statement
from graph.memory import Graph
from graph.project.evidence_facts import stale_from

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE, EVIDENCE = "seen-improved/3", "tested-practice/1"
ALIKE_SPECIFIC = 0.3  # with one specific theme
ALIKE_ASKED = 0.2  # with one specific theme, from a recommendation, which says what it is about
ALIKE_JOINT = 0.4  # with one specific theme, where one of them is told for several partnerships together
ALIKE = 0.6
LASTING = timedelta(days=183)


def add_improvement(graph: Graph, codebook: Codebook, told: Sequence[Statement]) -> None:
    """Add IMPROVED_IN, and the test's finding as evidence for the recommendation or action."""
    scopes = Scopes(graph)
    sources, targets = [s for s in told if _may_improve(s)], [s for s in told if _found_good(s)]
    held: dict[str, list[Statement]] = {}
    for source, target, themes in sharing(sources, targets, narrower_of(codebook), scopes, ALIKE_ASKED):
        scope = scopes.scope(source.owners, target.owners)
        if scope is None or source.places & target.places:
            continue
        if order(source, target) != "after":
            continue
        found = _same_practice(source, target, themes, codebook, joint=scope == "other")
        for theme, alike in found:
            graph.link(
                source.node,
                "IMPROVED_IN",
                target.node,
                theme=theme,
                similarity=alike.value,
                certainty="probable",
                why=improved(source, target, codebook.concepts[theme].label, alike),
                rule=RULE,
            )
        if found:
            held.setdefault(source.node.id, []).append(target)
    for source in sources:
        if not isinstance(source.node, model.Finding):
            _add_evidence(graph, source, held.get(source.node.id, []))


def _found_good(target: Statement) -> bool:
    return isinstance(target.node, model.Finding) and target.node.polarity == "good-practice" and bool(target.tests)


def _may_improve(source: Statement) -> bool:
    """What was found wanting, asked for, or done."""
    if isinstance(source.node, model.Finding):
        return source.node.polarity in ("shortfall", "barrier")
    return isinstance(source.node, model.Action) or source.node.stated


def _same_practice(
    source: Statement, target: Statement, themes: list[str], codebook: Codebook, *, joint: bool
) -> list[Found]:
    """The themes on which the test looked at the same practice; more must be alike than for what is seen again."""
    found = []
    asked = isinstance(source.node, model.Recommendation)
    for theme in themes:
        alike, specific = alike_about(theme, source, target), codebook.concepts[theme].specific
        bar = (ALIKE_ASKED if asked else ALIKE_SPECIFIC) if specific else ALIKE
        bar = max(bar, ALIKE_JOINT) if joint else bar
        more = len(beyond(theme, alike, codebook))
        if alike.value >= bar and alike.telling >= 2 and more >= (1 if specific else 2):
            found.append((theme, alike))
    specific_ones = [(t, a) for t, a in found if codebook.concepts[t].specific]
    return specific_ones or sorted(found, key=lambda pair: (-pair[1].value, pair[0]))[:1]


def _add_evidence(graph: Graph, source: Statement, held: list[Statement]) -> None:
    """Add what the tests found as evidence, once for each finding."""
    for target in held:
        finding = target.node
        assert isinstance(finding, model.Finding)
        lasted = any(_long_before(other, target) for other in held)
        grade = "E5" if lasted else "E3"
        node = graph.get(model.Evidence, f"{finding.id}:tested:{grade}") or graph.add(
            model.Evidence(
                id=f"{finding.id}:tested:{grade}",
                name=finding.name,
                text=finding.text,
                grade=grade,
                cue=target.tests[0].name,
                rule=EVIDENCE,
                method=target.tests[0].kind.replace("-", " "),
                sampleSize=target.tests[0].sampleSize,
                independence=_independence(target.tests[0]),
                polarity="supports",
                staleFrom=stale_from(finding.datedTo) if finding.datedTo else None,
                datedFrom=finding.datedFrom,
                datedTo=finding.datedTo,
            )
        )
        graph.link(source.node, "EVIDENCED_BY", node)
        for passage in graph.targets(finding, "STATED_IN", model.Passage):
            graph.link(node, "STATED_IN", passage)


def _independence(test: model.Assurance) -> str:
    """Who looked, as far as it is printed."""
    if test.kind == "inspection":
        return "inspectorate"
    return "scrutineer" if "scrutin" in (test.issuer or "").lower() else "not stated"


def _long_before(other: Statement, target: Statement) -> bool:
    one, two = other.interval, target.interval
    return bool(one and two and not other.places & target.places and one[1] + LASTING <= two[0])
