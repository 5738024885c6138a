"""Items of the worklist of figures to check: how a place, a number and a question to the publisher are written."""

from __future__ import annotations

from graph.check.rows import decimals
from graph.records import DocumentRecord, Inconsistency, Statistic


def item(
    record: DocumentRecord, kind: str, stat: Statistic, message: str, printed: str, recomputed: str | None
) -> Inconsistency:
    """One question to the publisher, with the place and quotation of the figure it is about."""
    return Inconsistency(
        kind=kind,
        where=place(stat.page, stat.line, stat.heading),
        document=record.document.title,
        page=stat.page,
        line=stat.line,
        message=message,
        printed=printed,
        recomputed=recomputed,
        quote=stat.quote,
    )


def place(page: int | None, line: int | None, heading: str | None = None) -> str:
    """Where something stands, in words."""
    where = f"page {page}" if page is not None else f"line {line}" if line is not None else "the document"
    return f"{where}, under “{heading}”" if heading else where


def figure(stat: Statistic) -> str:
    """The percentage, else the count, as printed."""
    return f"{plain(stat.percent)}%" if stat.percent is not None else plain(stat.numerator)


def plain(number: int | float | None) -> str:
    """A number as it is printed, without a needless decimal."""
    if number is None:
        return "?"
    return str(int(number)) if float(number).is_integer() else f"{number:g}"


def shown(recomputed: float, percent: int | float | None) -> str:
    """A recomputed percentage with as many decimals as the printed one."""
    places = decimals(percent) if percent is not None else 0
    return f"{recomputed:.{places}f}%"
