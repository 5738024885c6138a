"""What every verb that takes something out of a collection calls first: the line in the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.cli.terminal import say
from graph.opening import folder_of


def noted(
    store: str,
    collection: str | None,
    what: str,
    *,
    by: str = "",
    internal: bool = False,
    file: Path | None = None,
    **parameters: object,
) -> None:
    """Note in the collection's audit log what is about to be done; says so where there is none."""
    from graph.collection import Collection
    from graph.collection.audit import note

    folder = folder_of(store, collection)
    if not (folder / "collection.json").exists():
        say(f"Not in an audit log: there is no collection at {folder}; name it with --collection.")
        return
    given: Mapping[str, object] = {name: value for name, value in parameters.items() if value not in (None, "", False)}
    note(Collection.open(folder), what, by=by, internal=internal, file=file, parameters=given)
