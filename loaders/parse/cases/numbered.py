"""Cases told under a number alone: "Case 1", "Case study two", "Child 3", "Review B".

Such a number is no name: another document counts its own. So the case has neither name nor reference, and nothing is
joined to it by its label. A box headed so may hold no child: at least two numbers must stand in the document, and what
is told below each must tell of a child by age, sex or harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.records import ReviewKind, Stated
from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.naming import PEOPLE, PSEUDONYM, CaseLabel, is_common, kind_of
from loaders.parse.cases.people import children_of
from loaders.parse.figures.numbers import WORD_NUMBER

_NUMBERED = re.compile(
    r"(?:(?P<kind>[\w ]{3,40}? )?(?:case|review)(?: (?:study|example|summary))?|child|baby|infant|family|young person)"
    rf" (?:no\.? |number )?(?P<number>\d{{1,2}}|[A-H]|{WORD_NUMBER})(?:\s*[:–—-]\s*\S.{{0,60}})?",
    re.I,
)
_REFERENCE = re.compile(  # "NSCP 2030-01: Robin and Wren", as partnerships number their reviews by the year
    r"(?P<number>[A-Z]{2,8}[ /-]?(?:19|20)\d\d ?[-/ ] ?\d{1,3})(?:\s*[:–—-]\s*(?P<rest>\S.{0,60}))?"
)
_LEAST = 2
_BELOW = 4  # blocks below the heading in which the child is spoken of


def numbered_cases(blocks: Sequence[Block]) -> set[int]:
    """The ids of headings that open a case by its number; none where fewer than two do."""
    found: dict[int, str] = {}
    alike: dict[str, dict[int, str]] = {}  # by the words before the number: headings of no child found, with theirs
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        said = _REFERENCE.fullmatch(block.text.strip(" :")) or _NUMBERED.fullmatch(block.text.strip(" :"))
        own = said is not None and _own(said.groupdict().get("kind"))
        if said and own:
            told = _of_a_child(_below(blocks[at + 1 :]))
            row = found if told else alike.setdefault(block.text[: said.start("number")].casefold(), {})
            row[id(block)] = said["number"].casefold()
    for words, row in alike.items():
        same = [b for b in blocks if id(b) in found and b.text.casefold().startswith(words)]
        if len(same) >= 2 * len(row):  # most of a row are cases, so all are
            found.update(row)
    return set(found) if len(set(found.values())) >= _LEAST else set()


def number_of(heading: str) -> str | None:
    """The number under which a heading tells a case, in small letters."""
    said = _NUMBERED.fullmatch(heading.strip(" :"))
    return said["number"].casefold() if said else None


def referenced(heading: str) -> bool:
    """Whether a heading is the reference of a review, alone or before its name."""
    return _REFERENCE.fullmatch(heading.strip(" :")) is not None


def numbered_label(heading: str, kind: ReviewKind) -> CaseLabel:
    """The case of such a heading, with the reference and the names that it prints."""
    found = _REFERENCE.fullmatch(printed(heading).strip(" :"))
    if found is None:
        return CaseLabel(heading, kind)
    rest = found["rest"] or ""
    name = rest if re.fullmatch(rf"{PEOPLE}|{PSEUDONYM}", rest) and not is_common(rest) else None
    return CaseLabel(heading, kind, found["number"], name)


def _own(kind: str | None) -> bool:
    """Whether what stands before the number is nothing, or the kind of review."""
    return not (kind or "").strip() or kind_of(f"{kind} review") is not None


def _below(blocks: Iterable[Block]) -> list[Block]:
    """What stands below a heading up to the next one, or under the first part of it ("What happened")."""
    found: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and (found or _NUMBERED.fullmatch(block.text.strip(" :"))):
            break
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.BULLET):
            found.append(block)
        if len(found) == _BELOW:
            break
    return found


def _of_a_child(blocks: Sequence[Block]) -> bool:
    told = [Stated(text=block.text, quote=block.text, page=block.page, line=block.line) for block in blocks]
    children = children_of(None, told, "other")
    return any(
        child.age_months is not None or child.sex is not None or child.outcome != "not-stated" for child in children
    )
