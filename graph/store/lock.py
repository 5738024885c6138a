"""Writers on one collection take turns: a lock that the operating system frees when its holder dies."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.errors import StoreError

PATIENCE = 2.0  # seconds before saying that we wait
POLL = 0.1


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


@contextmanager
def turn(lock: Path, what: str, *, limit: float = 3600.0, tell: Callable[[str], None] = _say) -> Iterator[None]:
    """Hold `lock` for the time of the block; within one thread it may be taken again.

    Says once, after two seconds, that it waits. Raises StoreError after `limit` seconds or where no lock can be made.
    """
    held = FileLock(lock, mode=0o600, is_singleton=True)
    try:
        try:
            held.acquire(timeout=PATIENCE, poll_interval=POLL)
        except Timeout:
            tell(f"{lock.parent}: another command {what}; waiting for it to finish …")
            held.acquire(timeout=max(0.0, limit - PATIENCE), poll_interval=POLL)
    except Timeout as error:
        advice = "end that command, then try again"
        raise StoreError(f"another command {what} for more than {limit:.0f} s", str(lock.parent), advice) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"cannot be written ({reason})", str(lock.parent), "check the folder's permissions") from error
    try:
        yield
    finally:
        held.release()
