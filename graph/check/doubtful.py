"""What was kept and a person should look at: no theme, too many, judged from prose, or taken by its words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.records import Action, Coding, DocumentRecord, Doubtful, Finding, Polarity, Recommendation, Review, Stated
from graph.text import digest, key

MANY = 3  # themes: a passage with more is seldom about all of them
NO_THEME = "no theme was found in its words"
PROSE = "praise or blame was judged from running prose"
WORDING = "taken by its words alone; no heading and no rule says what it is"


def doubtful(record: DocumentRecord) -> list[Doubtful]:
    """The doubtful items of a document, in printed order, each once with all its reasons."""
    found: list[Doubtful] = []
    for item, themes in _coded(record):
        judged = item.judged_by if isinstance(item, Finding) else None
        reasons = reasons_of(
            len({t.id for t in themes}), judged, getattr(item, "polarity", "not-stated"), item.by_wording
        )
        if isinstance(item, Action):  # work on systems and meetings is about no theme more often than not
            reasons = [reason for reason in reasons if reason != NO_THEME]
        if reasons:
            where = f"page {item.page}" if item.page is not None else f"line {item.line}" if item.line else "no place"
            found.append(
                Doubtful(where=where, reason="; ".join(reasons), text=item.text, page=item.page, line=item.line)
            )
    return sorted(found, key=lambda d: (d.page or 0, d.line or 0))


def reasons_of(themes: int, judged_by: str | None, polarity: Polarity | str, by_wording: bool = False) -> list[str]:
    """Why a coded passage is doubtful; empty where it is not."""
    reasons = [NO_THEME] if not themes else []
    if themes > MANY:
        reasons.append(f"{themes} themes were found; a passage is seldom about so many")
    if judged_by == "prose" and polarity != "not-stated":
        reasons.append(PROSE)
    if by_wording:
        reasons.append(WORDING)
    return reasons


def not_taken(record: DocumentRecord, count: int = 10) -> list[dict[str, object]]:
    """Passages that were read and not kept, drawn at random: did we miss learning?

    The draw depends on the document's content alone, so that two people look at the same passages.

    Returns:
        At most `count` of {page, line, heading, text, reason}, in printed order.
    """
    known: dict[str, int] = {}
    items = []
    for place, item in enumerate(record.report.rejected):
        if item.text and known.setdefault(key(item.text), place) == place:
            items.append((place, item))
    drawn = sorted(items, key=lambda found: digest(record.document.sha256, found[0], size=64))[:count]
    return [
        {"page": item.page, "line": item.line, "heading": item.heading, "text": item.text, "reason": item.reason}
        for _, item in sorted(drawn, key=lambda found: found[0])
    ]


def _coded(record: DocumentRecord) -> Iterator[tuple[Stated, Sequence[Coding]]]:
    homes: list[DocumentRecord | Review] = [record, *record.reviews]
    for home in homes:
        items: list[Finding | Recommendation | Action] = [*home.findings, *home.recommendations, *home.actions]
        for item in items:
            if not isinstance(item, Recommendation) or item.stated:
                yield item, item.themes
