"""From opening the file to the quotation in at most four actions, on the published texts: one journey a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser import Watched

pytestmark = [pytest.mark.embedded, pytest.mark.reviews]
Watch = Callable[..., Watched]


class Journey:
    """Somebody at the page; every act is counted."""

    def __init__(self, watched: Watch, data: dict[str, Any]) -> None:
        self.page = watched(data).open()
        self.acts = 0

    def search(self, words: str) -> None:
        self.page.fill("#search", words)
        self.acts += 1

    def click(self, what: Any) -> None:
        what.first.click()
        self.acts += 1

    def quotation(self) -> str:
        """The words in the panel, which stand there with document and place."""
        self.page.wait_for_selector("#side blockquote")
        assert self.acts <= 4
        assert any(said in self.page.inner_text("#side cite") for said in (", page ", ", line "))
        return str(self.page.locator("#side blockquote").first.inner_text())


def test_did_bruising_come_back(watched: Watch, reviews_page: dict[str, Any]) -> None:
    at = Journey(watched, reviews_page)
    at.search("bruising")
    at.click(at.page.locator("main .chip", has_text="Bruising in non-mobile babies"))
    at.page.wait_for_selector(".story")
    told = at.page.inner_text("main")
    assert "said to be done, seen again" in told
    assert "possible only: the dates do not prove it" in told
    story = at.page.locator(".story", has_text="said to be done, seen again")
    if story.locator("details").count():
        at.click(story.locator("summary"))
    at.click(story.locator(".pair").first.locator("button.words").nth(1))
    assert "procedure" in at.quotation().lower()


def test_what_was_said_to_be_done_stands_first(watched: Watch, reviews_page: dict[str, Any]) -> None:
    page = watched(reviews_page).open()
    page.wait_for_selector(".story")
    heads = page.locator("main .story:not(.better) .head").all_inner_texts()
    said = [head.strip(": ") == "said to be done, seen again" for head in heads]
    assert any(said)
    assert not all(said)
    assert said == sorted(said, reverse=True)


def test_riley_to_practice_now_forks(watched: Watch, reviews_page: dict[str, Any]) -> None:
    at = Journey(watched, reviews_page)
    at.search("Riley")
    at.click(at.page.locator("tbody tr", has_text="practice review").locator("button.words", has_text="Riley"))
    at.click(at.page.get_by_role("link", name="Open the review"))
    at.page.wait_for_selector(".fork")
    forks = at.page.locator(".fork h4").all_inner_texts()
    assert [f.split(" (")[0] for f in forks] == ["Tested again", "Tested again in part", "Tested again: not stated"]
    silent = at.page.locator(".fork", has_text="Tested again: not stated")
    assert "CSE" in silent.inner_text()  # the exploitation gap of the deep dive has no stated test
    partly = at.page.locator(".fork", has_text="Tested again in part")
    at.click(partly.locator("button.words", has_text="Step Down Plans"))
    assert "bottom line" in at.quotation()
    assert "tested again in part" in at.page.inner_text("#side").lower()


@pytest.mark.parametrize(
    ("wanting", "in_place"),
    [
        ("has not seen any assurance reporting", "quarterly reporting"),
        ("not progressed at pace", "consulted"),
        ("quality assurance procedures", "quality and assurance"),
    ],
    ids=["assurance reporting", "children consulted", "quality assurance"],
)
def test_where_the_two_accounts_differ(
    watched: Watch, reviews_page: dict[str, Any], wanting: str, in_place: str
) -> None:
    at = Journey(watched, reviews_page)
    at.click(at.page.get_by_role("link", name="Partnerships"))
    at.click(at.page.locator("main .cards a", has_text="Hartlepool"))
    box = at.page.locator(".accounts", has_text=wanting)
    assert box.count() > 0
    if not any(in_place in text for text in box.all_inner_texts()):
        at.click(box.get_by_role("button", name="Show more"))
    assert any(in_place in text for text in box.all_inner_texts())
    at.click(box.locator("button.words", has_text=in_place))
    assert in_place in at.quotation()


def test_what_was_promised_and_went_silent(watched: Watch, reviews_page: dict[str, Any]) -> None:
    at = Journey(watched, reviews_page)
    at.click(at.page.get_by_role("link", name="Partnerships"))
    at.click(at.page.locator("main .cards a", has_text="Hartlepool"))
    silent = at.page.locator("section", has_text="Promised, and a later document is silent")
    at.click(silent.locator("button.words", has_text="presented to the HSSCP Exec group"))
    assert "February 2024" in at.quotation()
    side = at.page.inner_text("#side")
    assert "Silence does not mean that it was not done" in side
    again = at.page.locator("section", has_text="Promised, and told of later")
    assert "promised again" in again.inner_text()
    assert "conference" in again.inner_text().lower()
