"""What the workbook remembers of its export: which collection, which load, and every row as it was.

It stands in a sheet that a spreadsheet program does not offer to show. Values that can be edited are kept whole, so
that an edit can be told from a change elsewhere; all others as a hash.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from graph.text import digest, joined
from graph.tracker.compare import Kept
from graph.tracker.fields import BY_NAME, FIELDS
from graph.tracker.rows import Row
from graph.views.safe import cell_text

SHEET = "goldenthread"
FORMAT = 1
_LISTED = ("note", "add_update", "add_evidence")  # cells to write into; they are empty at export


@dataclass(frozen=True)
class Stamp:
    """Where and when a workbook was made."""

    collection: str
    load: str
    exported: str  # ISO date and time
    partnership: str | None = None
    format: int = FORMAT

    def line(self) -> str:
        """As one cell."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def hash_of(text: str) -> str:
    """The hash of a cell's words, white space aside: spreadsheet programs change line ends."""
    return digest(joined(cell_text(text)))


def kept_line(row: Row) -> list[str]:
    """A row as it was exported: id, kind, values that can be edited, hashes of the others, hash of all."""
    values = {f.name: row.values[f.name] for f in FIELDS if f.kept}
    hashes = {f.name: hash_of(row.values[f.name]) for f in FIELDS if not f.kept and f.name not in _LISTED}
    own = json.dumps(values, ensure_ascii=False, sort_keys=True)
    rest = json.dumps(hashes, sort_keys=True)
    return [row.id, row.label, own, rest, digest(row.id, own, rest)]


def read_kept(lines: Sequence[Sequence[str]]) -> tuple[dict[str, Kept], int]:
    """The rows as they were exported, by id, and how many were tampered with or damaged (they are left out)."""
    found, broken = {}, 0
    for line in lines:
        id_, label, own, rest, whole = (list(line) + [""] * 5)[:5]
        try:
            values, hashes = _texts(json.loads(own)), _texts(json.loads(rest))
        except ValueError:
            broken += 1
            continue
        if digest(id_, own, rest) != whole or not set(values) <= set(BY_NAME) or not set(hashes) <= set(BY_NAME):
            broken += 1
            continue
        found[id_] = Kept(label, values, hashes)
    return found, broken


def _texts(told: object) -> Mapping[str, str]:
    if not isinstance(told, dict):
        raise ValueError("no map")
    return {str(k): str(v) for k, v in told.items()}
