"""Passages to records: what each unit of text becomes.

A passage whose section has no meaning is rejected with the reason, unless a sentence of it is taken by its words alone,
which its record then says (`by_wording.py`). What is asked of every passage is asked here, then the maker of its
meaning (`makers.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from graph.dates import find_dates
from graph.records import DocumentRecord
from loaders.coding import polarity_of
from loaders.parse.answering import done_about
from loaders.parse.around import Neighbours
from loaders.parse.by_wording import told_by_wording
from loaders.parse.cues import cue
from loaders.parse.desk import Desk
from loaders.parse.items import by_number, work
from loaders.parse.items.notices import is_notice, only_looked_at
from loaders.parse.items.replies import below_recommendation, replies
from loaders.parse.items.tables import Tables
from loaders.parse.items.terms import terms_line
from loaders.parse.layout.followed import heads_one
from loaders.parse.layout.requested import tells_how_far
from loaders.parse.layout.stories import brings_in_child
from loaders.parse.makers import MAKERS, UNINVOLVED, context, plan
from loaders.parse.passages import Outline, Passage
from loaders.parse.sentences import sentences

_SOURCE = re.compile(r"^[(\[][^)\]]{2,60}[)\]]$")
_QUOTED = re.compile(r"[“\"‘][^“”\"]{3,300}[”\"’]\s*(?:[-–—(]?\s*(?:[A-Z][\w’' -]{1,40})\)?)?$")  # with who said it
_WORKS = ("action", "activity", "status")
_OF_WORK = ("finding", "recommendation", "action", "activity")
_ASKING = ("recommendation", "action", "activity", "status", "parts")
_NOT_KEPT = {
    "contents": "a line of the contents",
    "divider": "stands between cases and belongs to none",
    "statistic": "among figures, and not read as one",
    "chronology": "in a chronology, and not read as a dated entry",
    "aside": "no part of the learning",
}


def build(
    record: DocumentRecord, outline: Outline, pages: dict[int | None, str], tables: Tables, neighbours: Neighbours
) -> Desk:
    """Make the records of all passages, in order.

    Args:
        record: of the document; it is filled.
        outline: its passages.
        pages: the text of each page by number (None: the whole of a file without pages).
        tables: of the document, for the action plans among them.
        neighbours: of its sentences.

    Returns:
        The desk, with what became of each block.
    """
    desk = Desk(record, pages, tables, neighbours)
    for entry in outline.entries:
        desk.open_review(entry)
    for mark in outline.priorities:
        desk.priority(mark.number, mark.title, mark.block)
    told = Counter(_place(one) for one in outline.passages if _told(one))
    for passage in outline.passages:
        desk.reason, desk.unsaid = "", False
        made, reason = _made(desk, passage), desk.reason
        if desk.unsaid and not record.document.kind.startswith("inspection"):  # whose summaries say all twice
            told[_place(passage)] -= _told(passage)
            for one in told_by_wording(passage, made, neighbours):
                if not told[_place(one)]:
                    made = _made(desk, one) or made
        if made:
            desk.kept.add(id(passage.block))
        else:
            desk.left.append((passage, reason))
    return desk


def _place(passage: Passage) -> tuple[int, str]:
    """What tells two passages of one sentence of a block as the same."""
    return id(passage.block), passage.text


def _told(passage: Passage) -> bool:
    """Whether a passage is taken for something by its heading or by a rule."""
    return passage.meaning is not None and passage.meaning.becomes != "context"


def _made(desk: Desk, passage: Passage) -> bool:
    block, found = passage.block, passage.meaning
    stated = found is None and passage.text.endswith(".") and below_recommendation(desk, passage)
    if stated and tells_how_far(sentences(passage.text)[0]):
        return done_about(desk, passage)  # sentences; "Trained: 612" is a figure
    if found is None:
        where = f'under "{passage.heading}"' if passage.heading else "before the first heading"
        return desk.pass_by(block, f"not understood: {where} it is not clear what this is")
    if found.becomes in _NOT_KEPT:
        if found.withhold:
            desk.withheld.add(id(block))
        return desk.reject(block, found.reason or _NOT_KEPT[found.becomes])
    if found.becomes == "plan":
        return plan(desk, passage)
    if cue("passages", "none").match(passage.text):
        return desk.reject(block, "says that there is none")
    if len(passage.text) < 160 and cue("passages", "link").search(passage.text) and not _asks_by_a_day(passage.text):
        return desk.reject(block, "a link or contact line")
    if cue("passages", "you-said").match(passage.text):
        return desk.reject(block, "what others said, not what was done about it")
    if len(passage.text.split()) <= UNINVOLVED and cue("passages", "not-involved").match(passage.text):
        return context(desk, passage)
    if _SOURCE.match(passage.text):
        return desk.reject(block, "the source of a quotation")
    if found.becomes in _OF_WORK and cue("facts", "of-the-review").search(passage.text):
        return context(desk, passage) if passage.entry else desk.reject(block, "a decision on the review itself")
    if found.becomes == "finding" and passage.entry is not None and not passage.item and _tells_of_child(passage):
        return context(desk, passage)  # "Robin was two when …", before what the review found
    if found.becomes in _WORKS and is_notice(passage.text):
        return desk.reject(block, "how to take part, when to come or whom to ask; tells of no work")
    framing = cue("work", "framing").search(passage.text) or only_looked_at(passage.text)
    if found.becomes in _WORKS and not passage.stands and framing:
        return context(desk, passage) if passage.entry else desk.pass_by(block, "explains actions, is none itself")
    if desk.last_asked is not None and cue("passages", "success-measure").match(passage.text):
        return work.measure(desk, passage)
    if desk.asked and (rag := cue("passages", "rag-line").match(passage.text)):
        desk.asked[-1][1].status_printed = rag["rag"]  # as printed: a colour says nothing of what was done
        return True
    if desk.last_asked is not None and found.becomes in _ASKING and (told := terms_line(passage.text)):
        return work.terms(desk, told)
    if found.becomes in ("action", "status", "recommendation") and _QUOTED.match(block.text):
        if not (found.becomes == "recommendation" and heads_one(passage.heading)):
            return desk.reject(block, "a quotation from elsewhere")
        passage = replace(passage, text=passage.text.strip('“”"‘’ '))  # a reply quotes what it answers
    if (behind := replies(desk, passage)) is not None:
        if not behind or found.becomes in ("recommendation", "context"):
            return done_about(desk, replace(passage, text=behind))
        passage = replace(passage, text=behind)
    if by_number.is_closing(passage.text) and found.becomes != "parts":
        return by_number.closing(desk, passage)
    return MAKERS[found.becomes](desk, passage)


def _tells_of_child(passage: Passage) -> bool:
    """Whether a sentence tells who the child of a case is and what befell the child, and nothing of those who help."""
    if (
        cue("prose", "of-family").search(passage.text)
        and not cue("prose", "of-many").search(passage.text)
        and not cue("prose", "worker").search(passage.text)
        and polarity_of(passage.text, "learning") == "not-stated"
    ):
        return True
    name = passage.entry.label.name if passage.entry else None
    shortened = name.split()[-1] if name else None
    opens = re.match(rf"(?:{re.escape(name)}|{re.escape(shortened or name)})\b", passage.text) if name else None
    return opens is not None and brings_in_child(passage.text, shortened)


def _asks_by_a_day(text: str) -> bool:
    """Whether it asks for something by a day, as the address to send it to may stand in the same sentence."""
    return bool(cue("passages", "only-asked").search(text) and re.search(r"\bby\b", text) and find_dates(text))
