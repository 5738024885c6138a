"""The whole graph as files, one module a format; `export(store, folder, target)` writes any of them.

All formats hold the same rows in the same order: the same graph gives the same files from either engine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from graph.export.admin import export_admin
from graph.export.dictionary import write_dictionary
from graph.export.graphml import export_graphml
from graph.export.parquet import export_parquet
from graph.export.plain import export_csv
from graph.export.rows import Rows
from graph.questions.settled import settled
from graph.sharing import texts_of

if TYPE_CHECKING:
    from graph.store import Store

__all__ = ["TARGETS", "export", "export_csv"]

LOADING = "LOAD-NOT-ENDED.txt"
TARGETS: dict[str, Callable[[Rows, Path], list[Path]]] = {
    "neo4j-admin": export_admin,
    "parquet": export_parquet,
    "graphml": export_graphml,
}


def export(
    store: Store,
    folder: Path,
    target: str,
    *,
    facts: bool = False,
    internal: bool = False,
    tell: Callable[[str], object] = lambda _said: None,
) -> list[Path]:
    """Write the graph for `target` (csv, neo4j-admin, parquet, graphml) into `folder`; returns the files.

    `facts` leaves out loads and hashes, so that two graphs can be compared. Unless it is `internal`, the files are
    safe to send: no characteristics of a child, no same-child links, no names of officials. WrongUse where the library
    that writes the format is not installed. Where a load was under way a file beside them says so, and `tell` gets the
    sentence.
    """
    written, said = settled(store, lambda: _export(store, folder, target, facts=facts, internal=internal))
    note = folder / LOADING
    note.unlink(missing_ok=True)
    if said:
        note.write_text("\n".join(said) + "\n", encoding="utf-8")
    for sentence in said:
        tell(sentence)
    return written


def _export(store: Store, folder: Path, target: str, *, facts: bool, internal: bool) -> list[Path]:
    if target == "csv":
        written = export_csv(store, folder, facts=facts, internal=internal)
        return [*written, write_dictionary(folder, facts=facts)]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return TARGETS[target](Rows(store, facts=facts, texts=None if internal else texts_of(store)), folder)
