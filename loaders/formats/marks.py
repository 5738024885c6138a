"""Marks that nobody sees: those that turn the direction of writing can make a reader see other words than a program.

They are taken out of every format and said; marks of no width are taken out in silence, as `graph.text` does.
"""

from __future__ import annotations

import re

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # Unicode, annex 9
_UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
NOTE = ("file", "marks that turn the direction of writing were taken out; compare with the original")


def seen(text: str) -> str:
    """The text without marks that turn the direction of writing or have no width."""
    return text if text.isascii() else _UNSEEN.sub("", text)
