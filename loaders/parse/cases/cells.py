"""What the cells of a case's row say of its child, by the heads of their columns: age, sex, what befell it and when.

A cell is no sentence ("17 (male)", "Suicide, May 2023"): its head says what it is of. Cells only fill what no sentence
states, and only where the row is of one child.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.dates import find_dates
from graph.records import Child, Outcome, Review
from graph.text import printed
from loaders.parse.cases.fact_lines import family_of_line, told_in_cell
from loaders.parse.cases.mentions import months
from loaders.parse.cues import cue
from loaders.parse.passages import Passage

_GROWN = 18 * 12  # months
_OUTCOMES: tuple[tuple[str, Outcome], ...] = (("befell-died", "died"), ("befell-harmed", "serious-harm"))


def complete_from_cells(review: Review, passages: Sequence[Passage]) -> None:
    """Fill a review's child and the date of its incident from the cells of its row; `passages` are all of its own."""
    cells = [(head, p) for p in passages if (head := p.block.column_head) and _is_fact(head)]
    if review.test is not None or not cells:
        return
    for head, passage in cells:
        if review.dates.incident is None and cue("passages", "incident-column").search(head):
            dated = [span for span in find_dates(passage.text) if span.precision in ("day", "month")]
            review.dates.incident = dated[0] if len(dated) == 1 else None
    for child in review.children:
        own = [(head, passage) for head, passage in cells if _of_row(passage.block.row_head, child.name)]
        if own and any(told_in_cell(printed(passage.text))[0] for _, passage in own):
            child.age = child.age_months = None  # what its own row prints is surer than what a sentence may mean
        for head, passage in own:
            _fill(child, head, passage)
    if len(review.children) > 1:
        for head, passage in cells:
            _fill_in_order(review.children, head, passage)
        return
    harmed = [child for child in review.children if child.role == "harmed"]
    if len(harmed) != len(review.children):
        return
    child = harmed[0] if harmed else Child(role="harmed")
    for head, passage in cells:
        _fill(child, head, passage)
    if not harmed and (child.age or child.sex or child.outcome != "not-stated" or child.role != "harmed"):
        review.children.append(child)


def _fill_in_order(children: Sequence[Child], head: str, passage: Passage) -> None:
    """Give children named in a row the ages that one cell of it lists in their order ("7 and 5 years")."""
    *firsts, last = re.split(r",? and |, | & ", printed(passage.text).strip(" ."))
    unit = last.partition(" ")[2]
    told = [one if " " in one else f"{one} {unit}".strip() for one in firsts] + [last]
    ages = [told_in_cell(one)[0] for one in told]
    if not cue("passages", "person-column").search(head) or len(ages) != len(children) or not all(ages):
        return
    for child, age in zip(children, ages, strict=True):
        if child.name and child.age is None and (known := months(age or "")) is not None and known < _GROWN:
            child.age, child.age_months = age, known
            if child.quote is None:
                child.quote, child.page, child.line = passage.text, passage.block.page, passage.block.line


def _of_row(row_head: str | None, name: str | None) -> bool:
    """Whether a row is that of one of several children ("Twin A" is called A)."""
    return (
        bool(row_head and name)
        and re.fullmatch(rf"(?:[A-Z][a-z]+ )?{re.escape(name or '')}", row_head or "") is not None
    )


def _is_fact(head: str) -> bool:
    return cue("passages", "story-column").search(head) is not None


def _fill(child: Child, head: str, passage: Passage) -> None:
    text = printed(passage.text)
    found = False
    if cue("passages", "person-column").search(head) and not family_of_line(text):
        age, sex = told_in_cell(text)
        known = months(age) if age else None
        if known is not None and known < _GROWN and child.age is None:
            child.age, child.age_months, found = age, known, True
        if sex and child.sex is None:
            child.sex, found = sex, True
    elif child.outcome == "not-stated" and child.role == "harmed":
        if cue("facts", "befell-caused").match(text):
            child.role, child.outcome, found = "caused-harm", "other", True
        for name, outcome in _OUTCOMES:
            said = cue("facts", name).search(text)
            if said and child.outcome == "not-stated" and not re.search(r"\b(?:no|not|near)\W+$", text[: said.start()]):
                child.outcome, found = outcome, True
    if found and child.quote is None:
        child.quote, child.page, child.line = passage.text, passage.block.page, passage.block.line
