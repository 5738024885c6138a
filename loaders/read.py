"""One way in for files: what kind of file it is, whether it can be read, and which files a folder holds.

The kind is told by name and by content; where the two disagree the content is believed or the file refused, never
misread. Reading is left to `loaders.formats`, imported only when a file of that kind comes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.errors import UnreadableDocument
from loaders.blocks import BlockKind, SourceText
from loaders.formats import marks

SIZE_LIMIT = 100 * 1024 * 1024  # bytes: published reviews are a few megabytes; more is a scan or no document
LONGEST_LINE = 100_000  # characters of one line or paragraph: fifty pages
MOST_LINES = 50_000  # lines or paragraphs: a thousand pages
MOST_ROWS = 20_000  # rows of tables: the largest tracker known has 5,000
_PDF_HEAD = 1024  # bytes in which "%PDF-" stands in a PDF file (ISO 32000, annex H)
_ODD_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x0b")
_KINDS = {
    b"PK\x03\x04": "a zip archive or Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a rich text file",
}


# What a keeper writes beside documents, read by `loaders.manifest` and `loaders.corrections`.
BESIDE = frozenset(("sources.yaml", "sources.yml", "corrections.yaml", "corrections.yml"))


class Skipped(NamedTuple):
    """A file that was not taken, and why, in words for the user."""

    path: Path
    reason: str


def _text(path: Path, data: bytes) -> SourceText:
    from loaders.formats.text.read import read_text

    return read_text(path, data)


def _pdf(path: Path, data: bytes) -> SourceText:
    from loaders.formats.pdf.apart import helper

    if (apart := helper.get()) is not None:
        return apart.read(path, data)
    from loaders.formats.pdf.read import read_pdf

    return read_pdf(path, data)


def _xlsx(path: Path, data: bytes) -> SourceText:
    from loaders.formats.xlsx.read import read_xlsx

    return read_xlsx(path, data)


def _csv(path: Path, data: bytes) -> SourceText:
    from loaders.formats.csv import read_csv

    return read_csv(path, data)


def _docx(path: Path, data: bytes) -> SourceText:
    from loaders.formats.docx.read import read_docx

    return read_docx(path, data)


def _pptx(path: Path, data: bytes) -> SourceText:
    from loaders.formats.pptx.read import read_pptx

    return read_pptx(path, data)


def _html(path: Path, data: bytes) -> SourceText:
    from loaders.formats.html.read import read_html

    return read_html(path, data)


READERS: dict[str, Callable[[Path, bytes], SourceText]] = {
    ".pdf": _pdf,
    ".txt": _text,
    ".text": _text,
    ".md": _text,
    ".markdown": _text,
    ".xlsx": _xlsx,
    ".xlsm": _xlsx,
    ".csv": _csv,
    ".docx": _docx,
    ".docm": _docx,
    ".pptx": _pptx,
    ".pptm": _pptx,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".mhtml": _html,
    ".mht": _html,
}


def read(path: Path, limit: int = SIZE_LIMIT) -> SourceText:
    """Read one file into blocks and pages.

    Args:
        path: a file.
        limit: the largest size that is read, in bytes.

    Raises:
        UnreadableDocument: with what is wrong, where, and what to do about it.
    """
    path = Path(path)
    data = _bytes(path, limit)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableDocument(_unknown(path), str(path), f"save it as one of {', '.join(READERS)}")
    is_pdf = b"%PDF-" in data[:_PDF_HEAD]
    if is_pdf != (reader is _pdf):
        raise UnreadableDocument(*_disagreeing(path, data, is_pdf))
    digest = hashlib.sha256(data).hexdigest()
    notes: list[tuple[str, str]] = []
    if reader in (_text, _csv):
        data, notes = _utf8(path, data)
    if reader is _text:
        _bounded(path, data.splitlines())
    source = reader(path, data)
    source.blocks = [block for block in source.blocks if block.text or block.kind is BlockKind.CELL]
    _bounded(path, [block.text for block in source.blocks if block.kind is not BlockKind.CELL])
    if (
        len({(block.table, block.row, block.page) for block in source.blocks if block.kind is BlockKind.CELL})
        > MOST_ROWS
    ):
        todo = "save it in parts"
        raise UnreadableDocument(f"its tables have more than {MOST_ROWS:,} rows", str(path), todo)
    source.name, source.sha256 = path.name, digest
    source.notes[:0] = notes
    return source


def _bounded(path: Path, lines: Sequence[str | bytes]) -> None:
    """Refuse text that no document holds: a paragraph without end, or paragraphs without end."""
    todo = "save it in parts, with a line or paragraph for each paragraph"
    if any(len(line) > LONGEST_LINE for line in lines):
        raise UnreadableDocument(f"a paragraph has more than {LONGEST_LINE:,} characters", str(path), todo)
    if len(lines) > MOST_LINES:
        raise UnreadableDocument(f"it has more than {MOST_LINES:,} lines or paragraphs", str(path), todo)


def _bytes(path: Path, limit: int) -> bytes:
    where = str(path)
    try:
        status = path.stat()
        if path.is_dir():
            raise UnreadableDocument("is a folder, not a file", where, "give the folder to load, or a file in it")
        if not path.is_file():
            raise UnreadableDocument("is no ordinary file", where, "copy its content into a file")
        if status.st_size > limit:
            size, most = status.st_size / 1048576, limit / 1048576
            raise UnreadableDocument(
                f"the file has {size:,.0f} MB; the most that is read is {most:,.0f} MB",
                where,
                "save it smaller or in parts",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument("there is no such file", where, "check the path") from None
    except PermissionError:
        raise UnreadableDocument("the file may not be read", where, "ask for the right to read it") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnreadableDocument(f"the file cannot be read ({why})", where, "check the path and the disk") from None
    if not data.strip():
        raise UnreadableDocument("the file is empty", where, "get it again from where it was published")
    return data


def _unknown(path: Path) -> str:
    if not path.suffix:
        return "a file without a type in its name is not read"
    return f"files of type {path.suffix} are not read"


def _disagreeing(path: Path, data: bytes, is_pdf: bool) -> tuple[str, str, str]:
    """What, where and what to do when name and content say different things."""
    if is_pdf:
        return f"the file is a PDF but its name ends in {path.suffix}", str(path), "rename it to end in .pdf"
    kind = next((name for head, name in _KINDS.items() if data.startswith(head)), None)
    if kind:
        return f"the name ends in .pdf but the file is {kind}", str(path), "get the PDF itself or rename the file"
    return (
        "the name ends in .pdf but the file does not begin as a PDF does",
        str(path),
        "get it again from where it was published",
    )


def _utf8(path: Path, data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """Text as UTF-8 without byte order mark, with a note where the encoding had to be guessed."""
    kind = next((name for head, name in _KINDS.items() if data.startswith(head)), None)
    if kind:
        raise UnreadableDocument(f"the name ends in {path.suffix} but the file is {kind}", str(path), "rename the file")
    notes: list[tuple[str, str]] = []
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = _western(path, data)
        notes.append(("file", "not UTF-8; read as Windows-1252, so look at its accents and quotation marks"))
    if any(c in _ODD_CONTROLS for c in text):
        raise UnreadableDocument("the file is not text", str(path), "save it as text in UTF-8")
    if marks.TURNING.search(text):
        notes.append(marks.NOTE)
    text = marks.seen(text)
    if not text.strip():
        raise UnreadableDocument("the file is empty", str(path), "get it again from where it was published")
    return text.encode("utf-8"), notes


def _western(path: Path, data: bytes) -> str:
    """Windows-1252, where it gives plausible text: the signs beyond ASCII are few, and letters or quotes in place."""
    refusal = UnreadableDocument("the text is in an unknown encoding", str(path), "save it as UTF-8")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise refusal from None
    beyond = [c for c in text if ord(c) > 127]
    usual = sum(1 for c in beyond if c in "‘’“”–—…•£€é\u00a0·°½¼¾©®§éèêëáàâäíìîïóòôöúùûüçñÉ")
    if len(beyond) > 0.1 * len(text) or 10 * usual < 9 * len(beyond):
        raise refusal
    return text


def find(paths: Iterable[Path]) -> tuple[list[Path], list[Skipped]]:
    """The files to read among files and folders, folders searched to the bottom in sorted order.

    Files named outright are always returned, so that `read` says what is wrong with them. In folders, hidden files are
    passed over in silence, unknown types and links that leave the folder are listed as skipped.

    Returns:
        The files, and what was skipped. A file named twice is returned once; equal content is not looked at.

    Raises:
        UnreadableDocument: there is nothing to read in any of them.
    """
    found: list[Path] = []
    skipped: list[Skipped] = []
    empty: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            found.append(path)
            continue
        inside, left = _folder(path)
        found += inside
        skipped += left
        if not inside:
            empty.append(path)
            why = f" ({len(left)} skipped, such as {left[0].path.name}: {left[0].reason})" if left else ""
            skipped.append(Skipped(path, f"the folder holds nothing to read{why}"))
    if empty and not found:
        todo = f"give a folder with files of type {', '.join(READERS)}"
        raise UnreadableDocument(skipped[-1].reason, str(empty[-1]), todo)
    return list(dict.fromkeys(found)), skipped


def _folder(folder: Path) -> tuple[list[Path], list[Skipped]]:
    root = folder.resolve()
    found: list[Path] = []
    skipped: list[Skipped] = []

    def refused(error: OSError) -> None:
        skipped.append(Skipped(Path(error.filename or folder), "the folder may not be read"))

    for place, folders, names in os.walk(folder, onerror=refused):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [name for name in folders if (here / name).is_symlink()]:
            skipped.append(Skipped(here / name, "a link to a folder is not followed"))
        pages = {Path(name).stem for name in names if READERS.get(Path(name).suffix.lower()) is _html}
        for name in [name for name in folders if name.endswith("_files") and name.removesuffix("_files") in pages]:
            folders.remove(name)  # a browser saves the pictures and scripts of a page beside it
            skipped.append(Skipped(here / name, "the folder belongs to a saved web page"))
        for name in sorted(names):
            path = here / name
            if name.startswith((".", "~$")) or name in BESIDE:
                continue
            if path.is_symlink() and not path.exists():
                skipped.append(Skipped(path, "a link that leads nowhere"))
            elif path.is_symlink() and not path.resolve().is_relative_to(root):
                skipped.append(Skipped(path, "a link that leaves the folder is not followed"))
            elif path.suffix.lower() not in READERS:
                skipped.append(Skipped(path, _unknown(path)))
            else:
                found.append(path)
    return sorted(found), skipped
