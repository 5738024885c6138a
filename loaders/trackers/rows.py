"""What each row of an action table is: an action, more of the action above, a banner, a total, a note, the head again.

Every row ends in exactly one place: in a draft of an action, as structure (banner, recommendation, key), or rejected
with its reason.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import Note, Rejected
from graph.text import joined, key
from loaders.blocks import Block
from loaders.trackers.banners import banner_in, of_standing, total_in
from loaders.trackers.belonging import Belonging, Section, asked_in, numbered_over, only_context, without_number
from loaders.trackers.drafts import Asked, Draft, Total, Walk
from loaders.trackers.head import Head
from loaders.trackers.header import explains_head, is_head, repeats, same_labels
from loaders.trackers.mend import mended
from loaders.trackers.over import asked_over, learnt_over, rows_over
from loaders.trackers.prefixes import Prefixes
from loaders.trackers.replied import reply_in
from loaders.trackers.reviews import Label, label_of
from loaders.trackers.several import each_action, numbered
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import says, status_of

_SHEETS = ("cancelled", "superseded", "paused", "not-started", "overdue")  # states that sheets are named after
_PART = re.compile(r"(?:\d{1,2}|[A-Z]|[ivx]{1,4})[.):]\s")
_CODED = re.compile(r"[A-Z]{1,6}[\s./_:#–-]*\d")
_BANNER = 6  # words of a banner that says how the actions below it stand ("Closed since the last meeting")


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
        prefixes: Prefixes | None = None,
    ) -> None:
        self.table, self.heads, self.structure, self.separator = table, heads, structure, separator
        self.default = [review] if review else []
        self.sheet_status = self._sheet_status()
        self.walk = Walk()
        self.head = heads[0]  # over the row that is walked
        for one in heads:
            if one.asked_only and any(numbered_over(row, one, table) for row in table):
                one.asked_only = False  # what is asked stands in rows of its own, over the work
                why = "rows of a number and words alone say what is asked of those below"
                one.told[one.column("action") or 0] = why
        section = Section(list(self.default), asked)
        banner = next((r.words for r in reversed(table.rows) if r.number < heads[0].first and len(r.own) == 1), "")
        if len(banner.split()) <= _BANNER and status_of(banner) and not says("papers", banner):
            section.status = banner  # "Still open" over the first head
        elif says("numbered_part", banner):
            section.priority = banner
        over = rows_over(table, heads[0].first)
        section.asked = asked_over(over, heads[0].first) or section.asked
        self.walk.learnt += [(list(self.default), draft) for draft in learnt_over(table, over)]
        above = [b for b in table.before if b.table is None]
        told = [o for b in above if (o := asked_in(f"{b.number}: {b.text}" if b.number else b.text, b.line))]
        if len(told) == 1:  # "Recommendation 2: …" over a table of a text document; several only list them
            section.asked = told[0]
        self.over = Belonging(table, section)
        self.prefixes = prefixes or Prefixes()
        self.numbered_by: str | None = None  # the code that numbered the row before
        self.again = {row for one in heads[1:] for row in range(one.first, one.last + 1)}
        self.last_action = self._last_action()

    @property
    def section(self) -> Section:
        """What the banners above say."""
        return self.over.section

    def run(self) -> Walk:
        """Walk all rows below the first head."""
        head = self.head
        for row in self.table:
            if row.number <= self.heads[0].last or row.number in self.structure or not row.own:
                continue
            if row.number in self.again:
                head = self.head = next(one for one in self.heads if one.first <= row.number <= one.last)
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
        rows = (r for r in self.table if len(r.own) > 1 and r.number not in self.structure)
        return max((r.number for r in rows if any(r.text(c) for c in columns)), default=0)

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
        if only_context(row, head):
            self._context(row, head)
            return
        if cell is not None and cell.text and cell.merged and cell.merged[0] < row.number and drafts:
            drafts[-1].rows.append(row)
            self.walk.kept += 1
        elif cell is not None and says("no_action", cell.text) and self._refused(row, head):
            self._context(row, head)
        elif cell is not None and cell.text:
            for mark, one in each_action(row, head):
                drafts.append(self._draft(one, head, one.cells[column or 0], mark))
                self.walk.kept += 1
        elif any(row.text(c) for c in head.columns("recommendation")) and reply_in([row], head) is not None:
            self._context(row, head)  # what was refused has no action beside it
        elif row.number > self.last_action and len(row.own) == 1 and of_standing(row.words):
            self._reject(row, "a count or a key under the table, not an action")
        elif drafts and head is drafts[-1].head and self._numbered_anew(row, head, drafts[-1]):
            self._reject(row, "no action is written in the row, though it has a number of its own")
        elif drafts and drafts[-1].rows[-1].number < row.number and row.number <= drafts[-1].rows[-1].number + 1:
            drafts[-1].rows.append(row)
            self.walk.kept += 1
        else:
            self._reject(row, "no action stands in the row")

    @staticmethod
    def _refused(row: Row, head: Head) -> bool:
        """Whether what a row asks was refused, by its column of replies."""
        reply = reply_in([row], head) if any(row.text(c) for c in head.columns("recommendation")) else None
        return reply is not None and reply.kind == "not accepted"

    def _context(self, row: Row, head: Head) -> None:
        """Keep what a row without an action tells: learning, and a recommendation for the rows below."""
        by_key = self._by_key(row, head, row.text(head.column("ref")))
        review = list(self.section.review) if by_key is None else by_key
        if any(row.text(c) for c in head.columns("recommendation")):
            asked = self.over.over_rows(row, head)
            self.walk.asked.append((review, replace(asked, reply=reply_in([row], head))))
        self.walk.learnt.append((review, Draft(self.table, head, [row], "", "")))
        self.walk.kept += 1

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

    # ---- banners and totals

    def _total(self, row: Row, head: Head) -> bool:
        if (found := total_in(row, head)) is None:
            return False
        printed, whole = found
        if printed is not None:
            drafts = self.walk.drafts
            self.walk.totals.append(Total(row, printed, list(drafts if whole else drafts[self.section.began :])))
        self._reject(row, "a total, not an action")
        return True

    def _banner(self, row: Row, head: Head) -> bool:
        if (found := banner_in(row, head, self.table, self.again)) is None:
            return False
        self._open(row, *found)
        return True

    def _open(self, row: Row, cell: Block, words: str) -> None:
        """A banner says what the rows below belong to; below the last action it is a note."""
        text, began, section = cell.text, len(self.walk.drafts), self.section
        label = label_of(words) if len(words.split()) <= 22 else None
        if label is not None:
            label.line = row.line
        if row.number > self.last_action:
            self._reject(row, "a note under the table, not an action")
            return
        number = numbered_over(row, self.head, self.table)
        found = Asked(number, text, row.line) if number else asked_in(text, row.line, bare=True)
        if found is not None:
            section.asked, self.over.filled = found, {}
            self.walk.asked.append((list(section.review), found))
        elif label is not None and (label.kind != "other" or label.ref or label.name):
            self.over.opens(Section([label], began=began, fill=cell.fill))
        elif says("no_review", text):
            self.over.opens(Section([], priority=text, began=began, fill=cell.fill))
        elif status_of(text) and len(text.split()) <= _BANNER and not self._one_of_parts(text):
            section.status, section.began, section.nested = text, began, False
        elif len(text.split()) > 22:
            self._reject(row, "a sentence on its own, not an action")
            return
        elif section.review and section.fill is not None and cell.fill == section.fill:
            self.over.opens(Section([], priority=text, began=began, fill=cell.fill))
        else:
            if section.status and not section.nested and began > section.began:
                section.status = None  # it stands beside the banner that said so, not below it
            section.nested = True
            section.priority, section.asked, section.began = text, None, began
        self.structure.add(row.number)

    def _one_of_parts(self, text: str) -> bool:
        """Whether a banner with a number or letter is a part among others that name topics ("C. Working together")."""
        alone = [row.words for row in self.table if len(row.own) == 1]
        fellows = [words for words in alone if _PART.match(words)]
        return _PART.match(text) is not None and not all(map(status_of, fellows))

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

    def _by_key(self, row: Row, head: Head, number: str) -> list[Label] | None:
        """The reviews of the code that numbers a row, by the tracker's key; None where it says nothing.

        What is written above under another code does not hold.
        """
        if not self.prefixes.entries or row.text(head.column("review")):
            return self.prefixes.labels(row.text(head.column("review")), alone=True)
        told = [one for one in (number, row.text(head.column("rec_no"))) if one]
        code = next((m[0] for one in told if (m := re.match(r"[A-Za-z]+", one))), None)
        if code and self.numbered_by and code != self.numbered_by:
            self.over.filled = {}
        self.numbered_by = code or self.numbered_by
        found = next((labels for one in told if (labels := self.prefixes.labels(one)) is not None), None)
        other = found is None and self.section.review == self.default and any(_CODED.match(one) for one in told)
        return [] if other else found  # of a code that the key does not tell nothing is guessed

    def _draft(self, row: Row, head: Head, cell: Block, mark: str = "") -> Draft:
        text, ref = without_number(cell)
        over = self.over
        own_ref = row.text(head.column("ref")) or ref
        by_key = self._by_key(row, head, own_ref)
        over.takes(row, head)
        if mark and own_ref:
            own_ref = numbered(own_ref, mark)
        draft = Draft(self.table, head, [row], text, cell.text, own_ref or None)
        draft.review = over.reviews(row, head) if by_key is None else by_key
        draft.rec_no, draft.recommendation = over.asked(row, head)
        if draft.recommendation and (says("accepts", draft.text) or says("no_action", draft.text)):
            # "Accepted" says yes to what was asked: that is what is to be done, and what the row tells of beside "None"
            draft.text = draft.quote = draft.recommendation
        draft.asked_at = over.filled_at.get("recommendation", row.line)
        draft.priority = over.filled.get("priority") or self.section.priority
        draft.section_status = self.section.status or self.sheet_status
        if self.extra[0] == row.number:
            draft.notes.append(self.extra[1])
        return draft
