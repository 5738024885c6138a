"""All tellings of a collection resolved: cases, tests, which of them are stated to be one and which only may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.records import DocumentRecord, StatedIdentity
from graph.resolve.components import Components
from graph.resolve.groups import CaseGroup, case_groups
from graph.resolve.labels import label_form
from graph.resolve.possible import Possible, possible_cases, possible_tests
from graph.resolve.tellings import Telling, identities, labels_of
from graph.resolve.tests_of_practice import TestGroup, label_of, test_groups

_NEVER = date(9999, 12, 31)


@dataclass(frozen=True)
class Stated:
    """Two cases that a document says are one, and the sentence that says so."""

    one: int
    other: int
    identity: StatedIdentity
    document: str  # its title


@dataclass(frozen=True)
class Resolved:
    """What the tellings are of. Numbers in pairs are places in `cases` or `tests`."""

    cases: list[CaseGroup]
    tests: list[TestGroup]
    stated: list[Stated]
    possible_cases: list[Possible]
    possible_tests: list[Possible]
    case_labels: list[str]  # what each case's key is made of, in the order of `cases`
    test_labels: list[str]


@dataclass(frozen=True)
class Source:
    """A document with its source key, owner and day of publication, as far as known."""

    key: str
    owner: str
    published: date | None
    record: DocumentRecord
    bodies: Mapping[str, str] = field(default_factory=dict)  # the bodies its reviews give as their own → partnership id


def resolve(sources: list[Source]) -> Resolved:
    """Join the tellings of all sources; the order of the sources does not matter."""
    tellings = [
        Telling(
            s.key,
            n,
            s.bodies.get(review.partnership or "", s.owner),
            s.published or _NEVER,
            s.record,
            review,
            labels_of(review),
        )
        for s in sorted(sources, key=lambda s: s.key)
        for n, review in enumerate(s.record.reviews)
    ]
    cases, tests = case_groups(tellings), test_groups(tellings)
    stated = _stated(cases)
    one: Components[int] = Components(range(len(cases)))
    for pair in stated:
        one.join(pair.one, pair.other)
    case_labels = _distinct([(c.owner, c.first.label) for c in cases], [c.first for c in cases])
    test_labels = _distinct([(t.first.owner, t.kind, label_of(t.first)) for t in tests], [t.first for t in tests])
    possible = possible_cases(cases, one), possible_tests(tests)
    return Resolved(cases, tests, stated, *possible, case_labels, test_labels)


def _distinct(names: list[tuple[str, ...]], tellings: list[Telling]) -> list[str]:
    """Labels for keys: two things kept apart under one label differ by the source of the later one."""
    seen: set[tuple[str, ...]] = set()
    labels = []
    for name, telling in zip(names, tellings, strict=True):
        label = name[-1]
        while (*name[:-1], label) in seen:
            label = f"{label}:{telling.source}:{telling.order}"
        seen.add((*name[:-1], label))
        labels.append(label)
    return labels


def _stated(cases: list[CaseGroup]) -> list[Stated]:
    """Every sentence that says two labels are one, where each label is a case of that partnership."""
    by_label: dict[tuple[str, str], list[int]] = {}
    for number, group in enumerate(cases):
        for form in group.forms:
            by_label.setdefault((group.owner, form), []).append(number)
    found = []
    for number, group in enumerate(cases):
        for telling in group.tellings:
            for identity in identities(telling.review):
                forms = {label_form(identity.one), label_form(identity.other)}
                others = {n for form in forms for n in by_label.get((group.owner, form), ())} - {number}
                for other in sorted(others):
                    if (forms - cases[other].forms) & group.forms:
                        found.append(Stated(number, other, identity, telling.record.document.title))
    return found
