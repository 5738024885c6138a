"""`restore`: a collection from its backup, in a new folder, with its graph."""

from __future__ import annotations

from pathlib import Path

import click

from graph.cli.terminal import say


@click.command("restore", epilog="Example: goldenthread restore collection-2026-03.zip goldenthread.db")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE.zip")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--no-graph", is_flag=True, help="Unpack only; the graph is made by the next load.")
def command(file: Path, folder: Path, no_graph: bool) -> int:
    """Unpack FILE into the new folder DIR, check every file by its hash, and make the graph from it."""
    from graph.cli.audit import noted
    from graph.cli.loading import write_anew
    from graph.collection.backup import restore

    number = restore(file, folder)
    noted(str(folder), None, "restore", file=file)
    click.echo(folder.resolve())
    say(f"{number} files, every one as it was written.")
    if not no_graph:
        write_anew(str(folder))
        say(f"The graph was made. For Neo4j: goldenthread load --rebuild --store ADDRESS --collection {folder}")
    return 0
