"""The driver comes without libraries that nothing here sends values of, and does not keep others from them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from neo4j._codec.hydration.bolt.v2 import HydrationHandler
from neo4j._codec.packstream.v1 import PackableBuffer, Packer

from graph.store.driver import day

CODE = """
import sys
from graph.store.driver import driver
assert driver().GraphDatabase and driver() is driver()
assert not {"pandas", "pyarrow"} & sys.modules.keys()
import pandas, pyarrow
assert pandas.DataFrame and pyarrow.Table
"""


def test_libraries_for_tables_stay_out_and_can_be_had() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)


def packed(value: Any, hooks: Any = None) -> bytes:
    buffer = PackableBuffer()
    Packer(buffer).pack([value], dehydration_hooks=hooks)
    return bytes(buffer.data)


@pytest.mark.parametrize("text", ["2023-02-28", "2024-02-29", "1970-01-01", "1899-12-31", "0001-01-01", "9999-12-31"])
def test_a_day_is_what_the_driver_makes_of_a_date_and_nothing_is_looked_up_for_it(text: str) -> None:
    hooks = HydrationHandler().new_hydration_scope().dehydration_hooks
    assert packed(day(text)) == packed(date.fromisoformat(text), hooks)


def test_a_driver_that_packs_in_another_way_is_given_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    day.cache_clear()
    monkeypatch.setitem(sys.modules, "neo4j._codec.packstream", None)
    assert day("2023-02-28") == date(2023, 2, 28)
    day.cache_clear()
