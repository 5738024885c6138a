"""Blocks to passages: each item or sentence with its section's meaning, its case, its addressee and its priority.

One walk down the document. A heading may open a case, a section whose meaning is known, a priority, or name who is to
act; a lead-in ("Learning identified included:") holds for its paragraph and the list below. What stands under a
heading that is not understood keeps no meaning: the builder lists it as rejected instead of guessing.
"""

from __future__ import annotations

import re

from graph.records import DocumentKind, ReviewKind
from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.named import named_alone, named_review
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cases.numbered import numbered_cases
from loaders.parse.cases.references import case_label, refers
from loaders.parse.cases.rows import CaseRows, cell_units
from loaders.parse.cues import cue
from loaders.parse.items.leads import leads_of
from loaders.parse.items.status import tells_of_work
from loaders.parse.items.tables import Tables
from loaders.parse.items.terms import terms_line
from loaders.parse.layout.content import CROSSES, TICKS, Content
from loaders.parse.layout.document import Front
from loaders.parse.layout.heads import is_topic
from loaders.parse.layout.place import same_case
from loaders.parse.layout.stories import goes_on, story
from loaders.parse.layout.units import (
    heads_list,
    numbered_as,
    opened_units,
)
from loaders.parse.passages import ITEMS, Entry, Outline, PriorityMark
from loaders.parse.sections import Meaning, lead_in_of, meaning, meaning_of, names_organisation
from loaders.parse.sentences import sentences
from loaders.trackers.vocabulary import field_of

_OF_ROW = 60  # passages that one row of a table may hold
_ASKED = re.compile(r"\brecommendations? (?:for|to) (?:the )?(?P<who>[\w’' ]{3,60})$", re.I)
_NO_STORIES = ("annual-report", "action-tracker", "inspection-letter", "inspection-report")
_REF_FIRST = re.compile(
    r"(?P<ref>(?:[A-Z]{1,6}[ -]?)?\d{1,4}(?:[/-]\d{1,4})*)\s*[:–—-]\s+(?=\S)"
)  # "RR7: what was good"
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
    told = kind_of(front.document.title)
    rows = CaseRows(blocks, told)
    walk = _Walk(front.document.kind, meaning(front.default) if front.default else None, tables, rows)
    signs = {block.raw.lstrip()[:1] for block in blocks if block.kind is BlockKind.BULLET}
    walk.ticked = bool(signs & {*TICKS}) and bool(signs & {*CROSSES})
    walk.by_number = numbered_cases(blocks)
    walk.text = " ".join(block.text for block in blocks)
    walk.told_plainly = whole is not None or not cue("prose", "reviewed").search(walk.text)
    walk.told = told if front.document.kind == "learning-digest" and told != "learning-review" else None
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


def _body(heading: str) -> str:
    """The body that a heading names ("For the Board:" is for the Board)."""
    return re.sub(r"^(?:recommendations? )?(?:for|to) (?:the )?", "", heading.rstrip(" :"), flags=re.I)


def _counted_beside(case: Block, block: Block) -> bool:
    """Whether a heading is counted in one row with that of a case ("2. Robin", "3. New since we met")."""
    one, other = case.number or "", block.number or ""
    return one.isdigit() and other.isdigit() and int(one) < int(other)


_TITLED = re.compile(r"recommendation (?P<ref>\d{1,2}[a-z]?)\s*[-–—:.]\s*(?P<text>\S+(?: \S+){2,})$", re.I)


_TESTED = re.compile(
    r"^(?:what|how) (?:we|they|(?:the )?auditors?|the (?:audit )?team)(?: have| had)? (?:did|done)\b", re.I
)


def _levelled(block: Block) -> bool:
    """Whether a heading's level is known (font size, a markdown sign) and not guessed from its shape."""
    return block.size is not None or block.raw.lstrip().startswith("#")


class _Walk(Content):
    """The walk itself: what each block does to the place, and the passages it yields there."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables, rows: CaseRows) -> None:
        super().__init__(kind, default, tables)
        self.rows = rows
        self.text = ""  # of the whole document
        self.in_story = False  # the case at hand was opened by a paragraph
        self.lower: set[int] = set()  # ids of the cases below whose heading stood one that is not in capitals
        self.above: tuple[Block | None, int] = (None, 0)  # the last heading, and how many passages stood above it
        self.told_plainly = False  # nothing in the document says that it tells of several reviews
        self.resumed = False  # headings of sections name their case
        self.by_number: set[int] = set()  # headings that open a case by a number alone
        self.told: ReviewKind | None = None  # the kind of all its reviews, where the title says it
        self.around_rows: tuple[Entry | None, Meaning | None, int, str | None] | None = None  # what a table interrupts

    # -- one block ---------------------------------------------------------------------------------------------
    def step(self, block: Block, following: Block | None) -> None:
        """Take one block; `following` stands below it."""
        self._box(block)
        if block.kind is BlockKind.PARAGRAPH and self._of_all(block):
            self.close(None)
            self.enter(meaning("cross-cutting"), self.level)
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
        elif self._story(block):
            pass
        elif self._says_terms(block):
            self.emit(block, [(block.text, self.meaning_here())])
        elif block.kind is BlockKind.HEADING or heads_list(block, following, self.kind):
            self._heading(block, following)
        elif id(block) in self.tables.plans:
            self.emit(block, [(block.text, meaning("action-plan"))])
        elif id(block) in self.tables.inside or self.tables.is_detail(block):
            self.out.structure.append(block)
        else:
            self.content(block, following)

    def _of_all(self, block: Block) -> bool:
        """Whether a paragraph below a case speaks of all of them ("Both reviews show that …")."""
        several = len(self.out.entries) > 1 and self.entry is not None and not self.entry.whole
        return several and cue("prose", "of-all-reviews").match(block.text) is not None

    def _box(self, block: Block) -> None:
        """Where a box that held text is over, the section around it goes on; one that held a heading alone heads."""
        if block.boxed:
            if self.around_box is None:
                self.around_box, self.boxed_text = (self.entry, self.section, self.level, self.heading), False
            self.boxed_text |= block.kind is not BlockKind.HEADING
        elif self.around_box is not None:
            entry, section, level, heading = self.around_box
            if self.boxed_text and entry is self.entry and section is not None:
                self.enter(section, level)
                self.heading = heading
            self.around_box = None

    def _story(self, block: Block) -> bool:
        """A paragraph that tells a case of its own, where the heading above it leaves open what stands here."""
        if (
            block.kind is not BlockKind.PARAGRAPH
            or self.lead
            or self.heading is None
            or self.kind in _NO_STORIES
            or self.told_plainly
        ):
            return False
        if (self.entry is not None and not self.in_story) or (
            self.section is not None and self.section is not self.default
        ):
            return False
        label = story(block, self.told, named=self.default is not None)
        if label is None and self.in_story and self.entry is not None:
            if goes_on(block.text, self.entry.label):
                self.emit(block, [(sentence, meaning("context")) for sentence in sentences(block.text)])
                return True
            self.entry, self.in_story = None, False
        if label is None:
            return False
        above, told = self.above
        if above and told == len(self.out.passages) and label.name and label.name.casefold() in above.text.casefold():
            self.open_case(label, above)  # the heading is that of the case ("Wren's story")
            self.emit(block, opened_units(block, meaning("context"), explicit=False, may_open=True))
            self.fresh = True
            return True
        section, level, heading = self.section, self.level, self.heading
        self.open_case(label, block)
        self.in_story = True
        self.emit(block, opened_units(block, meaning("context"), explicit=False, may_open=True))
        self.section, self.level, self.heading, self.fresh = section, level, heading, False
        return True

    def _says_terms(self, block: Block) -> bool:
        """Whether a line says who is to do what is asked above it, and by when; the list it stands in goes on."""
        asking = self.meaning_here()
        return asking is not None and asking.becomes in ("recommendation", "action") and bool(terms_line(block.text))

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
        if head and field_of(head) == "status" and self._stands(block):
            self.out.structure.append(block)
            return True
        self.emit(block, [*cell_units(block, head)], lead=head)
        return True

    def _stands(self, block: Block) -> bool:
        """Give the actions of a row what its column of status says; False where the row has none."""
        acts = [
            passage
            for passage in self.out.passages[-_OF_ROW:]
            if passage.entry is self.entry
            and passage.block.row == block.row
            and passage.meaning is not None
            and passage.meaning.becomes == "action"
        ]
        for passage in acts:
            passage.stands = block.text
        return bool(acts)

    # -- headings ----------------------------------------------------------------------------------------------

    def _heading(self, block: Block, following: Block | None) -> None:
        text = block.text
        self.above = (block, len(self.out.passages))
        if self.entry is not None and not text.isupper():
            self.lower.add(id(self.entry))
        if self.in_story:  # a case told in a paragraph ends with the part it is told in
            self.entry, self.in_story = None, False
        if self.entry is None or not self.entry.whole:
            kind = kind_of(self.divider_text) if self.divider else self.told
            listed = self.divider is not None or bool(self.out.entries) or self.kind == "learning-digest"
            label = case_label(text, among_cases=listed, kind=kind)
            if label is None and listed:
                label = named_review(text, self.text) or (named_alone(text, following.text) if following else None)
            if label is None and id(block) in self.by_number:
                label = CaseLabel(text, kind_of(text) or kind or "other")
            if label and self._told_on(label, block):
                return
            if label and not (label.test and self.kind in ("inspection-letter", "inspection-report")):
                self.out.structure.append(block)
                self.open_case(label, block)
                return
        if self._again(block):
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
        if self._asked_by_title(block, following):
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

    def _asked_by_title(self, block: Block, following: Block | None) -> bool:
        """A heading that says what was asked ("Recommendation 2 – Safer sleep"), above what became of it."""
        titled = _TITLED.match(block.text)
        below = meaning_of(following.text, self.kind) if following and following.kind is BlockKind.HEADING else None
        if titled is None or below is None or below.becomes not in ("action", "impact", "status"):
            return False
        self.enter(meaning("recommendations"), block.level)
        self.heading = self.section_heading = block.text
        self.emit(block, [(titled["text"], meaning("recommendations"))], number=titled["ref"])
        return True

    def _told_on(self, label: CaseLabel, block: Block) -> bool:
        """A heading that names a case told above and says what stands here ("Findings of the Child H review")."""
        known = meaning_of(block.text, self.kind)
        entry = next((entry for entry in self.out.entries if same_case(entry.label, label)), None)
        repeated = entry is not None and key(entry.label.printed) == key(label.printed)  # from the list of contents
        if (
            entry is None
            or repeated
            or entry.whole
            or known is None
            or known.becomes in ("contents", "divider", "context")
        ):
            return False
        self.entry, self.resumed = entry, True
        self.out.structure.append(block)
        self._known(known, block)
        self.heading = block.text
        return True

    def _again(self, block: Block) -> bool:
        """A heading that says of which of the cases above its section is ("Robin – key findings")."""
        if self.entry is not None and self.entry.whole:
            return False
        named = [
            entry
            for entry in self.out.entries
            if entry.label.name
            and entry.label.name in block.text
            and re.search(rf"\b{re.escape(entry.label.name)}\b", block.text)
        ]
        numbered = _REF_FIRST.match(block.text)
        if not named and numbered:
            named = [entry for entry in self.out.entries if refers(numbered["ref"], entry.label)]
        if len(named) != 1:
            return False
        name = numbered["ref"] if numbered else named[0].label.name or ""
        rest = re.sub(
            rf"^{re.escape(name)}(?:['’]s?)?\s*[-–—:(]*\s*|\s*[-–—:(]*\s*{re.escape(name)}\)?$", "", block.text
        )
        known = meaning_of(rest, self.kind) if rest != block.text else None
        if known is None or known.becomes in ("contents", "divider"):
            return False
        self.entry = named[0]
        self.resumed = True
        self.out.structure.append(block)
        self._known(known, block)
        self.heading = block.text
        return True

    def _known(self, known: Meaning, block: Block) -> None:
        whole = self.entry is not None and self.entry.whole
        if known.becomes == "contents":
            self.contents.open()
            self.enter(None, block.level)
            return
        if known.becomes == "divider":
            self.divider, self.divider_text = known, block.text
        after_all = (
            self.resumed and not whole and not self._of_entry(block) and known.becomes in ("action", "recommendation")
        )
        if (known.scope == "document" and not whole) or after_all:
            self.close(known)
        if known.becomes == "judgement" and known.author_role == "scrutineer":
            self.scrutiny = True
        if known.becomes == "context" and self.entry is None and self.default and self.kind != "newsletter":
            known = meaning("method")
        testing = self.entry is not None and self.entry.label.test and not self.learned
        if known.id == "actions-done" and testing and _TESTED.search(block.text):
            known = meaning("method")  # what those who tested did, before they say what they found
        self.enter(known, block.level)
        self.section_number = block.number
        asked = _ASKED.search(block.text) if known.becomes == "recommendation" else None
        if asked and names_organisation(asked["who"]):
            self.addressees = [asked["who"]]
        self.section_heading = block.text

    def _of_entry(self, block: Block) -> bool:
        """Whether a heading names the case at hand, as those of its sections do, or stands below the case's."""
        name = self.entry.label.name if self.entry else None
        deeper = self.entry is not None and block.level > self.entry.block.level
        return deeper or (name is not None and name in block.text)

    def _unknown(self, block: Block, following: Block | None) -> None:
        acting = self.section is not None and self.section.becomes in ("recommendation", "action")
        if acting and names_organisation(block.text):
            self.addressees, self.lead = [_body(block.text)], None
            return
        deeper = self.section is not None and self.level and block.level > self.level and _levelled(block)
        numbered = self.section is not None and block.number is not None and self._within(block.number)
        if self.section is not None and (deeper or numbered) and self.section.becomes not in ("aside", "divider"):
            self.lead, self.addressees = None, []
            alone = block.number is not None and block.number.isdigit()  # "3.2 Information sharing" tells several
            self.one_point = self.section.becomes == "finding" and alone and is_topic(block.text)
            return
        if self.parts_section(block):
            self.lead = None
            return
        if self.entry is not None and self.entry.whole and not self.default and self.of_one_case(block):
            return
        if self._ends_case(block):
            self.close(self.default)
        if self.default and (self.entry is None or self.entry.whole or self.kind == "newsletter"):
            kept = self.section if self.section and self.section.becomes == "activity" else self.default
            self.enter(kept, block.level)
            return
        if self.topic_of_learning(block):
            self.lead = None
            return
        self.enter(None, block.level)

    def _ends_case(self, block: Block) -> bool:
        """Whether a heading not known ends the case above it.

        One set as high as that of the case opens another article of a newsletter; a statement of a chair or a
        scrutineer ("Statement of the Independent Scrutineer") is of the whole document.
        """
        entry = self.entry
        if entry is not None and not entry.whole and cue("passages", "authored-heading").search(block.text):
            return True
        if entry is not None and not entry.whole and _counted_beside(entry.block, block):
            return True
        alike = _levelled(block) or (entry is not None and bool(block.bold) and bool(entry.block.bold))
        if entry is not None and id(entry) in self.lower and entry.block.text.isupper():
            alike = alike or block.text.isupper()  # capitals again, where the headings between had none
        as_high = entry is not None and entry.block.level and block.level <= entry.block.level and alike
        return self.kind == "newsletter" and bool(as_high)

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
            self.content(block, following)
            self.lead = (meaning("parts"), block.text) if listed else None
            return True
        if self.section is not None and self.section.becomes not in ("aside", "divider"):
            self.out.structure.append(block)
            self.lead = (self.section, block.text) if listed else None
            if listed and cue("passages", "asks").search(block.text):
                self.addressees = leads_of(block.text) or self.addressees
            return True
        return False
