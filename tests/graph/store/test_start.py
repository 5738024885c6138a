"""What a question imports before it is asked, and what is imported while the engine starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.graph.store.processes import python


def test_the_questions_bring_in_nothing_that_derives() -> None:
    code = "import sys, graph.questions\nprint([m for m in sys.modules if m.startswith(('numpy', 'graph.derive'))])"
    out, err = python("-c", code).communicate()
    assert out.strip() == "[]", err


@pytest.mark.embedded
def test_the_driver_is_imported_while_the_engine_starts(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from graph.store import embedded\n"
        "seen, real = [], embedded._ask\n"
        "embedded._ask = lambda folder: (seen.append('neo4j' in sys.modules), real(folder))[1]\n"
        "embedded.join(Path(sys.argv[1])).leave()\n"
        "print(seen[0], seen[-1])"
    )
    out, err = python("-c", code, tmp_path / "c").communicate(timeout=120)
    assert out.split() == ["False", "True"], err
