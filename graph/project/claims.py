"""Which action of a document a claim is of: one thing claimed under several priorities or reviews is one action.

Two claims are one where they stand in the same words with the same status, date and recommendation; also where one only
adds what for ("Recruited an officer" and "Recruited an officer to add capacity").
"""

from __future__ import annotations

import re

from graph import model

Claim = tuple[str, ...]  # the words in one spelling, then what must agree
_LEAST = 4  # words that a claim must have before its purpose
_PURPOSE = re.compile(r"^,? ?(?:in order to|to|so that|so as to|with a view to) ")
_QUOTES = re.compile(r"['\"]")


class Claims:
    """The actions of one document by their claims; looked up by the words they begin with."""

    def __init__(self) -> None:
        self._same: dict[Claim, model.Action] = {}
        self._begin: dict[Claim, list[tuple[str, model.Action]]] = {}

    def find(self, claim: Claim) -> model.Action | None:
        """The action already told by this claim, or by a shorter or longer one that differs in its purpose only."""
        if claim in self._same:
            return self._same[claim]
        told = _plain(claim[0])
        for other, action in self._begin.get(_beginning(claim), ()):
            short, long = sorted((told, other), key=len)
            if long.startswith(short) and (long == short or _PURPOSE.match(long[len(short) :])):
                return action
        return None

    def add(self, claim: Claim, action: model.Action) -> None:
        """Remember what an action claims."""
        self._same[claim] = action
        if len(claim[0].split()) >= _LEAST:
            self._begin.setdefault(_beginning(claim), []).append((_plain(claim[0]), action))


def _plain(words: str) -> str:
    return _QUOTES.sub("", words).rstrip(".")


def _beginning(claim: Claim) -> Claim:
    return (" ".join(_plain(claim[0]).split()[:_LEAST]), *claim[1:])
