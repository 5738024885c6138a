"""Opening a store for reading: one sentence where nothing was loaded yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cli.options import folder_of, is_address

if TYPE_CHECKING:
    from graph.store import Store


@contextmanager
def open_loaded(address: str, collection: str | None = None) -> Iterator[Store]:
    """An open store that holds something; StoreError with advice where it does not."""
    from graph.errors import StoreError
    from graph.store import open_store

    folder = folder_of(address, collection)
    if not is_address(address) and not (Path(folder) / "collection.json").exists():
        raise StoreError("nothing was loaded here yet", str(folder), "run: goldenthread load YOUR-DOCUMENTS first")
    with open_store(address) as store:
        yield store
