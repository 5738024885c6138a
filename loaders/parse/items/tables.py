"""Action plans and tables of recommendations inside a report: one row is one item, its cells are its fields.

A table of actions is read as trackers are (loaders/trackers): lead, date, status and progress stand in the columns, not
in the sentence. Of any other table only what each cell says of its row is told: the number, who is to act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.records import Action, DocumentRecord, Review
from graph.text import key
from loaders.blocks import Block, BlockKind, SourceText
from loaders.parse.cases.registers import lists_cases
from loaders.parse.cues import cue
from loaders.parse.items.beside import tell_done
from loaders.parse.items.keyed import keyed_by_number
from loaders.parse.items.plans import ask, place, stand_by_updates
from loaders.parse.sections import meaning_of
from loaders.trackers.board import off_the_board
from loaders.trackers.head import Head
from loaders.trackers.header import heads_of
from loaders.trackers.legend import tells_key
from loaders.trackers.tables import tables_of
from loaders.trackers.together import who_and_when
from loaders.trackers.vocabulary import field_of

MAIN = ("recommendation", "action", "finding", "measure", "evidence", "updates", "priority")
_ITEMS = ("recommendation", "action", "finding")  # what one head alone may say of the rows below it
_DETAIL = (
    "ref",
    "rec_no",
    "leads",
    "due",
    "due_original",
    "due_revised",
    "status",
    "completed",
    "start",
    "update_date",
)
_FIGURE = re.compile(r"(?:[-–—\d.,%()/ <>*n=]|(?<=\d )(?:out )?of(?= \d))*")
_TOPICS = re.compile(r"(?:key |main |common )?(?:themes?|topics?|factors?|features?|categor(?:y|ies))\W*", re.I)
_LONGEST = 2_000  # cells; a larger table is a tracker and is read as one


@dataclass(slots=True)
class RowFacts:
    """What the cells of one row say of it."""

    number: str | None = None
    leads: list[str] = field(default_factory=list)
    due: str | None = None


class Tables:
    """The tables of a document: those read as action plans, and the rows of the rest."""

    def __init__(self, source: SourceText) -> None:
        self.plans: dict[int, DocumentRecord] = {}  # by id of a table's first cell
        self.inside: set[int] = set()  # ids of the cells of action plans
        self._rows: dict[int, RowFacts] = {}  # by id of a cell
        self._heads: dict[int, str] = {}  # by id of a cell
        self._details: set[int] = set()
        keys = [b for b in source.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE) and tells_key(b)]
        self._over = _headings(source.blocks)
        for cells in _runs(source.blocks):
            self._read(source, cells, keys)
        if self.plans:
            self._details.update(map(id, keys))

    def _read(self, source: SourceText, cells: list[Block], keys: list[Block]) -> None:
        # where a page breaks its lines says nothing of the parts of a cell
        plain = [replace(cell, raw=cell.text) for cell in cells] if source.paged else cells
        alone = SourceText(source.name, source.sha256, source.format, source.pages, [*keys, *plain], source.paged)
        alone.metadata["over"] = self._over.get(id(cells[0]), "")
        alone.shapes = [shape for shape in source.shapes if shape.table == cells[0].table]
        from loaders.trackers.parse import laid_out, parse_tracker  # they use this package's agencies and references

        heads = [head for table in laid_out(alone) for head in heads_of(table)]
        keyed = keyed_by_number(cells)
        board = any(off_the_board(table) is not table for table in tables_of(alone))
        if (
            len(cells) <= _LONGEST
            and not lists_cases(cells)
            and (keyed or board or (heads and not _tells_learning(heads) and not _lists_asked(heads)))
        ):
            record = parse_tracker(alone, keyed)
            boxes: list[DocumentRecord | Review] = [record, *record.reviews]
            told = [action for box in boxes for action in box.actions]
            if told and not all(map(_only_asked, told)):
                for box in boxes:
                    proofs = [proof for action in box.actions for proof in action.evidence]
                    place([*box.actions, *box.recommendations, *box.findings, *proofs], cells)
                stand_by_updates([action for box in boxes for action in box.actions], by_text=keyed is not None)
                for box in boxes:
                    ask(box, cells, heads[0].first if heads else 1, self._over.get(id(cells[0]), ""))
                    asked = {key(one.text): one for one in box.recommendations}
                    for action in box.actions:
                        if key(action.text) in asked:
                            tell_done(action)
                self.plans[id(cells[0])] = record
                self.inside.update(map(id, cells))
                return
        self._note(cells)

    def _note(self, cells: list[Block]) -> None:
        """Numbers and leads of each row, by the heads of their columns."""
        first = [cell for cell in cells if cell.row == 1]
        headed = any(cell.column_head for cell in cells)
        if headed and len(first) > 1 and all(cell.column_head is None for cell in first):
            self._details.update(map(id, first))  # the heads themselves are no items of what stands above the table
        if _counts(cells):
            self._details.update(map(id, cells))  # what is counted is no point or action of its own
            if not headed:  # no row is marked as the head: the first says what is counted below it
                self._heads.update({id(c): h.text for c in cells for h in first if c.row != 1 and h.column == c.column})
            return
        known = [name for cell in first if (name := _field(cell.text)) is not None]
        if not headed and (len(known) >= 2 or (len(first) == 1 and known and known[0] in _ITEMS)):
            for cell in cells:
                if cell.row != 1:
                    above = next((head.text for head in first if head.column == cell.column), None)
                    self._heads[id(cell)] = above or ""
            self._details.update(map(id, first))
        for number in sorted({cell.row for cell in cells if cell.row is not None and cell.row > 1}):
            own = [cell for cell in cells if cell.row == number]
            fields = {id(cell): _field(head) for cell in own if (head := self.head(cell))}
            if not any(name in MAIN for name in fields.values()):
                continue
            facts = RowFacts()
            for cell in own:
                name = fields.get(id(cell))
                if name in ("ref", "rec_no"):
                    facts.number = cell.text.rstrip(".):")
                elif self._may_say_who(cell, name) and (both := who_and_when(cell.text)):
                    facts.leads.append(both[0])
                    facts.due = both[1]
                    self._details.add(id(cell))
                elif name == "leads":
                    facts.leads.append(cell.text)
                elif name in ("due", "due_revised"):
                    facts.due = cell.text
            for cell in own:
                self._rows[id(cell)] = facts
                if fields.get(id(cell)) in _DETAIL:
                    self._details.add(id(cell))

    def _may_say_who(self, cell: Block, name: str | None) -> bool:
        """Whether the head over a cell says that it holds who or when, or says nothing of it."""
        head = self.head(cell)
        return name in ("leads", "due") or (name is None and (not head or meaning_of(head) is None))

    def head(self, block: Block) -> str | None:
        """What stands at the head of a cell's column, also where the head is known by its words alone."""
        return block.column_head or self._heads.get(id(block)) or None

    def with_head(self, block: Block) -> Block:
        """A cell with what stands at the head of its column, where the file does not mark the head as one."""
        head = self._heads.get(id(block)) if block.kind is BlockKind.CELL and block.column_head is None else None
        return replace(block, column_head=head) if head else block

    def tells_status(self, block: Block) -> bool:
        """Whether a cell says how far something is, as "3 of 3 complete"."""
        head = self.head(block) if block.kind is BlockKind.CELL else None
        return head is not None and field_of(head) == "status"

    def tells_how_far(self, block: Block) -> bool:
        """Whether a cell says how far something is, in a word or in the words of an update."""
        head = self.head(block) if block.kind is BlockKind.CELL else None
        return head is not None and field_of(head) in ("status", "updates") and meaning_of(head) is None

    def counts_work(self, block: Block) -> bool:
        """Whether what a cell counts is how far something is, and no share of what was looked at ("17 of 25 files")."""
        return self.tells_status(block) and cue("passages", "share-found").search(block.text) is None

    def facts(self, block: Block) -> RowFacts | None:
        """What its row says of a cell, where the heads of the columns tell."""
        return self._rows.get(id(block))

    def is_detail(self, block: Block) -> bool:
        """Whether a cell is a number, date, name or mark that belongs to the item of its row."""
        return id(block) in self._details


def _only_asked(action: Action) -> bool:
    """Whether a row asks and says nothing of what is done: who is asked and for what is no plan of work."""
    said = action.status != "not-stated" or action.due_printed or action.updates or action.evidence
    return not said and cue("passages", "asks-outright").search(action.text) is not None


def _lists_asked(heads: Sequence[Head]) -> bool:
    """Whether a table gives recommendations and who is asked, and has no column for anything done about them."""
    done = ("status", "updates", "completed", "evidence", "tick", "due", "due_original", "due_revised")
    asked = [field_of(head.labels.get(c, "")) for head in heads for c in head.columns("action", "recommendation")]
    return set(asked) == {"recommendation"} and not any(head.columns(*done) for head in heads)


def _counts(cells: Sequence[Block]) -> bool:
    """Whether a table holds labels and figures alone, and its heads name no learning, request or action."""
    heads = [cell.text for cell in cells if cell.row == 1]
    below = [cell for cell in cells if (cell.row or 0) > 1 and (cell.column or 0) > 1]
    asked = (found for text in heads if not _TOPICS.fullmatch(text) and (found := meaning_of(text)) is not None)
    return (
        len({cell.row for cell in below}) > 1
        and all(_FIGURE.fullmatch(cell.text.strip()) for cell in below)
        and any(cue("passages", "count-column").search(text) for text in heads)
        and not any(found.becomes in ("finding", "recommendation", "action") for found in asked)
    )


def _tells_learning(heads: Sequence[Head]) -> bool:
    """Whether learning stands beside a response of which nobody says who, when or how far: its cells are findings."""
    tracked = any(head.columns("leads", "due", "due_revised", "tick") for head in heads)
    if not tracked and any(map(_tells_cases, heads)):
        return True  # what is said of its outcome is said of the case, not of the work
    followed = any(head.columns("due", "due_revised", "status", "tick") for head in heads)
    followed = followed or any(head.columns("action") and head.columns("updates") for head in heads)
    planned = any(head.columns("leads", "recommendation") for head in heads) and not any(map(_tells_cases, heads))
    named = (meaning_of(head.labels[c]) for head in heads for c in head.columns("finding"))
    return not followed and not planned and any(told is not None and told.becomes == "finding" for told in named)


def _tells_cases(head: Head) -> bool:
    """Whether one column names a case and another tells its story, so that a row is a case and no task."""
    labels = [label for label in head.labels.values() if label]
    named = any(cue("passages", "case-column").search(label) for label in labels)
    return named and any(cue("passages", "story-column").search(label) for label in labels)


def _field(head: str) -> str | None:
    return "leads" if cue("passages", "who-column").search(head) else field_of(head)


def _headings(blocks: Sequence[Block]) -> dict[int, str]:
    """The last heading before each first cell of a table, by id of the cell."""
    found: dict[int, str] = {}
    heading, inside = "", False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            heading = block.text
        elif block.kind is BlockKind.CELL and not inside:
            found[id(block)] = heading
        inside = block.kind is BlockKind.CELL
    return found


def _runs(blocks: list[Block]) -> list[list[Block]]:
    """The cells of each table, in order; furniture between two pages of a table does not end it."""
    runs: list[list[Block]] = []
    open_ = False
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.kind is BlockKind.CELL:
            again = open_ and runs[-1][-1].row is not None and (block.row or 0) < (runs[-1][-1].row or 0)
            if not open_ or again:
                runs.append([])
            runs[-1].append(block)
        open_ = block.kind is BlockKind.CELL
    return runs
