"""Briefings: every statement has its source, numbers are those of `ask`, anyone can read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from graph.questions import ask, find_question
from graph.questions.run import Answer
from graph.sharing import INTERNAL, LEFT_OUT, texts_of
from graph.store import Store, open_store
from graph.views.briefs import KINDS, write_brief
from graph.views.briefs.impact import under
from graph.views.cells import sources
from tests.graph.small import without_runs
from tests.small_graph import small_graph
from tests.soffice import converted

pytestmark = pytest.mark.embedded
DAY = date(2026, 1, 5)
ASKED = {
    "scrutiny": {"partnership": "northmere"},
    "impact": {"partnership": "northmere"},
    "seven-minute": {"theme": "escalation"},
    "closure": {"since": "2020-01-01"},
}
FACTS = ("Fact", "Fact Bullet", "Quotation")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small graph in the embedded engine; nothing writes to it."""
    graph, run = without_runs(small_graph())
    with open_store(str(tmp_path_factory.mktemp("small") / "collection")) as store:
        store.sync(graph, collection=run.collection, run=run)
        yield store


class Asking:
    """Answers as the command line gives them to a briefing, and remembers them."""

    def __init__(self, store: Store, *, safe: bool = True) -> None:
        self.store, self.safe = store, texts_of(store) if safe else False
        self.answers: dict[str, Answer] = {}

    def __call__(self, id_: str, **params: str) -> Answer:
        known = {p.name for p in find_question(id_).params}
        given = {k: v for k, v in params.items() if k in known}
        self.answers[id_] = ask(self.store, id_, given, to_be_sent=self.safe)
        return self.answers[id_]


@pytest.fixture(scope="module")
def written(kept: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Asking]]:
    """Each kind of briefing, and what was asked for it."""
    folder = tmp_path_factory.mktemp("briefs")
    made = {}
    for kind in KINDS:
        asking = Asking(kept)
        made[kind] = write_brief(kind, asking, ASKED[kind], folder / f"{kind}.docx", made_on=DAY), asking
    return made


def faults(path: Path) -> list[str]:
    """What keeps somebody from reading a Word file; empty for none."""
    doc = Document(str(path))
    found = []
    levels = [int(p.style.name[-1]) for p in doc.paragraphs if re.fullmatch(r"Heading \d", p.style.name)]
    if not levels or levels[0] != 1 or any(b > a + 1 for a, b in pairwise(levels)):
        found.append(f"headings out of order: {levels}")
    if any(not p.text.strip() for p in doc.paragraphs if p.style.name.startswith("Heading")):
        found.append("an empty heading")
    for drawing in doc.element.body.iter(qn("w:drawing")):
        told = drawing.find(f".//{qn('wp:docPr')}")
        if told is None or len(told.get("descr", "")) < 20 or not told.get("title"):
            found.append("a picture without words")
    for table in doc.tables:
        properties = table.rows[0]._tr.trPr
        if properties is None or properties.find(qn("w:tblHeader")) is None:
            found.append("a table whose header is not repeated")
        if table._tbl.tblPr.find(qn("w:tblCaption")) is None:
            found.append("a table without a caption for readers")
    if {lang.get(qn("w:val")) for lang in doc.styles.element.iter(qn("w:lang"))} != {"en-GB"}:
        found.append("the language is not British English")
    if not doc.core_properties.title or doc.core_properties.language != "en-GB":
        found.append("no title or language of the file")
    return found


def text_of(path: Path) -> str:
    doc = Document(str(path))
    cells = [cell.text for table in doc.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in doc.paragraphs), *cells])


@pytest.mark.parametrize("kind", KINDS)
def test_anyone_can_read_it(written: dict[str, tuple[Path, Asking]], kind: str) -> None:
    assert faults(written[kind][0]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_statement_has_its_source(written: dict[str, tuple[Path, Asking]], kind: str) -> None:
    path, asking = written[kind]
    doc = Document(str(path))
    facts = [p for p in doc.paragraphs if p.style.name in FACTS]
    assert len(facts) > 2
    documents = {e["document"] for a in asking.answers.values() for r in a.rows for e in r.get("evidence") or []}
    for fact in facts:
        source = fact.runs[-1]
        assert source.style.name == "Source", fact.text
        told = source.text.strip(" []")
        assert told.startswith(("counted by the question “", "joined by the question “")) or any(
            told.startswith(d) for d in documents
        ), fact.text
    for table in doc.tables:
        head = [cell.text for cell in table.rows[0].cells]
        for row in table.rows[1:]:
            for name, cell in zip(head, row.cells, strict=True):
                assert name != "source" or any(cell.text.startswith(d) for d in documents)


def test_numbers_are_those_of_ask(kept: Store, written: dict[str, tuple[Path, Asking]]) -> None:
    path, _ = written["scrutiny"]
    doc = Document(str(path))
    rows = ask(kept, "recurring-themes", ASKED["scrutiny"]).rows
    table = next(t for t in doc.tables if t.rows[0].cells[0].text == "theme")
    shown = {row.cells[0].text: (row.cells[1].text, row.cells[2].text) for row in table.rows[1:]}
    assert len(shown) == min(len(rows), 12)
    for row in rows[:12]:
        word = "review" if row["reviews"] == 1 else "reviews"
        told = f"{row['reviews']} {word}, {row['confirmed']} confirmed, of {row['of_reviews']}"
        assert shown[row["label"]] == (told, str(row["tests"]))
    again = ask(kept, "closed-but-recurred", ASKED["scrutiny"]).rows
    closed = sum(r["closure"] == "closed by record" for r in again)
    done = sum(r["closure"] == "said to be done" for r in again)
    assert f"{closed} closed by record and seen again; {done} said to be done and seen again" in text_of(path)


def test_what_is_asked_is_cited_where_it_was_asked(kept: Store, written: dict[str, tuple[Path, Asking]]) -> None:
    """A contrary sign stands first on a page of the pack; its passage is not the source of what was asked."""
    path, _ = written["closure"]
    rows = ask(kept, "closure-checklist").rows
    asked = {r["recommendation"]: {e["document"] for e in r["evidence"]} for r in rows if r["item"] == "who is to act"}
    against = {r["recommendation"] for r in rows if r["met"] == "against"}
    found = set()
    for fact in (p for p in Document(str(path)).paragraphs if p.style.name == "Fact"):
        for text, documents in asked.items():
            if fact.text.startswith((f"Recommendation: {text} (", f"Action: {text} (")):
                assert any(fact.runs[-1].text.strip(" []").startswith(d) for d in documents)
                found.add(text)
    assert found & against


def test_the_chart_holds_the_numbers_of_its_table(written: dict[str, tuple[Path, Asking]]) -> None:
    path, asking = written["scrutiny"]
    (chart,) = [part for part in Document(str(path)).part.package.iter_parts() if "/charts/" in str(part.partname)]
    told = re.findall(r"<c:v>([^<]*)</c:v>", chart.blob.decode())
    numbers = [int(v) for v in told if v.isdigit()]
    expected = [r["reviews"] for r in asking.answers["recurring-themes"].rows[:12] if r["reviews"]]
    assert numbers == expected[::-1]  # the first bar of such a chart is the lowest


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_opens_it(written: dict[str, tuple[Path, Asking]], kind: str, tmp_path: Path) -> None:
    made = converted(written[kind][0], "pdf", tmp_path)
    import pypdfium2

    pdf = pypdfium2.PdfDocument(str(made))
    try:
        pages = len(pdf)
        first = pdf[0].get_textpage().get_text_range()
    finally:
        pdf.close()
    assert "Before you read" in first
    assert pages == 1 if kind == "seven-minute" else pages > 2


@pytest.mark.parametrize("kind", KINDS)
def test_internal_says_so_on_every_page(kept: Store, kind: str, tmp_path: Path) -> None:
    inside = write_brief(kind, Asking(kept, safe=False), ASKED[kind], tmp_path / "i.docx", made_on=DAY, internal=True)
    header = Document(str(inside)).sections[0].header.paragraphs[0].text
    assert header.startswith(INTERNAL)
    outside = write_brief(kind, Asking(kept), ASKED[kind], tmp_path / "o.docx", made_on=DAY)
    assert INTERNAL not in Document(str(outside)).sections[0].header.paragraphs[0].text


def test_an_empty_impact_section_says_so(kept: Store, tmp_path: Path) -> None:
    path = write_brief("impact", Asking(kept), {"theme": "parental-substance-misuse"}, tmp_path / "e.docx", made_on=DAY)
    text = text_of(path)
    assert "No loaded document shows that something is better for children" in text
    assert "No loaded document of this scope tells of actions, impact, tests or scrutiny." in text
    assert faults(path) == []


def test_a_line_of_impact_does_not_repeat_the_name_it_opens_with() -> None:
    row = {"section": "Audit of plans", "line": "Audit of plans: 1 done well, 2 to improve", "evidence": []}
    days = {"date_from": "2024-03-01", "date_to": "2024-03-31"}
    assert under({**row, **days}) == "Mar 2024"
    assert under({**row, **days, "line": "Plans were shared."}) == "Audit of plans; Mar 2024"


HOSTILE = [
    "<w:p/><script>alert(1)</script>]]>&amp;",
    "=cmd|' /C calc'!A0",
    "{ HYPERLINK http://example.org } \\* MERGEFORMAT",
    "a\x00b\x1f\u202ec",
    "long " * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_inert(written: dict[str, tuple[Path, Asking]], kind: str, text: str, tmp_path: Path) -> None:
    answers = written[kind][1].answers

    def hostile(id_: str, **_: str) -> Answer:
        told = answers[id_]
        kinds = ("kind", "met", "item", "closure", "type", "shows", "part", "theme", "strength", "change")

        def spoilt(name: str, value: Any) -> Any:
            if (
                isinstance(value, str)
                and name not in kinds
                and not name.endswith(("from", "to", "since", "first", "last"))
            ):
                return text
            if isinstance(value, list):
                return [{**e, "quote": text, "document": text} if isinstance(e, dict) else text for e in value]
            return value

        rows = [{k: spoilt(k, v) for k, v in row.items()} for row in told.rows]
        return Answer(**{**told.__dict__, "rows": rows})

    path = write_brief(kind, hostile, ASKED[kind], tmp_path / "h.docx", made_on=DAY)
    doc = Document(str(path))
    codes = {
        t.text.split()[0]
        for part in (doc.element, doc.sections[0].footer._element)
        for t in part.iter(qn("w:instrText"))
    }
    assert codes <= {"TOC", "PAGE", "NUMPAGES"}
    assert not [r for r in doc.part.rels.values() if r.is_external]
    assert faults(path) == []
    if "script" in text:
        assert "<script>alert(1)</script>" in text_of(path)


def test_a_name_in_running_text_does_not_reach_a_briefing(kept: Store, tmp_path: Path) -> None:
    asking = Asking(kept)
    texts = texts_of(kept)

    def named(id_: str, **params: str) -> Answer:
        told = asking(id_, **params)
        said = "Ottilie Brannock, Independent Scrutineer, said so."
        told.rows = texts.safe([{k: said if k in ("text", "line") else v for k, v in r.items()} for r in told.rows])
        return told

    text = text_of(write_brief("seven-minute", named, ASKED["seven-minute"], tmp_path / "n.docx", made_on=DAY))
    assert "Brannock" not in text
    assert f"{LEFT_OUT}, Independent Scrutineer" in text


def test_seven_minutes_keep_what_is_promised_apart_from_what_helps(written: dict[str, tuple[Path, Asking]]) -> None:
    told: dict[str, list[str]] = {}
    for paragraph in Document(str(written["seven-minute"][0])).paragraphs:
        if paragraph.style.name == "Heading 1":
            part = told.setdefault(paragraph.text, [])
        elif told:
            part.append(paragraph.text)
    assert not any(line.startswith(("Said to be done", "Promised", "Under way")) for line in told["What helps"])
    assert any(
        line.startswith(("Said to be done", "Promised", "Under way"))
        for line in told["What partners say they did, or will do"]
    )


def test_what_is_not_found_again_is_no_good_news(kept: Store, tmp_path: Path) -> None:
    path = write_brief("seven-minute", Asking(kept), {"theme": "neglect"}, tmp_path / "n.docx", made_on=DAY)
    text = text_of(path)
    assert "0 times" not in text
    assert "No loaded document is found to tell of the same again; that does not show that it was mended." in text


class AskedElsewhere(Asking):
    """As if all that is seen again had been asked in another area, or all but what was said to be done."""

    def __init__(self, store: Store, *kept: str) -> None:
        super().__init__(store)
        self.kept = kept

    def __call__(self, id_: str, **params: str) -> Answer:
        answer = super().__call__(id_, **params)
        if id_ == "closed-but-recurred":
            answer = replace(answer, rows=[r if r["closure"] in self.kept else r | {"type": "R4"} for r in answer.rows])
        return answer


@pytest.mark.parametrize("kind", ["scrutiny", "seven-minute"])
def test_what_another_area_was_asked_is_not_told_as_seen_again(kept: Store, tmp_path: Path, kind: str) -> None:
    path = write_brief(kind, AskedElsewhere(kept), ASKED[kind], tmp_path / "n.docx", made_on=DAY)
    text = text_of(path)
    assert "sked nationally or in another area, and seen here, possibly" in text
    assert "It is seen again" not in text
    assert "Seen again, without a word on whether it was done" not in text
    assert "Seen again in " not in text
    assert ("Asked elsewhere: " in text) == (kind == "scrutiny")
    of_both = text_of(
        write_brief(kind, AskedElsewhere(kept, "said to be done"), ASKED[kind], tmp_path / "b.docx", made_on=DAY)
    )
    assert "sked nationally or in another area, and seen here, possibly" in of_both
    assert "after it was said to be done or closed" in of_both


def test_a_briefing_on_everything_says_whose_each_thing_is(kept: Store, tmp_path: Path) -> None:
    text = text_of(write_brief("scrutiny", Asking(kept), {}, tmp_path / "n.docx", made_on=DAY))
    seen = [line for line in text.splitlines() if line.startswith("Seen again in ")]
    assert seen
    assert all("; Northmere" in line or "; Eastvale" in line for line in seen)


def test_pages_are_named_in_order_and_days_in_words(written: dict[str, tuple[Path, Asking]]) -> None:
    places = [{"document": "A", "page": 6}, {"document": "A", "page": 5}, {"document": "B", "line": 12}]
    assert sources(places) == "A, p. 5, 6; B, line 12"
    assert "What changed since 1 Jan 2020" in text_of(written["closure"][0])
    for path, _ in written.values():
        assert "5 Jan 2026" in text_of(path)
        assert "2026-01-05" not in text_of(path)


def test_the_sources_of_several_partnerships_say_whose_they_are(written: dict[str, tuple[Path, Asking]]) -> None:
    text = text_of(written["seven-minute"][0])
    assert "Northmere Safeguarding Children Partnership: " in text
    assert "Eastvale Safeguarding Partnership: Eastvale briefing 2022." in text


def test_that_no_contrary_sign_was_found_is_no_gap(written: dict[str, tuple[Path, Asking]]) -> None:
    text = text_of(written["closure"][0])
    assert "Contrary signs" in text
    assert "Contrary sign: none found" not in text


def test_the_meeting_pack_numbers_its_pages_as_its_list(written: dict[str, tuple[Path, Asking]]) -> None:
    doc = Document(str(written["closure"][0]))
    pages = [p.text for p in doc.paragraphs if p.style.name == "Heading 2" and p.text[:1].isdigit()]
    (listed,) = [t for t in doc.tables if t.rows[0].cells[0].text == "no."]
    assert pages
    for row, page in zip(listed.rows[1:], pages, strict=True):
        number, text = row.cells[0].text, row.cells[1].text
        assert page.startswith(f"{number}. {text[:40]}")
