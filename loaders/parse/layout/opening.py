"""What a heading opens: a case (`labelling.py`), an item (`stating.py`), a section, a priority, or who is to act.

What ends with it: `ending.py`. A heading that is not understood opens a section without a meaning,
or ends the case above it where it is set as high.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import DocumentKind
from graph.text import key
from loaders.blocks import Block
from loaders.parse.cases.codes import refers
from loaders.parse.cases.mentions import AGE
from loaders.parse.cases.naming import CaseLabel
from loaders.parse.cases.rows import CaseRows
from loaders.parse.cases.whose import body_line
from loaders.parse.cues import cue
from loaders.parse.items.leads import leads_of
from loaders.parse.items.status import tells_of_work
from loaders.parse.items.tables import Tables
from loaders.parse.layout.ending import levelled
from loaders.parse.layout.heads import is_topic
from loaders.parse.layout.labelling import Labelling
from loaders.parse.layout.lists import body_of
from loaders.parse.layout.place import same_case
from loaders.parse.layout.units import numbered_as
from loaders.parse.passages import ITEMS, PriorityMark
from loaders.parse.sections import Meaning, lead_in_of, meaning, meaning_of, names_organisation

_ASKED = re.compile(r"\brecommendations? (?:for|to) (?:the )?(?P<who>[\w’' ]{3,60})$", re.I)
_REF_FIRST = re.compile(
    r"(?P<ref>(?:[A-Z]{1,6}[ -]?)?\d{1,4}(?:[/-]\d{1,4})*)\s*[:–—-]\s+(?=\S)"
)  # "RR7: what was good"
_PRIORITY = re.compile(
    r"^(?:key |strategic )?priority (?P<number>\d+(?:\.\d+)*|[a-z])\s*[:.–—-]\s*(?P<title>.+)$", re.I
)
_TESTED = re.compile(
    r"^(?:what|how) (?:we|they|(?:the )?auditors?|the (?:audit )?team)(?: have| had)? (?:did|done)\b", re.I
)
_ABOUT = re.compile(r"about (?!us\b|the (?:partnership|board|group|author|reviewer|panel)\b)", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d\s*[–—:-]\s")  # "2031 – …"


class Opening(Labelling):
    """A place that headings move: what each of them opens, and what it ends."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables, rows: CaseRows) -> None:
        super().__init__(kind, default, tables)
        self.rows = rows
        self.in_story = False  # the case at hand was opened by a paragraph
        self.above: tuple[Block | None, int] = (None, 0)  # the last heading, and how many passages stood above it
        self.chapter = 0  # level of the heading whose part is all of one earlier review
        self.resumed = False  # headings of sections name their case
        self.areas: dict[int, str] = {}  # headings that name a body alone, above the cases of its area
        self.body: str | None = None  # the last of them

    def open_heading(self, block: Block, following: Block | None) -> None:
        """Take a heading; `following` stands below it."""
        text = block.text
        self.count_titles(block)
        self.above = (block, len(self.out.passages))
        if self.entry is not None and not text.isupper():
            self.lower.add(id(self.entry))
        self.body = self.areas.get(id(block), self.body)
        if id(block) in self.announced.ends:
            self.close(None)
        if self.chapter and block.level <= self.chapter:  # of a review that the paper goes back to
            self.entry, self.chapter = None, 0
        if id(block) in self.recalled:
            self.chapter = block.level
        if self.in_story:  # a case told in a paragraph ends with the part it is told in
            self.entry, self.in_story = None, False
        if self.entry is None or not self.entry.whole:
            label = self.label_of(block, following)
            if label and self._told_on(label, block):
                return
            if label and not (label.test and self.kind in ("inspection-letter", "inspection-report")):
                self.out.structure.append(block)
                self.unparted += self.entry is not None and not self.entry.whole and not self.parted
                self.parted = False
                if label.body is None and not label.test:
                    label = replace(label, body=(body_line(following.text) if following else None) or self.body)
                self.open_case(label, block)
                if self.entry is not None:
                    over = max((level for level in self.levels if level < block.level), default=0)
                    self.over.setdefault(id(self.entry), over)
                return
        if self.entry is not None and not self.entry.whole and _YEAR.match(text) and _YEAR.match(self.entry.block.text):
            self.close(None)  # the next entry of a list by years, whatever it is
        if self.says_kind(block):
            return
        if self.after_stories(block):
            self.close(None)
        self.parted = True
        if self.entry is not None and not self.above_case(block):
            self.within.add(key(block.text))
        if levelled(block):
            self.levels.add(block.level)
            if self.entry is not None and self.entry.block.level and block.level > self.entry.block.level:
                self.deeper.add(id(self.entry))
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
        if self.states_item(block):
            return
        if told := numbered_as(block):
            self.out.structure.append(block)
            self.enter(told, block.level)
            self.heading, self.section_heading, self.one_point = text, block.text, True
            return
        if self.asked_by_title(block, following):
            return
        known = self.meant_by(block)
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

    def _told_on(self, label: CaseLabel, block: Block) -> bool:
        """A heading that names a case told above and says what stands here ("Findings of the Child H review")."""
        known = meaning_of(block.text, self.kind) or meaning_of(_behind(label, block.text), self.kind)
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
        if known.id == "about" and self.entry is not None and self._of_entry(block) and _ABOUT.match(block.text):
            known = meaning("context")  # "About Robin" below the heading of the review of Robin
        if known.becomes == "contents":
            self.contents.open()
            self.enter(None, block.level)
            return
        if known.becomes == "divider" and whole:
            known = meaning("context")  # "Local review, published in May", above what befell the one child
        if known.becomes == "divider":
            self.divider, self.divider_text = known, block.text
        after_all = (
            self.resumed and not whole and not self._of_entry(block) and known.becomes in ("action", "recommendation")
        )
        of_others = not whole and cue("passages", "other-reviews").search(block.text) is not None
        if (known.scope == "document" and not whole) or after_all or of_others or self.above_case(block):
            self.close(known)
        if known.becomes == "judgement" and known.author_role == "scrutineer":
            self.scrutiny = True
        told = known.becomes == "context" and known.id != "notes"
        if told and self.entry is None and self.default and self.kind != "newsletter":
            known = meaning("method")
        testing = self.entry is not None and self.entry.label.test and not self.learned
        if known.id == "actions-done" and testing and _TESTED.search(block.text):
            known = meaning("method")  # what those who tested did, before they say what they found
        self.enter_below(known, block)
        self.section_number = block.number
        asked = _ASKED.search(block.text) if known.becomes == "recommendation" else None
        if asked and names_organisation(asked["who"]):
            self.addressees = [asked["who"]]
        self.section_heading = block.text
        behind = block.text.partition(": ")[2]
        if known.becomes == "context" and self.entry is not None and AGE.search(behind):
            self.emit(block, [(behind, known)])  # "Subject of the review: Child H, aged 3 months (deceased)"

    def _of_entry(self, block: Block) -> bool:
        """Whether a heading names the case at hand, as those of its sections do, or stands below the case's."""
        name = self.entry.label.name if self.entry else None
        deeper = self.entry is not None and block.level > self.entry.block.level
        return deeper or (name is not None and name in block.text)

    def _unknown(self, block: Block, following: Block | None) -> None:
        if self.section is not None and self.section.id == "terms-explained" and block.level > (self.level or 0):
            return  # each term has a heading of its own
        self.after_part(block)
        if self.beside_statement(block):
            self.enter(meaning("learning"), block.level)  # a topic among headings that each say what was learnt
            return
        acting = self.section is not None and self.section.becomes in ("recommendation", "action")
        if acting and names_organisation(block.text):
            self.addressees, self.lead = [body_of(block.text)], None
            return
        deeper = self.section is not None and self.level and block.level > self.level and levelled(block)
        numbered = self.section is not None and block.number is not None and self._within(block.number)
        if self.section is not None and (deeper or numbered) and self.section.becomes not in ("aside", "divider"):
            self.lead, self.addressees = None, []
            self.parts_section(block)  # its like at this level are parts too
            alone = block.number is not None and block.number.isdigit()  # "3.2 Information sharing" tells several
            self.one_point = self.section.becomes == "finding" and alone and is_topic(block.text)
            return
        if self.parts_section(block):
            self.lead = None
            return
        if self.entry is not None and self.entry.whole and not self.default and self.of_one_case(block):
            return
        if self.ends_case(block):
            self.close(self.default)
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


def _behind(label: CaseLabel, heading: str) -> str:
    """What a heading says behind the name of its case ("Child H: what we did")."""
    name = label.name or label.ref
    return re.sub(rf"^{re.escape(name)}\s*[:–—-]\s*", "", heading) if name and heading.startswith(name) else ""
