"""A letter or report that tells several reviews under headings of topics: what each sentence of its prose says.

Headings of such a text name a child or a topic ("Family Sorrel", "Fathers", "What I take from this"), and below them
one sentence tells what befell the child or was learnt, the next what was asked, the third how far it is. So sentences
are read as in a text without headings (`prose`); below what was asked of a case, what says how far it is is work. A
paragraph is of the case that it names, or that the one above it under its heading is of. What the author says of the
letter and of their own method is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.people import of_any_case
from loaders.parse.cues import cue
from loaders.parse.items.asking import reports_request
from loaders.parse.items.status import tells_of_work, worded
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.layout.document import Front
from loaders.parse.layout.followed import followed_units
from loaders.parse.layout.greeting import is_letter
from loaders.parse.layout.reported import counted_request, counts_requests
from loaders.parse.layout.saying import meant, said_by
from loaders.parse.layout.subjects import by_mention
from loaders.parse.layout.units import is_loose
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning, meaning_of
from loaders.parse.sentences import sentences

_NUMBERED = re.compile(r"recommendation \w{1,3}(?:\.\d)?\b[^.:]{0,60}:", re.I)
_TOLD = 2  # sentences that say what a review found or asked, in a report that tells of reviews by topic


def read_by_topic(walked: Outline, blocks: list[Block], first: Front) -> bool:
    """Give the sentences of a letter or report that tells of reviews their meanings where no heading does.

    Returns:
        Whether this is such a text; any other is left as it is.
    """
    letter = is_letter(blocks)
    if first.default or not walked.entries or not (letter or _by_topic(walked)):
        return False
    if first.subjects or not letter:
        by_mention(walked, walked.entries, by_heading=not letter)
    out: list[Passage] = []
    asked: set[int] = set()  # the cases of which it was told what was asked
    heads = _heads(blocks)
    answered: Passage | None = None  # the request, by its number, that the paragraphs below it answer
    for _, told in groupby(walked.passages, key=lambda passage: id(passage.block)):
        passages = [_released(passage, heads.get(id(passage.block))) for passage in told]
        if answered is not None and (passages[0].heading, passages[0].entry) != (answered.heading, answered.entry):
            answered = None
        if answered is not None and _runs(passages, first.document.kind) and not _numbers(passages[0]):
            out += [
                replace(passages[0], text=text, meaning=found)
                for text, found in followed_units(passages[0].block, answered.block.text)
            ]
        elif _runs(passages, first.document.kind):
            out += _read(passages, asked)
            answered = passages[0] if _numbers(passages[0]) else answered
        else:
            out += [_own_words(passage) for passage in passages]
            asked |= {id(one.entry) for one in passages if one.meaning and one.meaning.becomes == "recommendation"}
    walked.passages = out
    return True


def _numbers(passage: Passage) -> bool:
    """Whether a paragraph of a case is one request of its review, led by its number ("Recommendation 2 of …: …")."""
    return passage.entry is not None and _NUMBERED.match(passage.block.text) is not None


def _by_topic(walked: Outline) -> bool:
    """Whether most of the running text of a report stands under headings that say nothing, and tells of its reviews."""
    prose = [one for one in walked.passages if one.block.kind is BlockKind.PARAGRAPH]
    loose = [one for one in prose if one.meaning is None and one.heading]
    if 2 * _words(loose) < _words(prose):
        return False
    told = [sentence for one in loose for sentence in sentences(one.text)]
    return sum(bool(cue("prose", "learnt").search(one)) or reports_request(one) for one in told) >= _TOLD


def _words(passages: list[Passage]) -> int:
    return sum(len(one.text.split()) for one in passages)


def _heads(blocks: list[Block]) -> dict[int, Block]:
    """The heading that each block stands under, by id of the block."""
    above: dict[int, Block] = {}
    last: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            last = block
        elif last is not None:
            above[id(block)] = last
    return above


def _released(passage: Passage, head: Block | None) -> Passage:
    """A passage under a heading that stands beside that of the case above it, and is of all cases or of none."""
    case = passage.entry
    if case is None or case.whole or head is None or head is case.block or case.block.kind is not BlockKind.HEADING:
        return passage
    own = case.label.name is not None and case.label.name.casefold() in head.text.casefold()
    return passage if own or head.level > case.block.level else replace(passage, entry=None)


def _runs(passages: list[Passage], kind: DocumentKind) -> bool:
    """Whether a paragraph is prose that no heading explains."""
    block, heading = passages[0].block, passages[0].heading
    prose = block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.NUMBERED and block.text.endswith("."))
    case = passages[0].entry
    told = case is not None and heading == case.block.text
    known = meaning_of(heading, kind) if heading and not told else None
    signed = any(passage.meaning is not None and passage.meaning.withhold for passage in passages)
    return prose and is_loose(known) and not signed


def _own_words(passage: Passage) -> Passage:
    """A request that is none, since the author tells what they themselves will do ("I shall come to your meeting")."""
    asks = passage.meaning is not None and passage.meaning.becomes == "recommendation"
    return replace(passage, meaning=None) if asks and cue("letters", "of-author").search(passage.text) else passage


def _read(passages: list[Passage], asked: set[int]) -> Iterator[Passage]:
    first, case = passages[0], passages[0].entry
    opened = {  # what a sentence of the paragraph opened, and the next ones went on with
        passage.text: passage.meaning
        for passage in passages
        if not is_loose(passage.meaning) and len(sentences(passage.text)) == 1
    }
    before = id(case) in asked  # it was told above what was asked
    last: Passage | None = None  # the action told so far, which the next sentence may go on with
    counted = False  # the paragraph says that requests follow
    for number, sentence in enumerate(sentences(first.block.text)):
        if counted and _said(sentence, before=before) != "asked" and (parts := counted_request(sentence)):
            asked.add(id(case))
            if last is not None:
                yield last
            last = None
            for text, name in zip(parts, ("asked", "actions"), strict=False):
                yield replace(first, text=text, meaning=meaning(name))
            continue
        counted = counted or counts_requests(sentence)
        brings_in = case is not None and first.block is case.block and number == 0
        found = None if brings_in else _said(sentence, before=before)
        if found == "asked":
            asked.add(id(case))
        told = meant(found, sentence) or (meaning("context") if case is not None else None)
        if (
            sentence in opened
            and not cue("letters", "in-turn").search(sentence)
            and not cue("letters", "of-author").search(sentence)
        ):
            found, told = "opened", opened[sentence]
        goes_on = last is not None and found in ("actions", None) and cue("undone", "goes-on").search(sentence)
        if last is not None and goes_on and worded(sentence).status != "not-stated":
            last = replace(last, text=f"{last.text} {sentence}")  # "It has met once."
            continue
        if last is not None:
            yield last
        last = replace(first, text=sentence, meaning=told) if found == "actions" else None
        if last is None:
            yield replace(first, text=sentence, meaning=told)
    if last is not None:
        yield last


def _said(sentence: str, *, before: bool) -> str | None:
    """As `_by_words`; when or why reviews are held at all is no work ("As you know, a review is held where …")."""
    found = _by_words(sentence, before=before)
    return None if found == "actions" and of_any_case(sentence) else found


def _by_words(sentence: str, *, before: bool) -> str | None:
    """What a sentence says, as the id of a meaning.

    Args:
        sentence: of a paragraph of the letter.
        before: an earlier paragraph told what was asked of this case.
    """
    if cue("letters", "counts-asked").search(sentence) or cue("letters", "of-author").search(sentence):
        return None
    if cue("letters", "answered").search(sentence) and worded(sentence).status != "not-stated":
        return "actions"
    if cue("letters", "in-turn").search(sentence):
        return "asked"
    if cue("letters", "reported").search(sentence) and worded(sentence).status != "not-stated":
        return "actions"
    found = said_by(sentence)
    if found == "asked":
        return "asked"
    if found == "learning" and _told_of_then(sentence):
        return found
    if found == "activity" and cue("work", "not-work").search(sentence):
        return None  # "The group has accepted these points."
    if cue("letters", "counts").search(sentence):
        return "actions" if before and worded(sentence).promise else None  # "The rest are to be done by May"
    working = tells_of_work(sentence) or cue("letters", "stands-now").search(sentence)
    stands = working and worded(sentence).status != "not-stated" and not cue("prose", "of-family").search(sentence)
    if found == "activity" or (before and stands and not cue("prose", "learnt").search(sentence)):
        return "actions"
    return found


def _told_of_then(sentence: str) -> bool:
    """Whether a sentence tells what somebody did or did not do ("Nobody spoke to her"), not how far work has got."""
    first = next((one for one in verb_groups(sentence) if one.main), None)
    return first is not None and first.past and not first.perfect and not first.passive
