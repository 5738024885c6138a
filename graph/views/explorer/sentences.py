"""The four sentences of everything the page holds: worked out once, by the rules that `goldenthread trace` follows.

The page shows them and works out none, so that the page and the terminal cannot differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph.trace.gather import Fact, Key, Link, gather, judged
from graph.trace.summary import four_sentences
from graph.trace.tell import steps_of

LABEL = {
    "learning": "Finding",
    "recommendation": "Recommendation",
    "action": "Action",
    "evidence": "Evidence",
    "test": "Assurance",
    "view": "Judgement",
    "closed": "StatusEvent",
    "review": "Review",
}
KIND = {label: kind for kind, label in LABEL.items()}
_OF_A_REVIEW = ("IDENTIFIES", "MAKES", "LED_TO", "EVIDENCED_BY", "RECEIVED")


class Held:
    """All facts and links of the page in memory, to gather threads from."""

    def __init__(self, facts: list[dict[str, Any]], links: list[dict[str, Any]]) -> None:
        self._facts = {key_of(f["id"]): _fact(f) for f in facts}
        self._links: dict[Key, list[Link]] = defaultdict(list)
        for row in links:
            link = _link(row)
            self._links[link.source].append(link)
            if link.target != link.source:
                self._links[link.target].append(link)

    def links(self, keys: Iterable[Key]) -> list[Link]:
        """Links of which either end is one of these."""
        return [link for key in dict.fromkeys(keys) for link in self._links.get(key, [])]

    def facts(self, keys: Iterable[Key]) -> list[Fact]:
        """These facts, as far as the page holds them."""
        return [self._facts[key] for key in keys if key in self._facts]

    def of_review(self, review: Key) -> list[Key]:
        """A review and what stands in it."""
        return [review, *(k.target for k in self._links[review] if k.source == review and k.type in _OF_A_REVIEW)]


def key_of(id_: str) -> Key:
    """Label and id of a fact of the page."""
    kind, _, rest = id_.partition(":")
    return (LABEL[kind], rest)


def sentences(
    facts: list[dict[str, Any]],
    links: list[dict[str, Any]],
    themes: list[dict[str, Any]],
    told: dict[str, list[str]],
    joined: dict[str, str],
) -> list[dict[str, Any]]:
    """Gives each fact and theme `four`: places in the list returned, of `{name, state, text, facts}`.

    `facts` of a sentence are places in the facts given: their ids would be half of a large page.
    `told`: fact id → further themes that it is told under, such as those of the case a review examines. `joined`:
    review → what all accounts of the same review share.
    """
    source, made = Held(facts, links), _Made(facts)
    accounts: dict[str, list[Key]] = defaultdict(list)
    for id_, shared in sorted(joined.items()):
        accounts[shared].append(key_of(id_))
    for fact in facts:
        key = key_of(fact["id"])
        whole = key[0] in ("Review", "Assurance")
        seeds = [key]
        if key[0] == "Review":
            same = accounts.get(joined.get(fact["id"], ""), seeds)
            seeds = [each for account in same for each in source.of_review(account)]
        fact["four"] = made.of(source, seeds, None, one_practice=not whole)
    within: dict[str, set[str]] = defaultdict(set)
    for theme in themes:
        for wider in (theme["id"], *theme["wider"]):
            within[wider].add(theme["id"])
    about: dict[str, dict[Key, None]] = defaultdict(dict)
    for fact in facts:
        absent = fact["kind"] == "review"
        named = {t["theme"] for t in fact["themes"] if not (absent and t["polarity"] == "absent")}
        for id_ in named | set(told.get(fact["id"], [])):
            about[id_][key_of(fact["id"])] = None
    for theme in themes:
        inside = within[theme["id"]]
        seeds = list(dict.fromkeys(key for each in sorted(inside) for key in about[each]))
        theme["four"] = made.of(source, seeds, frozenset(inside), one_practice=True)
    return made.sentences


class _Made:
    """Sentences made so far; the same one is held once."""

    def __init__(self, facts: list[dict[str, Any]]) -> None:
        self.sentences: list[dict[str, Any]] = []
        self._places: dict[tuple[Any, ...], int] = {}
        self._at = {key_of(f["id"]): place for place, f in enumerate(facts)}

    def of(self, source: Held, seeds: list[Key], themes: frozenset[str] | None, *, one_practice: bool) -> list[int]:
        thread = gather(source, seeds, themes=themes)
        steps = steps_of(thread, themed=themes is not None)
        found = []
        for said in four_sentences(thread, steps, one_practice=one_practice):
            facts = tuple(self._at[key] for key in said.facts if key in self._at)
            held = (said.name, said.state, said.short, facts)
            if held not in self._places:
                self._places[held] = len(self.sentences)
                self.sentences.append(dict(zip(("name", "state", "text", "facts"), held, strict=True)))
            found.append(self._places[held])
        return found


def _fact(f: dict[str, Any]) -> Fact:
    label, id_ = key_of(f["id"])
    stated = f["code"] != "elsewhere" if label == "Recommendation" else True
    extra = f["code"] if label == "StatusEvent" else None
    detail = f["text"] if label == "StatusEvent" else None
    first, last = f["since"], f["until"]
    if first is None and last is None:
        first, last = f["period"], f["published"]
    return Fact(
        label,
        id_,
        f["text"] or "",
        f["printed"] if label == "Action" else detail,
        first,
        last,
        None,
        extra,
        judged(label, f),
        stated,
        f["promise"],
        None,
        (),
        f["assessed"],
        f["assessed_by"],
        tuple(f["replies"]),
        bool(f.get("by_wording")),
    )


def _link(row: dict[str, Any]) -> Link:
    source, target = key_of(row["source"]), key_of(row["target"])
    more = (row.get("theme"), row.get("closure"), row.get("certainty"), row.get("why"))
    return Link(source, row["type"], target, "", *more)
