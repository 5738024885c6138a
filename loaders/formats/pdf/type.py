"""What is usual in a document: size, weight and colour of its text, the pitch of its lines, and its words.

Everything that decides headings and paragraph ends is measured against this, so that no size is written into a rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from loaders.formats.pdf.lines import Line

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEAST_PAIRS = 4  # line distances that make a pitch
_LEAST_FULL = 3  # full lines that show the right edge of a page


@dataclass(slots=True)
class Usual:
    """The usual text of a document; `pitches` in points, by rounded size of type and whether it stands in a table."""

    size: float = 10.0
    bold: bool = False
    colour: int = 0
    pitches: dict[tuple[int, bool], float] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)  # small-lettered, those with hyphens inside lines too

    def pitch(self, size: float, celled: bool = False) -> float:
        """Distance between the base lines of one paragraph; cells of a table are often set closer than the text."""
        of_size, other = (round(size), celled), (round(size), not celled)
        return self.pitches.get(of_size, self.pitches.get(other, 1.22 * size))


def usual_size(pages: list[list[Line]]) -> float:
    """The size in which most of the text of a document is set."""
    sizes: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else Usual().size


def usual(pages: list[list[Line]]) -> Usual:
    """Measure a document from its lines, furniture left out."""
    weights: Counter[bool] = Counter()
    colours: Counter[int] = Counter()
    gaps: dict[tuple[int, bool], list[float]] = defaultdict(list)
    result = Usual(usual_size(pages))
    rights: dict[int, list[float]] = defaultdict(list)
    for lines in pages:
        for before, line in zip([None, *lines], lines, strict=False):
            length = len(line.text)
            weights[line.bold] += length
            colours[line.colour] += length
            tokens = _TOKEN.findall(line.text)
            if line.cell:  # a narrow cell may cut the first and the last
                tokens = tokens[1:-1]
            result.words.update(map(str.lower, tokens))
            if before and before.flow == line.flow and abs(before.size - line.size) < 0.5:
                gap = line.base - before.base  # only where a sentence plainly goes on
                goes_on = line.text[:1].islower() and before.text[-1:] not in ".:;?!"
                if goes_on and 0.9 * line.size < gap < 3 * line.size:
                    gaps[round(line.size), line.cell is not None].append(gap)
            if line.main and len(line.words) > 5:
                rights[0].append(line.right)
    if weights:
        result.bold = weights.most_common(1)[0][0]
        result.colour = colours.most_common(1)[0][0]
    for size, found in gaps.items():
        if len(found) >= _LEAST_PAIRS:
            result.pitches[size] = sorted(found)[len(found) * 3 // 10]
    if rights[0]:
        edge = sorted(rights[0])[len(rights[0]) * 97 // 100]
        _widen([line for lines in pages for line in lines if line.main], edge)
    return result


def _widen(lines: list[Line], edge: float) -> None:
    """Let lines reach as far as those of other pages, unless enough of their own page show where they end."""
    flows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        flows[line.flow].append(line)
    for flow in flows.values():
        own = max(line.right for line in flow)
        if sum(1 for line in flow if line.right > own - 2 * line.size) < _LEAST_FULL:
            own = max(own, edge)
        for line in flow:
            line.edge = own
