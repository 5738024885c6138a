"""`withdraw`: take a document out again, with everything made from it; a tombstone stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from graph.cli.confirm.deciding import said_options
from graph.cli.terminal import say
from graph.opening import is_address, open_collection


@click.command(
    "withdraw",
    epilog="Example: goldenthread withdraw 'review-ash.pdf' --by 'business manager' --note 'taken back'",
)
@click.argument("document")
@click.option("--lift", "lifting", is_flag=True, help="Let a withdrawn document be loaded again.")
@said_options
def command(document: str, lifting: bool, by: str, on: datetime, note: str, store: str, collection: str | None) -> int:
    """Take DOCUMENT (file name, title, id or hash) and its earlier editions out of the collection and its graph.

    Nothing of its words stays in the folder. What stays is a tombstone: title, hashes, dates, by whom and why. The same
    content is not loaded again until a person lifts the withdrawal.
    """
    from graph.cli.loading import write
    from graph.collection.audit import note as note_down
    from graph.collection.withdrawal import lift, withdraw
    from graph.errors import WrongUse
    from graph.store import rebuild

    if not by.strip() or not note.strip():
        raise WrongUse("a withdrawal needs who and why", todo="say both with --by ROLE and --note WHY")
    opened = open_collection(store, collection)
    said: dict[str, Any] = {"by": by.strip(), "on": on.date(), "note": note.strip()}
    if lifting:
        stone = _stone(opened, document)
        note_down(opened, "withdraw --lift", by=by, parameters={"document": stone.sha256[0][:12]})
        lift(opened, stone, **said)
        click.echo(f"Lifted: {stone.title} can be loaded again.")
        return 0
    docid = opened.called(document)
    note_down(opened, "withdraw", by=by, parameters={"document": opened.head(docid).sha256[:12]})
    with opened.lock():
        stone = withdraw(opened, docid, **said)
        rebuild(opened.path)
        write(opened, store)
    editions = f" and {len(stone.sha256) - 1} earlier editions" if len(stone.sha256) > 1 else ""
    click.echo(f"Withdrawn: {stone.title}{editions}. The graph was made anew without it.")
    if stone.decisions:
        say(f"{stone.decisions} decisions lost their quotation; they are kept and wait.")
    where = "docs/neo4j-administrators.md says what is left in logs and backups of the server and how to clear it"
    if is_address(store):
        say(f"Neo4j: {where}.")
    else:
        say(f"If this collection was loaded into Neo4j too, run: goldenthread load --rebuild --store ADDRESS; {where}.")
    say("Backups and files that were sent before still hold it.")
    return 0


def _stone(opened, name: str):  # type: ignore[no-untyped-def]
    """The one standing tombstone that is meant."""
    from graph.collection.withdrawal import tombstones
    from graph.errors import WrongUse
    from graph.text import key

    standing = [s for s in tombstones(opened) if not s.lifted]
    found = [s for s in standing if s.docid == name or key(s.title) == key(name) or s.sha256[0].startswith(name)]
    if len(found) == 1:
        return found[0]
    known = "; ".join(f"{s.title} ({s.sha256[0][:12]})" for s in found or standing) or "nothing"
    raise WrongUse(f"“{name}” names no one withdrawn document", todo=f"withdrawn is: {known}")
