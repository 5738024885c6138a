"""Cases told in one paragraph each: "RR 1/22. A girl of nine months …" is a heading and the text below it.

One such paragraph may only mention a case, so at least two different ones must stand in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import key, printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.naming import CaseLabel
from loaders.parse.cases.references import case_label

_OPENING = re.compile(r"(?P<label>[^.:;()]{2,50}?(?:\s*\([^)]{3,60}\))?)(?:[.:]\s+|\s+[-–—]\s+)(?=[A-Z“\"‘'])")
_LEAST_CASES = 2
_LEAST_TOLD = 12  # words that tell of the case below its label


def cases_in_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with a heading made of the label that opens the paragraph of a case."""
    found: dict[int, tuple[re.Match[str], str]] = {}
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        opening = _OPENING.match(block.text)
        label = _label(opening["label"]) if opening else None
        if opening and label and len(block.text[opening.end() :].split()) >= _LEAST_TOLD:
            found[id(block)] = opening, key(label.ref or label.name or label.printed)
    if len({name for _, name in found.values()}) < _LEAST_CASES:
        return list(blocks)
    out: list[Block] = []
    for block in blocks:
        out += _split(block, found[id(block)][0]) if id(block) in found else [block]
    return out


def _label(text: str) -> CaseLabel | None:
    label = case_label(text)
    return label if label is not None and not label.test else None


def _split(block: Block, opening: re.Match[str]) -> list[Block]:
    head, rest = opening["label"], printed(block.text[opening.end() :])
    top = replace(block, kind=BlockKind.HEADING, level=3, text=head, raw=head, bold=())
    return [top, replace(block, text=rest, raw=rest, bold=tuple(run for run in block.bold if run in rest))]
