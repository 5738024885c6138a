"""`tracker`: the project's own workbook out and back in."""

from __future__ import annotations

import click

from graph.cli.tracker.export import export
from graph.cli.tracker.take_in import take_in


@click.group("tracker", epilog="Example: goldenthread tracker export tracker.xlsx")
def command() -> None:
    """The action tracker as a workbook to work in, and its edits back as dated entries.

    A tracker of your own is a document: read it with `goldenthread load`.
    """


command.add_command(export)
command.add_command(take_in)
