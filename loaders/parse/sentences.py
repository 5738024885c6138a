"""Prose to sentences, and a sentence that lists learning ("A, B and C") to its parts."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import joined

_ABBREVIATION = re.compile(
    r"(?:\b(?i:e\.g|i\.e|etc|cf|vs|approx|no|nos|para|p|pp|mr|mrs|ms|dr|prof|st|inc|dept|al)|(?<![’'])\b[A-Z])$"
)
_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_OPENING = re.compile(
    r"^.{0,100}?\b(?:included?|includes|including"
    r"|(?:was|were|is|are|been) (?:also )?(?:identified|as follows|highlighted|noted|found)"
    r"(?: (?:as|in|around|regarding|in relation to|with regard to|about))?"
    r"|highlighted|related to|concerned|was|were|are|is)\b:?\s+",
    re.I,
)
_SAYS_THAT = re.compile(  # "The review found that A, that B and that C": cut only where another "that" begins
    r"^.{0,80}?\b(?:found|concluded|identified|noted|established|highlighted|learn(?:ed|t)|heard|recognised|agreed|saw"
    r"|showed|revealed|wrote|remarked|observed|commented)(?:,? too,?)?\s+(?=that\b)",
    re.I,
)
_HEADS = r"(?:of|to|the|that|a|an|how|whether|when|where|for|around|in relation to)"
_PARALLEL = (
    r"(?:an? (?:lack|absence) of|of|to|that|how|whether|the (?:need|importance|lack|value|use|impact|role|absence)|for)"
)


def sentences(text: str) -> list[str]:
    """The sentences of a passage in order; together they are the passage, white space joined."""
    return list(_sentences(text))


@lru_cache(maxsize=2048)  # a passage is asked for its sentences by what reads its section, its case and its figures
def _sentences(text: str) -> tuple[str, ...]:
    text = joined(text)
    found, start = [], 0
    for end in _END.finditer(text):
        before = text[start : end.start() + 1].rstrip("\"”’')]")
        if before.endswith(".") and (_ABBREVIATION.search(before[:-1].rpartition(" ")[2]) or before.endswith("..")):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


_COUNTED = re.compile(r"(?:^|(?<=[\s,;:]))\((?:i{1,3}|iv|vi{0,3}|[a-g]|\d)\)\s+")


def counted_in(sentence: str) -> list[str]:
    """What a sentence counts in brackets ("… found that (i) plans were late, (ii) …"); [] where it counts nothing."""
    pieces = _COUNTED.split(sentence)[1:]
    return _clean([re.sub(r"[,;]?\s*(?:\band)?\s*$", "", piece) for piece in pieces]) if len(pieces) > 1 else []


def parts(sentence: str) -> list[str]:
    """The learning points listed in one sentence, each as printed; the whole sentence where it lists none.

    "Learning included the need to listen, of timely visits and of recording" has parts after its opener, split where
    the same small word opens each ("of …, of … and of …"), at semicolons, or at commas between short items.
    """
    if counted := counted_in(sentence):
        return counted
    said = _SAYS_THAT.match(sentence)
    if said:
        rest = sentence[said.end() :].strip().rstrip(".")
        found = _clean(
            re.split(
                r"(?:[,;] (?:and |but )?| and | but )(?=that\b(?! (?:is|was|has|had|will|would)\b))|, yet (?=\w+ \w+ )",
                rest,
            )
        )
        return found if len(found) > 1 else [sentence]
    opening = _OPENING.match(sentence)
    colon = re.match(r"[^:]{3,100}:\s+(?:includ(?:e|es|ed|ing):?\s+)?(?=\S)", sentence)
    if colon and (opening is None or colon.end() < opening.end()):
        opening = colon  # "What we learned: plans were late, ..."
    if not opening:
        return [sentence]
    rest = sentence[opening.end() :].strip().rstrip(".")
    if not rest:
        return [sentence]
    found = _split(rest)
    return found if len(found) > 1 or re.search(r"(?:included?|includes)\b:?\s+$", opening[0], re.I) else [sentence]


def _split(rest: str) -> list[str]:
    if ";" in rest:
        return _clean(re.split(r";\s*(?:and\s+)?", rest))
    heads = re.findall(rf"(?:, (?:and )?| and ){_PARALLEL}\b", rest)
    if heads:
        return _clean(re.split(rf"(?:, (?:and )?|(?<=\w) and )(?={_PARALLEL}\b)", rest))
    pieces = _clean(re.split(r",\s+(?:and\s+)?|\s+and\s+(?=[^,]*$)", rest))
    listed = "," in rest and re.search(r",? and [^,]+$", rest)
    if listed and len(pieces) > 2 and all(2 <= len(piece.split()) <= 9 for piece in pieces):
        return pieces
    return [rest]


def _clean(pieces: list[str]) -> list[str]:
    return [piece.strip(" ,;.") for piece in pieces if piece.strip(" ,;.")]


_OWN = (
    r"(?:we (?:plan|will|are|aim|intend)\b|(?:the|an?|our|their|all|every) (?:[\w’'-]+ ){1,4}?(?:is|are|will|has|have)"
    r" (?:now |also |currently |already )?(?:be |being |been )?[a-z]+(?:ed|ing|en|t)\b)"
)


def clauses(sentence: str) -> list[str]:
    """A sentence cut where a second verb says another state of work ("have built X and are testing Y")."""
    if not re.search(r"\b(?:has|have|had)\b", sentence):
        return [sentence]
    own = re.search(rf", and (?={_OWN})", sentence)  # with a subject of its own
    if own and re.search(r"\b(?:has|have) (?:\w+ ){0,2}\w+", sentence[: own.start()]):
        return [sentence[: own.start()], sentence[own.end() :]]
    cut = re.search(r",? and (?=(?:is|are|will) (?:now |also |currently )?(?:be )?[a-z]+)", sentence)
    if not cut or not re.search(
        r"^(?:is|are|will) (?:now |also |currently )?(?:be |[a-z]+ing\b)", sentence[cut.end() :]
    ):
        return [sentence]
    return [sentence[: cut.start()], sentence[cut.end() :]]


_WILL = re.compile(
    r"^[^:;.]{0,60}\b(?:we|the (?:partnership|board|council)|partners)"
    r" (?:will|plan to|intend to|aim to)(?: now| also)?:\s+",
    re.I,
)


def promised_in(sentence: str) -> list[str]:
    """What a sentence promises, one by one ("Next year we will: audit A; publish B; and test C"); else itself."""
    said = _WILL.match(sentence)
    found = _clean(re.split(r";\s*(?:and )?", sentence[said.end() :].rstrip("."))) if said else []
    return found if len(found) > 1 else [sentence]
