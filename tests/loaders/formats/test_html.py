"""Saved web pages to blocks: the main part, lists, tables, encodings; and files that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnreadableDocument
from graph.text import holds
from loaders.blocks import BlockKind, SourceText
from loaders.formats.html.read import read_html
from loaders.read import find, read

SAID = "The family moved twice and no agency asked why."


def source(page: str | bytes, name: str = "page.html") -> SourceText:
    return read_html(Path(name), page if isinstance(page, bytes) else page.encode("utf-8"))


def told(page: str) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in source(page).blocks]


def test_the_main_part_is_read_and_what_stands_around_it_is_furniture() -> None:
    page = f"""<!DOCTYPE html><html><head><title>A page</title><style>p {{}}</style></head><body>
<header><a href="/">Council</a></header><nav><ul><li>Learning</li></ul></nav><div class="cookies">We use cookies</div>
<main><h1>Reviews</h1><p>{SAID}</p><script>var said = "no";</script></main>
<aside>Related</aside><footer>Contact</footer></body></html>"""
    found = source(page)
    kept = [(b.text, b.line) for b in found.blocks if b.kind is not BlockKind.FURNITURE]
    assert kept == [("Reviews", 3), (SAID, 3)]
    assert [b.text for b in found.blocks if b.kind is BlockKind.FURNITURE] == [
        "Council",
        "Learning",
        "We use cookies",
        "Related",
        "Contact",
    ]
    assert found.metadata == {"title": "A page"}


def test_a_page_without_a_main_part_is_read_without_its_menus() -> None:
    page = f"<header><h1>Reviews</h1></header><nav>Menu</nav><p>{SAID}</p><footer>Contact</footer>"
    assert told(page) == [
        ("heading", "Reviews"),
        ("furniture", "Menu"),
        ("paragraph", SAID),
        ("furniture", "Contact"),
    ]


def test_a_main_part_that_holds_almost_nothing_is_not_believed() -> None:
    page = f"<body><main><p>Welcome</p></main><div>{''.join(f'<p>{SAID}</p>' for _ in range(9))}</div></body>"
    assert told(page).count(("paragraph", SAID)) == 9


def test_lists_have_depth_and_the_numbers_that_a_browser_counts() -> None:
    page = """<ol start="3"><li>Third</li><li>Fourth<ul><li>Inner</li></ul></li></ol>
<ol type="a"><li><p>First</p><p>goes on</p></li></ol><ul><li>Outer<ul><li>Inner</li></ul></li></ul>"""
    assert [(b.kind.value, b.level, b.number, b.text) for b in source(page).blocks] == [
        ("numbered", 0, "3", "Third"),
        ("numbered", 0, "4", "Fourth"),
        ("bullet", 2, None, "Inner"),
        ("numbered", 0, "a", "First goes on"),
        ("bullet", 1, None, "Outer"),
        ("bullet", 2, None, "Inner"),
    ]


def test_bold_lines_head_what_follows_below_the_last_heading() -> None:
    page = f"<h2>Rowan</h2><p><strong>Learning</strong><br>{SAID}</p><p><b>Good practice:</b></p><p>{SAID}</p>"
    assert [(b.kind.value, b.level) for b in source(page).blocks] == [
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_a_number_set_apart_by_the_layout_alone_is_a_number() -> None:
    found = source(f"<p><b>1.1</b>{SAID}</p><p><b>12</b>th of May</p>").blocks
    assert [(b.number, b.text) for b in found] == [("1.1", SAID), (None, "12th of May")]


def test_cells_know_their_heads_across_spans() -> None:
    page = """<table><caption>Actions</caption><thead><tr><th>Rec</th><th>Action</th><th>Lead</th></tr></thead>
<tr><td rowspan="2">1</td><td>Write it</td><td>Health</td></tr><tr><td colspan="2">Print it</td></tr></table>"""
    found = {b.text: (b.row, b.column, b.row_head, b.column_head) for b in source(page).blocks}
    assert found["Health"] == (2, 3, "1", "Lead")
    assert found["Print it"] == (3, 2, "1", "Action")
    assert "Actions" in found


def test_a_table_that_only_arranges_the_page_is_text() -> None:
    page = f'<table role="presentation"><tr><td><p>{SAID}</p></td><td>Beside</td></tr></table>'
    assert told(page) == [("paragraph", SAID), ("paragraph", "Beside")]


def test_hidden_parts_are_counted_and_folded_ones_are_read() -> None:
    page = f"""<p hidden>not seen</p><p style="display: none">nor this</p><i class="sr-only">heard only</i>
<details><summary>More</summary><p>{SAID}</p></details><div hidden="until-found"><p>Found by searching.</p></div>
<img src="https://example.org/a.png"><iframe src="https://example.org"></iframe>"""
    found = source(page)
    assert [b.text for b in found.blocks] == ["More", SAID, "Found by searching."]
    assert [message for _, message in found.notes] == [
        "1 picture is not read",
        "1 page is shown inside the page and not read",
        "6 words are marked as hidden and not read",
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset='iso-8859-1'><p>child’s café</p>".encode("cp1252"), "child’s café"),
        (b"\xef\xbb\xbf" + "<p>child’s café</p>".encode(), "child’s café"),
        ("<p>child’s café</p>".encode("utf-16"), "child’s café"),
        ("<meta charset='utf-8'><p>child’s café</p>".encode("cp1252"), "child’s café"),
        ("<meta charset='no-such-thing'><p>child’s café</p>".encode(), "child’s café"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert [b.text for b in source(data).blocks] == [text]


def test_a_wrong_encoding_is_noted() -> None:
    assert source("<meta charset='utf-8'><p>café</p>".encode("cp1252")).notes[0][0] == "file"


def test_a_page_saved_in_one_file() -> None:
    archive = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<h1>Reviews</h1><p>caf=C3=A9</p>\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    assert [b.text for b in source(archive, "page.mhtml").blocks] == ["Reviews", "café"]
    with pytest.raises(UnreadableDocument, match="no page"):
        source(b"Content-Type: image/png\r\n\r\nxx", "page.mhtml")


def test_every_block_stands_in_the_text_of_the_page() -> None:
    found = source(f"<h1>A</h1>\n<ol><li>One</li></ol>\n<p>{SAID}</p>\n<table><tr><td>x</td><td>y</td></tr></table>")
    assert all(holds(found.pages[0].text, block.text) and block.line for block in found.blocks)


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<p>{SAID}</p>")
    beside = tmp_path / "page_files"
    beside.mkdir()
    (beside / "frame.html").write_text("<p>advertisement</p>")
    files, skipped = find([tmp_path])
    assert [path.name for path in files] == ["page.html"]
    assert [(one.path.name, one.reason) for one in skipped] == [
        ("page_files", "the folder belongs to a saved web page")
    ]


HOSTILE = {
    "laughs": (b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>', "entities"),
    "deep": (b"<div>" * 5000 + b"x", "deeper"),
    "many parts": (b"<p>" + b"<br>" * 400_001, "more parts"),
    "nuls": (b"<p>\0\0\0</p>", "no web page"),
    "zip": (b"PK\x03\x04\0\0\0", "no web page"),
    "plain text": (SAID.encode(), "no mark-up"),
    "script only": (b"<html><body><script>build()</script></body></html>", "no text"),
    "pdf": (b"%PDF-1.7 words", "is a PDF"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    data, said = HOSTILE[name]
    path = tmp_path / "page.html"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=said):
        read(path)


def test_huge_spans_and_direction_marks_are_read_soon() -> None:
    cell = '<td colspan="999999" rowspan="999999">x</td>'
    found = source(f"<table>{f'<tr>{cell * 20}</tr>' * 50}</table><p>Not \u202eraelc\u202c here.</p>")
    assert found.blocks[-1].text == "Not raelc here."
