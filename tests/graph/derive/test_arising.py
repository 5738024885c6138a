"""Which passages stand beside a theme: those of the reviews that are counted, and no praise as a shortfall."""

from __future__ import annotations

from datetime import date

import pytest

from graph.declare import Node
from graph.derive.arising import add_arising
from graph.memory import Graph
from graph.model import Assurance, Case, ChronologyEntry, Document, Finding, Passage, Review, Theme


class Told:
    """A graph of one theme, to tell passages of it."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.theme = self.graph.add(Theme(id="sharing", name="Information sharing"))

    def document(self, id_: str, year: int) -> Document:
        day = date(year, 1, 1)
        return self.graph.add(Document(id=id_, name=id_, source=id_, kind="other", file=id_, publishedFrom=day))

    def passage(self, fact: Node, document: Document, line: int, quote: str) -> None:
        passage = self.graph.add(Passage(id=f"{document.id}:{line}", name="l", quote=quote, line=line))
        self.graph.link(passage, "OF", document)
        self.graph.link(fact, "STATED_IN", passage)

    def finding(self, owner: Node, document: Document, line: int, quote: str, polarity: str = "shortfall") -> None:
        id_ = f"{document.id}:f{line}"
        finding = self.graph.add(Finding(id=id_, name=quote, text=quote, polarity=polarity))
        self.graph.link(owner, "IDENTIFIES", finding)
        self.graph.link(finding, "ABOUT", self.theme, sense="learning", polarity=polarity, state="suggested")
        self.passage(finding, document, line, quote)

    def shown(self) -> tuple[list[str], int]:
        """The passages shown beside the theme, and how many there are."""
        add_arising(self.graph)
        theme = self.graph.get(Theme, self.theme.id)
        assert theme is not None
        return theme.first, theme.passages


def review(told: Told, id_: str) -> Review:
    return told.graph.add(Review(id=id_, name=id_, kind="rapid-review", canonical=id_))


def inspection(told: Told) -> Assurance:
    return told.graph.add(Assurance(id="inspection", name="Inspection", kind="inspection"))


def test_an_old_inspection_does_not_crowd_out_the_reviews_that_are_counted() -> None:
    told = Told()
    old, digest = told.document("a", 2016), told.document("b", 2024)
    test = inspection(told)
    for line in range(1, 8):
        told.finding(test, old, line, f"It was not shared ({line}).")
    for at, name in enumerate(("one", "two")):
        owner = review(told, name)
        told.finding(owner, digest, 10 + at, f"What was known was not shared in {name}.")
        told.finding(owner, digest, 20 + at, f"Nor was the rest in {name}.")
    assert told.shown() == (["b:10", "b:11", "a:1", "b:20", "b:21"], 11)


def test_what_a_test_says_without_blame_is_not_found_wanting() -> None:
    told = Told()
    test = inspection(told)
    told.finding(test, told.document("a", 2016), 1, "All young people are registered with a doctor.", "not-stated")
    assert told.shown() == ([], 0)
    assert [x.themes for x in told.graph.all(Assurance)] == [[]]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("Not Shared", ["a:3"]),
        (None, ["a:2", "a:3"]),  # nothing says which of its words: its prose, and never the heading above it
        ("kept back", ["a:4"]),  # of a dated event
    ],
)
def test_of_a_story_what_carries_the_theme_is_shown_and_no_more(cue: str | None, expected: list[str]) -> None:
    told = Told()
    document, owner = told.document("a", 2024), review(told, "Harper")
    case = told.graph.add(Case(id="case", name="Harper", canonical="case"))
    told.graph.link(owner, "EXAMINES", case)
    told.graph.link(case, "ABOUT", told.theme, sense="context", cue=cue, state="suggested")
    event = told.graph.add(ChronologyEntry(id="e", name="May", text="It was kept back.", order=1))
    told.graph.link(case, "HAS_EVENT", event)
    told.passage(event, document, 4, "In May it was kept back.")
    told.passage(case, document, 1, "Learning from Harper")
    told.passage(case, document, 2, "Harper lived with her mother, who was well regarded by everybody.")
    told.passage(case, document, 3, "What the clinic knew was not shared with anybody else.")
    assert told.shown() == (expected, len(expected))


def test_the_words_by_which_a_review_is_about_a_theme_stand_with_its_case() -> None:
    told = Told()
    document, owner = told.document("a", 2024), review(told, "Joe")
    case = told.graph.add(Case(id="case", name="Joe", canonical="case"))
    told.graph.link(owner, "EXAMINES", case)
    told.graph.link(owner, "ABOUT", told.theme, sense="context", cue="not shared", state="suggested")
    told.passage(owner, document, 1, "Review: Joe")
    told.passage(case, document, 2, "Joe was seventeen and had moved four times in that year.")
    told.passage(case, document, 3, "What the school knew was not shared.")
    assert told.shown() == (["a:3"], 1)
