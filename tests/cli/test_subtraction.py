"""Counts of children sent from two loads can be subtracted: whoever sends the second is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cli.audit import counted_children, warn_of_subtraction
from graph.collection import Collection
from graph.collection.audit import note
from graph.questions import find_question
from graph.store import Store


@pytest.mark.parametrize(
    ("sent", "internal", "warned"),
    [
        ({"children": 11}, False, True),
        ({"children": 12}, False, False),
        ({"children": 11}, True, False),
        ({}, False, False),
    ],
)
def test_counts_sent_of_other_children_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sent: dict[str, int], internal: bool, warned: bool
) -> None:
    note(Collection.open(tmp_path), "ask", internal=internal, parameters=sent)
    warn_of_subtraction(str(tmp_path), None, {"children": 12})
    said = capsys.readouterr().err
    assert ("of 11 children; these are of 12" in " ".join(said.split())) == warned
    assert bool(said) == warned


def test_nothing_is_told_where_no_child_is_counted(small_store: Store) -> None:
    by_child, of_words = find_question("known-to-services"), find_question("good-practice")
    assert counted_children(small_store, [(by_child, {}), (of_words, {})])["children"] > 0
    assert counted_children(small_store, [(by_child, {"from": "2020"}), (of_words, {})]) == {}
