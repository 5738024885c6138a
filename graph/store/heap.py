"""How much memory the embedded engine may take, and whether a question needed more.

The engine gives all questions together half its heap and refuses what needs more. A small collection is answered in a
small heap; a large one gets more where the machine has it. The heap is a ceiling: it is taken only as it is needed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import psutil

SET = "GOLDENTHREAD_ENGINE_HEAP"
ADVICE = f"ask for one theme or partnership, or end what uses the collection and set {SET}, such as 4g"
_MB = 1024 * 1024
_BY_SIZE = ((1_000, 4_096), (60, 2_048), (0, 512))  # files of the database from so many MB on: heap in MB
_SHARE = 4  # never more than a fourth of the machine's memory, unless a person says so
_TAIL = 64 * 1024
_FAULT = re.compile(rb"^[\w.]+Exception: .*", re.M)
_REFUSED = b"Query heap budget exceeded"


def heap_for(folder: Path) -> str:
    """Java's heap for the engine in a folder ("512m"): what a person set, else by the size of the database."""
    if given := os.environ.get(SET):
        return given
    size = sum(file.stat().st_size for file in (folder / "databases").rglob("*") if file.is_file()) // _MB
    wanted = next(heap for least, heap in _BY_SIZE if size >= least)
    return f"{max(512, min(wanted, psutil.virtual_memory().total // _MB // _SHARE))}m"


def refused(folder: Path) -> bool:
    """Whether the last fault in the engine's log is a question that needed more memory; its answer does not say so."""
    log = _log(folder)
    if not log.is_file():
        return False
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL))
        faults = _FAULT.findall(file.read())
    return bool(faults) and _REFUSED in faults[-1]


def _log(folder: Path) -> Path:
    return folder / "log" / "arcadedb.log.0"
