"""The desk on which records are made: the document's record, its reviews, and what became of every block."""

from __future__ import annotations

import re

from graph.dates import find_dates
from graph.records import Action, DocumentRecord, Finding, Priority, Recommendation, Response, Review, Stated
from graph.text import holds, key
from loaders.blocks import Block, BlockKind
from loaders.coding import code
from loaders.coding.wording import Around
from loaders.parse.around import Neighbours
from loaders.parse.cues import cue
from loaders.parse.items.tables import Tables
from loaders.parse.passages import Entry, Passage

Home = DocumentRecord | Review


class Desk:
    """State shared by the makers of records."""

    def __init__(
        self, record: DocumentRecord, pages: dict[int | None, str], tables: Tables, neighbours: Neighbours
    ) -> None:
        self.record, self.pages, self.tables, self._neighbours = record, pages, tables, neighbours
        self._runs_over: dict[int, bool] = {}  # by id of a block: whether it ends on the next page
        self.reviews: dict[int, Review] = {}  # by id of the entry
        self.told: dict[int, list[Stated]] = {}  # by id of the entry: the case's own story, in order
        self.kept: set[int] = set()  # ids of blocks
        self.reasons: dict[int, str] = {}  # by id of a block: why it was rejected
        self.withheld: set[int] = set()  # ids of blocks whose words the report does not repeat
        self.sections: dict[int, str] = {}  # by id of a recommendation: the heading of its section
        self.reason = ""  # why the passage at hand was not kept
        self.unsaid = False  # whether nothing says what the passage at hand is: its words may
        self.left: list[tuple[Passage, str]] = []  # passages not kept, each with the reason
        self.learnt: list[tuple[Passage, Finding]] = []  # in order, with where each stands
        self.asked: list[tuple[Passage, Recommendation]] = []
        self.replied: list[tuple[Passage, Response]] = []  # to one recommendation
        self.acted: list[tuple[Passage, Action]] = []
        self.last_action: Action | None = None
        self.last_block: Block | None = None  # where the last action stands
        self.last_asked: Action | Recommendation | None = None  # what a measure of success below it is of
        self.last_number: tuple[str | None, str | None] = (None, None)  # a heading and the number it has given away

    def open_review(self, entry: Entry) -> Review:
        """The review of a case heading."""
        label = entry.label
        review = Review(
            ref=label.ref,
            name=label.name,
            aliases=list(label.aliases),
            kind=label.kind,
            test=label.test,
            partnership=label.body if label.body != self.record.document.partnership else None,
            quote=label.printed,
            page=entry.block.page,
            line=entry.block.line,
        )
        self.reviews[id(entry)], self.told[id(entry)] = review, []
        self.record.reviews.append(review)
        return review

    def reject(self, block: Block, reason: str) -> bool:
        """Note why a block is not kept; a block keeps its first reason."""
        self.reasons.setdefault(id(block), reason)
        self.reason = reason
        return False

    def pass_by(self, block: Block, reason: str) -> bool:
        """Note why a block is not kept where only its heading or a rule says so: its words may still tell something."""
        self.unsaid = True
        return self.reject(block, reason)

    def around(self, passage: Passage) -> Around:
        """What stands around a passage in the document."""
        return self._neighbours.of(passage.block, passage.text)

    def home(self, passage: Passage) -> Home:
        """The review a passage belongs to, or the document."""
        if passage.entry is None:
            return self.record
        review = self.reviews[id(passage.entry)]
        said = passage.lead or passage.text
        if review.test == "audit" and re.search(r"\bdeep[- ]dive\b", said, re.I) and passage.heading != review.quote:
            others = [other for other in self.record.reviews if other.test == "deep-dive"]
            if len(others) == 1:  # what an earlier test found, told again where it is followed up
                if others[0].dates.completed is None and passage.lead:
                    others[0].dates.completed = next(iter(find_dates(passage.lead)), None)
                return others[0]
        return review

    def stated(self, passage: Passage, text: str | None = None) -> dict[str, object]:
        """The fields of `Stated` for a passage, or for a part of it."""
        block = passage.block
        return {
            "text": text or passage.text,
            "quote": passage.text,
            "page": self._page(passage),
            "line": block.line,
            "heading": passage.heading,
            "by_wording": passage.by_wording,
        }

    def _page(self, passage: Passage) -> int | None:
        """The page a passage stands on: of a paragraph that runs over a page break, its last sentences are overleaf."""
        block = passage.block
        if block.page is None or passage.text == block.text:
            return block.page
        here, overleaf = self.pages.get(block.page, ""), self.pages.get(block.page + 1, "")
        if id(block) not in self._runs_over:
            self._runs_over[id(block)] = not holds(here, block.text[-40:])
        over = self._runs_over[id(block)] and not holds(here, passage.text) and holds(overleaf, passage.text)
        return block.page + 1 if over else block.page

    def tell(self, passage: Passage) -> None:
        """Add a passage to the story of its case."""
        if passage.entry is not None:
            self.told[id(passage.entry)].append(Stated.model_validate(self.stated(passage)))

    def priority(self, number: str | None, title: str, block: Block) -> Priority:
        """The priority of this number and title, made where it is new."""
        for priority in self.record.priorities:
            if (priority.number, key(priority.text)) == (number, key(title)):
                return priority
        made = Priority(
            text=title, quote=block.text, page=block.page, line=block.line, number=number, themes=code(title)
        )
        self.record.priorities.append(made)
        return made

    def unstated(self, passage: Passage) -> bool:
        """Note recommendations that exist while their text is not printed here; False where none are spoken of."""
        spoken = cue("passages", "unstated").search(passage.text)
        if not spoken or cue("passages", "quoted-recommendation").search(passage.text):
            return False
        home = self.home(passage)
        if not any(not known.stated and known.quote == passage.text for known in home.recommendations):
            text = "Recommendations exist; their text is not in this document"
            home.recommendations.append(Recommendation.model_validate(self.stated(passage, text) | {"stated": False}))
        return True


def claimed_priority(passage: Passage) -> str | None:
    """Number, else title, of the priority a passage stands under."""
    return (passage.priority.number or passage.priority.title) if passage.priority else None


def is_prose(passage: Passage) -> bool:
    """Whether a passage is of a paragraph."""
    return passage.block.kind is BlockKind.PARAGRAPH
