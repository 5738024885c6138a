"""The explorer's page in a real Chromium: quiet, reachable by keyboard, readable, the words always one step away."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph.cli.explore import too_large
from tests.browser import Watched

pytestmark = pytest.mark.embedded
Watch = Callable[..., Watched]

SMALL_TEXT = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
    && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
    && parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML.slice(0, 80))"""
LABELS = """() => { const box = document.getElementById('net'), net = box.goldenThread;
    return { scale: net.getScale(), font: net.body.data.nodes.get()[0].font.size, boxes: net.body.data.nodes.getIds()
      .map(id => { const b = net.getBoundingBox(id), p = net.canvasToDOM({ x: b.left, y: b.top }),
                         q = net.canvasToDOM({ x: b.right, y: b.bottom }); return [p.x, p.y, q.x, q.y]; }),
      width: box.clientWidth, height: box.clientHeight }; }"""


def places(data: dict[str, Any]) -> list[str]:
    """Every kind of view, on something that is in the data."""

    def first(kind: str) -> str:
        return quote(next(f["id"] for f in data["facts"] if f["kind"] == kind), safe="")

    theme = next((link["theme"] for link in data["links"] if link["type"] == "RECURS_IN"), data["themes"][0]["id"])
    return [
        "again",
        "overview",
        f"theme/{quote(theme, safe='')}",
        f"thread/{first('action')}",
        f"thread/{first('review')}",
        f"thread/{first('recommendation')}",
        "reviews",
        f"review/{first('review')}",
        "partnerships",
        f"partnership/{quote(data['partnerships'][0]['id'], safe='')}",
        "table",
        "table?q=escalation",
        f"table?at={first('learning')}",
        "theme/no-such-theme",
    ]


def check_every_view(watched: Watch, data: dict[str, Any], **size: int) -> None:
    """Opens each view; no violations, nothing wider than the window, no text under 12 px, and quiet."""
    from axe_playwright_python.sync_playwright import Axe

    seen = watched(data, **size)
    page = seen.open()
    for place in places(data):
        seen.go(place)
        assert page.locator("main h2").first.inner_text().strip(), place
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= page.viewport_size["width"], place
        assert page.evaluate(SMALL_TEXT) == [], place
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == [], place


def test_every_view_of_the_small_graph(watched: Watch, small_page: dict[str, Any]) -> None:
    check_every_view(watched, small_page)


def test_every_view_of_the_samples_at_200_percent(watched: Watch, samples_page: dict[str, Any]) -> None:
    check_every_view(watched, samples_page, width=640, height=360)


@pytest.mark.reviews
def test_every_view_of_the_published_documents(watched: Watch, reviews_page: dict[str, Any]) -> None:
    check_every_view(watched, reviews_page)


def test_an_empty_graph_says_so(watched: Watch, small_page: dict[str, Any]) -> None:
    from graph.views.explorer.overview import overview

    none = {k: [] for k in ("themes", "facts", "links", "sentences", "documents", "partnerships")}
    seen = watched(small_page | none | {"load": {}, "overview": overview([], [])})
    assert "Nothing in the loaded documents was seen again" in seen.open().inner_text("main")
    for place in ("overview", "reviews", "partnerships", "table"):
        assert seen.go(place).inner_text("main")


def test_it_opens_on_a_story_with_both_sides_and_a_note(watched: Watch, small_page: dict[str, Any]) -> None:
    page = watched(small_page).open()
    assert "serious harm to children" in page.inner_text("#note")
    head = page.locator(".story").first
    assert "Professional challenge and escalation: said to be done, seen again" in head.inner_text()
    assert head.locator("button.words").count() >= 2
    assert "confirmed by nobody unless it says so" in page.inner_text("main")
    assert not re.search(r"\d", " ".join(page.locator("h2, h3").all_inner_texts()))


def test_four_sentences_of_a_thread_that_came_back_and_one_that_held(
    watched: Watch, small_page: dict[str, Any]
) -> None:
    seen = watched(small_page)
    page = seen.open("theme/professional-challenge")
    four = page.locator(".sentence").all_inner_texts()
    assert [t.split("\n")[0] for t in four] == ["Recommended", "Done", "Shown to work", "Seen again"]
    assert "0 confirmed" in four[0]
    assert "said to be done" in four[1]
    assert "no closing record" in four[1]
    assert "two accounts" in four[2]
    assert "does not by itself prove" in four[3]
    held = seen.go("theme/safe-sleep").locator(".sentence").all_inner_texts()
    assert "1 closing record" in held[1]
    assert "Seen improved in 1 finding of a later test" in held[2]
    assert "Not in the loaded documents" in held[3]
    silent = seen.go("theme/information-sharing").locator(".sentence").all_inner_texts()
    assert all("not stated" in s for s in silent[:3])


def test_a_thread_shows_gaps_where_nothing_is_stated(watched: Watch, small_page: dict[str, Any]) -> None:
    page = watched(small_page).open(f"thread/{quote('action:annual21/a2', safe='')}")
    assert page.locator("svg .gap").count() >= 3
    assert "No recommendation stated in the loaded documents" in page.inner_text("main")


@pytest.mark.reviews
def test_what_a_thread_shows_as_seen_later_is_what_its_sentence_says(
    watched: Watch, reviews_page: dict[str, Any]
) -> None:
    seen, returned = watched(reviews_page), 0
    seen.open()
    starts = [f for f in reviews_page["facts"] if f["kind"] in ("review", "recommendation", "test")]
    for fact in starts:
        text = seen.go(f"thread/{quote(fact['id'], safe='')}").locator("main").inner_text()
        listed = "seen again, " in text[text.rindex("Seen later") :]
        said = reviews_page["sentences"][fact["four"][3]]
        assert listed == (said["state"] != "not seen again"), fact["text"]
        returned += listed
    assert 0 < returned < len(starts)


def test_deep_links_back_and_forward(watched: Watch, small_page: dict[str, Any]) -> None:
    seen = watched(small_page)
    page = seen.open("theme/safe-sleep")
    assert page.inner_text("main h2") == "Safe sleep"
    page.get_by_role("link", name="Partnerships").click()
    page.get_by_role("link", name="Northmere Safeguarding Children Partnership").click()
    page.locator("main button.words").first.click()
    page.wait_for_selector("#side blockquote")
    words = page.inner_text("#side blockquote")
    address = page.url
    page.go_back()
    page.wait_for_selector("#side blockquote", state="detached")
    page.go_back()
    page.wait_for_selector("h2:text-is('Partnerships')")
    page.go_forward()
    page.go_forward()
    page.wait_for_selector("#side blockquote")
    assert page.inner_text("#side blockquote") == words
    page.goto("about:blank")
    page.goto(address)
    assert page.inner_text("#side blockquote") == words


def test_it_can_open_on_a_place(watched: Watch, small_page: dict[str, Any]) -> None:
    ash = next(f["id"] for f in small_page["facts"] if f["kind"] == "review" and f["text"] == "Ash")
    page = watched(small_page, f"review/{ash}").open()
    assert page.inner_text("main h2") == "Ash"
    page = watched(small_page, "theme/safe-sleep").open()
    assert page.inner_text("main h2") == "Safe sleep"


def test_every_function_by_keyboard(watched: Watch, small_page: dict[str, Any]) -> None:
    page = watched(small_page).open()
    focus = "() => document.activeElement.matches('.words')"

    def tab_until(condition: str, most: int = 60) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate(condition):
                return
        raise AssertionError(f"not reached by Tab: {condition}")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip to the content
    tab_until(focus)
    chosen = page.evaluate("() => document.activeElement.dataset.id")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'chosen'")
    assert "page" in page.inner_text("#side cite") or "line" in page.inner_text("#side cite")
    page.keyboard.press("Escape")
    page.wait_for_function("id => document.activeElement.dataset.id === id", arg=chosen)
    page.keyboard.press("/")
    page.keyboard.type("escalation")
    page.wait_for_function("() => document.querySelector('main h2').textContent.includes('table')")
    assert page.evaluate("() => document.activeElement.id") == "search"
    assert page.input_value("#search") == "escalation"
    assert page.locator("tbody tr").count() > 3
    tab_until("() => document.activeElement.dataset.kind === 'action'")
    page.keyboard.press("Space")
    assert set(page.locator("tbody td:nth-child(2)").evaluate_all("c => c.map(x => x.firstChild.data)")) == {"Action"}
    assert page.evaluate("() => document.activeElement.dataset.kind") == "action"
    page.evaluate("() => { location.hash = 'overview'; }")
    page.wait_for_function("() => document.activeElement.textContent === 'Themes that share learning'")
    tab_until("() => document.activeElement.id === 'net'")
    page.keyboard.press("ArrowRight")
    named = page.inner_text("#status").split(",")[0]
    page.keyboard.press("Enter")
    page.wait_for_function("name => document.activeElement.textContent === name", arg=named)
    tab_until("() => document.activeElement.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    assert page.locator("details[open] .words").count() > 0


def test_labels_of_the_picture_lie_apart_and_inside(watched: Watch, samples_page: dict[str, Any]) -> None:
    seen = watched(samples_page)
    seen.open("overview")
    drawn = seen.page.evaluate(LABELS)
    assert drawn["scale"] == 1
    assert drawn["font"] >= 12
    boxes = drawn["boxes"]
    assert len(boxes) > 5
    for i, (a, b, c, d) in enumerate(boxes):
        assert a >= 0
        assert b >= 0
        assert c <= drawn["width"]
        assert d <= drawn["height"]
        for e, f, g, h in boxes[i + 1 :]:
            assert c <= e or g <= a or d <= f or h <= b


def test_the_legend_is_the_filter_and_the_table_its_twin(watched: Watch, small_page: dict[str, Any]) -> None:
    page = watched(small_page).open("overview")
    rows = page.locator("tbody tr").count()
    assert page.locator("tbody tr", has_text="Safe sleep").count() == 1
    page.get_by_label("The child", exact=False).uncheck()
    assert page.locator("tbody tr", has_text="Safe sleep").count() == 0
    assert page.locator("tbody tr").count() < rows
    assert page.locator("tbody tr").count() == int(re.findall(r"\d+", page.inner_text("#shown"))[-1])
    assert page.evaluate("() => document.getElementById('net').goldenThread.body.nodes['safe-sleep'].options.hidden")


def test_the_overview_can_be_narrowed_and_the_address_keeps_it(watched: Watch, small_page: dict[str, Any]) -> None:
    seen = watched(small_page)
    page = seen.open("overview")
    everything = page.locator("tbody tr").count()
    page.get_by_text("Narrow by partnership").click()
    body = small_page["partnerships"][0]
    page.get_by_label("Partnership").select_option(body["id"])
    assert 0 < page.locator("tbody tr").count() < everything
    assert f"who={body['id']}" in page.evaluate("() => location.hash")
    told = [f for f in small_page["facts"] if f["kind"] == "learning" and body["id"] in f["bodies"]]
    theme = next(t["theme"] for f in told for t in f["themes"] if t["polarity"] != "absent")
    about = sum(any(t["theme"] == theme and t["polarity"] != "absent" for t in f["themes"]) for f in told)
    label = "id => document.getElementById('net').goldenThread.body.data.nodes.get(id).label"
    assert page.evaluate(label, theme).split("\n")[-1].startswith(f"{about}, ")
    rows = page.locator("tbody tr").count()
    seen.open(page.evaluate("() => location.hash").lstrip("#"))
    assert page.locator("tbody tr").count() == rows


def test_search_knows_other_words_for_a_theme(watched: Watch, samples_page: dict[str, Any]) -> None:
    theme = next(t for t in samples_page["themes"] if t["id"] == "was-not-brought")
    assert "did not attend" in theme["also"]
    page = watched(samples_page).open("table")
    page.fill("#search", "did not attend")
    page.wait_for_function("() => location.hash.includes('q=did')")
    assert page.locator("main .chip").first.inner_text() == theme["name"]


def test_learning_about_two_themes_at_once(watched: Watch, samples_page: dict[str, Any]) -> None:
    points = [f for f in samples_page["facts"] if f["kind"] == "learning"]
    told = [{t["theme"] for t in f["themes"] if t["polarity"] != "absent"} for f in points]
    one = next(theme for each in told if len(each) > 1 for theme in sorted(each))
    seen = watched(samples_page)
    together = seen.open(f"theme/{quote(one, safe='')}").locator("section", has_text="Told together with")
    chip = together.locator("a").first
    number = int(chip.inner_text().rsplit("(", 1)[1].rstrip(")"))
    chip.click()
    seen.page.wait_for_selector("#f-with")
    other = seen.page.locator("#f-with").input_value()
    assert seen.page.locator("#f-theme").input_value() == one
    assert seen.page.locator("tbody tr").count() == number == sum({one, other} <= each for each in told)
    seen.page.locator("#f-with").select_option("")
    assert seen.page.locator("tbody tr").count() == sum(one in each for each in told)
    assert "with=" not in seen.page.url


def test_what_another_area_was_asked_is_no_improvement(watched: Watch, samples_page: dict[str, Any]) -> None:
    links = samples_page["links"]
    echoed, improved = ({k["theme"] for k in links if k["type"] == t} for t in ("ECHOED_IN", "IMPROVED_IN"))
    assert echoed
    seen = watched(samples_page)
    page = seen.open()
    for theme in sorted(echoed):
        seen.go(f"theme/{quote(theme, safe='')}")
        heads = page.locator(".story .head").all_inner_texts()
        assert ": asked nationally or in another area, seen here" in heads
        assert heads.count(": seen improved") == (theme in improved)
        for words in page.locator(".four summary").all():
            words.click()
        for told in page.locator(".four .line .more").all_inner_texts():
            assert "Safeguarding" in told  # whose it is


def test_reviews_without_a_name_are_told_apart_and_nothing_is_told_of_who_has_no_document(
    watched: Watch, samples_page: dict[str, Any]
) -> None:
    bare = {"id": "nowhere", "name": "Nowhere Safeguarding Children Partnership", "kind": "partnership"}
    data = samples_page | {"partnerships": [*samples_page["partnerships"], bare]}
    serious = [f for f in data["facts"] if f["kind"] == "review" and f["text"] == "Serious incident"]
    assert len(serious) > 1
    seen = watched(data)
    page = seen.open()
    seen.go(f"partnership/{quote(serious[0]['bodies'][0], safe='')}")
    told = page.locator(".line", has_text="Serious incident").all_inner_texts()
    assert len(set(told)) == len(told) == len(serious)
    seen.go("partnership/nowhere")
    assert "No document of its own is loaded" in page.inner_text("main")
    assert "Nothing is said to be done" not in page.inner_text("main")


def test_csv_opens_safely_in_a_spreadsheet(watched: Watch, small_page: dict[str, Any], tmp_path: Path) -> None:
    fact = next(f for f in small_page["facts"] if f["kind"] == "learning")
    facts = [fact | {"text": '=HYPERLINK("x")', "evidence": [fact["evidence"][0] | {"quote": "-1+1"}]}]
    page = watched(small_page | {"facts": facts, "links": []}).open("table")
    with page.expect_download() as got:
        page.get_by_role("button", name="Save as CSV").click()
    got.value.save_as(tmp_path / "x.csv")
    raw = (tmp_path / "x.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert '"\'=HYPERLINK(""x"")"' in text
    assert '"\'-1+1"' in text


def test_print_shows_the_content_and_not_the_controls(watched: Watch, small_page: dict[str, Any]) -> None:
    page = watched(small_page).open("theme/professional-challenge")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator("main h2").first.is_visible()
    assert page.locator("section .line .words").first.is_visible()


@pytest.mark.parametrize("place", ["overview", "table", "again"])
def test_what_is_printed_fits_the_paper(watched: Watch, small_page: dict[str, Any], place: str) -> None:
    page = watched(small_page, width=720).open(place)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= 720")
    if place == "overview":
        assert page.locator("#net canvas").bounding_box()["width"] <= 720
    if place == "table":  # a column too narrow for its words would break them
        assert page.evaluate("[...document.querySelectorAll('td, th')].every(c => c.scrollWidth <= c.clientWidth + 1)")


def test_a_picture_can_be_saved(watched: Watch, small_page: dict[str, Any]) -> None:
    page = watched(small_page).open("overview")
    with page.expect_download() as got:
        page.get_by_role("button", name="Save the picture").click()
    assert got.value.suggested_filename == "themes.png"


def test_no_percentages_and_no_codes_on_screen(watched: Watch, small_page: dict[str, Any]) -> None:
    seen = watched(small_page)
    seen.open()
    for place in places(small_page):
        text = seen.go(place).inner_text("body")
        assert "%" not in text, place
        assert not re.search(r"\b(R[0-5]|E[0-5]|shortfall|polarity|cue|RECURS_IN|none stated in)\b", text), place
        assert "undefined" not in text, place
        assert not re.search(r"\bnull\b|\[object", text), place


def test_a_page_too_large_to_open_says_what_to_do() -> None:
    assert too_large(128_000_000) is None
    assert (told := too_large(1_300_000_000)) is not None
    assert told.startswith("The page is 1300 MB and may not open in a browser: load the documents of one partnership")
