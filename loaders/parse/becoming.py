"""The report of a document: what became of every block and of every section, for a person to check the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.records import Note, Rejected, Report, Section
from graph.text import key
from loaders.blocks import Block, BlockKind, SourceText
from loaders.parse.desk import Desk
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import lead_in_of

_SAID = 6  # words of a sentence that says something
_LABEL = re.compile(r"[A-Z][^:.]{2,60}:(?=\s)")  # a label that opens a paragraph

# What a section was read as, in the words of the screen.
_WORDS = {
    "finding": "learning",
    "context": "background",
    "judgement": "views",
    "recommendation": "recommendations",
    "action": "actions",
    "activity": "work done",
    "status": "progress of recommendations",
    "plan": "a table of actions",
    "impact": "impact",
    "statistic": "figures",
    "chronology": "dated events",
    "sought": "aims",
    "priority": "priorities",
    "parts": "a list that completes a sentence",
    "divider": "cases",
    "contents": "contents",
    "aside": "no part of the learning",
}


def report(source: SourceText, walked: Outline, desk: Desk) -> Report:
    """Every block is structure, furniture, kept, or rejected with its reason."""
    made = Report(notes=[Note(where=where, message=message) for where, message in source.notes])
    made.notes += [note for plan in desk.tables.plans.values() for note in plan.report.notes if note.where != "file"]
    made.rejected += [item for plan in desk.tables.plans.values() for item in plan.report.rejected]
    made.read += len(made.rejected)
    structure = {id(block) for block in walked.structure}
    figures = [(item.line, item.page, key(item.quote or item.text)) for item in desk.record.statistics]
    told: dict[int, list[Passage]] = {}
    for passage in walked.passages:
        told.setdefault(id(passage.block), []).append(passage)
    for block in source.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        section = _section(made, block, told.get(id(block), []))
        if id(block) in structure and id(block) not in desk.kept:
            continue
        made.read += 1
        section.items += 1
        if id(block) in desk.kept or _has_figure(block, figures):
            made.kept += 1
            section.kept += 1
            continue
        section.rejected += 1
        made.rejected.append(_rejected(block, section, desk))
    made.notes += _left_out(desk, figures)
    made.sections = [section for section in made.sections if section.items or section.heading]
    return made


def _left_out(desk: Desk, figures: list[tuple[int | None, int | None, str]]) -> Iterator[Note]:
    """Sentences not kept of blocks of which others were: the block is not rejected, nor are they lost in silence."""
    for passage, reason in desk.left:
        block, said = passage.block, key(passage.text)
        if (
            (id(block) not in desk.kept and not _has_figure(block, figures))
            or id(block) in desk.withheld
            or len(said.split()) < _SAID
            or said == key(block.text)
        ):
            continue
        if any(line == block.line and page == block.page and quote in said for line, page, quote in figures):
            continue
        where = f"page {block.page}" if block.page is not None else f"line {block.line}"
        yield Note(where=where, message=f'a sentence of this paragraph was not kept ({reason}): "{passage.text}"')


def _section(made: Report, block: Block, passages: list[Passage]) -> Section:
    """The section a block stands in: its own where it is a heading, else that of its first passage."""
    last = made.sections[-1] if made.sections else None
    heading = block.text if block.kind is BlockKind.HEADING else _heading(passages[0]) if passages else None
    unsaid = block.kind is not BlockKind.HEADING and not passages
    if last is None or (not unsaid and heading != last.heading):
        last = Section(heading=heading, page=block.page, line=block.line)
        made.sections.append(last)
    for passage in passages:
        word = _WORDS.get(passage.meaning.becomes, passage.meaning.becomes) if passage.meaning else "not understood"
        if word not in last.read_as:
            last.read_as.append(word)
    return last


def _heading(passage: Passage) -> str | None:
    """What stands over a passage: the lead-in of its list or its own label ("Key messages: …"), else its heading."""
    if passage.lead and passage.block.kind in (BlockKind.BULLET, BlockKind.NUMBERED):
        return passage.lead
    label = _LABEL.match(passage.block.text)
    return label[0] if label and passage.meaning and lead_in_of(label[0]) else passage.heading


def _rejected(block: Block, section: Section, desk: Desk) -> Rejected:
    unsaid = "a footnote" if block.kind is BlockKind.FOOTNOTE else "not understood"
    return Rejected(
        where=f"page {block.page}" if block.page is not None else f"line {block.line}",
        reason=desk.reasons.get(id(block), unsaid),
        text="" if id(block) in desk.withheld else block.text,
        page=block.page,
        line=block.line,
        heading=section.heading,
    )


def _has_figure(block: Block, figures: list[tuple[int | None, int | None, str]]) -> bool:
    text = key(block.text)
    return any(
        line == block.line and page == block.page and (quote in text or text in quote) for line, page, quote in figures
    )
