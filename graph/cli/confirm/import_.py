"""`confirm import`: the review queue as it comes back, taken as decisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.audit import noted
from graph.cli.options import store_options
from graph.cli.terminal import say
from graph.opening import open_collection

if TYPE_CHECKING:
    from graph.queue.returned import Returned


@click.command("import", epilog="Example: goldenthread confirm import queue.xlsx --by 'learning lead'")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.xlsx")
@click.option("--by", required=True, metavar="ROLE", help="Who decided, as a role, where a row names none.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the decisions. [default: today]")
@click.option("--dry-run", is_flag=True, help="Say what would be taken; write nothing.")
@store_options
def command(file: Path, by: str, day: date | None, dry_run: bool, store: str, collection: str | None) -> int:
    """Take filled-in rows as decisions. Empty rows decide nothing; the same file again adds nothing."""
    from graph.cli.loading import write
    from graph.codebook import load as load_codebook
    from graph.decisions import add
    from graph.derive import build
    from graph.queue.returned import take

    opened = open_collection(store, collection)
    codebook = load_codebook()
    known = opened.decisions()
    graph = build(opened.records(), codebook, known)
    when = date(day.year, day.month, day.day) if day else date.today()
    taken = take(returned_rows(file), graph, codebook, known, by=by.strip(), on=when)
    for fault in taken.faults:
        say(fault)
    if taken.decisions and not dry_run:
        noted(store, collection, "confirm import", by=by, file=file, decisions=len(taken.decisions))
        with opened.lock():
            add(opened.path / "decisions", taken.decisions)
        changes, _ = write(opened, store)
        say(f"Graph: {changes.added} added, {changes.changed} changed, {changes.removed} removed.")
    done = "would be added" if dry_run else "added"
    click.echo(f"{len(taken.decisions)} decisions {done}, {taken.known} known before, {len(taken.faults)} not taken.")
    return 1 if taken.faults else 0


def returned_rows(file: Path) -> list[Returned]:
    """The rows of a returned workbook, after a check that it is a sound one."""
    from graph.errors import WrongUse
    from graph.views.queue import read_queue
    from loaders.formats.xlsx.guard import check

    try:
        data = file.read_bytes()
    except OSError as error:
        raise WrongUse(
            f"cannot be read ({(error.strerror or 'unknown').lower()})", str(file), "check its path"
        ) from error
    check(str(file), data)
    return read_queue(data, str(file))
