"""`confirm agreement`: whether two coders say the same of the same passages."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.options import format_option
from graph.cli.terminal import print_result, say

if TYPE_CHECKING:
    from graph.codebook import Codebook
    from graph.queue.agreement import Agreement, Coder

COLUMNS = ["theme", "passages", "both", "one_only", "other_only", "neither", "kappa", "from", "to", "note"]


@click.command("agreement", epilog="Example: goldenthread confirm agreement first.xlsx second.xlsx")
@click.argument("one", type=click.Path(path_type=Path))
@click.argument("other", type=click.Path(path_type=Path))
@format_option("table", "json", "csv")
def command(one: Path, other: Path, fmt: str) -> int:
    """Compare two returned workbooks, or two files of decisions: Cohen's kappa, and where the two differ."""
    from graph.codebook import load as load_codebook
    from graph.queue.agreement import agreement

    codebook = load_codebook()
    overall, each, differ = agreement(*(_coder(path, codebook) for path in (one, other)))
    rows = [_row(overall, codebook), *(_row(item, codebook) for item in each)]
    differing = [asdict(item) | {"theme": codebook.label(item.theme)} for item in differ]
    whole = {"overall": rows[0], "themes": rows[1:], "disagreements": differing}
    print_result(fmt, COLUMNS, rows, whole)
    if fmt == "table" and differing:
        say(f"\nThey differ {len(differing)} times:")
        print_result("table", ["theme", "one", "other", "document", "quote"], differing)
    if not overall.passages:
        say("No passage is decided on in both files.")
    return 0


def _row(found: Agreement, codebook: Codebook) -> dict[str, Any]:
    return {
        "theme": codebook.label(found.theme) if found.theme else "all themes",
        "passages": found.passages,
        "both": found.both,
        "one_only": found.one_only,
        "other_only": found.other_only,
        "neither": found.neither,
        "kappa": found.kappa,
        "from": found.low,
        "to": found.high,
        "note": found.note,
    }


def _coder(path: Path, codebook: Codebook) -> Coder:
    from graph.cli.confirm.import_ import returned_rows
    from graph.decisions import read_file
    from graph.errors import WrongUse
    from graph.queue.agreement import of_decisions, of_rows

    if path.suffix.lower() == ".xlsx":
        return of_rows(returned_rows(path), codebook)
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise WrongUse("is neither a workbook nor a file of decisions", str(path), "give .xlsx or .yaml")
    if not path.is_file():
        raise WrongUse("there is no such file", str(path), "check its path")
    return of_decisions(read_file(path))
