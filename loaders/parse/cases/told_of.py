"""What stands outside every case but names one of them is of that case ("In SI 06/24 the checklist left out …").

Yearly reports and slides tell what was learnt by theme and what was done by date, and say in the sentence which child
it is about. A sentence that names two of them, or none, stays of the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.parse.cases.naming import is_common
from loaders.parse.passages import Entry, Outline, Passage

_TOLD = ("finding", "recommendation", "action", "activity", "impact")


def assign(walked: Outline) -> None:
    """Give passages outside every case to the one case that they name."""
    spelt = [(entry, pattern) for entry in walked.entries if (pattern := _spellings(entry))]
    if not spelt or any(entry.whole for entry in walked.entries):
        return
    walked.passages = [_assigned(passage, spelt) for passage in walked.passages]


def _assigned(passage: Passage, spelt: list[tuple[Entry, re.Pattern[str]]]) -> Passage:
    if passage.entry is not None or passage.meaning is None or passage.meaning.becomes not in _TOLD:
        return passage
    named = [entry for entry, pattern in spelt if pattern.search(passage.text)]
    return replace(passage, entry=named[0]) if len(named) == 1 else passage


def _spellings(entry: Entry) -> re.Pattern[str] | None:
    label = entry.label
    return None if label.test else spellings(label.ref, [name for name in (label.name, *label.aliases) if name])


def spellings(ref: str | None, names: Iterable[str]) -> re.Pattern[str] | None:
    """How a sentence may name a case: its reference, or the name by which its child is called."""
    surely = [name for name in names if re.search(r"\d", name) or not is_common(name)]
    forms = [form for form in (ref, *surely) if form and len(form) > 1]
    return re.compile("|".join(rf"(?<![\w/]){re.escape(form)}(?![\w/])" for form in forms)) if forms else None
