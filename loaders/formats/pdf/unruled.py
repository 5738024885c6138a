"""Tables that no rules show, looked for line by line: what they have in common, whatever proves each of them."""

from __future__ import annotations

from collections.abc import Callable

from loaders.formats.pdf.lines import Row, rows
from loaders.formats.pdf.rules import Table
from loaders.formats.pdf.words import Word

# from the lines, the place of one of them and whether a table stands above: the table there, and the line after it
TableAt = Callable[[list[Row], int, bool], tuple[Table | None, int]]


def unruled_tables(words: list[Word], table_at: TableAt) -> tuple[list[Table], list[Word]]:
    """The tables among words, from the top, and the words outside them."""
    found: list[Table] = []
    lines = rows(words) if words else []
    at = 0
    while at < len(lines):
        table, end = table_at(lines, at, bool(found))
        if table is not None:
            found.append(table)
        at = end if table is not None else at + 1
    if not found:
        return [], words
    taken = {id(word) for table in found for cell in table.cells for word in cell.words}
    return found, [word for word in words if id(word) not in taken]
