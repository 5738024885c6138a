"""Lines that are a statistic and nothing else: among learning they tell no finding."""

from __future__ import annotations

import re

from graph.text import printed
from loaders.parse.figures.counts import own_work, row_counts
from loaders.parse.figures.numbers import pattern
from loaders.parse.figures.senses import sense_of
from loaders.parse.figures.shares import figures
from loaders.parse.figures.units import STARTS, source_of
from loaders.parse.sentences import sentences

_LONGEST_LINE = 30  # words


def is_statistic(text: str) -> bool:
    """Whether a line is a statistic and nothing else, so that it is no finding.

    A line that also says what should be done or what went wrong is learning with a number in it, and is not meant.
    """
    line = printed(text)
    if len(line.split()) > _LONGEST_LINE or len(sentences(line)) > 1 or pattern("says_more").search(line):
        return False
    shares = figures(line)
    if shares:
        return bool(STARTS.match(line)) or (sense_of(line) != "mention" and bool(re.search(r"\d\s?[/%]", line)))
    source = source_of(line, "")
    rows = row_counts(line, source)
    printed_rows = source != "review" and bool(re.search(r"\d", line))  # "Two referrals were …" tells a story
    if rows and (printed_rows or len(rows) > 1 or re.search(pattern("row_words").pattern, line, re.I)):
        return True
    return bool(own_work(line))
