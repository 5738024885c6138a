"""Facts that a careful reader of the published documents would ask for: who, what, when, how many, how far, by whom.

Facts restated and a few words only; the documents themselves are not here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.records import Action, DocumentRecord, Review
from graph.text import key

pytestmark = pytest.mark.reviews

REPORT, DIGEST, NEWS = "hsscp-annual-report-2023-24", "hsscp-learning-from-reviews-2025", "hsscp-newsletter-2023-24-q3"
NOTTS, TEES = "nottinghamshire-learning-2022", "tees-themes-2017-21"
DONE, UNDER_WAY, TO_DO = "complete-evidence-awaited", "under-way", "not-started"


@pytest.fixture(scope="module")
def records(reviews: Path) -> dict[str, DocumentRecord]:
    from tests.published import extracted

    return {path.stem: extracted(path) for path in sorted(reviews.glob("*.txt"))}


def one(record: DocumentRecord, name: str) -> Review:
    (found,) = [r for r in record.reviews if name in (r.name, r.ref, *r.aliases)]
    return found


def actions(record: DocumentRecord) -> list[Action]:
    return [*record.actions, *(a for r in record.reviews for a in r.actions)]


@pytest.mark.parametrize(
    ("document", "review", "age", "sex", "outcome", "role", "status"),
    [
        (REPORT, "Joe", 204, "male", "not-stated", "harmed", "child protection plan (earlier)"),
        (REPORT, "Roo", 7, "male", "died", "harmed", "interim care order"),
        (DIGEST, "LB", 3, "female", "died", "harmed", None),
        (DIGEST, "LA", 192, "male", "died", "harmed", "looked after child"),
        (DIGEST, "AW", 204, None, "other", "caused-harm", None),
        (NOTTS, "RR 1/22", 168, "male", "died", "harmed", "looked after child"),
        (NOTTS, "RR 2/22", 3, "male", "serious-harm", "harmed", None),
        (NOTTS, "RR 7/22", None, "male", "died", "harmed", "not known to children's social care"),
        (NOTTS, "Jean", 17, "female", "died", "harmed", None),
    ],
)
def test_the_child_of_a_review(
    records: dict[str, DocumentRecord],
    document: str,
    review: str,
    age: Any,
    sex: Any,
    outcome: str,
    role: str,
    status: Any,
) -> None:
    (child,) = one(records[document], review).children
    assert (child.age_months, child.sex, child.outcome, child.role, child.plan_status) == (
        age,
        sex,
        outcome,
        role,
        status,
    )


@pytest.mark.parametrize(
    ("document", "words", "status"),
    [
        (REPORT, "exploitation sub-group", UNDER_WAY),
        (REPORT, "difficult to engage children", UNDER_WAY),
        (REPORT, "commenced a review of existing training", UNDER_WAY),
        (REPORT, "child protection medical reports to support", TO_DO),
        (REPORT, "amended the existing 'bruising", DONE),
        (REPORT, "glossary of medical language", TO_DO),
        (REPORT, "neglect conference / event", TO_DO),
        (REPORT, "quarterly reporting for all subgroups", DONE),
        (REPORT, "informed / aware of the position", UNDER_WAY),
        (NEWS, "planning a neglect of children conference", UNDER_WAY),
        (NEWS, "have commenced this piece of work", UNDER_WAY),
        (NEWS, "audit report will be presented", TO_DO),
        (NOTTS, "internal serious incident investigation", UNDER_WAY),
        (NOTTS, "explore models of integration", UNDER_WAY),
        (NOTTS, "from universal services to an enhanced service", TO_DO),
    ],
)
def test_how_far_an_action_is_by_its_verb(
    records: dict[str, DocumentRecord], document: str, words: str, status: str
) -> None:
    assert {a.status for a in actions(records[document]) if key(words) in key(a.text)} == {status}


@pytest.mark.parametrize(
    ("document", "part", "whole", "unit", "sense", "words"),
    [
        (DIGEST, 25, None, "notification", "mention", "serious incident notifica"),
        (DIGEST, 10, 25, "review", "mention", "have progressed"),
        (DIGEST, 24, 25, "case", "feature", "neglect"),
        (DIGEST, 11, 25, "review", "cause", "neglect"),
        (DIGEST, 13, 25, "review", "mention", "recently closed"),
        (TEES, 13, 24, "review", "feature", "neglect"),
        (TEES, 15, 27, "child", "feature", "neglect"),
        (TEES, 22, 27, "child", "theme", "reviews"),
        (TEES, 7, 8, "child", "mention", "protection plan"),
        (REPORT, 443, None, "child", "mention", "marac"),
    ],
)
def test_a_figure_with_its_unit_and_sense(
    records: dict[str, DocumentRecord], document: str, part: int, whole: Any, unit: str, sense: str, words: str
) -> None:
    found = [s for s in records[document].statistics if (s.numerator, s.denominator) == (part, whole)]
    assert (unit, sense) in {(s.unit, s.sense) for s in found if key(words) in key(s.text)}


def test_dates_decisions_and_who_tested(records: dict[str, DocumentRecord]) -> None:
    news, report = records[NEWS], records[REPORT]
    joe, rv = one(news, "JM"), one(news, "RV")
    assert joe.dates.published is not None
    assert joe.dates.published.printed == "December 2023"
    assert rv.dates.rapid_review is not None
    assert rv.dates.rapid_review.printed == "November 2023"
    assert "not to progress" in (one(news, "Child KLT").decision or "")
    (audit,) = [r for r in news.reviews if r.kind == "audit"]
    assert audit.dates.completed is not None
    assert (audit.dates.completed.from_.isoformat(), audit.sample_size) == ("2023-11-13", 6)
    dive = one(report, "Independent Scrutiny Deep Dive")
    assert (dive.test, dive.tested_by, "Riley" in dive.follows_up) == ("deep-dive", "Independent Scrutineer", True)
    riley = one(report, "Riley").dates.published
    assert riley is not None
    assert riley.printed == "November 2022"


def test_who_took_part_and_what_the_panel_said(records: dict[str, DocumentRecord]) -> None:
    notts = records[NOTTS]
    joined = {r.ref: " ".join(r.partnerships) for r in notts.reviews}
    assert "Derbyshire" in joined["RR 4/22"]
    assert "Nottingham City" in joined["RR 4/22"]
    assert "Leicestershire" in joined["RR 6/22"]
    assert "Warwickshire" in joined["RR 6/22"]
    assert "Lincolnshire" in joined["RR 7/22"]
    panel = {r.ref: len([j for j in r.judgements if j.author_role == "panel"]) for r in notts.reviews}
    assert {ref: n for ref, n in panel.items() if n} == {"RR 05/22": 1, "RR 6/22": 1, "LCSPR TN20": 1, "LCSPR SN20": 2}


def test_what_is_absent_and_what_was_accepted(records: dict[str, DocumentRecord]) -> None:
    absent = [f for r in records[DIGEST].reviews for f in r.findings if f.polarity == "absent"]
    assert [(one(records[DIGEST], "LB").findings.count(f), f.themes[0].id) for f in absent] == [(1, "neglect")]
    assert [r.kind for r in records[REPORT].responses] == ["accepted", "accepted"]
    assert len(one(records[REPORT], "Roo").chronology) == 25
    assert not [r for r in records[REPORT].recommendations if r.stated and "learning event" in key(r.text)]
