"""The files of a bulk import: the quickest first load of a large collection into a Neo4j server that can be stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cli.export import MARK
from graph.cli.loading import begun

if TYPE_CHECKING:
    from graph.collection import Collection


def write_files(collection: Collection, folder: Path) -> int:
    """Write everything the collection holds for `neo4j-admin database import full`; how many rows that is.

    No store is needed. The files are made from the records as a load would make the graph, with the load itself, so
    that the next ordinary load of the same finds nothing to change.
    """
    from graph.codebook import load as load_codebook
    from graph.collection.withdrawal import finish_all
    from graph.derive import build
    from graph.export.admin import export_admin
    from graph.export.built import Built
    from graph.export.rows import Rows
    from graph.made_by import rules
    from graph.store import Changes, rebuild

    codebook = load_codebook()
    started = datetime.now(UTC)
    with collection.lock():
        if finish_all(collection):
            rebuild(collection.path)  # what a withdrawal left behind when it was cut short
        graph = build(iter(collection.records()), codebook, collection.decisions(), collection.editions())
        graph.lighten()
        kinds = {label: len(nodes) for label, nodes in graph.nodes.items() if nodes}
        for edge in graph.edges.values():
            kinds[edge.type] = kinds.get(edge.type, 0) + 1
        changes = Changes(added_by=kinds)
        finished = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        run = begun(collection, codebook.version, started)
        run = replace(run, finishedAt=finished, added=changes.added, rules=rules())
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "NOT-FOR-SHARING.txt").write_text(MARK, encoding="utf-8")
        export_admin(Rows(Built(graph, run)), folder)
        collection.note_run(run, changes, [])
    return changes.added
