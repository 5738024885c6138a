"""The title page: which blocks at the top of a document say what it is, before its first section, case or prose."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.dates import read_date
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.audits import title_of_test
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.label import QUOTED, pseudonym
from loaders.parse.cases.named import named_alone
from loaders.parse.cases.naming import kind_of, says_only_kind
from loaders.parse.cases.numbered import referenced
from loaders.parse.cases.whose import body_line
from loaders.parse.layout.whole import BODY, names_body
from loaders.parse.sections import kind_of_document, meaning_of
from loaders.parse.sentences import sentences

_TOPIC = 3  # words of a head that may be a section's and no subject ("What I found")
_BELOW_BODY = 16  # words of the line below the name of who publishes
FRONT = 14  # blocks that a title page may have
PUBLISHED = re.compile(
    r"(?:\b(?:report )?(?:published|publication date|date of (?:publication|report|issue)|issued)|^date(?=\s*:))\b"
    r"\s*(?:on|in)?:?\s*"
    r"(?P<date>.{4,40})$",
    re.I,
)
_FIELD = re.compile(
    r"^(?:(?:child['’]?s? )?(?:age|gender|sex|ethnicity)|(?:date|category|type|nature) of [\w ]{3,40}"
    r"|decision|outcome|agencies involved|incident|harm|circumstances|children|family(?: composition| members)?"
    r"|child(?=\s*:\s*(?:\d|male|female|boy|girl|an? |unborn))"
    r"|date [\w ]{3,40}|legal status|local authority)(?: [\w ]{1,30})?\s*:\s*\S"
    r"|^(?:d\.?o\.?[bd]\b|date of (?:birth|death|incident|injury|harm))",
    re.I,
)  # a line of a form ("Date of incident: 11 May 2024"): of the case, not of the title
ISSUE = re.compile(  # "Issue 12", "Volume 3, Issue 2 | Summer 2024"
    r"^(?P<issue>(?:(?:issue|edition|volume|vol|number|no)\b\.?\s*(?:no\.? ?|number )?\d{1,3}[\s,]*)+)"
    r"(?P<rest>(?:[\s,:(|–-].*)?)$",
    re.I,
)
CARD_TITLE = re.compile(r"title\s*:\s*(?P<title>\S.{5,160})$", re.I)
_SEVERAL = re.compile(
    r"\b(?:reviews|cases|outcomes|digest|round-?up|summaries|briefings|notifications)\b|\b20\d\d ?[/–-] ?(?:20)?\d\d\b",
    re.I,
)


def catalogue_card(blocks: list[Block]) -> list[Block]:
    """The card that a library sets above a report it keeps: title, body, author and date, down to the report's own."""
    if not blocks or CARD_TITLE.match(blocks[0].text) is None:
        return []
    own = next((i for i, block in enumerate(blocks[:FRONT]) if block.kind is BlockKind.HEADING), 0)
    return blocks[:own]


def title_page(blocks: list[Block]) -> list[Block]:
    """The blocks before the first section, case or prose."""
    letter = next((i for i, block in enumerate(blocks[: 2 * FRONT]) if _letter_title(block)), None)
    dear = next((i for i, block in enumerate(blocks[:FRONT]) if block.text.startswith("Dear ")), None)
    if letter is None and dear is not None and dear + 1 < len(blocks) and case_label(blocks[dear + 1].text):
        return blocks[: dear + 2]  # the line below the greeting says which case the letter is about
    if letter is None and dear is not None and _subject(blocks[dear + 1 : dear + 3]):
        return blocks[: dear + 2]
    above = letter is None and dear and _subject(blocks[dear - 1 : dear + 2 : 2])
    if above and dear is not None and meaning_of(blocks[dear - 1].text) is None:
        return blocks[: dear + 1]  # or the line above the greeting does
    if letter is not None and any(block.text.startswith("Dear ") for block in blocks[:letter]):
        return blocks[: letter + 1]
    labels = [case_label(block.text) for block in blocks if block.kind is BlockKind.HEADING]
    refs = {label.ref for label in labels if label and label.ref}  # two of them: a list of reviews, whatever its title
    listed = len(refs) > 1 or _of_bodies(blocks) > 1
    numbered = sum(block.kind is BlockKind.HEADING and referenced(block.text) for block in blocks)
    page: list[Block] = []
    for at, block in enumerate(blocks[:FRONT]):
        text = block.text
        if block.kind is BlockKind.HEADING:
            titled = title_like(text)
            known = meaning_of(text, kind_of_document(page[0].text, "")[0] if page else "other")
            if page and all(ISSUE.match(above.text) or only_date(above.text) for above in page) and not known:
                page.append(block)  # the name of a newsletter, below its number
                continue
            if page and known and known.becomes == "aside" and kind_of_document(text, "")[0] == "other":
                break
            if page and referenced(text) and numbered > 1:
                break
            if page and block.number and known and known.becomes in ("action", "status"):
                break  # "1. Action log", the first item of an agenda
            below = next((one.text for one in blocks[at + 1 : at + 3] if not says_only_kind(one.text)), "")
            if page and _of_several(page) and named_alone(text, below):
                break
            if page and _of_several(page) and kind_of(text) and 0 < page[0].level < block.level:
                break  # the first of what such a paper tells
            if page and case_label(text):
                if listed or not _awaits_case(page):
                    break
                page.append(block)
                continue
            if page and not known and _names_child(block, page):
                page.append(block)
                continue
            if page and not titled and (case_label(text) or known or block.number):
                break
            if len(page) > 1 and not titled and not case_label(text) and not re.match(r"[\w ]{3,30}: \S", text):
                break
        elif page and _of_several(page) and case_label(text):
            break
        elif (
            block.kind is not BlockKind.PARAGRAPH
            or is_field(text)
            or len(text.split()) > (_BELOW_BODY if len(page) == 1 and names_body(page[0].text) else 12)
            or text.endswith((",", ":", "."))
        ):
            if block.kind is BlockKind.PARAGRAPH and _opens_with_case(text):
                page.append(block)
            break
        page.append(block)
        if block.page is not None and block.page > 1:
            page.pop()
            break
    return page


def _subject(below: list[Block]) -> bool:
    """Whether the line below the greeting of a letter says what it is about: a head of some words above its text."""
    if len(below) < 2 or below[0].kind is not BlockKind.HEADING or names_body(below[0].text):
        return False
    return len(below[0].text.split()) > _TOPIC and below[1].kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)


def _opens_with_case(text: str) -> bool:
    """Whether a paragraph begins with the name of the case as a sentence of its own."""
    label = case_label(sentences(text)[0].rstrip(".")) if text.endswith(".") else None
    return label is not None and not label.test and label.kind != "other"


def is_field(line: str) -> bool:
    """Whether a line is a field of a form about the case ("Date of incident: 11 May 2024"), not about the document."""
    return bool(_FIELD.match(line)) and not PUBLISHED.match(line)


def _letter_title(block: Block) -> bool:
    """The line of an inspection letter that says what it is about."""
    return bool(
        re.match(r"(?:Joint targeted area inspection|Inspection of|Focused visit|Monitoring visit)\b", block.text)
    )


def _of_bodies(blocks: list[Block]) -> int:
    """How many headings of cases stand above a line that says whose review it is, as a catalogue heads its entries."""
    return sum(
        block.kind is BlockKind.HEADING and bool(body_line(below.text)) and bool(case_label(block.text))
        for block, below in pairwise(blocks)
    )


def _awaits_case(page: list[Block]) -> bool:
    """Whether the title so far speaks of no more than one review, and not yet of which case."""
    return not _of_several(page) and not any(case_label(block.text) for block in page)


def _names_child(block: Block, page: list[Block]) -> bool:
    """Whether a line of the title is a name alone, in quotation marks or as large as the kind of review over it."""
    if not _awaits_case(page) or kind_of(" ".join(one.text for one in page)) is None:
        return False
    as_large = block.level == page[-1].level and pseudonym(block.text, None) is not None
    return as_large or re.fullmatch(QUOTED, block.text) is not None


def _of_several(page: list[Block]) -> bool:
    """Whether the title so far speaks of several reviews, or of a whole year's or quarter's work."""
    said = " ".join(block.text for block in page)
    return bool(_SEVERAL.search(said)) or any(
        kind_of_document(block.text, "")[0] in ("annual-report", "newsletter") for block in page
    )


def title_like(text: str) -> bool:
    """Whether a line says what kind of document, review or test this is, or who publishes it."""
    return bool(
        kind_of(text)
        or title_of_test(text)
        or BODY.search(text)
        or kind_of_document(text, "")[0] != "other"
        or re.search(r"\b(?:learning from|executive summary|overview report|in respect of|report)\b", text, re.I)
    )


def only_date(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    span = read_date(line)
    return span is not None and len((line.replace(span.printed or "", "")).strip(" .,:")) < 3
