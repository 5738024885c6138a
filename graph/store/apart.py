"""A process of its own that outlives the command which starts it, and that the terminal's Ctrl-C does not reach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import IO, Any


def apart(call: list[str], folder: Path, out: int | IO[bytes] = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Start it in `folder`, in a session of its own; `forget` it when nobody here waits for it."""
    options: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        options = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=folder, **options)  # noqa: S603 # nosec B603


def forget(process: subprocess.Popen[bytes]) -> None:
    """It may outlive this process; Python need not warn about that."""
    process.returncode = 0
