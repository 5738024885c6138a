"""Forewords and statements that somebody signs by office: what stands above the signature is that author's view.

The author is the office as printed ("Independent Chair and Scrutineer"), never a person's name: the line with the name
is not kept. An author may also be named by the heading ("Foreword by the Independent Scrutineer") or by the opening
words ("As the Independent Chair …"). What follows the end of a letter ("Yours sincerely") is names and offices alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import Judgement
from graph.text import joined
from loaders.blocks import Block, BlockKind
from loaders.coding import code, polarity_of
from loaders.parse.cues import cue
from loaders.parse.desk import Desk
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning, meaning_of
from loaders.parse.sentences import sentences

_NAME = re.compile(
    r"^(?:(?:Dr|Prof(?:essor)?|Sir|Dame|Mr|Mrs|Ms|Miss|Cllr|Councillor|Rev)\.? )?"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}(?: (?:OBE|MBE|CBE|QPM|KC))?$"
)
_NAMED_OFFICE = re.compile(r"^(?P<name>[^,]{4,40}),\s*(?P<office>.+)$")
_SHORT = 14  # words of a line of a signature
_LEAST = 8  # words that something above it must have


def signature_lines(blocks: list[Block]) -> list[Block]:
    """The blocks, with a name and the office below it, at the end of a text, as lines of text and not as headings."""
    made = list(blocks)
    for number in range(1, len(blocks)):
        above, name = blocks[number - 1], blocks[number]
        if above.kind is not BlockKind.PARAGRAPH or not re.search(r"[.!?]$", above.text):
            continue
        office = blocks[number + 1] if number + 1 < len(blocks) else None
        signed = [number] if _names_office(name.text) else []
        if office is not None and _NAME.match(joined(name.text)) and meaning_of(name.text) is None:
            signed = [number, number + 1] if cue("passages", "personal-office").search(office.text) else signed
        for place in signed:
            if blocks[place].kind is BlockKind.HEADING:
                made[place] = replace(blocks[place], kind=BlockKind.PARAGRAPH, level=0)
    ended = False
    for number, block in enumerate(made):
        if cue("passages", "letter-end").search(block.text):
            ended = True
            continue
        if not ended:
            continue
        holds_office = cue("passages", "personal-office").search(block.text) is not None
        ended = _short(block.text) and (holds_office or meaning_of(block.text) is None)
        if ended and block.kind is BlockKind.HEADING:
            made[number] = replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return made


def _names_office(text: str) -> bool:
    """ "Jane Example, Independent Chair": a name and an office in one line."""
    found = _NAMED_OFFICE.match(joined(text))
    return bool(found and _NAME.match(found["name"]) and cue("passages", "personal-office").search(found["office"]))


def sign(walked: Outline) -> None:
    """Give passages that stand above a signature, or under an author's heading, their author and meaning."""
    _sign_off(walked.passages)
    for run in _runs(walked.passages):
        offices, signature = _signature(run)
        author = " and ".join(dict.fromkeys(offices)) or _author_of(run)
        told = [p for p in run if p not in signature]
        if not author or not any(len(p.text.split()) >= _LEAST for p in told):
            continue
        for passage in told:
            passage.meaning, passage.author = meaning("signed-view"), author
        for passage in signature:
            passage.meaning = meaning("signature")


def _sign_off(passages: list[Passage]) -> None:
    """The short lines after the end of a letter are who signs it: no work, no learning, and no name is kept."""
    closed = False
    for passage in passages:
        if cue("passages", "letter-end").search(passage.text):
            closed = True
        elif closed := closed and _line(passage):
            passage.meaning = meaning("signature")


def view(desk: Desk, passage: Passage) -> bool:
    """The sentences of a signed passage that judge; thanks, aims and plans are none."""
    role = "scrutineer" if re.search(r"\bscrutin", passage.author or "", re.IGNORECASE) else "partnership"
    kept = False
    for sentence in sentences(passage.text):
        polarity = polarity_of(sentence, "scrutiny")
        if polarity == "not-stated" or passage.item or cue("passages", "no-judgement").search(sentence):
            continue
        more = {"author": passage.author, "author_role": role, "polarity": polarity}
        themes = code(sentence, polarity=polarity)
        desk.home(passage).judgements.append(
            Judgement.model_validate(desk.stated(passage, sentence) | more | {"quote": sentence, "themes": themes})
        )
        kept = True
    return kept or desk.pass_by(passage.block, "a signed statement that judges nothing here")


def _runs(passages: list[Passage]) -> Iterator[list[Passage]]:
    """Passages one after the other under one heading, not understood or opening words, outside any case."""
    run: list[Passage] = []
    for passage in passages:
        if run and (passage.heading != run[-1].heading or not _open(passage)):
            yield run
            run = []
        if _open(passage):
            run.append(passage)
    if run:
        yield run


def _open(passage: Passage) -> bool:
    if passage.entry is not None:
        return False
    opening = cue("passages", "opening-words").search(passage.heading or "")
    return passage.meaning is None or (passage.meaning.becomes == "aside" and opening is not None)


def _signature(run: list[Passage]) -> tuple[list[str], list[Passage]]:
    """The offices at the end of a run, each below a name or after it, and the lines they stand in."""
    offices: list[str] = []
    lines: list[Passage] = []
    place = len(run)
    while place > 0 and _line(run[place - 1]):
        place -= 1
    tail = run[place:]
    for number, passage in enumerate(tail):
        before = tail[number - 1] if number else None
        text = joined(passage.text)
        if (found := _NAMED_OFFICE.match(text)) and _NAME.match(found["name"]) and _office(found["office"]):
            offices.append(found["office"])
            lines.append(passage)
        elif _office(text) and before is not None and (_NAME.match(joined(before.text)) or before in lines):
            offices.append(text)
            lines += [p for p in (before, passage) if p not in lines]
    return offices, lines


def _line(passage: Passage) -> bool:
    return _short(passage.text) and passage.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)


def _short(text: str) -> bool:
    return len(text.split()) <= _SHORT and not text.rstrip().endswith((".", ":", ";", "?"))


def _office(text: str) -> bool:
    return bool(cue("passages", "office").search(text))


def _author_of(run: list[Passage]) -> str | None:
    """The office that the heading or the opening words name as the author."""
    for found in (
        cue("passages", "authored-heading").search(run[0].heading or ""),
        cue("passages", "authored-opening").search(run[0].text),
    ):
        if found:
            return joined(found["office"]).strip(" ,")
    return None
