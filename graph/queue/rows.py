"""What goes out: passages with no theme, too many, or a doubtful reading, and pairs that may belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph import model
from graph.check.doubtful import NO_THEME, reasons_of
from graph.decisions.none import KINDS, hinders
from graph.declare import Node
from graph.memory import Edge, Graph
from graph.text import joined, key

POLARITY = {  # words of the screen
    "shortfall": "what needs to improve",
    "good-practice": "done well",
    "absent": "stated as not present",
    "barrier": "what got in the way",
    "not-stated": "not stated",
}
MAY_BE = {
    "POSSIBLY_SAME_AS": "may be the same",
    "RECURS_IN": "may be seen again",
    "DELIVERED_BY": "may be delivered by",
    "GAVE_RISE_TO": "may have given rise to",
    "MERGED_INTO": "may have been merged into",
    "REPEATS": "may say again",
    "TESTS": "may be a test of",
}
SEPARATOR = " # "  # between the parts of an id; no id of the graph has it


@dataclass(frozen=True)
class Place:
    """Where something is stated, and its words."""

    document: str
    page: int | None
    line: int | None
    quote: str
    since: str = ""  # for the order of rows


@dataclass(frozen=True)
class CodingRow:
    """One theme of one passage, or one passage without a theme (`theme` None)."""

    id: str  # thing # theme # sense
    what: str
    place: Place
    theme: str | None  # codebook notation
    cue: str
    polarity: str | None  # as read, in words
    why: str
    none: str = ""  # how a person says that it is none of its kind, where that may be said


@dataclass(frozen=True)
class PairRow:
    """Two things that may belong together."""

    id: str  # relationship # one # other
    what: str
    one: Place
    other: Place
    reasons_for: str
    reasons_against: str


def coding_rows(graph: Graph, *, every: bool = False) -> list[CodingRow]:
    """The passages to look at, by document and place; `every`: all suggested themes, not only the doubtful."""
    found: list[CodingRow] = []
    for kind in (model.Finding, model.Recommendation, model.Action):
        for thing in graph.all(kind):
            if isinstance(thing, model.Recommendation) and not thing.stated:
                continue
            edges = [e for e in graph.edges_from(thing, "ABOUT") if e.properties.get("sense") != "harm"]
            reasons = _reasons(graph, thing, edges)
            open_ = [e for e in edges if e.properties.get("state") != "confirmed"]
            if every or reasons:
                why = "; ".join(reasons) or "suggested by a rule, and nobody has looked at it yet"
                found += _rows(graph, thing, edges, open_, why)
    return sorted(found, key=lambda row: (*_order(row.place), row.id))


def pair_rows(graph: Graph) -> list[PairRow]:
    """The pairs to look at, each once."""
    found: dict[str, PairRow] = {}
    for type_, words in MAY_BE.items():
        for edge in graph.edges_of(type_):
            if type_ != "POSSIBLY_SAME_AS" and edge.properties.get("certainty") != "possible":
                continue
            one = graph.nodes[edge.source_label][edge.source]
            other = graph.nodes[edge.target_label][edge.target]
            what = f"{words} {one.label.lower()}" if type_ == "POSSIBLY_SAME_AS" else words
            id_ = SEPARATOR.join((type_, one.id, other.id))
            for_ = edge.properties.get("reasonsFor") or edge.properties.get("why") or ""
            against = edge.properties.get("reasonsAgainst") or ""
            found.setdefault(
                id_, PairRow(id_, what, place_of(graph, one), place_of(graph, other), *map(_said, (for_, against)))
            )
    return sorted(found.values(), key=lambda row: (row.what, *_order(row.one), row.id))


def none_of(thing: Node) -> str:
    """How a person says of a row that what it is about is none: no bare "none", which may mean none of the themes."""
    return f"no {KINDS[thing.label]}"


def place_of(graph: Graph, thing: Node) -> Place:
    """The first place where a thing is stated."""
    places = [
        Place(d.name, p.page, p.line, p.quote, str(d.publishedFrom or ""))
        for p in graph.targets(thing, "STATED_IN", model.Passage)
        for d in graph.targets(p, "OF", model.Document)
    ]
    return min(places, key=_order, default=Place("", None, None, joined(thing.name)))


def _reasons(graph: Graph, thing: Node, edges: Sequence[Edge]) -> list[str]:
    """Why a passage is doubtful; a person who looked at it has settled what they spoke of."""
    judged, polarity = None, "not-stated"
    if isinstance(thing, model.Finding):
        judged, polarity = thing.judgedBy, thing.polarity
    looked = [d for d in graph.sources(thing, "DECIDES", model.Decision) if d.kind in ("coding", "value")]
    said = {d.field for d in looked}
    if "polarity" in said:
        judged = None
    by_wording = bool(getattr(thing, "byWording", False)) and not looked
    reasons = reasons_of(len({e.target for e in edges}), judged, polarity, by_wording)
    coded = any(d.kind == "coding" for d in looked)
    if isinstance(thing, model.Action) or coded:
        reasons = [r for r in reasons if r != NO_THEME]
    if edges and all(e.properties.get("state") == "confirmed" for e in edges):
        reasons = [r for r in reasons if "themes were found" not in r]
    return reasons


def _rows(graph: Graph, thing: Node, edges: Sequence[Edge], open_: Sequence[Edge], why: str) -> Iterator[CodingRow]:
    place, what = place_of(graph, thing), KINDS[thing.label]
    none = "" if hinders(graph, thing, place_of(graph, thing).quote) else none_of(thing)
    polarity = POLARITY[thing.polarity] if isinstance(thing, model.Finding) else None
    for edge in sorted(open_, key=lambda e: e.target):
        sense = str(edge.properties.get("sense"))
        id_ = SEPARATOR.join((thing.id, edge.target, sense))
        yield CodingRow(id_, what, place, edge.target, str(edge.properties.get("cue") or ""), polarity, why, none)
    if not edges or not open_:
        yield CodingRow(thing.id, what, place, None, "", polarity, why, none)


def _order(place: Place) -> tuple[str, str, int, int, str]:
    return (place.since, place.document, place.page or 0, place.line or 0, key(place.quote))


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
