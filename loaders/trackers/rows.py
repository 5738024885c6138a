"""What each row of an action table is: an action, more of the action above, a banner, a total, a note, the head again.

Every row ends in exactly one place: in a draft of an action, as structure (banner, recommendation, key), or rejected
with its reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.records import Note, Rejected
from graph.text import joined, key
from loaders.blocks import Block
from loaders.trackers.drafts import Asked, Draft, Total, Walk
from loaders.trackers.head import Head
from loaders.trackers.header import explains_head, is_head, repeats, same_labels
from loaders.trackers.mend import mended
from loaders.trackers.reviews import Label, label_of
from loaders.trackers.several import each_action, numbered
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import colour_word, pattern, says, status_of

_SHEETS = ("cancelled", "superseded", "paused", "not-started", "overdue")  # states that sheets are named after
_BANNER = 6  # words of a banner that says how the actions below it stand ("Closed since the last meeting")
CONTEXT = ("review", "rec_no", "recommendation", "finding", "priority")
_REC = re.compile(
    r"^(?:(?P<word>recommendation|rec\.?)\s*(?:no\.?\s*)?(?P<ref>[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?)|(?P<r>R\d+(?:\.\d+)*))\s*[:.)–-]*\s*(?P<text>.*)$",
    re.I | re.S,
)
_NUMBERED = re.compile(
    r"^(?P<ref>(?:R|Rec(?:ommendation)? ?)?\d{1,2}(?:\.\d{1,2})*[a-z]?)\s*[.):–-]\s*(?P<text>[A-Z“\"'‘].*)$", re.S
)


@dataclass(slots=True)
class _Section:
    """What the banners above say."""

    review: list[Label] = field(default_factory=list)
    asked: Asked | None = None
    priority: str | None = None
    status: str | None = None
    began: int = 0  # number of drafts before it
    nested: bool = False  # banners below the one of status only divide what it says
    fill: str | None = None


class Walker:
    """Walks the rows of one table under its heads."""

    def __init__(
        self,
        table: Table,
        heads: list[Head],
        structure: set[int],
        review: Label | None,
        separator: str,
        asked: Asked | None = None,
    ) -> None:
        self.table, self.heads, self.structure, self.separator = table, heads, structure, separator
        self.default = [review] if review else []
        self.sheet_status = self._sheet_status()
        self.walk = Walk()
        self.section = _Section(list(self.default), asked)
        banner = next((r.words for r in reversed(table.rows) if r.number < heads[0].first and len(r.own) == 1), "")
        if len(banner.split()) <= _BANNER and status_of(banner) and not says("papers", banner):
            self.section.status = banner  # "Still open" over the first head
        elif says("numbered_part", banner):
            self.section.priority = banner
        elif (over := _REC.match(banner)) and over["text"] and asked is None:
            self.section.asked = Asked(over["ref"] or over["r"], joined(over["text"]), heads[0].first)
        self.again = {row for one in heads[1:] for row in range(one.first, one.last + 1)}
        self.filled: dict[str, str] = {}
        self.sparse: dict[tuple[int, str], bool] = {}
        self.filled_at: dict[str, int | None] = {}  # the line where it is printed
        self.last_action = self._last_action()
        above = [b for b in table.before if b.table is None]
        told = [
            (b, o) for b in above if (o := _REC.match(f"{b.number}: {b.text}" if b.number else b.text)) and o["text"]
        ]
        if len(told) == 1:  # "Recommendation 2: …" over a table of a text document; several only list them
            block, over = told[0]
            self.section.asked = Asked(over["ref"] or over["r"], joined(over["text"]), block.line)

    def run(self) -> Walk:
        """Walk all rows below the first head."""
        head = self.heads[0]
        for row in self.table:
            if row.number <= self.heads[0].last or row.number in self.structure or not row.own:
                continue
            if row.number in self.again:
                head = next(one for one in self.heads if one.first <= row.number <= one.last)
                if head.labels == self.heads[0].labels or same_labels(head, self.heads[0]):
                    head.fields = dict(self.heads[0].fields)
                self._reject(row, "the column heads again")
            elif is_head(row) and repeats(row, head):
                self._reject(row, "the column heads again")
            elif row.number <= head.last + 2 and not self.walk.drafts and explains_head(row, head):
                self._reject(row, "units, hints or a filter under the column heads, not an action")
            else:
                self._row(row, head)
        return self.walk

    def _sheet_status(self) -> str | None:
        """What the name of a sheet of finished or dropped actions says of its rows, where no column says it of each."""
        name = self.table.name or ""
        if any(head.columns("status", "tick") for head in self.heads) or len(name.split()) > 5:
            return None
        gone = status_of(re.sub(r"\s*(?:actions?|items?|tasks?)\W*$", "", name, flags=re.I)) in _SHEETS
        return name if gone or (says("done_sheets", name) and not says("opened_sheets", name)) else None

    def _last_action(self) -> int:
        columns = {c for head in self.heads for c in head.columns("action")}
        return max((r.number for r in self.table if len(r.own) > 1 and any(r.text(c) for c in columns)), default=0)

    def _reject(self, row: Row, reason: str) -> None:
        self.walk.rejected.append(Rejected(where=self.table.where(row), reason=reason, text=row.words))

    def _row(self, row: Row, head: Head) -> None:
        if len(row.own) == 1 and says("remarks", row.words):
            self._reject(row, "a remark on its own, not an action")
            return
        if self._total(row, head) or self._goes_on(row, head) or self._note_below(row, head) or self._banner(row, head):
            return
        self._repair(row, head)
        column = head.column("action")
        cell = row.cells.get(column) if column is not None else None
        drafts = self.walk.drafts
        if cell is not None and cell.text and cell.merged and cell.merged[0] < row.number and drafts:
            drafts[-1].rows.append(row)
            self.walk.kept += 1
        elif cell is not None and cell.text:
            for mark, one in each_action(row, head):
                drafts.append(self._draft(one, head, one.cells[column or 0], mark))
                self.walk.kept += 1
        elif self._context_only(row, head):
            self._context(row, head)
        elif row.number > self.last_action and len(row.own) == 1 and _of_standing(row.words):
            self._reject(row, "a count or a key under the table, not an action")
        elif drafts and head is drafts[-1].head and self._numbered_anew(row, head, drafts[-1]):
            self._reject(row, "no action is written in the row, though it has a number of its own")
        elif drafts and drafts[-1].rows[-1].number < row.number and row.number <= drafts[-1].rows[-1].number + 1:
            drafts[-1].rows.append(row)
            self.walk.kept += 1
        else:
            self._reject(row, "no action stands in the row")

    def _numbered_anew(self, row: Row, head: Head, above: Draft) -> bool:
        """Whether a row without an action bears another number than the action above, and so is no more of it."""
        ref = row.text(head.column("ref"))
        return bool(ref) and bool(above.ref) and key(ref) != key(above.ref or "") and len(row.own) > 2

    def _goes_on(self, row: Row, head: Head) -> bool:
        """Take a row that a page break cut off the one above ("(cont.)"): each cell goes on where it stopped."""
        first = next(iter(row.own.values()))
        drafts = self.walk.drafts
        if not drafts or len(first.text.split()) > 4 or not says("continued", first.text):
            return False
        last = drafts[-1].rows[-1]
        for column, cell in row.own.items():
            above = last.cells.get(column)
            if cell is first or above is None or not above.text:
                last.cells[column] = cell if cell is not first else last.cells.get(column, cell)
                continue
            text, raw = joined(f"{above.text} {cell.text}"), f"{above.raw} {cell.raw}"
            last.cells[column] = replace(above, text=text, raw=raw)
        told = head.column("action")
        if told in row.own:
            drafts[-1].text = drafts[-1].quote = last.text(told)
        self.walk.notes.append(
            Note(where=self.table.where(row), message="continues the row above, and was joined to it")
        )
        self.walk.kept += 1
        return True

    def _note_below(self, row: Row, head: Head) -> bool:
        """Take a note alone in its row, among the actions or over all columns, as an update of the action above."""
        drafts = self.walk.drafts
        if len(row.own) != 1 or not drafts or drafts[-1].head is not head:
            return False
        column, cell = next(iter(row.own.items()))
        alone = column == head.column("action") and cell.merged is None and says("dated_note", cell.text)
        follows = row.number == drafts[-1].rows[-1].number + 1
        if not alone and not (follows and head.fields.get(column) != "updates" and says("note_below", cell.text)):
            return False
        at = head.column("updates")
        if at is None:
            at = 1 + max(c for one in self.table for c in one.cells)
            head.fields[at] = "updates"
            head.told[at] = "notes in rows of their own are updates of the action above"
        said = cell.raw if alone else re.sub(r"^[^:–-]*[:–-]\s*", "", cell.raw)
        row.cells = {at: replace(cell, column=at, merged=None, text=joined(said), raw=said)}
        drafts[-1].rows.append(row)
        self.walk.kept += 1
        return True

    def _context_only(self, row: Row, head: Head) -> bool:
        named = {head.fields.get(c) for c in row.own}
        return bool(named) and named <= {*CONTEXT, "ref"} and "recommendation" in named

    def _context(self, row: Row, head: Head) -> None:
        """A row that gives a recommendation for the rows below."""
        for name in CONTEXT:
            if (column := head.column(name)) is not None and row.text(column):
                self.filled[name] = row.text(column)
        asked = Asked(self.filled.get("rec_no"), self.filled.get("recommendation", ""), row.line)
        if asked.ref is None and (numbered := _NUMBERED.match(asked.text)):
            asked = Asked(_bare_ref(numbered["ref"]), numbered["text"], row.line)
        self.section.asked = asked
        self.walk.asked.append((list(self.section.review), asked))
        self.walk.kept += 1

    # ---- banners and totals

    def _total(self, row: Row, head: Head) -> bool:
        own = list(row.own.values())
        text = key(own[0].text)
        action = head.column("action")
        summed = len(text.split()) <= 3 and bool(pattern("totals").match(text)) and _only_numbers(own[1:])
        if (len(own) > max(3, len(head.fields) // 2) and not summed) or (
            action in row.own and len(row.text(action).split()) > 4 and len(own) > 1
        ):
            return False
        tallies = all(pattern("counted").match(key(cell.text)) for cell in own)  # "Closed: 4"
        if not (
            tallies
            or pattern("totals").match(text)
            or (len(text.split()) <= 8 and pattern("totals").search(row.words.casefold()))
        ):
            return False
        found = re.search(pattern("total_number"), row.words) or re.search(r"(?P<after>\d+)(?P<before>)", row.words)
        if found and not tallies:
            drafts = self.walk.drafts
            counted = drafts[self.section.began :] if not re.match(r"\W*(?:grand |overall )?total", text) else drafts
            self.walk.totals.append(Total(row, int(found["after"] or found["before"]), list(counted)))
        self._reject(row, "a total, not an action")
        return True

    def _banner(self, row: Row, head: Head) -> bool:
        own = list(row.own.items())
        if (parent := self._parent(row, head)) is not None:
            self._open(row, parent, parent.text)
            return True
        if len(own) > 2:
            return False
        column, cell = own[0]
        alone = row.number + 1 in self.again or (len(cell.text.split()) <= 3 and status_of(cell.text) is not None)
        if len(own) == 1 and alone and head.fields.get(column) in (None, "action", "ref"):
            self._open(row, cell, cell.text)
            return True
        wide = cell.merged is not None and sum(1 for c in row.cells.values() if c.merged == cell.merged) > 2
        told = head.fields.get(column)
        whole = len(head.labels) == 2  # every cell of a narrow table is filled
        if len(own) == 2 and not (wide or (label_of(cell.text) and not whole)):
            return False
        if (
            told in ("action", "updates", "evidence")
            and not wide
            and not (cell.bold == (cell.text,) and len(cell.text.split()) < 10)
        ):
            return False
        if len(own) == 2 and told not in (None, "ref", "rec_no", "review"):
            return False
        if told in ("leads", "due", "status", "completed") and not wide:
            return False
        if told in ("recommendation", "rec_no") and not wide and not label_of(cell.text):
            return False
        self._open(row, cell, " ".join(c.text for _, c in own))
        return True

    def _parent(self, row: Row, head: Head) -> Block | None:
        """A numbered recommendation in the column of actions with nothing beside it but numbers: it is over others."""
        column = head.column("action")
        cell = row.own.get(column) if column is not None else None
        if cell is None or not (found := _REC.match(cell.text)) or not (found["word"] and found["text"]):
            return None
        beside = {head.fields.get(c) for c in row.own if c != column} | {"ref"}
        rest = [r for r in self.table if r.number > row.number and r.text(column) and r.text(head.column("leads"))]
        return (
            cell
            if beside <= {"ref", "rec_no", "start", None} and rest and not _REC.match(rest[0].text(column))
            else None
        )

    def _open(self, row: Row, cell: Block, words: str) -> None:
        """A banner says what the rows below belong to; below the last action it is a note."""
        text, began = cell.text, len(self.walk.drafts)
        label = label_of(words) if len(words.split()) <= 22 else None
        if label is not None:
            label.line = row.line
        asked = _REC.match(text)
        if row.number > self.last_action:
            self._reject(row, "a note under the table, not an action")
            return
        if asked and (asked["text"] or asked["ref"] or asked["r"]):
            found = Asked(asked["ref"] or asked["r"], joined(asked["text"]), row.line)
            self.section.asked, self.filled = found, {}
            self.walk.asked.append((list(self.section.review), found))
        elif label is not None and (label.kind != "other" or label.ref or label.name):
            self.section = _Section([label], began=began, fill=cell.fill)
            self.filled = {}
        elif says("no_review", text):
            self.section = _Section([], priority=text, began=began, fill=cell.fill)
            self.filled = {}
        elif (status_of(text) or "") and len(text.split()) <= _BANNER:
            self.section.status, self.section.began, self.section.nested = text, began, False
        elif len(text.split()) > 22:
            self._reject(row, "a sentence on its own, not an action")
            return
        elif self.section.review and self.section.fill is not None and cell.fill == self.section.fill:
            self.section = _Section([], priority=text, began=began, fill=cell.fill)
            self.filled = {}
        else:
            if self.section.status and not self.section.nested and began > self.section.began:
                self.section.status = None  # it stands beside the banner that said so, not below it
            self.section.nested = True
            self.section.priority, self.section.asked, self.section.began = text, None, began
        self.structure.add(row.number)

    # ---- actions

    def _repair(self, row: Row, head: Head) -> None:
        mended_, said = mended(row, head, self.separator)
        row.cells = mended_.cells
        wrong = [c for c, cell in row.cells.items() if says("formula_errors", cell.text)]
        for column in wrong:
            label = head.labels.get(column, f"column {column}")
            broken = f"“{row.text(column)}” stands under “{label}”: a formula error, read as blank"
            said = f"{said}; {broken}" if said else broken
            del row.cells[column]
        if said:
            self.extra = (row.number, said)

    extra: tuple[int, str] = (0, "")

    def _draft(self, row: Row, head: Head, cell: Block, mark: str = "") -> Draft:
        text, ref = _without_number(cell)
        for name in CONTEXT:
            columns = head.columns(name)
            said = joined(" ".join(dict.fromkeys(row.text(c) for c in columns if row.text(c))))
            if said:
                if name == "recommendation" and self.filled.get(name) not in (None, said):
                    self.filled.pop("rec_no", None) if not row.text(head.column("rec_no")) else None
                if name == "review" and self.filled.get(name) not in (None, said):
                    self.filled = {}
                self.filled[name] = said
                first = next(row.cells[c] for c in columns if row.text(c))
                if not (first.merged and first.merged[0] < row.number):
                    self.filled_at[name] = row.line
        own_ref = row.text(head.column("ref")) or ref
        if mark and own_ref:
            own_ref = numbered(own_ref, mark)
        draft = Draft(self.table, head, [row], text, cell.text, own_ref or None)
        draft.review = self._reviews(row, head)
        draft.rec_no, draft.recommendation = self._asked(row, head)
        if draft.recommendation and says("accepts", draft.text):
            draft.text = draft.quote = (
                draft.recommendation
            )  # "Accepted" says yes to what was asked: that is what is to be done
        draft.asked_at = self.filled_at.get("recommendation", row.line)
        draft.priority = self.filled.get("priority") or self.section.priority
        draft.section_status = self.section.status or self.sheet_status
        if self.extra[0] == row.number:
            draft.notes.append(self.extra[1])
        return draft

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
            self.sparse[known] = (0.5 if repeated else 0.2) * len(rows) <= len(blank) < len(rows)
        return self.sparse[known]

    def _reviews(self, row: Row, head: Head) -> list[Label]:
        if head.column("review") is None:
            return list(self.section.review)
        said = joined(" ".join(row.text(c) for c in head.columns("review")))
        if not said and self._filled_down(head, "review"):
            said = self.filled.get("review", "")
        if not said:
            return list(self.section.review)
        parts = [p for p in re.split(r"\s*(?:;|\n|\s/\s|\s\+\s)\s*", said) if p]
        several = [label for part in parts if (label := label_of(part, sure=True))]
        if len(parts) < 2 or len(several) < len(parts):
            several = [one] if (one := label_of(said, sure=True)) else []
        for label in several:
            label.line = self.filled_at.get("review")
        return several

    def _asked(self, row: Row, head: Head) -> tuple[str | None, str | None]:
        """Number and text of the recommendation: of the row, of the rows above where written once, of the banner."""
        no, text = row.text(head.column("rec_no")), row.text(head.column("recommendation"))
        if not no and not text and (head.column("rec_no") is not None or head.column("recommendation") is not None):
            names = [n for n in ("rec_no", "recommendation") if head.column(n) is not None]
            if any(self._filled_down(head, n) for n in names):
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
        return no or None, text or None


def _only_numbers(cells: list[Block]) -> bool:
    return bool(cells) and all(re.fullmatch(r"\d+(?:\.\d+)? ?%?", cell.text.strip()) for cell in cells)


def _of_standing(words: str) -> bool:
    return len(words.split()) <= 3 and (status_of(words) is not None or colour_word(words) is not None)


def _bare_ref(ref: str) -> str:
    return re.sub(r"^rec(?:ommendation)?\.? ?", "", ref, flags=re.I)


def _without_number(cell: Block) -> tuple[str, str]:
    """An action without its own number at its start ("3.2 Write to …"), and that number."""
    found = re.match(
        r"^(?:action\s*)?(?P<ref>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})+[a-z]?[.:)]?|\d{1,3}[.)]|\d{1,2}[a-z][.:)]|[A-Z]{1,3}\d{1,3}[.:)]"
        r"|action \d+[:.]?)\s+(?=\D)(?P<text>\S.*)$",
        cell.text,
        re.I | re.S,
    )
    return (found["text"], found["ref"].rstrip(".):")) if found else (cell.text, "")
