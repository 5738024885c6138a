"""The gazetteer: bodies and places however they are spelt, boards, joint names, and bodies the data does not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from graph import gazetteer
from graph.gazetteer import areas_in, areas_of, code_of, members_of, partnership_for, partnerships_in, same_body

HSSCP = "Hartlepool and Stockton-on-Tees Safeguarding Children Partnership"
STSCP = "South Tees Safeguarding Children Partnership"


@pytest.mark.parametrize(
    "text",
    [
        "Hartlepool and Stockton-On-Tees Safeguarding Children Partnership",
        "the Hartlepool & Stockton on Tees Safeguarding Children’s Partnership met",
        "Hartlepool & Stockton-on-Tees\n**SAFEGUARDING\nCHILDREN\nPARTNERSHIP**",
        "The HSSCP Executive agreed.",
    ],
)
def test_one_partnership_however_spelt(text: str) -> None:
    assert partnerships_in(text) == [HSSCP]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Independent Chair of the Brackenshire Safeguarding Children Partnership",
         ["Brackenshire Safeguarding Children Partnership"]),
        ("KELDERWICK LOCAL SAFEGUARDING CHILDREN BOARD", ["Kelderwick Local Safeguarding Children Board"]),
        ("Welcome to Brackenshire and Kelderwick Safeguarding Children Partnership (BKSCP). Later BKSCP said",
         ["Brackenshire and Kelderwick Safeguarding Children Partnership"]),
        ("involving the Surrey, Nottingham City and Lincolnshire Safeguarding Children Partnerships",
         ["Surrey Safeguarding Children Partnership", "Nottingham City Safeguarding Children Partnership",
          "Lincolnshire Safeguarding Children Partnership"]),
        ("Kent and Suffolk safeguarding partners took part",
         ["Kent Safeguarding Children Partnership", "Suffolk Safeguarding Children Partnership"]),
        ("the Local Safeguarding Children Board and the Lead Safeguarding Partners", []),
        ("XSCP and children", []),  # never introduced
        ("Tees Safeguarding Children Partnerships", ["Tees Safeguarding Children Partnerships"]),
    ],
)  # fmt: skip
def test_bodies_by_pattern(text: str, expected: list[str]) -> None:
    assert partnerships_in(text) == expected


def test_areas_are_found_once_each_and_not_inside_other_words() -> None:
    assert areas_in("Stockton children, Stockton-on-Tees, North East Lincolnshire and St. Helens") == [
        "Stockton-on-Tees", "North East Lincolnshire", "St Helens",
    ]  # fmt: skip
    assert areas_in("the North East and North Cumbria board") == []
    assert areas_in("South Tees") == ["Middlesbrough", "Redcar and Cleveland"]


def test_names_that_are_words_need_a_sign_that_a_place_is_meant() -> None:
    assert areas_in("Reading the file, staff bury doubts. Ms Sutton agreed.") == []
    assert areas_in("children in Reading and in Bury Council's area") == ["Reading", "Bury"]


def test_who_acts_for_which_place() -> None:
    assert areas_of("HSSCP") == ["Hartlepool", "Stockton-on-Tees"]
    assert areas_of("Stockton-on-Tees Local Safeguarding Children Board") == ["Stockton-on-Tees"]
    assert areas_of("Brackenshire Safeguarding Children Partnership") == ["Brackenshire"]
    assert partnership_for("Stockton on Tees") == HSSCP
    assert partnership_for("Surrey") == "Surrey Safeguarding Children Partnership"
    assert partnership_for("Brackenshire") is None
    assert members_of("Tees") == [HSSCP, STSCP]
    assert members_of(HSSCP) == []


def test_a_board_is_the_partnership_that_followed_it_and_a_joint_name_is_neither() -> None:
    assert same_body("Kelderwick Local Safeguarding Children Board", "Kelderwick Safeguarding Children's Partnership")
    assert same_body("Stockton-on-Tees LSCB", "HSSCP")
    assert not same_body("Tees", "HSSCP")
    assert not same_body("HSSCP", "STSCP")
    assert not same_body("", "")


def test_data_is_sound() -> None:
    data = yaml.safe_load((Path(gazetteer.__file__).parent / "data" / "gazetteer.yaml").read_text("utf-8"))
    codes = [facts["code"] for facts in data["areas"].values() if facts and "code" in facts]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"E(06|08|09|10)\d{6}", code) for code in codes)
    named = {a for entry in data["shared"] for a in entry["areas"]} | {e["area"] for e in data["named"]}
    named |= {a for members in data["regions"].values() for a in members}
    assert named <= set(data["areas"])
    assert code_of("Stockton") == "E06000004"
    assert code_of("Brackenshire") is None
    for area in data["areas"]:
        body = partnership_for(area)
        assert body is not None
        assert area in areas_of(body)
        assert partnerships_in(f"the {body} met") == [body]


@pytest.mark.reviews
def test_real_documents_name_their_bodies(reviews: Path) -> None:
    assert partnerships_in((reviews / "hsscp-learning-from-reviews-2025.txt").read_text()) == [HSSCP]
    county = partnerships_in((reviews / "nottinghamshire-learning-2022.txt").read_text())
    assert county[0] == "Nottinghamshire Safeguarding Children Partnership"
    assert len(county) == 6
    assert set(partnerships_in((reviews / "tees-themes-2017-21.txt").read_text())) == {HSSCP, STSCP}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robin Ashdown Lancashire Safeguarding Children Board", ["Lancashire Local Safeguarding Children Board"]),
        (
            "Ashdown Wray Associates and Salford Safeguarding Children Partnership",
            ["Salford Safeguarding Children Partnership"],
        ),
        ("Robin Ashdown, LSCP and Learning Manager, said", []),
        ("Locally, safeguarding partners must publish", []),
        ("This LSCP briefing says what was found. A LSCB should meet.", []),
        ("North Fenwold Safeguarding Children Partnership", ["North Fenwold Safeguarding Children Partnership"]),
        (
            "Ashmere and Salford Safeguarding Children Partnership",
            ["Ashmere and Salford Safeguarding Children Partnership"],
        ),
    ],
)
def test_what_stands_before_a_place_is_no_part_of_its_partnership(text: str, expected: list[str]) -> None:
    """A person who signs, a firm, a small word: none may come into the name of a partnership."""
    assert partnerships_in(text) == expected
