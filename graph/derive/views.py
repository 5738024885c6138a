"""Views that may differ: a critical view beside what the partnership, or another author, says of the same thing.

Two statements are put side by side where one finds something wanting and the other says it is in place, both of one
partnership, about one theme or in like words. Only different authors make two views; one author who says both has two
emphases. Two opposite findings of one test are two accounts of it. Which is right is for a person; nothing is averaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph import model
from graph.declare import Node
from graph.derive.by_theme import alike_texts
from graph.derive.likeness import Likeness, common, likeness, stem
from graph.memory import Graph
from graph.text import key, words

RULE = "views-side-by-side/1"
WANTING = ("shortfall", "barrier")
DONE = ("complete-evidence-awaited", "complete-evidenced", "embedded")
INSPECTIONS = ("inspection-letter", "inspection-report")
ROLES = ("chair", "scrutineer", "panel", "partnership", "inspectorate")
ALIKE_IN_THEME, ALIKE, ALIKE_IN_TEST = 0.2, 0.3, 0.45


@dataclass(frozen=True, eq=False)
class View:
    """One statement with who says it, of which partnerships, and about what."""

    node: Node
    plain: str  # its words, see `_plain`
    wanting: bool
    roles: frozenset[str]
    owners: frozenset[str]
    themes: frozenset[str]


def add_views(graph: Graph) -> None:
    """Add DIFFERS_FROM, from what finds it wanting to what says it is in place."""
    _add_judgements(graph)
    _add_accounts(graph)


def roles_of(author: str | None, role: str) -> frozenset[str]:
    """The offices an author speaks from: the role as read and every office the printed author names."""
    named = {word for word in ROLES if re.search(rf"\b{word}", key(author or ""))}
    return frozenset(named | {role})


def _add_judgements(graph: Graph) -> None:
    told = list(_views(graph))
    by_owner: dict[str, tuple[list[int], list[int]]] = {}
    for number, view in enumerate(told):
        for owner in view.owners:
            by_owner.setdefault(owner, ([], []))[0 if view.wanting else 1].append(number)
    near: set[tuple[int, str, int]] = set()
    for owner, (wanting, content) in by_owner.items():
        texts = [[told[n].plain for n in numbers] for numbers in (wanting, content)]
        ones, others, _ = alike_texts(texts[0], texts[1], ALIKE_IN_THEME)
        near.update((wanting[a], owner, content[b]) for a, b in zip(ones.tolist(), others.tolist(), strict=True))
    for a, _, b in sorted(near):
        one, other = told[a], told[b]
        alike = likeness(one.plain, other.plain)
        shared = one.themes & other.themes
        if alike.value < (ALIKE_IN_THEME if shared else ALIKE) or not _beyond(graph, shared, alike):
            continue
        same_author = bool(one.roles & other.roles)
        kind = "same author, two emphases" if same_author else "two authors"
        _link(graph, one.node, other.node, kind, shared, alike)


def _views(graph: Graph) -> Iterator[View]:
    """Attributed views; and what a partnership's own documents claim as done or as impact."""
    for judgement in graph.all(model.Judgement):
        if judgement.polarity in (*WANTING, "good-practice"):
            roles = roles_of(judgement.author, judgement.authorRole)
            yield _view(graph, judgement, judgement.text, judgement.polarity in WANTING, roles)
    claims: list[model.Evidence | model.Action] = [
        *graph.all(model.Evidence),
        *(a for a in graph.all(model.Action) if a.status in DONE),
    ]
    for claim in claims:
        if not any(d.kind in INSPECTIONS for d in _documents(graph, claim)):
            yield _view(graph, claim, claim.text, False, frozenset({"partnership"}))


def _view(graph: Graph, node: Node, text: str, wanting: bool, roles: frozenset[str]) -> View:
    owners = {p.id for d in _documents(graph, node) for p in graph.targets(d, "TELLS_OF", model.Partnership)}
    return View(node, _plain(text), wanting, roles, frozenset(owners), _themes(graph, node))


def _add_accounts(graph: Graph) -> None:
    """Opposite findings of one test, about one theme and in like words; an inspection tells both sides by design."""
    for test in (t for t in graph.all(model.Assurance) if t.kind != "inspection"):
        found = graph.targets(test, "IDENTIFIES", model.Finding)
        for one in (f for f in found if f.polarity in WANTING):
            for other in (f for f in found if f.polarity == "good-practice"):
                shared = _themes(graph, one) & _themes(graph, other)
                if not shared:
                    continue
                alike = likeness(one.text, other.text)
                if alike.value >= ALIKE_IN_TEST and _beyond(graph, shared, alike) >= 2:
                    _link(graph, one, other, "one test, two accounts", shared, alike)


def _documents(graph: Graph, node: Node) -> list[model.Document]:
    passages = graph.targets(node, "STATED_IN", model.Passage)
    return [d for p in passages for d in graph.targets(p, "OF", model.Document)]


def _themes(graph: Graph, node: Node) -> frozenset[str]:
    return frozenset(e.target for e in graph.edges_from(node, "ABOUT"))


def _plain(text: str) -> str:
    """The text without the author's own office and the number of a step, which all that one author says share.

    A subgroup is a group: views speak of "the Neglect Group", plans of "all subgroups".
    """
    text = re.sub(r"(?i)\bstep \d+:?|\bindependent\b|\bscrutineers?\b|\bscrutiny\b", " ", text)
    return re.sub(r"(?i)\bsub-?(?=groups?\b)", "", text)


def _beyond(graph: Graph, themes: Iterable[str], alike: Likeness) -> int:
    """How many telling words the two share beyond the names of the themes they share."""
    named = set()
    for id_ in themes:
        theme = graph.get(model.Theme, id_)
        if theme is not None:
            named |= {stem(w) for name in (theme.name, *theme.altLabels) for w in words(name)}
    return sum(1 for w in alike.shared if stem(w) not in named and not common(w))


def _link(graph: Graph, one: Node, other: Node, kind: str, themes: Iterable[str], alike: Likeness) -> None:
    about = sorted(themes)
    labels = [t.name for id_ in about if (t := graph.get(model.Theme, id_)) is not None]
    shared = ", ".join(f"“{w}”" for w in alike.shared[:4])
    why = (f"Both are about {', '.join(labels)}; they" if labels else "They") + f" share {shared}."
    graph.link(
        one,
        "DIFFERS_FROM",
        other,
        kind=kind,
        themes=about,
        similarity=alike.value,
        certainty="possible",
        why=why,
        rule=RULE,
    )
