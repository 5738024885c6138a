"""Every verb answers --help with an example; wrong use is exit 2 with a sentence."""

from __future__ import annotations

import pytest

from graph.cli import VERBS
from graph.questions import questions
from tests.cli.conftest import Run, one_sentence


def test_help_lists_every_verb_without_importing_them(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(verb in done.stdout for verb in VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_help_of_a_verb_shows_an_example(run: Run, verb: str) -> None:
    done = run(verb, "--help")
    assert done.returncode == 0, done.stderr
    assert f"Example: goldenthread {verb}" in done.stdout


@pytest.mark.parametrize(
    "words", [["lod"], ["ask", "recuring-themes"], ["ask", "recurring-themes", "-p", "theme"], ["load"]]
)
def test_wrong_use_is_exit_2_with_a_sentence(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr


def test_asking_before_loading_says_what_to_do(run: Run) -> None:
    done = run("ask", "recurring-themes")
    assert done.returncode == 1
    assert "goldenthread load" in done.stderr
    assert one_sentence(done.stderr)


def test_questions_are_listed_without_a_store(run: Run) -> None:
    done = run("ask", "--format", "json")
    assert done.returncode == 0, done.stderr
    for question in questions():
        assert f'"{question}"' in done.stdout


def test_cypher_can_be_pasted(run: Run) -> None:
    done = run("ask", "recurring-themes", "--cypher")
    assert done.returncode == 0, done.stderr
    assert "MATCH" in done.stdout
    assert "LIMIT $limit" in done.stdout
