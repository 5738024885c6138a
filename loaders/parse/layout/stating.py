"""Headings that are themselves what was found, learnt or asked, above what explains it or what became of it."""

from __future__ import annotations

import re

from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cues import cue
from loaders.parse.items.tables import Tables
from loaders.parse.layout.ending import Ending
from loaders.parse.layout.heads import is_topic
from loaders.parse.layout.requested import asks_in_line
from loaders.parse.layout.units import numbered_as
from loaders.parse.sections import Meaning, meaning, meaning_of

_TITLED = re.compile(r"recommendation (?P<ref>\d{1,2}[a-z]?)\s*[-–—:.]\s*(?P<text>\S+(?: \S+){2,})$", re.I)
_FOUND = re.compile(
    r"(?:key )?(?:finding|learning point|lesson|learning) "
    r"(?:\d{1,2}|[a-z]|one|two|three|four|five|six|seven|eight)\s*[-–—:.|]\s*(?P<text>[A-Z“\"‘'].*[^?])$",
    re.I,
)
_NUMBER_ALONE = re.compile(r"(?:recommendation|rec) \d{1,2}[a-z]?", re.I)
_LETTER = re.compile(r"[A-J][.)] (?=[A-Z])")
_STATED = 6  # words: a numbered finding as long as this says it, a shorter one names its topic
_BRIEF = 4  # words of a numbered finding that tells what happened ("Change was taken for granted")
_TOLD = re.compile(r"\b(?:was|were|had|did|could|went|came|got|\w{2,}ed)\b", re.I)
_LONG = 10  # words of a heading that states something, whatever it opens with
_LEARNT = ("learning", "cross-cutting")
_COUNTED = re.compile(
    r"^(?:theme|issue|area|topic|point) (?:\d{1,2}|[a-z]|one|two|three|four|five|six)\s*[:.–—-]\s*", re.I
)
_PART = re.compile(r"(?:theme|topic|part|section|chapter)\s+(?:\d{1,2}|[A-H])\s*[:.–—-]", re.I)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where|when)\b.*")


class Stating(Ending):
    """A place where a heading may be an item of its own."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables) -> None:
        super().__init__(kind, default, tables)
        self.statements: int | None = None  # the level of headings that each say what was learnt

    def states_item(self, block: Block) -> bool:
        """Take a heading that says what was found or learnt, or under whose number an answer stands."""
        return (
            self._states_finding(block)
            or self._states_learning(block)
            or self._states_request(block)
            or self._answers_one(block)
        )

    def beside_statement(self, block: Block) -> bool:
        """Whether a heading stands among those of its level that each say what was learnt."""
        return self.statements == block.level and self.section is not None and self.section.id == "below-statement"

    def _states_finding(self, block: Block) -> bool:
        """A heading that says what was found ("Finding 2: Nobody asked the father"), above what explains it."""
        found = _FOUND.match(f"{block.number}: {block.text}" if numbered_as(block) else block.text)
        if found is None or is_topic(found["text"]):
            return False
        words = len(found["text"].split())
        if words < _BRIEF or (words < _STATED and not _TOLD.search(found["text"])):
            return False
        self.enter(meaning("learning"), block.level)
        self.heading = self.section_heading = block.text
        self.emit(block, [(found["text"], meaning("learning"))])
        self.section = meaning("below-statement")
        return True

    def _states_learning(self, block: Block) -> bool:
        """A heading below one of learning that is itself what was learnt, in a whole sentence, above what explains it.

        Its like beside it are too, so the level of the first is kept.
        """
        below = self.section is not None and self.section.becomes == "finding" and self.section.id in _LEARNT
        if not (self.beside_statement(block) or (below and (block.level > self.level or self.parts_section(block)))):
            return False
        if not states(block.text) or (len(block.text.split()) < _LONG and meaning_of(block.text, self.kind)):
            return False
        self.enter(meaning("learning"), block.level)
        self.heading = self.section_heading = block.text
        self.emit(block, [(block.text, meaning("learning"))])
        self.section, self.statements = meaning("below-statement"), block.level
        return True

    def _states_request(self, block: Block) -> bool:
        """A numbered or lettered heading among requests that itself asks, as slides set lines; the list goes on."""
        among = self.section is not None and self.section.becomes == "recommendation" and 0 < self.level < block.level
        counted = (block.number or "").isdigit() or _LETTER.match(block.text) is not None
        if not (among and counted) or not asks_in_line(_LETTER.sub("", block.text)):
            return False
        self.emit(block, [(block.text, self.section)], number=block.number)
        return True

    def asked_by_title(self, block: Block, following: Block | None) -> bool:
        """A heading that says what was asked ("Recommendation 2 – Safer sleep"), above what became of it."""
        titled = _TITLED.match(block.text)
        below = meaning_of(following.text, self.kind) if following and following.kind is BlockKind.HEADING else None
        if titled is None or below is None or below.becomes not in ("action", "impact", "status"):
            return False
        self.enter(meaning("recommendations"), block.level)
        self.heading = self.section_heading = block.text
        self.emit(block, [(titled["text"], meaning("recommendations"))], number=titled["ref"])
        return True

    def _answers_one(self, block: Block) -> bool:
        """ "Recommendation 2" below "Our response": what stands there is what was done about it, not what it asks."""
        acting = self.section is not None and self.section.becomes == "action" and 0 < self.level < block.level
        if not acting or not _NUMBER_ALONE.fullmatch(block.text.strip(" :.")):
            return False
        self.out.structure.append(block)
        self.heading, self.lead, self.addressees = block.text, None, []
        return True


def states(heading: str) -> bool:
    """Whether a heading says something in a whole sentence ("A new adult joined and nobody asked who he was")."""
    if _PART.match(heading):
        return False  # "Theme 3: A bruise is never just a bruise" names what stands below it
    heading = re.sub(r"\bto [a-z]+\b", "", _COUNTED.sub("", heading))  # "knowing what to do" says nothing
    said = heading if len(heading.split()) >= _LONG else _RELATIVE.sub("", heading)
    questions = len(heading.split()) < _LONG and re.match(
        r"(?:how|what|why|when|where|who|which|if|whether|working|ensuring)\b", heading, re.I
    )
    short = len(heading.split()) < _STATED or heading.endswith("?")
    return not short and not questions and cue("passages", "finite-verb").search(said) is not None
