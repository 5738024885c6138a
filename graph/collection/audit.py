"""The audit log: who took what out of a collection, and who decided what; one line each, never a text.

It names the role a person gave, and the account of the machine that ran the command: whoever signs for what leaves the
building has to be able to ask. Parameters stand in it by name, with their value only where that is a day, a number or
a name of the vocabulary; words that somebody searched for could be of a child, so they are only said to be given.
Nothing of it leaves this machine.
"""

from __future__ import annotations

import getpass
import json
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.collection import Collection

FILE = "audit.jsonl"
NAMED = frozenset({"partnership", "agency_type", "theme", "question", "kind", "format", "target", "choice", "document"})
GIVEN = "given"
_NAME = re.compile(r"[\w .,&'-]{1,60}")
_MEASURE = re.compile(r"\d[\d.-]{0,9}")


def note(
    collection: Collection,
    what: str,
    *,
    by: str = "",
    internal: bool = False,
    file: Path | None = None,
    parameters: Mapping[str, object] | None = None,
) -> None:
    """Add one line, before the thing is done: what cannot be noted is not done.

    `what` is the verb; `file` the file or folder written, of which the name is kept. Raises StoreError.
    """
    line = {
        "on": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "what": what,
        "account": account(),
        "by": by or None,
        "internal": internal,
        "file": file.name if file else None,
        "parameters": {name: _said(name, value) for name, value in sorted((parameters or {}).items())},
    }
    try:
        made = os.open(collection.path / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(made, "ab") as log:  # one write, so that two commands at once cannot mix their lines
            log.write(b"" if _ends_whole(collection.path / FILE) else b"\n")
            log.write(json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n")
            log.flush()
            os.fsync(log.fileno())
    except OSError as error:
        place = str(collection.path / FILE)
        raise StoreError(
            f"cannot be written ({error.strerror}), so nothing was done", place, "mend that first"
        ) from error


def entries(collection: Collection) -> list[dict[str, Any]]:
    """Every line, earliest first; one that a kill cut short is left out."""
    file = collection.path / FILE
    found = []
    for line in file.read_text("utf-8", errors="replace").splitlines() if file.exists() else []:
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def account() -> str:
    """The account of this machine that runs the command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _said(name: str, value: object) -> object:
    if isinstance(value, (bool, int)) or value is None:
        return value
    text = str(value)
    allowed = _NAME.fullmatch(text) if name in NAMED else _MEASURE.fullmatch(text)
    return text if allowed else GIVEN


def _ends_whole(file: Path) -> bool:
    with file.open("rb") as log:
        if not log.seek(0, os.SEEK_END):
            return True
        log.seek(-1, os.SEEK_END)
        return log.read(1) == b"\n"
