"""What every kind of `confirm` shares: who says so, the graph to find the thing in, and writing the decision down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graph.cli.options import store_options
from graph.cli.terminal import say
from graph.errors import WrongUse
from graph.opening import open_graph

if TYPE_CHECKING:
    from graph.decisions import Decision
    from graph.declare import Node

F = TypeVar("F", bound=Callable[..., Any])


def said_options(command: F) -> F:
    """`--by`, `--on`, `--note` and the store."""
    command = store_options(command)
    command = click.option("--note", default="", metavar="WHY", help="Why; a minute or reference helps.")(command)
    command = click.option(
        "--on",
        type=click.DateTime(["%Y-%m-%d"]),
        default=lambda: date.today().isoformat(),
        metavar="DATE",
        help="Day of the decision (2026-03-02). [default: today]",
    )(command)
    return click.option("--by", required=True, metavar="ROLE", help="Who decided: a role, never a name.")(command)


class Deciding:
    """An open collection with its graph in memory, to find things in and to add a decision to."""

    def __init__(self, store: str, collection: str | None, by: str, on: datetime, note: str) -> None:
        if not by.strip():
            raise WrongUse("nobody is named who decided", todo="say the role with --by, such as 'learning lead'")
        self.address = store
        self.collection, self.graph = open_graph(store, collection)
        self.said: dict[str, Any] = {"by": by.strip(), "on": on.date(), "note": note.strip()}

    def find(self, thing: str, labels: Iterable[str]) -> Node:
        """The one thing that is meant. WrongUse with what it could be."""
        from graph.decisions.meant import meant

        return meant(self.graph, thing, labels)

    def about(self, thing: Node) -> dict[str, Any]:
        """How a decision names what it is about."""
        from graph.decisions.meant import words_of

        document, quote = words_of(self.graph, thing)
        return {"thing": thing.id, "document": document, "quote": quote}

    def record(self, decision: Decision, *things: Node) -> None:
        """Write a decision down, bring the graph up to date, and say both."""
        from graph.cli.loading import write
        from graph.collection.audit import note as note_down
        from graph.decisions import add
        from graph.decisions.meant import describe
        from graph.decisions.record import in_words

        choice = getattr(decision, "choice", None) or getattr(decision, "status", None)
        told = {"kind": getattr(decision, "kind", ""), "choice": choice}
        note_down(self.collection, "decide", by=decision.by, parameters=told)
        (path,) = add(self.collection.path / "decisions", [decision])
        changes, _ = write(self.collection, self.address)
        of = " and ".join(describe(self.graph, thing) for thing in things)
        click.echo(f"Recorded: {in_words(self.graph, decision)}, decided by {decision.by}: {of}.")
        say(f"Kept in {path}; take it out there to undo it.")
        say(f"Graph: {changes.added} added, {changes.changed} changed, {changes.removed} removed.")
        for note in changes.notes:
            say(f"Note: {note}")
