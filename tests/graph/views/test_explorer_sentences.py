"""The four sentences of the page are those of `goldenthread trace`, for every theme, review and recommendation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from graph.questions.library import statement
from graph.store import Store, open_store
from graph.trace.gather import Key, Stored, gather
from graph.trace.summary import four_sentences
from graph.trace.tell import steps_of
from graph.views.explorer import held
from graph.views.explorer.sentences import KIND, key_of
from tests.graph.small import small_store

__all__ = ["small_store"]
pytestmark = pytest.mark.embedded
Four = list[tuple[str, str, str, list[Key]]]


def on_page(page: dict[str, Any], thing: dict[str, Any]) -> Four:
    said = [page["sentences"][place] for place in thing["four"]]
    rests = [sorted({key_of(page["facts"][at]["id"]) for at in s["facts"]}) for s in said]
    return [(s["name"], s["state"], s["text"], facts) for s, facts in zip(said, rests, strict=True)]


def traced(store: Store, seeds: Iterable[Key], themes: frozenset[str] | None, *, one_practice: bool) -> Four:
    """As `graph.trace.trace` does, without what it adds after the four sentences."""
    thread = gather(Stored(store), seeds, themes=themes)
    steps = steps_of(thread, themed=themes is not None)
    four = four_sentences(thread, steps, one_practice=one_practice)
    return [(s.name, s.state, s.short, sorted({key for key in s.facts if key[0] in KIND})) for s in four]


def check(store: Store) -> None:
    page = held(store, internal=True)
    compared = 0
    for theme in page["themes"]:
        rows = store.read(statement("trace/theme"), {"themes": [theme["id"]]})
        themes = frozenset([theme["id"], *(r["theme"] for r in rows)])
        said = traced(store, [(r["label"], r["id"]) for r in rows], themes, one_practice=True)
        assert on_page(page, theme) == said, theme["id"]
        compared += bool(rows)
    for fact in page["facts"]:
        key = key_of(fact["id"])
        if key[0] == "Recommendation":
            assert on_page(page, fact) == traced(store, [key], None, one_practice=True), key
            compared += 1
        elif key[0] == "Review":
            [row] = store.read("MATCH (r:Review) WHERE r.id = $id RETURN r.canonical AS id", {"id": key[1]})
            rows = store.read(statement("trace/review"), {"reviews": [row["id"]]})
            said = traced(store, [(r["label"], r["id"]) for r in rows], None, one_practice=False)
            assert on_page(page, fact) == said, key
            compared += 1
    assert compared > 10


def test_of_the_small_graph(small_store: Store) -> None:
    check(small_store)


def test_of_the_samples(samples_store: str) -> None:
    with open_store(samples_store) as store:
        check(store)


@pytest.mark.reviews
def test_of_the_published_texts(reviews_store: str) -> None:
    with open_store(reviews_store) as store:
        check(store)
