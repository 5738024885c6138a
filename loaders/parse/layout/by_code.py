"""Reviews listed by their codes, one below the other ("2031/A - A boy of five drowned …"), outside every case.

Such a list is known by two lines or more that open with codes of one make, most of which tell of a child; each is a
case of its own, called by its code.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cases.registers import tells_of_child
from loaders.parse.passages import Entry, Outline, Passage
from loaders.parse.sections import meaning

_LED = re.compile(
    r"[\"“(]?(?P<ref>(?:[A-Z]{1,5}[ /-]?)?\d{2,4}[/-](?:[A-Z]|\d{1,4})|[A-Z]{2,5}[ /-]\d{1,3}(?:[/-]\d{2,4})?)[\"”)]?"
    r"\s*[-–—:|.]\s+(?=\S)"
)
_KINDS = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBERED)
_LEAST = 2


def open_by_code(walked: Outline) -> None:
    """Open the cases of lists whose lines open with codes, and give each its line."""
    if any(entry.whole for entry in walked.entries):
        return
    led = {
        id(passage.block): (passage.block, found["ref"])
        for passage in walked.passages
        if passage.entry is None and passage.block.kind in _KINDS and (found := _LED.match(_whole(passage.block)))
    }
    makes = Counter(_make(ref) for _, ref in led.values())
    telling = Counter(_make(ref) for block, ref in led.values() if tells_of_child(block.text))
    known = {name for entry in walked.entries for name in (entry.label.ref, *entry.label.aliases) if name}
    entries: dict[int, Entry] = {}
    for at, (block, ref) in led.items():
        make = _make(ref)
        if makes[make] >= _LEAST and 2 * telling[make] >= makes[make] and ref not in known:
            label = CaseLabel(ref, kind_of(block.text) or "other", ref)
            entries[at] = Entry(label, block)
            known.add(ref)
    walked.entries += entries.values()
    walked.passages = [_of(p, entries[id(p.block)]) if id(p.block) in entries else p for p in walked.passages]


def _whole(block: Block) -> str:
    return f"{block.number} {block.text}" if block.number and not block.number[:1].isdigit() else block.text


def _make(ref: str) -> str:
    """What codes of one list share: their letters before the number and their signs ("2031/A": "0/A")."""
    return re.sub(r"(?<=[/-])[A-Z]$", "A", re.sub(r"\d+", "0", ref))


def _of(passage: Passage, entry: Entry) -> Passage:
    if passage.entry is not None:
        return passage
    kept = passage.meaning is not None and passage.meaning.becomes not in ("statistic", "aside")
    return replace(passage, entry=entry, meaning=passage.meaning if kept else meaning("context"))
