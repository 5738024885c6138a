"""The text of a question file as people save it: with or without a byte order mark, with any line ends."""

from __future__ import annotations

from pathlib import Path

from graph.questions.header import HeaderError

_SAVE = "save it as UTF-8"


def read_text(path: Path) -> str:
    """The text, its lines ended by a line feed. HeaderError, with the line, for what is not UTF-8 or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HeaderError(str(path), 1, f"cannot be read ({error.strerror})") from error
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise HeaderError(str(path), 1, f"the file is UTF-16 text; {_SAVE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(data[: error.start].splitlines(keepends=True) or [b""])
        line += data[: error.start].endswith((b"\n", b"\r"))
        raise HeaderError(str(path), line, f"a letter here is not UTF-8 text; {_SAVE}") from error
    if "\0" in text:
        raise HeaderError(
            str(path), text[: text.index("\0")].count("\n") + 1, f"a NUL stands here; {_SAVE} as plain text"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
