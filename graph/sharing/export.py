"""Nodes and relationships as they may be sent: nothing of a single child, no same-child links, no officials' names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.sharing.texts import Texts

Row = dict[str, Any]

# Left empty, because each row is one child: a count of one by any of these.
_OF_A_CHILD = ("agePrinted", "ageMonths", "ageBand", "sex", "outcome", "planStatus")
LINKS = ("SAME_AS", "STATED_SAME_AS", "POSSIBLY_SAME_AS")
_IDS = ("id", "source_id", "target_id", "source_label", "target_label", "canonical")
_NAMES = "NAMES"  # a passage and the kind of agency it names, with the words that name it
EMPTY = "not sent"
_HASH = "rowHash"  # of the whole row: what was left out could be guessed and tried against it


def nodes(label: str, rows: Iterable[Row], texts: Texts) -> Iterator[Row]:
    """Nodes of one label as they may be sent; a key stays one key, so that the graph still hangs together."""
    for row in rows:
        made = _safe(row, texts)
        if label == "Child":
            made |= {name: EMPTY if isinstance(row[name], str) else None for name in _OF_A_CHILD if name in row}
        if label in ("Case", "Review") and "canonical" in row:
            made["canonical"] = made["id"]
        yield made


def edges(type_: str, rows: Iterable[Row], texts: Texts) -> Iterator[Row]:
    """Relationships of one type as they may be sent; none that says two cases may be of one child."""
    if type_ in LINKS:
        return
    for row in rows:
        made = _safe(row, texts)
        if type_ == _NAMES and isinstance(cue := row.get("cue"), str):  # in small letters, by which no name is known
            made["cue"] = texts.text(cue.title()).lower()
        yield made


def _safe(row: Row, texts: Texts) -> Row:
    return {name: None if name == _HASH else _made(name, v, texts) for name, v in texts.days.row(row).items()}


def _made(name: str, value: Any, texts: Texts) -> Any:
    return texts.key(value) if name in _IDS else texts.safe(value)
