"""Ctrl-C is heard wherever it falls.

Python drops it where nothing can be raised (a module's lock let go while others are imported: the command would go on
to its end), and turns it into another error where a class is being made.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from types import FrameType
from typing import Any

_AGAIN = 0.05  # seconds after which a dropped Ctrl-C is given once more
_came = threading.Event()


def listen() -> None:
    """Hear Ctrl-C from now on; where it is to be ignored (a command in the background of a script) it stays so."""
    first = threading.current_thread() is threading.main_thread()
    if first and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _heard)
        sys.unraisablehook = _Dropped(sys.unraisablehook)


def interrupted() -> bool:
    """Whether Ctrl-C was pressed, whatever error it has become since."""
    return _came.is_set()


def _heard(_number: int, _frame: FrameType | None) -> None:
    _came.set()
    raise KeyboardInterrupt


def _once_more() -> None:
    if hasattr(signal, "pthread_kill"):  # wakes what the command waits for, too
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()


class _Dropped:
    """Gives a Ctrl-C that was dropped once more; what else was dropped is told as before."""

    def __init__(self, otherwise: Any) -> None:
        self.otherwise = otherwise

    def __call__(self, dropped: sys.UnraisableHookArgs) -> None:
        if issubclass(dropped.exc_type, KeyboardInterrupt):
            threading.Timer(_AGAIN, _once_more).start()
        else:
            self.otherwise(dropped)
