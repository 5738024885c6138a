"""Cases told one below the other under a heading that announces them ("Learning from four families").

Each has a short line of its own above it: a name, letters, or a few words that keep the family unknown ("The ferry
baby"). Such a line is believed where the text below brings in a child, with an age or a harm; the others of the same
row are, where the heading counts as many as there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.mentions import AGE, NUMBERS, mentions_in
from loaders.parse.cases.naming import INITIALS, PSEUDONYM, CaseLabel, is_common, kind_of
from loaders.parse.cues import cue
from loaders.parse.figures.numbers import WORD_NUMBER
from loaders.parse.sections import meaning_of
from loaders.parse.sentences import sentences

_ANNOUNCES = re.compile(
    rf"(?:\b(?P<count>\d{{1,2}}|{WORD_NUMBER})"
    r"|\b(?:our|the|these|recent|local|several|some|this (?:year|quarter|term)['’]s)) (?:[\w-]+ ){0,2}"
    r"(?:famil(?:y|ies)|children|young people|babies|boys|girls|teenagers|cases|reviews|stories|lives)\b",
    re.I,
)
_LONGEST = 9  # words of the heading that announces
_SHORT = 7  # words of the line above a case
_LEAST = 2
_OPENING = 3  # sentences that bring in a child
_OF_A_PLACE = re.compile(  # "The Quayside baby"
    r"(?:The )?[A-Z][a-z]+(?: [A-Z][a-z]+)? "
    r"(?:baby|babies|infant|boy|girl|child|children|family|brothers|sisters|siblings|twins|teenager)"
)
_OF_A_THEME = re.compile(r"(?:theme|finding|lesson|message|learning(?: point)?|chapter|section) ?\d", re.I)
_BARE_AGE = re.compile(r"\(\d{1,2}\)|\bbetween \d{1,2} and \d{1,2}\b|, (?:aged )?\d{1,2},")


@dataclass(frozen=True, slots=True)
class Announced:
    """Ids of the lines that open an announced case, and of the headings that end the part they stand in."""

    opens: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)


def announced_cases(blocks: Sequence[Block]) -> Announced:
    """The lines that each open one of the cases a heading announces, and where their part ends."""
    found = Announced()
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or len(block.text.split()) > _LONGEST:
            continue
        if (said := _ANNOUNCES.search(block.text)) is None:
            continue
        lines = _lines(block, blocks[at + 1 :])
        told = [line for line, below in lines if _tells_of_child(line.text, below.text)]
        counted = said["count"] is not None and _number(said["count"]) == len(lines)
        if len(told) >= _LEAST and (len(told) == len(lines) or counted):
            found.opens.update(id(line) for line, _ in lines)
            found.ends.update(id(below) for below in blocks[at + 1 :] if _ends(below, block))
    return found


def as_headings(blocks: list[Block]) -> list[Block]:
    """The blocks, with lines of text that open an announced case as the headings they are."""
    opened = announced_cases(blocks).opens
    return [
        replace(block, kind=BlockKind.HEADING, level=block.level or 2)
        if id(block) in opened and block.kind is BlockKind.PARAGRAPH
        else block
        for block in blocks
    ]


def announced_label(heading: str, below: str) -> CaseLabel:
    """The case of such a line; its words are a name only where the text below tells of somebody so called."""
    label = heading.strip(" :")
    if _OF_A_PLACE.fullmatch(label):
        return CaseLabel(heading, kind_of(below) or "other", None, label)
    names = re.fullmatch(rf"{INITIALS}|{PSEUDONYM}", label)
    each = [name for name in re.split(r",? and | & |, ", names[0]) if name] if names else []
    called = bool(each) and not is_common(heading) and any(re.search(rf"\b{re.escape(n)}\b", below) for n in each)
    return CaseLabel(heading, kind_of(below) or "other", None, label if called else None)


def _lines(above: Block, blocks: Sequence[Block]) -> list[tuple[Block, Block]]:
    """The short lines that stand each above text of its own, to the end of the part that the heading opens."""
    found: list[tuple[Block, Block]] = []
    for block, below in zip(blocks, [*blocks[1:], None][: len(blocks)], strict=True):
        if _ends(block, above):
            break
        line = block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and _stands_alone(block.text))
        if _OF_A_THEME.match(block.text):
            continue
        if line and below is not None and below.kind is BlockKind.PARAGRAPH and meaning_of(block.text) is None:
            found.append((block, below))
    return found


def _ends(block: Block, above: Block) -> bool:
    """Whether a heading is set as high as the one that announces."""
    return block.kind is BlockKind.HEADING and block.level <= above.level


def _stands_alone(text: str) -> bool:
    return len(text.split()) <= _SHORT and not re.search(r"[.:;,?!]", text) and not text[:1].islower()


def _tells_of_child(line: str, below: str) -> bool:
    opening = " ".join(sentences(below)[:_OPENING])
    names = {name: name for name in re.split(r",? and | & |, ", line) if re.fullmatch(rf"{INITIALS}|{PSEUDONYM}", name)}
    child = any(mention.kind in ("name", "child", "children") for mention in mentions_in(opening, names))
    aged = AGE.search(opening) or cue("prose", "aged").search(opening) or _BARE_AGE.search(opening)
    befell = told_of_harm(opening)
    return bool(child and (aged or befell)) and cue("prose", "imagined").search(opening) is None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS.get(text.casefold(), 0)
