"""Rows on a terminal: what people read first comes first."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from graph.views.table import print_rows


def printed(columns: list[str], row: dict[str, object], width: int = 80) -> str:
    console = Console(file=StringIO(), width=width)
    print_rows(console, columns, [row])
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def test_a_theme_is_headed_by_its_name_and_a_part_told_with_its_whole() -> None:
    row: dict[str, object] = {
        "theme": "safe-sleep",
        "reviews": 3,
        "of_reviews": 9,
        "evidence": [],
        "label": "Safe sleep",
    }
    lines = printed(["theme", "reviews", "of_reviews", "evidence", "label"], row).splitlines()
    assert lines[0] == "1. Safe sleep"
    assert "reviews: 3 of 9" in lines[1]
    assert "theme: safe-sleep" in "\n".join(lines)


def test_seen_again_is_told_in_words() -> None:
    row: dict[str, object] = {"recommendation": "Refresh the guide", "type": "R3", "evidence": []}
    assert "closed by record, seen again" in printed(["recommendation", "type", "evidence"], row)


def test_it_fits_the_width_and_loses_no_word() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    text = printed(["what", "evidence"], {"what": "x", "evidence": [{"document": "A", "line": 3, "quote": long}]}, 60)
    assert max(len(line) for line in text.splitlines()) <= 60
    assert all(f"word{n}" in text for n in range(60))


def test_rows_that_go_on_do_not_say_their_head_again() -> None:
    def row(item: str, line: int) -> dict[str, object]:
        quoted = {"document": "A", "line": line, "quote": f"words {line}"}
        return {
            "asked": "Refresh the guide",
            "item": item,
            "met": "not stated",
            "evidence": [quoted],
            "partnership": "P",
        }

    console = Console(file=StringIO(), width=80)
    columns = ["asked", "item", "met", "evidence", "partnership"]
    print_rows(console, columns, [row("done", 1), row("shown", 1), row("tested", 2)])
    text = str(console.file.getvalue())  # type: ignore[attr-defined]
    assert text.count("Refresh the guide") == text.count("partnership: P") == text.count("words 1") == 1
    assert "2. shown" in text
    assert text.count("met: not stated") == 3
    assert "words 2" in text
