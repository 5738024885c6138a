"""Tellings joined into cases, reviews and tests: by label within one partnership, and never against a fact.

A merge needs a label that says something (a reference or a name), or initials with a fact beside them, or a shared
letter with the same year, and no conflict with any telling already joined. What falls short stays apart; `possible`
looks at it again.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.resolve.components import Components
from graph.resolve.facts import conflicts, supports, years_agree
from graph.resolve.labels import label_form, weight
from graph.resolve.tellings import Telling


@dataclass(frozen=True)
class CaseGroup:
    """Tellings of one case, first telling first."""

    tellings: tuple[Telling, ...]

    @property
    def owner(self) -> str:
        """Partnership id, or source."""
        return self.first.owner

    @property
    def first(self) -> Telling:
        """The first telling, which gives the keys."""
        return self.tellings[0]

    @property
    def forms(self) -> set[str]:
        """All labels in one spelling."""
        return {form for t in self.tellings for form in t.forms}

    def kinds(self) -> dict[str, tuple[Telling, ...]]:
        """Its reviews: tellings by kind of review. A telling that names no kind joins the only other one."""
        found: dict[str, list[Telling]] = {}
        for telling in self.tellings:
            found.setdefault(telling.review.kind, []).append(telling)
        if "other" in found and len(found) == 2:
            (named,) = (kind for kind in found if kind != "other")
            found[named] = sorted(found[named] + found.pop("other"), key=lambda t: t.sort_key)
        return {kind: tuple(found[kind]) for kind in sorted(found)}


def case_groups(tellings: list[Telling]) -> list[CaseGroup]:
    """Cases of all partnerships; the order of the tellings given does not matter."""
    ordered = sorted((t for t in tellings if not t.is_test), key=lambda t: t.sort_key)
    joined: Components[int] = Components(range(len(ordered)))
    for i, j in _pairs(ordered):
        members = [ordered[n] for head in (i, j) for n in joined.members(joined.head(head))]
        if joined.head(i) != joined.head(j) and _may_join(ordered[i], ordered[j]) and not _any_conflict(members):
            joined.join(i, j)
    return [
        CaseGroup(tuple(ordered[n] for n in joined.members(h)))
        for h in sorted({joined.head(n) for n in range(len(ordered))})
    ]


def _pairs(ordered: list[Telling]) -> list[tuple[int, int]]:
    """Pairs of one partnership that share a label; pairs that agree on most come first."""
    by_form: dict[tuple[str, str], list[int]] = {}
    for n, telling in enumerate(ordered):
        for form in telling.forms:
            by_form.setdefault((telling.owner, form), []).append(n)
    pairs = {(a, b) for places in by_form.values() for i, a in enumerate(places) for b in places[i + 1 :]}
    return sorted(pairs, key=lambda p: (-len(supports(ordered[p[0]], ordered[p[1]])), p))


def _may_join(one: Telling, other: Telling) -> bool:
    shared = one.forms & other.forms
    kinds = {weight(label) for t in (one, other) for label in t.labels if label_form(label) in shared}
    if kinds & {"reference", "name"}:
        return True
    if "initials" in kinds:
        return bool(supports(one, other)) or years_agree(one, other) or one.source == other.source
    return years_agree(one, other) and one.source != other.source


def _any_conflict(members: list[Telling]) -> bool:
    return any(conflicts(a, b) for n, a in enumerate(members) for b in members[n + 1 :])
