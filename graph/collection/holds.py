"""Documents that are kept but not shown nor counted until somebody lifts the hold, such as during proceedings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.collection.record_files import json_line, write_whole
from graph.decisions import Decision
from graph.decisions.withdrawn import Words
from graph.decisions.withdrawn import shown as without_held
from graph.errors import StoreError
from graph.text import key

if TYPE_CHECKING:
    from graph.collection import Collection

FOLDER = "records/held"
MANIFEST = "manifest"  # who holds, where a sources.yaml does: it lifts too


@dataclass(frozen=True)
class Hold:
    """Why a document is held: by which role, since when."""

    docid: str
    by: str
    on: str  # ISO day
    note: str

    def in_words(self) -> str:
        """For the table that a load ends with."""
        return f"held by {self.by} since {self.on} ({self.note}): not shown nor counted"


def holds(collection: Collection) -> dict[str, Hold]:
    """Every hold by the id of its document."""
    found = sorted((collection.path / FOLDER).glob("*.json"))
    try:
        return {(hold := Hold(**json_line(p, p.read_text("utf-8"), 1))).docid: hold for p in found}
    except TypeError as error:
        place = str(collection.path / FOLDER)
        raise StoreError("a note of a hold is damaged", place, "restore it from a backup") from error


def hold(collection: Collection, docid: str, *, by: str, on: date, note: str) -> Hold:
    """Hold a document; the graph is the caller's to bring up to date."""
    made = Hold(docid, by, on.isoformat(), note)
    with collection.lock():
        text = json.dumps(asdict(made), ensure_ascii=False, sort_keys=True) + "\n"
        write_whole(_file(collection, docid), text)
    return made


def release(collection: Collection, docid: str) -> None:
    """Show and count it again."""
    with collection.lock():
        _file(collection, docid).unlink(missing_ok=True)


def hold_from_manifest(collection: Collection, sha256: str, file: str, note: str, on: date) -> Hold | None:
    """Hold the loaded document of this content or file name, where a manifest now says so; None: nothing to do."""
    held = holds(collection)
    for docid in collection.docids():
        head = collection.head(docid)
        if docid not in held and (head.sha256 == sha256 or key(head.file) == key(file)):
            return hold(collection, docid, by=MANIFEST, on=on, note=note)
    return None


def shown(collection: Collection, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that are about nothing that is held."""
    held = holds(collection)
    if not held:
        return list(decisions)
    known = collection.docids()
    gone = Words(
        [collection.record(docid) for docid in known if docid in held],
        (collection.record(docid) for docid in known if docid not in held),
    )
    return without_held(decisions, gone)


def _file(collection: Collection, docid: str) -> Path:
    return collection.path / FOLDER / f"{docid}.json"
