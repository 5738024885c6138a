"""A tracker of any layout as records: heads, key, reviews, recommendations, actions, and what was odd or left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.records import DocumentRecord
from loaders.blocks import BlockKind, SourceText
from loaders.parse.cases.held import kinds_beside_names
from loaders.trackers.agencies import each_agency
from loaders.trackers.beside import one_below_another
from loaders.trackers.board import off_the_board
from loaders.trackers.fellows import fields_together, is_form
from loaders.trackers.header import heads_of
from loaders.trackers.legend import tells_key
from loaders.trackers.mapping import checked
from loaders.trackers.prefixes import prefixes_of
from loaders.trackers.reading import FORMATS, Reading
from loaders.trackers.tables import Table, tables_of
from loaders.trackers.turned import turned


def is_tracker(source: SourceText) -> bool:
    """Whether a source is to be read as a tracker: a sheet or CSV, or a text document made of an action table.

    A document that also tells something in running text is read as the text it is: its tables are read there too.
    """
    if source.format in FORMATS:
        return True
    if source.format != "docx":
        return False
    tables = laid_out(source)
    inside = sum(len(c.text) for t in tables if heads_of(t) for row in t for c in row.own.values())
    keys = prefixes_of(tables, {id(t): heads_of(t) for t in tables}).lines
    apart = (BlockKind.FURNITURE, BlockKind.CELL, BlockKind.HEADING)
    told = [b.text for b in source.blocks if b.kind not in apart and not tells_key(b) and id(b) not in keys]
    whole = sum(len(b.text) for b in source.blocks if b.kind is not BlockKind.FURNITURE and id(b) not in keys)
    return 2 * inside > whole and 5 * sum(len(text) for text in told if len(text.split()) > 8) <= inside


def holds_actions(source: SourceText) -> bool:
    """Whether a table of actions stands in a source."""
    return any(heads_of(table) for table in laid_out(source))


def laid_out(source: SourceText) -> list[Table]:
    """The tables of a source with a row an action, however they are laid out."""
    tables = [each_agency(one_below_another(table)) for table in tables_of(source)]
    headed = [bool(heads_of(table)) for table in tables]  # asked once, as it looks at all that stands in a table
    if not any(headed):  # beside a list of actions, columns named after states explain them
        boards = tables
        tables = [off_the_board(table) for table in boards]
        headed = [made is not table and bool(heads_of(made)) for made, table in zip(tables, boards, strict=True)]
    known = fields_together([table for table, head in zip(tables, headed, strict=True) if not head])
    return [
        table if head else turned(table, known if is_form(table, known) else None)
        for table, head in zip(tables, headed, strict=True)
    ]


def parse_tracker(source: SourceText, mapping: Mapping[str, Any] | None = None) -> DocumentRecord:
    """Read an action tracker.

    Args:
        source: a workbook, CSV or document of tables as blocks.
        mapping: a user's own reading, as in a `--mapping` file: `header` (row number), `columns` ({head or letter:
            meaning, null to leave out}), `status` ({printed word or colour: status}), `review` (the one review all is
            about), `partnership`, and `sheets` ({name: {header, columns}}).

    Returns:
        The record, kind "action-tracker". Every row is kept or rejected with its reason; the mapping of columns and
        everything odd stand in `report.notes`.

    Raises:
        WrongUse: the mapping names a meaning or a status that does not exist.
    """
    mapping = checked(mapping or {}, source.name)
    record = Reading(source, mapping, laid_out(source)).record()
    kinds_beside_names(record.reviews, source.blocks, record.document.title)
    return record
