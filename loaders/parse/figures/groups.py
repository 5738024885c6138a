"""Which set a printed number is about: the area or partnership named in the heading above, or in the line itself."""

from __future__ import annotations

import re
from collections import Counter

from loaders.blocks import Block
from loaders.parse.figures.numbers import pattern

_PARTNERSHIP = re.compile(r"\b[A-Z]{1,8}S?(?:SCP|SCB|LSCP|LSCB)\b")
_PLACE = re.compile(
    r"\b(?:across|within|in)\s+(?:the\s+)?"
    r"(?P<place>[A-Z][a-z]+(?:(?:[ -](?:on|upon|and|of|in|under))?[ -][A-Z][a-z]+)*)"
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Under|Over|Need|Care|Early|Child|"
    r"Children|Safeguarding|Social|Year|Quarter|Ofsted)\b"
)
_NATIONAL_BEFORE = re.compile(r"\b(?:national(?:ly)?|England)\b[^.;,()%]{0,30}$", re.I)
_NATIONAL_AFTER = re.compile(r"^[^.;,%]{0,40}?\b(?:nationally|in the country as a whole)\b", re.I)


class Groups:
    """Follows the headings of a document and tells the group that holds.

    A group ends with the next group, or with the first section under another heading that has no figure.
    """

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._group: str | None = None
        self._figures = True

    def heading(self, text: str) -> None:
        """A heading stands here."""
        named = self._named(text)
        if named:
            self._group = named
        elif not self._figures:
            self._group = None
        self._figures = bool(named)

    def figure(self) -> None:
        """A figure stands here."""
        self._figures = True

    def of(self, sentence: str, start: int, end: int, following: int, local: bool) -> str | None:
        """The group of the figure at `start` to `end`; `following` is where the next one begins.

        `local` figures (population, activity) may name another place in their own clause.
        """
        if local:
            if _NATIONAL_BEFORE.search(sentence[:start]) or _NATIONAL_AFTER.match(sentence[end:following]):
                return "national"
            for match in _PLACE.finditer(sentence, end, following):
                if not _NO_PLACE.match(match["place"]):
                    return match["place"]
        return self._group if self._figures else None

    def _named(self, heading: str) -> str | None:
        partnership = _PARTNERSHIP.search(heading)
        if partnership:
            return partnership.group()
        cues = pattern("group_headings", "cues").pattern
        ends = f"(?:{cues}|{pattern('group_headings', 'fillers').pattern}|[\\s:–.&-])+"
        rest = re.sub(rf"^{ends}|{ends}$", "", heading, flags=re.I)
        words = rest.split()
        if not re.search(cues, heading, re.I) or not words or len(words) > 4 or re.search(r"[,.:?!()]|\d", rest):
            return None
        other = any(pattern("sources", source).search(rest) for source in ("activity", "survey"))
        if other or not all(w[0].isupper() for w in words):
            return None
        spelt = self._as_spelt(rest)
        return spelt if self._is_name(spelt) else None

    def _as_spelt(self, name: str) -> str:
        """A name in capitals as the running text spells it."""
        if not name.isupper():
            return name
        spellings = Counter(
            m for b in self._blocks for m in re.findall(re.escape(name), b.text, re.I) if not m.isupper()
        )
        return max(spellings, key=lambda s: (spellings[s], s)) if spellings else name

    def _is_name(self, name: str) -> bool:
        """Whether it is a name: the document never writes it in small letters."""
        small = re.compile(rf"(?<![\w@./]){re.escape(name.lower())}(?![\w@./])")
        return not any(small.search(b.text) for b in self._blocks)
