"""Printed statistics of a document: what is counted, in which sense, of which group, from which source and when.

A number is kept as printed and never corrected; `graph.check` compares. Review figures, population figures, activity
figures and survey figures are told apart, because only the first say anything of reviews.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.records import Statistic, Unit
from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.figures.based import BASE
from loaders.parse.figures.carried import Carried
from loaders.parse.figures.cells import cell_figure, count_beside, of_head, of_labels, wanted
from loaders.parse.figures.counts import counts, own_work, row_counts
from loaders.parse.figures.groups import Groups
from loaders.parse.figures.lines import Line, above_of, lines, rows_of
from loaders.parse.figures.merged import restated
from loaders.parse.figures.numbers import Figure, holds_number, pattern
from loaders.parse.figures.own_story import in_own_story
from loaders.parse.figures.rates import apart_from, rates_and_spans
from loaders.parse.figures.senses import around, as_of, clause_of, sense_of, topic_of
from loaders.parse.figures.shares import figures
from loaders.parse.figures.units import STARTS, Source, says_more, source_of, tells_unit, unit_of
from loaders.parse.figures.wholes import Wholes, agrees, out_of_column
from loaders.parse.sentences import sentences

_SOURCE_LINE = re.compile(r"^\W*(?:source|data|as at|as of|figures? (?:from|as|for|at))\b", re.I)
_ENDS = re.compile(r"\W*(?:(?:19|20)\d\d\W*)?")
_LONGEST_LINE = 30


def statistics_of(
    blocks: list[Block], title: str = "", names: Sequence[str] = (), aside: list[Line] | None = None
) -> list[Statistic]:
    """The printed statistics of a document, in printed order.

    Args:
        blocks: all blocks of the document; furniture is left out.
        title: title of the document, the last resort for what is counted.
        names: names of the children of the document, whose stories may hold figures of their own.
        aside: takes the lines whose figures were left out as one person's.

    Returns:
        One record a figure. `quote` and `text` are the sentence or row as printed; numerator, denominator and percent
        are None where not printed.
    """
    body = [b for b in blocks if b.kind is not BlockKind.FURNITURE and printed(b.text)]
    groups, out, wholes, carried = (
        Groups(body),
        list[Statistic](),
        Wholes(),
        Carried(title, *(block.text for block in body[:1])),
    )
    rows, above = rows_of(body), above_of(body)
    shares_in: dict[int, list[Statistic]] = {}  # by id of a row: the shares that its cells tell without a percentage
    in_row: dict[int, Statistic] = {}  # by id of a row: the count told in a cell of it, until its share is told beside
    heading, dated, of_line = "", None, 0  # the heading above, the date of its opening line, figures of the last line
    for line in lines(body):
        text, block = line.text, line.block
        if block.kind is BlockKind.HEADING and not is_statistic(text):
            opening = as_of(text, len(text), None) if text.endswith(":") else None
            if opening:  # "In 2023-24 there were:" dates what follows and names nothing
                dated = opening
                continue
            heading, dated, of_line = text.rstrip(" :"), dated if text.endswith(":") else None, 0
            groups.heading(text)
            carried.heading(text)
            wholes.keep(*(int(based["n"]) for based in BASE.finditer(text)))
            for figure in headed(text):
                groups.figure()
                out.append(_statistic(line, figure, len(text), heading, title, source_of(text, ""), dated, groups))
            continue
        if _SOURCE_LINE.match(text) and not figures(text):
            when = as_of(text, len(text), None)
            for statistic in out[len(out) - of_line :]:
                statistic.as_of = when or statistic.as_of
            continue
        if text.endswith(":"):
            dated = as_of(text, len(text), None) or dated
        if not holds_number(text):
            of_line = 0
            continue
        source = source_of(text, heading)
        cells = rows.get(id(block), ())
        if wanted(block):
            continue
        if counted := cell_figure(block, text, cells):
            groups.figure()
            if counted.percent is not None and counted.numerator is None:
                others = [printed(cell.text) for cell in cells if cell is not block]
                counted = wholes.settle(text, [counted], others)[0]
            elif counted.percent is not None and counted.denominator is None:
                counted = out_of_column(counted, above.get(id(block), ()))
            out.append(_statistic(line, counted, len(text), block.column_head or "", title, source, dated, groups))
            if (count := in_row.get(id(cells))) and _same_count(count, counted):
                out.remove(count)
            in_row[id(cells)] = out[-1]
            wholes.keep(counted.denominator)
            continue
        if line.row and (row := carried.row(text)):
            groups.figure()
            out.append(_statistic(line, row[0], len(text), heading, title, source, dated, groups))
            out[-1].unit = row[1]
            continue
        base = of_head(block) or of_labels(block, cells)
        shares = wholes.settle(text, figures(text), [printed(cell.text) for cell in cells], base)
        if block.kind is BlockKind.CELL:
            over = above.get(id(block), ())
            shares = [out_of_column(f, over) if f.percent is not None and f.denominator is None else f for f in shares]
        if len(shares) == 1 and shares[0].numerator is None and (percent := shares[0].percent) is not None:
            told_beside = [*shares_in.get(id(cells), ()), *([in_row[id(cells)]] if id(cells) in in_row else ())]
            beside = next((s for s in told_beside if agrees(s.numerator, s.denominator, percent)), None)
            if cells and beside is not None:
                in_row[id(cells)] = beside
                shares = [replace(shares[0], numerator=beside.numerator, denominator=beside.denominator)]
            else:
                shares = [replace(shares[0], numerator=count_beside(block, text, cells, percent))]
        if not line.row and source not in ("activity", "population"):
            shares = carried.shares(text, shares)
        apart = rates_and_spans(text)
        found = apart_from(_with_counts(shares, counts(text, source)), apart)
        told = dict(carried.counts(text, [*found, *apart])) if source == "review" or carried.looked_at else {}
        carried.name(text, found)
        sampled: dict[Figure, Unit] = {}
        if not told and source == "review":  # "In a sample of 40 files the child had been seen in 29"
            told = sampled = dict(carried.counts_behind(text, [*found, *apart]))
        counted_as = {figure.start: unit for figure, unit in told.items()}
        found = [figure for figure in found if figure.start not in counted_as or figure.denominator or figure.percent]
        found = restated(text, sorted([*found, *apart, *told], key=lambda figure: figure.start))
        if own := [figure for figure in found if figure not in sampled and in_own_story(text, figure, names)]:
            found = [figure for figure in found if figure not in own]
            if aside is not None:
                aside.append(line)
        of_line = len(found)
        for figure, following in zip(found, [*found[1:], None][: len(found)], strict=True):
            groups.figure()
            end = following.start if following else len(text)
            out.append(_statistic(line, figure, end, heading, title, source, dated, groups))
            if cells and (count := in_row.get(id(cells))) and _same_count(count, figure):
                out.remove(in_row.pop(id(cells)))  # "12 | 75%" is one figure
                counted_as[figure.start] = count.unit
            elif cells and figure.denominator is not None and figure.percent is None:
                shares_in.setdefault(id(cells), []).append(out[-1])
            of_whole = None if tells_unit(text, figure, end) else carried.unit(figure)
            out[-1].unit = counted_as.get(figure.start) or of_whole or out[-1].unit
    return out


def headed(text: str) -> list[Figure]:
    """The shares that end a short line set as a heading ("Seen alone: 11/19", "Timeliness: 71% → 84%")."""
    found = figures(text)
    return found if found and _ENDS.fullmatch(text[found[-1].end :]) else []


def _same_count(count: Statistic, figure: Figure) -> bool:
    """Whether a share tells the count of the cell beside it once more, with its percentage."""
    whole = count.denominator is None or count.denominator == figure.denominator
    return figure.percent is not None and figure.numerator == count.numerator and whole


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


def _with_counts(found: list[Figure], plain: list[Figure]) -> list[Figure]:
    """Shares first; a plain count is kept where it is no part of one."""
    wholes = {f.denominator for f in found}
    extra = [
        c for c in plain if c.numerator not in wholes and not any(f.start < c.end and c.start < f.end for f in found)
    ]
    return sorted(found + extra, key=lambda f: f.start)


def _statistic(
    line: Line, figure: Figure, end: int, heading: str, title: str, source: Source, dated: str | None, groups: Groups
) -> Statistic:
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
