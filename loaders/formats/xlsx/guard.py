"""What a workbook must not do to its reader: unpack without end, name outside entities, merge or style a whole sheet.

A workbook is a zip of XML. All of it is checked before it is parsed; nothing in it is ever run or fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from graph.errors import UnreadableDocument

MOST_UNPACKED = 300 * 1024 * 1024  # bytes: a tracker of 5 000 rows unpacks to about 5 MB
MOST_RATIO = 200  # ordinary sheets are packed 5 to 30 times; checked from a megabyte on
MOST_PARTS = 5000
MOST_MERGED = 500_000  # cells under merges: parsing makes each of them
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_SAVE = "open it in a spreadsheet program, save it anew as .xlsx and give that"


def check(where: str, data: bytes) -> list[str]:
    """Refuse what is no sound workbook.

    Returns:
        The names of sheet parts that hold formulas, so that those without a stored value can be told.

    Raises:
        UnreadableDocument: no zip, damaged, encrypted, too large unpacked, or with document type declarations.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableDocument("the workbook is protected by a password or in the old .xls form", where, _SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(where, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise UnreadableDocument("the workbook is damaged", where, _SAVE) from error


def _parts(where: str, archive: zipfile.ZipFile) -> list[str]:
    parts = archive.infolist()
    large = any(p.file_size > 1 << 20 and p.file_size > MOST_RATIO * max(p.compress_size, 1) for p in parts)
    if len(parts) > MOST_PARTS or large or sum(p.file_size for p in parts) > MOST_UNPACKED:
        raise UnreadableDocument("the workbook would unpack to far more than a tracker can be", where, _SAVE)
    names = {p.filename for p in parts}
    if "xl/workbook.xml" not in names and not any(n.endswith("workbook.xml") for n in names):
        raise UnreadableDocument("the file is a zip archive but no Excel workbook", where, _SAVE)
    formulas, merged = [], 0
    for part in parts:
        if not part.filename.endswith((".xml", ".rels", ".vml")):
            continue
        content = archive.read(part)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableDocument("the workbook holds declarations that no spreadsheet writes", where, _SAVE)
        if "worksheets/" in part.filename:
            merged += sum(_area(*match.groups()) for match in _MERGE.finditer(content))
            if b"<f>" in content or b"<f " in content:
                formulas.append(part.filename)
    if merged > MOST_MERGED:
        raise UnreadableDocument("the workbook merges whole sheets into single cells", where, _SAVE)
    return formulas


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
