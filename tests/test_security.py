"""What somebody types never becomes a statement; no statement is built from data; nothing hostile is needed to run."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from graph.errors import GoldenThreadError
from graph.questions import ask, questions
from graph.store import Store
from tests.graph.small import small_store

__all__ = ["small_store"]

ROOT = Path(__file__).resolve().parent.parent
MARK = "OWNEDBYTHESTRING"
ENDS = [
    "'",
    '"',
    "`",
    "\\'",
    "\\",
    "')",
    '")',
    "'})",
    "']",
    "' OR true",
    "\u2019",
    "\u02bc",
    "\uff07",
    "\\u0027",
    "'\n",
    "*/ '",
]
THEN = [
    f"RETURN '{MARK}' AS theme",
    f"UNION ALL MATCH (n) RETURN '{MARK}' AS label",
    f"WITH 1 AS x MATCH (n) SET n.name = '{MARK}'",
    "MATCH (n) DETACH DELETE n",
    f"CREATE (:Theme {{id: '{MARK}'}})",
    f"CALL {{ CREATE (x:{MARK}) }} IN TRANSACTIONS",
    f"LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l AS {MARK}",
    "CALL dbms.listConfig()",
    f"OR 1=1 RETURN '{MARK}'",
    f"}}) RETURN '{MARK}' //",
    "; DROP CONSTRAINT theme_id_unique",
]
AFTER = ["", " //", ";"]
ODD = [
    "$limit",
    "$theme",
    "{theme}",
    "%s",
    "{0.__class__}",
    "${MARK}",
    ".*",
    "(?i).*",
    "\x00",
    "\ud7ff",
    "\u202e",
    "A" * 5000,
]
HOSTILE = [f"{end} {then}{after}" for end in ENDS for then in THEN for after in AFTER] + ODD


class Watched:
    """The real store, asked once for each thing; the statements of questions themselves are run in the next test."""

    def __init__(self, store: Store, known: set[str]) -> None:
        self.store, self.known = store, known
        self.texts = {question.text for question in questions().values()}
        self.before: dict[str, list[dict[str, Any]]] = {}

    def read(
        self, cypher: str, params: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, Any]]:
        assert cypher in self.known, f"a statement that is in no file: {cypher[:200]}"
        if cypher in self.texts:
            return []
        place = cypher + repr(sorted((params or {}).items(), key=str))
        if place not in self.before:
            self.before[place] = self.store.read(cypher, params)
        return [dict(row) for row in self.before[place]]


def statements() -> set[str]:
    files = [p.read_text("utf-8") for p in (ROOT / "cypher").rglob("*.cypher")]
    return {*files, *(q.text for q in questions().values())}


def asked(store: Watched, id_: str, name: str, string: str) -> list[dict[str, Any]]:
    """The rows; a string that makes no sense as this parameter is told in a sentence."""
    try:
        return ask(store, id_, {**{p.name: "x" for p in questions()[id_].params if p.required}, name: string}).rows
    except GoldenThreadError:
        return []


def facts(store: Store) -> dict[str, int]:
    return store.counts()


def test_five_hundred_strings_change_no_statement(small_store: Store) -> None:
    assert len(HOSTILE) >= 500
    watched = Watched(small_store, statements())
    before = facts(small_store)
    tried = set()
    for id_, question in questions().items():
        for param in question.params:
            for string in HOSTILE:
                assert MARK not in str(asked(watched, id_, param.name, string))
            tried.add((id_, param.name))
    assert len(tried) == sum(len(q.params) for q in questions().values())
    assert facts(small_store) == before


def test_the_engine_takes_them_as_text(small_store: Store) -> None:
    before = facts(small_store)
    plain = questions()
    strings = iter(cycle(HOSTILE))
    seen: set[str] = set()
    for question in plain.values():
        texts = [p.name for p in question.params if p.type in ("string", "strings")]
        values: dict[str, Any] = {p.name: p.default for p in question.params} | {"limit": 20}
        values = {name: value for name, value in values.items() if question.param(name)}
        if "since" in values:
            values["since"] = "2000-01-01"
        for string in islice(strings, max(20, len(HOSTILE) // len(plain) + 1)) if texts else ():
            several = {p.name: [string] for p in question.params if p.type == "strings"}
            rows = small_store.read(question.text, values | dict.fromkeys(texts, string) | several)
            assert MARK not in str(rows)
            seen.add(string)
    assert len(seen) >= 500
    assert facts(small_store) == before


CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH|CREATE CONSTRAINT|RETURN)\b")
WRITER = ROOT / "graph" / "store" / "statements.py"


def built(path: Path) -> list[tuple[int, ast.expr]]:
    """Texts that hold Cypher and are put together. (The linter only names clauses in messages.)"""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        parts: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            parts = [v for v in node.values if isinstance(v, ast.Constant)]
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            parts = [node.func.value]
        text = " ".join(str(p.value) for p in parts if isinstance(p, ast.Constant))
        if CYPHER.search(text) and isinstance(node, ast.expr):
            found.append((node.lineno, node))
    return found


def test_no_statement_is_put_together_but_from_the_model() -> None:
    code = [p for room in ("graph", "loaders") for p in (ROOT / room).rglob("*.py") if "tests" not in p.parts]
    elsewhere = [
        f"{p.relative_to(ROOT)}:{line}" for p in code if p != WRITER and p.parent.name != "lint" for line, _ in built(p)
    ]
    assert elsewhere == []
    assert len(built(WRITER)) >= 8
    used = {
        name.id
        for _, node in built(WRITER)
        for value in ast.walk(node)
        if isinstance(value, ast.FormattedValue)
        for name in ast.walk(value.value)
        if isinstance(name, ast.Name)
    }
    functions = {f.name for f in ast.walk(ast.parse(WRITER.read_text("utf-8"))) if isinstance(f, ast.FunctionDef)}
    known = used - functions - {"HASH", "NODES", "RELATIONSHIPS"}
    # what is left are labels, types and property names, which come from the model's registries alone
    names = {"label", "type_", "source", "target", "small", "columns", "own", "pattern", "declared", "p", "name", "key"}
    assert known <= names


SECRET = re.compile(r"(?i)(password|secret|token|api_?key)\s*[=:]\s*[\"'][^\"'{$]{6,}[\"']")


def test_no_secret_is_written_down() -> None:
    files = [p for room in ("graph", "loaders", "cypher", "notebooks") for p in (ROOT / room).rglob("*") if p.is_file()]
    files += [ROOT / "docker-compose.yml", ROOT / "Makefile", ROOT / "pyproject.toml"]
    texts = [p for p in files if p.suffix in (".py", ".yml", ".yaml", ".toml", ".cypher", ".ipynb", ".js", "")]
    assert [p.name for p in texts if SECRET.search(p.read_text("utf-8", errors="replace"))] == []


def test_no_password_on_the_command_line() -> None:
    """A list of processes shows every option: user and password come from the environment only."""
    options = re.compile(r'click\.option\([^)]*"--(password|token|secret)', re.DOTALL)
    assert [p.name for p in (ROOT / "graph" / "cli").rglob("*.py") if options.search(p.read_text("utf-8"))] == []


@pytest.mark.embedded
def test_files_of_a_store_are_for_its_owner_only(small_store: Store) -> None:
    import stat

    if small_store.lease is None:
        return
    folder = small_store.lease.folder
    for path in (folder, *folder.rglob("*")):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


@pytest.mark.embedded
def test_the_engine_listens_on_this_machine_only(small_store: Store) -> None:
    import psutil

    from tests.graph.store.processes import processes

    if small_store.lease is None:
        return
    found = processes(small_store.lease.folder.parent)
    assert found
    listening = [c for p in found for c in p.net_connections("inet")]
    assert any(c.status == psutil.CONN_LISTEN for c in listening)
    for connection in listening:
        for end in (connection.laddr, connection.raddr):
            assert not end or end.ip.removeprefix("::ffff:") in ("127.0.0.1", "::1"), connection


def test_every_dependency_is_pinned_so_that_it_is_audited() -> None:
    """`make audit` asks about `constraints.txt`: what this project and its tests bring in must stand there."""
    from importlib.metadata import requires

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {canonicalize_name(line.split("==")[0]) for line in lines if "==" in line}
    needed, todo = set[str](), [Requirement("golden-thread[test,exchange]")]
    while todo:
        wanted = todo.pop()
        for one in map(Requirement, requires(wanted.name) or ()):
            asked = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras))
            if asked and canonicalize_name(one.name) not in needed:
                needed.add(canonicalize_name(one.name))
                todo.append(one)
    assert len(needed) > 50
    assert needed <= pinned, f"not pinned: {', '.join(sorted(needed - pinned))}"


def test_bandit_finds_nothing() -> None:
    import subprocess
    import sys

    call = [sys.executable, "-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "graph", "loaders", "cypher"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
