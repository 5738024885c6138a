"""What a sentence reports as asked, one by one: "It recommended that A …, that B … and that C …".

After "that" a clause is asked in whatever mood it stands, and so is each that a further "that" or a semicolon adds.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.sentences import counted_in

_REPORTED = re.compile(
    r"\b(?:recommend(?:s|ed)?|asks?|asked|suggest(?:s|ed)?|propose[sd]?|calls? for|called for)"
    r"(?: (?:to|of) (?:the|all|both|each|every|its|our|their) [\w ]{2,40})? that\s+"
    r"|\b(?:makes?|made|making) (?:an? |one |several )?(?:recommendation|proposal|suggestion)s? that\s+"
    r"|\b(?:recommendations?|strategies|proposals?|suggestions?)(?: (?:was|were|are|is):?|:) that\s+"
    r"|\b(?:recommendation|proposal|suggestion)s?(?: of [\w ]{3,60})? (?:was|is|were|are) (?=for [^,.;]{3,60} to [a-z])"
    r"|^(?:they|these|the (?:first|other)s?) (?:was|were|is|are):? that\s+",
    re.I,
)
_SAID_SHOULD = re.compile(  # "It said that the partnership should have a procedure"
    r"(?:it|they|(?:the|that|this|its) (?:earlier )?(?:review|report|panel|author|reviewer)s?) (?:also )?said that"
    r" (?=[^,.;]{3,80} (?:should|must|needs? to) (?!have (?:been|[a-z]+ed)\b))"
    # "Of its recommendations the one that matters most is that every family should …"
    r"|[^.;:]{0,40}\brecommendations?\b[^.;:]{0,40}? (?:is|was) that"
    r" (?=[^.;]{3,160}\bshould (?!have (?:been|[a-z]+ed)\b))",
    re.I,
)
_OF_REVIEW = re.compile(
    r"(?:(?:the|this|that|its|their|our|a|one) )?(?:[\w-]+ ){0,3}?"
    r"(?:reviews?|reviewers?|reports?|authors?|recommendations?|proposals?|suggestions?)\b"
    r"(?! (?:group|sub-?group|board|team)\b)",
    re.I,
)
_MAY_SUSPECT = re.compile(r"\b(?:suggest|propos|strateg)", re.I)  # "The author suggested that she was afraid"
_LISTED = re.compile(
    r"\b(?:recommended|asked|suggested|proposed|strategies|proposals|suggestions)(?: (?:was|were))?:\s+"
)
_COUNTED = re.compile(
    r"\b(?:recommend\w*|proposals?|suggestions?)\b[^.;()]{0,40}?:?\s+\((?:1|i|a)\)\s"
    r"|\b(?:reviews?|reports?|reviewers?|authors?|panel|scrutineer) (?:also |therefore |further )?(?:asks?|asked"
    r"|requests?|requested|calls? (?:on|for)|called (?:on|for))\b[^.;()]{0,80}?:?\s+\((?:1|i|a)\)\s(?=to |that )",
    re.I,
)
_NEXT = re.compile(  # what has a finite verb of its own behind a semicolon tells how far it is
    r"(?:[,;]|\band)\s+(?:and\s+)?that\s+(?!(?:is|was|has|had|will|would)\b)|;\s+(?:and\s+)?(?![^;]*\b(?:will|has|have|had|is|are|was|were)\b)",
    re.I,
)
_SOMEBODY_TO = re.compile(r"[A-Za-z][\w&’' -]{2,60}? to (?!the\b|an?\b|which\b)[a-z]+\b")


def says_should(sentence: str) -> bool:
    """Whether a review is reported to have said what somebody should do, or to have counted what it asks."""
    return _SAID_SHOULD.match(sentence) is not None or _COUNTED.search(sentence) is not None


def reports_request(sentence: str) -> bool:
    """Whether it reports what is asked, in whatever mood its clauses are ("The report asks that A writes to B")."""
    return says_should(sentence) or _LISTED.search(sentence) is not None or _REPORTED.search(sentence) is not None


def review_asked(sentence: str) -> bool:
    """Whether it reports what a review asked, and no more: among work it is a request, and nothing that was done."""
    return _OF_REVIEW.match(sentence) is not None and reports_request(sentence)


def each_asked_that(sentence: str) -> list[str]:
    """The requests of a sentence that reports several; the sentence itself where it reports one, or none."""
    if _COUNTED.search(sentence) and len(each := counted_in(sentence)) > 1:
        return each
    if listed := _LISTED.search(sentence):
        each = _parts(re.split(r";\s+(?:and\s+)?", sentence[listed.end() :]))
        return each if len(each) > 1 and all(map(_SOMEBODY_TO.match, each)) else [sentence]
    said = _REPORTED.search(sentence)
    each = _parts(_NEXT.split(sentence[said.end() :])) if said else []
    surely = said is not None and _MAY_SUSPECT.search(said[0]) is None
    return each if len(each) > 1 and (surely or all(map(_may_ask, each))) else [sentence]


def _may_ask(clause: str) -> bool:
    asks = cue("passages", "asks-outright").search(clause)
    return asks is not None or re.search(r"\bbe [a-z]+ed\b|\bmight (?!have\b)[a-z]+", clause) is not None


def _parts(pieces: list[str]) -> list[str]:
    return [piece.strip(" ,;") for piece in pieces if piece.strip(" ,;.")]
