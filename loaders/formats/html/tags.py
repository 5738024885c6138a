"""What the elements of a web page are: blocks, what holds no text, what a site repeats, what is hidden."""

from __future__ import annotations

import re
from typing import Any

_BLOCK_NAMES = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ul
"""
_DROPPED_NAMES = """
applet audio button canvas datalist embed frameset head input link map math meta meter noscript object progress script
select style template textarea title video
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
DROPPED = frozenset(_DROPPED_NAMES.split())  # they hold no text for a reader
_AROUND = frozenset(["nav", "form"])
_SITE = frozenset(["header", "footer"])
_ROLES = frozenset(["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"])
_TOKENS = ("cookie", "breadcrumb", "skip-link", "skiplink")
_UNSEEN = ("visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text")
_CONTROL = re.compile(  # what a button does to the page
    r"(?:show|hide|open|close|expand|collapse|toggle|view|read|see|load|back|next|previous|menu|search|share|print|accept"
    r"|reject|manage|save|download|copy|skip|sign|log|submit|send|feedback|cookies?|navigation|contents)\b(?!.*:)|\W*$",
    re.I,
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def words(element: Any) -> int:
    """How many words stand in an element, those in scripts left out."""
    return sum(
        len((one.text or "").split()) * (name_of(one) not in DROPPED) + len((one.tail or "").split())
        for one in element.iter()
    ) - len((element.tail or "").split())


def name_of(element: Any) -> str:
    """The name of an element; "" for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def opens_part(element: Any) -> bool:
    """Whether a button opens a part of the page, so that its words are the title of that part ("accordion")."""
    if _CONTROL.match(" ".join("".join(element.itertext()).split())):
        return False
    opens = element.get("aria-expanded") is not None or element.get("aria-controls") is not None
    return name_of(element) == "button" and (opens or in_heading(element))


def in_heading(element: Any) -> bool:
    """Whether an element stands in a heading or in the line that opens a part."""
    return next(element.iterancestors("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"), None) is not None


def is_around(element: Any) -> bool:
    """Whether an element is what a site repeats on its pages: menus, banners, notices about cookies."""
    name = name_of(element)
    if name in _AROUND or (element.get("role") or "").lower() in _ROLES:
        return True
    if name in _SITE and next(element.iterancestors("article", "main", "section"), None) is None:
        return name == "footer" or next(element.iter("h1"), None) is None
    tokens = f"{element.get('id') or ''} {element.get('class') or ''}".lower()
    return name in BLOCKS - {"body", "html"} and any(token in tokens for token in _TOKENS)


def is_hidden(element: Any) -> bool:
    """Whether a page marks an element as not to be seen, or to be heard only."""
    hidden = element.get("hidden")
    tokens = (element.get("class") or "").lower()
    return (
        (hidden is not None and hidden.lower() != "until-found")
        or bool(_HIDING.search(element.get("style") or ""))
        or (element.get("aria-hidden") or "").lower() == "true"
        or any(token in tokens for token in _UNSEEN)
    )
