"""What the pictures and charts of a PDF were is said in notes, since they are not read: each once, with its caption.

What repeats on other pages is furniture and is not noted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from loaders.formats.pdf.page import Layout
from loaders.formats.pdf.pictures import Picture

_CAPTION = re.compile(
    r"(?:figure|fig\.?|chart|graph|diagram|picture|image|map|infographic)\s*(?:\d|[A-Z]?[:.–-])", re.I
)
_BESIDE = 60.0  # points between a picture and its caption


def kept(pages: Iterable[Layout]) -> Iterator[tuple[int, Picture]]:
    """What is worth a note, with its page: each picture once, furniture left out."""
    every = list(pages)
    times = Counter(sign for page in every for sign in {one.sign for one in page.pictures})
    often, said = max(2.0, len(every) / 2), set[Hashable]()
    for page in every:
        for one in page.pictures:
            if times[one.sign] < often and one.sign not in said:
                said.add(one.sign)
                yield page.number, one


def notes(pages: list[Layout]) -> list[tuple[str, str]]:
    """A note for each, (where, message), with the caption that stands at it."""
    lines = {page.number: page for page in pages}
    found: list[tuple[str, str]] = []
    for number, one in kept(pages):
        what = "a chart or drawing is not read, only the words in it" if one.drawn else "a picture is not read"
        caption = _caption(lines[number], one)
        found.append((f"page {number}", f"{what}; beside it stands “{caption}”" if caption else what))
    return found


def _caption(page: Layout, one: Picture) -> str:
    """The line above or under a picture that names a figure; "" where there is none."""
    near: list[tuple[float, str]] = []
    for line in page.lines:
        if line.right > one.left and line.left < one.right and _CAPTION.match(line.text):
            far = min(abs(line.base - one.top), abs(line.top - one.bottom))
            if far <= _BESIDE:
                near.append((far, line.text))
    return min(near)[1][:120] if near else ""
