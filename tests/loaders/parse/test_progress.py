"""How far an action is, in the words of hands that saw no cue: one half was mended by, the other only counted.

`progress` is what reports say from day to day; `tricky` was written so that work not done has the words of work done.
Read as done and not done is the worst error of all; it has a ceiling of its own, and so has the whole.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from loaders.parse.items.status import stand_of

SAID = {
    "complete-evidence-awaited": "done",
    "complete-evidenced": "done",
    "embedded": "done",
    "under-way": "in-progress",
    "on-track": "in-progress",
    "at-risk": "in-progress",
    "not-started": "planned",
    "paused": "planned",
    "superseded": "cancelled",
}
LIMITS = {  # right at least, wrongly done at most; of 230 and of 160
    ("progress", "only counted"): (145, 12),
    ("progress", "mended by"): (193, 1),
    ("tricky", "only counted"): (72, 23),
    ("tricky", "mended by"): (85, 9),
}


@pytest.mark.parametrize(("bank", "half"), LIMITS)
def test_statements_of_progress_are_read_as_a_careful_person_would(bank: str, half: str) -> None:
    all_of_it = yaml.safe_load(Path(__file__).with_name(f"{bank}.yaml").read_text("utf-8"))
    told = all_of_it[half == "mended by" :: 2]
    read = [(SAID.get(status := stand_of(one["text"]).status, status), one) for one in told]
    right, wrongly_done = LIMITS[bank, half]
    assert sum(status in one["status"] for status, one in read) >= right
    done = [one["text"] for status, one in read if status == "done" and "done" not in one["status"]]
    assert len(done) <= wrongly_done, done
