"""Pages of rules: how and when reviews are held, tools, procedures. They tell of no case, so nothing is taken of them.

A partnership's website and handbook speak of children who died, of learning and of recommendations on every line, in
general. Read as a review they would make a case, a dead child and actions of nobody. A page is one of rules only where
its sentences say so and none tells what happened to anybody or what anybody found; a review that explains itself first
stays a review.
"""

from __future__ import annotations

from loaders.blocks import Block, BlockKind
from loaders.coding.prose import prose_polarity
from loaders.parse.cues import cue
from loaders.parse.layout.document import Front
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_RULES = 2  # sentences that make a page one of rules where its title does not say so
_TOLD = 3  # sentences about what happened that make a page more than rules, whatever its title and its rules
_READ = 400  # blocks of a document that are looked at; a longer one tells by then what it is
_JUDGED = ("shortfall", "barrier")
_NEVER = ("annual-report", "newsletter", "action-tracker")
_INSPECTIONS = ("inspection-letter", "inspection-report")  # written in the present tense, as rules are


def is_guidance(blocks: list[Block], first: Front) -> bool:
    """Whether a document sets out rules in general and tells of no case, finding or work."""
    document = first.document
    inspection = document.kind in _INSPECTIONS
    named = first.whole and (first.whole.name or first.whole.ref or first.whole.test) and not inspection
    if document.kind in _NEVER or named:
        return False
    if inspection and any(cue("guidance", "inspected").search(block.text) for block in blocks):
        return False
    rules = told = 0
    for block in blocks[:_READ]:
        if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            continue
        for sentence in sentences(block.text):
            if any(cue("guidance", name).search(sentence) for name in ("wanting", "of-itself")):
                told += 1
            elif cue("guidance", "rule").search(sentence):
                rules += 1
            elif tells(sentence):
                told += 1
    if any(cue("guidance", "title").search(line) for line in (document.title, *(block.text for block in first.title))):
        return rules > told and told < _TOLD
    return rules >= _RULES and told == 0


def tells(sentence: str) -> bool:
    """Whether a sentence says what happened, was found or was done once, not what is done whenever a case arises."""
    return bool(cue("guidance", "told").search(sentence)) and not cue("guidance", "in-general").search(sentence)


def set_aside(walked: Outline) -> None:
    """Leave a page of rules unread, with the reason, but for what judges practice under a heading of learning."""
    walked.entries, walked.priorities = [], []
    for passage in walked.passages:
        passage.entry, passage.priority = None, None
        if not _judges(passage):
            passage.meaning = meaning("guidance")


def _judges(passage: Passage) -> bool:
    """Whether a passage is learning told among rules ("What we keep seeing: bruises are explained away")."""
    if passage.meaning is None or passage.meaning.becomes != "finding":
        return False
    ruled = any(cue("guidance", name).search(passage.text) for name in ("rule", "in-general", "asks"))
    return not ruled and prose_polarity(passage.text) in _JUDGED
