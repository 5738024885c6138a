"""The columns of the workbook: what each is called, whose it is, and what it means, in the order a lead reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.marks import MARK

Whose = Literal["source", "yours", "graph", "place"]

GROUPS: dict[Whose, str] = {
    "source": "As the documents and trackers say",
    "yours": "Yours to edit",
    "graph": "What the loaded documents show (changes here are not taken)",
    "place": "Where it stands",
}


@dataclass(frozen=True)
class Field:
    """One column. `kept`: its value at export is kept, so that an edit can be told; else a cell to write into."""

    name: str
    heading: str
    whose: Whose
    width: int  # of a column, in characters
    meaning: str
    kept: bool = False


FIELDS: tuple[Field, ...] = (
    Field("review", "Review", "source", 22, "The review, test or priority it belongs to, as published."),
    Field("number", "No.", "source", 7, "Number of the recommendation, as printed."),
    Field("recommendation", "Recommendation", "source", 38, "The recommendation in its own words."),
    Field(
        "action",
        "Action",
        "source",
        38,
        "The action in its own words. Empty: the recommendation has no action in what is loaded. "
        "To add an action, write it in a new row below the last one.",
    ),
    Field(
        "printed",
        "Status as printed",
        "source",
        17,
        "The word or colour of the source, untouched. It is never overruled; local meanings differ.",
    ),
    Field("previous_due", "Earlier due dates", "source", 13, "Every due date that was given before."),
    Field("updates", "Updates so far", "source", 40, "Dated progress notes, as printed or added, oldest first."),
    Field("evidence", "Evidence so far", "source", 34, "What is offered as evidence, and what kind it is."),
    Field("leads", "Lead(s)", "yours", 20, "Roles or agencies, never names of people; several with “;”.", kept=True),
    Field(
        "due",
        "Due",
        "yours",
        13,
        "A date such as 30/09/2024, Sept 2024 or Q3 2024-25. Empty it to say that no date holds.",
        kept=True,
    ),
    Field("status", "Status", "yours", 26, "Choose from the list; the words and colours stand below.", kept=True),
    Field(
        "note",
        "Why, and who agreed",
        "yours",
        26,
        "Kept with the changes of the row. A status that says done with evidence, or closed, needs it.",
    ),
    Field("measure", "What would show it worked", "yours", 28, "What will be different for children.", kept=True),
    Field("add_update", "Add an update", "yours", 28, "One dated progress note. It is added to those so far."),
    Field(
        "add_evidence",
        "Add evidence",
        "yours",
        28,
        "What shows it, when, how many, and where it can be seen. It is added to what is there.",
    ),
    Field(
        "conflict",
        "Two versions to settle",
        "yours",
        32,
        "Two people changed one cell. Both versions are kept: write the one that holds into its column, or empty this "
        "cell to let the present one stand.",
        kept=True,
    ),
    Field("done", "Said to be done", "graph", 18, "Whether a source or a person says so; silence is “not stated”."),
    Field(
        "worked",
        "Shown to work",
        "graph",
        24,
        "The strongest evidence: that it was done, whom it reached, practice tested, better for children.",
    ),
    Field(
        "again",
        "Seen again",
        "graph",
        26,
        "Later learning about the same practice, found by the machine and suggested until a person agrees. "
        "It does not by itself prove that an action failed.",
    ),
    Field(
        "may_answer",
        "May also answer",
        "graph",
        28,
        "Recommendations that the action may answer by its words. Nothing is linked until a person says so.",
    ),
    Field("document", "Document", "place", 24, "Title of the document; a link where its address is known."),
    Field("page", "Page or line", "place", 9, "Page where the document has pages, else the row or line."),
    Field("quote", "Quotation", "place", 44, "The words it rests on."),
    Field(
        "by_wording",
        MARK.capitalize(),
        "place",
        16,
        "What of the row the machine took for an action or a recommendation by its words alone: no heading and no rule "
        "says what it is, and no person has said that it is right. A change of yours says that it is.",
    ),
)
BY_NAME = {f.name: f for f in FIELDS}
ID_HEADING = "Our id (leave as it is)"
STATE = ("leads", "due", "status", "measure")  # values that an edit replaces; all others are only added to
