"""The language of the cues."""

from __future__ import annotations

import pytest

from graph.codebook import load
from graph.errors import WrongUse
from loaders.coding.phrases import Phrases, compiled, plain


def found(phrase: str, text: str) -> list[str]:
    even = plain(text)
    return [text[m.start : m.end] for m in Phrases([compiled("rule", phrase)]).matches(even)]


@pytest.mark.parametrize(
    ("phrase", "text", "cue"),
    [
        ("co-sleep*", "Co-sleeping, cosleeping and co sleeping", "Co-sleeping"),
        ("safe sleep", "Safe‑sleep", "Safe‑sleep"),
        ("clare's law", "Clare’s Law", "Clare’s Law"),
        ("clare's law", "clares law", "clares law"),
        ("WNB", "the WNB policy", "WNB"),
        ("GP", "two GPs", "GPs"),
        ("DA", "risk of DA?", "DA"),
        ("appointment", "appointments", "appointments"),
        ("seen (the )?alone", "seen alone", "seen alone"),
        ("seen (the )?alone", "seen the alone", "seen the alone"),
        ("in (a |the |very |cold )*home", "in the very cold home", "in the very cold home"),
        ("father ~ engag*", "father was never once engaged", "father was never once engaged"),
        ("baby ~~ bruis*", "The baby slept. A nurse saw bruises", "baby slept. A nurse saw bruises"),
        ("(mother|father)* role", "mothers' role", "mothers' role"),
        ("A&E", "went to A & E", "A & E"),
    ],
)
def test_a_phrase_is_found_as_people_write_it(phrase: str, text: str, cue: str) -> None:
    assert found(phrase, text)[:1] == [cue]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("DA", "da capo"),
        ("DA", "the DASS and the DAS"),
        ("SEND", "please send it"),
        ("ED", "he was fed and led"),
        ("plan", "planet"),
        ("bruis*", "an abruising"),
        ("father ~ engag*", "father left. Staff engaged"),
        ("father ~ engag*", "father one two three four five six engaged"),
    ],
)
def test_a_phrase_is_not_found_where_it_does_not_stand(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


@pytest.mark.parametrize("phrase", ["(", "a)", "(the )?", "s*", "wo?rd", "a [b]", "~ x ?", "*"])
def test_a_phrase_that_makes_no_sense_is_refused_with_its_rule(phrase: str) -> None:
    with pytest.raises(WrongUse, match="my-rule"):
        compiled("my-rule", phrase)


def test_all_phrases_of_the_codebook_compile() -> None:
    for concept in load().concepts.values():
        for rules in (concept.cues, concept.context, concept.harm):
            for rule, phrase in rules.items():
                assert compiled(f"{concept.id}/{rule}", phrase).starts
        for phrase in (*concept.not_, *concept.unless, *concept.harm_not, *concept.harm_unless):
            assert compiled(concept.id, phrase).starts


def test_a_way_knows_what_the_words_of_a_group_begin_with() -> None:
    (way,) = compiled("rule", "(a |the )?risk (to|of) any (child*|young people) (was )?harm(ing|ed)").ways
    assert way.group == {"chi", "you"}
