"""A second fictional graph, for the questions about closure, clocks, services and views: one partnership and another.

Ashmere asked in 2019 for a step-down checklist (done, said so, then found not used), for training (closed on it) and
for supervision (tested, closed). Its report of 2021 and its scrutineer differ. Brackenford did something about it too.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from graph.declare import Node
from graph.derive.arising import add_arising
from graph.derive.counts import add_counts
from graph.derive.foremost import add_foremost
from graph.derive.known import add_known
from graph.derive.places import add_places
from graph.derive.replied import add_replies
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
    Document,
    Evidence,
    Finding,
    Judgement,
    LoadRun,
    Partnership,
    Passage,
    Priority,
    Recommendation,
    Response,
    Review,
    StatusEvent,
    Theme,
)
from tests.small_graph import take_by_wording

THEMES = {
    "practice": ("Practice", None),
    "step-down": ("Step-down", "practice"),
    "supervision": ("Supervision", "practice"),
    "neglect": ("Neglect", None),
    "fathers": ("Engaging fathers", "practice"),
    "escalation": ("Escalation", "practice"),
}
ASHMERE, BRACKENFORD = "Ashmere Safeguarding Children Partnership", "Brackenford Safeguarding Children Partnership"
# The questions whose rows are asked of this graph, because they turn on what it has: statuses, due dates, tests, views.
# Every other question is asked of `tests/small_graph.py`.
ASKED_OF_STATUS_GRAPH = {
    "closed-on-outputs",
    "differing-judgements",
    "agency-types-by-theme",
    "statutory-timescales",
    "overdue-actions",
    "closure-checklist",
    "difference-for-children",
    "said-before",
    "tackled-elsewhere",
    "recommendations-of-review",
    "impact-section",
    "panel-feedback",
    "missing-links",
    "known-to-services",
}
SCRUTINEER = "Independent Scrutineer"


class Maker:
    """Adds facts, each with a passage of its own: the words of the fact unless a quote is given."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.run = self.graph.add(
            LoadRun(id="1", name="1", collection="status", startedAt="2026-01-01T00:00:00", codebook="1", version="1")
        )
        for id_, (label, _) in THEMES.items():
            self.graph.add(Theme(id=id_, name=label, specific=id_ in ("step-down", "supervision")))
        for id_, (_, broader) in THEMES.items():
            if broader:
                self.graph.link(self.theme(id_), "BROADER", self.theme(broader))

    def theme(self, id_: str) -> Theme:
        found = self.graph.get(Theme, id_)
        assert found is not None
        return found

    def document(self, id_: str, published: date, partnership: Partnership, kind: str = "other") -> Document:
        doc = self.graph.add(
            Document(
                id=id_,
                name=id_,
                source=id_,
                kind=kind,
                file=f"{id_}.txt",
                publishedFrom=published,
                publishedTo=published,
            )
        )
        self.graph.link(doc, "TELLS_OF", partnership)
        return doc

    def fact(self, made: Any, doc: Document, *themes: str, polarity: str = "not-stated", quote: str = "") -> Any:
        node: Node = self.graph.add(made)
        line = len(self.graph.nodes.get("Passage", {})) + 1
        words = quote or str(getattr(made, "text", made.name))
        passage = self.graph.add(Passage(id=f"{doc.id}:{line}", name=f"line {line}", quote=words, line=line))
        self.graph.link(passage, "OF", doc)
        self.graph.link(node, "STATED_IN", passage)
        for id_ in themes:
            self.graph.link(
                node, "ABOUT", self.theme(id_), sense="learning", cue=id_, polarity=polarity, state="suggested"
            )
        return node

    def link(self, source: Node, type_: str, target: Node, **values: Any) -> None:
        self.graph.link(source, type_, target, **values)


def _text(id_: str, text: str, **values: Any) -> dict[str, Any]:
    return {"id": id_, "name": text, "text": text, **values}


def status_graph(by_wording: Collection[str] = ()) -> Graph:
    """The whole graph; the same every time. `by_wording`: ids of what was taken by its words alone."""
    m = Maker()
    here = m.graph.add(Partnership(id="ashmere", name=ASHMERE))
    there = m.graph.add(Partnership(id="brackenford", name=BRACKENFORD))
    digest = m.document("digest19", date(2019, 9, 1), here, "learning-digest")
    report = m.document("report21", date(2021, 10, 1), here, "annual-report")
    audit_note = m.document("audit22", date(2022, 3, 1), here)
    other = m.document("other20", date(2020, 5, 1), there, "learning-digest")
    for doc in (digest, report, audit_note, other):
        m.link(doc, "LOADED_IN", m.run)
    year = {"datedFrom": date(2020, 4, 1), "datedTo": date(2021, 3, 31), "dateBasis": "period"}
    made = {"datedFrom": date(2019, 6, 1), "datedTo": date(2019, 6, 30), "dateBasis": "review"}
    _reviews(m, here, there, digest, report, other)
    elm = m.graph.get(Review, "elm")
    assert elm is not None
    police, care = (m.graph.add(AgencyType(id=i, name=n)) for i, n in (("police", "Police"), ("care", "Social care")))
    force = m.graph.add(Agency(id="ashmere:force", name="Ashmere Police"))
    m.link(force, "OF_TYPE", police)

    # What was asked of and learnt in Elm's review.
    short = m.fact(
        Finding(**_text("f1", "Cases were stepped down by social care without a plan.", polarity="shortfall", **made)),
        digest,
        "step-down",
    )
    fathers = m.fact(
        Finding(**_text("f2", "Police did not speak to the father.", polarity="shortfall", **made)), digest, "fathers"
    )
    well = m.fact(
        Finding(**_text("f3", "Social care saw the child alone.", polarity="good-practice", **made)),
        digest,
        "supervision",
    )
    for finding, service, cue in (
        (short, care, "social care"),
        (fathers, police, "police"),
        (well, care, "social care"),
    ):
        m.link(elm, "IDENTIFIES", finding)
        m.link(finding, "NAMES", service, cue=cue, rule="names/1")
    asked = [
        m.fact(Recommendation(**_text(f"r{n}", text, ref=str(n), **due, **made)), digest, *themes)
        for n, text, due, themes in (
            (
                1,
                "A step-down checklist is to be used in every case.",
                {"duePrinted": "within six months"},
                ("step-down",),
            ),
            (
                2,
                "All staff are to have training on neglect.",
                {"due": "2020-03", "duePrinted": "March 2020"},
                ("neglect",),
            ),
            (3, "Supervision is to be recorded every month.", {}, ("supervision",)),
        )
    ]
    hidden = m.fact(
        Recommendation(**_text("r9", "Recommendations exist; text not loaded.", stated=False, **made)), report
    )
    for rec in (*asked, hidden):
        m.link(elm, "MAKES", rec)
    m.link(asked[0], "ADDRESSED_TO", force, role="addressee")

    # What the report says was done, and with what.
    done = {"status": "complete-evidence-awaited", "statusPrinted": "completed", **year}
    checklist = m.fact(
        Action(**_text("a1", "A step-down checklist was issued.", means="tool or checklist", **done)),
        report,
        "step-down",
    )
    course = m.fact(
        Action(**_text("a2", "Training on neglect was delivered.", means="train", **done)), report, "neglect"
    )
    measure = {"successMeasure": "Families see one worker all the way."}
    logs = m.fact(
        Action(**_text("a3", "Supervision records were introduced.", **measure, **done)), report, "supervision"
    )
    for rec, action in zip(asked, (checklist, course, logs), strict=True):
        m.link(rec, "DELIVERED_BY", action, certainty="probable", why="by its number", rule="delivers/1")
        event = m.fact(
            StatusEvent(
                id=f"s-{action.id}",
                name="said to be done",
                status=done["status"],
                statusPrinted="completed",
                by="printed",
                dateFrom=date(2020, 4, 1),
                dateTo=date(2021, 3, 31),
            ),
            report,
            quote=action.text,
        )
        m.link(action, "HAS_STATUS", event)
    for action, id_, text, grade in (
        (course, "e1", "60 staff attended.", "E1"),
        (logs, "e2", "An audit found monthly records.", "E3"),
    ):
        m.link(
            action,
            "EVIDENCED_BY",
            m.fact(
                Evidence(**_text(id_, text, grade=grade, datedFrom=date(2021, 1, 1), datedTo=date(2021, 1, 31))), report
            ),
        )
    for rec, day in ((asked[1], 10), (asked[2], 11)):
        event = m.fact(
            StatusEvent(
                id=f"c-{rec.id}",
                name="closed by record",
                status="closed",
                statusPrinted=f"closed, minute {day}",
                by="printed",
                closes=True,
                dateFrom=date(2021, 6, day),
                dateTo=date(2021, 6, day),
            ),
            report,
            quote=f"Closed, minute {day}.",
        )
        m.link(rec, "HAS_STATUS", event)

    # A later audit finds the checklist unused.
    audit = m.fact(
        Assurance(
            id="audit",
            name="Audit of step-down",
            kind="audit",
            issuer="Quality group",
            dateFrom=date(2022, 2, 1),
            dateTo=date(2022, 2, 28),
            datePrinted="February 2022",
        ),
        audit_note,
    )
    m.link(audit, "TESTS", checklist, certainty="probable", why="the same checklist", rule="tests/1")
    m.link(audit, "FOLLOWS_UP", elm, certainty="probable", why="it says so", rule="follows/1")
    tested = {"datedFrom": date(2022, 2, 1), "datedTo": date(2022, 2, 28), "dateBasis": "test"}
    unused = m.fact(
        Finding(**_text("f8", "The checklist was not used in half of the cases.", polarity="shortfall", **tested)),
        audit_note,
        "step-down",
    )
    m.link(audit, "IDENTIFIES", unused)
    m.link(
        asked[0],
        "RECURS_IN",
        unused,
        theme="step-down",
        type="R2",
        closure="said to be done",
        certainty="probable",
        scope="same partnership",
        why="the audit is later",
        rule="recurs/1",
    )

    # Priorities, promises and views.
    priority = m.fact(Priority(id="p1", name="Neglect"), report, "neglect")
    for id_, text, values in (
        (
            "a4",
            "A neglect conference will be held by March 2021.",
            {
                "due": "2021-03",
                "duePrinted": "March 2021",
                "previousDue": ["2020-10"],
                "status": "not-started",
                "promise": True,
                **year,
            },
        ),
        ("a5", "A new dataset is due in 2030.", {"due": "2030", "duePrinted": "2030", "status": "under-way", **year}),
    ):
        promise = m.fact(Action(**_text(id_, text, **values)), report, "neglect")
        m.link(priority, "LED_TO", promise)
        if id_ == "a4":
            m.link(promise, "ADDRESSED_TO", force, role="lead")
            looked = {"outcome": "silent", "why": "Nothing there is near it.", "rule": "promises/2"}
            m.link(promise, "LOOKED_FOR_IN", audit_note, **looked)
    claim = m.fact(
        Evidence(**_text("e3", "Staff now recognise neglect early.", grade="E0", **_dated(year))), report, "neglect"
    )
    m.link(priority, "EVIDENCED_BY", claim)
    views = [
        m.fact(
            Judgement(**_text(id_, text, author=author, authorRole="scrutineer", polarity=polarity)), report, "neglect"
        )
        for id_, text, author, polarity in (
            ("j1", "It is not yet shown that neglect is recognised early.", SCRUTINEER, "shortfall"),
            (
                "j2",
                "Neglect is recognised early by strong leaders.",
                "Independent Chair and Scrutineer",
                "good-practice",
            ),
        )
    ]
    why = {"themes": ["neglect"], "certainty": "possible", "why": "Both are about Neglect.", "rule": "views/1"}
    m.link(views[0], "DIFFERS_FROM", claim, kind="two authors", similarity=0.5, **why)
    m.link(views[0], "DIFFERS_FROM", views[1], kind="same author, two emphases", similarity=0.7, **why)
    panel = m.fact(
        Judgement(
            **_text(
                "j3",
                "We would have liked more on supervision and the father.",
                author="National Panel",
                authorRole="panel",
                polarity="shortfall",
            )
        ),
        digest,
        "supervision",
        "fathers",
        "escalation",
    )
    m.link(elm, "RECEIVED", panel)

    # What was replied: to all in the digest, and to the checklist by the police, who were asked, two years on.
    for id_, text, kind, author, doc, to in (
        ("y1", "The Executive noted the recommendations.", "noted", "Executive", digest, elm),
        ("y2", "Ashmere Police do not accept this one.", "not accepted", force.name, report, asked[0]),
    ):
        reply = m.fact(Response(**_text(id_, text, kind=kind, author=author)), doc)
        m.link(to, "RESPONDED_WITH", reply)

    # Elsewhere.
    theirs = m.fact(
        Action(
            **_text(
                "b1",
                "A step-down panel now meets every week.",
                status="under-way",
                means="change process, role or commissioning",
                datedFrom=date(2020, 1, 1),
                datedTo=date(2020, 4, 30),
            )
        ),
        other,
        "step-down",
    )
    m.link(
        theirs,
        "EVIDENCED_BY",
        m.fact(
            Evidence(
                **_text(
                    "e9",
                    "Parents told us they felt heard.",
                    grade="E4",
                    datedFrom=date(2020, 4, 1),
                    datedTo=date(2020, 4, 30),
                )
            ),
            other,
            "step-down",
        ),
    )
    take_by_wording(m.graph, by_wording)
    add_arising(m.graph)
    add_counts(m.graph)
    add_known(m.graph)
    add_replies(m.graph)
    add_places(m.graph)
    add_status_told(m.graph)
    add_years(m.graph)
    add_summed(m.graph)
    add_foremost(m.graph)
    return m.graph


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in ("datedFrom", "datedTo")}


def _reviews(
    m: Maker, here: Partnership, there: Partnership, digest: Document, report: Document, other: Document
) -> None:
    """Elm, told twice; Oak, late; Yew, in time, published after a year; Bay elsewhere, with no dates."""
    rapid = (
        ("elm", "Elm", here, digest, {}, "child protection plan", "died"),
        (
            "oak",
            "Oak",
            here,
            digest,
            {
                "notified": (date(2019, 3, 1),) * 2,
                "completed": (date(2019, 4, 5),) * 2,
                "workingDays": 25,
                "workingDaysLeast": 25,
                "workingDaysMost": 25,
            },
            "plan ended in 2018",
            "serious-harm",
        ),
        (
            "yew",
            "Yew",
            here,
            digest,
            {
                "notified": (date(2019, 5, 1), date(2019, 5, 31)),
                "completed": (date(2019, 6, 3),) * 2,
                "workingDaysLeast": 1,
                "workingDaysMost": 21,
            },
            "sibling on a plan",
            "died",
        ),
        ("bay", "Bay", there, other, {}, None, "died"),
    )
    for id_, name, owner, doc, dates, plan, outcome in rapid:
        spans = {
            f"{n}{end}": v
            for n in ("notified", "completed")
            if n in dates
            for end, v in zip(("From", "To"), dates[n], strict=True)
        }
        days = {n: v for n, v in dates.items() if n.startswith("working")}
        review = m.fact(
            Review(id=id_, name=f"RR {name}", kind="rapid-review", canonical=id_, aliases=[name], **spans, **days), doc
        )
        case = m.fact(Case(id=f"{id_}:case", name=name, canonical=f"{id_}:case"), doc)
        child = m.fact(Child(id=f"{id_}:child", name=name, outcome=outcome, planStatus=plan), doc)
        m.link(review, "EXAMINES", case)
        m.link(review, "CONDUCTED_FOR", owner)
        m.link(case, "CONCERNS", child, role="harmed")
    again = m.fact(Case(id="em", name="EM", canonical="elm:case"), report)
    m.link(again, "CONCERNS", m.fact(Child(id="em:child", name="EM", outcome="died"), report), role="harmed")
    retold = m.fact(Review(id="em-review", name="EM", kind="rapid-review", canonical="elm"), report)
    m.link(retold, "EXAMINES", again)
    m.link(retold, "CONDUCTED_FOR", here)
    yew_case = m.graph.get(Case, "yew:case")
    assert yew_case is not None
    practice = m.fact(
        Review(
            id="yew-lcspr",
            name="Yew",
            kind="lcspr",
            canonical="yew-lcspr",
            publishedFrom=date(2020, 7, 1),
            publishedTo=date(2020, 7, 31),
        ),
        report,
    )
    m.link(practice, "EXAMINES", yew_case)
    m.link(practice, "CONDUCTED_FOR", here)
