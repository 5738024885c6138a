"""`ask`: list the questions, or answer one with evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.audit import counted_children, noted, warn_of_subtraction
from graph.cli.options import format_option, parameters, questions_option, store_options
from graph.cli.terminal import print_result, say

if TYPE_CHECKING:
    from graph.questions import Question
    from graph.questions.run import Answer


@click.command("ask", epilog="Example: goldenthread ask follow-theme -p theme='safe sleep'")
@click.argument("question", required=False, metavar="[ID]")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter of the question; may be repeated.")
@click.option("--cypher", is_flag=True, help="Print the question's Cypher, ready to paste into Neo4j Browser.")
@click.option(
    "--for",
    "user",
    type=click.Choice(["scrutineer", "learning lead", "analyst"]),
    help="List only the questions of this user.",
)
@click.option("--all", "every", is_flag=True, help="Answer every question that needs no parameter.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a file (xlsx, csv or json), safe to send, instead of printing for yourself.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=120,
    show_default=True,
    help="Longest a question may take.",
)
@click.option("--internal", is_flag=True, help="A file with names of officials and small counts; not for sharing.")
@questions_option
@format_option("table", "json", "csv", "xlsx")
@store_options
def command(
    question: str | None,
    pairs: tuple[str, ...],
    cypher: bool,
    user: str | None,
    every: bool,
    output: Path | None,
    internal: bool,
    seconds: float,
    folders: tuple[Path, ...],
    fmt: str,
    store: str,
    collection: str | None,
) -> int:
    """List the questions, or answer one: rows with the quotation each rests on, and what they are out of."""
    from graph.questions import find_question, questions

    library = questions(folders)
    if cypher and question is None:
        raise click.UsageError("--cypher prints one question: name it")
    if user and (question is not None or every):
        raise click.UsageError("--for narrows the list of questions, not an answer")
    if question is None and not every:
        _list([q for q in library.values() if user is None or user in q.users], fmt, user)
        return 0
    if cypher and question is not None:
        _paste(find_question(question, folders), parameters(pairs))
        return 0
    if output is None and (fmt == "xlsx" or internal):
        raise click.UsageError("a workbook, or --internal, needs a file: add -o FILE.xlsx")
    if output is not None and fmt == "table":
        fmt = output.suffix.lstrip(".").lower()
        if fmt not in ("xlsx", "csv", "json"):
            raise click.UsageError(f"a file is xlsx, csv or json: add --format, or name it so ('{output.name}' is not)")
    if output is not None and fmt == "csv" and every:
        raise click.UsageError("one CSV file holds one table: name a question, or use --format xlsx for all of them")
    asked = [find_question(question, folders)] if question and not every else None
    wanted = asked or [q for q in library.values() if not q.needs]
    safe = output is not None and not internal
    answers, counted = _answers(wanted, parameters(pairs), folders, store, collection, safe, seconds)
    if output is not None:
        warn_of_subtraction(store, collection, counted)
        answers = [answer.to_keep() for answer in answers]
        said: dict[str, Any] = {**parameters(pairs), **counted, "question": question or "all", "format": fmt}
        noted(store, collection, "ask", internal=internal, file=output, **said)
        return _write(answers, output, fmt, every, internal)
    return _print(answers, fmt, every)


def _list(library: list[Question], fmt: str, user: str | None) -> None:
    """The questions to choose from; as JSON and CSV one row each."""
    if fmt == "table":
        from graph.views.contents import contents

        for line in contents(library, user):
            click.echo(line)
        say("Answer one with: goldenthread ask ID. --for USER lists all that a user asks, others' questions too.")
        return
    columns = ["id", "for", "topic", "question", "parameters"]
    rows = [(q.id, ", ".join(q.users), q.topic, q.question, ", ".join(p.name for p in q.params)) for q in library]
    print_result(fmt, columns, [dict(zip(columns, row, strict=True)) for row in rows])


def _paste(question: Question, given: dict[str, str]) -> None:
    """The file as it is to stdout, and to stderr the lines that set its parameters in Neo4j Browser."""
    from graph.errors import WrongUse
    from graph.kit.library import entry

    if unknown := [name for name in given if not question.param(name)]:
        raise WrongUse(f"'{question.id}' has no parameter '{unknown[0]}'", todo="leave it out")
    if lines := entry(question, given).lines():
        say("In Neo4j Browser, run these first, one after the other:")
        for line in lines:
            say(line)
    click.echo(question.text, nl=not question.text.endswith("\n"))


def _answers(
    wanted: list[Question],
    params: dict[str, str],
    folders: tuple[Path, ...],
    address: str,
    collection: str | None,
    safe: bool,
    seconds: float,
) -> tuple[list[Answer], dict[str, int]]:
    """The answers, and what of them other files could be subtracted from."""
    from graph.opening import open_loaded
    from graph.questions import ask
    from graph.sharing import texts_of

    one = len(wanted) == 1
    if not one and (unknown := [n for n in params if not any(q.param(n) for q in wanted)]):
        raise click.UsageError(f"no question takes the parameter '{unknown[0]}'")
    with open_loaded(address, collection) as store:
        texts = texts_of(store) if safe else False
        given = [params if one else {k: v for k, v in params.items() if q.param(k)} for q in wanted]
        each = list(zip(wanted, given, strict=True))
        answers = [ask(store, q.id, p, folders=folders, to_be_sent=texts, seconds=seconds) for q, p in each]
        return answers, counted_children(store, each) if safe else {}


_MARK, _WHY = "Not for sharing", "it holds names of officials and small counts of children"


def _write(answers: list[Answer], output: Path, fmt: str, every: bool, internal: bool) -> int:
    """A file to send: a workbook, or rows as CSV or JSON.

    Not for sharing, it says so within, so that the mark goes wherever rows are copied: CSV in its first column, JSON as
    its first caveat.
    """
    from datetime import date

    from graph.views.rows import as_csv, as_json

    output.parent.mkdir(parents=True, exist_ok=True)
    if fmt == "xlsx":
        from graph.views.workbook import write_workbook

        write_workbook(answers, output, made_on=date.today(), internal=internal)
    elif fmt == "csv":
        columns, rows = answers[0].columns, answers[0].rows
        if internal:
            columns, rows = [_MARK, *columns], [{_MARK: _WHY, **row} for row in rows]
        output.write_text(as_csv(columns, rows), encoding="utf-8-sig", newline="")
    else:
        whole = [a.json() for a in answers]
        if internal:
            whole = [told | {"caveats": [f"{_MARK}: {_WHY}.", *told["caveats"]]} for told in whole]
        output.write_text(as_json(whole if every else whole[0]) + "\n", encoding="utf-8")
    click.echo(output.resolve())
    if internal:
        say(f"{_MARK}: {_WHY}.")
    else:
        say("Names of officials and small counts of children are left out. Read it before you pass it on.")
    return 0


def _print(answers: list[Answer], fmt: str, every: bool) -> int:
    from graph.views.rows import as_json

    if fmt == "json":
        whole = [a.json() for a in answers]
        click.echo(as_json(whole if every else whole[0]))
        return 0
    for answer in answers:
        if fmt == "table":
            say_answer_head(answer)
        if answer.rows or fmt != "table":
            print_result(fmt, answer.columns, answer.rows)
        if fmt == "table":
            say_answer_foot(answer)
    return 0


def say_answer_head(answer) -> None:  # type: ignore[no-untyped-def]
    """The question as it was asked, above the table."""
    click.secho(answer.question, bold=True)
    if answer.params:
        stated = ", ".join(f"{k} = {v}" for k, v in answer.params.items() if v is not None)
        say(stated)
    if not answer.rows and answer.empty:
        click.echo(answer.empty)


def say_answer_foot(answer) -> None:  # type: ignore[no-untyped-def]
    """What the numbers are out of, and how not to read them, below the table."""
    from graph.views.cells import how_many

    named = ((v, k.replace("_", " ")) for k, v in answer.denominator.items())
    out_of = ", ".join(how_many(v, name.removesuffix("s")) if v == 1 else f"{v} {name}" for v, name in named)
    cover = answer.coverage
    taken = f"{how_many(many, 'passage')} taken by words alone; " if (many := cover.get("by_wording") or 0) else ""
    click.secho(f"Out of: {out_of or 'see the columns'}.", dim=True)
    click.secho(
        f"Loaded: {how_many(cover['documents'], 'document')}, {how_many(cover['reviews'], 'review')}; theme links "
        f"{cover.get('suggested')} suggested, {cover.get('confirmed')} confirmed; "
        f"{taken}codebook {cover.get('codebook') or 'not stated'}, load {cover.get('load') or 'none'}.",
        dim=True,
    )
    for note in [*filter(None, [answer.marked]), *answer.notes]:
        click.secho(f"Note: {note}")
    for caveat in answer.caveats:
        click.secho(f"Note: {caveat}", dim=True)
