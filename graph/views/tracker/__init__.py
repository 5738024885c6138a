"""The project's own workbook as a file: written to be worked in, and read back cell by cell."""

from graph.views.tracker.read import Workbook, read_workbook
from graph.views.tracker.stamp import Stamp
from graph.views.tracker.write import write_workbook

__all__ = ["Stamp", "Workbook", "read_workbook", "write_workbook"]
