"""Paragraphs in which a file ran several things together: a head and its text, fields of a form, items by letters.

Each is parted where a line, a label or words in bold say by themselves that they head what stands behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.introduced import cases_in_turn
from loaders.parse.cues import cue
from loaders.parse.layout.whole import BODY, names_body
from loaders.parse.sections import lead_in_of, meaning_of

_LETTER = re.compile(r"\s*\(?(?P<letter>[a-m])\)\s+(?=\S)")
_LEAST_LETTERS = 3  # what stands before, and two items
_FIELD = re.compile(r"\s*[A-Z][\w’'/()&-]*(?: [\w’'/()&-]+){0,5}:\s+\S")  # a line of a form ("Incident: March 2023")
TOPIC = 6  # words of a line that heads a list at the end of a paragraph
_NARROW = 60  # characters: a line as short was not broken because the page ends
LONGEST = 11  # words of a heading
_LABELS = ("finding", "recommendation", "action", "impact", "context")  # what the label of a field may head
TELLS = (
    *("finding", "recommendation", "action", "impact", "context", "chronology", "judgement", "aside", "divider"),
    *("status", "measure"),
)


def lines_of_title(block: Block) -> list[Block]:
    """A block of a title page whose short lines are one thing each (a kind, a body, a case), line by line."""
    lines = [line for line in block.raw.splitlines() if line.strip()]
    longest = LONGEST + 5 * bool(lines and names_body(printed(lines[0])))  # whose it is, and below it what
    short = all(len(line.split()) <= longest and not re.search(r"[.;,:]$", line.strip()) for line in lines)
    told = any(case_label(line) or BODY.search(line) for line in lines)
    if block.kind is not BlockKind.PARAGRAPH or len(lines) < 2 or not short or not told:
        return [block]
    out = []
    for place, line in enumerate(lines):
        at = block.line + place if block.line is not None else None
        out.append(replace(block, text=printed(line), raw=line, line=at, bold=()))
    return out


def parts_of(block: Block, following: Sequence[Block] = ()) -> list[Block]:
    """The blocks that a paragraph of several lines is made of; `following`: the block below it, if any."""
    told = block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED) and "\n" in block.raw
    goes_on = any(_LETTER.match(below.raw) and _LETTER.match(below.raw)["letter"] == "b" for below in following)  # type: ignore[index]
    lettered = _lettered(block, least=_LEAST_LETTERS - 1 if goes_on else _LEAST_LETTERS) if told else []
    pieces = lettered or _of_cases(block) or _above_list(block, following)
    return [part for piece in pieces for bold in _bold_head(piece) for part in _headed_part(bold)]


def _of_cases(block: Block) -> list[Block]:
    """A paragraph for each case of one that brings in several in turn ("Robin (SCR, 2031) was …")."""
    parts = cases_in_turn(block.text) if block.kind is BlockKind.PARAGRAPH and "(" in block.text else []
    return [replace(block, text=part, raw=part, bold=()) for part in parts]


def _above_list(block: Block, following: Sequence[Block]) -> list[Block]:
    """A paragraph whose last line heads the list below it ("Findings"), or whose lines are fields of a form."""
    lines = block.raw.splitlines()
    if block.kind is not BlockKind.PARAGRAPH or len(lines) < 2:
        return [block]
    if opened := _case_line(lines[0]):
        named, facts = opened
        top = replace(block, kind=BlockKind.HEADING, level=2, text=named, raw=named, bold=())
        at = block.line + 1 if block.line is not None else None
        below = replace(block, text=printed("\n".join(lines[1:])), raw="\n".join(lines[1:]), line=at, bold=())
        told = [replace(block, text=facts, raw=facts, bold=())] if facts else []
        return [top, *told, *_above_list(below, following)] if len(lines) > 2 else [top, *told, below]
    if _heads_lines(lines):
        top = replace(block, kind=BlockKind.HEADING, level=3, text=printed(lines[0]), raw=lines[0], bold=())
        at = block.line + 1 if block.line is not None else None
        below = replace(block, text=printed("\n".join(lines[1:])), raw="\n".join(lines[1:]), line=at, bold=())
        return [top, *_above_list(below, following)]
    last, listed = printed(lines[-1]), bool(following) and following[0].kind in (BlockKind.BULLET, BlockKind.NUMBERED)
    known = meaning_of(last) if listed and len(last.split()) <= TOPIC and short(last) else None
    ended = len(lines[-2]) <= _NARROW or re.search(r"[.!?;:)]\s*$", lines[-2]) is not None
    head = known is not None and known.becomes in TELLS and ended
    fields = lines[:-1] if head else lines
    each = len(fields) > 1 and all(_FIELD.match(line) for line in fields)
    if not head and not each:
        return [block]
    groups = [*([[line] for line in fields] if each else [fields]), *([[lines[-1]]] if head else [])]
    out, at = [], 0
    for group in groups:
        line = block.line + at if block.line is not None else None
        part = replace(block, text=printed("\n".join(group)), raw="\n".join(group), line=line, bold=())
        out += _labelled(part) if each else [part]
        at += len(group)
    return out


def _heads_lines(lines: Sequence[str]) -> bool:
    """Whether the first line of a paragraph is its heading, broken off long before the lines below are ("We liked")."""
    first = printed(lines[0])
    known = meaning_of(first) if len(first.split()) <= TOPIC and short(first) else None
    broken = 2 * len(first) <= max(len(line) for line in lines[1:]) and lines[1].lstrip()[:1].isupper()
    return broken and known is not None and known.becomes in TELLS


def _case_line(line: str) -> tuple[str, str] | None:
    """A line that names a case and tells facts of it between strokes ("Case 1/2031 | girl | 9 months"), in two."""
    head, *facts = re.split(r"\s+[|·•]\s+", printed(line))
    told = ", ".join(fact.lower() if fact.isupper() else fact for fact in facts)
    label = case_label(head) if facts and all(len(fact.split()) <= TOPIC for fact in facts) else None
    return (head, told) if label is not None and not label.test else None


def field_of(block: Block, around: Sequence[Block]) -> list[Block]:
    """A paragraph that is one field of a form, told by its neighbour; or the line that names whose form it is."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" in block.raw.strip():
        return [block]
    if opened := _case_line(block.text):
        top = replace(block, kind=BlockKind.HEADING, level=2, text=opened[0], raw=opened[0], bold=())
        return [top, replace(block, text=opened[1], raw=opened[1], bold=())]
    fields = sum(near.kind is BlockKind.PARAGRAPH and _FIELD.match(near.text) is not None for near in around)
    own = _FIELD.match(block.text) is not None
    return _labelled(block) if own and fields > 1 else [block]


def _labelled(block: Block) -> list[Block]:
    """One field of a form whose label is a heading ("What went well: the crew was quick"), as heading and text."""
    label, _, rest = block.text.partition(":")
    known = meaning_of(label)
    fact = cue("passages", "fact-column").search(label) is not None  # its label tells what kind of fact it is
    fact = fact or re.search(r"\d", label) is not None  # "Recommendation 1: complete" says how far one of them is
    if fact or lead_in_of(block.text) is not None or known is None or known.becomes not in _LABELS or not rest.strip():
        return [block]
    top = replace(block, kind=BlockKind.HEADING, level=3, text=label, raw=label)
    return [top, replace(block, text=rest.strip(), raw=rest.strip())]


def _bold_head(block: Block) -> list[Block]:
    """A paragraph that opens with its heading in bold ("What went well? The midwife …"), as heading and text."""
    head = block.bold[0] if block.bold else ""
    rest = printed(block.text[len(head) :])
    asks = head.endswith(("?", ":", ".")) and len(head.split()) <= LONGEST
    if block.kind is not BlockKind.PARAGRAPH or not asks or not rest or not block.text.startswith(head):
        return [block]
    known = meaning_of(head)
    if known is None or known.becomes not in TELLS or not rest[0].isupper():
        return [block]
    top = replace(block, kind=BlockKind.HEADING, level=3, text=head, raw=head, bold=())
    return [top, replace(block, text=rest, raw=rest, bold=block.bold[1:])]


def _lettered(block: Block, *, least: int) -> list[Block]:
    """A paragraph whose lines begin with letters in order ("a)", "b)"), as what stands before it and its items."""
    pieces: list[list[str]] = [[]]
    numbers: list[str | None] = [None]
    starts = [0]
    for place, line in enumerate(block.raw.splitlines()):
        found = _LETTER.match(line)
        if found and ord(found["letter"]) == ord("a") + len(numbers) - 1:
            pieces.append([line[found.end() :]])
            numbers.append(found["letter"])
            starts.append(place)
        else:
            pieces[-1].append(line)
    if len(numbers) < least:
        return []
    out = []
    for lines, number, start in zip(pieces, numbers, starts, strict=True):
        text = printed("\n".join(lines))
        kind = BlockKind.NUMBERED
        if number is None:
            kind, number, text = block.kind, block.number, _unnumbered(text, block)
        if text:
            at = block.line + start if block.line is not None else None
            out.append(replace(block, kind=kind, text=text, raw="\n".join(lines), line=at, number=number, bold=()))
    return out


def _unnumbered(text: str, block: Block) -> str:
    """The first line or lines of a block without its printed number, as the block's own text has it."""
    return (
        text
        if block.text.startswith(text)
        else next((text[at:] for at in range(len(text)) if block.text.startswith(text[at:])), text)
    )


def _headed_part(block: Block) -> list[Block]:
    """A paragraph whose first line is a heading by its words ("DATES FOR YOUR DIARY"), apart from what stands below."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.NUMBERED) or "\n" not in block.raw:
        return [block]
    first, _, rest = block.raw.partition("\n")
    head, below = _unnumbered(printed(first), block), printed(rest)
    if not below or not short(head) or not block.text.startswith(head) or not below[0].isupper():
        return [block]
    if len(head) > 0.6 * max(len(line) for line in rest.splitlines()) and not head.isupper():
        return [block]
    known = meaning_of(head)
    if block.kind is BlockKind.NUMBERED and (not (block.number or "").isdigit() or known is None):
        return [block]
    if (known is None or known.becomes not in TELLS) and (case_label(head) is None or len(head.split()) > 5):
        return [block]
    top = replace(block, kind=BlockKind.HEADING, level=2, text=head, raw=first, bold=())
    line = block.line + 1 if block.line is not None else None
    text = printed(block.text[len(head) :])
    return [top, replace(block, kind=BlockKind.PARAGRAPH, number=None, text=text, raw=rest, line=line)]


def short(text: str) -> bool:
    """Whether a line is as short as a heading and ends like none of a sentence's parts."""
    return len(text.split()) <= LONGEST and not re.search(r"[.;,:]$|\.{2,}\s*\d*$", text) and not text[0].islower()
