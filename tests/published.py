"""A real published document is read once in a worker, however many tests ask what is in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.records import DocumentRecord


def extracted(path: Path) -> DocumentRecord:
    """What the reader makes of a document, as `loaders.extract.extract`; the caller's own to change."""
    return _once(path, path.stat().st_mtime_ns).model_copy(deep=True)


@cache
def _once(path: Path, _changed: int) -> DocumentRecord:
    from loaders.extract import extract

    return extract(path)
