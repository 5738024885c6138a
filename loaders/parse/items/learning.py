"""Findings and judgements: what a review, or somebody who speaks in it, says was seen."""

from __future__ import annotations

import re

from graph.records import Finding, Judgement
from loaders.blocks import BlockKind
from loaders.coding import code, judged_by, polarity_of
from loaders.coding.theme_words import themes_by_words
from loaders.parse.by_wording import polarity_by_wording
from loaders.parse.cases.people import of_any_case
from loaders.parse.cues import cue
from loaders.parse.desk import Desk, is_prose
from loaders.parse.figures.bare import is_statistic
from loaders.parse.passages import Passage
from loaders.parse.sections import lead_in_of
from loaders.parse.sentences import counted_in, parts

_QUOTATION = re.compile(  # with who said it behind: "(father)", "– Abi, 14", "Care leaver, 19"
    r"^[“\"‘].*[”\"’]\s*(?:\([^)]*\)|[-–—]?\s*[A-Z][\w’'-]*(?:[ ,]+[\w’'-]+){0,6})?$"
)
_HEAD = re.compile(r"(the (?:importance|need|lack|value|absence|use)) ", re.I)
_ASIDE = re.compile(  # "I should add, for fairness, that …" puts no more than the author before what was found
    r"^(?:i|we) (?:should|would|must|can|may) (?:also |only )?(?:add|say|note|record)\b[^.;]{0,80}?\bthat (?=the\b)",
    re.I,
)
_HEADLESS = re.compile(r"(?:of|to|that|for|in) ", re.I)  # later parts of a list share its head
_AUTHORS = {"panel": "Child Safeguarding Practice Review Panel", "scrutineer": "Independent Scrutineer"}


def of_any_review(text: str) -> bool:
    """Whether a sentence says how or when reviews are held at all ("Serious case reviews are commissioned by …")."""
    return cue("guidance", "of-reviews").search(text) is not None and of_any_case(text)


def finding(desk: Desk, passage: Passage) -> bool:
    """A learning point, or the points a sentence lists."""
    assert passage.meaning is not None
    if not passage.item and is_statistic(passage.text) and passage.meaning.id in ("learning", "cross-cutting"):
        return desk.reject(passage.block, "a figure, not a learning point")
    if not passage.item and _QUOTATION.match(passage.block.text):
        return desk.reject(passage.block, "a quotation from elsewhere")
    if not passage.item and cue("passages", "about-the-page").search(passage.text):
        return desk.reject(passage.block, "says what this page or a review is for, not what was found")
    if not passage.item and len(passage.text.split()) == 1:
        return desk.reject(passage.block, "a word alone")  # "Yes.", behind a heading that asks
    if cue("letters", "counts").search(passage.text) and re.search(r"\b(?:actions|recommendations)\b", passage.text):
        return desk.reject(passage.block, "counts actions, and tells no learning")
    home = desk.home(passage)
    prose = not passage.item or ("." in (passage.block.number or "") and lead_in_of(passage.text) is not None)
    text = _ASIDE.sub("", passage.text)
    points = counted_in(text) or (_points(text) if prose else _cell_points(passage))
    head = _HEAD.match(points[0])
    inspected = desk.record.document.kind.startswith("inspection")  # of the present: no word of theirs was learnt from
    for point in points:
        shared = f"{head[1]} {point}" if head and _HEADLESS.match(point) else point
        polarity, basis = polarity_of(shared, _meant(passage)), judged_by(_meant(passage))
        if polarity == "not-stated" and not inspected:
            polarity = polarity_by_wording(shared, desk.around(passage))
            basis = basis if polarity == "not-stated" else "wording"
        themes = code(point, heading=passage.heading, polarity=polarity)
        if not inspected:
            themes += themes_by_words(point, {coding.id for coding in themes}, polarity)
        more = {
            "polarity": polarity,
            "judged_by": basis,
            "themes": themes,
        }
        made = Finding.model_validate(desk.stated(passage, point) | more)
        home.findings.append(made)
        desk.learnt.append((passage, made))
    if passage.scrutiny:
        judge(desk, passage, "scrutineer")
    return True


def _cell_points(passage: Passage) -> list[str]:
    """An item is one point; a cell may list several between semicolons."""
    pieces = [piece.strip(" .") for piece in passage.text.split("; ")]
    listed = passage.block.kind is BlockKind.CELL and all(len(piece.split()) > 1 for piece in pieces)
    return pieces if listed and len(pieces) > 1 else [passage.text]


def explain(desk: Desk, passage: Passage) -> bool:
    """Add to the last finding the themes of the text that explains it, and its polarity where the headline has none."""
    findings = desk.home(passage).findings
    if not findings:
        return False
    told = findings[-1]
    polarity = polarity_of(passage.text, _meant(passage))
    if told.polarity == "not-stated" and polarity != "absent":
        told.polarity = polarity
    known = {coding.id for coding in told.themes}
    told.themes += [coding for coding in code(passage.text, polarity=polarity) if coding.id not in known]
    return True


def _points(sentence: str) -> list[str]:
    """The learning points of a sentence that opens learning; any other sentence is one point."""
    opened = lead_in_of(sentence)
    labelled = opened is not None and opened.becomes == "finding" and re.match(r"[^:]{3,60}:\s", sentence)
    return parts(sentence) if labelled or (opened is not None and opened.id == "learning") else [sentence]


def _meant(passage: Passage) -> str | None:
    """The meaning a passage is judged by: its section's, unless prose below says the contrary outright."""
    found = passage.meaning.id if passage.meaning else None
    if found == "learning" and passage.entry is not None and passage.entry.label.test == "inspection":
        return "inspection-judgement"  # what inspectors found, numbered or not, is praise as often as blame
    if is_prose(passage):
        if found == "good-practice" and cue("passages", "contrary-to-strength").search(passage.text):
            return "needs-improvement"
        if found == "needs-improvement" and cue("passages", "strength").search(passage.text):
            return "good-practice"
    return found


def judge(desk: Desk, passage: Passage, role: str) -> None:
    """An attributed opinion."""
    polarity = polarity_of(passage.text, _meant(passage))
    more = {
        "author": _AUTHORS.get(role),
        "author_role": role,
        "polarity": polarity,
        "themes": code(passage.text, polarity=polarity),
    }
    desk.home(passage).judgements.append(Judgement.model_validate(desk.stated(passage) | more))
