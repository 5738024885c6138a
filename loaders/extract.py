"""One document from file to records: read, parse (which codes each passage as it makes its record)."""

from __future__ import annotations

from pathlib import Path

from graph.check import check_record
from graph.records import DocumentRecord
from loaders.parse.parse import parse
from loaders.read import read


def extract(path: Path) -> DocumentRecord:
    """Read a file into its records.

    Args:
        path: a document in a known format.

    Returns:
        The record of the document, with `report` saying what was read, kept and rejected.

    Raises:
        UnreadableDocument: the file cannot be read as a document.
    """
    record = parse(read(path))
    record.inconsistencies += check_record(record)
    return record
