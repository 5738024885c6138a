"""`export`: the whole graph as files; the same graph gives the same bytes from either engine."""

from __future__ import annotations

from pathlib import Path

import click

from graph.cli.audit import noted
from graph.cli.options import store_options
from graph.cli.terminal import say

MARK = "Not for sharing: these files hold every quotation and name as published, and what is told of single children.\n"
LEFT = "Names of officials, what is told of single children and same-child links are left out."


@click.command("export", epilog="Example: goldenthread export out/ --for csv --facts")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--for",
    "target",
    type=click.Choice(["csv", "neo4j-admin", "parquet", "graphml"]),
    default="csv",
    show_default=True,
    help="Which format.",
)
@click.option("--facts", is_flag=True, help="Leave out run ids and times, so that two graphs can be compared.")
@click.option(
    "--internal", is_flag=True, help="With children's characteristics, same-child links and names; not for sharing."
)
@store_options
def command(folder: Path, target: str, facts: bool, internal: bool, store: str, collection: str | None) -> int:
    """Write the whole graph, sorted: as CSV with a data dictionary, or for another tool; safe to send by default."""
    from graph.export import export
    from graph.opening import open_loaded

    with open_loaded(store, collection) as opened:
        noted(store, collection, "export", internal=internal, file=folder, target=target, facts=facts)
        written = export(opened, folder, target, facts=facts, internal=internal, tell=say)
    mark = folder / "NOT-FOR-SHARING.txt"
    if internal:
        mark.write_text(MARK, encoding="utf-8")
    else:
        mark.unlink(missing_ok=True)
    say(f"Wrote {len(written)} files to {folder}. " + (MARK.strip() if internal else LEFT))
    return 0
