"""What the label of a review tells of its child: "Child R (boy, 14 months) – rapid review, March 2031".

Labels stand in banners, in the names of sheets, in columns and in the tracker's key. Only what is printed beside the
name is taken, and only where it speaks of a child by age or sex.
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph.dates import find_dates
from graph.records import Child, DateSpan, Review, Stated
from loaders.blocks import Block
from loaders.coding import harms, named_harms
from loaders.parse.cases.naming import kind_of
from loaders.parse.cases.people import children_of
from loaders.parse.cases.themed import harms_of
from loaders.parse.cues import cue

_APART = re.compile(r"(?P<strong>\s*[()\[\];:]\s*|\s+[–—-]\s+|\.\s+|\s+(?:about|concerning|regarding)\s+)|,\s+")
_SEVERAL = re.compile(r"\b(?:brothers|sisters|siblings|twins?|triplets|children|boys|girls|family)\b", re.I)
_LONGEST = 12  # words that tell of a child without a sentence
_PLAIN = re.compile(r"[\d\s/.-]*")


def tell(review: Review, label: str, line: int | None, cells: list[tuple[str, Block]]) -> None:
    """Give a review what its label tells, and what cells of the key beside it do, each with its head."""
    if review.test or review.kind == "thematic-review":
        return
    name = review.name or review.ref or ""
    told = [Stated(text=one, quote=one, line=line) for one in _beside(label, name)]
    for head, cell in cells:
        told += [Stated(text=one, quote=one, line=cell.line) for one in _pieces(cell.text)]
        _date(review, head, find_dates(cell.text))
    children = _children(name, told, review)
    if not children and not cells:
        return
    if not review.children:
        review.children = children
    short = [one.text for one in told if kind_of(one.text) is None]
    review.harms += [harm for harm in harms_of(review, told, short) if harm not in review.harms]
    review.context += [one for one in told if one.quote not in {known.quote for known in review.context}]
    for one in told:
        _date(review, one.text, find_dates(one.text))
    _date_of_harm(review, told)


def speaks_of_child(label: str) -> bool:
    """Whether a label tells age or sex of a child beside a name."""
    told = [Stated(text=one, quote=one) for one in _pieces(label)[1:]]
    return bool(_children("", told, Review(kind="other", quote=label)))


def _children(name: str, told: list[Stated], review: Review) -> list[Child]:
    short = [one for one in told if len(one.text.split()) <= _LONGEST and kind_of(one.text) is None]
    if not short:
        return []
    several = any(_SEVERAL.search(one.text) for one in short)
    facts = ", ".join(one.text for one in short)
    found = children_of(None if several or _PLAIN.fullmatch(name) else name, short, review.kind, f"{name} ({facts})")
    known = [child for child in found if child.age or child.sex]
    return found if known and (len(found) > 1 or not several) else []


def _beside(label: str, name: str) -> list[str]:
    """The pieces of a label beside the name, each as it is printed."""
    pieces = _pieces(label)
    at = next((n for n, piece in enumerate(pieces) if name and name.casefold() in piece.casefold()), 0)
    own = pieces[at] if pieces else ""
    behind = own[own.casefold().find(name.casefold()) + len(name) :].strip(" ,–—-") if name else ""
    return [*([behind] if behind and kind_of(behind) is None else []), *pieces[at + 1 :]]


def _pieces(text: str) -> list[str]:
    """The parts of a label as printed: facts of a child that commas divide ("girl, 9") stay together."""
    found: list[tuple[int, int]] = []
    at = 0
    strong = True
    for sign in [*_APART.finditer(text), None]:
        start, end = at, sign.start() if sign else len(text)
        piece = text[start:end]
        if piece.strip():
            if not strong and found and not (_other(piece) or _other(text[found[-1][0] : found[-1][1]])):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        if sign:
            strong, at = sign["strong"] is not None, sign.end()
    return [text[start:end].strip(" .–—-") for start, end in found]


def _other(piece: str) -> bool:
    """Whether a piece tells a kind of review, a date or a harm alone, and nothing of who the child is."""
    return kind_of(piece) is not None or bool(find_dates(piece)) or _harm(piece)


def _harm(piece: str) -> bool:
    return bool(named_harms(piece) or harms(piece))


def _date(review: Review, words: str, dates: list[DateSpan]) -> None:
    """Keep the one date that words beside it say to be of the publication, the end or the harm."""
    if len(dates) != 1:
        return
    if cue("facts", "label-published").search(words):
        review.dates.published = review.dates.published or dates[0]
    elif cue("facts", "label-completed").search(words):
        review.dates.completed = review.dates.completed or dates[0]
    elif cue("facts", "label-incident").search(words):
        review.dates.incident = review.dates.incident or dates[0]


def _date_of_harm(review: Review, told: list[Stated]) -> None:
    """A month that stands right behind what befell the child is when it did; a year alone may be the review's."""
    if review.dates.incident or not any(child.outcome != "not-stated" for child in review.children):
        return
    for one, following in pairwise(told):
        dates = find_dates(following.text)
        alone = len(dates) == 1 and following.text == dates[0].printed and dates[0].precision in ("day", "month")
        if alone and _harm(one.text) and kind_of(one.text) is None:
            review.dates.incident = dates[0]
