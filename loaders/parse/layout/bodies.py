"""Whose safeguarding work a document tells of, who publishes it, and which places it names as its own."""

from __future__ import annotations

import re

from graph.gazetteer import areas_in, members_of, partnership_for, partnerships_in
from graph.national import national_body
from graph.records import Document
from loaders.blocks import Block, BlockKind, SourceText
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.whose import area_headings, tells_whose
from loaders.parse.layout.title_page import FRONT
from loaders.parse.layout.whole import BODY

_BEFORE_BODY = re.compile(  # what may stand before the name of a body on its line
    r"^Dear |^to ?: ?(?:the )?|^.*\binspection of (?:the )?"
    r"|^.{0,60}\b(?:newsletter|briefing|bulletin|news|reports?|published|produced"
    r"|issued|prepared|update|behalf) (?:of|from|by|for) (?:the )?",
    re.I,
)
_DATE_BEHIND = re.compile(  # "… Partnership, July 2024", "… Partnership on 8 July 2024"
    r"(?:\s*[,|·•(–-]|\s+(?:on|in))\s*(?:\d{1,2}(?:st|nd|rd|th)? )?(?:(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Spring|Summer|Autumn|Winter) )?(?:19|20)\d\d\b.*$",
    re.I,
)
_BEHIND_BODY = re.compile(  # what the line says of the document after the name of a body: "… Partnership Annual Report"
    r"(?:['’]s)?\s+(?:(?:multi-agency|annual|yearly|quarterly|thematic|local child|rapid|seven|7)\b"
    r"|(?:newsletter|bulletin|reports?|learning|briefing|reviews?|digest|action plan|(?:response|reply|statement)(?= )"
    r"|publishes)\b).*$",
    re.I,
)
_PARTED = re.compile(r"\s+[-–—|]\s+|:\s+")
_ANY_BODY = re.compile(
    r"(?:(?:the|our|local|multi[- ]agency|regional|safeguarding|children|child|adults?|and|&|protection)"
    r"(?:['’]?s)?['’]?\s+)*"
    r"(?:partnership|partners|boards?|committee)['’]?",
    re.I,
)


def around(source: SourceText) -> str:
    """What is printed around the document: its file's own title, the head and foot of a page."""
    around = dict.fromkeys(block.text for block in source.blocks if block.kind is BlockKind.FURNITURE)
    return " . ".join([source.metadata.get("title", ""), *around])


def _of_the_whole(blocks: list[Block]) -> list[Block]:
    """The blocks without headings of several cases or areas: a body named there speaks for them, not the document."""
    cases = {id(block) for block in blocks if block.kind is BlockKind.HEADING and case_label(block.text)}
    cases |= area_headings(blocks).keys() | {id(block) for block in blocks if tells_whose(block)}
    return [block for block in blocks if id(block) not in cases] if len(cases) > 1 else blocks


def say_whose(document: Document, lines: list[str], blocks: list[Block], frame: str) -> None:
    """Note on a document whose work it tells of, who publishes, and its places; `frame`: what is printed around it."""
    lines = [re.sub(r"^.*\b(?:group|team|unit|committee), (?=[A-Z])", "", line) for line in lines]
    opening = "\n\n".join(block.text for block in _of_the_whole(blocks[:FRONT]))[:1500]
    named = partnerships_in(" . ".join(lines))
    document.areas = areas_in(document.title) or areas_in(" ".join(lines))
    if not named:
        named = list(dict.fromkeys(body for area in document.areas if (body := partnership_for(area))))
        place = document.title.split(" ", 1)[0]  # a region that several partnerships share is a name of its own
        document.partnership = joint if members_of(joint := f"{place} Safeguarding Children Partnerships") else None
    if not named:
        named = partnerships_in(opening)
    if not named:
        named = partnerships_in("\n\n".join(block.text for block in _of_the_whole(blocks)[-6:]))
    if not named and not any(BODY.search(line) for line in lines):
        named = partnerships_in(frame)[:1]
    if document.kind in ("inspection-letter", "inspection-report"):
        named = partnerships_in(document.title) or named
        document.publisher = (
            "Ofsted" if re.search(r"\bofsted\b", " ".join(block.text for block in blocks), re.I) else None
        )
    if len(named) > 1:
        document.partnerships = named
    elif named:
        document.partnership = named[0]
    if document.partnership is None and not named:
        own = [line for line in lines if not re.search(r"\bofsted\b|\bcare quality commission\b", line, re.I)]
        own = [_DATE_BEHIND.sub("", _BEFORE_BODY.sub("", line)) for line in own]
        bodies = [line for line in own if BODY.search(line) and len(line.split()) <= 12]
        document.partnership = next((name for line in bodies if not _of_no_place(name := _named_body(line))), None)
        if document.partnership is None and not document.areas:
            document.publisher = next((line for line in lines if national_body(line)), None)
    if document.publisher is None:
        document.publisher = document.partnership


def _named_body(line: str) -> str:
    """The name of a body without what its line says of the document."""
    parts = [part for part in _PARTED.split(line) if (found := BODY.search(part)) and part[: found.start()].strip()]
    line = parts[-1] if parts else line
    found = BODY.search(line)
    return line[: found.end()] + _BEHIND_BODY.sub("", line[found.end() :]) if found else line


def _of_no_place(name: str) -> bool:
    """Whether the name of a body is one that any of them has ("Children's Safeguarding Partnership")."""
    return _ANY_BODY.fullmatch(name) is not None
