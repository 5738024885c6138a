"""The project's own workbook: what goes into its rows, and what a person's edits of them say.

Pure Python: `rows` makes the rows from the graph in memory, `compare` turns an edited workbook into decisions.
`graph.views.tracker` writes and reads the file.
"""

from graph.tracker.compare import Outcome, compare
from graph.tracker.fields import FIELDS, Field
from graph.tracker.rows import Row, rows_of
from graph.tracker.said import Said

__all__ = ["FIELDS", "Field", "Outcome", "Row", "Said", "compare", "rows_of"]
