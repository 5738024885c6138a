"""Facts that support or contradict that two tellings are of one case, each with its weight in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.resolve.labels import initial, weight
from graph.resolve.tellings import Telling

Weight = Literal["weak", "medium", "strong"]
SCORE: dict[Weight, int] = {"weak": 1, "medium": 2, "strong": 3}


@dataclass(frozen=True)
class Reason:
    """A reason for or against, in words, and its weight."""

    text: str
    weight: Weight

    def __str__(self) -> str:
        return f"{self.text} ({self.weight})"


def conflicts(one: Telling, other: Telling) -> list[Reason]:
    """Strong reasons why two tellings cannot be one case: age, sex, outcome, or years that cannot be the same."""
    found = []
    ages = _stated(one, lambda c: c.age_months), _stated(other, lambda c: c.age_months)
    if all(ages) and not any(_near(a, b, slack=2) for a in ages[0] for b in ages[1]):
        found.append(Reason("the ages differ", "strong"))
    sexes = _stated(one, lambda c: c.sex), _stated(other, lambda c: c.sex)
    if all(sexes) and not sexes[0] & sexes[1]:
        found.append(Reason("the sexes differ", "strong"))
    ends = _outcomes(one), _outcomes(other)
    if all(ends) and not ends[0] & ends[1]:
        found.append(Reason("one tells of a death, the other of a child who lived", "strong"))
    years = one.years, other.years
    if all(years) and min(abs(a - b) for a in years[0] for b in years[1]) > 2:
        found.append(Reason("their years lie more than two years apart", "strong"))
    for a, b in ((one.review.dates, other.review.dates), (other.review.dates, one.review.dates)):
        if a.published and any(d and a.published.to < d.from_ for d in (b.incident, b.notified, b.completed)):
            found.append(Reason("one was published before the other's incident, notification or review", "strong"))
    roles = _roles(one), _roles(other)
    if all(roles) and not roles[0] & roles[1]:
        found.append(Reason("one tells of a child who was harmed, the other of a child who caused harm", "strong"))
    return found


def supports(one: Telling, other: Telling) -> list[Reason]:
    """Facts about the children and the harm that both tellings state alike."""
    found = []
    ages = _stated(one, lambda c: c.age_months), _stated(other, lambda c: c.age_months)
    if any(_near(a, b) for a in ages[0] for b in ages[1]):
        found.append(Reason("the same age", "medium"))
    if _stated(one, lambda c: c.sex) & _stated(other, lambda c: c.sex):
        found.append(Reason("the same sex", "weak"))
    if _outcomes(one) & _outcomes(other):
        found.append(Reason("the same outcome", "weak"))
    if set(one.review.harms) & set(other.review.harms):
        found.append(Reason("the same kind of harm", "weak"))
    return found


def years_agree(one: Telling, other: Telling) -> bool:
    """Whether both name a year and one of them is the same."""
    return bool(one.years & other.years)


def period_reason(one: Telling, other: Telling) -> Reason | None:
    """Whether both tell of the same time: intervals that meet, or lie within a year."""
    a, b = one.interval, other.interval
    if a is None or b is None:
        return None
    gap = max((b[0] - a[1]).days, (a[0] - b[1]).days)
    if gap <= 0:
        return Reason("the same partnership and period", "weak")
    return Reason("the same partnership, within a year of each other", "weak") if gap <= 366 else None


def letters_reason(one: Telling, other: Telling) -> Reason | None:
    """Whether initials and a name begin alike."""
    kinds = {weight(label) for t in (one, other) for label in t.labels[:1]}
    if "initials" not in kinds or not (one.labels and other.labels) or one.forms & other.forms:
        return None
    a, b = initial(one.labels[0]), initial(other.labels[0])
    return Reason(f"both labels begin with {a.upper()}", "weak") if a and a == b else None


def timescale_reason(one: Telling, other: Telling) -> Reason | None:
    """Whether a rapid review would have ended later than the 15 working days that are set for it.

    Weak, because reviews do run late and the clock starts with the notification, not with the incident.
    """
    for a, b in ((one, other), (other, one)):
        incident, completed = a.review.dates.incident, b.review.dates.completed
        if incident is None or completed is None or completed.from_ <= incident.to:
            continue
        days = working_days(incident.to, completed.from_)
        if days > 20:  # 5 to notify, 15 to review
            return Reason(
                f"the review ended at least {days} working days after the incident, though 5 are set to notify and 15 "
                "to review",
                "weak",
            )
    return None


def working_days(first: date, last: date) -> int:
    """Working days after `first` up to and with `last`; bank holidays are not known here and count as working days."""
    if last <= first:
        return 0
    days = (last - first).days
    weeks, rest = divmod(days, 7)
    extra = sum(1 for n in range(1, rest + 1) if (first + timedelta(days=weeks * 7 + n)).weekday() < 5)
    return weeks * 5 + extra


def _stated(telling: Telling, value: Callable[..., object | None]) -> set[object]:
    return {v for child in telling.harmed if (v := value(child)) is not None}


def _outcomes(telling: Telling) -> set[str]:
    return {str(v) for v in _stated(telling, lambda c: c.outcome)} & {"died", "serious-harm"}


def _roles(telling: Telling) -> set[str]:
    return {str(c.role) for c in telling.review.children if c.outcome != "not-stated" or c.age} & {
        "harmed",
        "caused-harm",
    }


def _near(one: object, other: object, slack: int = 1) -> bool:
    """Whether two ages in months are one age: a month apart under two years, less than a year apart above.

    With `slack` 2 (for a contradiction) twice that, because one telling may give the age at death, one at the harm.
    """
    a, b = float(str(one)), float(str(other))
    return abs(a - b) <= slack if min(a, b) < 24 else abs(a - b) < 12 or (slack > 1 and abs(a - b) <= 12)


def total(reasons: Iterable[Reason]) -> int:
    """Sum of the weights."""
    return sum(SCORE[r.weight] for r in reasons)
