"""How a record lies on the disk: one JSONL file, written whole, and a sentence for one that is damaged."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.errors import StoreError
from graph.records import Document, DocumentRecord

FORMAT = 1
KINDS = {
    "reviews": "review",
    "findings": "finding",
    "recommendations": "recommendation",
    "actions": "action",
    "judgements": "judgement",
    "statistics": "statistic",
    "impacts": "impact",
    "responses": "response",
    "promises": "promise",
    "priorities": "priority",
    "inconsistencies": "inconsistency",
}
LOAD_AGAIN = "load the document again, or restore the collection from a backup"


def to_lines(record: DocumentRecord) -> str:
    """A record as JSONL: the document, one line an item in the order read, the report."""
    told = record.model_dump(mode="json", by_alias=True)
    lines: list[dict[str, Any]] = [{"kind": "document", "format": FORMAT, "of": told["document"]}]
    lines += [{"kind": kind, "of": item} for field, kind in KINDS.items() for item in told[field]]
    lines.append({"kind": "report", "of": told["report"]})
    return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)


def from_lines(path: Path) -> DocumentRecord:
    """A record from its file. Raises StoreError that names the file and the line."""
    fields = {kind: field for field, kind in KINDS.items()}
    told: dict[str, Any] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("the record cannot be read", str(path), LOAD_AGAIN) from error
    for number, line in enumerate(lines, 1):
        item = json_line(path, line, number)
        kind = item.get("kind")
        if kind in ("document", "report"):
            told[kind] = item.get("of")
        elif kind in fields:
            told.setdefault(fields[kind], []).append(item.get("of"))
        else:
            raise StoreError(f"line {number} is of no known kind", str(path), LOAD_AGAIN)
    if "document" not in told or "report" not in told:
        raise StoreError("the record is not whole", str(path), LOAD_AGAIN)
    try:
        return DocumentRecord.model_validate(told)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise StoreError(f"the record does not have the form it should ({place})", str(path), LOAD_AGAIN) from error


def document_line(path: Path, line: str) -> Document:
    """The document of a record's first line."""
    try:
        return Document.model_validate(json_line(path, line, 1)["of"])
    except (ValidationError, KeyError) as error:
        raise StoreError("the record does not begin with its document", str(path), LOAD_AGAIN) from error


def json_line(path: Path, line: str, number: int) -> dict[str, Any]:
    """A line as a map. Raises StoreError naming file and line."""
    try:
        told = json.loads(line)
    except ValueError as error:
        raise StoreError(f"the record is damaged at line {number}", str(path), LOAD_AGAIN) from error
    if not isinstance(told, dict):
        raise StoreError(f"the record is damaged at line {number}", str(path), LOAD_AGAIN)
    return told


def write_whole(path: Path, text: str) -> None:
    """The file whole or not at all: to a new file, on the disk, renamed."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    _rename(new, path)


def copy_whole(source: Path, copy: Path) -> None:
    """A copy, whole or not at all, readable by its owner only."""
    new = copy.with_name(copy.name + ".new")
    new.unlink(missing_ok=True)
    try:
        made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with source.open("rb") as old, open(made, "wb") as file:
            shutil.copyfileobj(old, file)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"cannot be copied into the collection ({error.strerror})", str(source), "") from error
    _rename(new, copy)


def _rename(new: Path, path: Path) -> None:
    new.replace(path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
