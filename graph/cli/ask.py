"""`ask`: list the questions, or answer one with evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.audit import noted
from graph.cli.options import format_option, parameters, store_options
from graph.cli.terminal import print_result, say

if TYPE_CHECKING:
    from graph.questions.run import Answer


@click.command("ask", epilog="Example: goldenthread ask follow-theme -p theme='safe sleep'")
@click.argument("question", required=False, metavar="[ID]")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter of the question; may be repeated.")
@click.option("--cypher", is_flag=True, help="Print the question's Cypher, ready to paste.")
@click.option("--all", "every", is_flag=True, help="Answer every question that needs no parameter.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a file (xlsx, csv or json), safe to send, instead of printing for yourself.",
)
@click.option("--internal", is_flag=True, help="A file with names of officials and small counts; not for sharing.")
@format_option("table", "json", "csv", "xlsx")
@store_options
def command(
    question: str | None,
    pairs: tuple[str, ...],
    cypher: bool,
    every: bool,
    output: Path | None,
    internal: bool,
    fmt: str,
    store: str,
    collection: str | None,
) -> int:
    """List the questions, or answer one: rows with the quotation each rests on, and what they are out of."""
    from graph.questions import questions

    library = questions()
    if question is None and not every:
        rows = [
            {
                "id": q.id,
                "for": ", ".join(q.users),
                "question": q.question,
                "parameters": ", ".join(p.name for p in q.params),
            }
            for q in library.values()
        ]
        print_result(fmt, ["id", "for", "question", "parameters"], rows)
        return 0
    if cypher and question is not None:
        from graph.questions import find_question

        click.echo(find_question(question).text, nl=False)
        return 0
    if output is None and (fmt == "xlsx" or internal):
        raise click.UsageError("a workbook, or --internal, needs a file: add -o FILE.xlsx")
    if output is not None and fmt == "table":
        fmt = output.suffix.lstrip(".").lower()
        if fmt not in ("xlsx", "csv", "json"):
            raise click.UsageError(f"a file is xlsx, csv or json: add --format, or name it so ('{output.name}' is not)")
    if output is not None and fmt == "csv" and every:
        raise click.UsageError("one CSV file holds one table: name a question, or use --format xlsx for all of them")
    answers = _answers(None if every else question, parameters(pairs), store, collection, output is not None, internal)
    if output is not None:
        noted(
            store,
            collection,
            "ask",
            internal=internal,
            file=output,
            **{**parameters(pairs), "question": question or "all", "format": fmt},
        )
        return _write(answers, output, fmt, every, internal)
    return _print(answers, fmt, every)


def _answers(
    question: str | None,
    params: dict[str, str],
    address: str,
    collection: str | None,
    to_a_file: bool,
    internal: bool,
) -> list[Answer]:
    from graph.cli.opening import open_loaded
    from graph.questions import ask, find_question, questions
    from graph.sharing import texts_of

    wanted = [find_question(question)] if question else [q for q in questions().values() if not q.needs]
    if not question and (unknown := [n for n in params if not any(q.param(n) for q in wanted)]):
        raise click.UsageError(f"no question takes the parameter '{unknown[0]}'")
    with open_loaded(address, collection) as store:
        safe = texts_of(store) if to_a_file and not internal else False
        given = [params if question else {k: v for k, v in params.items() if q.param(k)} for q in wanted]
        return [ask(store, q.id, p, to_be_sent=safe) for q, p in zip(wanted, given, strict=True)]


def _write(answers: list[Answer], output: Path, fmt: str, every: bool, internal: bool) -> int:
    """A file to send: a workbook, or rows as CSV or JSON."""
    from datetime import date

    from graph.views.rows import as_csv, as_json

    output.parent.mkdir(parents=True, exist_ok=True)
    if fmt == "xlsx":
        from graph.views.workbook import write_workbook

        write_workbook(answers, output, made_on=date.today(), internal=internal)
    elif fmt == "csv":
        output.write_text(as_csv(answers[0].columns, answers[0].rows), encoding="utf-8-sig", newline="")
    else:
        whole = [a.json() for a in answers]
        output.write_text(as_json(whole if every else whole[0]) + "\n", encoding="utf-8")
    click.echo(output.resolve())
    if internal:
        say("Not for sharing: it holds names of officials and small counts of children.")
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
    out_of = ", ".join(f"{v} {k.replace('_', ' ')}" for k, v in answer.denominator.items())
    cover = answer.coverage
    click.secho(f"Out of: {out_of or 'see the columns'}.", dim=True)
    click.secho(
        f"Loaded: {cover.get('documents')} documents, {cover.get('reviews')} reviews; theme links "
        f"{cover.get('suggested')} suggested, {cover.get('confirmed')} confirmed; "
        f"codebook {cover.get('codebook')}, load {cover.get('load')}.",
        dim=True,
    )
    for caveat in answer.caveats:
        click.secho(f"Note: {caveat}", dim=True)
