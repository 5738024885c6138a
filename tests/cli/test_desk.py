"""What a person keeps beside documents and decides about them, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.loaders.test_manifest import TEXT
from tests.loaders.test_report import TEXT as DIGEST


def test_a_manifest_holds_back_and_names_and_its_faults_are_listed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "elder.txt").write_text(TEXT)
    (folder / "rowan.txt").write_text(TEXT.replace("Elder", "Rowan"))
    (folder / "sources.yaml").write_text(
        "- {file: elder.txt, title: Review of Elder, licence: OGL}\n"
        "- {file: rowan.txt, hold: true, reason: a trial is not over}\n"
    )
    done = run("load", folder, "--dry-run", "--format", "json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [row["document"] for row in told["documents"]] == ["Review of Elder (elder.txt)", "rowan.txt"]
    assert told["documents"][1]["changed"] == "held, not loaded: a trial is not over"
    assert (told["skipped"], told["faults"]) == ([], [])
    read = json.loads(run("extract", folder, "--format", "json").stdout)
    assert [item["document"]["licence"] for item in read] == ["OGL"]
    (folder / "sources.yaml").write_text("- {file: ash.txt, title: A}\n")
    done = run("load", folder, "--dry-run")
    assert done.returncode == 1
    assert "there is no such file; correct its name or take the entry out." in done.stderr
    assert "rowan.txt" in done.stdout


def test_the_report_is_for_people_and_the_sample_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(DIGEST)
    done = run("extract", "digest.txt", "--report", "--sample", "sample.csv")
    assert done.returncode == 0, done.stderr
    assert "Did we miss learning?" in done.stdout
    rows = (tmp_path / "sample.csv").read_text().splitlines()
    assert rows[0].startswith("document,page,line,heading,text,reason")
    assert any("The helpline is open at night." in row for row in rows)
    assert not any(row.split(",")[4].startswith("=") for row in rows[1:])
    told = json.loads(run("extract", "digest.txt").stdout)["report"]
    assert {"read", "kept", "rejected", "notes", "pages", "blocks", "sections", "doubtful", "sample"} == set(told)
    assert run("extract", "digest.txt", "--sample", "sample.doc").returncode == 2


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
def test_a_queue_goes_out_and_comes_back_and_every_answer_counts_what_was_confirmed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(DIGEST)
    assert run("load", "digest.txt").returncode == 0
    assert run("confirm", "export", "queue.xlsx", "--every").returncode == 0
    book = openpyxl.load_workbook(tmp_path / "queue.xlsx")
    page: Any = book["Passages"]
    heads = {cell.value: cell.column for cell in page[1]}
    rows = {row[heads["quote"] - 1].value: row[0].row for row in page.iter_rows(min_row=2)}
    page.cell(
        rows["The need to follow the bruising in non-mobile babies procedure"], heads["keep or drop"]
    ).value = "keep"
    page.cell(rows["Speaking plainly"], heads["keep or drop"]).value = "keep"
    book.save(tmp_path / "back.xlsx")
    done = run("confirm", "import", "back.xlsx", "--by", "learning lead", "--on", "2026-03-02")
    assert done.returncode == 1
    assert "1 decisions added, 0 known before, 1 not taken." in done.stdout
    assert "there is no theme to keep or drop; use “add theme”." in done.stderr
    assert "0 decisions added, 1 known before" in run("confirm", "import", "back.xlsx", "--by", "analyst").stdout
    told = json.loads(run("ask", "recurring-themes", "-p", "theme=bruising-non-mobile", "--format", "json").stdout)
    assert [(row["reviews"], row["confirmed"]) for row in told["rows"]] == [(1, 1)]
    assert told["coverage"]["confirmed"] == 1
    again = run("load", "digest.txt")
    assert "0 changes" in again.stderr
    compared = run("confirm", "agreement", "back.xlsx", "goldenthread.db/decisions/coding.yaml", "--format", "json")
    overall = json.loads(compared.stdout)["overall"]
    assert (overall["passages"], overall["kappa"]) == (1, None)
    assert "fewer than" in overall["note"]


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
def test_a_new_edition_shows_what_disappeared_and_counts_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(DIGEST)
    assert run("load", "digest.txt").returncode == 0
    (tmp_path / "digest.txt").write_text(DIGEST.replace("- Speaking plainly\n", "- Being kind\n- Being on time\n"))
    done = run("load", "digest.txt", "--format", "json")
    told = json.loads(done.stdout)
    (row,) = told["documents"]
    assert row["changed"].startswith("new edition: ")
    assert "1 learning point removed" in row["changed"]
    assert told["gone"] == [{"document": "digest.txt", "items": ["learning point: “Speaking plainly”"]}]
    found = json.loads(run("ask", "provenance", "-p", "text=Being kind", "--format", "json").stdout)
    assert [row["editions"][0].split("; ")[1] for row in found["rows"]] == ["no longer held: 1 learning point"]
    assert found["coverage"]["documents"] == found["denominator"]["documents"] == 1
    thread = json.loads(run("trace", "RR 1/22", "--format", "json").stdout)
    (document,) = thread["documents"]
    assert "an earlier edition, replaced on" in document["editions"][0]
    assert "Speaking plainly" not in json.dumps([found, thread])
    assert "0 changes" in run("load", "digest.txt").stderr


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
def test_a_correction_beside_a_document_shows_as_decided_by_a_person(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "digest.txt").write_text(DIGEST)
    by = "by: learning lead, on: 2026-03-02"
    (folder / "corrections.yaml").write_text(
        f"- {{document: digest.txt, review: RR 1/22, field: incident, value: 2021-11, {by}}}\n"
        f"- {{document: digest.txt, quote: nowhere at all, field: due, value: 2022, {by}}}\n"
    )
    done = run("load", folder)
    assert done.returncode == 1
    assert "entry 2 (digest.txt): the document does not hold the words “nowhere at all”" in done.stderr
    found = json.loads(run("ask", "provenance", "-p", "text=incident: 2021-11", "--format", "json").stdout)
    assert any("Decided by learning lead, 2026-03-02: incident: 2021-11" in row["quote"] for row in found["rows"])
    thread = json.loads(run("trace", "RR 1/22", "--format", "json").stdout)
    assert any((step["from"], step["to"]) == ("2021-11-01", "2021-11-30") for step in thread["steps"])
