"""Files that a keeper writes beside documents: where they are looked for, and how they are read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from graph.decisions import plain_yaml
from graph.errors import WrongUse

_LIMIT = 2_000_000  # bytes: some ten thousand entries


def beside(file: Path, roots: Iterable[Path]) -> Iterator[Path]:
    """The folder of a file and those above it, up to the folder that the user named."""
    folder = absolute(file).parent
    yield folder
    for root in map(absolute, roots):
        if root.is_dir() and folder.is_relative_to(root):
            yield from (above for above in folder.parents if above.is_relative_to(root))


def found_beside(files: Iterable[Path], roots: Iterable[Path], names: tuple[str, ...]) -> list[Path]:
    """The files of these names that stand beside documents, nearest first."""
    named = list(roots)
    folders = dict.fromkeys(folder for file in files for folder in beside(file, named))
    found = (next((folder / name for name in names if (folder / name).is_file()), None) for folder in folders)
    return [path for path in found if path is not None]


def read_yaml(path: Path, names: tuple[str, ...]) -> Any:
    """What the file says, out of the one heading it may stand under (one of `names`).

    Raises:
        WrongUse: it cannot be read.
    """
    where = str(path)
    try:
        if path.stat().st_size > _LIMIT:
            raise WrongUse("is too large for a file written by hand", where, "split it, one in each folder")
        loaded = plain_yaml.read(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        at = f" (line {line + 1})" if line is not None else ""
        raise WrongUse(f"is not YAML that can be read{at}", where, "mend the file or take it away") from error
    if isinstance(loaded, dict) and len(loaded) == 1 and next(iter(loaded)) in names:
        return next(iter(loaded.values()))
    return loaded


def absolute(path: Path) -> Path:
    """The path from the root, links as they are."""
    return Path(os.path.abspath(path))
