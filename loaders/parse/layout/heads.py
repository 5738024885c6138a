"""Which blocks are headings, whatever the file made of them: by what they say, how short they are and what follows.

Plain text and many Word files set headings in the type of the text; then words and position are all there is. A line
that is a heading by both becomes one; a whole sentence that was taken for a heading becomes text again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.fact_lines import facts_of_line
from loaders.parse.cases.labelled import cases_in_paragraphs
from loaders.parse.cases.references import case_label
from loaders.parse.cues import cue
from loaders.parse.items.terms import terms_line
from loaders.parse.layout.whole import BODY, names_body
from loaders.parse.sections import lead_in_of, meaning_of
from loaders.parse.sentences import sentences

_FURNITURE = re.compile(r"(?:slide|page) \d{1,3}(?: (?:of|/) \d{1,3})?|<!--[^<>]*-->", re.I)
_NUMBERED_LINE = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-Z“\"‘'])")
_PRIORITY = re.compile(r"(?:key |strategic )?priority \d", re.I)
_POINT = re.compile(r"(?:finding|learning point|lesson|learning|theme)s? \w+", re.I)
_STATED = 6  # words: a numbered finding as long as this says it, a shorter one names its topic
_LETTER = re.compile(r"\s*\(?(?P<letter>[a-m])\)\s+(?=\S)")
_LEAST_LETTERS = 3  # what stands before, and two items
_FILE = re.compile(  # the title of another document, as a page of links prints it ("Baby K (PDF, 169 Kb)")
    r"(?<=\w)[\s–—-]*[(\[](?:pdf|word|docx?|pptx?|powerpoint|xlsx?|excel)\b[^)\]]{0,30}[)\]]\.?$", re.IGNORECASE
)
_FIELD = re.compile(r"\s*[A-Z][\w’'/()&-]*(?: [\w’'/()&-]+){0,5}:\s+\S")  # a line of a form ("Incident: March 2023")
_TOPIC = 6  # words of a line that heads a list at the end of a paragraph
_NARROW = 60  # characters: a line as short was not broken because the page ends
_LONGEST = 11  # words of a heading
_PAGE = re.compile(r"\S(?:\s*\.*\s+page|(?<=[a-z])Page)\s+\d{1,3}$")  # "9.1 Summary of recommendations Page 10"
_CONTENTS = 80  # blocks among which a list of contents stands
_LEAST_LISTED = 4  # lines of a list of contents
_TITLE = 4  # blocks among which the lines of a title page are
_LEAST_QUESTIONS = 3
_CLAUSES = 8  # words of a line with a semicolon that heads nothing
_FRONT = 14  # blocks that a title page may have
_LABELS = ("finding", "recommendation", "action", "impact", "context")  # what the label of a field may head
_LONG_SENTENCE = 16  # words of a heading that ends in a colon: more is a sentence above its list
_TELLS = (
    *("finding", "recommendation", "action", "impact", "context", "chronology", "judgement", "aside", "divider"),
    *("status", "measure"),
)


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with headings made of lines that are one and text of sentences that are none."""
    parted = [
        piece
        for i, block in enumerate(cases_in_paragraphs(_without_contents(blocks)))
        for piece in (_lines(block) if i < _TITLE else [block])
    ]
    parted = [piece for i, block in enumerate(parted) for piece in _field_of(block, parted[max(i - 1, 0) : i + 2])]
    split = [_told(part) for i, block in enumerate(parted) for part in _parts(block, parted[i + 1 : i + 2])]
    asked = _questions(split)
    out: list[Block] = []
    for i, block in enumerate(split):
        following = next((b for b in split[i + 1 :] if b.kind is not BlockKind.FURNITURE), None)
        within = len(out) > 1 and all(
            _alike(above, block) for above in out[-2:]
        )  # the last item of a list heads nothing
        opens = _opens_case(out, block)
        out.append(_read(block, following, asked=id(block) in asked, opens=opens, within=within))
    return out


def _without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines of a contents list that say "Page 10" as furniture, where several of them stand."""
    listed = {id(block) for block in blocks[:_CONTENTS] if _short_line(block) and _PAGE.search(block.text)}
    if len(listed) < _LEAST_LISTED:
        return list(blocks)
    return [replace(block, kind=BlockKind.FURNITURE, level=0) if id(block) in listed else block for block in blocks]


def _short_line(block: Block) -> bool:
    return block.kind is not BlockKind.CELL and len(block.text.split()) <= _LONGEST + 3


def _opens_case(before: Sequence[Block], block: Block) -> bool:
    """Whether a line that names a case stands where cases are told, and is not a line of the title of one."""
    if not _short(block.text) or case_label(block.text) is None:
        return False
    told = [above for above in before[:_FRONT] if above.kind is not BlockKind.FURNITURE]
    title = len(before) < _FRONT and all(
        above.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and _short(above.text) for above in told
    )
    return not title or any(re.search(r"\b(?:reviews|cases)\b", above.text, re.I) for above in told)


def is_topic(text: str) -> bool:
    """Whether a line names a topic ("Placement moves") and says nothing of it."""
    return not cue("passages", "finite-verb").search(text)


def _told(block: Block) -> Block:
    """Sentences that were taken for headings, and furniture that was taken for text."""
    facts = block.kind is BlockKind.HEADING and facts_of_line(block.text)[0] and case_label(block.text) is None
    if block.kind is BlockKind.HEADING and (facts or terms_line(block.text) or _is_sentence(block.text)):
        return replace(block, kind=BlockKind.PARAGRAPH, level=0)
    named = block.kind in (BlockKind.BULLET, BlockKind.PARAGRAPH) and _short(block.text) and is_topic(block.text)
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
    if following is None or following.kind is BlockKind.CELL or not _short(block.text) or terms_line(block.text):
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
    return told and known is not None and known.becomes in _TELLS


def _is_sentence(text: str) -> bool:
    """A heading of two sentences, or a long one above its list, is text; so is one of two clauses."""
    if re.search(r"\w; \w", text) and len(text.split()) >= _CLAUSES:
        return True
    return (len(text.split()) > _LONG_SENTENCE and text.endswith(":")) or (
        len(sentences(text)) > 1 and text[-1] in ":."
    )


def _short(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not re.search(r"[.;,:]$|\.{2,}\s*\d*$", text) and not text[0].islower()


def _heads_text(block: Block, following: Block) -> bool:
    """A numbered line without a verb above text of its own ("2. Missing episodes"), not one item of a list."""
    known = meaning_of(block.text)
    deeper = following.kind is BlockKind.NUMBERED and (following.number or "").startswith(f"{block.number}.")
    letters = following.kind is BlockKind.NUMBERED and (following.number or "").isalpha()
    bulleted = (following.kind is BlockKind.BULLET or letters) and known is not None
    if _PRIORITY.match(block.number or ""):
        return following.kind is not BlockKind.NUMBERED
    below = following.kind is BlockKind.PARAGRAPH or deeper or bulleted
    if _POINT.match(block.number or "") and len(block.text.split()) >= _STATED:
        return False  # "Finding 3: Housing sits outside the system" says what was found
    label = case_label(block.text)
    cased = label is not None and not label.test
    return below and (is_topic(block.text) or cased or (known is not None and known.becomes in _TELLS))


def _is_heading(block: Block, following: Block, *, opens: bool) -> bool:
    if (
        not opens
        and following.kind is BlockKind.PARAGRAPH
        and _short(following.text)
        and len(following.text.split()) < 4
    ):
        return False
    numbered = _NUMBERED_LINE.match(block.text)
    text = block.text[numbered.end() :] if numbered else block.text
    known = meaning_of(text)
    if known is not None and known.becomes in _TELLS:
        return True
    if (signed := cue("passages", "authored-heading").search(text)) and signed.end() == len(text):
        return True  # "Statement of the Independent Scrutineer"
    label = case_label(block.text)
    return label is not None and not label.test and (opens or following.kind is not BlockKind.HEADING)


def _lines(block: Block) -> list[Block]:
    """A block of a title page whose short lines are one thing each (a kind, a body, a case), line by line."""
    lines = [line for line in block.raw.splitlines() if line.strip()]
    longest = _LONGEST + 5 * bool(lines and names_body(printed(lines[0])))  # whose it is, and below it what
    short = all(len(line.split()) <= longest and not re.search(r"[.;,:]$", line.strip()) for line in lines)
    told = any(case_label(line) or BODY.search(line) for line in lines)
    if block.kind is not BlockKind.PARAGRAPH or len(lines) < 2 or not short or not told:
        return [block]
    out = []
    for place, line in enumerate(lines):
        at = block.line + place if block.line is not None else None
        out.append(replace(block, text=printed(line), raw=line, line=at, bold=()))
    return out


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


def _parts(block: Block, following: Sequence[Block] = ()) -> list[Block]:
    """The blocks that a paragraph of several lines is made of; `following`: the block below it, if any."""
    told = block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED) and "\n" in block.raw
    goes_on = any(_LETTER.match(below.raw) and _LETTER.match(below.raw)["letter"] == "b" for below in following)  # type: ignore[index]
    lettered = _lettered(block, least=_LEAST_LETTERS - 1 if goes_on else _LEAST_LETTERS) if told else []
    pieces = lettered or _above_list(block, following)
    return [part for piece in pieces for bold in _bold_head(piece) for part in _headed_part(bold)]


def _above_list(block: Block, following: Sequence[Block]) -> list[Block]:
    """A paragraph whose last line heads the list below it ("Findings"), or whose lines are fields of a form."""
    lines = block.raw.splitlines()
    if block.kind is not BlockKind.PARAGRAPH or len(lines) < 2:
        return [block]
    if opened := _case_line(lines[0]):
        named, facts = opened
        top = replace(block, kind=BlockKind.HEADING, level=2, text=named, raw=named, bold=())
        at = block.line + 1 if block.line is not None else None
        below = replace(block, text=printed("\n".join(lines[1:])), raw="\n".join(lines[1:]), line=at, bold=())
        told = [replace(block, text=facts, raw=facts, bold=())] if facts else []
        return [top, *told, *_above_list(below, following)] if len(lines) > 2 else [top, *told, below]
    if _heads_lines(lines):
        top = replace(block, kind=BlockKind.HEADING, level=3, text=printed(lines[0]), raw=lines[0], bold=())
        at = block.line + 1 if block.line is not None else None
        below = replace(block, text=printed("\n".join(lines[1:])), raw="\n".join(lines[1:]), line=at, bold=())
        return [top, *_above_list(below, following)]
    last, listed = printed(lines[-1]), bool(following) and following[0].kind in (BlockKind.BULLET, BlockKind.NUMBERED)
    known = meaning_of(last) if listed and len(last.split()) <= _TOPIC and _short(last) else None
    ended = len(lines[-2]) <= _NARROW or re.search(r"[.!?;:)]\s*$", lines[-2]) is not None
    head = known is not None and known.becomes in _TELLS and ended
    fields = lines[:-1] if head else lines
    each = len(fields) > 1 and all(_FIELD.match(line) for line in fields)
    if not head and not each:
        return [block]
    groups = [*([[line] for line in fields] if each else [fields]), *([[lines[-1]]] if head else [])]
    out, at = [], 0
    for group in groups:
        line = block.line + at if block.line is not None else None
        part = replace(block, text=printed("\n".join(group)), raw="\n".join(group), line=line, bold=())
        out += _labelled(part) if each else [part]
        at += len(group)
    return out


def _heads_lines(lines: Sequence[str]) -> bool:
    """Whether the first line of a paragraph is its heading, broken off long before the lines below are ("We liked")."""
    first = printed(lines[0])
    known = meaning_of(first) if len(first.split()) <= _TOPIC and _short(first) else None
    broken = 2 * len(first) <= max(len(line) for line in lines[1:]) and lines[1].lstrip()[:1].isupper()
    return broken and known is not None and known.becomes in _TELLS


def _case_line(line: str) -> tuple[str, str] | None:
    """A line that names a case and tells facts of it between strokes ("Case 1/2031 | girl | 9 months"), in two."""
    head, *facts = re.split(r"\s+[|·•]\s+", printed(line))
    told = ", ".join(fact.lower() if fact.isupper() else fact for fact in facts)
    label = case_label(head) if facts and all(len(fact.split()) <= _TOPIC for fact in facts) else None
    return (head, told) if label is not None and not label.test else None


def _field_of(block: Block, around: Sequence[Block]) -> list[Block]:
    """A paragraph that is one field of a form, told by its neighbour; or the line that names whose form it is."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" in block.raw.strip():
        return [block]
    if opened := _case_line(block.text):
        top = replace(block, kind=BlockKind.HEADING, level=2, text=opened[0], raw=opened[0], bold=())
        return [top, replace(block, text=opened[1], raw=opened[1], bold=())]
    fields = sum(near.kind is BlockKind.PARAGRAPH and _FIELD.match(near.text) is not None for near in around)
    own = _FIELD.match(block.text) is not None
    return _labelled(block) if own and fields > 1 else [block]


def _labelled(block: Block) -> list[Block]:
    """One field of a form whose label is a heading ("What went well: the crew was quick"), as heading and text."""
    label, _, rest = block.text.partition(":")
    known = meaning_of(label)
    fact = cue("passages", "fact-column").search(label) is not None  # its label tells what kind of fact it is
    fact = fact or re.search(r"\d", label) is not None  # "Recommendation 1: complete" says how far one of them is
    if fact or lead_in_of(block.text) is not None or known is None or known.becomes not in _LABELS or not rest.strip():
        return [block]
    top = replace(block, kind=BlockKind.HEADING, level=3, text=label, raw=label)
    return [top, replace(block, text=rest.strip(), raw=rest.strip())]


def _bold_head(block: Block) -> list[Block]:
    """A paragraph that opens with its heading in bold ("What went well? The midwife …"), as heading and text."""
    head = block.bold[0] if block.bold else ""
    rest = printed(block.text[len(head) :])
    asks = head.endswith(("?", ":", ".")) and len(head.split()) <= _LONGEST
    if block.kind is not BlockKind.PARAGRAPH or not asks or not rest or not block.text.startswith(head):
        return [block]
    known = meaning_of(head)
    if known is None or known.becomes not in _TELLS or not rest[0].isupper():
        return [block]
    top = replace(block, kind=BlockKind.HEADING, level=3, text=head, raw=head, bold=())
    return [top, replace(block, text=rest, raw=rest, bold=block.bold[1:])]


def _lettered(block: Block, *, least: int) -> list[Block]:
    """A paragraph whose lines begin with letters in order ("a)", "b)"), as what stands before it and its items."""
    pieces: list[list[str]] = [[]]
    numbers: list[str | None] = [None]
    starts = [0]
    for place, line in enumerate(block.raw.splitlines()):
        found = _LETTER.match(line)
        if found and ord(found["letter"]) == ord("a") + len(numbers) - 1:
            pieces.append([line[found.end() :]])
            numbers.append(found["letter"])
            starts.append(place)
        else:
            pieces[-1].append(line)
    if len(numbers) < least:
        return []
    out = []
    for lines, number, start in zip(pieces, numbers, starts, strict=True):
        text = printed("\n".join(lines))
        kind = BlockKind.NUMBERED
        if number is None:
            kind, number, text = block.kind, block.number, _unnumbered(text, block)
        if text:
            at = block.line + start if block.line is not None else None
            out.append(replace(block, kind=kind, text=text, raw="\n".join(lines), line=at, number=number, bold=()))
    return out


def _unnumbered(text: str, block: Block) -> str:
    """The first line or lines of a block without its printed number, as the block's own text has it."""
    return (
        text
        if block.text.startswith(text)
        else next((text[at:] for at in range(len(text)) if block.text.startswith(text[at:])), text)
    )


def _headed_part(block: Block) -> list[Block]:
    """A paragraph whose first line is a heading by its words ("DATES FOR YOUR DIARY"), apart from what stands below."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.NUMBERED) or "\n" not in block.raw:
        return [block]
    first, _, rest = block.raw.partition("\n")
    head, below = _unnumbered(printed(first), block), printed(rest)
    if not below or not _short(head) or not block.text.startswith(head) or not below[0].isupper():
        return [block]
    if len(head) > 0.6 * max(len(line) for line in rest.splitlines()) and not head.isupper():
        return [block]
    known = meaning_of(head)
    if block.kind is BlockKind.NUMBERED and (not (block.number or "").isdigit() or known is None):
        return [block]
    if (known is None or known.becomes not in _TELLS) and (case_label(head) is None or len(head.split()) > 5):
        return [block]
    top = replace(block, kind=BlockKind.HEADING, level=2, text=head, raw=first, bold=())
    line = block.line + 1 if block.line is not None else None
    text = printed(block.text[len(head) :])
    return [top, replace(block, kind=BlockKind.PARAGRAPH, number=None, text=text, raw=rest, line=line)]
