"""`confirm list`: every decision, and which of them wait because their words are gone."""

from __future__ import annotations

import click

from graph.cli.options import format_option, store_options
from graph.cli.terminal import print_result, say
from graph.opening import open_graph

COLUMNS = ["on", "by", "kind", "decided", "about", "waits", "note"]


@click.command("list", epilog="Example: goldenthread confirm list --format csv")
@format_option("table", "json", "csv")
@store_options
def command(fmt: str, store: str, collection: str | None) -> int:
    """List all decisions in order of their day; those that wait say why."""
    from graph import model
    from graph.decisions.meant import describe

    _, graph = open_graph(store, collection)
    decisions = sorted(graph.all(model.Decision), key=lambda d: (str(d.on or ""), d.kind, d.id))
    rows: list[dict[str, object]] = [
        {
            "on": d.on.isoformat() if d.on else None,
            "by": d.by,
            "kind": d.kind,
            "decided": d.name,
            "about": "; ".join(
                describe(graph, graph.nodes[e.target_label][e.target]) for e in graph.edges_from(d, "DECIDES")
            )
            or (f"“{d.was}”" if d.kind == "none" and d.was else ""),
            "waits": d.reason,
            "note": d.note,
        }
        for d in decisions
    ]
    print_result(fmt, COLUMNS, rows)
    waiting = sum(not d.found for d in decisions)
    if fmt == "table":
        say(f"{len(decisions)} decisions, {waiting} waiting for their words to be found.")
    return 0
