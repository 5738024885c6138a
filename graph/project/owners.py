"""Whose work a document tells of: its partnership, the partnership of its area, or its area where that is unknown.

A predecessor board's documents belong to its successor. A document of several partnerships at once belongs to the
joint body, which is never split.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graph import gazetteer, model
from graph.memory import Graph
from graph.national import national_body
from graph.records import Document, DocumentRecord
from graph.text import joined, key, slug


@dataclass(frozen=True)
class Owner:
    """A partnership as it becomes a node."""

    name: str
    kind: str  # partnership, joint or area
    areas: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    abbreviation: str | None = None

    @property
    def id(self) -> str:
        """Slug of the name."""
        return slug(self.name)


def owner_of(document: Document) -> Owner | None:
    """Whose work the document tells of; None where no partnership or area is known, or a national body speaks."""
    if national_body(document.partnership):
        return None
    if len(document.partnerships) > 1 or (document.partnership and gazetteer.members_of(document.partnership)):
        return _joint(document)
    if document.partnership:
        return _partnership(document.partnership, tuple(document.areas))
    for area in document.areas:
        if name := gazetteer.partnership_for(area):
            return _partnership(name, ())
    return Owner(joined(document.areas[0]), "area", tuple(document.areas)) if document.areas else None


@lru_cache(maxsize=10_000)
def _partnership(name: str, areas: tuple[str, ...]) -> Owner:
    """A partnership under its present name: of the gazetteer's bodies the one that is the same body."""
    known = [a for a in gazetteer.areas_of(name) if a]
    present = next((p for a in known if (p := gazetteer.partnership_for(a)) and gazetteer.same_body(p, name)), None)
    if present is None:
        present = next((p for a in known[:1] if (p := gazetteer.partnership_for(a))), None)
    present = present or name
    return Owner(joined(present), "partnership", tuple(gazetteer.areas_of(present) or known or areas))


def _joint(document: Document) -> Owner:
    members = tuple(
        dict.fromkeys(
            _partnership(m, ()).name
            for m in (document.partnerships or gazetteer.members_of(document.partnership or ""))
        )
    )
    if len(members) == 1:
        return _partnership(members[0], tuple(document.areas))
    name = document.partnership or " and ".join(sorted(members))
    areas = tuple(dict.fromkeys(a for m in members for a in gazetteer.areas_of(m)))
    return Owner(joined(name), "joint", areas, members)


def add_owner(graph: Graph, owner: Owner) -> model.Partnership:
    """Add a partnership with its areas and, for a joint body, its members."""
    found = graph.get(model.Partnership, owner.id)
    node = found or graph.add(
        model.Partnership(id=owner.id, name=owner.name, abbreviation=owner.abbreviation, kind=owner.kind)
    )
    for area in owner.areas:
        graph.link(node, "ACTS_FOR", add_area(graph, area))
    for member in owner.members:
        graph.link(add_owner(graph, _partnership(member, ())), "PART_OF", node)
    return node


def add_area(graph: Graph, name: str) -> model.Area:
    """Add a place under its gazetteer code, or a slug where the gazetteer has none."""
    id_ = gazetteer.code_of(name) or slug(name)
    return graph.get(model.Area, id_) or graph.add(model.Area(id=id_, name=joined(name)))


def unite(owners: dict[str, Owner | None]) -> dict[str, Owner | None]:
    """One spelling for owners that are the same body, so that loading order cannot choose it: the smallest id."""
    distinct = sorted({o.id: o for o in owners.values() if o}.items())
    chosen: dict[str, Owner] = {}
    for id_, owner in distinct:
        same = next(
            (
                c
                for c in chosen.values()
                if c.kind == owner.kind != "joint"
                and (key(c.name) == key(owner.name) or gazetteer.same_body(c.name, owner.name))
            ),
            owner,
        )
        chosen[id_] = same
    return {document: chosen[o.id] if o else None for document, o in owners.items()}


def owners_of(records: list[DocumentRecord]) -> dict[str, Owner | None]:
    """Document key → owner; and the name of each body that a review gives as its own → owner."""
    bodies = {review.partnership for r in records for review in r.reviews if review.partnership}
    stated = {r.document.sha256[:16]: owner_of(r.document) for r in records}
    return unite(stated | {name: owner_named(name) for name in sorted(bodies)})


def owner_named(name: str) -> Owner:
    """The body a review gives as its own: a partnership, a joint body, or a place of which none is known."""
    if gazetteer.members_of(name):
        return _joint(Document(title=name, sha256="", partnership=name))
    if gazetteer.partnerships_in(name):
        return _partnership(name, ())
    present = gazetteer.partnership_for(name)
    return _partnership(present, ()) if present else Owner(joined(name), "area", (joined(name),))
