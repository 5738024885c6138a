"""The explorer's page in Chromium: when it can be used, how quickly each view opens, how large the file is.

Beside it, in the same run, what a user of pyvis would get from its defaults with as many nodes: the first picture that
stands still. Waiting for it ends at `PATIENCE` times ours, and the ratio is then given as "more than".
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

SIZES = (100, 1_000, 5_000, 20_000)
AGAINST = 5_000
PATIENCE = 260
VIEWS = ("again", "overview", "theme", "thread", "reviews", "review", "partnerships", "partnership", "table")
READY = "() => document.querySelector('#main h2') !== null && document.querySelector('#foot p') !== null"
OPEN = """place => new Promise(done => {
    const began = performance.now(), ready = () => document.querySelector('#main h2');
    const drawn = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    const wait = () => (ready() ? drawn() : requestAnimationFrame(wait));
    addEventListener('hashchange', wait, { once: true });
    location.hash = place; })"""


def page_data(nodes: int, seed: int = 7) -> dict[str, Any]:
    """What a page of about so many facts holds (see `graph.views.explorer.holding.held`), made up from a seed."""
    from graph.codebook import load
    from graph.views.explorer.holding import REVIEW
    from graph.views.explorer.overview import overview
    from graph.views.explorer.sentences import sentences
    from graph.views.rows import plain

    dice, codebook = random.Random(seed), load()
    words = sorted({w for c in codebook.concepts.values() for w in (c.label + " " + c.scopeNote).split()})
    themes = [
        {
            "id": c.id,
            "name": c.label,
            "group": codebook.concepts[c.broader].label if c.broader else c.label,
            "also": list(c.altLabels),
            "wider": [c.broader] if c.broader else [],
        }
        for c in codebook.concepts.values()
    ]
    bodies = [
        {"id": f"p{n}", "name": f"Place {n} Safeguarding Partnership", "kind": "partnership"}
        for n in range(max(2, nodes // 200))
    ]
    kinds = ("review", "learning", "learning", "learning", "recommendation", "action", "action", "evidence", "test")
    code = {
        "review": "lcspr",
        "learning": "shortfall",
        "recommendation": "stated",
        "action": "under-way",
        "evidence": "E1",
        "test": "audit",
    }
    facts: list[dict[str, Any]] = []
    for n in range(nodes):
        kind, year = kinds[n % len(kinds)], 2005 + dice.randrange(20)
        text = " ".join(dice.choices(words, k=dice.randrange(8, 40)))
        body = bodies[dice.randrange(len(bodies))]["id"]
        chosen = dice.sample(themes, dice.randrange(0, 4))
        facts.append(
            {
                "id": f"{kind}:{n}",
                "kind": kind,
                "text": text,
                "code": code[kind],
                "stands": None,
                "assessed": "under way" if kind in ("recommendation", "action") else None,
                "assessed_by": "worked out" if kind in ("recommendation", "action") else None,
                "replies": [],
                "since": date(year, 1, 1),
                "until": date(year, 12, 31),
                "when": str(year),
                "printed": None,
                "promise": False,
                "period": None,
                "published": None,
                "bodies": [body],
                "evidence": [
                    {
                        "document": f"Report {year}",
                        "page": n % 40 + 1,
                        "line": None,
                        "quote": text,
                        "heading": "Learning",
                    }
                ],
                "themes": [{"theme": t["id"], "state": "suggested", "polarity": "shortfall"} for t in chosen],
            }
        )
    links = []
    for n, fact in enumerate(facts):
        near = {f["kind"]: f for f in facts[n - n % len(kinds) : n - n % len(kinds) + len(kinds)]}
        for kind, type_ in (("learning", "IDENTIFIES"), ("recommendation", "MAKES"), ("action", "LED_TO")):
            if fact["kind"] == "review" and kind in near:
                links.append({"source": fact["id"], "type": type_, "target": near[kind]["id"]})
        if fact["kind"] == "recommendation" and "action" in near:
            links.append(
                {
                    "source": fact["id"],
                    "type": "DELIVERED_BY",
                    "target": near["action"]["id"],
                    "certainty": "probable",
                    "why": "named",
                }
            )
        if fact["kind"] == "learning" and fact["themes"] and n % 5 == 0 and n > 50:
            earlier = facts[dice.randrange(n // len(kinds)) * len(kinds) + 1]
            links.append(
                {
                    "source": earlier["id"],
                    "type": "RECURS_IN",
                    "target": fact["id"],
                    "theme": fact["themes"][0]["theme"],
                    "closure": "none stated",
                    "certainty": "probable",
                    "why": "the same words",
                }
            )
    documents = [
        {
            "name": f"Report {y}",
            "kind": "annual-report",
            "since": f"{y}-01-01",
            "until": f"{y}-12-31",
            "when": str(y),
            "bodies": ["p0"],
        }
        for y in range(2005, 2025)
    ]
    words_of = {
        "learning": {"shortfall": "what needs to improve"},
        "action": {"under-way": "under way"},
        "evidence": {"E1": "done"},
        "view": {},
        "review": REVIEW,
    }
    started = time.perf_counter()
    said = sentences(facts, links, themes, {}, {})
    print(f"four sentences of {nodes} facts: {time.perf_counter() - started:.1f} s", file=sys.stderr)
    found: dict[str, Any] = plain(
        {
            "sentences": said,
            "themes": themes,
            "facts": facts,
            "links": links,
            "documents": documents,
            "partnerships": bodies,
            "load": {"codebook": "1", "loaded": "2026-01-01"},
            "overview": overview(themes, facts),
            "words": words_of,
        }
    )
    return found


def measure() -> Iterator[str]:
    """One line a size, and one for pyvis's defaults."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        yield "explorer: not measured, no Chromium here"
        return
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        ours: dict[int, float] = {}
        for size in SIZES:
            ours[size], line = _ours(browser, Path(folder), size)
            yield line
        yield _theirs(browser, Path(folder), ours[AGAINST])
        browser.close()


def _ours(browser: Any, folder: Path, size: int) -> tuple[float, str]:
    from graph.views.explorer import page_of
    from graph.views.explorer.page import _vis_library

    data = page_data(size)
    file = folder / f"ours{size}.html"
    file.write_text(page_of(data), encoding="utf-8")
    carried = len(json.dumps(data, ensure_ascii=False).encode()) + len(_vis_library().encode())
    usable = min(_usable(browser, file) for _ in range(3))
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(file.as_uri())
    page.wait_for_function(READY)
    page.wait_for_timeout(1_500)  # a reader looks at the first view before opening another
    opened = {view: page.evaluate(OPEN, _place(view, data)) for view in VIEWS[1:] + VIEWS[:1]}
    page.close()
    slowest = max(opened, key=lambda v: opened[v])
    return usable, (
        f"explorer, {size} facts: usable after {usable:.2f} s; slowest view to open {slowest} {opened[slowest]:.0f} ms "
        f"(goal 100); file {file.stat().st_size / 1e6:.1f} MB = {file.stat().st_size / carried:.2f}x its JSON and "
        "library (goal 1.5x)"
    )


def _place(view: str, data: dict[str, Any]) -> str:
    def first(kind: str) -> str:
        return quote(next(f["id"] for f in data["facts"] if f["kind"] == kind), safe="")

    most = max(
        data["themes"], key=lambda t: sum(any(a["theme"] == t["id"] for a in f["themes"]) for f in data["facts"])
    )
    ends = {
        "theme": most["id"],
        "thread": first("action"),
        "review": first("review"),
        "partnership": data["partnerships"][0]["id"],
    }
    return f"{view}/{ends[view]}" if view in ends else view


def _usable(browser: Any, file: Path) -> float:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    began = time.perf_counter()
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_function(READY)
    taken = time.perf_counter() - began
    page.close()
    return taken


def _theirs(browser: Any, folder: Path, ours: float) -> str:
    from pyvis.network import Network

    data = page_data(AGAINST)
    net = Network(cdn_resources="in_line")
    for fact in data["facts"]:
        net.add_node(fact["id"], label=fact["text"][:60])
    for link in data["links"]:
        net.add_edge(link["source"], link["target"])
    file = folder / "theirs.html"
    text = net.generate_html().replace(
        "drawGraph();", "drawGraph(); network.once('stabilizationIterationsDone', () => { window.still = true; });", 1
    )
    file.write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_default_timeout(ours * PATIENCE * 1_000)
    began = time.perf_counter()
    more = ""
    try:
        page.goto(file.as_uri(), wait_until="commit")
        page.wait_for_function("() => window.still === true")
    except Exception as error:
        if "Timeout" not in type(error).__name__:
            raise
        more = "more than "
    taken = time.perf_counter() - began
    page.close()
    times = f"{more}{taken:.0f} s = {more}{taken / ours:.0f}x ours"
    return f"pyvis's defaults, {AGAINST} nodes: stands still after {times} (goal 200x)"
