"""`tracker export`: every action, and every recommendation without one, as a workbook to work in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.audit import noted
from graph.cli.options import parameters, store_options
from graph.cli.terminal import say
from graph.cli.tracker.here import here, read_file, reader
from graph.opening import open_collection

if TYPE_CHECKING:
    from graph.cli.tracker.here import Here


@click.command(
    "export", epilog="Example: goldenthread tracker export tracker.xlsx -p partnership='Hartlepool and Stockton'"
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.xlsx")
@click.option("-p", "pairs", multiple=True, metavar="partnership=NAME", help="Only one partnership's work.")
@store_options
def export(file: Path, pairs: tuple[str, ...], store: str, collection: str | None) -> int:
    """Write the tracker workbook. Edit the columns with a green heading and hand it in with `tracker import`."""
    from graph.errors import WrongUse
    from graph.views.tracker import Stamp, write_workbook

    given = parameters(pairs)
    if unknown := set(given) - {"partnership"}:
        raise click.UsageError(f"-p {min(unknown)}: only partnership=NAME can be given here")
    if file.suffix.lower() != ".xlsx":
        raise WrongUse("is no name of a workbook", str(file), "end it with .xlsx")
    found = here(open_collection(store, collection))
    _no_edits_lost(file, found)
    partnership = given.get("partnership") or None
    rows = found.rows(partnership)
    if partnership and not rows:
        raise WrongUse(f"no action or recommendation of '{partnership}' is loaded", "-p partnership", _known(found))
    runs = found.collection.runs()
    stamp = Stamp(
        collection=found.collection.id,
        load=str(runs[-1]["id"]) if runs else "",
        exported=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        partnership=partnership,
    )
    actions = sum(1 for r in rows if r.label == "Action")
    held = sum(1 for r in rows if r.values["conflict"])
    notes = [f"{actions} actions and {len(rows) - actions} recommendations without a known action."]
    notes += [f"{held} rows hold two versions to settle."] if held else []
    title = f"Action tracker{f' · {partnership}' if partnership else ''} · exported {date.today():%d/%m/%Y}"
    noted(store, collection, "tracker export", file=file, partnership=partnership)
    file.write_bytes(write_workbook(rows, stamp, title=title, notes=notes))
    click.echo(file.resolve())
    say(f"{notes[0]} It quotes the documents: read it before you pass it on.")
    return 0


def _known(found: Here) -> str:
    from graph import model

    names = sorted(p.name for p in found.graph.all(model.Partnership))
    return f"known are: {'; '.join(names)}" if names else "load documents that name their partnership"


def _no_edits_lost(file: Path, found: Here) -> None:
    """Refuse to write over a file that holds edits which were not handed in, or that is something else."""
    from graph.errors import GoldenThreadError, WrongUse
    from graph.tracker import Said, compare
    from graph.views.tracker import read_workbook

    if not file.exists():
        return
    try:
        book = read_workbook(read_file(file), str(file))
    except GoldenThreadError as error:
        raise WrongUse("is there already and is no tracker workbook", str(file), "give another name") from error
    decisions = found.collection.decisions()
    told = compare(
        book.kept, book.rows, found.rows(), Said(decisions), reader(found.graph), by="nobody", on=date(1970, 1, 1)
    )
    if told.total or told.new or told.refused:
        raise WrongUse(
            "holds edits that were not handed in yet",
            str(file),
            "run `goldenthread tracker import` on it first, or give another name",
        )
