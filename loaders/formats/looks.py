"""What a paragraph is by its looks, where the file does not say: a typed list sign, a short line set apart."""

from __future__ import annotations

import re
from collections import Counter

from graph.text import joined, printed
from loaders.blocks import BlockKind
from loaders.formats.drafts import Draft, Run
from loaders.formats.labels import BULLETS, Label, label
from loaders.formats.text.shapes import heading_shape

_MOST_CHARACTERS, _MOST_WORDS = 120, 16
_LIST = 3  # guessed headings of one look with nothing between them are a list of names
_LARGE = 1.15  # of the text's size
_DEEPEST = 6
_NO_HEADING = re.compile(r"https?:|www\.|@|^[\d\W]+$|^[\d.,]+ ?%|^[\"“(]")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE_ALONE = re.compile(rf"^(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+\d{{4}}$", re.I)


def typed_label(text: str) -> Label | None:
    """A list sign or number that somebody typed at the head of a paragraph."""
    words = joined(text).split()
    found = label(words)
    if found is None or (found.number is None and not found.sure and words[0] not in BULLETS):
        return None
    if found.number is None or found.sure:
        return found
    if found.plain or not (found.signed or words[1][:1].isupper() or words[1][:1] in "\"“‘'"):
        return None
    single = found.number.isalpha() and not words[0].startswith("(") and not words[0].endswith(")")
    return None if single else found


def judge(pieces: list[Draft]) -> None:
    """Decide what the pieces are that the file itself does not say."""
    body = _body(pieces)
    guessed: list[int] = []
    for at, piece in enumerate(pieces):
        auto = piece.label
        typed = None if auto else typed_label(piece.text)
        if typed and piece.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            sign = " ".join(piece.text.split()[: typed.words])
            named = typed.number is not None and typed.number[:1].isalpha()
            row = piece.cell is not None and piece.cell.whole
            if not (named and (row or _heads(piece, body))):  # "Priority 1: Neglect": the number is part of the heading
                piece.number = typed.number
                _cut(piece, sign)
        elif auto:
            piece.number = auto.strip().rstrip(".):").lstrip("(")
        if piece.kind is BlockKind.BULLET and piece.number is not None:
            piece.kind = BlockKind.NUMBERED
        if piece.kind is None and piece.cell is not None:
            piece.kind = BlockKind.CELL
        if piece.kind in (None, BlockKind.NUMBERED) and (auto or typed is None or typed.number) and _heads(piece, body):
            guessed.append(at)
        elif piece.kind is None:
            numbered = BlockKind.NUMBERED if piece.number is not None else BlockKind.PARAGRAPH
            piece.kind = BlockKind.BULLET if typed and typed.number is None else numbered
            piece.level = max(piece.level, 1) if piece.kind is BlockKind.BULLET else piece.level
    if not guessed and not any(piece.kind is BlockKind.HEADING for piece in pieces):
        guessed = [at for at, piece in enumerate(pieces[:-1]) if _shaped(piece)]
    _headings(pieces, _alone(pieces, guessed, body), body)
    for piece in pieces:
        if piece.kind is None:
            piece.kind = BlockKind.NUMBERED if piece.number is not None else BlockKind.PARAGRAPH
        if piece.kind is BlockKind.HEADING and piece.number and piece.label and piece.number[:1].isalpha():
            piece.runs.insert(0, Run(f"{piece.label.strip()} ", piece.bold))
            piece.number = None


def _body(pieces: list[Draft]) -> tuple[float | None, bool]:
    """The size that most text has, and whether most of it is bold."""
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for piece in pieces:
        if piece.kind not in (BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            if piece.size:
                sizes[piece.size] += len(piece.text)
            weights[piece.bold] += len(piece.text)
    return (sizes.most_common(1)[0][0] if sizes else None), weights[True] > weights[False]


def _heads(piece: Draft, body: tuple[float | None, bool]) -> bool:
    """Whether a paragraph looks like a heading: short, no sentence, set apart by weight, size or capitals."""
    if piece.cell is not None:
        return False
    text = printed(piece.text)
    if piece.kind is BlockKind.HEADING:
        return True
    if len(text) > _MOST_CHARACTERS or len(text.split()) > _MOST_WORDS or text.endswith((".", ";", ",", "!")):
        return False
    if not any(c.isalpha() for c in text) or _NO_HEADING.search(text) or _DATE_ALONE.match(text):
        return False
    words = [word for word in text.split() if len(word) > 2 and word.isalpha()]
    shouted = len(words) > 1 and text.upper() == text
    return (piece.bold and not body[1]) or _large(piece, body) or shouted


def _shaped(piece: Draft) -> bool:
    """Whether a paragraph of a file without any looks is a heading by its words alone, as in a text file."""
    return piece.kind is BlockKind.PARAGRAPH and heading_shape(piece.text)


def _large(piece: Draft, body: tuple[float | None, bool]) -> bool:
    return bool(piece.size and body[0] and piece.size >= _LARGE * body[0])


def _alone(pieces: list[Draft], guessed: list[int], body: tuple[float | None, bool]) -> list[int]:
    """Guessed headings without those that are a list: several of one look in a row, with nothing between them."""
    runs: list[list[int]] = []
    for at in guessed:
        near = bool(runs) and runs[-1][-1] == at - 1 and _look(pieces[at]) == _look(pieces[at - 1])
        if not near or _large(pieces[at], body):
            runs.append([])
        runs[-1].append(at)
    return [at for run in runs if len(run) < _LIST for at in run]


def _look(piece: Draft) -> tuple[float, bool]:
    text = piece.text
    return piece.size or 0.0, text.upper() == text


def _headings(pieces: list[Draft], guessed: list[int], body: tuple[float | None, bool]) -> None:
    """Give guessed headings their level: below the last heading of the file's own that is set larger, else by look."""
    looks = sorted({_look(pieces[at]) for at in guessed}, reverse=True)
    chosen, last = set(guessed), None
    for at, piece in enumerate(pieces):
        if piece.kind is BlockKind.HEADING:
            last = piece
        if at not in chosen:
            continue
        piece.kind = BlockKind.HEADING
        rank = looks.index(_look(piece)) + 1
        if last is None:
            piece.level = min(rank, _DEEPEST)
        elif piece.size and last.size and piece.size > last.size:
            piece.level = last.level
        else:
            piece.level = min(last.level + 1, _DEEPEST)


def _cut(piece: Draft, sign: str) -> None:
    """Take a typed sign off the front of the runs."""
    left = len(sign.replace(" ", ""))
    for run in piece.runs:
        at = 0
        while at < len(run.text) and (left or run.text[at].isspace()):
            left -= 0 if run.text[at].isspace() else 1
            at += 1
        run.text = run.text[at:]
        if run.text.strip():
            return
