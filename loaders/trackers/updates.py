"""Progress in one cell as dated entries, newest first or last; text without a date stays without one."""

from __future__ import annotations

import re

from graph.dates import find_dates, iso
from graph.records import Update
from graph.text import joined, key
from loaders.trackers.dates import plain
from loaders.trackers.vocabulary import pattern, says

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
_DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]+(?:of )?{_MONTH}[ ,-]+['’]?(?:\d{{4}}|\d{{2}})"
    rf"|{_MONTH}[ -]+['’]?(?:\d{{4}}|\d{{2}})"
    rf"|q[1-4] (?:20)?\d\d ?[-/–] ?\d\d)"
)
_LEAD_IN = r"(?:(?:update[d]?|as (?:at|of)|position (?:at|as at)|progress|on|at)[ :]+)?"
_ENTRY = rf"[\[(]?\s*{_LEAD_IN}(?P<date>{_DATE})(?!\d)\s*[\])]?"
# An entry begins with a date at the start of a line, or after a sentence where a sign or a capital follows it.
_AT_LINE = re.compile(rf"^[\s•*·–-]*{_ENTRY}\s*(?:\([A-Z]{{2,4}}\)\s*)?(?P<sign>[:–—-]|\s(?=\S)|$)\s*", re.I)
_INLINE = re.compile(
    rf"(?<=[.;!?)”\"'’])\s+(?={_ENTRY.replace('?P<date>', '?:')}\s*(?:[:–—]|-\s|\s[A-Z]))|\s+[|]\s+", re.I
)
# A meeting or body before the date ("Board 10/10/24: …"), at the start or after a sentence.
_MET = rf"(?-i:[A-Z][\w&’'/-]*)(?: [\w&’'/-]+){{0,3}}[ ,]+\(?{_DATE}\)?\s*(?:[:–—]|-\s)"
_AT_MEETING = re.compile(rf"^(?=(?P<met>{_MET}))(?P<who>.+?)[ ,]+\(?(?P<date>{_DATE})\)?\s*(?:[:–—]|-\s)\s*", re.I)
_INLINE_MEETING = re.compile(rf"(?<=[.;!?)”\"'’])\s+(?={_MET})", re.I)
_TIED = re.compile(r"\b(?:on|at|of|by|from|in|since|until|to|the|for|and|dated|was|is|were)$", re.I)
# A date in brackets at the end of a line ("Template agreed (14 May 2024)").
_AT_END = re.compile(rf"^(?P<text>\S.*?)\s*(?:[\[(](?P<date>{_DATE})[\])]|[–—]\s*(?P<bare>{_DATE}))\W*$", re.I)
_SHORT_MONTH = re.compile(rf"^{_MONTH}\b", re.I)


def updates_of(raw: str, head: str = "") -> list[Update]:
    """The entries of an update cell.

    Args:
        raw: the cell with its line breaks.
        head: the head of its column, which may carry the date ("Update March 2024").
    """
    entries: list[Update] = []
    cut = [part for line in raw.splitlines() for part in _INLINE.split(line) if part]
    lines = [part for line in cut for part in _meetings_apart(line) if part.strip()]
    for line in lines:
        text = joined(re.sub(r"^[\s•*·]+|^\s*[-–]\s+", "", line))
        found = _AT_LINE.match(text)
        if found and _is_entry(found, text):
            rest = text[found.end() :].strip()
            entries.append(Update(date=_iso(found["date"]), text=rest))
        elif (met := _AT_MEETING.match(text)) and _iso(met["date"]) and not _TIED.search(met["who"]):
            entries.append(Update(date=_iso(met["date"]), text=f"{met['who']}: {text[met.end() :].strip()}"))
        elif (end := _AT_END.match(text)) and (day := _iso(end["date"] or end["bare"])) and not _goes_on(entries, line):
            entries.append(Update(date=day, text=end["text"]))
        elif entries and (entries[-1].date is not None or not _is_bullet(line)):
            entries[-1].text = f"{entries[-1].text}\n{text}".strip()
        else:
            entries.append(Update(date=None, text=text))
    kept = [entry for entry in entries if entry.text and not _nothing(entry.text)]
    kept = kept or [entry for entry in entries if entry.date and not entry.text]
    if len(kept) == 1 and kept[0].date is None and head and (spans := find_dates(plain(head))):
        kept[0].date = iso(spans[0])
    return kept


def _meetings_apart(line: str) -> list[str]:
    """A line cut before each meeting that a date follows."""
    at = [m.end() for m in _INLINE_MEETING.finditer(line)]
    ends = [n for n in at if (met := _AT_MEETING.match(line[n:])) and not _TIED.search(met["who"])]
    return [line[a:b] for a, b in zip([0, *ends], [*ends, len(line)], strict=True)]


def _goes_on(entries: list[Update], line: str) -> bool:
    """Whether a line goes on with the entry above, which its date at the end cannot open."""
    return bool(entries) and entries[-1].date is not None and not re.match(r"\s*[A-Z•*·–-]", line)


def _is_bullet(line: str) -> bool:
    return bool(re.match(r"\s*(?:[•*·–-])\s", line))


def _is_entry(found: re.Match[str], text: str) -> bool:
    """Whether a date at the start opens an entry rather than a sentence ("March 2024 saw the first …")."""
    if _iso(found["date"]) is None:
        return False
    bare = found["sign"].strip() == "" and "[" not in found[0] and "(" not in found[0]
    rest = text[found.end() :]
    return not (bare and _SHORT_MONTH.match(found["date"]) and rest[:1].islower())


def _iso(text: str) -> str | None:
    spans = find_dates(plain(text))
    return iso(spans[0]) if spans else None


def _nothing(text: str) -> bool:
    """Whether an entry is blank; "Not started" is no blank: it says how far the work is."""
    return bool(pattern("nothing").match(key(text))) and not key(text).rstrip(".").endswith("started")


def completed_in(updates: list[Update]) -> str | None:
    """When an entry says that the action itself is complete: it opens with that word and nothing qualifies it."""
    found = None
    for entry in updates:
        if entry.date and (said := pattern("done_words").match(key(entry.text))):
            rest = key(entry.text)[said.end() :]
            if not rest.strip() or re.match(r"\s*(?:[.!;,–-]|and signed off|in full)", rest):
                found = max(found or "", entry.date)
    return found


def nothing_said(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return not text or says("nothing", text)
