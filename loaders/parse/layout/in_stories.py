"""Learning, requests and work told in the running text of a case, under no heading but its own, by sentence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from graph.records import DocumentKind
from loaders.blocks import BlockKind
from loaders.coding.polarity import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.cases.people import of_any_case
from loaders.parse.cues import cue
from loaders.parse.items.asking import reports_request
from loaders.parse.items.leads import bodies_of
from loaders.parse.items.status import tells_of_work
from loaders.parse.layout.news import told_by_source
from loaders.parse.layout.saying import JUDGED, befalls, goes_on_with, meant, of_workers, said_by
from loaders.parse.layout.stories import OPENING
from loaders.parse.layout.units import is_loose
from loaders.parse.passages import ITEMS, Entry, Outline, Passage
from loaders.parse.sections import meaning, meaning_of
from loaders.parse.sentences import sentences

_DIGESTS: tuple[DocumentKind, ...] = ("learning-digest", "newsletter", "annual-report")
_REPORTS: tuple[DocumentKind, ...] = ("review-report", "executive-summary", "learning-digest", "other")
_QUOTED = re.compile(r"\W*[“\"]")  # what somebody is quoted with
_LACKS = re.compile(r"\bthere (?:is|are|was|were) (?:an? |no )(?:\w+ )?(?:lack|absence|gap|shortage|need)\b", re.I)
_LEARNT = {
    "learning": ("learnt", "wanting", "worker"),
    "asked": ("learnt",),
}  # what shows it to be no part of the story
_ITEMS = ("finding", "recommendation", "action", "judgement")


def read_stories(walked: Outline, announced: set[int], kind: DocumentKind) -> None:
    """Add what the stories of cases tell to the passages.

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
    nothing = not any(p.meaning and p.meaning.becomes in _ITEMS for p in walked.passages)
    of_none = nothing and not walked.entries  # whatever kind of report its opening speaks of
    if (untold or of_none) and (news := told_by_source(walked)) is not None:
        walked.passages = news
        return
    alone_headed = kind in _REPORTS and all(  # by its title and nothing else
        p.entry is not None and p.heading == p.entry.block.text for p in walked.passages
    )
    for passage in walked.passages:
        told.append(passage)
        case = passage.entry
        if case is None or passage.meaning is None:
            continue
        if case.label.test:
            told += _of_test(passage) if kind in _DIGESTS and not case.whole and id(case) not in listed_for else []
            continue
        if case.whole:
            told += _of_reviewer(passage) if not untold and id(case) not in taught else []
            told += _of_statement(passage) if not untold and alone_headed else []
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
        skipped = (1 if turned or id(case.block) in announced else OPENING) if first and begins else 0
        headed = _asked_first(passage.text)
        for one in sentences(passage.text)[skipped:]:
            found = said_by(one) or goes_on_with(before, one) or of_workers(one)
            found = found or ("learning" if headed and not one.endswith("?") and not befalls(one) else None)
            before = found if found in ("learning", "activity") else before
            if opens and prose_polarity(one) == "good-practice":
                continue
            praised = prose_polarity(one) == "good-practice" and id(case.block) not in announced  # of a story, no more
            beside = id(case) not in listed_for and id(passage.block) in teaching and (not first or of_workers(one))
            beside = beside or (turned and id(case) not in listed_for)
            free = id(case) not in taught or beside  # below the story, in a paragraph that tells learning anyhow
            if found == "learning" and free and not praised:
                told.append(replace(passage, text=one, meaning=meant("learning", one)))
            elif found == "activity" and tells_of_work(one):
                told.append(replace(passage, text=one, meaning=meaning("actions")))
            elif found == "asked" and reports_request(one):
                told.append(replace(passage, text=one, meaning=meaning("asked")))
    walked.passages = told


def _asked_first(text: str) -> bool:
    """Whether a paragraph opens with a question after what was learnt ("What else did the reviewers see? Nobody …")."""
    first = sentences(text)[0]
    told = meaning_of(first) if first.endswith("?") else None
    return told is not None and told.id == "learning" and len(sentences(text)) > 1


def _of_statement(passage: Passage) -> list[Passage]:
    """What a body's statement on one review says was learnt and asks for, whoever is said to have found it."""
    if passage.meaning is None or passage.meaning.id != "context" or passage.block.kind is not BlockKind.PARAGRAPH:
        return []
    found: list[Passage] = []
    for one in sentences(passage.text):
        says = said_by(one)
        asks = cue("prose", "calls-on").search(one) if says == "asked" else None
        if asks:
            found.append(replace(passage, text=one, meaning=meaning("asked"), addressees=bodies_of(asks["who"])))
        elif befalls(one) or of_any_case(one) or cue("guidance", "rule").search(one) or _QUOTED.match(one):
            continue
        elif says in ("learning", "asked") and prose_polarity(one) in JUDGED:
            learnt = any(cue("prose", name).search(one) for name in _LEARNT[says]) or _LACKS.search(one)
            found += [replace(passage, text=one, meaning=meant("learning", one))] if learnt else []
    return found


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
        if says and polarity_of(one, "learning") in JUDGED:
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
