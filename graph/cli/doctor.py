"""`doctor`: what is right and what is wrong with a collection and its graph, and how to mend it."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph.cli.options import format_option, store_options
from graph.cli.terminal import print_result, say
from graph.opening import is_address, open_collection

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.collection.health import Sign

REBUILD = "goldenthread doctor --mend, or goldenthread load --rebuild"


@click.command("doctor", epilog="Example: goldenthread doctor --mend")
@click.option("--mend", is_flag=True, help="Do what cannot lose anything: permissions, leftovers, the graph anew.")
@format_option("table", "json", "csv")
@store_options
def command(mend: bool, fmt: str, store: str, collection: str | None) -> int:
    """Look at the collection, its graph and what they need; exit 1 where something is wrong."""
    opened = open_collection(store, collection)
    signs = list(_signs(opened, store))
    if mend and any(sign.state == "wrong" for sign in signs):
        _mend(opened, store, signs)
        signs = list(_signs(opened, store))
    rows = [{"what": s.what, "state": s.state, "found": s.found, "mend": s.mend} for s in signs]
    print_result(fmt, ["what", "state", "found", "mend"], rows)
    wrong = sum(1 for sign in signs if sign.state == "wrong")
    say("Everything is right." if not wrong else f"{wrong} {'thing is' if wrong == 1 else 'things are'} wrong.")
    return 1 if wrong else 0


def _signs(opened: Collection, store: str) -> Iterator[Sign]:
    from graph.collection.health import Sign, examine

    yield _versions()
    found = list(examine(opened))
    yield from found
    if any(s.state == "wrong" and s.what in ("records", "decisions") for s in found):
        yield Sign("graph", "note", "not compared: records or decisions cannot be read", "mend those first")
    else:
        yield from _graph(opened, store)


def _versions() -> Sign:
    from importlib.metadata import version

    from graph.codebook import load as load_codebook
    from graph.collection.health import Sign

    named = ", ".join(f"{name} {version(name)}" for name in ("golden-thread", "neo4j"))
    return Sign("versions", "right", f"Python {platform.python_version()}, {named}, codebook {load_codebook().version}")


def _graph(opened: Collection, store: str) -> Iterator[Sign]:
    """Whether the engine answers, whose graph it holds, and whether that is what the records say."""
    from graph.codebook import load as load_codebook
    from graph.collection.health import Sign
    from graph.decisions.apply import orphans, waits
    from graph.decisions.saying import doubted
    from graph.derive import build
    from graph.errors import GoldenThreadError
    from graph.questions.library import statement
    from graph.questions.settled import outdated
    from graph.store import open_store

    graph = build(opened.records(), load_codebook(), opened.decisions(), opened.editions())
    for decision in orphans(graph):
        yield Sign("decisions", "note", waits(decision), "decide it again, or take it out of decisions/")
    for sentence in doubted(graph):
        yield Sign("decisions", "note", sentence, "have it said by whom it is for, or take it out of decisions/")
    what = "server" if is_address(store) else "engine"
    try:
        with open_store(store, create=False) as held:
            yield Sign(what, "right", f"{held.where} answers")
            changes, unfinished = held.compare(graph, opened.id)
            told = outdated(held.read(statement("shared/loads")))
    except GoldenThreadError as error:
        yield Sign(what, "wrong", f"{error.where}: {error.what}", error.todo or REBUILD)
        return
    if unfinished:
        yield Sign("interrupted", "wrong", "a load was cut short while it wrote the graph", REBUILD)
    if told:
        yield Sign("rules", "note", told, "goldenthread load with the documents again, or goldenthread load --rebuild")
    if changes.total:
        found = f"{changes.added} facts are missing, {changes.changed} differ, {changes.removed} are too many"
        yield Sign("graph", "wrong", found, REBUILD)
    else:
        yield Sign("graph", "right", "it holds exactly what records and decisions say")


def _mend(opened: Collection, store: str, signs: list[Sign]) -> None:
    """Only what is safe: modes, leftovers of killed commands, and the graph, which is made from the records."""
    from graph.cli.loading import write_anew
    from graph.collection.health import half_written, open_to_others

    with opened.lock():
        for path in open_to_others(opened.path):
            path.chmod(0o700 if path.is_dir() else 0o600)
        for path in half_written(opened.path):
            path.unlink(missing_ok=True)
    if not any(s.state == "wrong" and s.what in ("records", "decisions") for s in signs):
        write_anew(store, str(opened.path))
        say("The graph was written anew from the collection's records.")
