"""Which of many statements are near the same: all compared at once, and of very many only the nearest kept.

The shared weight of all sentences of one area is worked out as products of two matrices (sentences by words), a part
at a time, so thousands of rows are compared in seconds and no pair that reaches the bar is missed. Where one statement
is near hundreds of others (a tracker that asks the same of every team), the nearest are kept and the rest are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.derive.likeness import LEAST, held, own_weight
from graph.derive.statements import Scopes, Statement
from graph.text import key

MOST = 20  # of those that one statement is near to within one document; the rest are counted
_AT_ONCE = 500  # statements of either side in one product
_ROUNDED = 0.001  # likeness is rounded to three digits

Numbers = NDArray[Any]
May = Callable[[Numbers, Numbers], Numbers]  # numbers of sources and of targets → a table of True and False


@dataclass(frozen=True)
class Near:
    """Two statements that are near the same, and how many more the first is as near to but is not joined to."""

    one: Statement
    other: Statement
    more: int = 0


def near(told: Sequence[Statement], scopes: Scopes, least: float, may: May) -> Iterator[Near]:
    """Pairs within one area whose likeness can reach `least` (0 to 1), each way once, in the order given.

    Args:
        told: what is compared, each with each other one.
        scopes: which partnerships are one area.
        least: the likeness.
        may: which may be the first and the second of a pair; what may not is never counted.
    """
    by_area: dict[str, list[int]] = {}
    for number, statement in enumerate(told):
        for area in scopes.areas(statement.owners):
            by_area.setdefault(area, []).append(number)
    nearest = _Nearest(told)
    found: dict[tuple[int, int], int] = {}
    for area in sorted(by_area):
        numbers = by_area[area]
        alike = _Area([told[n] for n in numbers])
        for start in range(0, len(numbers), _AT_ONCE):
            sources = np.array(numbers[start : start + _AT_ONCE])
            rows, columns, values = alike.reaching(start, least, partial(may, sources), numbers)
            for row, (others, likenesses) in _by_row(rows, columns, values):
                one = int(sources[row])
                kept, more = nearest.of(one, others, likenesses)
                for other in kept:
                    found[one, other] = max(more, found.get((one, other), 0))
    for one, other in sorted(found):
        if scopes.scope(told[one].owners, told[other].owners) is not None:
            yield Near(told[one], told[other], found[one, other])


def _by_row(rows: Numbers, columns: Numbers, values: Numbers) -> Iterator[tuple[int, tuple[Numbers, Numbers]]]:
    order = np.argsort(rows, kind="stable")
    rows, columns, values = rows[order], columns[order], values[order]
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    for start, end in pairwise([*starts.tolist(), len(rows)]):
        yield int(rows[start]), (columns[start:end], values[start:end])


class _Nearest:
    """Of very many that one statement is near to, those that are kept."""

    def __init__(self, told: Sequence[Statement]) -> None:
        words: dict[str, int] = {}
        documents: dict[str, int] = {}
        self._words = np.array([words.setdefault(key(s.text), len(words)) for s in told], int)
        first = [s.documents[0].id if s.documents else "" for s in told]
        self._document = np.array([documents.setdefault(d, len(documents)) for d in first], int)

    def of(self, one: int, others: Numbers, values: Numbers) -> tuple[list[int], int]:
        """The nearest of each document, and how many more there are: the most alike, its very words, then its place."""
        if len(others) <= MOST:
            return others.tolist(), 0
        distance = np.abs(others - one)
        far = (1 - values).round(3) * 1_000 * 2 + (self._words[others] != self._words[one])
        order = np.argsort(far.astype(np.int64) * (int(distance.max()) + 1) + distance, kind="stable")
        ordered = others[order]
        within = self._document[ordered]
        kept = [n for d in np.unique(within).tolist() for n in ordered[within == d][:MOST].tolist()]
        return kept, len(others) - len(kept)


def sharing_documents(told: Sequence[Statement]) -> May:
    """Which of these statements stand in one document, asked by their numbers."""
    codes: dict[str, int] = {}
    of_each = [[codes.setdefault(d.id, len(codes)) for d in s.documents] for s in told]
    first = np.array([of_one[0] if of_one else -1 - n for n, of_one in enumerate(of_each)], int)
    several = np.array([len(of_one) > 1 for of_one in of_each], bool)

    def shares(sources: Numbers, targets: Numbers) -> Numbers:
        found: Numbers = np.equal.outer(first[sources], first[targets])
        for row in np.flatnonzero(several[sources]):
            found[row] = [bool({*of_each[sources[row]]} & {*of_each[t]}) for t in targets]
        for column in np.flatnonzero(several[targets]):
            found[:, column] = [bool({*of_each[s]} & {*of_each[targets[column]]}) for s in sources]
        return found

    return shares


class _Area:
    """The statements of one area, as the weights of their words."""

    def __init__(self, told: Sequence[Statement]) -> None:
        sentences = [[stems for stems, _ in held(s.text)] for s in told]
        times = Counter(stem for of_one in sentences for sentence in of_one for stem in sentence)
        columns = {stem: n for n, stem in enumerate(s for s, count in times.items() if count > 1)}
        self._weights = np.array([own_weight(stem) for stem in columns], np.float32)
        self._first = np.cumsum([0, *(len(of_one) for of_one in sentences)])
        self._weight = np.array([weight for s in told for _, weight in held(s.text)], np.float32)
        self._words = [[columns[w] for w in s if w in columns] for of_one in sentences for s in of_one]

    def reaching(
        self, start: int, least: float, may: Callable[[Numbers], Numbers], numbers: Sequence[int]
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Row, number of the other, likeness: of the statements from `start` on with all, where they reach `least`."""
        mine, my_first, my_weight = self._part(start)
        mine = mine * self._weights
        kept: list[tuple[Numbers, Numbers, Numbers]] = []
        for from_ in range(0, len(self._first) - 1, _AT_ONCE):
            part = np.array(numbers[from_ : from_ + _AT_ONCE])
            allowed = may(part)
            if not allowed.any():
                continue
            theirs, first, weight = self._part(from_)
            if not (len(my_weight) and len(weight)):
                continue
            with np.errstate(invalid="ignore"):  # some builds of the matrix library set the flag on finite numbers
                shared = mine @ theirs.T
            value = shared / np.maximum(np.minimum.outer(my_weight, weight), LEAST)
            best = _best(_best(value, my_first, 0), first, 1)
            rows, columns = np.nonzero((best >= least - _ROUNDED) & (best > 0) & allowed)
            kept.append((rows, part[columns], np.minimum(best[rows, columns], 1).round(3)))
        if not kept:
            return np.empty(0, int), np.empty(0, int), np.empty(0, np.float32)
        return tuple(np.concatenate(k) for k in zip(*kept, strict=True))  # type: ignore[return-value]

    def _part(self, start: int) -> tuple[Numbers, Numbers, Numbers]:
        """Of the statements from `start` on: sentences by words, the first sentence of each, the sentences' weights."""
        first = self._first[start : start + _AT_ONCE + 1]
        low, high = int(first[0]), int(first[-1])
        table = np.zeros((high - low, len(self._weights)), np.float32)
        for row, words in enumerate(self._words[low:high]):
            table[row, words] = 1
        return table, first - low, self._weight[low:high]


def _best(values: Numbers, first: Numbers, axis: int) -> Numbers:
    """The highest of the sentences of each statement, along one axis; 0 where a statement has none."""
    has = np.flatnonzero(np.diff(first))
    shape = list(values.shape)
    shape[axis] = len(first) - 1
    found = np.zeros(shape, values.dtype)
    highest = np.maximum.reduceat(values, first[has], axis=axis)
    if axis == 0:
        found[has] = highest
    else:
        found[:, has] = highest
    return found
