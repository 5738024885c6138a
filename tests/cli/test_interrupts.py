"""Ctrl-C is heard where Python drops it and where it makes another error of it."""

from __future__ import annotations

import subprocess
import sys

_BEGIN = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.{before})
from graph.cli.interrupts import interrupted, listen
listen()
"""


def said(words: str, before: str = "default_int_handler") -> str:
    """What a process prints; `before` is what it does about Ctrl-C until it listens, wherever the tests run."""
    code = _BEGIN.format(before=before) + words
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_where_nothing_can_be_raised_it_is_given_once_more() -> None:
    dropped = """
class Last:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0)
try:
    Last()
    time.sleep(30)
    print("went on")
except KeyboardInterrupt:
    print("heard", interrupted())
"""
    assert said(dropped) == "heard True"


def test_what_it_has_become_is_known_to_be_it() -> None:
    wrapped = """
try:
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(30)
    except KeyboardInterrupt as cut:
        raise RuntimeError("a class could not be made") from cut
except RuntimeError:
    print(interrupted())
"""
    assert said(wrapped) == "True"


def test_where_it_is_to_be_ignored_it_stays_so() -> None:
    ignored = """
os.kill(os.getpid(), signal.SIGINT)
print("went on", interrupted())
"""
    assert said(ignored, "SIG_IGN") == "went on False"
