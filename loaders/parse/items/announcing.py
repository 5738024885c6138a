"""Sentences among requests and actions that hold none: what only announces them, and what only thanks or accepts.

"The author makes five recommendations." and "A number of changes were made." say that something stands elsewhere. Each
is known by what it lacks: once the words of announcing are taken away (its things, who makes them, how many, when),
nothing of its own is left.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue, listed

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_LONGEST = 30  # words


def announces_items(sentence: str) -> bool:
    """Whether a sentence says that there are requests, actions or changes, and names none of them."""
    words = [one[0] for one in _WORD.finditer(sentence)]
    told = [one.lower().replace("’", "'").removesuffix("'s") for one in words]
    if not listed("announced-things").intersection(told) or len(words) > _LONGEST:
        return False
    if not listed("announcing-verbs").intersection(told) and not sentence.rstrip().endswith(":"):
        return False
    known = listed("announced-things") | listed("announcing-verbs") | listed("announcing-words")
    return all(
        one in known or (at and word[0].isupper()) for at, (word, one) in enumerate(zip(words, told, strict=True))
    )


def announces_requests(sentence: str) -> bool:
    """Whether what a sentence only announces is what is asked, and not what was done."""
    return cue("passages", "requests").search(sentence) is not None and announces_items(sentence)


def only_thanks(sentence: str) -> bool:
    """Whether a sentence thanks, regrets, or takes a report in, and tells of nothing that is done about it."""
    return cue("passages", "thanks-or-accepts").match(sentence) is not None and not cue("passages", "and-acts").search(
        sentence
    )
