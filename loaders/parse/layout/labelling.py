"""Which case a heading names, by its own words, by its place among other cases, or by the story below it."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import DocumentKind, ReviewKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.announced import announced_label
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.label import read_label
from loaders.parse.cases.named import named_alone, named_over_story, named_review, without_year
from loaders.parse.cases.naming import CaseLabel, kind_of, opens_with_kind, says_only_kind
from loaders.parse.cases.numbered import numbered_label
from loaders.parse.cases.thematic import thematic_label, topical_label
from loaders.parse.cues import cue
from loaders.parse.items.tables import Tables
from loaders.parse.layout.ending import NUMBER
from loaders.parse.layout.stating import Stating
from loaders.parse.sections import Meaning, meaning_of
from loaders.parse.sentences import sentences


class Labelling(Stating):
    """A place that knows which of its headings name cases."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables) -> None:
        super().__init__(kind, default, tables)
        self.text = ""  # of the whole document
        self.second: dict[int, str] = {}  # by id of a heading: what stands below the line below it
        self.below: dict[int, str] = {}  # by id of a heading: the text below it, to the next heading as high
        self.recalled: dict[int, CaseLabel] = {}  # by id of a block: the review it opens, told above by that name
        self.by_number: set[int] = set()  # headings that open a case by a number alone
        self.told: ReviewKind | None = None  # the kind of all its reviews, where the title says it

    def label_of(self, block: Block, following: Block | None) -> CaseLabel | None:
        """The case that a heading names; `following` stands below it."""
        text = block.text
        if id(block) in self.recalled and block.kind is BlockKind.HEADING:
            return self.recalled[id(block)]
        # "Case reviews" alone says nothing of which kind they are
        generic = re.match(r"(?:recent(?:ly published)? |our |the )?case reviews\b", self.divider_text, re.I)
        kind = (kind_of(self.divider_text) if self.divider and not generic else None) or self.told
        listed = self.divider is not None or bool(self.out.entries) or self.kind in ("learning-digest", "newsletter")
        label = case_label(text, among_cases=listed, kind=kind)
        named = NUMBER.sub("", text)
        if label is None and (listed or self.kind == "annual-report"):
            label = named_review(named, self.text)
        if label is None and listed and following:
            label = named_alone(named, self._story_below(block, following))
        if label is None and id(block) in self.by_number:
            label = numbered_label(text, kind_of(text) or kind or "other")
        if label is None and id(block) in self.announced.opens and following is not None:
            label = announced_label(text, following.text)
        if label is None and id(block) in self.below and cue("prose", "reviewed").search(self.text):
            label = named_over_story(named, self.below[id(block)])
            known = any(label is not None and entry.label.name == label.name for entry in self.out.entries)
            label = None if known else label  # "Robin's story" is a part of the case of Robin
        if label is None and self._beside_reviews(block):
            label = thematic_label(text) or topical_label(text, self.below.get(id(block), ""))
        return self._with_kind_below(named, label, following) if listed else label

    def _with_kind_below(self, heading: str, label: CaseLabel | None, following: Block | None) -> CaseLabel | None:
        """A label with the kind that the line below it opens with ("Practice review. Published in May").

        Above such a line the name of a family is a label too ("The Marlow children (2031)").
        """
        first = sentences(following.text)[0] if following is not None and following.kind is BlockKind.PARAGRAPH else ""
        kind = kind_of(first) if says_only_kind(first) else None
        if kind is None or (label is not None and label.kind != "other"):
            return label
        label = label or read_label(without_year(heading), heading, kind)
        return replace(label, kind=kind) if label else None

    def _story_below(self, block: Block, following: Block) -> str:
        """The text below a heading; a line that only says which kind of review it was stands between them."""
        return self.second.get(id(block), "") if says_only_kind(following.text) else following.text

    def _beside_reviews(self, block: Block) -> bool:
        """Whether headings of this level name reviews with their kind."""
        return any(
            entry.block.level == block.level and entry.block.kind is BlockKind.HEADING and entry.label.kind != "other"
            for entry in self.out.entries
        )

    def says_kind(self, block: Block) -> bool:
        """A line in bold right below the heading of a case that only says which kind of review it was."""
        entry = self.entry
        if entry is None or entry.whole or not self.fresh or not opens_with_kind(block.text):
            return False
        plain = says_only_kind(block.text)  # "Learning review" opens no learning here
        if (not plain and meaning_of(block.text, self.kind) is not None) or case_label(block.text):
            return False
        if entry.label.kind == "other" and (kind := kind_of(block.text)):
            entry.label = replace(entry.label, kind=kind)
        self.out.structure.append(block)
        return True
