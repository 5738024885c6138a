"""What takes back, later in the same statement, what its first verb said: "was launched in May; the grant ran out".

The whole statement stands: a done-word is kept only where no later clause or sentence says that the work ended, rests,
was opened again, went into other work or is true of a part only. The words are data (`progress.yaml`, `undone`).
"""

from __future__ import annotations

import re

from graph.records import ActionStatus
from loaders.parse.cues import cue, undoing
from loaders.parse.figures.numbers import value

_BREAK = re.compile(
    r"(?<=[.;:!?])\s+|\s+[-–—]\s+|,\s+|\s*[()]\s*|\s+(?=(?:but|although|though|however|while|whereas)\b)"
    r"|(?<!not)(?<!n['’]t)\s+(?=yet\b(?! to\b)\s+\w)"
    r"|\s+and\s+(?=(?!(?:and|its?|their|his|her)\b)\w)|\s+(?:because|until|once)\s+",
    re.I,
)
_LEFT = ("complete-evidence-awaited", "embedded")


def of_the_work(text: str) -> str:
    """A statement without what it tells of others ("any child who was not seen") and of what the work put an end to."""
    for clause in filter(None, _BREAK.split(text)):
        spared = cue("undone", "spared").search(clause)
        text = text.replace(clause, "" if spared else cue("undone", "aside").sub("", clause))
    return text


def taken_back(text: str, status: ActionStatus, said: str | None) -> tuple[ActionStatus, str] | None:
    """Status and words of what a statement takes back, or None where it stands.

    Args:
        text: the whole statement, white space joined.
        status: what its first verb says.
        said: the words that say so.
    """
    done = status in _LEFT
    clauses = [cue("undone", "aside").sub("", clause) for clause in _BREAK.split(text) if clause]
    if not done and said:  # of what is not done, only what stands behind it ends it
        behind = text[text.find(said) + len(said) :]
        clauses = [cue("undone", "aside").sub("", clause) for clause in _BREAK.split(behind) if clause]
    clauses = [clause for clause in clauses if not cue("undone", "spared").search(clause)]
    tested = cue("undone", "tested").match(text) is not None
    for rule in undoing():
        if not done and not rule.also:
            continue
        for place, clause in enumerate([text] if rule.across else clauses):
            hits = (hit for pattern in rule.patterns for hit in pattern.finditer(clause))
            found = next((hit for hit in hits if partial(hit)), None)
            if found is None or (tested and rule.status == "under-way"):
                continue
            if not any(cue("undone", "taken-up").search(later) for later in clauses[place:]):
                return rule.status, found[0].strip()
    return None


def partial(found: re.Match[str]) -> bool:
    """Whether a count of a whole ("two of four schools") is less than the whole; other words always are."""
    part, whole = found.groupdict().get("of"), found.groupdict().get("all")
    if not part or not whole:
        return True
    return value(part) < value(whole)
