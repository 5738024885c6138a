"""Which blocks are headings, whatever the file made of them: by what they say, how short they are and what follows.

Plain text and many Word files set headings in the type of the text; then words and position are all there is. A line
that is a heading by both becomes one; a whole sentence that was taken for a heading becomes text again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from graph.text import key, printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.fact_lines import facts_of_line
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.labelled import cases_in_paragraphs
from loaders.parse.cues import cue
from loaders.parse.items.terms import terms_line
from loaders.parse.layout.asked_by_number import asked_by_number
from loaders.parse.layout.parting import LONGEST, TELLS, field_of, lines_of_title, parts_of, short
from loaders.parse.layout.unsigned import with_items
from loaders.parse.passages import ITEMS
from loaders.parse.sections import meaning_of
from loaders.parse.sentences import sentences

_FURNITURE = re.compile(r"(?:slide|page) \d{1,3}(?: (?:of|/) \d{1,3})?|<!--[^<>]*-->", re.I)
_NUMBERED_LINE = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-Z“\"‘'])")
_PRIORITY = re.compile(r"(?:key |strategic )?priority \d", re.I)
_POINT = re.compile(r"(?:finding|learning point|lesson|learning|theme)s? \w+", re.I)
_STATED = 6  # words: a numbered finding as long as this says it, a shorter one names its topic
_FILE = re.compile(  # the title of another document, as a page of links prints it ("Baby K (PDF, 169 Kb)")
    r"(?<=\w)[\s–—-]*[(\[](?:pdf|word|docx?|pptx?|powerpoint|xlsx?|excel)\b[^)\]]{0,30}[)\]]\.?$", re.IGNORECASE
)
_PAGE = re.compile(r"\S(?:\s*\.*\s+page|(?<=[a-z])Page)\s+\d{1,3}$")  # "9.1 Summary of recommendations Page 10"
_CONTENTS = 80  # blocks among which a list of contents stands
_LEAST_LISTED = 4  # lines of a list of contents
_COUNTED = re.compile(r"[A-Za-z’').]\s+(?P<page>\d{1,3})$")  # "The review team 14", in a list that counts up
_LEAST_COUNTED = 6
_APART = 3  # blocks between two that count up: a heading without a page, the second line of a long one
_LEAST_JUMPS = 3  # items that each repeat a heading
_LINES = 3  # short lines that may stand under a heading which is one of them by its type
_NAME = 4  # words of such a heading
_TITLE = 4  # blocks among which the lines of a title page are
_LEAST_QUESTIONS = 3
_CLAUSES = 8  # words of a line with a semicolon that heads nothing
_FRONT = 14  # blocks that a title page may have
_LONG_SENTENCE = 16  # words of a heading that ends in a colon: more is a sentence above its list


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with headings made of lines that are one and text of sentences that are none."""
    parted = [
        piece
        for i, block in enumerate(cases_in_paragraphs(with_items(_without_contents(blocks))))
        for line in (lines_of_title(block) if i < _TITLE else [block])
        for piece in asked_by_number(line)
    ]
    parted = [piece for i, block in enumerate(parted) for piece in field_of(block, parted[max(i - 1, 0) : i + 2])]
    split = [_told(part) for i, block in enumerate(parted) for part in parts_of(block, parted[i + 1 : i + 2])]
    asked = _questions(split)
    out: list[Block] = []
    for i, block in enumerate(split):
        following = next((b for b in split[i + 1 :] if b.kind is not BlockKind.FURNITURE), None)
        within = len(out) > 1 and all(
            _alike(above, block) for above in out[-2:]
        )  # the last item of a list heads nothing
        opens = _opens_case(out, block)
        lines = _over_lines(block, [b for b in split[i + 1 : i + 6] if b.kind is not BlockKind.FURNITURE][:_LINES])
        out.append(_read(block, following, asked=id(block) in asked, opens=opens or lines, within=within))
    return out


def _without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines of a contents list as furniture: several that say "Page 10", or repeat headings."""
    listed = {id(block) for block in blocks[:_CONTENTS] if _short_line(block) and _PAGE.search(block.text)}
    if len(listed) < _LEAST_LISTED:
        listed = _counting_up(blocks) or _jumps(blocks)
    return [replace(block, kind=BlockKind.FURNITURE, level=0) if id(block) in listed else block for block in blocks]


def _counting_up(blocks: Sequence[Block]) -> set[int]:
    """Ids of the short lines in front that end in numbers which count up, as the pages of a list of contents do."""
    run: list[tuple[int, int, str]] = []  # where, the page, and what is there
    for at, block in enumerate(blocks[:_CONTENTS]):
        found = _COUNTED.search(block.text) if _short_line(block) else None
        page = int(found["page"]) if found else 0
        broken = not _short_line(block) or (found and run and (at - run[-1][0] > _APART or page < run[-1][1]))
        if broken and len(run) >= _LEAST_COUNTED:
            break
        run = [] if broken else run
        if found and block.kind not in ITEMS:
            run.append((at, page, key(block.text[: found.start("page")])))
    if len({page for _, page, _ in run}) < _LEAST_COUNTED or len({stem for *_, stem in run}) < _LEAST_COUNTED:
        return set()  # "Question 1", "Question 2" count themselves
    first, last = run[0][0], run[-1][0]
    first -= first > 0 and bool(_NUMBERED_LINE.match(blocks[first - 1].raw) or blocks[first - 1].number)
    return {id(block) for block in blocks[first : last + 1] if _short_line(block)}  # a chapter may have no page beside


def _jumps(blocks: Sequence[Block]) -> set[int]:
    """Ids of the items of a list in front that each repeat a heading below, as pages link to their parts."""
    headings = {key(block.text) for block in blocks if block.kind is BlockKind.HEADING}
    front = blocks[:_CONTENTS]
    for repeats, run in groupby(
        range(len(front)), lambda at: front[at].kind in ITEMS and key(front[at].text) in headings
    ):
        items = list(run)
        above = meaning_of(front[items[0] - 1].text) if items[0] else None
        listed = above is not None and above.becomes == "contents"  # which says itself what it holds
        if repeats and not listed and len({key(front[at].text) for at in items}) >= _LEAST_JUMPS:
            return {id(front[at]) for at in items}
    return set()


def _short_line(block: Block) -> bool:
    return block.kind is not BlockKind.CELL and len(block.text.split()) <= LONGEST + 3


def _opens_case(before: Sequence[Block], block: Block) -> bool:
    """Whether a line that names a case stands where cases are told, and is not a line of the title of one."""
    if not short(block.text) or case_label(block.text) is None:
        return False
    told = [above for above in before[:_FRONT] if above.kind is not BlockKind.FURNITURE]
    title = len(before) < _FRONT and all(
        above.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and short(above.text) for above in told
    )
    return not title or any(re.search(r"\b(?:reviews|cases)\b", above.text, re.I) for above in told)


def is_topic(text: str) -> bool:
    """Whether a line names a topic ("Placement moves") and says nothing of it."""
    return not cue("passages", "finite-verb").search(text)


def _over_lines(block: Block, below: list[Block]) -> bool:
    """Whether a line says what the short lines below it are ("Learning", above "Gaps in the plan", "Late referral").

    In a list of heads ("Introduction", "Learning", "Next steps") those below say that of themselves.
    """
    known = meaning_of(block.text) if block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= _NAME else None
    if known is None or known.becomes not in ("finding", "recommendation", "action") or len(below) < _LINES:
        return False
    lines = all(one.kind is BlockKind.PARAGRAPH and short(one.text) and one.text[-1:].isalnum() for one in below)
    return lines and not any(meaning_of(one.text) or case_label(one.text) for one in below)


def _told(block: Block) -> Block:
    """Sentences that were taken for headings, and furniture that was taken for text."""
    facts = block.kind is BlockKind.HEADING and facts_of_line(block.text)[0] and case_label(block.text) is None
    facts = facts or "://" in block.text
    if block.kind is BlockKind.HEADING and (facts or terms_line(block.text) or _is_sentence(block.text)):
        return replace(block, kind=BlockKind.PARAGRAPH, level=0)
    named = block.kind in (BlockKind.BULLET, BlockKind.PARAGRAPH) and short(block.text) and is_topic(block.text)
    if named and (file := _FILE.search(block.text)):
        return replace(block, kind=BlockKind.HEADING, level=3, text=block.text[: file.start()].rstrip(" -–—"))
    around = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and cue("passages", "page-furniture")
    if around and around.fullmatch(block.text):
        return replace(block, kind=BlockKind.FURNITURE, level=0)
    if block.kind is BlockKind.PARAGRAPH and _FURNITURE.fullmatch(block.text):
        return replace(block, kind=BlockKind.FURNITURE)
    return block


def _alike(above: Block, block: Block) -> bool:
    """Whether two blocks are items of one list: the same sign before them, at the same depth."""
    signs = (above.raw.strip()[:1], block.raw.strip()[:1])
    return above.kind is block.kind is BlockKind.BULLET and above.level == block.level and signs[0] == signs[1]


def _read(block: Block, following: Block | None, *, asked: bool, opens: bool, within: bool = False) -> Block:
    heads_nothing = terms_line(block.text) or "://" in block.text  # "The summary can be read at https://…"
    if following is None or following.kind is BlockKind.CELL or not short(block.text) or heads_nothing:
        return block
    if block.kind is BlockKind.NUMBERED and _heads_text(block, following):
        text = printed(block.raw) if _PRIORITY.match(block.number or "") and block.raw else block.text
        return replace(block, kind=BlockKind.HEADING, level=2 + (block.number or "").count("."), text=text)
    if block.kind is BlockKind.BULLET and not within and _signed_heading(block, following):
        return replace(block, kind=BlockKind.HEADING, level=2)
    if block.kind is BlockKind.PARAGRAPH and (asked or _is_heading(block, following, opens=opens)):
        found = _NUMBERED_LINE.match(block.text)
        number = found["number"] if found else block.number
        text = block.text[found.end() :] if found else block.text
        return replace(block, kind=BlockKind.HEADING, level=2 + (number or "").count("."), number=number, text=text)
    return block


def _signed_heading(block: Block, following: Block) -> bool:
    """Whether a line led by a sign heads text, or items that another sign leads ("¤ What we learned", "» Plans …")."""
    known = meaning_of(block.text)
    other = following.kind is BlockKind.BULLET and following.raw.strip()[:1] != block.raw.strip()[:1]
    told = following.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED) or other
    return told and known is not None and known.becomes in TELLS


def _is_sentence(text: str) -> bool:
    """A heading of two sentences, or a long one above its list, is text; so is one of two clauses."""
    if re.search(r"\w; \w", text) and len(text.split()) >= _CLAUSES:
        return True
    return (len(text.split()) > _LONG_SENTENCE and text.endswith(":")) or (
        len(sentences(text)) > 1 and text.rstrip("\"”’'")[-1:] in (":", ".")
    )


def _heads_text(block: Block, following: Block) -> bool:
    """A numbered line without a verb above text of its own ("2. Missing episodes"), not one item of a list."""
    known = meaning_of(block.text)
    deeper = following.kind is BlockKind.NUMBERED and (following.number or "").startswith(f"{block.number}.")
    number = following.number or ""
    other = following.kind is BlockKind.NUMBERED and (number.isalpha() or "/" in number)  # "(a)", "07/2", "Ref 21/4"
    bulleted = (following.kind is BlockKind.BULLET or other) and known is not None
    if _PRIORITY.match(block.number or ""):
        return following.kind is not BlockKind.NUMBERED
    below = following.kind is BlockKind.PARAGRAPH or deeper or bulleted
    if _POINT.match(block.number or "") and len(block.text.split()) >= _STATED:
        return False  # "Finding 3: Housing sits outside the system" says what was found
    label = case_label(block.text)
    cased = label is not None and not label.test
    return below and (is_topic(block.text) or cased or (known is not None and known.becomes in TELLS))


def _is_heading(block: Block, following: Block, *, opens: bool) -> bool:
    if (
        not opens
        and following.kind is BlockKind.PARAGRAPH
        and short(following.text)
        and len(following.text.split()) < 4
    ):
        return False
    numbered = _NUMBERED_LINE.match(block.text)
    text = block.text[numbered.end() :] if numbered else block.text
    known = meaning_of(text)
    if known is not None and known.becomes in TELLS:
        return True
    if (signed := cue("passages", "authored-heading").search(text)) and signed.end() == len(text):
        return True  # "Statement of the Independent Scrutineer"
    label = case_label(block.text)
    return label is not None and not label.test and (opens or following.kind is not BlockKind.HEADING)


def _questions(blocks: Sequence[Block]) -> set[int]:
    """Ids of the lines that ask, where a document is told in questions and answers: each heads what answers it."""
    body = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    found = {
        id(block)
        for before, block, following in zip([None, *body], body, body[1:], strict=False)
        if block.text.endswith("?")
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.NUMBERED)
        and not following.text.endswith("?")
        and not (before is not None and before.text.endswith("?"))
    }
    return found if len(found) >= _LEAST_QUESTIONS else set()
