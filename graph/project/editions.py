"""Editions that newer ones replaced: each a document without words, with its counts and what the next one left out.

A publisher may have had a reason to take words back, so none of them are kept; that something disappeared is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph import model
from graph.memory import Graph
from graph.project.times import iso_span

KIND = "superseded"


@dataclass(frozen=True)
class Edition:
    """A replaced edition. `held` and `gone` in words: what it held, and what of it the next edition has not."""

    sha256: str
    title: str
    file: str
    published: str | None
    on: str  # ISO day of the load that brought the newer edition
    by: str  # SHA-256 of the newer edition
    held: str
    gone: str


def add_editions(graph: Graph, editions: Iterable[Edition]) -> None:
    """Add replaced editions of the documents that are loaded, each joined to the edition that came next."""
    waiting = {edition.sha256[:16]: edition for edition in editions}
    current = {d.id: d for d in graph.all(model.Document)}
    while ready := sorted(id_ for id_, e in waiting.items() if id_ not in current and e.by[:16] in current):
        for id_ in ready:
            edition = waiting.pop(id_)
            newer = current[edition.by[:16]]
            current[id_] = _add(graph, id_, edition, newer)


def _add(graph: Graph, id_: str, edition: Edition, newer: model.Document) -> model.Document:
    published = iso_span(edition.published) or (None, None)
    node = graph.add(
        model.Document(
            id=id_,
            name=edition.title,
            source=newer.source,
            kind=KIND,
            file=edition.file,
            publisher=None,
            pages=None,
            publishedFrom=published[0],
            publishedTo=published[1],
            publishedPrinted=edition.published,
            periodFrom=None,
            periodTo=None,
            supersededOn=date.fromisoformat(edition.on),
            given=[],
            held=edition.held,
            gone=edition.gone or None,
        )
    )
    graph.link(node, "SUPERSEDED_BY", newer)
    return node
