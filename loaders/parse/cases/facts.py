"""Facts of one review from its own words: dates, decision, sample, what it follows up, other names it is given."""

from __future__ import annotations

import re

from graph.dates import find_dates
from graph.gazetteer import partnerships_in
from graph.records import ChronologyEntry, DateSpan, Review, ReviewDates, Stated, StatedIdentity
from graph.text import key
from loaders.blocks import Block
from loaders.parse.cases.harm import DIED, HARMED
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.mentions import mentions_in, owner
from loaders.parse.cases.naming import is_common, kind_of
from loaders.parse.cues import cue, listed
from loaders.parse.sentences import sentences

_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def complete(review: Review, told: list[Stated], document_partnership: str | None) -> None:
    """Fill what the review's own passages say: `told` are all its sentences in order."""
    lines = [(stated, sentence) for stated in told for sentence in sentences(stated.text)]
    _dates(review, lines)
    for _, sentence in lines:
        if review.decision is None and cue("facts", "decision").search(sentence) and not review.test:
            review.decision = sentence
        if review.sample_size is None and review.test and (found := cue("facts", "sample").search(sentence)):
            digits = found["n"] or found["m"]
            review.sample_size = int(digits) if digits.isdigit() else _COUNTS.index(digits.lower())
        if review.test and review.tested_by is None and (found := cue("facts", "tester").search(sentence)):
            review.tested_by = found["who"]
    if review.test and review.test != "inspection":
        _topic(review, lines)
        for name in (
            found["name"]
            for _, sentence in lines
            for part in ("named-review", "follows-up")
            for found in cue("facts", part).finditer(sentence)
        ):
            if name.split()[-1].casefold() not in _COMMON and name not in review.follows_up:
                review.follows_up.append(name)
    _identities(review, lines)
    text = " ".join(sentence for _, sentence in lines)
    review.partnerships = [name for name in partnerships_in(text) if name != document_partnership]


_COMMON = listed("not-named-reviews")
_APART = re.compile(r"[,;:(]")
_AFTERWARDS = re.compile(
    r",? (?:following|after|because|as a result|in response|in relation|into|on|about|regarding)\b"
)
_RIGHT_AFTER = r"(?:\s+[\w-]+){0,6}?\s*,?\s*(?:(?:on|in|during|early|late|mid)\s+)*(?:the\s+)?"


def _dates(review: Review, lines: list[tuple[Stated, str]]) -> None:
    read = review.dates  # what headings and columns said of it before
    dates = ReviewDates(completed=read.completed, published=read.published, incident=read.incident)
    first_stage: DateSpan | None = None  # when the rapid review ended that led to this review
    for _, sentence in lines:
        known = find_dates(sentence)
        if not known or review.test == "inspection":
            continue
        if dates.published is None and (found := cue("facts", "published").search(sentence)) and not review.test:
            dates.published = _published(sentence, found.start(), known)
        if (found := cue("facts", "completed").search(sentence)) is not None:
            ended = _after(cue("facts", "published").split(sentence)[0], found.end(), known)
            if not _other_kind(review, sentence):
                dates.completed = dates.completed or ended
            elif kind_of(sentence) == "rapid-review":
                first_stage = first_stage or ended
        if dates.notified is None and (found := cue("facts", "notified").search(sentence)):
            dates.notified = _after(sentence, found.start(), known)
        if dates.incident is None and not review.test:
            dates.incident = _incident(review, sentence, known)
        if review.test and dates.completed is None and (found := cue("facts", "tested").search(sentence)):
            tested = _after(sentence, found.start(), known) or known[0]
            dates.completed = tested if tested.precision != "year" else None
    dates.rapid_review = first_stage
    dates.completed = dates.completed or first_stage
    review.dates = dates


def _incident(review: Review, sentence: str, known: list[DateSpan]) -> DateSpan | None:
    """The date of the harm: the one printed right after it, or the only one of its sentence; never that of an adult."""
    found = cue("facts", "incident").search(sentence)
    if found is None or not _of_the_child(review, sentence, found.start()):
        return None
    tail = sentence[found.end() :]
    at_once = next((s for s in known if s.printed and re.match(_RIGHT_AFTER + re.escape(s.printed), tail)), None)
    near = [span for span in known if span.precision in ("day", "month")]
    if at_once or len(near) != 1:
        return at_once
    return None if _of_the_board(sentence, near[0].printed or "", found.start()) else near[0]


def _of_the_board(sentence: str, day: str, death: int) -> bool:
    """Whether a day is that on which a body took the review up, and not that of the death named behind it.

    "On 10 January the board recommended a review following the death of …"; "commissioned in May after the death of …".
    """
    at = sentence.find(day)
    if cue("facts", "reviewed-since").search(sentence[at:death]):
        return True
    verb = cue("facts", "reviewed-since").search(sentence[:at])
    apart = verb is None or _APART.search(sentence[verb.end() : at]) is not None
    return not apart and _AFTERWARDS.match(sentence[at + len(day) : death]) is not None


def _of_the_child(review: Review, sentence: str, place: int) -> bool:
    """Whether what happens at `place` happens to a child and not to a parent or another adult named before it."""
    names = {name: name for name in (review.name, *review.aliases) if name}
    who = owner(mentions_in(sentence, names), place)
    return who is None or who.end > place or (who.kind not in ("adult", "sibling") and not who.other)


def incident_in_chronology(review: Review, names: list[str]) -> ChronologyEntry | None:
    """Date the incident by the chronology where the story prints none: the child's death, or "the incident".

    Only an entry that prints its own date is taken, and only one that names the child or nobody else. Returns it.
    """
    if review.test or review.dates.incident is not None:
        return None
    spoken = {form: form for name in names for form in (name, name.split()[-1])}
    for entry in reversed(review.chronology):
        found = cue("facts", "incident-entry").search(entry.text)
        if found is None or entry.date is None or entry.date.precision not in ("day", "month"):
            continue
        people = mentions_in(entry.text, spoken)
        who = next((m for m in people if m.start >= found.end()), None) if found["of"] else owner(people, found.start())
        if who is None or who.kind == "name" or (who.kind == "child" and not who.other):
            review.dates.incident = entry.date
            return entry
    return None


def _other_kind(review: Review, sentence: str) -> bool:
    said = kind_of(sentence)
    return said is not None and said != review.kind


def _after(sentence: str, start: int, known: list[DateSpan]) -> DateSpan | None:
    """The first date printed after a verb."""
    return next((span for span in known if span.printed and sentence.find(span.printed, start) >= 0), None)


def _published(sentence: str, start: int, known: list[DateSpan]) -> DateSpan | None:
    """The first date behind "published", where no death or injury stands before it ("published … who died in May")."""
    span = _after(sentence, start, known)
    between = sentence[start : sentence.find(span.printed or "", start)] if span else ""
    return None if DIED.search(between) or HARMED.search(between) else span


def _topic(review: Review, lines: list[tuple[Stated, str]]) -> None:
    """ "An audit to look into 'step down' took place" gives a test its name where its heading is bare."""
    bare = review.name is not None and len(review.name.split()) <= 3
    found = next((found for _, sentence in lines if (found := cue("facts", "topic").search(sentence))), None)
    if bare and found and review.name:
        review.aliases.append(review.name)
        review.name = found["topic"]


def _identities(review: Review, lines: list[tuple[Stated, str]]) -> None:
    """Other names the document gives this case, each with the sentence that says so."""
    own = review.name or review.ref
    if (
        review.ref
        and review.name
        and key(review.name) not in key(review.ref)
        and key(review.ref) not in key(review.name)
    ):
        review.aliases.append(review.name)
        review.identities.append(
            StatedIdentity(one=review.ref, other=review.name, quote=review.quote, page=review.page, line=review.line)
        )
    if own is None or review.test:
        return
    for stated, sentence in lines:
        for name in ("report-for", "known-as"):
            for found in cue("facts", name).finditer(sentence):
                other = found["name"].strip("\"“”‘’'")
                if _same_label(other, own) or any(_same_label(other, alias) for alias in review.aliases):
                    continue
                if other.casefold() in _COMMON or (name == "known-as" and (len(other) < 2 or is_common(other))):
                    continue
                if name == "known-as" and cue("facts", "of-kin").search(sentence[: found.start()]):
                    continue
                if name == "report-for" and case_label(other) is None and found["name"][0] not in "\"“‘'":
                    continue
                review.aliases.append(other)
                review.identities.append(
                    StatedIdentity(one=own, other=other, quote=sentence, page=stated.page, line=stated.line)
                )


def _plain(label: str) -> str:
    return re.sub(r"\b(?:child|baby|family|young person)\b|[^a-z0-9]", "", key(label))


def _same_label(one: str, other: str) -> bool:
    return _plain(one) == _plain(other) or (
        _plain(one) != "" and re.search(rf"\b{re.escape(_plain(one))}\b", key(other)) is not None
    )


def mentioned_review(text: str, block: Block) -> Review | None:
    """A review that another tells of by name ("the Wren LCSPR published in May 2022"), as an entry of its own."""
    for sentence in sentences(text):
        for found in cue("facts", "named-review").finditer(sentence):
            if found["name"].casefold() in _COMMON:
                continue
            review = Review(
                name=found["name"], kind=kind_of(sentence) or "other", quote=sentence, page=block.page, line=block.line
            )
            if published := cue("facts", "published").search(sentence):
                review.dates.published = _after(sentence, published.start(), find_dates(sentence))
            return review
    return None
