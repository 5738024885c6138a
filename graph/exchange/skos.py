"""The codebook as SKOS in Turtle, through rdflib. Everything is carried: what SKOS has no word for has one of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.codebook import Codebook
from graph.errors import GoldenThreadError, WrongUse
from graph.exchange.entries import FIELDS, FLAGS, LISTS, RULES, Entry, entries

if TYPE_CHECKING:
    from rdflib import Graph

SCHEME = "urn:golden-thread:codebook"
OWN = "urn:golden-thread:codebook:term:"
CARRIES = FIELDS
_SKOS_LISTS = {"altLabels": "altLabel", "examples": "example"}


def to_skos(codebook: Codebook) -> str:
    """The codebook as Turtle."""
    rdflib = _rdflib()
    skos, literal = rdflib.SKOS, rdflib.Literal
    graph: Graph = rdflib.Graph()
    own = rdflib.Namespace(OWN)
    graph.bind("skos", skos)
    graph.bind("gt", own)
    scheme = rdflib.URIRef(SCHEME)
    graph.add((scheme, rdflib.RDF.type, skos.ConceptScheme))
    graph.add((scheme, rdflib.OWL.versionInfo, literal(codebook.version)))
    for entry in entries(codebook):
        node = rdflib.URIRef(f"{SCHEME}:{entry['id']}")
        add = [(rdflib.RDF.type, skos.Concept), (skos.inScheme, scheme), (skos.notation, literal(entry["id"]))]
        add.append((skos.prefLabel, literal(entry["prefLabel"], lang="en-GB")))
        if "scopeNote" in entry:
            add.append((skos.scopeNote, literal(entry["scopeNote"], lang="en-GB")))
        if "broader" in entry:
            add.append((skos.broader, rdflib.URIRef(f"{SCHEME}:{entry['broader']}")))
        else:
            add.append((skos.topConceptOf, scheme))
        for name in LISTS:
            term = skos[_SKOS_LISTS[name]] if name in _SKOS_LISTS else own[name]
            add += [(term, literal(text, lang="en-GB")) for text in entry.get(name, ())]
        add += [(own[name], literal(True)) for name in FLAGS if name in entry]
        for name in RULES:
            add += [(own[name], literal(f"{rule}: {phrase}")) for rule, phrase in entry.get(name, {}).items()]
        for predicate, value in add:
            graph.add((node, predicate, value))
    return str(graph.serialize(format="turtle"))


def from_skos(text: str) -> list[Entry]:
    """The entries of a Turtle file. GoldenThreadError where it cannot be read."""
    rdflib = _rdflib()
    try:
        graph: Graph = rdflib.Graph().parse(data=text, format="turtle")
    except Exception as error:  # rdflib raises several kinds, some of them plain Exception
        raise GoldenThreadError(
            "the file is not Turtle that can be read", todo="export it as SKOS in Turtle"
        ) from error
    skos, own = rdflib.SKOS, rdflib.Namespace(OWN)
    notations = {
        node: str(graph.value(node, skos.notation) or "") for node in graph.subjects(rdflib.RDF.type, skos.Concept)
    }
    found = []
    for node in sorted(notations, key=lambda n: (notations[n], str(n))):
        entry: Entry = {"id": notations[node], "prefLabel": str(graph.value(node, skos.prefLabel) or "")}
        entry["scopeNote"] = str(graph.value(node, skos.scopeNote) or "")
        broader = graph.value(node, skos.broader)
        entry["broader"] = notations.get(broader, "") if broader is not None else ""
        for name in LISTS:
            term = skos[_SKOS_LISTS[name]] if name in _SKOS_LISTS else own[name]
            entry[name] = sorted(str(value) for value in graph.objects(node, term))
        entry |= {name: graph.value(node, own[name]) is not None for name in FLAGS}
        for name in RULES:
            pairs = (str(value).partition(": ") for value in graph.objects(node, own[name]))
            entry[name] = {rule: phrase for rule, _, phrase in sorted(pairs)}
        found.append(entry)
    return found


def _rdflib() -> Any:
    try:
        import rdflib
    except ImportError as error:
        raise WrongUse(
            "rdflib is not installed, which reads and writes SKOS", todo="run: pip install rdflib"
        ) from error
    return rdflib
