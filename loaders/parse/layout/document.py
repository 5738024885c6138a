"""What the document is: title, kind, whose work it tells of, when it was published and which time it reports on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from graph.dates import find_dates, iso, period_of, read_date
from graph.records import DateSpan, Document
from graph.text import joined, printed
from loaders.blocks import Block, BlockKind, SourceText
from loaders.parse.cases.audits import title_of_test
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cases.numbered import numbered_cases
from loaders.parse.cases.rows import CaseRows
from loaders.parse.layout.bodies import around, say_whose
from loaders.parse.layout.fields import of_form, with_fields
from loaders.parse.layout.subjects import subjects
from loaders.parse.layout.title_page import (
    CARD_TITLE,
    FRONT,
    ISSUE,
    PUBLISHED,
    catalogue_card,
    is_field,
    only_date,
    title_like,
    title_page,
)
from loaders.parse.layout.whole import (
    BODY,
    case_labels,
    first_of_several,
    named_within,
    names_body,
    names_several,
    one_case,
    told_by_title,
    without_cases,
)
from loaders.parse.sections import kind_of_document

_INSPECTED = re.compile(
    r"^inspection dates?\b|\b(?:took place|carried out|visited)\b|^between\b"
    r"|\b(?:inspection|visit) (?:to|of)\b(?=.{5,80}\bon \d)",
    re.I,
)
_SPAN = re.compile(
    r"\b(?:to|until|between|from|since|period|inspection|visit|incident|died|review date|initiated|concluded"
    r"|commissioned|convened|proceedings|trial|began|begun|started)\b",
    re.I,
)
_BY_WHOM = re.compile(  # "Report of the Chair of the Case Review Group", below the title
    r"(?:report|paper|briefing|statement) (?:of|by|from) the (?:[\w-]+ ){0,3}(?:chair|director|head|lead|manager)\b",
    re.I,
)
_NO_TITLE = re.compile(  # who wrote a page, when it went up, and what any page of its kind has at its head
    r"(?:by|posted by|written by|author:) (?-i:[A-Z]).{2,60}"
    r"|(?:published|posted|updated|last (?:updated|reviewed))\b:? .{4,40}"
    r"|(?:agenda item|agenda and minutes|minutes|welcome|home|news|contents|in this issue|new in the collection)\W*",
    re.I,
)
_EDITION = re.compile(r"\b(?:edition|issue) of (?:the |our )?(?P<title>[^,.]{0,50}?(?:newsletter|bulletin))\b", re.I)
_TAGLINE = re.compile(
    r"^(?:the |our |your |an? )?(?:[\w-]+ )?(?:news(?:letter)?|bulletin|e-?bulletin|update) (?:of|from|for|by)\b", re.I
)
_SEASON = re.compile(r"(?:spring|summer|autumn|winter)\b", re.I)
_TOPIC_LINE = re.compile(r"^(?:theme|topic|subject|focus)\s*[:–-]\s*(?P<topic>\S.{2,90})$", re.I)
_ENDS_DATED = re.compile(
    r"^(?P<before>(?:[^\d]|\b(?i:issue|edition|number|no\.?) \d{1,3}(?!\d)){3,90}?)[\s,(|–-]+"
    r"(?P<date>(?:(?i:spring|summer|autumn|winter)(?: (?i:term))?|(?:\d{1,2} )?(?:January"
    r"|February|March|April|May|June|July|August"
    r"|September|October|November|December)) (?:19|20)\d\d)\)?$"
)
_EXAMPLE = re.compile(  # a case that shows what the text above says of many
    r"(?:an |case |practice )?(?:example|illustration|vignette|case study)(?: \d{1,2})?\s*[:–—-]", re.I
)
_PART = re.compile(r"(?:section|chapter|part|appendix) (?:\d+|[ivx]+|[a-z]|one|two|three|four|five|six|seven)\b", re.I)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d{4}|\d{2}))?\b")


@dataclass(slots=True)
class Front:
    """What the first page says: the document record, its title blocks, and the one case it may be about."""

    document: Document
    title: list[Block] = field(default_factory=list)
    whole: CaseLabel | None = None
    default: str | None = None
    inspected: DateSpan | None = None  # when an inspection took place
    subjects: list[CaseLabel] = field(default_factory=list)  # the reviews that the subject of a letter names
    first_case: CaseLabel | None = None  # the case that the title names, where others are told below


def front(source: SourceText) -> Front:
    """Read the title page."""
    blocks = [block for block in source.blocks if block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)]
    card = catalogue_card(blocks)
    page = without_cases([*card, *title_page(blocks[len(card) :])], blocks)
    said = [block for block in page if block not in card or re.match(r"[\w ]{3,30}: ", block.text)]
    lines = [line for block in said for line in re.split(r"\s+[|·•]\s+", block.text)]
    opening = " ".join(block.text for block in blocks[:FRONT])[:1500]
    title = _title(lines, opening, source, page)
    decided = (
        _decided(title) or title_of_test(title) is not None
    )  # what an audit goes back to does not make it a review
    kind, default = kind_of_document(title, title if decided else _above_cases(blocks, page))
    labels = case_labels(blocks, kind)
    text = " ".join(block.text for block in blocks)
    formed = of_form(title, [block for block in blocks if block not in page])
    several_named = subjects(page, text) if any(block.text.startswith("Dear ") for block in page) else []
    whole = formed or one_case(page, labels, kind, title, text) or told_by_title(blocks, page, labels, kind, title)
    if several_named or (kind == "learning-digest" and len(numbered_cases(blocks)) > 1):
        whole = None  # the title names the kind of the reviews told below
    whole = with_fields(whole, blocks) if whole and not whole.test else whole
    whole = named_within(whole, blocks) if whole else None
    rows = CaseRows(blocks, None)
    of_one = whole is not None and bool(rows.names()) and rows.names() <= whole.children()  # a table of its children
    if formed:
        labels, kind = [], "review-report"
    elif (whole or kind == "review-report") and not labels and len(rows) > 1 and not of_one:
        whole, kind, default = None, "learning-digest" if kind == "review-report" else kind, None
    several = len(labels) > 1 or (whole is None and bool(labels) and names_several(title))
    examples = kind == "thematic-summary" and bool(labels) and all(_EXAMPLE.match(one.printed) for one in labels)
    if kind in ("review-report", "learning-digest", "thematic-summary", "other") and several and not examples:
        kind, default = "learning-digest", None
    elif whole and kind == "other" and not whole.test:
        kind = "review-report"
    document = Document(title=title, kind=kind, sha256=source.sha256, file=source.name)
    document.pages = len(source.pages) if source.paged else None
    say_whose(document, lines, blocks, around(source))
    first = next(
        (i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING and case_label(block.text)), FRONT
    )
    alone = [
        block.text
        for block in blocks[: min(first, FRONT) if len(labels) > 1 else FRONT]  # below is when a case was published
        if block not in page
        and block.kind is not BlockKind.CELL
        and _dated(block.text)
        and not is_field(block.text)
        and not case_label(block.text)
    ]
    _dates(document, lines + alone, title, opening)
    if default is None and whole and _from_panel(blocks):
        default = "panel-feedback"
    inspected = _inspected(blocks) if whole and whole.test == "inspection" else None
    if document.published is None and inspected is not None:
        document.published, document.published_basis = str(inspected.to.year), "inferred"
    first_case = first_of_several(page, blocks) if whole is None and not several_named else None
    return Front(document, page, whole, default, inspected, several_named, first_case)


def _above_cases(blocks: list[Block], page: list[Block]) -> str:
    """The opening words of a document as far as they are its own, and not of the first case it tells."""
    own: list[str] = []
    for block in blocks[:FRONT]:
        if block not in page and block.kind is BlockKind.HEADING and case_label(block.text):
            break
        own.append(block.text)
    return " ".join(own)[:1500]


def _inspected(blocks: list[Block]) -> DateSpan | None:
    """The days of an inspection, from its first page."""
    for block in blocks[: 2 * FRONT]:
        found = _INSPECTED.search(block.text)
        spans = find_dates(block.text[found.start() :]) if found else []
        if spans:
            return spans[0]
    return None


def _from_panel(blocks: list[Block]) -> bool:
    """Whether this is a letter of a national panel about a review."""
    addressed = any(block.text.startswith("Dear ") for block in blocks[:FRONT])
    signed = " ".join(block.text for block in [*blocks[:FRONT], *blocks[-6:]])
    thanked = re.search(r"\bthank you for (?:your|the|sending|submitting)\b.{0,40}\breview\b", signed, re.I)
    written = r"\bpractice review panel\b|\bchair of the national panel\b|\bpanel secretariat\b"
    written += r"|\bon behalf of the (?:national )?panel\b"
    return addressed and bool(thanked or re.search(written, signed, re.I))


def _decided(title: str) -> bool:
    return kind_of_document(title, "")[0] != "other"


def _title(lines: list[str], opening: str, source: SourceText, page: list[Block]) -> str:
    """The line that says what the document is, with the line that completes it."""
    if named := next((found for line in lines if (found := CARD_TITLE.match(line))), None):
        return printed(named["title"]).rstrip(".")
    said = [line for line in lines if not only_date(line) and not line.startswith("Dear ")]
    said = [line for line in said if not _BY_WHOM.match(line)] or said
    said = [line for line in said if not _NO_TITLE.fullmatch(line)] or said
    if issue := next((found for line in said if (found := ISSUE.match(line))), None):
        others = [line for line in said if not ISSUE.match(line) and not _TAGLINE.match(line)]
        if any(not names_body(line) for line in others):  # a newsletter is called by its name, then by its number
            return f"{_title(others, '', source, page)}, {printed(issue['issue']).rstrip(',')}"
    telling = [
        line
        for line in said
        if kind_of_document(line, "")[0] != "other" or kind_of(line) or title_of_test(line) or case_label(line)
    ]
    if telling:
        best = max(
            telling,
            key=lambda line: (
                len(line.split()) > 2 and not _PART.match(line),
                bool(case_label(line)),
                not BODY.search(line),
            ),
        )
        after = next(iter(said[said.index(best) + 1 :]), "")
        if case_label(after) and not case_label(best):
            return f"{best}: {after}"
        if topic := _TOPIC_LINE.match(after):
            return f"{best.rstrip(' :')}: {topic['topic']}"
        completes = 0 < len(after.split()) <= 12 and ":" not in after and not BODY.search(after) and title_like(after)
        return f"{best} {after}" if completes and len(best.split()) <= 3 else best
    greeting = next((i for i, line in enumerate(lines) if line.startswith("Dear ")), None)
    if greeting is not None and greeting + 1 < len(lines):
        return lines[greeting + 1]  # the subject of a letter
    if edition := _EDITION.search(opening):
        period = period_of(opening)
        return joined(edition["title"]) + (f", {period.printed}" if period and period.printed else "")
    top = [block.text for block in page if block.kind is BlockKind.HEADING and block.level == 1]
    headed = next((line for line in top if line in said and not names_body(line)), None)
    if headed:  # what is printed at the head of a page says more than what its file is called
        return headed
    plain = [line for line in said if not names_body(line)] or said
    return printed(source.metadata.get("title", "")) or next(iter(plain), re.sub(r"[-_]+", " ", Path(source.name).stem))


def _dated(line: str) -> bool:
    """A date alone, or after "published"."""
    said = PUBLISHED.search(line)
    if len(line.split()) < 9 and _ENDS_DATED.match(line) and not _SPAN.search(line):
        return True
    return only_date(line) or (said is not None and len(line.split()) < 8 and read_date(said["date"]) is not None)


def _dates(document: Document, lines: list[str], title: str, opening: str) -> None:
    document.period = period_of(title) or (
        period_of(opening) if document.kind in ("newsletter", "annual-report") else None
    )
    lines = [found["rest"].strip(" ()|,–-") if (found := ISSUE.match(line)) else line for line in lines]
    pieces = [
        found["date"]
        if (found := _ENDS_DATED.match(line))
        and not _SPAN.search(line)
        and (document.kind == "newsletter" or not _SEASON.match(found["date"]))
        else line
        for line in lines
    ]
    for line in pieces:
        said = PUBLISHED.search(line)
        span = read_date(said["date"] if said else line)
        season = span is not None and _SEASON.match(span.printed or "") is not None and only_date(line)
        if (
            span
            and (said or (len(line.split()) <= 4 and not is_field(line)))
            and (season or span.precision in ("day", "month") or (said and ":" in said[0]))
        ):
            document.published, document.published_basis = iso(span), "printed"
            return
    years = _YEARS.findall(" ".join([title, *lines]))
    looks_back = document.period is not None and document.period.to.year - document.period.from_.year > 1
    if looks_back:
        return  # an overview of many years comes out when it comes out
    if years and document.kind not in ("newsletter", "thematic-summary") and document.period is not None:
        document.published, document.published_basis = str(document.period.to.year), "inferred"
