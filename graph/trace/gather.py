"""Facts and links around seeds, from the store: what is told, what led to it, what followed from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from graph.decisions.statuses import NO_PERSON
from graph.marks import KEY
from graph.questions.library import statement
from graph.questions.settled import Reader
from graph.questions.shape import distinct

Key = tuple[str, str]  # label, id
_PARAMETER = {
    "Review": "reviews",
    "Case": "cases",
    "Child": "children",
    "ChronologyEntry": "events",
    "Finding": "findings",
    "Recommendation": "recommendations",
    "Action": "actions",
    "Assurance": "tests",
    "Evidence": "evidence",
    "StatusEvent": "statuses",
    "Judgement": "views",
    "Priority": "priorities",
    "Response": "replies",
}
# From what is in the thread, these links lead on.
_ONWARD = ("GAVE_RISE_TO", "DELIVERED_BY", "EVIDENCED_BY", "HAS_STATUS", "RESPONDED_WITH", "MERGED_INTO", "REPEATS")
_AGAIN = ("RECURS_IN", "ECHOED_IN", "IMPROVED_IN")


@dataclass(frozen=True)
class Fact:
    """A fact with its passages. `code` is its kind, status, grade or polarity, as stored; of an action that a person
    judged, the status they gave. `assessed` is how far it is, in words, and `by` who says so;
    `replies` what was replied to it; `by_wording`: it was taken by its words alone."""

    label: str
    id: str
    text: str
    detail: str | None
    first: date | None
    last: date | None
    basis: str | None
    extra: str | None
    code: str | None
    stated: bool
    promise: bool
    partnership: str | None
    evidence: tuple[dict[str, Any], ...]
    assessed: str | None = None
    by: str | None = None
    replies: tuple[str, ...] = ()
    by_wording: bool = False

    @property
    def key(self) -> Key:
        """Label and id."""
        return (self.label, self.id)

    @property
    def decided(self) -> bool:
        """Whether a person said how far it is."""
        return self.by is not None and self.by not in NO_PERSON


def judged(label: str, row: Mapping[str, Any]) -> str | None:
    """The code of a fact: as stored, or as a person judged an action."""
    code: str | None = (row["stands"] if label == "Action" else None) or row["code"]
    return code


@dataclass(frozen=True)
class Link:
    """A relationship between two facts."""

    source: Key
    type: str
    target: Key
    source_name: str
    theme: str | None
    closure: str | None
    certainty: str | None
    why: str | None


@dataclass
class Thread:
    """All facts of a thread and the links between them."""

    facts: dict[Key, Fact] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    _of_type: dict[str, list[Link]] = field(default_factory=dict, repr=False)
    _ends: dict[str, tuple[set[Key], dict[Key, Link]]] = field(default_factory=dict, repr=False)

    def of(self, *labels: str) -> list[Fact]:
        """Facts of these kinds."""
        return [f for f in self.facts.values() if f.label in labels]

    def links_of(self, type_: str) -> list[Link]:
        """Links of a type whose both ends are in the thread."""
        if not self._of_type:  # asked for once the thread is gathered
            for k in self.links:
                if k.source in self.facts and k.target in self.facts:
                    self._of_type.setdefault(k.type, []).append(k)
        return self._of_type.get(type_, [])

    def ends_of(self, type_: str) -> tuple[set[Key], dict[Key, Link]]:
        """Of links of a type: where they start, and the first that leads to each target."""
        if type_ not in self._ends:
            links = self.links_of(type_)
            self._ends[type_] = ({k.source for k in links}, {k.target: k for k in reversed(links)})
        return self._ends[type_]


class Source(Protocol):
    """Where facts and links come from: a store, or all that a page holds."""

    def links(self, keys: Iterable[Key]) -> list[Link]:
        """Links of which either end is one of these."""
        ...

    def facts(self, keys: Iterable[Key]) -> list[Fact]:
        """These facts, as far as they are known."""
        ...


@dataclass(frozen=True)
class Stored:
    """Facts and links read from a store as they are asked for."""

    store: Reader

    def links(self, keys: Iterable[Key]) -> list[Link]:
        """See `Source`."""
        return _links(self.store, keys)

    def facts(self, keys: Iterable[Key]) -> list[Fact]:
        """See `Source`."""
        return _facts(self.store, keys)


def gather(source: Source, seeds: Iterable[Key], *, themes: frozenset[str] | None = None) -> Thread:
    """The thread around seeds. With `themes`, what is seen again or improved counts only on one of them.

    What was seen again of the learning behind it counts as well; of what tests of it found, only where it is the
    thread of a review or a test: a test of one action finds much that is not about that action.
    """
    keys = dict.fromkeys(seeds)
    started = set(keys)
    links: dict[tuple[Key, str, Key, str | None], Link] = {}
    fresh = list(keys)
    for _ in range(3):  # finding → recommendation → action → evidence, status and test
        ends: list[Key] = []
        for link in source.links(fresh):
            if themes is not None and link.type in _AGAIN and link.theme not in themes:
                continue
            links.setdefault((link.source, link.type, link.target, link.theme), link)
            ends += [end for end in _onward(link, keys, themes is None) if end not in keys]
        fresh = list(dict.fromkeys(ends))
        keys.update(dict.fromkeys(fresh))
        fresh = [k for k in fresh if k[0] in ("Recommendation", "Action", "Assurance")]
        if not fresh:
            break
    if themes is None:
        tests = any(label in ("Review", "Assurance") for label, _ in started)
        tested = {k.target for k in links.values() if k.type == "IDENTIFIES" and k.source[0] == "Assurance"}
        learnt = [k for k in keys if k[0] == "Finding" and k not in started and (tests or k not in tested)]
        for link in source.links(learnt):
            if link.type in _AGAIN and link.source in keys:
                links.setdefault((link.source, link.type, link.target, link.theme), link)
    again = [k.target for k in links.values() if k.type in _AGAIN and k.source in keys]
    keys.update(dict.fromkeys(again))
    thread = Thread(links=list(links.values()))
    thread.facts = {fact.key: fact for fact in source.facts(keys)}
    thread.links += [k for k in source.links(again) if k.type == "IDENTIFIES"]
    return thread


def _onward(link: Link, keys: dict[Key, None], whole: bool) -> list[Key]:
    """The ends of a link that join the thread; what is seen again joins at the end, and leads nowhere."""
    if link.type in _ONWARD and link.source in keys:
        return [link.target]
    if link.type == "RECEIVED" and link.source in keys and link.source[0] in ("Recommendation", "Action"):
        return [link.target]  # what the scrutineer says of its status
    if link.target in keys and (link.type == "DELIVERED_BY" or (whole and link.type == "GAVE_RISE_TO")):
        return [link.source]
    if link.type in ("TESTS", "FOLLOWS_UP") and link.target in keys and link.source[0] == "Assurance":
        return [link.source] if whole or link.target[0] != "Review" else []
    if whole and link.source in keys and link.type in ("IDENTIFIES", "MAKES", "LED_TO", "TESTS", "FOLLOWS_UP"):
        return [link.target] if link.target[0] != "Review" else []
    return []


def _links(store: Reader, keys: Iterable[Key]) -> list[Link]:
    wanted = set(keys)
    ids = sorted({id_ for _, id_ in wanted})
    if not ids:
        return []
    found = [
        Link(
            (row["source_label"], row["source"]),
            row["type"],
            (row["target_label"], row["target"]),
            row["source_name"],
            row["theme"],
            row["closure"],
            row["certainty"],
            row["why"],
        )
        for row in store.read(statement("trace/links"), {"ids": ids})
    ]
    return [link for link in found if link.source in wanted or link.target in wanted]


def _facts(store: Reader, keys: Iterable[Key]) -> list[Fact]:
    params: dict[str, list[str]] = {name: [] for name in _PARAMETER.values()}
    for label, id_ in keys:
        if label in _PARAMETER:
            params[_PARAMETER[label]].append(id_)
    found = []
    for row in store.read(statement("trace/facts"), params):
        basis, last = row["basis"], row["until"]
        first = row["dated"]
        if first is None and last is None and row["label"] not in ("Child", "Case", "ChronologyEntry"):
            first, last, basis = row["period_from"], row["published_to"], "document"
        mark = {KEY: True} if row["by_wording"] else {}
        found.append(
            Fact(
                row["label"],
                row["id"],
                row["text"] or "",
                row["detail"] or None,
                first,
                last,
                basis,
                row["extra"],
                judged(row["label"], row),
                bool(row["stated"]),
                bool(row["promise"]),
                row["partnership"],
                tuple(item | mark for item in distinct(row["evidence"] or [])),
                row["assessed"],
                row["assessed_by"],
                tuple(row["replies"] or ()),
                bool(row["by_wording"]),
            )
        )
    return found
