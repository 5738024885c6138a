"""The codebook: which themes there are, what each includes and leaves out, and by which words people ask for it.

The themes are data (`graph/data/codebook.yaml`), in the terms of SKOS. This module loads and checks them and finds the
theme a user means. Coding passages is done elsewhere: here the cues are only text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from graph import text as words_of
from graph.errors import GoldenThreadError

_SENSES = ("cues", "context", "harm")
_LISTS = ("altLabels", "not", "unless", "harm_not", "harm_unless", "examples", "counter_examples")
_FIELDS = {"id", "prefLabel", "broader", "scopeNote", "specific", "desired", "population", *_SENSES, *_LISTS}


class CodebookError(GoldenThreadError):
    """A codebook that cannot be used."""


@dataclass(frozen=True, slots=True)
class Population:
    """Which children a theme can be about: those younger than `under_months`, in the words of an answer."""

    under_months: int
    words: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One theme. `id` is its notation and never changes; `label` is what people see.

    `cues` (learning), `context` (told outside the findings) and `harm` (harm to the child) map a rule id to a phrase in
    the language of `loaders.coding.phrases`. `not_`/`harm_not` cancel the matches they overlap, `unless`/`harm_unless`
    cancel the concept for the whole passage. `specific`: two mentions are likely about the same practice.
    `desired`: the concept names something practice should do, so "no evidence of it" is a shortfall and not an absence.
    `population`: the children in whose reviews it could be seen; None where nothing is stated, then nothing is counted.
    """

    id: str
    label: str
    broader: str | None = None
    scopeNote: str = ""  # noqa: N815  (SKOS spelling)
    altLabels: tuple[str, ...] = ()  # noqa: N815
    specific: bool = False
    desired: bool = False
    population: Population | None = None
    cues: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, str] = field(default_factory=dict)
    harm: Mapping[str, str] = field(default_factory=dict)
    not_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    harm_not: tuple[str, ...] = ()
    harm_unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """All concepts by id, with the version that coded passages name."""

    version: str
    concepts: Mapping[str, Concept] = field(repr=False)

    def label(self, id_: str) -> str:
        """What people see for a theme; an unknown id is shown as it stands."""
        concept = self.concepts.get(id_)
        return concept.label if concept else id_

    def ancestors(self, id_: str) -> list[str]:
        """The broader concepts, nearest first; empty for a top concept or an unknown id."""
        found: list[str] = []
        concept = self.concepts.get(id_)
        while concept and concept.broader:
            found.append(concept.broader)
            concept = self.concepts[concept.broader]
        return found

    def descendants(self, id_: str) -> list[str]:
        """All narrower concepts at any depth, in the order of the codebook."""
        return [other for other in self.concepts if id_ in self.ancestors(other)]

    def named(self, text: str) -> list[str]:
        """The concepts of which `text` as a whole is the id, label or a synonym."""
        return list(self._names.get(_plain(text), ()))

    def find(self, text: str) -> list[str]:
        """Which themes a user means by `text`, best first; empty when none.

        The whole of an id, label or synonym is taken first. Otherwise the names that stand in the text are taken
        (the longest; a name inside a longer one does not count), and last the names of which the text is a part.
        """
        exact, wanted = self.named(text), _plain(text)
        if exact or not wanted:
            return exact
        padded = f" {wanted} "
        inside = [name for name in self._names if len(name) > 2 and f" {name} " in padded]
        ordered = sorted((name for name in inside if not _stands_in_another(name, inside)), key=_longest_first)
        if not ordered:
            ordered = sorted((name for name in self._names if padded in f" {name} "), key=_shortest_first)
        return list(dict.fromkeys(id_ for name in ordered for id_ in self._names[name]))

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """Every id, label and synonym in plain words, with the concepts it names."""
        names: dict[str, dict[str, None]] = {}
        for concept in self.concepts.values():
            for name in (concept.id, concept.label, *concept.altLabels):
                names.setdefault(_plain(name), {})[concept.id] = None
        return {name: tuple(ids) for name, ids in names.items()}


def load(path: Path | None = None) -> Codebook:
    """The codebook in `path`, else the one that GOLDENTHREAD_CODEBOOK names, else the project's own.

    Raises CodebookError with one sentence naming every fault.
    """
    named = os.environ.get("GOLDENTHREAD_CODEBOOK")
    return _load(path or (Path(named) if named else None))


@lru_cache(maxsize=8)
def _load(path: Path | None) -> Codebook:
    where = str(path or "graph/data/codebook.yaml")
    try:
        source = (path or files("graph.data").joinpath("codebook.yaml")).read_text(encoding="utf-8")
        content = yaml.load(source, Loader=_Loader)  # noqa: S506  (a safe loader that also refuses a key given twice) # nosec B506
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        what = f"the codebook cannot be read ({words_of.joined(str(error))})"
        raise CodebookError(what, where, "give a YAML file like the project's own") from error
    if not isinstance(content, dict) or not isinstance(content.get("concepts"), list):
        raise CodebookError("the codebook has no list of concepts", where, "give `version` and `concepts`")
    faults = list(_faults(content))
    if faults:
        raise CodebookError(f"the codebook has {len(faults)} fault(s): {'; '.join(faults)}", where, "correct the file")
    concepts = {entry["id"]: _concept(entry) for entry in content["concepts"]}
    return Codebook(version=str(content["version"]), concepts=MappingProxyType(concepts))


def _concept(entry: dict[str, Any]) -> Concept:
    lists: dict[str, Any] = {("not_" if name == "not" else name): tuple(entry.get(name) or ()) for name in _LISTS}
    rules: dict[str, Any] = {name: MappingProxyType(dict(entry.get(name) or {})) for name in _SENSES}
    who = entry.get("population")
    return Concept(
        population=Population(who["under_months"], who["words"]) if who else None,
        id=entry["id"], label=entry["prefLabel"], broader=entry.get("broader"), scopeNote=entry.get("scopeNote") or "",
        specific=entry.get("specific", False), desired=entry.get("desired", False), **rules, **lists,
    )  # fmt: skip


def _faults(content: dict[str, Any]) -> Iterable[str]:
    """What is wrong, one clause a fault."""
    if not content.get("version"):
        yield "it has no version"
    broader_of: dict[str, str | None] = {}
    for order, entry in enumerate(content["concepts"], 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            yield f"concept {order} has no id"
            continue
        id_ = entry["id"]
        if id_ in broader_of:
            yield f"'{id_}' is given twice"
        broader_of[id_] = entry.get("broader")
        if words_of.slug(id_) != id_:
            yield f"'{id_}' is not an id of small letters, digits and hyphens"
        if not isinstance(entry.get("prefLabel"), str) or not entry["prefLabel"].strip():
            yield f"'{id_}' has no prefLabel"
        yield from (f"'{id_}' has an unknown field '{name}'" for name in sorted(set(entry) - _FIELDS))
        for name in _LISTS:
            if not all(isinstance(item, str) for item in _as_list(entry.get(name))):
                yield f"'{id_}': {name} must be a list of texts"
        for name in _SENSES:
            if not isinstance(entry.get(name) or {}, dict) or not all(
                isinstance(phrase, str) for phrase in (entry.get(name) or {}).values()
            ):
                yield f"'{id_}': {name} must map a rule id to a phrase"
        who = entry.get("population", {"under_months": 0, "words": ""})
        if not isinstance(who, dict) or {n: type(v) for n, v in who.items()} != {"under_months": int, "words": str}:
            yield f"'{id_}': population must give under_months (a number) and words (a text)"
        for name in ("specific", "desired"):
            if not isinstance(entry.get(name, False), bool):
                yield f"'{id_}': {name} must be true or false"
    for id_, broader in broader_of.items():
        if broader is not None and broader not in broader_of:
            yield f"'{id_}' has the broader concept '{broader}', which is not in the codebook"
    for id_ in broader_of:
        seen, above = {id_}, broader_of[id_]
        while above is not None and above in broader_of:
            if above in seen:
                yield f"'{id_}' is broader than itself"
                break
            seen.add(above)
            above = broader_of[above]


def _as_list(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [None]


def _stands_in_another(name: str, names: list[str]) -> bool:
    return any(name != other and f" {name} " in f" {other} " for other in names)


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _shortest_first(name: str) -> tuple[int, str]:
    return len(name), name


_JOINER = re.compile(r"[^a-z0-9&]+")


def _plain(text: str) -> str:
    """Words of a name for comparing: small letters, no punctuation, no small words, plurals cut off."""
    plain = _JOINER.sub(" ", words_of.key(text).replace("'", ""))
    return " ".join(_singular(word) for word in plain.split() if word not in {"and", "the", "of", "&", "or", "a"})


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader (in C where there is one), for which a key given twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As in the safe loader; raises where a key is given twice."""
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"'{twice[0]}' is given twice", node.start_mark)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping
