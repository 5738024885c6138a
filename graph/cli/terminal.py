"""Consoles: results to stdout, progress and messages to stderr; NO_COLOR is respected by rich."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click


def say(message: str) -> None:
    """A message for the person at the terminal (stderr)."""
    click.echo(message, err=True)


def print_result(fmt: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]], whole: Any = None) -> None:
    """Print rows in a format; `whole` is what JSON prints where it is more than the rows."""
    from graph.views import rows as view

    if fmt == "json":
        click.echo(view.as_json(rows if whole is None else whole))
    elif fmt == "csv":
        click.echo(view.as_csv(columns, rows), nl=False)
    else:
        from rich.console import Console

        from graph.views.table import print_rows

        print_rows(Console(), columns, rows)


@contextmanager
def progress(label: str) -> Iterator[Any]:
    """A progress bar on stderr with the time that remains; silent where stderr is no terminal.

    Yields step(name, total), to call after each, or step(name, total, done) to say how many are done.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda *_told: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def step(name: str, total: int, done: int | None = None) -> None:
            if bar.tasks[task].total not in (None, total):
                bar.reset(task)  # other work, at another pace
            moved: dict[str, Any] = {"advance": 1} if done is None else {"completed": done}
            bar.update(task, total=total, description=f"{label} {name[:40]}", **moved)

        yield step
