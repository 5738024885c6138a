"""Labels of cases and reviews: when two spellings are one, and how much a label says.

"RR 05/22" is "RR 5/22"; "Child Joe" is "Joe"; a letter or number after "Child" or "Baby" is a label that many cases
share, and initials are shared by some.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from graph.text import key

Weight = Literal["reference", "name", "initials", "generic"]

_CHILD = re.compile(r"^(?:the\s+)?(?:child|baby|young person|yp|infant|family|sibling)s?\s+(?=\S)")
_KIND = re.compile(
    r"\b(?:rapid reviews?|(?:local )?child safeguarding practice reviews?|serious case reviews?|learning reviews?|"
    r"l?c?sppr|lcsprs?|lscprs?|cspr|scr|spr|reviews?)\b(?!\s*\d)(?:\s*[:\-])?"
)
_MARKS = re.compile(r"[\"'.,:;()\[\]*]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?:/|[a-z]{1,4}[\s-]?)(\d{2})(?!\d)$")
_INITIALS = re.compile(r"^[a-z]{1,4}(?:\s*(?:&|and)\s*[a-z]{1,4})?$")
_GENERIC = re.compile(r"^(?:[a-z]|\d{1,2}|one|two|three|four|alpha|beta|x+|unknown|case(?: study)?(?: \w)?)$")


@lru_cache(maxsize=50_000)
def label_form(label: str) -> str:
    """One spelling of a label: without "Child", kind of review, marks and leading zeros."""
    text = _MARKS.sub("", key(label))
    stripped = " ".join(_KIND.sub(" ", text).strip(" -").split())
    stripped = _CHILD.sub("", stripped or text)
    stripped = re.sub(r"\s*/\s*", "/", _ZEROS.sub("", stripped))
    return re.sub(r"(?<=[a-z])[\s-]*(?=\d+/\d)", " ", stripped) or text


def weight(label: str) -> Weight:
    """How much a label says: a reference, a name, initials, or a letter that any case may be given."""
    form = label_form(label)
    if _GENERIC.match(form):
        return "generic"
    if any(c.isdigit() for c in form):
        return "reference"
    if _INITIALS.match(form) and _printed_in_capitals(label, form):
        return "initials"
    return "name"


def _printed_in_capitals(label: str, form: str) -> bool:
    return all(part.upper() in label for part in re.findall(r"[a-z]+", form) if part != "and")


def years(label: str) -> set[int]:
    """Years a reference speaks of ("RR 5/22": 2022; "Child A 2019": 2019)."""
    form = label_form(label)
    found = {int(y) for y in _YEAR.findall(form)}
    if not found and (short := _SHORT_YEAR.search(form)) and "/" in form:
        found.add(2000 + int(short.group(1)))
    return found


def initial(label: str) -> str:
    """First letter of a label's own words."""
    form = label_form(label)
    return next((c for c in form if c.isalpha()), "")
