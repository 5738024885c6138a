"""The command line as a page: every verb with its arguments, options and example, taken from the commands themselves.

It says the same on every machine and day: neither the width of a terminal nor a default that is worked out is in it.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from graph.cli import VERBS, cli


def reference() -> Iterator[str]:
    """The lines of the page, below its title."""
    context = click.Context(cli, info_name="goldenthread")
    yield "Results go to stdout, progress and messages to stderr. Exit codes: 0 done · 1 the work failed or something"
    yield "was rejected (what was good is kept, the rest is listed) · 2 wrong use. `--debug` shows a trace."
    yield ""
    yield from (f"- [`{verb}`](#goldenthread-{verb}): {says}" for verb, says in VERBS.items())
    for verb in VERBS:
        command = cli.get_command(context, verb)
        assert command is not None
        yield from _command(command, f"goldenthread {verb}", 2)


def _command(command: click.Command, name: str, level: int) -> Iterator[str]:
    yield from ("", f"{'#' * level} {name}", "")
    if command.help:
        yield from (*inspect.cleandoc(command.help).splitlines(), "")
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    yield from ("```", " ".join([name, *(_argument(a) for a in arguments), *_rest(command, options)]))
    if command.epilog:
        yield command.epilog.replace("Example: ", "# for example:\n", 1)
    yield "```"
    if options:
        yield from ("", "| option | says |", "|---|---|")
        yield from (f"| {_names(o)} | {_cell(_says(o))} |" for o in options)
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for word in command.list_commands(context):
            found = command.get_command(context, word)
            assert found is not None
            yield from _command(found, f"{name} {word}", level + 1)


def _rest(command: click.Command, options: list[click.Option]) -> list[str]:
    return ["VERB …"] if isinstance(command, click.Group) else ["[OPTIONS]"] if options else []


def _argument(argument: click.Argument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _names(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    if option.is_flag:
        return names
    if isinstance(option.type, click.Choice):
        return f"{names} {_cell(' / '.join(map(str, option.type.choices)))}"
    return f"{names} {_cell(option.metavar or option.type.name.upper())}"


def _says(option: click.Option) -> str:
    said = option.help or ""
    if option.required:
        said += " Must be given."
    if option.show_default and isinstance(option.default, str | int):
        said += f" [default: {option.default}]"
    return said.strip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
