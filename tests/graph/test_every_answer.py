"""Every question, asked of nothing, of the samples with a tracker, and of a day long before: never a bare silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from graph import model
from graph.codebook import load
from graph.derive import build
from graph.questions import Answer, ask, questions
from graph.store import Store, open_store
from tests.graph.made import action, finding, recommendation, record, review

pytestmark = pytest.mark.embedded

GIVEN: dict[str, Any] = {
    "review": "Ash",
    "theme": "neglect",
    "text": "All staff are to use the escalation procedure",
    "since": "2020-01-01",
}
TRACKER = """Wexmoor Safeguarding Children Partnership action tracker,,,,,,
Ref,Recommendation,Action,Lead,Due date,Status,Evidence
1,1,Use the escalation procedure in every dispute,Police,31/03/2021,Complete,Audit of 12: 9 of 12 showed it was used
2,1,Train all staff on neglect,Health,30/06/2021,On track,64 staff attended
"""


def run_of(codebook: str) -> model.LoadRun:
    return model.LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook=codebook, version="0")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("nothing") / "c")) as opened:
        opened.sync(build([], load()), collection="c", run=run_of(load().version))
        yield opened


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    from loaders.extract import extract

    tracker = tmp_path_factory.mktemp("tracker") / "wexmoor-tracker.csv"
    tracker.write_text(TRACKER, encoding="utf-8")
    with as_file(files("graph").joinpath("samples")) as folder:
        paths = [p for p in sorted(Path(folder).iterdir()) if p.suffix in (".pdf", ".txt", ".docx", ".xlsx")]
        nowhere = record(
            "nowhere.txt",
            partnership=None,
            published="2021-05-01",
            reviews=[review("Quill", findings=[finding("Neglect was not named.", "neglect")])],
        )
        kept = record(
            "kept.csv",
            kind="action-tracker",
            reviews=[
                review(
                    "Sorrel",
                    recommendations=[recommendation("Share plans in ten days", "planning")],
                    actions=[action("Every school was asked about supervision", "supervision")],
                )
            ],
        )
        graph = build([*(extract(p) for p in (*paths, tracker)), nowhere, kept], load())
    with open_store(str(tmp_path_factory.mktemp("samples") / "c")) as opened:
        opened.sync(graph, collection="c", run=run_of(load().version))
        yield opened


def answer(store: Store, id_: str, **more: str) -> Answer:
    return ask(store, id_, {name: GIVEN[name] for name in questions()[id_].needs} | more)


def says_why(told: Answer) -> bool:
    return told.empty.strip().rstrip(")").endswith(".") and len(told.empty.split()) > 3


def whole(told: Answer) -> None:
    """Denominator, coverage and evidence, or a sentence."""
    assert set(told.denominator) == set(questions()[told.id].denominators)
    assert {"documents", "reviews", "confirmed", "suggested", "codebook", "load"} <= set(told.coverage)
    assert told.caveats
    if not told.rows:
        assert says_why(told), told.id
    for row in told.rows:
        if "partnership" in row and not any(row.get(n, 1) for n in ("reviews", "tests", "documents")):
            continue  # a partnership that does not name the theme states nothing
        assert row.get("quote") or [e for e in row.get("evidence") or [] if e.get("quote")], (told.id, row)


@pytest.mark.parametrize("id_", sorted(questions()))
def test_of_nothing(nothing: Store, id_: str) -> None:
    told = answer(nothing, id_)
    assert told.rows == []
    assert says_why(told)
    whole(told)


@pytest.mark.parametrize("id_", sorted(questions()))
def test_of_the_samples_and_a_tracker(samples: Store, id_: str) -> None:
    told = answer(samples, id_)
    whole(told)
    assert told.coverage["documents"] > 0


OF_A_DAY = sorted(q for q, found in questions().items() if found.param("as_of"))
DATED = ("date_from", "seen_from", "on_from", "said_since", "started_from", "ended_from")


@pytest.mark.parametrize("id_", OF_A_DAY)
@pytest.mark.parametrize("day", ["1990-01-01", "2020-12-31", "2022-06-30"])
def test_nothing_that_was_not_known_by_the_day(samples: Store, id_: str, day: str) -> None:
    """What is dated or published later is neither told nor quoted; what bears no date says so or bears none."""
    told = answer(samples, id_, as_of=day)
    whole(told)
    read = {row["name"]: str(row.get("knownFrom") or "") for row in samples.nodes("Document")}
    for row in told.rows:
        assert all(str(row[name]) <= day for name in DATED if row.get(name)), (id_, row)
        quoted = {str(e["document"]) for e in row.get("evidence") or []}
        assert not {name for name in quoted if read[name] > day}, (id_, row)


@pytest.mark.parametrize("id_", OF_A_DAY)
def test_as_of_the_day_of_asking_is_as_of_no_day(samples: Store, id_: str) -> None:
    """Clocks run to the day of asking, so only that day says the same as none."""
    assert answer(samples, id_, as_of=date.today().isoformat()).rows == answer(samples, id_).rows


@pytest.mark.parametrize("id_", sorted(q for q, found in questions().items() if "of_reviews" in found.columns))
def test_no_more_reviews_than_there_are(samples: Store, id_: str) -> None:
    """Also of a review whose partnership is not stated."""
    rows = answer(samples, id_).rows
    assert rows
    counted = "reviews" if "reviews" in rows[0] else "both"
    assert [row for row in rows if not 0 <= row[counted] <= row["of_reviews"]] == []


def test_t20_what_only_a_tracker_tells_is_not_published(samples: Store) -> None:
    told = answer(samples, "recommendations-of-review", review="Sorrel").rows
    assert [(row["recommendation"], row["published"], row["gap"]) for row in told] == [
        ("Share plans in ten days", False, "its text is in no loaded document; only a tracker tells of it"),
        (None, None, "the action names no recommendation"),
    ]


def test_every_question_has_its_own_words_for_no_rows() -> None:
    assert [id_ for id_, question in questions().items() if not question.empty] == []
