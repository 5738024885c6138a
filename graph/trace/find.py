"""What a user means by a thing: a name first, then the words of a recommendation, action or learning point."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.questions.library import statement
from graph.questions.names import Named, matches, named, spelling, themes
from graph.questions.settled import Reader
from graph.text import words
from graph.trace.gather import Key
from graph.trace.model import CouldMean

_WHOLE_SENTENCE = 5  # words; from here a text is looked for before the themes in it
_ALIKE = 88  # of 100; the same sentence with a word more or less
_SHOWN = 10


@dataclass(frozen=True)
class Found:
    """What was found: named things of one kind, or facts by their words; else what it could mean."""

    kind: str = ""
    title: str = ""
    keys: tuple[str, ...] = ()
    facts: tuple[Key, ...] = ()
    could_mean: tuple[CouldMean, ...] = ()


def find(store: Reader, thing: str) -> Found:
    """The one thing that `thing` names, or all that it could mean."""
    known = named(store)
    wanted = spelling(thing)
    exact = [n for n in known if n.kind != "partnership" and (n.key == thing.strip() or n.called(wanted))]
    if exact:
        return _one_of(exact, wanted)
    sentence = len(words(thing)) >= _WHOLE_SENTENCE
    if sentence and (by_words := _by_words(store, thing)):
        return by_words
    by_theme = themes(thing, known)
    partly = [n for n in matches(thing, known) if n.kind != "partnership"]
    if partly and not by_theme:
        return _one_of(partly, wanted)
    if by_theme:
        first, *others = by_theme
        return Found("theme", first.label, (first.key,), could_mean=tuple(_could(n) for n in (*others, *partly)))
    if not sentence and (by_words := _by_words(store, thing)):
        return by_words
    return Found(could_mean=_near(thing, known))


def _one_of(found: list[Named], wanted: str) -> Found:
    kinds = {n.kind for n in found}
    keys = {n.key for n in found}
    cases = {n.whole for n in found}
    if kinds == {"review"} and (len(keys) == 1 or (len(cases) == 1 and None not in cases)):
        return Found("review", max((n.title(wanted) for n in found), key=len), tuple(sorted(keys)))
    if len(keys) == 1 and len(kinds) == 1:
        return Found(found[0].kind, found[0].label, (found[0].key,))
    return Found(could_mean=tuple(_could(n) for n in found[:_SHOWN]))


def _could(named_: Named) -> CouldMean:
    return CouldMean(named_.kind, named_.describe(), named_.key)


_PLAIN = {"Recommendation": "recommendation", "Action": "action", "Finding": "learning"}


def _by_words(store: Reader, thing: str) -> Found | None:
    wanted = spelling(thing)
    rows = [
        (row["label"], row["id"], row["text"], spelling(row["text"]))
        for row in store.read(statement("trace/texts"), {})
    ]
    hits = [row for row in rows if row[3] == wanted] or [row for row in rows if wanted and wanted in row[3]]
    if not hits:
        alike = process.extract(wanted, [row[3] for row in rows], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_SHOWN)
        hits = [rows[index] for _, _, index in alike]
    if not hits:
        return None
    if len({row[3] for row in hits}) > 1:
        return Found(could_mean=tuple(CouldMean(_PLAIN[label], text, text) for label, _, text, _ in hits[:_SHOWN]))
    order = list(_PLAIN)
    label, _, text, _ = min(hits, key=lambda row: order.index(row[0]))
    return Found(_PLAIN[label], text, facts=tuple((row[0], row[1]) for row in hits))


def _near(thing: str, known: list[Named]) -> tuple[CouldMean, ...]:
    choices = {i: n.label for i, n in enumerate(known) if n.kind != "partnership"}
    near = process.extract(thing, choices, scorer=fuzz.WRatio, score_cutoff=75, limit=3)
    return tuple(_could(known[index]) for _, _, index in near)
