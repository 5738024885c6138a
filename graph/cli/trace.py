"""`trace`: the thread around a thing, told with dates and quotations, ending with what is not stated."""

from __future__ import annotations

import click

from graph.cli.options import format_option, store_options


@click.command("trace", epilog="Example: goldenthread trace 'bruising in non-mobile babies'")
@click.argument("thing", nargs=-1, required=True, metavar="THING")
@format_option("table", "json")
@store_options
def command(thing: tuple[str, ...], fmt: str, store: str, collection: str | None) -> int:
    """Follow a review, a child's published pseudonym, a theme, a recommendation or an action through the documents."""
    from graph.opening import open_loaded
    from graph.trace import trace
    from graph.views.rows import as_json

    with open_loaded(store, collection) as opened:
        found = trace(opened, " ".join(thing))
    if fmt == "json":
        click.echo(as_json(found.json()))
    else:
        from rich.console import Console

        from graph.views.trace_text import render

        render(found, Console())
    return 0 if found.steps else 1
