"""The mark of what was taken by its words alone: one word for answers, pages, traces and workbooks, and what it means.

A machine took it for learning, a request or work by weights of its words (`byWording` in the graph), and no person has
said that it is right. `graph.questions.by_wording` finds it in answers, `graph.derive.by_wording` in the graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEY = "by_wording"  # of a passage in the rows: true where it is such
ONLY = "only_by_wording"  # of a row that counts: all that it counts is such
MARK = "by words alone"  # on screen and in files, beside the place of a passage


def meaning(many: int) -> str:
    """What the mark says of so many passages: the end of a sentence that counts them."""
    was, its, it_is = ("was", "its", "it is") if many == 1 else ("were", "their", "they are")
    return (
        f"{was} taken by {its} words alone (marked “{MARK}”): no heading and no rule says what {it_is}, and no person "
        f"has said that {it_is} right."
    )


def rests_on(row: Mapping[str, Any]) -> bool:
    """Whether anything behind a row of an answer was taken by its words alone."""
    return any(bool(row.get(name)) for name in (ONLY, KEY, f"evidence_{KEY}"))


def rests_only(row: Mapping[str, Any]) -> bool:
    """Whether nothing but what was taken by its words alone stands behind a row of an answer."""
    if ONLY in row:
        return bool(row[ONLY])
    if row.get(KEY) is True:
        return True
    many = row.get(f"evidence_{KEY}")
    return bool(many) and many == row.get("evidence_total", len(row["evidence"]))
