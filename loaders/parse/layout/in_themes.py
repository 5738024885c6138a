"""Cases told in one sentence of a theme ("Child G, aged two, was …"), as reports on several reviews tell them.

What such a paragraph learns stays of the theme. Its sentence opens a case only in a paper of several reviews, where it
names the child, says right beside the name how old or what the child was, and tells what befell it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from loaders.blocks import BlockKind
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.introduced import told_elsewhere
from loaders.parse.cases.mentions import AGE_IN_WORDS, NUMBERS
from loaders.parse.cases.naming import CODE, CaseLabel, is_common, kind_of
from loaders.parse.cues import cue
from loaders.parse.passages import Entry, Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_WORDED = "|".join(sorted((word for word, number in NUMBERS.items() if number < 19), key=len, reverse=True))
_AGE = rf"(?i:{AGE_IN_WORDS}|1?\d(?!\d)|(?:{_WORDED})(?!\w))"
_WHO = r"(?i:(?:[a-z-]+ ){0,2}(?:boy|girl|baby|infant|toddler|child|teenager|young (?:person|man|woman)))"
_BESIDE = (  # "Child G, aged two,", "Child P (15)", "Baby T was ten weeks old", "Ifan, a boy of 9"
    rf"(?:,? \((?:aged )?{_AGE}(?: old)?\)"
    rf"|,? (?:who )?(?:was |is |then )?(?:only |just )?(?:aged )?{_AGE}(?: old)?(?=,|;|\.| when | and )"
    rf"|,? \(?(?:who )?(?:was |is )?an? {_WHO}(?:,? (?:of|aged) {_AGE})?\b"
    rf"|, an? {AGE_IN_WORDS}[- ]old\b)"
)
_LETTERED = r"(?:Child|Baby|Infant|Young Person|Twin) (?:[A-Z]{1,2}\d?|\d{1,2})(?!\w)"
_CALLED = re.compile(
    rf"(?:(?P<ref>{CODE}) \()?"
    rf"(?:(?P<label>{_LETTERED})"
    rf"|(?:^|\b(?i:death|case|review|story) (?:of|about|into) )(?P<name>[A-Z][a-z]{{2,}})){_BESIDE}"
)
_READ = (None, "finding", "context", "background")  # what a passage that may tell of a case becomes
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.BULLET)


def open_told_in_themes(walked: Outline, title: str, own: Collection[str]) -> None:
    """Open the cases that sentences of themes tell, in a paper of several reviews; each sentence is its story.

    Args:
        walked: the passages so far; a story is added behind the passage that tells it.
        title: of the paper.
        own: the bodies whose reviews it tells of.
    """
    if any(entry.whole for entry in walked.entries) or not cue("prose", "of-several").search(title):
        return
    told: list[Passage] = []
    for passage in walked.passages:
        told.append(passage)
        if passage.entry is not None or passage.block.kind not in _RUNNING:
            continue
        if (passage.meaning.becomes if passage.meaning else None) not in _READ:
            continue
        for sentence in sentences(passage.text):
            label = _case_of(sentence, own)
            if label and not any(_same(label, entry.label) for entry in walked.entries):
                entry = Entry(label, passage.block)
                walked.entries.append(entry)
                told.append(replace(passage, text=sentence, meaning=meaning("context"), entry=entry))
    walked.passages = told


def _case_of(sentence: str, own: Collection[str]) -> CaseLabel | None:
    """The case that one sentence tells whole, or None."""
    found = _CALLED.search(sentence)
    if found is None or not told_of_harm(sentence) or told_elsewhere(sentence, own):
        return None
    name = found["label"] or found["name"]
    if found["name"] and not re.match(r"[,)]", sentence[found.end() :]) and not found[0].endswith(")"):
        return None  # "Afterwards, a boy of nine was hurt" names nobody
    if (found["name"] and is_common(found["name"])) or cue("prose", "imagined").search(sentence):
        return None
    return CaseLabel(name, kind_of(sentence) or "other", found["ref"], name)


def _same(one: CaseLabel, other: CaseLabel) -> bool:
    """Whether a label is of a case that is open already, by its name or a part of it."""
    names = {other.name, other.ref, *other.aliases, *other.children()}
    bare = re.sub(r"^(?:Child|Baby|Infant) ", "", one.name or "")
    return one.name in names or bare in names or (one.ref is not None and one.ref in names)
