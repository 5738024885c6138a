"""Files made to be sent, through the command line: each kind is written, and wrong use is a sentence."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.cli import cli
from graph.cli.loading import load
from graph.store import open_store


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["brief", "seven-minute", "-o", "a.docx"], "needs -p theme="),
        (["brief", "closure", "-o", "a.docx"], "needs --since DATE"),
        (["brief", "closure", "--since", "May", "-o", "a.docx"], "is a date such as"),
        (["brief", "scrutiny", "-p", "review=Ash", "-o", "a.docx"], "takes partnership, theme"),
        (["brief", "scrutiny", "-o", "a.pdf"], "a briefing is a Word file"),
        (["brief", "nothing", "-o", "a.docx"], "is not one of"),
        (["ask", "recurring-themes", "--format", "xlsx"], "needs a file"),
        (["ask", "recurring-themes", "-o", "a.txt"], "a file is xlsx, csv or json"),
        (["ask", "--all", "-o", "a.csv"], "one CSV file holds one table"),
        (["ask", "recurring-themes", "--internal"], "needs a file"),
    ],
)
def test_wrong_use_is_a_sentence(words: list[str], told: str) -> None:
    done = CliRunner().invoke(cli, words)
    assert done.exit_code != 0
    assert told in done.output + str(done.exception)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store of bundled samples with reviews, actions and a scrutineer's view; its engine runs for all of these."""
    from importlib.resources import files

    samples = Path(str(files("graph"))) / "samples"
    store = str(tmp_path_factory.mktemp("sent") / "s.db")
    with open_store(store):
        load(sorted(p for p in samples.iterdir() if p.suffix in (".docx", ".pdf", ".xlsx", ".txt")), store)
        yield store


def sent(words: list[str], store: str) -> Any:
    done = CliRunner().invoke(cli, [*words, "--store", store])
    assert done.exit_code == 0, done.output + str(done.exception)
    return done


@pytest.mark.embedded
@pytest.mark.parametrize(
    "words",
    [["scrutiny"], ["impact"], ["seven-minute", "-p", "theme=safe-sleep"], ["closure", "--since", "2020-01-01"]],
    ids=lambda words: str(words[0]),
)
def test_each_briefing_is_written_and_says_whether_it_may_be_shared(
    loaded: str, words: list[str], tmp_path: Path
) -> None:
    from docx import Document

    def text_of(*more: str) -> str:
        file = tmp_path / "brief.docx"
        done = sent(["brief", *words, "-o", str(file), *more], loaded)
        assert str(file) in done.output
        paper = Document(str(file))
        headings = [p.text for p in paper.paragraphs if str(p.style.name).startswith(("Heading", "Title"))]
        assert len(headings) > 1
        edges = [p.text for s in paper.sections for p in (*s.header.paragraphs, *s.footer.paragraphs)]
        return "\n".join([*(p.text for p in paper.paragraphs), *edges])

    assert "Not for sharing" not in text_of()
    assert "Not for sharing" in text_of("--internal")


@pytest.mark.embedded
@pytest.mark.parametrize(
    "words",
    [
        ["brief", "scrutiny", "-p", "partnership=Nortmere"],
        ["brief", "seven-minute", "-p", "theme=zzz"],
        ["ask", "recurring-themes", "-p", "partnership=Nortmere"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_no_file_is_written_about_a_name_that_is_not_loaded(loaded: str, words: list[str], tmp_path: Path) -> None:
    file = tmp_path / ("a.docx" if words[0] == "brief" else "a.xlsx")
    done = CliRunner().invoke(cli, [*words, "-o", str(file), "--store", loaded])
    told = done.output + str(done.exception)
    assert done.exit_code != 0
    assert f"No {words[-1].split('=')[0]} '{words[-1].split('=')[1]}' is in the loaded documents" in told
    assert "no file was written" in told
    assert not file.exists()


@pytest.mark.embedded
def test_rows_that_are_not_for_sharing_say_so_within(loaded: str, tmp_path: Path) -> None:
    question = ["ask", "recurring-themes", "--internal"]
    sent([*question, "--format", "json", "-o", str(tmp_path / "a.json")], loaded)
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert told["caveats"][0].startswith("Not for sharing")
    assert "Not for sharing" not in told["columns"]
    sent([*question, "--format", "csv", "-o", str(tmp_path / "a.csv")], loaded)
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()))
    assert next(iter(rows[0])) == "Not for sharing"
    assert len(rows) == len(told["rows"])
    sent([*question[:-1], "--format", "csv", "-o", str(tmp_path / "b.csv")], loaded)
    assert "Not for sharing" not in (tmp_path / "b.csv").read_text("utf-8-sig")
