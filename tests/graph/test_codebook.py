"""The codebook: what it holds, how it is checked, and which theme a user's words mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.codebook import Codebook, CodebookError, load

PUBLISHED = """
harm neglect physical-abuse sexual-abuse emotional-abuse harm-outside-home sexual-exploitation criminal-exploitation
youth-violence online-harm suicide-self-harm sudi fii accidental-ingestion family domestic-abuse
parental-mental-health parental-substance-misuse parental-learning-needs parental-history young-parents hidden-adults
engaging-fathers family-engagement family-mobility poverty-housing child lived-experience childhood-trauma
missing-education missing-episodes send-disability child-mental-health children-in-care vulnerable-babies
bruising-non-mobile safe-sleep identity-equality adultification siblings practice information-sharing
professional-curiosity professional-challenge assessment-quality history-chronology cumulative-harm risk-assessment
thresholds-referrals planning supervision-reflection was-not-brought recording over-optimism tools-frameworks
relationship-practice routine-visits system multi-agency-working strategy-discussions think-family cross-border
early-help workforce-capacity training-knowledge policy-procedure health-care-response legal-process out-of-hours
"""


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load()


def test_no_published_id_is_ever_lost(book: Codebook) -> None:
    assert set(PUBLISHED.split()) <= set(book.concepts)


def test_every_concept_says_what_it_is_and_what_it_is_not(book: Codebook) -> None:
    for concept in book.concepts.values():
        assert concept.scopeNote, concept.id
        if concept.broader:
            assert re.search(r"\b[Nn]ot?\b| (is|are|has|have|counts?) ", concept.scopeNote), concept.id


def test_every_coded_concept_has_cues_and_examples_of_both_kinds(book: Codebook) -> None:
    for concept in book.concepts.values():
        if concept.broader:
            assert concept.cues, concept.id
            assert len(concept.examples) >= 3, concept.id
            assert len(concept.counter_examples) >= 2, concept.id


def test_ancestors_and_descendants(book: Codebook) -> None:
    assert book.ancestors("criminal-exploitation") == ["harm-outside-home", "harm"]
    assert book.ancestors("harm") == []
    assert set(book.descendants("harm-outside-home")) == {
        "sexual-exploitation", "criminal-exploitation", "youth-violence", "online-harm",
    }  # fmt: skip
    assert "criminal-exploitation" in book.descendants("harm")


def test_specific_concepts_are_marked(book: Codebook) -> None:
    assert all(book.concepts[id_].specific for id_ in ("bruising-non-mobile", "safe-sleep", "was-not-brought"))
    assert not any(
        book.concepts[id_].specific for id_ in ("practice", "neglect", "domestic-abuse", "training-knowledge")
    )


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("bruising in non-mobile babies", "bruising-non-mobile"),
        ("bruising-non-mobile", "bruising-non-mobile"),
        ("Bruising", "bruising-non-mobile"),
        ("DNA", "was-not-brought"),
        ("did not attend", "was-not-brought"),
        ("was not brought", "was-not-brought"),
        ("missed appointments", "was-not-brought"),
        ("disguised compliance", "family-engagement"),
        ("lifestyle choice", "adultification"),
        ("voice of the child", "lived-experience"),
        ("Child’s voice and lived experience", "lived-experience"),
        ("county lines", "criminal-exploitation"),
        ("CSE", "sexual-exploitation"),
        ("DA", "domestic-abuse"),
        ("Clare’s law", "domestic-abuse"),
        ("co-sleeping", "safe-sleep"),
        ("the cases where domestic violence was told", "domestic-abuse"),
        ("escalation policy", "professional-challenge"),
        ("hidden men", "hidden-adults"),
        ("FII", "fii"),
        ("EHE", "missing-education"),
    ],
)
def test_a_users_words_find_the_theme(book: Codebook, words: str, id_: str) -> None:
    assert book.find(words)[0] == id_


@pytest.mark.parametrize("words", ["", "   ", "the", "zebra crossing"])
def test_words_that_mean_no_theme_find_none(book: Codebook, words: str) -> None:
    assert book.find(words) == []


def test_a_name_inside_a_longer_one_does_not_count(book: Codebook) -> None:
    assert book.find("questions about child sexual abuse") == ["sexual-abuse"]
    assert book.find("child mental health") == ["child-mental-health"]


def test_labels(book: Codebook) -> None:
    assert book.label("was-not-brought") == "Missed appointments (was not brought)"
    assert book.label("no-such-theme") == "no-such-theme"


def test_blaming_and_retired_words_are_never_labels(book: Codebook) -> None:
    labels = " | ".join(concept.label.lower() for concept in book.concepts.values())
    for word in ("disguised compliance", "hard to reach", "hard to engage", "lifestyle choice", "did not attend"):
        assert word not in labels


def _write(folder: Path, body: str) -> Path:
    path = folder / "codebook.yaml"
    path.write_text(body, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("concepts:\n- {id: a, prefLabel: A}\n", "no version"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A}\n- {id: a, prefLabel: B}\n", "'a' is given twice"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, broader: z}\n", "broader concept 'z', which is not"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, broader: a}\n", "'a' is broader than itself"),
        ("version: 1\nconcepts:\n- {id: a}\n", "'a' has no prefLabel"),
        ("version: 1\nconcepts:\n- {prefLabel: A}\n", "concept 1 has no id"),
        ("version: 1\nconcepts:\n- {id: A b, prefLabel: A}\n", "small letters"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, colour: red}\n", "unknown field 'colour'"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, cues: [x]}\n", "cues must map"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, altLabels: x}\n", "altLabels must be a list"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, specific: maybe}\n", "specific must be true or false"),
        ("version: 1\nconcepts:\n- {id: a, prefLabel: A, prefLabel: B}\n", "'prefLabel' is given twice"),
        ("version: 1\n", "no list of concepts"),
        ("a: [\n", "cannot be read"),
    ],
)
def test_a_faulty_codebook_is_refused_in_one_sentence(tmp_path: Path, body: str, says: str) -> None:
    with pytest.raises(CodebookError, match=says) as refused:
        load(_write(tmp_path, body))
    assert "\n" not in str(refused.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CodebookError) as refused:
        load(_write(tmp_path, "concepts:\n- {id: a}\n- {id: b, prefLabel: B, broader: z}\n"))
    assert "3 fault(s)" in str(refused.value)


def test_a_codebook_of_ones_own(tmp_path: Path) -> None:
    book = load(
        _write(tmp_path, "version: x\nconcepts:\n- {id: a, prefLabel: A}\n- {id: b, prefLabel: B, broader: a}\n")
    )
    assert (book.version, book.descendants("a")) == ("x", ["b"])


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        load(tmp_path / "none.yaml")
