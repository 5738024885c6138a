"""`export`: the whole graph as files; the same graph gives the same bytes from either engine."""

from __future__ import annotations

from pathlib import Path

import click

from graph.cli.options import store_options
from graph.cli.terminal import say


@click.command("export", epilog="Example: goldenthread export out/ --for csv --facts")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--for", "target", type=click.Choice(["csv"]), default="csv", show_default=True, help="Which format.")
@click.option("--facts", is_flag=True, help="Leave out run ids and times, so that two graphs can be compared.")
@store_options
def command(folder: Path, target: str, facts: bool, store: str, collection: str | None) -> int:
    """Write one file for each kind of node and relationship, sorted. Not for sharing: it holds everything."""
    from graph.cli.opening import open_loaded
    from graph.export import export_csv

    with open_loaded(store, collection) as opened:
        written = export_csv(opened, folder, facts=facts)
    say(
        f"Wrote {len(written)} files to {folder}. They hold every quotation and name as published: "
        "not for sharing as they are."
    )
    return 0
