"""`runs`: the history of loads of a collection."""

from __future__ import annotations

import click

from graph.cli.options import folder_of, format_option, store_options
from graph.cli.terminal import print_result

COLUMNS = ["started", "finished", "documents", "added", "changed", "removed", "codebook", "version"]


@click.command("runs", epilog="Example: goldenthread runs --format json")
@format_option("table", "json", "csv")
@store_options
def command(fmt: str, store: str, collection: str | None) -> int:
    """When what was loaded, with which codebook, and what it changed."""
    from graph.collection import Collection
    from graph.errors import StoreError

    folder = folder_of(store, collection)
    if not (folder / "collection.json").exists():
        raise StoreError("nothing was loaded here yet", str(folder), "run: goldenthread load YOUR-DOCUMENTS first")
    print_result(fmt, COLUMNS, Collection.open(folder).runs())
    return 0
