"""Tables read by their whole shape: two things in one column, tables on their side, sheets of two columns, learning."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.trackers.together import who_and_when
from tests.rendered import as_html

ASKED = ("Schools should tell the hub on the first day.", "Doctors should see each bruise within a day.")
ACTIONS = ("Change the form so that absence goes to the hub.", "Set up a rota of doctors for the whole week.")
BOTH = ("Local authority, March 2031", "Acute trust, by 30 June 2031")
NEWS = ("The form has been changed and is in use.", "The rota has been drafted and is with the trust.")
LEARNT = ("The school told nobody that the boy was away.", "Nobody saw that the baby had a bruise.")


def read(path: Path, heads: list[str], *columns: tuple[str, ...], over: str = "Appendix B") -> DocumentRecord:
    rows = [heads, *map(list, zip(*columns, strict=True))]
    (path / "plan.html").write_bytes(as_html([("h1", "Learning report 2031"), ("h2", over), ("table", rows)]))
    return extract(path / "plan.html")


@pytest.mark.parametrize("head", ["By", "Owner / date", "Who and when", ""])
def test_who_and_when_in_one_column_are_two_things(head: str, tmp_path: Path) -> None:
    record = read(tmp_path, ["Action", head, "Progress"], ACTIONS, BOTH, NEWS)
    told = [(action.leads, action.due, action.due_printed) for action in record.actions]
    assert told == [
        (["Local authority"], "2031-03-31", "March 2031"),
        (["Acute trust"], "2031-06-30", "by 30 June 2031"),
    ]
    assert [action.text for action in record.actions] == list(ACTIONS)


@pytest.mark.parametrize("head", ["By", "Who and when", ""])
def test_who_is_asked_and_by_when_stand_beside_a_recommendation(head: str, tmp_path: Path) -> None:
    record = read(tmp_path, ["Recommendation", head], ASKED, BOTH)
    assert [one.addressees for one in record.recommendations] == [["Local authority"], ["Acute trust"]]
    assert [one.due_printed for one in record.recommendations] == ["March 2031", "by 30 June 2031"]


def test_a_sentence_is_not_who_and_when() -> None:
    assert who_and_when("A referral form for the fire service went live on 3 January 2031.") is None
    assert who_and_when("March 2031") is None
    assert who_and_when("Police, from March to June 2031") is not None


def test_learning_beside_what_is_asked_and_done_is_kept(tmp_path: Path) -> None:
    record = read(tmp_path, ["Finding", "Recommendation", "Action"], LEARNT, ASKED, ACTIONS)
    assert [one.text for one in record.findings] == list(LEARNT)
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert [(one.text, one.recommendation) for one in record.actions] == list(zip(ACTIONS, ASKED, strict=True))


def test_a_plan_on_its_side_is_read_as_one(tmp_path: Path) -> None:
    rows = [["Action", *ACTIONS], ["Lead", "Police", "Acute trust"], ["Due", "May 2031", "June 2031"]]
    path = tmp_path / "plan.html"
    path.write_bytes(as_html([("h1", "Learning report 2031"), ("h2", "Appendix B"), ("table", rows)]))
    told = [(one.text, one.leads, one.due_printed) for one in extract(path).actions]
    assert told == [(ACTIONS[0], ["Police"], "May 2031"), (ACTIONS[1], ["Acute trust"], "June 2031")]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_sheet_without_a_plan_is_read_by_what_its_heads_say(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"plan.{ending}"
    rows = [["What we learned", "Recommendation"], *map(list, zip(LEARNT, ASKED, strict=True))]
    if ending == "csv":
        path.write_text("\n".join(",".join(row) for row in rows))
    else:
        book = Workbook()
        assert book.active is not None
        for row in [["Learning from a rapid review"], [], *rows]:
            book.active.append(row)
        book.save(path)
    record = extract(path)
    boxes = [record, *record.reviews]
    assert [one.text for box in boxes for one in box.findings] == list(LEARNT)
    assert [one.text for box in boxes for one in box.recommendations] == list(ASKED)


@pytest.mark.parametrize("heads", [["The panel asked that", "News"], ["", "So far"], ["", ""]])
def test_what_is_asked_and_what_was_done_are_told_apart_where_no_head_says_so(heads: list[str], tmp_path: Path) -> None:
    record = read(tmp_path, heads, ASKED, NEWS, over="Recommendations")
    if not any(heads):
        return  # a table of no heads has no row that could be one
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert [(one.text, one.status) for one in record.actions] == [
        (NEWS[0], "complete-evidence-awaited"),
        (NEWS[1], "under-way"),
    ]


def test_an_answer_beside_what_is_recommended_is_the_action(tmp_path: Path) -> None:
    heads = ["The panel asked that", "Plan", "Who", "How it stands"]
    record = read(tmp_path, heads, ASKED, ACTIONS, ("Police", "Acute trust"), ("Complete", "Not started"))
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert [(one.text, one.status) for one in record.actions] == [
        (ACTIONS[0], "complete-evidence-awaited"),
        (ACTIONS[1], "not-started"),
    ]


def test_why_it_is_asked_is_no_action_and_no_news(tmp_path: Path) -> None:
    heads = ["What we saw", "Recommendation", "Lead", "By"]
    record = read(tmp_path, heads, LEARNT, ASKED, ("Police", "Acute trust"), ("May 2031", "June 2031"))
    assert [one.text for one in record.findings] == list(LEARNT)
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert not any(one.text in LEARNT for one in record.actions)


def test_who_and_when_is_no_action_below_a_head_of_two_rows(tmp_path: Path) -> None:
    head = "<tr><td rowspan=2>The panel asked that</td><td colspan=2>Since then</td></tr>"
    head += "<tr><td>What was done</td><td>By</td></tr>"
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in zip(ASKED, NEWS, BOTH, strict=True)
    )
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body><h1>Learning report 2031</h1><table>{head}{rows}</table></body></html>")
    record = extract(path)
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert [(one.text, one.leads) for one in record.actions] == [
        (NEWS[0], ["Local authority"]),
        (NEWS[1], ["Acute trust"]),
    ]


def test_what_stands_under_the_name_of_an_agency_is_not_mixed_with_what_another_says(tmp_path: Path) -> None:
    heads = ["Recommendation", "Police", "Health"]
    other = ("Not started, as the lead has left.", "Nothing has been done on this so far.")
    record = read(tmp_path, heads, ASKED, NEWS, other)
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert not any(action.updates for action in record.actions)
    left = " ".join(one.text for one in record.report.rejected)
    assert all(text in left for text in (*NEWS, *other))


def test_a_title_over_the_heads_of_a_sheet_is_no_head(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in [["Next steps"], ["Recommendation", "By"], *map(list, zip(ASKED, BOTH, strict=True))]:
        book.active.append(row)
    book.save(tmp_path / "plan.xlsx")
    record = extract(tmp_path / "plan.xlsx")
    assert [one.text for one in record.recommendations] == list(ASKED)
    assert [one.addressees for one in record.recommendations] == [["Local authority"], ["Acute trust"]]


def test_a_column_headed_by_a_date_tells_how_far_each_ask_is(tmp_path: Path) -> None:
    news = ("Live on both wards since 3 May", "Begun. 12 of 40 seen so far")
    record = read(tmp_path, ["Ask", "By", "July 2031"], ("Weekly list", "Yearly visit"), ("Apr 31", "Sep 31"), news)
    assert [one.updates[-1].text for one in record.actions] == list(news)
    assert [one.status for one in record.actions] == ["complete-evidence-awaited", "under-way"]


def test_the_view_of_a_board_is_how_far_it_holds_a_recommendation_to_be(tmp_path: Path) -> None:
    heads = ["Recommendation (2029)", "Reported in 2030", "What we found in May 2031", "Board's view"]
    found = ("Lapsed in 2030 with the lead", "Considered and not pursued")
    record = read(tmp_path, heads, ASKED, ("Complete", "Complete"), found, ("Noted", "Not satisfied. Re-opened"))
    assert [one.status for one in record.actions] == ["cancelled", "under-way"]  # never done by what was said before


def test_a_row_led_by_the_name_of_a_child_is_of_that_review(tmp_path: Path) -> None:
    rows = [
        ["Action", "Lead", "Update"],
        ["Rowan 2. Weekly list", "Hub", "Under way"],
        ["Hazel. Card", "Trust", "Printed"],
        ["Rota for doctors", "Trust", "Drafted"],
    ]
    story = "died in May 2031 aged 3 weeks after sleeping in an armchair. The plan was not read on the ward."
    blocks = [
        ("h1", "Learning forum 2031"),
        *[
            part
            for name in ("Rowan", "Hazel")
            for part in (("h2", f"Rapid review: Baby {name}"), ("p", f"Baby {name} {story}"))
        ],
        ("h2", "Where have we got to?"),
        ("table", rows),
    ]
    (tmp_path / "forum.html").write_bytes(as_html(blocks))
    record = extract(tmp_path / "forum.html")
    told = {review.name: [one.text.split(".")[0] for one in review.actions] for review in record.reviews}
    assert "Rowan 2" in told["Baby Rowan"]
    assert "Hazel" in told["Baby Hazel"]
    assert not any("Hazel" in one for one in told["Baby Rowan"])


def test_a_table_of_who_is_asked_for_what_tells_of_no_work(tmp_path: Path) -> None:
    asked = ("Schools should tell the hub on the first day.", "The bruise form to be rewritten.")
    record = read(tmp_path, ["No.", "Recommendation", "Lead"], ("1", "2"), asked, ("Council", "Police"))
    assert [(one.text, one.ref) for one in record.recommendations] == [(asked[0], "1"), (asked[1], "2")]
    assert record.actions == []
