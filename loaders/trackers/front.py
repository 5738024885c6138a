"""What a tracker is: title, partnership, and the day it shows, from the lines above its tables."""

from __future__ import annotations

import re
from pathlib import Path

from graph.dates import find_dates, iso
from graph.gazetteer import areas_in, partnerships_in
from graph.records import Document
from graph.text import joined
from loaders.blocks import SourceText
from loaders.trackers.dates import plain

_BODY = re.compile(r"\b(?:safeguarding|children)[\w' ]*\b(?:partnership|board|partners)\b", re.I)
_PLAN = re.compile(r"\b(?:plan|tracker|log|register|actions)\b", re.I)
_AS_OF = re.compile(
    r"\b(?:position|updated?|as (?:at|of)|status|correct|last (?:updated|reviewed)|version|reported|date)\b", re.I
)


def document_of(source: SourceText, lines: list[str], partnership: str | None = None) -> Document:
    """The document of a tracker.

    Args:
        source: for its name and what the file says of itself.
        lines: the lines that stand over its tables.
        partnership: as a user's mapping names it.
    """
    stem = re.sub(r"[-_]+", " ", Path(source.name).stem)
    titles = [line for line in lines if _PLAN.search(line) and len(line.split()) <= 30]
    parts = re.split(r"\s+[-–—|]\s+|;", titles[0]) if titles else []
    title = next((part for part in parts if _PLAN.search(part)), source.metadata.get("title") or stem)
    document = Document(title=joined(title), kind="action-tracker", sha256=source.sha256, file=source.name)
    text = " . ".join(lines)
    named = [partnership] if partnership else partnerships_in(text)
    if not named:
        named = [line for line in lines if _BODY.search(line) and len(line.split()) <= 10][:1]
    named = named or partnerships_in(stem.title())
    if len(named) > 1:
        document.partnerships = named
    elif named:
        document.partnership = document.publisher = named[0]
    document.areas = areas_in(text) or areas_in(stem.title())
    dated = [line for line in lines if _AS_OF.search(line) or len(line.split()) <= 4]
    days = [d for line in dated for d in find_dates(plain(line)) if d.precision in ("day", "month")]
    if days:
        document.published, document.published_basis = iso(days[0]), "printed"
    return document


def names_body(line: str) -> bool:
    """Whether a line is the name of a partnership, perhaps with a few words more."""
    return len(line.split()) <= 12 and (bool(_BODY.search(line)) or bool(partnerships_in(line)))
