"""Keys of nodes: the same for all editions of a source, never dependent on the order of loading.

A fact's key is its source, its kind, and its number as printed or a hash of its words, so that a new edition changes
only what changed in it. Labels of children stand in keys as hashes only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.records import Document, DocumentRecord
from graph.text import digest, key, slug

UNKNOWN = "unknown"


def document_key(document: Document) -> str:
    """First 16 hex digits of the content's hash."""
    return document.sha256[:16]


def source_keys(records: Iterable[DocumentRecord], owners: dict[str, str]) -> dict[str, str]:
    """Document key → source key: owner (partnership id) + file stem.

    Two documents loaded together under one owner and file name are two sources, told apart by date, else by content.
    """
    records = list(records)
    base = {document_key(r.document): _source(r.document, owners) for r in records}
    times = Counter(base.values())
    dated = {
        document_key(r.document): f"{base[document_key(r.document)]}@{r.document.published or _period(r.document)}"
        for r in records
    }
    dated_times = Counter(dated.values())
    found = {}
    for document, plain in base.items():
        if times[plain] == 1:
            found[document] = plain
        else:
            found[document] = dated[document] if dated_times[dated[document]] == 1 else f"{plain}@{document[:8]}"
    return found


def _source(document: Document, owners: dict[str, str]) -> str:
    stem = document.file.rsplit(".", 1)[0] or document.title
    return f"{owners.get(document_key(document), UNKNOWN)}/{slug(stem)}"


def _period(document: Document) -> str:
    return document.period.from_.isoformat() if document.period else UNKNOWN


class Keys:
    """Hands out the keys of one source's facts; the same words again in one place get an occurrence number."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._taken: Counter[str] = Counter()

    def fact(self, kind: str, *parts: object, number: str | None = None) -> str:
        """A fact's key: by its number as printed where it has one, else by a hash of its words."""
        texts = [key(str(p)) for p in parts if p is not None]
        own = f"{slug(number)}-{digest(*texts[:-1], size=6)}" if number else digest(*texts)
        base = f"{self.source}:{kind}:{own}"
        self._taken[base] += 1
        return base if self._taken[base] == 1 else f"{base}-{self._taken[base]}"


def case_key(owner: str, label: str) -> str:
    """A case's key: partnership + hash of the label of its first telling."""
    return f"{owner}:case:{digest(label)}"


def review_key(owner: str, kind: str, label: str) -> str:
    """A review's key: partnership + kind + hash of the label of its first telling."""
    return f"{owner}:{kind}:{digest(label)}"


def test_key(owner: str, kind: str, label: str) -> str:
    """A test's key: whose work was tested + kind + hash of its date or name."""
    return f"{owner}:{kind}:{digest(label)}"
