"""The text of a block from its lines: words split at line ends put together again."""

from __future__ import annotations

import re
from collections import Counter

from graph.text import printed
from loaders.formats.pdf.lines import Line, spaced, visible
from loaders.formats.pdf.words import HYPHEN, Word

_HEAD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SPELLED = (
    "al als ally ance ances ary ated ation ations ed ence ences ency er ers ery es ful ge ges ial ible ic ices "
    "ies ing ings ions ise ised ism ist ists ities ity ive ives ize ized le ment ments ness nce ous ses sion "
    "sions ted tial ting tion tions ture tures ty ual ure ures"
)
_ENDINGS = frozenset(_SPELLED.split())
_VOWEL = re.compile("[aeiouy]")
_ENDING = re.compile(r"[^\W\d_]+['’]?$")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010]$")
# first parts that seldom stand alone and keep their hyphen: "multi-agency", "self-harm", "non-mobile"
_OPEN = frozenset(
    ["anti", "co", "cross", "ex", "inter", "multi", "non", "post", "pre", "pro", "re", "self", "semi", "well"]
)


def text(lines: list[Line], words: Counter[str], skip: int) -> str:
    """The lines as one passage without the first `skip` words (its label); `words` are those of the document."""
    result = ""
    for at, line in enumerate(lines):
        piece = spaced(line.words[skip:]) if skip and at == 0 else line.text
        if at and _cut(lines[at - 1], line, words):
            result += piece
        else:
            result = _joined(result, piece, words) if result else piece
    return printed(visible(result))


def _cut(line: Line, following: Line, words: Counter[str]) -> bool:
    """Whether the line's only word goes on below without a hyphen: it was too long for its table cell.

    The line is full to the last letter; and the whole word stands elsewhere in the document (or what follows is the end
    of a word and no word: "rewritte|n", "appoint|ment").
    """
    if not line.cell or line.edge is None or len(line.words) != 1 or not following.text[:1].islower():
        return False
    start, head = line.words[0], _HEAD.match(following.text)
    tail = _ENDING.search(start.text)
    if not tail or not head or line.edge - line.right > 1.4 * (start.right - start.left) / len(start.text):
        return False
    one, two = tail[0].lower(), head[0].lower()
    whole = one + two
    known = words[whole] or words[whole + "s"] or words[whole.removesuffix("s")]
    return bool(known) or two in _ENDINGS or (two != "a" and (len(two) == 1 or not _VOWEL.search(two)))


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
