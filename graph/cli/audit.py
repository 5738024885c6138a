"""What every verb that takes something out of a collection calls first: its line in the audit log, and a warning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cli.terminal import say
from graph.opening import folder_of

if TYPE_CHECKING:
    from graph.questions import Question
    from graph.store import Store

CHILDREN = "children"


def counted_children(opened: Store, asked: Iterable[tuple[Question, Mapping[str, object]]]) -> dict[str, int]:
    """How many children are loaded, where one of the answers counts them: what the line in the log has to say."""
    from graph.questions.run import coverage
    from graph.sharing.answers import counts_children, is_filtered

    counts = any(counts_children(question) and not is_filtered(params) for question, params in asked)
    return {CHILDREN: coverage(opened)[CHILDREN]} if counts else {}


def warn_of_subtraction(store: str, collection: str | None, now: Mapping[str, int]) -> None:
    """Say so where counts of other children were sent before: who has both files can subtract one from the other."""
    from graph.collection import Collection
    from graph.collection.audit import entries

    folder = folder_of(store, collection)
    if not now or not (folder / "collection.json").exists():
        return
    sent = [line for line in entries(Collection.open(folder)) if not line.get("internal")]
    before = {line["on"][:10]: n for line in sent if (n := line.get("parameters", {}).get(CHILDREN)) is not None}
    if others := [(on, n) for on, n in before.items() if n != now[CHILDREN]]:
        on, number = others[-1]
        say(
            f"Counts of children were sent on {on}, of {number} children; these are of {now[CHILDREN]}. Who has both "
            "can subtract them and learn of single children: send only one of the two, or leave the counts out."
        )


def noted(
    store: str,
    collection: str | None,
    what: str,
    *,
    by: str = "",
    internal: bool = False,
    file: Path | None = None,
    **parameters: object,
) -> None:
    """Note in the collection's audit log what is about to be done; says so where there is none."""
    from graph.collection import Collection
    from graph.collection.audit import note

    folder = folder_of(store, collection)
    if not (folder / "collection.json").exists():
        say(f"Not in an audit log: there is no collection at {folder}; name it with --collection.")
        return
    given: Mapping[str, object] = {name: value for name, value in parameters.items() if value not in (None, "", False)}
    note(Collection.open(folder), what, by=by, internal=internal, file=file, parameters=given)
