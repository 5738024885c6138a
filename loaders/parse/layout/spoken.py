"""What is said at a slide belongs to the case that the slide tells: speaker's notes stand below all slides."""

from __future__ import annotations

from dataclasses import replace

from loaders.parse.passages import Entry, Outline


def to_their_slides(walked: Outline) -> None:
    """Give notes without a case the one case that is told on their slide."""
    shown: dict[int | None, dict[int, Entry]] = {}
    for passage in walked.passages:
        if passage.entry is not None:
            shown.setdefault(passage.block.page, {})[id(passage.entry)] = passage.entry
    for at, passage in enumerate(walked.passages):
        told = list(shown.get(passage.block.page, {}).values()) if passage.block.page is not None else []
        if passage.meaning is not None and passage.meaning.id == "notes" and passage.entry is None and len(told) == 1:
            walked.passages[at] = replace(passage, entry=told[0])
