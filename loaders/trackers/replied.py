"""What a column of replies says beside what was asked ("Response: Not accepted"): whether it was accepted.

A reply is no status: what was accepted may never be done, and what was refused stays asked until a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.records import Response
from graph.text import joined
from loaders.trackers.drafts import Draft, Reply
from loaders.trackers.head import Head
from loaders.trackers.tables import Row
from loaders.trackers.vocabulary import says

_LIMIT = re.compile(r"\b(?:(?P<part>part(?:ly|ial|ially)?)|(?P<principle>principle)|(?P<noted>noted))\b", re.I)
_ASKS = re.compile(
    r"\b(?:accept(?:ed|s)?|agreed?)\b\W*(?:\(?y(?:es)?\W+n(?:o)?\b.*)?$", re.I
)  # "Accepted?", "Agreed (Y/N)"
_YES = re.compile(r"(?:y|yes|(?P<part>(?:in )?part|partly|partial(?:ly)?|in principle)|(?P<no>n|no))\W*", re.I)


def reply_to(draft: Draft) -> Reply | None:
    """What accepts or refuses what a row asks: a column of replies, or what stands in place of an action."""
    cell = draft.rows[0].cells.get(draft.head.column("action") or 0)
    instead = Reply.of(cell, _kind("", cell.text)) if draft.recommendation and cell is not None else None
    return reply_in(draft.rows, draft.head) or instead


def reply_in(rows: Iterable[Row], head: Head) -> Reply | None:
    """What a column of replies says, for which no other meaning was found than that it tells something of the row."""
    told = (c for c in sorted(head.labels) if head.fields.get(c, "updates") == "updates")
    columns = [c for c in told if says("reply_heads", head.labels[c])]
    for row in rows:
        for column in (column for column in columns if column in row.cells):
            label, cell = head.labels[column], row.cells[column]
            asks = label if _ASKS.search(label) else ""
            if reply := Reply.of(cell, _kind(asks, cell.text), asks):
                return reply
    return None


def response(reply: Reply, asked: str | None, ref: str | None, heading: str | None) -> Response:
    """The record of a reply to what its row asks; a bare "Y" is told with the head that it answers."""
    words = joined(reply.cell.raw) or reply.cell.text
    text = f"{reply.head} {words}" if reply.head and _YES.fullmatch(words) else words
    return Response(
        text=text, quote=words, line=reply.cell.line, heading=heading, kind=reply.kind, answers=ref, asked=asked
    )


def _kind(asks: str, text: str) -> str | None:
    """What a cell replies; `asks`: the head of its column, where that asks whether it is accepted."""
    brief = _YES.fullmatch(text.strip()) if asks else None
    if says("refuses", text) or (brief and brief["no"]):
        return "not accepted"
    if not brief and not says("accepts", text):
        return None
    limit = _LIMIT.search(text)
    if limit is None:
        return "accepted"
    return "noted" if limit["noted"] else "accepted in part" if limit["part"] else "accepted in principle"
