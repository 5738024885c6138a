"""Opening a store for reading: one sentence where nothing was loaded yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cli.options import folder_of, is_address

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.store import Store


@contextmanager
def open_loaded(address: str, collection: str | None = None) -> Iterator[Store]:
    """An open store that holds something; StoreError with advice where it does not."""
    from graph.store import open_store

    if not is_address(address):
        _loaded(folder_of(address, collection))
    with open_store(address) as store:
        yield store


def open_collection(address: str, collection: str | None = None) -> Collection:
    """The collection folder that belongs to a store; StoreError with advice where nothing was loaded."""
    from graph.collection import Collection

    return Collection.open(_loaded(folder_of(address, collection)))


def _loaded(folder: Path) -> Path:
    from graph.errors import StoreError

    if not (folder / "collection.json").exists():
        raise StoreError("nothing was loaded here yet", str(folder), "run: goldenthread load YOUR-DOCUMENTS first")
    return folder
