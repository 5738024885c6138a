"""`ask`: list the questions, or answer one with evidence."""

from __future__ import annotations

import click

from graph.cli.options import format_option, parameters, store_options
from graph.cli.terminal import print_result, say


@click.command("ask", epilog="Example: goldenthread ask follow-theme -p theme='safe sleep'")
@click.argument("question", required=False, metavar="[ID]")
@click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter of the question; may be repeated.")
@click.option("--cypher", is_flag=True, help="Print the question's Cypher, ready to paste.")
@click.option("--all", "every", is_flag=True, help="Answer every question that needs no parameter.")
@format_option("table", "json", "csv")
@store_options
def command(
    question: str | None,
    pairs: tuple[str, ...],
    cypher: bool,
    every: bool,
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
    return _answer(None if every else question, parameters(pairs), fmt, store, collection)


def _answer(question: str | None, params: dict[str, str], fmt: str, address: str, collection: str | None) -> int:
    from graph.cli.opening import open_loaded
    from graph.questions import ask, find_question, questions
    from graph.views.rows import as_json

    wanted = [find_question(question)] if question else [q for q in questions().values() if not q.needs]
    with open_loaded(address, collection) as store:
        answers = [ask(store, q.id, params if question else {}) for q in wanted]
    if fmt == "json":
        whole = [a.json() for a in answers]
        click.echo(as_json(whole[0] if question else whole))
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
