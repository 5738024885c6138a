"""Shapes of plain text: headings, tables drawn with strokes, lines led by a symbol, numbered sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from graph.text import printed
from loaders.blocks import Block, BlockKind

BULLET_SIGN = r"[+•●▪■◼◾◦○–—‣⃁∙·*\-➔➢✓✔✅☑✗✘✖✕❌☒◊\uf0b7\uf06e\uf0a7\uf0d8]"
BULLET = re.compile(rf"^(?P<indent>\s*)(?P<sign>(?:{BULLET_SIGN}|o)(?:\s+(?:{BULLET_SIGN}))?)\s+(?P<rest>\S.*)$")
_SYMBOL = re.compile(  # an emoji or dingbat before a line: a bullet where the next line has it too, else decoration
    r"^(?P<indent>\s*)(?P<sign>[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff»›¤§¶†‡¬⁌⁍]\ufe0f?|[-=]>|>>)\s*(?P<rest>[^\s].*)$"
)
_ANGLE = re.compile(r"^\s*>\s?(?=[A-Z0-9\"“‘])")
_QUOTED_LETTER = re.compile(
    r"^\s*>\s*(?:$|>|(?i:(?:from|sent|to|cc|subject|date|on .{4,60} wrote)\b.*:|dear\b)|[a-z])|\bwrote:\s*$"
    r"|^-+\s*(?i:original|forwarded) message"
)
_SLASHED = re.compile(r"^\s*(?P<one>\d{1,2})/(?P<two>\d{1,2})(?=\s+[A-Z])")
_KEYCAP = re.compile(r"^(?P<indent>\s*)(?P<number>\d)\ufe0f?\u20e3\s*")  # a number drawn as a key: 1️⃣
FIGURE = re.compile(r"[<>~c.]*\s*£?\d")  # a cell that opens with a number
_TABLE_LINE = re.compile(r"^\s*\|(?P<cells>.+)\|\s*$")
_TABLE_RULE = re.compile(r"^[\s|:+-]+$")
_SECTION = re.compile(r"^(?P<number>\d{1,2})\s+(?P<rest>[A-Z].*)$")  # "3 Findings", headed where 3.1 follows
_DATE_ALONE = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\s+\d{4}$",
    re.I,
)
_DATED = re.compile(  # a line that says when ("Published: March 2022")
    r"^(?:date(?:d| of)?|published|completed|updated|issued|incident)(?: [\w ]{2,20})?\s*[:–-]\s*(?P<when>.+)$", re.I
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|will|would|should|must|may|could|need|needs|do|does|did|identified|found)\b",
    re.I,
)
_MONTH_YEAR = re.compile(r"\bmay\s+(?:19|20)\d\d\b|^you said\b.{0,3}\bwe (?:did|have done)\b", re.I)  # no verbs here
_QUESTION = re.compile(r"(?:^|\s[-–—]\s|: )(?:what|how|why|when|who|where|which)\b", re.I)
_NO_HEADING = re.compile(
    r"https?://|www\.|@|^(?:19|20)\d\d(?:[-/–]\d\d)?\s*:|\]\(|^[\"“‘(<\[]|^\d[\d,./]*\s*%?\s|^\d[\d,.]*%|^\d{1,2}(?:st|nd|rd|th)\b|^[\d\W]+$"
)
_PARTED = re.compile(r"(?:theme|topic|part|section|chapter|appendix|annex)\s+(?:\d{1,2}|[A-H])\s*[:.–—-]\s+\S", re.I)
_MOST_CHARACTERS, _MOST_WORDS = 100, 14
_MONTHS = 12
_LEAST_LEFT = 3  # lines one below the other, each with such a number


@dataclass(slots=True)
class Line:
    """One line of the file: number from 1, and the text as in the file."""

    number: int
    raw: str


def table_of(chunk: list[Line]) -> list[Block]:
    """The cells of a table drawn with upright strokes; [] where the chunk is none."""
    open_sided = _open_sided(chunk)
    if len(chunk) < 2 or not (open_sided or all(_TABLE_LINE.match(line.raw) for line in chunk)):
        return []
    rows = [line for line in chunk if not _TABLE_RULE.match(line.raw)]
    cells = [[printed(cell) for cell in line.raw.strip().strip("|").split("|")] for line in rows]
    heads = cells[0] if len(rows) < len(chunk) or open_sided else []
    return [
        Block(
            BlockKind.CELL,
            text,
            line=line.number,
            row=row,
            column=column,
            column_head=heads[column - 1] if row > 1 and column <= len(heads) else None,
            row_head=row_head(texts, column) if row > 1 and heads else None,
            raw=text,
        )
        for row, (line, texts) in enumerate(zip(rows, cells, strict=True), 1)
        for column, text in enumerate(texts, 1)
        if text
    ]


def row_head(row: list[str], column: int) -> str | None:
    """What a figure in a column of a row is about: the words in the first cell of the row."""
    figure = column > 1 and FIGURE.match(row[column - 1]) and row[0]
    return row[0] if figure and not FIGURE.match(row[0]) else None


def below_its_title(chunk: list[Line]) -> list[list[Line]]:
    """A chunk in two where a line without strokes stands right above a table."""
    below = chunk[1:]
    titled = "|" not in chunk[0].raw and len(below) > 1 and all("|" in line.raw for line in below)
    return [chunk[:1], below] if titled and table_of(below) else [chunk]


def _open_sided(chunk: list[Line]) -> bool:
    """Whether lines are rows of as many cells between strokes, none at the sides, below a row of short heads."""
    counts = {line.raw.count(" | ") for line in chunk}
    heads = chunk[0].raw.split(" | ")
    return len(chunk) > 2 and len(counts) == 1 and counts.pop() > 1 and all(len(head.split()) < 7 for head in heads)


def without_symbols(chunk: list[Line]) -> list[Line]:
    """Lines with their leading symbols as bullets where several have the same one, else without them."""
    chunk = [Line(line.number, _KEYCAP.sub(r"\g<indent>\g<number>. ", line.raw)) for line in chunk]
    signs = [found["sign"] if (found := _SYMBOL.match(line.raw)) else None for line in chunk]
    lines: list[Line] = []
    for i, (line, sign) in enumerate(zip(chunk, signs, strict=True)):
        found = _SYMBOL.match(line.raw)
        if found is None or sign is None or BULLET.match(line.raw):
            lines.append(line)
            continue
        listed = sign in (signs[i - 1 : i] + signs[i + 1 : i + 2])
        lines.append(Line(line.number, f"{found['indent']}{'• ' if listed else ''}{found['rest']}"))
    return lines


def angles_as_signs(lines: list[Line]) -> list[Line]:
    """Lines led by ">" as items of a list where several stand together, unless the file quotes letters that way.

    A quotation is told by its empty or doubled signs, by who wrote it, and by lines that go on in small letters.
    """
    if any(_QUOTED_LETTER.search(line.raw) for line in lines):
        return lines
    led = [_ANGLE.match(line.raw) is not None for line in lines if printed(line.raw)]
    sign = "• " if any(led[i] and led[i + 1] for i in range(len(led) - 1)) else ""  # one alone sets a quotation apart
    return [Line(line.number, _ANGLE.sub(sign, line.raw)) for line in lines]


def slashes_as_numbers(lines: list[Line]) -> list[Line]:
    """Lines counted "2/1", "2/2" as numbered, where several follow one another: one may be a share ("4/5 replied").

    So are those of a list that holds what is left of several counts ("08/4", "06/2", "11/1"), one below the other: days
    would stand in their order, and shares be of one whole.
    """
    led = [(int(m["one"]), int(m["two"])) if (m := _SLASHED.match(line.raw)) else None for line in lines]
    counted = [pair for pair in led if pair]
    rows = {one for (one, two), after in pairwise(counted) if after == (one, two + 1)}
    numbered = {i for i, pair in enumerate(led) if pair and pair[0] in rows}
    for together, run in groupby(range(len(lines)), lambda i: led[i] is not None):
        at = list(run)
        pairs = [pair for i in at if (pair := led[i])]
        days = all(two <= _MONTHS for _, two in pairs) and pairs == sorted(pairs, key=lambda pair: pair[::-1])
        if together and len(at) >= _LEAST_LEFT and not days and len({two for _, two in pairs}) > 1:
            numbered.update(at)
    return [
        Line(line.number, _SLASHED.sub(r"\g<0>.", line.raw)) if i in numbered else line for i, line in enumerate(lines)
    ]


def numbered_sections(blocks: list[Block]) -> list[Block]:
    """A short line numbered "3" or "3." is a heading where 3.1 comes next, perhaps after a heading of its own."""
    made: list[Block] = []
    last = 0  # number of the last section
    for i, block in enumerate(blocks):
        found = _SECTION.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
        number = found["number"] if found else block.number if block.kind is BlockKind.NUMBERED else None
        rest = found["rest"] if found else block.text
        if number is not None and number.isdigit() and heading_shape(rest):
            below = [b for b in blocks[i + 1 : i + 5] if b.kind is not BlockKind.FURNITURE]
            first = next((b.number for b in below if b.kind is not BlockKind.HEADING), None)
            opens = first is not None and re.fullmatch(rf"{number}\.\d+", first.rstrip("."))
            in_list = i > 0 and blocks[i - 1].number == str(int(number) - 1)
            if opens or (last and int(number) == last + 1 and not in_list):
                last = int(number)
                block = replace(block, kind=BlockKind.HEADING, text=printed(rest), level=1, number=number)
        made.append(block)
    return made


def heading_shape(raw: str) -> bool:
    """Whether a line standing alone reads as a heading: short, a capital first, no sentence."""
    text = printed(raw)
    longest = _MOST_WORDS + 6 * text.endswith("?")
    if len(text) > _MOST_CHARACTERS or len(text.split()) > longest or not text:
        return False
    if text[-1] in ".!;," or text[:1].islower() or _NO_HEADING.search(raw.strip()) or _NO_HEADING.search(text):
        return False
    if _DATE_ALONE.match(text) or ((said := _DATED.match(text)) and _DATE_ALONE.match(said["when"])):
        return False
    if text.endswith((":", "?")) or _QUESTION.search(text) or text.endswith("as follows") or _PARTED.match(text):
        return True
    return not _VERB.search(_MONTH_YEAR.sub(" ", text))
