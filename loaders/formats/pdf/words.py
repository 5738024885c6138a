"""Words and drawings of a PDF page, through PDFium, upright and measured from the top left corner.

The only file that speaks PDFium's C interface. Everything after it works on plain numbers (points; y grows downwards).
PDFium is asked about the first and last character of a word only: asking about every character costs more than all
of the layout analysis together.
"""

from __future__ import annotations

import ctypes
import math
import re
import zlib
from dataclasses import dataclass, field
from typing import Any

from loaders.formats import marks

HYPHEN = "\u2010"  # stands for PDFium's mark of a word split over two lines; a printed "-" stays "-"
_PDFIUM_HYPHENS = re.compile("[\ufffe\x02\u00ad]")
_WORD = re.compile(r"[^\s\x00\u2010]+\u2010?|\u2010")
_MARKER = re.compile(r"(?<=[^\W\d_.][.,;:’”)\]!?]|.[^\W\d_])\d{1,2}$")  # a footnote's number printed after a word
_BOLD = re.compile(r"bold|black|heavy|semib|demi(?!l)", re.I)
_SYMBOLS = re.compile(r"wingdings|webdings|dingbats|symbol", re.I)
_MARGINAL = "Artifact\0".encode("utf-16-le")
_NAME, _LENGTH = (ctypes.c_ushort * 32)(), ctypes.c_ulong()  # what PDFium answers, read at once
_MOST_DEPTH = 4  # forms inside forms
_CORNERS = 5  # parts of a rectangle's path at most: a move and lines, one of them back
_LEAST_PICTURE = 50.0  # points: what is smaller is a sign
_MOST_COMPARED = 1 << 20  # bytes of a picture: of larger ones only the length is compared


@dataclass(slots=True)
class Word:
    """One printed word: `left`, `right` and `base` (base line) in points, `size` of its type in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    symbol: bool = False  # set in a font of signs (Wingdings, Symbol)
    colour: int = 0  # of the type, as 0xRRGGBB
    margin: bool = False  # marked by the writing program as header, footer or decoration ("artifact")

    @property
    def top(self) -> float:
        """Upper edge, estimated from the base line."""
        return self.base - 0.8 * self.size


@dataclass(slots=True)
class Shape:
    """A drawn path or picture: its bounds in points, whether it is filled (and not white) or stroked."""

    left: float
    top: float
    right: float
    bottom: float
    filled: bool = False
    stroked: bool = False
    picture: bool = False
    curved: bool = False  # or sloping
    free: bool = False  # no upright or level line and no rectangle
    sign: int = 0  # of a picture: the same for the same content

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.bottom - self.top


@dataclass(slots=True)
class Sheet:
    """One page as drawn: upright words in the file's order, words that stand another way, shapes and size."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)  # words that stand across the page (watermarks, margins)
    shapes: list[Shape] = field(default_factory=list)
    turning: bool = False  # marks that turn the direction of writing were taken out
    garbled: int = 0  # characters that have no meaning in the file (a font without its table)


def sheet(page: Any, number: int) -> Sheet:
    """Read one pypdfium2 page; `number` counts from 1. Pages printed sideways come out upright."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    text_page = page.get_textpage()
    try:
        words = _words(pdfium, text_page)
    finally:
        text_page.close()
    turn = _turn(words, page.get_rotation())
    read = Sheet(number, *((right - left, top - bottom) if turn % 180 == 0 else (top - bottom, right - left)))

    def upright(x: float, y: float) -> tuple[float, float]:
        if turn == 0:
            return x - left, top - y
        if turn == 90:  # the text climbs the page
            return y - bottom, x - left
        if turn == 180:
            return right - x, y - bottom
        return top - y, right - x

    for word, angle, ends in words:
        if not word.text.isascii():
            read.turning = read.turning or marks.TURNING.search(word.text) is not None
            word.text = marks.seen(word.text)
            if not word.text:
                continue
            read.garbled += word.text.count("\ufffd")
        if turn == 0:  # nearly always, and most of the words of a document: no call
            word.left, word.base, word.right = ends[0][0] - left, top - ends[0][1], ends[1][0] - left
        else:
            (word.left, word.base), (word.right, _) = upright(*ends[0]), upright(*ends[1])
        (read.words if angle == turn or (angle - turn) % 360 in (1, 359) else read.turned).append(word)
    for shape in _shapes(pdfium, page.raw, None, 0):
        (x0, y0), (x1, y1) = upright(shape.left, shape.top), upright(shape.right, shape.bottom)
        shape.left, shape.right, shape.top, shape.bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        read.shapes.append(shape)
    return read


def _turn(words: list[tuple[Word, int, Any]], rotation: int) -> int:
    """By how many degrees (0, 90, 180, 270) most of the text is turned in the file."""
    counts = dict.fromkeys((0, 90, 180, 270), 0)
    for word, angle, _ in words:
        if angle in counts:
            counts[angle] += len(word.text)
    most = max(counts, key=lambda a: counts[a])
    return most if counts[most] else rotation


_Ends = tuple[tuple[float, float], tuple[float, float]]


def _words(pdfium: Any, text_page: Any) -> list[tuple[Word, int, _Ends]]:
    """Words with the angle of their type and the two ends of their base line, in the page's own coordinates."""
    raw = text_page.raw
    text = _characters(pdfium, raw)
    fonts: dict[int, tuple[bool, bool]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    result: list[tuple[Word, int, _Ends]] = []
    address = ctypes.addressof
    known: dict[int, tuple[float, int, bool, bool, bool, int]] = {}
    for match in _WORD.finditer(text):
        for start, end in _parts(match) if match[0][-1].isdigit() else (match.span(),):
            thing = pdfium.FPDFText_GetTextObject(raw, start)
            mark = address(thing.contents) if thing else 0
            if not thing or mark not in known:
                pdfium.FPDFText_GetMatrix(raw, start, matrix)
                angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
                size = pdfium.FPDFText_GetFontSize(raw, start) * math.hypot(matrix.c, matrix.d)
                bold, symbol = _font(pdfium, thing, fonts)
                pdfium.FPDFText_GetFillColor(raw, start, red, green, blue, alpha)
                colour = (red.value << 16) | (green.value << 8) | blue.value
                known[mark] = (size, angle, bold, symbol, _artifact(pdfium, thing), colour)
            size, angle, bold, symbol, margin, colour = known[mark]
            pdfium.FPDFText_GetCharOrigin(raw, start, x, y)
            pdfium.FPDFText_GetLooseCharBox(raw, end - 1, box)
            first = (x.value, y.value)
            if angle == 0:
                last = (box.right, y.value)
            elif angle == 180:
                last = (box.left, y.value)
            else:
                last = (x.value, box.top if angle == 90 else box.bottom)
            word = Word(text[start:end], 0, 0, 0, size or 1.0, bold, symbol, colour, margin)
            result.append((word, angle, (first, last)))
    return result


def _parts(match: re.Match[str]) -> list[tuple[int, int]]:
    """A word that ends in a digit as it stands, or as word and footnote number: those are set in different sizes."""
    start, end = match.span()
    marker = _MARKER.search(match[0])
    return [(start, start + marker.start()), (start + marker.start(), end)] if marker else [(start, end)]


def _characters(pdfium: Any, raw: Any) -> str:
    """The page's characters, one for each of PDFium's indexes, so that places in the text are indexes."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
    if len(text) != count:  # signs beyond 16 bits, or characters PDFium leaves out: ask for each
        codes = (pdfium.FPDFText_GetUnicode(raw, i) for i in range(count))
        text = "".join("\ufffd" if 0xD800 <= c < 0xE000 or c > 0x10FFFF else chr(c) for c in codes)
    return _PDFIUM_HYPHENS.sub(HYPHEN, text)


def _font(pdfium: Any, thing: Any, fonts: dict[int, tuple[bool, bool]]) -> tuple[bool, bool]:
    """Whether a text object is set bold, and whether in a font of signs."""
    font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
    if not font:
        return False, False
    key = ctypes.addressof(font.contents)
    if key not in fonts:
        length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
        name = buffer.value.decode("utf-8", "replace")
        heavy = pdfium.FPDFFont_GetWeight(font) >= 600 and not re.search(r"light|regular", name, re.I)
        fonts[key] = (bool(_BOLD.search(name)) or heavy, bool(_SYMBOLS.search(name)))
    return fonts[key]


def _artifact(pdfium: Any, thing: Any) -> bool:
    """Whether the writing program marked a text object as no part of the text (ISO 32000, 14.8.2.2)."""
    if not thing:
        return False
    for i in range(pdfium.FPDFPageObj_CountMarks(thing)):
        mark = pdfium.FPDFPageObj_GetMark(thing, i)
        named = pdfium.FPDFPageObjMark_GetName(mark, _NAME, ctypes.sizeof(_NAME), _LENGTH)
        if named and _LENGTH.value == len(_MARGINAL) and bytes(_NAME).startswith(_MARGINAL):
            return True
    return False


def _shapes(pdfium: Any, holder: Any, matrix: Any, depth: int) -> list[Shape]:
    """Paths and pictures of a page or of a form on it, in the page's own coordinates."""
    if depth:
        count, get = pdfium.FPDFFormObj_CountObjects(holder), pdfium.FPDFFormObj_GetObject
    else:
        count, get = pdfium.FPDFPage_CountObjects(holder), pdfium.FPDFPage_GetObject
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    result: list[Shape] = []
    for i in range(count):
        thing = get(holder, i)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_DEPTH:
            inner = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(thing, inner)
            result += [_moved(shape, inner) for shape in _shapes(pdfium, thing, inner, depth + 1)]
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        shape = Shape(left.value, bottom.value, right.value, top.value)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            shape.picture = True
            if min(shape.width, shape.bottom - shape.top) > _LEAST_PICTURE:
                shape.sign = _sign(pdfium, thing)
        else:
            _paint(pdfium, thing, shape)
        result.append(shape)
    return result


def _sign(pdfium: Any, thing: Any) -> int:
    """A number that is the same for pictures of the same content."""
    length: int = pdfium.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    if length > _MOST_COMPARED:
        return length
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(thing, buffer, length)
    return zlib.crc32(buffer)


def _slopes(pdfium: Any, thing: Any, second: Any) -> bool:
    """Whether a path sets out neither along nor across."""
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(thing, 0), x0, y0)
    pdfium.FPDFPathSegment_GetPoint(second, x1, y1)
    return min(abs(x1.value - x0.value), abs(y1.value - y0.value)) > 1


def _moved(shape: Shape, m: Any) -> Shape:
    """A form's shape in the coordinates of what the form stands on."""
    xs = [m.a * x + m.c * y + m.e for x in (shape.left, shape.right) for y in (shape.top, shape.bottom)]
    ys = [m.b * x + m.d * y + m.f for x in (shape.left, shape.right) for y in (shape.top, shape.bottom)]
    shape.left, shape.right, shape.top, shape.bottom = min(xs), max(xs), min(ys), max(ys)
    return shape


def _paint(pdfium: Any, thing: Any, shape: Shape) -> None:
    """Find out how a path is drawn; white and see-through fills count as not filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
    shape.stroked = bool(stroke.value)
    if fill.value:
        parts = [ctypes.c_uint() for _ in range(4)]
        pdfium.FPDFPageObj_GetFillColor(thing, *parts)
        shape.filled = parts[3].value > 0 and min(p.value for p in parts[:3]) < 253
    # A rectangle is a move, lines and at most a close; dots and rounded boxes have curves.
    count = pdfium.FPDFPath_CountSegments(thing)
    first = pdfium.FPDFPath_GetPathSegment(thing, 1) if count > 1 else None
    bent = bool(first) and pdfium.FPDFPathSegment_GetType(first) == pdfium.FPDF_SEGMENT_BEZIERTO
    shape.curved = bent or (bool(first) and _slopes(pdfium, thing, first))
    shape.free = shape.curved or count > _CORNERS
