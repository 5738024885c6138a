"""Shortfalls told as bare facts: what was not done for a child, done at a distance, or seen by each service alone.

Reviews tell what went wrong without a word of blame ("The letter went to the flat they had left"). The grammar shows
it: what those who help do for families is denied, or limited to none or to a call; each service goes its own way; or
papers call a child by a word in quotation marks. The family's own doings are none of this.
"""

from __future__ import annotations

import re

from loaders.sieve import Sieve

_DONE = (
    r"(?:asked|seen|spoken (?:to|with)|told|offered|invited|included|consulted|informed|notified|referred|assessed"
    r"|recorded|written down|shared|passed on|discussed|considered|explored|checked|chased|followed(?: up)?|reviewed"
    r"|visited|examined|weighed|requested|sought|obtained|compiled|convened|joined|connected|put together|copied"
    r"|brought together|used|acted on|tested|escalated|challenged|questioned|recognised|identified|heard|listened to"
    r"|explained|looked at|contacted|opened|trained)"
)
_PAPERS = (
    r"(?:records?|logs?|notes?|minutes?|files?|referrals?|reports?|assessments?|letters?|e-?mails?|chronolog(?:y|ies))"
)
_POST = rf"(?:{_PAPERS}|appointments?|invitations?)"
_BEFORE = r"(?:old|former|previous|wrong|last)"
_WORK = (
    r"(?:letter|visit|meeting|discussion|call|contact|referral|assessment|check|interpreter|explanation|plan|record"
    r"|enquiry|conversation|handover|chronology|supervision|follow-up)"
)
_WORKER = (
    r"(?:(?:(?:social|health|support|family|youth|key) )?(?:worker|visitor)|midwife|nurse|doctor|GP|consultant"
    r"|paediatrician|clinician|teacher|officer|manager|professional|practitioner|agency|service|school|team"
    r"|member of staff)"
)
_DID = (  # a verb of the past, and none of failing or refusing
    r"(?:(?:had|ever|then|once|at any (?:point|time|stage)) )*(?!failed|erred|missed|refused|objected|delayed|declined)"
    r"(?:[a-z]{3,}ed|knew|saw|spoke|spoken|rang|rung|told|wrote|written|took|taken|went|gone|held|made|gave|given|met|sought"
    r"|thought|heard|brought|sent|put|kept|found|read)"
)
_FACTS = (
    # denied
    rf"no (?:\w+ )?{_WORKER} {_DID}",
    rf"(?:was|were|had been|has been)(?: not| never|n[’']t)(?: been)?(?: \w+ly| always| ever| once)? {_DONE}",
    rf"(?:had|has|have)(?: not| never|n[’']t) been(?: \w+ly| always| ever)? {_DONE}",
    rf"no (?:\w+ )?{_WORK} (?:went|was|were|had been|took place|followed)",
    r"(?:at no point|never (?:again|once)|had never heard of|[’']d never heard of|nothing (?:then )?came of)",
    r"no (?:means|way|place|route|number|system) (?:of|for|at which|by which|to)",
    r"nowhere to (?:take|go|turn|record)",
    # limited
    r"(?:on|to|in|for|with|by|of) none(?= of\b|[.,;:]|$)",
    rf"(?:{_WORK}|conditions)s?\b[^.;]{{0,50}} (?:by|over the|after (?:a|one)) (?:tele)?phone",
    r"after (?:a|one|a single) (?:tele)?phone call",
    r"without (?:knowing|reading|looking|having (?:met|seen|read|asked|spoken)|being (?:read|seen|asked|told|looked)"
    r"|consulting|recording|(?:anyone|anybody)\b"
    r"|(?:any|further|any further) (?:\w+ )?"
    r"(?:evidence|check|explanation|doctor|enquiry|question|challenge|discussion))",
    r"(?:posts?|role)\b[^.;]{0,40} (?:was|were|stood|had been) (?:empty|vacant|unfilled)",
    # each alone
    r"(?:dealt with|treated|seen|looked at|handled|read|recorded|assessed|screened|closed|considered) (?:\w+ )?"
    r"(?:as (?:if|though) (?:it|they|he|she|each)|on (?:its|their) own (?:terms|merits)|alone"
    r"|as an? (?:single )?(?:episode|event))",
    r"(?:was|were|is|are) (?:put down|attributed) to",
    r"neither (?:knew|was aware of|had (?:seen|read|heard))",
    r"(?:believed|thought|understood|assumed) (?:that )?it (?:was (?:meant )?(?:only )?for|applied (?:only )?to)",
    # astray
    rf"{_POST}\b[^.;]{{0,70}} {_BEFORE} (?:address|practice|placement|school|surgery|home|team)",
    rf"{_POST}\b[^.;]{{0,70}} (?:(?:placement|address|school) before|(?:they|family) had left)",
)
_LAPSE = Sieve(rf"\b(?:{'|'.join(_FACTS)})\b", re.I)
_WHO = rf"(?:{_PAPERS}|police|professionals|practitioners|staff|agencies|workers|officers|adults)"
_CALLS = (
    r"(?:call(?:ed|s)?|describ(?:ed|es?)|wrote of|referred to|spoke of|used the (?:phrase|word|term)|label(?:led|s))"
)
_WAS = r"(?:called|described|written of|referred to|said to be)"
_CALLED = Sieve(  # a word in quotation marks by which papers or professionals call a child
    rf"\b{_WHO}\b[^.;“\"]{{0,40}}\b{_CALLS}\b[^.;“\"]{{0,40}}[“\"]"
    rf"|\b{_WAS}\b[^.;]{{0,40}}[“\"][^.;]{{0,80}}\bin [^.;]{{0,30}}{_PAPERS}"
    rf"|\b{_WAS}\b (?:as )?in [^.;“\"]{{0,30}}{_PAPERS} (?:as )?[“\"]",
    re.I,
)
_KIND = re.compile(
    r"[“\"][^”\"]*\b(?:happy|lovely|bright|polite|funny|kind|loving|settled|good|well|happier|caring|delightful|clever)\b"
)
_NOT_SO = re.compile(  # asked for, supposed or of a rule
    r"\b(?:if|whether|should|must|need(?:s|ed)? to|so that|to ensure|will|would|could|may|might|unless|reason to"
    r"|criteria|threshold)\b|\?$|\bno (?:longer|need)\b",
    re.I,
)


def tells_lapse(sentence: str) -> bool:
    """Whether a sentence tells, as a bare fact, what those who help did not do or how papers called a child."""
    return (_LAPSE.search(sentence) is not None or _calls_a_child(sentence)) and _NOT_SO.search(sentence) is None


def _calls_a_child(sentence: str) -> bool:
    quotes = "“" in sentence or '"' in sentence
    return quotes and _CALLED.search(sentence) is not None and _KIND.search(sentence) is None
