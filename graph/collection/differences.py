"""What a new edition of a document adds, changes and takes away, item by item."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.records import DocumentRecord
from graph.text import key

Kind = Literal["new", "unchanged", "new-edition", "older-edition", "read-again", "renamed", "withdrawn"]
WORDS = {  # on screen: one, several
    "review": ("review", "reviews"),
    "child": ("child", "children"),
    "finding": ("learning point", "learning points"),
    "recommendation": ("recommendation", "recommendations"),
    "action": ("action", "actions"),
    "judgement": ("view", "views"),
    "statistic": ("figure", "figures"),
    "impact": ("line of impact", "lines of impact"),
    "response": ("reply", "replies"),
    "priority": ("priority", "priorities"),
    "inconsistency": ("figure to check", "figures to check"),
    "event": ("dated event", "dated events"),
    "context": ("line of context", "lines of context"),
    "identity": ("stated identity", "stated identities"),
}
_OF_PERSONS = ("child", "identity")  # taken back perhaps for a reason: counted, not told again
_SINGULAR = {
    "reviews": "review",
    "children": "child",
    "findings": "finding",
    "recommendations": "recommendation",
    "actions": "action",
    "judgements": "judgement",
    "statistics": "statistic",
    "impacts": "impact",
    "responses": "response",
    "priorities": "priority",
    "inconsistencies": "inconsistency",
    "chronology": "event",
    "context": "context",
    "identities": "identity",
}


@dataclass
class DocChange:
    """What `Collection.put` found: `kind`, the document's id, and items added, changed and removed by kind of item.

    kind: `new`; `unchanged`; `new-edition` (other content under the known name); `older-edition` (of a document whose
    newer one is kept; nothing was done); `read-again` (same content, read otherwise than last time); `renamed` (same
    content under another name; nothing was done); `withdrawn` (a person took it out; nothing was done). `previous` is
    the SHA-256 of the edition before.
    """

    kind: Kind
    docid: str
    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    previous: str | None = None
    note: str = ""
    gone: list[str] = field(default_factory=list)  # the words of what was removed, in order; shown once, never kept

    def in_words(self) -> str:
        """For the table that a load ends with."""
        if self.kind == "new":
            return "new" + (f" ({self.note})" if self.note else "")
        if self.kind == "withdrawn":
            return f"not loaded: {self.note}"
        if self.kind == "unchanged":
            return "no change"
        if self.kind == "renamed":
            return "known under another name; no change"
        if self.kind == "older-edition":
            return "an older edition of a document that is loaded; the newer one stays until it is withdrawn"
        parts = [_count(self.added, "added"), _count(self.changed, "changed"), _count(self.removed, "removed")]
        told = "; ".join(part for part in parts if part) or "no item changed"
        return f"{'new edition' if self.kind == 'new-edition' else 'read again'}: {told}"


def in_words(counts: dict[str, int]) -> str:
    """Counts by kind of item: "2 learning points, 1 action"."""
    return ", ".join(f"{n} {WORDS[kind][n != 1]}" for kind, n in sorted(counts.items()) if kind in WORDS)


def _count(counts: dict[str, int], what: str) -> str:
    told = in_words(counts)
    return f"{told} {what}" if told else ""


def differences(change: DocChange, before: DocumentRecord | None, after: DocumentRecord) -> DocChange:
    """Fill in what differs. Items are the same when their words are; the same words with other details are changed."""
    old, new = _items(before), _items(after)
    added: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    for identity in {*old, *new}:
        kind = identity[0]
        was, now = Counter(old.get(identity, [])), Counter(new.get(identity, []))
        gone, come = sum((was - now).values()), sum((now - was).values())
        both = min(gone, come)
        changed[kind] += both
        added[kind] += come - both
        removed[kind] += gone - both
        if gone > both and kind not in _OF_PERSONS:
            change.gone.append(_told(kind, json.loads(old[identity][0])))
    change.gone.sort()
    change.added, change.changed, change.removed = (dict(+c) for c in (added, changed, removed))
    return change


def counted(record: DocumentRecord) -> dict[str, int]:
    """How many items of each kind a record holds, also within reviews."""
    found: Counter[str] = Counter()
    for (kind, _), told in _items(record).items():
        found[kind] += len(told)
    return dict(sorted(found.items()))


def _told(kind: str, item: dict[str, Any]) -> str:
    page = f" (page {item['page']})" if item.get("page") is not None else ""
    said = item.get("text") or item.get("ref") or item.get("name") or item.get("quote") or item.get("message")
    return f"{WORDS[kind][0]}{page}: “{said}”"


def _items(record: DocumentRecord | None) -> dict[tuple[str, str], list[str]]:
    """Every item of a record, also those within reviews: (kind, words) to their details."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    if record is not None:
        told = record.model_dump(mode="json", by_alias=True, exclude={"document", "report", "promises"})
        for kind, item in _walk(told):
            details = {k: v for k, v in item.items() if k not in _SINGULAR}
            found[kind, _words(kind, item)].append(json.dumps(details, sort_keys=True))
    return found


def _walk(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, items in told.items():
        if name in _SINGULAR:
            for item in items:
                yield _SINGULAR[name], item
                if name == "reviews":
                    yield from _walk(item)


def _words(kind: str, item: dict[str, Any]) -> str:
    if kind == "review":
        return key(str(item["ref"] or item["name"] or item["quote"]))
    if kind in ("child", "identity"):
        return key(str(item.get("name") or item.get("quote") or ""))
    return key(str(item.get("text") or item.get("quote") or item.get("message") or ""))
