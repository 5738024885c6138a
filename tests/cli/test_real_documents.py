"""The five published texts and eight PDFs, through the command line: whole, quoted, the same again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph import text
from tests.cli.conftest import Run

pytestmark = pytest.mark.reviews
LINES = 12  # a passage of a text file begins on the line it names and is no longer than this
QUESTIONS: dict[str, list[str]] = {
    "recurring-themes": [],
    "follow-theme": ["-p", "theme=bruising in non-mobile babies"],
    "closed-but-recurred": [],
    "theme-across-partnerships": [],
    "theme-through-time": [],
    "follow-review": ["-p", "review=Roo"],
    "good-practice": [],
    "printed-statistics": [],
    "possible-same-child": [],
    "theme-combinations": [],
    "provenance": ["-p", "text=fathers"],
}


def stated(value: Any) -> list[dict[str, Any]]:
    """Every record with a quotation, wherever it hangs."""
    found = []
    if isinstance(value, dict):
        if value.get("quote"):
            found.append(value)
        for part in value.values():
            found += stated(part)
    elif isinstance(value, list):
        for part in value:
            found += stated(part)
    return found


def test_every_quotation_stands_where_it_says(reviews: Path) -> None:
    from loaders.read import find, read
    from tests.published import extracted

    files, _ = find([reviews])
    assert len(files) == 13
    lost = []
    for path in files:
        pages = {p.number: p for p in read(path).pages}
        lines = path.read_text(encoding="utf-8").splitlines() if path.suffix == ".txt" else []
        items = stated(extracted(path).model_dump(mode="json", by_alias=True))
        assert items, path.name
        for item in items:
            if item.get("page") is not None:
                page, following = pages[item["page"]], pages.get(item["page"] + 1)
                over = page.running + "\n" + (following.running if following else "")
                found = text.holds(page.text, item["quote"]) or text.holds(over, item["quote"])
            else:
                assert item.get("line"), (path.name, item)
                found = text.holds("\n".join(lines[item["line"] - 1 : item["line"] + LINES]), item["quote"])
            if not found:
                lost.append((path.name, item.get("page") or item.get("line"), item["quote"][:60]))
    assert not lost, (len(lost), lost[:10])


@pytest.mark.usefixtures("engine_stays")
def test_a_load_answers_every_question_with_evidence_and_again_changes_nothing(run: Run, reviews: Path) -> None:
    first = run("load", reviews, "--format", "json", timeout=300)
    assert first.returncode == 0, first.stderr
    before = json.loads(first.stdout)["counts"]
    for question, params in QUESTIONS.items():
        done = run("ask", question, *params, "--format", "json")
        assert done.returncode == 0, (question, done.stderr)
        answer = json.loads(done.stdout)
        assert set(answer) >= {"question", "title", "params", "columns", "rows", "denominator", "coverage", "caveats"}
        assert answer["rows"], question
        for row in answer["rows"]:
            assert row.get("quote") or any(e.get("quote") for e in row.get("evidence") or []), (question, row)
    second = run("load", reviews, "--format", "json", timeout=300)
    assert second.returncode == 0, second.stderr
    again = json.loads(second.stdout)
    assert again["changes"]["added"] == again["changes"]["changed"] == again["changes"]["removed"] == 0
    assert again["counts"] == before
