"""Cases and tests that may be the same: reasons for and against, each weighed in words; a person decides.

Only above a bar, only within one partnership, never merged. No pair is offered against a strong reason, and a pair
needs one reason that is about identity: its letters, its label, its age, or being the only one left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from graph.resolve.components import Components
from graph.resolve.facts import (
    Reason,
    conflicts,
    letters_reason,
    period_reason,
    supports,
    timescale_reason,
    total,
)
from graph.resolve.groups import CaseGroup
from graph.resolve.labels import label_form
from graph.resolve.tellings import Telling
from graph.resolve.tests_of_practice import TestGroup, test_date, topic
from graph.text import words

RULE = "possible-same/1"
BAR_FOR, BAR_NET = 4, 3


@dataclass(frozen=True)
class Possible:
    """A pair of groups that may be one; `one` sorts before `other`."""

    one: int
    other: int
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


def possible_cases(groups: list[CaseGroup], stated: Components[int]) -> list[Possible]:
    """Pairs of cases that may be one; those already stated to be one are left out."""

    told = _told(groups, stated)

    def weigh(i: int, j: int) -> tuple[list[Reason], list[Reason]] | None:
        one, other = groups[i], groups[j]
        heads = stated.head(i), stated.head(j)
        if one.owner != other.owner or stated.head(i) == stated.head(j) or _told_side_by_side(one, other):
            return None
        pairs = [(a, b) for a in one.tellings for b in other.tellings]
        if any(conflicts(a, b) for a, b in pairs):
            return None  # a strong reason against: not worth weighing
        against = _unique(r for a, b in pairs if (r := timescale_reason(a, b)) is not None)
        identity = [
            r
            for a, b in pairs
            for r in (letters_reason(a, b), _label_reason(a, b), _only_other(a, b, heads, told))
            if r
        ]
        facts = [r for a, b in pairs for r in supports(a, b)]
        other_reasons = [r for a, b in pairs for r in (period_reason(a, b), _kind_reason(a, b)) if r]
        if not identity and not any(r.weight != "weak" for r in facts):
            return None
        return _unique([*identity, *facts, *other_reasons]), against

    return _above_the_bar([g.owner for g in groups], weigh)


def possible_tests(groups: list[TestGroup]) -> list[Possible]:
    """Pairs of tests that may be one."""

    def weigh(i: int, j: int) -> tuple[list[Reason], list[Reason]] | None:
        one, other = groups[i].first, groups[j].first
        if one.owner != other.owner or groups[i].kind != groups[j].kind or one.source == other.source:
            return None
        if (shared := _topic_reason(one, other)) is None:
            return None
        favour = [shared, Reason(f"both are told as {_article(groups[i].kind)}", "weak")]
        against = []
        a, b = groups[i].date, groups[j].date
        if a and b:
            if a.to < b.from_ or b.to < a.from_:
                against.append(Reason("the dates differ", "strong"))
            else:
                favour.append(Reason("the dates agree", "medium"))
        else:
            favour += [r for r in (_date_in_period(groups[i], other), _date_in_period(groups[j], one)) if r]
        sizes = one.review.sample_size, other.review.sample_size
        if None not in sizes:
            same = sizes[0] == sizes[1]
            (favour if same else against).append(
                Reason(
                    "the same number of cases" if same else "the numbers of cases differ",
                    "medium" if same else "strong",
                )
            )
        if bool(one.review.follows_up) != bool(other.review.follows_up):
            against.append(Reason("only one of them names what it follows up", "weak"))
        return favour, against

    return _above_the_bar([g.first.owner for g in groups], weigh)


def _above_the_bar(
    owners: list[str], weigh: Callable[[int, int], tuple[list[Reason], list[Reason]] | None]
) -> list[Possible]:
    by_owner: dict[str, list[int]] = {}
    for number, owner in enumerate(owners):
        by_owner.setdefault(owner, []).append(number)
    found = []
    for numbers in by_owner.values():
        for i, j in combinations(numbers, 2):
            weighed = weigh(i, j)
            if weighed is None:
                continue
            favour, against = weighed
            if any(r.weight == "strong" for r in against):
                continue
            if total(favour) >= BAR_FOR and total(favour) - total(against) >= BAR_NET:
                found.append(Possible(i, j, tuple(map(str, favour)), tuple(map(str, against))))
    return found


def _unique(reasons: Iterable[Reason]) -> list[Reason]:
    return list(dict.fromkeys(reasons))


def _told_side_by_side(one: CaseGroup, other: CaseGroup) -> bool:
    """One document tells of both, so its authors hold them to be two."""
    return bool({t.source for t in one.tellings} & {t.source for t in other.tellings})


def _label_reason(one: Telling, other: Telling) -> Reason | None:
    shared = one.forms & other.forms
    if shared:
        return Reason("the same label, which other cases may carry too", "medium")
    named = {label_form(c.name) for c in one.harmed if c.name}, {label_form(c.name) for c in other.harmed if c.name}
    if named[0] & (other.forms | named[1]) or named[1] & one.forms:
        return Reason("a child in the one goes by the label of the other", "strong")
    return None


def _kind_reason(one: Telling, other: Telling) -> Reason | None:
    kind = one.review.kind
    return Reason(f"both are told as {_article(kind)}", "weak") if kind == other.review.kind != "other" else None


Told = dict[tuple[str, str], dict[int, Telling]]  # (source, kind of review) → the cases it tells of


def _told(groups: list[CaseGroup], stated: Components[int]) -> Told:
    found: Told = {}
    for number, group in enumerate(groups):
        for telling in group.tellings:
            found.setdefault((telling.source, telling.review.kind), {})[stated.head(number)] = telling
    return found


def _only_other(one: Telling, other: Telling, heads: tuple[int, int], told: Told) -> Reason | None:
    """Each document tells of other reviews of this kind, all known to be the same or contradicted, and of one more."""
    kind = one.review.kind
    if kind != other.review.kind or kind == "other" or one.source == other.source:
        return None
    mine, theirs = told[(one.source, kind)], told[(other.source, kind)]
    shared = mine.keys() & theirs.keys()
    left = {n for n in mine.keys() - shared if not conflicts(mine[n], other)}
    right = {n for n in theirs.keys() - shared if not conflicts(theirs[n], one)}
    if shared and (left, right) == ({heads[0]}, {heads[1]}):
        return Reason(f"each is the only other {_plain(kind)} of its document", "medium")
    return None


def _topic_reason(one: Telling, other: Telling) -> Reason | None:
    shared = topic(one) & topic(other)
    if len(shared) >= 2 or (shared and shared in (topic(one), topic(other))):
        return Reason("the names share their topic", "medium")
    if _told_in(topic(one), other) or _told_in(topic(other), one):
        return Reason("what the one is named for is told of the other", "medium")
    themes = _themes(one) & _themes(other)
    return Reason(f"both are about {', '.join(sorted(themes)[:2])}", "medium") if themes else None


def _told_in(name: set[str], telling: Telling) -> bool:
    """Whether one line of a telling holds much of the words of a name."""
    review = telling.review
    lines = [s.quote or s.text for s in (*review.context, *review.findings, *review.recommendations)]
    return len(name) >= 2 and any(len(name & set(words(line))) >= max(2, 0.4 * len(name)) for line in lines)


def _themes(telling: Telling) -> set[str]:
    review = telling.review
    return {t.id for t in review.themes} | {c.id for f in review.findings for c in f.themes}


def _date_in_period(dated: TestGroup, other: Telling) -> Reason | None:
    date, period = dated.date, other.record.document.period
    if date is None or test_date(other) is not None or period is None:
        return None
    inside = period.from_ <= date.from_ and date.to <= period.to
    return (
        Reason("the date of the one lies in the time that the other's document reports on", "weak") if inside else None
    )


_KIND_NAMES = {
    "lcspr": "practice review",
    "scr": "serious case review",
    "deep-dive": "deep dive",
    "dip-sample": "dip sample",
}


def _plain(kind: str) -> str:
    return _KIND_NAMES.get(kind, kind.replace("-", " "))


def _article(kind: str) -> str:
    plain = _plain(kind)
    return f"{'an' if plain[0] in 'aeiou' else 'a'} {plain}"
