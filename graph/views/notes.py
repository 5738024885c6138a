"""What must be said beside any answer that is sent: question, parameters, what counts are out of, coverage, caveats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.marks import MARK, meaning
from graph.sharing import INTERNAL
from graph.views.cells import how_many

if TYPE_CHECKING:
    from graph.questions.run import Answer

SAFE = (
    "Made to be sent: names of officials are left out, counts of children under 3 are “c” and so are others that would "
    "give them away, links between cases that may be of one child are left out, and words that are not to be quoted "
    "are references. Counts of reviews, documents and learning points are of published texts and stay."
)
NOT_SAFE = f"{INTERNAL}: this holds names of officials, every quotation and small counts of children."
SUGGESTED = "Theme links are suggested by rules until a person confirms them; a suggestion is nobody's decision."
_WORDS = {"findings": "learning points", "tests": "tests of practice"}


@dataclass(frozen=True)
class Note:
    """One thing to know: about which answer (or all of them), what, and the words."""

    about: str
    what: str
    says: str


def notes_of(answers: Sequence[Answer], made_on: date, internal: bool) -> list[Note]:
    """Everything to know about these answers, first what holds for all."""
    cover = answers[0].coverage
    whole = [
        Note("everything", "sharing", NOT_SAFE if internal else SAFE),
        Note("everything", "made on", made_on.isoformat()),
        Note("everything", "codebook version", str(cover.get("codebook") or "not stated")),
        Note("everything", "load", str(cover.get("load") or "not stated")),
        Note("everything", "loaded", f"{cover.get('documents')} documents, {cover.get('reviews')} reviews"),
        Note("everything", "theme links", f"{themes_links(cover)}. {SUGGESTED}"),
    ]
    whole += [Note("everything", MARK, said)] if (said := taken_by_wording(cover)) else []
    return whole + [note for answer in answers for note in _of(answer)]


def themes_links(cover: Mapping[str, Any]) -> str:
    """How many theme links are suggested and how many confirmed."""
    return f"{cover.get('suggested')} suggested, {cover.get('confirmed')} confirmed"


def taken_by_wording(cover: Mapping[str, Any]) -> str:
    """How many passages of all that is loaded were taken by their words alone; empty where none was."""
    many = int(cover.get("by_wording") or 0)
    return f"{how_many(many, 'passage')} loaded {meaning(many)}" if many else ""


def out_of(answer: Answer) -> str:
    """What the counts of an answer are out of: "5 reviews, 20 actions"."""
    return ", ".join(f"{n} {_WORDS.get(name, name.replace('_', ' '))}" for name, n in answer.denominator.items())


def asked_with(answer: Answer) -> str:
    """The parameters that were given, in words."""
    given = {k: v for k, v in answer.params.items() if v not in (None, "", [])}
    return ", ".join(f"{name.replace('_', ' ')} = {value}" for name, value in given.items()) or "none"


def _of(answer: Answer) -> list[Note]:
    told = [
        Note(answer.id, "question", answer.question),
        Note(answer.id, "parameters", asked_with(answer)),
        Note(answer.id, "out of", out_of(answer) or "see the columns"),
        Note(answer.id, "rows", str(len(answer.rows))),
        Note(answer.id, "how to read it", answer.read_as),
    ]
    told += [Note(answer.id, "caveat", text) for text in [*answer.caveats, *answer.notes]]
    told += [Note(answer.id, MARK, answer.marked)] if answer.marked else []
    return told + ([Note(answer.id, "no rows", answer.empty)] if answer.empty else [])
