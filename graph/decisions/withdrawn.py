"""What stays of decisions whose document is withdrawn: who decided what kind of thing and when, without its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.decisions.model import About, Conflict, Decision, LinkDecision, ValueDecision
from graph.records import DocumentRecord
from graph.text import joined, key, runs_of, strings_in, words

TAKEN_OUT = "(withdrawn)"
GONE = "withdrawn:"  # before an id: it never finds its thing again, not even when the document comes back
RUN = 5  # so many words in a row make a quotation
_TEXTS = ("note", "text", "where", "value", "field")


class Words:
    """The words that some documents print and others do not: whole items, and every five words in a row."""

    def __init__(self, of: Iterable[DocumentRecord], beside: Iterable[DocumentRecord] = ()) -> None:
        of = list(of)
        self.titles = {key(record.document.title) for record in of} - {""}
        self.items = {key(text) for record in of for text in texts(record)} - {""}
        self._runs = {run for item in self.items for run in _runs(item)}
        for record in beside:
            self.titles.discard(key(record.document.title))
            for text in texts(record):
                said = key(text)
                self.items.discard(said)
                self._runs.difference_update(_runs(said))

    def in_(self, text: object) -> bool:
        """Whether a text quotes them: an item of more than one word, or five words of one in a row."""
        if isinstance(text, list):
            return any(self.in_(part) for part in text)
        if not isinstance(text, str):
            return False
        said = key(text)
        return (said in self.items and " " in said) or not self._runs.isdisjoint(_runs(said))

    def sentences(self, least: int = 25) -> list[str]:
        """The items of at least so many characters."""
        return sorted(item for item in self.items if len(item) >= least)


def texts(record: DocumentRecord) -> Iterator[str]:
    """Every text of a record that is printed in its document, its own name and addresses aside."""
    yield from strings_in(record.model_dump(mode="json", exclude={"document"}))


def about(decision: Decision, gone: Words) -> bool:
    """Whether a decision is about these documents: it names one, or quotes what only they print."""
    if not isinstance(decision, About):
        return gone.in_(decision.note)
    if decision.document and key(decision.document) in gone.titles:
        return True
    quoted = [decision.thing, decision.quote, getattr(decision, "other_quote", "")]
    return any(gone.in_(text) for text in quoted)


def without(decisions: Sequence[Decision], gone: Words, why: str) -> tuple[list[Decision], int]:
    """The decisions with every quotation of withdrawn words taken out; how many changed.

    `why` stands after the note of each. What is about a withdrawn document keeps kind, role, day and choice.
    """
    kept: list[Decision] = []
    changed = 0
    for decision in decisions:
        told = _without(decision, gone, why)
        changed += told is not decision
        kept.append(told)
    return kept, changed


def _without(decision: Decision, gone: Words, why: str) -> Decision:
    new: dict[str, Any] = {n: TAKEN_OUT for n in _TEXTS if gone.in_(getattr(decision, n, None))}
    if isinstance(decision, About) and about(decision, gone):
        other = isinstance(decision, LinkDecision) and gone.in_(decision.other_quote) and not gone.in_(decision.quote)
        if other and key(decision.document) not in gone.titles:  # only the other end is withdrawn
            assert isinstance(decision, LinkDecision)
            new |= {"other": GONE + decision.other, "other_quote": ""}
        else:
            thing = "waiting" if decision.thing.startswith("waiting:") else decision.thing
            new |= {"thing": GONE + thing, "document": "", "quote": ""}
            if isinstance(decision, LinkDecision) and gone.in_(decision.other_quote):
                new |= {"other_quote": ""}
            if isinstance(decision, ValueDecision):
                new |= {"was": None}
            if isinstance(decision, Conflict):
                new |= {"was": "", "now": ""}
    if not new:
        return decision
    note = new.get("note", decision.note)
    return decision.model_copy(update={**new, "note": " ".join(p for p in (note, f"[{why}]") if p)})


def shown(decisions: Sequence[Decision], held: Words) -> list[Decision]:
    """The decisions that are about nothing held, without their quotations of it."""
    kept = [decision for decision in decisions if not about(decision, held)]
    return [_quoting(decision, held, "(held)") or decision for decision in kept]


def _quoting(decision: Decision, gone: Words, instead: str) -> Decision | None:
    """The decision without its quotations of these words; None where it has none."""
    new = {name: instead for name in _TEXTS if gone.in_(getattr(decision, name, None))}
    return decision.model_copy(update=new) if new else None


def quotes(text: str, gone: Words) -> list[str]:
    """Which withdrawn sentences stand in a text of several lines."""
    said = key(joined(text))
    return [sentence for sentence in gone.sentences() if sentence in said]


def _runs(text: str) -> list[tuple[str, ...]]:
    return runs_of(words(text), RUN)
