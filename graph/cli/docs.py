"""`docs`: write the generated documentation, or check that it is current."""

from __future__ import annotations

import click

from graph.cli.terminal import say


@click.command("docs", epilog="Example: goldenthread docs --check")
@click.option(
    "--check", "check_only", is_flag=True, help="Only say whether the generated pages are current (exit 1 if not)."
)
def command(check_only: bool) -> int:
    """graph/SCHEMA.md, cypher/README.md and docs/cli.md follow from the model, the question files and the commands."""
    from graph.docs import outdated, write

    stale = outdated() if check_only else write()
    for path in stale:
        say(f"{'out of date' if check_only else 'written'}: {path}")
    if not stale:
        say("The generated documentation is current.")
    return 1 if check_only and stale else 0
