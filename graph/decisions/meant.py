"""What a person means by a thing: an id, a number or name as printed, or its words. Never a guess between two."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from graph import model
from graph.declare import NODES, Node
from graph.errors import WrongUse
from graph.memory import Graph
from graph.questions.names import spelling
from graph.text import joined

ALIKE = 88.0  # of 100; the same sentence with a word more or less
LEAST = 3  # words of a text that may be looked for as a part
SHOWN = 6


def meant(graph: Graph, thing: str, labels: Iterable[str]) -> Node:
    """The one thing of these kinds that is meant. WrongUse where it is none, or with all that it could be."""
    kinds = sorted(labels)
    nodes = [n for label in kinds for n in graph.nodes.get(label, {}).values()]
    wanted = spelling(thing)
    found = [n for n in nodes if n.id == thing.strip()]
    found = found or [n for n in nodes if wanted and wanted in names_of(graph, n)]
    if not found and len(wanted.split()) >= LEAST:
        said = [(n, spelling(_text(n))) for n in nodes]
        found = [n for n, text in said if text == wanted] or [n for n, text in said if wanted in text]
        found = found or [n for n, text in said if fuzz.ratio(text, wanted) >= ALIKE]
    part = f" {wanted} "
    found = found or [n for n in nodes if wanted and any(part in f" {name} " for name in names_of(graph, n))]
    found = _one_case(graph, found)
    plural = " or ".join(NODES[label].plural for label in kinds[:4])
    if not found:
        raise WrongUse(
            f"nothing loaded is called, or says, “{thing}”", todo=f"looked at {plural}; quote more of its words"
        )
    if len(found) > 1:
        could = "; ".join(describe(graph, n) for n in found[:SHOWN])
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise WrongUse(f"“{thing}” could mean {len(found)} things: {could}{more}", todo="give the id of one")
    return found[0]


def words_of(graph: Graph, thing: Node) -> tuple[str, str]:
    """The document that states a thing and its words as printed there, by which a decision is found again."""
    for passage in graph.targets(thing, "STATED_IN", model.Passage):
        for document in graph.targets(passage, "OF", model.Document):
            if document.kind != "decisions":
                return document.name, passage.quote
    if isinstance(thing, model.Passage):
        return next((d.name for d in graph.targets(thing, "OF", model.Document)), ""), thing.quote
    return (thing.name, "") if isinstance(thing, model.Document) else ("", "")


def describe(graph: Graph, thing: Node) -> str:
    """A thing for a person who has to choose: id, first words and document."""
    text = joined(_text(thing))
    document, _ = words_of(graph, thing)
    short = text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
    return f"{thing.id} (“{short}”" + (f", {document})" if document else ")")


def _one_case(graph: Graph, found: list[Node]) -> list[Node]:
    """A case and its own reviews under one name are the case."""
    cases = [n for n in found if isinstance(n, model.Case)]
    if len(cases) != 1:
        return found
    reviews = {r.id for r in graph.sources(cases[0], "EXAMINES", model.Review)}
    return [n for n in found if n is cases[0] or n.id not in reviews]


def _text(node: Node) -> str:
    return node.quote if isinstance(node, model.Passage) else str(getattr(node, "text", None) or node.name)


def names_of(graph: Graph, node: Node) -> set[str]:
    """What it is called: its name, its number, other labels, and the children a review or case is about."""
    names = [node.name, getattr(node, "ref", None), *getattr(node, "aliases", ()), *getattr(node, "altLabels", ())]
    if isinstance(node, model.Review):
        for case in graph.targets(node, "EXAMINES", model.Case):
            names += [case.name, *(c.name for c in graph.targets(case, "CONCERNS", model.Child))]
    return {spelling(name) for name in names if name} - {"", "child", "serious incident"}
