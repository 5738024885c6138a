"""The one normaliser: what "the same words" means everywhere in the project.

Two passages are equal when their keys are equal. Quotes are kept as printed with white space joined; the key is only
for comparing. Nothing else in the project may lower-case, strip or join text to decide equality.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\ufe0e\ufe0f\ufffe\u200b\u200c\u200d\u2060\ufeff\x00]")
_BULLET = re.compile(r"\s*(?:[•●▪■◼◾◦○–—‣⁃·∙*\-➔➢✓✔◊\uf0b7\uf06e\uf0a7\uf0d8]|o(?=\s))\s+")
_LINE_END_HYPHEN = re.compile(r"(?<=[a-z])-\n\s*(?=[a-z])")
_MARKDOWN = re.compile(
    r"\*\*|__|\[([^\]\n]*)\]\([^)\n]*\)|(?<![\w*])\*(?=[^\s*])([^*\n]{2,}?)(?<=[^\s*])\*(?![\w*])"  # *slanted*
)
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
_WORD = re.compile(r"[a-z0-9][a-z0-9'/%.]*[a-z0-9%]|[a-z0-9]")
_KEPT = 1024  # texts: a passage is compared by everything that reads its document


def joined(text: str) -> str:
    """The text as printed, with white space joined to single spaces and invisible characters gone."""
    found = " ".join(_visible(text).split())
    return text if found == text else found  # the one that is known already: a graph holds very many


def _visible(text: str) -> str:
    """Without invisible characters: of plain text, which is most, only one is looked for."""
    return text if text.isascii() and "\x00" not in text else _INVISIBLE.sub("", text)


@lru_cache(maxsize=_KEPT)
def printed(text: str) -> str:
    """A passage as it may be quoted: joined, without bullet sign, line-end hyphens and mark-up signs."""
    text = _visible(text)
    if "\n" in text:
        text = _LINE_END_HYPHEN.sub("", text)
    if "*" in text or "_" in text or "[" in text:
        text = _MARKDOWN.sub(lambda m: m.group(1) or m.group(2) or "", text)
    sign = _BULLET.match(text)
    return " ".join((text[sign.end() :] if sign else text).split())


@lru_cache(maxsize=_KEPT)
def key(text: str) -> str:
    """What decides equality: `printed`, case folded, with one spelling of quotes, dashes and spaces."""
    text = printed(text)
    if text.isascii():
        return text.lower()
    return joined(swapped(unicodedata.normalize("NFKC", text), _QUOTES).casefold())


def swapped(text: str, letters: Mapping[str, str]) -> str:
    """The text with some letters changed for others: a fifth of the time of `str.translate` where few of them occur."""
    for one, other in letters.items():
        text = text.replace(one, other)
    return text


def same(one: str, other: str) -> bool:
    """Whether two passages are the same words."""
    return key(one) == key(other)


def holds(page: str, quote: str) -> bool:
    """Whether `quote` stands in `page`, white space aside; a quote across a line-end hyphen is found too."""
    return _squeezed(quote) in _squeezed(page)


@lru_cache(maxsize=64)  # a page is asked for every passage on it
def _squeezed(text: str) -> str:
    return re.sub(r"[\s\-]+", "", key(text))


def words(text: str) -> list[str]:
    """Lower-case words of a passage, for similarity only."""
    return _WORD.findall(key(text))


def runs_of(said: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Every so many words in a row: by two or three of them a sentence is known again, wherever it was cut."""
    return [tuple(said[at : at + length]) for at in range(len(said) - length + 1)]


def strings_in(value: object) -> Iterator[str]:
    """Every text in a value as it is dumped: of mappings the values, of lists each item."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings_in(one)


def slug(text: str) -> str:
    """A stable, readable identifier: ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", key(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "x"


def digest(*parts: object, size: int = 12) -> str:
    """A short deterministic hash of the parts, as hex."""
    joined_parts = "\x1f".join("" if p is None else str(p) for p in parts)
    return hashlib.sha256(joined_parts.encode("utf-8")).hexdigest()[:size]
