"""`tracker import`: the edits of a workbook as dated decisions; what cannot be taken is said row by row."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.audit import noted
from graph.cli.options import format_option, store_options
from graph.cli.terminal import print_result, say
from graph.cli.tracker.here import Here, here, read_file, reader
from graph.opening import open_collection

if TYPE_CHECKING:
    from graph.decisions import Decision
    from graph.records import DocumentRecord, Review
    from graph.tracker import Outcome
    from graph.views.tracker import Workbook

COLUMNS = ["what", "action", "from", "to", "by", "on"]


@click.command("import", epilog="Example: goldenthread tracker import tracker.xlsx --by 'learning lead'")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE.xlsx")
@click.option("--by", required=True, metavar="ROLE", help="Who hands it in: a role, not a name.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]), help="The day of the edits. [default: today]")
@click.option("--dry-run", is_flag=True, help="Say what would be taken; write nothing.")
@format_option("table", "json", "csv")
@store_options
def take_in(
    file: Path, by: str, on: datetime | None, dry_run: bool, fmt: str, store: str, collection: str | None
) -> int:
    """Take the edits of a workbook in. The same file again changes nothing; what two people changed is kept twice."""
    from graph.cli.loading import write
    from graph.decisions import add
    from graph.errors import WrongUse
    from graph.tracker import compare
    from graph.views.tracker import read_workbook

    if not by.strip():
        raise WrongUse("is empty", "--by", "say in which role you hand the workbook in, such as 'learning lead'")
    book = read_workbook(read_file(file), str(file))
    opened = open_collection(store, collection)
    if book.stamp.collection != opened.id:
        raise WrongUse("was exported from another collection", str(file), "give that one with --store")
    day = on.date() if on else date.today()
    with opened.lock():
        found = here(opened)
        outcome = compare(book.kept, book.rows, found.rows(), found.said, reader(found.graph), by=by.strip(), on=day)
        record, added = _added(outcome, found, book, by.strip(), day)
        if (outcome.total or record) and not dry_run:
            noted(store, collection, "tracker import", by=by.strip(), file=file, decisions=outcome.total)
        if outcome.total and not dry_run:
            add(opened.path / "decisions", [*outcome.decisions, *outcome.conflicts])
        if record and not dry_run:
            opened.put(record, file)
    if not dry_run and (record or outcome.total):
        write(opened, store)
    outcome.said = [*book.said, *outcome.said]
    _tell(fmt, outcome, added, found, by.strip(), day, dry_run=dry_run)
    return 1 if outcome.refused or outcome.conflicts else 0


def _added(
    outcome: Outcome, found: Here, book: Workbook, by: str, day: date
) -> tuple[DocumentRecord | None, list[str]]:
    """New rows as a document, and the words of each action in it."""
    from graph import model
    from graph.records import Review
    from graph.text import key
    from graph.tracker.added import new_actions

    known = {key(label): r for r in found.graph.all(model.Review) for label in (f"{r.name} ({r.ref})", r.name)}

    def find(text: str) -> Review | None:
        node = known.get(key(text))
        return (
            Review.model_validate({"name": node.name, "ref": node.ref, "kind": node.kind, "quote": node.name})
            if node
            else None
        )

    names = [p.name for p in found.graph.all(model.Partnership) if p.kind != "area"]
    partnership = book.stamp.partnership or (names[0] if len(names) == 1 else None)
    record, rows, odd = new_actions(
        outcome.new, found.rows(), reader(found.graph), find, partnership=partnership, by=by, on=day
    )
    outcome.refused += odd
    return record, [row.cells["action"] for row in rows]


def _tell(fmt: str, outcome: Outcome, added: list[str], found: Here, by: str, day: date, *, dry_run: bool) -> None:
    actions = {row.id: row.values["action"] or row.values["recommendation"] for row in found.rows()}
    rows = [_line(d, actions) for d in [*outcome.decisions, *outcome.conflicts]]
    rows += [{"what": "new action", "action": text, "from": "", "to": text, "by": by, "on": day} for text in added]
    whole = {"events": rows, "conflicts": len(outcome.conflicts), "refused": outcome.refused, "said": outcome.said}
    if fmt == "json":
        print_result("json", COLUMNS, rows, whole)
    elif rows or fmt == "csv":
        print_result(fmt, COLUMNS, rows)
    for sentence in (*outcome.refused, *outcome.said):
        say(sentence)
    changes = len(outcome.decisions) + len(added)
    held = len(outcome.conflicts)
    text = f"{changes} change{'' if changes == 1 else 's'}"
    text += f", {held} kept beside what another person wrote: settle them in the next export" if held else ""
    text += f", {len(outcome.refused)} not taken" if outcome.refused else ""
    say(f"{text}.{' Nothing was written.' if dry_run else ''}")


def _line(decision: Decision, actions: dict[str, str]) -> dict[str, Any]:
    """One decision as a row that a person reads."""
    from graph.decisions import Conflict, Evidenced, StatusDecision, UpdateDecision, ValueDecision
    from graph.tracker.fields import BY_NAME
    from graph.tracker.rows import shown
    from graph.tracker.said import COLUMN_OF, text_of

    what, before, after = "", "", ""
    match decision:
        case StatusDecision(status=status, was=was):
            what, before, after = "status", shown("status", was or ""), shown("status", status)
        case ValueDecision(field=name, value=value, was=old):
            column = COLUMN_OF[name]
            what = BY_NAME[column].heading.lower()
            before, after = shown(column, text_of(old)), shown(column, text_of(value))
        case UpdateDecision(text=text):
            what, after = "update", text
        case Evidenced(text=text):
            what, after = "evidence", text
        case Conflict(field=name, value=told, now=now, settled=settled):
            what = f"{BY_NAME[name].heading.lower()}: {'settled' if settled else 'two versions, both kept'}"
            before, after = shown(name, now), shown(name, told)
    thing = getattr(decision, "thing", "")
    return {
        "what": what,
        "action": actions.get(thing, thing),
        "from": before,
        "to": after,
        "by": decision.by,
        "on": decision.on,
    }
