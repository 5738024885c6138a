"""A review of several children by theme, among the entries of a catalogue ("2031 – Thematic review of three babies").

It names no child, so nothing but its place, a heading beside those of other reviews, says that it is one of them.
Left out, its learning would stand with the case above it.
"""

from __future__ import annotations

import re

from loaders.parse.cases.naming import CaseLabel, kind_of

_ENTRY = re.compile(
    r"^(?:\[?(?:19|20)\d\d\]?(?:[-/]\d\d)?\s*[–—:.-]\s*)?"
    r"(?P<name>(?:(?:joint|national|local|regional|multi-agency|independent) )*"
    r"(?P<kind>themed|thematic|learning)(?: practice| learning| case)? review(?:s)?\b"
    r"\s*(?:(?:of|into|on|about)\s+|[–—:-]\s*)(?P<theme>\S.{3,100}?))\s*$",
    re.IGNORECASE,
)


def thematic_label(text: str) -> CaseLabel | None:
    """The review that a heading beside those of other reviews names by its theme."""
    found = _ENTRY.match(text)
    if found is None:
        return None
    kind = "thematic-review" if found["kind"].lower().startswith("them") else kind_of(text) or "learning-review"
    return CaseLabel(text, kind, None, found["name"].strip(" ."))
