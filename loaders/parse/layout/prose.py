"""A letter or report in running prose, without a heading: its cases, learning, requests and work by what sentences say.

Only where no heading, list or table says what anything is. A case opens with a paragraph whose first sentences bring in
a child with an age and what befell the child, in a text that speaks of reviews; the paragraphs below belong to it until
another case opens, or until one speaks of all of them, asks for something or tells of work since. What no sentence says
stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from loaders.blocks import Block, BlockKind
from loaders.coding.prose import prose_polarity
from loaders.parse.cases.child_facts import DIED
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cues import cue
from loaders.parse.layout.document import Front
from loaders.parse.layout.stories import brings_in_child
from loaders.parse.passages import ITEMS, Entry, Outline, Passage
from loaders.parse.sections import Meaning, meaning, meaning_of
from loaders.parse.sentences import sentences

_OPENING = 2  # sentences of a paragraph that bring in a child
_LEAST = 6  # words of a sentence that tells something
_JUDGED = ("shortfall", "barrier", "good-practice")


def read_prose(walked: Outline, blocks: list[Block], first: Front) -> None:
    """Give the passages of a text without headings their cases and meanings; any other text is left as it is."""
    if not _bare(walked, blocks, first):
        return
    paragraphs = [list(told) for _, told in groupby(walked.passages, key=lambda passage: id(passage.block))]
    opened = [_opens(told[0].block) for told in paragraphs]
    many = sum(opened)
    if not many or not any(cue("prose", "reviewed").search(told[0].block.text) for told in paragraphs):
        return
    several = many > 1 or any(cue("prose", "several").search(told[0].block.text) for told in paragraphs)
    if many > 1 and first.document.kind == "review-report":
        first.document.kind = "learning-digest"
    walked.entries, walked.passages = [], []
    case: Entry | None = None
    for told, opens in zip(paragraphs, opened, strict=True):
        text = told[0].block.text
        if opens:
            case = Entry(_label(text), told[0].block)
            walked.entries.append(case)
        elif case is not None and several and _of_all(text):
            case = None
        if not walked.entries or _signs(told):
            walked.passages += [_unread(passage) for passage in told]
        else:
            walked.passages += _read(told[0], case, opens=opens)


def read_stories(walked: Outline, opened: set[int]) -> None:
    """Learning in the stories of cases that tell it under no heading of its own, sentence by sentence.

    Args:
        walked: the passages so far; learning found is added behind the story that tells it.
        opened: ids of the blocks that opened such cases; one that has any learning is left as it is.
    """
    silent = {id(entry) for entry in walked.entries if id(entry.block) in opened}
    silent -= {id(p.entry) for p in walked.passages if p.meaning is not None and p.meaning.becomes == "finding"}
    told: list[Passage] = []
    for passage in walked.passages:
        told.append(passage)
        if id(passage.entry) in silent and passage.meaning is not None and passage.meaning.becomes == "context":
            learnt = [one for one in sentences(passage.text) if _said(one) == "learning"]
            told += [replace(passage, text=one, meaning=_meant("learning", one)) for one in learnt]
    walked.passages = told


def _bare(walked: Outline, blocks: list[Block], first: Front) -> bool:
    """Whether nothing but prose tells what this is: no heading, list or table, and no case but one a title may mean."""
    below = [block for block in blocks if block not in first.title]
    if first.default or any(block.kind in ITEMS for block in below):
        return False
    if any(block.kind is BlockKind.HEADING and meaning_of(block.text) for block in blocks):
        return False
    return not any(
        not entry.whole or entry.label.name or entry.label.ref or entry.label.test or kind_of(entry.label.printed)
        for entry in walked.entries
    )


def _opens(block: Block) -> bool:
    """Whether a paragraph opens by bringing in a child, with an age and a harm."""
    return block.kind is BlockKind.PARAGRAPH and brings_in_child(block.text)


def _label(text: str) -> CaseLabel:
    """A case that no heading names, by the sentence that opens it."""
    return CaseLabel(sentences(text)[0], kind_of(text) or "other")


def _of_all(text: str) -> bool:
    """Whether a paragraph leaves the case above it: it speaks of every case, asks for something or tells of work."""
    said = [_said(sentence) in ("asked", "activity") for sentence in sentences(text)]
    return bool(cue("prose", "of-all").search(sentences(text)[0])) or said[0] or 2 * sum(said) >= len(said)


def _signs(told: list[Passage]) -> bool:
    ended = cue("passages", "letter-end").search(told[0].text)
    return bool(ended) or any(p.meaning is not None and p.meaning.id == "signature" for p in told)


def _unread(passage: Passage) -> Passage:
    kept = passage.meaning is not None and passage.meaning.id == "signature"
    return replace(passage, entry=None, meaning=passage.meaning if kept else None)


def _read(first: Passage, case: Entry | None, *, opens: bool) -> Iterator[Passage]:
    """The sentences of a paragraph, each with what it says; the story of a case is its context."""
    before: str | None = None  # what the sentence before was; what follows may go on with it
    for number, sentence in enumerate(sentences(first.block.text)):
        found = _said(sentence) or _goes_on(before, sentence)
        found = "actions" if found == "activity" and before == "actions" else found
        working = cue("prose", "in-hand").search(sentence) or found in ("activity", "actions")
        before = "actions" if working else found or before
        of_child = opens and number < _OPENING and (number == 0 or cue("prose", "reviewed").search(sentence))
        if case is not None and (of_child or found is None or _befalls(sentence)):
            yield replace(first, text=sentence, meaning=meaning("context"), entry=case)
            found = found if cue("prose", "learnt").search(sentence) else None
        if found is not None or case is None:
            asked = cue("prose", "asked-of").search(sentence) if found == "asked" else None
            who = [re.sub(r"^the ", "", asked["who"].strip(), flags=re.I)] if asked else []
            yield replace(first, text=sentence, meaning=_meant(found, sentence), entry=case, addressees=who)


def _goes_on(before: str | None, sentence: str) -> str | None:
    """What a sentence that says nothing of itself is, below one that told of work, or of learning, in its paragraph."""
    if any(cue("prose", name).search(sentence) for name in ("of-family", "in-hand", "of-report")):
        return None
    if before == "actions":
        return "actions"
    return "learning" if before == "learning" and cue("prose", "worker").search(sentence) else None


def _meant(name: str | None, sentence: str) -> Meaning | None:
    """The meaning, for learning with how it is judged: by prose where that says anything, else by its words."""
    if name == "learning":
        judged = prose_polarity(sentence)
        blamed = cue("prose", "should-have").search(sentence) or cue("prose", "wanting").search(sentence)
        if judged in _JUDGED and not (judged == "good-practice" and blamed):
            return meaning("judged-in-prose")
    return meaning(name) if name else None


def _befalls(sentence: str) -> bool:
    """Whether a sentence tells what befell the child, and no more."""
    said = cue("prose", "learnt").search(sentence) or cue("prose", "asks").search(sentence)
    return not said and bool(DIED.search(sentence))


def _said(sentence: str) -> str | None:
    """What a sentence is by its own words, as the id of a meaning: asked, done since, learnt, or nothing of these."""
    if len(sentence.split()) < _LEAST and not cue("prose", "wanting").search(sentence):
        return None
    if cue("passages", "hindsight").search(sentence) or cue("prose", "should-have").search(sentence):
        return "learning"
    if cue("prose", "asks").search(sentence):
        return "asked"
    if any(cue("prose", name).search(sentence) for name in ("thanks", "in-hand", "of-report")):
        return None
    if cue("prose", "since").search(sentence) and not cue("prose", "of-family").search(sentence):
        return "activity"
    if cue("prose", "learnt").search(sentence):
        return "learning"
    if cue("prose", "of-family").search(sentence):
        return None
    if cue("prose", "wanting").search(sentence) or prose_polarity(sentence) in _JUDGED:
        return "learning"
    return None
