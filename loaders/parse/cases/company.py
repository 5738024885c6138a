"""Which names of a paper are those of children it tells of, by the company they keep: the words beside each mention.

Headings and turns of speech name most children ("LCSPR Birch concerned a girl of two"); people find others without end
("the name Robin is not his own", "Robin, a Primary 5 pupil, was …"). A small linear model is asked of names that none
of them gives: the words before and after each mention of a name, and the pronouns and ages behind it, each have a
weight, learnt from the labelled documents by `python -m tests.eval.learn_names` and kept as a table that can be read
(`company.tsv`). Names of practitioners, places and months keep other company. How well it does on documents it did not
learn from is in docs/measured.md.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp, sqrt

from loaders.blocks import Block, BlockKind
from loaders.coding.wording import is_word
from loaders.parse.cases.naming import is_common
from loaders.parse.sentences import sentences

_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?!\w)")
_TOKEN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+|[^\w\s]")
_BEFORE, _AFTER = 4, 5  # words on either side
_BESIDE = 2  # of these, how many are told apart by their place
_NEAR = 90  # characters in which they stand
_BEHIND = 2  # sentences in which what is said of a name is looked for
_SAID = re.compile(
    r"\b(?:he|she|his|her|him|they|died|baby|boy|girl|mother|child|years|months|old|born|school|review|aged|son|daughter)\b"
)
_FEW = 3  # mentions, by which names differ most
_MENTIONS = 40  # of one name, from the first on
_NO_MARK = ""  # the row of how likely a name is before its company is read
_STRESS = 3.0  # what all marks of a name together count
Weights = Mapping[str, float]


def names_in(blocks: Iterable[Block]) -> dict[str, dict[str, float]]:
    """Every word of a paper that may be a name, each with the marks of its company and in what share of its mentions.

    Words that the labelled documents use in lower case, and those that the paper itself does, are told by a mark.
    """
    told = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    small = {word for block in told for word in re.findall(r"\b[a-z]{2,}\b", block.text)}
    mentions = defaultdict[str, list[tuple[Block, re.Match[str]]]](list)
    for block in told:
        for found in _NAME.finditer(block.text):
            mentions[found[0]].append((block, found))
    return {name: _company(name, at, name.lower() in small) for name, at in mentions.items() if not is_common(name)}


def likely_names(blocks: Iterable[Block]) -> dict[str, float]:
    """How likely each name of a paper is that of a child it tells of (0 to 1), in the order they are first printed."""
    return {name: judged(company, _table()) for name, company in names_in(blocks).items()}


def judged(company: Mapping[str, float], weights: Weights) -> float:
    """How likely a name is that of a child (0 to 1), by the weights of its marks."""
    shares = _STRESS / sqrt(len(company))
    return 1 / (1 + exp(-weights[_NO_MARK] - sum(shares * v * weights.get(m, 0.0) for m, v in company.items())))


def _company(name: str, mentions: list[tuple[Block, re.Match[str]]], small: bool) -> dict[str, float]:
    often = Counter[str](
        mark for block, found in mentions[:_MENTIONS] for mark in {*_marks(block, found.start(), found.end())}
    )
    shares = {mark: number / len(mentions[:_MENTIONS]) for mark, number in often.items()}
    number = len(mentions)
    shares[f"times {number if number < _FEW else 'more'}"] = 1.0
    if small:
        shares["small here"] = 1.0
    if is_word(name.lower()):
        shares["small"] = 1.0
    return shares


def _marks(block: Block, start: int, end: int) -> Iterator[str]:
    """What stands beside one mention: "-1" and "-2" before it, "+1" and "+2" behind it, "-" and "+" farther off."""
    text = block.text
    before = [_word(word) for word in _TOKEN.findall(text[max(0, start - _NEAR) : start])[-_BEFORE:]][::-1]
    after = [_word(word) for word in _TOKEN.findall(text[end : end + _NEAR])[:_AFTER]]
    for sign, words in (("-", before), ("+", after)):
        for place, word in enumerate(words or ["|"], 1):
            yield f"{sign}{place if place <= _BESIDE else ''} {word}"
        if len(words) > 1:
            yield f"{sign} {' '.join(words[:2])}"
    if before and after:
        yield f"-+ {before[0]} {after[0]}"
    yield f"in {block.kind.value}"
    for said in {*_SAID.findall(" ".join(sentences(text[end:])[:_BEHIND]).lower())}:
        yield f"then {said}"


def _word(token: str) -> str:
    if token.isdigit():
        return "0"
    plain = token.lower().replace("’", "'")
    return plain if len(token) == 1 or token.islower() or is_word(plain) else "Name"


@lru_cache(maxsize=1)
def _table() -> Weights:
    lines = files("loaders.parse.cases").joinpath("company.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {mark: float(weight) for mark, weight in (line.split("\t") for line in lines)}
