"""What a person keeps beside documents and decides about them, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

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
