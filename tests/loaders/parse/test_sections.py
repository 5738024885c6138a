"""Section meanings: headings and lead-ins as this field words them, and headings nobody knows."""

from __future__ import annotations

import pytest

from loaders.parse.sections import folded, kind_of_document, lead_in_of, meaning_of, meanings, names_organisation


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Context & Background", "context"),
        ("2. Summary of the case", "context"),
        ("What happened?", "context"),
        ("Findings and Learning", "learning"),
        ("3. LESSONS LEARNED", "learning"),
        ("What did we learn", "learning"),
        ("Key messages", "learning"),
        ("Good Practice", "good-practice"),
        ("Areas of assurance / strength:", "good-practice"),
        ("Recording – When we do it well", "good-practice"),
        ("What worked well?", "good-practice"),
        ("Areas for further development", "needs-improvement"),
        ("What could have been better", "needs-improvement"),
        ("Missed opportunities", "needs-improvement"),
        ("4. Recommendations of the panel", "recommendations"),
        ("What the partnership has done to achieve this:", "actions-done"),
        ("What has been done?", "actions-done"),
        ("What's happening now?", "actions-done"),
        ("What we’ve done since", "actions-done"),
        ("What we still want to achieve:", "actions-to-do"),
        ("Next steps", "actions-to-do"),
        ("What the partnership sought to achieve", "sought"),
        ("Impact and Evidence - What we have seen", "impact"),
        ("Panel feedback", "panel-feedback"),
        ("What did the reviewer find?", "learning"),
        ("Main lessons", "learning"),
        ("What the report says", "learning"),
        ("Learning themes", "learning"),
        ("Evaluation of professional practice", "learning"),
        ("Where practice fell short", "needs-improvement"),
        ("Gaps in practice", "needs-improvement"),
        ("Examples of effective practice", "good-practice"),
        ("What's changed?", "actions-done"),
        ("Work under way", "actions-done"),
        ("What are we going to do?", "actions-to-do"),
        ("How do we know it is working?", "impact"),
        ("Why was the review held?", "reason-for-review"),
        ("Need to talk?", "about"),
        ("Four themes", "themes-list"),
        ("Key events in the case", "chronology"),
        ("Cross-cutting themes:", "cross-cutting"),
        ("Independent Scrutiny", "scrutiny"),
        ("Progress at the time of publication", "status-by-number"),
        ("Our priorities for 2024-25", "priorities"),
        ("Case study: neglect", "case-study"),
        ("Contents", "contents"),
        ("Glossary of terms", "terms-explained"),
        ("LCSPR Updates:", "case-reviews"),
        ("Terms of reference", "method"),
        ("Safeguarding training", "training"),
    ],
)
def test_headings(heading: str, expected: str) -> None:
    found = meaning_of(heading)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    "heading", ["Odds and ends", "Neglect", "Strengthening Assurance", "Impact of neglect on the child", "Blue"]
)
def test_what_is_not_known_has_no_meaning(heading: str) -> None:
    assert meaning_of(heading) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Learning identified included seeing the child.", "learning"),
        ("The key areas for learning were as follows:", "learning"),
        ("The review also highlighted long waits.", "learning"),
        ("The need for one plan was also identified.", "learning"),
        ("Good practice was identified in the school.", "good-practice"),
        ("Missed opportunities were noted at the clinic.", "needs-improvement"),
        ("An action was identified for the Trust to write a form.", "actions"),
        ("The review makes four recommendations:", "recommendations"),
        ("Feedback received from the national Panel", "panel-feedback"),
    ],
)
def test_lead_ins(sentence: str, expected: str) -> None:
    found = lead_in_of(sentence)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The review was for a boy of nine.",
        "The review has focused on joint work.",
        "The family was learning English.",
        "He had no good friends.",
    ],
)
def test_plain_narrative_opens_nothing(sentence: str) -> None:
    assert lead_in_of(sentence) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Annual Report 2020-21", "annual-report"),
        ("Spring Newsletter", "newsletter"),
        ("Learning from Rapid Reviews 2020", "learning-digest"),
        ("7 Minute Briefing", "learning-digest"),
        ("Thematic review of neglect", "thematic-summary"),
        ("Joint targeted area inspection of Moorshire", "inspection-letter"),
        ("Serious Case Review Executive Summary in respect of Child Z", "executive-summary"),
        ("Local Child Safeguarding Practice Review: Wren", "review-report"),
        ("Minutes", "other"),
    ],
)
def test_kinds_of_document(title: str, kind: str) -> None:
    assert kind_of_document(title, "")[0] == kind


def test_names_of_agencies() -> None:
    assert names_organisation("Hill Street Primary School")
    assert names_organisation("Police")
    assert not names_organisation("Exclusion and exploitation")


def test_headings_are_folded() -> None:
    assert folded("3.2 What’s been done?:") == "what's been done"


def test_every_meaning_can_be_built() -> None:
    known = {"context", "finding", "recommendation", "action", "impact", "judgement", "chronology", "statistic"}
    known |= {
        "sought",
        "priority",
        "activity",
        "status",
        "divider",
        "contents",
        "aside",
        "parts",
        "plan",
        "explanation",
        "measure",
        "signed",
    }
    assert {found.becomes for found in meanings()} <= known
    assert all(found.reason for found in meanings() if found.becomes == "aside")
