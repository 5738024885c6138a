"""The bar: when two statements are about the same practice, and not only about one theme.

A theme brings statements together; the words decide, and where both name a practice (`practices.py`) it must be one.
What must be alike is the sentence by which each is about the theme, in words beyond the theme's own name ("information
sharing" said twice is not yet one practice). A bare topic of a list can only name a specific theme, and must itself be
mostly that. What is told jointly for several partnerships is of no case, so more of it must be alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from graph import model
from graph.derive.likeness import Likeness, common, likeness, stem
from graph.derive.practices import agree, differ
from graph.derive.statements import Statement
from graph.text import words

if TYPE_CHECKING:
    from graph.codebook import Codebook

NOT_PRACTICE = ("harm", "family")  # branches of the codebook that say what happened, not what anybody did
WHO = "child"  # the branch that says who the child is: about the same children is not yet about the same practice
ALIKE = 0.4  # two fifths of the shorter sentence
ALIKE_SAID = 0.25  # with a specific theme
ALIKE_ASKED = 0.12  # with a specific theme, from a recommendation, which says itself what it is about
ALIKE_NAMED = 0.25  # where both name one practice, whatever the theme
MOSTLY = 0.6  # of a topic's own words

Found = tuple[str, Likeness]


def same_practice(
    source: Statement, target: Statement, themes: Iterable[str], codebook: Codebook, *, joint: bool
) -> list[Found]:
    """The themes on which two statements are about the same practice, each with the likeness it rests on.

    Where a specific theme is shared, broader ones add nothing; of several broad ones the most alike is given.
    """
    found = [
        (theme, alike)
        for theme in themes
        if (alike := alike_about(theme, source, target)).value
        and _above(theme, source, target, alike, codebook, joint=joint)
    ]
    specific = [(t, a) for t, a in found if codebook.concepts[t].specific]
    return specific or sorted(found, key=lambda pair: (-pair[1].value, pair[0]))[:1]


def alike_about(theme: str, source: Statement, target: Statement) -> Likeness:
    """The likeness of the sentences by which both are about a theme."""
    return likeness(source.text, target.text, _cues(theme, source, target))


def _cues(theme: str, source: Statement, target: Statement) -> tuple[str, str]:
    """The words by which both are about a theme."""
    return source.cues.get(theme, ""), target.cues.get(theme, "")


def beyond(theme: str, alike: Likeness, codebook: Codebook) -> set[str]:
    """Shared words that say something beyond the name of the theme."""
    named = named_by(theme, codebook)
    return {w for w in alike.shared if stem(w) not in named and not common(w)}


def of_practice(theme: str, codebook: Codebook) -> bool:
    """Whether statements about a theme can be about one practice: none where it only says what happened."""
    return codebook.concepts[theme].specific or not {theme, *codebook.ancestors(theme)} & set(NOT_PRACTICE)


def named_by(theme: str, codebook: Codebook) -> frozenset[str]:
    """The stems that name a theme."""
    concept = codebook.concepts[theme]
    return _stems_of((concept.label, *concept.altLabels))


@lru_cache(maxsize=1_000)
def _stems_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(w) for name in names for w in words(name))


def _above(
    theme: str, source: Statement, target: Statement, alike: Likeness, codebook: Codebook, *, joint: bool
) -> bool:
    specific, more = codebook.concepts[theme].specific, beyond(theme, alike, codebook)
    if source.topic or target.topic:
        return specific and alike.telling >= 1 and alike.covers >= MOSTLY
    if not of_practice(theme, codebook):
        return False
    if differ(source.text, target.text):
        return False
    asked = isinstance(source.node, model.Recommendation)
    if alike.value >= ALIKE_NAMED and agree(source.text, target.text, _cues(theme, source, target)):
        return True
    if source.bare or target.bare or not specific:
        # two words more are not yet one practice: 7 of 8 such were not
        least = 1 if asked and WHO not in {theme, *codebook.ancestors(theme)} else 3
        return alike.value >= ALIKE and alike.telling >= 2 and len(more) >= least
    if joint:
        return alike.value >= ALIKE and bool(more)
    if asked:
        return alike.value >= ALIKE_ASKED and alike.telling >= 1
    return alike.value >= ALIKE or (alike.value >= ALIKE_SAID and bool(more))
