"""How strong evidence is, by what it says: from only said so to lasting for children.

The heading "Impact" proves nothing. What is planned or promised is grade E0 whatever else it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from graph.text import key

ORDER = ("E5", "E4", "E3", "E2", "E1")


@dataclass(frozen=True)
class Graded:
    """A grade with the words and the rule that gave it."""

    grade: str
    cue: str | None
    rule: str


def grade(text: str, read: str = "E0", cue: str | None = None) -> Graded:
    """The grade of a line of evidence. What its reader already graded, by a cue or above E0, stands."""
    if cue or read != "E0":
        return Graded(read, cue, "as read")
    version, intentions, grades = _patterns()
    folded = key(text)
    for pattern in intentions:
        if match := pattern.search(folded):
            return Graded("E0", match[0], version)
    for name in ORDER:
        for pattern in grades[name]:
            if match := pattern.search(folded):
                return Graded(name, match[0], version)
    return Graded("E0", None, version)


@lru_cache(maxsize=1)
def _patterns() -> tuple[str, list[re.Pattern[str]], dict[str, list[re.Pattern[str]]]]:
    data = yaml.safe_load(resources.files("graph.project").joinpath("grades.yaml").read_text("utf-8"))
    grades = {name: [re.compile(p) for p in data["grades"][name]] for name in ORDER}
    return data["version"], [re.compile(p) for p in data["intention"]], grades
