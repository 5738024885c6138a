"""Whether a whole document is about one case or one test of practice, by its title page and its headings."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import DocumentKind, ReviewKind
from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.audits import title_of_test
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.introduced import children_shown, labelled_case
from loaders.parse.cases.named import (
    known_as,
    named_alone,
    named_by_title,
    named_in_text,
    named_over_story,
    tells_of_child,
)
from loaders.parse.cases.naming import PSEUDONYM, CaseLabel, kind_of
from loaders.parse.cases.whose import body_line
from loaders.parse.cues import cue
from loaders.parse.layout.below import texts_below
from loaders.parse.sections import meaning_of
from loaders.parse.sentences import sentences

BODY = re.compile(
    r"\b(?:(?:regional )?safeguarding (?:children['’]?s? |adults |assurance )?(?:partnership|board)s?"
    r"|safeguarding children board"
    r"|(?:child|public) protection committee"
    r"|(?<=[a-z] )(?<!the )(?-i:L?SC[PB])"
    r"|ofsted|care quality commission|local area partnership|safeguarding partners)\b",
    re.I,
)

_OF_ITSELF = re.compile(
    r"\b(?:this|our|its) (?:[\w-]+ ){0,5}?(?:review|report|briefing|summary|LCSPR|CSPR|SCR)\b"
    r"|\babout an? (?:[\w-]+ ){0,3}?(?:boy|girl|baby|child|teenager|young person) (?:we|who|whom|known|called|named)\b",
    re.I,
)
_DATE = re.compile(r"(?:published |publication |date[d]?:? )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d")
_SUBTITLE = 25  # words of a line below the title that says whose review is told
_SEVERAL = 2
_COUNTS_REVIEWS = re.compile(
    r"\b(?:our|these|both|all|of|from|the) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?:(?:[A-Za-z-]+ ){0,3}?)(?:reviews|L?CSPRs|SCRs|CPRs|CMRs)\b",
    re.I,
)
_OPENING = 1500  # characters in which a report says what it is
_NAME = 3  # words of a line of the title that is the name of a child


def names_body(line: str) -> bool:
    """Whether a line of a title page is the name of who publishes and nothing else."""
    found = BODY.search(line)
    return found is not None and found.end() == len(line.rstrip(" .")) and len(line.split()) <= 12 and ":" not in line


def case_labels(blocks: list[Block], kind: DocumentKind) -> list[CaseLabel]:
    """The different cases that headings name; one label above lines of two bodies is two cases."""
    found: dict[str, CaseLabel] = {}
    named: dict[str, CaseLabel] = {}  # by a name alone: one is a title as often as not, two are two cases
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        if block.kind is BlockKind.HEADING:
            if (
                below is not None
                and below.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)
                and (alone := named_alone(block.text, below.text))
            ):
                named.setdefault(key(alone.name or ""), alone)
            label = case_label(block.text)
            if label and not label.test and (label.name or not meaning_of(block.text, kind)):
                body = label.body or (body_line(below.text) if below else None) or ""
                found.setdefault(key(f"{label.name or label.ref or ''} {body}"), label)
    if not found and len(named) > 1:
        return list(named.values())
    return list(found.values())


def one_case(page: list[Block], labels: list[CaseLabel], kind: DocumentKind, title: str, text: str) -> CaseLabel | None:
    """The one case the whole document is about, if its title page names one or its kind says there is one."""
    on_page = [label for block in page if (label := _label_of(block)) and not label.test] or _over_lines(page)
    if on_page:
        label = next((found for found in on_page if found.kind != "other"), on_page[0])
        named = next((found.name for found in on_page if found.name), None)
        same = {key(found.name or found.ref or "") for found in labels} <= {
            key(found.name or found.ref or "") for found in on_page
        }
        several = kind in ("newsletter", "annual-report", "thematic-summary")
        if several or not same:
            return None
        told = kind_of(title) or next((found for block in page if (found := kind_of(block.text))), None)
        review = label.kind if label.kind != "other" else told or "other"
        return CaseLabel(label.printed, review, label.ref, label.name or named, label.aliases)
    if kind in ("inspection-letter", "inspection-report"):
        return CaseLabel(title, "inspection", None, title, test="inspection")
    if kind in ("review-report", "executive-summary") and not labels:
        below = text.split(page[-1].text, 1)[-1] if page else text
        lines = (label for block in page if (label := named_alone(block.text, below)))
        alone = next((one for block in page if (one := _names_alone(block.text, title, text))), None)
        of_title = named_by_title(title, text) or next(lines, None) or alone
        of_one = of_title or named_in_text(title, text)
        return of_one or (None if _tells_several(title, text) else _of_known(text) or _unnamed(title, text))
    if len(labels) == 1 and kind == "review-report" and not names_several(title):
        told = labels[0].kind if labels[0].kind != "other" else kind_of(text[:_OPENING]) or "other"
        return CaseLabel(labels[0].printed, kind_of(title) or told, labels[0].ref, labels[0].name, labels[0].aliases)
    return None


def first_of_several(page: list[Block], blocks: list[Block]) -> CaseLabel | None:
    """The one case that a title page names of a document that comes to others below ("Still open from LCSPR Wren").

    What stands above the first of the others is about it.
    """
    named = [label for block in page if (label := _label_of(block)) and label.name and not label.test]
    below = [block for block in blocks if block.kind is BlockKind.HEADING and block not in page]
    others = {key(label.name or label.ref or "") for block in below if (label := case_label(block.text))}
    if len({key(label.name or "") for label in named}) != 1 or named[0].kind == "other" or not others:
        return None
    return named[0] if key(named[0].name or "") not in others else None


def _names_alone(line: str, title: str, text: str) -> CaseLabel | None:
    """The children whom a line of the title page names and says no more of, where the text tells of one so called."""
    names = re.split(r",? and | & |, ", line)
    if not re.fullmatch(PSEUDONYM, line) or not any(tells_of_child(name, text) for name in names):
        return None
    return CaseLabel(line, kind_of(title) or "other", None, line)


def _kind_in(title: str, text: str) -> ReviewKind | None:
    """The kind of review in a title; a "case review" and no more is of the one kind that the text spells out."""
    said = kind_of(title)
    bare = said == "learning-review" and re.search(r"(?<!management )(?<!significant )\bcase review\b", title, re.I)
    return "scr" if bare and re.search(r"\bserious case review\b", text, re.I) else said


def _of_known(text: str) -> CaseLabel | None:
    """The one case that a sentence of the text brings in with its review ("a review of a girl known as BK …")."""
    found = {(name, kind_of(one)) for one in sentences(text) if " as " in one and (name := known_as(one))}
    found = {(name, kind) for name, kind in found if len(re.findall(rf"\b{re.escape(name)}\b", text)) > 1}
    named = {name for name, _ in found}
    kind = next((kind for _, kind in sorted(found, key=str) if kind), None)
    name = named.pop() if len(named) == 1 else None
    return CaseLabel(name, kind, None, name) if name and kind else None


def _unnamed(title: str, text: str) -> CaseLabel | None:
    """The one case without a name: its title says which review it is, or its text tells of a child."""
    told = _kind_in(title, text)
    if told is None and not (cue("guidance", "of-a-child").search(text) and _OF_ITSELF.search(text)):
        return None  # a paper whose opening speaks of a kind of review is not yet the report of one
    return CaseLabel(title, told or "other")


def _tells_several(title: str, text: str) -> bool:
    """Whether a title, or what stands at the top, counts the reviews of which the paper tells ("our two reviews")."""
    return names_several(title) or _COUNTS_REVIEWS.search(text[:_OPENING]) is not None


def names_several(title: str) -> bool:
    """Whether a title speaks of reviews and not of one."""
    return re.search(r"\b(?:reviews|publications|SCRs|L?CSPRs)\b", title, re.I) is not None


def _label_of(block: Block) -> CaseLabel | None:
    """The case a line of the title page names, or the first sentence of one that says more."""
    first, parts = sentences(block.text), re.split(r"\s+[–—|-]\s+", block.text)
    while len(parts) > 1 and (names_body(parts[-1]) or _DATE.fullmatch(parts[-1])):
        parts.pop()  # "… about Baby Noor – Ashmere Safeguarding Partnership – March 2024"
    before = block.text[: block.text.find(parts[-1]) + len(parts[-1])]
    return (
        case_label(block.text)
        or (case_label(before) if before != block.text else None)
        or (case_label(first[0].rstrip(".")) if len(first) > 1 else None)
    )


def _over_lines(page: list[Block]) -> list[CaseLabel]:
    """The case a title names over two or three lines ("Serious Case Review", "Overview Report concerning 'Jasper'")."""
    for many in (2, 3):
        for i in range(len(page) - many + 1):
            lines = [block.text for block in page[i : i + many]]
            if any(names_body(line) for line in lines):
                continue
            label = case_label(" ".join(lines))
            if label and not label.test:
                return [replace(label, printed=lines[-1])]
    return []


def told_by_title(
    blocks: list[Block], page: list[Block], labels: list[CaseLabel], kind: DocumentKind, title: str
) -> CaseLabel | None:
    """The one test of practice, or the one child, that a document without case headings is about by its title."""
    if labels or kind in ("newsletter", "annual-report", "action-tracker"):
        return None
    if test := title_of_test(title):
        below = (block for block in blocks if block.kind is BlockKind.HEADING and block not in page)
        tests = {key(label.printed) for block in below if (label := case_label(block.text)) and label.test}
        line = next(
            (block.text for block in page if title_of_test(block.text) and key(block.text) in key(title)), title
        )
        return replace(test, printed=line) if len(tests) < 2 else None
    if kind not in ("learning-digest", "other"):
        return None
    text = " ".join(block.text for block in blocks)
    below_it = next((block for block in blocks if block not in page and block.kind is not BlockKind.FURNITURE), None)
    short = below_it is not None and len(below_it.text.split()) <= _SUBTITLE and not names_several(below_it.text)
    told_of = _label_of(below_it) if below_it is not None and short else None
    if told_of and told_of.name and not told_of.test:
        return told_of
    short_lines = (b.text for b in page[1:] if b.kind is BlockKind.HEADING and len(b.text.split()) <= _NAME)
    names = [] if names_several(title) else [*short_lines]
    for told in (title, *(f"{title}: {name}" for name in names)):
        if child := named_by_title(told, text):
            return child
    over = (named_over_story(block.text, text.split(block.text, 1)[-1]) for block in page)
    if story := next((label for label in over if label), None):  # "Robin's story", below what the page is called
        return story
    one = kind_of(title) is not None and not names_several(title)
    return CaseLabel(title, kind_of(title) or "other") if one else None


def named_within(whole: CaseLabel, blocks: list[Block]) -> CaseLabel:
    """The one case of a document with the name of its child, where its title has none and no other is told of.

    Only a heading, the label of a review or a child, or the words "known as" give it: no name is picked from prose.
    """
    if whole.test or whole.name or whole.ref:
        return whole
    below = texts_below(blocks)
    turned = [labelled_case(block.text) for block in blocks if block.kind is BlockKind.PARAGRAPH]
    headed = [named_over_story(block.text, below[id(block)]) for block in blocks if id(block) in below]
    said = (known_as(one) for block in blocks for one in sentences(block.text) if " as " in one)
    names = {label.name for label in (*turned, *headed) if label and label.name} | {name for name in said if name}
    others = children_shown(" ".join(block.text for block in blocks)) - names
    return replace(whole, name=names.pop()) if len(names) == 1 and not others else whole


def without_cases(page: list[Block], blocks: list[Block]) -> list[Block]:
    """A title page up to the first of several headings that each name a case over its own story."""
    below = texts_below(blocks)
    cases = [b for b in blocks if id(b) in below and named_over_story(b.text, below[id(b)])]
    if len(cases) < _SEVERAL or not any(block is cases[0] for block in page[1:]):
        return page
    return page[: next(at for at, block in enumerate(page) if block is cases[0])]
