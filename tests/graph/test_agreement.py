"""Agreement of two coders: figures checked by hand, none where there is too little, and every difference listed."""

from __future__ import annotations

import pytest

from graph.queue.agreement import LEAST, NO_CHANCE, TOO_FEW, Coder, agreement


def coder(marks: str, theme: str = "neglect") -> Coder:
    """One mark a passage: + about, - not about, ? left open (another theme is decided on), space not looked at."""
    made = Coder()
    for number, mark in enumerate(marks):
        if mark != " ":
            about = {"+": True, "-": False, "?": None}[mark]
            made.say(f"thing {number}", theme, about, "Learning from Elder", f"passage {number}")
            if mark == "?":
                made.say(f"thing {number}", "safe-sleep", True, "Learning from Elder", f"passage {number}")
    return made


def test_kappa_is_as_worked_out_by_hand() -> None:
    one = coder("+" * 25 + "-" * 25)
    other = coder("+" * 20 + "-" * 5 + "+" * 10 + "-" * 15)
    overall, (neglect,), differ = agreement(one, other)
    assert (neglect.both, neglect.one_only, neglect.other_only, neglect.neither) == (20, 5, 10, 15)
    assert neglect.kappa == 0.4  # agreed 35/50, by chance 0.5 * 0.6 + 0.5 * 0.4
    assert neglect.low is not None
    assert neglect.high is not None
    # variance of Fleiss, Cohen and Everitt (1969)
    assert (neglect.low, neglect.high) == pytest.approx((0.151, 0.649), abs=0.001)
    assert (overall.kappa, overall.passages) == (0.4, 50)
    assert len(differ) == 15
    assert {(d.one, d.other) for d in differ} == {("about", "not about"), ("not about", "about")}


def test_full_agreement_and_full_disagreement() -> None:
    marks = "+-" * 15
    assert agreement(coder(marks), coder(marks))[0].kappa == 1.0
    assert agreement(coder(marks), coder(marks[::-1]))[0].kappa == -1.0


def test_what_one_coder_says_is_none_is_about_none_of_the_themes_of_the_other() -> None:
    one, other = coder("+-" * 15), coder("+-" * 15)
    other.say_none("thing 0", "Learning from Elder", "passage 0")
    other.say("thing 0", "neglect", None, "Learning from Elder", "passage 0")  # a row left open beside it
    _, (neglect,), differ = agreement(one, other)
    assert (neglect.both, neglect.one_only) == (14, 1)
    assert [(d.one, d.other, d.quote) for d in differ] == [("about", "not about", "passage 0")]


def test_no_kappa_where_there_is_too_little_or_nobody_varies() -> None:
    few = "+-" * (LEAST // 2 - 1) + "+"
    overall, (neglect,), _ = agreement(coder(few), coder(few))
    assert (overall.kappa, overall.note, neglect.note) == (None, TOO_FEW, TOO_FEW)
    assert agreement(coder("+" * 30), coder("+" * 30))[0].note == NO_CHANCE
    assert agreement(coder("+" * 30), coder("+-" * 15))[0].note == NO_CHANCE


def test_only_passages_that_both_decided_on_count_and_an_open_theme_is_left_out() -> None:
    one, other = coder("+-" * 15 + "+  ?"), coder("+-" * 15 + " - +")
    overall, each, differ = agreement(one, other)
    assert overall.passages == 31
    neglect, sleep = sorted(each, key=lambda found: found.theme or "")
    assert (neglect.passages, neglect.both + neglect.neither) == (30, 30)
    assert [(d.theme, d.one) for d in differ] == [("safe-sleep", "about")]
    assert sleep.one_only == 1
