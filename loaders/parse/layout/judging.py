"""What one sentence of running text tells of practice by its own words: praise, blame, what was wanting or ruled out.

Where the place says nothing of a sentence (an explanation below a point, a long paragraph of learning), these words
decide whether it is learning or the story between.
"""

from __future__ import annotations

from loaders.coding import devoted, polarity_of, praised, ruled_out, tells_lapse
from loaders.coding.prose import prose_polarity
from loaders.parse.cues import cue
from loaders.parse.sections import Meaning, lead_in_of, meaning
from loaders.parse.sentences import sentences

Unit = tuple[str, Meaning | None]
POINTS = 2  # judging sentences of a paragraph that makes several points


def judged(sentence: str) -> Meaning | None:
    """Learning, where a sentence that explains a point praises or blames practice itself."""
    opened = lead_in_of(sentence)
    if opened and opened.becomes in ("recommendation", "action"):
        return opened
    if prose_polarity(sentence) in ("shortfall", "barrier", "good-practice"):
        return meaning("judged-in-prose")
    lapse = tells_lapse(sentence) and not cue("prose", "of-family").search(sentence)
    return meaning("learning") if lapse or wanting(sentence) else None


def points_of(text: str) -> list[Unit]:
    """The points of a paragraph below a topic, one by one, where it makes several; else none.

    What stands between them explains the one before; what stands before the first is background.
    """
    told = [(sentence, blamed(sentence)) for sentence in sentences(text)]
    if sum(found is not None for _, found in told) < POINTS:
        return []
    first = next(at for at, (_, found) in enumerate(told) if found is not None)
    between = meaning("below-statement")
    return [
        (sentence, found or (meaning("context") if at < first else between))
        for at, (sentence, found) in enumerate(told)
    ]


def blamed(sentence: str) -> Meaning | None:
    """Learning, where a sentence below what was learnt judges practice, if only by what it says was wanting there."""
    if found := judged(sentence):
        return found
    if cue("prose", "of-family").search(sentence):
        return None
    return meaning("learning") if polarity_of(sentence, "learning") in ("shortfall", "barrier") else None


def told_by_words(sentence: str, *, by_wanting: bool = False) -> Meaning | None:
    """What a sentence of a paragraph of learning tells by its own words: a request, work, or learning; else None.

    `by_wanting`: also where no more than its words of wanting say so.
    """
    if cue("passages", "frames-learning").search(sentence):
        return None  # what research says
    absent = polarity_of(sentence, None) == "absent" and not cue("prose", "of-family").search(sentence)
    told = absent or ruled_out(sentence) or praised(sentence) or devoted(sentence)
    return (blamed(sentence) if by_wanting else judged(sentence)) or (meaning("learning") if told else None)


def wanting(sentence: str) -> bool:
    """Whether a sentence says what those who help did not do, without a word of blame ("Nobody asked …")."""
    said = cue("prose", "wanting").search(sentence) is not None and not cue("prose", "of-family").search(sentence)
    return said and polarity_of(sentence, "learning") in ("shortfall", "barrier")
