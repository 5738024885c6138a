"""A real headless Chromium for pages, and stores' worth of page data: made once a run, quiet or the test fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

SIZE = {"width": 1280, "height": 720}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium as installed on this machine; a visible skip where it is not."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watched:
    """A page with everything it said or asked for; `quiet()` fails where that is anything at all."""

    def __init__(self, page: Any, file: Path) -> None:
        self.page, self.file = page, file
        self.heard: list[str] = []
        page.on("console", lambda m: self.heard.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: self.heard.append(f"error: {e}"))
        page.on("dialog", lambda d: (self.heard.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(("data:", "blob:")) and request.url.split("#")[0] != self.file.as_uri():
            self.heard.append(f"request: {request.url}")

    def open(self, place: str = "") -> Any:
        """The page at a place, opened anew."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}#{place}")
        return self.page

    def go(self, place: str) -> Any:
        """The same page, another place."""
        self.page.evaluate("place => { location.hash = place; }", place)
        self.page.wait_for_timeout(60)
        return self.page

    def quiet(self) -> None:
        assert self.heard == []


@pytest.fixture
def watched(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Call with page data (and a size) for a page that must stay quiet to the end of the test."""
    from graph.views.explorer import page_of

    made: list[Watched] = []

    def call(data: dict[str, Any], start: str | None = None, **size: int) -> Watched:
        file = tmp_path / f"page{len(made)}.html"
        file.write_text(page_of(data, start), encoding="utf-8")
        page = chromium.new_page(viewport=SIZE | size, accept_downloads=True)
        made.append(Watched(page, file))
        return made[-1]

    yield call
    for each in made:
        each.page.close()
    for each in made:
        each.quiet()


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the page holds of the small graph."""
    from graph.store import open_store
    from graph.views.explorer import held
    from tests.graph.small import without_runs
    from tests.small_graph import small_graph

    graph, run = without_runs(small_graph())
    with open_store(str(tmp_path_factory.mktemp("small"))) as store:
        store.sync(graph, collection=run.collection, run=run)
        return held(store)


@pytest.fixture(scope="session")
def samples_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store, closed, of the bundled samples."""
    from importlib.resources import files

    return _loaded(Path(str(files("graph"))) / "samples", tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def reviews_store(reviews: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store, closed, of the five published texts."""
    return _loaded(reviews, tmp_path_factory.mktemp("reviews"), "*.txt")


@pytest.fixture(scope="session")
def samples_page(samples_store: str) -> dict[str, Any]:
    """What the page holds of the bundled samples."""
    return _held(samples_store)


@pytest.fixture(scope="session")
def reviews_page(reviews_store: str) -> dict[str, Any]:
    """What the page holds of the five published texts."""
    return _held(reviews_store)


def _loaded(folder: Path, store_path: Path, pattern: str = "*") -> str:
    from graph.cli.loading import load

    load(sorted(p for p in folder.glob(pattern) if p.is_file()), str(store_path / "s.db"))
    return str(store_path / "s.db")


def _held(store_path: str) -> dict[str, Any]:
    from graph.store import open_store
    from graph.views.explorer import held

    with open_store(store_path) as store:
        return held(store)
