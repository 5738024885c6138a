"""Recommendations joined to what delivers them and to those that say the same again.

An action delivers a recommendation when it names its number, in the same review or document, and nothing speaks
against it: where its own document prints other words under that number, it may, and a person decides. Where it names
none, it may deliver one that it is like in words, on one specific theme of one partnership. What delivers a
recommendation as one document tells it delivers the same one as another tells it. A recommendation repeats an earlier
one when the words are near the same, surely in its partnership, possibly elsewhere. Told again under one review and
number, it is the same one in another document, and its status is told there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from graph import model
from graph.derive.bars import alike_about
from graph.derive.by_theme import narrower_of, sharing
from graph.derive.likeness import Likeness, likeness
from graph.derive.near import May, near, sharing_documents
from graph.derive.statements import Everywhere, Scopes, Statement
from graph.memory import Graph
from graph.project.context import short
from graph.resolve.components import Components
from graph.text import key

if TYPE_CHECKING:
    from graph.codebook import Codebook

BY_LIKENESS, ALIKE = "delivered-by-words/1", 0.4
BY_NUMBER, BY_WORDS = "delivered-by-number/2", "repeats-by-words/2"
TOLD_ELSEWHERE = "delivered-as-told-elsewhere/1"
ONE_NUMBER = "Told under the same review and number."
SAME_NUMBER = 0.5  # likeness of two tellings of one number
_TEST = re.compile(r"\b(?:audit|dip[- ]sampl|deep dive|inspect|re-?test|survey)", re.IGNORECASE)
NEAR_SAME = 0.75
ELSEWHERE = ("other partnership", "national")
LEAST_SHARED = 3
MOST = 5  # other areas that one recommendation is joined to; the rest are counted


def add_delivery(graph: Graph, codebook: Codebook, told: Sequence[Statement]) -> None:
    """Add DELIVERED_BY for actions that name a recommendation, and for those that may deliver one by their words."""
    recommendations = [s for s in told if isinstance(s.node, model.Recommendation)]
    actions = [s for s in told if isinstance(s.node, model.Action)]
    _by_number(graph, recommendations, actions)
    _by_words(graph, recommendations, actions, codebook)


def _by_number(graph: Graph, recommendations: list[Statement], actions: list[Statement]) -> None:
    named: dict[tuple[str, str], list[Statement]] = {}
    for recommendation in recommendations:
        for name in {_number(recommendation), key(recommendation.text)} - {""}:
            for place in (*recommendation.places, *(d.id for d in recommendation.documents)):
                named.setdefault((place, name), []).append(recommendation)
    for action in actions:
        assert isinstance(action.node, model.Action)
        number = action.node.recommendation
        if not number:
            continue
        names = {number_form(number), key(number)}
        of_review = _called(named, action.places, names)
        of_document = _called(named, [d.id for d in action.documents], names)
        for found in of_review or (of_document if len(of_document) == 1 else []):
            if other := _other_words(named, action, found, names):
                _possibly(graph, found, action, f"Both say number {number}, in other words: “{short(other.text)}”.")
                continue
            graph.link(
                found.node,
                "DELIVERED_BY",
                action.node,
                certainty="probable",
                why=f"The action names recommendation {number}.",
                rule=BY_NUMBER,
            )


def _other_words(
    named: Mapping[tuple[str, str], list[Statement]], action: Statement, found: Statement, names: set[str]
) -> Statement | None:
    """What the action's own document prints under that number, where it is not what `found` says."""
    if _one_document(action, found) or _unstated(found):
        return None
    own = [r for r in _called(named, action.places, names) if _one_document(r, action) and not _unstated(r)]
    alike = [likeness(r.text, found.text).value for r in own]
    return own[0] if own and max(alike) < SAME_NUMBER else None


def _possibly(graph: Graph, asked: Statement, action: Statement, why: str) -> None:
    graph.link(asked.node, "DELIVERED_BY", action.node, certainty="possible", why=why, rule=BY_NUMBER)


def number_form(number: str) -> str:
    """One spelling of a recommendation's number: "Rec. 2", "R2", "No. 02" and "2" are one; "2 (b)" is "2b"."""
    form = re.sub(r"^(?:(?:recommendations?|recs?|numbers?|no|r)\b[\s.:]*|#\s*|r(?=\d))+", "", key(number))
    form = re.sub(r"(?<![\d.])0+(?=\d)", "", re.sub(r"[\s()\[\]:,;'\"]+", "", form).strip("."))
    return form or key(number)


def add_delivery_told_elsewhere(graph: Graph) -> None:
    """What delivers a recommendation delivers it as others tell it; possibly, where a tracker's words are alike.

    After `add_repeats`, which says what is told again.
    """
    for edge in list(graph.edges_of("REPEATS")):
        if edge.properties.get("scope") in ELSEWHERE:
            continue  # what one area did delivers nothing in another
        ends = [graph.get(model.Recommendation, id_) for id_ in (edge.source, edge.target)]
        sure = (
            str(edge.properties.get("why", "")).startswith(ONE_NUMBER)
            or edge.properties.get("certainty") == "confirmed"
        )
        for one, other in (ends, ends[::-1]):
            for by in graph.edges_from(one, "DELIVERED_BY") if one and other else ():
                action = graph.get(model.Action, by.target)
                if action is None or other is None or by.properties.get("certainty") == "possible":
                    continue
                if not sure and not _of_a_tracker(graph, action):
                    continue  # asked again later is not the same asked elsewhere
                graph.link(
                    other,
                    "DELIVERED_BY",
                    action,
                    certainty="probable" if sure else "possible",
                    why=f"It delivers the same as another document tells it: {edge.properties.get('why')}",
                    rule=TOLD_ELSEWHERE,
                )


def _of_a_tracker(graph: Graph, action: model.Action) -> bool:
    passages = graph.targets(action, "STATED_IN", model.Passage)
    return any(d.kind == "action-tracker" for p in passages for d in graph.targets(p, "OF", model.Document))


def _called(
    named: Mapping[tuple[str, str], list[Statement]], places: Iterable[str], names: Iterable[str]
) -> list[Statement]:
    """Recommendations of these places that go by one of these names, each once."""
    found = {r.node.id: r for place in sorted(places) for name in sorted(names) for r in named.get((place, name), ())}
    return list(found.values())


def _by_words(graph: Graph, recommendations: list[Statement], actions: list[Statement], codebook: Codebook) -> None:
    """One partnership, one specific theme, words that are alike, told later; a test delivers nothing."""
    scopes = Scopes(graph)
    doing = [a for a in actions if isinstance(a.node, model.Action) and not a.node.recommendation]
    doing = [a for a in doing if not _TEST.search(a.text)]
    stated = [r for r in recommendations if not _unstated(r)]
    for asked, action, themes in sharing(stated, doing, narrower_of(codebook), scopes, ALIKE):
        if scopes.scope(asked.owners, action.owners) != "same partnership" or not _told_after(asked, action):
            continue
        for theme in (t for t in themes if codebook.concepts[t].specific):
            alike = alike_about(theme, asked, action)
            if alike.value >= ALIKE and alike.telling >= 2:
                shared = ", ".join(f"“{w}”" for w in alike.shared[:4])
                graph.link(
                    asked.node,
                    "DELIVERED_BY",
                    action.node,
                    certainty="possible",
                    why=f"Both are about {codebook.concepts[theme].label} and share {shared}. "
                    "The action names no recommendation.",
                    rule=BY_LIKENESS,
                )
                break


def _told_after(asked: Statement, action: Statement) -> bool:
    """Whether the time the action is told for ends after the recommendation was known."""
    return bool(asked.known and action.interval and asked.known[0] <= action.interval[1])


def add_repeats(graph: Graph, codebook: Codebook, said: Sequence[Statement]) -> None:
    """Add REPEATS from the later recommendation to the earlier, and share statuses and replies of one told twice."""
    scopes = Scopes(graph)
    told = [s for s in said if isinstance(s.node, model.Recommendation)]
    told.sort(key=lambda s: (str(s.node.datedTo or "9999"), s.node.id))
    found: list[tuple[Statement, Statement, float, str]] = []
    for earlier, later in _one_number(told):
        alike = likeness(earlier.text, later.text)
        if graph.refused(later.node, "REPEATS", earlier.node):
            continue  # a person said that it is another one: its status is its own
        if alike.value >= SAME_NUMBER or _unstated(earlier, later):
            found.append((earlier, later, alike.value, ONE_NUMBER))
            _share_told(graph, earlier, later)
            _stand_in(graph, earlier, later)
    for pair in near(told, scopes, NEAR_SAME, _may_repeat(told)):
        earlier, later = pair.other, pair.one
        if graph.refused(later.node, "REPEATS", earlier.node):
            continue
        alike = likeness(earlier.text, later.text)
        if _near_same(earlier, later, alike):
            shared = ", ".join(f"“{w}”" for w in alike.shared[:4])
            more = f" It is near to {pair.more} more, which are not joined to it." if pair.more else ""
            found.append((earlier, later, alike.value, f"The words are near the same; they share {shared}.{more}"))
    _link_families(graph, told, found)
    _repeat_elsewhere(graph, told, scopes, codebook)


def _repeat_elsewhere(graph: Graph, told: list[Statement], scopes: Scopes, codebook: Codebook) -> None:
    """Link what was recommended before to all or in another area, on one theme, the nearest of each area first."""
    stated = {s.node.id: n for n, s in enumerate(told) if not _unstated(s)}
    before: dict[str, dict[tuple[str, ...], tuple[float, Statement]]] = {}
    recommended = [s for s in told if s.node.id in stated]
    for later, earlier, _ in sharing(recommended, recommended, narrower_of(codebook), Everywhere(), NEAR_SAME):
        alike = likeness(earlier.text, later.text)
        apart = scopes.scope(earlier.owners, later.owners) is None and not _one_document(earlier, later)
        if stated[later.node.id] > stated[earlier.node.id] and apart and _near_same(earlier, later, alike):
            areas = before.setdefault(later.node.id, {})
            area = tuple(sorted(earlier.owners))
            if area not in areas or areas[area][0] < alike.value:
                areas[area] = (alike.value, earlier)
    for id_, areas in before.items():
        later, near = told[stated[id_]], sorted(areas.items(), key=lambda item: (-item[1][0], item[0]))
        more = f" It was said in {len(near) - MOST} more areas, which are not joined to it." if near[MOST:] else ""
        for owners, (value, earlier) in near[:MOST]:
            if not graph.refused(later.node, "REPEATS", earlier.node):
                graph.link(
                    later.node,
                    "REPEATS",
                    earlier.node,
                    scope="other partnership" if owners and later.owners else "national",
                    similarity=value,
                    certainty="possible",
                    why=f"The words are near the same as those of another area or a national body.{more}",
                    rule=BY_WORDS,
                )


def _may_repeat(told: list[Statement]) -> May:
    """The first stands after the second, in another document, and both are stated in words."""
    shares, stated = sharing_documents(told), np.array([not _unstated(s) for s in told], bool)
    return lambda one, other: (
        np.greater.outer(one, other) & np.logical_and.outer(stated[one], stated[other]) & ~shares(one, other)
    )


def _link_families(graph: Graph, told: list[Statement], found: list[tuple[Statement, Statement, float, str]]) -> None:
    """Join each pair; all that hang together are one family, which goes by its earliest in the order of `told`."""
    number = {s.node.id: n for n, s in enumerate(told)}
    families = Components(number.values())
    for earlier, later, _, _ in found:
        families.join(number[earlier.node.id], number[later.node.id])
    for earlier, later, value, why in found:
        graph.link(
            later.node,
            "REPEATS",
            earlier.node,
            scope="same partnership",
            family=told[families.head(number[earlier.node.id])].node.id,
            similarity=value,
            certainty="probable",
            why=why,
            rule=BY_WORDS,
        )


def _one_number(told: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs told in two documents under one review and number, in the order given."""
    numbered: dict[tuple[str, str], list[int]] = {}
    for at, statement in enumerate(told):
        for place in statement.places if _number(statement) else ():
            numbered.setdefault((place, _number(statement)), []).append(at)
    pairs = {(a, b) for places in numbered.values() for a in places for b in places if a < b}
    return ((told[a], told[b]) for a, b in sorted(pairs) if not _one_document(told[a], told[b]))


def _one_document(one: Statement, other: Statement) -> bool:
    return bool({d.id for d in one.documents} & {d.id for d in other.documents})


def _near_same(one: Statement, other: Statement, alike: Likeness) -> bool:
    if alike.value < NEAR_SAME:
        return False
    return alike.telling >= LEAST_SHARED or key(one.text) == key(other.text)


def _number(statement: Statement) -> str:
    assert isinstance(statement.node, model.Recommendation)
    return number_form(statement.node.ref) if statement.node.ref else ""


def _unstated(*told: Statement) -> bool:
    return any(isinstance(s.node, model.Recommendation) and not s.node.stated for s in told)


def _stand_in(graph: Graph, one: Statement, other: Statement) -> None:
    """Say of the one that is told by its number alone which one it is, so that no answer tells both."""
    for a, b in ((one, other), (other, one)):
        if _unstated(a) and not _unstated(b):
            graph.change(a.node, toldAs=b.node.id)


def _share_told(graph: Graph, one: Statement, other: Statement) -> None:
    """What stands of one, statuses and replies, stands of the other."""
    for a, b in ((one, other), (other, one)):
        for event in graph.targets(a.node, "HAS_STATUS", model.StatusEvent):
            graph.link(b.node, "HAS_STATUS", event)
        for reply in graph.targets(a.node, "RESPONDED_WITH", model.Response):
            graph.link(b.node, "RESPONDED_WITH", reply)
