"""A table of three columns that says the action and how far it is: what the third holds need not be known."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

TABLE = """# Annual report

## Older actions

| Action | {head} | Where it stands |
|---|---|---|
| Publish a guide to private fostering | Carers | Done in June 2031 |
| Train receptionists to spot children not brought | Health | Under way, 31 of 48 surgeries |
| Commission a film on perinatal mental health | Health | Not started |
"""


@pytest.mark.parametrize("head", ["Wave", "Which learning", "Because of"])
def test_the_status_of_a_row_is_read_beside_a_column_that_is_not_known(head: str) -> None:
    record = parse(read_text(Path("table.md"), TABLE.format(head=head).encode()))
    assert [(action.text, action.status) for action in record.actions] == [
        ("Publish a guide to private fostering", "complete-evidence-awaited"),
        ("Train receptionists to spot children not brought", "under-way"),
        ("Commission a film on perinatal mental health", "not-started"),
    ]
