"""Documents as nodes, with whose work they tell of and the areas they cover."""

from __future__ import annotations

from graph import model
from graph.given import in_words
from graph.memory import Graph
from graph.project.keys import document_key
from graph.project.owners import add_area
from graph.project.times import iso_span
from graph.records import Document


def add_document(
    graph: Graph, document: Document, source: str, owner: model.Partnership | None, why: str | None = None
) -> model.Document:
    """Add one document, one edition; `why` says how its owner was worked out, where it names none."""
    published = iso_span(document.published) or (None, None)
    period = (document.period.from_, document.period.to) if document.period else (None, None)
    node = graph.add(
        model.Document(
            id=document_key(document),
            name=document.title,
            source=source,
            kind=document.kind,
            publisher=document.publisher or document.partnership,
            file=document.file,
            pages=document.pages,
            publishedFrom=published[0],
            publishedTo=published[1],
            publishedPrinted=document.published,
            periodFrom=period[0],
            periodTo=period[1],
            address=document.address,
            licence=document.licence,
            given=[in_words(fact) for fact in document.given],
        )
    )
    if owner is not None:
        graph.link(node, "TELLS_OF", owner, **({"why": why} if why else {}))
    for area in document.areas:
        graph.link(node, "COVERS", add_area(graph, area))
    return node
