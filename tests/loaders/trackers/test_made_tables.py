"""Tables drawn by a seed are read by what their columns hold, whatever stands over them: nothing wrongly done, ever."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from loaders.extract import extract
from tests.loaders.trackers.made_scoring import f1, scored
from tests.loaders.trackers.made_tables import Made, as_document, as_workbook, made

SEEDS = range(2000, 2016)
FLOORS = {"findings": 0.85, "recommendations": 0.9, "actions": 0.9, "statuses": 0.93, "links": 0.95}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_drawn_tables_are_read_by_what_their_columns_hold(tmp_path: Path, kind: str) -> None:
    total: Counter[tuple[str, str]] = Counter()
    faults = []
    for seed in SEEDS:
        table = made(seed)
        path = tmp_path / f"{seed}.{kind}"
        counts, wrong = scored(extract(_written(table, path)), table)
        total += counts
        faults += [f"{seed}: {one}" for one in wrong]
    assert total["wrongly done", "more"] == 0
    reached = {what: round(f1(total, what), 3) for what in FLOORS}
    assert {what: f1 for what, f1 in reached.items() if f1 < FLOORS[what]} == {}, "\n".join(faults)


def _written(table: Made, path: Path) -> Path:
    return as_workbook(table, path) if path.suffix == ".xlsx" else as_document(table, path)


HEADS = {"recommendation": "What they would like of us", "action": "Reply", "progress": "News"}
ROWS = [
    {
        "recommendation": "Housing should tell schools of each move",
        "action": "Write a form for moves",
        "progress": "Being tested",
    },
    {
        "recommendation": "Police must hear from young carers",
        "action": "Hold a forum each term",
        "progress": "Not started",
    },
    {"recommendation": "All services need to know of new partners", "action": "None", "progress": "On hold"},
]


def _read(tmp_path: Path, *roles: str) -> tuple[list[tuple[str | None, str]], list[tuple[str | None, str | None, str]]]:
    rows = [{role: row[role] for role in roles} for row in ROWS]
    table = Made(list(roles), {role: HEADS[role] for role in roles}, rows, [""] * len(rows))
    record = extract(as_workbook(table, tmp_path / "plan.xlsx"))
    asked = [(one.text, one.status) for one in record.recommendations]
    return asked, [(one.text, one.recommendation, one.status) for one in record.actions]


def test_an_action_of_two_columns_answers_what_is_asked_beside_it(tmp_path: Path) -> None:
    asked, actions = _read(tmp_path, "recommendation", "action")
    assert [text for text, _ in asked] == [row["recommendation"] for row in ROWS]
    assert actions == [(row["action"], row["recommendation"], "not-stated") for row in ROWS[:2]]


def test_a_word_of_status_is_how_far_a_request_is_and_no_action(tmp_path: Path) -> None:
    asked, actions = _read(tmp_path, "recommendation", "progress")
    assert asked == [
        (ROWS[0]["recommendation"], "under-way"),
        (ROWS[1]["recommendation"], "not-started"),
        (ROWS[2]["recommendation"], "paused"),
    ]
    assert not {text for text, _, _ in actions} & {row["progress"] for row in ROWS}


def test_news_is_told_of_the_action_and_is_none_of_its_own(tmp_path: Path) -> None:
    _, actions = _read(tmp_path, "recommendation", "action", "progress")
    assert [(text, status) for text, _, status in actions] == [
        ("Write a form for moves", "under-way"),
        ("Hold a forum each term", "not-started"),
        (ROWS[2]["recommendation"], "paused"),  # nothing is planned: what is told is told of the request
    ]
