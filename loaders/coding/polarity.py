"""Whether a passage tells a shortfall, good practice, an obstacle, an absence, or only names a topic.

The words of the passage come first, the meaning of its heading second. A bare topic stays "not-stated": from "Visiting"
nobody can know whether the visits were good or missing. Running prose with praise and blame side by side: prose.py.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import yaml

from graph.records import Polarity
from loaders.coding.phrases import Match, Phrases, compiled, plain
from loaders.coding.prose import prose_polarity
from loaders.coding.themes import code

_BY_HEADING: dict[str, Polarity] = {"good-practice": "good-practice", "needs-improvement": "shortfall"}
# the lists of polarity.yaml in the order in which they are asked, and what each says of a passage
_SIGNS: dict[str, Polarity] = {
    "barrier": "barrier",
    "shortfall": "shortfall",
    "wish": "shortfall",
    "good-practice": "good-practice",
}
# sections written in whole sentences that praise and blame side by side
_PROSE = ("inspection-judgement", "panel-feedback", "scrutiny", "judged-in-prose")
_NOTHING_WRONG = re.compile(
    r"^\W*(?:there (?:is|was|were) )?no (?:\w+ )?(?:evidence|indications?|signs?|suggestion|concerns?|history) "
    r"(?:of|that|about|to suggest)\b",
    re.IGNORECASE,
)


def polarity_of(text: str, meaning: str | None) -> Polarity:
    """The polarity of a passage. `meaning` is its section's id (learning, needs-improvement, good-practice …)."""
    even = plain(text)
    told = prose_polarity(even) if meaning in _PROSE else None
    if _absent(even) and (told != "shortfall" or _NOTHING_WRONG.match(even)):
        return "absent"  # a missing oversight of problems is no missing problem
    if told is not None or meaning in _BY_HEADING:
        return told or _BY_HEADING[str(meaning)]
    cancelled = [(match.start, match.end) for match in _phrases("not").matches(even)]
    praised = [(match.start, match.end) for match in _phrases("good-practice").matches(even)]
    for name in _SIGNS:
        denied = cancelled if _SIGNS[name] == "good-practice" else [*cancelled, *praised]  # "did not give up" is praise
        if any(not _within(match, cancelled) and not _part_of(match, denied) for match in _phrases(name).matches(even)):
            return _SIGNS[name]
    return "not-stated"


def judged_by(meaning: str | None) -> Literal["heading", "words", "prose"]:
    """What `polarity_of` goes by in a section of this meaning."""
    if meaning in _PROSE:
        return "prose"
    return "heading" if meaning in _BY_HEADING else "words"


def _absent(text: str) -> bool:
    """Whether the passage as a whole says that a problem was not there."""
    codings = code(text)
    if codings:
        return all(coding.polarity == "absent" for coding in codings)
    return bool(_NOTHING_WRONG.match(text) and _phrases("harmful").first(text))


def _within(match: Match, spans: list[tuple[int, int]]) -> bool:
    return any(match.start < end and start < match.end for start, end in spans)


def _part_of(match: Match, spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start and match.end <= end for start, end in spans)


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, str]]:
    source = files("loaders.coding").joinpath("polarity.yaml").read_text(encoding="utf-8")
    lists: dict[str, dict[str, str]] = yaml.safe_load(source)
    return lists


@lru_cache(maxsize=8)
def _phrases(name: str) -> Phrases:
    return Phrases(compiled(f"polarity/{name}/{rule}", phrase) for rule, phrase in _lists()[name].items())
