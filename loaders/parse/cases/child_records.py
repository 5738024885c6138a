"""From what is gathered of a child to its record: age, role, outcome and plan, each with the sentence that says so."""

from __future__ import annotations

import re

from graph.records import Child, ChronologyEntry, Outcome, Review, Role, Stated
from loaders.parse.cases.harm import DIED
from loaders.parse.cases.mentions import months
from loaders.parse.cases.subject import Subject
from loaders.parse.cues import cue


def record_of(subject: Subject, places: list[tuple[Stated, str]]) -> Child:
    """The record of one child; `places` are the sentences that its facts point to."""
    role, outcome = _role_and_outcome(subject)
    age = max(subject.ages, key=lambda a: (a[0], -a[2]), default=None)
    plan = next((p for p, past in subject.plans if not past), None)
    if plan is None and subject.plans:
        plan = f"{subject.plans[0][0]} (earlier)"
    at = subject.outcomes.get(outcome, age[2] if age else subject.first)
    stated = places[at][0] if at is not None else None
    return Child(
        name=subject.label if subject.published else None,
        age=age[1] if age else None,
        age_months=months(age[1]) if age else None,
        sex=subject.sex,
        outcome=outcome,
        role=role,
        plan_status=plan,
        quote=places[at][1] if at is not None else None,
        page=stated.page if stated else None,
        line=stated.line if stated else None,
    )


def _role_and_outcome(subject: Subject) -> tuple[Role, Outcome]:
    order: tuple[Outcome, ...] = ("died", "serious-harm", "other")
    outcome: Outcome = next((o for o in order if o in subject.outcomes), "not-stated")
    if subject.caused and outcome == "other":
        return "caused-harm", "other"
    return subject.role, outcome


def outcome_of_label(children: list[Child], label: str, place: Review) -> None:
    """What a label's own category says ("(Category: Fatal - ...)") of its one child, where no sentence does.

    `place` is the review whose label it is: the label stands where it does.
    """
    harmed = [child for child in children if child.role == "harmed"]
    category = re.search(r"\((?P<said>[^)]+)\)", label)
    if len(harmed) != 1 or category is None or harmed[0].outcome != "not-stated":
        return
    if cue("facts", "label-harmed").search(category["said"]):
        harmed[0].outcome = "serious-harm"
    elif cue("facts", "label-died").search(category["said"]):
        harmed[0].outcome = "died"
    if harmed[0].outcome != "not-stated":
        child = harmed[0]
        if child.quote is None:
            child.quote, child.page, child.line = label, place.page, place.line


def outcome_of_entry(children: list[Child], entry: ChronologyEntry) -> None:
    """A death told only in the chronology is the outcome of the one child the case is about."""
    harmed = [child for child in children if child.role == "harmed"]
    if len(harmed) == 1 and harmed[0].outcome == "not-stated" and DIED.search(entry.text):
        harmed[0].outcome = "died"
        harmed[0].quote, harmed[0].page, harmed[0].line = entry.quote, entry.page, entry.line
