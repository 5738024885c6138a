"""Lines among news of work that tell of none: how to take part, when to come, whom to ask, who printed it.

A newsletter or a page sets them under the same headings as what was done. Another kind says that a report was gone
through and that the answers stand elsewhere. The words are data (`notices.yaml`); a list of dates is known by its
shape.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.items.verb_groups import verb_groups

_KINDS = ("dates", "booking", "hours", "asking", "imprint")
_LABEL = re.compile(r"[^:;.]{2,60}:\s+")
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.I,
)
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|noon)", re.I)
_SEVERAL = 2  # dates of a list


def is_notice(sentence: str) -> bool:
    """Whether a sentence tells readers how to take part, when to come or whom to ask, and of no work."""
    return any(cue("notices", kind).match(sentence) for kind in _KINDS) or _lists_dates(sentence)


def only_looked_at(sentence: str) -> bool:
    """Whether a sentence says that a report was gone through and what is answered stands elsewhere."""
    looked = cue("notices", "looked-at").match(sentence)
    return looked is not None and cue("notices", "set-out").search(sentence) is not None


def tells_answers(sentence: str) -> bool:
    """Whether a sentence tells by a figure what those who were asked said: it shows practice, and no deed."""
    return cue("notices", "answered").match(sentence) is not None


def _lists_dates(sentence: str) -> bool:
    """Whether behind a label stand dates and times alone ("Training: 12 October, 9 November, 10am at the hall")."""
    label = _LABEL.match(sentence)
    if label is None:
        return False
    told = sentence[label.end() :]
    if _DAY.match(told) is None:
        return False
    listed = len(_DAY.findall(told)) >= _SEVERAL or _CLOCK.search(told) is not None
    return listed and not any(one.main for one in verb_groups(_CLOCK.sub("", told)))
