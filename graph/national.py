"""Which bodies are national: what they ask is asked everywhere, and is no one partnership's own work."""

from __future__ import annotations

import re
from functools import cache

from graph.text import key
from graph.yaml_data import data_of


def national_body(name: str | None) -> str | None:
    """The kind of national body that a name is of: panel, inspectorate, department or commissioner; None for others.

    The whole name has to be one, so that "Ofsted inspection of Wexmoor" is none; "The" before it does not matter.
    """
    plain = key(name or "").removeprefix("the ")
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(plain)), None)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = data_of("graph.data", "national.yaml")
    return tuple((kind, re.compile("|".join(f"(?:{row})" for row in rows))) for kind, rows in listed.items())
