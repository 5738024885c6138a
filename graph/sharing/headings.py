"""The heading of a case where it is sent: its published pseudonym, never a case number."""

from __future__ import annotations

import re
from collections.abc import Iterable

SERIOUS_INCIDENT = "Serious incident"
_NUMBERED = re.compile(r"\d")


def heading_of(names: Iterable[str]) -> str:
    """The heading of a case: its published pseudonym; a label that holds a number is a case number and is none."""
    told = [n for n in names if n and not _NUMBERED.search(n)]
    return " and ".join(told) or SERIOUS_INCIDENT
