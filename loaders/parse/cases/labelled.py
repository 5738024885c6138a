"""Cases told in one paragraph or item each: "RR 1/22. A girl of nine months …" is a heading and the text below it.

One such paragraph may only mention a case, so at least two different ones must stand in the document; an item of a list
of cases ("Child K (category): the review agreed …") is one wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.text import key, printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.named import named_alone, named_review
from loaders.parse.cases.naming import CODE, PEOPLE, PSEUDONYM, CaseLabel, kind_of
from loaders.parse.sentences import sentences

_OPENING = re.compile(r"(?P<label>[^.:;()]{2,50}?(?:\s*\([^)]{3,60}\))?)(?:[.:]\s+|\s+[-–—]\s+)(?=[A-Z“\"‘'])")
_WITH_NAME = re.compile(  # "Practice review 2/31 – Robin. Robin was …"
    rf"(?P<label>[^.:;()]{{2,40}}?\s+[-–—]\s+(?:{PEOPLE}|{PSEUDONYM}))[.:]\s+(?=[A-Z“\"‘'])"
)
_LABELLED_ITEM = re.compile(r"^(?P<label>[^.;]{2,60}?(?:\([^)]{3,60}\))?)\s*(?:[-–—:]\s|(?<=\))\s)(?P<rest>\S.*)$")
_CODED_AND_CALLED = re.compile(  # 'BR07 ("Theo and Tilly"), LCSPR published June 2024'
    rf"(?P<code>{CODE})\s*\([\"“‘'](?P<name>[^()\"“”]{{2,40}})[\"”’']\)\s*[,:–—-]\s*(?P<rest>\S.*)"
)
_LEAST_CASES = 2
_LABEL_WORDS = 12
_OPENING_SENTENCES = 3  # of a paragraph, in which it says what befell the child
_LEAST_TOLD = 12  # words that tell of the case below its label


def cases_in_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with a heading made of the label that opens the paragraph of a case."""
    blocks = _lines_as_headings(blocks)
    found: dict[int, tuple[re.Match[str], str]] = {}
    run_in: dict[int, str] = {}
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH and not _of_numbered_prose(block):
            continue
        if label := _run_in(block):
            run_in[id(block)] = key(label.ref or label.name or label.printed)
            continue
        opening = _WITH_NAME.match(block.text) or _OPENING.match(block.text)
        label = _label(opening["label"]) if opening else None
        if opening and label is None:
            label = _quoted(opening["label"], block.text[opening.end() :])
        if opening and label and len(block.text[opening.end() :].split()) >= _LEAST_TOLD:
            found[id(block)] = opening, key(label.ref or label.name or label.printed)
    if len({name for _, name in found.values()} | {*run_in.values()}) < _LEAST_CASES:
        return list(blocks)
    out: list[Block] = []
    for block in blocks:
        if id(block) in run_in:  # the sentence that the bold words begin is told below them too
            out.append(replace(block, kind=BlockKind.HEADING, level=3, text=block.bold[0], raw=block.bold[0], bold=()))
        out += _split(block, found[id(block)][0]) if id(block) in found else [block]
    return out


def _of_numbered_prose(block: Block) -> bool:
    """Whether a block is a paragraph of a paper that numbers each ("2.1 Wren (rapid review, 2031). Wren was …")."""
    return block.kind is BlockKind.NUMBERED and "." in (block.number or "").strip(".")


def _run_in(block: Block) -> CaseLabel | None:
    """The case whose label is set in bold as the first words of a sentence ("**Robin’s review** was published …")."""
    head = block.bold[0].strip() if block.bold else ""
    rest = block.text[len(head) :]
    if not head or not block.text.startswith(head) or len(head.split()) > _LABEL_WORDS or head[-1] in ".:;":
        return None
    if not re.match(r",? [a-z]", rest) or len(rest.split()) < _LEAST_TOLD:
        return None
    label = _label(head)
    told = label is not None and told_of_harm(" ".join(sentences(block.text)[:_OPENING_SENTENCES]))
    return label if told else named_review(head, block.text) or named_alone(head, block.text)


def _lines_as_headings(blocks: Sequence[Block]) -> list[Block]:
    """Lines that are the label of a case and nothing else, above text of their own, as the headings they are."""
    alone = {
        id(block): label
        for block, below in pairwise(blocks)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)
        and below.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and len(block.text.split()) <= _LABEL_WORDS
        and block.text[-1:] not in ".,;"
        and (label := _label(block.text))
        and not _label(below.text)
    }
    headed = {key(label.printed) for b in blocks if b.kind is BlockKind.HEADING and (label := _label(b.text))}
    if not alone or len(alone) + len(headed) < _LEAST_CASES:
        return list(blocks)
    return [replace(block, kind=BlockKind.HEADING, level=2) if id(block) in alone else block for block in blocks]


def _label(text: str) -> CaseLabel | None:
    label = case_label(text)
    return label if label is not None and not label.test else None


def _quoted(text: str, rest: str) -> CaseLabel | None:
    """The case that a name in quotation marks is, where the text behind it tells of a child."""
    return named_alone(text, rest) if re.match(r"[\"“‘']", text) else None


def _split(block: Block, opening: re.Match[str]) -> list[Block]:
    head, rest = opening["label"], printed(block.text[opening.end() :])
    top = replace(block, kind=BlockKind.HEADING, level=3, text=head, raw=head, bold=())
    told = replace(block, kind=BlockKind.PARAGRAPH, number=None, text=rest, raw=rest)
    return [top, replace(told, bold=tuple(run for run in block.bold if run in rest))]


def labelled_item(block: Block) -> tuple[CaseLabel | None, str]:
    """The case an item of a list opens ("Child K (category): the review agreed …"), and the words after its label."""
    text = block.text
    found = _LABELLED_ITEM.match(text)
    head = block.bold[0] if block.bold and text.startswith(block.bold[0]) else found["label"] if found else None
    label = case_label(head) if head else None
    if head is None or label is None or label.test:
        return None, text
    rest = text[len(head) :].strip(" :-–—")
    if label.kind == "other" and (kind := kind_of(rest)):
        refused = kind == "lcspr" and re.search(r"\b(?:no|not)\b", rest)  # only the rapid review was held then
        label = replace(label, kind="rapid-review" if refused else kind)
    return label, rest


def reviewed_in(text: str) -> CaseLabel | None:
    """The review that the first sentence of a numbered paragraph is, and no more ('SCR "Otto" (2019). Signed.')."""
    first, *told = sentences(text)
    head = first.rstrip(".")
    if not told or len(head.split()) > _LABEL_WORDS:
        return None
    if (coded := _CODED_AND_CALLED.fullmatch(head)) and (kind := kind_of(coded["rest"])):
        return CaseLabel(head, kind, coded["code"], coded["name"])
    label = _label(head)
    return label if label is not None and label.kind != "other" else None
