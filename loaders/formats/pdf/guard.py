"""What a PDF must not do to its reader: PDFium ends the whole process where a stream unpacks to more than it can hold.

So streams that could are unpacked here first, a piece at a time and never kept. A packed stream grows a thousandfold
at most, so short ones are passed over unless they are packed several times over. Pictures are never unpacked by the
reader; streams that are encrypted cannot be looked into (`apart` outlives a reader that ends on one).
"""

from __future__ import annotations

import re
import zlib

from graph.errors import UnreadableDocument

MOST_UNPACKED = 200 * 1024 * 1024  # bytes of one stream: a page of dense drawing has a few million
_LEAST = MOST_UNPACKED // 1032  # bytes: zlib packs no more than 1032 to one
_PIECE = 1 << 22  # bytes unpacked at a time
_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 1000  # bytes before a stream in which its dictionary stands
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b")


def check(where: str, data: bytes) -> None:
    """Refuse a PDF with a stream that unpacks without end.

    Raises:
        UnreadableDocument: a stream unpacks to more than `MOST_UNPACKED` bytes.
    """
    for found in _STREAM.finditer(data):
        before = data[max(found.start() - _HEAD, 0) : found.start()]
        head = before[before.rfind(b" obj") + 1 :]
        times = len(_PACKED.findall(head))
        if not times or _PICTURE.search(head):
            continue
        end = data.find(b"endstream", found.end())
        size = (end if end >= 0 else len(data)) - found.end()
        if (times > 1 or size >= _LEAST) and _unpacked(data[found.end() : found.end() + size], times) > MOST_UNPACKED:
            most = MOST_UNPACKED // 1048576
            todo = "print it to a new PDF and load that"
            raise UnreadableDocument(f"a part of the PDF unpacks to more than {most} MB", where, todo)


def _unpacked(packed: bytes, times: int) -> int:
    """The most bytes that unpacking gives on the way, up to the bound; damaged parts count as far as they go."""
    layers = [zlib.decompressobj() for _ in range(min(times, 10))]
    sizes = [0] * len(layers)

    def push(depth: int, piece: bytes) -> None:
        while piece and max(sizes) <= MOST_UNPACKED:
            try:
                out = layers[depth].decompress(piece, _PIECE)
            except zlib.error:
                return
            sizes[depth] += len(out)
            if depth + 1 < len(layers):
                push(depth + 1, out)
            piece = layers[depth].unconsumed_tail
            if not out and not piece:
                return

    push(0, packed)
    return max(sizes)
