"""What a document says a recommendation arose from, and went into: stated links with the words that say so.

A merge that is only stated moves no duty: what was asked stays open until a person decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import model
from graph.records import Recommendation, Response, StatedLink
from graph.text import key

if TYPE_CHECKING:
    from graph.project.context import Projection

AROSE, MERGED = "arose-as-stated/1", "merged-as-stated/1"
_WHY = {
    "said": "The document says so: “{quote}”",
    "under it": "In the document this learning stands above its own recommendations, and this is one of them.",
    "same row": "Both stand in one row of a table.",
}


class Asked:
    """Learning points and recommendations of one document by the telling they stand in, to be joined at the end."""

    def __init__(self) -> None:
        self._findings: dict[tuple[str, str], model.Finding] = {}
        self._numbers: dict[tuple[str, str], model.Recommendation] = {}
        self._words: dict[tuple[str, str], model.Recommendation] = {}
        self._open: list[tuple[str, model.Recommendation, Recommendation]] = []

    def learnt(self, scope: str, node: model.Finding) -> None:
        """Remember a learning point."""
        self._findings.setdefault((scope, key(node.text)), node)

    def asked(self, scope: str, node: model.Recommendation, found: Recommendation) -> None:
        """Remember a recommendation."""
        self._words.setdefault((scope, _bare(node.text)), node)
        if found.ref:
            self._numbers.setdefault((scope, key(found.ref)), node)
        if found.arises_from or found.merged_into:
            self._open.append((scope, node, found))

    def answered(self, reply: Response) -> list[model.Recommendation]:
        """The recommendations that a reply to one can be to, by its words or number, in every review that is told."""
        known, said = self._numbers, key(reply.answers or "")
        if reply.asked:
            known, said = self._words, _bare(reply.asked)
        return [node for (_, told), node in known.items() if said and told == said]

    def join(self, p: Projection) -> None:
        """Add GAVE_RISE_TO and MERGED_INTO as stated."""
        for scope, node, found in self._open:
            for stated in found.arises_from:
                if finding := self._findings.get((scope, key(stated.other))):
                    sure = "probable" if stated.basis == "under it" else "stated"
                    p.graph.link(finding, "GAVE_RISE_TO", node, certainty=sure, why=_why(stated), rule=AROSE)
            into = found.merged_into
            if into and (target := self._numbers.get((scope, key(into.other)))) and target.id != node.id:
                p.graph.link(node, "MERGED_INTO", target, certainty="stated", why=_why(into), rule=MERGED)
                p.stated(node, into.quote, into.page, into.line)


def _bare(words: str) -> str:
    """Words as a table and the text beside it may both print them, with a full stop or without."""
    return key(words).strip(" .")


def _why(stated: StatedLink) -> str:
    return _WHY[stated.basis].format(quote=stated.quote)
