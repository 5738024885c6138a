"""Audits, deep dives and inspections told in several places: one test each.

Two tellings are one test when they are of the same kind for the same partnership, their dates do not contradict, and
they carry the same name, or one document tells of both under the same date.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graph.records import DateSpan
from graph.resolve.components import Components
from graph.resolve.labels import label_form
from graph.resolve.tellings import Telling
from graph.text import words
from graph.yaml_data import data_of


@lru_cache(maxsize=1)
def _silent() -> frozenset[str]:
    data = data_of("graph.resolve", "names.yaml")
    return frozenset(data["silent"].split())


@dataclass(frozen=True)
class TestGroup:
    """Tellings of one test of practice, first telling first."""

    __test__ = False
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The first telling, which gives the key."""
        return self.tellings[0]

    @property
    def kind(self) -> str:
        """audit, deep-dive, dip-sample or inspection."""
        return kind_of(self.first)

    @property
    def date(self) -> DateSpan | None:
        """The narrowest date any telling gives."""
        dates = [d for t in self.tellings if (d := test_date(t)) is not None]
        return min(dates, key=lambda d: (d.to - d.from_, d.from_)) if dates else None


def kind_of(telling: Telling) -> str:
    """Kind of test; an entry told as an audit without a narrower kind is an audit."""
    return telling.review.test or ("inspection" if telling.review.kind == "inspection" else "audit")


def test_date(telling: Telling) -> DateSpan | None:
    """When it was done; the date of its report where nothing else is printed."""
    dates = telling.review.dates
    return dates.completed or dates.incident or dates.notified or dates.published


def topic(telling: Telling) -> set[str]:
    """The words of its name that say what was tested."""
    return {w for label in telling.labels for w in words(label) if w not in _silent()}


def test_groups(tellings: list[Telling]) -> list[TestGroup]:
    """Tests of all partnerships; the order of the tellings given does not matter."""
    ordered = sorted((t for t in tellings if t.is_test), key=lambda t: t.sort_key)
    joined: Components[int] = Components(range(len(ordered)))
    for i, one in enumerate(ordered):
        for j in range(i + 1, len(ordered)):
            if _same(one, ordered[j]):
                joined.join(i, j)
    heads = sorted({joined.head(n) for n in range(len(ordered))})
    return [TestGroup(tuple(ordered[n] for n in joined.members(h))) for h in heads]


def _same(one: Telling, other: Telling) -> bool:
    if one.owner != other.owner or kind_of(one) != kind_of(other) or _samples_differ(one, other):
        return False
    a, b = test_date(one), test_date(other)
    if a is not None and b is not None and (a.to < b.from_ or b.to < a.from_):
        return False
    named = {f for f in one.forms & other.forms if any(w not in _silent() for w in words(f))}
    if named and (one.source == other.source or (a is not None and b is not None)):
        return True
    dated = a is not None and b is not None and (a.to - a.from_).days <= 31 and (a.from_, a.to) == (b.from_, b.to)
    return dated and (one.source == other.source or kind_of(one) == "inspection" or bool(topic(one) & topic(other)))


def _samples_differ(one: Telling, other: Telling) -> bool:
    sizes = one.review.sample_size, other.review.sample_size
    return None not in sizes and sizes[0] != sizes[1]


def label_of(telling: Telling) -> str:
    """What a test's key is made of: its date to the day where known, else its name, else its place."""
    date = test_date(telling)
    name = label_form(telling.review.name or telling.review.ref or "")
    if date is not None and date.from_ == date.to:
        return f"{date.from_.isoformat()}:{name}" if name else date.from_.isoformat()
    return name or telling.label
