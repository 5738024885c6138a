"""Whose review a heading, a column or a line below a heading says it is: catalogues tell of many areas.

"Child A" of one area is not "Child A" of another: the name of the body keeps them apart.
"""

from __future__ import annotations

import re

from graph.gazetteer import areas_in, partnership_for, partnerships_in
from graph.text import joined, printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cues import cue

_OF_A_YEAR = re.compile(r"(?:19|20)\d\d\s*[-–—:,]\s*(?P<place>[A-Z][^–—:]{1,60}?)\s*[-–—:]\s*\S")
_FACT = re.compile(
    r"(?:(?:lead |local )?(?:safeguarding )?(?:partnership|board|area|authority|local authority|region|council)"
    r"|lscp|lscb|scp|published by|conducted by|commissioned by)\s*[:–—-]\s*(?P<body>[A-Z].{2,80}?)\.?",
    re.I,
)
_UNNAMED = re.compile(
    r"(?:anonym|unnamed|not (?:named|stated|known|given)|unknown|national|england|wales|various)", re.I
)
_TITLE_WORDS = 12  # of a line that only names a body
_PLACE_WORDS = 6


def body_in(heading: str, name: str | None = None) -> str | None:
    """The one partnership, board or area that a heading of a case names beside its label; None where none or several.

    `name` is that of the case, which is no part of the body's. Partnerships come under their present names, a place the
    gazetteer does not know as printed.
    """
    said = printed(heading)
    said = said.replace(name, " . ") if name else said
    named = partnerships_in(said)
    if named:
        return named[0] if len(named) == 1 else None
    of_year = _OF_A_YEAR.match(said)
    before = re.match(r"([A-Z][\w ,&'’-]{2,60}?)\s*(?:[:–—]|\s-\s)", said)
    return body_of_place(of_year["place"]) if of_year else body_of_place(before[1], surely=True) if before else None


def body_of_place(place: str, *, surely: bool = False) -> str | None:
    """The body that acts for a place as a catalogue or a column prints it ("Leeds", "Leeds SCP"); None for no place.

    `surely`: nothing else says that a place stands there, so that only known places and bodies are believed.
    """
    said = joined(place).strip(" .")
    if not said[:1].isupper() or _UNNAMED.match(said):
        return None
    named = partnerships_in(said)
    if named:
        return named[0] if len(named) == 1 else None
    known = areas_in(said)
    if not known:
        return said if len(said.split()) <= _PLACE_WORDS and not surely else None
    together = partnerships_in(f"{said} Safeguarding Children Partnership")
    return together[0] if len(together) == 1 else partnership_for(known[0]) if len(known) == 1 else None


def body_line(line: str) -> str | None:
    """The body that a line right below a case's heading gives: it alone, or behind "Partnership:"; else None."""
    said = printed(line)
    if len(said.split()) > _TITLE_WORDS:
        return None
    if fact := _FACT.fullmatch(said):
        return body_of_place(fact["body"])
    named = partnerships_in(said)
    alone = re.search(r"(?:Partnership|Board|LSCP|LSCB|SCP|SCB)(?:,? (?:\w+ )?(?:19|20)\d\d|\s*\([^)]*\))?\.?$", said)
    return named[0] if len(named) == 1 and alone and said[:1].isupper() else None


def tells_whose(block: Block) -> bool:
    """Whether a cell stands in a column that says whose review the row is of."""
    return bool(
        block.column_head and block.row and block.row > 1 and cue("passages", "body-column").search(block.column_head)
    )


def area_headings(blocks: list[Block]) -> dict[int, str]:
    """Headings that name a body or an area alone, above the cases of each: by id of the block; none where only one."""
    heads = (block for block in blocks if block.kind is BlockKind.HEADING)
    found = {id(block): body for block in heads if (body := body_line(block.text) or _area(block.text))}
    return found if len(set(found.values())) > 1 else {}


def _area(heading: str) -> str | None:
    """The partnership for a heading that is the name of an area and nothing else."""
    said = joined(printed(heading))
    return partnership_for(said) if areas_in(said) and len(said.split()) <= _PLACE_WORDS else None
