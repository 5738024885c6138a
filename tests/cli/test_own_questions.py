"""Questions of one's own: listed, checked and asked from a folder, however the file was saved."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path

import pytest

from graph.errors import GoldenThreadError
from graph.lint import lint_file
from graph.questions import HeaderError, questions
from graph.views.contents import WIDTH, contents
from tests.cli.conftest import Run

QUESTION = """// id: barriers
// title: What stood in the way
// question: What do the documents say stood in the way of good practice?
// answers: table
// for: analyst
// topic: learning
// params:
//   partnership: string = null – only this partnership
//   limit: integer = 50 – rows at most
// returns:
//   learning: string – the learning point
//   document: string – where it stands
//   page: integer – its page
//   line: integer – its line, where it has no pages
//   quote: string – its words
// denominator: findings – learning points loaded
// read-as: A list of what is printed as a barrier; nothing is counted.
// caveats:
//   A barrier that no document names is not thereby absent.
// empty: No learning point is printed as a barrier.
// revision: 1
MATCH (f:Finding)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE f.polarity = 'barrier'
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH f, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership
RETURN DISTINCT f.text AS learning, d.name AS document, s.page AS page, s.line AS line, s.quote AS quote
ORDER BY document, page, line, quote, learning
LIMIT $limit
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "my questions" / "barriers.cypher"
    path.parent.mkdir()
    path.write_text(QUESTION, encoding="utf-8", newline="\n")
    return path


def test_every_question_is_listed_once_within_80_columns() -> None:
    known = questions()
    lines = list(contents(known.values()))
    assert max(map(len, lines)) <= WIDTH
    assert sorted(ids(lines)) == sorted(known)
    for user in ("scrutineer", "learning lead", "analyst"):
        assert set(ids(contents(known.values(), user))) == {q.id for q in known.values() if user in q.users}


def ids(lines: Iterable[str]) -> list[str]:
    """The ids that lines begin with: four spaces in, where headings and continued lines are not."""
    return [line.split()[0] for line in lines if line[:4].isspace() and line[4:5].strip()]


def test_an_own_folder_is_listed_checked_and_printed(run: Run, own: Path) -> None:
    assert "barriers" in run("ask", "--questions", own.parent, "--for", "analyst").stdout
    checked = run("lint", "--questions", own.parent)
    assert (checked.returncode, checked.stdout) == (0, "")
    pasted = run("ask", "barriers", "--questions", own.parent, "--cypher", "-p", "partnership=it's ours")
    assert pasted.stdout == QUESTION
    assert ":param partnership => 'it\\'s ours'" in pasted.stderr.splitlines()
    assert ":param limit => 50" in pasted.stderr.splitlines()


@pytest.mark.parametrize(
    "saved", [QUESTION.replace("\n", "\r\n").encode(), codecs.BOM_UTF8 + QUESTION.replace("\n", "\r\n").encode()]
)
def test_line_ends_and_mark_of_windows_change_nothing(own: Path, saved: bytes) -> None:
    plain = questions([own.parent])["barriers"]
    own.write_bytes(saved)
    assert lint_file(own) == []
    assert questions([own.parent])["barriers"] == plain


@pytest.mark.parametrize(
    ("saved", "line", "said"),
    [
        (QUESTION.encode("utf-16"), 1, "UTF-16"),
        (QUESTION.replace("stood in the way\n", "stood in the “way”\n", 1).encode("cp1252", "replace"), 2, "not UTF-8"),
        (QUESTION.replace("'barrier'", "'bar\0rier'").encode(), 23, "NUL"),
    ],
    ids=["utf-16", "cp1252", "nul"],
)
def test_another_encoding_is_said_with_file_and_line(own: Path, saved: bytes, line: int, said: str) -> None:
    own.write_bytes(saved)
    (problem,) = lint_file(own)
    assert (problem.file, problem.line) == (str(own), line)
    assert said in problem.message
    with pytest.raises(HeaderError, match=f":{line}: "):
        questions([own.parent])


def test_a_fault_is_said_with_file_and_line(run: Run, own: Path) -> None:
    own.write_bytes(QUESTION.replace("f.polarity", "f.polarty").replace("\n", "\r\n").encode())
    done = run("lint", own)
    assert (done.returncode, done.stdout.splitlines()[0].startswith(f"{own}:23: ")) == (1, True)


def test_a_folder_without_questions_is_said(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(GoldenThreadError, match="give the folder of your question files"):
            questions([folder])
