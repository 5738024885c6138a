"""`extract`: documents to records, without a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from graph.cli.options import format_option, mapping_option, sources_option
from graph.cli.terminal import print_result, progress, say

if TYPE_CHECKING:
    from graph.records import DocumentRecord


@click.command("extract", epilog="Example: goldenthread extract review.pdf --format json")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@format_option("json", "table")
@mapping_option
@sources_option
@click.option("--report", is_flag=True, help="Show what became of every section, with a sample of what was not taken.")
@click.option("--sample", metavar="FILE", type=click.Path(path_type=Path), help="Write that sample as .xlsx or .csv.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    fmt: str,
    mapping: Path | None,
    sources: Path | None,
    report: bool,
    sample: Path | None,
) -> int:
    """Read documents into records: one JSON object for a file, a list for several."""
    from graph.check.doubtful import not_taken
    from graph.errors import GoldenThreadError
    from loaders.extract import extract
    from loaders.formats.pdf.apart import pdfs_apart
    from loaders.manifest import read_sources
    from loaders.read import find
    from loaders.trackers import read_mapping

    if report and ctx.get_parameter_source("fmt") is ParameterSource.DEFAULT:
        fmt = "table"
    if sample is not None and sample.suffix.lower() not in (".xlsx", ".csv"):
        raise click.UsageError(f"--sample {sample}: give a name that ends in .xlsx or .csv")
    meant = read_mapping(mapping) if mapping else None
    files, skipped = find(list(paths))
    for path, reason in skipped:
        say(f"{path}: {reason}")
    manifest = read_sources(files, paths, sources)
    for fault in manifest.faults:
        say(fault)
    found, failed = [], 0
    with progress("Reading") as step, pdfs_apart():
        for path in files:
            told = manifest.of(path)
            if told and told.held:
                say(f"{path}: held, not read: {told.held}")
                continue
            try:
                found.append(extract(path, meant, told))
            except GoldenThreadError as error:
                failed += 1
                say(error.sentence())
            step(path.name, len(files))
    if sample is not None:
        _write_sample(found, sample)
    dumped: list[Any] = [record.model_dump(mode="json", by_alias=True) for record in found]
    for item, record in zip(dumped, found, strict=True):
        item["report"]["sample"] = not_taken(record)
    if fmt == "json":
        print_result(
            "json", [], [], dumped[0] if len(paths) == 1 and len(dumped) == 1 and paths[0].is_file() else dumped
        )
    elif report:
        from rich.console import Console

        from graph.views.report_text import render_report

        console = Console()
        for record in found:
            render_report(record, not_taken(record), console)
    else:
        columns = ["document", "cases", "learning", "recommendations", "actions", "figures", "read", "kept"]
        print_result("table", columns, [_summary(item) for item in dumped])
    return 1 if failed or manifest.faults or not found else 0


def _write_sample(found: list[DocumentRecord], path: Path) -> None:
    """The sampling sheet of all documents: passages not taken, with room for what a person thinks of them."""
    from graph.check.doubtful import not_taken
    from graph.errors import StoreError
    from graph.views.rows import as_csv
    from graph.views.sheet import as_workbook

    columns = ["document", "page", "line", "heading", "text", "reason", "is it learning? (yes or no)", "note"]
    rows = [{"document": record.document.title, **item} for record in found for item in not_taken(record)]
    try:
        if path.suffix.lower() == ".csv":
            path.write_text(as_csv(columns, rows), "utf-8", newline="")
        else:
            path.write_bytes(as_workbook("Not taken", columns, rows, {"text": 70, "heading": 28, "reason": 28}))
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", str(path), "give another --sample FILE") from error
    say(f"{len(rows)} passages that were not taken: {path}")


def _summary(item: dict[str, Any]) -> dict[str, Any]:
    """One line on what a document yielded."""

    def everywhere(kind: str) -> int:
        return len(item[kind]) + sum(len(review[kind]) for review in item["reviews"])

    return {
        "document": item["document"]["title"],
        "cases": len(item["reviews"]),
        "learning": everywhere("findings"),
        "recommendations": everywhere("recommendations"),
        "actions": everywhere("actions"),
        "figures": len(item["statistics"]),
        "read": item["report"]["read"],
        "kept": item["report"]["kept"],
    }
