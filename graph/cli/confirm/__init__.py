"""`confirm`: what a person decides, one file a kind. Everything else in the graph is read or worked out."""

from __future__ import annotations

import importlib

import click

KINDS = {
    "export": "What a person should look at, as a workbook.",
    "import": "That workbook filled in, as decisions.",
    "agreement": "Whether two people decide the same of the same passages.",
}


class Kinds(click.Group):
    """Imports the module of a kind only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All kinds, in the order of a first use."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a kind, or None for an unknown word."""
        if cmd_name not in KINDS:
            return None
        made: click.Command = importlib.import_module(f"graph.cli.confirm.{cmd_name}_").command
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of kinds, without importing any of them."""
        with formatter.section("Kinds"):
            formatter.write_dl(list(KINDS.items()))


@click.group("confirm", cls=Kinds, epilog="Example: goldenthread confirm export queue.xlsx")
def command() -> None:
    """Record what a person decides: by whom (a role, never a name), when and why. Nothing else confirms."""
