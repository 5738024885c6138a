"""`serve`: keep the embedded collection open, so that other commands, notebooks and Bolt clients share it."""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import click

from graph.cli.options import store_options
from graph.opening import is_address


@click.command("serve", epilog="Example: goldenthread serve --store goldenthread.db")
@store_options
def command(store: str, collection: str | None) -> int:
    """Print the address and wait; Ctrl-C ends it. Only this machine can connect."""
    from graph.errors import WrongUse
    from graph.store import serve

    if is_address(store):
        raise WrongUse("a Neo4j server serves itself", store, "give the folder of a collection instead")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with serve(Path(store)) as served:
        click.echo(f"Address:  {served.address}")
        click.echo(f"User:     {served.username}")
        click.echo(f"Password: in {served.password_file} (only you can read it)")
        click.echo(f"Database: {served.database}")
        click.echo("Other commands on this collection now join it. Ctrl-C ends it.", err=True)
        while not stop.wait(0.2):
            pass
    return 0
