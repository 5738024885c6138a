"""What a banner, the name of a sheet or a cell that names a review tells of its child beside the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Review
from loaders.trackers.labelled import tell
from loaders.trackers.reviews import label_of
from tests.loaders.trackers.books import read_book

HEAD = ["No.", "Action", "Lead", "Due", "Status"]
ROW = ["1", "Write the guide", "Council", "30/09/2031", "On track"]


def _told(label: str) -> Review:
    named = label_of(label)
    assert named is not None
    review = named.record()
    tell(review, label, None, [])
    return review


@pytest.mark.parametrize(
    ("label", "children"),
    [
        ("Child R (boy, 14 months) – rapid review March 2031", [("Child R", "14 months", "male")]),
        ("Child S, girl aged 15, suicide – LCSPR, published June 2031", [("Child S", "15", "female")]),
        ("Child K (girl 7)", [("Child K", "7", "female")]),
        ("RR04 boy 2 yrs", [(None, "2 yrs", "male")]),
        ("LCSPR Larch (two brothers aged 4 and 6)", [(None, "4", "male"), (None, "6", "male")]),
        ("SCR Alder: twin girls, 11 weeks, non-accidental injury", [(None, "11 weeks", "female")] * 2),
        ("LCSPR Juniper – neglect", []),
        ("Child F – what each agency is doing", []),
        ("Thematic review of babies (boys, 2 and 3)", []),
    ],
)
def test_age_and_sex_beside_a_name_are_the_child_s(label: str, children: list[tuple[str | None, str, str]]) -> None:
    assert [(c.name, c.age, c.sex) for c in _told(label).children] == children


def test_a_month_behind_the_harm_is_of_the_harm_and_no_other(tmp_path: Path) -> None:
    dates = _told("Practice review Birch (young man of 17, stabbed, November 2030)").dates
    assert dates.incident is not None
    assert _told("Child R (boy, 14 months) – rapid review March 2031").dates.incident is None
    assert _told("LCSPR Birch (boy, 17, stabbed, 2030)").dates.incident is None
    published = _told("Child S, girl aged 15, suicide – LCSPR, published June 2031").dates.published
    assert published is not None
    assert published.printed == "June 2031"


def test_banners_and_sheets_named_after_children_tell_of_them(tmp_path: Path) -> None:
    banners = [HEAD, ["Child R (boy, 14 months) – rapid review"], ROW, ["Child S, girl aged 15 – LCSPR"], ROW]
    record = read_book(tmp_path / "plan.xlsx", **{"Plan": banners, "RR04 boy 2 yrs": [HEAD, ROW]})
    assert [(r.name or r.ref, r.kind, [c.age for c in r.children], len(r.actions)) for r in record.reviews] == [
        ("Child R", "rapid-review", ["14 months"], 1),
        ("Child S", "lcspr", ["15"], 1),
        ("RR04", "rapid-review", ["2 yrs"], 1),
    ]
