"""Which dates order a fact: intervals with the reason they were chosen.

A fact is dated by the incident or the test it tells of; else by the time its document reports on; else, for what a
review says, by the review; else by publication. An interval unknown at both ends is no interval.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from graph.dates import read_date
from graph.records import DateSpan, Document, Review

_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


OWN_REPORT = ("review-report", "executive-summary")
INSPECTION_KINDS = ("inspection-letter", "inspection-report")
INSPECTION_LAG = timedelta(days=183)  # letters follow the fieldwork by weeks; wide, so that it proves no order too soon


@dataclass(frozen=True)
class Span:
    """First and last day, and which date it is: incident, test, review, period or document."""

    first: date | None = None
    last: date | None = None
    basis: str | None = None


def iso_span(text: str | None) -> tuple[date, date] | None:
    """First and last day of a date given as far as known: ISO (2023, 2023-11, 2023-11-13) or a printed form.

    ISO comes first, because "2005-06" as a month would elsewhere be two years. None for what is no date.
    """
    if not text:
        return None
    if match := _ISO.match(text.strip()):
        year, month, day = (int(part) if part else 0 for part in match.groups())
        try:
            first = date(year, month or 1, day or 1)
        except ValueError:
            return None
        last_month = month or 12
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    found = read_date(text)
    return (found.from_, found.to) if found else None


def span(found: DateSpan | None, basis: str) -> Span | None:
    """A stated date as the interval of a fact."""
    return Span(found.from_, found.to, basis) if found else None


def of_document(document: Document) -> Span:
    """The time a document's own facts are about: what it reports on, else its publication."""
    if document.period:
        return Span(document.period.from_, document.period.to, "period")
    published = iso_span(document.published)
    return Span(*published, "document") if published else Span()


def of_case(review: Review, document: Document) -> Span:
    """The time a review's learning is about: the incident, else the review, else its document."""
    dates = review.dates
    return (
        span(dates.incident, "incident")
        or span(dates.notified, "review")
        or span(dates.completed, "review")
        or span(dates.published, "review")
        or of_document(document)
    )


def of_test(review: Review, document: Document) -> Span:
    """The time a test's findings are about: when it was done, else its document."""
    dates = review.dates
    return (
        span(dates.completed, "test")
        or span(dates.incident, "test")
        or span(dates.notified, "test")
        or span(dates.published, "test")
        or of_inspection(document)
        or of_document(document)
    )


def of_inspection(document: Document) -> Span | None:
    """When the inspection was that a letter or report is about: its fieldwork, else the half year up to publication."""
    if document.kind not in INSPECTION_KINDS:
        return None
    if document.period:
        return Span(document.period.from_, document.period.to, "test")
    published = iso_span(document.published)
    return Span(published[0] - INSPECTION_LAG, published[1], "test") if published else None


def of_recommendation(review: Review | None, document: Document, *, test: bool) -> Span:
    """When a recommendation was made: when the review's own report was published, else when its review or test ended.

    The end of a review that is told in its own report may be that of the rapid review before it.
    """
    told = iso_span(document.published) if document.kind in OWN_REPORT and not test else None
    if told:
        return Span(*told, "document")
    if review is not None:
        dates = review.dates
        found = span(dates.completed, "test" if test else "review") or span(
            dates.published, "test" if test else "review"
        )
        if found:
            return found
    found = of_inspection(document) if test else None
    published = iso_span(document.published)
    return found or (Span(*published, "document") if published else of_document(document))
