"""Which kind of review was held of a case, where neither its heading nor its story says: the paper says it elsewhere.

Beside the child's name ("our LCSPR about Robin"), in the count that the paper gives of all that it tells ("one rapid
review and two learning reviews"), or in a heading above ("Learning from our rapid reviews"). Only what is said of one
kind counts; what was not held, is held at all or belongs to somebody else says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.records import Review, ReviewKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.mentions import NUMBERS
from loaders.parse.cases.naming import KINDS, kind_of
from loaders.parse.cues import cue
from loaders.parse.sentences import sentences

_KIND = "|".join(f"(?:{pattern})" for _, pattern in KINDS)
_ONLY = r"(?:local |national |statutory |recent |new |full |formal |published |child |case |of our |of the )*"
_COUNT = re.compile(
    rf"\b(?P<n>{'|'.join(NUMBERS)}|\d{{1,2}}|(?:of )?the) {_ONLY}(?P<kind>{_KIND})(?P<many>s?)\b(?![’'])", re.IGNORECASE
)
_SEVERAL = re.compile(  # "Learning from our rapid reviews", and not one word of a line of links
    rf"(?:^|[:–—-] |\b(?:the|our|these|those|from|of|on|in|by|into|and|published|recent|local|child|two) )"
    rf"(?P<kind>{_KIND})s\b(?![’'])(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)
_OF = (
    r"(?: report)?(?:,? (?:about|into|on|of|for|in respect of|in relation to|regarding|concerning|relating to)"
    r"(?: the (?:deaths?|care|case|li(?:fe|ves)|experiences?) of)?|\s*[:–—-])?"
)
_BEFORE = r"(?:[A-Z][\w-]*(?:,|,? and| &) ){0,4}"  # names of other cases of the same kind
_OPENING = 12  # blocks in which a paper says how many reviews it tells of


def say_kinds(told: Sequence[tuple[Review, Block]], blocks: Sequence[Block], title: str) -> None:
    """Give reviews of which no kind is known the one that the paper says; `told`: each with the block it opens at."""
    open_ones = [(review, block) for review, block in told if review.kind == "other" and review.test is None]
    if not open_ones:
        return
    kinds_beside_names([review for review, _ in open_ones], blocks, title)
    reviews = [review for review, _ in told if review.test is None]
    _left_over(reviews, [title, *_opening(blocks)])
    for review, block in open_ones:
        if review.kind == "other":
            review.kind = _above(block, blocks, title) or "other"


def kinds_beside_names(reviews: Sequence[Review], blocks: Sequence[Block], title: str) -> None:
    """Give reviews of which no kind is known the one that stands beside their names, as in the key of a tracker."""
    open_ones = [review for review in reviews if review.kind == "other" and review.test is None]
    lines = [title, *dict.fromkeys(block.text for block in blocks)] if open_ones else []
    for review in open_ones:
        review.kind = _beside_name(review, lines) or "other"


def _beside_name(review: Review, lines: Sequence[str]) -> ReviewKind | None:
    """The one kind that stands right beside the name of the case, wherever the paper names it."""
    names = {name for name in (review.name, review.ref) if name and name not in "AI"}
    if not names:
        return None
    called = "|".join(
        re.sub(r"(?:\\ and|\\ \\?&)(?=\\ )", "(?: and| &)", re.escape(name))
        for name in sorted(names, key=len, reverse=True)
    )
    beside = re.compile(
        rf"\b(?P<kind>(?i:{_KIND}))s?{_OF} ?[\"“‘'(]?{_BEFORE}"
        rf"(?:(?:Child|Baby|Family|Young Person) )?(?:{called})(?![\w/])"
        rf"|(?<![\w/])(?:{called}) \((?P<behind>(?i:{_KIND}))[,;)]"
    )
    kinds = {
        kind_of(found["kind"] or found["behind"])
        for line in lines
        for found in beside.finditer(line)
        if not unheld(line, found.start())
    } - {None}
    return kinds.pop() if len(kinds) == 1 else None


def _left_over(reviews: Sequence[Review], lines: Sequence[str]) -> None:
    """Where a line counts the reviews of the paper, kind by kind: what is left for those of which no kind is known."""
    unknown = [review for review in reviews if review.kind == "other"]
    for sentence in (sentence for line in lines for sentence in sentences(line)):
        counts: Counter[ReviewKind] = Counter()
        for found in _COUNT.finditer(sentence):
            kind = _kind(found["kind"])
            if kind and not unheld(sentence, found.start()) and not _elsewhere(sentence):
                counts[kind] += _number(found)
        if not unknown or counts.total() != len(reviews) or counts.total() < 2:
            continue
        counts.subtract(review.kind for review in reviews if review.kind != "other")
        left = {kind: number for kind, number in counts.items() if number}
        if len(left) == 1 and len(unknown) in left.values():
            for review in unknown:
                review.kind = next(iter(left))
            return


def _above(block: Block, blocks: Sequence[Block], title: str) -> ReviewKind | None:
    """The kind in the plural that the nearest heading above says, or the title, where it says one and no other."""
    above: list[str] = []
    level = block.level if block.kind is BlockKind.HEADING else 99
    for one in blocks:
        if one is block:
            break
        if one.kind is BlockKind.HEADING:
            above.append(f"{one.level:02}{one.text}")
    for heading in reversed(above):
        if int(heading[:2]) < level:
            level = int(heading[:2])
            if kind := _of_several(heading[2:]):
                return kind
    return _of_several(title)


def _of_several(heading: str) -> ReviewKind | None:
    """The one kind of which a heading speaks in the plural, without a number that is another than all its cases."""
    if _COUNT.search(heading) or _elsewhere(heading):
        return None
    kinds = {_kind(found["kind"]) for found in _SEVERAL.finditer(heading) if not unheld(heading, found.start())}
    return kinds.pop() if len(kinds) == 1 else None


def _kind(words: str) -> ReviewKind | None:
    """The kind that words for a review are; "case review" alone may be any."""
    return None if words.casefold() == "case review" else kind_of(words)


def _opening(blocks: Sequence[Block]) -> list[str]:
    """Headings, and what stands before and at the opening of a paper."""
    running = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    heads = [block.text for block in running if block.kind is BlockKind.HEADING]
    return list(dict.fromkeys([*(block.text for block in running[:_OPENING]), *heads]))


def _number(found: re.Match[str]) -> int:
    """How many reviews a phrase counts; "the learning review" is one, "the learning reviews" are none known."""
    said = found["n"].lower()
    if said.endswith("the"):
        return 0 if found["many"] else 1
    return NUMBERS.get(said) or int(said)


def unheld(text: str, place: int) -> bool:
    """Whether what stands before says that no such review was held, or only when one is."""
    return cue("facts", "unheld-before").search(text[:place]) is not None


def none_held(text: str) -> bool:
    """Whether a line speaks of a kind of review only to say that none was held."""
    found = re.search(rf"\b(?:{_KIND})", text, re.IGNORECASE)
    return found is not None and unheld(text, found.start())


def _elsewhere(text: str) -> bool:
    """Whether a sentence counts the reviews of somebody else, or of more years than the paper tells of."""
    return cue("facts", "held-elsewhere").search(text) is not None
