"""A telling: one review, case or test as one document tells it, with what can support or contradict sameness."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.records import Child, DocumentRecord, Review, StatedIdentity
from graph.resolve.labels import label_form, weight, years
from graph.text import digest

TEST_KINDS = ("audit", "inspection")


@dataclass(frozen=True, eq=False)
class Telling:
    """One entry of one document's reviews, under the partnership whose review it is: its own, else the document's."""

    source: str  # source key of its document
    order: int  # place in the document
    owner: str  # partnership id, or the source where unknown
    published: date  # for "first telling"; far future where unknown
    record: DocumentRecord
    review: Review
    labels: tuple[str, ...] = field(default=())  # as printed; the first is the main one

    @property
    def is_test(self) -> bool:
        """Whether it is a test of practice rather than a review of a case."""
        return self.review.kind in TEST_KINDS or self.review.test is not None

    @property
    def sort_key(self) -> tuple[str, date, str, int]:
        """Order of tellings: by partnership, then date of publication, then source and place."""
        return (self.owner, self.published, self.source, self.order)

    @cached_property
    def forms(self) -> set[str]:
        """Its labels in one spelling."""
        return {label_form(label) for label in self.labels}

    @property
    def label(self) -> str:
        """What its key is made of: the main label, else its own place (nobody else shares it)."""
        if self.labels:
            return label_form(self.labels[0])
        review = self.review
        words = review.quote or " ".join(f.text for f in review.findings[:1]) or str(self.order)
        return f"{self.source}:{digest(words)}"

    @cached_property
    def harmed(self) -> list[Child]:
        """The children it is about, without siblings; those who caused harm where nobody else is named."""
        children = self.review.children
        return [c for c in children if c.role == "harmed"] or [c for c in children if c.role != "sibling"]

    @cached_property
    def years(self) -> set[int]:
        """Years it names: in its reference, or as its own dates."""
        found = {year for label in self.labels for year in years(label)}
        dates = self.review.dates
        for span in (dates.incident, dates.notified, dates.completed, dates.published):
            if span is not None and span.to.year - span.from_.year <= 1:
                found |= {span.from_.year, span.to.year}
        return found

    @cached_property
    def interval(self) -> tuple[date, date] | None:
        """From the first to the last day of its own dates; where it has none, its document's period."""
        dates = self.review.dates
        spans = [s for s in (dates.incident, dates.notified, dates.completed, dates.published) if s is not None]
        if not spans and self.record.document.period is not None:
            spans = [self.record.document.period]
        return (min(s.from_ for s in spans), max(s.to for s in spans)) if spans else None


def labels_of(review: Review) -> tuple[str, ...]:
    """Labels a telling goes by: reference and name, aliases that no stated identity gives, else its only child's name.

    Labels that the document states to be one case are kept apart here: the sentence joins them, visibly.
    """
    stated = {label_form(i.other) for i in review.identities} | {label_form(i.one) for i in review.identities}
    main = [label for label in (review.ref, review.name) if label]
    own = {label_form(label) for label in main}
    more = [a for a in review.aliases if label_form(a) not in stated - own]
    named = [c.name for c in review.children if c.name and c.role != "sibling"]
    labels = [*main, *more] or named[:1]
    seen: dict[str, str] = {}
    for label in labels:
        seen.setdefault(label_form(label), label)
    order = sorted(seen.values(), key=lambda label: _RANK[weight(label)])  # stable: printed order within a rank
    return tuple(order)


_RANK = {"reference": 0, "name": 1, "initials": 2, "generic": 3}


def identities(review: Review) -> list[StatedIdentity]:
    """Pairs of labels the telling states to be one."""
    return [i for i in review.identities if label_form(i.one) != label_form(i.other)]
