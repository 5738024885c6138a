"""The kind of a review that its heading does not say: beside its name, in the paper's count, above it, in its story."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

ROBIN = "Robin, aged 9, was found with serious injuries in May. His school had not told anybody about the bruises."
WREN = "Wren was 4 when she died in a house fire. Her mother had asked for help with housing."
LEARNT = "\n\n- Professionals did not ask about the father.\n- Information was not shared in time.\n"
RAPID, FULL, LEARNING = "rapid-review", "lcspr", "learning-review"


def kinds(title: str, intro: str, robin: str = "", wren: str = "") -> list[str]:
    text = f"# {title}\n\n{intro}\n\n## Robin\n\n{ROBIN} {robin}{LEARNT}\n\n## Wren\n\n{WREN} {wren}{LEARNT}"
    return [review.kind for review in parse(read_text(Path("paper.md"), text.encode())).reviews]


@pytest.mark.parametrize(
    ("title", "intro", "expected"),
    [
        ("Newsletter, spring 2031", "Two rapid reviews in two boxes. None is going on to an LCSPR.", [RAPID, RAPID]),
        ("In Focus 9", "We share what we learned from two Learning Reviews that ended last year.", [LEARNING] * 2),
        ("Progress against two local child safeguarding practice reviews", "A letter, March 2031.", [FULL, FULL]),
        ("Learning from serious case reviews", "Ashmere Safeguarding Children Board", ["scr", "scr"]),
        ("Learning bulletin 2031", "We published our LCSPRs about Robin and Wren.", [FULL, FULL]),
        ("Newsletter 2031", "LCSPR Wren came out in May. The rapid review about Robin ended in June.", [RAPID, FULL]),
        ("Newsletter 2031", "The learning review in respect of Robin is done.", [LEARNING, "other"]),
    ],
)
def test_the_paper_says_the_kind_once_for_its_cases(title: str, intro: str, expected: list[str]) -> None:
    assert kinds(title, intro) == expected


def test_what_is_left_of_a_count_is_the_kind_of_the_last() -> None:
    intro = "One rapid review and one local child safeguarding practice review."
    assert kinds("What we learnt", intro, "The local child safeguarding practice review ended in July.") == [
        FULL,
        RAPID,
    ]


def test_a_heading_in_the_plural_says_the_kind_of_the_cases_below_it() -> None:
    text = f"# Newsletter\n\n## Our rapid reviews\n\n### Robin\n\n{ROBIN}{LEARNT}\n\n### Wren\n\n{WREN}{LEARNT}"
    assert [review.kind for review in parse(read_text(Path("n.md"), text.encode())).reviews] == [RAPID, RAPID]


@pytest.mark.parametrize(
    "ending",
    [
        "A local child safeguarding practice review was not needed.",
        "The rapid review did not lead to an LCSPR.",
        "The partners decided not to go on to a practice review.",
        "Her death was the subject of a rapid review only.",
    ],
)
def test_a_review_that_led_to_no_other_was_a_rapid_review(ending: str) -> None:
    assert kinds("Newsletter, spring 2031", "News from Ashmere.", wren=ending) == ["other", RAPID]


@pytest.mark.parametrize(
    "intro",
    [
        "Since 2021 we have completed two rapid reviews.",
        "We have completed nine rapid reviews.",
        "One rapid review and one learning review are told here.",
        "Guidance says that rapid reviews are to end within 15 working days.",
        "The Panel read two rapid reviews of another partnership.",
        "The criteria for an LCSPR about Robin were not met. No LCSPR about Wren was held.",
    ],
)
def test_what_is_of_other_reviews_or_was_not_held_says_no_kind(intro: str) -> None:
    assert kinds("Newsletter, spring 2031", intro) == ["other", "other"]


def test_the_title_of_a_plan_says_the_kind_beside_the_name(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    title = "Improvement plan following the Learning Review in respect of Robin and Wren"
    plan.write_text(
        f"{title},,,\nReview,Recommendation,Action,Status\nRobin & Wren,Visits should be joint.,Guide issued,Complete\n"
    )
    assert [review.kind for review in extract(plan).reviews] == [LEARNING]
