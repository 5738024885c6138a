"""Tables nobody laid out by hand: roles, heads, order and layout are drawn, and what each row holds is known.

The words of the heads are of many hands and two languages, some of them in no vocabulary of ours; whatever is drawn,
the cells below say what each column is. A seed gives the same table ever again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from openpyxl import Workbook

HEADS = {
    "ref": ("No.", "Ref", "#", "Item", "Rhif / No.", "ID", "Line", "Point"),
    "finding": (
        "Learning", "Finding", "What was found", "Learning from the review", "Why this matters", "Issue identified",
        "What the review told us", "Dysgu / Learning", "The gap", "Background to the point", "What the panel heard",
        "Key finding (summary)", "Practice point", "Darganfyddiad / Finding",
    ),
    "recommendation": (
        "Recommendation", "What the review asks for", "Argymhelliad / Recommendation", "We were asked to", "The ask",
        "Recommendation (wording as published)", "What needs to change", "What should happen", "Expectation",
        "Requirement placed on us", "Reviewers' proposal", "Recomendation", "What it says must change",
    ),
    "action": (
        "Action", "What did we say we would do?", "Agreed action", "Our response", "Gweithred / Action", "Plan",
        "What we will do", "Step", "Response", "Task", "How we are responding", "What each of us signed up to",
        "Cam gweithredu / Action step", "Intended work",
    ),
    "owner": ("Lead", "Owner", "Who", "Agency", "Arweinydd / Lead", "In whose hands", "Accountable body", "Led by"),
    "due": ("By when", "Due", "Timescale", "Erbyn / By", "Target", "Wanted by", "Dyddiad / Date"),
    "status": (
        "Status", "RAG", "How far", "Done?", "Statws / Status", "Partnership's view", "State of play", "Position",
    ),
    "progress": (
        "Progress", "Update", "Where are we now?", "Cynnydd / Progress", "News at quarter end", "What has happened",
        "Latest position", "Since then", "Scrutiny's view", "Notes for the board", "What we can report",
    ),
    "evidence": ("Evidence", "How do we know?", "Tystiolaeth / Evidence", "Assurance"),
    "comment": ("Comment", "Remarks", "Other"),
}  # fmt: skip
BODIES = (
    "Housing", "Police", "Children's Social Care", "Midwifery", "Education", "Probation", "Health Visiting", "CAMHS",
    "Adult Services", "Youth Justice Service", "The Integrated Care Board", "Early Help",
)  # fmt: skip
THINGS = (
    "bruising to babies", "missed appointments", "young carers", "private fostering", "children taught at home",
    "new partners in the household", "out of hours discussions", "transfers between areas", "interpreters",
    "exclusions from school", "safety plans", "concealed pregnancy", "contact arrangements", "return interviews",
    "escalation of disagreements", "chronologies", "fathers who live elsewhere", "discharge from hospital",
)  # fmt: skip
FOUND = (
    "Nobody had brought together what was known about {t}",
    "{B} did not ask about {t} at any of the visits",
    "Workers were unsure who decides about {t}",
    "What {B} knew of {t} was not shared with other services",
    "There was no record of any conversation on {t}",
    "Assumptions about {t} went unchallenged for over a year",
    "Information on {t} reached {B} too late to be of use",
)
ASKED = (
    "{B} should review how staff record {t}",
    "The partnership should make sure that all services understand {t}",
    "{B} to agree a common approach to {t}",
    "{B} must hear from families about {t} each year",
    "That {B} strengthens its oversight of {t}",
    "All agencies need to be able to show how they deal with {t}",
    "Partners should consider a joint protocol on {t}",
)
PLANNED = (
    "Revise the guidance on {t}",
    "Write a one page summary of {t} for staff",
    "Audit twenty files on {t}",
    "Commission training on {t}",
    "Add a prompt on {t} to the referral form",
    "Hold a workshop about {t} with {B}",
    "Set up a monthly panel on {t}",
)
NEWS = {
    "done": (
        "Guidance was issued in March and is used by every team", "Workshop held on 14 May with 60 staff",
        "Completed and signed off by the executive", "The form was changed in June", "Delivered to all eleven teams",
    ),
    "open": (
        "A draft is with the policy group for comment", "Under way; two of five teams trained so far",
        "Work has begun and dates are set for the autumn", "Being tested in one locality", "Partly complete",
    ),
    "not-started": ("Not started", "Work has not begun", "No progress as yet", "Still to be scheduled"),
    "stopped": ("On hold until a new manager is in post", "Paused while funding is sought", "Not being pursued"),
}  # fmt: skip
WORDS = {
    "done": ("Complete", "Done", "Completed", "Closed"),
    "open": ("In progress", "Under way", "On track", "Partly met", "Ongoing"),
    "not-started": ("Not started", "Not yet begun"),
    "stopped": ("On hold", "Paused"),
}
CODES = {
    "done": {"complete-evidenced", "complete-evidence-awaited", "embedded"},
    "open": {"under-way", "on-track", "at-risk", "overdue"},
    "not-started": {"not-started", "overdue", "under-way"},
    "stopped": {"paused", "cancelled", "superseded", "not-started"},
}
SHAPES = (
    "ref finding recommendation action owner due status progress", "recommendation action", "recommendation progress",
    "action progress", "recommendation status", "finding action progress", "finding recommendation action progress",
    "ref recommendation action owner due progress", "recommendation status progress", "action owner due status",
    "ref action owner due progress evidence", "finding recommendation", "recommendation owner due status comment",
    "recommendation action progress", "finding recommendation owner due", "ref finding action owner status",
    "recommendation action+progress", "ref recommendation owner progress",
)  # fmt: skip


@dataclass
class Made:
    """A drawn table, its layout, and what each of its rows holds by role."""

    roles: list[str]
    heads: dict[str, str]
    rows: list[dict[str, str]]
    stand: list[str]  # how far each row is: a key of CODES, "" where nothing says so
    title: str | None = None
    groups: dict[int, str] = field(default_factory=dict)  # number of a row → the line over it
    parted: bool = False  # progress in two columns under one merged head
    told: bool = False  # a text document with sentences beside the table

    def lines(self) -> Iterator[tuple[str, list[str]]]:
        """The lines of the table: what each is (title, head, group, row), and its cells."""
        if self.title:
            yield "title", [self.title]
        yield "head", [self.heads[role] for role in self.roles]
        for number, row in enumerate(self.rows):
            if number in self.groups:
                yield "group", [self.groups[number]]
            yield "row", [row[role] for role in self.roles]


def made(seed: int) -> Made:
    """The table of a seed."""
    draw = random.Random(seed)
    shape = draw.choice(SHAPES).split()
    if len(shape) > 4 and draw.random() < 0.4:  # who and when may come first, news may come before them
        moved = [role for role in shape if role in ("owner", "due", "status")]
        role = draw.choice(moved) if moved else None
        if role:
            shape.remove(role)
            shape.insert(draw.randrange(1, len(shape) + 1), role)
    heads = {role: draw.choice(HEADS[role.split("+")[0]]) for role in shape}
    if "action+progress" in heads:
        heads["action+progress"] = draw.choice(("Action and progress", "Response and update", "What we did about it"))
    things = draw.sample(THINGS, draw.randrange(4, 9))
    rows, stands = [], []
    for number, thing in enumerate(things, 1):
        stand = draw.choice(("done", "done", "open", "open", "not-started", "stopped"))
        row = _row(draw, number, thing, stand)
        rows.append({role: row[role] for role in shape})
        stands.append(stand if {"status", "progress", "action+progress"} & set(shape) else "")
    groups = {0: "A. Knowing the child", len(rows) // 2: "B. Working together"} if draw.random() < 0.25 else {}
    title = "Learning from the review: our plan" if draw.random() < 0.3 else None
    parted = "progress" in shape and len(shape) > 3 and draw.random() < 0.25
    return Made(shape, heads, rows, stands, title, groups, parted, told=draw.random() < 0.6)


def _row(draw: random.Random, number: int, thing: str, stand: str) -> dict[str, str]:
    def said(bank: tuple[str, ...]) -> str:
        text = draw.choice(bank).format(t=thing, B=draw.choice(BODIES))
        return text[0].upper() + text[1:]

    planned, news = said(PLANNED), draw.choice(NEWS[stand])
    return {
        "ref": str(number),
        "finding": said(FOUND),
        "recommendation": said(ASKED),
        "action": planned,
        "owner": draw.choice(BODIES),
        "due": draw.choice(("March 2031", "30/06/2031", "Sept 2031", "Summer term", "31 December 2031")),
        "status": draw.choice(WORDS[stand]),
        "progress": news,
        "evidence": draw.choice(("Minutes of the panel", "Audit report", "")),
        "comment": draw.choice(("See the plan of the trust", "")),
        "action+progress": f"{planned}. {news}",
    }


def as_workbook(table: Made, path: Path) -> Path:
    """The table on a sheet; one column of news may be two under a merged head."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    wide = len(table.roles)
    at = table.roles.index("progress") + 1 if table.parted else 0
    for kind, cells in table.lines():
        row = sheet.max_row + 1 if sheet["A1"].value else 1
        if at and kind in ("head", "row"):
            cells = [*cells[:at], "" if kind == "row" else cells[at - 1], *cells[at:]]
        for column, text in enumerate(cells, 1):
            sheet.cell(row, column, text or None)
        if kind in ("title", "group") and wide > 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=wide + bool(at))
        if at and kind == "head":
            sheet.merge_cells(start_row=row, end_row=row, start_column=at, end_column=at + 1)
            for column in (c for c in range(1, wide + 2) if c not in (at, at + 1)):
                sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
            sheet.cell(row + 1, at, "June 2030")
            sheet.cell(row + 1, at + 1, "January 2031")
    book.save(path)
    return path


def as_document(table: Made, path: Path) -> Path:
    """The table in a report or alone."""
    document = Document()
    document.add_heading("Northmarsh Safeguarding Children Partnership", 1)
    if table.told:
        document.add_paragraph(
            "The partnership met four times in the year. This part of the report shows the plan that followed the "
            "local child safeguarding practice review about Robin, who was seven when he was harmed at home."
        )
    document.add_heading("Our plan after LCSPR Robin", 2)
    lines = list(table.lines())
    grid = document.add_table(rows=len(lines), cols=len(table.roles))
    grid.style = "Table Grid"
    for number, (kind, cells) in enumerate(lines):
        if kind in ("title", "group"):
            grid.cell(number, 0).merge(grid.cell(number, len(table.roles) - 1)).text = cells[0]
            continue
        for column, text in enumerate(cells):
            grid.cell(number, column).text = text
    document.save(str(path))
    return path
