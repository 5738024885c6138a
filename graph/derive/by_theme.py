"""Statements by theme, so that only those about one thing are ever compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.derive.statements import Scopes, Statement

if TYPE_CHECKING:
    from graph.codebook import Codebook


def narrower_of(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Every theme with all its narrower ones, worked out once."""
    return {id_: frozenset(codebook.descendants(id_)) for id_ in codebook.concepts}


class ByTheme:
    """Statements by area and theme, so that only those of one area about one thing are ever compared."""

    def __init__(self, told: Iterable[Statement], narrower: Mapping[str, frozenset[str]], scopes: Scopes) -> None:
        self._told = list(told)
        self._narrower, self._scopes = narrower, scopes
        self._about: dict[tuple[str, str], list[int]] = {}
        for number, statement in enumerate(self._told):
            for area in scopes.areas(statement.owners):
                for theme in statement.themes:
                    self._about.setdefault((area, theme), []).append(number)

    def sharing(self, source: Statement) -> Iterator[tuple[Statement, list[str]]]:
        """Statements about a theme of `source` or a narrower one, with those themes; the narrowest of each branch."""
        shared: dict[int, set[str]] = {}
        areas = self._scopes.areas(source.owners)
        for theme in source.themes:
            for of in {theme} | self._narrower.get(theme, frozenset()):
                for area in areas:
                    for number in self._about.get((area, of), ()):
                        shared.setdefault(number, set()).add(theme)
        for number in sorted(shared):
            found = shared[number]
            yield self._told[number], sorted(t for t in found if not self._narrower.get(t, frozenset()) & found)
