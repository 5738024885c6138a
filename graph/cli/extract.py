"""`extract`: documents to records, without a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graph.cli.options import format_option, mapping_option, sources_option
from graph.cli.terminal import print_result, progress, say


@click.command("extract", epilog="Example: goldenthread extract review.pdf --format json")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@format_option("json", "table")
@mapping_option
@sources_option
def command(paths: tuple[Path, ...], fmt: str, mapping: Path | None, sources: Path | None) -> int:
    """Read documents into records: one JSON object for a file, a list for several."""
    from graph.errors import GoldenThreadError
    from loaders.extract import extract
    from loaders.manifest import read_sources
    from loaders.read import find
    from loaders.trackers import read_mapping

    meant = read_mapping(mapping) if mapping else None
    files, skipped = find(list(paths))
    for path, reason in skipped:
        say(f"{path}: {reason}")
    manifest = read_sources(files, paths, sources)
    for fault in manifest.faults:
        say(fault)
    found, failed = [], 0
    with progress("Reading") as step:
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
    dumped: list[Any] = [record.model_dump(mode="json", by_alias=True) for record in found]
    if fmt == "json":
        print_result(
            "json", [], [], dumped[0] if len(paths) == 1 and len(dumped) == 1 and paths[0].is_file() else dumped
        )
    else:
        columns = ["document", "cases", "learning", "recommendations", "actions", "figures", "read", "kept"]
        print_result("table", columns, [_summary(item) for item in dumped])
    return 1 if failed or manifest.faults or not found else 0


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
