"""Reviews that lines in front of a plan introduce: "2. Rapid Review 11/24. A girl aged 15 who took an overdose."

What such a line tells of the child belongs to the review that rows of the plan name, and what stands over the head of
a table that is of one review belongs to that one. Neither adds a review: one that no row names is told apart, to be
noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.records import Review, Stated
from graph.text import key
from loaders.blocks import Block
from loaders.parse.cases.codes import refers
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cases.people import children_of
from loaders.parse.cases.themed import add_themes, harms_of
from loaders.parse.sentences import sentences
from loaders.trackers.reviews import LABEL, label_of

_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.):]\s+")
_LABEL = 12  # words of a line's opening that names a review
_STORY = 8  # words of a line that tells more than what a table is


def introduce(reviews: Sequence[Review], cells: Iterable[Block]) -> tuple[set[str], list[str]]:
    """Give reviews what lines in front of the plan tell of their children.

    Returns:
        The texts of those lines, and those of lines about a review that no row names.
    """
    used: set[str] = set()
    unmet: list[str] = []
    for cell in cells:
        head, *told = sentences(_NUMBER.sub("", cell.text))
        label = _label(head) if told else None
        review = next((one for one in reviews if label and _same(one, label)), None)
        if label is None or label.test or (review is not None and review.test is not None):
            continue
        if review is None:
            unmet += [cell.text] if label.kind != "other" else []
            continue
        used.add(cell.text)
        if review.kind == "other":
            review.kind = label.kind if label.kind != "other" else kind_of(head) or "other"
        _tell(review, told, cell, label.name or label.ref or head)
    return used, unmet


def tell_over(review: Review, cells: Iterable[Block]) -> None:
    """Give the one review of a table what the lines over its head tell, but not what only says what the table is."""
    for cell in cells:
        told = sentences(cell.text)
        labels = len(told) == 1 and len(cell.text.split()) <= LABEL and label_of(cell.text) is not None
        if len(cell.text.split()) >= _STORY and not labels:
            _tell(review, told, cell, review.name or review.ref or review.quote)


def _tell(review: Review, told: Sequence[str], cell: Block, name: str) -> None:
    """What a cell tells of a review: context, children, harms and themes."""
    stated = [Stated(text=one, quote=one, line=cell.line) for one in told]
    review.context += stated
    if not review.children:
        review.children = children_of(name, stated, review.kind)
    review.harms += [harm for harm in harms_of(review, stated) if harm not in review.harms]
    add_themes(review, stated)


def _label(head: str) -> CaseLabel | None:
    """The review that the opening of a line names, alone or before what kind it was."""
    if len(head.split()) > _LABEL:
        return None
    return case_label(head.rstrip(".")) or case_label(head.partition(",")[0])


def _same(review: Review, label: CaseLabel) -> bool:
    names = {_key(name) for name in (review.name, *review.aliases) if name}
    coded = review.ref is not None and refers(review.ref, label)
    return coded or (label.name is not None and _key(label.name) in names)


def _key(name: str) -> str:
    return key(name.replace("&", "and"))
