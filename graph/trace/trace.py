"""`trace(store, thing)`: find what is meant, gather the thread around it, tell it, and say what is not stated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.marks import meaning
from graph.questions.library import statement
from graph.questions.settled import Reader, settled
from graph.questions.shape import distinct
from graph.trace.find import Found, find
from graph.trace.gather import Key, Stored, Thread, gather
from graph.trace.model import Step, Trace
from graph.trace.summary import four_sentences, not_stated
from graph.trace.tell import PRINTED, in_order, steps_of
from graph.trace.words import when

# What a later document makes of a promise, as the kind of a step; found by words, so none of it counts as done.
_BECAME = {
    "done": "promise told as done",
    "under way": "promise told as under way",
    "promised again": "promised again",
    "changed": "promise changed",
    "given up": "promise given up",
}


def trace(store: Reader, thing: str) -> Trace:
    """The thread around a thing: a review (any spelling of its reference), a child's pseudonym, a theme or synonym, a
    test, or the words of a recommendation, action or learning point. Without steps where it means nothing or several.
    It is of the graph before a load or after it, or its `notes` say that it may not be.
    """
    made, said = settled(store, lambda: _trace(store, thing))
    made.notes += said
    return made


def _trace(store: Reader, thing: str) -> Trace:
    found = find(store, thing)
    made = Trace(thing, found.kind, found.title, could_mean=list(found.could_mean))
    if not found.kind:
        several = len(made.could_mean) > 1
        if not several:
            made.not_stated = [f"Nothing in the loaded documents is called, or says, “{thing}”."]
        return made
    seeds, themes = _seeds(store, found)
    thread = gather(Stored(store), seeds, themes=themes)
    steps = steps_of(thread, themed=found.kind == "theme")
    promises: dict[str, tuple[int, bool]] = {}
    steps += _promises(store, thread, promises)
    tests = [f.id for f in thread.of("Assurance")]
    steps += _other_tellings(store, found.keys if found.kind == "review" else (), tests)
    made.steps = in_order(steps)
    made.summary = four_sentences(thread, made.steps, one_practice=found.kind not in ("review", "test"))
    made.not_stated = not_stated(thread, made.steps, promises)
    made.documents = _documents(store, made.steps)
    if taken := sum(step.by_wording for step in made.steps):
        made.caveats = [f"Of the {len(made.steps)} steps, {taken} {meaning(taken)}"]
    if not made.steps:
        made.not_stated = [f"No loaded document says anything about {found.title}."]
        made.summary = []
    return made


def _documents(store: Reader, steps: list[Step]) -> list[dict[str, Any]]:
    """The documents that the steps rest on, of which their keepers gave an address, a licence or other facts."""
    titles = sorted({str(item["document"]) for step in steps for item in step.evidence if item.get("document")})
    rows = store.read(statement("trace/documents"), {"documents": titles}) if titles else []
    return [dict(row) for row in rows if row["address"] or row["licence"] or row["given"] or row["editions"]]


def _seeds(store: Reader, found: Found) -> tuple[Iterable[Key], frozenset[str] | None]:
    """Where the thread starts, and the themes it keeps to where it is one of a theme."""
    if found.kind == "theme":
        rows = store.read(statement("trace/theme"), {"themes": list(found.keys)})
        return [(r["label"], r["id"]) for r in rows], frozenset([*found.keys, *(r["theme"] for r in rows)])
    if found.kind == "review":
        rows = store.read(statement("trace/review"), {"reviews": list(found.keys)})
        return [(r["label"], r["id"]) for r in rows], None
    if found.kind == "test":
        return [("Assurance", key) for key in found.keys], None
    return found.facts, None


def _promises(store: Reader, thread: Thread, known: dict[str, tuple[int, bool]]) -> list[Step]:
    """What later documents tell of promises, as steps; `known` gets how many are silent, and whether any tells."""
    promised = {f.id: f for f in thread.of("Action") if f.promise}
    if not promised:
        return []
    steps = []
    for row in store.read(statement("trace/promises"), {"ids": sorted(promised)}):
        told = row["said"] is not None
        known[row["id"]] = (row["later"], told or row["found"] > 0)
        if told:
            again = row["outcome"] == "promised again"
            steps.append(
                Step(
                    when(None, row["until"]),
                    _BECAME[row["outcome"]],
                    promised[row["id"]].text if again else row["text"],
                    "possible",
                    tuple(distinct([row["said"]])),
                    None,
                    row["until"],
                    "; ".join(filter(None, ("dated by its document", row["change"]))),
                    row["why"],
                )
            )
    return steps


def _other_tellings(store: Reader, reviews: tuple[str, ...], tests: list[str]) -> list[Step]:
    """What may be the same review, case or test: stated with the sentence, possible with its reasons; never joined."""
    said: dict[tuple[object, ...], Step] = {}
    for row in store.read(statement("trace/same"), {"reviews": list(reviews), "tests": tests}):
        evidence = tuple(distinct(row["evidence"]))
        place = [(e["document"], e["page"], e["line"]) for e in evidence]
        pair = (row["kind"], *row["pro"], *row["con"], *place)
        if pair in said or row["one"] == row["other"]:
            continue  # told of the review and of its case alike
        both = f"{row['one']} and {row['other']}"
        if row["kind"] == "stated":
            said[pair] = Step(
                "", "told under two names", f"{both}: a document says that they are the same", PRINTED, evidence
            )
        elif row["kind"] == "decided":
            said[pair] = Step(
                "", "told under two names", f"{both}: a person decided that they are the same", "confirmed", evidence
            )
        else:
            what = "test" if row["label"] == "Assurance" else "review"
            for_ = "; ".join(row["pro"]) or "nothing"
            against = "; ".join(row["con"]) or "nothing"
            why = f"for: {for_}; against: {against}"
            said[pair] = Step(
                "", f"may be the same {what}", both, "possible", evidence, detail="a person decides", why=why
            )
    return list(said.values())
