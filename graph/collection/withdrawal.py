"""Take a document out again: its words leave the folder and everything made from them; a tombstone stays.

A tombstone (`records/withdrawn/`) holds title, hashes, dates, by which role and why, and no word of the document. It is
written first, the record is removed last, and what stands between can be done again: a kill leaves a withdrawal that
the next load finishes. The graph is thrown away and made anew, because a database keeps what it deletes for a while.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.collection.differences import counted
from graph.collection.record_files import json_line, write_whole
from graph.decisions import read_file, write_file
from graph.decisions.withdrawn import Words, quotes, without
from graph.errors import StoreError, WrongUse
from graph.text import digest, key

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.records import DocumentRecord

FOLDER = "records/withdrawn"
LIFT = "a person can lift that: goldenthread withdraw DOCUMENT --lift --by ROLE --note WHY"


@dataclass(frozen=True)
class Tombstone:
    """What stays of a withdrawn document. `sha256`: of its file and of every earlier edition, newest first.

    `words` is a hash of all it said, so that the same document saved again is known. `lifted`: {on, by, note}.
    """

    docid: str
    title: str
    sha256: list[str]
    words: str
    published: str | None
    on: str  # ISO day
    by: str  # a role
    note: str
    items: dict[str, int] = field(default_factory=dict)
    decisions: int = 0  # that lost their quotation
    finished: bool = False
    lifted: dict[str, str] | None = None

    @property
    def file(self) -> str:
        """Name of its file."""
        return f"{self.docid}@{self.sha256[0][:12]}.json"

    def refusal(self) -> str:
        """Why its document is not loaded, in a sentence."""
        return f"was withdrawn on {self.on} by {self.by} ({self.note}), so it is not loaded; {LIFT}"


def tombstones(collection: Collection) -> list[Tombstone]:
    """All of them, lifted ones too, in order of their document."""
    folder = collection.path / FOLDER
    try:
        return [Tombstone(**json_line(p, p.read_text("utf-8"), 1)) for p in sorted(folder.glob("*.json"))]
    except TypeError as error:
        raise StoreError("a note of a withdrawal is damaged", str(folder), "restore it from a backup") from error


def standing(collection: Collection, record: DocumentRecord) -> Tombstone | None:
    """The tombstone that keeps a document out: of the same file, or of other bytes that say exactly the same."""
    stones = [stone for stone in tombstones(collection) if not stone.lifted]
    said = fingerprint(record) if stones else ""
    return next((s for s in stones if record.document.sha256 in s.sha256 or s.words == said), None)


def fingerprint(record: DocumentRecord) -> str:
    """A hash of all that a record says, whatever its file is."""
    told = record.model_dump(mode="json", exclude={"document", "report", "inconsistencies"})
    return digest(json.dumps(told, sort_keys=True), size=32)


def withdraw(collection: Collection, docid: str, *, by: str, on: date, note: str) -> Tombstone:
    """Take a document and its earlier editions out of the folder; the graph is the caller's to make anew.

    Raises WrongUse where the reason itself quotes the document.
    """
    with collection.lock():
        record = collection.record(docid)
        if Words([record]).in_(note):
            raise WrongUse("the reason quotes the document", "--note", "say why without its words")
        earlier = [told["sha256"] for told in collection.superseded() if told["docid"] == docid]
        stone = Tombstone(
            docid=docid,
            title=record.document.title,
            sha256=[record.document.sha256, *earlier],
            words=fingerprint(record),
            published=record.document.published,
            on=on.isoformat(),
            by=by,
            note=note,
            items=counted(record),
        )
        _write(collection, stone)
        return _finish(collection, stone)


def finish_all(collection: Collection) -> list[Tombstone]:
    """Finish withdrawals that were cut short; those finished now."""
    return [_finish(collection, stone) for stone in tombstones(collection) if not stone.finished]


def lift(collection: Collection, stone: Tombstone, *, by: str, on: date, note: str) -> Tombstone:
    """Let a withdrawn document be loaded again; the tombstone stays and says so."""
    with collection.lock():
        return _write(collection, replace(stone, lifted={"by": by, "on": on.isoformat(), "note": note}))


def left_in(collection: Collection, gone: Words) -> list[Path]:
    """Files of the folder that people write in and that still hold a withdrawn sentence."""
    beside = [p for p in (collection.path / "decisions").rglob("*") if p.is_file()]
    beside += [p for name in ("runs.jsonl", "audit.jsonl") if (p := collection.path / name).exists()]
    return sorted(p for p in beside if quotes(p.read_text("utf-8", errors="replace"), gone))


def _finish(collection: Collection, stone: Tombstone) -> Tombstone:
    """Everything that can be done twice, the record last."""
    path, decisions = collection.path, stone.decisions
    if stone.docid in collection.docids() and collection.head(stone.docid).sha256 in stone.sha256:
        gone = Words(
            [collection.record(stone.docid)],
            (collection.record(docid) for docid in collection.docids() if docid != stone.docid),
        )
        decisions += _clean_decisions(path / "decisions", gone, f"its document was withdrawn on {stone.on}")
        _clean_lines(path / "runs.jsonl", collection.head(stone.docid).file, gone)
        _clean_lines(path / "audit.jsonl", "", gone)
        if left := left_in(collection, gone):
            raise StoreError("still quotes the withdrawn document", str(left[0]), "take the words out, then run again")
        for sha in stone.sha256:
            _remove((path / "sources").glob(f"*@{sha[:12]}*"))
        _remove((path / "records" / "superseded").glob(f"{stone.docid}@*.jsonl"))
        _remove([path / "records" / "held" / f"{stone.docid}.json", path / "records" / f"{stone.docid}.jsonl"])
    _remove(
        p for p in path.rglob("*.new") if (path / "engine") not in p.parents
    )  # half-written files of killed commands
    return _write(collection, replace(stone, decisions=decisions, finished=True))


def _clean_decisions(folder: Path, gone: Words, why: str) -> int:
    """Take quotations out of the files that hold them. Comments of those files go too."""
    changed = 0
    for file in sorted(folder.glob("*.yaml")):
        before = read_file(file)
        after, number = without(before, gone, why)
        if number or quotes(file.read_text("utf-8"), gone):
            write_file(file, after)
        changed += number
    return changed


def _clean_lines(file: Path, name: str, gone: Words) -> None:
    """A history without the name of the file, and without texts that quote it."""
    if not file.exists():
        return
    kept = []
    for line in file.read_text("utf-8", errors="replace").splitlines():
        try:
            kept.append(json.dumps(_cleaned(json.loads(line), name, gone), ensure_ascii=False, sort_keys=True))
        except ValueError:
            continue  # cut short by a kill
    write_whole(file, "".join(line + "\n" for line in kept))


def _cleaned(value: Any, name: str, gone: Words) -> Any:
    if isinstance(value, dict):
        return {k: _cleaned(v, name, gone) for k, v in value.items()}
    if isinstance(value, list):
        return [_cleaned(v, name, gone) for v in value]
    quoted = isinstance(value, str) and (gone.in_(value) or bool(name and key(value) == key(name)))
    return "(withdrawn)" if quoted else value


def _remove(files: Iterable[Path]) -> None:
    for file in list(files):
        file.unlink(missing_ok=True)


def _write(collection: Collection, stone: Tombstone) -> Tombstone:
    write_whole(
        collection.path / FOLDER / stone.file, json.dumps(asdict(stone), ensure_ascii=False, sort_keys=True) + "\n"
    )
    return stone
