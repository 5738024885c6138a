"""The text of a web page from its bytes: its encoding as the page says it, and the page inside a one-file archive."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from pathlib import Path

from graph.errors import UnreadableDocument

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_MARKUP = re.compile(r"<(?:!doctype|[a-z][\w:-]*)[\s/>]", re.I)
_HEAD = 4096  # bytes in which a page names its encoding
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_MOST_PARTS = 2000


def decoded(path: Path, data: bytes, charset: str | None, notes: list[tuple[str, str]]) -> str:
    """The page as text.

    Args:
        path: the file, for its name only.
        data: the bytes of the page.
        charset: what the archive around it says, or None.
        notes: gets a note where the encoding had to be guessed.

    Raises:
        UnreadableDocument: no text, or text without any mark-up.
    """
    text = _text(data, charset, notes)
    if "\0" in text:
        raise UnreadableDocument(
            f"the name ends in {path.suffix} but the file is no web page", str(path), "rename it or get it again"
        )
    if not _MARKUP.search(text):
        raise UnreadableDocument(
            f"the name ends in {path.suffix} but the file holds no mark-up", str(path), "rename it to end in .txt"
        )
    return text


def _text(data: bytes, charset: str | None, notes: list[tuple[str, str]]) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    said = _META.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    named = (charset or (said[1].decode("ascii") if said else "")).lower()
    named = "utf-8" if named.startswith("utf-16") else _MEANT.get(named, named)  # as browsers take it (WHATWG)
    for name in dict.fromkeys([*([named] if named else []), "utf-8"]):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    notes.append(
        ("file", "its encoding is not what it says; read as Windows-1252, so look at accents and quotation marks")
    )
    return data.decode("cp1252", errors="replace")


def page_of_archive(path: Path, data: bytes) -> tuple[bytes, str | None]:
    """The page inside a web archive (.mhtml, RFC 2557) with the encoding stated there; other files as they are.

    Raises:
        UnreadableDocument: an archive without a page.
    """
    if path.suffix.lower() not in (".mhtml", ".mht"):
        return data, None
    try:
        parts = email.message_from_bytes(data, policy=email.policy.compat32).walk()
    except RecursionError:
        raise UnreadableDocument(
            "its parts are nested without end", str(path), "save the page again as .html"
        ) from None
    for _, part in zip(range(_MOST_PARTS), parts, strict=False):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return content, part.get_content_charset()
    raise UnreadableDocument("there is no page in the web archive", str(path), "save the page again as .html")
