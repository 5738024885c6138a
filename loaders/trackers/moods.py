"""What the sentences of a column do, where its head does not say: they ask for something, or tell how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.parse.cues import cue
from loaders.parse.items.status import Stand, stand_of

_WORDY = 4  # words of a sentence
_LONGEST = 200  # words of what one cell tells of how far something is


def asking(texts: Sequence[str]) -> bool:
    """Whether a column asks ("Schools should tell …")."""
    return _mostly([cue("passages", "asks-outright").search(text) is not None for text in texts], texts)


def telling(texts: Sequence[str]) -> bool:
    """Whether a column tells what was done, is going on or has not been begun, and promises nothing."""
    stands = [stand_of(text) if len(text.split()) <= _LONGEST else Stand() for text in texts]
    return _mostly([one.status != "not-stated" and not one.promise for one in stands], texts) and not asking(texts)


def _mostly(said: Sequence[bool], texts: Sequence[str]) -> bool:
    wordy = sum(len(text.split()) for text in texts) > _WORDY * len(texts)
    return len(texts) > 1 and wordy and 10 * sum(said) >= 6 * len(texts)
