"""A word and a colour for how far one action is: whether both can be true, and which holds where they cannot.

The word holds, for it says what is meant. But what a colour says is not done is never done by a word, nor the other way
round; both stay printed, and the reader is told.
"""

from __future__ import annotations

from loaders.trackers.vocabulary import colour_word, data

FINISHED = ("done", "complete-evidenced", "complete-evidence-awaited", "embedded")
STOPPED = ("not-started", "paused", "overdue", "cancelled", "superseded")
_LATE = ("at-risk", "overdue")


def settled(word: str, code: str | None, colour: str, meant: str | None) -> tuple[str | None, str | None]:
    """The status that holds of a word beside a colour, and what is odd about the two.

    Args:
        word: as printed.
        code: what it says; None for nothing.
        colour: its name, as a person would call it.
        meant: what the tracker's key says of the colour, as a status; None where no key tells.
    """
    named = colour_word(word)
    if named in data()["colours"] and named != colour.lower():
        odd = f"the word says {named} but the cell is {colour.lower()}"
        return ("not-stated" if code in FINISHED else code), odd
    other = meant or data()["colours"].get(colour.lower())
    if code is None or other is None or not _contrary(code, other, keyed=meant is not None):
        return code, None
    odd = f"the word “{word}” and the colour {colour.lower()} say different things"
    if code in FINISHED:
        return (other if meant else "not-stated"), odd
    return code, odd


def _contrary(code: str, other: str, *, keyed: bool) -> bool:
    """Whether a word and a colour cannot both be true; without a key, green and grey are given to what is done too."""
    if code in FINISHED or other in FINISHED:
        both = code in FINISHED and other in FINISHED
        return not both and (keyed or code not in FINISHED or other in _LATE)
    return other == "on-track" and code in STOPPED
