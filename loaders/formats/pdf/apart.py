"""PDFs read in a process beside this one, because a harmful file can end the library that opens it, and all around it.

One helper reads all PDFs of a command, one after the other; it imports what reads a PDF and no more, so it is there in
a tenth of a second. Where a file ends it, the file is named and the next one gets a new helper. Only commands that read
files of unknown origin ask for it (`pdfs_apart`); within a process that may end, PDFs are read in place.
"""

from __future__ import annotations

import os
import pickle  # nosec B403
import signal
import subprocess  # nosec B404
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import IO, Any

from graph.errors import UnreadableDocument
from loaders.blocks import SourceText

_START = "import sys; sys.path[:] = {path!r}; from loaders.formats.pdf.apart import serve; serve()"
_LENGTH = 8  # bytes that say how long what follows is


class Apart:
    """A helper process, started with the first file and again after one that ended it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def read(self, path: Path, data: bytes) -> SourceText:
        """Like `loaders.formats.pdf.read.read_pdf`.

        Raises:
            UnreadableDocument: as there; also where the file ended the helper.
        """
        if self.process is None:
            code = _START.format(path=[place for place in sys.path if place])
            pipe = subprocess.PIPE
            call = [sys.executable, "-I", "-c", code]
            self.process = subprocess.Popen(call, stdin=pipe, stdout=pipe)  # noqa: S603 # nosec B603
        ours, theirs = self.process.stdin, self.process.stdout
        assert ours is not None
        assert theirs is not None
        try:
            _send(ours, (str(path), data))
            answer = _received(theirs)
        except (BrokenPipeError, EOFError):
            self.close()
            raise ended(path) from None
        if isinstance(answer, SourceText):
            return answer
        raise UnreadableDocument(*answer)

    def close(self) -> None:
        """End the helper."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.communicate()


def ended(path: Path) -> UnreadableDocument:
    """What is said of a file that ended the program that read it."""
    why = "the file ended the program that reads it, so it is damaged or made to do harm"
    return UnreadableDocument(why, str(path), "get it again from where it was published")


helper: ContextVar[Apart | None] = ContextVar("helper", default=None)


@contextmanager
def pdfs_apart() -> Iterator[Apart]:
    """PDFs that are read within are read by a helper process."""
    apart = Apart()
    token = helper.set(apart)
    try:
        yield apart
    finally:
        helper.reset(token)
        apart.close()


def serve() -> None:
    """What the helper does: read what it is sent until there is no more. Nothing else may write to its output."""
    from loaders.formats.pdf.read import read_pdf

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            path, data = _received(asked)
        except EOFError:
            return
        answer: Any
        try:
            answer = read_pdf(Path(path), data)
        except UnreadableDocument as error:
            answer = (error.what, error.where, error.todo)
        _send(told, answer)


def _send(pipe: IO[bytes], thing: Any) -> None:
    packed = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(packed).to_bytes(_LENGTH, "big"))
    pipe.write(packed)
    pipe.flush()


def _received(pipe: IO[bytes]) -> Any:
    """The next thing sent, by this program's own other half.

    Raises:
        EOFError: there is no more.
    """
    head = pipe.read(_LENGTH)
    packed = pipe.read(int.from_bytes(head, "big"))
    if len(head) < _LENGTH or not packed:
        raise EOFError
    return pickle.loads(packed)  # noqa: S301 # nosec B301 (from our own process, over a pipe nobody else holds)
