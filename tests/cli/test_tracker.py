"""The tracker out, edited and in again, as a user does it: on a collection with its engine."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from graph.collection import Collection
from loaders.extract import extract
from tests.cli.conftest import Run
from tests.graph.tracker.desk import COLUMN, edit, shown

pytestmark = pytest.mark.embedded
PLAN = """Otterby Safeguarding Children Partnership
Action log of the review of Child Finch
Review;Rec;Recommendation;Action;Owner;Due;Status;Progress;Evidence
LCSPR Finch;1;Babies with bruises are seen the same day.;Agree a same-day clinic.;Health;30/06/2023;On track;;
LCSPR Finch;1;Babies with bruises are seen the same day.;Tell every nursery who to ring.;Education;was 31/03/2023, now 30/09/2023;Not started;;
LCSPR Finch;2;Chairs write down who disagreed.;Change the template.;MASH;31/07/2023;Complete;12/07/23 – template live.;
"""  # noqa: E501
CLINIC, NURSERY = "Agree a same-day", "Tell every nursery"


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    plan = tmp_path / "plan.csv"
    plan.write_text(PLAN, "utf-8")
    Collection.open(tmp_path / "goldenthread.db").put(extract(plan), plan)
    return tmp_path


def added(data: bytes, **cells: str) -> bytes:
    """The workbook with a new row under the last one."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Tracker"]
    last = sheet.max_row + 1
    for name, value in cells.items():
        sheet.cell(last, COLUMN[name]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_edits_come_in_once_and_new_rows_become_actions_with_a_source(run: Run, loaded: Path) -> None:
    out = loaded / "out.xlsx"
    told = run("tracker", "export", out)
    assert told.returncode == 0, told.stderr
    assert "3 actions" in told.stderr
    same = run("tracker", "import", out, "--by", "learning lead", "--on", "2023-08-01", "--format", "json")
    assert (same.returncode, json.loads(same.stdout)["events"]) == (0, [])

    data = edit(out.read_bytes(), {(CLINIC, "due"): "31/12/2023", (NURSERY, "status"): "At risk (amber)"})
    out.write_bytes(added(data, review="Finch", action="Ring round in March.", leads="Education; Health", due="Mar 24"))
    over = run("tracker", "export", out)
    assert over.returncode == 2
    assert "holds edits that were not handed in yet" in over.stderr
    words = ["tracker", "import", out, "--by", "learning lead", "--on", "2023-08-01", "--format", "json"]
    dry = json.loads(run(*words, "--dry-run").stdout)
    first = run(*words)
    assert first.returncode == 0, first.stderr
    told_now = json.loads(first.stdout)
    assert told_now == dry
    assert sorted(e["what"] for e in told_now["events"]) == ["due", "new action", "status"]
    assert {e["by"] for e in told_now["events"]} == {"learning lead"}
    assert json.loads(run(*words).stdout)["events"] == []

    again = run(
        "tracker", "export", loaded / "again.xlsx", "-p", "partnership=Otterby Safeguarding Children Partnership"
    )
    assert again.returncode == 0, again.stderr
    data = (loaded / "again.xlsx").read_bytes()
    assert f"{shown(data, CLINIC, 'due'):%d/%m/%Y}" == "31/12/2023"
    assert shown(data, NURSERY, "status") == "At risk (amber)"
    assert shown(data, "Ring round", "leads") == "Education; Health"
    assert shown(data, "Ring round", "document") == "Actions added to the tracker by learning lead, 1/8/2023"
    assert shown(data, "Ring round", "review") == shown(data, CLINIC, "review")
    kept = Collection.open(loaded / "goldenthread.db")
    assert len(kept.records()) == 2
    assert len(kept.decisions()) == 2
    trace = run("trace", "Ring round in March.")
    assert "Ring round in March" in trace.stdout


def test_what_cannot_be_handed_in_is_said_in_a_sentence(run: Run, loaded: Path) -> None:
    out = loaded / "out.xlsx"
    assert run("tracker", "export", "out.txt").returncode == 2
    assert run("tracker", "export", out, "-p", "partnership=Nowhere").returncode == 2
    assert run("tracker", "export", out).returncode == 0
    Collection.open(loaded / "other.db")
    elsewhere = run("tracker", "import", out, "--by", "lead", "--store", "other.db")
    assert elsewhere.returncode == 2
    assert "was exported from another collection" in elsewhere.stderr
    (loaded / "plain.xlsx").write_bytes(b"PK no")
    broken = run("tracker", "import", loaded / "plain.xlsx", "--by", "lead")
    assert broken.returncode == 1
    assert "Traceback" not in broken.stderr
    out.write_bytes(edit(out.read_bytes(), {(CLINIC, "status"): "Closed"}))
    refused = run("tracker", "import", out, "--by", "lead")
    assert refused.returncode == 1
    assert "needs why and who agreed" in refused.stderr
