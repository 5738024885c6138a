"""`lint`: check a question file against the model."""

from __future__ import annotations

from pathlib import Path

import click

from graph.cli.options import questions_option
from graph.cli.terminal import say


@click.command("lint", epilog="Example: goldenthread lint my-question.cypher")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[FILE]…")
@questions_option
def command(files: tuple[Path, ...], folders: tuple[Path, ...]) -> int:
    """Say, with file and line, what in a question file does not fit the model or could write."""
    from graph.lint import lint_file
    from graph.questions.library import own_files

    paths = [*files, *(path for folder in folders for path in own_files(folder))]
    if not paths:
        raise click.UsageError("name a question file, or a folder of them with --questions DIR")
    problems = [str(problem) for path in paths for problem in lint_file(path)]
    for problem in problems:
        click.echo(problem)
    if not problems:
        say("Nothing to mend: it fits the model, and it only reads.")
    return 1 if problems else 0
