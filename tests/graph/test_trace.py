"""The thread as a person would tell it: told the same on both engines, dated, sourced, and honest about silence."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from rich.console import Console

from graph.store import Store
from graph.trace import Step, Trace, trace
from graph.trace.words import when
from graph.views.trace_text import render, render_summary
from tests.graph.small import small_store

__all__ = ["small_store"]


def told(found: Trace) -> list[tuple[str, str, str]]:
    return [(s.date, s.kind, s.certainty) for s in found.steps]


def summary(found: Trace) -> dict[str, str]:
    return {item.name: item.text for item in found.summary}


def test_a_thread_that_came_back(small_store: Store) -> None:
    found = trace(small_store, "Escalation")
    assert (found.kind, found.title) == ("theme", "Professional challenge and escalation")
    assert told(found) == [
        ("Feb 2019", "what needs to improve", "as printed"),
        ("between 1 Feb 2019 and 1 Sep 2019", "recommended", "as printed"),
        ("between Apr 2019 and Mar 2020", "done", "probable"),
        ("between Apr 2019 and Mar 2020", "evidence", "as printed"),
        ("14 Jul 2020", "done well", "as printed"),
        ("14 Jul 2020", "tested", "probable"),
        ("14 Jul 2020", "seen again", "probable"),
        ("14 Jul 2020", "two accounts", "as printed"),
        ("between Apr 2018 and Mar 2021", "what needs to improve", "as printed"),
        ("Mar 2022", "seen again", "confirmed"),
        ("between 1 Jan 2022 and 1 Nov 2022", "what got in the way", "as printed"),
    ]
    four = summary(found)
    assert list(four) == ["Recommended", "Done", "Shown to work", "Seen again"]
    assert four["Done"].startswith("Said to be done: “The escalation procedure was reviewed")
    assert four["Done"].endswith("no closing record.")
    assert four["Shown to work"].startswith("Two accounts")
    assert four["Seen again"].startswith("Yes, 2 times")
    assert all(item.evidence for item in found.summary)
    assert "No document says who closed it and when." in found.not_stated


def test_a_thread_that_held(small_store: Store) -> None:
    found = trace(small_store, "safe sleep")
    assert [s.kind for s in found.steps] == ["recommended", "done", "evidence", "tested", "improved", "closed"]
    four = summary(found)
    assert "Closed by record" in four["Done"]
    assert four["Shown to work"].startswith("Seen improved in a test")
    assert four["Seen again"].startswith("Not in the loaded documents")
    assert not any("who closed" in sentence for sentence in found.not_stated)


def test_a_thread_of_which_nobody_can_tell(small_store: Store) -> None:
    """T1: said to be done, seen again, possible; the order is not proven and nothing is closed."""
    found = trace(small_store, "bruising-non-mobile")
    assert told(found)[-1] == ("by 1 Feb 2023", "seen again", "possible")
    four = summary(found)
    assert four["Seen again"].startswith("Possibly, once")
    assert "no closing record" in four["Done"]
    assert "evidence not stated" in four["Done"]
    assert "Whether what was seen again came after what was done: the dates do not prove it." in found.not_stated


def test_a_promise_gone_silent_and_what_is_absent(small_store: Store) -> None:
    found = trace(small_store, "neglect")
    assert [s.kind for s in found.steps] == [
        "promised",
        "priority",
        "stated as not present",
        "in the story of the case",
    ]
    assert any(
        "A neglect conference is planned" in sentence and "nothing is said" in sentence for sentence in found.not_stated
    )
    assert summary(found)["Done"].startswith("Not said to be done; promised")


@pytest.mark.parametrize("thing", ["Ash", "AB", "RR 1/19", "rr01/2019", "northmere/rr-1-19"])
def test_a_review_by_any_of_its_names(small_store: Store, thing: str) -> None:
    found = trace(small_store, thing)
    assert found.kind == "review"
    kinds = [s.kind for s in found.steps]
    assert kinds.count("recommended") == 2
    assert kinds.count("told under two names") == 1
    assert {"what happened", "done well", "tested", "improved", "seen again", "closed"} <= set(kinds)


def test_the_threads_of_a_review_fork(small_store: Store) -> None:
    """T11: one recommendation is closed and held, the other is not; neither hides the other."""
    found = trace(small_store, "Ash")
    four = summary(found)
    assert four["Shown to work"].startswith("In part")
    assert "no closing record for 1 other" in four["Done"]
    assert any("The escalation procedure is to be used" in s and "who closed" in s for s in found.not_stated)


def test_what_is_possible_stays_a_question(small_store: Store) -> None:
    found = trace(small_store, "RR 2/22")
    maybe = next(s for s in found.steps if s.kind == "may be the same review")
    assert maybe.certainty == "possible"
    assert "for: first letter" in maybe.why
    assert "against: the periods do not meet" in maybe.why
    assert "The text of the recommendations is not in the loaded documents." in found.not_stated
    assert summary(found)["Recommended"].startswith("Recommendations exist")


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        ("The escalation procedure was reviewed and reissued.", "action"),
        ("escalation procedure is to be used whenever agencies differ", "recommendation"),
        ("Staff disagreed about the treshold and did not escalate", "learning"),
        ("Audit of escalation 2020", "test"),
    ],
)
def test_a_sentence_or_a_test_is_found(small_store: Store, thing: str, kind: str) -> None:
    found = trace(small_store, thing)
    assert found.kind == kind
    assert {"recommended", "done", "seen again"} <= {s.kind for s in found.steps}


def test_what_could_mean_several_is_not_chosen(small_store: Store) -> None:
    found = trace(small_store, "RR")
    assert (found.steps, found.kind) == ([], "")
    assert [c.ask for c in found.could_mean][:1] == ["eastvale/rr-5-22"]
    assert trace(small_store, found.could_mean[0].ask).kind == "review"
    nothing = trace(small_store, "zzz")
    assert nothing.not_stated == ["Nothing in the loaded documents is called, or says, “zzz”."]


CODES = re.compile(r"\b(R[0-5]|E[0-5]|polarity|shortfall|cue|coding|complete-evidence\w*|good-practice)\b")


@pytest.mark.parametrize("thing", ["escalation", "safe sleep", "bruising-non-mobile", "neglect", "Ash", "RR 2/22"])
def test_every_line_has_a_place_and_no_code_is_shown(small_store: Store, thing: str) -> None:
    found = trace(small_store, thing)
    for step in found.steps:
        assert step.evidence, step
        assert all(e["document"] and (e["page"] or e["line"]) and e["quote"] for e in step.evidence)
    told = {"thing", "kind", "title", "steps", "summary", "not_stated", "could_mean", "documents", "notes"}
    assert set(found.json()) == told
    assert found.notes == []
    out = io.StringIO()
    render(found, Console(file=out, width=72))
    assert not CODES.search(out.getvalue())
    assert max(len(line) for line in out.getvalue().splitlines()) <= 72
    assert "Not stated" in out.getvalue()


def test_both_engines_tell_the_same(small_store: Store) -> None:
    """Golden: the first and last day of every step of one thread."""
    days = [(s["from"], s["to"]) for s in trace(small_store, "safe sleep").json()["steps"]]
    assert days == [
        ("2019-02-01", "2019-09-01"),
        ("2019-04-01", "2020-03-31"),
        ("2021-05-01", "2021-05-31"),
        ("2021-05-01", "2021-05-31"),
        ("2021-05-01", "2021-05-31"),
        ("2021-11-04", "2021-11-04"),
    ]


def test_an_empty_store_says_so(store: Store) -> None:
    assert trace(store, "anything").steps == []


def test_text_from_documents_is_no_markup_and_no_control() -> None:
    step = Step(
        "2020", "done", "[bold red]x[/] \x1b[31mred", "as printed", ({"document": "D", "line": 1, "quote": "q"},)
    )
    out = io.StringIO()
    render(Trace("t", "theme", "[link]t", [step]), Console(file=out, width=60))
    render_summary(Trace("t"), Console(file=out, width=60))
    assert "[bold red]x[/]" in out.getvalue()
    assert "\x1b[31m" not in out.getvalue()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2023, 11, 12), date(2023, 11, 12), "12 Nov 2023"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2017, 1, 1), date(2021, 12, 31), "between 2017 and 2021"),
        (date(2023, 4, 1), date(2024, 3, 31), "between Apr 2023 and Mar 2024"),
        (date(2023, 4, 2), date(2023, 4, 9), "between 2 Apr 2023 and 9 Apr 2023"),
        (None, date(2025, 3, 1), "by 1 Mar 2025"),
        (date(2025, 3, 1), None, "1 Mar 2025 or later"),
        (None, None, "date not stated"),
    ],
)
def test_dates_in_words(first: date | None, last: date | None, said: str) -> None:
    assert when(first, last) == said
