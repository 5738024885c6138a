"""One document from file to records: read, parse (which codes each passage as it makes its record)."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.check import check_record
from graph.check.doubtful import doubtful
from graph.given import Given, apply
from graph.records import DocumentRecord
from loaders.blocks import SourceText
from loaders.parse.layout.sheets import arranged, tells_in_rows
from loaders.parse.parse import parse
from loaders.read import read
from loaders.trackers import holds_actions, is_tracker, parse_tracker
from loaders.unheld import tell_left_out


def extract(path: Path, mapping: Mapping[str, Any] | None = None, given: Given | None = None) -> DocumentRecord:
    """Read a file into its records.

    Args:
        path: a document in a known format.
        mapping: for an action tracker, what its columns and words mean (see `loaders.trackers.parse_tracker`).
        given: what a manifest says of the document (see `loaders.manifest`); it takes the place of what is printed.

    Returns:
        The record of the document, with `report` saying what was read, kept and rejected.

    Raises:
        UnreadableDocument: the file cannot be read as a document.
    """
    with _undisturbed():
        return _extracted(read(path), mapping, given)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A document is many small things that live until it is read: looking for dead rings among them is a tenth of the
    time, and there are none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _extracted(source: SourceText, mapping: Mapping[str, Any] | None, given: Given | None) -> DocumentRecord:
    if not mapping and is_tracker(source) and not holds_actions(source) and tells_in_rows(source):
        record = parse(arranged(source))
    elif is_tracker(source):
        named = given.partnership[0] if given and given.partnership and len(given.partnership) == 1 else None
        record = parse_tracker(source, ({"partnership": named} if named else {}) | dict(mapping or {}))
        tell_left_out(source.blocks, record)
    else:
        record = parse(source)
    if given is not None:
        record = apply(record, given)
    record.inconsistencies += check_record(record)
    record.report.pages = len(source.pages) if source.paged else None
    record.report.blocks = dict(Counter(str(block.kind) for block in source.blocks).most_common())
    record.report.doubtful = doubtful(record)
    return record
