"""The harms and themes of a case that are told elsewhere than in its findings: in its story, its actions, its views."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.records import Review, ReviewTheme, Stated
from loaders.coding import code, context_themes, harms, named_harms
from loaders.parse.cases.people import of_any_case
from loaders.parse.sentences import sentences

_BARE = 4  # words of a bare topic among the findings ("Criminal exploitation"), which may name a harm
_MEANS = (
    "policy-procedure",
    "training-knowledge",
    "tools-frameworks",
)  # by which something is done, not what it is about
_TELLING = 2  # words of a cue that tells what an action is about
_NO_HARM = ("absent", "good-practice")


def harms_of(review: Review, told: Sequence[Stated], asked: Sequence[str] = ()) -> list[str]:
    """The harms that its name, its story and bare topics among its findings tell of.

    `asked`: what columns of harm or incidents say of it.
    """
    found: dict[str, None] = {}
    bare = [f.text for f in review.findings if len(f.text.split()) <= _BARE and f.polarity not in _NO_HARM]
    own = [" ".join(one for one in sentences(stated.text) if not of_any_case(one)) for stated in told]
    for text in (review.quote, *own, *bare):
        for coding in harms(text):
            found.setdefault(coding.id)
    for text in asked:
        for coding in named_harms(text) if len(text.split()) <= _BARE else ():
            found.setdefault(coding.id)
    return list(found)


def add_themes(review: Review, told: Sequence[Stated]) -> None:
    """Themes of a case besides those of its findings.

    What a chronology tells of the family is context, as the story is. An action or a judgement names means and places
    too ("GP", "backlog"): a cue of one word counts there only where the learning of the case names nothing.
    """
    seen: set[str] = set()
    learnt = any(f.themes for f in review.findings if f.polarity not in _NO_HARM)
    places = [("context", stated.text) for stated in [*told, *review.chronology]]
    places += [("action", action.text) for action in review.actions]
    places += [("panel", judgement.text) for judgement in review.judgements]
    for basis, text in places:
        for coding in context_themes(text) if basis == "context" else code(text):
            if (
                coding.id not in seen
                and coding.polarity != "absent"
                and not (basis != "context" and coding.id in _MEANS)
                and not (basis != "context" and learnt and len(re.findall(r"\w+", coding.cue)) < _TELLING)
            ):
                seen.add(coding.id)
                review.themes.append(ReviewTheme(id=coding.id, cue=coding.cue, basis=basis, sense=coding.sense))
