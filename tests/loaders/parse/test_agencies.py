"""Agencies: who took part and who did not, kinds of names, and who is to do what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Stated
from loaders.parse.items.agencies import agencies_of, kind_of, kinds
from loaders.parse.items.leads import leads_of


def involved(*texts: str, labels: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(a.name, a.kind) for a in agencies_of([Stated(text=t) for t in texts], list(labels))]


def test_roles_speak_for_their_agency_and_a_proper_name_wins() -> None:
    assert involved("A health visitor told a social worker; Hollin Primary School and a teacher agreed.") == [
        ("health visitor", "health-visiting"), ("social worker", "children-social-care"),
        ("Hollin Primary School", "school"),
    ]  # fmt: skip


def test_two_forces_are_two_agencies_of_one_kind() -> None:
    assert involved("Northmoor Police and Southmoor Police met. The police agreed.") == [
        ("Northmoor Police", "police"), ("Southmoor Police", "police"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The toddler was not known to Brackenshire Children's Social Care.",
        "There was no involvement with mental health services.",
        "The police were not involved.",
        "She was in the care of the local authority.",
        "The Safeguarding Children Partnership met.",
        "He was taken through the front door.",
    ],
)
def test_an_agency_that_took_no_part_is_not_listed(text: str) -> None:
    assert involved(text) == []


def test_a_local_authority_counts_where_it_acts_and_a_case_label_is_no_abbreviation() -> None:
    assert involved("The local authority issued care proceedings.") == [("local authority", "children-social-care")]
    assert involved("SW was seen by the GP.", labels=("SW",)) == [("GP", "gp")]
    assert involved("SW was seen by the GP.")[0] == ("SW", "children-social-care")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Childrens Social Care", "children-social-care"),
        ("Childrens Socail Care", "children-social-care"),  # misspelt
        ("adult social care", "adult-social-care"),
        ("consultant paediatrician", "hospital"),
        ("Northmoor Ambulance Service NHS Foundation Trust", "ambulance"),
        ("Northmoor Partnership NHS Trust", "community-health-trust"),
        ("BHCFT", "community-health-trust"),
        ("Primary Care Trust", "icb"),
        ("the Council", "local-authority"),
        ("Brackenshire Safeguarding Children Partnership", "partnership"),
        ("Service", None),
        ("Somewhere", None),
        ("", None),
    ],
)
def test_kinds_of_names(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind
    assert kind is None or kind in kinds()


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("The Board should require each agency to report.", ["Board"]),
        ("Children's Services and the Police must design a form.", ["Children's Services", "Police"]),
        ("Brackenshire Drug and Alcohol Service must visit each home.", ["Brackenshire Drug and Alcohol Service"]),
        ("BHCFT to review its guidance.", ["BHCFT"]),
        ("Beacon and YoungPower have commenced the survey.", ["Beacon", "YoungPower"]),
        (
            "It is recommended that the Kelderwick Safeguarding Children Partnership seeks assurance.",
            ["Kelderwick Safeguarding Children Partnership"],
        ),
        ("The audit will be led by the Quality Assurance Group in May.", ["Quality Assurance Group"]),
        ("R2 The ICB, the Police and Housing must share it.", ["ICB", "Police", "Housing"]),
        ("All schools should display the poster.", ["All schools"]),
        ("Training will be delivered to staff.", []),
        ("Reminders are sent out each month.", []),
        ("To keep a record of visits.", []),
        ("The need to see the child.", []),
        ("Practitioners should be curious.", []),
        ("", []),
    ],
)
def test_who_is_to_do_it(text: str, leads: list[str]) -> None:
    assert leads_of(text) == leads


@pytest.mark.reviews
def test_real_cases(reviews: Path) -> None:
    text = (reviews / "nottinghamshire-learning-2022.txt").read_text()
    seven = text.split("\nRR 7/22")[1].split("\nLCSPR TN20")[0]
    assert "children-social-care" not in {k for _, k in involved(seven)}
    two = text.split("\nRR 2/22")[1].split("\nRR 3/22")[0]
    assert {"children-social-care", "police", "gp", "health-visiting", "hospital"} <= {k for _, k in involved(two)}
    deck = (reviews / "hsscp-learning-from-reviews-2025.txt").read_text()
    la = deck.split("\nLA Rapid Review")[1].split("Findings and Learning")[0]
    assert "children-social-care" not in {k for _, k in involved(la, labels=("LA",))}  # T19


def test_a_name_that_holds_commas_is_one_body() -> None:
    name = "North, Mid and South Vale NHS Foundation Trust"
    assert leads_of(f"{name} should review its policy.") == [name]
    assert leads_of(f"{name} and the ICB should review it.") == [name, "ICB"]
    assert leads_of("Police, health visitors and school nurses should meet.") == [
        "Police",
        "health visitors",
        "school nurses",
    ]
    (trust,) = agencies_of([Stated(text=f"He was seen by {name} in May.")], [])
    assert trust.name == name
    told = agencies_of([Stated(text="Police, CAMHS, Hill Top and Dale End NHS Trust met.")], [])
    assert [agency.name for agency in told] == ["Police", "CAMHS", "Hill Top and Dale End NHS Trust"]


@pytest.mark.parametrize(
    ("asked", "bodies"),
    [
        ("Health and police colleagues should agree a joint visit.", ["Health", "police colleagues"]),
        ("Schools, colleges and early years settings to ask first.", ["Schools", "colleges", "early years settings"]),
        ("All services for disabled children should write it down.", ["All services for disabled children"]),
        ("We recommend that head teachers hold a meeting first.", ["head teachers"]),
        ("It would help if commissioners paid for a trusted adult.", ["commissioners"]),
        ("That the surgery and Ferncliffe ICB agree how marks are recorded.", ["surgery", "Ferncliffe ICB"]),
        ("The three safeguarding partners should publish the plan.", ["three safeguarding partners"]),
        ("The council's housing team should tell social care.", ["council's housing team"]),
        ("GPs should be reminded of the pathway by the ICB.", ["ICB"]),
        ("Asked of us: The ICB should make sure of it.", ["ICB"]),
        ("b) Police Scotland and Social Work should review it;", ["Police Scotland", "Social Work"]),
        ("Practitioners should be curious.", []),
        ("Everyone should know whom to ring.", []),
    ],
)
def test_joint_addressees_are_each_named(asked: str, bodies: list[str]) -> None:
    assert leads_of(asked) == bodies


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("Neither CAMHS nor the drug service was working with the family. The school was.", {"school"}),
        ("Health visiting, the GP and school knew the family; CAMHS did not.", {"health-visiting", "gp", "school"}),
        ("Services not involved: CAMHS, probation", set()),
        ("Neither the GP nor the school was told.", {"gp", "school"}),
    ],
)
def test_who_is_said_to_have_had_no_part_has_none(told: str, kinds: set[str]) -> None:
    assert {agency.kind for agency in agencies_of([Stated(text=told, quote=told)], [])} == kinds
