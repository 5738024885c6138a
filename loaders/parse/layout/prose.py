"""A letter or report in running prose, without a heading: its cases, learning, requests and work by what sentences say.

Only where no heading, list or table says what anything is. A case opens with a paragraph whose first sentences bring in
a child with an age and what befell the child, in a text that speaks of reviews; the paragraphs below belong to it until
another case opens, or until one speaks of all of them, asks for something or tells of work since. What no sentence says
stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.introduced import introduced_case
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cues import cue
from loaders.parse.items.status import worded
from loaders.parse.layout.document import Front
from loaders.parse.layout.greeting import is_letter
from loaders.parse.layout.parted import nothing_but_prose
from loaders.parse.layout.place import same_case
from loaders.parse.layout.reported import counted_request, counts_requests
from loaders.parse.layout.saying import befalls, goes_on_with, meant, said_by
from loaders.parse.layout.stories import BRACKETED, OPENING, brings_in_child, goes_on
from loaders.parse.passages import ITEMS, Entry, Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_THE_SAME = re.compile(
    r"the (?:child|baby|infant|boy|girl|toddler|teenager|young person)\b,? (?:who (?:is|was) |is |was )?(?:\w+ ){0,2}?"
    r"(?:named|known|called|referred to)\b",
    re.I,
)


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
    letter = is_letter(blocks)
    walked.entries, walked.passages = [], []
    case: Entry | None = None
    for told, opens in zip(paragraphs, opened, strict=True):
        text = told[0].block.text
        if told[0].block.kind in ITEMS:  # what a letter asks for in a list
            case = None if several and _of_all(told[0].lead or "") else case
            walked.passages += [replace(passage, entry=case) for passage in told]
            continue
        if opens and case is not None and case.label.name is None and _same_child(opens, text, case, walked.passages):
            case.label = replace(case.label, name=opens.name or opens.printed)
        elif opens:
            case = next((entry for entry in walked.entries if same_case(entry.label, opens)), None)
            if case is None:
                case = Entry(opens, told[0].block)
                walked.entries.append(case)
        elif case is not None and several and _leaves(text, case, letter=letter):
            answered = walked.passages[-1].entry is case and _asked(walked.passages[-1])
            case = case if answered and _answers(text) else None
        if not walked.entries or _signs(told):
            walked.passages += [_unread(passage) for passage in told]
        else:
            walked.passages += _read(told[0], case, opens=opens is not None, letter=letter)
    return True


def _same_child(opens: CaseLabel, text: str, case: Entry, told: list[Passage]) -> bool:
    """Whether a paragraph that brings in a child is of the nameless one told of above.

    It says that it names that child ("The child, named only as Baby V, died …"), or the story above names it so.
    """
    name = re.compile(rf"\b{re.escape(opens.name)}\b") if opens.name else None
    above = name is not None and any(one.entry is case and name.search(one.text) for one in told)
    return above or _THE_SAME.match(text) is not None


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
    first = sentences(text)[0]
    given = BRACKETED.search(first)
    printed = given["label"] if given else first
    return CaseLabel(printed, kind_of(text) or "other", given and printed) if brings_in_child(text) else None


def _asked(passage: Passage) -> bool:
    return passage.meaning is not None and passage.meaning.becomes == "recommendation"


def _answers(text: str) -> bool:
    """Whether a paragraph right below what was asked of a case tells how far that is, and asks for nothing."""
    if cue("letters", "turns-away").search(text) or cue("prose", "of-all").search(sentences(text)[0]):
        return False
    return all(said_by(sentence) != "asked" for sentence in sentences(text))


def _leaves(text: str, case: Entry, *, letter: bool) -> bool:
    """Whether a paragraph leaves the case told above it."""
    if letter and cue("letters", "turns-away").search(text):
        return True
    return _of_all(text) and not goes_on(text, case.label)


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


def _read(first: Passage, case: Entry | None, *, opens: bool, letter: bool) -> Iterator[Passage]:
    """The sentences of a paragraph, each with what it says; the story of a case is its context.

    What the author of a letter says of the letter and of their own method is neither learning nor work.
    """
    before: str | None = None  # what the sentence before was; what follows may go on with it
    counted = False  # the paragraph says that requests follow
    told = False  # it says that what a review found follows
    for number, sentence in enumerate(sentences(first.block.text)):
        if counted and (parts := counted_request(sentence)):
            before = "actions" if len(parts) > 1 else "asked"
            for text, name in zip(parts, ("asked", "actions"), strict=False):
                yield replace(first, text=text, meaning=meaning(name), entry=case)
            continue
        counted = counted or counts_requests(sentence)
        own = letter and (
            cue("letters", "of-author").search(sentence) or cue("letters", "counts-asked").search(sentence)
        )
        if own and (work := _confirmed(sentence)):
            before = "actions"
            yield replace(first, text=work, meaning=meaning("actions"), entry=case)
            continue
        found = None if own else said_by(sentence) or goes_on_with(before, sentence)
        found = "actions" if found == "activity" and before == "actions" else found
        working = cue("prose", "in-hand").search(sentence) or found in ("activity", "actions")
        before = "actions" if working else found or before
        if told and found is None and not own and not befalls(sentence):
            found = "learning"
            if case is not None and told_of_harm(sentence):  # what was seen of the child is its story too
                yield replace(first, text=sentence, meaning=meaning("context"), entry=case)
        told = told or cue("letters", "tells-found").search(sentence) is not None
        of_child = opens and number < OPENING and (number == 0 or cue("prose", "reviewed").search(sentence))
        if case is not None and (of_child or found is None or befalls(sentence)):
            yield replace(first, text=sentence, meaning=meaning("context"), entry=case)
            found = found if cue("prose", "learnt").search(sentence) else None
        if found is not None or case is None:
            asked = cue("prose", "asked-of").search(sentence) if found == "asked" else None
            who = [re.sub(r"^the ", "", asked["who"].strip(), flags=re.I)] if asked else []
            yield replace(first, text=sentence, meaning=meant(found, sentence), entry=case, addressees=who)


def _confirmed(sentence: str) -> str | None:
    """The work that the author of a letter vouches for, behind a colon ("I am satisfied of this: it was sent")."""
    behind = sentence.partition(": ")[2]
    return behind if behind and said_by(behind) != "asked" and worded(behind).status != "not-stated" else None
