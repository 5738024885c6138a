"""What stands below a recommendation and answers it: the deeds behind a reply, an item of work, what figures show."""

from __future__ import annotations

from dataclasses import replace

from graph.records import Recommendation
from loaders.coding.prose import prose_polarity
from loaders.parse.cues import cue
from loaders.parse.desk import Desk
from loaders.parse.figures.shares import figures
from loaders.parse.figures.units import counts_reviews
from loaders.parse.items import learning, work
from loaders.parse.items.beside import stand_beside
from loaders.parse.items.status import Stand, stand_of, tells_of_work
from loaders.parse.layout.requested import deeds_of, tells_how_far
from loaders.parse.passages import Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences


def answer(desk: Desk, passage: Passage, asked: Recommendation) -> bool:
    """What was done about a recommendation, and behind it what figures show of practice since."""
    _done(desk, passage, passage.text, asked, stand_beside("", passage.text))
    return True


def done_about(desk: Desk, passage: Passage) -> bool:
    """What a reply tells behind its first words: each deed, with how far it is, is of the recommendation above."""
    asked = desk.asked[-1][1]
    reply = desk.replied[-1] if desk.replied else None
    refused = reply is not None and reply[0].block is passage.block and reply[1].kind == "not accepted"
    for deed in deeds_of(passage.text) if passage.text else ():
        told = sentences(deed)
        for one in [deed] if tells_how_far(told[0]) else told:
            if refused and cue("notices", "cannot-be").search(one):
                desk.tell(replace(passage, text=one))  # why it is refused
            elif tells_how_far(one):
                _done(desk, passage, one, asked)
            elif prose_polarity(one) in ("shortfall", "good-practice"):
                learning.finding(desk, replace(passage, text=one, meaning=meaning("judged-in-prose")))
            else:
                desk.tell(replace(passage, text=one))
    return True


def _done(desk: Desk, passage: Passage, text: str, asked: Recommendation, stand: Stand | None = None) -> None:
    """The deed a text tells, of the recommendation above; figures behind it that tell of no work are what it showed."""
    told = sentences(text)
    cut = next((i for i, one in enumerate(told) if i and figures(one) and not tells_of_work(one)), len(told))
    done = " ".join(told[:cut])
    work.act(desk, passage, done, stand or stand_of(done), recommendation=asked.ref)
    for one in told[cut:]:
        figure(desk, replace(passage, text=one))


def figure(desk: Desk, passage: Passage) -> bool:
    """What a figure shows of practice is no action; what it counts of reviews shows nothing of what was done."""
    if counts_reviews(passage.text):
        return desk.reject(passage.block, "a figure of reviews, not read as one")
    return work.impact(desk, passage)
