"""A report of one child told theme by theme, with what partners answer beside each recommendation."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.parse.items.stands import stands_now
from loaders.parse.parse import parse

REPORT = """<html><body><h1>Ama: a Local Child Safeguarding Practice Review</h1><p>Report of the reviewers, May 2031</p>
<h2>INTRODUCTION</h2>
<p>1.1 On an evening in March 2030 a girl of 12 knocked at a door and asked if she could stay. She had a burn.</p>
<p>1.2 This review calls her Ama. She came to live with a family friend when she was eight.</p>
<h2>WHAT AMA WANTED TO SAY</h2>
<p>2.1 Ama asked that her words should come first. She was speaking of the nurse whom she liked.</p>
<h2>THEME ONE: WHO IS THIS CHILD?</h2>
<p>3.1 In two years no professional asked who held parental responsibility. The form was accepted with a box left blank.
The low number was noted each year without further enquiry.</p>
<h3>Learning</h3><ul><li>Knowing who holds responsibility is a question of safety.</li></ul>
<h2>MATTERS CONSIDERED AND NOT PURSUED</h2>
<p>4.1 Nor was there any evidence that the closure was the reason for her absence. One matter is outside our scope.</p>
<h2>RECOMMENDATIONS AND THE RESPONSE OF THE PARTNERS</h2>
<p>5.1 Agencies have identified their own actions, which are not repeated here. The partners met in November and their
response is given below.</p>
<h3>Recommendation 1</h3><p>Both councils should relaunch the campaign.</p>
<h3>Partners' response</h3><p>Accepted in part. A campaign ran in September.</p>
</body></html>"""


def read() -> DocumentRecord:
    return parse(read_html(Path("report.html"), REPORT.encode()))


def test_the_child_is_the_name_before_the_kind_of_review_and_as_old_as_when_it_was_harmed() -> None:
    (case,) = read().reviews
    assert (case.name, case.kind) == ("Ama", "lcspr")
    assert [(child.name, child.age, child.sex) for child in case.children] == [("Ama", "12", "female")]


def test_a_theme_counted_in_words_is_analysis_and_what_was_ruled_out_is_learning() -> None:
    (case,) = read().reviews
    told = {finding.text.split()[0]: finding.polarity for finding in case.findings}
    assert told == {"In": "shortfall", "The": "shortfall", "Knowing": "not-stated", "Nor": "absent"}


def test_neither_an_introduction_nor_a_reply_is_asked_or_done() -> None:
    (case,) = read().reviews
    assert [one.text for one in case.recommendations] == ["Both councils should relaunch the campaign."]
    assert [one.text for one in case.actions] == ["A campaign ran in September."]


def test_not_to_prosecute_is_no_action_given_up() -> None:
    assert not stands_now("The police decided not to take any further action against her.")
    assert stands_now("The board decided not to take the second proposal.")
