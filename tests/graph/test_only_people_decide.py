"""Nothing machine-made closes, opens again, merges or confirms: every write of it is found, in the code and at work.

In the code: outside `graph/decisions`, no room that writes the graph names one, but for what stands in `READ` below
with the reason, and no other room writes it. At work: every write to the graph is watched, with and without decisions;
what closes or confirms must come from `graph.decisions`, or from a closing record that a document prints.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.synthetic import records as synthetic
from graph import codebook, model
from graph.decisions import CodingDecision, Decision, Identity, LinkDecision, StatusDecision
from graph.decisions.statuses import closes, statuses
from graph.derive import build
from graph.memory import Graph
from graph.project.closing import closes as prints_closing
from graph.records import DocumentRecord
from tests.graph.made import CODEBOOK, action, finding, recommendation, record, review, span

ROOT = Path(__file__).resolve().parents[2]
WATCHED = {"confirmed", "SAME_AS", "MERGED_INTO", "O-RO"} | {c for c, s in statuses().items() if s.closes}
KEYWORDS = {"closes", "reopenedOn"}
# The rooms that write the graph in memory or in a store, and loaders, which make records.
WRITING = ("graph/derive/", "graph/project/", "graph/resolve/", "graph/store/", "graph/collection/", "loaders/")
WRITES = {"link", "change_link", "refuse"}  # methods of the graph in memory that only these rooms call
# Where a watched word stands in these rooms, and why it decides nothing.
READ = {
    ("graph/derive/foremost.py", "confirmed"): "reads it, for the order of rows",
    ("graph/derive/testing.py", "confirmed"): "reads it",
    ("graph/derive/replied.py", "confirmed"): "reads it",
    ("graph/derive/assessed.py", "C-IE"): "says how a printed closing record that stands is closed",
    ("graph/derive/assessed.py", "C-IN"): "says how a printed closing record that stands is closed",
    ("graph/project/arising.py", "MERGED_INTO"): "a merge that a document states, marked so",
}
PRINTED = {("graph/project/items.py", "closes")}  # a closing record, as `graph.project.closing` reads it


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the product outside `graph/decisions`."""
    for room in ("graph", "loaders", "cypher"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith("graph/decisions/"):
                yield name, ast.parse(path.read_text("utf-8"), name)


def compared(tree: ast.Module) -> set[ast.AST]:
    """What stands in a comparison: it is read there and never written."""
    return {part for node in ast.walk(tree) if isinstance(node, ast.Compare) for part in ast.walk(node)}


def test_no_other_code_names_what_only_people_decide() -> None:
    found = {
        (name, node.value)
        for name, tree in sources()
        if name.startswith(WRITING)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in WATCHED
        if node not in compared(tree)
    }
    assert found <= set(READ), "say in READ why it decides nothing, or let graph/decisions write it"


def test_no_other_room_writes_into_the_graph() -> None:
    found = {
        (name, node.func.attr)
        for name, tree in sources()
        if not name.startswith(WRITING)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    }
    assert found == set()


def test_nothing_but_a_persons_decision_takes_a_thing_out_of_the_graph() -> None:
    found = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr == "take_out")
        or (isinstance(node, ast.ImportFrom) and any(alias.name == "take_out" for alias in node.names))
    }
    assert found == set()


def test_no_other_code_sets_what_closes_or_opens_again() -> None:
    found = set()
    for name, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found |= {(name, k.arg) for k in node.keywords if k.arg in KEYWORDS}
            elif isinstance(node, ast.Dict):
                keys = {k.value for k in node.keys if isinstance(k, ast.Constant) and isinstance(k.value, str)}
                found |= {(name, key) for key in keys & KEYWORDS}
            elif isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
                word = node.attr if isinstance(node, ast.Attribute) else getattr(node.slice, "value", None)
                found |= {(name, str(word))} if word in KEYWORDS else set()
    assert found == PRINTED


def test_no_code_but_the_store_writes_cypher() -> None:
    """Questions are proven read-only by the linter; nothing else may send a statement that writes."""
    found = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and any(f"{verb} (" in node.value for verb in ("MERGE", "CREATE"))
    }
    assert {name for name in found if not name.startswith(("graph/store/", "graph/lint/"))} == set()


# --- at work --------------------------------------------------------------------------------------------------------

CLOSED = "Closed by the safeguarding partners' Executive on 3 February 2020."
ASKED = "Strategy discussions are to be held within one working day."


def handmade() -> list[DocumentRecord]:
    asked = [
        recommendation(ASKED, "strategy", ref="1", status="complete-evidence-awaited", status_printed=CLOSED),
        recommendation("Every team is to use the escalation checklist.", "escalation", ref="2"),
    ]
    early = review("Elm", completed=span("2019-06-30"), recommendations=asked)
    doing = action("Issued the escalation checklist.", "escalation", recommendation="2", status="complete-evidenced")
    late = finding("Strategy discussions were held late, after several days.", "strategy")
    later = review("Oak", incident=span("2022-02-01"), findings=[late])
    return [
        record("digest.txt", published="2019-09-01", reviews=[early]),
        record("report.txt", published="2020-10-01", reviews=[review("Elm", actions=[doing])]),
        record("later.txt", published="2023-09-01", reviews=[later]),
    ]


def samples() -> list[DocumentRecord]:
    from loaders.extract import extract

    return [extract(p) for p in sorted((ROOT / "graph" / "samples").iterdir()) if p.suffix in (".txt", ".pdf")]


def decided(graph: Graph) -> list[Decision]:
    """One decision of each kind that may close, open again, merge or confirm."""
    who: dict[str, Any] = {"by": "partners", "on": date(2021, 3, 2), "note": "minute 14"}
    first, second = sorted(graph.all(model.Recommendation), key=lambda r: r.ref or "")
    (seen,) = (f for f in graph.all(model.Finding) if "held late" in f.text)
    one, other = graph.all(model.Case)[:2]
    return [
        CodingDecision(thing=first.id, theme="strategy", choice="keep", **who),
        StatusDecision(thing=second.id, status="C-IN", **who),
        StatusDecision(thing=first.id, status="O-RO", **who),
        LinkDecision(thing=first.id, relation="RECURS_IN", other=seen.id, choice="yes", **who),
        LinkDecision(thing=second.id, relation="MERGED_INTO", other=first.id, choice="yes", **who),
        Identity(kind="same", one=one.id, other=other.id, by="learning lead", on=date(2021, 3, 2)),
    ]


class Watch:
    """Every write that closes, opens again, merges or confirms, with the module it came from."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.writes: list[tuple[str, str]] = []
        for name in ("add", "change", "link", "change_link"):
            monkeypatch.setattr(Graph, name, self._around(getattr(Graph, name)))

    def _around(self, method: Any) -> Any:
        def watched(graph: Graph, *args: Any, **values: Any) -> Any:
            made = method(graph, *args, **values)
            if what := _decides(made, args, values):
                self.writes.append((sys._getframe(1).f_globals["__name__"], what))
            return made

        return watched


def _decides(made: Any, args: tuple[Any, ...], values: dict[str, Any]) -> str:
    if isinstance(made, model.StatusEvent) and (made.closes or made.reopenedOn):
        before = args[0] if args and isinstance(args[0], model.StatusEvent) and args[0] is not made else None
        told = {"knownFrom": made.knownFrom, "knownBy": made.knownBy, "places": made.places}
        if before and replace(before, **told) == made:
            return ""  # only when and where it was known was added; who wrote the rest was watched when it was written
        return "closes" if made.closes else "opens again"
    type_ = getattr(made, "type", "")
    if type_ == "SAME_AS" or (type_ == "MERGED_INTO" and values.get("certainty") != "stated"):
        return "merges"
    settled = {"confirmed", "rejected"} & {str(values.get("state")), str(values.get("certainty"))}
    return "confirms" if settled else ""


@pytest.mark.parametrize("collection", ["handmade", "samples", "synthetic"])
def test_without_decisions_only_printed_records_close(monkeypatch: pytest.MonkeyPatch, collection: str) -> None:
    told = {"handmade": handmade, "samples": samples, "synthetic": lambda: list(synthetic("S"))}[collection]()
    watch = Watch(monkeypatch)
    graph = build(told, CODEBOOK if collection == "handmade" else codebook.load())
    assert set(watch.writes) <= {("graph.project.items", "closes")}
    for event in graph.all(model.StatusEvent):
        quotes = [p.quote for p in graph.targets(event, "STATED_IN", model.Passage)]
        assert event.reopenedOn is None
        assert event.by in ("printed", "derived")
        assert not event.closes or any(prints_closing(q) for q in (*quotes, event.statusPrinted or ""))
    for edge in graph.edges.values():
        assert edge.type not in ("SAME_AS", "NOT_RECURRING_IN", "DECIDES", "RESTS_ON")
        assert edge.type != "MERGED_INTO" or edge.properties.get("certainty") == "stated"
        assert not {"confirmed", "rejected"} & {edge.properties.get("state"), edge.properties.get("certainty")}
        assert not edge.properties.get("by")
        assert edge.type != "RECURS_IN" or edge.properties.get("type") != "R3" or _closed(graph, edge.source)
    for owed in (*graph.all(model.Recommendation), *graph.all(model.Action)):
        assert not (owed.assessedCode and closes(owed.assessedCode)) or _closed(graph, owed.id)
    assert not graph.all(model.Decision)
    assert not [d for d in graph.all(model.Document) if d.kind == "decisions"]
    if collection == "handmade":  # so that there is something to be found
        assert watch.writes


def test_with_decisions_every_such_write_comes_from_them(monkeypatch: pytest.MonkeyPatch) -> None:
    decisions = decided(build(handmade(), CODEBOOK))
    watch = Watch(monkeypatch)
    graph = build(handmade(), CODEBOOK, decisions)
    assert all(d.found for d in graph.all(model.Decision))
    by_people = {what for where, what in watch.writes if where.startswith("graph.decisions.")}
    assert by_people == {"closes", "opens again", "merges", "confirms"}
    others = {(where, what) for where, what in watch.writes if not where.startswith("graph.decisions.")}
    assert others == {("graph.project.items", "closes")}


def _closed(graph: Graph, id_: str) -> bool:
    node = graph.get(model.Recommendation, id_) or graph.get(model.Action, id_)
    return node is not None and any(e.closes for e in graph.targets(node, "HAS_STATUS", model.StatusEvent))
