"""A case told in a paragraph of its own, under a heading that says nothing of it ("Three lives", "Since we met").

Only outside every case, and where the heading leaves open what stands below it. The paragraph has to say what the child
is called, or, unless the document is of learning all through, that there was a review: an example has neither.
"""

from __future__ import annotations

import re

from graph.records import ReviewKind
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.mentions import AGE, mentions_in
from loaders.parse.cases.named import tells_of_child
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.cues import cue
from loaders.parse.sentences import sentences

OPENING = 2  # sentences of a paragraph that bring in a child
_NAMED = 3  # the same, where the paragraph says what the child is called
_CALLED = re.compile(
    r"\b(?P<label>(?:Child|Baby|Infant|Young Person|Young person|Boy|Girl) [A-Z]{1,3}\d{0,2})\b"
    r"|^(?P<letter>[A-Z]\d?)(?= (?:is|was|had|lived|died)\b)"
    r"|\b(?P<name>[A-Z][a-z]{2,})\b"
)
_FIRST = re.compile(
    r"(?P<label>(?:Child|Baby|Infant|Young Person) [A-Z]{1,3}\d{0,2}) "
    r"(?:was|is|had|died|suffered|sustained|took|lived|collapsed)\b"
)
_LEANS = re.compile(r"(?:he|she|they|his|her|their|the (?:boy|girl|baby|child|children|family|mother|father))\b", re.I)
_OF_REVIEW = re.compile(  # what its one review says, asks or is answered with, and no body that holds reviews
    r"(?:the|this|that|its) "
    r"(?:(?:rapid|practice|learning|serious|case|local|child|safeguarding|independent|lead|final|single|only) )*"
    r"(?:review(?:ers?)?|report|authors?|recommendations?|findings|action plan|LCSPR|SCR)\b"
    r"(?! (?:group|team|panel|sub))"
    r"|on the (?:first|second|third|fourth|fifth|last)\b",
    re.I,
)
_IN_GENERAL = re.compile(  # "A rapid review is held where a child has died": when reviews are held at all
    r"an? (?:[\w-]+ ){0,4}(?:review|LCSPR|CSPR|SCR) (?:is|are|concerns|looks|considers|should|must|may|will|can)\b",
    re.I,
)
_OPENS_REVIEW = re.compile(  # "Rapid review 25/01 looked at the care of a boy of fourteen"
    r"(?:(?:our|the|this) )?(?:rapid review|(?:serious )?case review|(?:local )?(?:child safeguarding )?practice review"
    r"|LCSPR|CSPR|SCR|RR) (?P<label>[A-Z]{0,4} ?\d{1,3}[/-]\d{2,4})"
    r" (?:looked|considered|was|concerned|concerns|examined|followed|tells|is)\b",
    re.I,
)
_REFERENCE = re.compile(
    r"\b(?:for (?:our |your |ease of )?reference|known as|recorded as|referred to (?:here |below )?as|numbered"
    r"|(?:its|our|the) reference is)\b[^.;]{0,30}?"
    r"\b(?P<label>[A-Z]{1,4}[ /-]?\d{1,4}(?:[/-]\d{1,4}){1,2}|[A-Z]{2,4} ?\d{1,4})\b",
    re.I,
)

_KNOWN = re.compile(  # before a child told of above; "the review of the boy of two" brings him in, "of this boy" not
    r"(?<!review of )(?<!review into )(?<!review about )(?<!death of )(?<!case of )(?<!story of )"
    r"\b(?:the|this|that|his|her|their)\s+(?:[\w-]+\s+)?$|\b(?:of|to) (?:this|that)\s+(?:[\w-]+\s+)?$",
    re.I,
)
BRACKETED = re.compile(r"\((?P<label>[A-Z]{2,5} ?\d{1,3}[/-]\d{2,4})\)")  # the reference of the review just named


def brings_in_child(text: str, name: str | None = None) -> bool:
    """Whether a paragraph opens by bringing in a child, with an age and a harm; `name`: what it calls the child."""
    opening = " ".join(sentences(text)[: _NAMED if name else OPENING])
    child = any(
        (mention.kind == "name" or mention.kind in ("child", "children"))
        and not mention.other
        and not _KNOWN.search(opening[: mention.start])
        for mention in mentions_in(opening, {name: name} if name else {})
    )
    if cue("prose", "imagined").search(opening) or _IN_GENERAL.match(opening):
        return False
    befell = told_of_harm(opening)
    aged = AGE.search(opening) or cue("prose", "aged").search(opening)
    return bool(child and aged and befell)


def story(block: Block, kind: ReviewKind | None, *, named: bool) -> CaseLabel | None:
    """The case that a paragraph tells, or None.

    Args:
        block: the paragraph.
        kind: the kind of review that its document tells of, where it is of one kind.
        named: only where the paragraph says what the child or the review is called.
    """
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    text = block.text
    first = sentences(text)[0]
    held = kind_of(text) or kind or "other"
    name = next((found[0] for found in _CALLED.finditer(first) if _is_child(found, text)), None)
    if name is not None and brings_in_child(text, name):
        label = case_label(name)
        return CaseLabel(name, held, label.ref if label else None, name)
    given = _OPENS_REVIEW.match(text) or _REFERENCE.search(text)
    if given is not None and _somewhere(text):
        return CaseLabel(given["label"], held, given["label"])
    told = not named and cue("prose", "reviewed").search(text) is not None and brings_in_child(text)
    labels = {found["label"] for found in _CALLED.finditer(first) if found["label"]}
    return CaseLabel(first, held, None, labels.pop() if len(labels) == 1 else None) if told else None


def named_first(text: str) -> CaseLabel | None:
    """The case of a child whose label opens an item that tells of a harm ("Child R was nine; she was burned")."""
    found = _FIRST.match(text)
    label = case_label(found["label"]) if found else None
    opening = " ".join(sentences(text)[:OPENING])
    befell = told_of_harm(opening)
    return label if label is not None and label.name and befell else None


def goes_on(text: str, label: CaseLabel) -> bool:
    """Whether a paragraph below goes on with the story: it names the child, or opens with a word for the child."""
    named = label.name is not None and re.search(rf"\b{re.escape(label.name)}\b", text) is not None
    return named or _LEANS.match(text) is not None or _OF_REVIEW.match(text) is not None


def _is_child(found: re.Match[str], text: str) -> bool:
    return found["name"] is None or tells_of_child(found["name"], text)


def _somewhere(text: str) -> bool:
    """Whether some two sentences together bring in a child."""
    told = sentences(text)
    return any(brings_in_child(" ".join(told[at : at + OPENING])) for at in range(len(told)))
