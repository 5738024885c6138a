"""Why two statements are joined, in short plain sentences for a person who has to judge it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from graph import model
from graph.derive.likeness import Likeness
from graph.derive.order import Delivery, Order
from graph.derive.practices import named
from graph.derive.statements import Statement

_MOST = 4  # shared words that are named
_WORDS = 8  # of an action that is named


def seen_again(
    source: Statement, target: Statement, theme: str, alike: Likeness, delivered: Delivery, proven: Order, scope: str
) -> str:
    """Why the later one is the earlier one seen again, and what is not known."""
    parts = [_about(source, target, theme, alike), _order(source, target, proven)]
    for one, which in ((source, "earlier"), (target, "later")):
        if one.bare:
            parts.append(f"The {which} one is only a topic.")
    if not target.places:
        parts.append("The later one names no child, review or test.")
    parts.append(_delivery(source, delivered))
    if scope == "other":
        parts.append("One of them is told for several partnerships together.")
    return " ".join(p for p in parts if p)


def improved(source: Statement, target: Statement, theme: str, alike: Likeness) -> str:
    """Why a test shows something improved."""
    kind = target.tests[0].kind.replace("-", " ")
    found = f"{'An' if kind[0] in 'aeiou' else 'A'} {kind} found the later one done well."
    return " ".join((_about(source, target, theme, alike), found, _order(source, target, "after")))


def echoed(source: Statement, target: Statement, theme: str, alike: Likeness, more: str, *, everywhere: bool) -> str:
    """Why a recommendation to all, or of another area, is seen again locally, and what that does not say.

    Args:
        source: the recommendation.
        target: the later learning.
        theme: in words.
        alike: what they share.
        more: a sentence on areas in which it was seen too, and which are not joined; empty where there are none.
        everywhere: whether a national body asked it of all.
    """
    by = next((d.publisher for d in source.documents if d.publisher), "a national body")
    asked = f"{by} recommended it to all." if everywhere else "It was recommended in another area."
    parts = [asked, _about(source, target, theme, alike), _order(source, target, "after")]
    if more:
        parts.append(more)
    if everywhere:
        said = "It was asked of everybody, so this is no failure to close; what was done is not stated."
    else:
        said = "It was not asked here, so this is no failure to close; whether it was known here is not stated."
    return " ".join([*parts, said])


def _about(source: Statement, target: Statement, theme: str, alike: Likeness) -> str:
    text = f"Both are about {theme[0].lower() + theme[1:] if theme[1:2].islower() else theme}"
    if alike.shared and not (source.bare or target.bare):
        text += f" and share {_listed(alike.shared[:_MOST])}"
    both = sorted(named(source.text) & named(target.text))
    return f"{text}. Practice in both: {', '.join(both)}." if both else f"{text}."


def _order(source: Statement, target: Statement, proven: Order) -> str:
    if proven != "after" or source.known is None or target.interval is None:
        return "Only its publication is later, so which practice came first is not known."
    known, about = in_time(*source.known), in_time(*target.interval)
    return f"The later one is about {about}, after the earlier one was known ({known})."


def _delivery(source: Statement, delivered: Delivery) -> str:
    if delivered.closed_at_all:
        return f"It was closed by record{_when(delivered.closed)}."
    if delivered.done_at_all:
        if delivered.by is not None:
            sure = "delivers" if delivered.by_number else "may deliver"
            return (
                f"The action “{_short(delivered.by.text)}”, which {sure} it, is said to be done{_when(delivered.done)}."
            )
        return f"It was said to be done{_when(delivered.done)}."
    said = "It was still to do." if delivered.open_at_all else "Whether it was done is not stated."
    if isinstance(source.node, model.Finding):
        said = "Whether anything was done about it is not stated."
    return said + (
        f" It was closed or said to be done only later ({in_time(*delivered.later)})." if delivered.later else ""
    )


def _when(day: date | None) -> str:
    return f", by {in_time(day, day)}" if day else ""


def in_time(first: date, last: date) -> str:
    """An interval in words: a day, a month, a year, or from month to month."""
    if first == last:
        return f"{first.day} {first:%B %Y}"
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    if whole and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return f"{first:%B %Y} to {last:%B %Y}"


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]).rstrip(" ,;:.") + (" …" if len(words) > _WORDS else "")


def _listed(found: Iterable[str]) -> str:
    return ", ".join(f"“{w}”" for w in found)
