"""Who "we" is in a reply: the body that its title, its letterhead, its sender's line or its signature names.

The body is stated only where the document names one and no other in these places; whom it is addressed to and copied
to, and the partnership whose review it answers, do not speak in it.
"""

from __future__ import annotations

import re

from graph.records import Response
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.capitals import as_written, in_capitals
from loaders.parse.cues import cue
from loaders.parse.layout.title_page import FRONT

_KIND = (
    r"(?:council|trust|partnership|board|police|constabulary|services?|school|college|academy|federation|association"
    r"|authority|agency|society|foundation|homes|housing|hospitals?|practice|surgery|probation|university|company|ltd"
    r"|limited|group|network|committee)"
)
_WORD = r"(?-i:[A-Z])[\w’'&-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|and|for|the|&|in|with) )*{_WORD})*"
_BODY = re.compile(rf"(?:the )?(?P<name>(?=.*\b{_KIND}\b){_NAME}(?: \([A-Z]{{2,8}}\))?)", re.I)
_REPLY = r"(?:response|reply|answer)s?\b"
_IN_TITLE = re.compile(
    rf"(?:^|[.:–—|-] )(?:the )?(?P<owner>{_NAME})['’]s? (?:[\w-]+ ){{0,2}}?{_REPLY}"
    rf"|{_REPLY} (?:of|by|from|on behalf of) (?:the )?(?P<giver>{_NAME}?)(?= (?:to|on|following|in)\b|[,:.|(–—]|$)",
    re.I,
)
_SENDER = re.compile(r"^(?:from|on behalf of|for and on behalf of)\b:? (?:the )?(?P<from>.+)$", re.I)
_TO = re.compile(r"^(?:to|cc|copy|copied|copies|c\.c|dear)\b", re.I)
_OFFICE = re.compile(r",| (?:for|of|at) (?:the )?(?=[A-Z])")
_ALONE = re.compile(  # "the Trust", "the county council": which one is not said
    rf"(?:(?:the|our|nhs|local|county|borough|city|district|safeguarding|children['’]?s) )*{_KIND}", re.I
)
_LINE, _TITLE = 12, 25  # words of a line of a letterhead or signature, and of one that says what the document is
_END = 8  # blocks at the end in which a text is signed


def speaker(blocks: list[Block], title: str) -> str | None:
    """The one body whose reply a document says that it is; None where it says none, or two."""
    letter = next((i for i, block in enumerate(blocks[: 2 * FRONT]) if block.text.startswith("Dear ")), FRONT // 2)
    titles = [title, *(block.text for block in blocks[:letter] if _is_line(block, _TITLE))]
    titles = [one for one in titles if re.search(rf"\b{_REPLY}", one, re.I)]
    if not titles:
        return None  # a letter that accepts something by the way may be of one who speaks for nobody else
    head = [block.text for block in blocks[:letter] if _is_line(block, _LINE)]
    end = _foot(blocks)
    foot = [block.text for block in blocks[end:] if _is_line(block, _LINE)]
    signed = [block.text for block in blocks[max(end, letter) :] if _is_line(block, _LINE)]  # behind the head
    named = [found["owner"] or found["giver"] for one in titles for found in _IN_TITLE.finditer(one)]
    named += [body for line in [*head, *foot] if not _TO.match(line) for body in _bodies(line)]
    same = {line.casefold() for line in head} & {line.casefold() for line in signed}
    named += [line for line in foot if line.casefold() in same and not cue("passages", "personal-office").search(line)]
    full: dict[str, str] = {}
    for name in named:
        if _ALONE.fullmatch(name) is None or name.casefold() in same:
            full.setdefault(name.casefold(), _written(name))
    return next(iter(full.values())) if len(full) == 1 else None


def say_who(responses: list[Response], body: str | None) -> None:
    """Give replies in the first person, and those of "the Trust", the body whose reply the document is."""
    for reply in responses:
        own = reply.author is None or (_ALONE.fullmatch(reply.author) and body and _within(reply.author, body))
        if own and body:
            reply.author = body


def _written(name: str) -> str:
    """A name in capitals as it would be written in a line; a word without a vowel is an abbreviation ("NHS")."""
    if not in_capitals(name):
        return name
    words = zip(name.split(), as_written(name).split(), strict=True)
    return " ".join(word if re.search("[AEIOUY]", shouted) else shouted for shouted, word in words)


def _within(short: str, name: str) -> bool:
    return set(short.casefold().split()) <= set(name.casefold().split())


def _is_line(block: Block, words: int) -> bool:
    shown = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FURNITURE)
    return shown and len(block.text.split()) <= words and not block.text.endswith((".", "?", "!"))


def _foot(blocks: list[Block]) -> int:
    """Where the signature begins: behind the words that end a letter, else among the last blocks."""
    ends = [i for i, block in enumerate(blocks) if cue("passages", "letter-end").search(block.text)]
    return ends[-1] + 1 if ends else max(len(blocks) - _END, 0)


def _bodies(line: str) -> list[str]:
    """The bodies that a line of a letterhead or signature names: alone, or behind the office that signs."""
    sender = _SENDER.match(line)
    parts = [part.strip() for part in _OFFICE.split(sender["from"] if sender else line)]
    found = [body["name"] for part in parts if (body := _BODY.fullmatch(part))]
    return [name for name in found if not cue("passages", "personal-office").search(name)]
