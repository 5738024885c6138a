"""The kit follows from the model and the questions, and the real Neo4j Browser takes all of it."""

from __future__ import annotations

import base64
import re
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph.declare import NODES
from graph.errors import StoreError
from graph.kit import serve_kit, write_kit
from graph.kit.library import entries, literal, pictures
from graph.kit.settings import settings
from graph.kit.style import grass, ink_on, rules
from graph.questions import questions
from tests.engines import _starter

FRAME = "[data-testid=frame]"


def test_the_style_has_the_colours_of_the_legend_and_no_trap() -> None:
    text = grass()
    for label, node in NODES.items():
        assert re.search(rf"^node\.{label} \{{ color: {node.colour};", text, re.MULTILINE)
    assert "//" not in text
    assert "/*" not in text
    for caption in re.findall(r'caption: "([^"]*)"', text):
        assert not set(caption) & set(":;'")
    for properties in rules().values():
        if "text-color-internal" in properties and "shaft-width" not in properties:
            assert properties["text-color-internal"] == ink_on(properties["color"])


def test_the_kit_is_the_same_each_time_and_holds_every_question(tmp_path: Path) -> None:
    one, two = (write_kit(tmp_path / name, "http://localhost:7484") for name in ("one", "two"))
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    with zipfile.ZipFile(tmp_path / "one" / "favourites.zip") as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert len(texts) == len(questions()) + len(pictures())
    for question in questions().values():
        assert any(question.text in text for text in texts.values())
    assert all(text.startswith("// ") for text in texts.values())
    told = (tmp_path / "one" / "parameters.txt").read_text()
    docker = dict(line.split("=", 1) for line in (tmp_path / "one" / "docker.env").read_text().splitlines())
    lines = [line for line in (tmp_path / "one" / "neo4j.conf").read_text().splitlines() if line[0] != "#"]
    plain = dict(line.split("=", 1) for line in lines)
    assert docker["NEO4J_browser_post__connect__cmd"] == plain["browser.post_connect_cmd"]
    assert sorted(docker.values()) == sorted(plain.values())
    assert f":param limit => {questions()['follow-theme'].param('limit').default}" in told  # type: ignore[union-attr]


def test_values_are_written_as_cypher_writes_them() -> None:
    assert [literal(v) for v in (None, 3, "it's", ["a", "b\\"])] == ["null", "3", "'it\\'s'", "['a', 'b\\\\']"]


def test_the_kit_is_served_to_this_machine_with_what_the_browser_asks_for(tmp_path: Path) -> None:
    write_kit(tmp_path, "http://localhost:0")
    with serve_kit(tmp_path, 0) as address:
        asked = urllib.request.Request(f"{address}/guide.html", method="OPTIONS")
        for request in (asked, f"{address}/guide.html"):
            with urllib.request.urlopen(request, timeout=10) as reply:
                assert reply.headers["Access-Control-Allow-Origin"] == "*"
        with pytest.raises(StoreError, match="another --port"), serve_kit(tmp_path, int(address.rsplit(":", 1)[1])):
            pass


@pytest.fixture(scope="module")
def browser_page(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The real Browser, logged in, on the samples: the server carries the kit's settings, the kit is served."""
    from graph.cli.loading import load

    starter = _starter()
    try:
        starter.java()
        starter.jars()
    except starter.NotPossible as reason:
        pytest.skip(f"no Neo4j for the tests: {reason}")
    folder = tmp_path_factory.mktemp("kit")
    with ExitStack() as open_:
        address = open_.enter_context(serve_kit(folder, 0))
        write_kit(folder, address)
        server = open_.enter_context(starter.running(tmp_path_factory.mktemp("browser"), settings(address)))
        open_.enter_context(pytest.MonkeyPatch.context()).setenv("NEO4J_PASSWORD", server.password)
        samples = Path(__file__).parents[2] / "graph" / "samples"
        load([samples], server.uri, str(tmp_path_factory.mktemp("collection") / "c"))
        page = chromium.new_page(viewport={"width": 1400, "height": 1000})
        page.heard, page.asked, page.refused, page.kit = [], [], [], folder
        page.on("pageerror", lambda e: page.heard.append(str(e)))
        page.on("request", lambda r: page.asked.append(r.url))
        page.on("requestfailed", lambda r: page.refused.append((r.url, r.failure)))
        page.goto(server.browser)
        page.fill("[data-testid=username]", server.username)
        page.fill("[data-testid=password]", server.password)
        page.click("[data-testid=connect]")
        page.wait_for_selector("text=You are connected as user", timeout=60_000)
        page.where, page.bolt, page.login = server.browser, server.uri, (server.username, server.password)
        yield page
        page.close()


def run(page: Any, text: str) -> Any:
    """Put text in the editor, run it, and give the new frame, which is the first."""
    before = page.locator(FRAME).count()
    page.click("[data-testid=activeEditor]")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.click("[data-testid=editor-Run]")
    page.wait_for_function("([s, n]) => document.querySelectorAll(s).length > n", arg=[FRAME, before])
    return page.locator(FRAME).first


def clear(page: Any) -> None:
    page.click("[data-testid=activeEditor]")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(":clear")
    page.click("[data-testid=editor-Run]")
    page.wait_for_selector(FRAME, state="detached")


def drop(page: Any, path: Path) -> None:
    held = page.evaluate_handle(
        """([d, n]) => { const t = new DataTransfer();
        t.items.add(new File([Uint8Array.from(atob(d), c => c.charCodeAt(0))], n)); return t }""",
        [base64.b64encode(path.read_bytes()).decode(), path.name],
    )
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event(".filedrop", event, {"dataTransfer": held})


@pytest.mark.neo4j
def test_the_guide_opens_after_login_and_its_queries_run(browser_page: Any) -> None:
    page = browser_page
    page.wait_for_selector("[data-testid=guidesDrawer] pre.runnable", timeout=20_000)
    assert "serious harm to children" in page.inner_text("[data-testid=guidesDrawer]")
    before = page.locator(FRAME).count()
    query = page.locator("[data-testid=guidesDrawer] pre.runnable").first
    query.locator("button, svg, i").first.click()
    page.wait_for_function("([s, n]) => document.querySelectorAll(s).length > n", arg=[FRAME, before])
    page.locator(FRAME).first.locator("tbody tr").first.wait_for(timeout=15_000)


@pytest.mark.neo4j
def test_a_picture_has_the_colours_of_the_legend_and_captions_that_can_be_read(browser_page: Any) -> None:
    page = browser_page
    clear(page)
    entry = next(e for e in pictures() if e.id.endswith("delivery"))
    for line in entry.lines():
        run(page, line)
    frame = run(page, entry.text)
    frame.locator("g.node").first.wait_for(timeout=20_000)
    fills = set(frame.locator("g.node circle.b-outline").evaluate_all("c => c.map(x => x.getAttribute('fill'))"))
    legend = {NODES[label].colour for label in ("Recommendation", "Action", "Evidence", "StatusEvent")}
    assert fills <= legend
    assert NODES["Recommendation"].colour in fills
    captions = frame.locator("g.node").evaluate_all("n => n.map(x => x.textContent.trim())")
    assert all(len(caption) > 2 for caption in captions)


@pytest.mark.neo4j
def test_every_favourite_is_there_and_one_runs(browser_page: Any) -> None:
    page = browser_page
    drop(page, page.kit / "favourites.zip")
    page.click("[data-testid=navigationFavorites]")
    page.click("[data-testid='expandFolder-Golden Thread questions']")
    shown = page.locator("[data-testid^='scriptTitle-']")
    shown.first.wait_for()
    assert shown.count() == len(questions())
    clear(page)
    asked = next(e for e in entries() if e.id == "recurring-themes")
    for line in asked.lines():
        run(page, line)
    frame = run(page, asked.text)
    frame.locator("tbody tr").first.wait_for(timeout=20_000)
    heads = frame.locator("thead th").all_inner_texts()[1:]
    assert tuple(heads) == questions()["recurring-themes"].columns


@pytest.mark.neo4j
def test_a_link_fills_the_editor(browser_page: Any) -> None:
    page = browser_page
    lines = (page.kit / "links.txt").read_text().splitlines()
    link = next(line for line in lines if line.startswith("http"))
    assert link.startswith("http://localhost:7474/browser/?cmd=edit&arg=")
    text = "MATCH (t:Theme) RETURN t.name AS theme ORDER BY theme LIMIT 3"
    page.goto(page.where + "?cmd=edit&arg=" + quote(text, safe=""))
    page.wait_for_selector("[data-testid=activeEditor] >> text=RETURN", timeout=20_000)
    assert "Theme" in page.inner_text("[data-testid=activeEditor]")


@pytest.mark.neo4j
def test_nothing_outside_is_asked_and_nothing_breaks(browser_page: Any) -> None:
    assert browser_page.heard == []
    here = re.compile(r"(data:|blob:|(http|ws)://(localhost|127\.0\.0\.1)[:/])")
    outside = {u for u in browser_page.asked if not here.match(u)}
    assert outside <= {url for url, why in browser_page.refused if why == "csp"}  # by the policy, before it leaves
    report = "https://reports.example.org/"  # where a page might send word of an error of its own
    asking = """u => new Promise((told) => {
        document.addEventListener('securitypolicyviolation', (e) => told(e.blockedURI));
        fetch(u, {mode: 'no-cors'}).then(() => told('sent')).catch(() => setTimeout(() => told('failed'), 3000)) })"""
    assert browser_page.evaluate(asking, report) == report


@pytest.mark.neo4j
def test_what_the_kit_holds_runs_without_a_notification(browser_page: Any) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(browser_page.bolt, auth=browser_page.login) as driver:
        for entry in (*entries(), *pictures()):
            values: dict[str, Any] = dict(entry.params)
            asked = driver.execute_query(entry.text, values, routing_=neo4j.RoutingControl.READ)
            told = [s for s in asked.summary.gql_status_objects if s.is_notification]
            # a small collection does not hold every label and property yet; anything else is a fault of the statement
            assert [s for s in told if s.classification is not neo4j.NotificationClassification.UNRECOGNIZED] == []
