"""Plain text to blocks: headings, lists, wrapped lines, page furniture, encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnreadableDocument
from loaders.blocks import Block, BlockKind, SourceText
from loaders.formats.text.read import read_text


def read(text: str) -> SourceText:
    return read_text(Path("note.txt"), text.encode("utf-8"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(text).blocks]


def of(source: SourceText, kind: BlockKind) -> list[Block]:
    return [block for block in source.blocks if block.kind is kind]


def test_a_short_line_alone_is_a_heading_and_a_sentence_is_not() -> None:
    assert kinds("Baby W\n\nHe was born at home.\n\nHe is well\n") == [
        ("heading", "Baby W"),
        ("paragraph", "He was born at home."),
        ("paragraph", "He is well"),
    ]


@pytest.mark.parametrize(
    "line", ["What has been done?", "WHAT WE FOUND", "JM:", "RR 1/22", "Impact - What we have seen"]
)
def test_shapes_of_headings(line: str) -> None:
    assert kinds(f"One sentence stands here.\n\n{line}\n\nAnother sentence stands here.")[1] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "63% of cases",
        "4/24 reviews",
        "12 visits made",
        "(Marsh, 2014)",
        "3 March 2021",
        "See www.example.org",
        "6th May 2021",
    ],
)
def test_figures_dates_and_links_are_no_headings(line: str) -> None:
    assert kinds(f"One sentence stands here.\n\n{line}\n\nAnother sentence stands here.")[1][0] == "paragraph"


def test_wrapped_paragraphs_are_joined_and_unwrapped_ones_stay_apart() -> None:
    wrapped = (
        "The family moved twice in the year before the birth and no record of the first\n"
        "move reached the new health visitor, who therefore saw the family as new to all\n"
        "services and began again from the beginning with the first assessment of needs.\n\n"
        "A second paragraph follows here and it is also long enough to be broken up once\n"
        "more at the width of the page."
    )
    assert len(of(read(wrapped), BlockKind.PARAGRAPH)) == 2
    assert [text for _, text in kinds("46% male\n38% female\n16% not recorded")] == [
        "46% male",
        "38% female",
        "16% not recorded",
    ]


def test_lists_nest_by_indent_and_continue_on_the_next_line() -> None:
    blocks = read("Ways:\n\n- one that goes on\n  to the next line\n  - ◊ below it\n• another\n➔ a last one").blocks
    assert [(b.text, b.level) for b in blocks if b.kind is BlockKind.BULLET] == [
        ("one that goes on to the next line", 1),
        ("below it", 2),
        ("another", 1),
        ("a last one", 1),
    ]


def test_numbers_are_kept_as_printed() -> None:
    text = "3. Findings\n\n3.1 Nobody asked.\n\n3.2 Nobody wrote.\n\nR1 The Board asks.\n\nR2 The Board writes."
    assert [(b.kind.value, b.number, b.text) for b in read(text).blocks] == [
        ("heading", "3", "Findings"),
        ("numbered", "3.1", "Nobody asked."),
        ("numbered", "3.2", "Nobody wrote."),
        ("numbered", "R1", "The Board asks."),
        ("numbered", "R2", "The Board writes."),
    ]


def test_short_numbered_lines_in_a_row_are_a_list_and_not_headings() -> None:
    assert [kind for kind, _ in kinds("Our aims are these.\n\n1. Ask more\n\n2. Write less")] == [
        "paragraph",
        "numbered",
        "numbered",
    ]


def test_page_numbers_and_the_footers_beside_them_are_furniture() -> None:
    text = (
        "Part one\n\nWords stand here.\n\nThe Moor Partnership report\n\n4\n\nPart two\n\nMore words stand here.\n\n"
        "The Moor Partnership report\n\n5\n\nPage 6 of 7\n\nPart one\n\nLast words."
    )
    assert [b.text for b in of(read(text), BlockKind.FURNITURE)] == [
        "The Moor Partnership report",
        "4",
        "The Moor Partnership report",
        "5",
        "Page 6 of 7",
    ]
    assert [b.text for b in of(read(text), BlockKind.HEADING)] == ["Part one", "Part two", "Part one"]


def test_a_title_over_several_lines_is_one_heading() -> None:
    text = "SERIOUS CASE REVIEW\nEXECUTIVE SUMMARY\nin respect of Child Z\n\nIt was written in spring."
    assert kinds(text)[0] == ("heading", "SERIOUS CASE REVIEW EXECUTIVE SUMMARY in respect of Child Z")


def test_bold_runs_marks_and_places() -> None:
    source = read("# Title here\n\nSome text.\n\n- **Ask** the [child](#) first\n")
    item = source.blocks[-1]
    assert (item.text, item.bold, item.line, item.page) == ("Ask the child first", ("Ask",), 5, None)
    assert item.raw == "- **Ask** the [child](#) first"
    assert (source.blocks[0].kind, source.blocks[0].level, source.paged) == (BlockKind.HEADING, 1, False)


def test_nothing_of_the_file_is_lost() -> None:
    text = "One\n\n- two\n- three\n\nFour five.\n\n6\n\nSeven:\n\n8. nine"
    read_words = " ".join(block.raw for block in read(text).blocks).split()
    assert read_words == text.split()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"caf\xe9 is not UTF-8", "not UTF-8"),
        (b"PK\x03\x04\x00\x00", "not a text file"),
        (b"\xe2\x80\x8b\n\xe2\x80\x8b", "no text"),
    ],
)
def test_bad_files_get_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said) as raised:
        read_text(Path("note.txt"), data)
    assert "note.txt" in raised.value.sentence()


def test_utf16_with_its_mark_is_read() -> None:
    assert read_text(Path("a.txt"), "Baby W\n\nHe lived.".encode("utf-16")).blocks[0].text == "Baby W"


def test_columns_set_apart_by_gaps_below_heads_are_a_table_and_a_list_of_contents_is_none() -> None:
    table = (
        "Circumstance        Reviews   Per cent\nNeglect             6         60%\nHousing problems    3         30%\n"
    )
    cells = [block for block in read_text(Path("t.txt"), table.encode()).blocks if block.kind is BlockKind.CELL]
    assert [(cell.text, cell.column_head, cell.row_head) for cell in cells[3:6]] == [
        ("Neglect", "Circumstance", None),
        ("6", "Reviews", "Neglect"),
        ("60%", "Per cent", "Neglect"),
    ]
    contents = "Introduction      3\nFindings          7\nNext steps        12\n"
    assert not any(block.kind is BlockKind.CELL for block in read_text(Path("c.txt"), contents.encode()).blocks)


def test_a_foot_that_counts_pages_is_furniture_and_numbered_headings_are_not() -> None:
    text = "One page.\n\nAnalysis of reviews      1\n\nAnother page.\n\nAnalysis of reviews      2\n\nThe end.\n"
    kinds = [block.kind for block in read_text(Path("f.txt"), text.encode()).blocks]
    assert kinds.count(BlockKind.FURNITURE) == 2
    numbered = "Recommendation 1\n\nVisit.\n\nRecommendation 2\n\nAsk.\n"
    assert BlockKind.FURNITURE not in [block.kind for block in read_text(Path("n.txt"), numbered.encode()).blocks]


def test_paragraphs_broken_by_hand_now_sooner_and_now_later_are_joined() -> None:
    told = (
        "The Trust was asked to say where it has got to with the three requests that fall to it. Since that day every "
        "discharge has been looked at each month, and to the end of August there were sixty-four of which fifty-nine "
        "had been seen by a consultant in person, at an hour which the night sister wrote down and the clerk checked. "
        "The other five had been discussed by telephone, all of them after midnight and before seven in the morning. "
        "What was not done is soon said, for there is no consultant at night at the smaller site and no money for one."
    )
    words, lines, widths = told.split(), [""], [128, 140, 131, 150]
    for word in words:
        if len(lines[-1]) + len(word) >= widths[len(lines) % 4]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    assert len(lines) == 4
    page = "\n".join(lines)
    assert [block.text for block in read(f"{page}\n\n{page}").blocks] == [told, told]
