"""Whose work a tracker tells of that names no partnership: worked out from the reviews it names, and never in silence.

A name that the reviews of one partnership alone bear is enough; a reference ("RR 5/22") may be given by any, so that
two are needed. A tracker in a collection that is all of one partnership is of that one. All else stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.project.owners import Owner
from graph.records import DocumentRecord
from graph.resolve.labels import label_form, weight
from graph.resolve.tellings import labels_of

TRACKER = "action-tracker"
REFERENCES = 2


def adopted(records: Sequence[DocumentRecord], owners: dict[str, Owner | None]) -> dict[str, tuple[Owner, str]]:
    """By document, the partnership of each tracker that names none, and why; `owners` as `owners_of` gives them."""
    lost = [r for r in records if r.document.kind == TRACKER and _plain(r) and owners[_key(r)] is None]
    if not lost:
        return {}
    known = {o.id: o for o in owners.values() if o}
    bearers: dict[str, dict[str, str]] = {}  # label in one spelling → ids of owners, with the label as printed
    for record in records:
        owner = owners[_key(record)]
        for label in _labels(record) if owner else ():
            bearers.setdefault(label_form(label), {})[owner.id if owner else ""] = label
    found = {}
    for record in lost:
        if told := _by_reviews(record, bearers, known):
            found[_key(record)] = told
        elif len(known) == 1:
            (only,) = known.values()
            found[_key(record)] = (only, f"It names no partnership, and all else that is loaded is of {only.name}.")
    return found


def _by_reviews(
    record: DocumentRecord, bearers: dict[str, dict[str, str]], known: dict[str, Owner]
) -> tuple[Owner, str] | None:
    borne = {label: bearers[form] for label in _labels(record) if (form := label_form(label)) in bearers}
    ids = {id_ for owners in borne.values() for id_ in owners}
    names = [label for label in borne if weight(label) == "name"]
    if len(ids) != 1 or not (names or len({label_form(label) for label in borne}) >= REFERENCES):
        return None
    owner = known[ids.pop()]
    said = ", ".join(sorted(names or borne)[:3])
    return owner, f"It names no partnership, but {said}, of which only {owner.name} tells in what is loaded."


def _labels(record: DocumentRecord) -> list[str]:
    return [label for r in record.reviews for label in labels_of(r) if weight(label) in ("name", "reference")]


def _plain(record: DocumentRecord) -> bool:
    document = record.document
    return not (document.partnership or document.partnerships or document.areas)


def _key(record: DocumentRecord) -> str:
    return record.document.sha256[:16]
