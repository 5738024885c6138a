"""Reviews that a paper goes back to: each is told in one paragraph and later has a part of its own, headed by its name.

A follow-up of earlier reviews, or a scrutineer's report, tells in its opening who the children were ("Robin was four
when …; the practice review made five recommendations") and gives each review a chapter headed "Robin" further below.
A name alone is believed as such a heading where a paragraph above opens with it, tells of a child and names the kind
of review.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.named import tells_of_child
from loaders.parse.cases.naming import PSEUDONYM, CaseLabel, is_common, kind_of
from loaders.parse.sentences import sentences

_TEXT = (BlockKind.PARAGRAPH, BlockKind.NUMBERED)
_EACH = re.compile(r",? and | & |, ")


def recalled_cases(blocks: Sequence[Block]) -> dict[int, CaseLabel]:
    """By id of a block the review it opens: the paragraph that tells it, and every heading that is its name."""
    told: dict[str, CaseLabel] = {}
    found: dict[int, CaseLabel] = {}
    named = {id(block): name for block in blocks if block.kind is BlockKind.HEADING and (name := _name(block.text))}
    heads = set(named.values())
    for block in blocks:
        if block.kind in _TEXT:
            name = next((name for name in sorted(heads - told.keys()) if _tells_of(name, block.text)), None)
            kind = kind_of(block.text) if name else None
            if name and kind:
                found[id(block)] = told[name] = CaseLabel(name, kind, None, name)
        elif (above := told.get(named.get(id(block), ""))) is not None:
            found[id(block)] = above
    return found


def _name(heading: str) -> str | None:
    """The name that a heading is, but for its number."""
    name = re.sub(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+", "", heading)
    return name if re.fullmatch(PSEUDONYM, name) and not is_common(name) else None


def _tells_of(name: str, text: str) -> bool:
    """Whether a paragraph opens with the children so named and tells who they are."""
    each, first = _EACH.split(name), sentences(text)[0]
    return text.startswith(each[0]) and all(one in first and tells_of_child(one, text) for one in each)
