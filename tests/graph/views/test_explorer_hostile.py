"""Hostile text in every field of the page: nothing runs, nothing is fetched, and the layout holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from graph.views.explorer.overview import overview
from tests.browser import Watched

pytestmark = pytest.mark.embedded
BAD = (
    "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
    '<a href="javascript:window.ran=3">href</a>"\'`${window.ran=4}{{ 7*7 }}<!--<script>'
    "\u202egnihtyna\u202d\u2066\u0000\u2028"
)
LONG = BAD + " " + "W" * 50_000
_CODES = {
    "kind",
    "type",
    "code",
    "certainty",
    "closure",
    "state",
    "polarity",
    "since",
    "until",
    "when",
    "shape",
    "color",
    "loaded",
    "codebook",
}
_IDS = {"id", "theme", "source", "target", "bodies", "from", "to"}


def hostile(value: Any, key: str = "", long: bool = False) -> Any:
    """The same data with hostile text added to everything that could come from a document, ids as well."""
    if isinstance(value, dict):
        return {k: v if k == "words" else hostile(v, k, long) for k, v in value.items()}
    if isinstance(value, list):
        return [hostile(v, key, long) for v in value]
    if not isinstance(value, str) or key in _CODES or key == "colour":
        return value
    if key in _IDS:
        kind, colon, rest = value.partition(":")
        return f"{kind}{colon}{rest}{BAD}"
    return f"{value} {LONG if long else BAD}"


@pytest.mark.parametrize("long", [False, True], ids=["short", "50 000 characters"])
def test_nothing_runs_and_the_layout_holds(
    watched: Callable[..., Watched], small_page: dict[str, Any], long: bool
) -> None:
    data = hostile(small_page, long=long)
    data["overview"] = overview(data["themes"], data["facts"])  # as `held` does: from the texts of the documents
    seen = watched(data)
    page = seen.open()
    fact = quote(next(f["id"] for f in data["facts"] if f["kind"] == "learning"), safe="")
    review = quote(next(f["id"] for f in data["facts"] if f["kind"] == "review"), safe="")
    body = quote(data["partnerships"][0]["id"], safe="")
    theme = quote(next(link["theme"] for link in data["links"] if link["type"] == "RECURS_IN"), safe="")
    places = ["again", "overview", f"theme/{theme}", f"thread/{fact}", "reviews", f"review/{review}", "partnerships"]
    for place in [*places, f"partnership/{body}", "table", f"table?at={fact}", "theme/%E0%A4%A"]:
        seen.go(place)
        assert page.locator("main h2").first.inner_text().strip(), place
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280, place
        assert page.evaluate("() => document.querySelectorAll('main img, main script, aside img').length") == 0
        assert page.evaluate("() => [...document.links].every(a => a.getAttribute('href').startsWith('#'))"), place
        assert page.locator("main h2").first.bounding_box()["height"] < 400, place
    assert page.evaluate("() => window.ran") is None
    page.fill("#search", BAD)
    page.wait_for_timeout(100)
    assert page.evaluate("() => window.ran") is None


def test_the_policy_lets_only_the_pages_own_scripts_run(
    watched: Callable[..., Watched], small_page: dict[str, Any]
) -> None:
    seen = watched(small_page)
    page = seen.open()
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
        " const i = document.createElement('img'); i.setAttribute('onerror', 'window.ran = 2'); i.src = 'data:,';"
        " document.body.append(i); }"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("() => window.ran") is None
    assert any("Content Security Policy" in line for line in seen.heard)
    seen.heard.clear()
