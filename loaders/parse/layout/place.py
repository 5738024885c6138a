"""Where the walk down a document stands: in which case, under which section, lead-in, priority and addressee."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.records import DocumentKind
from graph.text import key
from loaders.blocks import Block
from loaders.coding import code
from loaders.parse.cases.announced import Announced
from loaders.parse.cases.naming import CaseLabel
from loaders.parse.layout.contents import Contents
from loaders.parse.layout.judging import Unit
from loaders.parse.layout.units import is_loose
from loaders.parse.passages import Entry, Outline, Passage, PriorityMark
from loaders.parse.sections import Meaning, meaning, meaning_of

_AUDITED = re.compile(  # what a test asked of each file, above what it found
    r"(?:(?:question|standard|q) ?\d+\s*[:.–-]\s*)?(?:was|were|did|do|does|is|are|has|have|had)\b.*\?$", re.I
)
_PARTED = ("finding", "recommendation", "action")


@dataclass(frozen=True, slots=True)
class Around:
    """What goes on where a row, a box or a paragraph that stands by itself is over."""

    entry: Entry | None
    section: Meaning | None
    level: int
    fresh: bool
    heading: str | None
    section_heading: str | None
    section_number: str | None


class Place:
    """The place, and what changes it: a case opens, a section begins, a part of the document closes a case."""

    def __init__(self, kind: DocumentKind, default: Meaning | None) -> None:
        self.kind, self.default, self.out = kind, default, Outline()
        self.entry: Entry | None = None
        self.section: Meaning | None = default if kind == "newsletter" else None
        self.section_heading: str | None = None
        self.level = 0  # level of the heading that gave the section
        self.heading: str | None = None
        self.lead: tuple[Meaning, str] | None = None
        self.lead_number: str | None = None  # the number of the paragraph above the list
        self.fresh = False  # directly below a case heading, no section yet
        self.addressees: list[str] = []
        self.priority: PriorityMark | None = None
        self.scrutiny = False
        self.learned: set[int | None] = set()  # ids of the cases that learning was told of; None: of no case
        self.divider: Meaning | None = None
        self.divider_text = ""
        self.contents = Contents()
        self.numbered = False  # the block at hand is a numbered paragraph
        self.section_number: str | None = None  # the printed number of the heading that gave the section
        self.one_point = False  # below a heading that numbers one finding and only names its topic
        self.explained: Meaning | None = None  # the section, directly below a finding told as a headline
        self.bare = False  # a section was headed, and nothing stands below its heading yet
        self.topics: int | None = None  # level of the headings that part the section, where one stood right below it
        self.around_box: Around | None = None  # what a drawn box interrupts
        self.boxed_text = False  # the box holds more than a heading
        self.size: float | None = None  # of the type of the heading that gave the section
        self.around_line: tuple[Meaning | None, int, str | None, int | None, str | None, float] | None = (
            None  # the section in which a heading in smaller type heads what is below it
        )
        self.announced = Announced()  # headings that open a case which a heading above announced, and that end them

    def open_case(self, label: CaseLabel, block: Block, *, whole: bool = False) -> None:
        """A case begins, or goes on where its heading is repeated; `whole`: the document is this one case."""
        same = next((entry for entry in self.out.entries if same_case(entry.label, label)), None)
        if same and same.label.name is None and label.name:
            same.label = replace(
                same.label, name=label.name
            )  # "RR 07/24" in a table, "RR 07/24: Robin" above the story
        self.entry = same or Entry(label, block, whole)
        if not same:
            self.out.entries.append(self.entry)
        self.enter(None, block.level)
        self.fresh, self.priority, self.scrutiny = True, None, False
        self.heading = block.text

    def enter(self, found: Meaning | None, level: int) -> None:
        """A section begins; `level` is that of its heading."""
        self.section, self.level, self.lead, self.fresh = found, level, None, False
        self.addressees, self.section_number, self.one_point, self.explained = [], None, False, None
        self.bare, self.topics, self.around_line, self.size = True, None, None, None

    def around(self) -> Around:
        """The place as it is, to go on from later."""
        told = (self.section_heading, self.section_number)
        return Around(self.entry, self.section, self.level, self.fresh, self.heading, *told)

    def go_on(self, around: Around) -> None:
        """Stand there again."""
        self.entry, self.section, self.level, self.fresh = around.entry, around.section, around.level, around.fresh
        self.heading, self.section_heading = around.heading, around.section_heading
        self.section_number = around.section_number

    def enter_below(self, found: Meaning, block: Block) -> None:
        """A section begins under a heading, a part of the one around it where it is set in smaller type."""
        around, size = self.around_line, block.size or 0.0
        if self.section is not None and self.size and size < self.size:
            around = (self.section, self.level, self.section_number, self.topics, self.section_heading, self.size)
        self.enter(found, block.level)
        self.size = block.size
        self.around_line = around if around and size < around[-1] else None

    def after_part(self, block: Block) -> None:
        """A heading in larger type than that of the part of a section it stands below: the section goes on."""
        if self.around_line is not None and self.size and block.size and self.size < block.size < self.around_line[-1]:
            section, level, number, topics, heading, size = self.around_line
            self.enter(section, level)
            self.section_number, self.topics, self.section_heading, self.bare = number, topics, heading, False
            self.size = size

    def close(self, known: Meaning | None) -> None:
        """A part of the document begins that belongs to no case."""
        if self.entry is None or not self.entry.whole:
            self.entry = None
        if known is not None:
            self.priority = None if known.becomes != "sought" else self.priority
            self.scrutiny = False
            if known.becomes != "divider":
                self.divider = None

    def of_one_case(self, block: Block) -> bool:
        """In a report of one case or audit, a theme is learning in an audit or where learning has begun; else story."""
        assert self.entry is not None
        asked = self.entry.label.test is not None and _AUDITED.match(block.text)
        if asked or (code(block.text) and (self.entry.label.test or self.learned)):
            self.enter(meaning("learning"), block.level)
            return True
        if self.entry.label.test or (self.section is not None and not is_loose(self.section)):
            return False
        self.enter(meaning("story"), block.level)
        return True

    def parts_section(self, block: Block) -> bool:
        """A heading right below one of learning, requests or actions names a part of it, and so do its like."""
        if self.section is None or self.section.becomes not in _PARTED or self.kind == "newsletter":
            return False
        if self.bare and self.topics is None:
            self.topics = block.level
        return self.topics == block.level

    def meant_by(self, block: Block) -> Meaning | None:
        """What a heading means; one that elsewhere heads news ("Engagement") is a topic among topics of learning."""
        known = meaning_of(block.text, self.kind)
        if known is None or known.id != "activity" or self.topics != block.level or self.section is None:
            return known
        return None if self.section.becomes == "finding" and self.parts_section(block) else known

    def learned_here(self) -> bool:
        """Whether learning of the case at hand stands above."""
        return self.entry is not None and id(self.entry) in self.learned

    def topic_of_learning(self, block: Block) -> bool:
        """A topic heading ("Neglect") inside a learning section keeps the section."""
        return self.section is not None and self.section.becomes == "finding" and bool(code(block.text))

    def meaning_here(self) -> Meaning | None:
        """What text here is: by the lead-in above the list, else the section, else the story of a case just opened."""
        if self.lead:
            return self.lead[0]
        letter = self.default is not None and self.default.id == "panel-feedback" and self.numbered
        if self.section is None and self.entry is not None and (self.fresh or letter):
            told = self.kind == "newsletter" and id(self.entry.block) not in self.announced.opens
            return meaning("activity") if told else self._opening()
        return self.section

    def _opening(self) -> Meaning:
        """What stands directly below the title of a case: its story; numbered in an inspection, what was found."""
        judged = self.default is not None and self.default.id in ("inspection-judgement", "panel-feedback")
        return self.default if judged and self.default is not None and self.numbered else meaning("context")

    def emit(
        self,
        block: Block,
        units: list[Unit],
        *,
        lead: str | None = None,
        number: str | None = None,
        due: str | None = None,
    ) -> None:
        """Yield the units of a block as passages of this place."""
        self.bare = False
        for text, found in units:
            if found is not None and found.becomes == "finding":
                self.learned.add(id(self.entry) if self.entry is not None else None)
            self.out.passages.append(
                Passage(
                    text=text,
                    block=block,
                    meaning=found,
                    entry=self.entry,
                    heading=self.heading,
                    section=self.section_heading,
                    addressees=list(self.addressees),
                    priority=self.priority,
                    scrutiny=self.scrutiny,
                    lead=lead,
                    number=number,
                    due=due,
                )
            )


def same_case(one: CaseLabel, other: CaseLabel) -> bool:
    """Whether two headings name one case: word for word, or by a name with no other reference or kind beside it.

    Never across bodies: "Child A" of one area is not that of another.
    """
    if one.body and other.body and one.body != other.body:
        return False
    if key(one.printed) == key(other.printed):
        return True
    known = one.name and other.name and key(one.name) != key(other.name)
    if one.ref and other.ref and key(one.ref) == key(other.ref) and not known and "/" in one.ref:
        return one.kind == other.kind or "other" in (one.kind, other.kind)
    named = one.name is not None and other.name is not None and key(one.name) == key(other.name)
    told = named and (one.ref or other.ref) == (other.ref or one.ref)
    again = one.kind == other.kind and re.search(rf"\b{re.escape(one.printed)}$", other.printed) is not None
    return told and ("other" in (one.kind, other.kind) or again)  # "Leaflet - SCR H", below "SCR H"
