"""What does not add up in print: questions to the publisher, never corrections.

Pure over records. Printed and recomputed values are kept apart, no cause is guessed beyond what the same list
shows, and no percentage of fewer than ten is ever worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from graph.check.repeats import same_figures
from graph.check.rows import decimals
from graph.check.totals import lists, rows_of, wholes
from graph.check.worklist import item, place, plain, shown
from graph.records import DocumentRecord, Inconsistency, Statistic

Verdict = Literal["agree", "differ", "cannot check"]

_FEWEST = 10  # a percentage of fewer is not ours to print


def verdict(stat: Statistic) -> tuple[float | None, Verdict]:
    """Compare a printed percentage with its printed fraction.

    Returns:
        The recomputed percentage (one decimal more than printed; None without a fraction or with fewer than ten), and
        whether the printed one agrees with the fraction within rounding.
    """
    k, n, percent = stat.numerator, stat.denominator, stat.percent
    if k is None or n is None or n <= 0:
        return None, "cannot check"
    recomputed = round(100 * k / n, 1 + decimals(percent if percent is not None else 0)) if n >= _FEWEST else None
    if percent is None:
        return recomputed, "cannot check"
    slack = 0.5 * 10 ** -decimals(percent) + 1e-9
    return recomputed, "agree" if abs(100 * k / n - percent) <= slack else "differ"


def check_record(record: DocumentRecord) -> list[Inconsistency]:
    """What does not add up within one document, in printed order."""
    found: list[Inconsistency] = []
    for stat in record.statistics:
        found += _fraction(record, stat)
    for rows in lists(record.statistics):
        found += rows_of(record, rows)
    found += wholes(record)
    found += same_figures([(record, s) for s in record.statistics])
    return sorted(found, key=lambda i: (i.page or 0, i.line or 0))


def check_all(records: list[DocumentRecord]) -> list[Inconsistency]:
    """What does not add up between documents: one figure with two dates or for two areas."""
    stats = [(record, s) for record in records for s in record.statistics]
    return same_figures(stats, across=True)


def from_chronology(
    record: DocumentRecord, kind: str, message: str, quote: str, page: int | None = None, line: int | None = None
) -> Inconsistency:
    """An entry of a chronology that cannot stand where it is printed, as an item for the worklist."""
    return Inconsistency(
        kind=kind,
        where=place(page, line),
        document=record.document.title,
        page=page,
        line=line,
        message=message,
        printed=quote,
        quote=quote,
    )


def _fraction(record: DocumentRecord, stat: Statistic) -> Iterator[Inconsistency]:
    """A percentage that is not its fraction."""
    recomputed, answer = verdict(stat)
    if answer != "differ":
        return
    k, n = plain(stat.numerator), plain(stat.denominator)
    correct = f"{shown(recomputed, stat.percent)}" if recomputed is not None else None
    message = f"{plain(stat.percent)}% is printed beside {k}/{n}; {k} of {n} is " + (
        correct or f"not {plain(stat.percent)}%"
    )
    others = Counter(
        s.denominator
        for s in record.statistics
        if s is not stat
        and s.heading == stat.heading
        and s.denominator
        and s.percent is not None
        and verdict(s)[1] == "agree"
    )
    if len(others) == 1 and sum(others.values()) >= 2:
        other = next(iter(others))
        message += f". Every other denominator of the same list is {plain(other)}"
        if other >= _FEWEST and verdict(stat.model_copy(update={"denominator": other}))[1] == "agree":
            message += f", and {k}/{plain(other)} is {plain(stat.percent)}%"
    yield item(record, "fraction", stat, message + ".", f"{plain(stat.percent)}% ({k}/{n})", correct)
