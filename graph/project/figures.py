"""Printed numbers with their recomputed percentage, and what does not add up, joined to what it questions."""

from __future__ import annotations

from graph import model
from graph.check import verdict
from graph.project.context import Projection, short
from graph.records import Inconsistency, Statistic
from graph.text import digest, key


def add_statistic(p: Projection, found: Statistic) -> model.Statistic:
    """Add a printed number; printed and recomputed values stay apart."""
    recomputed, agrees = verdict(found)
    apart = [found.span or f"{found.rate:g} per {found.per}"] if found.span or found.rate is not None else []
    node = p.graph.add(
        model.Statistic(
            id=p.keys.fact(
                "figure", found.text, found.numerator, found.denominator, found.percent, found.group, *apart
            ),
            name=_caption(found),
            text=found.text,
            numerator=_float(found.numerator),
            denominator=_float(found.denominator),
            percent=_float(found.percent),
            rate=_float(found.rate),
            per=_float(found.per),
            span=found.span,
            recomputed=recomputed,
            verdict=agrees,
            unit=found.unit,
            sense=found.sense,
            group=found.group,
            source=found.source,
            asOf=found.as_of,
        )
    )
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    p.questioned.append(node)
    theme = p.graph.get(model.Theme, found.topic) if found.topic else None
    if theme is not None:
        p.graph.link(node, "ABOUT", theme, sense=found.sense, cue=found.text, state="suggested")
    return node


def add_inconsistency(p: Projection, found: Inconsistency) -> model.Inconsistency:
    """Add something printed that does not add up, joined to the figures and events whose words it questions."""
    id_ = f"{p.keys.source}:check:{digest(found.kind, key(found.where), key(found.printed), key(found.quote))}"
    node = p.graph.get(model.Inconsistency, id_) or p.graph.add(
        model.Inconsistency(
            id=id_,
            name=short(found.message),
            kind=found.kind,
            message=found.message,
            printed=found.printed,
            recomputed=found.recomputed,
        )
    )
    p.stated(node, found.quote, found.page, found.line)
    quote = key(found.quote)
    for fact in p.questioned:
        for passage in p.graph.targets(fact, "STATED_IN", model.Passage):
            same_place = (passage.page, passage.line) == (found.page, found.line)
            if key(passage.quote) == quote or (same_place and _within(key(passage.quote), quote)):
                p.graph.link(node, "CHECKS", fact)
    return node


def _within(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _float(value: int | float | None) -> float | None:
    return None if value is None else float(value)


def _caption(found: Statistic) -> str:
    parts = [found.span] if found.span else []
    if found.rate is not None and found.per is not None:
        parts.append(f"{found.rate:g} per {found.per:,}")
    if found.percent is not None:
        parts.append(f"{found.percent:g}%")
    if found.numerator is not None:
        parts.append(f"{found.numerator:g}" + (f" of {found.denominator:g}" if found.denominator is not None else ""))
    return " · ".join(parts) or short(found.text)
