"""`explore`: the explorer page, one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.audit import noted
from graph.cli.options import store_options
from graph.cli.terminal import say

if TYPE_CHECKING:
    from graph.store import Store

MOST = 400_000_000  # bytes


@click.command("explore", epilog="Example: goldenthread explore --around 'safe sleep' -o explorer.html")
@click.option(
    "--around", metavar="THING", help="Open on this theme, review, child's pseudonym, test, recommendation or action."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default="explorer.html", show_default=True
)
@click.option("--internal", is_flag=True, help="With names of officials and every quotation; marked not for sharing.")
@store_options
def command(around: str | None, output: Path, internal: bool, store: str, collection: str | None) -> int:
    """Write one page to look at: what was seen again, themes, and the words behind each. Works without a network."""
    from graph.opening import open_loaded

    with open_loaded(store, collection) as opened:
        noted(store, collection, "explore", internal=internal, file=output, around=around)
        write_page(opened, output, around, internal=internal)
    click.echo(output.resolve())
    if told := too_large(output.stat().st_size):
        say(told)
    if internal:
        say("Not for sharing: the page holds names of officials and every quotation, and says so.")
    else:
        say("The page quotes the documents. Read it before you pass it on.")
    return 0


def too_large(size: int) -> str | None:
    """A sentence where a page of so many bytes may not open: a browser holds no text of more than half a gigabyte."""
    if size <= MOST:
        return None
    return (
        f"The page is {size // 1_000_000} MB and may not open in a browser: load the documents of one partnership "
        "into a --store of their own and write its page from there."
    )


def write_page(store: Store, output: Path, around: str | None = None, *, internal: bool = False) -> Path:
    """The page of an open store; `around` is what it opens on, in the user's words."""
    from graph.views.explorer import write_page as write

    return write(store, output, place_of(store, around) if around else None, internal=internal, tell=say)


def place_of(store: Store, thing: str) -> str:
    """The place in the page of what `thing` names, such as `theme/ID`; WrongUse where nothing or several are meant."""
    from graph.errors import WrongUse
    from graph.trace.find import find
    from graph.views.explorer.sentences import KIND

    found = find(store, thing)
    if found.facts:
        label, id_ = found.facts[0]
        return f"thread/{KIND[label]}:{id_}"
    if found.kind == "theme":
        return f"theme/{found.keys[0]}"
    if found.kind in ("review", "test"):
        return f"{'review' if found.kind == 'review' else 'thread'}/{found.kind}:{found.keys[0]}"
    meant = "; ".join(c.ask for c in found.could_mean)
    advice = f"it could mean: {meant}" if meant else "see goldenthread ask recurring-themes for the names"
    raise WrongUse(f"'{thing}' names no one thing in what is loaded", "--around", advice)
