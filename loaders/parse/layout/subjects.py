"""A letter whose subject names several reviews ("Robin, and Rapid Review 2/31"): each paragraph is of the one it names.

What follows is of the same review until another is named, or until a paragraph speaks of all of them. A paragraph above
the first name is of none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.label import pseudonym
from loaders.parse.cases.named import tells_of_child
from loaders.parse.cases.naming import CaseLabel
from loaders.parse.cues import cue
from loaders.parse.passages import Entry, Outline
from loaders.parse.sentences import sentences

_LINE = 30  # words of a subject
_CALLED = re.compile(r"^(?:Baby|Child|Young [Pp]erson|Infant|Family) (?=[A-Z])")
_AND = re.compile(r",? and |; | & |, ")


def subjects(page: Sequence[Block], text: str) -> list[CaseLabel]:
    """The reviews that one line of a title page names side by side; none where it names one."""
    for block in page:
        parts = _AND.split(block.text)
        if len(parts) < 2 or len(block.text.split()) > _LINE:
            continue
        named = [*takewhile(bool, (_label(part, text) for part in parts))]  # one that is none ends it
        labels = {key(one.name or one.ref or one.printed): one for one in named if one}
        if len(labels) == len(parts) and any(one.kind != "other" for one in labels.values()):
            return list(labels.values())
    return []


def _label(part: str, text: str) -> CaseLabel | None:
    """A review with its kind or reference, or a name of which the text says that a child bears it."""
    label = case_label(part)
    if label and not label.test and (label.kind != "other" or label.ref):
        return label
    name = pseudonym(part, None)
    if name is None:
        return None
    remembered = re.search(rf"\b{re.escape(part)}\. (?:She|He|They) (?:was|is|were)\b", text)
    return name if remembered or tells_of_child(part, text) else None


def by_mention(walked: Outline, entries: Sequence[Entry], *, by_heading: bool = False) -> None:
    """Give each paragraph the review that it names, or that the one above it is of, by_heading: under its heading."""
    spelt = {id(entry): _spelling(entry.label) for entry in entries}
    here: Entry | None = None
    block: Block | None = None
    heading: str | None = None
    for at, passage in enumerate(walked.passages):
        if by_heading and passage.heading != heading:
            over = [entry for entry in entries if spelt[id(entry)].search(passage.heading or "")]
            here, heading = over[0] if len(over) == 1 else None, passage.heading
        if passage.block is not block:
            block = passage.block
            named = [entry for entry in entries if spelt[id(entry)].search(block.text)]
            if len(named) == 1:
                here = named[0]
            elif len(named) > 1 or _of_all(block):
                here = None
        walked.passages[at] = replace(passage, entry=here)


def _spelling(label: CaseLabel) -> re.Pattern[str]:
    forms = [form for form in (label.name, label.ref, *label.aliases) if form]
    forms += [bare for form in forms if (bare := _CALLED.sub("", form)) != form]  # "Baby Robin" is Robin further on
    return re.compile("|".join(rf"(?<![\w/]){re.escape(form)}(?![\w/])" for form in forms))


def _of_all(block: Block) -> bool:
    """Whether a paragraph speaks of all reviews, or asks at its opening for what follows from them."""
    if block.kind is BlockKind.HEADING:
        return False
    first = sentences(block.text)[0]
    return any(cue("prose", name).search(first) for name in ("of-all", "several")) or (
        cue("prose", "asks").search(first) is not None and re.search(r"\b(?:therefore|you|all)\b", first) is not None
    )
