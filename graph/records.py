"""The records: one document as read, parsed and coded. `goldenthread extract --format json` prints them.

These pydantic models are the contract of what `extract` prints and of what the collection keeps, one file a document.
Every stated thing carries its own words (`quote`, as printed with white space joined; `text` is the same or a part of
it) and its place: `page` where the format has pages, else `line` and `heading`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Polarity = Literal["shortfall", "good-practice", "absent", "barrier", "not-stated"]
JudgedBy = Literal["heading", "words", "wording", "prose"]
ReviewKind = Literal[
    "rapid-review", "lcspr", "scr", "learning-review", "audit", "inspection", "thematic-review", "other"
]
Role = Literal["harmed", "caused-harm", "sibling"]
Sex = Literal["male", "female"]
Outcome = Literal["died", "serious-harm", "other", "not-stated"]
ActionStatus = Literal[
    "not-started",
    "under-way",
    "on-track",
    "at-risk",
    "overdue",
    "complete-evidence-awaited",
    "complete-evidenced",
    "embedded",
    "paused",
    "superseded",
    "cancelled",
    "not-stated",
]
Sense = Literal["cause", "feature", "theme", "learning", "harm", "context", "mention"]
Unit = Literal["review", "child", "incident", "case", "notification", "audit-case", "other"]
DocumentKind = Literal[
    "learning-digest",
    "annual-report",
    "newsletter",
    "thematic-summary",
    "inspection-letter",
    "inspection-report",
    "review-report",
    "executive-summary",
    "action-tracker",
    "other",
]


class Record(BaseModel):
    """Base of all records: unknown fields are an error, so that a misspelt field is never dropped in silence."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class DateSpan(Record):
    """A date as an interval. A is before B only if A.to < B.from."""

    from_: date = Field(alias="from")
    to: date
    precision: Literal["day", "month", "quarter", "year", "span"]
    basis: Literal["printed", "manifest", "inferred"]
    printed: str | None = None


class Coding(Record):
    """One theme attached to a passage, with what it rests on."""

    id: str  # codebook notation
    cue: str  # the words that gave it, as printed
    rule: str = ""  # which rule of the codebook matched
    sense: Sense = "learning"
    polarity: Polarity = "not-stated"


class Stated(Record):
    """Something printed in the document."""

    text: str
    quote: str = ""
    page: int | None = None
    line: int | None = None
    heading: str | None = None  # the nearest heading above
    by_wording: bool = False  # taken by its words alone: no heading and no rule says what it is


class StatedLink(Record):
    """What the document itself joins: the other's words or number, with the words that say so."""

    other: str  # text of a learning point, or number of a recommendation
    basis: Literal["said", "under it", "same row"]
    quote: str
    page: int | None = None
    line: int | None = None


class Finding(Stated):
    """A learning point. `judged_by`: what its polarity rests on; running prose and words alone with least certainty."""

    polarity: Polarity = "not-stated"
    judged_by: JudgedBy | None = None
    themes: list[Coding] = []


class Recommendation(Stated):
    """What was asked. `stated` False: it exists, but its text is in no loaded document (text then says so)."""

    ref: str | None = None  # number as printed
    addressees: list[str] = []
    themes: list[Coding] = []
    stated: bool = True
    status: ActionStatus = "not-stated"  # where the same document says how far it got
    status_printed: str | None = None
    completed: str | None = None  # ISO, the date printed with a record of its closure
    due: str | None = None  # ISO, as much as is known
    due_printed: str | None = None  # as printed, also a time that runs from no printed day ("within six months")
    success_measure: str | None = None  # what is to be different, as printed
    arises_from: list[StatedLink] = []  # the learning the document says it came from
    merged_into: StatedLink | None = None  # the recommendation the document says it went into


class Update(Record):
    """A dated progress note."""

    date: str | None = None
    text: str


class Evidence(Stated):
    """What is offered as evidence that something was done or worked; grade E0 to E5 (domain model)."""

    grade: Literal["E0", "E1", "E2", "E3", "E4", "E5"] = "E0"
    cue: str | None = None


class Action(Stated):
    """What was to be done, or is said to have been done. Status follows the verb, not the heading."""

    ref: str | None = None  # its own number as printed
    recommendation: str | None = None  # the recommendation's number as printed; its text where it has none
    priority: str | None = None  # the priority under which it is claimed
    leads: list[str] = []
    due: str | None = None  # ISO, as much as is known
    due_printed: str | None = None
    previous_due: list[str] = []
    status: ActionStatus = "not-stated"
    status_printed: str | None = None
    completed: str | None = None
    promise: bool = False  # still to do, planned or promised
    success_measure: str | None = None  # what is to be different, as printed
    updates: list[Update] = []
    evidence: list[Evidence] = []
    themes: list[Coding] = []


class Child(Record):
    """A child the review is about. `name` is the published pseudonym or label, else None."""

    name: str | None = None
    age: str | None = None  # as printed
    age_months: float | None = None
    sex: Sex | None = None
    outcome: Outcome = "not-stated"
    role: Role = "harmed"
    plan_status: str | None = None
    quote: str | None = None
    page: int | None = None
    line: int | None = None


class Agency(Record):
    """An agency as the document writes it; `kind` is an agency type id."""

    name: str
    kind: str


class ChronologyEntry(Stated):
    """A dated event of a case, as printed and as read."""

    date_printed: str
    date: DateSpan | None = None


class Judgement(Stated):
    """An attributed opinion."""

    author: str | None = None
    author_role: Literal["panel", "scrutineer", "partnership", "inspectorate", "other"] = "other"
    polarity: Polarity = "not-stated"
    themes: list[Coding] = []


class Statistic(Stated):
    """A printed number. numerator/denominator/percent as printed; None where not printed."""

    numerator: int | float | None = None
    denominator: int | float | None = None
    percent: int | float | None = None
    rate: int | float | None = None  # with `per`: 98.4 per 10,000; then none of the three above
    per: int | None = None
    span: str | None = None  # "20 to 30 per cent", as printed; then no other number
    unit: Unit = "other"
    sense: Sense = "mention"
    topic: str | None = None  # theme id where one applies
    group: str | None = None  # which set the number is about ("HSSCP", "Stockton"), as printed
    source: Literal["review", "population", "activity", "survey"] = "review"
    as_of: str | None = None  # the date printed with the figure


class Impact(Stated):
    """A line printed under "impact": evidence of some grade."""

    grade: Literal["E0", "E1", "E2", "E3", "E4", "E5"] = "E0"
    cue: str | None = None
    priority: str | None = None
    themes: list[Coding] = []


class Response(Stated):
    """A reply to recommendations ("accepted …"): to one where its number or its words are given, else to all."""

    kind: str = "accepted"
    author: str | None = None
    answers: str | None = None  # the number of the one it answers, as printed
    asked: str | None = None  # the words of that one, beside which it stands


class Priority(Stated):
    """What a partnership set out to do. `sought` are its aims."""

    number: str | None = None
    sought: list[Stated] = []
    themes: list[Coding] = []


class ReviewDates(Record):
    """What is known of when."""

    incident: DateSpan | None = None
    notified: DateSpan | None = None
    completed: DateSpan | None = None
    published: DateSpan | None = None
    rapid_review: DateSpan | None = (
        None  # end of the rapid review that led to it; it is in `completed` where no other is
    )


class ReviewTheme(Record):
    """A theme of the review's text outside its findings."""

    id: str
    cue: str
    basis: str  # context, action, panel …
    sense: Sense = "context"


class StatedIdentity(Record):
    """Two labels the document itself says are one case."""

    one: str
    other: str
    quote: str
    page: int | None = None
    line: int | None = None


class Review(Record):
    """One case as told in this document, or one audit, deep dive or inspection."""

    ref: str | None = None
    name: str | None = None
    aliases: list[str] = []
    kind: ReviewKind = "other"
    test: Literal["audit", "deep-dive", "dip-sample", "inspection"] | None = None  # kind of test, for audit/inspection
    dates: ReviewDates = ReviewDates()
    decision: str | None = None
    sample_size: int | None = None
    tested_by: str | None = None  # office of whoever carried the test out, as printed
    follows_up: list[str] = []  # names of reviews or tests it says it follows up
    themes: list[ReviewTheme] = []
    children: list[Child] = []
    harms: list[str] = []
    chronology: list[ChronologyEntry] = []
    judgements: list[Judgement] = []
    agencies: list[Agency] = []
    partnership: str | None = None  # the body whose review it is, where it is another than the document's
    partnerships: list[str] = []  # other partnerships it says took part
    context: list[Stated] = []
    findings: list[Finding] = []
    recommendations: list[Recommendation] = []
    actions: list[Action] = []
    impacts: list[Impact] = []
    identities: list[StatedIdentity] = []
    quote: str = ""  # its heading or opening sentence
    page: int | None = None
    line: int | None = None


class Inconsistency(Record):
    """What does not add up in print."""

    kind: str
    where: str
    document: str
    page: int | None = None
    line: int | None = None
    message: str
    printed: str
    recomputed: str | None = None
    quote: str


class Rejected(Record):
    """An item that was read and not kept, with the reason."""

    where: str
    reason: str
    text: str = ""
    page: int | None = None
    line: int | None = None
    heading: str | None = None


class Doubtful(Record):
    """An item that was kept, and that a person should look at, with the reason."""

    where: str
    reason: str
    text: str
    page: int | None = None
    line: int | None = None


class Section(Record):
    """What became of the text under one heading. `items` = `kept` + `rejected`; `heading` None: before the first."""

    heading: str | None
    page: int | None = None
    line: int | None = None
    read_as: list[str] = []  # in plain words: learning, background, action …
    items: int = 0
    kept: int = 0
    rejected: int = 0


class Note(Record):
    """Something worth knowing about how the document was read."""

    where: str
    message: str


class Report(Record):
    """What became of the document's items: read = kept + rejected.

    `blocks` counts blocks of the file by kind; `sections` stand in printed order. Trackers have no sections.
    """

    read: int = 0
    kept: int = 0
    rejected: list[Rejected] = []
    notes: list[Note] = []
    pages: int | None = None  # None where the format has no pages
    blocks: dict[str, int] = {}
    sections: list[Section] = []
    doubtful: list[Doubtful] = []


class GivenFact(Record):
    """A fact of the document that its keeper gave in a manifest; `printed` is what the document itself says instead."""

    field: str
    value: str
    printed: str | None = None
    basis: Literal["manifest"] = "manifest"


class Document(Record):
    """The document itself."""

    title: str
    kind: DocumentKind = "other"
    partnership: str | None = None  # whose safeguarding work it tells of
    partnerships: list[str] = []  # the members, where the document speaks for several at once
    publisher: str | None = None
    areas: list[str] = []  # places named as its area
    published: str | None = None  # ISO, as much as is known
    published_basis: Literal["printed", "manifest", "inferred"] | None = None
    period: DateSpan | None = None  # the time it reports on
    pages: int | None = None
    sha256: str
    file: str = ""  # file name, no folder
    address: str | None = None  # where it was published (URL), as its keeper gives it
    licence: str | None = None  # on what terms it may be used, as its keeper gives it
    given: list[GivenFact] = []  # which of these facts a manifest gave, and what the document prints


class DocumentRecord(Record):
    """One document, whole."""

    document: Document
    reviews: list[Review] = []
    findings: list[Finding] = []
    recommendations: list[Recommendation] = []
    actions: list[Action] = []
    judgements: list[Judgement] = []
    statistics: list[Statistic] = []
    impacts: list[Impact] = []
    responses: list[Response] = []
    promises: list[Action] = []  # the actions still to do, planned or promised (also in `actions`)
    priorities: list[Priority] = []
    inconsistencies: list[Inconsistency] = []
    report: Report = Report()
