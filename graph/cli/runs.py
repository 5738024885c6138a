"""`runs`: the history of loads of a collection, and its audit log."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.options import format_option, store_options
from graph.cli.terminal import print_result

COLUMNS = ["started", "finished", "documents", "added", "changed", "removed", "codebook", "version"]
AUDIT = ["on", "what", "by", "account", "internal", "file", "parameters"]


@click.command("runs", epilog="Example: goldenthread runs --format json")
@click.option("--audit", is_flag=True, help="Who took what out of the collection, and who decided what.")
@format_option("table", "json", "csv")
@store_options
def command(audit: bool, fmt: str, store: str, collection: str | None) -> int:
    """When what was loaded, with which codebook, and what it changed; or the audit log."""
    from graph.collection.audit import entries
    from graph.opening import open_collection

    opened = open_collection(store, collection)
    if audit:
        told = entries(opened)
        print_result(fmt, AUDIT, told if fmt == "json" else [_flat(line) for line in told])
    else:
        print_result(fmt, COLUMNS, opened.runs())
    return 0


def _flat(line: dict[str, Any]) -> dict[str, Any]:
    """A line with its parameters as one text."""
    said = ", ".join(f"{name}={value}" for name, value in line.get("parameters", {}).items())
    return {**line, "internal": "not for sharing" if line.get("internal") else "", "parameters": said}
