"""How far recommendations are that a sentence names by number ("R1 is complete"), and records that they were closed."""

from __future__ import annotations

import re

from graph.dates import find_dates, iso
from graph.records import Recommendation
from graph.text import key
from loaders.parse.cues import cue
from loaders.parse.desk import Desk, Home, is_prose
from loaders.parse.items.recommendations import named_review, refs_in
from loaders.parse.items.status import Stand, stand_of
from loaders.parse.items.undone import taken_back
from loaders.parse.items.work import act, is_done, no_work
from loaders.parse.passages import Passage

_REF = re.compile(r"\b(?:R|Rec(?:ommendation)?s? ?)?(?P<number>\d{1,2}(?:\.\d{1,2})*)\b")
_CODE = re.compile(r"R(?:ec(?:ommendation)?\.?)? ?(?P<number>\d{1,2})", re.I)  # before an item: "R3: not begun"
_ALL = re.compile(r"all (?:of )?(?:the )?(?P<which>\w+ )?recommendations?\b", re.I)


def status(desk: Desk, passage: Passage) -> bool:
    """Progress by number ("R1 has been completed"): an action, and the status of that recommendation."""
    if is_closing(passage.text):
        return closing(desk, passage)
    known = _numbered(desk, desk.home(passage))
    stand = stand_of(passage.text)
    text, _, but = passage.text.partition(" except ")
    named = [known[ref] for found in _REF.finditer(text) if (ref := found["number"]) in known]
    if not named and (found_all := _ALL.match(text)):
        which = key(found_all["which"] or "")
        spared = {found["number"] for found in _REF.finditer(but)}
        named = [
            recommendation
            for ref, recommendation in known.items()
            if ref not in spared and (not which or which in desk.sections.get(id(recommendation), ""))
        ]
        for ref in spared & known.keys():
            known[ref].status, known[ref].status_printed = "not-started", passage.text
    for asked in named:
        asked.status, asked.status_printed = stand.status, stand.printed
    one = named[0] if len(named) == 1 else None
    if not named and is_prose(passage) and cue("work", "not-work").search(passage.text):
        return no_work(desk, passage)
    if one is None:
        return act(desk, passage, passage.text, stand)
    return act(desk, passage, passage.text, stand, recommendation=one.ref, leads=one.addressees)


def by_code(desk: Desk) -> None:
    """Give actions whose item is led by the code of a recommendation ("R3: not begun") that recommendation."""
    for passage, action in desk.acted:
        code = _CODE.fullmatch(passage.block.number or "")
        if code and action.recommendation is None:
            known = _numbered(desk, desk.home(passage)).get(code["number"])
            action.recommendation = known.ref if known else None


def is_closing(text: str) -> bool:
    """Whether a passage records that recommendations were closed, as done and not as planned."""
    if not cue("passages", "closing").search(text) or cue("passages", "not-closing").search(text):
        return False
    return not cue("passages", "asks-outright").search(text)  # "Each closed recommendation should be looked at again"


def closing(desk: Desk, passage: Passage) -> bool:
    """A record of closure: the recommendation as told here, with its words, and the action that says so.

    The recommendation belongs to the review the sentence names; where that review is told elsewhere, it is entered
    with its number alone. Closed is not evidenced: only words that say evidence was seen make it so.
    """
    text = passage.text
    seen = cue("passages", "evidenced").search(text) and not re.search(r"\b(?:no|not|without|yet)\b", text, re.I)
    stand = Stand("complete-evidenced" if seen else "complete-evidence-awaited", False, text)
    said, back = stand_of(text), taken_back(text, stand.status, None)
    if back:  # "was signed off in March; a sample found it unused and it has been opened again"
        stand = Stand(back[0], False, back[1])
    elif not is_done(said) and said.status not in ("embedded", "not-stated"):  # "was signed off subject to evidence"
        stand = said
    review = named_review(desk, passage)
    home = review or desk.home(passage)
    known, day = _numbered(desk, home), _closed_on(text) if is_done(stand) else None
    for ref in refs_in(text):
        made = known.get(ref)
        if made is None and review is not None:
            told = f"Recommendation {ref}; its text is not in this document"
            made = Recommendation.model_validate(desk.stated(passage, told) | {"ref": ref, "stated": False})
            review.recommendations.append(made)
        if made is not None:
            made.status, made.status_printed, made.completed = stand.status, text, day
        act(desk, passage, text, stand, home=home, recommendation=ref, completed=day)
    return bool(refs_in(text)) or act(desk, passage, text, stand, home=home, completed=day)


def _closed_on(text: str) -> str | None:
    """The date printed after the word of closure, else the only one of the sentence."""
    found = cue("passages", "closing").search(text)
    spans = [span for span in find_dates(text) if span.printed]
    after = [span for span in spans if found and text.find(span.printed or "", found.end() - 12) >= 0]
    return iso(after[0]) if after else iso(spans[0]) if len(spans) == 1 else None


def _numbered(desk: Desk, home: Home) -> dict[str, Recommendation]:
    """Recommendations by their bare number."""
    every = [*desk.record.recommendations, *home.recommendations]
    return {re.sub(r"[^\d.]", "", known.ref).strip("."): known for known in every if known.ref}
