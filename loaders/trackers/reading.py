"""One tracker on its way to a record: its key, rows and reviews, the tables beside the actions, and what was odd."""

from __future__ import annotations

from typing import Any

from graph.records import DocumentRecord, Note, Rejected, Update
from graph.text import key
from loaders.blocks import COLOUR_ALONE, Block, SourceText
from loaders.parse.sentences import sentences
from loaders.trackers.asked_beside import asked_beside
from loaders.trackers.build import Builder
from loaders.trackers.colours import name_of
from loaders.trackers.drafts import Asked, Walk, total_note
from loaders.trackers.figures_beside import figures_beside
from loaders.trackers.filing import Filing
from loaders.trackers.front import document_of, names_body
from loaders.trackers.header import colours_vary, heads_of
from loaders.trackers.history import united
from loaders.trackers.initials import initials_of
from loaders.trackers.introduced import introduce, tell_over
from loaders.trackers.learnt_beside import learn_beside
from loaders.trackers.legend import MEANING, TOKEN, legend_of, pairs_in, tells_key
from loaders.trackers.logs import read_log
from loaders.trackers.prefixes import prefixes_of
from loaders.trackers.reviews import LABEL, Label, label_of, sheet_label
from loaders.trackers.rows import Walker
from loaders.trackers.shares import shares_told
from loaders.trackers.tables import Row, Table
from loaders.trackers.together import part_due
from loaders.trackers.vocabulary import pattern, status_of

_NO_ACTIONS = "holds no actions; its rows were not taken"
_KEY = 3  # columns that an entry of a key may fill
FORMATS = ("xlsx", "csv")  # every file of these is read as a tracker; of others, those with an action table


def _is_action(row: Row, column: int) -> bool:
    """Whether a row below a head is surely no entry of a key: it fills many columns, or tells what is to be done."""
    cell = row.cells.get(column)
    if cell is None or not cell.text or len(row.own) < 2:
        return False
    said = len(cell.text.split())
    told = said > TOKEN and not name_of(cell.fill) and (said > MEANING or not status_of(cell.text))
    return told or len(row.own) > _KEY


class Reading:
    """One tracker on its way to a record."""

    def __init__(self, source: SourceText, mapping: dict[str, Any], tables: list[Table]) -> None:
        self.source, self.mapping, self.tables = source, mapping, tables
        self.by_row = source.format in FORMATS  # no text stands around its tables
        self.heads = {id(table): heads_of(table, mapping) for table in self.tables}
        self._prefer_actions()
        for table in self.tables:
            part_due(table, self.heads[id(table)])
        self.taken = {id(t): self._data_rows(t) for t in self.tables if self.heads[id(t)]}
        self.initials, listed = initials_of(self.tables, self.taken)
        self.legend = legend_of(self.tables, self.taken, self.initials)
        for place, numbers in listed.items():
            self.legend.rows.setdefault(place, set()).update(numbers)
        self.prefixes = prefixes_of(self.tables, self.heads)
        self.initials = {short: of for short, of in self.initials.items() if short not in self.prefixes.entries}
        for place, numbers in self.prefixes.rows.items():
            self.legend.rows.setdefault(place, set()).update(numbers)
        noted = [(where, message) for where, message in source.notes if COLOUR_ALONE not in message]
        self.notes = [Note(where=where, message=message) for where, message in noted]
        self.rejected: list[Rejected] = []
        self.kept = 0
        self.asked_over: Asked | None = None  # the recommendation named last over a table of a text document
        self.carried: Label | None = None  # the review named last over a table of a text document
        self.about: list[tuple[Table, Label]] = []  # tables that are of one review
        self.beside: list[tuple[Table, list[Rejected]]] = []  # tables without actions, with their rows not taken

    def _prefer_actions(self) -> None:
        """Where some tables have a column of actions, those that tell of no work only list recommendations."""
        named = [h for heads in self.heads.values() for h in heads if not h.asked_only]
        if named:
            for heads in self.heads.values():
                if heads and all(h.asked_only and not h.columns("status", "updates", "completed") for h in heads):
                    heads[:] = []

    def _data_rows(self, table: Table) -> set[int]:
        """Rows of the heads and of actions, which can be no key."""
        heads = self.heads[id(table)]
        columns = {c for h in heads for c in h.columns("action")}
        head_rows = {n for h in heads for n in range(h.first, h.last + 1)}
        actions = {
            r.number
            for r in table
            if r.number > heads[0].last and any(_is_action(r, c) for c in columns) and not pairs_in(r)
        }
        return head_rows | actions

    # ---- the whole

    def record(self) -> DocumentRecord:
        """The whole record."""
        lines = [b.text for t in self.tables for b in t.before if b.table is None]
        lines += [text for t in self.tables if self.heads[id(t)] or self._is_cover(t) for text in self._lines_above(t)]
        lines += [row.words for t in self._front_sheets() for row in t if len(row.own) == 1]
        document = document_of(self.source, lines, self.mapping.get("partnership"))
        if not (document.partnership or document.partnerships):
            message = "the tracker does not name its partnership; its actions meet other documents only by review"
            self.notes.append(Note(where="file", message=message))
        record = DocumentRecord(document=document)
        walks = [(t, self._walk(t)) for t in self.tables if self.heads[id(t)]]
        logs = self._logs()
        drafts = [draft for _, walk in walks for draft in walk.drafts]
        kept, copies, twice = united(drafts)
        self.rejected += copies
        self.kept -= len(copies)
        self.notes += twice
        as_of = document.published if document.published and len(document.published) == 10 else None
        builder = Builder(self.legend, as_of, self.mapping.get("status") or {}, logs, self.initials)
        for draft in kept:
            if id(draft.head) not in builder.coloured:
                builder.coloured[id(draft.head)] = colours_vary(draft.head, draft.table)
        filing = Filing(record)
        filing.actions(kept, builder)
        self.notes += filing.notes
        unknown = set(logs) - {key(draft.ref) for draft in kept if draft.ref}
        self.notes += [
            Note(where="file", message=f"the log tells of number {n}, which no action has") for n in sorted(unknown)
        ]
        for table, walk in walks:
            filing.recommendations(walk)
            self.notes += [note for total in walk.totals if (note := total_note(table, total, copies))]
        self._introduce(record)
        record.statistics = shares_told(kept)
        self._tell_beside(record, filing)
        self.notes += builder.notes
        self._about_reading(builder)
        report = record.report
        report.notes, report.rejected, report.kept = self.notes, self.rejected, self.kept
        report.read = self.kept + len(self.rejected)
        return record

    def _introduce(self, record: DocumentRecord) -> None:
        """What lines in front of the actions tell of the reviews that rows name."""
        rows = [
            row
            for table in self.tables
            if not self.heads[id(table)]
            for row in table
            if row.number not in self.prefixes.rows.get(id(table), set())
        ]
        cells = [cell for row in rows if len(row.own) == 1 for cell in row.own.values()]
        told, unmet = introduce(record.reviews, cells)
        self.notes += [Note(where="file", message=f"no row names the review of this line: “{line}”") for line in unmet]
        left = [one for one in self.rejected if one.text not in told]
        self.kept += len(self.rejected) - len(left)
        self.rejected = left
        for table, label in self.about:
            review = next((one for one in record.reviews if key(one.ref or one.name or one.quote) == label.id), None)
            if review is not None and review.test is None:
                tell_over(review, self._cells_above(table))

    def _tell_beside(self, record: DocumentRecord, filing: Filing) -> None:
        """Learning and figures on sheets that hold no actions; their rows are kept."""
        for table, unread in self.beside:
            key_rows = self.legend.rows.get(id(table), set())
            shares, counted = figures_beside(table, key_rows)
            record.statistics += shares
            told = counted | learn_beside(record, table, key_rows)
            for row, asked in asked_beside(table, key_rows):
                filing.listed(asked, self.prefixes.labels(asked.ref or ""), table)
                told.add(row.number)
            places = {table.where(row) for row in table if row.number in told}
            taken = [one for one in unread if one.where in places]
            self.rejected = [one for one in self.rejected if not any(one is other for other in taken)]
            self.kept += len(taken)
            if taken:
                self.notes = [n for n in self.notes if n.message != _NO_ACTIONS or n.where != table.where()]
                of = f"{len(taken)} of its {len(unread)} rows"
                said = f"holds no actions; {of} are figures, learning or requests, or head them"
                self.notes.append(Note(where=table.where(), message=said))

    def _walk(self, table: Table) -> Walk:
        heads = self.heads[id(table)]
        structure = set(self.legend.rows.get(id(table), set()))
        under = any(b.table is None for b in table.before)  # of a text document: a heading holds until the next
        told = (pattern("returned_by").match(line) for line in self._lines_above(table))
        table.owner = next((found["who"].strip() for found in told if found), "")
        carried = None if under or self.by_row else self.asked_over
        separator = self.source.metadata.get("separator", "")
        label = self._default_review(table)
        if label is not None:
            self.about.append((table, label))
        walker = Walker(table, heads, structure, label, separator, carried, self.prefixes)
        self.asked_over = walker.section.asked
        walk = walker.run()
        self.rejected += walk.rejected
        self.kept += walk.kept
        self.notes += walk.notes
        self.notes.append(Note(where=table.where(), message=f"head in row {heads[0].last}; {heads[0].describes()}"))
        self.notes += [Note(where=table.where(), message=why) for why in heads[0].told.values()]
        return walk

    def _default_review(self, table: Table) -> Label | None:
        """The review a whole table is about: by the user, its title lines, its sheet's name, the file's title."""
        if named := self.mapping.get("review"):
            return label_of(str(named), sure=True)
        if any(h.column("review") is not None for h in self.heads[id(table)]):
            return None
        over = [b for t in self._over(table) for b in t.before if b.table is None and not self._keys(b)]
        lines = [b.text for b in over] + self._lines_above(table)
        for line in reversed(lines):
            if len(line.split()) > LABEL or len(sentences(line)) > 1:
                continue  # it tells of a review
            if (found := label_of(line)) and (found.ref or found.test or found.name != line):
                self.carried = found
                return found
        if table.name and (found := sheet_label(table.name)):
            return found
        if self.carried is not None and not self.by_row:
            return self.carried
        title = self.source.metadata.get("title", "")
        found = label_of(title) if title else None
        return found if found and found.name != title else None

    def _keys(self, block: Block) -> bool:
        """Whether a line is a key to colours or to reviews."""
        return tells_key(block) or id(block) in self.prefixes.lines

    def _over(self, table: Table) -> list[Table]:
        """A table with those just before it that hold no actions, such as a key: what stands over them is over it."""
        at = first = self.tables.index(table)
        while first and not self.by_row and not self.heads[id(self.tables[first - 1])]:
            first -= 1
        return self.tables[first : at + 1]

    def _lines_above(self, table: Table) -> list[str]:
        return [cell.text for cell in self._cells_above(table)][:30]

    def _cells_above(self, table: Table) -> list[Block]:
        heads, legend = self.heads[id(table)], self.legend.rows.get(id(table), set())
        first = heads[0].first if heads else 10**9
        return [c for r in table if r.number < first and r.number not in legend for c in r.own.values()]

    # ---- the document

    def _front_sheets(self) -> list[Table]:
        """Sheets before all actions that hold more than a cover does, such as a list of versions."""
        first = next((n for n, t in enumerate(self.tables) if self.heads[id(t)]), 0)
        return [table for table in self.tables[:first] if not self._is_cover(table)]

    def _is_cover(self, table: Table) -> bool:
        """Whether a sheet only says what the tracker is: it comes before all actions or names the partnership."""
        key_rows = self.legend.rows.get(id(table), set())
        rows = [row for row in table if row.number not in key_rows and row.own]
        if self.heads[id(table)] or not rows or len(rows) > 15 or any(len(row.own) > 2 for row in rows):
            return False
        if asked_beside(table, key_rows):
            return False
        first = next((n for n, t in enumerate(self.tables) if self.heads[id(t)]), 0)
        return (self.tables.index(table) < first and not key_rows) or any(names_body(row.words) for row in rows)

    # ---- the other tables, and what the reader should know

    def _logs(self) -> dict[str, list[Update]]:
        """Logs of updates by number; tables that are neither logs nor covers are named as not read."""
        logs: dict[str, list[Update]] = {}
        for table in self.tables:
            if self.heads[id(table)]:
                continue
            if self._is_cover(table):
                self.notes.append(Note(where=table.where(), message="read as a cover: title, partnership and date"))
                continue
            log = read_log(table, self.legend.rows.get(id(table), set()))
            self.beside.append((table, log.unread))
            self.rejected += log.unread
            self.kept += log.rows
            for number, updates in log.updates.items():
                logs.setdefault(number, []).extend(updates)
            if log.columns is not None:
                said = "; ".join(f"column {c} → {name}" for c, name in sorted(log.columns.items()))
                self.notes.append(Note(where=table.where(), message=f"read as a log of updates by number: {said}"))
            elif log.unread and len(self.tables) > 1:
                self.notes.append(Note(where=table.where(), message=_NO_ACTIONS))
        if not any(self.heads.values()):
            message = "no row was found that heads a table of actions; name the columns with --mapping"
            self.notes.append(Note(where="file", message=message))
        return logs

    def _about_reading(self, builder: Builder) -> None:
        if self.legend:
            told = [f"{word} = {meaning}" for word, meaning in self.legend.words.items()]
            told += [f"{name_of(fill)} ({fill}) = {meaning}" for fill, meaning in self.legend.fills.items()]
            self.notes.append(Note(where="file", message=f"the tracker's own key: {'; '.join(told)}"))
        self.notes += [Note(where="file", message=said) for said in self.prefixes.notes()]
        if self.initials:
            told = [f"{short} = {meaning}" for short, meaning in sorted(self.initials.items())]
            self.notes.append(Note(where="file", message=f"the tracker's own list of initials: {'; '.join(told)}"))
        if builder.by_custom:
            used = ", ".join(sorted(builder.by_custom))
            message = f"no key to colours or signs was found; {used} read by what they usually mean"
            self.notes.append(Note(where="file", message=message))
