"""Text files: saved or converted documents, with or without markdown signs, to blocks.

Knows lines, not safeguarding. A file is either *wrapped* (paragraphs broken at a width) or one paragraph a line; the
two are told apart by the line lengths, because only then is it known which lines belong together. Headings of plain
text are guessed from position and shape (short, alone, no full stop); the parser decides what they mean.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from graph.errors import UnreadableDocument
from graph.text import joined, key, printed
from loaders.blocks import Block, BlockKind, Page, SourceText
from loaders.formats.text.columns import columns_of
from loaders.formats.text.shapes import (
    BULLET,
    BULLET_SIGN,
    Line,
    angles_as_signs,
    below_its_title,
    heading_shape,
    numbered_sections,
    slashes_as_numbers,
    table_of,
    without_symbols,
)

_LABEL = re.compile(r"[A-Z][\w’' -]{2,40}:\s+[A-Z]")  # a line that begins with its own heading
_BARE_SIGN = re.compile(rf"^\s*{BULLET_SIGN}\s*$")
_NUMBERED = re.compile(
    r"^\s*(?P<number>(?:[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})*\.?[a-z]?[.):]|\d{1,3}(?:\.\d{1,3})+|R\d{1,3}[a-z]?"
    r"|\([a-z0-9]{1,3}\)|[a-z]\)|[ivx]{2,5}\)|\d{1,2}/\d{1,2}\.|(?i:ref)\.? \d{1,4}(?:[/-]\d{1,4})+[.):]"
    r"|(?i:recommendation|proposal|suggestion|action|finding|learning point|lesson|priority)\s+"
    r"(?:\d{1,3}(?:\.\d{1,3})*|(?-i:[A-H]))[.):]))"
    r"\s+(?P<rest>\S.*)$"
)
_MARKED = re.compile(r"^(?P<signs>#{1,6})\s+(?P<rest>.+?)\s*#*$")
_LINE_END_HYPHEN = re.compile(r"(?<=[a-z])-\n\s*(?=[a-z])")  # of a word split over two lines
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_PAGE_NUMBER = re.compile(
    r"^\s*(?:\d{1,3}|[-–]\s*\d{1,3}\s*[-–]|(?i:page)\s+\d+(?:\s+of\s+\d+)?|\d+\s*\|\s*(?i:page))\s*$"
)
_FOOT = re.compile(r"^\s*(?P<stem>\S.{10,}?)(?:\s{3,}|\s*\|\s*|\s+(?i:page)\s+)(?P<page>\d{1,3})(?:\s+of\s+\d+)?\s*$")
_RULE = re.compile(r"^\s*(?:[-_=*]\s*){3,}$")


def read_text(path: Path, data: bytes) -> SourceText:
    """Read a text file into blocks.

    Args:
        path: the file, for its name only.
        data: its bytes (UTF-8, or UTF-16 with a byte order mark).

    Returns:
        Blocks in order, each with `line` (from 1) and `raw`; one `Page` without a number; `paged` False.

    Raises:
        UnreadableDocument: no text, or bytes that are not text in an encoding that says so.
    """
    text = _decoded(path, data)
    source = SourceText(path.name, hashlib.sha256(data).hexdigest(), "text")
    source.pages = [Page(None, text)]
    source.blocks = _blocks(text)
    return source


def _decoded(path: Path, data: bytes) -> str:
    if not data.strip():
        raise UnreadableDocument("the file is empty", path.name, "check that it was saved whole")
    try:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"the text is not UTF-8 (byte {error.start + 1})", path.name, "save it again as UTF-8"
        ) from error
    if "\x00" in text:
        raise UnreadableDocument("this is not a text file", path.name, "give the document it was made from")
    if not printed(text):
        raise UnreadableDocument("there is no text in it", path.name, "give the document it was made from")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")


def _blocks(text: str) -> list[Block]:
    lines = slashes_as_numbers(angles_as_signs([Line(i, line) for i, line in enumerate(text.split("\n"), 1)]))
    chunks = [part for chunk in _chunks(lines) for part in below_its_title(chunk)]
    width = _wrap_width([line.raw for chunk in chunks for line in chunk])
    furniture = _furniture(chunks)
    blocks: list[Block] = []
    for i, chunk in enumerate(chunks):
        if i in furniture:
            blocks += [_block(BlockKind.FURNITURE, [line]) for line in chunk]
            continue
        alone = not any(0 <= j < len(chunks) and _same_list(chunk, chunks[j]) for j in (i - 1, i + 1))
        blocks += table_of(chunk) or columns_of(chunk) or _of_chunk(without_symbols(chunk), width, alone)
    return numbered_sections(blocks)


_UNENDED = re.compile(
    r"(?:,|-|\b(?:and|or|of|the|an?|to|for|with|in|on|at|by|from|that|which|who|is|are|was|were|be|been|has|have|had"
    r"|will|would|should|must|can|could|may|not|as|than|but|into|about|their|its|our|your|his|her|this|these|each))\s*$",
    re.I,
)


_NARROW = 50  # characters; no paragraph is broken at less
_BROKEN = 2  # lines broken off in a sentence show that paragraphs are broken at a width


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines between blank ones."""
    run: list[Line] = []
    for line in lines:
        if _RULE.match(line.raw):  # a rule parts what stands above from what stands below
            yield from ([run] if run else [])
            yield [line]
            run = []
        elif joined(line.raw):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which paragraphs are broken, or None where each line is a paragraph."""
    sizes = sorted(len(line.rstrip()) for line in lines)
    if len(sizes) < 4:
        return None
    width = sizes[int(len(sizes) * 0.95) - 1]
    full = sum(size > width * 0.75 for size in sizes)
    if not _NARROW <= width <= 125:
        return _uneven(lines)
    broken = sum(_broken_off(one, below, width) for one, below in pairwise(lines))
    return width if full >= len(sizes) * 0.3 or broken >= _BROKEN else None


def _uneven(lines: list[str]) -> int | None:
    """A width that most lines of paragraphs reach which were broken by hand, now sooner and now later."""
    sizes = sorted(
        len(one.rstrip())
        for one, below in pairwise(lines)
        if below.lstrip()[:1].islower() and one.rstrip()[-1:] not in ".!?:;" and len(one) >= _NARROW
    )
    return sizes[len(sizes) // 10] if len(sizes) >= max(_BROKEN, len(lines) // 5) else None


def _broken_off(line: str, below: str, width: int) -> bool:
    """Whether a line stops in a sentence where the next word would have passed the width, and goes on below."""
    last, start = line.rstrip(), below.lstrip()
    return (
        start[:1].islower() and last[-1:] not in ".!?:;" and len(last) + 1 + len(start.split(" ", 1)[0]) > width * 0.92
    )


def _furniture(chunks: list[list[Line]]) -> set[int]:
    """Chunks that are page numbers, or a repeated line standing at one."""
    texts = [key(" ".join(line.raw for line in chunk)) for chunk in chunks]
    numbers = {i for i, chunk in enumerate(chunks) if all(_PAGE_NUMBER.match(line.raw) for line in chunk)}
    numbers |= {i for i, chunk in enumerate(chunks) if all(_RULE.match(line.raw) for line in chunk)}
    numbers |= _feet(chunks)
    often = {text for text, n in Counter(texts).items() if n > 1 and len(text) > 12}
    at_number = {texts[i] for i in range(len(chunks) - 1) if i + 1 in numbers and i not in numbers}
    return numbers | {i for i, text in enumerate(texts) if text in often and text in at_number}


def _feet(chunks: list[list[Line]]) -> set[int]:
    """Lines that are alike but for a page number at their end, which counts up: the foot of each page."""
    feet = [(i, foot) for i, chunk in enumerate(chunks) if len(chunk) == 1 and (foot := _FOOT.match(chunk[0].raw))]
    alike: dict[str, list[tuple[int, int]]] = {}
    for i, foot in feet:
        alike.setdefault(key(foot["stem"]), []).append((int(foot["page"]), i))
    return {
        i
        for found in alike.values()
        if len(found) > 1 and all(one[0] < other[0] for one, other in pairwise(found))
        for _, i in found
    }


def _same_list(one: list[Line], other: list[Line]) -> bool:
    """Whether two chunks are items of one numbered list (so that neither is a heading)."""
    a, b = (_NUMBERED.match(chunk[0].raw) for chunk in (one, other))
    if not a or not b:
        return False
    (stem_a, last_a), (stem_b, last_b) = _counted(a["number"]), _counted(b["number"])
    return stem_a == stem_b and abs(last_a - last_b) == 1


def _counted(number: str) -> tuple[str, int]:
    """A printed number as what stands before its last count, and that count: "R1" is ("r", 1), "3.2" is ("3.", 2)."""
    found = re.match(r"(.*?)(\d+)\D*$", number.casefold())
    return (found[1], int(found[2])) if found else (number, -9)


def _depth(number: str) -> int:
    return number.rstrip(".):").count(".") + 1


def _of_chunk(chunk: list[Line], width: int | None, alone: bool) -> Iterator[Block]:
    groups = _grouped(chunk, width)
    if len(groups) > 1 and all(_title_line(group) for group in groups) and _shouted(groups[0][0].raw):
        groups = [[line for group in groups for line in group]]  # a title set over several lines
    for i, group in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        yield _classified(group, alone and len(groups) == 1, len(groups) == 1 or _is_headed(group, following))


def _grouped(chunk: list[Line], width: int | None) -> list[list[Line]]:
    """Lines of a chunk, joined where one goes on in the next."""
    groups: list[list[Line]] = []
    for line in chunk:
        if groups and not _starts_item([line]) and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[Line], line: Line, width: int | None) -> bool:
    last = group[-1].raw.rstrip()
    if _BARE_SIGN.match(last):
        return True
    if _MARKED.match(group[0].raw) or _MARKED.match(line.raw):
        return False
    start = line.raw.lstrip()
    if BULLET.match(group[0].raw) and len(line.raw) - len(start) > len(group[0].raw) - len(group[0].raw.lstrip()):
        return True
    if start[:1].islower() and last[-1:] not in ".!?:;" and (width is not None or _UNENDED.search(last)):
        return True
    if _bold_open(last) and not start.startswith("- "):
        return True
    if last[-1:] in ".!?" and (_LABEL.match(start) or _stands_alone(start, width)):
        return False
    return width is not None and len(last) + 1 + len(start.split(" ", 1)[0]) > width * 0.92


def _bold_open(line: str) -> bool:
    """Whether a run in bold goes on in the next line; signs behind a word alone ("withheld**") point to a note."""
    return line.count("**") % 2 == 1 and re.search(r"(?:^|[\s(\[\"“‘'])\*\*(?=\S)[^*]*$", line) is not None


def _stands_alone(start: str, width: int | None) -> bool:
    """Whether a line after the end of a sentence is a short one without an end of its own, as a heading is."""
    short = len(start) < 0.6 * (width or 0)
    return short and start[:1].isupper() and start.rstrip()[-1:].isalnum() and heading_shape(start)


def _starts_item(group: list[Line] | None) -> bool:
    return bool(
        group and (BULLET.match(group[0].raw) or _BARE_SIGN.match(group[0].raw) or _NUMBERED.match(group[0].raw))
    )


def _is_headed(group: list[Line], following: list[Line] | None) -> bool:
    """Whether a first line may head what follows without a blank between: a list, or a sentence below a short name."""
    if following is None:
        return False
    below, text = printed(following[-1].raw), printed(group[0].raw)
    if text.endswith("?") and heading_shape(text):  # a question, and the answer below it
        return True
    return _starts_item(following) or (len(text.split()) <= 6 and below.endswith(".") and len(below.split()) > 1)


def _title_line(group: list[Line]) -> bool:
    text = printed(" ".join(line.raw for line in group))
    return len(text) < 80 and text[-1:] not in ".;,:" and not _starts_item(group)


def _shouted(raw: str) -> bool:
    letters = [c for c in printed(raw) if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)


def _classified(group: list[Line], alone: bool, may_head: bool) -> Block:
    raw = "\n".join(line.raw for line in group)
    marked = _MARKED.match(group[0].raw)
    if marked:
        return _block(BlockKind.HEADING, group, marked["rest"], level=len(marked["signs"]))
    whole = _LINE_END_HYPHEN.sub("", raw).replace("\n", " ")
    bullet = BULLET.match(whole)
    if bullet or _BARE_SIGN.match(group[0].raw):
        rest = bullet["rest"] if bullet else " ".join(line.raw for line in group[1:])
        indent = len((bullet["indent"] if bullet else "").expandtabs(4))
        return _block(BlockKind.BULLET, group, rest, level=1 + (indent + 1) // 2)
    numbered = _NUMBERED.match(whole)
    if numbered:
        number = numbered["number"].strip().rstrip(".):").lstrip("(")
        heading = alone and number[-1:].isdigit() and heading_shape(numbered["rest"])
        kind = BlockKind.HEADING if heading else BlockKind.NUMBERED
        if heading and number[:1].isalpha():  # "Priority 1: Neglect": the number is part of the heading
            return _block(kind, group, raw, level=2)
        return _block(kind, group, numbered["rest"], level=_depth(number) if heading else 0, number=number)
    if may_head and heading_shape(raw):
        return _block(BlockKind.HEADING, group, raw, level=_guessed_level(raw))
    return _block(BlockKind.PARAGRAPH, group)


def _guessed_level(raw: str) -> int:
    if _shouted(raw):
        return 1
    return 3 if printed(raw).endswith(":") else 2


def _block(
    kind: BlockKind, group: list[Line], rest: str | None = None, *, level: int = 0, number: str | None = None
) -> Block:
    raw = "\n".join(line.raw for line in group)
    block = Block(
        kind, printed(raw if rest is None else rest), line=group[0].number, level=level, number=number, raw=raw
    )
    bold = tuple(printed(a or b) for a, b in _BOLD.findall(raw))
    return replace(block, bold=bold) if bold else block
