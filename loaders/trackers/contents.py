"""What a column holds by what stands in it: for heads that leave it open, or that use words nobody foresaw."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from graph.dates import find_dates
from graph.text import key
from loaders.trackers.dates import is_date, plain
from loaders.trackers.head import Head
from loaders.trackers.leads import is_body, names_agency
from loaders.trackers.moods import telling
from loaders.trackers.percent import whole_per_cent
from loaders.trackers.roles import settle
from loaders.trackers.tables import Row, Table
from loaders.trackers.together import who_and_when
from loaders.trackers.vocabulary import answer_to, colour_word, is_sign, listed, pattern, says, status_of

_NAME = 5  # words of a cell that names who, and asks nothing
SHORT = 9  # words of a column head
_NUMBER = re.compile(
    r"(?:recommendation |rec\.? ?|r)?\d{1,3}(?:\.\d{1,2})*[a-z]?(?:(?: ?[,&/;] ?| and )\d{1,3}(?:\.\d{1,2})*)*"
)
_DATED = re.compile(r"\W*(?:\d{1,2}[./ -]|\d{4}-\d\d|(?:update|as at|position)\b)", re.I)


def tell_by_content(head: Head, rows: list[Row]) -> None:
    """Settle what heads leave open by the cells below them."""
    rows = [row for row in rows if len(row.own) > 1]  # a banner says nothing of the columns it lies over
    whole_per_cent(head, rows)
    columns = {*head.labels, *_coloured(rows), *_filled(rows)}
    values = {c: [row.cells[c] for row in rows if c in row.cells] for c in sorted(columns)}
    texts = {c: [cell.text for cell in cells if cell.text] for c, cells in values.items()}
    _ticked_stages(head, texts)
    if head.columns("status", "tick") and len(dues := head.columns("due")) > 1:
        late = [c for c in dues if says("bare_completion", head.labels.get(c, ""))]
        if len(late) < len(dues):  # beside the date it is due, and blank while an action is open
            head.fields |= {c: "completed" for c in late if len(texts[c]) < len(rows)}
    agencies = [c for c, label in head.labels.items() if names_agency(label)]
    for c in [c for c in head.columns("status") if c in agencies and len(agencies) > 1]:
        del head.fields[c]  # "Health" beside "Police" is an agency
    status = head.columns("status")
    for c in status:
        long = sum(len(t.split()) for t in texts[c]) > 8 * len(texts[c])
        told = sum(map(_is_status, texts[c])) + sum(len(t) <= 3 for t in texts[c])
        rated = any(o != c and texts[o] and all(colour_word(t) for t in texts[o]) for o in status)
        asks = rated and says("asks_where", head.labels.get(c, ""))
        asks = asks and any(len(t.split()) > 3 for t in texts[c])
        if texts[c] and (long or asks or (len(status) > 1 and 2 * told < len(texts[c]))):
            head.fields[c] = "updates"
    for c in head.columns("measure") if head.columns("completed") else ():
        if key(head.labels.get(c, "")) in ("outcome", "outcomes"):
            head.fields[c] = "evidence"  # of what is over an outcome is what came of it, not what is hoped for
    for c in head.columns("update_date"):
        said = [t for t in texts[c] if not _bare_date(t)]
        news = 2 * len(said) >= len(texts[c]) and says("update_heads", head.labels.get(c, ""))
        if said and (news or (_wordy(texts[c]) and not all(map(only_date, texts[c])))):
            head.fields[c] = "updates"
    if not _comes_again(head, rows):
        first = min(head.columns("action", "recommendation"), default=0)
        for c in [c for c in head.columns("update_date") if c < first]:
            head.fields[c] = "start"  # before what is asked: when it was raised
    for c in head.columns("due_revised"):
        if texts[c] and not any(find_dates(plain(t)) for t in texts[c]) and _wordy(texts[c]):
            head.fields[c] = "updates"
    if not head.columns("status", "tick"):
        _told_by_period(head, texts)
    for c in head.columns("updates") if not head.columns("status", "tick") else ():
        if texts[c] and all(len(t.split()) <= 4 and _is_status(t) for t in texts[c]):
            head.fields[c] = "status"
            head.told[c] = "read as the status because of what stands in it"
            break
    settle(head, texts, lambda said: share(said, _says_who_or_when) >= 0.5)
    if (action := head.columns("action"))[1:]:
        longest = max(action, key=lambda c: sum(map(len, texts.get(c, []))))
        for c in action:
            if c != longest:
                del head.fields[c]
    for c in head.columns("recommendation") if action and head.column("rec_no") is None else ():
        if texts.get(c) and all(_NUMBER.fullmatch(key(t)) for t in texts[c]):
            head.fields[c] = "rec_no"  # "Recommendation" over numbers alone
    main = min(head.columns("recommendation", "action"), default=0)
    for c in head.columns("updates"):
        if c < main and texts[c] and not telling(texts[c]) and sentences(texts[c]):
            head.fields[c] = "finding"  # what stands before what is asked is why, and no news of it
    for c in head.columns("status") if not head.columns("action") and head.columns("recommendation") else ():
        if DEEDS.search(head.labels.get(c, "")) and _wordy(texts[c]) and share(texts[c], _is_status) < _SOME:
            head.fields[c] = "action"  # "What was done" over deeds, and not over how far they are
            head.told[c] = "read as the action because of what stands in it"
            break
    action = head.columns("action")
    if not action and (done := _told_actions(head, rows, texts)) is not None:
        head.fields[done] = "action"
        head.told[done] = "read as the action because of what stands in it and beside it"
    elif not action and (asked := head.column("recommendation")) is not None:
        head.fields[asked] = "action"
        head.asked_only = True
        head.told[asked] = "no column of actions: each recommendation is read as the action that answers it"
    if not head.columns("status", "tick"):
        free = [c for c in values if head.fields.get(c) in (None, "completed", "priority", "measure", "evidence")]
        free = [c for c in free if head.fields.get(c) != "completed" or not any(map(is_date, texts[c]))]
        for c in free:
            if states(texts[c]) or (not texts[c] and c not in head.fields and len(values[c]) > 1):
                head.fields[c] = "status"
                head.told[c] = "read as the status because of what stands in it"
                break
    if not head.columns("due", "due_revised", "due_original"):
        for c in values:
            if c not in head.fields and share(texts[c], is_date) >= 0.6:
                head.fields[c] = "due"
                head.told[c] = "read as the due date because of what stands in it"
                break
    _marked(head, rows)
    _tell_the_rest(head, texts)
    _numbers(head, texts)


def _bare_date(text: str) -> bool:
    left = plain(text)
    for span in find_dates(left):
        left = left.replace(span.printed or "", " ")
    return is_date(text) and not re.search(r"[A-Za-z]", left)


def _comes_again(head: Head, rows: list[Row]) -> bool:
    """Whether actions stand in several rows, so that rows tell a history."""
    columns = head.columns("ref") or head.columns("action", "recommendation")
    told = [key(row.text(columns[0])) for row in rows if row.text(columns[0])] if columns else []
    return len(set(told)) < len(told)


def _ticked_stages(head: Head, texts: dict[int, list[str]]) -> None:
    """Columns named after stages with hardly more than ticks in them: "Begun | Delivered | Checked by audit"."""
    stages = [
        c
        for c, label in head.labels.items()
        if len(label.split()) <= 4
        and status_of(label)
        and head.fields.get(c) in (None, "status", "completed", "evidence", "updates")
        and texts.get(c)
        and all(len(t.split()) <= 2 for t in texts[c])
        and any(says("ticks", t) for t in texts[c])
        and 10 * sum(says("marks", t) for t in texts[c]) >= 6 * len(texts[c])
    ]
    if len(stages) > 1 and not head.columns("tick"):
        head.fields |= dict.fromkeys(stages, "tick")
        head.told |= dict.fromkeys(stages, "columns of stages are ticked: the last one ticked is how the action stands")


def _told_by_period(head: Head, texts: dict[int, list[str]]) -> None:
    """Columns named after quarters or months that hold states: how each action stood at the end of each."""
    named = [c for c, label in head.labels.items() if of_period(label) and head.fields.get(c) in (None, "updates")]
    told = [c for c in named if texts.get(c) and 2 * sum(map(_is_status, texts[c])) > len(texts[c])]
    if len(told) > 1:
        for c in named:
            head.fields[c] = "status"
            head.told[c] = "columns named after periods hold states: the last one filled is how the action stands"


def of_period(label: str) -> bool:
    """Whether a head names a quarter, a month or a day."""
    return says("periods", label) or bool(find_dates(plain(label)))


def _told_actions(head: Head, rows: list[Row], texts: dict[int, list[str]]) -> int | None:
    """The column of actions where no head says so: sentences of their own in nearly every row, not dated notes.

    Beside recommendations it must say more than they do: one of them has several actions, or is written once.
    """
    open_ = [c for c in texts if head.fields.get(c) in (None, "measure") and not names_agency(head.labels.get(c, ""))]
    open_ = [c for c in open_ if share(texts[c], _says_who_or_when) < 0.5]
    long = [c for c in open_ if sentences(texts[c])] or [c for c in open_ if texts[c] and _wordy(texts[c])]
    wordy = [c for c in long if 10 * len(texts[c]) >= 7 * len(rows)] or _left_over(head, rows, open_)
    wordy = [c for c in wordy if 2 * sum(bool(_DATED.match(t)) for t in texts[c]) < len(texts[c])]
    asked = [_distinct(rows, c) for c in head.columns("recommendation")]
    after = max(head.columns("recommendation"), default=0)  # an answer to what is asked stands behind it
    answers = [c for c in wordy if c > after and c not in head.fields and sentences(texts[c])]
    best = [c for c in wordy if not asked or _distinct(rows, c) > max(asked) or c in answers]
    best = [c for c in best if _distinct(rows, c) > 1 or len(texts[c]) == 1]  # the same remark over and over is no work
    told = [c for c in best if c not in head.fields] or best
    for ref in head.columns("ref"):  # a number an action: of several columns, the one that changes with it
        if found := [c for c in told if _distinct(rows, c) == _distinct(rows, ref) == _pairs(rows, ref, c)]:
            return found[0]
    most = max((_distinct(rows, c) for c in told), default=0)
    found = [c for c in told if 10 * _distinct(rows, c) >= 9 * most]
    return found[0] if found and (asked or len(rows) < 3 or most >= 0.6 * len(rows)) else None


def _left_over(head: Head, rows: list[Row], open_: list[int]) -> list[int]:
    """The one column of words left where all others say who, by when and how far: so few words name the work."""
    known = (("leads",), ("due", "due_revised", "due_original"), ("status", "updates", "tick"))
    if not all(head.columns(*names) for names in known) or head.columns("action", "recommendation", "finding"):
        return []
    plain = [c for c in open_ if head.labels.get(c) and _distinct(rows, c) == len(rows)]
    return plain if len(plain) == 1 and any(len(row.text(plain[0]).split()) > 1 for row in rows) else []


DEEDS = re.compile(  # a head of what was done, not of what is to be
    r"\b(?:done|did|taken|carried out)\b", re.I
)
_SOME = 0.5  # share of cells


@lru_cache(maxsize=4096)
def _says_who_or_when(text: str) -> bool:
    bodies = names_bodies(text) and len(text.split()) <= _NAME
    return bodies or only_date(text) or who_and_when(text) is not None


def _pairs(rows: list[Row], one: int, other: int) -> int:
    return len({(key(row.text(one)), key(row.text(other))) for row in rows if row.text(one) and row.text(other)})


def only_counts(head: Head, table: Table) -> bool:
    """Whether the actions of a table are numbers: it counts actions, and lists none."""
    columns = head.columns("action")
    texts = [row.text(c) for row in table if row.number > head.last for c in columns if row.text(c)]
    return bool(texts) and all(re.fullmatch(r"\d+(?: ?%)?", text) for text in texts)


def _distinct(rows: list[Row], column: int) -> int:
    return len({key(row.text(column)) for row in rows} - {""})


def only_date(text: str) -> bool:
    """Whether a cell holds a date and hardly a word more."""
    left = plain(text)
    for span in find_dates(left):
        left = left.replace(span.printed or "", " ")
    return is_date(text) and len(re.findall(r"[A-Za-z]+", left)) <= 2 + 4 * bool(pattern("open_ended").match(key(text)))


def _marked(head: Head, rows: list[Row]) -> None:
    """Columns named after agencies with a mark for who leads or supports: each mark says that agency."""
    for column, label in head.labels.items():
        marked = [row for row in rows if row.text(column)]
        marks = all(says("lead_marks", row.text(column)) or row.text(column) == label for row in marked)
        beside = sum(is_body(other) for other in head.labels.values()) > 1
        named = is_body(label) or (beside and {*key(label).split()} <= listed("bodies"))  # "Health" beside "Police"
        if marked and marks and head.fields.get(column) in (None, "leads", "status") and named:
            head.fields[column] = "leads"
            head.told[column] = "columns named after agencies are read as who leads or supports, by the marks in them"
            for row in marked:
                row.cells[column] = replace(row.cells[column], text=label, raw=label)


def _tell_the_rest(head: Head, texts: dict[int, list[str]]) -> None:
    """Who leads and what was noted, where no head says so and a column is made of bodies or of dated notes."""
    kinds: tuple[tuple[str, Callable[[str], bool], str], ...] = (
        ("leads", names_bodies, "read as who leads because of what stands in it"),
        ("updates", lambda text: bool(_DATED.match(text)) and len(text.split()) > 3, "read as dated notes"),
    )
    for name, test, why in kinds:
        free = [c for c in texts if c not in head.fields and texts[c]]
        if not head.columns(name) and (found := next((c for c in free if share(texts[c], test) >= 0.6), None)):
            head.fields[found] = name
            head.told[found] = why
    after = max(head.columns("action"), default=0)
    free = [c for c in texts if c not in head.fields and c > after and sentences(texts[c])]
    free = [c for c in free if not names_agency(head.labels.get(c, ""))]
    if free and not head.columns("updates"):
        head.fields[free[0]] = "updates"
        head.told[free[0]] = "read as notes on progress because of what stands in it and nothing else does"


def names_bodies(text: str) -> bool:
    """Whether a cell is made of the names of agencies, teams and roles."""
    parts = [part for part in re.split(r"\s*(?:[;,/+&\n]|\band\b)\s*", text) if part]
    known = [p for p in parts if is_body(p) or key(p).split()[-1] in listed("bodies")]
    return bool(parts) and len(text.split()) <= 12 and 2 * len(known) > len(parts)


def sentences(texts: list[str]) -> bool:
    """Whether a column is made of sentences."""
    return len(texts) > 1 and sum(len(t.split()) for t in texts) > 4 * len(texts)


def states(texts: list[str]) -> bool:
    """Whether a column is made of states: known ones, or a few short ones over and over, some of them known."""
    few = len({key(t) for t in texts}) <= 0.75 * len(texts) and all(len(t.split()) <= 5 for t in texts)
    return share(texts, _is_status) >= (0.3 if few and not any(map(names_bodies, texts)) else 0.6)


def _wordy(texts: list[str]) -> bool:
    return sum(len(t.split()) for t in texts) > 2 * len(texts)


def _filled(rows: list[Row]) -> set[int]:
    """Columns in which nearly every row says something, though nothing may stand over them."""
    columns = {c for row in rows for c in row.own}
    return {c for c in columns if len(rows) > 1 and 10 * sum(bool(row.text(c)) for row in rows) >= 7 * len(rows)}


def _coloured(rows: list[Row]) -> set[int]:
    return {c for row in rows for c, cell in row.cells.items() if cell.fill and not cell.text and cell.merged is None}


def _is_status(text: str) -> bool:
    told = status_of(text) is not None or colour_word(text) is not None or is_sign(text)
    return len(text.split()) <= 6 and (told or answer_to("done?", text) is not None)


def share(texts: list[str], test: Callable[[str], object]) -> float:
    """How many of several texts pass a test; 0 of a text alone, which proves nothing."""
    return sum(bool(test(t)) for t in texts) / len(texts) if len(texts) > 1 else 0.0


def _numbers(head: Head, texts: dict[int, list[str]]) -> None:
    """Whether a column "Ref" before the recommendation numbers recommendations or actions."""
    asked, done = head.column("recommendation"), head.column("action")
    refs = head.columns("ref")
    if asked is None or done is None or head.column("rec_no") is not None or not refs or refs[0] > asked:
        return
    first = refs[0]
    distinct = {c: len({key(t) for t in texts.get(c, [])}) for c in (first, asked, done)}
    beside_action = len(refs) > 1
    if distinct[first] and (beside_action or distinct[first] <= distinct[asked] < distinct[done]):
        head.fields[first] = "rec_no"
