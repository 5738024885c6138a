"""Older reports and catalogues: an entry a case, conclusions beside recommendations, two of one age."""

from __future__ import annotations

from pathlib import Path

from loaders.blocks import SourceText
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

CATALOGUE = """Reviews added to the collection
5 December 2018

Three reviews were added this month.

Baby C. Ashmere: Ashmere Safeguarding Children Board. Author, A. (2017)
Death of a 9-week-old boy from head injuries in March 2016. Baby C lived with both parents.
Learning includes: midwives had no way to meet fathers before the birth; the father's records were not looked at.
Recommendations include: fathers should be recorded in midwifery and health visitor records.

Child F1: serious case review
Death of a 13-year-old girl from a heart condition. Child F1 was seen by many health professionals.
Learning: the child's own views were seldom recorded.

Family K. Westmarsh: Westmarsh Safeguarding Children Board. (2017)
Serious injuries to a 3-month-old boy in June 2015. Both parents were arrested.
Issues identified include: midwives' practice of not asking about fathers; too much trust in what the mother said.
"""


def test_an_entry_that_names_its_board_is_a_case_of_its_own() -> None:
    source: SourceText = read_text(Path("catalogue.txt"), CATALOGUE.encode())
    record = parse(source)
    told = [
        (
            review.name,
            review.dates.incident.printed if review.dates.incident else None,
            [(child.age_months, child.sex) for child in review.children],
            [finding.text for finding in review.findings],
        )
        for review in record.reviews
    ]
    assert [(name, day) for name, day, _, _ in told] == [
        ("Baby C", "March 2016"),
        ("Child F1", None),
        ("Family K", "June 2015"),
    ]
    assert [children for _, _, children, _ in told] == [[(2.1, "male")], [(156.0, "female")], [(3.0, "male")]]
    assert [len(points) for _, _, _, points in told] == [2, 1, 2]
    assert "midwives' practice of not asking about fathers" in told[2][3]


def test_no_board_of_one_entry_speaks_for_the_catalogue() -> None:
    record = parse(read_text(Path("catalogue.txt"), CATALOGUE.encode()))
    assert record.document.partnership is None
    assert record.document.partnerships == []


def test_a_conclusion_beside_recommendations_is_none() -> None:
    text = """SERIOUS CASE REVIEW
In respect of Child D

1. Introduction
1.1 In 2013 Child D, a 22-month-old boy, died in the bath.

2. Conclusions and recommendations
2.1 The Board considers that the death was not predictable.
2.2 Assessments did not seek information from the father of Child D.
Recommendation 1
The Board to ensure that housing providers know how to refer concerns about children.
"""
    (review,) = parse(read_text(Path("report.txt"), text.encode())).reviews
    assert [asked.text[:16] for asked in review.recommendations] == ["The Board to ens"]
    assert [finding.text[:16] for finding in review.findings] == ["Assessments did "]


def test_both_children_have_the_age_that_is_told_of_both() -> None:
    text = """Learning briefings

Theo and Star – rapid review
Theo and Star, both aged 16 months, were seriously injured by their stepfather in 2020.
"""
    (review,) = parse(read_text(Path("briefing.txt"), text.encode())).reviews
    assert [(child.name, child.age_months) for child in review.children] == [("Theo", 16.0), ("Star", 16.0)]


def test_learning_in_a_table_of_cases_is_no_action_that_is_done() -> None:
    text = """# Rapid review outcomes 2023/24

| Ref | Month | Child | Harm | Key learning | Status of actions |
|---|---|---|---|---|---|
| RR/23/04 | May 2023 | 5 wks, F | Head injury; survived | Pre-birth assessment was late | 3 of 3 complete |
| RR/23/05 | Jul 2023 | 15, M | Stabbed; died | School moves were not known | 2 of 4 complete, 2 on track |
"""
    record = parse(read_text(Path("table.md"), text.encode()))
    told = [(r.ref, [c.outcome for c in r.children], [f.text for f in r.findings], r.actions) for r in record.reviews]
    assert told == [
        ("RR/23/04", ["serious-harm"], ["Pre-birth assessment was late"], []),
        ("RR/23/05", ["died"], ["School moves were not known"], []),
    ]
    assert record.actions == []
    assert record.statistics == []  # "3 of 3 complete" counts work, not reviews


def test_a_share_of_what_was_looked_at_is_counted_though_it_stands_under_status() -> None:
    text = """# Action plan

| Rec. | Action | Lead | Status |
|---|---|---|---|
| 1 | Audit case files | Council | Carried out; a lead was named in 14 of 20 (70%) |
| 2 | Sign the new protocol | Schools | Signed by 11 of 16 secondary schools |
| 3 | Brief the teams | Health | 3 of 4 actions complete |
"""
    record = parse(read_text(Path("plan.md"), text.encode()))
    assert [(s.numerator, s.denominator) for s in record.statistics] == [(14, 20), (11, 16)]


def test_the_first_of_several_cases_is_no_title() -> None:
    text = """Rapid review outcomes

RR 4/23 – Child W
Child W, a 5 week old girl, had a head injury in May 2023.
Missed opportunity: the pre-birth assessment was late.

RR 5/23 – Child V
Child V, a 15 year old boy, was stabbed and died in July 2023.
Missed opportunity: school moves were not known to the YJS.
"""
    record = parse(read_text(Path("outcomes.txt"), text.encode()))
    assert record.document.title == "Rapid review outcomes"
    assert [(r.ref, len(r.findings)) for r in record.reviews] == [("RR 4/23", 1), ("RR 5/23", 1)]


def test_a_story_headed_by_the_childs_name_keeps_its_sections() -> None:
    text = """PRACTICE BULLETIN
Issue 7, Spring 2024

In this issue we share learning from two recent reviews.

THE STORY OF "POPPY"
Poppy was fifteen. She loved dancing. She died in hospital in October 2022 after taking an overdose.

What we could have done better
- Poppy's social worker had changed four times.

What worked for Poppy
- Her foster carer never gave up on her.

What are we doing about it?
- CAMHS has agreed not to close cases when a child moves.

STAFF NEWS
- A new trainer has started.
"""
    record = parse(read_text(Path("bulletin.txt"), text.encode()))
    (review,) = record.reviews
    assert [(c.name, c.age_months, c.sex, c.outcome) for c in review.children] == [("Poppy", 180.0, "female", "died")]
    assert [(f.text[:20], f.polarity) for f in review.findings] == [
        ("Poppy's social worke", "shortfall"),
        ("Her foster carer nev", "good-practice"),
    ]
    assert [action.text[:16] for action in review.actions] == ["CAMHS has agreed"]


def test_a_scrutineers_own_report_is_a_view_with_what_it_asks() -> None:
    text = """Independent Scrutineer's Annual Report 2024/25
Calderfold Safeguarding Children Partnership

4. Impact of learning from reviews

Are fathers and partners known?
4.3 No. I read 20 assessments. In 13 there was no contact with the father. The action in the plan is marked green. I do not agree that it can be closed.

4.5 I recommend that:
a) the Partnership re-opens the action on fathers by 30 September 2025;
b) the ICB tells GPs again that a bruise on a baby needs same-day referral.
"""  # noqa: E501
    record = parse(read_text(Path("scrutiny.txt"), text.encode()))
    assert [(view.text[:20], view.author_role) for view in record.judgements] == [
        ("In 13 there was no c", "scrutineer"),
        ("I do not agree that ", "scrutineer"),
    ]
    assert [(asked.ref, asked.due) for asked in record.recommendations] == [("a", "2025-09-30"), ("b", None)]
    assert record.actions == []


def test_an_audit_told_in_parts_with_an_appendix_of_earlier_actions() -> None:
    text = """Multi-Agency Case File Audit: Unborn Children

What we did
Eight cases were chosen at random. Auditors graded each case.

What we found
Areas for improvement
- GPs had not been told of the MARAC in any case.

What needs to happen
Action | Who | When
Pre-birth flowchart to be reissued | Named Midwife | Nov 24
MARAC to GP flag - agree process | ICB / Police | Jan 25

Appendix: progress on actions from the 2022 audit
1. Routine enquiry training - complete
2. Dads' leaflet - dropped, funding withdrawn
"""
    (audit,) = parse(read_text(Path("audit.txt"), text.encode())).reviews
    assert [(action.text[:14], action.status, action.leads) for action in audit.actions] == [
        ("Pre-birth flow", "not-stated", ["Named Midwife"]),
        ("MARAC to GP fl", "not-stated", ["ICB", "Police"]),
        ("Routine enquir", "complete-evidence-awaited", []),
        ("Dads' leaflet ", "cancelled", []),
    ]
    assert [finding.text[:7] for finding in audit.findings] == ["GPs had"]


def test_a_reference_keeps_its_year() -> None:
    text = """Concise Child Practice Review Report
Re: NVSB 3 2019

Brief outline of circumstances resulting in the Review
The child was aged 10 weeks at the time of the incident in November 2018.
"""
    (review,) = parse(read_text(Path("review.txt"), text.encode())).reviews
    assert review.ref == "NVSB 3 2019"
    assert review.dates.incident is not None
    assert review.dates.incident.printed == "November 2018"


def test_a_paper_a_year_on_tells_what_became_of_each_recommendation() -> None:
    text = """Impact report: one year on from "Leo"

In 2023 we published our review about Leo, a baby who died at 4 months. We made two recommendations.

Recommendation 1 – Fathers are asked about and seen
What we did: A father's section was added to the antenatal record.
What we can show: audit of 30 records in March 2024, father's details in 24.
What it means for children: too early to say.
RAG: Green

Recommendation 2 – Safer sleep at every contact
What we did: Nothing has been done yet.
RAG: Red
"""
    (review,) = parse(read_text(Path("impact.txt"), text.encode())).reviews
    assert review.name == "Leo"
    assert [(asked.ref, asked.text, asked.status_printed) for asked in review.recommendations] == [
        ("1", "Fathers are asked about and seen", "Green"),
        ("2", "Safer sleep at every contact", "Red"),
    ]
    assert [action.status for action in review.actions] == ["complete-evidence-awaited", "not-started"]
    assert [impact.text[:8] for impact in review.impacts] == ["audit of"]


def test_each_finding_of_a_review_with_questions_below_it_is_kept() -> None:
    text = """SERIOUS CASE REVIEW
Child Jay

2 THE FINDINGS

FINDING 1: Professionals tend to see older children as making choices, which leaves them unprotected.

How did the issue show itself in this case?
2.1 Jay, aged 14, was stabbed in July 2015. No strategy meeting was held.

Questions for the Board
• Does the Board know how often this happens?

FINDING 2: There is no shared place to record what is known, so that each agency maps alone.

THE BOARD'S RESPONSE
For Finding 2, a weekly mapping meeting has been running since May 2016; its value will be tested in 2018.
"""
    (review,) = parse(read_text(Path("findings.txt"), text.encode())).reviews
    listed = [finding.text[:13] for finding in review.findings if not finding.by_wording]
    assert listed == ["Professionals", "There is no s"]
    assert [action.status for action in review.actions] == ["under-way"]


def test_a_review_called_by_quoted_names_and_a_date_below_it() -> None:
    text = """EXECUTIVE SUMMARY
of the review known as "The Three Brothers" (LCSPR 3 of 2022)

A. What the review concluded
The move across the border broke the chain between services.

B. What the reviewer would like to see
That the Partnership works with faith leaders. And that both councils agree what happens when a family moves.
"""
    (review,) = parse(read_text(Path("summary.txt"), text.encode())).reviews
    assert (review.ref, review.name, review.kind) == ("LCSPR 3 of 2022", "The Three Brothers", "lcspr")
    assert [asked.text[:9] for asked in review.recommendations] == ["That the ", "And that "]


def test_a_second_audit_is_a_test_not_the_review_it_goes_back_to() -> None:
    text = """RE-AUDIT: SEEING BABIES AT HOME
How far have we come since Baby Alder?

The rapid review of Alder was about a boy who was admitted to hospital. In 2023 we audited 18 families.

From the first audit, what happened to its actions?
1. Supervisors to read one visit record a month: stopped in March when posts were frozen.
2. Scales for each team: bought.
"""
    (audit,) = parse(read_text(Path("audit.txt"), text.encode())).reviews
    assert audit.test == "audit"
    assert next(action.status for action in audit.actions) == "cancelled"
    assert all("rapid review" not in action.text for action in audit.actions)


def test_what_a_letter_asks_for_in_so_many_things() -> None:
    text = """Independent Scrutineer

Scrutiny of your response to two reviews

Dear colleagues,

1. Your plan shows all seven actions as green. I do not agree.

2. I ask two things of you by the end of May.
(i) that the Chief Nurse reads every medical since last April;
(ii) that no action be shown as green until somebody outside has tested it.
"""
    record = parse(read_text(Path("letter.txt"), text.encode()))
    assert [asked.text[:14] for asked in record.recommendations] == ["that the Chief", "that no action"]
    assert [view.text for view in record.judgements] == ["I do not agree."]
    assert record.actions == []


BY_YEARS = """# Published reviews

## 2033 – Baby Q – Local child safeguarding practice review

Death of a boy aged three months in May 2031.

Learning: visits were not made; the father was not seen.

## 2032 – {entry}

Deaths of two girls and a boy.

Learning: safety plans were held by one agency; waiting lists were managed by date.

## 2031 – Child L – Serious Case Review

Harm to a girl of 13.

Learning: the club had not asked for references.
"""


def test_a_thematic_review_among_the_entries_of_a_catalogue_is_a_review() -> None:
    text = BY_YEARS.format(entry="Thematic review of three young people")
    reviews = parse(read_text(Path("reviews.md"), text.encode())).reviews
    assert [(review.name, review.kind, len(review.findings)) for review in reviews] == [
        ("Baby Q", "lcspr", 2),
        ("Thematic review of three young people", "thematic-review", 2),
        ("Child L", "scr", 1),
    ]


def test_learning_of_an_entry_that_is_not_known_is_not_of_the_case_above_it() -> None:
    record = parse(read_text(Path("reviews.md"), BY_YEARS.format(entry="Safety in three schools").encode()))
    assert [(review.name, len(review.findings)) for review in record.reviews] == [("Baby Q", 2), ("Child L", 1)]
    assert [finding.text for finding in record.findings] == [
        "safety plans were held by one agency",
        "waiting lists were managed by date",
    ]
