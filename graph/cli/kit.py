"""`kit`: write the Neo4j Browser kit, and serve it on this machine."""

from __future__ import annotations

import signal
import threading
from contextlib import nullcontext
from pathlib import Path

import click

from graph.cli.terminal import say


@click.command("kit", epilog="Example: goldenthread kit browser-kit/ --serve")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--serve", is_flag=True, help="Keep it within reach of the Browser on this machine until Ctrl-C.")
@click.option("--port", default=7484, show_default=True, type=click.IntRange(0, 65535), help="Where to serve it.")
def command(folder: Path, serve: bool, port: int) -> int:
    """Write style, guide, favourites, parameters, settings and links for Neo4j Browser."""
    from graph.kit import serve_kit, write_kit

    folder.mkdir(parents=True, exist_ok=True)
    with serve_kit(folder, port) if serve else nullcontext(f"http://localhost:{port}") as address:
        for path in write_kit(folder, address):
            click.echo(str(path))
        say(f"Begin with {folder / 'README.txt'}.")
        if serve:
            say(f"In the Browser: :guide {address}/guide.html — Ctrl-C ends it.")
            stop = threading.Event()
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: stop.set())
            while not stop.wait(0.2):
                pass
    return 0
