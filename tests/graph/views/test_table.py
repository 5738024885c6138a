"""Rows on a terminal: each can be read by itself, what people read first comes first, and nothing is told twice."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from graph.views.table import print_rows


def printed(columns: list[str], *rows: dict[str, object], width: int = 80) -> str:
    console = Console(file=StringIO(), width=width)
    print_rows(console, columns, rows)
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
    assert "safe-sleep" not in "\n".join(lines)


def test_seen_again_is_told_in_words() -> None:
    row: dict[str, object] = {"recommendation": "Refresh the guide", "type": "R3", "evidence": []}
    assert "closed by record, seen again" in printed(["recommendation", "type", "evidence"], row)


def test_it_fits_the_width_and_loses_no_word() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    row: dict[str, object] = {"what": "x", "evidence": [{"document": "A", "line": 3, "quote": long}]}
    text = printed(["what", "evidence"], row, width=60)
    assert max(len(line) for line in text.splitlines()) <= 60
    assert all(f"word{n}" in text for n in range(60))


def test_a_row_that_goes_on_says_its_head_again_and_names_what_is_as_above() -> None:
    partnership = "Northmere and Eastvale Safeguarding Children Partnership"

    def row(item: str, line: int) -> dict[str, object]:
        quoted = {"document": "A", "line": line, "quote": f"words {line}"}
        head = "Refresh the guide on bruising and make sure that everybody who visits families at home has read it"
        return {"asked": head, "item": item, "met": "not stated", "evidence": [quoted], "partnership": partnership}

    columns = ["asked", "item", "met", "evidence", "partnership"]
    blocks = printed(columns, row("done", 1), row("shown", 1), row("tested", 2)).strip().split("\n\n")
    assert [b.split(" on ")[0] for b in blocks] == [f"{n}. Refresh the guide" for n in (1, 2, 3)]
    assert blocks[0].count("has read it") == 1
    assert "has read it" not in blocks[1]
    assert all("met: not stated" in b for b in blocks)
    assert "as above: partnership, the passages" in blocks[1]
    assert "words 1" not in blocks[1]
    assert "words 2" in blocks[2]
    assert "as above: partnership" in blocks[2]


def test_another_subject_is_told_in_full() -> None:
    theme = {"label": "Safe sleep", "theme": "safe-sleep", "evidence": []}
    text = printed(
        ["theme", "label", "partnership", "evidence"], {**theme, "partnership": "N"}, {**theme, "partnership": "E"}
    )
    assert text.count("Safe sleep") == 2
    assert "2. Safe sleep" in text


def test_days_are_times_and_codes_are_names() -> None:
    row: dict[str, object] = {
        "text": "An audit",
        "date_from": "2023-04-01",
        "date_to": "2024-03-31",
        "due": "2024-05-09",
        "opportunity": "not computed",
        "evidence": [],
    }
    text = printed(list(row), row)
    assert "when: between Apr 2023 and Mar 2024" in text
    assert "due: 9 May 2024" in text
    assert "computed" not in text


def test_a_passage_told_above_is_named_by_its_first_words_and_how_many_there_are_is_said() -> None:
    words = "The health visitor was not told that the family had moved, and nobody asked her what she had seen there"
    row: dict[str, object] = {
        "text": words,
        "evidence": [{"document": "A", "page": 3, "quote": words}],
        "evidence_total": 8,
    }
    text = " ".join(printed(["text", "evidence"], row).split())
    assert text.count("what she had seen there") == 1
    assert "“The health visitor was not told that the family had moved, and nobody …” (A, p. 3)" in text
    assert "1 of 8 passages shown" in text


def test_short_words_share_lines_that_break_between_them_and_a_kind_is_no_code() -> None:
    row: dict[str, object] = {"text": "x", "kind": "lcspr", "evidence": []} | {f"number_{n}": n for n in range(9)}
    lines = printed(list(row), row, width=40).splitlines()
    assert "kind: practice review" in lines[1]
    assert max(map(len, lines)) <= 40
    assert all(any(f"number {n}: {n}" in line for line in lines) for n in range(9))


def test_what_is_printed_as_its_own_passage_stands_with_its_place() -> None:
    row: dict[str, object] = {
        "kind": "date-conflict",
        "message": "m" * 90,
        "document": "A",
        "page": None,
        "quote": "May",
    }
    text = printed(["kind", "message", "document", "page", "quote"], row | {"line": 7}, width=40)
    assert text.startswith("1. date conflict")
    assert "“May” (A, line 7)" in text
    assert "document:" not in text


def test_a_theme_that_no_column_names_is_words_and_no_code() -> None:
    row = {"text": "Fathers were seen.", "themes": ["engaging-fathers", "Step-down"], "theme": "safe-sleep"}
    told = printed(["text", "themes", "theme"], row)
    assert "engaging fathers; Step-down" in told
    assert "theme: safe sleep" in told
