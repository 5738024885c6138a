"""Every question of `cypher/` has a golden row: a test on both engines that writes out what it answers.

That a question has rows, and that each says where it stands, holds of a wrong answer as well. Read from the tests
themselves, so that a question cannot be added, nor its row be taken out, without being seen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.questions import questions

TESTS = Path(__file__).parents[1]
ON_BOTH_ENGINES = {"small_store", "status_store"}
ASKING = {"picked", "ask"}


def golden(tests: ast.AST) -> Iterator[str]:
    """Ids of the questions whose answer a test on both engines compares with what it writes out."""
    for test in ast.walk(tests):
        if isinstance(test, ast.FunctionDef) and ON_BOTH_ENGINES & {a.arg for a in test.args.args}:
            held = _held(test)
            for compared in (c for step in ast.walk(test) if isinstance(step, ast.Assert) for c in ast.walk(step.test)):
                if isinstance(compared, ast.Compare) and isinstance(compared.ops[0], ast.Eq):
                    sides = [compared.left, *compared.comparators]
                    if any(_written_out(side) for side in sides):
                        yield from (id_ for side in sides for id_ in _asked(side, held))


def _held(test: ast.FunctionDef) -> dict[str, set[str]]:
    """What each name of a test holds the answer of: it was given it, or stands for its rows one by one."""
    held: dict[str, set[str]] = {}
    for step in ast.walk(test):
        if isinstance(step, ast.Assign):
            value, targets = step.value, step.targets
        elif isinstance(step, ast.For | ast.comprehension):
            value, targets = step.iter, [step.target]
        else:
            continue
        for name in (n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)):
            held.setdefault(name, set()).update(_asked(value, held))
    return held


def _asked(value: ast.AST, held: dict[str, set[str]]) -> set[str]:
    """The questions a value comes from: asked in it, or held by a name in it."""
    found: set[str] = set()
    for part in ast.walk(value):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in ASKING:
            found |= {a.value for a in part.args[1:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
        elif isinstance(part, ast.Name):
            found |= held.get(part.id, set())
    return found


def _written_out(value: ast.AST) -> bool:
    """A list, tuple or row with words or numbers of its own in it: not an empty one, not a count, not a flag."""
    return isinstance(value, ast.List | ast.Tuple | ast.Dict | ast.Set) and any(
        isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value for part in ast.walk(value)
    )


@pytest.fixture(scope="module")
def proven() -> set[str]:
    return {
        id_
        for path in sorted(TESTS.rglob("test_*.py"))
        for id_ in golden(ast.parse(path.read_text("utf-8"), str(path)))
    }


@pytest.mark.parametrize("id_", sorted(questions()))
def test_every_question_has_a_golden_row(proven: set[str], id_: str) -> None:
    assert id_ in proven, (
        f"cypher/{id_}.cypher has no golden row. Write one that says what it answers on a small graph, both engines:\n"
        f'assert picked(store, "{id_}", "column", …) == [("…", …)]\n'
        "in tests/graph/test_questions.py (small_store); where it turns on statuses, due dates or tests, in "
        "tests/graph/test_more_questions.py (status_store)."
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("assert picked(small_store, 'a', 'x') == [('word', 1)]", {"a"}),
        ("rows = ask(small_store, 'a').rows\n    assert [r['x'] for r in rows] == ['word']", {"a"}),
        ("for row in ask(small_store, 'a').rows:\n        assert row == {'x': 'word'}", {"a"}),
        ("assert ask(small_store, 'a').rows", set()),
        ("assert picked(small_store, 'a', 'x') == []", set()),
        ("assert len(picked(small_store, 'a', 'x')) == 2", set()),
        ("other = ask(small_store, 'a').rows\n    assert ['word'] == ['word']", set()),
    ],
)
def test_what_counts_as_a_golden_row(body: str, expected: set[str]) -> None:
    assert set(golden(ast.parse(f"def test_it(small_store):\n    {body}\n"))) == expected
    assert not set(golden(ast.parse(f"def test_it(other_store):\n    {body}\n")))
