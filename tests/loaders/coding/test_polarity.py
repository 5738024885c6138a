"""Shortfall, good practice, obstacle, absence or a bare topic."""

from __future__ import annotations

import pytest

from loaders.coding import polarity_of


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Visiting", "not-stated"),
        ("Consent", "not-stated"),
        ("Trauma", "not-stated"),
        ("Missed appointments", "not-stated"),
        ("Safe sleep", "not-stated"),
        ("Recognising trauma early", "not-stated"),
        ("Mental capacity", "not-stated"),
        ("No evidence of neglect", "absent"),
        ("Domestic abuse was not a feature", "absent"),
        ("No evidence of effective information sharing", "shortfall"),
        ("Lack of curiosity about the new partner", "shortfall"),
        ("Missed opportunity to speak to the grandfather", "shortfall"),
        ("The importance of seeing children at home", "shortfall"),
        ("The protocol was not being followed", "shortfall"),
        ("Assessments must include both parents", "shortfall"),
        ("Schools need to be told of the outcome", "shortfall"),
        ("Practitioners should ask again", "shortfall"),
        ("The case was closed too soon", "shortfall"),
        ("Families meet long waiting lists", "barrier"),
        ("Consent being a barrier to support", "barrier"),
        ("It was difficult to engage the uncle because of his shifts", "barrier"),
        ("High staff turnover in the team", "barrier"),
        ("Agencies worked well together and the plan held", "good-practice"),
        ("The nurse responded promptly to each worry", "good-practice"),
        ("Good practice by the school was seen", "good-practice"),
    ],
)
def test_polarity_of_learning(text: str, polarity: str) -> None:
    assert polarity_of(text, "learning") == polarity


@pytest.mark.parametrize(
    ("text", "meaning", "polarity"),
    [
        ("Supervision of social workers", "needs-improvement", "shortfall"),
        ("Supervision of social workers", "good-practice", "good-practice"),
        ("Supervision of social workers", "learning", "not-stated"),
        ("Supervision of social workers", None, "not-stated"),
        ("No evidence of neglect", "needs-improvement", "absent"),
        ("Children in need are visited and meetings are timely", "inspection-judgement", "good-practice"),
        ("Plans are not specific and lack timescales", "inspection-judgement", "shortfall"),
    ],
)
def test_the_heading_decides_where_the_words_do_not(text: str, meaning: str | None, polarity: str) -> None:
    assert polarity_of(text, meaning) == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Strategy meetings took place without health.", "shortfall"),
        ("Police and health each believed that the other would visit.", "shortfall"),
        ("Discharge letters went to the wrong surgery.", "shortfall"),
        ("The interpreter was her cousin.", "shortfall"),
        ("Plans were rolled on from month to month.", "shortfall"),
        ("The teacher rang every morning until he came back.", "good-practice"),
        ("A nurse noticed the pattern and acted on it.", "good-practice"),
        ("The family moved to the area in 2019.", "not-stated"),
        ("Sleeping arrangements", "not-stated"),
    ],
)
def test_polarity_of_sentences_that_neither_praise_nor_blame_in_so_many_words(text: str, polarity: str) -> None:
    assert polarity_of(text, "learning") == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Although recording was good, the analysis was not.", "shortfall"),
        ("Although it was late on a Friday, the strategy meeting was held the same day.", "good-practice"),
        ("Information was shared promptly by the school, although not by the GP.", "shortfall"),
        ("Chronologies were in place, with the exception of health.", "shortfall"),
        ("Agencies worked well together except for housing.", "shortfall"),
        ("The plan was reviewed regularly, apart from a gap over the summer.", "shortfall"),
        ("Practitioners had not always asked about fathers.", "shortfall"),
        ("Supervision was regular but rarely reflective.", "shortfall"),
        ("Not all agencies attended.", "shortfall"),
        ("All agencies attended.", "good-practice"),
        ("Neither the school nor the GP was told.", "shortfall"),
        ("The social worker built trust with the mother, who had not always been open.", "good-practice"),
        ("There was no delay in convening the strategy meeting.", "good-practice"),
        ("The nursery was persistent, even though the parents were hostile.", "good-practice"),
        ("Despite high caseloads, the social worker saw the children every week.", "not-stated"),
    ],
)
def test_of_mixed_sentences_the_clause_that_counts(text: str, polarity: str) -> None:
    assert polarity_of(text, "learning") == polarity


@pytest.mark.parametrize(
    ("text", "meaning", "polarity"),
    [
        ("However, the father was not included.", "good-practice", "shortfall"),
        ("The plan was clear, but it was not shared with the nursery.", "good-practice", "shortfall"),
        ("The midwife did not give up, but kept visiting.", "good-practice", "good-practice"),
        ("It was positive that the father was seen.", "needs-improvement", "good-practice"),
        ("There was good joint work but the plan was late.", "needs-improvement", "shortfall"),
        ("Good recording", "needs-improvement", "shortfall"),
    ],
)
def test_a_sentence_may_tell_against_its_heading(text: str, meaning: str, polarity: str) -> None:
    assert polarity_of(text, meaning) == polarity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Long histories were not always noticed, robustly answered or passed up.", "shortfall"),
        ("Referrals were responded to robustly and swiftly.", "good-practice"),
        ("A focus on adults may obscure a clear focus on the child.", "shortfall"),
        ("There had been significant breaches of the procedures.", "shortfall"),
        ("The reviewers were critical of how often the worker changed.", "shortfall"),
    ],
)
def test_praise_that_is_denied_is_none(text: str, expected: str) -> None:
    assert polarity_of(text, "learning") == expected


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The plan was written for her and not with her", "shortfall"),
        ("Calls from the aunt were logged as a family matter", "shortfall"),
        ("Three services each held a part of the picture", "shortfall"),
        ("Safer sleep was raised at the first visit and not revisited", "shortfall"),
        ("Letters were sent that her father couldn't read", "shortfall"),
        ("A sibling was used as interpreter at most visits", "shortfall"),
        ("He was seen for a year before anyone asked about home", "shortfall"),
        ("No risk plan went with him to adult services", "shortfall"),
        ("The reviewer found no evidence that caseloads had contributed", "absent"),
        ("The panel looked for bias and did not find any", "absent"),
        ("Nor was there any evidence that the closure was the reason for his absence", "absent"),
        ("There was no sign that anybody was exploiting him", "absent"),
        ("No agency in the area was at fault", "absent"),
        ("There was no evidence that the nurse was told the reason", "shortfall"),
        ("She did not find that cost had played a part in the choice", "absent"),
        ("We did not find that staff were unaware of the procedure", "absent"),
        ("It considered whether the injury could have been seen and saw no evidence that it could", "absent"),
        ("We did not find that the plan had been shared", "shortfall"),
        ("There was no indication that the school had failed to pass on a disclosure", "absent"),
        ("No evidence was found that her post had an impact on the decisions that were made", "absent"),
        ("There was no evidence that training had an impact on practice", "shortfall"),
        ("There was nothing to suggest that alcohol played a part", "absent"),
        ("We found no evidence that her wishes were sought", "shortfall"),
        ("There was no evidence that the plan was shared with the school", "shortfall"),
        ("The nursery rang the health visitor on the same day", "good-practice"),
        ("Help and protection for children Requires improvement", "shortfall"),
    ],
)
def test_what_was_left_undone_and_what_was_looked_for_and_not_there(text: str, polarity: str) -> None:
    assert polarity_of(text, "learning") == polarity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Speak to children alone and in their own words.", "not-stated"),
        ("Ensure good communication between midwives and GPs.", "not-stated"),
        ("Support from the school was excellent.", "good-practice"),
        ("Work with the father was persistent and well planned.", "good-practice"),
    ],
)
def test_advice_is_no_praise_of_what_was_done(text: str, expected: str) -> None:
    assert polarity_of(text, "learning") == expected
