"""What both ways need: the collection, the graph made from it, and the rows that it gives now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.memory import Graph
    from graph.tracker import Row, Said
    from graph.tracker.compare import Reader


@dataclass
class Here:
    """A collection as it stands."""

    collection: Collection
    graph: Graph
    said: Said

    def rows(self, partnership: str | None = None) -> list[Row]:
        """The rows of the workbook now."""
        from graph.tracker import rows_of

        return rows_of(self.graph, self.said, partnership)


def here(collection: Collection) -> Here:
    """The graph of a collection, made from its records and decisions in memory: no engine is needed."""
    from graph.codebook import load
    from graph.derive import build
    from graph.tracker import Said

    decisions = collection.decisions()
    return Here(collection, build(collection.records(), load(), decisions), Said(decisions))


def reader(graph: Graph) -> Reader:
    """How typed words are read: as the reader of trackers reads them; and who may say what of this graph's things."""
    from graph import model
    from graph.decisions import StatusDecision
    from graph.decisions.saying import Standing, standing_of
    from graph.tracker.compare import Reader
    from graph.views.tracker.stamp import hash_of
    from loaders.blocks import Block, BlockKind
    from loaders.trackers.dates import due_of
    from loaders.trackers.vocabulary import status_of

    def standing(decision: StatusDecision) -> Standing:
        thing = graph.get(model.Action, decision.thing) or graph.get(model.Recommendation, decision.thing)
        return standing_of(graph, decision, thing)

    return Reader(status_of, lambda text: due_of(Block(BlockKind.CELL, text)).due, hash_of, standing)


def read_file(path: Path) -> bytes:
    """A workbook's bytes, checked as every workbook is before it is opened."""
    from graph.errors import WrongUse
    from loaders.formats.xlsx.guard import check

    try:
        data = path.read_bytes()
    except OSError as error:
        raise WrongUse(f"cannot be read ({error.strerror})", str(path), "check the name") from error
    check(str(path), data)
    return data
