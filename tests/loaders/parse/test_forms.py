"""Forms: tables with a label beside what it says, lines of labels, cases as items of a list, what all reviews show."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse
from loaders.parse.sentences import counted_in

TABLES = """<h1>Learning from local reviews</h1>
<table><tr><th colspan="2">Review CB/31/2</th></tr><tr><th>Child</th><td>Girl, 9 months</td></tr>
<tr><th>What happened</th><td>She died in June 2031.</td></tr>
<tr><th>What we learned</th><td><ul><li>Father was not seen.</li><li>Nobody shared his history.</li></ul></td></tr>
<tr><th>What we did</th><td>A letter was sent to all surgeries.</td></tr></table>
<table><tr><th colspan="2">Review CB/31/5</th></tr><tr><th>Child</th><td>Boy, 15</td></tr>
<tr><th>What happened</th><td>He was stabbed.</td></tr>
<tr><th>What we learned</th><td>Exclusion left him alone.</td></tr></table>"""

LINES = """CORRIE BAY SAFEGUARDING CHILDREN PARTNERSHIP
BULLETIN 9, AUTUMN 2031

CASE 1 / 2031 | GIRL | 9 MONTHS | DIED
Summary: She was left in a bath.
What went well: The ambulance came at once.
What could be better: The health visitor did not ask about baths.

CASE 2 / 2031 | BOY | 16 | SERIOUSLY HARMED
Summary: He was shot outside a shop.
What could be better: The police did not tell school of threats.
"""

ITEMS = """Learning lessons from serious cases

• Child P (aged 3) - died from head injuries in May 2030. The review found that (i) the nursery was not told, and (ii) \
visits were announced. The partnership has since issued guidance.

• Twins Q and R (aged 8 weeks) - both suffered fractures. The review found that bruising was not referred.

Recommendations for all agencies
a) Every agency must check at referral, by January 2031;
b) the Trust should share letters within six months; and
c) schools are asked to record who collects a child.
"""

RUN_IN = """# What our reviews told us

**Rapid Review 3 (Child M, 7).** Child M was found alone in February 2031. Learning: nobody told the night team.

**Rapid Review 4 (Child N, 4 months).** Child N had a broken arm. Learning: the bruise was not shared.

Both reviews show that information did not travel at night.
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("text.md"), text.encode()))


def test_a_table_of_labels_is_read_as_the_form_it_is() -> None:
    girl, boy = parse(read_html(Path("forms.html"), TABLES.encode())).reviews
    assert (girl.ref, boy.ref) == ("CB/31/2", "CB/31/5")
    assert [(c.age_months, c.sex, c.outcome) for c in girl.children] == [(9.0, "female", "died")]
    assert [f.text for f in girl.findings] == ["Father was not seen.", "Nobody shared his history."]
    assert [a.text for a in girl.actions] == ["A letter was sent to all surgeries."]
    assert [f.text for f in boy.findings] == ["Exclusion left him alone."]


def test_lines_of_labels_below_a_line_that_names_the_case() -> None:
    girl, boy = read(LINES).reviews
    assert [(c.age_months, c.sex, c.outcome) for c in girl.children] == [(9.0, "female", "died")]
    assert [f.polarity for f in girl.findings] == ["good-practice", "shortfall"]
    assert [f.text for f in boy.findings] == ["The police did not tell school of threats."]


def test_items_that_tell_of_a_child_are_cases_and_lettered_requests_are_each_one() -> None:
    record = read(ITEMS)
    child, twins = record.reviews
    assert [f.text for f in child.findings] == ["the nursery was not told", "visits were announced"]
    assert [c.age_months for c in twins.children] == [1.8, 1.8]
    assert [(r.addressees, r.due_printed) for r in record.recommendations] == [
        (["Every agency"], "January 2031"),
        (["Trust"], "within six months"),
        (["schools"], None),
    ]


def test_what_all_reviews_show_is_of_no_one_case() -> None:
    record = read(RUN_IN)
    assert [[c.age_months for c in review.children] for review in record.reviews] == [[84.0], [4.0]]
    assert [len(review.findings) for review in record.reviews] == [1, 1]
    assert [f.text for f in record.findings] == ["Both reviews show that information did not travel at night."]


def test_a_sentence_without_counted_parts_counts_nothing() -> None:
    assert counted_in("The plan (i) was late.") == []
