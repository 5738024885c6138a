"""From a file as read to the records of one document: title page, outline, records, then what became of each block."""

from __future__ import annotations

import re

from graph.records import DocumentRecord, Note, Review, ReviewKind, Stated
from graph.text import key
from loaders.blocks import Block, BlockKind, SourceText
from loaders.coding import polarity_of
from loaders.parse.around import Neighbours
from loaders.parse.becoming import report
from loaders.parse.build import build
from loaders.parse.cases.announced import announced_cases, as_headings
from loaders.parse.cases.cells import complete_from_cells
from loaders.parse.cases.child_records import outcome_of_entry, outcome_of_label
from loaders.parse.cases.chronology import chronology_of, conflicts_as_inconsistencies
from loaders.parse.cases.facts import complete, incident_in_chronology
from loaders.parse.cases.held import none_held, say_kinds, unheld
from loaders.parse.cases.naming import kind_of, opens_with_kind
from loaders.parse.cases.people import children_of
from loaders.parse.cases.thematic import of_topic
from loaders.parse.cases.themed import add_themes, harms_of
from loaders.parse.cases.told_of import assign
from loaders.parse.cues import cue
from loaders.parse.desk import Desk
from loaders.parse.figures.lines import Line
from loaders.parse.figures.statistics import statistics_of
from loaders.parse.items.agencies import agencies_of
from loaders.parse.items.arising import arise
from loaders.parse.items.below import of_the_one_above
from loaders.parse.items.by_number import by_code
from loaders.parse.items.keyed import names_row, says_how_many
from loaders.parse.items.signed import sign, signature_lines
from loaders.parse.items.speaker import say_who, speaker
from loaders.parse.items.tables import Tables
from loaders.parse.layout.asked_by_the_way import add_asked
from loaders.parse.layout.by_code import open_by_code
from loaders.parse.layout.by_name import open_by_name
from loaders.parse.layout.by_the_way import add_deeds, add_told
from loaders.parse.layout.composed import composed_as_text
from loaders.parse.layout.counted import read_counted
from loaders.parse.layout.document import front
from loaders.parse.layout.forms import forms_as_text
from loaders.parse.layout.guidance import is_guidance, set_aside
from loaders.parse.layout.heads import headed
from loaders.parse.layout.in_stories import read_stories
from loaders.parse.layout.in_themes import open_told_in_themes
from loaders.parse.layout.in_turn import read_in_turn
from loaders.parse.layout.letters import read_letter
from loaders.parse.layout.log_lines import log_lines
from loaders.parse.layout.numbered_prose import numbered_prose
from loaders.parse.layout.outline import outline
from loaders.parse.layout.pointing import read_pointing
from loaders.parse.layout.prose import read_prose
from loaders.parse.layout.spoken import to_their_slides
from loaders.parse.layout.topical import read_by_topic
from loaders.parse.passages import Entry, Outline, Passage
from loaders.unheld import tell_left_out

_OPENING = 8  # sentences in which a story says what kind of review was held
_LINE = 16  # words of a line that opens with the kind of review ("LCSPR, published in May 2022; the report is …")
_FACT = 6  # words of a line that is one fact ("LCSPR published May 2022")
_OF_A_DATE = re.compile(r"(?:[A-Z][a-z]+ )?(?:19|20)\d\d")


def parse(source: SourceText) -> DocumentRecord:
    """The records of a document, coded, with a report of what was read, kept and rejected."""
    source.blocks = signature_lines(as_headings(log_lines(headed(forms_as_text(composed_as_text(source.blocks))))))
    first = front(source)
    if not first.document.kind.startswith("inspection"):  # whose paragraphs are what was found, one by one
        source.blocks = numbered_prose(source.blocks)
    tables = Tables(source)
    walked = outline(source.blocks, first, tables)
    to_their_slides(walked)
    sign(walked)
    rules = is_guidance(source.blocks, first)
    if rules:
        set_aside(walked)
    read_in_turn(walked)
    read_counted(walked)
    if not read_prose(walked, source.blocks, first) and not read_by_topic(walked, source.blocks, first):
        read_stories(walked, announced_cases(source.blocks).opens, first.document.kind)
    read_letter(walked, first)
    read_pointing(walked)
    if not rules:
        add_told(walked)
        add_asked(walked, first.document.kind)
        add_deeds(walked, first.document.kind)
    if not rules:
        bodies = [body for body in (first.document.partnership, *first.document.partnerships) if body]
        open_told_in_themes(walked, first.document.title, bodies)
        if not first.document.kind.startswith("inspection"):
            open_by_code(walked)
            open_by_name(walked, source.blocks, first.document.title, bodies)
    assign(walked)
    record = DocumentRecord(document=first.document)
    pages = {page.number: page.text for page in source.pages}
    desk = build(record, walked, pages, tables, Neighbours(source.blocks))
    arise(desk, walked)
    by_code(desk)
    of_the_one_above(desk, walked)
    say_who(record.responses, speaker(source.blocks, first.document.title))
    # headings too: they say which group the numbers below them are about
    figures = [tables.with_head(b) for b in source.blocks if _may_count(b, walked) and not tables.counts_work(b)]
    for entry in walked.entries:
        _complete(desk, entry, walked, record)
        if entry.whole and first.inspected:
            desk.reviews[id(entry)].dates.completed = first.inspected
    say_kinds([(desk.reviews[id(entry)], entry.block) for entry in walked.entries], source.blocks, first.document.title)
    names = [name for review in record.reviews for name in (review.name, *(child.name for child in review.children))]
    aside: list[Line] = []
    record.statistics = (
        [] if rules else statistics_of(figures, first.document.title, [name for name in names if name], aside)
    )
    record.report = report(source, walked, desk)
    tell_left_out((block for block in source.blocks if id(block) not in desk.withheld), record)
    for line in aside:
        message = f'a figure of one person\'s story, not counted as a statistic: "{line.text}"'
        record.report.notes.append(
            Note(where=f"page {line.block.page}" if line.block.page else f"line {line.block.line}", message=message)
        )
    return record


def _may_count(block: Block, walked: Outline) -> bool:
    """Whether a block may hold a figure: no furniture, no contents, no age and no reference."""
    heads = ("person-column", "case-column")
    named = any(cue("passages", head).search(block.column_head or "") for head in heads) and not says_how_many(block)
    return (
        block.kind is not BlockKind.FURNITURE and id(block) not in walked.contents and not (named or names_row(block))
    )


def _complete(desk: Desk, entry: Entry, walked: Outline, record: DocumentRecord) -> None:
    """Fill in a review from all that is told of it."""
    review, told = desk.reviews[id(entry)], desk.told[id(entry)]
    _chronology(desk, entry, walked, record, review)
    complete(review, told, record.document.partnership)
    if review.kind == "other" and review.test is None:
        review.kind = _held_as(review, told)
    label = entry.label.printed
    if _OF_A_DATE.match(label):  # "December 2014 – Ashmere – Child R": the rest says when and where
        label = entry.label.name or entry.label.ref or ""
    if entry.label.name and key(entry.label.name) == key(label):
        label = entry.label.name  # as names are written, where the heading shouts
    if review.test is None:
        own = entry.label.name is None or entry.label.name in label
        review.children = children_of(None if of_topic(entry.label) else label, told, review.kind) if own else []
        names = [child.name for child in review.children if child.name]
        unnamed = entry.label.name and not any(one in entry.label.name or entry.label.name in one for one in names)
        if entry.label.name and (unnamed or 0 < len(review.children) < len(entry.label.children())):
            # the label is a long title ("7 minute briefing: Ada and Bo"), or its first words are no name
            review.children = children_of(entry.label.name, told, review.kind, label)
        complete_from_cells(review, [p for p in walked.passages if p.entry is entry])
        outcome_of_label(review.children, label, review)
    own_names = [name for name in (review.name, *review.aliases) if name]
    incident = incident_in_chronology(review, own_names)
    if incident is not None:
        outcome_of_entry(review.children, incident)
    labels = [
        name for name in (review.ref, review.name, *review.aliases, *(child.name for child in review.children)) if name
    ]
    said = [*told, *review.chronology, *review.findings, *review.actions]
    review.agencies = agencies_of(list(said), labels)
    if review.test is None:
        asked = [p.text for p in walked.passages if p.entry is entry and _asks_harm(p)]
        # a family's chronology tells of brothers and sisters too: only what names the child tells of its harm
        named = re.compile(rf"\b(?:{'|'.join(map(re.escape, own_names))})\b") if own_names else None
        review.harms = harms_of(
            review, [*told, *(event for event in review.chronology if named and named.search(event.text))], asked
        )
    add_themes(review, told)


def _asks_harm(passage: Passage) -> bool:
    """Whether a passage is what a column of harm or incidents says of its row."""
    return cue("passages", "incident-column").search(passage.block.column_head or "") is not None


def _held_as(review: Review, told: list[Stated]) -> ReviewKind:
    """The kind of review that the opening of the story speaks of, where it speaks of one."""
    views = [stated.text for stated in [*told, *review.judgements]]
    if any(cue("facts", "no-further-review").search(text) for text in views):
        return "rapid-review"
    if any(cue("facts", "then-reviewed").search(text) for text in views[:_OPENING]):
        return "lcspr"
    said = [stated.text for stated in told[:_OPENING]] + [finding.quote for finding in review.findings[:1]]
    kinds = _kinds_said("held-as", said)
    lines = [text for text in said if len(text.split()) <= (_FACT if not opens_with_kind(text) else _LINE)]
    lines = [text for text in lines if polarity_of(text, None) != "absent" and not none_held(text)]
    kinds |= {kind for text in lines if (kind := kind_of(text))}
    if len(kinds) > 1:
        kinds = _kinds_said("held-outright", said)
    return kinds.pop() or "other" if len(kinds) == 1 else "other"


def _kinds_said(words: str, texts: list[str]) -> set[ReviewKind]:
    """The kinds of review that texts say with these words, but for those of which they say that none was held."""
    found = {
        kind_of(said[0])
        for text in texts
        for said in cue("facts", words).finditer(text)
        if not unheld(text, said.start())
    }
    return {kind for kind in found if kind}


def _chronology(desk: Desk, entry: Entry, walked: Outline, record: DocumentRecord, review: Review) -> None:
    blocks = _chronology_blocks(entry, walked)
    if not blocks:
        return
    entries, conflicts = chronology_of(blocks)
    review.chronology = entries
    read = {(item.line, item.page, key(item.quote)[:40]) for item in entries}
    for block in blocks:
        if (block.line, block.page, key(block.text)[:40]) in read or any(
            key(item.quote) in key(block.text) for item in entries
        ):
            desk.kept.add(id(block))
    record.inconsistencies += conflicts_as_inconsistencies(conflicts, record.document.title)


def _chronology_blocks(entry: Entry, walked: Outline) -> list[Block]:
    """The blocks of a case that stand in a chronology."""
    seen: dict[int, Block] = {}
    for passage in walked.passages:
        if passage.entry is entry and passage.meaning is not None and passage.meaning.becomes == "chronology":
            seen.setdefault(id(passage.block), passage.block)
    return list(seen.values())
