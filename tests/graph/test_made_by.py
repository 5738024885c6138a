"""By which rules a graph was made: all of them, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph import made_by
from graph.made_by import HOME, RULES, hash_of

BUILT = """
import sys
from benchmarks.synthetic import records
from graph.codebook import load
from graph.derive import build
build(records("S"), load())
print("\\n".join(str(m.__file__) for n, m in sys.modules.items() if n.split(".")[0] == "graph"))
"""


def test_every_module_that_building_a_graph_uses_counts_as_a_rule() -> None:
    done = subprocess.run([sys.executable, "-c", BUILT], cwd=HOME, capture_output=True, text=True, check=True)
    used = [Path(line).relative_to(HOME).as_posix() for line in done.stdout.split()]
    assert "graph/derive/recurrence.py" in used
    left = [name for name in used if not any(name == part or name.startswith(f"{part}/") for part in RULES)]
    assert left == ["graph/__init__.py", "graph/errors.py"]


def test_every_part_that_is_named_is_there() -> None:
    assert [part for part in RULES if not (HOME / part).exists()] == []


def test_a_changed_rule_changes_it_and_line_ends_do_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_by, "HOME", tmp_path)
    rule, words, notes = (tmp_path / "rules" / name for name in ("rule.py", "words.yaml", "notes.md"))
    rule.parent.mkdir()
    rule.write_bytes(b"LIMIT = 1\nOTHER = 2\n")
    words.write_bytes(b"- sleep\n")
    first = hash_of(["rules"])
    rule.write_bytes(b"LIMIT = 1\r\nOTHER = 2\r\n")
    notes.write_bytes(b"nothing that counts")
    assert hash_of(["rules"]) == first
    words.write_bytes(b"- sleeping\n")
    assert hash_of(["rules"]) != first
