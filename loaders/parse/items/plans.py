"""What the rows of an action plan give the case or document it stands in: how far they are, what was asked, a home."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from graph.dates import find_dates
from graph.records import Action, ActionStatus, DocumentRecord, Recommendation, Review, Stated
from graph.text import key
from loaders.blocks import Block
from loaders.completion import plainly_complete
from loaders.parse.cases.numbered import number_of
from loaders.parse.cases.told_of import spellings
from loaders.parse.items.status import Stand, stand_of
from loaders.parse.sections import meaning_of
from loaders.parse.sentences import sentences
from loaders.trackers.vocabulary import colour_word, field_of, status_of

_LED = re.compile(r"(?P<name>(?:[A-Z][\w’'-]+ ){0,2}?[A-Z][\w’'-]+)(?: (?P<number>\d{1,2}))?\s?[.:–—-]\s+\S")
_WORD = 3  # words of a status that is a mark and no sentence
_SHORT = 12  # words of an update that a tracker's own words of status may explain
_SILENT = re.compile(
    r"\W*(?:no|nil|without|awaiting|awaited) (?:\w+ ){0,2}(?:updates?|repl(?:y|ies)|responses?|returns?|news)\b", re.I
)
_BARE = re.compile(r"(?:what|text|item|point|wording|details?)\W*", re.I)  # heads that do not say what stands below
_NUMBER = re.compile(r"[A-Z]{0,3} ?\d{1,2}(?:\.\d{1,2})?[a-z]?")
_NUMBERED_BY = re.compile(r"([A-Z]{1,3}) ?\d{1,2}[a-z]?")
_REVIEWS = 2
_PLAIN = (
    "not-started",
    "under-way",
    "on-track",
    "overdue",
    "paused",
    "cancelled",
    "superseded",
)  # never that it is done


def stand_by_updates(actions: Sequence[Action], *, by_text: bool = False) -> None:
    """How far an action is, where its status is told in words of its own or only by its last update.

    `by_text`: the action's own words tell what was done.
    """
    for action in actions:
        said = action.status_printed or (action.updates[-1].text if action.updates else action.text if by_text else "")
        if action.status != "not-stated" or not said or _SILENT.match(said):
            continue
        stand = stand_of(sentences(said)[0])
        if stand.status.startswith("complete") or stand.status == "embedded":
            word = len(said.split()) <= _WORD and not find_dates(said)  # "Sent 27 November" is a sentence
            if action.status_printed and word and not plainly_complete(said):
                continue  # a word of status that no key explains ("Returned to lead") closes nothing
            if any(colour_word(part) for part in (action.status_printed or "").split(" / ")):
                continue  # a colour beside it says otherwise
            stand = stand_of(said)  # what stands behind it may take it back ("Achieved. It has lapsed since.")
        if stand.status == "not-stated" and (later := stand_of(said)).status in _PLAIN:
            stand = later  # "Third draft. Will not be signed off before June."
        if stand.status == "not-stated" and len(said.split()) <= _SHORT and status_of(said) in _PLAIN:
            stand = Stand(cast(ActionStatus, status_of(said)), False, said)
        if stand.status == "not-stated" and action.status_printed and action.updates:
            told = stand_of(sentences(action.updates[-1].text)[0])  # beside a view nobody explains ("Noted")
            stand = told if told.status in _PLAIN else stand
        if stand.status != "not-stated":
            action.status, action.status_printed, action.promise = stand.status, stand.printed, stand.promise


def ask(box: DocumentRecord | Review, cells: list[Block], head_row: int = 1, over: str = "") -> None:
    """Where a row tells of nothing but a recommendation and how far it is, it is asked there: add what is asked.

    The row stays an action too, which bears lead, date and status: what is done about it is that it be carried out.
    `head_row`: the row of the heads; what stands over it is over the whole table and heads no column. `over`: the
    heading above the table, which says what stands in a column that is headed "What" and no more.
    """
    named = meaning_of(over) if over else None
    over_asked = named is not None and named.becomes == "recommendation"
    heads = {cell.column: cell.text for cell in reversed(cells) if cell.row == head_row}
    for action in box.actions:
        cell = next((c for c in cells if key(c.text) == key(action.text)), None)
        own = cell.column_head if cell and head_row == 1 else None
        head = (own or heads.get(cell.column)) if cell else None
        asked = head and (field_of(head) == "recommendation" or (over_asked and _BARE.fullmatch(head)))
        if not asked or _known(box, action.text, action.ref) is not None:
            continue
        number = action.ref or (action.recommendation if _NUMBER.fullmatch(action.recommendation or "") else None)
        made = Recommendation(
            text=action.text, quote=action.quote, page=action.page, line=action.line, ref=number,
            addressees=list(action.leads), themes=list(action.themes), status=action.status,
            status_printed=action.status_printed, completed=action.completed,
            due=action.due, due_printed=action.due_printed,
        )  # fmt: skip
        box.recommendations.append(made)
        action.recommendation = number or action.text


def place(items: Sequence[Stated], cells: list[Block]) -> None:
    """Say on which page what was read from a table stands."""
    for item in items:
        if item.page is None and item.line is None:
            said = key(item.quote or item.text)
            item.page = next((cell.page for cell in cells if said in key(cell.text)), cells[0].page)


def add_plan(plan: DocumentRecord, record: DocumentRecord, home: DocumentRecord | Review, heading: str | None) -> None:
    """Add the actions, recommendations and learning of an action plan to the case or document it stands in."""
    _share_out(plan, record.reviews)
    record.responses += plan.responses
    pairs: list[tuple[DocumentRecord | Review, DocumentRecord | Review]] = [(plan, home)]
    for told, box in [*pairs, *((review, _same(record, review)) for review in plan.reviews)]:
        for finding in told.findings:
            finding.heading = finding.heading or heading
            if not any(key(known.text) == key(finding.text) for known in box.findings):
                box.findings.append(finding)
        for recommendation in told.recommendations:
            if _known(box, recommendation.text, recommendation.ref) is None:
                recommendation.heading = recommendation.heading or heading
                box.recommendations.append(recommendation)
        for action in told.actions:
            action.heading = action.heading or heading
            own = _led_by_name(record, action) if told is plan else None
            own = own or (_told_of(record, action) if told is plan and home is record else None)
            _link(own or box, action)
            (own or box).actions.append(action)
            if action.promise:
                record.promises.append(action)


def _led_by_name(record: DocumentRecord, action: Action) -> Review | None:
    """The one review whose child opens the row of an action, with or without a number ("Reed 2. Weekly list")."""
    led = _LED.match(action.text)
    if led is None:
        return None
    same = [review for review in record.reviews if not review.test and key(led["name"]) in _called(review)]
    if len(same) != 1:
        return None
    if led["number"] and action.recommendation is None:
        action.recommendation = led["number"]
    return same[0]


def _told_of(record: DocumentRecord, action: Action) -> Review | None:
    """The one review that the words of an action name, in a plan of no case ("Send RR 6/31 to the panel")."""
    named = [review for review in record.reviews if not review.test and _names(review, action.text)]
    return named[0] if len(named) == 1 else None


def _names(review: Review, text: str) -> bool:
    spelt = spellings(review.ref, [name for name in (review.name, *review.aliases) if name])
    return spelt is not None and spelt.search(text) is not None


def _called(review: Review) -> set[str]:
    """The names of a review and the last word of each ("Baby Reed", "Reed")."""
    names = [name for name in (review.name, *review.aliases) if name]
    return {key(name) for told in names for name in (told, told.split()[-1])}


def _share_out(plan: DocumentRecord, reviews: Sequence[Review]) -> None:
    """Give the rows of a plan of several reviews to those by whose initials they are numbered ("J1", "J2", "Z1").

    Only where every row is so numbered, and by the initials of two or more: "R1" alone numbers recommendations.
    """
    initials = [letters for one in plan.actions if (letters := _letters(one))]
    homes = {letters: [one for one in reviews if letters in _initials(one)] for letters in initials}
    if len(initials) < len(plan.actions) or len(homes) < _REVIEWS or any(len(each) != 1 for each in homes.values()):
        return
    for letters, (review,) in homes.items():
        shared = review.model_copy(update={"actions": [], "recommendations": [], "findings": []})
        for name in ("actions", "recommendations"):
            told = getattr(plan, name)
            setattr(shared, name, [one for one in told if _letters(one) == letters])
            setattr(plan, name, [one for one in told if _letters(one) != letters])
        plan.reviews.append(shared)


def _letters(one: Action | Recommendation) -> str | None:
    number = one.ref or (one.recommendation if isinstance(one, Action) else None)
    found = _NUMBERED_BY.fullmatch(number or "")
    return found[1] if found else None


def _initials(review: Review) -> set[str]:
    """What may stand for a review before a number: the first letter of its name, or the letters it is called by."""
    name = (review.name or "").split()
    return {name[-1][0], name[-1]} if name and review.test is None else set()


def _link(box: DocumentRecord | Review, action: Action) -> None:
    """Give an action the number of the recommendation it stands beside."""
    known = _known(box, action.recommendation or "", action.recommendation)
    if known is not None and known.ref:
        action.recommendation = known.ref


def _known(box: DocumentRecord | Review, text: str, ref: str | None) -> Recommendation | None:
    same = [r for r in box.recommendations if text and key(r.text).strip(" .") == key(text).strip(" .")]
    return next(iter(same), None) or next((r for r in box.recommendations if ref and r.ref == ref and r.stated), None)


def _same(record: DocumentRecord, review: Review) -> Review:
    """The review of this document that a row names, by a number where it is told under one, or the row's own."""
    names = {key(name) for name in (review.ref, review.name, *review.aliases) if name}
    for known in record.reviews:
        if names & {key(name) for name in (known.ref, known.name, *known.aliases) if name}:
            return known
    told = [known for known in record.reviews if not known.ref and not known.name and known.quote]
    numbered = [known for known in told if number_of(known.quote or "") in names]
    if len(numbered) == 1 and len(names) == 1:
        numbered[0].aliases += [name for name in (review.ref, review.name) if name]
        return numbered[0]
    made = review.model_copy(update={"actions": [], "recommendations": [], "findings": []})
    record.reviews.append(made)
    return made
