"""`demo`: the tour on the bundled samples: load, tell one thread in four sentences, write the explorer page."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import click

from graph.cli.terminal import print_result, progress, say

THREAD = "escalation"
HELD = "safe sleep"


@click.command("demo", epilog="Example: goldenthread demo my-demo")
@click.argument(
    "folder", required=False, default="golden-thread-demo", type=click.Path(path_type=Path), metavar="[DIR]"
)
def command(folder: Path) -> int:
    """Load the fictional samples into DIR and tell what happened to two recommendations, with every source."""
    from graph.cli.explore import write_page
    from graph.cli.load import COLUMNS, row_of, summary
    from graph.cli.loading import load
    from graph.questions import ask
    from graph.store import open_store
    from graph.trace import trace

    store_path = folder / "goldenthread.db"
    with as_file(files("graph") / "samples") as samples, progress("Loading") as step:
        result = load([samples], str(store_path), step=step)
    print_result("table", COLUMNS, [row_of(f) for f in result.files])
    say(summary(result, dry_run=False))
    page = folder / "explorer.html"
    with open_store(str(store_path)) as store:
        again = ask(store, "closed-but-recurred", {"limit": "3"})
        thread, held = trace(store, THREAD), trace(store, HELD)
        write_page(store, page)
    _tell(again, thread, held)
    click.echo(f"\nThe explorer page: {page.resolve()}")
    click.echo(f"Ask on: goldenthread ask recurring-themes --store {store_path}")
    return 1 if result.failed else 0


def _tell(again, thread, held) -> None:  # type: ignore[no-untyped-def]
    """The signature answer, the thread that held in four sentences, and the one that did not, whole."""
    from rich.console import Console

    from graph.views.trace_text import render, render_summary

    console = Console()
    click.secho(f"\n{again.question}", bold=True)
    for row in again.rows:
        click.echo(f"· {row['recommendation']}\n  {row['why']}")
    click.echo()
    render_summary(held, console)
    click.echo()
    render(thread, console)
