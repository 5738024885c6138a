"""`lint`: check a question file against the model."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("lint", epilog="Example: goldenthread lint my-question.cypher")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE…"
)
def command(files: tuple[Path, ...]) -> int:
    """Say, with file and line, what in a question file does not fit the model or could write."""
    from graph.lint import lint_file

    problems = [str(problem) for path in files for problem in lint_file(path)]
    for problem in problems:
        click.echo(problem)
    return 1 if problems else 0
