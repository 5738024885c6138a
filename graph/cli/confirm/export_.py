"""`confirm export`: the review queue as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from graph.cli.audit import noted
from graph.cli.options import store_options
from graph.cli.terminal import say
from graph.opening import open_collection


@click.command("export", epilog="Example: goldenthread confirm export queue.xlsx")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.xlsx")
@click.option("--every", is_flag=True, help="All themes nobody has looked at, not only the doubtful.")
@store_options
def command(file: Path, every: bool, store: str, collection: str | None) -> int:
    """Write what a person should look at: passages with no theme, too many or a doubtful one, and possible pairs."""
    from graph.codebook import load as load_codebook
    from graph.derive import build
    from graph.errors import StoreError
    from graph.queue.rows import coding_rows, pair_rows
    from graph.views.queue import write_queue

    if file.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{file}: give a name that ends in .xlsx")
    opened = open_collection(store, collection)
    codebook = load_codebook()
    graph = build(opened.records(), codebook, opened.decisions())
    codings, pairs = coding_rows(graph, every=every), pair_rows(graph)
    made = f"collection {opened.id}, codebook {codebook.version}"
    noted(store, collection, "confirm export", internal=True, file=file, every=every)
    try:
        file.write_bytes(write_queue(codings, pairs, codebook, made))
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", str(file), "give another name") from error
    passages = len({row.id.split(" # ")[0] for row in codings})
    say(f"{file}: {passages} passages in {len(codings)} rows, and {len(pairs)} pairs.")
    say("Fill in what you can say, leave the rest empty, and give it back with: goldenthread confirm import")
    return 0
