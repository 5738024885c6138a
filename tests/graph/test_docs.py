"""The generated pages are current, whole, and made only from the declarations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph import docs
from graph.cli import VERBS
from graph.declare import NODES, RELATIONSHIPS
from graph.questions import questions


def test_the_generated_pages_are_current() -> None:
    assert docs.outdated() == [], "run: goldenthread docs"


def test_the_schema_says_everything() -> None:
    page = docs.schema_page()
    for node in NODES.values():
        assert f"### {node.label}\n\n{node.description}" in page
        assert all(f"| `{name}` |" in page for name in node.properties)
    for edge in RELATIONSHIPS.values():
        assert f"### {edge.type}" in page
        assert all(f"`({s})-[:{edge.type}]->({t})`" in page for s, t in edge.triples)


def test_the_library_page_lists_every_question_with_its_columns() -> None:
    page = docs.library_page()
    for question in questions().values():
        assert f"## {question.id}" in page
        assert all(f"| `{name}` |" in page for name in question.columns)


def test_the_command_line_page_names_every_verb_and_option_and_no_day_of_today() -> None:
    page = docs.cli_page()
    for verb in (*VERBS, "confirm status", "tracker import", "codebook export"):
        assert f"# goldenthread {verb}\n" in page
    for option in ("`--questions` DIR", "`--format` table / json / csv", "`--by` ROLE | Who decided"):
        assert option in page
    assert str(date.today()) not in page


def test_a_page_that_is_behind_is_named_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "SCHEMA.md"
    monkeypatch.setattr(docs, "pages", lambda: {path: "right\n"})
    assert docs.outdated() == [path]
    assert docs.write() == [path]
    path.write_text("wrong\n", encoding="utf-8")
    assert docs.outdated() == [path]
    docs.write()
    assert (docs.outdated(), path.read_text(encoding="utf-8")) == ([], "right\n")
