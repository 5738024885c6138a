"""`load`: read, code and load documents; ends with a table of what was kept, rejected and changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.options import format_option, mapping_option, sources_option, store_options
from graph.cli.terminal import print_result, progress, say

if TYPE_CHECKING:
    from graph.cli.loading import FileResult, LoadResult

COLUMNS = ["document", "read", "kept", "rejected", "changed"]
GONE = 10  # lines shown of what a document no longer holds


@click.command("load", epilog="Example: goldenthread load my-documents/ --store goldenthread.db")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--replace", is_flag=True, help="Replace another collection's graph in a Neo4j database.")
@click.option("--rebuild", is_flag=True, help="Write the embedded graph anew from the collection's records.")
@click.option("--again", is_flag=True, help="Read every file and compare every row again, known or not.")
@click.option(
    "--bulk",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write files for neo4j-admin's import instead of a graph: the quickest first load of a large collection.",
)
@format_option("table", "json", "csv")
@store_options
@mapping_option
@sources_option
def command(
    paths: tuple[Path, ...],
    dry_run: bool,
    replace: bool,
    rebuild: bool,
    again: bool,
    bulk: Path | None,
    fmt: str,
    store: str,
    collection: str | None,
    mapping: Path | None,
    sources: Path | None,
) -> int:
    """Load files or folders. Loading the same again changes nothing; a new edition shows what changed."""
    from graph.cli.loading import load, write_anew

    if rebuild:
        write_anew(store, collection)
        say("The graph was written anew from the collection's records.")
    if bulk and (rebuild or dry_run):
        raise click.UsageError("--bulk writes files and no graph: leave --rebuild and --dry-run out")
    if not paths:
        if rebuild:
            return 0
        if bulk:
            return write_bulk(bulk, store, collection)
        raise click.UsageError("name the files or folders to load, for example: goldenthread load my-documents/")
    with progress("Loading") as step:
        result = load(
            list(paths),
            store,
            collection,
            dry_run=dry_run,
            replace=replace,
            step=step,
            mapping=mapping,
            sources=sources,
            again=again,
            graph=bulk is None,
        )
    rows = [row_of(f) for f in result.files] + [row_of_held(path, reason) for path, reason in result.held]
    if fmt == "json":
        print_result("json", COLUMNS, rows, whole(result, rows))
    else:
        print_result(fmt, COLUMNS, rows)
    for path, reason in result.skipped:
        say(f"Skipped {path}: {reason}")
    for found in result.files:
        _say_gone(found)
    for fault in result.faults:
        say(fault)
    for found in result.failed:
        say(f"Not loaded: {found.error}")
    for note in result.changes.notes if result.changes else ():
        say(f"Note: {note}")
    if known := sum(f.known for f in result.files):
        read, number = len(result.files) - known, len(result.files)
        say(f"Read {read} of {number} documents; the others are as they were (--again reads them, too).")
    if bulk:
        write_bulk(bulk, store, collection)
    elif fmt == "table":
        say(summary(result, dry_run))
    wrong = result.failed or result.faults or (not result.held and not any(f.record for f in result.files))
    return 1 if wrong else 0


def write_bulk(folder: Path, store: str, collection: str | None) -> int:
    """The files of an import of all that the collection holds, and what to do with them."""
    from graph.cli.audit import noted
    from graph.cli.bulk import write_files
    from graph.opening import open_collection

    opened = open_collection(store, collection)
    noted(store, collection, "export", internal=True, file=folder, target="neo4j-admin")
    number = write_files(opened, folder)
    say(f"Wrote {number} nodes and relationships to {folder}. Not for sharing: they hold all that was published.")
    say(f"Stop the server, run in {folder} what import.txt says, start it, then: cypher-shell -f constraints.cypher")
    return 0


def row_of(found: FileResult) -> dict[str, object]:
    """One line of the table."""
    if found.record is None or found.change is None:
        return {
            "document": found.path.name,
            "read": 0,
            "kept": 0,
            "rejected": 0,
            "changed": f"not loaded: {found.error}",
        }
    report = found.record.report
    return {
        "document": f"{found.record.document.title} ({found.path.name})",
        "read": report.read,
        "kept": report.kept,
        "rejected": len(report.rejected),
        "changed": found.change.in_words() + (f"; {found.held}" if found.held else ""),
    }


def _say_gone(found: FileResult) -> None:
    """What a new edition, or a new reading, no longer holds."""
    if found.change and found.change.gone:
        say(f"No longer in {found.path.name}:")
        for line in found.change.gone[:GONE]:
            say(f"  {line}")
        if len(found.change.gone) > GONE:
            say(f"  and {len(found.change.gone) - GONE} more; --format json lists them")


def row_of_held(path: Path, reason: str) -> dict[str, object]:
    """The line of a file that its manifest holds back."""
    return {"document": path.name, "read": 0, "kept": 0, "rejected": 0, "changed": f"held, not loaded: {reason}"}


def whole(result: LoadResult, rows: list[dict[str, object]]) -> dict[str, object]:
    """The load as JSON: documents, skipped files, and changes in the graph."""
    return {
        "documents": rows,
        "not_read_again": sum(f.known for f in result.files),
        "skipped": [{"path": str(p), "reason": r} for p, r in result.skipped],
        "gone": [{"document": f.path.name, "items": f.change.gone} for f in result.files if f.change and f.change.gone],
        "held": [{"path": str(p), "reason": r} for p, r in result.held],
        "faults": result.faults,
        "failed": [f.error for f in result.failed],
        "rejected": [
            {"document": f.path.name, **item.model_dump()}
            for f in result.files
            if f.record
            for item in f.record.report.rejected
        ],
        "changes": None if result.changes is None else result.changes.as_dict(),
        "counts": result.counts,
    }


def summary(result: LoadResult, dry_run: bool) -> str:
    """The last line: what changed in the graph."""
    if dry_run:
        return "Dry run: nothing was written."
    if result.changes is None:
        return (
            "Nothing was loaded: every file is held."
            if result.held and not result.failed
            else "Nothing could be loaded."
        )
    c = result.changes
    if not c.total:
        return "0 changes: the graph already holds exactly this."
    return f"Graph: {c.added} added, {c.changed} changed, {c.removed} removed."
