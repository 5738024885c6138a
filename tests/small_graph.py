"""A hand-built fictional graph that every question has something to answer from: two partnerships and a joint one.

The thread: the review of Ash (2019) asks for the escalation procedure to be used; the annual report says the procedure
was reviewed; the audit of 2020 finds it not used; the review of Rowan (2022) sees it again. Safer sleep is the thread
that held and was closed by a record. Bruising is the one whose order nobody can tell. A conference goes silent.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from graph.declare import Node
from graph.derive.arising import add_arising
from graph.derive.by_wording import KINDS, add_by_wording
from graph.derive.counts import add_counts
from graph.derive.foremost import add_foremost
from graph.derive.known import add_known
from graph.derive.places import add_places
from graph.derive.status_told import add_status_told
from graph.derive.summed import add_summed
from graph.derive.years import add_years
from graph.memory import Graph
from graph.model import (
    Action,
    Agency,
    AgencyType,
    Assurance,
    Case,
    Child,
    ChronologyEntry,
    Document,
    Evidence,
    Finding,
    Inconsistency,
    Judgement,
    LoadRun,
    Partnership,
    Passage,
    Priority,
    Recommendation,
    Review,
    Statistic,
    StatusEvent,
    Theme,
)

THEMES = {
    "harm": ("Harm to the child", None),
    "neglect": ("Neglect", "harm"),
    "family": ("Family and environment", None),
    "domestic-abuse": ("Domestic abuse", "family"),
    "parental-substance-misuse": ("Parental substance misuse", "family"),
    "child": ("The child", None),
    "bruising-non-mobile": ("Bruising in non-mobile babies", "child"),
    "safe-sleep": ("Safe sleep", "child"),
    "practice": ("Practice", None),
    "professional-challenge": ("Professional challenge and escalation", "practice"),
    "information-sharing": ("Information sharing", "practice"),
}


class _Builder:
    """Adds facts with their passages, so that no fact of the small graph is without one."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.themes: dict[str, Theme] = {}

    def document(self, id_: str, title: str, partnership: Partnership, published: date, **values: object) -> Document:
        kind = str(values.pop("kind", "learning-digest"))
        doc = Document(
            id=id_,
            name=title,
            source=f"{partnership.id}/{id_}.txt",
            kind=kind,
            file=f"{id_}.txt",
            publishedFrom=published,
            publishedTo=published,
            **values,  # type: ignore[arg-type]
        )
        self.graph.add(doc)
        self.graph.link(doc, "TELLS_OF", partnership)
        return doc

    def stated(
        self, fact: Node, doc: Document, quote: str, *, page: int | None = None, line: int | None = None
    ) -> None:
        place = f"p{page}" if page is not None else f"l{line}"
        passage = Passage(
            id=f"{doc.id}/{place}/{fact.id}", name=f"{doc.name}, {place}", quote=quote, page=page, line=line
        )
        self.graph.add(fact)
        self.graph.add(passage)
        self.graph.link(passage, "OF", doc)
        self.graph.link(fact, "STATED_IN", passage)

    def about(
        self, fact: Node, theme: str, polarity: str, *, sense: str = "learning", state: str = "suggested"
    ) -> None:
        self.graph.link(
            fact,
            "ABOUT",
            self.themes[theme],
            sense=sense,
            cue=self.themes[theme].name.lower(),
            ruleId=f"{theme}/1",
            polarity=polarity,
            state=state,
        )


def take_by_wording(graph: Graph, ids: Collection[str]) -> None:
    """Say of these learning points, recommendations and actions that they were taken by their words alone."""
    for kind in KINDS:
        for thing in graph.all(kind):
            if thing.id in ids:
                graph.nodes[thing.label][thing.id] = replace(thing, byWording=True)
    add_by_wording(graph)


def small_graph(by_wording: Collection[str] = ()) -> Graph:
    """The whole graph; the same every time. `by_wording`: ids of what was taken by its words alone."""
    b = _Builder()
    g = b.graph
    for id_, (label, _) in THEMES.items():
        b.themes[id_] = g.add(
            Theme(id=id_, name=label, altLabels=["escalation"] if id_ == "professional-challenge" else [])
        )
    for id_, (_, broader) in THEMES.items():
        if broader:
            g.link(b.themes[id_], "BROADER", b.themes[broader])

    north = g.add(Partnership(id="northmere", name="Northmere Safeguarding Children Partnership", abbreviation="NSCP"))
    east = g.add(Partnership(id="eastvale", name="Eastvale Safeguarding Partnership", abbreviation="ESP"))
    both = g.add(Partnership(id="northmere-and-eastvale", name="Northmere and Eastvale", kind="joint"))
    g.link(north, "PART_OF", both)
    g.link(east, "PART_OF", both)

    digest19 = b.document("digest19", "Learning from reviews 2019", north, date(2019, 9, 1), pages=4)
    annual20 = b.document(
        "annual20",
        "Annual report 2019-20",
        north,
        date(2020, 10, 15),
        kind="annual-report",
        pages=20,
        periodFrom=date(2019, 4, 1),
        periodTo=date(2020, 3, 31),
    )
    audit20 = b.document("audit20", "Scrutiny audit 2020", north, date(2020, 7, 20), kind="other")
    annual21 = b.document("annual21", "Annual report 2020-21", north, date(2021, 12, 1), kind="annual-report", pages=18)
    digest23 = b.document("digest23", "Learning from reviews 2023", north, date(2023, 2, 1), pages=6)
    brief22 = b.document("brief22", "Eastvale briefing 2022", east, date(2022, 11, 1))
    joint21 = b.document("joint21", "Joint themes 2018-21", both, date(2021, 6, 1), kind="thematic-summary", pages=8)
    run = g.add(
        LoadRun(
            id="run-1",
            name="2026-01-02 10:00",
            collection="small",
            startedAt="2026-01-02T10:00:00",
            finishedAt="2026-01-02T10:00:05",
            codebook="2026.1",
            version="0.1.0",
            added=100,
        )
    )
    for doc in g.all(Document):
        g.link(doc, "LOADED_IN", run)

    police = g.add(AgencyType(id="police", name="Police"))
    north_police = g.add(Agency(id="northmere/northmere-police", name="Northmere Police"))
    g.link(north_police, "OF_TYPE", police)

    # --- Ash, 2019: the escalation thread ---------------------------------------------------------------------------
    ash_case = g.add(
        Case(
            id="northmere/ash",
            name="Ash",
            canonical="northmere/ash",
            incidentFrom=date(2019, 2, 1),
            incidentTo=date(2019, 2, 28),
            incidentPrinted="February 2019",
            incidentBasis="printed",
        )
    )
    b.stated(ash_case, digest19, "Ash, a baby of five months, was taken to hospital.", page=2)
    ash = Review(
        id="northmere/rr-1-19",
        name="RR 1/19 Ash",
        kind="rapid-review",
        canonical="northmere/rr-1-19",
        ref="RR 1/19",
        aliases=["Ash"],
        datedFrom=date(2019, 2, 1),
        datedTo=date(2019, 2, 28),
        dateBasis="incident",
    )
    b.stated(ash, digest19, "RR 1/19 Ash", page=2)
    g.link(ash, "EXAMINES", ash_case)
    g.link(ash, "CONDUCTED_FOR", north)
    ash_child = Child(
        id="northmere/ash/1",
        name="Ash",
        agePrinted="five months",
        ageMonths=5.0,
        ageBand="under 1",
        sex="male",
        outcome="serious-harm",
    )
    b.stated(ash_child, digest19, "Ash, a baby of five months, was taken to hospital.", page=2)
    g.link(ash_case, "CONCERNS", ash_child, role="harmed")
    g.link(ash_case, "INVOLVES", north_police)
    event = ChronologyEntry(
        id="northmere/ash/e1",
        name="February 2019",
        text="Ash is seen with a bruise; the two services disagree and nobody takes it further.",
        order=1,
        dateFrom=date(2019, 2, 1),
        dateTo=date(2019, 2, 28),
    )
    b.stated(event, digest19, "February 2019: Ash is seen with a bruise; the two services disagree.", page=2)
    g.link(ash_case, "HAS_EVENT", event)
    f_ash = Finding(
        id="digest19/f1",
        name="Staff did not escalate",
        text="Staff disagreed about the threshold and did not escalate.",
        polarity="shortfall",
        datedFrom=date(2019, 2, 1),
        datedTo=date(2019, 2, 28),
        dateBasis="incident",
    )
    b.stated(f_ash, digest19, "Staff disagreed about the threshold and did not escalate.", page=2)
    b.about(f_ash, "professional-challenge", "shortfall", state="confirmed")
    good = Finding(
        id="digest19/f2",
        name="Health visitor shared information early",
        text="The health visitor shared information early and clearly.",
        polarity="good-practice",
        datedFrom=date(2019, 2, 1),
        datedTo=date(2019, 2, 28),
        dateBasis="incident",
    )
    b.stated(good, digest19, "The health visitor shared information early and clearly.", page=3)
    b.about(good, "information-sharing", "good-practice")
    rec_ash = Recommendation(
        id="digest19/r1",
        name="1 Use the escalation procedure",
        text="The escalation procedure is to be used whenever agencies differ.",
        ref="1",
        datedFrom=date(2019, 2, 1),
        datedTo=date(2019, 9, 1),
        dateBasis="review",
    )
    b.stated(rec_ash, digest19, "1. The escalation procedure is to be used whenever agencies differ.", page=3)
    b.about(rec_ash, "professional-challenge", "not-stated")
    for fact in (f_ash, good):
        g.link(ash, "IDENTIFIES", fact)
    g.link(ash, "MAKES", rec_ash)
    g.link(f_ash, "GAVE_RISE_TO", rec_ash)
    g.link(rec_ash, "ADDRESSED_TO", north_police, role="addressee")
    # The same case told again under initials, and the sentence that says so.
    ab_case = Case(id="northmere/ab", name="AB", canonical="northmere/ash")
    b.stated(ab_case, annual20, "AB (published as Ash)", page=7)
    ab = Review(
        id="northmere/ab-review",
        name="AB",
        kind="rapid-review",
        canonical="northmere/rr-1-19",
        datedFrom=date(2019, 4, 1),
        datedTo=date(2020, 3, 31),
        dateBasis="period",
    )
    b.stated(ab, annual20, "AB (published as Ash)", page=7)
    g.link(ab, "EXAMINES", ab_case)
    g.link(ab, "CONDUCTED_FOR", north)
    ab_child = Child(id="northmere/ab/1", name="AB", outcome="serious-harm")
    b.stated(ab_child, annual20, "AB (published as Ash)", page=7)
    g.link(ab_case, "CONCERNS", ab_child, role="harmed")
    same = {"quote": "AB is the child published as Ash.", "page": 7, "document": annual20.name}
    g.link(ab, "STATED_SAME_AS", ash, **same)
    g.link(ab_case, "STATED_SAME_AS", ash_case, **same)

    done = Action(
        id="annual20/a1",
        name="The escalation procedure was reviewed",
        text="The escalation procedure was reviewed and reissued.",
        status="complete-evidence-awaited",
        statusPrinted="reviewed",
        datedFrom=date(2019, 4, 1),
        datedTo=date(2020, 3, 31),
        dateBasis="period",
    )
    b.stated(done, annual20, "The escalation procedure was reviewed and reissued.", page=9)
    b.about(done, "professional-challenge", "not-stated")
    g.link(rec_ash, "DELIVERED_BY", done, certainty="probable", why="same procedure, next report", rule="delivers/1")
    output = Evidence(
        id="annual20/a1/e1",
        name="146 staff read it",
        text="146 staff have read the new procedure.",
        grade="E1",
        datedFrom=date(2019, 4, 1),
        datedTo=date(2020, 3, 31),
    )
    b.stated(output, annual20, "146 staff have read the new procedure.", page=9)
    g.link(done, "EVIDENCED_BY", output)
    said = StatusEvent(
        id="annual20/a1/s1",
        name="said to be done",
        status="complete-evidence-awaited",
        statusPrinted="reviewed",
        by="printed",
        dateFrom=date(2019, 4, 1),
        dateTo=date(2020, 3, 31),
    )
    b.stated(said, annual20, "The escalation procedure was reviewed and reissued.", page=9)
    g.link(done, "HAS_STATUS", said)

    audit = Assurance(
        id="northmere/audit-2020",
        name="Audit of escalation 2020",
        kind="audit",
        issuer="Independent Scrutineer",
        sampleSize=8,
        dateFrom=date(2020, 7, 14),
        dateTo=date(2020, 7, 14),
        datePrinted="14 July 2020",
    )
    b.stated(audit, audit20, "Audit of escalation, 14 July 2020, eight cases", line=1)
    g.link(audit, "CONDUCTED_FOR", north)
    g.link(audit, "TESTS", done, certainty="probable", why="same procedure", rule="tests/1")
    f_audit = Finding(
        id="audit20/f1",
        name="Procedure not used",
        text="In six of eight cases the escalation procedure was not used.",
        polarity="shortfall",
        datedFrom=date(2020, 7, 14),
        datedTo=date(2020, 7, 14),
        dateBasis="test",
    )
    b.stated(f_audit, audit20, "In six of eight cases the escalation procedure was not used.", line=7)
    b.about(f_audit, "professional-challenge", "shortfall")
    g.link(audit, "IDENTIFIES", f_audit)
    f_audit_good = Finding(
        id="audit20/f2",
        name="Procedure known",
        text="All staff asked knew the escalation procedure.",
        polarity="good-practice",
        datedFrom=date(2020, 7, 14),
        datedTo=date(2020, 7, 14),
        dateBasis="test",
    )
    b.stated(f_audit_good, audit20, "All staff asked knew the escalation procedure.", line=9)
    b.about(f_audit_good, "professional-challenge", "good-practice")
    g.link(audit, "IDENTIFIES", f_audit_good)
    again = {"theme": "professional-challenge", "rule": "recurs/1", "scope": "same partnership"}
    g.link(
        rec_ash,
        "RECURS_IN",
        f_audit,
        type="R2",
        closure="said to be done",
        certainty="probable",
        why="The audit is dated after the period of the report that says it was done.",
        similarity=0.6,
        **again,
    )

    # --- Rowan, 2022: seen again, and possibly told twice -----------------------------------------------------------
    rowan_case = Case(
        id="northmere/rowan",
        name="Rowan",
        canonical="northmere/rowan",
        incidentFrom=date(2022, 3, 1),
        incidentTo=date(2022, 3, 31),
        incidentPrinted="March 2022",
        incidentBasis="printed",
    )
    b.stated(rowan_case, digest23, "Rowan was found alone in March 2022.", page=2)
    rowan = Review(
        id="northmere/rr-2-22",
        name="RR 2/22 Rowan",
        kind="rapid-review",
        canonical="northmere/rr-2-22",
        ref="RR 2/22",
        aliases=["Rowan"],
        datedFrom=date(2022, 3, 1),
        datedTo=date(2022, 3, 31),
        dateBasis="incident",
    )
    b.stated(rowan, digest23, "RR 2/22 Rowan", page=2)
    g.link(rowan, "EXAMINES", rowan_case)
    g.link(rowan, "CONDUCTED_FOR", north)
    rowan_child = Child(
        id="northmere/rowan/1", name="Rowan", agePrinted="3", ageMonths=36.0, ageBand="1 to 4", sex="female"
    )
    b.stated(rowan_child, digest23, "Rowan, 3, was found alone in March 2022.", page=2)
    g.link(rowan_case, "CONCERNS", rowan_child, role="harmed")
    b.about(rowan, "domestic-abuse", "not-stated", sense="context")
    b.stated(rowan_case, digest23, "Her mother had moved twice to be safe from domestic abuse.", page=3)
    f_rowan = Finding(
        id="digest23/f1",
        name="Differing views not escalated",
        text="Differing views were left standing and not escalated.",
        polarity="shortfall",
        datedFrom=date(2022, 3, 1),
        datedTo=date(2022, 3, 31),
        dateBasis="incident",
    )
    b.stated(f_rowan, digest23, "Differing views were left standing and not escalated.", page=2)
    b.about(f_rowan, "professional-challenge", "shortfall")
    absent = Finding(
        id="digest23/f2",
        name="No evidence of neglect",
        text="No evidence of neglect.",
        polarity="absent",
        datedFrom=date(2022, 3, 1),
        datedTo=date(2022, 3, 31),
        dateBasis="incident",
    )
    b.stated(absent, digest23, "No evidence of neglect.", page=2)
    b.about(absent, "neglect", "absent")
    for fact in (f_rowan, absent):
        g.link(rowan, "IDENTIFIES", fact)
    unstated = Recommendation(
        id="digest23/r0",
        name="Recommendations of RR 2/22",
        text="Recommendations exist; their text is in none of the loaded documents.",
        stated=False,
        datedFrom=date(2022, 3, 1),
        datedTo=date(2023, 2, 1),
        dateBasis="document",
    )
    b.stated(unstated, digest23, "The recommendations went into the combined plan.", page=3)
    g.link(rowan, "MAKES", unstated)
    g.link(
        rec_ash,
        "RECURS_IN",
        f_rowan,
        type="R2",
        closure="said to be done",
        certainty="confirmed",
        why="The incident is dated after the period of the report that says it was done.",
        similarity=0.7,
        **again,
    )
    g.link(
        f_ash,
        "RECURS_IN",
        f_rowan,
        type="R5",
        closure="none stated",
        certainty="confirmed",
        why="Both incidents are dated.",
        similarity=0.7,
        **again,
    )
    child_r = Review(
        id="northmere/lcspr-child-r",
        name="Child R",
        kind="lcspr",
        canonical="northmere/lcspr-child-r",
        datedFrom=date(2020, 4, 1),
        datedTo=date(2021, 3, 31),
        dateBasis="period",
    )
    b.stated(child_r, annual21, "A practice review of Child R began.", page=5)
    g.link(child_r, "CONDUCTED_FOR", north)
    child_r_case = Case(id="northmere/child-r", name="Child R", canonical="northmere/child-r")
    b.stated(child_r_case, annual21, "A practice review of Child R began.", page=5)
    g.link(child_r, "EXAMINES", child_r_case)
    g.link(
        child_r,
        "POSSIBLY_SAME_AS",
        rowan,
        reasonsFor=["first letter of the name (weak)", "same partnership (weak)"],
        reasonsAgainst=["the periods do not meet (strong)"],
        rule="same/1",
    )
    view = Judgement(
        id="digest23/j1",
        name="Panel agreed",
        text="The Panel agreed and asked for more on the father.",
        author="National Panel",
        authorRole="panel",
    )
    b.stated(view, digest23, "The Panel agreed and asked for more on the father.", page=3)
    g.link(rowan, "RECEIVED", view)

    # --- Safer sleep: the thread that held and was closed ------------------------------------------------------------
    rec_sleep = Recommendation(
        id="digest19/r2",
        name="2 Safer sleep advice",
        text="Every family is to have safer sleep advice before birth.",
        ref="2",
        datedFrom=date(2019, 2, 1),
        datedTo=date(2019, 9, 1),
        dateBasis="review",
    )
    b.stated(rec_sleep, digest19, "2. Every family is to have safer sleep advice before birth.", page=3)
    b.about(rec_sleep, "safe-sleep", "not-stated")
    g.link(ash, "MAKES", rec_sleep)
    for name in ("Northmere Midwifery", "Northmere Health Visiting"):
        asked = g.add(Agency(id=f"northmere/{name}", name=name))
        g.link(rec_sleep, "ADDRESSED_TO", asked, role="addressee")
    sleep_done = Action(
        id="annual20/a2",
        name="Safer sleep advice is given",
        text="Safer sleep advice is now given at every booking visit.",
        status="complete-evidenced",
        datedFrom=date(2019, 4, 1),
        datedTo=date(2020, 3, 31),
        dateBasis="period",
    )
    b.stated(sleep_done, annual20, "Safer sleep advice is now given at every booking visit.", page=10)
    b.about(sleep_done, "safe-sleep", "not-stated")
    g.link(rec_sleep, "DELIVERED_BY", sleep_done, certainty="probable", why="same advice", rule="delivers/1")
    repeat = Assurance(
        id="northmere/audit-2021",
        name="Repeat audit of safer sleep 2021",
        kind="audit",
        issuer="Quality group",
        sampleSize=20,
        dateFrom=date(2021, 5, 1),
        dateTo=date(2021, 5, 31),
        datePrinted="May 2021",
    )
    b.stated(repeat, annual21, "Repeat audit of safer sleep, May 2021, twenty records", page=8)
    g.link(repeat, "CONDUCTED_FOR", north)
    g.link(repeat, "TESTS", sleep_done, certainty="probable", why="same advice", rule="tests/1")
    held = Finding(
        id="annual21/f1",
        name="Advice recorded",
        text="Advice was recorded in nineteen of twenty records.",
        polarity="good-practice",
        datedFrom=date(2021, 5, 1),
        datedTo=date(2021, 5, 31),
        dateBasis="test",
    )
    b.stated(held, annual21, "Advice was recorded in nineteen of twenty records.", page=8)
    b.about(held, "safe-sleep", "good-practice", state="confirmed")
    g.link(repeat, "IDENTIFIES", held)
    g.link(
        rec_sleep,
        "IMPROVED_IN",
        held,
        theme="safe-sleep",
        certainty="probable",
        why="The test is dated after it was done.",
        rule="improved/1",
        similarity=0.5,
    )
    tested = Evidence(
        id="annual21/e1",
        name="Audit",
        text="Nineteen of twenty records held the advice.",
        grade="E3",
        datedFrom=date(2021, 5, 1),
        datedTo=date(2021, 5, 31),
    )
    b.stated(tested, annual21, "Nineteen of twenty records held the advice.", page=8)
    g.link(sleep_done, "EVIDENCED_BY", tested)
    closed = StatusEvent(
        id="annual21/s1",
        name="closed by the Executive",
        status="closed",
        statusPrinted="closed, minute 12",
        by="printed",
        closes=True,
        dateFrom=date(2021, 11, 4),
        dateTo=date(2021, 11, 4),
    )
    b.stated(closed, annual21, "Recommendation 2 was closed by the Executive on 4 November 2021, minute 12.", page=9)
    g.link(rec_sleep, "HAS_STATUS", closed)

    # --- Bruising: the order nobody can tell; a conference gone silent ------------------------------------------------
    amended = Action(
        id="annual21/a1",
        name="Bruising procedure amended",
        text="Bruising procedure: reviewed and amended.",
        status="complete-evidence-awaited",
    )
    b.stated(amended, annual21, "Bruising procedure: reviewed and amended.", page=6)
    b.about(amended, "bruising-non-mobile", "not-stated")
    cross = Finding(
        id="digest23/f9",
        name="Bruising procedure not followed",
        text="The bruising procedure is not always followed.",
        polarity="shortfall",
        datedTo=date(2023, 2, 1),
        dateBasis="document",
        heading="Themes across reviews",
    )
    b.stated(cross, digest23, "The bruising procedure is not always followed.", page=5)
    b.about(cross, "bruising-non-mobile", "shortfall")
    g.link(
        amended,
        "RECURS_IN",
        cross,
        theme="bruising-non-mobile",
        type="R0",
        closure="said to be done",
        scope="same partnership",
        certainty="possible",
        why="Neither the action nor the later learning is dated; only the publication is later.",
        similarity=0.5,
        rule="recurs/1",
    )
    priority = Priority(id="annual21/p1", name="Neglect", number="1", sought=["Earlier help for neglected children"])
    b.stated(priority, annual21, "Priority 1: Neglect", page=11)
    b.about(priority, "neglect", "not-stated")
    conference = Action(
        id="annual21/a2",
        name="A neglect conference is planned",
        text="A neglect conference is planned for the spring.",
        status="not-started",
        promise=True,
        datedFrom=date(2020, 4, 1),
        datedTo=date(2021, 3, 31),
        dateBasis="period",
    )
    b.stated(conference, annual21, "A neglect conference is planned for the spring.", page=11)
    b.about(conference, "neglect", "not-stated")
    looked = {"outcome": "silent", "why": "It could have told of it. Nothing there is near it.", "rule": "promises/2"}
    g.link(conference, "LOOKED_FOR_IN", digest23, **looked)
    g.link(priority, "LED_TO", conference)

    # --- Eastvale, 2022 ----------------------------------------------------------------------------------------------
    for number, name, line in (("5", "Wren", 3), ("6", "Lark", 20)):
        case = Case(id=f"eastvale/{name.lower()}", name=name, canonical=f"eastvale/{name.lower()}")
        b.stated(case, brief22, f"RR 0{number}/22 {name}", line=line)
        review = Review(
            id=f"eastvale/rr-{number}-22",
            name=f"RR 0{number}/22 {name}",
            kind="rapid-review",
            canonical=f"eastvale/rr-{number}-22",
            ref=f"RR 0{number}/22",
            aliases=[name],
            datedFrom=date(2022, 1, 1),
            datedTo=date(2022, 11, 1),
            dateBasis="document",
        )
        b.stated(review, brief22, f"RR 0{number}/22 {name}", line=line)
        g.link(review, "EXAMINES", case)
        g.link(review, "CONDUCTED_FOR", east)
        for order in range(1, 3 if name == "Lark" else 2):
            child = Child(
                id=f"eastvale/{name.lower()}/{order}", name=name, outcome="died" if name == "Wren" else "serious-harm"
            )
            b.stated(child, brief22, f"RR 0{number}/22 {name}", line=line)
            g.link(case, "CONCERNS", child, role="harmed")
        for theme, sense in (("domestic-abuse", "context"), ("parental-substance-misuse", "feature")):
            b.about(review, theme, "not-stated", sense=sense)
    wren, lark = g.get(Review, "eastvale/rr-5-22"), g.get(Review, "eastvale/rr-6-22")
    lark_case = g.get(Case, "eastvale/lark")
    assert wren
    assert lark
    assert lark_case
    b.about(lark_case, "neglect", "not-stated", sense="harm")
    for number, review, theme, polarity, text, line in (
        ("1", wren, "bruising-non-mobile", "shortfall", "A bruise on a baby was not referred the same day.", 5),
        ("2", wren, "professional-challenge", "barrier", "Nobody knew whom to call when views differed.", 6),
        ("3", lark, "information-sharing", "not-stated", "Information sharing", 24),
    ):
        finding = Finding(
            id=f"brief22/f{number}",
            name=text,
            text=text,
            polarity=polarity,
            datedFrom=date(2022, 1, 1),
            datedTo=date(2022, 11, 1),
            dateBasis="document",
        )
        b.stated(finding, brief22, text, line=line)
        b.about(finding, theme, polarity)
        g.link(review, "IDENTIFIES", finding)

    # --- the joint document ------------------------------------------------------------------------------------------
    joint = Finding(
        id="joint21/f1",
        name="Escalation was late",
        text="Across both areas escalation came late.",
        polarity="shortfall",
        datedFrom=date(2018, 4, 1),
        datedTo=date(2021, 3, 31),
        dateBasis="period",
    )
    b.stated(joint, joint21, "Across both areas escalation came late.", page=4)
    b.about(joint, "professional-challenge", "shortfall")
    figures = (
        ("1", "36% • 9/20", 9.0, 20.0, 36.0, 45.0, "differ", "review", "feature", "neglect"),
        ("2", "64% • 16/25", 16.0, 25.0, 64.0, 64.0, "agree", "review", "feature", "domestic-abuse"),
        ("3", "half of the children", None, None, None, None, "cannot check", "child", "cause", None),
    )
    for number, text, numerator, denominator, percent, recomputed, verdict, unit, sense, theme in figures:
        figure = Statistic(
            id=f"joint21/s{number}",
            name=text,
            text=text,
            numerator=numerator,
            denominator=denominator,
            percent=percent,
            recomputed=recomputed,
            verdict=verdict,
            unit=unit,
            sense=sense,
            group="both areas",
        )
        b.stated(figure, joint21, text, page=int(number))
        if theme:
            b.about(figure, theme, "not-stated", sense=sense)
        if verdict == "differ":
            doubt = Inconsistency(
                id="joint21/i1",
                name="36% is not 9/20",
                kind="fraction",
                message="9 of 20 is 45%, printed is 36%",
                printed="36% • 9/20",
                recomputed="45%",
            )
            b.stated(doubt, joint21, text, page=int(number))
            g.link(doubt, "CHECKS", figure)
    take_by_wording(g, by_wording)
    add_arising(g)
    add_counts(g)
    add_known(g)
    add_places(g)
    add_status_told(g)
    add_years(g)
    add_summed(g)
    add_foremost(g)
    return g
