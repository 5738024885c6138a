"""Tables beside the actions that tell, row by row, how an action goes on: a log of updates, by the action's number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from graph.records import Rejected, Update
from graph.text import key
from loaders.trackers.dates import entry_day
from loaders.trackers.header import log_head
from loaders.trackers.tables import Row, Table
from loaders.trackers.updates import updates_of


@dataclass(slots=True)
class Log:
    """A table as a log. `columns`: what its columns mean, None where it is no log; `rows`: how many were taken."""

    columns: dict[int, str] | None = None
    updates: dict[str, list[Update]] = field(default_factory=dict)  # by number
    rows: int = 0
    unread: list[Rejected] = field(default_factory=list)


def read_log(table: Table, key_rows: Collection[int]) -> Log:
    """Read a table that holds no actions; `key_rows`: those that explain the tracker's signs."""
    log = Log()
    for row in table:
        if row.number in key_rows or not row.own:
            continue
        if log.columns is None and (columns := log_head(row)) is not None:
            log.columns = columns
        elif log.columns is None:
            reason = "stands in no table of actions"
            log.unread.append(Rejected(where=table.where(row), reason=reason, text=row.words))
        else:
            _take(log, row, {name: column for column, name in log.columns.items()})
    return log


def _take(log: Log, row: Row, columns: dict[str, int]) -> None:
    entries = updates_of(row.raw(columns["updates"]))
    if entries and entries[0].date is None and "update_date" in columns:
        entries[0].date = entry_day(row.cells.get(columns["update_date"]))
    log.updates.setdefault(key(row.text(columns["ref"])), []).extend(entries)
    log.rows += 1
