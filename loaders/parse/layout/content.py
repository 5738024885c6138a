"""What a block that is no heading yields: items, cells and sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.coding import polarity_of
from loaders.parse.cases.labelled import labelled_item, reviewed_in
from loaders.parse.cues import cue
from loaders.parse.items.leads import bodies_of
from loaders.parse.items.marked import each_marked, marked
from loaders.parse.items.status import worded
from loaders.parse.items.tables import Tables
from loaders.parse.layout.bracketed import update_behind
from loaders.parse.layout.followed import asked_by_letter, followed_units, heads_one
from loaders.parse.layout.judging import Unit, points_of
from loaders.parse.layout.lists import Lists, announces, asks
from loaders.parse.layout.reported import reported
from loaders.parse.layout.requested import names_a_thing, parts_done, requests
from loaders.parse.layout.reviewed import units_of_review
from loaders.parse.layout.stories import brings_in_child, named_first
from loaders.parse.layout.units import (
    activity_units,
    below_list_units,
    is_free,
    is_loose,
    item_units,
    judged_units,
    numbered_as,
    opened_units,
    prose_units,
)
from loaders.parse.passages import ITEMS, Entry
from loaders.parse.sections import Meaning, lead_in_of, meaning, meaning_of
from loaders.parse.sentences import sentences

TICKS, CROSSES = "✓✔✅☑", "✗✘✖✕❌☒"
_BRACKET = re.compile(r"\s*\[(?P<who>[^\];]{2,60})(?:;\s*(?P<when>[^\]]{2,60}))?\]\s*")  # "[Head of Housing; now May]"
_ONE_POINT = 700  # characters: the text below a numbered topic is one finding; longer, each of its sentences
_LABEL = 4  # words of a label before its text
_OF_WORK = ("action", "activity", "status")
_HEADLINE = 30  # words of a finding that is told as a headline


class Content(Lists):
    """A place that reads text."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables) -> None:
        super().__init__(kind, default)
        self.tables = tables
        self.asked = ""  # the last of such requests
        self.asked_under: tuple[Entry | None, str | None] = (
            None,
            "",
        )  # where a recommendation was taken up by its letter
        self.ticked = False  # ticks and crosses stand side by side in the document

    def content(self, block: Block, following: Block | None) -> None:
        """Yield what a block of text says here; `following` tells whether a list stands below it."""
        item = block.kind in ITEMS
        self.numbered = block.kind is BlockKind.NUMBERED
        if self.lead and self.numbered and self.lead_number and _counts_on(self.lead_number, block.number or ""):
            self.lead, self.lead_number = None, None  # the numbered paragraphs go on after the list of one of them
        if not item:
            self.lead = None
            if self._below_finding(block):
                return
        if self._labelled_item(block) or self._asked_and_answered(block, following):
            return
        if block.kind is BlockKind.CELL and self._names_column(block):
            self.out.structure.append(block)
            return
        head = self.tables.head(block) if block.kind is BlockKind.CELL else None
        if head and (found := meaning_of(head, self.kind)):
            self._cell(block, found)
            return
        if following is not None and announces(block, following):
            if following.kind in ITEMS and self.open_list(block, following):
                return
            if following.kind is BlockKind.HEADING and self.section is not None and self.section.becomes == "activity":
                self.out.structure.append(block)
                return
        self.emit(
            block, self._signed(block, self.units(block, item)), lead=self.lead[1] if self.lead and item else None
        )
        told = block.kind is BlockKind.NUMBERED and self.section is not None and self.section.becomes == "finding"
        alone = numbered_as(block) is not None or not re.search(r"[.;,]$", block.text)
        below = following is not None and following.kind is BlockKind.PARAGRAPH
        self.explained = self.section if told and alone and below and len(block.text.split()) <= _HEADLINE else None

    def _signed(self, block: Block, units: list[Unit]) -> list[Unit]:
        """Learning led by a tick is praise and led by a cross is blame, where the document uses both.

        So is what stands directly below a case, where no heading says what it is.
        """
        sign = block.raw.lstrip()[:1]
        if not self.ticked or block.kind is not BlockKind.BULLET or sign not in TICKS + CROSSES:
            return units
        told = meaning("good-practice" if sign in TICKS else "needs-improvement")
        below_case = self.entry is not None and self.section is None and not self.lead
        return [
            (
                text,
                told if (found is not None and found.id == "learning") or (below_case and is_loose(found)) else found,
            )
            for text, found in units
        ]

    def _below_finding(self, block: Block) -> bool:
        """Text below a heading that numbers one finding, or below the finding itself, which it explains."""
        if self.section is None or self.section.becomes != "finding" or block.kind is not BlockKind.PARAGRAPH:
            return False
        if self.one_point and len(block.text) <= _ONE_POINT and not lead_in_of(block.text):
            self.one_point = False
            points = points_of(block.text)
            self.emit(block, points or [(block.text, self.section)], lead=None if points else self.heading)
            return True
        if self.explained is None or self.explained is not self.section:
            return False
        self.emit(block, [(block.text, meaning("explanation"))])
        return True

    def _cell(self, block: Block, found: Meaning) -> None:
        """A cell under a head that is understood, with what its row says of it."""
        if found.id == "you-said" and self.entry is not None and self.entry.label.test is None:
            found = meaning("learning")  # beside what was done since, in the table of one review: what it was told
        facts, before = self.tables.facts(block), self.addressees
        self.addressees = facts.leads if facts and facts.leads else before
        number, due = (facts.number, facts.due) if facts else (None, None)
        told = parts_done(block.text) if found.becomes == "action" else [block.text]
        self.emit(block, [(one, found) for one in told], lead=self.tables.head(block), number=number, due=due)
        self.addressees = before

    def _names_column(self, block: Block) -> bool:
        """A head of a table, or the cell that says who is to act in its row (kept as the row's addressee)."""
        head = block.row == 1 and block.column_head is None and meaning_of(block.text, self.kind) is not None
        who = cue("passages", "who-column").search(
            block.column_head or block.text if block.row == 1 else block.column_head or ""
        )
        return head or who is not None

    def _asked_and_answered(self, block: Block, following: Block | None) -> bool:
        """An item of a note of a meeting that says what was to be done, and behind or below it how far it is."""
        if block.kind is not BlockKind.NUMBERED or self.entry is None or not is_loose(self.meaning_here()):
            return False
        if numbered_as(block) is not None or reported(block.text):  # asked by a review, whatever was done since
            return False
        asked, *answer = sentences(_BRACKET.sub(" ", block.text))
        if self.entry.label.name and asked.startswith(self.entry.label.name):
            return False  # "Robin asked that her words should come first": of the child, not of a meeting
        below = following.text if following is not None and following.kind is BlockKind.PARAGRAPH else ""
        told = " ".join(answer) or below
        if worded(told).status == "not-stated" or not asks(asked):
            return False
        terms = _BRACKET.search(block.text)
        before, self.addressees = self.addressees, bodies_of(terms["who"]) if terms else self.addressees
        due = terms["when"].rpartition("now ")[2].strip() if terms and terms["when"] else None
        self.emit(block, [(asked, meaning("actions"))], due=due)
        self.out.passages[-1].stands = told
        self.addressees = before
        return True

    def _labelled_item(self, block: Block) -> bool:
        """ "Child K (category): the review agreed …" in a list of notifications is a case of its own."""
        counted = self.entry is None and self.section is not None and self.section.becomes == "statistic"
        notified = counted and re.search(r"\b(?:notifications?|incidents?|reviews?)\b", self.heading or "", re.I)
        if not notified and (self.divider is None or self.section is not self.divider):
            return self._story_item(block)
        label, rest = labelled_item(block)
        if label is None:
            return False
        before = self.around()
        self.open_case(label, block)
        self.heading = label.printed
        told = meaning("activity") if self.kind == "newsletter" else meaning("context")
        self.emit(block, [(sentence, told) for sentence in sentences(rest or block.text)])
        self.go_on(before)
        return True

    def _story_item(self, block: Block) -> bool:
        """An item of a list that opens with the child it tells of ("Child P (aged 3) – died …"), outside every case."""
        if self.entry is not None:
            return False
        if self._review_of_paragraph(block):
            return True
        if block.kind is not BlockKind.BULLET or not is_loose(self.section):
            return False
        if told := named_first(block.text):
            self.open_case(told, block)
            alone = replace(block, kind=BlockKind.PARAGRAPH)
            self.emit(block, opened_units(alone, meaning("context"), explicit=False, may_open=True))
            self.entry, self.section, self.fresh = None, None, False
            return True
        label, rest = labelled_item(block)
        if label is None or label.name is None or not rest or not brings_in_child(block.text, label.name):
            return False
        self.open_case(label, block)
        self.emit(block, [(block.text[: block.text.find(rest)].strip(" :–—-"), meaning("context"))])
        alone = replace(block, text=rest, kind=BlockKind.PARAGRAPH)
        units = opened_units(alone, meaning("context"), explicit=False, may_open=True)
        self.emit(block, units)
        self.entry, self.section, self.fresh = None, None, False
        return True

    def _review_of_paragraph(self, block: Block) -> bool:
        """A numbered paragraph of minutes that opens with the review it tells of ('2.3 SCR "Otto" (2019). Signed.')."""
        among = is_loose(self.section) or (self.section is not None and self.section.becomes in _OF_WORK)
        counted = block.kind is BlockKind.NUMBERED and "." in (block.number or "")
        label = reviewed_in(block.text) if among and counted else None
        if label is None:
            return False
        before = self.around()
        self.open_case(label, block)
        self.emit(block, units_of_review(block, label))
        self.go_on(before)
        self.entry, self.fresh = None, False
        return True

    def units(self, block: Block, item: bool) -> list[Unit]:
        """The units of a block with their meanings; `item`: it is one of a list."""
        found = self.meaning_here()
        asking = found is not None and found.becomes == "recommendation"
        if asking and (updated := update_behind(block.text)):
            asked, since = updated
            return [*self.units(replace(block, text=asked), item), *((one, meaning("actions")) for one in since)]
        reports = reported(block.text) if self._may_report(block, found) else []
        if len(reports) > 1 or (reports and reports[0][0] != block.text):
            return [
                unit
                for text, name in reports
                for unit in ([(text, meaning(name))] if name else self.units(replace(block, text=text), item))
            ]
        if (
            found
            and found.becomes in ("recommendation", "finding")
            and cue("passages", "action-label").match(block.text)
        ):
            return [(block.text, meaning("actions"))]
        loose = is_loose(found) and not (self.lead and found)
        if not self.kind.startswith("inspection") and self._marked(block, found, loose=loose):
            return [(one, meaning("actions") if marked(one) is not None else found) for one in each_marked(block.text)]
        prose = block.kind is BlockKind.PARAGRAPH or "." in (block.number or "")
        below_one = asking and heads_one(self.heading) and not requests(sentences(block.text)[0])
        if (loose or below_one) and prose and self.asked_under == (self.entry, self.heading):
            return followed_units(block, self.asked)
        if loose and (numbered_as(block) or meaning("asked")).becomes == "recommendation" and asked_by_letter(block):
            self.asked_under, self.asked = (self.entry, self.heading), block.text
            return [(block.text, meaning("recommendations"))]
        if asking and heads_one(self.heading) and prose:
            # what asks for nothing below it tells what became of it
            self.asked_under, self.asked = (self.entry, self.heading), block.text
        if item and (told := numbered_as(block)) and (is_free(found) or (found and found.becomes == "aside")):
            if found and found.becomes == "aside":
                self.section = None  # "Finding 2" ends the questions below the first
            return item_units(block, told) if told.becomes == "recommendation" else [(block.text, told)]
        inspected = self.kind.startswith("inspection")  # whose areas to improve are what it found
        if item and not inspected and found is not None and found.id == "needs-improvement" and self._to_improve(block):
            return [(block.text, meaning("recommendations"))]
        paragraph = block.kind is BlockKind.NUMBERED and len(sentences(block.text)) > 1
        prose = paragraph and "." in (block.number or "")
        judged = paragraph and found is not None and found.becomes == "judgement"  # of a letter in numbered paragraphs
        if not item and found is not None and found.becomes in ("action", "activity"):
            opened = lead_in_of(block.text)
            if opened is not None and opened.id == "cross-cutting":
                return [(sentence, opened) for sentence in sentences(block.text)]  # "Looking across the reviews, …"
        if item and not (judged or (prose and loose)):
            unsaid = loose and self.entry is not None and (self.fresh or found is None)
            if unsaid and (opened := lead_in_of(block.text)):
                found = opened
                if block.kind is BlockKind.BULLET:
                    self.lead = (opened, block.text)
            return item_units(block, found, inspected=self.kind.startswith("inspection"))
        if loose or found is None:
            reviewed = self.entry is None and cue("prose", "review-found").match(block.text) is not None
            background = found is not None and found.id != "story" and found.becomes == "context" and not self.fresh
            explicit = background and not reviewed  # "A recent rapid review found that …" is learning under any heading
            may_open = reviewed or self.entry is not None or self.default is not None or self._labelled_learning(block)
            learned = (found is None or (self.fresh and not explicit)) and self.learned_here()
            units = opened_units(block, found, explicit=explicit, may_open=may_open, learned=learned)
            return judged_units(units) if found is None and learned else units
        if self.entry is not None and found.becomes == "activity":
            return activity_units(block, found)
        if found.becomes in ("recommendation", "finding") and self._below_list():
            return below_list_units(block, found)
        return prose_units(block, found)

    def _marked(self, block: Block, found: Meaning | None, *, loose: bool) -> bool:
        """Whether a block is an action by its mark; among what is not kept, only one that says who is to act."""
        told = marked(block.text) if block.kind is not BlockKind.CELL else None
        aside = (
            found is not None and found.becomes == "aside" and cue("passages", "to-do").match(told or "") is not None
        )
        tracked = found is not None and found.becomes == "status"
        return told is not None and (loose or aside or tracked)

    def _may_report(self, block: Block, found: Meaning | None) -> bool:
        """Whether requests may be reported here among other things; elsewhere `opened_units` reads them."""
        if self.lead or numbered_as(block) is not None:
            return False
        if block.kind is BlockKind.NUMBERED and len(sentences(block.text)) > 1 and is_loose(found):
            return True
        told = found is not None and found.becomes in ("finding", "explanation", "judgement")
        return told and block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)

    def _to_improve(self, block: Block) -> bool:
        """An item under "What needs to improve" that names a thing and says nothing of how it is: it is asked for."""
        said = f"{self.section_heading or self.heading or ''} {self.lead[1] if self.lead else ''}"
        blamed = polarity_of(block.text, None) == "shortfall"  # "The over-reliance on mothers" is what was found
        return cue("passages", "to-improve").search(said) is not None and names_a_thing(block.text) and not blamed

    def _below_list(self) -> bool:
        """Whether the block above is an item of a list in the same section."""
        last = self.out.passages[-1] if self.out.passages else None
        return last is not None and last.block.kind in ITEMS and last.heading == self.heading

    def _labelled_learning(self, block: Block) -> bool:
        """Whether a paragraph among reviews says by its label that it is learning or asks ("Learning: …")."""
        label, colon, _ = block.text.partition(": ")
        found = meaning_of(label, self.kind) if colon and self.out.entries and len(label.split()) <= _LABEL else None
        return found is not None and found.becomes in ("finding", "recommendation")


def _counts_on(before: str, number: str) -> bool:
    """Whether a paragraph bears the next number of those that count paragraphs ("3.3" after "3.2"), or a whole one."""
    return number.isdigit() or ("." in number and number.rpartition(".")[0] == before.rpartition(".")[0])
