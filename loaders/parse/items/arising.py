"""Which learning a document says a recommendation came from, and which recommendation it says went into another.

Three ways of saying where it came from count: in words ("this led to recommendation 3"), in one row of a table, and by
order, where learning and its own recommendations take turns. Nothing is joined because it is alike. A merge is noted
as said; it moves no duty, which a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.records import Finding, Recommendation, StatedLink
from loaders.parse.cues import cue
from loaders.parse.desk import Desk
from loaders.parse.passages import Entry, Outline, Passage

_TURNS = 2  # groups of learning that must each have recommendations of their own
_WANTING = ("shortfall", "barrier", "not-stated")


def arise(desk: Desk, walked: Outline) -> None:
    """Note on each recommendation what the document says it arose from, and what it says it went into."""
    _said(desk)
    _in_one_row(desk)
    _in_turns(desk, walked)
    for passage in walked.passages:
        _merged(desk, passage)


def _said(desk: Desk) -> None:
    """ "This led to recommendation 3": the sentence's own point, or the one before it."""
    before: tuple[Passage, Finding] | None = None
    for passage, finding in desk.learnt:
        found = cue("passages", "gave-rise").search(passage.text) if "rec" in passage.text.casefold() else None
        if found:
            own = found.start() > _LEAST_OWN
            source = finding if own or before is None or before[0].entry is not passage.entry else before[1]
            for asked in _numbered(desk, passage.entry, found["refs"]):
                _link(asked, source, passage, "said")
        before = (passage, finding)


_LEAST_OWN = 24  # letters before the words: a sentence that says more than that it led to something


def _in_one_row(desk: Desk) -> None:
    """A learning point and a recommendation in one row of a table."""
    rows: dict[tuple[str, int], list[Finding]] = {}
    for passage, finding in desk.learnt:
        if passage.block.table and passage.block.row is not None:
            rows.setdefault((passage.block.table, passage.block.row), []).append(finding)
    for passage, asked in desk.asked:
        if passage.block.table and passage.block.row is not None:
            for finding in rows.get((passage.block.table, passage.block.row), ()):
                _link(asked, finding, passage, "same row")


def _in_turns(desk: Desk, walked: Outline) -> None:
    """Learning, its numbered recommendations, learning again, and so on: each group arises from the one before it."""
    place = {id(passage): number for number, passage in enumerate(walked.passages)}
    both: list[tuple[Passage, Finding | Recommendation]] = [*desk.learnt, *desk.asked]
    told = sorted(
        ((place[id(p)], p, made) for p, made in both if id(p) in place and p.block.row is None), key=lambda one: one[0]
    )
    turns: list[tuple[list[Finding], list[tuple[Passage, Recommendation]]]] = []
    entry: Entry | None = None
    for _, passage, made in told:
        if isinstance(made, Finding):
            if made.polarity not in _WANTING:
                continue
            if not turns or turns[-1][1] or passage.entry is not entry:
                turns.append(([], []))
            turns[-1][0].append(made)
            entry = passage.entry
        elif turns and passage.entry is entry and made.ref:
            turns[-1][1].append((passage, made))
    full = [turn for turn in turns if turn[1]]
    if len(full) < _TURNS:
        return
    for findings, asked in full:
        for passage, recommendation in asked:
            for finding in findings:
                _link(recommendation, finding, passage, "under it")


def _merged(desk: Desk, passage: Passage) -> None:
    found = cue("passages", "merged").search(passage.text)
    if found is None or cue("passages", "not-merged").search(passage.text):
        return
    (target,) = re.findall(r"\d+(?:\.\d+)*[a-z]?", found["target"])[:1] or (None,)
    for asked in _numbered(desk, passage.entry, found["refs"]):
        if target and asked.ref != target and asked.merged_into is None:
            asked.merged_into = _stated(passage, target, "said")


def _numbered(desk: Desk, entry: Entry | None, refs: str) -> Iterable[Recommendation]:
    wanted = set(re.findall(r"\d+(?:\.\d+)*[a-z]?", refs))
    for passage, asked in desk.asked:
        if (
            asked.ref
            and passage.entry is entry
            and re.sub(r"[^\da-z.]", "", asked.ref.casefold()).strip("r.") in wanted
        ):
            yield asked


def _link(asked: Recommendation, finding: Finding, passage: Passage, basis: str) -> None:
    if not any(known.other == finding.text for known in asked.arises_from):
        asked.arises_from.append(_stated(passage, finding.text, basis))


def _stated(passage: Passage, other: str, basis: str) -> StatedLink:
    return StatedLink.model_validate(
        {"other": other, "basis": basis, "quote": passage.text, "page": passage.block.page, "line": passage.block.line}
    )
