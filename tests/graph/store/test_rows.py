"""The hash of a row: equal facts have equal hashes, whatever the order and whoever made the values."""

from __future__ import annotations

import enum
from datetime import date

from graph.declare import NODES, Property
from graph.store.rows import of_item, row

DECLARED = {
    "text": Property("text", "string", "", False),
    "share": Property("share", "float", "", False),
    "number": Property("number", "integer", "", False),
    "day": Property("day", "date", "", False),
    "names": Property("names", "list of strings", "", False),
}


class Word(enum.StrEnum):
    """A text that is none of Python's own."""

    SEEN = "seen"


def test_the_order_of_facts_does_not_count() -> None:
    one = row({"text": "seen", "number": 3, "names": ["a", "é"], "day": date(2031, 3, 2)}, DECLARED)
    other = row({"day": date(2031, 3, 2), "names": ["a", "é"], "number": 3, "text": "seen"}, DECLARED)
    assert one.hash == other.hash
    assert one.values == other.values


def test_a_value_of_another_library_is_the_same_fact() -> None:
    class Number(float):
        """As numbers of a library for tables are."""

    assert (
        row({"text": Word.SEEN, "share": Number(0.5)}, DECLARED).hash
        == row({"share": 0.5, "text": "seen"}, DECLARED).hash
    )


def test_whole_numbers_of_a_share_are_shares() -> None:
    assert row({"share": 1}, DECLARED) == row({"share": 1.0}, DECLARED)
    assert row({"share": True}, DECLARED).hash != row({"number": 1}, DECLARED).hash


def test_other_facts_have_another_hash() -> None:
    told = [{"text": "a"}, {"text": "b"}, {"names": ["a"]}, {"names": ["a", ""]}, {"number": 1}, {"share": 1.0}, {}]
    assert len({row(one, DECLARED).hash for one in told}) == len(told)


def test_a_node_is_its_stated_facts() -> None:
    agency = NODES["Agency"]
    stated = {name: getattr(agency(id="a", name="Police"), name) for name in agency.properties}
    stated = {name: value for name, value in stated.items() if value not in (None, [])}
    assert of_item(agency(id="a", name="Police")) == row(stated, agency.properties)
