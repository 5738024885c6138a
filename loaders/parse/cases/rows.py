"""Tables whose rows are cases: a column of references or names, or a first cell that opens with one."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import ReviewKind
from graph.text import joined
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.label import pseudonym
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cases.registers import NO_CHILD, register
from loaders.parse.cases.whose import body_of_place, tells_whose
from loaders.parse.cues import cue
from loaders.parse.items.leads import asks_somebody
from loaders.parse.sections import Meaning, meaning, meaning_of
from loaders.parse.sentences import sentences

_OPENING = re.compile(r"^(?P<label>[^.:;]{2,40}?)(?:[.:;]\s+|\s+[-–—]\s+)(?=\S)")
_NUMBERED = re.compile(r"(?:^|(?<=[.;])\s+)\d{1,2}[.)]\s+(?=[A-Z])")
_POINT = re.compile(
    r"(?:(?P<good>good(?: practice)?|strengths?|positives?|(?:went|worked) well)"
    r"|missed(?: opportunity)?|gaps?|concerns?|shortfalls?|weakness(?:es)?)\s*:\s*",
    re.I,
)
_LABELLED = re.compile(rf"(?<=[.;])\s+(?={_POINT.pattern.replace('(?P<good>', '(?:')})", re.I)
_LEANS = re.compile(
    r"(?:this|that|these|those|it|its|they|he|she|his|her|their|which|so|as a result|however|therefore|also|but|and"
    r"|consequently|had|because)\b",
    re.I,
)  # how a sentence begins that goes on from the one before
_LEAST_NAMES = 3  # in a column, that show what the rest of it are
_NUMBERS = re.compile(r"(?:R|Rec\.? ?)?\d{1,2}(?:\.\d{1,2})?[a-z]?\.?$")
_CODE_OF_POINT = re.compile(r"(?P<letters>[A-Z]{1,3})[ .-]?\d{1,2}[a-z]?\.?")
_LEAST_WORDS = 5
_MOST_WORDS = 5
_KEPT = ("finding", "recommendation", "action", "judgement", "impact")


def _asked(cell: Block) -> bool:
    found = meaning_of(cell.column_head) if cell.column_head else None
    return found is not None and found.becomes == "recommendation"


def _numbers(cell: Block, other: Block) -> bool:
    """Whether a cell only numbers the point beside it, its letters standing for that head ("F1" beside "Finding")."""
    code, head = _CODE_OF_POINT.fullmatch(cell.text), other.column_head or ""
    found = meaning_of(head) if code and head else None
    first = "".join(word[0] for word in re.findall(r"[A-Za-z]+", head)).upper()
    return bool(code and found and found.becomes in _KEPT and first.startswith(code["letters"]))


class CaseRows:
    """Which cells open a case: by id of the block its label, and what stands after the label in the same cell."""

    def __init__(self, blocks: list[Block], kind: ReviewKind | None) -> None:
        self._opened: dict[int, tuple[CaseLabel, str]] = {}
        rows: dict[tuple[int, int], list[Block]] = {}
        first: dict[tuple[int, int], list[Block]] = {}
        run, last = 0, 0  # tables without a name are told apart by where they stand
        for block in blocks:
            if block.kind is BlockKind.FURNITURE:
                continue
            if block.kind is not BlockKind.CELL or block.row is None or block.row < last:
                run += 1
            last = block.row or 0 if block.kind is BlockKind.CELL else 0
            if block.kind is BlockKind.CELL and block.row is not None:
                (rows if block.row > 1 else first).setdefault((run, block.row), []).append(block)
        for table in dict.fromkeys(table for table, _ in rows):
            found = {
                row: opened
                for (of, row), cells in rows.items()
                if of == table and (opened := _opened(cells, kind)) is not None
            }
            of_table = {row: cells for (of, row), cells in rows.items() if of == table}
            found |= _beside_names(of_table, found)
            listed = register({1: first.get((table, 1), []), **of_table}, kind)
            for row, (cell, label) in listed.items():
                if row not in found or (label.name and not found[row][1].name):  # its number alone was known
                    found[row] = (cell, label, "", True)
            if len(found) > 1 or any(named for _, _, _, named in found.values()):
                self._opened.update({id(cell): (label, rest) for cell, label, rest, _ in found.values()})

    def names(self) -> set[str]:
        """What the cases of all rows are called by; empty where one has no name."""
        names = [label.name for label, _ in self._opened.values()]
        return {name for name in names if name} if all(names) else set()

    def __len__(self) -> int:
        """How many cells open a case."""
        return len(self._opened)

    def opened(self, block: Block) -> tuple[CaseLabel, str] | None:
        """The case that begins with this cell, and the words that follow its label there."""
        return self._opened.get(id(block))


_Opened = tuple[Block, CaseLabel, str, bool]


def _beside_names(rows: dict[int, list[Block]], found: dict[int, _Opened]) -> dict[int, _Opened]:
    """The rows of children whose names are everyday words ("Kit", "Faith"), in a column where the others are names."""
    named = [(cell.column, label) for cell, label, _, _ in found.values() if label.name and label.ref is None]
    if len(named) < _LEAST_NAMES or len(named) < len(found) or len({column for column, _ in named}) > 1:
        return {}
    column, like = named[0]
    return {
        row: (cell, CaseLabel(cell.text, like.kind, None, cell.text), "", True)
        for row, cells in rows.items()
        if row not in found
        for cell in cells
        if cell.column == column and re.fullmatch(r"[A-Z][a-z]+", cell.text) and not NO_CHILD.fullmatch(cell.text)
    }


def cell_meaning(head: str | None) -> Meaning:
    """What a cell of a case's row is: learning, recommendation or action by its head, else the case's own story."""
    found = meaning_of(head) if head and not cue("passages", "fact-column").search(head) else None
    return found if found is not None and found.becomes in _KEPT else meaning("context")


def cell_units(block: Block, head: str | None) -> list[tuple[str, Meaning]]:
    """What a cell of a case's row says: points by their numbers or labels, actions and story by their sentences."""
    found, text = cell_meaning(head), joined(block.text)
    if found.becomes not in ("finding", "recommendation", "action"):
        return [(text, found)]
    pieces = [piece.strip() for piece in _NUMBERED.split(text) if piece and piece.strip()]
    if found.becomes == "action" and len(pieces) == 1:
        pieces = _with_status(sentences(text))
    if found.becomes == "finding":
        pieces = [part for piece in pieces for part in _LABELLED.split(piece)]
        pieces = [part for piece in pieces for part in _alone(piece)]
    if found.id == "needs-improvement":
        return [(p, meaning("recommendations") if asks_somebody(p) else _labelled(p, found)) for p in pieces]
    return [(piece, _labelled(piece, found)) for piece in pieces]


def _with_status(told: list[str]) -> list[str]:
    """The sentences of a cell of actions, each with the one behind it that only says how far it is ("Done, 1 Aug")."""
    out: list[str] = []
    for sentence in told:
        if out and cue("passages", "status-alone").match(sentence):
            out[-1] = f"{out[-1]} {sentence}"
        else:
            out.append(sentence)
    return out


def _alone(piece: str) -> list[str]:
    """The sentences of a point, where each can be read without the one before it."""
    told = sentences(piece)
    lean = any(_LEANS.match(one) or len(one.split()) < _LEAST_WORDS for one in told[1:])
    return [piece] if lean or _POINT.match(piece) else told


def _labelled(piece: str, found: Meaning) -> Meaning:
    """A point that says by its label what it is ("Good: …", "Missed: …")."""
    label = _POINT.match(piece) if found.becomes == "finding" else None
    return meaning("good-practice" if label["good"] else "needs-improvement") if label else found


def _with_kind(text: str) -> CaseLabel | None:
    """A name before its kind of review, in a column of cases, though it is an everyday word ("Kit (LCSPR)")."""
    found = re.fullmatch(r"(?P<name>[A-Z][a-z]+(?:(?:,| and| &) [A-Z][a-z]+){0,3}) \((?P<kind>[^)]+)\)", text.strip())
    kind = kind_of(found["kind"]) if found else None
    return CaseLabel(text.strip(), kind, None, found["name"]) if found and kind else None


def _opened(cells: list[Block], kind: ReviewKind | None) -> _Opened | None:
    """The cell of a row that names its case; the last: whether the head of its column says that it does."""
    if any(_NUMBERS.match(c.text) and c.column == 1 for c in cells) and any(map(_asked, cells)):
        return None  # "R1" beside what it asks is the number of a recommendation
    if any(_numbers(c, other) for c in cells for other in cells if other is not c):
        return None
    body = next((body_of_place(c.text) for c in cells if tells_whose(c)), None)
    of_children = any(cue("passages", "person-column").search(c.column_head or "") for c in cells) and any(
        cue("passages", "story-column").search(c.column_head or "") for c in cells
    )
    for cell in sorted(cells, key=lambda cell: cell.column or 0):
        head = cell.column_head or ""
        named = bool(cue("passages", "case-column").search(head)) or (cell.column == 1 and not head and of_children)
        if not named and (cell.column or 1) > 1:
            continue
        label = case_label(cell.text, among_cases=named, kind=kind) or (_with_kind(cell.text) if named else None)
        if label is None and named and any(cue("passages", "child-column").search(c.column_head or "") for c in cells):
            label = pseudonym(cell.text, kind)
        if label is None and named and of_children and re.fullmatch(r"[A-Z]\d?", cell.text.strip()):
            label = CaseLabel(cell.text.strip(), kind or "other", None, cell.text.strip())
        if label is not None and not label.test and len(cell.text.split()) <= _MOST_WORDS:
            return cell, replace(label, body=label.body or body), "", named
        found = _OPENING.match(cell.text)
        label = case_label(found["label"], among_cases=named, kind=kind) if found else None
        if found and label is not None and not label.test and len(found["label"].split()) <= _MOST_WORDS:
            return cell, replace(label, body=label.body or body), cell.text[found.end() :], named
    return None
