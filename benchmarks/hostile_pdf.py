"""Hostile PDF files, written by hand: circles, depths, bombs, false counts and things that ask to be run."""

# ruff: noqa: E501 (hostile lines are long)
from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from tests.pdfs import Paper, pdf

Item = tuple[str, str, "bytes | Callable[[], bytes]"]
WORDS = b"BT /F1 12 Tf 72 700 Td (Professionals did not speak to the father.) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _file(*objects: bytes, root: int = 1, more: bytes = b"") -> bytes:
    """A PDF of numbered objects with a right cross-reference table."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, more, start)
    return bytes(out)


def _stream(data: bytes, head: bytes = b"", *, filters: bytes = b"/FlateDecode", times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    many = b"[" + (filters + b" ") * times + b"]"
    return b"<< /Length %d /Filter %s %s >> stream\n%s\nendstream" % (len(data), many, head, data)


def _page(
    content: bytes = WORDS, *, page: bytes = b"", pages: bytes = b"", root: bytes = b"", things: bytes = b""
) -> bytes:
    return _file(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % root,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 %s >>" % pages,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (things, page),
        _stream(content),
        FONT,
    )


def pdf_tricks(address: str) -> Iterator[Item]:
    """All of them; `address` is a web address that nothing may call."""
    where = address.encode()
    for name, data in _small(where).items():
        yield f"pdf {name}", "a.pdf", data
    yield "pdf 10 000 pages", "a.pdf", lambda: pdf(*[_sheet(n) for n in range(10_000)])
    yield "pdf stream of 1 GB", "a.pdf", lambda: _page(b" " * 1_000_000_000)
    yield (
        "pdf stream packed three times",
        "a.pdf",
        _file(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            _stream(b" " * 50_000_000, times=3),
        ),
    )
    yield (
        "pdf 300 000 words",
        "a.pdf",
        lambda: _page(b"BT /F1 1 Tf 1 0 0 1 72 700 Tm " + b"(word ) Tj 0.1 0 Td " * 300_000 + b"ET"),
    )
    yield "pdf 300 000 shapes", "a.pdf", lambda: _page(WORDS + b" 10 10 5 5 re f" * 300_000)
    yield (
        "pdf 20 000 crossing rules",
        "a.pdf",
        lambda: _page(
            WORDS
            + b"".join(
                b" %d 10 m %d 800 l S 10 %d m 500 %d l S" % (n % 500, n % 500, n % 800, n % 800) for n in range(20_000)
            )
        ),
    )
    yield (
        "pdf 1 400 crossing rules",
        "a.pdf",
        lambda: _page(
            WORDS + b"".join(b" %.1f 10 m %.1f 800 l S 10 %.1f m 500 %.1f l S" % ((n * 0.7,) * 4) for n in range(700))
        ),
    )
    yield "pdf one base line", "a.pdf", lambda: _page(b"BT /F1 1 Tf 1 0 0 1 1 700 Tm (" + b"ab " * 60_000 + b") Tj ET")
    yield (
        "pdf 300 columns",
        "a.pdf",
        lambda: _page(
            b"".join(
                b"BT /F1 1 Tf %d %d Td (a b c) Tj ET " % (5 + 5 * (n % 100), 800 - 2 * (n // 100))
                for n in range(30_000)
            )
        ),
    )


def _sheet(number: int) -> Paper:
    page = Paper()
    page.paragraph(72, 100, f"Page {number} tells that the nursery and the health visitor shared what they knew.")
    return page


def _small(where: bytes) -> dict[str, bytes]:
    circle = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    nested = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % n for n in range(3, 3003)]
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 4 0 R >> >>"
    image = b"<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    return {
        "page tree in a circle": _file(catalog, circle, page, _stream(WORDS), FONT),
        "page tree of itself": _file(catalog, b"<< /Type /Pages /Kids [2 0 R] /Count 1000000 >>"),
        "two trees in a circle": _file(
            catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"
        ),
        "page tree 3 000 deep": _file(catalog, *nested, page),
        "a count of two thousand million": _page(pages=b"/Count 2000000000"),
        "a count below none": _file(catalog, b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>", page, _stream(WORDS), FONT),
        "the same page 5 000 times": _file(
            catalog, b"<< /Type /Pages /Kids [" + b"3 0 R " * 5000 + b"] /Count 5000 >>", page, _stream(WORDS), FONT
        ),
        "no pages": _file(catalog, b"<< /Type /Pages /Kids [] /Count 0 >>"),
        "no root": b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF",
        "root in a circle": _file(b"1 0 R"),
        "references to the table before in a circle": _page().replace(b"trailer << ", b"trailer << /Prev 9 "),
        "a form that draws itself": _file(
            catalog,
            tree,
            page.replace(b"/Font <<", b"/XObject << /X 4 0 R >> /Font <<"),
            _stream(b"/X Do " + WORDS, form),
            FONT,
        ),
        "a huge picture": _page(WORDS + b" /I Do", things=b"/XObject << /I 6 0 R >>").replace(b"%%EOF", b"")
        + b"6 0 obj\n"
        + image
        + b" /Length 3 >> stream\nabc\nendstream\nendobj\n%%EOF",
        "a page of no size": _page(page=b"/MediaBox [0 0 0 0]"),
        "a page without end": _page(page=b"/MediaBox [-1e38 -1e38 1e38 1e38]"),
        "a page of words": _page(page=b"/MediaBox [a b c d]"),
        "turned by 37": _page(page=b"/Rotate 37"),
        "turned by a million": _page(page=b"/Rotate 1000080"),
        "type of no size": _page(WORDS.replace(b"12 Tf", b"0 Tf")),
        "type without end": _page(WORDS.replace(b"12 Tf", b"1e30 Tf")),
        "type turned about": _page(WORDS.replace(b"72 700 Td", b"-1 0 0 1 300 700 Tm")),
        "words out of the page": _page(WORDS.replace(b"72 700", b"99999999 -99999999")),
        "states without end": _page(b"q " * 100_000 + WORDS),
        "arrays without end": _page(b"[" * 100_000 + WORDS),
        "dictionaries without end": _page(root=b"/A " + b"<< /A " * 20_000 + b">> " * 20_000),
        "an open string": _page(b"BT /F1 12 Tf (" + b"(" * 100_000),
        "script": _page(root=b"/OpenAction << /S /JavaScript /JS (app.launchURL('%s')) >>" % where),
        "launch": _page(root=b"/OpenAction << /S /Launch /F (touch launched) >>"),
        "address": _page(root=b"/OpenAction << /S /URI /URI (%s) >>" % where),
        "outside stream": _page().replace(b"/Filter [/FlateDecode ]", b"/F (canary.txt) /FFilter /FlateDecode"),
        "form data": _page(root=b"/AcroForm << /Fields [] /XFA (<x><!DOCTYPE x SYSTEM '%s'></x>) >>" % where),
        "embedded file": _page(root=b"/Names << /EmbeddedFiles << /Names [(a.exe) << /EF << /F 4 0 R >> >>] >> >>"),
        "locked": pdf(_sheet(1), locked=True),
        "pictures only": pdf(Paper()),
        "wrong filter": _page().replace(b"/FlateDecode", b"/NoSuchCode"),
        "filters 500 deep": _page().replace(b"[/FlateDecode ]", b"[" + b"/FlateDecode " * 500 + b"]"),
        "length without end": _page().replace(b"/Length ", b"/Length 9999999999"),
        "length below none": _page().replace(b"/Length ", b"/Length -"),
        "no font": _page().replace(b"/F1 5 0 R", b""),
        "font of itself": _page().replace(
            FONT, b"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [5 0 R] >>"
        ),
        "table of characters without end": _page().replace(FONT, FONT[:-2] + b"/ToUnicode 5 0 R >>"),
        "head only": b"%PDF-1.7\n",
        "head and foot": b"%PDF-1.7\n%%EOF",
        "a web page behind the head": b"%PDF-1.7\n<html><script>x</script></html>\n%%EOF",
    }
