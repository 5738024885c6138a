"""The text of a block from its lines: words split at line ends put together again."""

from __future__ import annotations

import re
from collections import Counter

from graph.text import printed
from loaders.formats.pdf_lines import Line, spaced, visible
from loaders.formats.pdf_words import HYPHEN, Word

_HEAD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010]$")
# first parts that seldom stand alone and keep their hyphen: "multi-agency", "self-harm", "non-mobile"
_OPEN = frozenset(
    ["anti", "co", "cross", "ex", "inter", "multi", "non", "post", "pre", "pro", "re", "self", "semi", "well"]
)


def text(lines: list[Line], words: Counter[str], skip: int) -> str:
    """The lines as one passage without the first `skip` words (its label); `words` are those of the document."""
    result = ""
    for at, line in enumerate(lines):
        piece = spaced(line.words[skip:] if at == 0 else line.words)
        result = _joined(result, piece, words) if result else piece
    return printed(visible(result))


def _joined(text: str, piece: str, words: Counter[str]) -> str:
    if not text.endswith((HYPHEN, "-")):
        return f"{text} {piece}"
    tail, head = _TAIL.search(text), _HEAD.match(piece)
    if not tail or not head:
        return f"{text} {piece}" if text.endswith((" -", " " + HYPHEN)) or text in "-" + HYPHEN else text + piece
    if not piece[0].islower():
        return text[:-1] + "-" + piece
    return text[:-1] + ("-" if _keeps(tail[1].lower(), head[0].lower(), words) else "") + piece


def _keeps(tail: str, head: str, words: Counter[str]) -> bool:
    """Whether the hyphen at a line end belongs to the word: the document's other spellings decide, then its parts."""
    with_hyphen, without = words[f"{tail}-{head}"], words[tail + head]
    if with_hyphen or without:
        return with_hyphen >= without
    last = tail.rsplit("-", 1)[-1]
    if last in _OPEN or "-" in tail:
        return True
    return bool(words[head]) and words[last] > 0 and len(last) > 2


def bold_runs(lines: list[Line], words: Counter[str], skip: int) -> tuple[str, ...]:
    """Runs of words printed bold, without the label."""
    every = [(word, at) for at, line in enumerate(lines) for word in line.words][skip:]
    runs: list[list[list[Word]]] = []
    before = -1
    for place, (word, at) in enumerate(every):
        if not word.bold:
            continue
        if before != place - 1 or not runs:
            runs.append([])
        if before != place - 1 or every[before][1] != at or not runs[-1]:
            runs[-1].append([])
        runs[-1][-1].append(word)
        before = place
    result = []
    for run in runs:
        passage = ""
        for part in run:
            passage = _joined(passage, spaced(part), words) if passage else spaced(part)
        passage = printed(visible(passage))
        if any(c.isalnum() for c in passage):
            result.append(passage)
    return tuple(result)
