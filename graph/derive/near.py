"""Which of many statements can be near the same: found by their rarest words, never by comparing all with all.

Two sentences that share a given part of the shorter one's weight must share one of its rarest words, as soon as those
together weigh more than the rest that may differ. So each sentence is looked up by these few words only; nothing that
is alike enough is missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.derive.likeness import held, rarest
from graph.derive.statements import Scopes, Statement


def near_pairs(told: Sequence[Statement], scopes: Scopes, least: float) -> Iterator[tuple[Statement, Statement]]:
    """Pairs within one area whose likeness can reach `least`, each once, in the order given."""
    sentences = [[sentence for sentence, _ in held(s.text)] for s in told]
    times = Counter(stem for of_one in sentences for sentence in of_one for stem in sentence)
    holding: dict[tuple[str, str], list[int]] = {}
    areas = [sorted(scopes.areas(s.owners)) for s in told]
    for number, of_one in enumerate(sentences):
        for stem in {stem for sentence in of_one for stem in sentence}:
            for area in areas[number]:
                holding.setdefault((area, stem), []).append(number)
    found: set[tuple[int, int]] = set()
    for number, of_one in enumerate(sentences):
        for sentence in of_one:
            for stem in rarest(sentence, times, least):
                for area in areas[number]:
                    for other in holding[(area, stem)]:
                        if other != number:
                            found.add((min(number, other), max(number, other)))
    for a, b in sorted(found):
        if scopes.scope(told[a].owners, told[b].owners) is not None:
            yield told[a], told[b]
