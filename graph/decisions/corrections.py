"""Facts that a person corrected or added in a file beside the documents, tied to what they are about.

A correction names its document and a review, a child of it, a quotation, or nothing (the document itself). Here it gets
the id and the words by which the decision is found again; one that finds nothing is kept and waits.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.meant import names_of
from graph.decisions.model import ValueDecision
from graph.decisions.values import decide_value, fields_of, labels_with, value_of
from graph.declare import NODES, Node
from graph.errors import WrongUse
from graph.memory import Graph
from graph.questions.names import spelling
from graph.text import joined, key, slug

_SPOKEN = {  # as people write a field: as it is called
    "incident_date": "incident",
    "incident_month": "incident",
    "date_of_incident": "incident",
    "due_date": "due",
    "child_age": "age",
    "childs_age": "age",
    "publication_date": "published",
    "lead": "leads",
    "addressee": "addressees",
}
_NO_DOCUMENT = ("decisions", "superseded")


def _field(value: Any) -> Any:
    name = slug(str(value)).replace("-", "_")
    return _SPOKEN.get(name, name)


def _text(value: Any) -> Any:
    return joined(str(value)) if isinstance(value, str | int) else value


Text = Annotated[str, BeforeValidator(_text), Field(min_length=1)]


class Correction(BaseModel):
    """One entry of a corrections file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: Text = Field(validation_alias=AliasChoices("document", "file"))  # its file or title
    review: Text | None = Field(default=None, validation_alias=AliasChoices("review", "about"))  # reference or name
    child: Text | None = None  # published name, where the review is about several
    quote: Text | None = None  # words of what it is about
    field: Annotated[str, BeforeValidator(_field), Field(min_length=1)]
    value: str | int | float | bool | datetime.date | list[str] | None
    by: Text
    on: datetime.date
    note: str = ""


def decided(graph: Graph, correction: Correction) -> tuple[ValueDecision, Node | None, str]:
    """The decision that a correction is, with what it is about, or why that is not found and it waits.

    Raises:
        WrongUse: there is no such field.
    """
    about: dict[str, Any]
    said: dict[str, Any] = {"by": correction.by, "on": correction.on, "note": correction.note}
    said |= {"field": correction.field, "value": correction.value}
    labels = labels_with(correction.field)
    if not labels:
        known = sorted({name for label in NODES for name in fields_of(label)})
        raise WrongUse(f"“{correction.field}” is nothing that can be corrected", "", f"use one of {', '.join(known)}")
    document = document_called(graph, correction.document)
    thing, why = (None, f"no loaded document is called {correction.document}")
    if document is not None:
        thing, why = _about(graph, document, correction, labels)
    if thing is None:
        place = correction.quote or correction.child or correction.review or correction.document
        title = document.name if document else correction.document
        about = {"thing": f"waiting:{place}", "document": title, "quote": correction.quote or ""}
        return ValueDecision(**about, **said), None, why
    assert document is not None
    words = [quote for node, quote in _stated(graph, document) if node is thing]
    about = {"thing": thing.id, "document": document.name, "quote": words[0] if words else ""}
    return ValueDecision(**about, **said, was=value_of(graph, thing, correction.field)), thing, ""


def try_out(graph: Graph, decision: ValueDecision, thing: Node) -> None:
    """Put the value into a graph that is thrown away. Raises WrongUse where it makes no sense."""
    tried = decide_value(graph, Attached(decision, thing))
    if tried.reason:
        raise WrongUse(tried.reason, "", "mend the value")


def document_called(graph: Graph, name: str) -> model.Document | None:
    """The one loaded document of this file name or title."""
    loaded = [d for d in graph.all(model.Document) if d.kind not in _NO_DOCUMENT]
    found = [d for d in loaded if key(d.file) == key(name)] or [d for d in loaded if key(d.name) == key(name)]
    return found[0] if len(found) == 1 else None


def _about(
    graph: Graph, document: model.Document, correction: Correction, labels: Sequence[str]
) -> tuple[Node | None, str]:
    if correction.quote is None and correction.review is None and correction.child is None:
        if "Document" in labels:
            return document, ""
        return None, "it does not say what of the document it is about; give review or quote"
    stated = list(_stated(graph, document))
    if correction.quote is not None:
        wanted = key(correction.quote)
        said = [(n, key(q)) for n, q in stated if n.label in labels]
        found = [n for n, q in said if q == wanted] or [n for n, q in said if wanted in q]
        return _one(found, f"the words “{correction.quote}”")
    reviews = [n for n, _ in stated if n.label in ("Review", "Assurance")]
    if correction.review is not None:
        name = spelling(correction.review)
        reviews = [n for n in reviews if name in names_of(graph, n)]
    if "Child" in labels:
        cases = [c for r in _distinct(reviews) for c in graph.targets(r, "EXAMINES", model.Case)]
        told = [c for case in _distinct(cases) for c in graph.targets(case, "CONCERNS", model.Child)]
        if correction.child is not None:
            told = [c for c in told if spelling(c.name) == spelling(correction.child)]
        return _one(told, f"the child {correction.child or ''} of {correction.review or 'a review'}".replace("  ", " "))
    return _one([r for r in reviews if r.label in labels], f"the review {correction.review}")


def _stated(graph: Graph, document: model.Document) -> Iterable[tuple[Node, str]]:
    """Everything a document states, with the words it rests on."""
    for passage in graph.sources(document, "OF", model.Passage):
        for kind in NODES.values():
            for node in graph.sources(passage, "STATED_IN", kind):
                yield node, passage.quote


def _one(found: Iterable[Node], what: str) -> tuple[Node | None, str]:
    distinct = _distinct(found)
    if len(distinct) == 1:
        return distinct[0], ""
    if distinct:
        return None, f"the document holds {what} in {len(distinct)} places"
    return None, f"the document does not hold {what}"


def _distinct(nodes: Iterable[Any]) -> list[Any]:
    return list({(n.label, n.id): n for n in nodes}.values())
