"""Invented trackers of any length, for the benchmark and the tests: rows that all differ, or are all but the same."""

from __future__ import annotations

import csv
import io
import random

HEAD = ("Review", "Rec", "Action", "Owner", "Due", "Status", "Progress")
_DO = ("Agree", "Review", "Write", "Publish", "Commission", "Audit", "Share", "Brief on", "Launch", "Rehearse")
_WHAT = (
    "the bruising pathway",
    "the strategy meeting template",
    "the escalation policy",
    "a neglect toolkit",
    "the missing children protocol",
    "supervision records",
    "the pre-birth procedure",
    "the safer sleep leaflet",
    "a chronology template",
    "the self-harm guidance",
)
_WHOM = (
    "health visitors",
    "social workers",
    "schools",
    "police officers",
    "midwives",
    "foster carers",
    "youth workers",
)
_HOW = (
    "before discharge",
    "within five days",
    "at every visit",
    "after an injury",
    "for babies under one",
    "each term",
)
_LEADS = ("CSC", "Police", "ICB", "Education; Health")
_STATUSES = ("Not started", "On track", "At risk", "Complete", "Overdue")


def tracker(rows: int, *, alike: bool) -> bytes:
    """A tracker as CSV: `rows` actions of reviews of fifty actions each; `alike`: they differ in one number only."""
    of = random.Random(5)
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\n")
    write.writerows([["Otterby Safeguarding Children Partnership"], HEAD])
    for n in range(rows):
        text = f"Remind all staff of team {n + 1} to record the voice of the child at every contact."
        if not alike:
            first, second = of.sample(_WHAT, 2)
            whom = of.sample(_WHOM, 2)
            text = (
                f"{of.choice(_DO)} {first} with {whom[0]} {of.choice(_HOW)} and bring {second} to {whom[1]} ({n + 1})."
            )
        due = f"{of.randint(1, 28):02}/{of.randint(1, 12):02}/{of.randint(2023, 2026)}"
        progress = "12/02/2023 - agreed with all services" if n % 7 == 0 else ""
        place = (f"Review {n // 50 + 1}", n % 50 // 5 + 1)
        write.writerow((*place, text, of.choice(_LEADS), due, of.choice(_STATUSES), progress))
    return out.getvalue().encode()
