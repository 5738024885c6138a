"""`hold`: keep a loaded document back; it is not shown nor counted until somebody lifts the hold."""

from __future__ import annotations

from datetime import datetime

import click

from graph.cli.confirm.deciding import said_options
from graph.cli.terminal import say
from graph.opening import open_collection


@click.command(
    "hold", epilog="Example: goldenthread hold review-ash.pdf --by 'business manager' --note 'criminal proceedings'"
)
@click.argument("document")
@click.option("--lift", "lifting", is_flag=True, help="Show and count it again.")
@said_options
def command(document: str, lifting: bool, by: str, on: datetime, note: str, store: str, collection: str | None) -> int:
    """Hold DOCUMENT (file name, title, id or hash) back, with everything made from it; or lift the hold."""
    from graph.cli.loading import write
    from graph.collection.audit import note as note_down
    from graph.collection.holds import hold, holds, release
    from graph.errors import WrongUse

    if not by.strip() or not (note.strip() or lifting):
        raise WrongUse("a hold needs who and why", todo="say both with --by ROLE and --note WHY")
    opened = open_collection(store, collection)
    docid = opened.called(document)
    title = opened.head(docid).title
    if lifting and docid not in holds(opened):
        raise WrongUse(f"“{title}” is not held")
    note_down(
        opened, "hold --lift" if lifting else "hold", by=by, parameters={"document": opened.head(docid).sha256[:12]}
    )
    with opened.lock():
        if lifting:
            release(opened, docid)
        else:
            hold(opened, docid, by=by.strip(), on=on.date(), note=note.strip())
        changes, _ = write(opened, store)
    click.echo(f"{'Shown again' if lifting else 'Held'}: {title}.")
    say(f"Graph: {changes.added} added, {changes.changed} changed, {changes.removed} removed.")
    return 0
