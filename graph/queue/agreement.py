"""Do two coders agree? Cohen's kappa per theme and over all, with its interval, and every passage they differ on.

A passage counts where both coders decided something about it; of such a passage, a theme that a coder neither kept nor
added is one it is not about, and a suggested theme that a coder left open is left out. So kappa is over passages, theme
by theme; over all it is pooled over passages and themes, which are not independent: its interval is too narrow rather
than too wide. Kappa and its interval are of statsmodels (Fleiss, Cohen and Everitt 1969).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.codebook import Codebook
from graph.decisions import CodingDecision, Decision, NotOne
from graph.errors import WrongUse
from graph.queue.returned import Returned, theme_called
from graph.queue.rows import SEPARATOR
from graph.text import key

LEAST = 20  # passages: with fewer the interval is so wide that the number says nothing
TOO_FEW = f"not worked out: fewer than {LEAST} passages that both decided on"
NO_CHANCE = "cannot be worked out: one of them says the same of every passage"


@dataclass
class Coder:
    """What one person says: by passage, each theme kept or added (True), dropped (False) or left open (None)."""

    themes: dict[str, dict[str, bool | None]] = field(default_factory=dict)
    words: dict[str, tuple[str, str]] = field(default_factory=dict)  # by passage: document, quotation
    none: set[str] = field(default_factory=set)  # passages that are none, and so about no theme

    def say(self, thing: str, theme: str, about: bool | None, document: str, quote: str) -> None:
        """Note what is said of a theme of a passage; a decision outweighs an open row."""
        told = self.themes.setdefault(thing, {})
        if thing in self.none:
            about = False
        if about is not None or theme not in told:
            told[theme] = about
        self.words.setdefault(thing, (document, quote))

    def say_none(self, thing: str, document: str, quote: str) -> None:
        """Note that a passage is no learning point, recommendation or action, and so about none of its themes."""
        self.none.add(thing)
        self.themes[thing] = dict.fromkeys(self.themes.get(thing, ()), False)
        self.words.setdefault(thing, (document, quote))

    @property
    def decided(self) -> set[str]:
        """The passages of which the person decided at least one theme."""
        said = {thing for thing, told in self.themes.items() if any(about is not None for about in told.values())}
        return said | self.none


@dataclass(frozen=True)
class Agreement:
    """How far two coders agree on one theme, or over all (`theme` None)."""

    theme: str | None
    passages: int
    both: int
    one_only: int
    other_only: int
    neither: int
    kappa: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Disagreement:
    """A passage and theme on which they differ."""

    document: str
    quote: str
    theme: str
    one: str  # about, not about
    other: str


def of_rows(rows: Iterable[Returned], codebook: Codebook) -> Coder:
    """A coder from a returned workbook."""
    coder = Coder()
    for row in rows:
        if row.none:
            coder.say_none(row.thing, row.document, row.quote)
        parts = [part.strip() for part in row.id.split(SEPARATOR.strip())]
        if not parts[0] or parts[0].isupper():  # a pair
            continue
        if len(parts) == 3:
            choice = {"keep": True, "yes": True, "drop": False, "no": False}.get(key(row.choice))
            coder.say(parts[0], parts[1], choice, row.document, row.quote)
        for label in row.add.split(";"):
            if theme := theme_called(label.strip(), codebook):
                coder.say(parts[0], theme, True, row.document, row.quote)
    return coder


def of_decisions(decisions: Iterable[Decision]) -> Coder:
    """A coder from a file of decisions; of several about one theme of a passage the last counts."""
    coder = Coder()
    for decision in decisions:
        if isinstance(decision, CodingDecision):
            about = decision.choice != "drop"
            coder.say(decision.thing, decision.theme, about, decision.document, decision.quote)
        elif isinstance(decision, NotOne):
            coder.say_none(decision.thing, decision.document, decision.quote)
    return coder


def agreement(one: Coder, other: Coder) -> tuple[Agreement, list[Agreement], list[Disagreement]]:
    """Over all, theme by theme (sorted by id), and where they differ (by document and words)."""
    shared = sorted(one.decided & other.decided)
    themes = sorted({theme for thing in shared for coder in (one, other) for theme in coder.themes[thing]})
    tables = {theme: [[0, 0], [0, 0]] for theme in themes}
    differ = []
    for theme in themes:
        for thing in shared:
            first, second = (coder.themes[thing].get(theme, False) for coder in (one, other))
            if first is None or second is None:
                continue
            tables[theme][not first][not second] += 1
            if first != second:
                document, quote = one.words[thing]
                words = ("about", "not about") if first else ("not about", "about")
                differ.append(Disagreement(document, quote, theme, *words))
    each = [_measured(theme, table, sum(map(sum, table))) for theme, table in tables.items()]
    pooled = [[sum(t[i][j] for t in tables.values()) for j in (0, 1)] for i in (0, 1)]
    differ.sort(key=lambda d: (d.document, key(d.quote), d.theme))
    return _measured(None, pooled, len(shared)), each, differ


def _measured(theme: str | None, table: list[list[int]], passages: int) -> Agreement:
    counts = (passages, table[0][0], table[0][1], table[1][0], table[1][1])
    if passages < LEAST:
        return Agreement(theme, *counts, note=TOO_FEW)
    found = _kappa(table)
    return Agreement(theme, *counts, *found) if found else Agreement(theme, *counts, note=NO_CHANCE)


def _kappa(table: list[list[int]]) -> tuple[float, float, float] | None:
    """Kappa with its 95 % interval, or None where chance alone would give full agreement or a coder never varies."""
    if 0 in (sum(table[0]), sum(table[1]), table[0][0] + table[1][0], table[0][1] + table[1][1]):
        return None
    try:
        from statsmodels.stats.inter_rater import cohens_kappa
    except ImportError as error:
        raise WrongUse(
            "agreement needs a package that is not installed", "", "run: pip install 'golden-thread[agreement]'"
        ) from error
    found = cohens_kappa(table)
    kappa, low, high = (float(n) for n in (found.kappa, found.kappa_low, found.kappa_upp))
    if not all(math.isfinite(n) for n in (kappa, low, high)):
        return None
    return round(kappa, 3), round(max(low, -1), 3), round(min(high, 1), 3)
