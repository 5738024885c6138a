"""The kinds of decision, one class each: what a file of decisions may say.

A thing is named by its id in the graph and by its words: the id finds it while nothing has changed, the words find it
again after a new edition or a better reader.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.records import ActionStatus, Polarity, Sense

# Codes of a recommendation's status: open, then closed; their plain words stand in `graph/decisions/statuses.yaml`.
OpenCode = Literal["O-AR", "O-RR", "O-AP", "O-AA", "O-PA", "O-UN", "O-DE", "O-RO"]
ClosedCode = Literal["C-IE", "C-IN", "C-AL-IE", "C-AL-IN", "C-EX-IE", "C-EX-IN", "C-SU", "C-NA", "C-RC", "C-NI", "C-NR"]


class Decision(BaseModel):
    """By whom (a role, never a name), on which day, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str = Field(min_length=1)
    on: datetime.date
    note: str = ""


class About(Decision):
    """A decision about one thing of the graph."""

    thing: str = Field(min_length=1)  # its id when it was decided
    document: str = ""  # title of the document that states it
    quote: str = ""  # the words it rests on; they find it again


class Identity(Decision):
    """Two cases, reviews or tests are one, or are not. By whom and when may be lacking in files written by hand."""

    kind: Literal["same", "different"]
    one: str = Field(min_length=1)
    other: str = Field(min_length=1)
    by: str = ""
    on: datetime.date | None = None  # type: ignore[assignment]


class CodingDecision(About):
    """A theme of a passage is kept, dropped or added."""

    kind: Literal["coding"] = "coding"
    theme: str = Field(min_length=1)
    choice: Literal["keep", "drop", "add"]
    sense: Sense = "learning"
    polarity: Polarity | None = None  # of the learning point, where the person says otherwise


class StatusDecision(About):
    """A recommendation or action is given a status; only this and a printed closing record can close or re-open."""

    kind: Literal["status"] = "status"
    status: OpenCode | ClosedCode | ActionStatus
    addressee: str | None = None  # the agency it holds for; None: for all
    evidence: list[str] = []  # ids of the evidence it rests on
    successor: str | None = None  # id of the recommendation that takes it over, for C-SU
    was: str | None = None  # the status before, as seen by the person


class LinkDecision(About):
    """Two things belong together, or do not, such as a row of a tracker and the recommendation it answers."""

    kind: Literal["link"] = "link"
    relation: Literal["DELIVERED_BY", "GAVE_RISE_TO", "MERGED_INTO", "REPEATS", "TESTS", "RECURS_IN"]
    other: str = Field(min_length=1)
    other_quote: str = ""
    choice: Literal["yes", "no"]


class ValueDecision(About):
    """A fact corrected or added by a person, such as the month of an incident or a due date that moved."""

    kind: Literal["value"] = "value"
    field: str = Field(min_length=1)
    value: str | int | float | bool | datetime.date | list[str] | None
    was: str | int | float | bool | datetime.date | list[str] | None = None


class UpdateDecision(About):
    """A dated progress note that a person added."""

    kind: Literal["update"] = "update"
    text: str = Field(min_length=1)


class Evidenced(About):
    """Evidence that a person offers; `where` says where it can be seen."""

    kind: Literal["evidence"] = "evidence"
    text: str = Field(min_length=1)
    grade: Literal["E0", "E1", "E2", "E3", "E4", "E5"] | None = None
    where: str = ""


class ScrutinyView(About):
    """The independent scrutineer agrees with how a recommendation or action stands, or does not.

    It stands beside the status and changes none; a later view stands beside an earlier one. No decision takes it out.
    """

    kind: Literal["scrutiny"] = "scrutiny"
    view: Literal["agrees", "disagrees"]


class NotOne(About):
    """What was taken by its words alone is no learning point, recommendation or action."""

    kind: Literal["none"] = "none"


class Conflict(About):
    """Two people changed one cell: this version was not taken, and is kept until somebody settles it."""

    kind: Literal["conflict"] = "conflict"
    field: str = Field(min_length=1)  # status, due, leads or measure
    value: str  # what this person wrote
    was: str = ""  # what stood there when the person began
    now: str = ""  # what stood there when it was handed in
    now_by: str = ""  # who says that, and when
    settled: bool = False  # a later entry with this says that the version of before is dealt with


AnyDecision = Annotated[
    Identity
    | CodingDecision
    | StatusDecision
    | LinkDecision
    | ValueDecision
    | UpdateDecision
    | Evidenced
    | ScrutinyView
    | NotOne
    | Conflict,
    Field(discriminator="kind"),
]
