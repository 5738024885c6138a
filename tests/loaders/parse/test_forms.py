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


BLOCK = """<table><tr><td>{ref}</td><td>{child}</td><td>{outcome}</td></tr>
<tr><td>What happened</td><td colspan="2">{story}</td></tr>
<tr><td>Learning</td><td colspan="2"><p>{one}</p><p>{two}</p></td></tr>
<tr><td></td><td colspan="2">Worked well: the school nurse rang twice.</td></tr>
<tr><td>Agency</td><td>Action</td><td>Progress</td></tr>
<tr><td>Police</td><td>{action}</td><td>{progress}</td></tr></table>"""


def blocks_of_reviews() -> DocumentRecord:
    told = [
        {
            "ref": "QX 03/31",
            "child": "F, 14 months",
            "outcome": "Seriously harmed. No LCSPR.",
            "story": "Child drank bleach.",
            "one": "Nobody asked where it was kept.",
            "two": "The plan was closed too soon.",
            "action": "Show officers where to look in a kitchen",
            "progress": "Complete, May 2031",
        },
        {
            "ref": "QX 04/31",
            "child": "M, 16",
            "outcome": "Died. LCSPR agreed.",
            "story": "Child was stabbed.",
            "one": "The club was not told of threats.",
            "two": "He was not seen alone.",
            "action": "Name an officer for each club",
            "progress": "Not started",
        },
    ]
    page = "<h1>Digest of rapid reviews</h1><h2>The reviews</h2>" + "".join(BLOCK.format(**one) for one in told)
    return parse(read_html(Path("digest.html"), page.encode()))


def test_a_block_of_labels_with_a_plan_below_keeps_its_learning_and_its_actions() -> None:
    one, two = blocks_of_reviews().reviews
    assert [one.kind, two.kind] == ["rapid-review", "rapid-review"]  # as the title says of all
    assert [(one.ref, one.children[0].age, one.children[0].outcome), (two.ref, two.children[0].sex)] == [
        ("QX 03/31", "14 months", "serious-harm"),
        ("QX 04/31", "male"),
    ]
    assert [finding.text for finding in one.findings] == [
        "Nobody asked where it was kept.",
        "The plan was closed too soon.",
        "Worked well: the school nurse rang twice.",
    ]
    assert [finding.polarity for finding in one.findings][-1] == "good-practice"
    assert [(action.text, action.status) for review in (one, two) for action in review.actions] == [
        ("Show officers where to look in a kitchen", "complete-evidence-awaited"),
        ("Name an officer for each club", "not-started"),
    ]


def test_a_plain_plan_below_a_title_is_no_block_of_labels() -> None:
    page = """<h1>Action plan</h1><table><tr><td>QX 03/31</td><td>Owner</td><td>Action</td></tr>
    <tr><td>1</td><td>Police</td><td>Name an officer for each club</td></tr></table>"""
    record = parse(read_html(Path("plan.html"), page.encode()))
    assert [finding for box in (record, *record.reviews) for finding in box.findings] == []
    assert [action.text for box in (record, *record.reviews) for action in box.actions] == [
        "Name an officer for each club"
    ]
