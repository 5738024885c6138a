"""Percentages of one list and the number of cases they can come from.

A publisher that prints only rounded percentages has still said how many cases there were: 54 % and 23 % are 7 and 3 of
13, and no whole number of 14. Rows that fit no common number, or fit two, are worth a question.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST, LARGEST = 2, 60  # above 60 nearly every whole percentage fits
_FEWEST_ROWS = 5
_SURE = 0.001  # how likely chance may be to make so many rows fit


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows fit: `numbers` of cases, the index of each row's number in it, None for a row that fits none."""

    numbers: tuple[int, ...]
    of_row: tuple[int | None, ...]


def decimals(percent: int | float) -> int:
    """How many decimals a percentage was printed with."""
    return 0 if isinstance(percent, int) else max(1, len(repr(percent).split(".")[1]))


def fits(percent: int | float, n: int) -> bool:
    """Whether some whole number of `n` cases gives `percent` as printed, a half rounded either way."""
    slack = 0.5 * 10 ** -decimals(percent) + 1e-9
    near = percent * n / 100
    return any(0 <= k <= n and abs(100 * k / n - percent) <= slack for k in (math.floor(near), math.ceil(near)))


def reading(percents: Sequence[int | float]) -> Reading | None:
    """The number of cases that rows of one list imply.

    One number that all rows fit; else one that all but a few fit; else two, each for a run of rows printed together.
    None where the rows are too few, or chance could make as many fit, so that nothing can be said.
    """
    rows = list(percents)
    if len(rows) < _FEWEST_ROWS:
        return None
    for n in range(SMALLEST, LARGEST + 1):
        if all(fits(p, n) for p in rows):
            return Reading((n,), (n,) * len(rows))
    return _two(rows) or _one_with_misfits(rows)


def _two(rows: list[int | float]) -> Reading | None:
    """Two numbers, the first for the rows up to one place and the second for those after it."""
    best: Reading | None = None
    for cut in range(3, len(rows) - 2):
        first, second = _smallest(rows[:cut]), _smallest(rows[cut:])
        if not first or not second:
            continue
        chance = _by_chance(rows[:cut], rows[:cut], first) * _by_chance(rows[cut:], rows[cut:], second)
        if chance < _SURE**2 and (best is None or sum(best.numbers) > first + second):
            best = Reading((first, second), (first,) * cut + (second,) * (len(rows) - cut))
    return best


def _smallest(rows: list[int | float]) -> int | None:
    return next((n for n in range(SMALLEST, LARGEST + 1) if all(fits(p, n) for p in rows)), None)


def _one_with_misfits(rows: list[int | float]) -> Reading | None:
    scored = [([p for p in rows if fits(p, n)], n) for n in range(SMALLEST, LARGEST + 1)]
    fitting, n = max(scored, key=lambda s: (len(s[0]), -s[1]))
    misfits = len(rows) - len(fitting)
    if len(fitting) < 5 or misfits > max(1, len(rows) // 5) or _by_chance(rows, fitting, n) >= _SURE:
        return None
    return Reading((n,), tuple(n if fits(p, n) else None for p in rows))


def _by_chance(rows: Sequence[int | float], fitting: Sequence[int | float], n: int) -> float:
    """How likely percentages drawn at random would fit `n` or a smaller number as well as these do."""
    distinct, hits = len(set(rows)), len(set(fitting))
    return sum(
        math.comb(distinct, hits) * min(1.0, len({round(100 * k / m) for k in range(m + 1)}) / 101) ** hits
        for m in range(SMALLEST, n + 1)
    )
