"""The tracker out, edited and in again, as a user does it: on a collection whose engine runs for all of these tests."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.collection import Collection
from graph.store import open_store
from graph.views.tracker.write import letter
from loaders.extract import extract
from tests.cli.conftest import Run, runner
from tests.graph.tracker.desk import COLUMN, edit, number_of, shown
from tests.libreoffice import edited

pytestmark = pytest.mark.embedded
PLAN = """Otterby Safeguarding Children Partnership
Action log of the review of Child Finch
Review;Rec;Recommendation;Action;Owner;Due;Status;Progress;Evidence
LCSPR Finch;1;Babies with bruises are seen the same day.;Agree a same-day clinic.;Health;30/06/2023;On track;;
LCSPR Finch;1;Babies with bruises are seen the same day.;Tell every nursery who to ring.;Education;was 31/03/2023, now 30/09/2023;Not started;;
LCSPR Finch;2;Chairs write down who disagreed.;Change the template.;MASH;31/07/2023;Complete;12/07/23 – template live.;
LCSPR Finch;3;Fathers are invited.;Write a letter to fathers.;MASH;30/09/2023;On track;;
LCSPR Finch;3;Fathers are invited.;Count who came.;Business Unit;31/12/2023;Not started;;
LCSPR Finch;4;Plans have dates.;Look at twenty plans.;Quality Assurance;30/11/2023;On track;;
LCSPR Finch;4;Plans have dates.;Teach plan writing.;Training Team;31/12/2023;Not started;;
"""  # noqa: E501
CLINIC, NURSERY, LETTER, COUNT, LOOK, TEACH = (
    *("Agree a same-day", "Tell every nursery", "Write a letter", "Count who", "Look at twenty", "Teach plan"),
)
SAID = ("--by", "learning lead", "--on", "2023-08-01", "--format", "json")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("tracker")
    plan = folder / "plan.csv"
    plan.write_text(PLAN, "utf-8")
    Collection.open(folder / "goldenthread.db").put(extract(plan), plan)
    with open_store(str(folder / "goldenthread.db")):  # the commands join it
        yield folder


@pytest.fixture
def run(loaded: Path) -> Run:
    return runner(loaded)


def taken(run: Run, file: Path, *words: str, status: int = 0) -> dict[str, Any]:
    """What an import takes."""
    told = run("tracker", "import", file, *(words or SAID))
    assert told.returncode == status, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


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
    assert "7 actions" in told.stderr
    assert taken(run, out)["events"] == []

    data = edit(out.read_bytes(), {(CLINIC, "due"): "31/12/2023", (NURSERY, "status"): "At risk (amber)"})
    out.write_bytes(added(data, review="Finch", action="Ring round in March.", leads="Education; Health", due="Mar 24"))
    over = run("tracker", "export", out)
    assert over.returncode == 2
    assert "holds edits that were not handed in yet" in over.stderr
    dry = taken(run, out, *SAID, "--dry-run")
    first = taken(run, out)
    assert first == dry
    assert sorted(e["what"] for e in first["events"]) == ["due", "new action", "status"]
    assert {e["by"] for e in first["events"]} == {"learning lead"}
    assert taken(run, out)["events"] == []

    again = loaded / "again.xlsx"
    told = run("tracker", "export", again, "-p", "partnership=Otterby Safeguarding Children Partnership")
    assert told.returncode == 0, told.stderr
    data = again.read_bytes()
    assert f"{shown(data, CLINIC, 'due'):%d/%m/%Y}" == "31/12/2023"
    assert shown(data, NURSERY, "status") == "At risk (amber)"
    assert shown(data, "Ring round", "leads") == "Education; Health"
    assert shown(data, "Ring round", "document") == "Actions added to the tracker by learning lead, 1/8/2023"
    assert shown(data, "Ring round", "review") == shown(data, CLINIC, "review")
    kept = Collection.open(loaded / "goldenthread.db")
    assert (len(kept.records()), len(kept.decisions())) == (2, 2)
    assert "Ring round in March" in run("trace", "Ring round in March.").stdout


def test_ten_cells_edited_in_libreoffice_are_ten_dated_events_and_a_second_person_is_shown_beside_the_first(
    run: Run, loaded: Path
) -> None:
    out, saved, other = loaded / "office.xlsx", loaded / "saved.xlsx", loaded / "other.xlsx"
    assert run("tracker", "export", out).returncode == 0
    exported = out.read_bytes()
    cells: list[tuple[str, str, str | float]] = [
        (LETTER, "due", (date(2024, 6, 30) - date(1899, 12, 30)).days),
        (LETTER, "status", "At risk (amber)"),
        (LETTER, "add_update", "=2+2 letters a day"),
        (COUNT, "leads", "Hospital Trust; Police"),
        (COUNT, "due", "end of Sept 24"),
        (COUNT, "measure", "Half of all fathers come"),
        (LOOK, "status", "Paused (grey)"),
        (LOOK, "note", "No auditor; agreed by the subgroup"),
        (LOOK, "add_evidence", "Draft seen by the subgroup"),
        (TEACH, "due", "was 31/12/2023, now 31/03/2024"),
        (TEACH, "status", "On track (green)"),
    ]
    places = [("Tracker", f"{letter(name)}{number_of(exported, words)}", value) for words, name, value in cells]
    (loaded / "office").mkdir()
    edited(out, saved, places, loaded / "office")
    first = taken(run, saved)  # the note is the reason of the change beside it, so eleven cells are ten events
    assert (len(first["events"]), first["conflicts"], first["refused"]) == (10, 0, [])
    assert {(e["by"], e["on"]) for e in first["events"]} == {("learning lead", "2023-08-01")}
    assert taken(run, saved)["events"] == []

    other.write_bytes(edit(exported, {(LETTER, "status"): "Overdue (red)", (CLINIC, "leads"): "Hospital Trust"}))
    second = ("--by", "business manager", "--on", "2023-08-07", "--format", "json")
    told = taken(run, other, *second, status=1)
    assert (sorted(e["what"] for e in told["events"]), told["conflicts"]) == (
        ["lead(s)", "status: two versions, both kept"],
        1,
    )
    assert any("another value was given since; that stays" in sentence for sentence in told["said"])
    assert taken(run, other, *second)["events"] == []
    assert run("tracker", "export", out, "--store", "goldenthread.db").returncode == 0
    both = shown(out.read_bytes(), LETTER, "conflict")
    assert "business manager, 2023-08-07, wrote “Overdue (red)”" in both
    assert "here stands “At risk (amber)” (learning lead, 2023-08-01)" in both


def test_what_cannot_be_handed_in_is_said_in_a_sentence(run: Run, loaded: Path) -> None:
    out = loaded / "sentences.xlsx"
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
