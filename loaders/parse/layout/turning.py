"""A paragraph or an item that opens a case of its own below a heading that names none, and what ends such a case.

A case told so ends with the next heading, where another is turned to, or where a paragraph speaks of something else.
The section around it goes on behind: what a chapter on neglect says of its reviews does not make the chapter one of
them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.harm import DIED, HARMED
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.introduced import leading_case, told_elsewhere
from loaders.parse.cases.naming import CODE, KINDS, CaseLabel, kind_of
from loaders.parse.cases.rows import CaseRows
from loaders.parse.cues import cue
from loaders.parse.items.tables import Tables
from loaders.parse.layout.judging import Unit, judged
from loaders.parse.layout.opening import Opening
from loaders.parse.layout.stories import goes_on, story
from loaders.parse.layout.units import opened_units
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences
from loaders.sieve import Sieve

_EXAMPLE = re.compile(  # "Case example: RR 3/31. A girl of four …"
    r"(?i:case|practice) (?i:example|study)(?: \d{1,2})?\s*[:–—-]\s*(?P<label>[^.:]{2,40}?)[.:]\s+(?=[A-Z])"
)
_EXAMPLE_HEAD = re.compile(r"(?i:(?:case |practice )?(?:example|study|illustration))\s*[:–—-]\s*(?P<label>[^.:]{2,40})")
_ONE_REVIEW = re.compile(r"\b(?:an?|our|the|one) (?:[a-z]+ ){0,2}review\b", re.I)
_KIND = "|".join(pattern for _, pattern in KINDS)
_EARLIER = Sieve(  # "a rapid review (RR 2/31) about another baby"
    rf"\b(?P<kind>(?i:{_KIND})) \((?P<ref>(?:(?i:{_KIND}) )?(?:{CODE}))\)"
    r" (?i:about|into|of|on|concerning|following the death of|in respect of)"
    r" (?i:another|an earlier|a different|a second|an older)\b"
)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.BULLET)
_ASKING = (  # no case opens where these stand
    *("recommendation", "action", "plan", "priority", "sought", "contents", "aside", "chronology"),
)
_NO_LEADS = ("action-tracker", "inspection-letter", "inspection-report")
_NO_STORIES = ("annual-report", "action-tracker", "inspection-letter", "inspection-report")


def named_as(label: CaseLabel) -> set[str]:
    """All that a case is called by."""
    return {name for name in (label.ref, label.name, *label.aliases) if name}


class Turning(Opening):
    """A place at which a paragraph may turn to a case."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables, rows: CaseRows) -> None:
        super().__init__(kind, default, tables, rows)
        self.own: list[str] = []  # the bodies whose reviews the document tells of
        self.leads = True  # a paragraph may open a case here; where prose alone tells all, `prose.py` asks for them
        self.of_reviews = False  # its title speaks of reviews
        self.told_plainly = False  # nothing in the document says that it tells of several reviews

    def turns(self, block: Block) -> bool:
        """Take a block that tells a case of its own; False where it does not."""
        if self.example(block) or self.told_before(block) or self.goes_back(block):
            return True
        heads = [text for text in (self.heading, self.section_heading, self.divider_text) if text]
        if not self.leads or any(told_elsewhere(head, self.own) for head in heads):  # "Learning from other areas"
            return False
        return self.led(block, heads) or self.story_told(block)

    def example(self, block: Block) -> bool:
        """A paragraph that tells one of several reviews as an example of what stands around it; the section goes on."""
        if block.kind is not BlockKind.PARAGRAPH or self.entry is not None:
            return False
        said, headed = _EXAMPLE.match(block.text), _EXAMPLE_HEAD.fullmatch(self.heading or "")
        label = case_label(said["label"]) if said else None
        known = next((entry for entry in self.out.entries if headed and headed["label"] in named_as(entry.label)), None)
        if known is None and (label is None or label.test):
            return False
        before = self.around()
        here = self.section if self.section and self.section.becomes == "finding" else None
        if known is None and label is not None:
            self.open_case(label, block)
        self.entry = known or self.entry
        story = meaning("context")
        told: list[Unit] = [
            (one, judged(one) or (story if HARMED.search(one) or DIED.search(one) else here or story))
            for one in sentences(block.text[said.end() if said else 0 :])
        ]
        if known is None:  # what befell the child is told first
            told[0] = (told[0][0], story)
        self.emit(block, told)
        self.go_on(before)
        return True

    def told_before(self, block: Block) -> bool:
        """The paragraph that tells a review which has a part of its own below; the section goes on."""
        label = self.recalled.get(id(block))
        if label is None or self.entry is not None or block.kind is BlockKind.HEADING:
            return False
        before = self.around()
        self.open_case(label, block)
        self.emit(block, [(block.text, meaning("context"))])
        self.go_on(before)
        return True

    def goes_back(self, block: Block) -> bool:
        """The paragraph of a report of one case that tells an earlier review of another child; the section goes on."""
        if block.kind is not BlockKind.PARAGRAPH or self.entry is None or not self.entry.whole:
            return False
        found = _EARLIER.search(sentences(block.text)[0])
        ref = found["ref"] if found else ""
        label = case_label(ref if kind_of(ref) else f"{found['kind']} {ref}") if found else None
        if found is None or label is None or label.ref is None or label.ref == self.entry.label.ref:
            return False
        before = self.around()
        self.open_case(replace(label, printed=block.text[found.start() : found.end("ref") + 1]), block)
        self.heading = before.heading
        self.emit(block, opened_units(block, meaning("context"), explicit=False, may_open=True, learned=True))
        self.go_on(before)
        return True

    def story_told(self, block: Block) -> bool:
        """A paragraph that tells a case of its own, where the heading above it leaves open what stands here."""
        if (
            block.kind is not BlockKind.PARAGRAPH
            or self.lead
            or self.told_plainly
            or ((self.heading is None or self.kind in _NO_STORIES) and not self._names_review(block))
        ):
            return False
        if (self.entry is not None and not self.in_story) or (
            self.section is not None and self.section is not self.default
        ):
            return False
        label = story(block, self.told, named=self.default is not None)
        if label is None and self.in_story and self.entry is not None:
            self.emit(block, [(sentence, meaning("context")) for sentence in sentences(block.text)])
            return True
        if label is None:
            return False
        self._tell(label, block)
        return True

    def _tell(self, label: CaseLabel, block: Block) -> None:
        """Open the case that a paragraph tells; the section around it goes on behind."""
        above, told = self.above
        of_above = above is not None and (
            (label.name is not None and label.name.casefold() in above.text.casefold())
            or (label.ref is not None and _ONE_REVIEW.search(above.text) is not None)
        )
        own = above is not None and told == len(self.out.passages) and of_above
        before = self.around()
        # the heading may be that of the case ("Wren's story", "A rapid review of neglect")
        self.open_case(label, above if own and above is not None else block)
        self.emit(block, opened_units(_as_prose(block), meaning("context"), explicit=False, may_open=True))
        if not own:  # the case at hand stays this one until the story is over
            self.go_on(replace(before, entry=self.entry))
        self.fresh, self.in_story = own, not own

    def led(self, block: Block, heads: list[str]) -> bool:
        """A paragraph or item outside every case that turns to one, whatever its heading says; or that ends one."""
        free = self.entry is None or self.in_story
        listed = self.lead is not None and block.kind is not BlockKind.PARAGRAPH
        if not free or listed or block.kind not in _TEXT or self.kind in _NO_LEADS:
            return False
        asks = self.section is not None and self.section.becomes in _ASKING
        label = None
        if not asks:
            part = self.section is not None and self.section.becomes == "context"  # of a case: "What happened"
            reviewing = not part and (self.of_reviews or any(cue("prose", "reviewed").search(head) for head in heads))
            label = leading_case(block.text, self.own, reviewing=reviewing)
        if label is not None:
            self._tell(label, block)
            if block.kind is BlockKind.BULLET:  # an item tells one case whole
                self.entry, self.in_story = None, False
            return True
        ended = self.in_story and self.entry is not None and block.kind is not BlockKind.BULLET
        if ended and self.entry is not None and not goes_on(block.text, self.entry.label):
            self.entry, self.in_story = None, False
        return False

    def _names_review(self, block: Block) -> bool:
        """Whether a paragraph of a yearly report, or of a page without headings, says which review it tells."""
        if self.kind in _NO_STORIES and self.kind != "annual-report":
            return False
        said = cue("facts", "review-named").search(sentences(block.text)[0])
        return said is not None and case_label(said["label"]) is not None


def _as_prose(block: Block) -> Block:
    """A numbered paragraph or an item that tells a case, as the running text it is."""
    return replace(block, kind=BlockKind.PARAGRAPH)
