"""What people decided: closings, codings, links, corrections. Nothing machine-made closes, re-opens or merges.

Decisions are lists in YAML files that a person can read, keep under version control and edit. Each says by whom (a
role), on which day and why, and names the words it is about, so that it is found again after the reader has changed.
"""

from graph.decisions.files import add, read_file, read_folder, write_file
from graph.decisions.model import (
    AnyDecision,
    CodingDecision,
    Conflict,
    Decision,
    Evidenced,
    Identity,
    LinkDecision,
    NotOne,
    ScrutinyView,
    StatusDecision,
    UpdateDecision,
    ValueDecision,
)

__all__ = [
    "AnyDecision",
    "CodingDecision",
    "Conflict",
    "Decision",
    "Evidenced",
    "Identity",
    "LinkDecision",
    "NotOne",
    "ScrutinyView",
    "StatusDecision",
    "UpdateDecision",
    "ValueDecision",
    "add",
    "read_file",
    "read_folder",
    "write_file",
]
