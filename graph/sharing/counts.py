"""Small counts of children hidden so that no sum gives them away.

A count of one or two is "c". A reader knows that "c" is at least 1, sees the other cells and may know the total; so
more cells are hidden, smallest first, until every hidden count could also be 3 or more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SMALL = 3
HIDDEN = "c"


def hidden(counts: Mapping[int, int], total: int | None = None) -> set[int]:
    """Which cells to hide; `counts` by position, `total` their printed sum, where there is one.

    Without a total a reader can still not be sure that none is known from elsewhere: one hidden cell takes a second.
    """
    hide = {i for i, n in counts.items() if 0 < n < SMALL}
    rest = sorted((i for i, n in counts.items() if n >= SMALL), key=lambda i: (counts[i], i))
    while hide and rest and not _covered([counts[i] for i in hide]):
        hide.add(rest.pop(0))
    return hide


def total_is_safe(counts: Mapping[int, int], hide: set[int], total: int) -> bool:
    """Whether a printed total leaves every hidden count room to be 3 or more."""
    if 0 < total < SMALL:
        return False
    seen = sum(n for i, n in counts.items() if i not in hide)
    return not hide or _roomy(total - seen, len(hide))


def _covered(values: Sequence[int]) -> bool:
    return len(values) >= 2 and _roomy(sum(values), len(values))


def _roomy(left: int, cells: int) -> bool:
    """Whether one of `cells` counts of at least 1 that sum to `left` can be 3 or more, so that none is known small."""
    return cells >= 2 and left - (cells - 1) >= SMALL
