"""How the workbook looks: colours, widths, borders. Whose a column is shows in its heading, in words and in colour."""

from __future__ import annotations

from math import ceil

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from graph.text import words
from graph.tracker.fields import Whose

HEADING: dict[Whose, str] = {"source": "44546A", "yours": "1F6F4A", "graph": "7A5C00", "place": "5F5F5F"}
TINT: dict[Whose, str | None] = {"source": None, "yours": "F3FAF5", "graph": "FBF7E8", "place": "F5F5F5"}
LINE = Side(style="thin", color="C9CED6")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)  # clear of the line beside it
CENTRED_TOP = Alignment(horizontal="center", vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center")
BODY = Font(name="Calibri", size=10)
SMALL = Font(name="Calibri", size=9, color="595959")
LINKED = Font(name="Calibri", size=10, color="0563C1", underline="single")
WARNING = Font(name="Calibri", size=10, bold=True, color="9C0006")
NAMED = {
    "red": "F4B0A0",
    "amber": "FFD966",
    "orange": "F8CBAD",
    "yellow": "FFF2A8",
    "green": "C6E0B4",
    "blue": "BDD7EE",
    "purple": "D9C8EC",
    "grey": "D9D9D9",
    "gray": "D9D9D9",
}
LINE_HEIGHT, MOST_HEIGHT = 13.2, 200.0  # points


def fill(colour: str | None) -> PatternFill:
    """A plain fill; none for None."""
    return PatternFill("solid", start_color=colour, end_color=colour) if colour else PatternFill()


def named_colour(printed: str) -> str | None:
    """The colour that a printed status names, where it names one; letters and other words stay without."""
    named = {NAMED[w] for w in words(printed) if w in NAMED}
    return named.pop() if len(named) == 1 else None


def height(texts: list[tuple[str, int]], *, least: int = 2) -> float:
    """The height of a row in points that shows its texts, each with the width of its column, up to a limit.

    `least`: lines that are shown at least.
    """
    lines = max((sum(ceil(max(len(p), 1) * 1.08 / (w - 2)) for p in text.split("\n")) for text, w in texts), default=1)
    return min(MOST_HEIGHT, max(least, lines) * LINE_HEIGHT + 4)


def of_status(colour: str, *, outline: bool) -> DifferentialStyle:
    """How a cell with a chosen status looks: its colour, or a green frame for "evidence awaited"."""
    if outline:
        side = Side(style="thin", color="2E7D32")
        return DifferentialStyle(
            font=Font(bold=True, color="2E7D32"), border=Border(left=side, right=side, top=side, bottom=side)
        )
    return DifferentialStyle(fill=PatternFill(bgColor=colour, fill_type="solid"))
