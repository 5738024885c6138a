"""Lines that minutes mark as an action: "Action 3: …", "AP4 (SH): …", "ACTION Chair to …", "AGREED: Police to …".

The mark says that it was set there. What it asks somebody to do is a promise that nobody has yet said to be kept; how
far it is, where the line says it, outweighs the mark. "Remaining: A; B; and C" lists what is open in the same way.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.sentences import sentences

_PART = re.compile(r";\s+(?:and\s+)?")


def marked(text: str) -> str | None:
    """What stands behind the mark of an action, None where the text bears none."""
    found = cue("marked", "action").match(text)
    agreed = cue("marked", "agreed").match(text) if found is None else None
    if agreed is not None and cue("passages", "to-do").match(text[agreed.end() :]):
        found = agreed
    return text[found.end() :] if found else None


def decided_in(text: str) -> str | None:
    """What stands behind a label that says it was agreed ("Agreed: the form will change"), None where there is none.

    The label tells that somebody agreed, and nothing of what became of it: "Agreed: it was a good day" is no work.
    """
    found = cue("marked", "agreed").match(text)
    labels = found is not None and found[0].rstrip().endswith(":") and not found[0].lower().startswith("resolved")
    return text[found.end() :] if found is not None and labels else None  # "Resolved: …" says how far it is


def each_marked(text: str) -> list[str]:
    """The marked actions and decisions of a text; a sentence without a mark stays with the one before it."""
    each: list[str] = []
    for sentence in sentences(text):
        if each and marked(sentence) is None and cue("marked", "agreed").match(sentence) is None:
            each[-1] = f"{each[-1]} {sentence}"
        else:
            each.append(sentence)
    return each


def to_do(text: str) -> bool:
    """Whether a text only says what is to be done, and of nothing that it is ("Police to …", "Re-audit in May")."""
    return cue("passages", "to-do").match(text) is not None or not any(one.main for one in verb_groups(text))


def left_open(sentence: str) -> list[str]:
    """What a sentence lists as still open, each with how far it is ("Remaining: the guide – in draft; the film")."""
    found = cue("marked", "left-open").match(sentence)
    return [one.strip(" .") for one in _PART.split(sentence[found.end() :]) if one.strip(" .")] if found else []
