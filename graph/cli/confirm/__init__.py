"""`confirm`: what a person decides, one file a kind. Everything else in the graph is read or worked out."""

from __future__ import annotations

import importlib

import click

KINDS = {
    "status": "The status of a recommendation or action; the only way to close and to open again.",
    "theme": "A theme of a passage: keep, drop or add.",
    "none": "What was taken by its words alone is no learning point, recommendation or action.",
    "same": "Two cases, reviews or tests are one.",
    "different": "Two cases, reviews or tests are not one.",
    "value": "A fact corrected or added, such as the month of an incident.",
    "evidence": "Evidence that something was done or works.",
    "scrutiny": "Whether the independent scrutineer agrees with a status; kept beside it.",
    "export": "What a person should look at, as a workbook.",
    "import": "That workbook filled in, as decisions.",
    "agreement": "Whether two people decide the same of the same passages.",
    "list": "All decisions, and which of them wait because their words are gone.",
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
        name = "same" if cmd_name == "different" else cmd_name
        module = importlib.import_module(f"graph.cli.confirm.{name}_")
        made: click.Command = getattr(module, cmd_name if cmd_name in ("same", "different") else "command")
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of kinds, without importing any of them."""
        with formatter.section("Kinds"):
            formatter.write_dl(list(KINDS.items()))


@click.group(
    "confirm",
    cls=Kinds,
    epilog="Example: goldenthread confirm status 'training on neglect' C-IN --by 'safeguarding partners' --note M14",
)
def command() -> None:
    """Record what a person decides: by whom (a role, never a name), when and why.

    Decisions are kept as text in the collection's folder decisions/, survive every load, and can be taken back by
    editing the file.
    """
