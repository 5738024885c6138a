"""Passages to records: what each unit of text becomes.

A passage whose section has no meaning is rejected with the reason, unless a sentence of it is taken by its words alone,
which its record then says (`by_wording.py`). An action is complete only where its own words say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from graph.dates import find_dates
from graph.records import DocumentRecord, Stated
from loaders.blocks import BlockKind
from loaders.coding import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.answering import answer, done_about, figure
from loaders.parse.by_wording import asks_nothing, tells_nothing, told_by_wording
from loaders.parse.cues import cue
from loaders.parse.desk import Desk, is_prose
from loaders.parse.figures.shares import figures
from loaders.parse.items import by_number, learning, recommendations, signed, work
from loaders.parse.items.announcing import only_thanks
from loaders.parse.items.answered import answers
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.plans import add_plan
from loaders.parse.items.promised import promises
from loaders.parse.items.recommendations import refs_in
from loaders.parse.items.replies import below_recommendation, replies
from loaders.parse.items.status import Stand, claims_work, stand_of, tells_of_work
from loaders.parse.items.tables import Tables
from loaders.parse.items.terms import terms_line
from loaders.parse.layout.requested import tells_how_far
from loaders.parse.layout.stories import brings_in_child
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_SOURCE = re.compile(r"^[(\[][^)\]]{2,60}[)\]]$")
_UNINVOLVED = 20  # words: a longer sentence says more than that an agency took no part
_QUOTED = re.compile(r"[“\"‘][^“”\"]{3,300}[”\"’]\s*(?:[-–—(]?\s*(?:[A-Z][\w’' -]{1,40})\)?)?$")  # with who said it
_ONE_ASKED = re.compile(r"(?:recommendation|rec\.?) [\w.]{1,5}\s*[:.]?", re.I)
_REPORTING = re.compile(  # before what is reported: "I can report that the form was altered"
    r"^(?:i|we) (?:can|could|(?:am|are) (?:able|pleased|glad) to) (?:now )?(?:report|confirm|say|see) that ",
    re.I,
)
_STATED = 6  # words that state something before a question follows
_PART = 9  # words of a line that may be a grade or the name of a part
_STOPPED = ("cancelled", "paused", "overdue")
_WORKS = ("action", "activity", "status")
_OF_WORK = ("finding", "recommendation", "action", "activity")
_ASKING = ("recommendation", "action", "activity", "status", "parts")
_NOT_KEPT = {
    "contents": "a line of the contents",
    "divider": "stands between cases and belongs to none",
    "statistic": "among figures, and not read as one",
    "chronology": "in a chronology, and not read as a dated entry",
    "aside": "no part of the learning",
}


def build(record: DocumentRecord, outline: Outline, pages: dict[int | None, str], tables: Tables) -> Desk:
    """Make the records of all passages, in order.

    Args:
        record: of the document; it is filled.
        outline: its passages.
        pages: the text of each page by number (None: the whole of a file without pages).
        tables: of the document, for the action plans among them.

    Returns:
        The desk, with what became of each block.
    """
    desk = Desk(record, pages, tables)
    for entry in outline.entries:
        desk.open_review(entry)
    for mark in outline.priorities:
        desk.priority(mark.number, mark.title, mark.block)
    told = Counter(_place(one) for one in outline.passages if _told(one))
    for passage in outline.passages:
        desk.reason, desk.unsaid = "", False
        made, reason = _made(desk, passage), desk.reason
        if desk.unsaid and not record.document.kind.startswith("inspection"):  # whose summaries say all twice
            told[_place(passage)] -= _told(passage)
            for one in told_by_wording(passage, story=made):
                if not told[_place(one)]:
                    made = _made(desk, one) or made
        if made:
            desk.kept.add(id(passage.block))
        else:
            desk.left.append((passage, reason))
    return desk


def _place(passage: Passage) -> tuple[int, str]:
    """What tells two passages of one sentence of a block as the same."""
    return id(passage.block), passage.text


def _told(passage: Passage) -> bool:
    """Whether a passage is taken for something by its heading or by a rule."""
    return passage.meaning is not None and passage.meaning.becomes != "context"


def _made(desk: Desk, passage: Passage) -> bool:
    block, found = passage.block, passage.meaning
    stated = found is None and passage.text.endswith(".") and below_recommendation(desk, passage)
    if stated and tells_how_far(sentences(passage.text)[0]):
        return done_about(desk, passage)  # sentences; "Trained: 612" is a figure
    if found is None:
        where = f'under "{passage.heading}"' if passage.heading else "before the first heading"
        return desk.pass_by(block, f"not understood: {where} it is not clear what this is")
    if found.becomes in _NOT_KEPT:
        if found.withhold:
            desk.withheld.add(id(block))
        return desk.reject(block, found.reason or _NOT_KEPT[found.becomes])
    if found.becomes == "plan":
        return _plan(desk, passage)
    if cue("passages", "none").match(passage.text):
        return desk.reject(block, "says that there is none")
    if len(passage.text) < 160 and cue("passages", "link").search(passage.text) and not _asks_by_a_day(passage.text):
        return desk.reject(block, "a link or contact line")
    if cue("passages", "you-said").match(passage.text):
        return desk.reject(block, "what others said, not what was done about it")
    if len(passage.text.split()) <= _UNINVOLVED and cue("passages", "not-involved").match(passage.text):
        return _context(desk, passage)
    if _SOURCE.match(passage.text):
        return desk.reject(block, "the source of a quotation")
    if found.becomes in _OF_WORK and cue("facts", "of-the-review").search(passage.text):
        return _context(desk, passage) if passage.entry else desk.reject(block, "a decision on the review itself")
    if found.becomes == "finding" and passage.entry is not None and not passage.item and _tells_of_child(passage):
        return _context(desk, passage)  # "Robin was two when …", before what the review found
    if found.becomes in _WORKS and not passage.stands and cue("work", "framing").search(passage.text):
        return _context(desk, passage) if passage.entry else desk.pass_by(block, "explains actions, is none itself")
    if desk.last_asked is not None and cue("passages", "success-measure").match(passage.text):
        return work.measure(desk, passage)
    if desk.asked and (rag := cue("passages", "rag-line").match(passage.text)):
        desk.asked[-1][1].status_printed = rag["rag"]  # as printed: a colour says nothing of what was done
        return True
    if desk.last_asked is not None and found.becomes in _ASKING and (told := terms_line(passage.text)):
        return work.terms(desk, told)
    if found.becomes in ("action", "status", "recommendation") and _QUOTED.match(block.text):
        if not (found.becomes == "recommendation" and _ONE_ASKED.fullmatch(passage.heading or "")):
            return desk.reject(block, "a quotation from elsewhere")
        passage = replace(passage, text=passage.text.strip('“”"‘’ '))  # a reply quotes what it answers
    if (behind := replies(desk, passage)) is not None:
        if not behind or found.becomes == "recommendation":
            return done_about(desk, replace(passage, text=behind))
        passage = replace(passage, text=behind)
    if by_number.is_closing(passage.text) and found.becomes != "parts":
        return by_number.closing(desk, passage)
    return _MAKERS[found.becomes](desk, passage)


def _tells_of_child(passage: Passage) -> bool:
    """Whether a sentence tells who the child of a case is and what befell the child, and nothing of those who help."""
    if (
        cue("prose", "of-family").search(passage.text)
        and not cue("prose", "of-many").search(passage.text)
        and not cue("prose", "worker").search(passage.text)
        and polarity_of(passage.text, "learning") == "not-stated"
    ):
        return True
    name = passage.entry.label.name if passage.entry else None
    shortened = name.split()[-1] if name else None
    opens = re.match(rf"(?:{re.escape(name)}|{re.escape(shortened or name)})\b", passage.text) if name else None
    return opens is not None and brings_in_child(passage.text, shortened)


def _context(desk: Desk, passage: Passage) -> bool:
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
    if cue("passages", "uninvolved").search(passage.text) and len(passage.text.split()) < _UNINVOLVED:
        return _context(desk, passage)
    if cue("facts", "no-further-review").search(passage.text) and passage.entry is not None:
        return _context(desk, passage)  # what was decided, not what was learnt
    if learning.of_any_review(passage.text):
        return desk.reject(passage.block, "how or when reviews are held at all, is no finding of one")
    if cue("work", "published-line").search(passage.text):
        alone = passage.entry is None or passage.block.kind is BlockKind.CELL  # of whichever paper its column is
        return desk.reject(passage.block, "when a paper was published") if alone else _context(desk, passage)
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
    announces = cue("passages", "announces").match(passage.text) is not None
    if not passage.item and (announces or passage.text.endswith(":")):
        return desk.reject(passage.block, "opens what stands below, is no finding itself")
    if passage.meaning is not None and passage.meaning.reason and polarity_of(passage.text, None) == "not-stated":
        return desk.reject(passage.block, passage.meaning.reason)
    inspected = passage.entry is not None and passage.entry.label.test == "inspection"
    graded = inspected and len(passage.text.split()) <= _PART and passage.block.kind is not BlockKind.BULLET
    section = passage.meaning.id if passage.meaning else None
    if graded and polarity_of(passage.text, section) == "not-stated":
        return desk.reject(passage.block, "a grade, or the name of a part of the report")
    wanting = (
        section == "needs-improvement" and stand_of(passage.text).status in _STOPPED
    )  # "Your strategy has run out"
    if not inspected and not wanting and claims_work(passage.text):
        return work.act(desk, passage, passage.text, stand_of(passage.text))
    if not desk.record.document.kind.startswith("inspection") and tells_nothing(passage):
        if passage.entry is not None:
            return _context(desk, passage)
        return desk.reject(passage.block, "among learning, and tells of no practice by its words")
    return learning.finding(desk, passage)


def _explanation(desk: Desk, passage: Passage) -> bool:
    """What is said below a finding told as a headline belongs to it: its themes, and what it tells of the case."""
    explained = learning.explain(desk, passage)
    if passage.entry is not None:
        return _context(desk, passage)
    return explained or desk.pass_by(passage.block, "explains learning, and none stands above it")


def _recommendation(desk: Desk, passage: Passage) -> bool:
    """Among recommendations, a reply is not one, nor is what might have been."""
    if cue("passages", "hindsight").search(passage.text):
        return learning.finding(desk, passage)
    if asked := answers(desk, passage):
        return answer(desk, passage, asked)
    if recommendations.response(desk, passage):
        return True
    if asks_nothing(passage):
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


def _plan(desk: Desk, passage: Passage) -> bool:
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
    if _in_prose(passage) and figures(passage.text) and _no_work(passage.text):
        return figure(desk, passage)
    if is_prose(passage) and recommendations.response(desk, passage):
        return True
    return work.action(desk, passage)


def _status(desk: Desk, passage: Passage) -> bool:
    """Among progress, what a figure shows of practice is no action."""
    counted = _in_prose(passage) and not refs_in(passage.text) and figures(passage.text)
    return figure(desk, passage) if counted and _no_work(passage.text) else by_number.status(desk, passage)


def _in_prose(passage: Passage) -> bool:
    """Whether a passage is of a paragraph, or of one that bears a number ("5.3") and is no item of a list."""
    return is_prose(passage) or "." in (passage.block.number or "")


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
    if cue("passages", "national-act").match(passage.text):
        return desk.reject(passage.block, "what a national body does, not those who publish")
    return promises(desk, passage) or work.activity(desk, passage)


_MAKERS: dict[str, Callable[[Desk, Passage], bool]] = {
    "context": _context,
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


def _asks_by_a_day(text: str) -> bool:
    """Whether it asks for something by a day, as the address to send it to may stand in the same sentence."""
    return bool(cue("passages", "only-asked").search(text) and re.search(r"\bby\b", text) and find_dates(text))
