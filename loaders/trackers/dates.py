"""Due dates as people type them into trackers: one date, moved dates, no date, and dates that cannot be.

What is vague stays as printed and is no date: seasons, terms, "ongoing", "within three months". A month, a quarter or
"end of" ends on its last day. The forms themselves are read by `graph.dates`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.dates import find_dates, iso
from graph.records import DateSpan
from graph.text import key, printed
from loaders.blocks import Block
from loaders.trackers.vocabulary import pattern, says

_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.]*\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])\d{1,2}\s?([/.-])\s?\d{1,2}\s?\1\s?(?:\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<![\d-])(?:19|20)\d\d-\d\d-\d\d(?![\d-])")
_NO_QUARTER = re.compile(r"\b(?:q|quarter )[5-9](?: (?:20)?\d\d(?: ?[-/–] ?(?:20)?\d\d)?)?(?!\d)", re.I)
_WORDED = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[ -]*(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"[ ,-]*(?:\d{4}|\d{2})\b",
    re.I,
)
_YEARS = r"(?:fy ?)?(?P<{0}>20\d\d|\d\d) ?[-/–] ?(?P<{1}>20\d\d|\d\d)"
_QUARTER = re.compile(rf"\b(?:q|qtr|quarter) ?(?P<q>[1-4])[\s,(–-]*(?:of )?(?:the )?{_YEARS.format('a', 'b')}\)?", re.I)
_QUARTER_LAST = re.compile(rf"\b{_YEARS.format('a', 'b')}[\s,(–-]*(?:q|qtr|quarter) ?(?P<q>[1-4])\b", re.I)
_YEAR_END = re.compile(rf"\bend (?:of )?(?:the )?(?:financial year |fy ?|year )?{_YEARS.format('a', 'b')}(?!\d)", re.I)
_YEAR_ENDS = re.compile(
    r"\b(?:end (?:of )?(?:the )?financial year|financial year[- ]end|fy ?end)\W{0,3}(?P<y>20\d\d)(?![-/–\d])", re.I
)
_TIGHT = re.compile(r"\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*(?=\d{2,4}\b)", re.I)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_SHORT_YEAR = re.compile(
    r"\b(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)(?P<gap>[ -]{1,2})['’]?(?P<year>[1-3]\d)"
    r"(?![\d/]|st\b|nd\b|rd\b|th\b|[:.]\d|,? ?(?:19|20)\d\d)",
    re.I,
)
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2]) ?/ ?(20\d\d|[2-3]\d)")  # a whole cell "03/24"
_MOVED = re.compile(
    r"\b(?:slipped|moved|put back|extended|revised|changed|deferred|re-?set|amended) from (?P<old>.{3,24}?)"
    r" to (?P<new>.{3,})",
    re.I,
)
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_SAID_EARLIER = re.compile(  # after a date: "→", "(original)", but not "(original 31/03/2024)", which is of the next
    rf"\W*(?:->|→|=>|>|\(?(?:original|orig|old|was)\b(?!\W*(?:date)?\W*(?:\d|\(|(?:{_MONTH}|end|q[1-4]))))"
)
_YEAR_IS_OVER = re.compile(r"\bend (?:of )?(?:the )?(?:calendar )?year (20\d\d)(?! ?[-/–] ?\d)", re.I)
_SERIAL = range(32874, 58440)  # 1990 to 2059, as days since 30 December 1899
_EPOCH = date(1899, 12, 30)


@dataclass(slots=True)
class Due:
    """A due cell as read."""

    due: str | None = None
    previous: list[str] = field(default_factory=list)
    completed: str | None = None
    odd: list[str] = field(default_factory=list)


def due_of(cell: Block | None, *, gone: bool = False) -> Due:
    """Read one due cell; `gone`: its whole row is struck through, which says nothing of the date."""
    if cell is None or not cell.text:
        return Due()
    if cell.value:
        return Due(due=cell.value) if gone or cell.text not in cell.struck else Due(previous=[cell.value])
    text = plain(printed(re.sub(r"\s*\n\s*", "; ", cell.raw)) or cell.text)
    if month := _MONTH_YEAR.fullmatch(text):
        text = f"{_MONTHS[int(month[1]) - 1]} {month[2] if len(month[2]) == 4 else '20' + month[2]}"
    text = _MOVED.sub(_moved, text)
    if re.fullmatch(r"\d{5}(?:\.0+)?", text) and int(text[:5]) in _SERIAL:
        day = (_EPOCH + timedelta(days=int(text[:5]))).isoformat()
        return Due(due=day, odd=[f"{text} is the number Excel keeps for {_british(day)}; read as that date"])
    found = Due(odd=[f"{one} is not a date: no such day exists" for one in impossible(text)])
    spans = find_dates(text)
    place, was = 0, -1  # `was`: where an earlier date ended, if the one before this was such
    now: list[str] = []
    struck = "" if gone else " ".join(plain(run) for run in cell.struck)
    for order, span in enumerate(spans):
        words = span.printed or ""
        start = text.find(words, place)
        before = re.sub(r"\([^()]*\)", " ", key(text[max(place, 0) : start]))
        was = place if place == was else -1
        place = start + len(words)
        last = last_day(span, text[max(start - 12, 0) : start])
        meant = re.search(r"\b(?:due|target|deadline)\W*$", before)
        if not meant and (
            pattern("done_words").search(before) or re.search(r"\b(?:completed?|closed|done)\W*(?:on)?\W*$", before)
        ):
            found.completed = last
        elif last is None or says("review_dates", before):
            continue
        elif words in struck or _is_earlier(text, before, place, order, len(spans)) or _in_its_list(was, before):
            found.previous.append(last)
            was = place
        else:
            now.append(last)
    # What is left after the dates said to be earlier: the last one printed holds, unless the cell is open-ended.
    open_ended = bool(pattern("open_ended").match(key(text)))
    if len(now) > 1 and re.search(r"\((?:rev|revised|new|extended|now|current)\.?\)\W*$", key(text)):
        found.previous += now[:-1]
        now = now[-1:]
    if len(now) > 1:
        moved = re.search(r"->|→|=>|➔|➜|;|\b(?:now|then|revised|extended|moved|slipped|changed|new|to)\b", text)
        if moved or "\n" in cell.raw:
            found.previous += now[:-1]
            now = now[-1:]
        else:
            found.odd.append(f"several dates stand in “{cell.text}”; none is said to be the one that holds")
            now = []
    if (now and not open_ended and not found.odd) or (now and not found.odd and re.search(r"\bby\b", key(text))):
        found.due = now[0]
    found.previous = sorted(dict.fromkeys(found.previous))
    return found


def _in_its_list(was: int, before: str) -> bool:
    """Whether a date is only listed after one that no longer holds ("was 30/11/24 and 31/01/25")."""
    return was > 0 and re.fullmatch(r"\W*(?:and|&)\W*", before) is not None


def _is_earlier(text: str, before: str, after: int, order: int, count: int) -> bool:
    """Whether the words around a date say that it no longer holds."""
    if says("later", before):
        return False
    if pattern("earlier").search(before):
        return True
    rest = key(text[after:])
    if count > 1 and re.match(r"\s*(?:before|previously|originally|formerly|at first)\s*(?:[),;.]|$)", rest):
        return True  # "end of May 2025 (end of February 2025 before)"
    return count > 1 and order < count - 1 and bool(_SAID_EARLIER.match(rest))


def last_day(span: DateSpan, before: str = "") -> str | None:
    """The last day of a date that has one: a day, a month, a quarter, or the end of a year; None for what is vague."""
    words = key(span.printed or "")
    if says("seasons", words) or re.search(r"\b(?:early|mid|late|beginning|start)(?: of)?\W*$", key(before)):
        return None
    end = bool(re.search(r"\bend(?: of)?(?: the)?(?: financial)?(?: year)?\W*$", key(before))) or words.startswith(
        "end"
    )
    whole = {"day", "month", "quarter"} | ({"year", "span"} if end else set())
    several_months = re.search(r"[a-z]{3,}\W*(?:/|-|to|and|&)\W*[a-z]{3,}", words)
    return span.to.isoformat() if span.precision in whole or several_months else None


def plain(text: str) -> str:
    """The forms only trackers use, in forms that `graph.dates` knows: 8.4.24, Q3 23/24, 2023-24 Q3, Sept23."""
    text = _DOTTED.sub(r"\1/\2/\3", text)
    text = re.sub(r"(?<=\d)\s*/\s*(?=\d)", "/", text)
    text = _TIGHT.sub(lambda m: f"{m[0]} ", text)
    text = _SHORT_YEAR.sub(r"\g<month>\g<gap>20\g<year>", text)
    text = _YEAR_IS_OVER.sub(r"31 December \1", text)
    for one in (_QUARTER, _QUARTER_LAST):
        text = one.sub(lambda m: f"Q{m['q']} {_years(m['a'], m['b'])}", text)
    text = _YEAR_ENDS.sub(lambda m: f"31 March {m['y']}", text)
    return _YEAR_END.sub(lambda m: f"31 March {int(_years(m['a'], m['b'])[:4]) + 1}" if _neighbours(m) else m[0], text)


def _moved(m: re.Match[str]) -> str:
    """ "Slipped from 31 May to 30 June 2024" as two dates: the first has the year of the second where it has none."""
    year = re.search(r"\b20\d\d\b", m["new"])
    old = m["old"] if not year or re.search(r"\d{4}|/\d\d$", m["old"]) else f"{m['old']} {year[0]}"
    return f"was {old}, now {m['new']}"


def _neighbours(m: re.Match[str]) -> bool:
    return (int(m["a"]) + 1) % 100 == int(m["b"]) % 100


def _years(first: str, second: str) -> str:
    return f"{first if len(first) == 4 else '20' + first}-{second[-2:]}"


def impossible(text: str) -> list[str]:
    """Numeric or worded days in a text that no calendar has ("31/06/2023")."""
    text = plain(text)
    read = [span.printed or "" for span in find_dates(text)]
    forms = [m[0] for one in (_NUMERIC, _ISO, _WORDED) for m in one.finditer(text)]
    none = [form for form in forms if not any(key(form) in key(one) or key(one) in key(form) for one in read)]
    return [*none, *(m[0] for m in _NO_QUARTER.finditer(text))]


def is_date(text: str) -> bool:
    """Whether a short cell is a date or says that there is none yet."""
    if len(text.split()) > 10:
        return False
    return bool(find_dates(plain(text)) or impossible(text) or pattern("open_ended").match(key(text)))


def entry_day(cell: Block | None) -> str | None:
    """The date of an entry, ISO as much as is known."""
    if cell is None or not cell.text:
        return None
    spans = find_dates(plain(cell.text))
    return cell.value or (iso(spans[0]) if spans else None)


def day_of(cell: Block | None) -> tuple[str | None, list[str]]:
    """A completion or update date: the day, or as much as is known; and what is odd about it."""
    if cell is None or not cell.text:
        return None, []
    if cell.value:
        return cell.value, []
    found = due_of(cell)
    return found.due or found.completed, found.odd


_TO_COME = re.compile(
    r"\b(?:expected|planned|due|targets?|anticipated|forecast|est(?:imated?)?|aim\w*|to be|will|proposed|scheduled"
    r"|hoped?|provisional(?:ly)?|hoping|intended|awaiting|pending|tbc|not)\b|\?|^\W*(?:by|before)\b",
    re.I,
)


def done_on(cell: Block | None) -> tuple[str | None, list[str]]:
    """When something was completed; a day that is only expected is none, and that is said."""
    if cell is not None and not cell.value and _TO_COME.search(cell.text):
        said = due_of(cell)
        odd = f"“{cell.text}” stands where the date of completion does, and is of a day to come: not read as done"
        return None, [odd] if said.due or said.completed else []
    return day_of(cell)


def _british(day: str) -> str:
    year, month, number = day.split("-")
    return f"{number}/{month}/{year}"
