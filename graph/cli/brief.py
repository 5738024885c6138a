"""`brief`: a briefing in Word, safe to send."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.audit import noted
from graph.cli.options import parameters, store_options
from graph.cli.terminal import say

if TYPE_CHECKING:
    from graph.questions.run import Answer
    from graph.views.briefs import Kind

NAMES = ("scrutiny", "impact", "seven-minute", "closure")


@click.command("brief", epilog="Example: goldenthread brief seven-minute -p theme='safe sleep' -o safe-sleep.docx")
@click.argument("kind", type=click.Choice(NAMES), metavar="|".join(NAMES))
@click.option(
    "-p", "pairs", multiple=True, metavar="NAME=VALUE", help="partnership=, theme=, from=, to=, as the kind takes."
)
@click.option("--since", metavar="DATE", help="closure: the day from which changes count, such as the last meeting.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.docx")
@click.option(
    "--internal", is_flag=True, help="With names of officials and small counts; every page says not for sharing."
)
@store_options
def command(
    kind: str,
    pairs: tuple[str, ...],
    since: str | None,
    output: Path,
    internal: bool,
    store: str,
    collection: str | None,
) -> int:
    """Write a briefing for people who will never open a terminal: every statement with its document and page.

    scrutiny: what repeats, what came back, two accounts, gaps. impact: material for the yearly report. seven-minute:
    one theme on one page. closure: the meeting pack.
    """
    from datetime import date

    from graph.opening import open_loaded
    from graph.questions import ask, find_question
    from graph.sharing import texts_of
    from graph.views.briefs import KINDS, write_brief

    params = parameters(pairs) | ({"since": since} if since else {})
    _check(KINDS[kind], params, output)
    with open_loaded(store, collection) as opened:
        noted(store, collection, "brief", internal=internal, file=output, **{**params, "kind": kind})
        safe = False if internal else texts_of(opened)

        def answered(id_: str, **given: str) -> Answer:
            known = {p.name for p in find_question(id_).params}
            return ask(opened, id_, {k: v for k, v in given.items() if k in known}, to_be_sent=safe)

        write_brief(kind, answered, params, output, made_on=date.today(), internal=internal)
    click.echo(output.resolve())
    if internal:
        say("Not for sharing: it holds names of officials and small counts of children, and says so on every page.")
    else:
        say("Names of officials and small counts of children are left out. Read it before you pass it on.")
    return 0


def _check(kind: Kind, params: dict[str, Any], output: Path) -> None:
    """Wrong use, in a sentence each."""
    from graph.questions.prepare import day

    if unknown := [name for name in params if name not in kind.takes]:
        raise click.UsageError(f"'{kind.name}' takes {', '.join(kind.takes)}, not '{unknown[0]}'")
    if missing := [name for name in kind.needs if not params.get(name)]:
        option = "--since DATE" if missing[0] == "since" else f"-p {missing[0]}=…"
        raise click.UsageError(f"'{kind.name}' needs {option}")
    if "since" in params:
        params["since"] = day("from", params["since"])
    if output.suffix.lower() != ".docx":
        raise click.UsageError(f"a briefing is a Word file: name it {output.stem}.docx")
