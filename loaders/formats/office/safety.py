"""What an Office file must not do to its reader: unpack without end, name entities, nest without end.

An Office file is a zip of XML parts joined by relationships (ECMA-376, part 2). `Package` opens one part at a time,
only those that are asked for; nothing in it is ever run, fetched or written to disk.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from graph.errors import UnreadableDocument

MOST_UNPACKED = 600 * 1024 * 1024  # bytes, pictures included (they are never unpacked)
MOST_PART = 48 * 1024 * 1024  # bytes of one XML part: the text of a thousand pages has about ten million
MOST_READ = 160 * 1024 * 1024  # bytes of all XML parts of one file
MOST_TAGS = 2_000_000  # in one part, opening and closing: what the tree of it takes in memory
MOST_RATIO = 250  # ordinary XML is packed 5 to 30 times; checked from a megabyte on
MOST_PARTS = 10_000
_OLD = b"\xd0\xcf\x11\xe0"  # a compound file: the old Office formats, and every encrypted Office file
_SAVE = "open it in the program it was made with, save a new copy and load that"
_KINDS = {"wordprocessingml": "a Word document", "presentationml": "a PowerPoint file", "spreadsheetml": "a workbook"}
_DAMAGE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError, zlib.error)


def safe_zip(path: Path, data: bytes | None = None) -> None:
    """Refuse a file that is no zip archive an office program would write.

    Args:
        path: the file, for its name; read only where `data` is None.
        data: its bytes.

    Raises:
        UnreadableDocument: locked, an old format, damaged, or it would unpack to far more than a document.
    """
    data = path.read_bytes() if data is None else data
    if data.startswith(_OLD):
        raise _old(path, data)
    if not data.startswith(b"PK"):
        raise UnreadableDocument(
            f"the name ends in {path.suffix} but the file is {_other(data)}", str(path), "rename it or get it again"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except _DAMAGE as error:
        raise _damaged(path) from error
    if any(p.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for p in parts):
        raise _damaged(path)  # no office program packs otherwise (ECMA-376, part 2, annex C)
    packed = any(p.file_size > 1 << 20 and p.file_size > MOST_RATIO * max(p.compress_size, 1) for p in parts)
    if packed or len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_UNPACKED:
        raise _bomb(path)
    if any(p.flag_bits & 1 for p in parts):
        raise UnreadableDocument("the file is locked with a password", str(path), "save a copy without password")


def _old(path: Path, data: bytes) -> UnreadableDocument:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableDocument(
            "the file is locked with a password", str(path), "save a copy without password and load that"
        )
    todo = "open it in Word or PowerPoint, save it as .docx or .pptx and load that"
    return UnreadableDocument("the file is in the old Office format from before 2007", str(path), todo)


def _other(data: bytes) -> str:
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith(b"{\\rtf"):
        return "a rich text file"
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return "no Office file"


def _damaged(path: Path) -> UnreadableDocument:
    return UnreadableDocument("the file is damaged or cut off", str(path), "get it again from where it was published")


def _bomb(path: Path) -> UnreadableDocument:
    return UnreadableDocument("the file would unpack to far more than a document holds", str(path), _SAVE)


def local(element: Any) -> str:
    """The name of an element without its namespace (both editions of the standard use the same names); "" if none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attr(element: Any, name: str, default: str | None = None) -> str | None:
    """An attribute by its name without namespace; of two with one name, the one in a namespace (`r:id` over `id`)."""
    found = default
    for full, value in element.attrib.items():
        if full == name:
            found = value if found is default else found
        elif full.rpartition("}")[2] == name:
            return str(value)
    return found


def child(element: Any, *names: str) -> Any:
    """The first child along a path of names without namespaces, or None."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: Any, name: str) -> Iterator[Any]:
    """The children of a name without namespace."""
    return (one for one in element if local(one) == name) if element is not None else iter(())


def within(element: Any, name: str) -> Iterator[Any]:
    """All descendants of a name without namespace, in document order."""
    return (one for one in element.iter() if local(one) == name)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points at: the last word of its type ("slide", "footnotes") and the part's name."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """An Office file, part by part."""

    path: Path
    data: bytes
    names: set[str] = field(default_factory=set)
    _archive: Any = None
    _read: int = 0

    def __post_init__(self) -> None:
        safe_zip(self.path, self.data)
        self._archive = zipfile.ZipFile(io.BytesIO(self.data))
        self.names = set(self._archive.namelist())

    def main(self, family: str) -> str:
        """The name of the main part; `family` is "wordprocessingml" or "presentationml".

        Raises:
            UnreadableDocument: another kind of Office file, or none.
        """
        found = next((r for r in self.relations("").values() if r.kind == "officeDocument"), None)
        types = self.part("[Content_Types].xml")
        if found is None or found.target not in self.names or types is None:
            raise UnreadableDocument("the file is a zip archive but no Office document", str(self.path), _SAVE)
        kind = next(
            (attr(one, "ContentType") or "" for one in types if attr(one, "PartName") == f"/{found.target}"), ""
        )
        if family in kind or (not kind and _root_of(self.part(found.target)) in ("document", "presentation")):
            return found.target
        other = next((name for key, name in _KINDS.items() if key in kind), "another kind of file")
        raise UnreadableDocument(
            f"the name ends in {self.path.suffix} but the file is {other}", str(self.path), "rename it to what it is"
        )

    def part(self, name: str) -> Any:
        """The root element of an XML part, or None where there is no such part.

        Raises:
            UnreadableDocument: damaged, too large, nested too deep, or with a document type declaration.
        """
        from lxml import etree

        if name not in self.names:
            return None
        try:
            info = self._archive.getinfo(name)
            self._read += info.file_size
            if info.file_size > MOST_PART or self._read > MOST_READ:
                raise _bomb(self.path)
            content: bytes = self._archive.read(info)
        except _DAMAGE as error:
            raise _damaged(self.path) from error
        if content.count(b"<") > MOST_TAGS:
            raise _bomb(self.path)
        start = content[:400].replace(b"\0", b"")
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<!DOCTYPE" in start:
            raise self._entities()
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error).lower():
                raise self.deep() from None
            raise _damaged(self.path) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._entities()
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part ("" for the package) points at, by id. External targets are kept as written and never opened."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        result: dict[str, Relation] = {}
        for one in root if root is not None else ():
            external = attr(one, "TargetMode") == "External"
            target = attr(one, "Target") or ""
            if not external:
                whole = target if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(unquote(whole)).lstrip("/")
            result[attr(one, "Id") or ""] = Relation((attr(one, "Type") or "").rpartition("/")[2], target, external)
        return result

    def said(self) -> dict[str, str]:
        """What the file says of itself: title, creator, created … (core properties)."""
        core = next((r.target for r in self.relations("").values() if r.kind == "core-properties"), "")
        root = self.part(core)
        return {local(one).lower(): (one.text or "").strip() for one in (root if root is not None else ()) if one.text}

    def notes(self) -> list[tuple[str, str]]:
        """What is in the file and not read: macros and embedded files."""
        found = []
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            found.append(("file", "it holds macros, which are neither run nor read"))
        if inside := sum("/embeddings/" in name for name in self.names):
            found.append(("file", f"{inside} embedded file{'s are' if inside > 1 else ' is'} not read"))
        return found

    def _entities(self) -> UnreadableDocument:
        return UnreadableDocument("the file holds declarations that no office program writes", str(self.path), _SAVE)

    def empty(self) -> UnreadableDocument:
        """The refusal of a document without text."""
        todo = "if it holds pictures of pages, run text recognition (OCR) over it and load the result"
        return UnreadableDocument("there is no text in it", str(self.path), todo)

    def deep(self) -> UnreadableDocument:
        """The refusal of elements inside elements without end."""
        return UnreadableDocument("its parts are nested deeper than any document's", str(self.path), _SAVE)


def _root_of(root: Any) -> str:
    return local(root) if root is not None else ""
