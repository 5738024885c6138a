"""What a passage becomes by what its section means: one maker a meaning, each of which may still refuse it.

A maker answers whether the passage was kept; one that was not has its reason on the desk. An action is complete only
where its own words say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from graph.dates import find_dates
from graph.records import Stated
from loaders.blocks import BlockKind
from loaders.coding import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.answering import answer, figure
from loaders.parse.by_wording import asks_nothing, tells_nothing
from loaders.parse.cues import cue
from loaders.parse.desk import Desk, is_prose
from loaders.parse.figures.shares import figures
from loaders.parse.items import by_number, learning, recommendations, signed, work
from loaders.parse.items.announcing import only_thanks
from loaders.parse.items.answered import answers
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.notices import tells_answers
from loaders.parse.items.plans import add_plan
from loaders.parse.items.promised import promises
from loaders.parse.items.putting import puts_request
from loaders.parse.items.recommendations import refs_in
from loaders.parse.items.status import Stand, claims_work, stand_of, tells_of_work
from loaders.parse.passages import Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

UNINVOLVED = 20  # words: a longer sentence says more than that an agency took no part
_REPORTING = re.compile(  # before what is reported: "I can report that the form was altered"
    r"^(?:i|we) (?:can|could|(?:am|are) (?:able|pleased|glad) to) (?:now )?(?:report|confirm|say|see) that ",
    re.I,
)
_CLAUSES = re.compile(r"[;.]\s+|,?\s+(?:and|so)\s+(?=(?:the|we|it|a|an|each|all|every|this|staff)\b)", re.I)
_STATED = 6  # words that state something before a question follows
_PART = 9  # words of a line that may be a grade or the name of a part
_STOPPED = ("cancelled", "paused", "overdue")


def context(desk: Desk, passage: Passage) -> bool:
    """What happened, told of the case at hand; outside every case it is background."""
    if passage.entry is None:
        return desk.pass_by(passage.block, "background outside any case")
    number_alone = re.fullmatch(r"\d{1,2}", passage.text) and not re.search(r"\bage", passage.lead or "", re.I)
    absent = passage.lead is not None and cue("passages", "uninvolved-column").search(passage.lead)
    if not number_alone and not absent:  # a count in a column says nothing of the child
        desk.tell(passage)
    dates = desk.reviews[id(passage.entry)].dates
    if passage.lead and cue("facts", "incident").search(passage.lead) and dates.incident is None:
        dates.incident = next(iter(find_dates(passage.text)), None)  # a column of dates of incidents
    desk.reviews[id(passage.entry)].context.append(Stated.model_validate(desk.stated(passage)))
    desk.unstated(passage)
    desk.unsaid = True
    return True


def _finding(desk: Desk, passage: Passage) -> bool:
    """Among findings, a reply or a claim of work is not one."""
    if recommendations.response(desk, passage):
        return _wanting_in_reply(desk, passage, "scrutineer") if passage.scrutiny else True
    if cue("passages", "uninvolved").search(passage.text) and len(passage.text.split()) < UNINVOLVED:
        return context(desk, passage)
    if cue("facts", "no-further-review").search(passage.text) and passage.entry is not None:
        return context(desk, passage)  # what was decided, not what was learnt
    if learning.of_any_review(passage.text):
        return desk.reject(passage.block, "how or when reviews are held at all, is no finding of one")
    if cue("work", "published-line").search(passage.text):
        alone = passage.entry is None or passage.block.kind is BlockKind.CELL  # of whichever paper its column is
        return desk.reject(passage.block, "when a paper was published") if alone else context(desk, passage)
    if passage.text.endswith("?"):
        stated = " ".join(takewhile(lambda sentence: not sentence.endswith("?"), sentences(passage.text)))
        if len(stated.split()) < _STATED:
            return desk.reject(passage.block, "a question, not a finding")
        passage = replace(passage, text=stated)  # the questions that follow it are for the reader
    if not re.search(r"[A-Za-z]{2}", passage.text):
        return desk.reject(passage.block, "a figure, not a learning point")
    if passage.block.kind is not BlockKind.BULLET and only_thanks(passage.text):
        return desk.reject(passage.block, "thanks, or takes a report in; tells no learning")
    done = desk.record.document.kind.startswith("inspection") and cue("passages", "inspecting").search(passage.text)
    if done and prose_polarity(passage.text) == "not-stated":
        return desk.reject(passage.block, "how the inspection was done, not what it found")
    felt = cue("passages", "told-of-feeling").match(passage.text) is not None
    if felt and passage.entry is not None and polarity_of(passage.text, None) == "not-stated":
        return context(desk, passage)
    announces = cue("passages", "announces").match(passage.text) is not None
    if not passage.item and (announces or passage.text.endswith(":")):
        return desk.reject(passage.block, "opens what stands below, is no finding itself")
    if passage.meaning is not None and passage.meaning.reason and polarity_of(passage.text, None) == "not-stated":
        return desk.reject(passage.block, passage.meaning.reason)
    inspected = passage.entry is not None and passage.entry.label.test == "inspection"
    graded = inspected and len(passage.text.split()) <= _PART and passage.block.kind is not BlockKind.BULLET
    section = passage.meaning.id if passage.meaning else None
    if not inspected and section != "good-practice" and (asked := _asked_within(passage)):
        told = passage.text[: passage.text.find(asked)].rstrip()
        learnt = bool(told) and learning.finding(desk, replace(passage, text=told))
        return recommendations.recommendation(desk, replace(passage, text=asked, meaning=meaning("asked"))) or learnt
    if graded and polarity_of(passage.text, section) == "not-stated":
        return desk.reject(passage.block, "a grade, or the name of a part of the report")
    wanting = (
        section == "needs-improvement" and stand_of(passage.text).status in _STOPPED
    )  # "Your strategy has run out"
    if not inspected and not wanting and claims_work(passage.text):
        return work.act(desk, passage, passage.text, stand_of(passage.text))
    if not desk.record.document.kind.startswith("inspection") and tells_nothing(passage, desk.around(passage)):
        if passage.entry is not None:
            return context(desk, passage)
        return desk.reject(passage.block, "among learning, and tells of no practice by its words")
    return learning.finding(desk, passage)


def _asked_within(passage: Passage) -> str | None:
    """What a passage among learning asks, from the first sentence that puts a request; None where none does."""
    each = sentences(passage.text)
    first = next((one for one in each if puts_request(one)), None)
    return passage.text[passage.text.find(first) :] if first is not None else None


def _explanation(desk: Desk, passage: Passage) -> bool:
    """What is said below a finding told as a headline belongs to it: its themes, and what it tells of the case."""
    explained = learning.explain(desk, passage)
    if passage.entry is not None:
        return context(desk, passage)
    return explained or desk.pass_by(passage.block, "explains learning, and none stands above it")


def _recommendation(desk: Desk, passage: Passage) -> bool:
    """Among recommendations, a reply is not one, nor is what might have been."""
    if cue("passages", "hindsight").search(passage.text):
        return learning.finding(desk, passage)
    if asked := answers(desk, passage):
        return answer(desk, passage, asked)
    if recommendations.response(desk, passage):
        return True
    if asks_nothing(passage, desk.around(passage)):
        return desk.reject(passage.block, "among requests, and asks for nothing by its words")
    return recommendations.recommendation(desk, passage)


def _judgement(desk: Desk, passage: Passage) -> bool:
    assert passage.meaning is not None
    role = passage.meaning.author_role or "other"
    if recommendations.response(desk, passage):
        return _wanting_in_reply(desk, passage, role)
    if role == "scrutineer":
        if claims_work(passage.text):
            return work.act(desk, passage, passage.text, stand_of(passage.text))
        quoted = passage.block.text.startswith(("“", '"'))  # the scrutineer's own words
        listed = passage.item and passage.text == passage.block.text  # numbered paragraphs come sentence by sentence
        if listed or (not quoted and polarity_of(passage.text, passage.meaning.id) == "not-stated"):
            return desk.pass_by(passage.block, "how the scrutiny was done, not what it judged")
    learning.judge(desk, passage, role)
    if role == "panel":
        desk.tell(passage)
        for found in cue("passages", "your-plan").finditer(passage.text):
            begun = found["gerund"] is not None
            text = (found["gerund"] or found["plan"]).strip(" ,")
            work.act(desk, passage, text, Stand("under-way" if begun else "not-started", True, None))
        for found in cue("passages", "you-told").finditer(passage.text):
            for part in re.split(r",? and that ", found["part"].rstrip(". ")):
                work.act(desk, passage, part, stand_of(part))
    return True


def _wanting_in_reply(desk: Desk, passage: Passage, role: str) -> bool:
    """A reply that says, too, what is wanting ("having not progressed") tells the view it replies to."""
    if cue("passages", "contrary-to-strength").search(passage.text):
        learning.judge(desk, passage, role)
    return True


def plan(desk: Desk, passage: Passage) -> bool:
    """A table of actions, read row by row."""
    add_plan(desk.tables.plans[id(passage.block)], desk.record, desk.home(passage), passage.heading)
    return True


def _part(desk: Desk, passage: Passage) -> bool:
    """Completes the sentence above, which is the record."""
    return True


def _action(desk: Desk, passage: Passage) -> bool:
    """Among what is still to do, a sentence that only says what is not yet right is a finding."""
    assert passage.meaning is not None
    if passage.block.kind is not BlockKind.BULLET and only_thanks(passage.text):
        return desk.reject(passage.block, "thanks, or takes a report in; tells no work")
    if asked := answers(desk, passage):
        return answer(desk, passage, asked)
    if promises(desk, passage):
        return True
    said = is_prose(passage) and passage.meaning.promise and stand_of(passage.text) == Stand()
    blames = not tells_of_work(passage.text) and prose_polarity(passage.text) == "shortfall"
    tells_nothing = stand_of(passage.text) == Stand() or (
        blames and stand_of(passage.text).status in ("complete-evidence-awaited", "under-way")
    )
    if passage.meaning.id == "little-progress" and tells_nothing and not passage.text.endswith(":"):
        return learning.finding(desk, replace(passage, meaning=meaning("needs-improvement")))
    if said and prose_polarity(passage.text) == "shortfall" and not cue("passages", "modal").search(passage.text):
        return learning.finding(desk, passage)
    if (_in_prose(passage) or _shown(passage)) and figures(passage.text) and _no_work(passage.text):
        return figure(desk, passage)
    if is_prose(passage) and recommendations.response(desk, passage):
        return True
    return work.action(desk, passage)


def _status(desk: Desk, passage: Passage) -> bool:
    """Among progress, what a figure shows of practice is no action."""
    prose = _in_prose(passage) or _shown(passage)
    counted = prose and not refs_in(passage.text) and figures(passage.text)
    return figure(desk, passage) if counted and _no_work(passage.text) else by_number.status(desk, passage)


def _in_prose(passage: Passage) -> bool:
    """Whether a passage is of a paragraph, or of one that bears a number ("5.3") and is no item of a list."""
    return is_prose(passage) or "." in (passage.block.number or "")


def _shown(passage: Passage) -> bool:
    """Whether an item of a list tells what a test found, or what those who were asked said."""
    parts = _CLAUSES.split(passage.text)
    telling = [one for one in parts if cue("work", "test-found").search(one) or tells_answers(one)]
    others = [one for one in parts if one not in telling]  # "The form was changed. An audit found …" tells of work too
    return bool(telling) and all(stand_of(one) == Stand() and not tells_of_work(one) for one in others)


def _no_work(text: str) -> bool:
    """Whether a sentence with a figure tells of no work, but for the test whose result it tells."""
    text = _REPORTING.sub("", text)
    works = tells_of_work(text) or told_by_the_way(text) is not None
    return not works or bool(cue("work", "test-found").search(text))


def _activity(desk: Desk, passage: Passage) -> bool:
    """In the prose of a test of practice, a sentence that praises or blames is what it found."""
    tested = passage.entry is not None and passage.entry.label.test is not None and not passage.item
    if tested and not tells_of_work(passage.text) and prose_polarity(passage.text) in ("shortfall", "good-practice"):
        return learning.finding(desk, passage)
    counted = not passage.item and not tells_of_work(passage.text)
    counted = counted and bool(figures(passage.text) or cue("passages", "only-some").search(passage.text))
    if counted and polarity_of(passage.text, None) == "shortfall":  # "A third of them were held without …"
        return learning.finding(desk, passage)
    if cue("passages", "national-act").match(passage.text) and not cue("work", "publication").search(passage.text):
        return desk.reject(passage.block, "what a national body does, not those who publish")
    return promises(desk, passage) or work.activity(desk, passage)


MAKERS: dict[str, Callable[[Desk, Passage], bool]] = {
    "context": context,
    "finding": _finding,
    "explanation": _explanation,
    "recommendation": _recommendation,
    "judgement": _judgement,
    "action": _action,
    "activity": _activity,
    "status": _status,
    "signed": signed.view,
    "impact": work.impact,
    "measure": work.measure,
    "sought": work.sought,
    "priority": work.priority,
    "parts": _part,
}
