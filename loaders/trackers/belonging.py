"""What an action belongs to: the review and the recommendation of its row, of the rows above where written once, of the
banner over it, and its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from graph.text import joined, key
from loaders.blocks import Block
from loaders.trackers.drafts import Asked
from loaders.trackers.head import Head
from loaders.trackers.reviews import Label, label_of
from loaders.trackers.tables import Row, Table
from loaders.trackers.updates import nothing_said
from loaders.trackers.vocabulary import says

CONTEXT = ("review", "rec_no", "recommendation", "finding", "priority")
_SEVERAL = re.compile(r"\s*(?:;|\n|\s/\s|\s\+\s)\s*(?![^()]*\))")  # signs between reviews, but none in brackets
_REC = re.compile(
    r"^(?:(?P<word>recommendation|rec\.?)\s*(?:no\.?\s*)?(?P<ref>[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?)|(?P<r>R\d+(?:\.\d+)*))\s*[:.)–-]*\s*(?P<text>.*)$",
    re.I | re.S,
)
_NUMBERED = re.compile(
    r"^(?P<ref>(?:R|Rec(?:ommendation)? ?)?\d{1,2}(?:\.\d{1,2})*[a-z]?)\s*[.):–-]\s*(?P<text>[A-Z“\"'‘].*)$", re.S
)


@dataclass(slots=True)
class Section:
    """What the banners above say."""

    review: list[Label] = field(default_factory=list)
    asked: Asked | None = None
    priority: str | None = None
    status: str | None = None
    began: int = 0  # number of drafts before it
    nested: bool = False  # banners below the one of status only divide what it says
    fill: str | None = None


class Belonging:
    """What was said so far of the rows of one table that are still to come."""

    def __init__(self, table: Table, section: Section) -> None:
        self.table, self.section = table, section
        self.filled: dict[str, str] = {}
        self.filled_at: dict[str, int | None] = {}  # the line where it is printed
        self.sparse: dict[tuple[int, str], bool] = {}

    def opens(self, section: Section) -> None:
        """A banner opens another part: nothing written above it holds below."""
        self.section, self.filled = section, {}

    def takes(self, row: Row, head: Head) -> None:
        """Keep what a row of an action says, for the rows below that leave it blank."""
        for name in CONTEXT:
            columns = head.columns(name)
            said = joined(" ".join(dict.fromkeys(row.text(c) for c in columns if row.text(c))))
            if not said:
                continue
            changed = self.filled.get(name) not in (None, said)
            if name == "recommendation" and changed and not row.text(head.column("rec_no")):
                self.filled.pop("rec_no", None)
            if name == "review" and changed:
                self.filled = {}
            self.filled[name] = said
            first = next(row.cells[c] for c in columns if row.text(c))
            if not (first.merged and first.merged[0] < row.number):
                self.filled_at[name] = row.line

    def over_rows(self, row: Row, head: Head) -> Asked:
        """The recommendation of a row that gives one for the rows below."""
        for name in CONTEXT:
            if (column := head.column(name)) is not None and row.text(column):
                self.filled[name] = row.text(column)
        said = self.filled.get("recommendation", "")
        if nothing_said(said):
            return Asked(None, "", row.line)
        asked = Asked(self.filled.get("rec_no"), said, row.line)
        if asked.ref is None and (numbered := _NUMBERED.match(asked.text)):
            asked = Asked(_bare_ref(numbered["ref"]), numbered["text"], row.line)
        self.section.asked = asked
        return asked

    def reviews(self, row: Row, head: Head) -> list[Label]:
        """The reviews of a row."""
        if head.column("review") is None:
            return list(self.section.review)
        said = joined(" ".join(row.text(c) for c in head.columns("review")))
        if not said and self._filled_down(head, "review"):
            said = self.filled.get("review", "")
        if not said:
            return list(self.section.review)
        parts = [p for p in _SEVERAL.split(said) if p]
        several = [label for part in parts if (label := label_of(part, sure=True))]
        if len(parts) < 2 or len(several) < len(parts):
            several = [one] if (one := label_of(said, sure=True)) else []
        for label in several:
            label.line = self.filled_at.get("review")
        return several

    def asked(self, row: Row, head: Head) -> tuple[str | None, str | None]:
        """Number and text of the recommendation: of the row, of the rows above where written once, of the banner."""
        no, text = row.text(head.column("rec_no")), row.text(head.column("recommendation"))
        if not no and not text and (head.column("rec_no") is not None or head.column("recommendation") is not None):
            names = [n for n in ("rec_no", "recommendation") if head.column(n) is not None]
            if any(self._filled_down(head, n) for n in names) and not self._of_none(row, head):
                no, text = self.filled.get("rec_no", ""), self.filled.get("recommendation", "")
        elif no and not text and head.column("recommendation") is not None and self.filled.get("rec_no") == no:
            text = self.filled.get("recommendation", "")
        if not no and not text and self.section.asked is not None:
            return self.section.asked.ref, self.section.asked.text or None
        if text and (numbered := _NUMBERED.match(text) or _REC.match(text)):
            ref = numbered.groupdict().get("ref") or numbered.groupdict().get("r")
            if not no or key(no) == key(_bare_ref(ref or "")):
                no, text = no or _bare_ref(ref or ""), joined(numbered["text"])
        if no and (bare := _REC.match(no)) and not bare["text"] and bare["word"]:
            no = bare["ref"]
        if nothing_said(text):
            text = ""  # "None": nothing is recommended, here or above
        return no or None, text or None

    def _of_none(self, row: Row, head: Head) -> bool:
        """Whether a row is of no review by a blank that is meant: then it answers no recommendation above either."""
        column = head.column("review")
        return column is not None and not row.text(column) and not self._filled_down(head, "review")

    def _filled_down(self, head: Head, name: str) -> bool:
        """Whether a column is written once for several rows, so that a blank means "as above"."""
        known = (id(head), name)
        if known not in self.sparse:
            column, action = head.column(name), head.column("action")
            rows = [row for row in self.table if row.number > head.last and row.text(action) and len(row.own) > 1]
            blank = [row for row in rows if not row.text(column)]
            # beside a review that is written in every row a blank may be meant; few blanks then are
            beside = head.column("review") if name != "review" else None
            repeated = beside is not None and sum(bool(row.text(beside)) for row in blank) > len(blank) / 2
            again = sum(
                key(a.text(column)) == key(b.text(column)) != "" for a, b in pairwise(rows) if apart(a, b, column)
            )
            few = len(blank) <= again  # written in every row: a blank is meant
            self.sparse[known] = not few and (0.5 if repeated else 0.2) * len(rows) <= len(blank) < len(rows)
        return self.sparse[known]


def apart(one: Row, other: Row, column: int | None) -> bool:
    """Whether two rows have cells of their own in a column, and not one merged over both."""
    cells = [row.cells.get(column) for row in (one, other)] if column is not None else []
    return all(cell is not None and cell.merged is None for cell in cells)


def asked_in(words: str, line: int | None, *, bare: bool = False) -> Asked | None:
    """The recommendation that a banner or a line over a table gives; `bare`: its number alone is enough."""
    found = _REC.match(words)
    if found is None or not (found["text"] or (bare and (found["ref"] or found["r"]))):
        return None
    return Asked(found["ref"] or found["r"], joined(found["text"]), line)


def only_context(row: Row, head: Head) -> bool:
    """Whether a row only gives learning, or a recommendation for the rows below."""
    action = head.column("action")
    named = {head.fields.get(c) for c in row.own if c != action or not says("no_action", row.text(c))}
    return bool(named) and named <= {*CONTEXT, "ref"} and bool(named & {"recommendation", "finding"})


def parent_in(row: Row, head: Head, table: Table) -> Block | None:
    """A numbered recommendation in the column of actions with nothing beside it but numbers: it is over others."""
    column = head.column("action")
    cell = row.own.get(column) if column is not None else None
    if cell is not None and numbered_over(row, head, table):
        return cell
    if cell is None or not (found := _REC.match(cell.text)) or not (found["word"] and found["text"]):
        return None
    beside = {head.fields.get(c) for c in row.own if c != column} | {"ref"}
    rest = [r for r in table if r.number > row.number and r.text(column) and r.text(head.column("leads"))]
    return (
        cell if beside <= {"ref", "rec_no", "start", None} and rest and not _REC.match(rest[0].text(column)) else None
    )


def numbered_over(row: Row, head: Head, table: Table) -> str | None:
    """The number of a row that holds a number and words alone, over rows of work numbered by it (1a and 1b under 1)."""
    ref, action = head.column("ref"), head.column("action")
    if ref is None or set(row.own) != {ref, action} or "recommend" not in key(head.labels.get(action or 0, "")):
        return None
    number = row.text(ref).strip(" .")
    under = re.compile(rf"{re.escape(number)}(?:[a-h]|\.\d{{1,2}})", re.I)
    below = [one for one in table if one.number > row.number and one.text(action)]
    fits = number and below and under.fullmatch(below[0].text(ref).strip(" .")) and len(below[0].own) > len(row.own)
    return number if fits else None


def _bare_ref(ref: str) -> str:
    return re.sub(r"^rec(?:ommendation)?\.? ?", "", ref, flags=re.I)


def without_number(cell: Block) -> tuple[str, str]:
    """An action without its own number at its start ("3.2 Write to …"), and that number."""
    found = re.match(
        r"^(?:action\s*)?(?P<ref>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})+[a-z]?[.:)]?|\d{1,3}[.)]|\d{1,2}[a-z][.:)]|(?-i:\d{1,2}[a-h](?=\s+[A-Z]))|[A-Z]{1,3}\d{1,3}[.:)]"
        r"|action \d+[:.]?)\s+(?=\D)(?P<text>\S.*)$",
        cell.text,
        re.I | re.S,
    )
    return (found["text"], found["ref"].rstrip(".):")) if found else (cell.text, "")
