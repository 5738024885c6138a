"""The promise ledger: what became of each thing that was still to do, planned or promised.

Each promise is looked for in every later document of its partnership that could have told of it: of the same kind, or
one that reports on work (a yearly report, a tracker). What is alike enough is told there as done, under way, promised
again, changed or given up; what is only near may be told in other words; else the document is silent. Where no such
document is loaded nothing follows. All of it is possible, never more: a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph import model
from graph.dates import find_dates
from graph.derive.likeness import Likeness, common, held, likeness
from graph.derive.near import May, near, sharing_documents
from graph.derive.reasons import in_time
from graph.derive.statements import Scopes, Statement
from graph.memory import Graph

RULE = "promises/2"
ALIKE, LEAST_SHARED = 0.6, 2  # told again in its own words
SURE_DONE = 3  # telling words that what is done must share: a wrong "done" is worse than a doubt
NEAR = 0.5  # may be told in other words
SAME_CLAIM, CLAIM_SHARED = 0.85, 4  # one thing claimed twice in one document
DONE = ("complete-evidence-awaited", "complete-evidenced", "embedded")
GIVEN_UP = ("cancelled", "superseded")
REPORTS_ON_WORK = ("annual-report", "action-tracker")
_CHANGED_WORDS = re.compile(
    r"\b(?:instead|no longer|rather than|reduced to|scaled (?:back|down)|widened|extended to|replaced (?:by|with))\b",
    re.IGNORECASE,
)

# A promise to test practice, and where a test is told: what was tested may be all that they have in common.
_A_TEST = re.compile(r"\b(?:re-?)?(?:audit|dip[- ]?sampl|deep[- ]dive|evaluat|inspect|case file review)", re.IGNORECASE)

Days = tuple[date, date]


def add_promises(graph: Graph, said: Sequence[Statement]) -> None:
    """Add BECAME, LOOKED_FOR_IN and CLAIMED_AGAIN_AS; PROMISED_AGAIN_IN, from a promise to where it is made again."""
    scopes = Scopes(graph)
    actions = [s for s in said if isinstance(s.node, model.Action)]
    promised = [s for s in actions if _promise(s)]
    shares = sharing_documents(actions)
    for claim in near(actions, scopes, SAME_CLAIM, _may_be_one(actions, shares)):
        _claim(graph, claim.other, claim.one, claim.more)
    told: dict[tuple[str, str], None] = {}
    for pair in near(actions, scopes, ALIKE, _may_tell_of(actions, shares)):
        if _same_scope(scopes, pair.one, pair.other) and _became(graph, pair.one, pair.other, pair.more):
            told.update(((pair.one.node.id, d.id), None) for d in pair.other.documents)
    _look(graph, scopes, promised, told)


def _promise(statement: Statement) -> bool:
    node = statement.node
    return isinstance(node, model.Action) and node.promise and node.status not in DONE


def _same_scope(scopes: Scopes, one: Statement, other: Statement) -> bool:
    return scopes.scope(one.owners, other.owners) == "same partnership"


def _may_be_one(actions: list[Statement], shares: May) -> May:
    """Both stand in one document, both to do or both done; each pair once, from the later one."""
    promise = np.array([_promise(s) for s in actions], bool)
    return lambda one, other: (
        np.greater.outer(one, other) & np.equal.outer(promise[one], promise[other]) & shares(one, other)
    )


def _may_tell_of(actions: list[Statement], shares: May) -> May:
    """The second may tell of the first: that one is a promise, and of an earlier document."""
    promise = np.array([_promise(s) for s in actions], bool)
    spans = [[span for d in s.documents if (span := told_on(d))] for s in actions]
    ends = np.array([min((span[1].toordinal() for span in own), default=date.max.toordinal()) for own in spans], int)
    starts = np.array([max((span[0].toordinal() for span in own), default=0) for own in spans], int)
    return lambda one, other: promise[one][:, None] & np.less.outer(ends[one], starts[other]) & ~shares(one, other)


def _claim(graph: Graph, one: Statement, other: Statement, more: int) -> None:
    """Two claims of one document that are near the same, both to do or both done."""
    alike = likeness(one.text, other.text)
    if alike.value >= SAME_CLAIM and alike.telling >= CLAIM_SHARED:
        graph.link(
            one.node,
            "CLAIMED_AGAIN_AS",
            other.node,
            similarity=alike.value,
            certainty="possible",
            why=f"One document tells both; they share {_words(alike)}.{_and_more(more)}",
            rule=RULE,
        )


def _became(graph: Graph, earlier: Statement, later: Statement, more: int) -> bool:
    """Join a promise to what a later document tells of it, where the words are alike enough."""
    promise, action = earlier.node, later.node
    assert isinstance(promise, model.Action)
    assert isinstance(action, model.Action)
    alike = likeness(earlier.text, later.text)
    outcome, change = _outcome(promise, action)
    least = SURE_DONE if outcome == "done" else LEAST_SHARED
    if alike.value < ALIKE or alike.telling < least:
        return False
    graph.link(
        promise,
        "BECAME",
        action,
        outcome=outcome,
        change=change,
        similarity=alike.value,
        certainty="possible",
        why=f"A later document tells of it; they share {_words(alike)}.{_and_more(more)}",
        rule=RULE,
    )
    if outcome in ("promised again", "changed"):
        for passage in graph.targets(action, "STATED_IN", model.Passage):
            graph.link(promise, "PROMISED_AGAIN_IN", passage)
    return True


def _outcome(promise: model.Action, later: model.Action) -> tuple[str, str | None]:
    """What the later words make of it, by their verb, and what changed."""
    if later.status in GIVEN_UP:
        return "given up", None
    if later.status in DONE:
        return "done", None
    if not later.promise:
        return "under way", None
    change = _moved(promise, later)
    if words := _CHANGED_WORDS.search(later.text):
        change = change or f"scope: the later words say “{words[0].lower()}”"
    return ("changed", change) if change else ("promised again", None)


def _moved(promise: model.Action, later: model.Action) -> str | None:
    """Where both name a time and the later one ends otherwise: both in words."""
    was, now = _times(promise), _times(later)
    if was is None or now is None or was[1] == now[1]:
        return None
    return f"date: {in_time(*was)}, then {in_time(*now)}"


def _times(action: model.Action) -> Days | None:
    """The time a promise is for: its due date, else the last time its words name."""
    spans = find_dates(action.duePrinted or action.due or "") or find_dates(action.text)
    return (spans[-1].from_, spans[-1].to) if spans else None


def _words(alike: Likeness) -> str:
    return ", ".join(f"“{w}”" for w in alike.shared[:4])


def _and_more(count: int) -> str:
    return f" It is near to {count} more in like words, which are not joined to it." if count else ""


def _after(earlier: model.Document, later: model.Document) -> bool:
    was, now = told_on(earlier), told_on(later)
    return was is not None and now is not None and was[1] < now[0]


def told_on(document: model.Document) -> Days | None:
    """When a document told: its publication, else the end of the time it reports on."""
    if document.publishedFrom and document.publishedTo:
        return document.publishedFrom, document.publishedTo
    return (document.periodTo, document.periodTo) if document.periodTo else None


# --- where it could have been told -----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Told:
    """The passages of one document, by the words that tell."""

    document: model.Document
    passages: tuple[model.Passage, ...]
    holding: dict[str, list[int]]
    testing: frozenset[int]  # those that tell of a test

    def nearest(self, text: str, telling: Iterable[str]) -> tuple[model.Passage, Likeness] | None:
        """The passage most alike to a text, of which `telling` are the words that tell; None where none is near."""
        times = Counter(n for stem in telling for n in self.holding.get(stem, ()))
        near = [
            (found, self.passages[n])
            for n, shared in sorted(times.items())
            if shared >= LEAST_SHARED and (found := likeness(text, self.passages[n].quote)).value >= NEAR
        ]
        best = max(near, key=lambda pair: pair[0].value, default=None)
        return (best[1], best[0]) if best and best[0].telling >= LEAST_SHARED else self._test_of(text)

    def _test_of(self, text: str) -> tuple[model.Passage, Likeness] | None:
        """Where a test is promised: the passage that tells of one and of the same thing. Never said to be done."""
        if not _A_TEST.search(text):
            return None
        stems = {stem for stem in _telling(text) if not _A_TEST.match(stem)}
        numbers = sorted(self.testing.intersection(n for stem in stems for n in self.holding.get(stem, ())))
        found = [(likeness(text, self.passages[n].quote), n) for n in numbers]
        best = max(found, key=lambda pair: (pair[0].value, -pair[1]), default=None)
        return (self.passages[best[1]], best[0]) if best else None


def _look(graph: Graph, scopes: Scopes, promised: list[Statement], told: Iterable[tuple[str, str]]) -> None:
    """Add LOOKED_FOR_IN for every later document that could have told of a promise."""
    known = set(told)
    read: dict[str, _Told] = {}
    by_owner: dict[str, list[model.Document]] = {}
    for document in sorted(graph.all(model.Document), key=lambda d: d.id):
        for owner in graph.targets(document, "TELLS_OF", model.Partnership):
            by_owner.setdefault(owner.id, []).append(document)
    for promise in promised:
        assert isinstance(promise.node, model.Action)
        telling, due = _telling(promise.text), _times(promise.node)
        for document in _could_tell(promise, by_owner):
            if (promise.node.id, document.id) in known:
                _looked(graph, promise, document, "told", None, "It is told there in like words.")
                continue
            page = read.get(document.id) or read.setdefault(document.id, _passages(graph, document))
            found = page.nearest(promise.text, telling)
            if found is None:
                early = _not_yet_due(due, document)
                _looked(graph, promise, document, "silent", None, f"Nothing there is near it.{early}")
            else:
                said = f"The nearest words there share {_words(found[1])}."
                _looked(graph, promise, document, "perhaps told in other words", found[0].id, said)


def _could_tell(promise: Statement, by_owner: dict[str, list[model.Document]]) -> Iterator[model.Document]:
    """Later documents of the partnership, of the same kind or reporting on work."""
    kinds = {*REPORTS_ON_WORK, *(d.kind for d in promise.documents)}
    own = {d.id for d in promise.documents}
    found = {d.id: d for owner in sorted(promise.owners) for d in by_owner.get(owner, ())}
    for document in found.values():
        could = document.kind in kinds - {"other"} and document.id not in own
        if could and any(_after(d, document) for d in promise.documents):
            yield document


def _passages(graph: Graph, document: model.Document) -> _Told:
    passages = tuple(sorted(graph.sources(document, "OF", model.Passage), key=lambda p: p.id))
    holding: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        for stem in _telling(passage.quote):
            holding.setdefault(stem, []).append(number)
    testing = frozenset(number for number, passage in enumerate(passages) if _A_TEST.search(passage.quote))
    return _Told(document, passages, holding, testing)


def _telling(text: str) -> set[str]:
    return {stem for sentence, _ in held(text) for stem in sentence if not common(stem)}


def _not_yet_due(due: Days | None, document: model.Document) -> str:
    told = told_on(document)
    return " It was not yet due then." if due and told and told[1] < due[0] else ""


def _looked(
    graph: Graph, promise: Statement, document: model.Document, outcome: str, nearest: str | None, found: str
) -> None:
    kind = document.kind.replace("-", " ")
    same = any(d.kind == document.kind for d in promise.documents)
    could = f"A later {kind} of the partnership{', of the same kind,' if same else ''} could have told of it."
    graph.link(
        promise.node, "LOOKED_FOR_IN", document, outcome=outcome, nearest=nearest, why=f"{could} {found}", rule=RULE
    )
