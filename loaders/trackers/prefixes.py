"""The tracker's own key to its reviews: "JUN = LCSPR Juniper (girl, 9, neglect, 2031)", for rows numbered JUN1.

The key stands in a line or in a table of its own, above or below the actions or on another sheet. A code counts only
where rows are numbered by it and what stands beside it names a review; of every other number nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from graph.dates import find_dates
from graph.gazetteer import areas_in
from graph.text import joined, key
from loaders.blocks import Block
from loaders.parse.cases.naming import kind_of
from loaders.trackers.belonging import without_number
from loaders.trackers.head import Head
from loaders.trackers.labelled import speaks_of_child
from loaders.trackers.leads import is_body
from loaders.trackers.reviews import Label, denied, label_of, sheet_label
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import colour_word, pattern, status_of

_CODE = r"(?:[A-Z][A-Za-z]{0,5}?\d{0,2}?|\d{1,2})"
_RANGE = (  # "JUN1–JUN6", "J-"
    r"[\"”'’]?(?:[\s./-]*\d{1,3}\s*(?:to|[–—-])\s*(?:[A-Z]{0,6}[\s./-]*)?\d{1,3}|[\s./-]*[–—…#*-])?"
)
_ROWS = r"(?:(?:all |the )?(?:rows|actions|items|numbers|refs)\b(?: \w+){0,3}? )?"
_MEANS = r"\s*(?:=|:|[–—-](?=\s)|\b(?:stands for|means|refers to|are (?:of|from|for)|is)\b)\s*"
_OPENING = rf"(?i:{_ROWS})[\"“'‘]?(?P<code>{_CODE}){_RANGE}{_MEANS}"
_ENTRY = re.compile(rf"^{_OPENING}(?P<meaning>\S.*)$", re.S)
_ALONE = re.compile(rf"[\"“'‘]?(?P<code>{_CODE}){_RANGE}\s*[:=]?")
_PARTS = re.compile(rf"\s*[;|\n•]\s*|,\s+(?={_CODE}\s*(?:=|[–—-]\s))|\.\s+(?={_OPENING.replace('?P<code>', '?:')})")
_SEVERAL = re.compile(r"\s*(?:[,;&+]|\band\b|/(?=\s*[A-Z]))\s*")
_LEAD = re.compile(r"^[^:=;]{0,60}:\s*(?=\S+\s*(?:=|[–—-]\s))")  # "Key to numbers: J = …"
_OF_SEVERAL = re.compile(r"\b(?:reviews|l?csprs|scrs)\b", re.I)
_OF_REVIEWS = re.compile(r"\b(?:reviews?|l?cspr|lcsprs|scrs?|cases?|child(?:ren)?|pseudonyms?)\b", re.I)
_DEGREES = frozenset("high medium low urgent immediate short long critical essential standard open new".split())  # noqa: SIM905
_WIDEST = 4  # cells of an entry below actions
_NAME = 4  # words of a review's name
_HEAD = 4  # words of a head in a table that is a key


@dataclass(slots=True)
class Entry:
    """What the key says of one code; `label` is None where it says that the rows are of no review."""

    code: str
    label: Label | None
    line: str
    used: bool = False


@dataclass(slots=True)
class Prefixes:
    """The key. `rows`: by id of table, the numbers of its rows that are the key; `lines`: its lines in running text."""

    entries: dict[str, Entry] = field(default_factory=dict)
    rows: dict[int, set[int]] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)  # id of block
    printed: list[str] = field(default_factory=list)  # its words
    unsure: list[str] = field(default_factory=list)  # what explains codes that number rows, and may name no reviews

    def labels(self, number: str, *, alone: bool = False) -> list[Label] | None:
        """The reviews of a number ("JUN1", "JUN1, TAR2"); [] where the key says none, None where it says nothing.

        `alone`: codes stand there without a number, as in a column of reviews.
        """
        parts = [f"{part} 1" if alone else part for part in _SEVERAL.split(number)]
        codes = [next((c for c in sorted(self.entries, key=len, reverse=True) if _begins(p, c)), None) for p in parts]
        told = [self.entries[code] for code in dict.fromkeys(codes) if code is not None]
        return [one.label for one in told if one.label is not None] if told else None

    def notes(self) -> list[str]:
        """What a person should know of the key."""
        said = [f"“{line}” numbers rows, and nothing says that it is a review; none was made" for line in self.unsure]
        if self.entries:
            said.append(f"the tracker's own key to its reviews: {'; '.join(self.printed)}")
        unmet = [entry.code for entry in self.entries.values() if not entry.used]
        return said + [f"no row is numbered by {code}, which the key to reviews explains" for code in unmet]


def prefixes_of(tables: list[Table], heads: Mapping[int, list[Head]]) -> Prefixes:
    """The key to reviews of a tracker; `heads`: by id of table."""
    numbers = [number for table in tables for number in _numbers(table, heads[id(table)])]
    found = Prefixes()
    if not any(re.match(_CODE, number) for number in numbers):
        return found
    title = any(_OF_SEVERAL.search(cell.text) for table in tables for cell in _titles(table, heads[id(table)]))
    for table in tables:
        for block in (b for b in (*table.before, *table.after) if b.table is None):
            if _take(found, _in_line(block), numbers, title or _says_so(block.text)):
                found.lines.add(id(block))
                found.printed.append(block.text)
        for group in _groups(table, headed=bool(heads[id(table)])):
            head = _head(table, group, numbers)
            group = group[1:] if head is group[0] else group
            told = {row.number: _in_row(row, head) for row in group}
            named = title or _says_so(table.name) or _says_so(head.words if head else group[0].words)
            if _take(found, [one for entries in told.values() for one in entries], numbers, named):
                taken = {number for number, entries in told.items() if entries} | ({head.number} if head else set())
                found.printed += [row.words for row in group if row.number in taken]
                found.rows.setdefault(id(table), set()).update(taken - _banners(table, heads[id(table)], group))
    return found


def _numbers(table: Table, heads: list[Head]) -> list[str]:
    """What rows of actions are numbered by, or named in a column of reviews."""
    told: list[str] = []
    for row in table if heads else ():
        head = next((h for h in reversed(heads) if h.last < row.number), None)
        if head is not None and len(row.own) > 2:
            told += [row.text(c) for c in head.columns("ref", "rec_no") if row.text(c)]
            told += [f"{row.text(c)} 1" for c in head.columns("review") if row.text(c)]  # the code alone stands there
            told += [without_number(row.cells[c])[1] for c in head.columns("action") if c in row.cells]
    return [joined(one) for one in told if one]


def _titles(table: Table, heads: list[Head]) -> Iterable[Block]:
    first = heads[0].first if heads else 0
    yield from (b for b in table.before if b.table is None)
    yield from (cell for row in table if row.number < first and len(row.own) == 1 for cell in row.own.values())


def _groups(table: Table, *, headed: bool) -> list[list[Row]]:
    """Rows that may be a key: a line alone, or rows below one another that each begin with a code alone.

    `headed`: the table holds actions, whose rows have more cells and numbers of their own.
    """
    groups: list[list[Row]] = []
    for row in table:
        own = list(row.own.values())
        coded = len(own) > 1 and (len(own) <= _WIDEST or not headed) and bool(_ALONE.fullmatch(own[0].text))
        coded = coded and not own[0].text[-1].isdigit()
        several = len(own) > _WIDEST and bool(_says_so(own[0].text) or pattern("key_heads").search(key(own[0].text)))
        coded = coded or (several and not any(cell.text[-1].isdigit() and len(cell.text) < 4 for cell in own))
        if groups and coded and len(groups[-1][-1].own) > 1 and groups[-1][-1].number == row.number - 1:
            groups[-1].append(row)
        elif coded or len(own) == 1:
            if groups and len(own) == 1 and len(groups[-1][-1].own) == 1 and groups[-1][-1].number == row.number - 1:
                groups[-1].append(row)
            else:
                groups.append([row])
    return groups


def _banners(table: Table, heads: list[Head], group: list[Row]) -> set[int]:
    """Lines among the actions that tell a code: each is the banner of the rows below it too."""
    if not heads or len(group[0].own) > 1:
        return set()
    last = max((row.number for row in table if len(row.own) > 2), default=0)
    return {row.number for row in group if heads[0].last < row.number < last}


def _head(table: Table, group: list[Row], numbers: list[str]) -> Row | None:
    """The row of labels over a key in a table of its own; it may look like an entry that numbers no row ("Code")."""
    first = next(iter(group[0].own.values())).text
    if len(group[0].own) < 2:
        return None
    if len(group) > 1 and not any(_begins(number, first) for number in numbers) and kind_of(group[0].words) is None:
        return group[0] if all(len(c.text.split()) <= _HEAD for c in group[0].own.values()) else None
    above = next((one for one, below in pairwise(table.rows) if below is group[0]), None)
    short = above is not None and len(above.own) > 1 and all(len(c.text.split()) <= _HEAD for c in above.own.values())
    return above if short and above is not None and above.number == group[0].number - 1 else None


def _in_row(row: Row, head: Row | None) -> list[Entry]:
    own = list(row.own.items())
    if len(own) == 1:
        return _in_line(own[0][1])
    pairs = own[len(own) % 2 :]  # "Key | ASH | LCSPR Ash | ELM | Rapid review Elm"
    if len(own) > 2 and len(pairs) > 2 and all(_ALONE.fullmatch(code.text) for _, code in pairs[::2]):
        told = [_entry(a.text.strip(" :="), b, b.text) for (_, a), (_, b) in zip(pairs[::2], pairs[1::2], strict=True)]
        return [one for one in told if one] if all(told) else []
    found = _ALONE.fullmatch(own[0][1].text)
    entry = _entry(found["code"], own[1][1], own[1][1].text) if found else None
    if entry is None:
        return []
    if entry.label is not None:
        entry.label.told += [(head.text(c) if head else "", cell) for c, cell in own[2:]]
    entry.line = f"{entry.code} = {', '.join(cell.text for _, cell in own[1:])}"
    return [entry]


def _in_line(block: Block) -> list[Entry]:
    """The entries of a line; [] where a part of it is none."""
    text = _LEAD.sub("", (block.raw or block.text).strip())
    parts = [joined(part).strip(" .") for part in _PARTS.split(text) if part.strip()]
    found = [(part, _ENTRY.match(part)) for part in parts]
    return [entry for _, m in found if m and (entry := _entry(m["code"], block, m["meaning"]))] if all(
        m for _, m in found
    ) else []  # fmt: skip


def _entry(code: str, block: Block, meaning: str) -> Entry | None:
    meaning = joined(meaning).strip(" .;")
    if denied(meaning):
        return Entry(code, None, f"{code} = {meaning}")
    if (len(code) > 1 and colour_word(code)) or is_body(meaning) or (status_of(meaning) and not kind_of(meaning)):
        return None
    label = _label(meaning)
    if label is None:
        return None
    if label.ref is None and (len((label.name or "").split()) > _NAME or re.match(r"(?:an?|the) ", label.name or "")):
        label.name, label.ref = None, code  # a story and no name ("the LCSPR about a boy of 11 who …")
    label.line = block.line
    return Entry(code, label, f"{code} = {meaning}")


def _label(meaning: str) -> Label | None:
    """The review that stands beside a code, by what stands before what is told of it."""
    opening = re.split(r"\s*[(\[:;,]|\s+[–—-]\s+", meaning)[0]
    kind = kind_of(meaning)
    label = label_of(opening)
    if label is None and _bare(opening):
        label = Label(meaning, kind or "other", None, opening)
    if label is None and (kind or speaks_of_child(meaning)):
        label = label_of(meaning) or Label(meaning, kind or "other", None, opening)
    if label is not None:
        label.printed = meaning
        label.kind = label.kind if label.kind != "other" else kind or "other"
    return label


def _bare(name: str) -> bool:
    """Whether a word alone may be a review's name: no month, place, topic, degree, body or plain word for a sheet."""
    plain = key(name)
    month = any(one.precision != "year" for one in find_dates(f"{name} 2031"))
    other = month or areas_in(name) or plain in _DEGREES or status_of(name)
    return len(name.split()) == 1 and name[:1].isupper() and not other and sheet_label(name) is not None


def _says_so(words: str | None) -> bool:
    """Whether a line, the name of a sheet or a row of heads says before any code that it is about reviews."""
    return _OF_REVIEWS.search(re.split(r"[=:]", words or "")[0]) is not None


def _take(found: Prefixes, told: list[Entry], numbers: list[str], named: bool) -> bool:
    """Keep the entries of one group, where rows are numbered by them and they are plainly of reviews."""
    for entry in told:
        entry.used = any(_begins(number, entry.code) for number in numbers)
    proven = [e for e in told if e.label and (kind_of(e.line) or speaks_of_child(e.label.printed) or e.label.told)]
    if not any(e.used for e in told):
        return False
    if not (proven or (named and len(told) > 1)):
        found.unsure += [e.line for e in told if e.label]
        return False
    for entry in told:
        found.entries.setdefault(entry.code, entry)
    return True


def _begins(number: str, code: str) -> bool:
    """Whether a number begins with a code and goes on behind it: JUN1, JUN/2, J.3."""
    behind = r"[\s./_:#–-]+\w" if code[-1].isdigit() else r"[\s./_:#–-]*(?:[\s./_:#–-](?:r|rec|a)\W*)?\d"
    return re.match(rf"{re.escape(code)}{behind}", number, re.I) is not None
