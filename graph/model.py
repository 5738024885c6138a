"""The one declaration of the graph: every node, property and relationship, described.

Constraints, write statements, cleanup, SCHEMA.md, the linter's vocabulary, the legend and the Browser style follow from
here. Adding a property is one line in a class below. Dates are intervals: `…From` and `…To` are the first and last day
it can have been; A is before B only if A's To is before B's From.
"""

from __future__ import annotations

from datetime import date

from graph.declare import Node, node, prop, relationship

# --- who and where --------------------------------------------------------------------------------------------------


@node(plural="partnerships", colour="#4C8EDA", key="slug of the name")
class Partnership(Node):
    """A local safeguarding partnership, its predecessor board, or several that publish jointly."""

    id: str = prop("slug of the name", ...)
    name: str = prop("name as published", ...)
    abbreviation: str | None = prop("abbreviation as published")
    kind: str = prop(
        "partnership, board, joint (several at once, never split) or area (only its place is known)", "partnership"
    )
    heard: list[str] = prop("themes of the learning points its documents tell; gathered at load", default=[])
    wanting: list[str] = prop("of these, themes of what needs to improve or got in the way", default=[])
    asked: list[str] = prop("themes of the recommendations its documents tell; gathered at load", default=[])


@node(plural="areas", colour="#6DCE9E", key="gazetteer code")
class Area(Node):
    """A place that a partnership, board or council acts for."""

    id: str = prop("gazetteer code, or slug where the gazetteer has none", ...)
    name: str = prop("name of the place", ...)


@node(plural="kinds of agency", colour="#B2A1D9", key="slug")
class AgencyType(Node):
    """A kind of agency, such as police or children's social care."""

    id: str = prop("slug", ...)
    name: str = prop("plain name", ...)


@node(plural="agencies", colour="#9C8ADE", key="partnership + slug of the name")
class Agency(Node):
    """An agency as one partnership's documents write it."""

    id: str = prop("partnership + slug of the name", ...)
    name: str = prop("name as printed", ...)


# --- what happened --------------------------------------------------------------------------------------------------


@node(plural="cases", colour="#C990C0", key="partnership + first label it is told under")
class Case(Node):
    """One serious incident and its family; it may have a rapid review and later a practice review."""

    id: str = prop("minted once from its first telling", ...)
    name: str = prop("published pseudonym or label, else 'serious incident'", ...)
    canonical: str = prop("id shared by all cases stated or confirmed to be the same; count these, not nodes", ...)
    incidentFrom: date | None = prop("first day the incident can have been")
    incidentTo: date | None = prop("last day the incident can have been")
    incidentPrinted: str | None = prop("the incident date as printed")
    incidentBasis: str | None = prop("printed, manifest, inferred, or by a person")
    children: int = prop("children it concerns, siblings left out, counted at load", default=0)


@node(plural="reviews", colour="#B261A5", key="partnership + kind + reference")
class Review(Node):
    """One review of a case: rapid review, practice review, serious case review or learning review."""

    id: str = prop("minted once from its first telling", ...)
    name: str = prop("name as published", ...)
    kind: str = prop("rapid-review, lcspr, scr, learning-review, thematic-review or other", ...)
    canonical: str = prop("id shared by all reviews stated or confirmed to be the same; count these, not nodes", ...)
    ref: str | None = prop("reference as printed")
    aliases: list[str] = prop("other labels it is told under", [])
    decision: str | None = prop("whether it goes on to a practice review, as printed")
    onlyInTracker: bool = prop("named in action trackers and in no other loaded document", False)
    followsUp: list[str] = prop("reviews or tests it says it follows up, as printed", [])
    rapidReviewFrom: date | None = prop("first day the rapid review that led to it can have ended", default=None)
    rapidReviewTo: date | None = prop("last day the rapid review that led to it can have ended", default=None)
    completedFrom: date | None = prop("first day it can have been completed")
    completedTo: date | None = prop("last day it can have been completed")
    completedPrinted: str | None = prop("completion date as printed")
    publishedFrom: date | None = prop("first day it can have been published")
    publishedTo: date | None = prop("last day it can have been published")
    publishedPrinted: str | None = prop("publication date as printed")
    notifiedFrom: date | None = prop("first day the incident can have been notified")
    notifiedTo: date | None = prop("last day the incident can have been notified")
    workingDays: int | None = prop("working days from notification to completion, both known to the day", default=None)
    workingDaysLeast: int | None = prop("fewest working days it can have been", default=None)
    workingDaysMost: int | None = prop("most working days it can have been", default=None)
    datedFrom: date | None = prop("first day of what it tells: incident if known, else review, else its document")
    datedTo: date | None = prop("last day of what it tells")
    dateBasis: str | None = prop("incident, review, document or period: which date orders it")
    themes: list[str] = prop(
        "themes that arise in it, gathered at load; what is absent or done well is left out", default=[]
    )
    learning: list[str] = prop("of these, those of its learning, recommendations and actions", default=[])
    confirmed: list[str] = prop("of these, those with a theme link that a person confirmed", default=[])
    byWording: list[str] = prop("of these, those that only what was taken by its words alone is about", default=[])
    years: str = prop("the years it falls in, in words; gathered at load", default="")
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)


@node(plural="children", colour="#E6A1C4", key="case + order")
class Child(Node):
    """A child in a case. Never merged across cases."""

    id: str = prop("case + order", ...)
    name: str = prop("published pseudonym, else 'child'", ...)
    agePrinted: str | None = prop("age as printed")
    ageMonths: float | None = prop("age in months")
    ageBand: str | None = prop("under 1, 1 to 4, 5 to 9, 10 to 15, 16 to 17")
    sex: str | None = prop("male or female")
    outcome: str = prop("died, serious-harm, other or not-stated", "not-stated")
    planStatus: str | None = prop("plan or legal status, as printed")


@node(plural="dated events", colour="#D9C8AE", key="case + order")
class ChronologyEntry(Node):
    """A dated event of a case, as printed and as read."""

    id: str = prop("case + order as printed", ...)
    name: str = prop("date as printed", ...)
    text: str = prop("what is told", ...)
    order: int = prop("place in the printed order", ...)
    dateFrom: date | None = prop("first day it can have been")
    dateTo: date | None = prop("last day it can have been")


# --- what was learnt ------------------------------------------------------------------------------------------------


@node(plural="learning points", colour="#F79767", key="document + place")
class Finding(Node):
    """A learning point: what needs to improve, what was done well, what was absent, or a bare topic."""

    id: str = prop("document + place", ...)
    name: str = prop("its first words", ...)
    text: str = prop("the learning point", ...)
    polarity: str = prop("shortfall, good-practice, absent, barrier or not-stated (a bare topic)", ...)
    judgedBy: str | None = prop(
        "what its polarity was read from: heading, words, wording (likely by its words) or prose (least certain)"
    )
    datedFrom: date | None = prop(
        "first day of what it is about: incident or test if known, else its document's period"
    )
    datedTo: date | None = prop("last day of what it is about")
    dateBasis: str | None = prop("incident, review, test, period or document: which date orders it")
    heading: str | None = prop("the heading it stands under")
    byWording: bool = prop("taken by its words alone: no heading and no rule says what it is", default=False)
    onlyByWording: bool | None = prop("the same, and no person has said that it is right", default=None)
    alone: bool = prop("belongs to no one review or test; its document tells it", default=False)
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])
    years: str | None = prop("the years it falls in, in words, where it stands alone; gathered at load", default=None)
    foremost: bool | None = prop("whether it is told first of all that was seen again; gathered at load", default=None)


@node(plural="themes", colour="#FFC454", key="codebook notation")
class Theme(Node):
    """A concept of the codebook."""

    id: str = prop("codebook notation", ...)
    name: str = prop("preferred label", ...)
    altLabels: list[str] = prop("other words for it", [])
    scopeNote: str | None = prop("what it includes and what not")
    specific: bool = prop("narrow enough that two mentions may be about the same practice", False)
    confirmed: int = prop("theme links to it that a person confirmed, counted at load", default=0)
    suggested: int = prop("all other theme links to it, counted at load", default=0)
    passages: int = prop("passages in which it arises, of all that is loaded, counted at load", default=0)
    first: list[str] = prop("ids of the first five of these passages", default=[])
    reviews: int = prop("reviews in which it arises, each once, counted at load", default=0)
    areas: int = prop("partnerships in whose reviews it arises, counted at load", default=0)
    areaYears: int = prop("the same, each counted once for every year or span of such reviews", default=0)


# --- what was asked, done and shown ---------------------------------------------------------------------------------


@node(plural="priorities", colour="#F4B6A6", key="document + number")
class Priority(Node):
    """What a partnership set out to do."""

    id: str = prop("document + number as printed", ...)
    name: str = prop("its title", ...)
    number: str | None = prop("number as printed")
    sought: list[str] = prop("what it sought to achieve", [])


@node(plural="recommendations", colour="#57C7E3", key="document + number as printed, or place")
class Recommendation(Node):
    """What was asked of somebody."""

    id: str = prop("document + number as printed, or place", ...)
    name: str = prop("number and first words", ...)
    text: str = prop("the recommendation; where its text is in no loaded document, a sentence saying so", ...)
    ref: str | None = prop("number as printed")
    stated: bool = prop("false: it exists, but its text is in no loaded document", True)
    toldAs: str | None = prop(
        "of one known by its number alone: id of the one whose words another document has", default=None
    )
    due: str | None = prop("by when it is asked for as read, ISO as far as known", default=None)
    duePrinted: str | None = prop("by when it is asked for, as printed", default=None)
    successMeasure: str | None = prop("what is to be different for children, as printed", default=None)
    byWording: bool = prop("taken by its words alone: no heading and no rule says what it is", default=False)
    onlyByWording: bool | None = prop("the same, and no person has said that it is right", default=None)
    datedFrom: date | None = prop("first day it can have been made")
    datedTo: date | None = prop("last day it can have been made")
    dateBasis: str | None = prop("review, test, period or document")
    response: str = prop("reply as assessed, or not stated", default="not stated")
    replies: list[str] = prop("each reply to it in words, and by whom; none: not stated", default=[])
    repliesFrom: list[str] = prop("first day on which each of these can have been known, ISO; else empty", default=[])
    delivery: str = prop("said to be done, in part, under way, not started …; else not stated", default="not stated")
    shown: str | None = prop("grade of the strongest evidence for it; none: nothing is offered", default=None)
    effect: str = prop("found better in a later test, seen again, tested, or not stated", default="not stated")
    assessed: str | None = prop("status as assessed, in words; beside it stands what is printed", default=None)
    assessedCode: str | None = prop("its code; none: it waits for a person's judgement", default=None)
    assessedBy: str | None = prop(
        "printed, worked out, in part each, or the role of the person who decided", default=None
    )
    assessedWhy: str | None = prop("why, in a sentence", default=None)
    assessedFrom: date | None = prop("first day on which all that it rests on can have been known", default=None)
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])


@node(plural="actions", colour="#8DCC93", key="document + place")
class Action(Node):
    """What was to be done, or is said to have been done."""

    id: str = prop("document + place", ...)
    name: str = prop("its first words", ...)
    text: str = prop("the action", ...)
    status: str = prop("assessed from the verb as printed, or not-stated", "not-stated")
    statusPrinted: str | None = prop("status as printed, word or colour")
    statusTold: str = prop("status as printed where that says something by itself, else in words", default="not stated")
    means: str | None = prop(
        "how it is to work, by its words: remind or brief, train, revise a procedure, tool or checklist, audit or "
        "assure, change process, role or commissioning, change of the system",
        default=None,
    )
    recommendation: str | None = prop("number of the recommendation it names, as printed")
    promise: bool = prop("still to do, planned or promised", False)
    due: str | None = prop("due date as read, ISO as far as known")
    duePrinted: str | None = prop("due date as printed")
    previousDue: list[str] = prop("earlier due dates", [])
    completed: str | None = prop("completion as read, ISO as far as known")
    statusFrom: date | None = prop("first day on which its status can have been known as printed", default=None)
    ref: str | None = prop("its own number as printed")
    successMeasure: str | None = prop("what is to be different for children, as printed", default=None)
    byWording: bool = prop("taken by its words alone: no heading and no rule says what it is", default=False)
    onlyByWording: bool | None = prop("the same, and no person has said that it is right", default=None)
    updates: list[str] = prop("progress notes as printed, each after its date", [])
    datedFrom: date | None = prop("first day the statement can be about")
    datedTo: date | None = prop("last day the statement can be about")
    dateBasis: str | None = prop("test, period or document")
    response: str = prop("reply as assessed, or not stated", default="not stated")
    replies: list[str] = prop("each reply to what it delivers in words, and by whom; none: not stated", default=[])
    repliesFrom: list[str] = prop("first day on which each of these can have been known, ISO; else empty", default=[])
    delivery: str = prop("said to be done, in part, under way, not started …; else not stated", default="not stated")
    shown: str | None = prop("grade of the strongest evidence for it; none: nothing is offered", default=None)
    effect: str = prop("found better in a later test, seen again, tested, or not stated", default="not stated")
    assessed: str | None = prop("status as assessed, in words; beside it stands what is printed", default=None)
    assessedCode: str | None = prop("its code; none: it waits for a person's judgement", default=None)
    assessedBy: str | None = prop(
        "printed, worked out, in part each, or the role of the person who decided", default=None
    )
    assessedWhy: str | None = prop("why, in a sentence", default=None)
    stands: str | None = prop("its status after what people decided and what is shown; else as read", default=None)
    assessedFrom: date | None = prop("first day on which all that it rests on can have been known", default=None)
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])


@node(plural="tests of practice", colour="#5DB665", key="issuer + kind + date or name")
class Assurance(Node):
    """A test: audit, deep dive, dip sample or inspection; it may be told in several documents."""

    id: str = prop("issuer + kind + date or name", ...)
    name: str = prop("name as published", ...)
    kind: str = prop("audit, deep-dive, dip-sample or inspection", ...)
    issuer: str | None = prop("who tested, as printed")
    sampleSize: int | None = prop("number of cases tested, as printed")
    dateFrom: date | None = prop("first day it can have been")
    dateTo: date | None = prop("last day it can have been")
    datePrinted: str | None = prop("date as printed")
    followsUp: list[str] = prop("reviews or tests it says it follows up, as printed", [])
    themes: list[str] = prop("themes it found wanting, gathered at load", default=[])
    byWording: list[str] = prop("of these, those that only what was taken by its words alone is about", default=[])
    years: str = prop("the years it falls in, in words; gathered at load", default="")
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)


@node(plural="evidence", colour="#D9A33A", key="owner + hash")
class Evidence(Node):
    """What is offered as evidence that something was done or made a difference, graded."""

    id: str = prop("owner + hash of the text", ...)
    name: str = prop("its first words", ...)
    text: str = prop("the evidence as printed", ...)
    grade: str = prop(
        "E0 said so, E1 done, E2 people reached, E3 practice tested, E4 better for children, E5 lasting", ...
    )
    cue: str | None = prop("the words that gave the grade")
    rule: str | None = prop("rule and version that graded it")
    method: str | None = prop("how it was found, in its words: audit, dip sample, survey, children say …", default=None)
    sampleSize: int | None = prop("how many were looked at or asked, as printed", default=None)
    independence: str = prop("who looked: self, partner, scrutineer, inspectorate or not stated", default="not stated")
    polarity: str | None = prop("where something was tested or asked: supports, mixed or contradicts", default=None)
    datedFrom: date | None = prop("first day it can be about")
    datedTo: date | None = prop("last day it can be about")
    staleFrom: date | None = prop(
        "first day on which a test of practice or outcome is older than 12 months", default=None
    )
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])


@node(plural="status events", colour="#C5E1A5", key="owner + hash")
class StatusEvent(Node):
    """A dated status with its source; never overwritten."""

    id: str = prop("owner + hash", ...)
    name: str = prop("status in words", ...)
    status: str = prop("status code", ...)
    statusPrinted: str | None = prop("as printed")
    by: str = prop("printed, derived, or the role of the person who decided", ...)
    closes: bool = prop("it stands as closed; only by a printed closing record or a person's decision", False)
    reopenedOn: date | None = prop("day on which a person opened again what this had closed", default=None)
    addressee: str | None = prop("the agency it holds for; none: for everybody it is asked of", default=None)
    note: str | None = prop("why, where a person decided", default=None)
    dateFrom: date | None = prop("first day it can have been so")
    dateTo: date | None = prop("last day it can have been so")
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])


@node(plural="replies", colour="#A3C9E2", key="owner + hash")
class Response(Node):
    """A reply to recommendations."""

    id: str = prop("document + hash", ...)
    name: str = prop("its first words", ...)
    text: str = prop("the reply as printed", ...)
    kind: str = prop("accepted, accepted in part or in principle, not accepted, noted …", ...)
    author: str | None = prop("who replied")
    knownFrom: date | None = prop("first day on which it can have been known", default=None)
    knownBy: str | None = prop("what says so: publication, end of the time reported on, or own date", default=None)
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])


@node(plural="views", colour="#E2B8D0", key="document + hash")
class Judgement(Node):
    """An attributed opinion: the scrutineer's, the national Panel's, an inspectorate's or the partnership's own."""

    id: str = prop("document + hash", ...)
    name: str = prop("its first words", ...)
    text: str = prop("the opinion as printed", ...)
    author: str | None = prop("who says so, as printed")
    authorRole: str = prop("panel, scrutineer, partnership, inspectorate or other", ...)
    polarity: str = prop("shortfall, good-practice, absent, barrier or not-stated", "not-stated")
    view: str | None = prop("agrees or disagrees, where the scrutineer says so of a status", default=None)
    givenOn: date | None = prop(
        "day on which the scrutineer gave it, where it was recorded as a decision", default=None
    )
    places: list[str] = prop("ids of the partnerships whose documents tell it, by name; gathered at load", default=[])


# --- numbers and what does not add up -------------------------------------------------------------------------------


@node(plural="printed figures", colour="#A5ABB6", key="document + passage + order")
class Statistic(Node):
    """A printed number with its unit and sense."""

    id: str = prop("document + place", ...)
    name: str = prop("the figure as printed", ...)
    text: str = prop("the line as printed", ...)
    numerator: float | None = prop("as printed")
    denominator: float | None = prop("as printed")
    percent: float | None = prop("as printed")
    rate: float | None = prop("a rate as printed, no count")
    per: float | None = prop("what the rate is per: 10,000 children, 1,000 births")
    span: str | None = prop("two ends as printed where no one number is")
    recomputed: float | None = prop("percent worked out from numerator and denominator")
    verdict: str = prop("agree, differ or cannot check", "cannot check")
    unit: str = prop("review, child, incident, case, notification, audit-case or other", ...)
    sense: str = prop("cause, feature, theme or mention", ...)
    group: str | None = prop("which set the number is about, as printed")
    source: str = prop("review, population, activity or survey", "review")
    asOf: str | None = prop("the date printed with the figure")


@node(plural="figures to check", colour="#E05C5C", key="document + hash")
class Inconsistency(Node):
    """Something printed that does not add up; a question to the publisher, not a correction."""

    id: str = prop("document + hash", ...)
    name: str = prop("what does not add up, in short", ...)
    kind: str = prop("fraction, total, impossible-percent, date-order, same-figure …", ...)
    message: str = prop("what does not add up, in a sentence", ...)
    printed: str = prop("as printed", ...)
    recomputed: str | None = prop("as recomputed")


# --- where it comes from --------------------------------------------------------------------------------------------


@node(plural="documents", colour="#D9D9D9", key="content hash")
class Document(Node):
    """A published document, one edition."""

    id: str = prop("first 16 hex digits of the content's SHA-256", ...)
    name: str = prop("title as printed", ...)
    source: str = prop("partnership + file name: the same for all editions", ...)
    kind: str = prop("annual-report, newsletter …; decisions: the record of what people decided, not published", ...)
    publisher: str | None = prop("who published it, as printed")
    file: str = prop("file name", ...)
    pages: int | None = prop("number of pages; none for texts")
    publishedFrom: date | None = prop("first day it can have been published")
    publishedTo: date | None = prop("last day it can have been published")
    publishedPrinted: str | None = prop("publication date as read, ISO as far as known")
    periodFrom: date | None = prop("first day of the time it reports on")
    periodTo: date | None = prop("last day of the time it reports on")
    address: str | None = prop("where it was published (URL), as the keeper of the file gives it", default=None)
    licence: str | None = prop("on what terms it may be used, as the keeper of the file gives it", default=None)
    supersededOn: date | None = prop(  # of kind "superseded": a replaced edition, whose words are gone
        "of a replaced edition: day of the load that brought the next one", default=None
    )
    held: str | None = prop("of a replaced edition: what it held, as counts", default=None)
    gone: str | None = prop("of a replaced edition: what of it the next edition has not, as counts", default=None)
    given: list[str] = prop("facts that the keeper's manifest gives, each with what the document prints instead", [])
    byWording: list[str] = prop(
        "ids of its passages with learning, recommendations or actions that were taken by their words alone, which no "
        "person has said to be right; gathered at load",
        default=[],
    )
    knownFrom: date | None = prop(
        "first day on which it can have been read; none for trackers and decisions, whose entries have their own days",
        default=None,
    )


@node(plural="passages", colour="#EFEFEF", key="document + place")
class Passage(Node):
    """The words a fact rests on, with page (or heading and line)."""

    id: str = prop("document + page or line + hash of the words", ...)
    name: str = prop("document, page or line", ...)
    quote: str = prop("as printed, white space joined", ...)
    page: int | None = prop("page, from 1; none where the format has no pages")
    line: int | None = prop("line, from 1; none where the format has no lines")
    heading: str | None = prop("nearest heading above")


@node(plural="loads", colour="#BFC5CC", key="run id")
class LoadRun(Node):
    """One load that changed the graph, with counts."""

    id: str = prop("run id", ...)
    name: str = prop("date and time", ...)
    collection: str = prop("id of the collection folder", ...)
    startedAt: str = prop("ISO date and time", ...)
    finishedAt: str | None = prop("ISO date and time; none: it did not finish")
    codebook: str = prop("codebook version", ...)
    version: str = prop("version of the software", ...)
    rules: str | None = prop("hash of the rules that made the graph; none: an older version loaded it", default=None)
    number: int = prop("which load of this graph it is, from 1: in order also where a clock was set back", default=1)
    added: int = prop("rows added", 0)
    changed: int = prop("rows changed", 0)
    removed: int = prop("rows removed", 0)


@node(plural="decisions", colour="#F2C14E", key="hash of what was decided")
class Decision(Node):
    """What a person decided: by whom (a role), when, why, and about what. Kept also where its words are not found."""

    id: str = prop("hash of what was decided", ...)
    name: str = prop("what was decided, in words", ...)
    kind: str = prop("same, different, coding, status, link, value, update, evidence, scrutiny, none or conflict", ...)
    by: str = prop("role of the person", ...)
    on: date | None = prop("day of the decision", default=None)
    note: str | None = prop("why", default=None)
    field: str | None = prop("the fact that was corrected or added", default=None)
    value: str | None = prop("what the person says", default=None)
    was: str | None = prop("what stood there before, as read", default=None)
    found: bool = prop("false: what it is about is not in the loaded documents, so it waits", True)
    reason: str | None = prop("why it waits", default=None)
    caution: str | None = prop("why a closing was for somebody else to say, in a sentence", default=None)


FACTS = (
    "Case|Review|Child|ChronologyEntry|Finding|Priority|Recommendation|Action|Assurance|Evidence|StatusEvent|Response|"
    "Judgement|Statistic|Inconsistency"
)
CODED = "Finding|Recommendation|Action|Review|Case|Assurance|Priority|Judgement|Statistic|Evidence"
_why = {
    "certainty": ("string", "confirmed (a person decided), probable, possible, or rejected (a person decided)"),
    "why": ("string", "the reasons, in a sentence"),
    "rule": ("string", "rule and version that made it"),
}

relationship("ACTS_FOR", "acts for an area", reverse="is covered by", of="Partnership", to="Area")
relationship(
    "PART_OF", "is one of several that publish jointly", reverse="has as member", of="Partnership", to="Partnership"
)
relationship("OF_TYPE", "is this kind of agency", reverse="is written as", of="Agency", to="AgencyType")
relationship("EXAMINES", "examines a case", reverse="is examined by", of="Review", to="Case")
relationship(
    "CONDUCTED_FOR", "tells of the work of a partnership", reverse="had", of="Review|Assurance", to="Partnership"
)
relationship(
    "CONCERNS",
    "concerns a child",
    reverse="is in",
    of="Case",
    to="Child",
    role=("string", "harmed, caused-harm or sibling"),
)
relationship("INVOLVES", "involves an agency", reverse="is involved in", of="Case|Assurance", to="Agency")
relationship("HAS_EVENT", "has a dated event", reverse="is an event of", of="Case", to="ChronologyEntry")
relationship(
    "IDENTIFIES", "identifies a learning point", reverse="was identified by", of="Review|Assurance", to="Finding"
)
relationship("MAKES", "makes a recommendation", reverse="was made by", of="Review|Assurance", to="Recommendation")
relationship(
    "ABOUT",
    "is about a theme",
    reverse="is the theme of",
    of=CODED,
    to="Theme",
    key=("sense",),
    sense=("string", "learning, feature, cause, harm or context"),
    cue=("string", "the words it rests on"),
    told=("list of strings", "ids of the passages that carry it, where a review or a case is about it; found at load"),
    ruleId=("string", "rule of the codebook"),
    polarity=("string", "as for learning points"),
    opportunity=(
        "string",
        "in how many later reviews of a like child it is found wanting, of how many; none: not computed",
    ),
    opportunityFrom=("string", "ISO day from which all that was counted can have been known"),
    state=("string", "suggested until a person confirms"),
    by=("string", "role of the person who confirmed or added it"),
    on=("string", "date of that"),
)
relationship(
    "ARISES_WITH",
    "arises in the same review as",
    reverse="arises in the same review as",
    of="Theme",
    to="Theme",
    reviews=("integer", "reviews in which both arise, each once, counted at load"),
    confirmed=("integer", "of these, those in which a person confirmed a link of either"),
    byWording=("integer", "of these, those in which only what was taken by its words alone is about one of the two"),
    first=("list of strings", "ids of the first five passages of both, of the five reviews known first"),
)
relationship(
    "SPOKEN_OF_ON",
    "is spoken of in learning on",
    reverse="has learning that speaks of",
    of="AgencyType",
    to="Theme",
    asked=("integer", "recommendations and actions addressed to it, counted at load"),
    toImprove=("integer", "learning points that name it, on what needs to improve or got in the way"),
    doneWell=("integer", "learning points that name it, on what was done well"),
    topics=("integer", "learning points that name it without saying which"),
    reviews=("integer", "reviews and tests these belong to"),
    partnerships=("integer", "partnerships they tell of"),
    confirmed=("integer", "of all these, those whose theme a person confirmed"),
    byWording=("integer", "of all these, those taken by their words alone, which no person has said to be right"),
    passages=("integer", "passages in which they are stated"),
    first=("list of strings", "ids of the first five of these passages"),
)
relationship("BROADER", "is part of a broader theme", reverse="includes", of="Theme", to="Theme")
relationship("GAVE_RISE_TO", "gave rise to", reverse="arose from", of="Finding", to="Recommendation", **_why)
relationship(
    "ADDRESSED_TO",
    "is addressed to",
    reverse="has to answer",
    of="Recommendation|Action",
    to="Agency",
    key=("role",),
    role=("string", "addressee or lead"),
    response=("string", "reply as assessed, or not stated"),
    delivery=("string", "said to be done, in part, under way, not started …; else not stated"),
    shown=("string", "grade of the strongest evidence for it; none: nothing is offered"),
    effect=("string", "found better in a later test, seen again, tested, or not stated"),
    assessed=("string", "status as assessed for this agency, in words"),
    assessedCode=("string", "its code; none: it waits for a person's judgement"),
    assessedBy=("string", "printed, worked out, or the role of the person who decided"),
    assessedWhy=("string", "why, in a sentence"),
)
relationship(
    "NAMES",
    "names a kind of agency in its words",
    reverse="is named by",
    of="Finding|Recommendation|Action",
    to="AgencyType",
    cue=("string", "the words that name it"),
    rule=("string", "rule and version that made it"),
)
relationship("DELIVERED_BY", "is delivered by", reverse="delivers", of="Recommendation", to="Action", **_why)
relationship("LED_TO", "led to", reverse="follows from", of="Review|Priority|Assurance", to="Action")
relationship(
    "EVIDENCED_BY",
    "is evidenced by",
    reverse="is evidence for",
    of="Action|Recommendation|Priority|Review|Assurance",
    to="Evidence",
)
relationship(
    "TESTS", "tests", reverse="is tested by", of="Assurance", to="Recommendation|Action|Finding|Review", **_why
)
relationship(
    "FOLLOWS_UP", "follows up", reverse="is followed up by", of="Assurance|Review", to="Assurance|Review", **_why
)
relationship("MERGED_INTO", "was merged into", reverse="takes in", of="Recommendation", to="Recommendation", **_why)
relationship("PROMISED_AGAIN_IN", "is promised again in", reverse="promises again", of="Action", to="Passage")
relationship(
    "BECAME",
    "was later told as",
    reverse="was promised earlier as",
    of="Action",
    to="Action",
    outcome=("string", "done, under way, promised again, changed or given up"),
    change=("string", "what changed, in the words of both"),
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship(
    "LOOKED_FOR_IN",
    "was looked for in a later document",
    reverse="was looked at for",
    of="Action",
    to="Document",
    outcome=("string", "told, perhaps told in other words, or silent"),
    nearest=("string", "id of the passage that comes nearest, where one is near"),
    why=("string", "why the document could have told of it, and what was found"),
    rule=("string", "rule and version that made it"),
)
relationship(
    "CLAIMED_AGAIN_AS",
    "is claimed again in near the same words as",
    reverse="is claimed again in near the same words as",
    of="Action",
    to="Action",
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship("HAS_STATUS", "has the status", reverse="is the status of", of="Recommendation|Action", to="StatusEvent")
relationship(
    "RESPONDED_WITH", "was answered with", reverse="answers", of="Recommendation|Assurance|Review", to="Response"
)
relationship(
    "RECEIVED",
    "received the view",
    reverse="is a view of",
    of="Review|Assurance|Partnership|Recommendation|Action",
    to="Judgement",
)
relationship(
    "DIFFERS_FROM",
    "may say otherwise than",
    reverse="may say otherwise than",
    of="Judgement|Finding",
    to="Judgement|Evidence|Action|Finding",
    kind=("string", "two authors, same author (two emphases), or one test (two accounts)"),
    themes=("list of strings", "themes both are about"),
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship(
    "RECURS_IN",
    "was seen again in",
    reverse="is seen again from",
    of="Finding|Recommendation|Action",
    to="Finding",
    key=("theme",),
    theme=("string", "theme both are about"),
    type=("string", "R0 to R5, see the schema"),
    closure=("string", "none stated, said to be done, or closed by record"),
    scope=("string", "same partnership and agency, same partnership, or other"),
    opportunity=("string", "in how many later reviews of a like child it was seen, of how many; none: not computed"),
    opportunityFrom=("string", "ISO day from which all that was counted can have been known"),
    changedOn=("list of strings", "days on which what was known of it changed; none: it never did"),
    types=("list of strings", "its type, as known from each of these days"),
    closures=("list of strings", "its closure, as known from each of these days"),
    certainties=("list of strings", "its certainty, as known from each of these days"),
    whys=("list of strings", "why, as known from each of these days"),
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship(
    "ECHOED_IN",
    "was asked nationally or in another area, and is seen in",
    reverse="is seen after what was asked nationally or elsewhere in",
    of="Recommendation",
    to="Finding",
    key=("theme",),
    theme=("string", "theme both are about"),
    type=("string", "R4, see the schema"),
    scope=("string", "national, or other partnership"),
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship(
    "NOT_RECURRING_IN",
    "was judged by a person not to be seen again in",
    reverse="was judged by a person not to be seen again from",
    of="Finding|Recommendation|Action",
    to="Finding",
    **_why,
)
relationship(
    "IMPROVED_IN",
    "was seen improved in",
    reverse="shows improved",
    of="Finding|Recommendation|Action",
    to="Finding",
    key=("theme",),
    theme=("string", "theme both are about"),
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship(
    "REPEATS",
    "says again",
    reverse="is said again by",
    of="Recommendation",
    to="Recommendation",
    scope=("string", "same partnership, other partnership, or national"),
    family=("string", "id of the earliest of its partnership that said the same; none where it was said elsewhere"),
    similarity=("float", "likeness of the words, 0 to 1"),
    **_why,
)
relationship(
    "STATED_SAME_AS",
    "is stated to be the same as",
    reverse="is stated to be the same as",
    of="Case|Review|Assurance",
    to="same",
    quote=("string", "the sentence that says so"),
    page=("integer", "its page"),
    line=("integer", "its line"),
    document=("string", "title of the document"),
)
relationship(
    "POSSIBLY_SAME_AS",
    "may be the same as",
    reverse="may be the same as",
    of="Case|Review|Assurance",
    to="same",
    reasonsFor=("list of strings", "reasons for, each with its weight"),
    reasonsAgainst=("list of strings", "reasons against, each with its weight"),
    rule=("string", "rule and version"),
)
relationship(
    "SAME_AS",
    "is the same as, a person decided",
    reverse="is the same as",
    of="Case|Review|Assurance",
    to="same",
    by=("string", "role of the person"),
    on=("string", "date"),
    note=("string", "why"),
)
relationship(
    "CHECKS",
    "questions a figure or event",
    reverse="is questioned by",
    of="Inconsistency",
    to="Statistic|ChronologyEntry",
)
relationship("DECIDES", "decides on", reverse="was decided on by", of="Decision", to=f"{FACTS}|Document|Passage")
relationship("RESTS_ON", "rests on", reverse="supports", of="StatusEvent", to="Evidence")
relationship("STATED_IN", "is stated in", reverse="states", of=f"{FACTS}|Decision", to="Passage")
relationship("OF", "is a passage of", reverse="has the passage", of="Passage", to="Document")
relationship(
    "TELLS_OF",
    "tells of the work of",
    reverse="is told of in",
    of="Document",
    to="Partnership",
    why=("string", "how that was worked out, where the document does not name it"),
)
relationship("COVERS", "covers an area", reverse="is covered in", of="Document", to="Area")
relationship("SUPERSEDED_BY", "was superseded by a new edition", reverse="supersedes", of="Document", to="Document")
relationship("LOADED_IN", "was loaded in", reverse="loaded", of="Document", to="LoadRun")
