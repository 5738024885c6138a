"""Which services a learning point names: in the words the documents use for their agencies, whole words only."""

from __future__ import annotations

from graph import model
from graph.derive import build
from graph.memory import Graph
from graph.records import Agency
from tests.graph.made import CODEBOOK, finding, recommendation, record, review


def _graph(*texts: str) -> Graph:
    agencies = [
        Agency(name="Children's Social Care", kind="children-social-care"),
        Agency(name="social care", kind="children-social-care"),
        Agency(name="adult social care", kind="adult-social-care"),
        Agency(name="ED", kind="hospital"),
        Agency(name="Ashmere Safeguarding Children Partnership", kind="safeguarding-partnership"),
    ]
    elm = review("Elm", agencies=agencies, findings=[finding(t, line=n) for n, t in enumerate(texts, 1)])
    return build([record("d.txt", reviews=[elm], recommendations=[recommendation("Police should attend")])], CODEBOOK)


def _named(graph: Graph) -> dict[str, dict[str, str]]:
    edges = [e for e in graph.edges_of("NAMES") if e.source_label == "Finding"]
    texts = {f.id: f.text for f in graph.all(model.Finding)}
    found: dict[str, dict[str, str]] = {text: {} for text in texts.values()}
    for edge in edges:
        found[texts[edge.source]][edge.target] = str(edge.properties["cue"])
    return found


def test_the_longest_name_counts_and_abbreviations_as_written() -> None:
    told = {
        "Adult social care did not know of the child": {"adult-social-care": "adult social care"},
        "Social care and the ED did not speak": {"children-social-care": "social care", "hospital": "ED"},
        "Staff were led by the ed tech team": {},
        "The Ashmere Safeguarding Children Partnership should ask": {},
        "Nobody is named": {},
    }
    assert _named(_graph(*told)) == told


def test_a_kind_that_no_document_has_is_not_made_up() -> None:
    graph = _graph("Police were late")
    assert _named(graph) == {"Police were late": {}}
    assert graph.get(model.AgencyType, "police") is None
