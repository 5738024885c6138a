"""What the sentences of a column do, where its head does not say: they ask for something, or tell how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.parse.cues import cue
from loaders.parse.items.status import Stand, stand_of
from loaders.trackers.head import Head
from loaders.trackers.leads import names_agency

_WORDY = 4  # words of a sentence
_LONGEST = 200  # words of what one cell tells of how far something is


def asking(texts: Sequence[str]) -> bool:
    """Whether a column asks ("Schools should tell …")."""
    return _mostly([cue("passages", "asks-outright").search(text) is not None for text in texts], texts)


def telling(texts: Sequence[str]) -> bool:
    """Whether a column tells what was done, is going on or has not been begun, and promises nothing."""
    stands = [stand_of(text) if len(text.split()) <= _LONGEST else Stand() for text in texts]
    return _mostly([one.status != "not-stated" and not one.promise for one in stands], texts) and not asking(texts)


def by_mood(head: Head, texts: dict[int, list[str]]) -> None:
    """Columns that ask and that tell how far it is, where no head says so: what is asked stands before what is done."""
    action = head.column("action")
    free = [c for c in texts if c not in head.fields and texts[c] and not names_agency(head.labels.get(c, ""))]
    asked = [c for c in free if asking(texts[c]) and (action is None or c < action)]
    if asked and not head.columns("recommendation"):
        head.fields[asked[0]] = "recommendation"
        head.told[asked[0]] = "read as what is recommended because each cell asks for something"
    told = [c for c in free if c not in asked and telling(texts[c])]
    if told and not head.columns("updates"):
        head.fields[told[0]] = "updates"
        head.told[told[0]] = "read as notes on progress because each cell says how far something is"


def _mostly(said: Sequence[bool], texts: Sequence[str]) -> bool:
    wordy = sum(len(text.split()) for text in texts) > _WORDY * len(texts)
    return len(texts) > 1 and wordy and 10 * sum(said) >= 6 * len(texts)
