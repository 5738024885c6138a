"""A numbered paragraph of minutes that is of one review: its story, and what is listed in it as still open.

What is listed as open ("Remaining: A – in draft; B") is work, each by itself; the rest is read as the story of a case.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.naming import CaseLabel
from loaders.parse.items.marked import left_open
from loaders.parse.layout.judging import Unit
from loaders.parse.layout.units import opened_units
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences


def units_of_review(block: Block, label: CaseLabel) -> list[Unit]:
    """The units of such a paragraph, behind the label of its review."""
    units: list[Unit] = []
    told = ""
    for one in [*sentences(block.text[len(label.printed) :].lstrip(" .")), ""]:
        if one and not left_open(one):
            told = f"{told} {one}".strip()
            continue
        if told:
            rest = replace(block, kind=BlockKind.PARAGRAPH, text=told)
            units += opened_units(rest, meaning("context"), explicit=False, may_open=True)
        units += [(open_, meaning("actions")) for open_ in left_open(one)]
        told = ""
    return units
