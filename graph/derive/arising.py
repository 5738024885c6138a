"""Which themes arise where: the lists and passages that the questions about themes would gather each time.

A theme arises where a review's learning points, recommendations or actions are about it, or where its story is (the
review itself or its case). What is stated as absent or done well is left out, so that it is no sign of the theme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graph import model
from graph.declare import Node
from graph.memory import Edge, Graph

NO_SIGN = ("absent", "good-practice")
SHOWN = 5  # passages a row, as in every answer


def add_arising(graph: Graph) -> None:
    """Set what the model calls gathered at load: `themes` of reviews and tests, `alone` of learning points, and more.

    Reviews are also told which of their themes are learning and which a person confirmed, themes their passages.
    """
    stated: dict[str, dict[str, model.Passage]] = defaultdict(dict)
    for review in graph.all(model.Review):
        learning = _learning_of(graph, review)
        links = [*learning, *_story_of(graph, review)]
        _state(graph, stated, links)
        graph.change(
            review,
            themes=_themes(links),
            learning=_themes(learning),
            confirmed=_themes(link for link in links if link.properties.get("state") == "confirmed"),
        )
    for test in graph.all(model.Assurance):
        links = _signs(graph, _wanting(graph, test))
        _state(graph, stated, links)
        graph.change(test, themes=_themes(links))
    for finding in graph.all(model.Finding):
        if not any(graph.sources(finding, "IDENTIFIES", kind) for kind in (model.Review, model.Assurance)):
            graph.change(finding, alone=True)
            if finding.polarity not in NO_SIGN:
                _state(graph, stated, _signs(graph, [finding]))
    for theme in graph.all(model.Theme):
        places = sorted((place(graph, passage), passage.quote) for passage in stated[theme.id].values())
        alike = {(*place[1:4], quote): place[-1] for place, quote in reversed(places)}  # as answers tell them apart
        first = [place[-1] for place, quote in places if alike[(*place[1:4], quote)] == place[-1]][:SHOWN]
        graph.change(theme, passages=len(alike), first=first)


def signs_of(graph: Graph, review: model.Review) -> list[Edge]:
    """The theme links by which themes arise in a review: of its learning, of what it asked for, and of its story."""
    return [*_learning_of(graph, review), *_story_of(graph, review)]


def _learning_of(graph: Graph, review: model.Review) -> list[Edge]:
    asked = [*graph.targets(review, "MAKES", model.Recommendation), *graph.targets(review, "LED_TO", model.Action)]
    return [*_signs(graph, _wanting(graph, review)), *_signs(graph, asked)]


def _story_of(graph: Graph, review: model.Review) -> list[Edge]:
    return _signs(graph, [review, *graph.targets(review, "EXAMINES", model.Case)])


def _state(graph: Graph, stated: dict[str, dict[str, model.Passage]], links: Iterable[Edge]) -> None:
    for link in links:
        fact = graph.nodes[link.source_label][link.source]
        for passage in graph.targets(fact, "STATED_IN", model.Passage):
            stated[link.target][passage.id] = passage


def place(graph: Graph, passage: model.Passage) -> tuple[date, str, int, int, str]:
    """Where it stands among all: the order in which every question tells its passages."""
    document = graph.targets(passage, "OF", model.Document)[0]
    return (document.publishedFrom or date.max, document.name, passage.page or 0, passage.line or 0, passage.id)


def _wanting(graph: Graph, told: Node) -> list[model.Finding]:
    return [f for f in graph.targets(told, "IDENTIFIES", model.Finding) if f.polarity not in NO_SIGN]


def _signs(graph: Graph, facts: Iterable[Node]) -> list[Edge]:
    links = [link for fact in facts for link in graph.edges_from(fact, "ABOUT")]
    return [link for link in links if link.properties.get("polarity") not in NO_SIGN]


def _themes(links: Iterable[Edge]) -> list[str]:
    return sorted({link.target for link in links})
