"""Which files need not be read again: same content, and the same reader, codebook, mapping and manifest entry."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import GoldenThreadError
from graph.made_by import HOME, hash_of

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.collection.differences import DocChange
    from graph.given import Given
    from graph.records import DocumentRecord

PARTS = ("loaders", "graph/check", "graph/project", "graph/data")  # and the modules of `graph` itself


@lru_cache(maxsize=1)
def reader() -> str:
    """A hash of all code and words that make a record of a file: a change in one reads every document again."""
    modules = (path.relative_to(HOME).as_posix() for path in (HOME / "graph").glob("*.py"))
    return hash_of([*PARTS, *modules])


def read_by(mapping: dict[str, Any] | None, given: Callable[[Path], Given | None]) -> Callable[[Path], str]:
    """For each file, a hash of all that its record depends on beside its content and name."""
    named = os.environ.get("GOLDENTHREAD_CODEBOOK")
    codebook = hashlib.sha256(Path(named).read_bytes()).hexdigest() if named else ""
    told = [reader(), codebook, json.dumps(mapping, sort_keys=True, default=str)]

    def by(path: Path) -> str:
        facts = given(path)
        text = json.dumps([*told, facts.model_dump(mode="json") if facts else None], sort_keys=True, default=str)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    return by


def as_known(
    collection: Collection, files: list[Path], by: Callable[[Path], str]
) -> dict[Path, tuple[DocumentRecord, DocChange]]:
    """The files that need not be read again, with the head of the record that each gave, and what stands."""
    return {path: told for path in files if (told := _known(collection, path, by(path)))}


def headed(record: DocumentRecord) -> DocumentRecord:
    """A record without what is in it: of thousands of documents that would fill the memory."""
    return type(record)(document=record.document, report=record.report)


def _known(collection: Collection, path: Path, by: str) -> tuple[DocumentRecord, DocChange] | None:
    from graph.collection.differences import DocChange

    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        found = collection.readings.known(sha256, path.name, by)
        if found is None:
            return None
        docid, kind = found
        record = headed(collection.record(docid))
    except (OSError, GoldenThreadError):
        return None  # whatever is wrong is said by reading it
    return (record, DocChange(kind, docid)) if record.document.sha256 == sha256 else None
