"""The collection folder: what was loaded and what people decided. The graph, in either engine, is made from it.

    collection.json   id and format version
    sources/          the documents as they were loaded
    records/          one JSONL file a document: the document, then one line an item, then the report of its reading
    records/superseded/   one line for each edition that a newer one has replaced: title, hash, dates, counts
    records/held/     one note for each document that is not shown until somebody lifts its hold
    records/withdrawn/    one tombstone for each document that was taken out again
    decisions/        YAML lists of what people confirmed or corrected
    runs.jsonl        one line a load
    audit.jsonl       one line for each thing taken out of here, and each decision
    read.jsonl        one line for each file read: by what; it can be thrown away
    engine/           the embedded graph; it can be thrown away

A record is written whole to a new file, put on the disk and renamed, so a kill leaves the old or the new one. A source
that is missing later withdraws nothing.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.collection.differences import DocChange, counted, differences, in_words
from graph.collection.holds import holds, shown
from graph.collection.readings import Readings
from graph.collection.record_files import (
    FORMAT,
    copy_whole,
    document_line,
    from_lines,
    json_line,
    to_lines,
    write_whole,
)
from graph.collection.withdrawal import standing
from graph.decisions import Decision, ScrutinyView, read_folder
from graph.errors import StoreError, WrongUse
from graph.given import carried
from graph.project.editions import Edition
from graph.records import Document, DocumentRecord
from graph.store.lock import turn
from graph.text import key, slug

if TYPE_CHECKING:
    from graph.model import LoadRun
    from graph.store import Changes

OWN = (
    *("collection.json", "collection.json.new"),  # the second while it is made, or where that was cut short
    *("sources", "records", "decisions", "runs.jsonl", "audit.jsonl"),
    *("engine", "engine.lock", "write.lock", "read.jsonl"),
)
FOLDERS = ("sources", "records", "records/superseded", "records/held", "records/withdrawn", "decisions")


class Collection:
    """An open collection folder. `id` is random and stays; `path` is the folder."""

    def __init__(self, path: Path, id_: str) -> None:
        self.path, self.id = path, id_
        self.readings = Readings(path)
        self._read_heads: dict[str, tuple[int, int, Document]] = {}  # time and size of the file when it was read

    @classmethod
    def open(cls, path: Path | str) -> Collection:
        """Open the collection at `path`, made if it is not there. Only its owner can read it.

        Raises StoreError for a folder that holds something else, so that nobody's documents folder becomes one.
        """
        path = Path(path)
        head = path / "collection.json"
        try:
            if path.exists() and not path.is_dir():
                raise StoreError("is a file, not a collection folder", str(path), "give another --store")
            if not head.exists():
                if path.is_dir() and (others := sorted(p.name for p in path.iterdir() if p.name not in OWN)):
                    what = f"is no collection and holds other files ({others[0]})"
                    raise StoreError(what, str(path), "give the path of a new folder as --store")
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
                with turn(path / "write.lock", "is making this collection"):
                    if not head.exists():
                        write_whole(head, json.dumps({"id": uuid.uuid4().hex, "format": FORMAT}) + "\n")
            for name in FOLDERS:
                (path / name).mkdir(mode=0o700, exist_ok=True)
            told = json.loads(head.read_text("utf-8"))
            id_, version = str(told["id"]), int(told["format"])
        except OSError as error:
            raise StoreError(
                f"cannot be used ({error.strerror})", str(path), "check the folder's permissions"
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError("is damaged", str(head), "restore the collection from a backup") from error
        if version > FORMAT:
            raise StoreError("was made by a newer version of golden-thread", str(path), "install that version")
        return cls(path, id_)

    def lock(self) -> AbstractContextManager[None]:
        """Hold the collection for writing; another command that wants it waits and says so."""
        return turn(self.path / "write.lock", "is loading into this collection")

    # --- documents --------------------------------------------------------------------------------------------------

    def put(self, record: DocumentRecord, source_path: Path) -> DocChange:
        """Keep a document as read, with a copy of its file; says what differs from what was known.

        The same content under another name is the known document. The same file name with other content is its new
        edition, unless period or year of publication show that it is another document: both are kept then.
        """
        with self.lock():
            change, docid, kept = self._decide(record)
            if change.kind in ("unchanged", "renamed", "older-edition", "withdrawn"):
                return change
            copy = self.path / "sources" / f"{docid}@{kept.document.sha256[:12]}{Path(source_path).suffix.lower()}"
            if not copy.exists():
                copy_whole(Path(source_path), copy)
            if change.kind == "new-edition":
                self._supersede(docid, by=kept.document.sha256, removed=change.removed)
            write_whole(self._file(docid), to_lines(kept))
            return change

    def compare(self, record: DocumentRecord) -> DocChange:
        """What `put` would say; writes nothing."""
        return self._decide(record)[0]

    def records(self) -> list[DocumentRecord]:
        """All documents that may be shown, sorted by their id. Raises StoreError naming a file that cannot be read."""
        held = holds(self)
        return [self.record(docid) for docid in self.docids() if docid not in held]

    def docids(self) -> list[str]:
        """Ids of all documents, held ones too: partnership and file name, as a file name."""
        return sorted(p.name.removesuffix(".jsonl") for p in (self.path / "records").glob("*.jsonl"))

    def record(self, docid: str) -> DocumentRecord:
        """One document. Raises StoreError where its file is damaged."""
        return from_lines(self._file(docid))

    def head(self, docid: str) -> Document:
        """What a document is, without its items. Raises StoreError where its file is damaged."""
        with self._file(docid).open(encoding="utf-8") as file:
            about = os.fstat(file.fileno())
            before = self._read_heads.get(docid)
            if before is None or before[:2] != (about.st_mtime_ns, about.st_size):
                found = document_line(self._file(docid), file.readline())
                self._read_heads[docid] = before = (about.st_mtime_ns, about.st_size, found)
            return before[2]

    def called(self, name: str) -> str:
        """The id of the one document of this id, file name, title or beginning of its hash. WrongUse where unclear."""
        heads = list(self._heads())
        found = [docid for docid, d in heads if docid == name or (len(name) >= 8 and d.sha256.startswith(name.lower()))]
        found = found or [docid for docid, d in heads if key(name) in (key(d.file), key(d.title))]
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUse(f"“{name}” could be {' or '.join(found)}", todo="name one of these")
        raise WrongUse(f"no loaded document is called “{name}”", todo="name it by its file name or title")

    def superseded(self) -> list[dict[str, Any]]:
        """The editions replaced: docid, title, file, sha256, published, superseded {on, by}, items, removed."""
        return [
            json_line(p, p.read_text("utf-8"), 1)
            for p in sorted((self.path / "records" / "superseded").glob("*.jsonl"))
        ]

    def editions(self) -> list[Edition]:
        """The editions that were replaced, as the graph shows them."""
        return [
            Edition(
                sha256=told["sha256"],
                title=told["title"],
                file=told["file"],
                published=told["published"],
                on=told["superseded"]["on"],
                by=told["superseded"]["by"],
                held=in_words(told["items"]),
                gone=in_words(told.get("removed", {})),
            )
            for told in self.superseded()
        ]

    def _file(self, docid: str) -> Path:
        return self.path / "records" / f"{docid}.jsonl"

    def _heads(self) -> Iterator[tuple[str, Document]]:
        for docid in self.docids():
            yield docid, self.head(docid)

    def _decide(self, record: DocumentRecord) -> tuple[DocChange, str, DocumentRecord]:
        new = record.document
        if stone := standing(self, record):
            return DocChange("withdrawn", stone.docid, note=stone.refusal()), stone.docid, record
        heads = list(self._heads())
        for docid, known in heads:
            if known.sha256 == new.sha256:
                return self._same_content(docid, known, record)
        for told in self.superseded():
            if told["sha256"] == new.sha256:
                return DocChange("older-edition", told["docid"]), told["docid"], record
        for docid, known in heads:
            if _edition_of(new, known):
                if new.published and known.published and _older(new.published, known.published):
                    return DocChange("older-edition", docid), docid, record
                change = DocChange("new-edition", docid, previous=known.sha256)
                return differences(change, self.record(docid), record), docid, record
        base = f"{slug(new.partnership or new.publisher or 'unknown')}--{slug(new.file or new.title)}"[:120]
        taken = {docid for docid, _ in heads}
        docid = next(name for name in chain((base,), (f"{base}-{n}" for n in count(2))) if name not in taken)
        note = f"another document than {base}: it tells of another time" if docid != base else ""
        return differences(DocChange("new", docid, note=note), None, record), docid, record

    def _same_content(
        self, docid: str, known: Document, record: DocumentRecord
    ) -> tuple[DocChange, str, DocumentRecord]:
        """The known document; what was read from it can differ after the reader or the codebook has changed."""
        before = self.record(docid)
        record = carried(record, known)
        renamed = key(known.file) != key(record.document.file)
        if renamed:  # a title can be made from the file name
            given = any(fact.field == "title" for fact in record.document.given)
            same_name = {"file": known.file} | ({} if given else {"title": known.title})
            record = record.model_copy(update={"document": record.document.model_copy(update=same_name)})
        if to_lines(before) == to_lines(record):
            return DocChange("renamed" if renamed else "unchanged", docid), docid, before
        return differences(DocChange("read-again", docid, previous=known.sha256), before, record), docid, record

    def _supersede(self, docid: str, by: str, removed: dict[str, int]) -> None:
        """Leave one line of an edition that is replaced: a publisher may have had a reason to take words back."""
        old = self.record(docid)
        line = {
            "docid": docid,
            "title": old.document.title,
            "file": old.document.file,
            "sha256": old.document.sha256,
            "published": old.document.published,
            "superseded": {"on": date.today().isoformat(), "by": by},
            "items": counted(old),
            "removed": removed,
        }
        place = self.path / "records" / "superseded" / f"{docid}@{old.document.sha256[:12]}.jsonl"
        write_whole(place, json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")

    # --- loads and decisions ----------------------------------------------------------------------------------------

    def note_run(self, run: LoadRun, changes: Changes, documents: list[str]) -> None:
        """Add a finished load to the history, also one that changed nothing."""
        from graph.decisions.scrutiny import mark

        line = {
            "id": run.id,
            "started": run.startedAt,
            "finished": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "documents": documents,
            "added": changes.added,
            "changed": changes.changed,
            "removed": changes.removed,
            "codebook": run.codebook,
            "version": run.version,
            "views": [
                mark(view) for view in self.views()
            ],  # a view of the scrutineer stays: doctor says if one is gone
        }
        with self.lock(), open(os.open(self.path / "runs.jsonl", os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            end = file.seek(0, os.SEEK_END)
            if end and (file.seek(end - 1), file.read(1))[1] != b"\n":
                file.write(b"\n")  # a line that a kill cut short stays alone
            file.write(json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def runs(self) -> list[dict[str, Any]]:
        """All finished loads in order; a line that a kill cut short is not one."""
        history = self.path / "runs.jsonl"
        lines = history.read_text("utf-8", errors="replace").splitlines() if history.exists() else []
        found = []
        for line in lines:
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
        return found

    def views(self) -> list[ScrutinyView]:
        """The views of the independent scrutineer, those of held documents too."""
        return [d for d in read_folder(self.path / "decisions") if isinstance(d, ScrutinyView)]

    def decisions(self) -> list[Decision]:
        """What people decided of what may be shown, from every YAML file in `decisions`, in order of file name.

        Raises StoreError naming the file and the number of a decision that cannot be read.
        """
        return shown(self, read_folder(self.path / "decisions"))


def _edition_of(new: Document, known: Document) -> bool:
    """Whether a document of other content is an edition of a known one: same file name, nothing stated against it."""
    if key(new.file) != key(known.file):
        return False
    if new.partnership and known.partnership and slug(new.partnership) != slug(known.partnership):
        return False
    if new.period and known.period and (new.period.from_, new.period.to) != (known.period.from_, known.period.to):
        return False
    return not (new.published and known.published and new.published[:4] != known.published[:4])


def _older(new: str, known: str) -> bool:
    return len(new) == len(known) and new < known
