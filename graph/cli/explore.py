"""`explore`: the explorer page, one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.options import store_options
from graph.cli.terminal import say

if TYPE_CHECKING:
    from graph.store import Store


@click.command("explore", epilog="Example: goldenthread explore --around 'safe sleep' -o explorer.html")
@click.option("--around", metavar="THING", help="Open on this theme.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default="explorer.html", show_default=True
)
@store_options
def command(around: str | None, output: Path, store: str, collection: str | None) -> int:
    """Write one page to look at: what was seen again, themes, and the words behind each. Works without a network."""
    from graph.cli.opening import open_loaded

    with open_loaded(store, collection) as opened:
        write_page(opened, output, around)
    click.echo(output.resolve())
    say("The page quotes the documents. Read it before you pass it on.")
    return 0


def write_page(store: Store, output: Path, around: str | None = None) -> Path:
    """The page of an open store; `around` is a theme in the user's words."""
    from graph.codebook import load
    from graph.errors import WrongUse
    from graph.views.explorer import write_page as write

    theme = None
    if around:
        found = load().find(around)
        if not found:
            raise WrongUse(
                f"no theme is called '{around}'", "--around", "see goldenthread ask recurring-themes for the names"
            )
        theme = found[0]
    return write(store, output, theme)
