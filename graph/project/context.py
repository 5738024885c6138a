"""What projecting one document needs to know, and the few moves every kind of fact shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import model
from graph.agency_types import name_of
from graph.declare import Node
from graph.memory import Graph
from graph.project.arising import Asked
from graph.project.claims import Claims
from graph.project.keys import Keys
from graph.records import Coding, Document, DocumentRecord
from graph.text import digest, joined, slug

if TYPE_CHECKING:
    from graph.codebook import Codebook

_NAME = 80


@dataclass
class Projection:
    """The graph being filled, and the document being projected."""

    graph: Graph
    codebook: Codebook
    record: DocumentRecord
    node: model.Document
    owner: model.Partnership | None  # whose work the document tells of
    keys: Keys
    claims: Claims = field(default_factory=Claims)  # the actions of this document by what they claim
    asked: Asked = field(default_factory=Asked)  # what was learnt and asked, to be joined as stated
    questioned: list[Node] = field(default_factory=list)  # figures and events that may not add up
    scope: str = ""  # label of the telling being projected, "" for the document's own facts

    @property
    def document(self) -> Document:
        """The document's own record."""
        return self.record.document

    @property
    def owner_id(self) -> str:
        """Id of whose work the document tells of; facts of unknown partnerships stay with their source."""
        return self.owner.id if self.owner else self.keys.source

    def stated(
        self, fact: Node, quote: str, page: int | None = None, line: int | None = None, heading: str | None = None
    ) -> model.Passage | None:
        """Join a fact to the passage it rests on; None where no words are known."""
        quote = joined(quote)
        if not quote:
            return None
        place = f"p{page}" if page is not None else f"l{line}" if line is not None else "x"
        name = f"page {page}" if page is not None else f"line {line}" if line is not None else "no place"
        id_ = f"{self.node.id}:{place}:{digest(quote)}"
        passage = self.graph.get(model.Passage, id_) or self.graph.add(
            model.Passage(id=id_, name=name, quote=quote, page=page, line=line, heading=heading)
        )
        self.graph.link(passage, "OF", self.node)
        self.graph.link(fact, "STATED_IN", passage)
        return passage

    def about(self, fact: Node, codings: list[Coding]) -> None:
        """Join a fact to its themes as suggested codings; themes the codebook lacks are left to the reader's report."""
        for coding in codings:
            if theme := self.graph.get(model.Theme, coding.id):
                self.graph.link(
                    fact,
                    "ABOUT",
                    theme,
                    sense=coding.sense,
                    cue=coding.cue,
                    ruleId=coding.rule or None,
                    polarity=coding.polarity,
                    state="suggested",
                )

    def agency(self, name: str, kind: str | None = None) -> model.Agency:
        """An agency as the partnership's documents write it; its kind where stated."""
        id_ = f"{self.owner_id}:{slug(name)}"
        agency = self.graph.get(model.Agency, id_) or self.graph.add(model.Agency(id=id_, name=joined(name)))
        if kind:
            type_id = slug(kind)
            type_ = self.graph.get(model.AgencyType, type_id) or self.graph.add(
                model.AgencyType(id=type_id, name=name_of(kind))
            )
            self.graph.link(agency, "OF_TYPE", type_)
        return agency


def short(text: str, prefix: str = "") -> str:
    """The first words of a text, as a caption."""
    text = joined(f"{prefix} {text}")
    return text if len(text) <= _NAME else text[:_NAME].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
