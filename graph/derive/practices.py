"""Named practices: what two statements must not differ in, where both say which practice they are about.

One theme holds many practices (police not at a strategy meeting, its minutes not kept), and words of the field make
them look alike. `practices.yaml` names those that learning keeps coming back to, by the words of one sentence. Where
both statements name practices and none is shared, they are not the same; where a narrow one or two of any width are
shared, less need be alike; what names none is left to its words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import yaml

from graph.derive.likeness import about

_KEPT = 30_000  # texts of one large partnership


@lru_cache(maxsize=_KEPT)
def named(text: str, cue: str = "") -> frozenset[str]:
    """The practices that a statement is about, by their names in `practices.yaml`; only of the sentences with a cue."""
    patterns = _patterns().items()
    return frozenset(
        name for said in about(text, cue) for name, lists in patterns if all(p.search(said) for p in lists)
    )


def agree(one: str, other: str, cues: tuple[str, str] = ("", "")) -> bool:
    """Whether two statements share a narrow practice, or two of any width, in the sentences that hold the cues."""
    shared = named(one, cues[0]) & named(other, cues[1])
    return len(shared) > 1 or bool(shared & _read()["narrow"].keys())


def differ(one: str, other: str) -> bool:
    """Whether two statements each name a practice and share none."""
    return bool(named(one) and named(other) and not named(one) & named(other))


@lru_cache(maxsize=1)
def _read() -> dict[str, dict[str, list[str]]]:
    found = yaml.safe_load(resources.files("graph.derive").joinpath("practices.yaml").read_text("utf-8"))
    return {"narrow": found["narrow"], "wide": found["wide"]}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    both = _read()["narrow"] | _read()["wide"]
    return {name: tuple(_pattern(words) for words in lists) for name, lists in both.items()}


def _pattern(words: str) -> re.Pattern[str]:
    """Words parted by | as one pattern: whole words, * for any ending, either apostrophe."""
    spelled = [re.escape(" ".join(word.split()).replace("’", "'")) for word in words.split("|")]
    loose = (w.replace("'", "['’]").replace(r"\ ", r"\s+").replace(r"\*", r"[\w'’-]*") for w in spelled)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(loose)})(?![\w-])", re.IGNORECASE)
