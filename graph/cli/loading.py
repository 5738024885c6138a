"""The steps of a load, each a plain function: find, read into records, keep, build the graph, write it."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import GoldenThreadError
from graph.opening import folder_of, is_address

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.collection.differences import DocChange
    from graph.collection.holds import Hold
    from graph.given import Given
    from graph.model import LoadRun
    from graph.records import DocumentRecord
    from graph.store import Changes

SMALL = 1_000_000  # bytes: reading so little is quicker in this process than starting others


@dataclass
class FileResult:
    """What became of one file: what it is and what changed since last time, or a sentence why not."""

    path: Path
    record: DocumentRecord | None = None  # its document and report: what is in it is kept by the collection
    change: DocChange | None = None
    error: str | None = None
    held: str = ""  # why it is kept and not shown
    known: bool = False  # it would be read as it was, and was not read again


@dataclass
class LoadResult:
    """What a load did: every file, what was skipped, and what changed in the graph (None: dry run or nothing kept).

    `held`: files that their manifest holds back, with the reason. `faults`: what is wrong with manifests, as sentences.
    """

    files: list[FileResult] = field(default_factory=list)
    skipped: Sequence[tuple[Path, str]] = ()
    held: list[tuple[Path, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    changes: Changes | None = None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> list[FileResult]:
        """Files that could not be read."""
        return [f for f in self.files if f.error]


def read_one(
    path: Path, mapping: dict[str, Any] | None = None, given: Given | None = None
) -> tuple[DocumentRecord | None, str | None]:
    """A file as a record, or the sentence that says why it cannot be one."""
    from loaders.extract import extract

    try:
        return extract(path, mapping, given), None
    except GoldenThreadError as error:
        return None, error.sentence()


def read_all(
    paths: list[Path], mapping: dict[str, Any] | None = None, given: Callable[[Path], Given | None] = lambda _path: None
) -> Generator[tuple[Path, DocumentRecord | None, str | None], None, None]:
    """Every file in order; many files, or large ones, are read side by side in processes of their own.

    A file on which its reader ends (PDFs are opened by a library outside Python) is named and the others go on.
    """
    from loaders.formats.pdf.apart import ended, pdfs_apart

    if sum(path.stat().st_size for path in paths if path.is_file()) <= SMALL:
        with pdfs_apart():
            for path in paths:
                yield (path, *read_one(path, mapping, given(path)))
        return
    workers = min(os.cpu_count() or 1, len(paths))
    done = 0
    try:
        for found in _side_by_side(paths, workers, mapping, given):
            done += 1
            yield found
    except BrokenProcessPool:  # one of the files at hand ended its reader: each of the rest is read alone
        while done < len(paths):
            try:
                for found in _side_by_side(paths[done:], 1, mapping, given):
                    done += 1
                    yield found
            except BrokenProcessPool:
                yield paths[done], None, ended(paths[done]).sentence()
                done += 1


def _side_by_side(
    paths: list[Path], workers: int, mapping: dict[str, Any] | None, given: Callable[[Path], Given | None]
) -> Generator[tuple[Path, DocumentRecord | None, str | None], None, None]:
    """Every file in order, read by so many processes; one process reads them one after the other.

    Raises:
        BrokenProcessPool: a process ended. Of one process it was the file after the last that came.
    """
    context = multiprocessing.get_context("spawn")  # forking beside the progress bar's thread could hang
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_quietly)
    whole = False
    try:
        if workers > 1:
            handed_out = deque(pool.submit(read_one, path, mapping, given(path)) for path in paths)
            for path in paths:
                found = handed_out.popleft().result()
                whole = not handed_out  # known before the last is given: who asks may never ask again
                yield (path, *found)
        else:
            for path in paths:
                found = pool.submit(read_one, path, mapping, given(path)).result()
                whole = path is paths[-1]
                yield (path, *found)
    finally:
        if not whole:  # Ctrl-C or a failure: leaving would else wait for every file that was handed out
            for worker in multiprocessing.active_children():
                worker.kill()
        pool.shutdown()  # waits for its thread, which ending Python beside it can trip over


def _end_quietly() -> None:
    """Ctrl-C reaches the readers too; they end without a trace."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def load(
    paths: list[Path],
    address: str,
    collection_folder: str | None = None,
    *,
    dry_run: bool = False,
    replace: bool = False,
    step: Callable[..., Any] = lambda *_told: None,
    mapping: Path | None = None,
    sources: Path | None = None,
    again: bool = False,
    graph: bool = True,
) -> LoadResult:
    """Load files or folders into a collection and its graph; what cannot be read is listed, the rest goes on.

    What would be read as it was is not read again, and what was written is not asked for, unless `again`. Without
    `graph` only the collection is written.
    """
    from graph.cli.correcting import keep
    from graph.cli.known import as_known, headed, read_by
    from graph.collection import Collection
    from graph.store import open_store
    from loaders.beside import absolute
    from loaders.corrections import read_corrections
    from loaders.manifest import read_sources
    from loaders.read import find
    from loaders.trackers import read_mapping

    result = LoadResult()
    meant = read_mapping(mapping) if mapping else None
    files, result.skipped = find(paths)
    manifest = read_sources(files, paths, sources)
    result.faults = manifest.faults
    result.held = [(path, told.held) for path in files if (told := manifest.of(path)) and told.held]
    held = {path for path, _ in result.held}
    files = [path for path in files if path not in held]
    if is_address(address) and graph and not dry_run:
        with open_store(address):
            pass  # a server that does not answer is said before minutes are spent on reading
    collection = Collection.open(folder_of(address, collection_folder))
    with nullcontext() if dry_run or not graph or is_address(address) else warm(address):
        by = read_by(meant, manifest.of)
        stands = {} if again else as_known(collection, files, by)
        with closing(read_all([path for path in files if path not in stands], meant, manifest.of)) as fresh:
            for path in files:
                if path in stands:
                    before, change = stands[path]
                    why = "" if dry_run else still_held(collection, change.docid)
                    result.files.append(FileResult(path, before, change, held=why, known=True))
                    step(path.name, len(files))
                    continue
                _, record, error = next(fresh)
                found = FileResult(path, record, error=error)
                if record is not None:
                    found.change = collection.compare(record) if dry_run else collection.put(record, path)
                    if found.change.kind == "withdrawn":
                        found.record, found.error = None, f"{path}: {found.change.note}"
                    elif not dry_run:
                        found.held = still_held(collection, found.change.docid)
                        collection.readings.note(record, path.name, by(path), found.change)
                    if found.record is not None:
                        found.record = headed(record)
                result.files.append(found)
                step(path.name, len(files))
        corrections = read_corrections(files, paths)
        result.faults += corrections.faults
        if not dry_run:
            known = [f for f in result.files if f.record and absolute(f.path) in corrections.files]
            titles = {f.record.document.title for f in known if f.record}
            result.faults += keep(collection, corrections, titles)
        newly = [] if dry_run else hold_known(collection, result.held)
        if graph and not dry_run and (newly or any(f.record for f in result.files)):
            result.changes, result.counts = write(
                collection, address, replace=replace, documents=result.files, step=step, again=again
            )
    return result


def still_held(collection: Collection, docid: str) -> str:
    """Why a document that was loaded is not shown; a manifest's hold ends when that says no more."""
    from graph.collection.holds import MANIFEST, holds, release

    hold = holds(collection).get(docid)
    if hold is not None and hold.by == MANIFEST:
        release(collection, docid)
        return ""
    return hold.in_words() if hold else ""


def hold_known(collection: Collection, held: list[tuple[Path, str]]) -> list[Hold]:
    """Documents that were loaded before their manifest began to hold them: those held now."""
    from graph.collection.holds import hold_from_manifest

    found = []
    for path, reason in held:
        try:
            sha = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            sha = ""
        found.append(hold_from_manifest(collection, sha, path.name, reason, date.today()))
    return [hold for hold in found if hold is not None]


@contextmanager
def warm(address: str) -> Iterator[None]:
    """Start the embedded engine while documents are read: that takes as long as reading a few of them.

    What goes wrong here is left for `write` to say, which opens the store itself and then joins the running engine.
    """
    from graph.store import open_store

    done = threading.Event()

    def hold() -> None:
        with suppress(GoldenThreadError), open_store(address):
            done.wait()

    holder = threading.Thread(target=hold, daemon=True)  # a daemon, so that Ctrl-C need not wait for it
    holder.start()
    yield
    done.set()
    holder.join()


def write_anew(address: str, collection_folder: str | None = None) -> None:
    """Throw the embedded graph away and write it again from the records; nothing that was loaded is lost."""
    from graph.collection import Collection
    from graph.store import rebuild

    collection = Collection.open(folder_of(address, collection_folder))
    if not is_address(address):
        rebuild(Path(address))
    write(collection, address)


def write(
    collection: Collection,
    address: str,
    *,
    replace: bool = False,
    documents: list[FileResult] | None = None,
    step: Callable[..., Any] = lambda *_told: None,
    again: bool = False,
) -> tuple[Changes, dict[str, int]]:
    """Make the graph equal to what the collection holds; writers on one collection take turns."""
    from graph.cli.building import rows_of
    from graph.codebook import load as load_codebook
    from graph.collection.withdrawal import finish_all
    from graph.store import engine_folder, open_store, rebuild

    codebook = load_codebook()
    started = datetime.now(UTC)
    with collection.lock():
        if finish_all(collection):
            rebuild(collection.path)  # what a withdrawal left behind when it was cut short
        run = begun(collection, codebook.version, started)
        with rows_of(collection) as (rows, said), open_store(address) as store:
            changes = store.sync(
                rows,
                collection=collection.id,
                run=run,
                replace=replace,
                progress=lambda what, done, total: step(what, total, done),
                sent=engine_folder(collection.path),
                again=again,
            )
            changes.notes += said.waiting
            changes.notes += said.doubted if documents is not None else []  # a command says it of its own decision
            counts = store.counts()
        collection.note_run(run, changes, [str(f.path.name) for f in documents or [] if f.record])
    return changes, counts


def begun(collection: Collection, codebook: str, started: datetime) -> LoadRun:
    """A load of a collection that begins now."""
    from graph.model import LoadRun

    stamp = started.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return LoadRun(
        id=f"{stamp}-{os.getpid()}",
        name=started.strftime("%Y-%m-%d %H:%M"),
        collection=collection.id,
        startedAt=stamp,
        codebook=codebook,
        version=version("golden-thread"),
        finishedAt=None,
        added=0,
        changed=0,
        removed=0,
    )
