"""Small PDF files written by hand, so that a test says exactly what stands where.

Type is Courier, in which every character is 0.6 em wide, so widths and line breaks are known without font files.
"""

from __future__ import annotations

import textwrap
import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
EM = 0.6  # width of a character, in ems


@dataclass
class Paper:
    """One page; places are measured in points from the top left corner."""

    ops: list[str] = field(default_factory=list)
    rotate: int = 0
    turned: bool = False  # draw everything turned by 90 degrees, as a landscape page printed upright

    def text(self, x: float, y: float, words: str, size: float = 10.0, *, bold: bool = False, font: str = "") -> None:
        """One line of type with its base line at `y`."""
        name = font or ("F2" if bold else "F1")
        code = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown = code.decode("latin-1")
        place = f"0 1 -1 0 {y:.1f} {x:.1f} Tm" if self.turned else f"1 0 0 1 {x:.1f} {HEIGHT - y:.1f} Tm"
        self.ops.append(f"BT /{name} {size:g} Tf {place} ({shown}) Tj ET")

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        *,
        columns: int = 70,
        size: float = 10.0,
        bold: bool = False,
        hang: float = 0,
    ) -> float:
        """Wrapped text from `y` on; gives the base line after the last line."""
        for at, line in enumerate(textwrap.wrap(words, columns, break_on_hyphens=False)):
            self.text(x + (hang if at else 0), y, line, size, bold=bold)
            y += 1.2 * size
        return y

    def item(self, x: float, y: float, sign: str, words: str, *, hang: float = 18.0, columns: int = 65) -> float:
        """A list item with hanging indent; gives the base line after its last line."""
        self.text(x, y, sign)
        return self.paragraph(x + hang, y, words, columns=columns)

    def frame(self, left: float, top: float, right: float, bottom: float, fill: bool = False) -> None:
        """A drawn rectangle."""
        place = f"{left:.1f} {HEIGHT - bottom:.1f} {right - left:.1f} {bottom - top:.1f} re"
        self.ops.append(f"0.9 0.9 0.9 rg {place} f 0 0 0 rg" if fill else f"{place} S")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A drawn line."""
        self.ops.append(f"{x0:.1f} {HEIGHT - y0:.1f} m {x1:.1f} {HEIGHT - y1:.1f} l S")

    def dot(self, x: float, y: float, size: float = 4.0) -> None:
        """A small filled square, as some programs draw bullets."""
        self.ops.append(f"{x:.1f} {HEIGHT - y:.1f} {size:g} {size:g} re f")

    def area(self, left: float, top: float, right: float, bottom: float) -> None:
        """A filled rectangle."""
        self.ops.append(f"{left:.1f} {HEIGHT - bottom:.1f} {right - left:.1f} {bottom - top:.1f} re f")

    def path(self, *points: tuple[float, float], fill: bool = False) -> None:
        """A line through points, or the form that it bounds."""
        (x0, y0), *rest = points
        lines = " ".join(f"{x:.1f} {HEIGHT - y:.1f} l" for x, y in rest)
        self.ops.append(f"{x0:.1f} {HEIGHT - y0:.1f} m {lines} {'h f' if fill else 'S'}")

    def picture(self, left: float, top: float, right: float, bottom: float, grey: str = "00ff7f3f") -> None:
        """A picture of two by two points, given as four bytes."""
        place = f"{right - left:.1f} 0 0 {bottom - top:.1f} {left:.1f} {HEIGHT - bottom:.1f} cm"
        self.ops.append(f"q {place} BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID {grey}> EI Q")

    def table(self, xs: list[float], ys: list[float]) -> None:
        """The rules of a grid."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])


def pdf(*pages: Paper, locked: bool = False, title: str = "") -> bytes:
    """The file; `locked` asks for a password that nobody knows. Font F3 says what no letter means: U+F06E for "n"."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> "
        b"<FF> endcodespacerange 1 beginbfchar <6E> <F06E> endbfchar endcmap end end"
    )
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(cmap), cmap),
        b"<< /Title (%s) >>" % title.encode("latin-1"),
    ]
    kids = []
    for page in pages:
        content = zlib.compress("\n".join(page.ops).encode("latin-1"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(content), content))
        size = f"{HEIGHT:g} {WIDTH:g}" if page.turned and not page.rotate else f"{WIDTH:g} {HEIGHT:g}"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Rotate {page.rotate} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    extra = "/Info 7 0 R"
    if locked:
        secret = "00" * 32
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{'11' * 32}> >>".encode())
        extra += f" /Encrypt {len(objects)} 0 R /ID [<{'22' * 16}> <{'22' * 16}>]"
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
