"""A review that only a tracker names is marked so wherever it is shown: the question, the trace, the explorer."""

from __future__ import annotations

from graph.derive import build
from graph.model import LoadRun, Review
from graph.questions import ask
from graph.store import Store
from graph.trace import trace
from graph.views.explorer.holding import held
from tests.graph import made
from tests.graph.tracker.desk import tracker

WORDS = "named only in the tracker"


def test_named_only_in_the_tracker(store: Store) -> None:
    report = made.record(
        "report.txt",
        published="2022-05",
        kind="annual-report",
        reviews=[made.review("Finch", ref="RR 9/21", recommendations=[made.recommendation("Ring first.", ref="1")])],
    )
    graph = build([tracker(), report], made.CODEBOOK)
    ids = {r.name: r.id for r in graph.all(Review)}
    run = LoadRun(id="1", name="1", collection="c", startedAt="2026-01-01T00:00:00", codebook="1", version="1")
    store.sync(graph, collection="c", run=run)
    for name, marked in (("Review Heron", True), ("Finch", False)):
        ref = "RR 3/22" if marked else "RR 9/21"
        (asked,) = [r for r in ask(store, "follow-review", {"review": ref}).rows if r["kind"] == "review"]
        assert (asked["detail"] == WORDS) is marked
        (told,) = [s for s in trace(store, ref).steps if s.kind == "review"]
        assert (WORDS in told.detail) is marked
        facts = {f["id"]: f for f in held(store)["facts"]}
        assert facts[f"review:{ids[name]}"]["only_in_tracker"] is marked
