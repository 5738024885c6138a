"""A figure and its line to the record of a statistic: what is counted, in which sense, of which group and when."""

from __future__ import annotations

from graph.records import Statistic
from loaders.parse.figures.groups import Groups
from loaders.parse.figures.lines import Line
from loaders.parse.figures.numbers import Figure
from loaders.parse.figures.senses import around, as_of, clause_of, sense_of, topic_of
from loaders.parse.figures.units import Source, says_more, unit_of


def statistic(
    line: Line, figure: Figure, end: int, heading: str, title: str, source: Source, dated: str | None, groups: Groups
) -> Statistic:
    """The record.

    Args:
        line: where the figure stands.
        figure: as printed.
        end: where in the line the next figure begins.
        heading: of the section, or of the column.
        title: of the document.
        source: what kind of thing the line counts.
        dated: the date that a line above gives to it.
        groups: the groups told so far.
    """
    text, block = line.text, line.block
    if figure.rate is not None:  # of all children or births of a place
        source, heading, title = "population" if source == "review" else source, "", ""
    local = source in ("population", "activity")
    sense = sense_of(text) if source == "review" else "mention"
    share = figure.denominator is not None or figure.percent is not None
    told = source == "review" or line.row or figure.percent is not None
    topic = (topic_of(clause_of(text, figure, end)) or topic_of(around(text, figure, end))) if told else None
    if topic is None and share and source == "review" and block.row_head and not says_more(text):
        topic = topic_of(block.row_head)
        sense = "feature" if topic and sense == "mention" else sense
    elif topic is None and share and source == "review" and line.row and not says_more(text):
        topic = topic_of(heading)
        sense = "theme" if topic and sense == "mention" else sense
    return Statistic(
        text=text,
        quote=text,
        page=block.page,
        line=block.line,
        heading=heading or None,
        numerator=figure.numerator,
        denominator=figure.denominator,
        percent=figure.percent,
        rate=figure.rate,
        per=figure.per,
        span=figure.span,
        unit=unit_of(text, figure, end, heading, title),
        sense=sense,
        topic=topic,
        group=groups.of(text, figure.start, figure.end, end, local and figure.percent is not None) or block.row_head,
        source=source,
        as_of=as_of(text, figure.start, end) or dated,
    )
