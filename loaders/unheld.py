"""Nothing of a table falls away in silence: rows whose words no record holds and no line of the report names.

A row may be lost in more ways than a reader foresees, so only what came of it is looked at here, after all reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from graph.records import DocumentRecord, Rejected
from graph.text import key, runs_of, strings_in, words
from loaders.blocks import Block, BlockKind
from loaders.parse.sections import meaning_of
from loaders.parse.sentences import sentences
from loaders.trackers.leads import PERSON, leads_of
from loaders.trackers.together import who_and_when

REASON = "in a table, and read as nothing: look at what the heads of its columns say"
_RUN = 4  # words in a row by which a sentence is known again, wherever a reader cut it
_NAMES = 12  # words of a cell that may be a list of those who are to act
_HEAD = 15  # words of the head of a column


def unheld(blocks: Iterable[Block], record: DocumentRecord) -> Iterator[Rejected]:
    """The rows of tables of which nothing was told, and of the others the sentences that were not.

    Args:
        blocks: of the document; those whose words may not be repeated left out.
        record: as read, with its report.
    """
    cells = [block for block in blocks if block.kind is BlockKind.CELL and block.row is not None and block.text]
    if not cells:
        return
    printed = [words(text) for text in set(strings_in(record.model_dump(mode="python")))]
    told = _Told(printed)
    above = [*(cell.column_head for cell in cells), *(cell.text for cell in cells if cell.row == 1)]
    heads = {key(text) for text in above if text and _is_label(text)}
    heads |= {key(cell.text) for cell in cells if cell.column == 1 and meaning_of(cell.text)}
    for _, row in groupby(cells, lambda cell: (cell.table, cell.page, cell.row)):
        below = [cell for cell in row if key(cell.text) not in heads]
        texts = [_unnamed(cell.text) for cell in below]
        longest = max((len(words(text)) for text in texts), default=0)
        known = any(_told(said, told) for text in texts if len(said := words(text)) >= min(_RUN, longest))
        left = [text for text in texts if not _held(text, told)] if known else texts
        if any(re.search(r"[A-Za-z]{2}", text) for text in left):
            first = below[0]
            text = " | ".join(dict.fromkeys(text for text in left if text))
            yield Rejected(where=_where(first), reason=REASON, text=text, page=first.page, line=first.line)


def tell_left_out(blocks: Iterable[Block], record: DocumentRecord) -> None:
    """Name such rows in the report of a document."""
    left = list(unheld(blocks, record))
    record.report.rejected += left
    record.report.read += len(left)


class _Told:
    """The runs of words that records hold; those of a length are made when it is first asked for one."""

    def __init__(self, printed: list[list[str]]) -> None:
        self._printed = printed
        self._runs: dict[int, set[tuple[str, ...]]] = {}

    def __contains__(self, run: tuple[str, ...]) -> bool:
        length = len(run)
        if length not in self._runs:
            self._runs[length] = {one for said in self._printed for one in runs_of(said, length)}
        return run in self._runs[length]


def _unnamed(text: str) -> str:
    """A cell that says who is to act without the names of persons, as records have it."""
    if len(text.split()) > _NAMES:
        return text
    leads = leads_of([text])
    return "; ".join(leads.names) if PERSON in leads.odd else text


def _held(text: str, told: _Told) -> bool:
    """Whether every sentence of a cell is told; of one with fewer words than a run, its row tells enough."""
    if both := who_and_when(text):
        return all(_told(words(part), told) for part in both)
    return all(_told(said, told) for one in sentences(text) if len(said := _undated(words(one))) >= _RUN)


def _undated(said: list[str]) -> list[str]:
    """A sentence without the figures it opens with: the date of an update is kept apart from its words."""
    return said[next((at for at, word in enumerate(said) if re.search(r"[a-z]{2}", word)), len(said)) :]


def _told(said: list[str], told: _Told) -> bool:
    """Whether most of what is said stands in a record, in the same order of words."""
    runs = runs_of(said, min(_RUN, len(said)))
    return bool(said) and 2 * sum(run in told for run in runs) >= len(runs)


def _is_label(text: str) -> bool:
    return len(text.split()) <= _HEAD and not text.rstrip().endswith((".", ";"))


def _where(cell: Block) -> str:
    if cell.page is not None:
        return f"page {cell.page}"
    return f"line {cell.line}" if cell.line is not None else f"{cell.table}, row {cell.row}"
