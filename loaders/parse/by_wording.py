"""What a sentence tells that neither a heading nor a rule explains, taken by its words alone (`coding/wording.py`).

The last to be asked: only of what nothing else has taken. Where nothing says what a passage is, whatever its words make
likely is taken; in the story of a case, what went wrong only where the sentence denies or limits something, since what
befell a family is told in much the same words. The makers of records may still refuse it. What is taken so says so
(`taken_by`) and waits for a person to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import Polarity
from loaders.blocks import BlockKind
from loaders.coding import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.coding.wording import Around, Told, likely, nothing, words_of
from loaders.parse.around import Neighbours
from loaders.parse.cues import cue
from loaders.parse.items.asking import reports_request
from loaders.parse.items.marked import left_open
from loaders.parse.items.status import worded
from loaders.parse.layout.requested import asks_in_line
from loaders.parse.passages import Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_LEAST_WORDS = 5
_MEANT: dict[Told, str] = {
    "finding": "learning",
    "good-practice": "learning",
    "recommendation": "asked",
    "action": "actions",
}
_LIKELY, _LIKELY_IN_STORY = 0.7, 0.8  # chosen where few of the sentences that surround reviews pass (docs/measured.md)
_ASKS_SOONER = 0.2  # nearly nine of ten requests are right from 0.5 on
_LIKELY_ALONE = 0.5
_BLAMES, _PRAISES = 0.5, 0.6  # of learning points that are known to be such: 20 of 21 right in sets never seen
_NOTHING = 0.9  # 48 of 53 left out so were nothing, in sets not learnt from
_LEAST_TOLD = 6  # words: what is shorter may be a headline of what was learnt
_TELLS = 6  # words that tell something; fewer are a bare topic
_NOT_HERE = ("method", "about", "procedures", "reason-for-review")  # how a review was done, and what policy says
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.NUMBERED)


def told_by_wording(passage: Passage, story: bool, neighbours: Neighbours) -> Iterator[Passage]:
    """The sentences of a passage that most likely tell something, each as a passage of its own.

    Args:
        passage: one that became nothing, or was kept as what happened.
        story: whether it was kept as what happened.
        neighbours: of the document's sentences.
    """
    inspected = passage.entry is not None and passage.entry.label.test == "inspection"
    if inspected or (passage.meaning is not None and passage.meaning.id in _NOT_HERE):
        return
    if passage.block.kind not in (_RUNNING if story else (*_RUNNING, BlockKind.BULLET)):
        return
    least = _LIKELY_IN_STORY if story else _LIKELY
    for sentence in sentences(passage.text):
        if len(sentence.split()) >= _LEAST_WORDS and not _told_elsewhere(sentence, story):
            told, share = likely(sentence, neighbours.of(passage.block, sentence))
            enough = least - (_ASKS_SOONER if told == "recommendation" else 0)
            if share >= enough and _shows(sentence, told) and _says_so(sentence, told):
                yield replace(passage, text=sentence, meaning=meaning(_MEANT[told]), by_wording=True)


def tells_nothing(passage: Passage, around: Around) -> bool:
    """Whether a sentence of running text, taken for learning by its place, tells none by its words.

    "The full report is on our website." stands among learning in every paper. A sentence that praises or blames is
    never left out so, but for one that was taken by that alone; nor is an item of a list, or a short one.
    """
    running = passage.block.kind is BlockKind.PARAGRAPH and not passage.item and passage.text.endswith(".")
    if not running or len(passage.text.split()) < _LEAST_TOLD or len(sentences(passage.text)) > 1:
        return False
    if ": " in passage.text or cue("wording", "points-back").match(passage.text):
        return False  # it lists, or "This led to …" says it with what stands above
    section = passage.meaning.id if passage.meaning is not None else None
    if section == "good-practice":
        return False  # what a heading praises is praise, however plainly it is told
    if section != "judged-in-prose" and {prose_polarity(passage.text), polarity_of(passage.text, None)} != {
        "not-stated"
    }:
        return False
    return nothing(passage.text, around) >= _NOTHING


def asks_nothing(passage: Passage, around: Around) -> bool:
    """Whether running text where requests stand asks for none: no verb of it asks, and its words tell nothing.

    "The reviewer makes six recommendations." stands among them in every report.
    """
    running = passage.block.kind in _RUNNING and passage.text.endswith(".")
    if not running or ": " in passage.text or (passage.meaning is not None and passage.meaning.id == "asked"):
        return False  # what stands behind a colon is a list
    told = sentences(passage.text)
    return not any(asks_in_line(one) or reports_request(one) or nothing(one, around) < _NOTHING for one in told)


def polarity_by_wording(text: str, around: Around) -> Polarity:
    """Praise or blame of a learning point of which no heading and no rule says anything: what its words make likely.

    Of bare topics, and of what holds in general, it stays not stated.
    """
    if len(words_of(text)) < _TELLS or not cue("wording", "past").search(text):
        return "not-stated"
    told, share = likely(text, around)
    if told == "finding" and share >= _BLAMES:
        return "shortfall"
    return "good-practice" if told == "good-practice" and share >= _PRAISES else "not-stated"


def _says_so(sentence: str, told: Told) -> bool:
    """Whether work is told by the sentence itself, and not by what stands around it ("We will build on this.")."""
    if told != "action":
        return True
    undone = _NOT.search(sentence) is not None and worded(sentence).status == "not-stated"
    return not undone and likely(sentence)[1] >= _LIKELY_ALONE  # "Twelve schools have not answered." is no work


def _told_elsewhere(sentence: str, story: bool) -> bool:
    """Whether a sentence goes on with what stands above, defines or rules, or tells in a story of the family alone."""
    of_family = story and cue("prose", "of-family").search(sentence) and not cue("prose", "worker").search(sentence)
    rules = cue("guidance", "rule").search(sentence) or cue("wording", "defines").match(sentence)
    return bool(of_family or rules or left_open(sentence) or cue("wording", "goes-on").match(sentence))


def _shows(sentence: str, told: Told) -> bool:
    """Whether a sentence has the small words without which it is none of these, whatever else it says."""
    if told == "finding":
        return cue("wording", "denies").search(sentence) is not None
    if told == "recommendation":
        return cue("wording", "asks").search(sentence) is not None
    return told != "action" or cue("wording", "supposed").search(sentence) is None
