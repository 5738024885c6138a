"""By what each document was read, so that what would be read the same again need not be.

One line of `read.jsonl` a reading: the document's id, the hash and name of its file, and `by`, a hash of everything
else that its record depends on. The last line of a file counts. Nothing is lost without it: documents are read again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal

from graph.collection.differences import DocChange
from graph.errors import StoreError
from graph.records import DocumentRecord

NAME = "read.jsonl"
_KNOWN: dict[str, Literal["unchanged", "renamed"]] = {
    "new": "unchanged",
    "new-edition": "unchanged",
    "read-again": "unchanged",
    "unchanged": "unchanged",
    "renamed": "renamed",
}


class Readings:
    """The readings of one collection folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._told: dict[tuple[str, str], dict[str, Any]] = {}
        try:
            lines = self.path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            lines = []
        for line in lines:
            try:
                told = json.loads(line)
                self._told[told["sha256"], told["file"]] = told
            except (ValueError, KeyError, TypeError):
                continue  # a line that a kill cut short: the document is read again

    def known(self, sha256: str, file: str, by: str) -> tuple[str, Literal["unchanged", "renamed"]] | None:
        """The id of the document that this file gave when read by the same, and what a load says of it."""
        told = self._told.get((sha256, file))
        if told is None or told.get("by") != by or told.get("kind") not in _KNOWN.values():
            return None
        return str(told["docid"]), told["kind"]

    def note(self, record: DocumentRecord, file: str, by: str, change: DocChange) -> None:
        """A file was read and its record kept. What was refused is not noted, so that it is told again each time.

        Raises StoreError where the line cannot be written.
        """
        kind = _KNOWN.get(change.kind)
        if kind is None:
            return
        told = {"docid": change.docid, "sha256": record.document.sha256, "file": file, "by": by, "kind": kind}
        if self._told.get((told["sha256"], file)) == told:
            return
        self._told[told["sha256"], file] = told
        try:
            with open(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as lines:
                end = lines.seek(0, os.SEEK_END)
                if end and (lines.seek(end - 1), lines.read(1))[1] != b"\n":
                    lines.write(b"\n")
                lines.write(json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace") + b"\n")
        except OSError as error:
            raise StoreError(
                f"cannot be written ({error.strerror})", str(self.path), "make room on the disk"
            ) from error
