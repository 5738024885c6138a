"""What a bracket behind a request tells of how far it is, under a date or a label: "… (March 2024: Agreed by …)".

Published lists are brought up to date so: the request stays as it was made, and behind it stands what became of it.
"""

from __future__ import annotations

import re

from graph.dates import find_dates
from loaders.parse.layout.requested import parts_done
from loaders.parse.sentences import sentences

_BEHIND = re.compile(
    r"\s*[(\[](?P<label>[^()\[\]:]{3,40}?)\s*(?::|\s[–—-])\s+(?P<told>(?:[^()\[\]]|\([^()]*\)){6,})[)\]]\.?$"
)
_LABEL = re.compile(
    r"\b(?:latest|further|our|update[ds]?|progress|status|position|response|as|at|on|in|of|to|by|date|the)\b|[\W_]",
    re.I,
)
_VERDICT = 3  # words of an opening that only says how far it is ("Not done.", "Agreed in part.")


def update_behind(text: str) -> tuple[str, list[str]] | None:
    """What stands before such a bracket, and the parts of what it tells; None where none ends the text."""
    found = _BEHIND.search(text)
    asked = text[: found.start()] if found else ""
    if found is None or not asked or not _says_when(found["label"]):
        return None
    told = found["told"].strip()
    verdict = len(sentences(told)[0].split()) <= _VERDICT
    return asked, [told] if verdict else parts_done(told)


def _says_when(label: str) -> bool:
    """Whether a label is a date, or words for an update with or without one, and nothing else."""
    rest = label
    for span in find_dates(label):
        rest = rest.replace(span.printed or "", "")
    return not _LABEL.sub("", rest)
