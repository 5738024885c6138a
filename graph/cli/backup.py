"""`backup`: a collection as one file."""

from __future__ import annotations

from pathlib import Path

import click

from graph.cli.audit import noted
from graph.cli.options import store_options
from graph.cli.terminal import say
from graph.opening import open_collection


@click.command("backup", epilog="Example: goldenthread backup collection-2026-03.zip")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.zip")
@store_options
def command(file: Path, store: str, collection: str | None) -> int:
    """Write the whole collection to FILE: documents, records, decisions and histories. The graph is made from these."""
    from graph.collection.backup import backup

    opened = open_collection(store, collection)
    noted(store, collection, "backup", internal=True, file=file)
    number = backup(opened, file)
    click.echo(file.resolve())
    say(f"{number} files. Not for sharing: it holds everything. Keep it as safe as the collection itself.")
    return 0
