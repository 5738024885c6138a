"""The codebook as a REFI-QDA codebook (QDC), for NVivo, MAXQDA, ATLAS.ti and QualCoder.

QDC holds the tree of codes with name, description and colour; cues and synonyms stay here. A code is known again by
its GUID, which is made from the theme's id, even where a tool has renamed it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from lxml import etree

from graph.codebook import Codebook
from graph.errors import GoldenThreadError
from graph.exchange.entries import Entry, entries

NAMESPACE = "urn:QDA-XML:codebook:1.0"
CARRIES = ("prefLabel", "broader", "scopeNote")
_GUIDS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:golden-thread:codebook")
_NSMAP: Any = {None: NAMESPACE}
_CODE, _DESCRIPTION = f"{{{NAMESPACE}}}Code", f"{{{NAMESPACE}}}Description"


def guid(id_: str) -> str:
    """The GUID of a theme: the same on every machine."""
    return str(uuid.uuid5(_GUIDS, id_)).upper()


def to_qdc(codebook: Codebook) -> bytes:
    """The codebook as a `.qdc` file."""
    root = etree.Element(f"{{{NAMESPACE}}}CodeBook", nsmap=_NSMAP, origin=f"Golden Thread {codebook.version}")
    codes = etree.SubElement(root, f"{{{NAMESPACE}}}Codes")
    placed: dict[str, etree._Element] = {}
    waiting = entries(codebook)
    while waiting:  # a broader theme may stand after a narrower one
        later = []
        for entry in waiting:
            above = placed.get(entry["broader"]) if "broader" in entry else codes
            if above is None:
                later.append(entry)
                continue
            code = etree.SubElement(above, _CODE, guid=guid(entry["id"]), name=entry["prefLabel"], isCodable="true")
            if "scopeNote" in entry:
                etree.SubElement(code, _DESCRIPTION).text = entry["scopeNote"]
            placed[entry["id"]] = code
        waiting = later
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def from_qdc(data: bytes, base: Codebook) -> list[Entry]:
    """The entries of a `.qdc` file; a code that `base` does not know is named by its label."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise GoldenThreadError("the file is not XML", todo="export the codebook as REFI-QDA (QDC)") from error
    if root.tag != f"{{{NAMESPACE}}}CodeBook":
        raise GoldenThreadError("the file is no REFI-QDA codebook", todo="export the codebook as REFI-QDA (QDC)")
    known = {guid(id_): id_ for id_ in base.concepts}
    return [entry for code in root.iterfind(f"{{{NAMESPACE}}}Codes/{_CODE}") for entry in _read(code, "", known)]


def _read(code: etree._Element, broader: str, known: dict[str, str]) -> Iterator[Entry]:
    from graph.text import slug

    name = str(code.get("name") or "")
    id_ = known.get(str(code.get("guid") or "").upper()) or slug(name)
    told = code.find(_DESCRIPTION)
    yield {"id": id_, "prefLabel": name, "broader": broader, "scopeNote": (told.text or "") if told is not None else ""}
    for inner in code.iterfind(_CODE):
        yield from _read(inner, id_, known)
