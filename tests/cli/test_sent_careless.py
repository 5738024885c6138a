"""Files of a careless author, loaded, and every file made of them to be sent: no byte holds what must not leave.

Names stand in file names, sheets, properties and owners here, as well as in sentences; archives are opened.
"""

from __future__ import annotations

import html
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment

from graph.cli import cli
from graph.cli.loading import load
from graph.store import open_store

SECRET = (
    *("Quillbrook", "Tessaly", "Okonjo", "Brannagh", "Ashgillside", "Petherick", "Larkwhistle", "QZ9 7XY", "960 731"),
    *("9 March 2021", "2021-03-09", "ZQ21C00417", "quillbrook-family"),
)
LEARNING = (
    "The lead reviewer, Tessaly Okonjo, found that nobody had asked about the bruise.",
    "Child B (Oliver Quillbrook) was not seen alone by any professional.",
    "QUILLBROOK was spelt in three ways, and records of the siblings were not joined.",
    "Staff at Ashgillside Primary School did not share what they had seen of neglect.",
    "The family moved to 14 Larkwhistle Close, QZ9 7XY, and the health visitor was not told.",
    "Her mobile was 07700 960 731 and the worker stopped calling; supervision did not notice.",
    "Care proceedings (ZQ21C00417) were issued late.",
)
WHOLE = "Supervision should ask what a day is like for the child."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two documents as they come out of an office: a review in Word and a tracker in Excel."""
    folder = tmp_path_factory.mktemp("careless")
    review = Document()
    review.core_properties.author = "Brannagh Petherick"
    review.core_properties.comments = "Quillbrook draft"
    review.add_heading("Northmere Safeguarding Children Partnership", 1)
    review.add_heading("Local Child Safeguarding Practice Review: Child B", 1)
    review.add_paragraph("Published May 2022")
    review.add_paragraph("Child B died on 9 March 2021, aged 16 months.")
    review.add_heading("Key learning", 2)
    for sentence in (*LEARNING, WHOLE):
        review.add_paragraph(sentence, style="List Bullet")
    review.save(str(folder / "quillbrook-family review.docx"))
    tracker = Workbook()
    tracker.properties.creator = "Brannagh Petherick"
    sheet = tracker.active
    assert sheet is not None
    sheet.title = "Quillbrook O"
    sheet.append(["No", "Recommendation", "Action", "Lead", "Due", "Status", "Evidence"])
    owners = ("Brannagh", "T Petherick", "ICB - Petherick", "Petherick, Brannagh", "Police")
    for number, owner in enumerate(owners, 1):
        action = f"Reissue the bruising protocol to all staff of service {number}"
        sheet.append([number, "Staff should know the bruising protocol.", action, owner, "2022-09-30", "Complete", ""])
    sheet["C2"].comment = Comment("ask Petherick", "Brannagh Petherick")
    tracker.save(folder / "tracker-Quillbrook.xlsx")
    made = str(folder / "s.db")
    with open_store(made):
        load(sorted(folder.glob("*.docx")) + sorted(folder.glob("*.xlsx")), made)
        yield made


def parts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every text in a file: of an archive, of each of its parts, with their names."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for each in archive.namelist():
                yield from parts(f"{name}/{each}", archive.read(each))
    else:
        yield name, name + html.unescape(data.decode("utf-8", "replace"))


@pytest.mark.embedded
@pytest.mark.parametrize(
    "words",
    [
        ["explore", "-o", "x.html"],
        ["explore", "--around", "Child B", "-o", "x.html"],
        ["ask", "--all", "-o", "x.json"],
        ["ask", "--all", "-o", "x.xlsx"],
        ["ask", "follow-review", "-p", "review=Child B", "-o", "x.csv"],
        ["brief", "scrutiny", "-o", "x.docx"],
        ["brief", "closure", "--since", "2020-01-01", "-o", "x.docx"],
        ["export", "x", "--for", "csv"],
        ["export", "x", "--for", "graphml"],
    ],
    ids=lambda words: "-".join(str(w).strip("-") for w in words[:2]),
)
def test_no_byte_that_is_sent_holds_what_must_not_leave(store: str, words: list[str], tmp_path: Path) -> None:
    given = [str(tmp_path / w) if w.startswith("x") else w for w in words]
    done = CliRunner().invoke(cli, [*given, "--store", store])
    assert done.exit_code == 0, done.output + str(done.exception)
    files = [f for f in tmp_path.rglob("*") if f.is_file()]
    assert files
    told = [part for f in files for part in parts(f.name, f.read_bytes())]
    found = {(secret, name) for name, text in told for secret in SECRET if secret.casefold() in text.casefold()}
    assert found == set()


@pytest.mark.embedded
def test_what_may_leave_is_whole(store: str, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    done = CliRunner().invoke(cli, ["ask", "follow-review", "-p", "review=Child B", "-o", str(file), "--store", store])
    assert done.exit_code == 0, done.output
    text = json.dumps(json.loads(file.read_text("utf-8")), ensure_ascii=False)
    assert WHOLE in text
    assert "Child B" in text
