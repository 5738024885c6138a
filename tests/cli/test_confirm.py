"""A person decides: kept over loads, found again in a new edition, and listed where its words are gone."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, one_sentence

ASKED = "every agency uses the escalation procedure"
SEEN = "The escalation procedure was not used in five of the eight cases"
PARTNERS = ("--by", "safeguarding partners", "--on", "2020-11-02")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    samples = Path(str(files("graph").joinpath("samples")))
    for name in ("wexmoor-review-ash-2019.pdf", "wexmoor-scrutiny-audit-2020.txt"):
        (folder / name).write_bytes((samples / name).read_bytes())
    return folder


def again(run: Run) -> dict[str, Any]:
    """The row that says that what was asked was seen again in the audit, with what is loaded."""
    done = run("ask", "closed-but-recurred", "--format", "json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    (row,) = [r for r in answer["rows"] if ASKED in r["recommendation"] and SEEN in r["seen_again"]]
    return row | {"coverage": answer["coverage"]}


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
@pytest.mark.timeout(600)
def test_a_closing_and_a_theme_from_the_first_word_to_the_last_edition(run: Run, documents: Path) -> None:
    assert run("load", documents).returncode == 0
    before = again(run)
    assert before["closure"] != "closed by record"
    assert before["type"] != "R3"
    assert before["coverage"]["confirmed"] == 0

    refused = run("confirm", "status", ASKED, "C-IE", *PARTNERS)
    assert refused.returncode == 2
    assert one_sentence(refused.stderr)
    assert "evidence" in refused.stderr
    assert "C-IN" in refused.stderr

    closed = run("confirm", "status", ASKED, "C-IN", *PARTNERS, "--note", "minute 9")
    assert closed.returncode == 0, closed.stderr
    kept = run("confirm", "theme", SEEN, "professional challenge", "keep", "--by", "analyst", "--on", "2021-01-05")
    assert kept.returncode == 0, kept.stderr
    after = again(run)
    assert (after["type"], after["closure"]) == ("R3", "closed by record")
    assert after["coverage"]["confirmed"] == 1
    assert after["coverage"]["suggested"] == before["coverage"]["suggested"] - 1
    assert after["coverage"]["documents"] == before["coverage"]["documents"] == 2
    where = json.loads(run("ask", "provenance", "-p", "text=minute 9", "--format", "json").stdout)["rows"]
    assert {r["kind"] for r in where} == {"StatusEvent", "Decision"}
    assert all("safeguarding partners, 2020-11-02" in r["quote"] for r in where)

    same = run("load", documents)
    assert "0 changes" in same.stderr
    audit = documents / "wexmoor-scrutiny-audit-2020.txt"
    text = audit.read_text("utf-8")
    audit.write_text(text.replace("Managers did not record", "Managers of three teams did not record"), "utf-8")
    edition = run("load", audit)
    assert "waits" not in edition.stderr
    assert again(run)["coverage"]["confirmed"] == 1

    gone = text.replace(SEEN, "In most cases nobody wrote down how they had disagreed")
    audit.write_text(gone, "utf-8")
    lost = run("load", audit)
    assert lost.returncode == 0
    assert "a decision of 2021-01-05 by analyst" in lost.stderr
    assert "waits" in lost.stderr
    listed = json.loads(run("confirm", "list", "--format", "json").stdout)
    assert [(d["kind"], bool(d["waits"])) for d in listed] == [("status", False), ("coding", True)]


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
@pytest.mark.timeout(600)
def test_what_is_not_clear_is_refused_and_nothing_is_written(run: Run, documents: Path, tmp_path: Path) -> None:
    assert run("load", documents).returncode == 0
    who = ("--by", "learning lead", "--on", "2021-01-05")
    for words, said in (
        (("confirm", "theme", "escalation procedure", "neglect", "add", *who), "could mean"),
        (("confirm", "status", "no such words at all", "O-DE", *who), "nothing loaded"),
        (("confirm", "status", ASKED, "done-ish", *who), "no status"),
        (("confirm", "theme", SEEN, "neglect", "keep", *who), "no theme neglect"),
        (("confirm", "none", SEEN, *who), "stands under a heading or was found by a rule"),
        (("confirm", "value", "Ash", "shoe size", "4", *who), "corrected"),
        (("confirm", "value", "Ash", "incident", "soon", *who), "no date"),
        (("link", ASKED, SEEN, "--as", "cousin", *who), "no relation"),
    ):
        done = run(*words)
        assert done.returncode == 2, (words, done.stdout, done.stderr)
        assert one_sentence(done.stderr)
        assert said in done.stderr, (words, done.stderr)
    assert not list((tmp_path / "goldenthread.db" / "decisions").glob("*.yaml"))

    rejected = run("link", ASKED, SEEN, "--as", "seen-again-in", "--not", *who, "--note", "another procedure")
    assert rejected.returncode == 0, rejected.stderr
    rows = json.loads(run("ask", "closed-but-recurred", "--format", "json").stdout)["rows"]
    assert not [r for r in rows if ASKED in r["recommendation"] and SEEN in r["seen_again"]]
    dated = run("confirm", "value", "Ash", "incident", "2018-11", *who, "--note", "the chronology")
    assert dated.returncode == 0, dated.stderr
    told = json.loads(run("trace", "Ash", "--format", "json").stdout)["steps"]
    assert any(s["from"] == "2018-11-01" for s in told)


STORY = """# Rapid Review 4/31: learning briefing

## A wet Tuesday

The nurse did not know that the school had seen a bruise, and its report was not shared with her. The office is closed.

## Findings

- Records were kept in three places.
"""


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
@pytest.mark.timeout(600)
def test_what_its_words_alone_told_is_none_until_the_decision_is_taken_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "briefing.md").write_text(STORY, "utf-8")
    assert run("load", tmp_path / "briefing.md").returncode == 0

    def told() -> list[str]:
        rows = json.loads(run("ask", "provenance", "-p", "text=seen a bruise", "--format", "json").stdout)["rows"]
        return sorted(row["kind"] for row in rows)

    assert "Finding" in told()
    done = run("confirm", "none", "the nurse did not know", "--by", "learning lead", "--note", "a story")
    assert done.returncode == 0, done.stderr
    assert "Recorded: no learning point, decided by learning lead" in done.stdout
    assert "Finding" not in told()
    assert "Decision" in told()
    assert "0 changes" in run("load", tmp_path / "briefing.md").stderr
    (listed,) = json.loads(run("confirm", "list", "--format", "json").stdout)
    assert (listed["kind"], listed["decided"], listed["note"]) == ("none", "no learning point", "a story")
    assert "The nurse did not know" in listed["about"]
    assert not listed["waits"]
    (tmp_path / "briefing.md").write_text(STORY.replace("The nurse did not know that", "Nobody said"), "utf-8")
    assert "waits: its words are" in run("load", tmp_path / "briefing.md").stderr
    (waiting,) = json.loads(run("confirm", "list", "--format", "json").stdout)
    assert "The nurse did not know" in waiting["about"]
    (tmp_path / "goldenthread.db" / "decisions" / "none.yaml").unlink()
    (tmp_path / "briefing.md").write_text(STORY, "utf-8")
    assert run("load", tmp_path / "briefing.md").returncode == 0
    assert "Finding" in told()
