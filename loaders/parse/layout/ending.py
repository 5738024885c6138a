"""What ends a case: a heading as high as the one it stands under, a chapter counted on behind it, another article.

A heading that only parts the story never does; where a file sets levels without care, what was said of the cases
above decides.
"""

from __future__ import annotations

import re

from graph.records import DocumentKind
from graph.text import key
from loaders.blocks import Block
from loaders.parse.cues import cue
from loaders.parse.items.tables import Tables
from loaders.parse.layout.content import Content
from loaders.parse.passages import Entry
from loaders.parse.sections import Meaning, meaning_of

_CHAPTER = re.compile(r"(?:chapter|part) (?:\d{1,2}|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
_OF_AUTHOR = re.compile(  # what an author says of all that was told
    r"(?:what|where|why) i (?:now |would |also )?(?:make of|conclude|propose|recommend|suggest|ask for)\b"
    r"|my (?:[a-z]+ )?(?:view|views|conclusions?|proposals?|recommendations?|advice|opinion|assessment)\b",
    re.I,
)
NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Z])")
_COUNT = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=[A-Z])")
_CHAPTERED = re.compile(r"(\d{1,2})\.(\d{1,2})")
_TITLES = 2  # headings that open with the name of their case
_COUNTED = 2  # cases above that are counted
_OF_ALL = ("action", "activity")  # what was done is told below the stories, of each or of all
_STORIES = 2  # cases above, told under their headings alone


class Ending(Content):
    """A place that knows how high the headings of its cases stand, and which of the next ends the case at hand."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables) -> None:
        super().__init__(kind, default, tables)
        self.lower: set[int] = set()  # ids of the cases below whose heading stood one that is not in capitals
        self.levels: set[int] = set()  # of the headings so far that open no case
        self.deeper: set[int] = set()  # ids of the cases whose sections are headed lower than they
        self.over: dict[int, int] = {}  # by id of a case: the level of the heading it stands under
        self.within: set[str] = set()  # headings of sections of the cases so far ("What happened")
        self.titled: dict[
            int, tuple[int, int]
        ] = {}  # by id of a case: headings that open with its name, and its last page
        self.parted = False  # a heading stood below that of the case at hand
        self.uncounted = False  # a heading without a number, as high as those of counted cases, stood inside the first
        self.unparted = 0  # cases so far that were told under their own heading alone

    def above_case(self, block: Block) -> bool:
        """Whether a heading is set as high as one under which the case stands, so that another part begins."""
        entry = self.entry
        if entry is not None and not entry.whole and self._out_of_count(entry.block, block):
            return True
        if entry is None or entry.whole or not levelled(block):
            return False
        if key(block.text) in self.within and entry.block.text != block.text:
            return False  # a part of every case, however high a page sets it
        if self._counted_on(entry.block, block) or self._past_titles(block):
            return True
        if 0 < block.level <= entry.block.level and _OF_AUTHOR.match(block.text):
            return True
        over = self.over.get(id(entry), 0)
        beside = block.level == entry.block.level and self._parts_lower(entry)
        return _CHAPTER.match(block.text) is not None or beside or 0 < block.level <= over < entry.block.level

    def _parts_lower(self, case: Entry) -> bool:
        """Whether the parts of a case are headed lower than it, or those of others that are headed as it is."""
        alike = (entry for entry in self.out.entries if entry.block.level == case.block.level)
        return any(id(entry) in self.deeper for entry in alike)

    def count_titles(self, block: Block) -> None:
        """Note a heading that opens with the name of its case ("Robin: the review in brief", "Robin: what we did")."""
        for entry in self.out.entries:
            name = entry.label.name
            if name and re.match(rf"{re.escape(name)}\s*[:–—-]\s", block.text):
                count, _ = self.titled.get(id(entry), (1, 0))
                self.titled[id(entry)] = (count + 1, block.page or 0)

    def _past_titles(self, block: Block) -> bool:
        """Whether a heading on a later page leaves out the name with which those of its case open."""
        count, page = self.titled.get(id(self.entry), (0, 0))
        return count >= _TITLES and 0 < page < (block.page or 0)

    def _counted_on(self, case: Block, block: Block) -> bool:
        """Whether a heading is counted on behind those of cases ("5.3 Robin", "5.4 Wren", "5.5 What we did")."""
        own, other = _CHAPTERED.fullmatch(_number(case)), _CHAPTERED.fullmatch(_number(block))
        if own is None or other is None or own[1] != other[1] or int(other[2]) <= int(own[2]):
            return False
        told = [_CHAPTERED.fullmatch(_number(entry.block)) for entry in self.out.entries]
        return len([found for found in told if found is not None and found[1] == own[1]]) > 1

    def _out_of_count(self, case: Block, block: Block) -> bool:
        """Whether a heading bears no number, as high as those of cases that are counted ("1. Robin", "2. Wren").

        Where one stood inside the first of them, it is a part of a case.
        """
        if not _counted(case) or _counted(block) or block.number or not 0 < block.level <= case.level:
            return False
        if not (levelled(block) or block.text.isupper()):
            return False
        counted = [entry for entry in self.out.entries if _counted(entry.block)]
        self.uncounted |= len(counted) < _COUNTED
        return len(counted) >= _COUNTED and not self.uncounted

    def after_stories(self, block: Block) -> bool:
        """Whether a heading as high as those of cases ends the last of several that have no headings of their own."""
        entry = self.entry
        known = meaning_of(block.text, self.kind)
        least = 1 if known is not None and known.becomes in _OF_ALL else _STORIES
        if entry is None or entry.whole or self.parted or self.unparted < least:
            return False
        return 0 < block.level <= entry.block.level and (levelled(block) or block.text.isupper())

    def ends_case(self, block: Block) -> bool:
        """Whether a heading not known ends the case above it.

        One set as high as that of the case opens another article of a newsletter; a statement of a chair or a
        scrutineer ("Statement of the Independent Scrutineer") is of the whole document.
        """
        entry = self.entry
        if self.above_case(block):
            return True
        if entry is not None and not entry.whole and cue("passages", "authored-heading").search(block.text):
            return True
        if entry is not None and not entry.whole and _counted_beside(entry.block, block):
            return True
        alike = levelled(block) or (entry is not None and bool(block.bold) and bool(entry.block.bold))
        if entry is not None and id(entry) in self.lower and entry.block.text.isupper():
            alike = alike or block.text.isupper()  # capitals again, where the headings between had none
        as_high = entry is not None and entry.block.level and block.level <= entry.block.level and alike
        return self.kind == "newsletter" and bool(as_high)


def _number(block: Block) -> str:
    """The number of a heading, where a file sets it apart or prints it in its words."""
    printed = NUMBER.match(block.text)
    return block.number or (printed[0].strip(" .") if printed else "")


def _counted(block: Block) -> int:
    """The whole number that counts a heading, set apart by its file or printed in its words; 0 where it has none."""
    printed = _COUNT.match(block.text)
    number = block.number or (printed["number"] if printed else "")
    return int(number) if number.isdigit() else 0


def _counted_beside(case: Block, block: Block) -> bool:
    """Whether a heading is counted in one row with that of a case ("2. Robin", "3. New since we met")."""
    return 0 < _counted(case) < _counted(block)


def levelled(block: Block) -> bool:
    """Whether a heading's level is known (font size, a markdown sign) and not guessed from its shape."""
    return block.size is not None or block.raw.lstrip().startswith("#")
