"""Corrections beside documents become decisions of the collection; what they say stays without the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import WrongUse

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.decisions import Decision
    from loaders.corrections import Corrections

KEPT = "corrections.yaml"


def keep(collection: Collection, corrections: Corrections, titles: set[str]) -> list[str]:
    """Keep corrections as decisions, in place of those that earlier files made about the same documents.

    Args:
        collection: with the documents loaded.
        corrections: as read.
        titles: of the documents that the files speak for.

    Returns:
        A sentence for each that makes no sense or waits because what it is about is not found.
    """
    from graph.codebook import load as load_codebook
    from graph.decisions import read_file, write_file
    from graph.decisions.corrections import decided, try_out
    from graph.project import project

    path = collection.path / "decisions" / KEPT
    before = read_file(path) if path.exists() else []
    if not corrections.entries and not before:
        return []
    faults: list[str] = []
    found = []
    graph = project(collection.records(), load_codebook())
    for where, correction in corrections.entries:
        try:
            found.append((where, *decided(graph, correction)))
        except WrongUse as error:
            faults.append(WrongUse(error.what, where, error.todo).sentence())
    new: list[Decision] = []
    for where, decision, thing, waits in found:
        try:
            if thing is not None:
                try_out(graph, decision, thing)
            else:
                faults.append(WrongUse(waits, where, "the correction is kept and waits").sentence())
        except WrongUse as error:
            faults.append(WrongUse(error.what, where, error.todo).sentence())
            continue
        titles = titles | {decision.document}
        new.append(decision)
    after = [d for d in before if getattr(d, "document", "") not in titles] + new
    if after != before:
        with collection.lock():
            write_file(path, after)
    return faults
