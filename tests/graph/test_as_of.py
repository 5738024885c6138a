"""What was known on a day: what was told later was not known then, and a person's word counts from its own day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import model
from graph.decisions import LinkDecision, StatusDecision
from graph.derive import build
from graph.memory import Graph
from graph.questions import ask
from graph.store import Store, open_store
from tests.graph.made import CODEBOOK, action, finding, recommendation, record, review, span

ASKED = "Use the escalation procedure in every dispute"
SEEN = "The escalation procedure was not used in the dispute"
AMBER = "under way (printed: Amber)"


def told() -> Graph:
    """Asked in 2018 and found wanting in 2021; only a report of 2022 says that it was done in 2020."""
    asked = review("Fern", completed=span("2018-02-01"), recommendations=[recommendation(ASKED, "escalation", ref="1")])
    again = {"incident": span("2021-02-01", "2021-02-28"), "completed": span("2021-11-01")}
    delivered = {"status": "complete-evidence-awaited", "status_printed": "Complete", "completed": "2020-05-10"}
    records = [
        record("review.txt", published="2018-03-01", reviews=[asked]),
        record(
            "later.txt",
            published="2021-12-01",
            reviews=[review("Hazel", **again, findings=[finding(SEEN, "escalation")])],
        ),
        record(
            "report.txt",
            published="2022-09-01",
            reviews=[review("Fern", actions=[action(f"{ASKED}.", "escalation", recommendation=ASKED, **delivered)])],
        ),
    ]
    first = build(records, CODEBOOK)
    (wanted,), (seen,) = first.all(model.Recommendation), first.all(model.Finding)
    agreed = LinkDecision(
        thing=wanted.id,
        document="review.txt",
        quote=ASKED,
        by="learning lead",
        on=date(2023, 5, 1),
        relation="RECURS_IN",
        other=seen.id,
        choice="yes",
    )
    return build(records, CODEBOOK, [agreed])


def said() -> Graph:
    """Told as under way in 2020; in 2023 a person says that it is done."""
    going = {"status": "under-way", "status_printed": "Amber", "recommendation": ASKED}
    fern = review(
        "Fern",
        recommendations=[recommendation(ASKED, "escalation", ref="1")],
        actions=[action(f"{ASKED}.", "escalation", **going)],
    )
    records = [record("report.txt", published="2020-03-01", reviews=[fern])]
    (acted,) = build(records, CODEBOOK).all(model.Action)
    done = StatusDecision(
        thing=acted.id,
        document="report.txt",
        quote=f"{ASKED}.",
        by="lead agency, learning lead",
        on=date(2023, 5, 1),
        status="complete-evidence-awaited",
    )
    return build(records, CODEBOOK, [done])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    run = model.LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook="test", version="0")
    with open_store(str(tmp_path_factory.mktemp("as_of") / "c")) as opened:
        opened.sync(told(), collection="c", run=run)
        yield opened


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-11-30", None),
        ("2021-12-31", ("none stated", "R5", "probable")),
        ("2022-12-31", ("said to be done", "R2", "probable")),
        ("2023-05-31", ("said to be done", "R2", "confirmed")),
        (None, ("said to be done", "R2", "confirmed")),
    ],
    ids=["not told", "not said to be done", "said to be done", "a person agreed", "now"],
)
def test_a_closure_is_told_as_it_was_known(store: Store, day: str | None, expected: tuple[str, ...] | None) -> None:
    rows = [
        r
        for r in ask(store, "closed-but-recurred", {"as_of": day} if day else {}).rows
        if r["kind"] == "recommendation"
    ]
    assert [(r["closure"], r["type"], r["certainty"]) for r in rows] == ([expected] if expected else [])


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2020-02-01", None), ("2023-04-30", (AMBER, "none stated")), (None, (AMBER, "said to be done"))],
    ids=["not told", "told", "a person said so"],
)
def test_a_status_that_a_person_changed_is_told_as_it_was_printed_before(
    tmp_path: Path, day: str | None, expected: tuple[str, str] | None
) -> None:
    run = model.LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook="test", version="0")
    with open_store(str(tmp_path / "c")) as opened:
        opened.sync(said(), collection="c", run=run)
        rows = ask(opened, "recommendations-of-review", {"review": "Fern", **({"as_of": day} if day else {})}).rows
    assert [(r["status"], r["closure"]) for r in rows if r["action"]] == ([expected] if expected else [])


@pytest.mark.embedded
def test_a_colour_is_told_as_printed_among_what_changed(tmp_path: Path) -> None:
    run = model.LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook="test", version="0")
    with open_store(str(tmp_path / "c")) as opened:
        opened.sync(said(), collection="c", run=run)
        rows = ask(opened, "what-changed", {"since": "2020-01-01"}).rows
    assert "as printed, “Amber”: under way" in [r["detail"] for r in rows]
