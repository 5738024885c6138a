"""Which kinds of agency a learning point, recommendation or action names in its words.

The names are those that the loaded documents use for their agencies. A service that is named is spoken of; that does
not say it is at fault, nor that it was asked to act (that is ADDRESSED_TO).
"""

from __future__ import annotations

import re

from graph import model
from graph.memory import Graph
from graph.text import joined, key

RULE = "names-service/1"
NOT_SERVICES = ("safeguarding-partnership",)
_ABBREVIATION = re.compile(r"^[A-Z]{2,8}s?$")
Speaking = model.Finding | model.Recommendation | model.Action


def add_services(graph: Graph) -> None:
    """Add NAMES, one for each kind of agency named in the words of a fact."""
    by_name, pattern, abbreviations = _names(graph)
    if pattern is None:
        return
    told: list[Speaking] = [*graph.all(model.Finding), *graph.all(model.Recommendation), *graph.all(model.Action)]
    for fact in told:
        found: dict[str, str] = {}
        for match in pattern.finditer(key(fact.text)):
            found.setdefault(by_name[match[0]], match[0])
        for word in re.findall(r"[A-Za-z]+", joined(fact.text)):
            if word in abbreviations:
                found.setdefault(abbreviations[word], word)
        for id_, cue in sorted(found.items()):
            type_ = graph.get(model.AgencyType, id_)
            assert type_ is not None
            graph.link(fact, "NAMES", type_, cue=cue, rule=RULE)


def _names(graph: Graph) -> tuple[dict[str, str], re.Pattern[str] | None, dict[str, str]]:
    """Names in one spelling → kind, a pattern that finds the longest of them first, and abbreviations → kind.

    A name that is used for agencies of two kinds tells neither apart and is left out.
    """
    names: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    for type_ in graph.all(model.AgencyType):
        if type_.id in NOT_SERVICES:
            continue
        names.setdefault(key(type_.id.replace("-", " ")), set()).add(type_.id)
        for agency in graph.sources(type_, "OF_TYPE", model.Agency):
            if _ABBREVIATION.match(agency.name):
                short.setdefault(agency.name, set()).add(type_.id)
            else:
                names.setdefault(key(agency.name), set()).add(type_.id)
    by_name = {name: min(kinds) for name, kinds in names.items() if len(kinds) == 1 and len(name) > 1}
    abbreviations = {name: min(kinds) for name, kinds in short.items() if len(kinds) == 1}
    if not by_name:
        return {}, None, abbreviations
    listed = "|".join(re.escape(name) for name in sorted(by_name, key=lambda n: (-len(n), n)))
    return by_name, re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])"), abbreviations
