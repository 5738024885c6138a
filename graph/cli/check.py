"""`check`: what does not add up in the documents, as a worklist for the publisher."""

from __future__ import annotations

import click

from graph.cli.options import format_option, store_options
from graph.cli.terminal import print_result, say

COLUMNS = ["kind", "where", "document", "page", "message", "printed", "recomputed", "quote"]


@click.command("check", epilog="Example: goldenthread check --format json")
@format_option("table", "json", "csv")
@store_options
def command(fmt: str, store: str, collection: str | None) -> int:
    """Figures to check with the publisher: fractions, totals, dates and figures that do not agree with each other."""
    from graph.check import check_all
    from graph.opening import open_collection

    records = open_collection(store, collection).records()
    found = [item.model_dump(mode="json") for record in records for item in record.inconsistencies]
    found += [item.model_dump(mode="json") for item in check_all(records)]
    unique = list({(i["kind"], i["document"], i["message"], i["quote"]): i for i in found}.values())
    print_result(fmt, COLUMNS, unique)
    if fmt == "table":
        say(f"{len(unique)} to check with the publishers. These are questions, not corrections.")
    return 0
