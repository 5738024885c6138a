"""Word to blocks: styles, counted numbers, tables, text boxes, changes, notes; and files that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnreadableDocument
from graph.text import holds
from loaders.blocks import BlockKind, SourceText
from loaders.formats.docx.read import read_docx
from loaders.formats.office.safety import safe_zip
from loaders.read import read
from tests.offices import W, compound, listed, numbering, p, r, word, zipped

SAID = "The family moved twice and no agency asked why."


def source(body: str, **parts: str) -> SourceText:
    return read_docx(Path("report.docx"), word(body, **parts))


def told(body: str, **parts: str) -> list[tuple[str, str | None, str]]:
    return [(b.kind.value, b.number, b.text) for b in source(body, **parts).blocks]


def style(name: str, inside: str = "", based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{on}{inside}</w:style>'


def styles(*made: str) -> str:
    return f"<w:styles {W}>{''.join(made)}</w:styles>"


def test_headings_come_from_styles_and_from_the_styles_they_stand_on() -> None:
    made = styles(
        style("heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("Partnership blue", based="heading 2"),
        style("heading 3"),
    )
    body = "".join(
        p(text, f'<w:pStyle w:val="{name}"/>' if name else "")
        for text, name in (("Findings", "Partnership blue"), (SAID, ""), ("Visits", "heading 3"))
    )
    blocks = source(body, styles=made).blocks
    assert [(b.kind.value, b.level) for b in blocks] == [("heading", 2), ("paragraph", 0), ("heading", 3)]


def test_without_styles_a_bold_or_large_short_paragraph_is_a_heading_and_a_sentence_is_not() -> None:
    body = (
        p("What we learned", run='<w:b/><w:sz w:val="32"/>')
        + p(SAID)
        + p("Good practice:", run="<w:b/>")
        + p(SAID)
        + p("This matters very much.", run="<w:b/>")
        + p("March 2022", run="<w:b/>")
    )
    assert [(b.kind.value, b.level) for b in source(body).blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("paragraph", 0),
        ("paragraph", 0),
    ]


def test_where_nothing_is_set_apart_short_lines_head_the_text_as_in_a_text_file() -> None:
    assert [kind for kind, _, _ in told(p("What we learned") + p(SAID) + p("Good practice") + p(SAID))] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_list_of_bold_names_is_no_row_of_headings() -> None:
    names = "".join(p(name, run="<w:b/>") for name in ("The Police", "Community Health", "The Council"))
    assert {kind for kind, _, _ in told(p(SAID) + names + p(SAID))} == {"paragraph"}


def test_counted_numbers_are_printed_as_word_shows_them() -> None:
    legal = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")]
    steps = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (4, 0))
    body = "".join(p(f"Text {n} of {SAID}", listed(*step)) for n, step in enumerate(steps))
    made = numbering(legal, [("decimal", "R%1")], [("decimal", "Recommendation %1:")], [("upperRoman", "%1)")])
    found = told(body, numbering=made)
    assert [number for _, number, _ in found] == ["1", "1.1", "1.2", "a", "2", "2.1", "R1", "Recommendation 1", "I"]
    assert {kind for kind, _, _ in found} == {"numbered"}


def test_a_list_that_starts_again_and_one_taken_out_of_its_list() -> None:
    made = numbering([("decimal", "%1.")]).replace(
        "</w:numbering>",
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num></w:numbering>",
    )
    body = p("One item", listed(1)) + p("Next item", listed(1)) + p("New list", listed(7)) + p("No item", listed(0))
    assert [number for _, number, _ in told(body, numbering=made)] == ["1", "2", "5", None]


def test_bullets_have_the_depth_of_their_level() -> None:
    made = numbering([("bullet", "\uf0b7"), ("bullet", "o")])
    blocks = source(p("Outer point", listed(1)) + p("Inner point", listed(1, 1)), numbering=made).blocks
    assert [(b.kind, b.level, b.text) for b in blocks] == [
        (BlockKind.BULLET, 1, "Outer point"),
        (BlockKind.BULLET, 2, "Inner point"),
    ]


@pytest.mark.parametrize(
    ("typed", "kind", "number", "text"),
    [
        ("•\tVisits were missed", "bullet", None, "Visits were missed"),
        ("3.2\tVisits were missed", "numbered", "3.2", "Visits were missed"),
        ("R4: Visits should be kept", "numbered", "R4", "Visits should be kept"),
        ("Recommendation 2: Visits should be kept", "numbered", "Recommendation 2", "Visits should be kept"),
        ("14 children were seen in that year.", "paragraph", None, "14 children were seen in that year."),
        ("J. Marsh wrote the report.", "paragraph", None, "J. Marsh wrote the report."),
        ("2.5 years passed before a visit.", "paragraph", None, "2.5 years passed before a visit."),
    ],
)
def test_typed_signs(typed: str, kind: str, number: str | None, text: str) -> None:
    assert told(p(SAID) + p(typed))[1] == (kind, number, text)


def test_changes_read_as_accepted() -> None:
    body = (
        f"<w:p>{r('The plan was ')}<w:del>{r('closed').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{r('kept open')}</w:ins>{r('.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('One sentence ')}</w:p>"
        f"{p('made of two.')}"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Gone')}</w:tc></w:tr><w:tr><w:tc>{p('Kept')}</w:tc></w:tr></w:tbl>"
    )
    assert [text for _, _, text in told(body)] == ["The plan was kept open.", "One sentence made of two.", "Kept"]


def test_comments_hidden_text_and_field_codes_are_not_text_and_links_are() -> None:
    body = (
        f'<w:p>{r("See ")}<w:hyperlink r:id="x">{r("the guidance")}</w:hyperlink><w:commentRangeStart w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>PAGEREF secret</w:instrText></w:r>{r(' now', '<w:vanish/>')}{r('.')}</w:p>"
    )
    found = source(body)
    assert [b.text for b in found.blocks] == ["See the guidance."]
    assert ("file", "1 word is marked as hidden and not read") in found.notes


def test_soft_hyphens_breaks_and_hard_hyphens() -> None:
    body = (
        "<w:p><w:r><w:t>safe</w:t><w:softHyphen/><w:t>guarding in a multi</w:t><w:noBreakHyphen/><w:t>agency</w:t>"
        "<w:br/><w:t>team</w:t></w:r></w:p>"
    )
    assert told(body) == [("paragraph", None, "safeguarding in a multi-agency team")]


def test_a_bold_line_and_typed_bullets_inside_one_paragraph_are_taken_apart() -> None:
    points = "<w:r><w:br/><w:t>• First point</w:t><w:br/><w:t>• Second point</w:t></w:r>"
    body = p(SAID) + f"<w:p>{r('Learning', '<w:b/>')}{points}</w:p>"
    assert [(kind, text) for kind, _, text in told(body)][1:] == [
        ("heading", "Learning"),
        ("bullet", "First point"),
        ("bullet", "Second point"),
    ]


def row(*texts: str, head: bool = False, cell: str = "") -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{mark}{''.join(f'<w:tc><w:tcPr>{cell}</w:tcPr>{p(text)}</w:tc>' for text in texts)}</w:tr>"


def test_cells_know_their_row_and_column_heads() -> None:
    body = f"<w:tbl>{row('No', 'Action', 'Lead', head=True)}{row('1', 'Write the plan', 'Health')}</w:tbl>"
    blocks = source(body).blocks
    assert {b.kind for b in blocks} == {BlockKind.CELL}
    assert [(b.row, b.column, b.row_head, b.column_head, b.table) for b in blocks][-1] == (2, 3, "1", "Lead", "table 1")
    assert blocks[0].column_head is None


def test_merged_cells_keep_the_columns_and_rows_in_place() -> None:
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Rec 1")}</w:tc>'
    going = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Priority 1: Neglect")}</w:tc></w:tr>'
    body = (
        f"<w:tbl>{row('Rec', 'Action', head=True)}{wide}<w:tr>{tall}<w:tc>{p('Write it')}</w:tc></w:tr>"
        f"<w:tr>{going}<w:tc>{p('Print it')}</w:tc></w:tr></w:tbl>"
    )
    found = {b.text: (b.row, b.column, b.row_head, b.column_head) for b in source(body).blocks}
    assert found["Print it"] == (4, 2, "Rec 1", "Action")
    assert found["Priority 1: Neglect"][3] is None


def test_a_table_of_one_cell_is_a_box_and_colours_without_words_are_noted() -> None:
    shade = '<w:shd w:fill="00B050"/>'
    body = (
        f"<w:tbl>{row('The family in this case study moved twice.')}</w:tbl>"
        f"<w:tbl>{row('Action', 'RAG', head=True)}{row('Write it', '', cell=shade)}"
        f"{row('Print it', '', cell=shade)}</w:tbl>"
    )
    found = source(body)
    assert (found.blocks[0].kind, found.blocks[0].boxed) == (BlockKind.PARAGRAPH, True)
    assert any("colour alone" in message for _, message in found.notes)


def test_text_boxes_come_once_after_their_paragraph_and_pictures_are_noted() -> None:
    box = f"<w:txbxContent>{p('A box with a case study')}</w:txbxContent>"
    body = (
        p("Before")
        + f"<w:p>{r('Anchor')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + "<w:p><w:r><w:drawing><wp:docPr descr='Bar chart of ages'/><a:blip/></w:drawing></w:r></w:p>"
        + p("After")
    )
    found = source(body)
    assert [(b.text, b.boxed) for b in found.blocks] == [
        ("Before", False),
        ("Anchor", False),
        ("A box with a case study", True),
        ("After", False),
    ]
    assert found.notes == [("after paragraph 3", "a picture is not read; it is described as “Bar chart of ages”")]


def test_notes_headers_and_contents_stand_apart() -> None:
    toc = styles(style("toc 1"))
    body = (
        p("Findings 4", '<w:pStyle w:val="toc 1"/>')
        + f'<w:p>{r("A sentence")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(".")}</w:p>'
        + '<w:sectPr><w:headerReference r:id="rIdheader1"/><w:footerReference r:id="rIdfooter1"/></w:sectPr>'
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p("Marsh, 2014.")}</w:footnote></w:footnotes>'
    found = told(
        body,
        styles=toc,
        footnotes=notes,
        header1=f"<w:hdr {W}>{p('Official')}</w:hdr>",
        footer1=f"<w:ftr {W}>{p('Page 3')}</w:ftr>",
    )
    assert found == [
        ("furniture", None, "Findings 4"),
        ("paragraph", None, "A sentence."),
        ("footnote", "1", "Marsh, 2014."),
        ("furniture", None, "Official"),
        ("furniture", None, "Page 3"),
    ]


def test_every_block_stands_in_the_line_of_the_text_that_it_names() -> None:
    made = numbering([("decimal", "%1.%2"), ("decimal", "%1.%2")])
    found = source("".join(p(f"Sentence {n} stands here.", listed(1, n % 2)) for n in range(9)), numbering=made)
    lines = found.pages[0].text.splitlines()
    assert [page.number for page in found.pages] == [None]
    assert not found.paged
    for block in found.blocks:
        assert block.line is not None
        assert holds(lines[block.line - 1], block.text)


# -- files that are refused, or read with a sentence ---------------------------------------------------------------

LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
DEEP = "<w:sdt><w:sdtContent>" * 400 + p("Deep") + "</w:sdtContent></w:sdt>" * 400
HOSTILE = {
    "zip bomb": (zipped({"word/document.xml": b"\0" * 30_000_000}), "unpack"),
    "many parts": (zipped({str(n): b"" for n in range(10_001)}), "unpack"),
    "laughs": (word(p("&c;"), declared=LAUGHS), "declarations"),
    "outside": (word(p("&b;"), declared=OUTSIDE), "declarations"),
    "deep": (word(DEEP), "deeper"),
    "cut off": (word(p(SAID))[:-40], "damaged"),
    "no document": (zipped({"a.txt": b"hello"}), "no Office document"),
    "locked": (compound("EncryptedPackage"), "password"),
    "old": (compound("WordDocument"), "old Office format"),
    "text": (b"Plain words in a file.", "no Office file"),
    "nuls": (b"\0" * 4000, "no Office file"),
    "rich text": (b"{\\rtf1 words}", "rich text"),
    "page": (b"<html><p>words</p></html>", "web page"),
    "broken xml": (word("<w:p><w:r></w:p>"), "damaged"),
    "no text": (word(p("")), "no text"),
    "pdf": (b"%PDF-1.7 words", "is a PDF"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    data, said = HOSTILE[name]
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=said) as refusal:
        read(path)
    assert str(refusal.value).startswith(str(path))
    assert [one.name for one in tmp_path.iterdir()] == ["report.docx"]


def test_macros_and_outside_references_are_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import socket
    import zipfile

    path = tmp_path / "report.docm"
    path.write_bytes(word(p(SAID) + '<w:p><w:r><w:drawing><a:blip r:link="rIdout"/></w:drawing></w:r></w:p>'))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    found = read(path)
    assert [b.text for b in found.blocks] == [SAID]
    assert ("file", "it holds macros, which are neither run nor read") in found.notes


def test_marks_that_turn_the_direction_and_control_characters_are_taken_out_and_noted() -> None:
    found = source(p("Not \u202eraelc\u202c here"))
    assert found.blocks[0].text == "Not raelc here"
    assert any("direction" in message for _, message in found.notes)


def test_safe_zip_takes_a_path_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(p(SAID)))
    safe_zip(path)
    path.write_bytes(HOSTILE["zip bomb"][0])
    with pytest.raises(UnreadableDocument, match="unpack"):
        safe_zip(path)


def test_a_deck_named_as_a_document_is_told(tmp_path: Path) -> None:
    import pptx

    path = tmp_path / "deck.docx"
    pptx.Presentation().save(str(path))
    with pytest.raises(UnreadableDocument, match="a PowerPoint file"):
        read(path)
