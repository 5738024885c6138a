"""A letter or report in running prose, without a heading: its cases, learning, requests and work by what sentences say.

Only where no heading, list or table says what anything is. A case opens with a paragraph whose first sentences bring in
a child with an age and what befell the child, in a text that speaks of reviews; the paragraphs below belong to it until
another case opens, or until one speaks of all of them, asks for something or tells of work since. What no sentence says
stays unread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.coding import ruled_out, tells_lapse
from loaders.coding.polarity import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.cases.harm import DIED
from loaders.parse.cases.introduced import introduced_case
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cues import cue
from loaders.parse.items.status import tells_of_work
from loaders.parse.layout.document import Front
from loaders.parse.layout.parted import nothing_but_prose
from loaders.parse.layout.place import same_case
from loaders.parse.layout.stories import brings_in_child
from loaders.parse.layout.units import is_loose
from loaders.parse.passages import ITEMS, Entry, Outline, Passage
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences

_THE_SAME = re.compile(
    r"the (?:child|baby|infant|boy|girl|toddler|teenager|young person)\b,? (?:who (?:is|was) |is |was )?(?:\w+ ){0,2}?"
    r"(?:named|known|called|referred to)\b",
    re.I,
)
_NO_CONCERNS = re.compile(r"\bno (?:[a-z]+ ){0,2}(?:concerns?|worries)\b", re.I)  # of the child, as they saw it then
_OPENING = 2  # sentences of a paragraph that bring in a child
_LEAST = 6  # words of a sentence that tells something
_DIGESTS: tuple[DocumentKind, ...] = ("learning-digest", "newsletter", "annual-report")
_REPORTS: tuple[DocumentKind, ...] = ("review-report", "executive-summary", "learning-digest", "other")
_ITEMS = ("finding", "recommendation", "action", "judgement")
_JUDGED = ("shortfall", "barrier", "good-practice")


def read_prose(walked: Outline, blocks: list[Block], first: Front) -> bool:
    """Give the passages of a text without headings their cases and meanings; any other text is left as it is.

    Returns:
        Whether it is such a text.
    """
    if not _bare(walked, blocks, first):
        return False
    paragraphs = [list(told) for _, told in groupby(walked.passages, key=lambda passage: id(passage.block))]
    opened = [_opens(told[0].block) for told in paragraphs]
    many = len({label.printed for label in opened if label})
    if not many or not any(cue("prose", "reviewed").search(told[0].block.text) for told in paragraphs):
        return False
    several = many > 1 or any(cue("prose", "several").search(told[0].block.text) for told in paragraphs)
    if many > 1 and first.document.kind == "review-report":
        first.document.kind = "learning-digest"
    walked.entries, walked.passages = [], []
    case: Entry | None = None
    for told, opens in zip(paragraphs, opened, strict=True):
        text = told[0].block.text
        if opens and case is not None and case.label.name is None and _THE_SAME.match(text):
            case.label = replace(case.label, name=opens.printed)  # "The child, named only as Baby V, died …"
        elif opens:
            case = next((entry for entry in walked.entries if same_case(entry.label, opens)), None)
            if case is None:
                case = Entry(opens, told[0].block)
                walked.entries.append(case)
        elif case is not None and several and _of_all(text):
            case = None
        if not walked.entries or _signs(told):
            walked.passages += [_unread(passage) for passage in told]
        else:
            walked.passages += _read(told[0], case, opens=opens is not None)
    return True


def read_stories(walked: Outline, announced: set[int], kind: DocumentKind) -> None:
    """Learning and work told in the running text of a case, under no heading but its own, sentence by sentence.

    The first paragraph of a story brings the child in and is left as it is, but for cases that a heading announced,
    which are often one paragraph. Learning is looked for only where no other passage of the case gives any.

    Args:
        walked: the passages so far; what is found is added behind the story that tells it.
        announced: ids of the blocks that opened announced cases.
        kind: of the document; cases are told so in digests, newsletters and yearly reports.
    """
    found_in = [p for p in walked.passages if p.meaning is not None and p.meaning.becomes == "finding"]
    taught = {id(p.entry) for p in found_in}
    listed_for = {
        id(p.entry) for p in found_in if not _runs(p)
    }  # by a heading or a list, not by a sentence of the story
    teaching = {id(p.block) for p in found_in}
    answers = {p.stands for p in walked.passages if p.stands}  # told already as how far an action is
    opened: dict[int, int] = {}  # by id of a case: id of the block of its first paragraph
    paragraphs = Counter(case for case, _ in {(id(p.entry), id(p.block)) for p in walked.passages if _runs(p)})
    told: list[Passage] = []
    block, before = None, None  # the paragraph at hand, and what the sentence before was in it
    untold = kind in _REPORTS and not any(p.meaning and p.meaning.becomes in _ITEMS for p in walked.passages)
    for passage in walked.passages:
        told.append(passage)
        case = passage.entry
        if case is None or passage.meaning is None:
            continue
        if case.label.test:
            told += _of_test(passage) if kind in _DIGESTS and not case.whole and id(case) not in listed_for else []
            continue
        if case.whole:
            told += _of_report(passage, first=passage.block is told[0].block) if untold else []
            told += _of_reviewer(passage) if not untold and id(case) not in taught else []
            continue
        if passage.meaning.id != "context":
            continue
        first = opened.setdefault(id(case), id(passage.block)) == id(passage.block)
        alone = paragraphs[id(case)] == 1
        listed = passage.block.kind in ITEMS and _below_heading(passage)
        if not (_runs(passage) or listed) or passage.block.text in answers:
            continue
        if kind not in _DIGESTS and id(case.block) not in announced and not _told_in_text(case):
            continue
        opens = first and not alone and id(case.block) not in announced  # what befell the child is told here too
        begins = passage.block is not block  # a paragraph may be told in several passages
        before = None if begins else before
        block = passage.block
        turned = _told_in_text(case)  # whose first sentence alone brings the child in
        skipped = (1 if turned or id(case.block) in announced else _OPENING) if first and begins else 0
        for one in sentences(passage.text)[skipped:]:
            found = said_by(one) or _goes_on(before, one) or _of_workers(one)
            before = found if found in ("learning", "activity") else before
            if opens and prose_polarity(one) == "good-practice":
                continue
            praised = prose_polarity(one) == "good-practice" and id(case.block) not in announced  # of a story, no more
            beside = id(case) not in listed_for and id(passage.block) in teaching and (not first or _of_workers(one))
            beside = beside or (turned and id(case) not in listed_for)
            free = id(case) not in taught or beside  # below the story, in a paragraph that tells learning anyhow
            if found == "learning" and free and not praised:
                told.append(replace(passage, text=one, meaning=meant("learning", one)))
            elif found == "activity" and tells_of_work(one):
                told.append(replace(passage, text=one, meaning=meaning("actions")))
    walked.passages = told


def _of_report(passage: Passage, *, first: bool) -> list[Passage]:
    """What a paragraph of a report of one case says was learnt, where no heading of the report says it of anything."""
    if first or passage.block.kind is not BlockKind.PARAGRAPH or not is_loose(passage.meaning):
        return []
    return [
        replace(passage, text=one, meaning=meant("learning", one))
        for one in sentences(passage.text)
        if said_by(one) == "learning"
        and prose_polarity(one) in _JUDGED
        and not _befalls(one)
        and cue("prose", "worker").search(one)
    ]


def _of_test(passage: Passage) -> list[Passage]:
    """What an audit told in the text below its heading found, and what was done since; it has no child to bring in."""
    if passage.meaning is None or passage.meaning.id != "context" or not _below_heading(passage):
        return []
    found: list[Passage] = []
    for one in sentences(passage.text):
        says = said_by(one)
        if says == "learning":
            found.append(replace(passage, text=one, meaning=meant("learning", one)))
        elif says == "activity" and tells_of_work(one):
            found.append(replace(passage, text=one, meaning=meaning("actions")))
    return found


def _of_reviewer(passage: Passage) -> list[Passage]:
    """What a paragraph says that the reviewer found, in a response that tells the learning nowhere else."""
    if passage.block.kind is not BlockKind.PARAGRAPH or not is_loose(passage.meaning):
        return []
    found: list[Passage] = []
    for one in sentences(passage.text):
        says = cue("prose", "reviewer-found").search(one) or (found and cue("prose", "also-found").search(one))
        if says and polarity_of(one, "learning") in _JUDGED:
            found.append(replace(passage, text=one, meaning=meant("learning", one)))
    return found


def _runs(passage: Passage) -> bool:
    """Whether a passage is running text directly below the heading of its case."""
    block = passage.block
    prose = block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.NUMBERED and len(sentences(block.text)) > 1)
    return prose and _below_heading(passage)


def _below_heading(passage: Passage) -> bool:
    case = passage.entry
    return case is not None and (
        passage.heading == case.block.text or (_told_in_text(case) and passage.block.kind is not BlockKind.CELL)
    )


def _told_in_text(case: Entry) -> bool:
    """Whether a case was opened by a paragraph or an item, and by no heading and no row of a table."""
    return case.block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.BULLET)


def _bare(walked: Outline, blocks: list[Block], first: Front) -> bool:
    """Whether nothing but prose tells what this is: no heading, list or table, and no case but one a title may mean."""
    if not nothing_but_prose(blocks, first):
        return False
    return not any(
        not entry.whole or entry.label.name or entry.label.ref or entry.label.test or kind_of(entry.label.printed)
        for entry in walked.entries
    )


def _opens(block: Block) -> CaseLabel | None:
    """The case that a paragraph brings in: by its name, or by a child with an age and a harm, told by its sentence."""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    if named := introduced_case(block.text):
        return named
    text = block.text
    return CaseLabel(sentences(text)[0], kind_of(text) or "other") if brings_in_child(text) else None


def _of_all(text: str) -> bool:
    """Whether a paragraph leaves the case above it: it speaks of every case, asks for something or tells of work."""
    if cue("prose", "as-a-result").search(sentences(text)[0]):
        return False  # of the case just told
    said = [said_by(sentence) in ("asked", "activity") for sentence in sentences(text)]
    return bool(cue("prose", "of-all").search(sentences(text)[0])) or said[0] or 2 * sum(said) >= len(said)


def _signs(told: list[Passage]) -> bool:
    ended = cue("passages", "letter-end").search(told[0].text)
    return bool(ended) or any(p.meaning is not None and p.meaning.id == "signature" for p in told)


def _unread(passage: Passage) -> Passage:
    kept = passage.meaning is not None and passage.meaning.id == "signature"
    return replace(passage, entry=None, meaning=passage.meaning if kept else None)


def _read(first: Passage, case: Entry | None, *, opens: bool) -> Iterator[Passage]:
    """The sentences of a paragraph, each with what it says; the story of a case is its context."""
    before: str | None = None  # what the sentence before was; what follows may go on with it
    for number, sentence in enumerate(sentences(first.block.text)):
        found = said_by(sentence) or _goes_on(before, sentence)
        found = "actions" if found == "activity" and before == "actions" else found
        working = cue("prose", "in-hand").search(sentence) or found in ("activity", "actions")
        before = "actions" if working else found or before
        of_child = opens and number < _OPENING and (number == 0 or cue("prose", "reviewed").search(sentence))
        if case is not None and (of_child or found is None or _befalls(sentence)):
            yield replace(first, text=sentence, meaning=meaning("context"), entry=case)
            found = found if cue("prose", "learnt").search(sentence) else None
        if found is not None or case is None:
            asked = cue("prose", "asked-of").search(sentence) if found == "asked" else None
            who = [re.sub(r"^the ", "", asked["who"].strip(), flags=re.I)] if asked else []
            yield replace(first, text=sentence, meaning=meant(found, sentence), entry=case, addressees=who)


def _goes_on(before: str | None, sentence: str) -> str | None:
    """What a sentence that says nothing of itself is, below one that told of work, or of learning, in its paragraph."""
    if any(cue("prose", name).search(sentence) for name in ("of-family", "in-hand", "of-report")):
        return None
    if before == "actions":
        return "actions"
    return "learning" if before == "learning" and cue("prose", "worker").search(sentence) else None


def _of_workers(sentence: str) -> str | None:
    """Learning, where a sentence of a story says by its words alone what those who work with families did not do."""
    if cue("prose", "of-family").search(sentence) or _NO_CONCERNS.search(sentence) or _befalls(sentence):
        return None
    works = cue("prose", "worker").search(sentence) is not None
    return "learning" if works and polarity_of(sentence, "learning") == "shortfall" else None


def meant(name: str | None, sentence: str) -> Meaning | None:
    """The meaning, for learning with how it is judged: by prose where that says anything, else by its words."""
    if name == "learning":
        judged = prose_polarity(sentence)
        blamed = cue("prose", "should-have").search(sentence) or cue("prose", "wanting").search(sentence)
        if judged in _JUDGED and not (judged == "good-practice" and blamed):
            return meaning("judged-in-prose")
    return meaning(name) if name else None


def _befalls(sentence: str) -> bool:
    """Whether a sentence tells what befell the child, and no more."""
    said = cue("prose", "learnt").search(sentence) or cue("prose", "asks").search(sentence)
    return not said and bool(DIED.search(sentence))


def said_by(sentence: str) -> str | None:
    """What a sentence is by its own words, as the id of a meaning: asked, done since, learnt, or nothing of these."""
    if len(sentence.split()) < _LEAST and not cue("prose", "wanting").search(sentence):
        return None
    if cue("passages", "hindsight").search(sentence) or cue("prose", "should-have").search(sentence):
        return "learning"
    if cue("prose", "working").search(sentence):
        return "activity"
    if cue("prose", "asks").search(sentence) and not cue("prose", "asks-not").search(sentence):
        return "asked"
    if any(cue("prose", name).search(sentence) for name in ("thanks", "in-hand", "of-report")):
        return None
    if cue("prose", "since").search(sentence) and not cue("prose", "of-family").search(sentence):
        return "activity"
    if cue("prose", "learnt").search(sentence) or ruled_out(sentence):
        return "learning"
    if cue("prose", "of-family").search(sentence):
        return None
    if cue("prose", "wanting").search(sentence) or prose_polarity(sentence) in _JUDGED or tells_lapse(sentence):
        return "learning"
    return None
