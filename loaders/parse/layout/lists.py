"""What a sentence above a list makes of the list: "The partnership should:", "It made four recommendations."

Such a sentence is no point of its own. It gives its meaning to the items below it, or only frames them.
"""

from __future__ import annotations

import re

from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cues import cue
from loaders.parse.items.announcing import announces_requests
from loaders.parse.items.leads import asks_somebody, leads_of
from loaders.parse.layout.dating import Dating
from loaders.parse.layout.reported import counts_requests
from loaders.parse.passages import ITEMS
from loaders.parse.sections import Meaning, lead_in_of, meaning, meaning_of, names_organisation
from loaders.parse.sentences import sentences
from loaders.sieve import Sieve

_ENDS_OPEN = Sieve(r":-?$|\b(?:the following|as follows|set out below|listed below)\.$")  # a list stands below
_ASKS_THINGS = Sieve(  # "I ask three things of you by the end of May." above a list
    r"\b(?:ask|asks|recommend|recommends|request|requests)\b[^.]{0,30}\b(?:\d|two|three|four|five|six|seven|several|these)"
    r" (?:things|matters|steps|points|actions)\b[^.]*\.$"
)
_COUNTS_ASKED = Sieve(  # "It made four recommendations, of which I tested two." above them
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b[^.]{0,40}\brecommendations?\b[^.]*\.$", re.I
)
_OF_THEM = re.compile(  # "The three for the partnership are:", behind a sentence that counts requests
    r"(?:they|these|those"
    r"|(?:the |our |its )?(?:\d{1,2}|two|three|four|five|six|seven|eight|others?|rest|first|last|main ones))\b"
    r"[^.:;]{0,60}\b(?:are|were|is|was)(?: (?:as follows|these|to))?:$",
    re.I,
)
_MUST = re.compile(r"^[^.?!]{3,80}\b(?:must|should)(?! have\b) (?:be |also |now )?\w", re.I)  # asked, of whomever
_LINE = 9  # words of a line that says what the list below it is


class Lists(Dating):
    """A place that knows what a list below a sentence holds."""

    def open_list(self, block: Block, following: Block) -> bool:
        """A paragraph or item that ends in a colon above its list."""
        last = sentences(block.text)[-1]
        found = lead_in_of(last) or lead_in_of(re.split(r"\band (?=(?:the|our|its) )", last)[-1])
        found = found or _headed_by(last, self.kind) or _learnt_before(block.text)
        counted = any(map(_COUNTS_ASKED.search, sentences(block.text))) or announces_requests(last)
        of_them = _OF_THEM.match(last) and any(map(counts_requests, sentences(block.text)[:-1]))
        if of_them or (counted and asks(following.text)):
            found = meaning("recommendations")
        if found is None and self._may_ask() and (cue("passages", "asks").search(last) or _ASKS_THINGS.search(last)):
            found = meaning("recommendations")
        if found and found.id == "learning" and self.section is not None and self.section.id == "good-practice":
            found = self.section  # "The review saw thoughtful work, including:"
        if found and found.becomes == "recommendation":
            self.addressees = leads_of(last) or self.addressees
        nested = block.kind in ITEMS and following.level > block.level
        if found:
            before = [one for one in sentences(block.text)[:-1] if not _COUNTS_ASKED.search(one)]
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
        if self._frames(block, last, following) or self._addresses(block):
            return True
        working = self.section is not None and self.section.becomes == "activity"
        if working and block.kind is BlockKind.PARAGRAPH and not re.search(r"\bfollowing\b", last):
            self.out.structure.append(block)
            return True
        return False

    def _frames(self, block: Block, last: str, following: Block) -> bool:
        """A sentence that only frames the list below it is no point of its own; what stands before it is told."""
        here = self.meaning_here()
        listed = (
            following.kind in ITEMS and here is not None and here.becomes in ("finding", "recommendation", "action")
        )
        if not listed or not cue("passages", "framing-lead").search(last):
            return False
        if before := sentences(block.text)[:-1]:
            self.emit(block, [(sentence, here) for sentence in before])
        else:
            self.out.structure.append(block)
        return True

    def _addresses(self, block: Block) -> bool:
        """ "To the safeguarding partners:", among requests and actions, says whom those below it are for."""
        here = self.meaning_here()
        asked = here is not None and here.becomes in ("recommendation", "action")
        line = block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= _LINE
        if not asked or not line or not names_organisation(block.text):
            return False
        self.out.structure.append(block)
        self.addressees = [body_of(block.text)]
        return True

    def _may_ask(self) -> bool:
        """Whether a sentence that asks for something above a list makes recommendations here."""
        asked_here = self.section is None or self.section.becomes in (
            "recommendation",
            "finding",
            "judgement",
            "context",
        )
        return asked_here or (self.section is not None and self.section.promise)


def announces(block: Block, following: Block) -> bool:
    """Whether a block ends as one above a list, or says of the list below it that it asks for something."""
    if _ENDS_OPEN.search(block.text):
        return True
    if following.kind not in ITEMS:
        return False
    counted = _COUNTS_ASKED.search(block.text) is not None and asks(following.text)
    return counted or _ASKS_THINGS.search(block.text) is not None


def body_of(line: str) -> str:
    """The body that a heading or a line above a list names ("For the Board:" is for the Board)."""
    return re.sub(r"^(?:recommendations? )?(?:for|to) (?:the )?", "", line.rstrip(" :"), flags=re.I)


def asks(text: str) -> bool:
    """Whether an item asks for something, of whomever."""
    return asks_somebody(text) or _MUST.search(text) is not None


def _learnt_before(text: str) -> Meaning | None:
    """Learning that an earlier sentence announces, where the last one, above the list, says nothing of itself."""
    opened = [found for sentence in sentences(text)[:-1] if (found := lead_in_of(sentence))]
    return opened[-1] if opened and opened[-1].becomes == "finding" and text.rstrip().endswith(":") else None


def _headed_by(line: str, kind: DocumentKind) -> Meaning | None:
    """What a short line above its list says the list is, in the words of a heading ("What has been done since:")."""
    text = line.rstrip(" :-")
    found = meaning_of(text, kind) if line.rstrip().endswith(":") and len(text.split()) <= _LINE else None
    return found if found is not None and found.becomes in ("finding", "recommendation", "action", "impact") else None
