"""Decisions are read as people write them, refused with a sentence, and added without touching what stands there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.decisions import CodingDecision, LinkDecision, NotOne, StatusDecision, add, read_folder
from graph.errors import StoreError

DAY = date(2026, 3, 2)


def test_what_is_added_is_read_again_and_comments_stay(tmp_path: Path) -> None:
    closed = StatusDecision(by="delegated partners", on=DAY, note="minute 14", thing="a:action:1", status="C-IN")
    link = LinkDecision(by="learning lead", on=DAY, thing="r", other="a", relation="DELIVERED_BY", choice="no")
    (tmp_path / "status.yaml").write_text("# kept by the case review group\n")
    assert [p.name for p in add(tmp_path, [closed, link])] == ["link.yaml", "status.yaml"]
    add(tmp_path, [closed.model_copy(update={"thing": "a:action:2"})])
    assert read_folder(tmp_path) == [link, closed, closed.model_copy(update={"thing": "a:action:2"})]
    assert (tmp_path / "status.yaml").read_text().startswith("# kept by the case review group\n")
    assert "on: '2026-03-02'" in (tmp_path / "status.yaml").read_text()


def test_words_that_yaml_takes_for_truth_values_stay_words(tmp_path: Path) -> None:
    text = (
        "- {kind: link, thing: r, other: a, relation: DELIVERED_BY, choice: yes, by: learning lead, on: 2026-03-02}\n"
    )
    (tmp_path / "by hand.yaml").write_text(text)
    (decision,) = read_folder(tmp_path)
    assert isinstance(decision, LinkDecision)
    assert (decision.choice, decision.on) == ("yes", DAY)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- {kind: coding, thing: f, theme: x, choice: keep}", "decision 1: by"),
        ("- {kind: status, thing: f, status: done, by: lead, on: 2026-03-02}", "decision 1: status"),
        ("- {kind: coding, thing: f, theme: x, choice: keep, by: lead, on: soon}", "decision 1: on"),
        ("- 3", "decision 1 is not a map"),
    ],
)
def test_a_fault_names_the_file_and_the_decision(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(StoreError, match=rf"a\.yaml: {fault}"):
        read_folder(tmp_path)


def test_the_kind_of_a_decision_is_written_with_it(tmp_path: Path) -> None:
    add(tmp_path, [CodingDecision(by="analyst", on=DAY, thing="f", theme="voice-of-child", choice="drop")])
    assert (tmp_path / "coding.yaml").read_text().startswith("- kind: coding\n")


def test_that_something_is_none_is_written_and_read_as_a_word(tmp_path: Path) -> None:
    said = NotOne(
        by="learning lead", on=DAY, thing="a:finding:1", document="Digest", quote="Thanks to all.", note="thanks"
    )
    assert [p.name for p in add(tmp_path, [said])] == ["none.yaml"]
    assert (tmp_path / "none.yaml").read_text().startswith("- kind: none\n")
    assert read_folder(tmp_path) == [said]
