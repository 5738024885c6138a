"""One figure in two places: the same number of the same thing with two dates, or named for two areas."""

from __future__ import annotations

import re
from itertools import combinations, groupby

from graph.check.worklist import figure, item, place
from graph.records import DocumentRecord, Inconsistency, Statistic
from graph.text import key, words

_COMPARED = re.compile(r"\b(?:compared (?:to|with)|average|against|regional(?:ly)?)\b", re.I)
_SMALL_WORDS = {"and", "are", "been", "being", "for", "from", "had", "has", "have", "its", "our", "per", "that", "the"}
_SMALL_WORDS |= {"their", "these", "this", "those", "was", "were", "which", "who", "with", "average", "compared"}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def same_figures(stats: list[tuple[DocumentRecord, Statistic]], across: bool = False) -> list[Inconsistency]:
    """The same figure of the same thing with two dates, or named for two areas. `across`: of two documents only."""
    out: list[Inconsistency] = []
    told: set[tuple[object, ...]] = set()
    general = [(r, s) for r, s in stats if s.source == "population" and _is_telling(s)]
    general.sort(key=lambda x: (x[1].percent is None, x[1].percent or 0, x[1].numerator or 0))
    for number, same in groupby(general, key=lambda x: (x[1].percent, x[1].numerator)):
        for (one_record, one), (other_record, other) in combinations(list(same), 2):
            if (one_record is not other_record) is not across or one.quote == other.quote or not _alike(one, other):
                continue
            message = _two_dates(one, other) or _two_areas(one, other)
            mark = (number, one.as_of, other.as_of, one.group, other.group)
            if message is None or mark in told:
                continue
            told.add(mark)
            where = f"{place(one.page, one.line)} and {place(other.page, other.line)}"
            where += f" of {other_record.document.title}" if across else ""
            flagged = item(one_record, "same-figure", one, message, figure(one), None)
            out.append(flagged.model_copy(update={"where": where}))
    return out


def _is_telling(stat: Statistic) -> bool:
    """A figure precise enough, or compared with, that meeting it twice is no accident."""
    if stat.percent is not None:
        return not float(stat.percent).is_integer() or bool(_COMPARED.search(stat.quote))
    return (stat.numerator or 0) >= 100


def _alike(one: Statistic, other: Statistic) -> bool:
    """Whether two lines speak of the same thing: the shorter shares most of its words with the longer."""
    first, second = (_content(s.text) for s in (one, other))
    short = min(first, second, key=len)
    return len(short) >= 2 and len(first & second) >= max(2, 0.6 * len(short) if len(short) <= 6 else 0.4 * len(short))


def _content(text: str) -> set[str]:
    return {w for w in words(text) if w not in _SMALL_WORDS and not w[0].isdigit() and len(w) > 2}


def _two_dates(one: Statistic, other: Statistic) -> str | None:
    first, second = _months_of(one.as_of), _months_of(other.as_of)
    apart = first and second and (first[1] < second[0] or second[1] < first[0])
    if not apart or (one.group and other.group and key(one.group) != key(other.group)):
        return None
    if one.percent is not None and float(one.percent).is_integer():
        return None
    return f"{figure(one)} is printed twice for the same thing, dated {one.as_of} and {other.as_of}."


def _two_areas(one: Statistic, other: Statistic) -> str | None:
    areas = one.group and other.group and key(one.group) != key(other.group)
    if not areas or not (_COMPARED.search(one.quote) and _COMPARED.search(other.quote)):
        return None
    return f"{figure(one)} is printed for {one.group} and for {other.group}, as the figure to compare with."


def _months_of(printed: str | None) -> tuple[int, int] | None:
    """A printed date as first and last month, counted from year 0: "May 2021", "2023-24", "2023"."""
    if not printed:
        return None
    years = [int(y) for y in re.findall(r"(?:19|20)\d\d", printed)]
    if not years:
        return None
    month = next((i for i, m in enumerate(_MONTHS) if re.search(rf"\b{m}", printed, re.I)), None)
    if month is not None:
        return years[0] * 12 + month, years[0] * 12 + month
    span = re.search(r"(?:19|20)\d\d\s?[-–−/]\s?(?:20)?(\d\d)\b", printed)
    # a year of work runs from April to March
    return (years[0] * 12 + 3, years[0] * 12 + 14) if span else (years[0] * 12, years[0] * 12 + 11)
