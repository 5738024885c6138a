"""Synthetic collections: records of invented partnerships, the same for the same seed, as large as is asked for.

What is skewed in life is skewed here: a few partnerships have many cases, a few themes most of the learning, most
reviews few learning points. Wording repeats, as in the field: one statement in sixteen is an earlier one of its
partnership told in other words. Size L gives about two million relationships.

    python -m benchmarks.synthetic S FOLDER      writes the documents of size S as texts
"""

from __future__ import annotations

import bisect
import hashlib
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate, count, product
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml

from graph import codebook as codebooks
from graph.records import (
    Action,
    Agency,
    Child,
    ChronologyEntry,
    Coding,
    DateSpan,
    Document,
    DocumentRecord,
    Finding,
    Impact,
    Judgement,
    Priority,
    Recommendation,
    Review,
    ReviewDates,
    ReviewTheme,
    Statistic,
    Update,
)

Size = Literal["S", "R", "M", "L"]
SIZES: dict[Size, tuple[int, int]] = {  # cases, partnerships
    "S": (50, 5),
    "R": (1_600, 40),  # 2 000 reviews: one case in four has a rapid review and a practice review
    "M": (2_000, 40),
    "L": (20_000, 130),
}
YEARS = range(2004, 2024)
SEED = 20_240_101
T = TypeVar("T")
P = yaml.safe_load(Path(__file__).with_name("phrases.yaml").read_text("utf-8"))


def records(size: Size, seed: int = SEED) -> Iterator[DocumentRecord]:
    """The documents of a synthetic collection, one partnership after the other.

    Args:
        size: S 50, R 1 600, M 2 000 or L 20 000 cases, of 5, 40, 40 or 130 partnerships over twenty years.
        seed: the same seed gives the same records, on every machine.
    """
    cases, partnerships = SIZES[size]
    for name, of_it in zip(names(partnerships), shares(cases, partnerships), strict=True):
        yield from _Partnership(name, of_it, random.Random(f"{seed}:{name}")).documents()


def names(how_many: int) -> list[str]:
    """Invented partnerships."""
    places = ["".join(parts) for parts in product(*P["places"])]
    random.Random(SEED).shuffle(places)
    return [f"{place} Safeguarding Children Partnership" for place in places[:how_many]]


def shares(cases: int, among: int) -> list[int]:
    """Cases a partnership, the largest first: one in ten for all alike, the rest falling off with their rank."""
    weights = [0.1 + 1 / (rank + 3) for rank in range(among)]
    ends = [round(cases * part / sum(weights)) for part in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


class _Vocabulary:
    """The codebook's themes with their names, few of them frequent, and its words."""

    def __init__(self) -> None:
        self.codebook = codebooks.load()
        narrow = [c for c in self.codebook.concepts.values() if c.broader]
        random.Random(SEED).shuffle(narrow)
        self.themes = [c.id for c in narrow]
        self.names = {c.id: [c.label, *c.altLabels] for c in narrow}
        self.examples = {c.id: list(c.examples) for c in narrow}
        said = " ".join(" ".join((c.scopeNote, *c.altLabels, *c.examples)) for c in self.codebook.concepts.values())
        self.words = list(dict.fromkeys(w for w in re.findall(r"[a-z]{5,}", said.lower())))
        random.Random(SEED).shuffle(self.words)

    @cached_property
    def theme_ends(self) -> list[float]:
        """Frequencies of themes, summed up."""
        return list(accumulate(1 / (rank + 4) for rank in range(len(self.themes))))

    @cached_property
    def word_ends(self) -> list[float]:
        """Frequencies of words, summed up."""
        return list(accumulate(1 / (rank + 60) for rank in range(len(self.words))))


_words = _Vocabulary()


@dataclass
class _Partnership:
    """One partnership's twenty years; what was said before is kept, to be said again in other words."""

    name: str
    cases: int
    random: random.Random
    said: list[tuple[str, str]] = field(default_factory=list)  # theme and words of the middle of earlier statements
    asked: list[tuple[str, Recommendation]] = field(default_factory=list)  # review and recommendation

    def documents(self) -> Iterator[DocumentRecord]:
        """All documents, year by year."""
        labels = count(1)
        years = sorted(self.random.choices(YEARS, weights=range(10, 10 + len(YEARS)), k=self.cases))
        for year in YEARS:
            told = [self._case(year, next(labels)) for _ in range(years.count(year))]
            if told:
                yield self._record("learning-digest", f"Learning from Rapid Reviews {year}", year, 11, reviews=told)
            for review in told:
                if self.random.random() < 0.25:
                    yield self._review_report(year, review)
            if self.cases >= 20 or year % 4 == 0:
                yield self._annual_report(year)
                yield self._audit(year)
            if year % 5 == 3:
                yield self._inspection(year)
            if self.asked and (self.cases >= 20 or year % 3 == 0):
                yield self._tracker(year)

    # --- documents --------------------------------------------------------------------------------------------------

    def _record(self, kind: Any, title: str, year: int, month: int, **content: Any) -> DocumentRecord:
        name = f"{self.name.split()[0].lower()}-{re.sub('[^a-z0-9]+', '-', title.lower())}.txt"
        document = Document(
            title=title, kind=kind, partnership=self.name, published=f"{year}-{month:02}", published_basis="printed",
            period=_span(date(year, 1, 1), date(year, 12, 31)), publisher=self.name,
            sha256=hashlib.sha256(f"{self.name}:{title}".encode()).hexdigest(), file=name,
        )  # fmt: skip
        record = DocumentRecord(document=document, **content)
        for line, item in enumerate(_stated(record), 1):
            item.line, item.quote = line, item.quote or item.text
        return record

    def _case(self, year: int, number: int) -> Review:
        rng = self.random
        day = date(year, 1, 1) + timedelta(days=rng.randrange(300))
        notified, done = day + timedelta(days=rng.randrange(20)), day + timedelta(days=rng.randrange(20, 60))
        months = rng.choice((2, 3, 5, 8, 14, 30, 60, 100, 130, 160, 180, 190))
        child = Child(
            age=f"{months}-month-old" if months < 24 else f"{months // 12}-year-old",
            age_months=months, sex=rng.choice(("male", "female")), outcome=rng.choice(("died", "serious-harm")),
            quote=f"The child was {months} months old.",
        )  # fmt: skip
        who = rng.sample(P["who"], k=rng.randint(2, 7))
        about = dict.fromkeys((self._theme(), self._theme()))  # in their order, which a set has not
        return Review(
            ref=f"RR {number}/{year % 100:02}", kind="rapid-review", quote=f"RR {number}/{year % 100:02}",
            dates=ReviewDates(incident=_span(day), notified=_span(notified), completed=_span(done)), children=[child],
            agencies=[Agency(name=a["name"], kind=a["kind"]) for a in who],
            themes=[ReviewTheme(id=t, cue=_words.names[t][0], basis="context") for t in about],
            findings=[self._finding() for _ in range(self._some(5))],
            judgements=[self._judgement("panel")] if rng.random() < 0.3 else [],
        )  # fmt: skip

    def _review_report(self, year: int, told: Review) -> DocumentRecord:
        rng = self.random
        number = int((told.ref or "0")[3:].split("/")[0])
        name = f"{P['colours'][number // 26 % 16]} {P['children'][number % 26]}"
        name += f" {number // 416 + 1}" if number >= 416 else ""
        dates = told.dates.model_copy(
            update={"completed": _span(date(year + 1, rng.randint(1, 12), 1)), "notified": None}
        )
        day = dates.incident.from_ if dates.incident else date(year, 1, 1)
        events = [
            ChronologyEntry(
                text=self._fill(rng.choice(P["chronology"]), self._theme()),
                date_printed=f"{when:%d %B %Y}", date=_span(when),
            )
            for when in (day - timedelta(days=rng.randrange(1, 900)) for _ in range(self._some(9)))
        ]  # fmt: skip
        asked = [self._recommendation(str(n)) for n in range(1, self._some(6) + 1)]
        review = Review(
            ref=None, name=name, aliases=[told.ref or ""], kind="lcspr", dates=dates, quote=f"{name} ({told.ref})",
            children=[c.model_copy() for c in told.children], agencies=told.agencies, chronology=events,
            findings=[self._finding() for _ in range(self._some(12))], recommendations=asked,
        )  # fmt: skip
        self.asked += [(name, r) for r in asked]
        return self._record("review-report", f"Practice Review {name}", year + 1, 12, reviews=[review])

    def _annual_report(self, year: int) -> DocumentRecord:
        rng = self.random
        todo = [self._action(promise=True) for _ in range(self._some(3))]
        figures = []
        for _ in range(self._some(12)):
            whole, topic = rng.randint(5, 60), self._theme()
            part = rng.randint(0, whole)
            figures.append(Statistic(
                text=f"{_words.names[topic][0]}: {part}/{whole} ({round(100 * part / whole)}%)", numerator=part,
                denominator=whole, percent=round(100 * part / whole), unit=rng.choice(("review", "child")),
                sense="feature", topic=topic,
            ))  # fmt: skip
        return self._record(
            "annual-report", f"Annual Report {year}", year + 1, 6, promises=todo, statistics=figures,
            priorities=[self._priority(number) for number in ("1", "2", "3")],
            actions=[*(self._action(priority=str(rng.randint(1, 3))) for _ in range(self._some(10))), *todo],
            findings=[self._finding() for _ in range(self._some(4))],
            impacts=[self._impact() for _ in range(self._some(4))],
            judgements=[self._judgement(rng.choice(("scrutineer", "partnership"))) for _ in range(self._some(4))],
        )  # fmt: skip

    def _audit(self, year: int) -> DocumentRecord:
        theme, day = self._theme(), date(year, self.random.randint(2, 11), 10)
        about = _words.codebook.label(theme)
        test = Review(
            name=f"{about} audit {year}", kind="audit", test="audit", sample_size=self.random.randint(5, 20),
            dates=ReviewDates(completed=_span(day)), quote=f"{about} audit",
            findings=[self._finding(theme if self.random.random() < 0.5 else None) for _ in range(self._some(6))],
        )  # fmt: skip
        return self._record("other", f"Audit of {about} {year}", year, 12, reviews=[test])

    def _inspection(self, year: int) -> DocumentRecord:
        found = [self._finding() for _ in range(self._some(60))]
        test = Review(name=f"Joint inspection {year}", kind="inspection", test="inspection", findings=found,
                      dates=ReviewDates(completed=_span(date(year, 5, 1), date(year, 5, 31))),
                      quote="Joint inspection")  # fmt: skip
        return self._record("inspection-letter", f"Joint inspection {year}", year, 7, reviews=[test])

    def _tracker(self, year: int) -> DocumentRecord:
        asked = self.random.sample(self.asked, k=min(len(self.asked), self._some(12)))
        actions: dict[str, list[Action]] = {}
        for review, made in asked:
            themes = [t.id for t in made.themes]
            action = self._action(themes[0] if themes else None, year=year)
            action.recommendation = made.ref
            actions.setdefault(review, []).append(action)
        told = [Review(name=name, kind="lcspr", actions=a, quote=name) for name, a in actions.items()]
        return self._record("action-tracker", f"Action tracker {year}", year, 10, reviews=told)

    # --- statements -------------------------------------------------------------------------------------------------

    def _priority(self, number: str) -> Priority:
        return Priority(text=f"Priority {number}", number=number, themes=[self._coding(self._theme())])

    def _finding(self, theme: str | None = None) -> Finding:
        polarity, shape = self.random.choices(
            (("shortfall", "shortfall"), ("good-practice", "good"), ("not-stated", "bare")), weights=(66, 28, 6)
        )[0]
        text, coding = self._say(shape, theme, polarity)
        return Finding(text=text, polarity=polarity, themes=coding)  # type: ignore[arg-type]

    def _recommendation(self, ref: str) -> Recommendation:
        text, coding = self._say("ask")
        addressees = [a["name"] for a in self.random.sample(P["who"], k=self.random.randint(0, 2))]
        return Recommendation(text=text, themes=coding, ref=ref, addressees=addressees)

    def _action(
        self, theme: str | None = None, *, year: int = 0, promise: bool = False, priority: str | None = None
    ) -> Action:
        text, coding = self._say("do", theme)
        status = self.random.choice(
            ("under-way", "complete-evidence-awaited", "on-track", "overdue", "not-started", "not-stated")
        )
        made = Action(
            text=text, themes=coding, status="not-stated" if promise else status, promise=promise, priority=priority
        )  # type: ignore[arg-type]
        if year:
            due = f"{year + self.random.randint(0, 1)}-{self.random.randint(1, 12):02}-28"
            made.due, made.due_printed, made.leads = due, due, [self.random.choice(P["who"])["name"]]
            made.updates = [
                Update(date=f"{year}-09-01", text=self._fill("{who} reported progress {when}", self._theme()))
            ]
            made.status_printed = status.replace("-", " ").capitalize()
        return made

    def _impact(self) -> Impact:
        theme = self._theme()
        text = self._fill(self.random.choice(P["impact"]), theme)
        grade = self.random.choice(("E0", "E1", "E2", "E3"))
        return Impact(text=text, grade=grade, themes=[self._coding(theme)])  # type: ignore[arg-type]

    def _judgement(self, role: Any) -> Judgement:
        theme = self._theme()
        polarity: Any = self.random.choice(("shortfall", "good-practice"))
        text = self._fill(self.random.choice(P["view"]), theme)
        return Judgement(text=text, author=role.capitalize(), author_role=role,
                         polarity=polarity, themes=[self._coding(theme)])  # fmt: skip

    def _say(self, shape: str, theme: str | None = None, polarity: Any = "not-stated") -> tuple[str, list[Coding]]:
        """A statement on a theme, sometimes on two; now and then what was said before, in another frame."""
        rng = self.random
        again = rng.choice(self.said) if self.said and rng.random() < 0.06 and theme is None else None
        theme = again[0] if again else theme or self._theme()
        name = rng.choice(_words.names[theme])
        if shape == "bare":
            return name, [Coding(id=theme, cue=name, rule="synthetic", polarity=polarity)]
        detail = again[1] if again else self._detail()
        if not again:
            self.said.append((theme, detail))
        text = self._fill(rng.choice(P[shape]), theme, name, detail)
        codings = [Coding(id=theme, cue=name, rule="synthetic", polarity=polarity)]
        if rng.random() < 0.3 and (other := self._theme()) != theme:
            second = rng.choice(_words.names[other])
            text += f", and on {second}"
            codings.append(Coding(id=other, cue=second, rule="synthetic", polarity=polarity))
        if rng.random() < 0.03:
            text += ". " + rng.choice(_words.examples[theme] or [""])
        return text, codings

    def _fill(self, frame: str, theme: str, name: str | None = None, detail: str | None = None) -> str:
        rng = self.random
        text = frame.format(
            theme=name or rng.choice(_words.names[theme]), who=rng.choice(P["who"])["name"],
            when=f"{self._when()}{detail or ''}", n=rng.randint(6, 180),
        )  # fmt: skip
        return text[0].upper() + text[1:]

    def _when(self) -> str:
        if self.random.random() < 0.25:
            return str(self.random.choice(P["when"]))
        return str(self.random.choice(P["frames"])).format(self._word(), self._word())

    def _detail(self) -> str:
        """A few words that make one statement unlike another, the frequent ones more often."""
        return f", with {', '.join(self._word() for _ in range(self._some(5)))}"

    def _word(self) -> str:
        return _pick(self.random, _words.words, _words.word_ends)

    def _theme(self) -> str:
        return _pick(self.random, _words.themes, _words.theme_ends)

    def _coding(self, theme: str) -> Coding:
        return Coding(id=theme, cue=_words.names[theme][0], rule="synthetic")

    def _some(self, mean: float) -> int:
        """At least one, about `mean`, now and then several times that."""
        return max(1, round(self.random.lognormvariate(0, 0.6) * mean * 0.84))


def _pick(rng: random.Random, of: list[T], ends: list[float]) -> T:
    return of[bisect.bisect(ends, rng.random() * ends[-1])]


def _span(first: date, last: date | None = None) -> DateSpan:
    precision: Any = "span" if last else "day"
    return DateSpan.model_validate({"from": first, "to": last or first, "precision": precision, "basis": "printed"})


def _stated(record: DocumentRecord) -> Iterator[Any]:
    """Everything in a record that has a line, in printed order."""
    for review in record.reviews:
        yield from (*review.children, *review.chronology, *review.findings, *review.recommendations, *review.actions,
                    *review.judgements)  # fmt: skip
    yield from (*record.priorities, *record.findings, *record.actions, *record.judgements, *record.statistics,
                *record.impacts)  # fmt: skip


def text_of(record: DocumentRecord) -> str:
    """A record printed as the text document that it could have been read from."""
    parts = [record.document.partnership or "", record.document.title]
    for review in record.reviews:
        parts.append(review.name or review.ref or "Review")
        parts += [f"This review was for a {c.age} {c.sex} child." for c in review.children]
        parts += _list("Key events", [f"{e.date_printed}: {e.text}" for e in review.chronology])
        parts += _list("Good practice", [f.text for f in review.findings if f.polarity == "good-practice"])
        parts += _list("Learning", [f.text for f in review.findings if f.polarity != "good-practice"])
        parts += _list("Recommendations", [f"{r.ref}. {r.text}" for r in review.recommendations])
        parts += _list("Actions", [a.text for a in review.actions])
        parts += _list("Feedback from the Panel", [j.text for j in review.judgements])
    parts += _list("Learning", [f.text for f in record.findings])
    parts += _list("What has been done", [a.text for a in record.actions if not a.promise])
    parts += _list("Impact", [i.text for i in record.impacts])
    parts += _list("Still to do", [a.text for a in record.promises])
    parts += _list("Views", [j.text for j in record.judgements])
    parts += _list("Figures", [s.text for s in record.statistics])
    return "\n\n".join(parts) + "\n"


def _list(heading: str, items: list[str]) -> list[str]:
    return [heading, "\n".join(f"- {item}" for item in items)] if items else []


if __name__ == "__main__":
    made_size, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for made in records(made_size):  # type: ignore[arg-type]
        (folder / made.document.file).write_text(text_of(made), "utf-8")
