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
from graph.derive.by_wording import only_by_wording
from graph.memory import Edge, Graph

NO_SIGN = ("absent", "good-practice")
WANTING = ("shortfall", "barrier")
SHOWN = 5  # passages a row, as in every answer
_BRIEF = 40  # characters: a shorter passage of a story is a heading or a label
_REVIEW, _TEST, _DOCUMENT = range(3)  # whose words come first, since reviews are what is counted
_Told = dict[tuple[int, str], dict[str, int]]  # of a review, test or document: how telling each of its passages is


def add_arising(graph: Graph) -> None:
    """Set what the model calls gathered at load: `themes` of reviews and tests, `alone` of learning points, and more.

    Reviews are also told which of their themes are learning, which a person confirmed and which stand on words alone,
    themes their passages. `add_by_wording` comes first.
    """
    _add_told(graph)
    stated: dict[str, dict[str, model.Passage]] = defaultdict(dict)
    told: dict[str, _Told] = defaultdict(dict)

    def state(links: Iterable[Edge], kind: int, source: str) -> None:
        for link in links:
            for passage, telling in _telling(graph, link):
                stated[link.target][passage.id] = passage
                own = told[link.target].setdefault((kind, source), {})
                own[passage.id] = min(telling, own.get(passage.id, telling))

    for review in graph.all(model.Review):
        learning = _learning_of(graph, review)
        links = [*learning, *_story_of(graph, review)]
        state(links, _REVIEW, review.canonical)
        graph.change(
            review,
            themes=_themes(links),
            learning=_themes(learning),
            confirmed=_themes(link for link in links if link.properties.get("state") == "confirmed"),
            byWording=sorted(only_by_wording(graph, links)),
        )
    for test in graph.all(model.Assurance):
        links = _signs(graph, [f for f in _wanting(graph, test) if f.polarity in WANTING])
        state(links, _TEST, test.id)
        graph.change(test, themes=_themes(links), byWording=sorted(only_by_wording(graph, links)))
    for finding in graph.all(model.Finding):
        if not any(graph.sources(finding, "IDENTIFIES", kind) for kind in (model.Review, model.Assurance)):
            graph.change(finding, alone=True)
            if finding.polarity not in NO_SIGN:
                for document in _documents(graph, finding):
                    state(_signs(graph, [finding]), _DOCUMENT, document)
    for theme in graph.all(model.Theme):
        places = {passage.id: place(graph, passage) for passage in stated[theme.id].values()}
        alike: dict[tuple[object, ...], str] = {}  # as answers tell them apart
        same = {
            id_: alike.setdefault((*places[id_][1:4], stated[theme.id][id_].quote), id_)
            for id_ in sorted(places, key=places.__getitem__)
        }
        graph.change(theme, passages=len(alike), first=_first(told[theme.id], places, same))


def _add_told(graph: Graph) -> None:
    """Set `told` of what a review or its case is about: the passages by which its story carries the theme."""
    tellers: list[list[Node]] = [[r, *graph.targets(r, "EXAMINES", model.Case)] for r in graph.all(model.Review)]
    tellers += [[case] for case in graph.all(model.Case)]
    for told_by in tellers:
        story = _passages(graph, told_by)
        for link in graph.edges_from(told_by[0], "ABOUT"):
            graph.change_link(link, told=[passage.id for passage in _carrying(graph, link, told_by, story)])


def _carrying(graph: Graph, link: Edge, tellers: list[Node], story: list[model.Passage]) -> list[model.Passage]:
    """Where the words stand by which a story is about a theme; else its prose, else no more than its heading.

    The words may stand in the story, in its dated events, in what was done, or in what was said of the review.
    """
    if cue := str(link.properties.get("cue") or "").lower():
        events = [e for teller in tellers for e in graph.targets(teller, "HAS_EVENT", model.ChronologyEntry)]
        actions = [a for teller in tellers for a in graph.targets(teller, "LED_TO", model.Action)]
        views = [v for teller in tellers for v in graph.targets(teller, "RECEIVED", model.Judgement)]
        for passages in (story, *(_passages(graph, told) for told in (events, actions, views))):
            if carrying := [passage for passage in passages if cue in passage.quote.lower()]:
                return carrying
    return [passage for passage in story if len(passage.quote) >= _BRIEF] or story


def _passages(graph: Graph, facts: Iterable[Node]) -> list[model.Passage]:
    """The passages of facts in the order of answers; those that look alike once, as the heading of review and case."""
    alike: dict[tuple[object, ...], model.Passage] = {}
    found = [passage for fact in facts for passage in graph.targets(fact, "STATED_IN", model.Passage)]
    for passage in sorted(found, key=lambda passage: place(graph, passage)):
        alike.setdefault((*place(graph, passage)[:4], passage.quote), passage)
    return list(alike.values())


def passages_of(graph: Graph, link: Edge) -> list[model.Passage]:
    """The passages by which a fact is about a theme: of a story those that carry it, else those of the fact."""
    carrying = link.properties.get("told")
    if isinstance(carrying, list):
        held = graph.nodes[model.Passage.label]
        return [passage for id_ in carrying if isinstance(passage := held[str(id_)], model.Passage)]
    return graph.targets(graph.nodes[link.source_label][link.source], "STATED_IN", model.Passage)


def _telling(graph: Graph, link: Edge) -> Iterable[tuple[model.Passage, int]]:
    """The passages of a fact, and how plainly each tells that the theme arises (0 is the most telling).

    What needs to improve, other learning, what was asked or done, then the story: where its words stand, else prose.
    """
    fact = graph.nodes[link.source_label][link.source]
    cue = str(link.properties.get("cue") or "").lower()
    for passage in passages_of(graph, link):
        if isinstance(fact, model.Finding):
            yield passage, 0 if fact.polarity in WANTING else 1
        elif isinstance(fact, (model.Recommendation, model.Action)):
            yield passage, 2
        elif cue and cue in passage.quote.lower():
            yield passage, 3
        else:
            yield passage, 4 if len(passage.quote) >= _BRIEF else 5


def _first(told: _Told, places: dict[str, tuple[date, str, int, int, str]], same: dict[str, str]) -> list[str]:
    """The passages to show: the most telling one of each review in turn, then of tests and documents, then a second."""
    turns = []
    for (kind, _), telling in told.items():
        best: dict[str, int] = {}
        for id_, n in telling.items():
            best[same[id_]] = min(n, best.get(same[id_], n))
        own = sorted(best, key=lambda id_: (best[id_], places[id_]))
        turns += [(turn, kind, places[id_]) for turn, id_ in enumerate(own)]
    return list(dict.fromkeys(where[-1] for _, _, where in sorted(turns)))[:SHOWN]


def _documents(graph: Graph, fact: Node) -> list[str]:
    passages = graph.targets(fact, "STATED_IN", model.Passage)
    return sorted({document.id for s in passages for document in graph.targets(s, "OF", model.Document)})


def signs_of(graph: Graph, review: model.Review) -> list[Edge]:
    """The theme links by which themes arise in a review: of its learning, of what it asked for, and of its story."""
    return [*_learning_of(graph, review), *_story_of(graph, review)]


def _learning_of(graph: Graph, review: model.Review) -> list[Edge]:
    asked = [*graph.targets(review, "MAKES", model.Recommendation), *graph.targets(review, "LED_TO", model.Action)]
    return [*_signs(graph, _wanting(graph, review)), *_signs(graph, asked)]


def _story_of(graph: Graph, review: model.Review) -> list[Edge]:
    return _signs(graph, [review, *graph.targets(review, "EXAMINES", model.Case)])


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
