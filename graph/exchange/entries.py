"""A codebook as plain entries, the form that every exchange format writes and reads, and what came back merged in.

An entry is `{id, prefLabel, broader?, scopeNote?, …}` as in the YAML file. A format may not carry every field: what it
does not carry stays as it was, and a theme that is missing from a file that came back stays too, and is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from graph.codebook import Codebook, Concept
from graph.text import digest, slug

Entry = dict[str, Any]
TEXTS = ("prefLabel", "broader", "scopeNote")
FLAGS = ("specific", "desired")
LISTS = ("altLabels", "not", "unless", "harm_not", "harm_unless", "examples", "counter_examples")
RULES = ("cues", "context", "harm", "population")  # each maps a name to a text
FIELDS = (*TEXTS, *FLAGS, *LISTS, *RULES)


@dataclass(frozen=True)
class Merged:
    """The entries of the new codebook, its version, and what is worth knowing, in sentences."""

    entries: list[Entry]
    version: str
    notes: tuple[str, ...]


def entries(codebook: Codebook) -> list[Entry]:
    """The concepts in order; fields that say nothing are left out."""
    return [_entry(concept) for concept in codebook.concepts.values()]


def _entry(concept: Concept) -> Entry:
    made: Entry = {"id": concept.id, "broader": concept.broader, "prefLabel": concept.label}
    made["scopeNote"] = concept.scopeNote
    made |= {name: getattr(concept, name) for name in FLAGS}
    made |= {name: list(getattr(concept, "not_" if name == "not" else name)) for name in LISTS}
    made |= {name: dict(getattr(concept, name)) for name in ("cues", "context", "harm")}
    if concept.population:
        made["population"] = {"under_months": concept.population.under_months, "words": concept.population.words}
    return {name: value for name, value in made.items() if value}


def merged(found: Iterable[Mapping[str, Any]], base: Codebook, carries: Iterable[str]) -> Merged:
    """What came back, put into the codebook it came from.

    Args:
        found: entries as a format gave them; an entry without `id` is a new theme, named by its label.
        base: the codebook that was written out.
        carries: the fields that the format holds; the others stay as in `base`.
    """
    carried = tuple(carries)
    known = {entry["id"]: entry for entry in entries(base)}
    came: dict[str, Entry] = {}
    for item in found:
        id_ = str(item.get("id") or slug(str(item.get("prefLabel") or "")))
        came[id_] = _typed({"id": id_, **{n: item[n] for n in carried if item.get(n)}})
    made, notes = [], []
    for id_, entry in known.items():
        if id_ not in came:
            notes.append(f"“{entry['prefLabel']}” ({id_}) is not in the file and stays: a theme is never taken out.")
            made.append(entry)
            continue
        kept = {n: v for n, v in entry.items() if n not in carried}
        new = kept | came[id_]
        made.append({n: _in_order(new[n], entry.get(n)) for n in ("id", *FIELDS) if n in new})
    added = [came[id_] for id_ in came if id_ not in known]
    notes += [f"“{entry.get('prefLabel')}” ({entry['id']}) is new." for entry in added]
    made += [{n: entry[n] for n in ("id", *FIELDS) if n in entry} for entry in added]
    same = made == [{n: e[n] for n in ("id", *FIELDS) if n in e} for e in known.values()]
    version = base.version if same else f"{base.version}+{digest(as_yaml(made, base.version), size=6)}"
    return Merged(made, version, tuple(notes))


def _typed(entry: Entry) -> Entry:
    """Months are a whole number again, where a format has only texts."""
    if "population" in entry and str(entry["population"].get("under_months", "")).isdigit():
        entry["population"] = entry["population"] | {"under_months": int(entry["population"]["under_months"])}
    return entry


def _in_order(value: Any, before: Any) -> Any:
    """Formats without an order give lists sorted; where nothing but the order differs, the old one stays."""
    if isinstance(value, list) and isinstance(before, list) and sorted(value) == sorted(before):
        return before
    return value


def as_yaml(found: list[Entry], version: str) -> str:
    """The codebook as a file that `graph.codebook.load` reads."""
    whole = {"scheme": "safeguarding-learning", "version": version, "concepts": found}
    return str(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=120))
