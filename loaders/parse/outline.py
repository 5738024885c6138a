"""Blocks to passages: each item or sentence with its section's meaning, its case, its addressee and its priority.

One walk down the document. A heading may open a case, a section whose meaning is known, a priority, or name who is to
act; a lead-in ("Learning identified included:") holds for its paragraph and the list below. What stands under a
heading that is not understood keeps no meaning: the builder lists it as rejected instead of guessing.
"""

from __future__ import annotations

import re

from graph.records import DocumentKind
from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.parse.agencies import leads_of
from loaders.parse.cues import cue
from loaders.parse.dating import Dating
from loaders.parse.document import Front
from loaders.parse.heads import is_topic
from loaders.parse.passages import ITEMS, Entry, Outline, PriorityMark
from loaders.parse.references import case_label, kind_of, labelled_item
from loaders.parse.rows import CaseRows, cell_meaning
from loaders.parse.sections import Meaning, lead_in_of, meaning, meaning_of, names_organisation
from loaders.parse.sentences import sentences
from loaders.parse.status import tells_of_work
from loaders.parse.tables import Tables
from loaders.parse.units import (
    Unit,
    activity_units,
    heads_list,
    is_free,
    is_loose,
    item_units,
    numbered_as,
    opened_units,
    prose_units,
)

_ASKED = re.compile(r"\brecommendations? (?:for|to) (?:the )?(?P<who>[\w’' ]{3,60})$", re.I)
_ONE_POINT = 700  # characters: the text below a numbered topic is one finding; longer, each of its sentences
_HEADLINE = 30  # words of a finding that is told as a headline
_PRIORITY = re.compile(
    r"^(?:key |strategic )?priority (?P<number>\d+(?:\.\d+)*|[a-z])\s*[:.–—-]\s*(?P<title>.+)$", re.I
)


def outline(blocks: list[Block], front: Front, tables: Tables) -> Outline:
    """Walk the blocks.

    Args:
        blocks: in reading order.
        front: what the title page says: the kind of document, the meaning of a heading not known, the blocks of the
            title, which open no section, and the one case that the document is about, where it is.
        tables: the tables among the blocks.
    """
    title, whole = front.title, front.whole
    rows = CaseRows(blocks, kind_of(front.document.title))
    walk = _Walk(front.document.kind, meaning(front.default) if front.default else None, tables, rows)
    if whole:
        walk.open_case(
            whole, next((block for block in title if key(whole.printed) in key(block.text)), blocks[0]), whole=True
        )
    # the report lists footnotes as not kept
    running = [block for block in blocks if block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)]
    for i, block in enumerate(running):
        if block in title:
            walk.out.structure.append(block)
        else:
            walk.step(block, running[i + 1] if i + 1 < len(running) else None)
    return walk.out


def _levelled(block: Block) -> bool:
    """Whether a heading's level is known (font size, a markdown sign) and not guessed from its shape."""
    return block.size is not None or block.raw.lstrip().startswith("#")


class _Walk(Dating):
    """The walk itself: what each block does to the place, and the passages it yields there."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables, rows: CaseRows) -> None:
        super().__init__(kind, default)
        self.tables, self.rows = tables, rows
        self.around_rows: tuple[Entry | None, Meaning | None, int, str | None] | None = None  # what a table interrupts

    # -- one block ---------------------------------------------------------------------------------------------
    def step(self, block: Block, following: Block | None) -> None:
        if self.around_rows and block.kind is not BlockKind.CELL:  # the table of cases is over
            self.entry, section, level, self.heading = self.around_rows
            self.enter(section, level)
            self.around_rows = None
        if self.contents.holds(block):
            self.out.structure.append(block)
        elif id(block) not in self.tables.inside and id(block) not in self.tables.plans and self._row_of_case(block):
            pass
        elif self.in_chronology(block, following):
            self.emit(block, [(block.text, meaning("chronology"))])
        elif block.kind is BlockKind.HEADING or heads_list(block, following, self.kind):
            self._heading(block, following)
        elif id(block) in self.tables.plans:
            self.emit(block, [(block.text, meaning("action-plan"))])
        elif id(block) in self.tables.inside or self.tables.is_detail(block):
            self.out.structure.append(block)
        else:
            self._content(block, following)

    def _row_of_case(self, block: Block) -> bool:
        """A cell of a table whose rows are cases."""
        opened = self.rows.opened(block) if self.entry is None or not self.entry.whole else None
        if opened:
            label, rest = opened
            self.around_rows = self.around_rows or (self.entry, self.section, self.level, self.heading)
            self.open_case(label, block)
            if rest:
                self.emit(block, [(sentence, meaning("context")) for sentence in sentences(rest)])
            else:
                self.out.structure.append(block)
            return True
        if self.around_rows is None or block.row is None or self.entry is None or self.entry.block.row != block.row:
            return False
        head = self.tables.head(block)
        found = cell_meaning(head)
        self.emit(block, [(block.text, found)], lead=head)
        return True

    # -- headings ----------------------------------------------------------------------------------------------

    def _heading(self, block: Block, following: Block | None) -> None:
        text = block.text
        if self.entry is None or not self.entry.whole:
            kind = kind_of(self.divider_text) if self.divider else None
            listed = self.divider is not None or bool(self.out.entries) or self.kind == "learning-digest"
            label = case_label(text, among_cases=listed, kind=kind)
            if label and not (label.test and self.kind in ("inspection-letter", "inspection-report")):
                self.out.structure.append(block)
                self.open_case(label, block)
                return
        if found := _PRIORITY.match(text):
            self.priority = PriorityMark(found["number"], found["title"].strip(), block)
            self.out.priorities.append(self.priority)
            self.out.structure.append(block)
            promise = self.section if self.section and self.section.promise else None
            self.close(None)
            self.enter(promise or meaning("activity"), block.level)
            self.heading = text
            return
        if told := numbered_as(block):
            self.out.structure.append(block)
            self.enter(told, block.level)
            self.heading, self.section_heading, self.one_point = text, block.text, True
            return
        known = meaning_of(text, self.kind)
        if self._work_above_list(text) and self._lead_heading(block, following):
            return
        if known is None and text.rstrip().endswith(":") and self._lead_heading(block, following):
            return
        self.out.structure.append(block)
        if known:
            self._known(known, block)
        else:
            self._unknown(block, following)
        self.heading = text

    def _known(self, known: Meaning, block: Block) -> None:
        whole = self.entry is not None and self.entry.whole
        if known.becomes == "contents":
            self.contents.open()
            self.enter(None, block.level)
            return
        if known.becomes == "divider":
            self.divider, self.divider_text = known, block.text
        if known.scope == "document" and not whole:
            self.close(known)
        if known.becomes == "judgement" and known.author_role == "scrutineer":
            self.scrutiny = True
        if known.becomes == "context" and self.entry is None and self.default and self.kind != "newsletter":
            known = meaning("method")
        box = (self.section, self.level, self.heading) if known.id == "case-study" and block.boxed else None
        self.enter(known, block.level)
        self.section_number = block.number
        asked = _ASKED.search(block.text) if known.becomes == "recommendation" else None
        if asked and names_organisation(asked["who"]):
            self.addressees = [asked["who"]]
        self.around_box = box
        self.section_heading = block.text

    def _unknown(self, block: Block, following: Block | None) -> None:
        acting = self.section is not None and self.section.becomes in ("recommendation", "action")
        if acting and names_organisation(block.text):
            self.addressees, self.lead = [block.text.rstrip(" :")], None
            return
        deeper = self.section is not None and self.level and block.level > self.level and _levelled(block)
        numbered = self.section is not None and block.number is not None and self._within(block.number)
        if self.section is not None and (deeper or numbered) and self.section.becomes not in ("aside", "divider"):
            self.lead, self.addressees = None, []
            alone = block.number is not None and block.number.isdigit()  # "3.2 Information sharing" tells several
            self.one_point = self.section.becomes == "finding" and alone and is_topic(block.text)
            return
        if self.entry is not None and self.entry.whole and not self.default and self.of_one_case(block):
            return
        if self.default and (self.entry is None or self.entry.whole or self.kind == "newsletter"):
            kept = self.section if self.section and self.section.becomes == "activity" else self.default
            self.enter(kept, block.level)
            return
        if self.topic_of_learning(block):
            self.lead = None
            return
        self.enter(None, block.level)

    def _within(self, number: str) -> bool:
        """Whether a heading's number is counted inside the section ("3.1" in 3, or 1, 2, 3 in one without a number)."""
        return self.section_number is None or number.startswith(f"{self.section_number}.")

    def _work_above_list(self, text: str) -> bool:
        """ "The following procedures were updated:" tells of work; its list completes the sentence."""
        working = self.section is not None and self.section.becomes == "activity"
        return (
            working and bool(re.search(r"\bfollowing\b.*\b(?:was|were|have been)\b.*:$", text)) and tells_of_work(text)
        )

    def _lead_heading(self, block: Block, following: Block | None) -> bool:
        """A line ending in a colon that is a lead-in, or that names who or what a list below is about."""
        found = lead_in_of(block.text)
        listed = following is not None and following.kind in ITEMS
        if found:
            self.out.structure.append(block)
            self.lead, self.fresh = (found, block.text), False
            self.heading = block.text
            return True
        if not listed and not (self.section and self.section.becomes == "activity"):
            return False
        working = self.section is not None and self.section.becomes == "activity" and tells_of_work(block.text)
        if working and re.search(r"\bfollowing\b|\b(?:on|at):$", block.text):
            self._content(block, following)
            self.lead = (meaning("parts"), block.text) if listed else None
            return True
        if self.section is not None and self.section.becomes not in ("aside", "divider"):
            self.out.structure.append(block)
            self.lead = (self.section, block.text) if listed else None
            if listed and cue("passages", "asks").search(block.text):
                self.addressees = leads_of(block.text) or self.addressees
            return True
        return False

    # -- content -----------------------------------------------------------------------------------------------
    def _content(self, block: Block, following: Block | None) -> None:
        if self.around_box and not block.boxed:  # the box is over: the section around it goes on
            section, level, self.heading = self.around_box
            self.enter(section, level)
            self.around_box = None
        item = block.kind in ITEMS
        self.numbered = block.kind is BlockKind.NUMBERED
        if self.lead and self.numbered and self.lead_number and (block.number or "").isdigit():
            self.lead, self.lead_number = None, None  # the numbered paragraphs go on after the list of one of them
        if not item:
            self.lead = None
            if self._below_finding(block):
                return
        if self._labelled_item(block):
            return
        if block.kind is BlockKind.CELL and self._names_column(block):
            self.out.structure.append(block)
            return
        head = self.tables.head(block) if block.kind is BlockKind.CELL else None
        if head and (found := meaning_of(head, self.kind)):
            self._cell(block, found)
            return
        ends_open = re.search(r":-?$", block.text) is not None
        if ends_open and following is not None:
            if following.kind in ITEMS and self._open_list(block, following):
                return
            if following.kind is BlockKind.HEADING and self.section is not None and self.section.becomes == "activity":
                self.out.structure.append(block)
                return
        self.emit(block, self._units(block, item), lead=self.lead[1] if self.lead and item else None)
        told = block.kind is BlockKind.NUMBERED and self.section is not None and self.section.becomes == "finding"
        alone = numbered_as(block) is not None or not re.search(r"[.;,]$", block.text)
        below = following is not None and following.kind is BlockKind.PARAGRAPH
        self.explained = self.section if told and alone and below and len(block.text.split()) <= _HEADLINE else None

    def _below_finding(self, block: Block) -> bool:
        """Text below a heading that numbers one finding, or below the finding itself, which it explains."""
        if self.section is None or self.section.becomes != "finding" or block.kind is not BlockKind.PARAGRAPH:
            return False
        if self.one_point and len(block.text) <= _ONE_POINT and not lead_in_of(block.text):
            self.one_point = False
            self.emit(block, [(block.text, self.section)], lead=self.heading)
            return True
        if self.explained is None or self.explained is not self.section:
            return False
        self.emit(block, [(block.text, meaning("explanation"))])
        return True

    def _cell(self, block: Block, found: Meaning) -> None:
        """A cell under a head that is understood, with what its row says of it."""
        facts, before = self.tables.facts(block), self.addressees
        self.addressees = facts.leads if facts and facts.leads else before
        self.emit(block, [(block.text, found)], lead=self.tables.head(block), number=facts.number if facts else None)
        self.addressees = before

    def _names_column(self, block: Block) -> bool:
        """A head of a table, or the cell that says who is to act in its row (kept as the row's addressee)."""
        head = block.row == 1 and block.column_head is None and meaning_of(block.text, self.kind) is not None
        who = cue("passages", "who-column").search(
            block.column_head or block.text if block.row == 1 else block.column_head or ""
        )
        return head or who is not None

    def _labelled_item(self, block: Block) -> bool:
        """ "Child K (category): the review agreed …" in a list of notifications is a case of its own."""
        counted = self.entry is None and self.section is not None and self.section.becomes == "statistic"
        notified = counted and re.search(r"\b(?:notifications?|incidents?|reviews?)\b", self.heading or "", re.I)
        if not notified and (self.divider is None or self.section is not self.divider):
            return False
        label, rest = labelled_item(block)
        if label is None:
            return False
        before = (self.entry, self.section, self.level, self.fresh, self.heading)
        self.open_case(label, block)
        self.heading = label.printed
        told = meaning("activity") if self.kind == "newsletter" else meaning("context")
        self.emit(block, [(sentence, told) for sentence in sentences(rest or block.text)])
        self.entry, self.section, self.level, self.fresh, self.heading = before
        return True

    def _open_list(self, block: Block, following: Block) -> bool:
        """A paragraph or item that ends in a colon above its list."""
        last = sentences(block.text)[-1]
        found = lead_in_of(last) or lead_in_of(re.split(r"\band (?=(?:the|our|its) )", last)[-1])
        if found is None and cue("passages", "asks").search(last) and self._may_ask():
            found = meaning("recommendations")
        if found and found.becomes == "recommendation":
            self.addressees = leads_of(last) or self.addressees
        nested = block.kind in ITEMS and following.level > block.level
        if found:
            before = sentences(block.text)[:-1]
            if before:
                self.emit(block, [(sentence, self.meaning_here()) for sentence in before])
            else:
                self.out.structure.append(block)
            self.lead, self.lead_number = (found, last), block.number
            return True
        if nested and self.meaning_here() is not None:
            self.out.structure.append(block)
            return True
        if self.meaning_here() is not None and cue("passages", "bare-lead").fullmatch(block.text):
            self.out.structure.append(block)
            return True
        working = self.section is not None and self.section.becomes == "activity"
        if working and block.kind is BlockKind.PARAGRAPH and not re.search(r"\bfollowing\b", last):
            self.out.structure.append(block)
            return True
        return False

    def _may_ask(self) -> bool:
        """Whether a sentence that asks for something above a list makes recommendations here."""
        return self.section is None or self.section.becomes in ("recommendation", "finding", "judgement")

    def _units(self, block: Block, item: bool) -> list[Unit]:
        found = self.meaning_here()
        if (
            found
            and found.becomes in ("recommendation", "finding")
            and cue("passages", "action-label").match(block.text)
        ):
            return [(block.text, meaning("actions"))]
        loose = is_loose(found) and not (self.lead and found)
        if item and (told := numbered_as(block)) and is_free(found):
            return [(block.text, told)]
        if item:
            unsaid = loose and self.entry is not None and (self.fresh or found is None)
            if unsaid and (opened := lead_in_of(block.text)):
                found = opened
                if block.kind is BlockKind.BULLET:
                    self.lead = (opened, block.text)
            return item_units(block, found)
        if loose or found is None:
            explicit = found is not None and found.id != "story" and found.becomes == "context" and not self.fresh
            may_open = self.entry is not None or self.default is not None
            learned = (found is None or (self.fresh and not explicit)) and self.learned_here()
            return opened_units(block, found, explicit=explicit, may_open=may_open, learned=learned)
        if self.entry is not None and found.becomes == "activity":
            return activity_units(block, found)
        return prose_units(block, found)
