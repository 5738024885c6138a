"""Praise that no word gives: what somebody who works with families did for a child beyond what the work asks.

Stories praise by telling ("The tutor rang her every Friday, also when he was on leave"). Three things together show it:
somebody who works with families is the subject, the deed is marked as more than is asked (so often, in their own time,
not letting go), and nothing in the sentence denies, limits or asks for it.
"""

from __future__ import annotations

import re

from loaders.sieve import Sieve

_WORKER = (
    r"(?:practitioner|professional|worker|staff|officer|police|service|team|school|college|nursery|nurse|teacher|tutor"
    r"|assistant|head|mentor|coach|counsellor|gp|doctor|paediatrician|consultant|registrar|radiographer|paramedic|crew"
    r"|midwife|midwives|visitor|ward|hospital|unit|clinic|(?:physio|psycho)?therapist|adviser|advocate|solicitor|guardian|librarian"
    r"|caretaker|receptionist|escort|driver|lady|ladies|chaplain|cook|detective|sergeant|dsl|lead|manager|carer"
    r"|interpreter|volunteer|dietitian|pharmacist|dentist|optician|psychologist|psychiatrist|specialist|co-?ordinator"
    r"|first aider|leader|camhs|social care)(?:s|es)?"
)
_OTHERS = (
    r"(?:she|he|they|we|i|it|this|there|how|nobody|none|neither|if|parents?|mother|father|mum|dad|family|grand\w+"
    r"|brother|sister|siblings?|aunt|uncle)"
)
_SETTING = r"(?:(?:but|and|then|also|later|(?:when|in|on|at|after|once|by|from) [^,]{2,60}),? )?"
_FOUND = r"(?:(?:it|we|i|(?:the|our|this) [\w ]{0,20}?(?:review|reviewer|panel|author|report))\b[^,.;]{0,30}? that )?"
_SUBJECT = re.compile(rf"\W*{_FOUND}{_SETTING}(?:(?!{_OTHERS}\b)[\w’'-]+,? ){{0,9}}?{_WORKER}\b", re.I)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_OFTEN = r"(?:(?:every|each) (?:week|fortnight|month|visit)|weekly|(?:once|twice|three times) a week)"
_MORE = Sieve(
    # so often; every week alone is what many are asked for
    rf"\b(?:(?:every|each) (?:single )?(?:hour|day|morning|afternoon|evening|night|{_DAYS}|school day|scan)"
    rf"|{_OFTEN}(?=,? (?:for|throughout|until|through|including|even|also|wherever|whatever|all)\b)"
    rf"|(?:rang|texted|telephoned|called|phoned|wrote to|messaged) (?:him|her|them) {_OFTEN}"
    r"|(?:daily|nightly)(?=[.,;:)]|$| (?:to|in|by|for|and|until|while|during|when|after|with|at|throughout)\b)"
    # in their own time
    r"|in (?:her|his|their) own time|on (?:her|his|their) (?:days?|weekend) off|(?:while|when) (?:\w+ ){0,2}on leave"
    r"|on (?:a |the )?(?:bank holiday|sunday|saturday|christmas\w*)|long after|unasked|unprompted|without being asked"
    r"|on (?:her|his|their) own initiative"
    # not letting go
    r"|kept (?:(?:a|an|the|his|her|their) )?(?:[\w-]+ )?(?:place|chair|seat|log|notes?|notebook|diary|food|open)\b"
    r"|kept (?:him|her|them|in (?:touch|contact)|(?!waiting|missing|changing|moving|being)[a-z]+ing)\b"
    r"|(?:continued to|carried on|went on) (?:visit|ring|call|see|text|writ|support|arrang|teach|meet)\w*"
    r"|went back|persisted|stuck with|stayed (?:with|on the line)|sat with"
    r"|went (?:with (?:him|her|them)|to (?:every|all))|would not let|chased|rang back"
    r"|(?:did not|didn[’']t|never) (?:give up|let (?:it|the|her|him|them))"
    r"|went out to look|brought forward"
    # with thought for the child
    r"|in (?:her|his|the child[’']s) own words|(?:took|taken) (?:great |the |real )?(?:care|trouble|time) to"
    r"|made (?:a point of|sure|certain|(?:every )?efforts? to)|found (?:a )?ways? (?:to|for|of)"
    r"|picture (?:cards?|timetable)|drove (?:him|her|them|out)|walked (?:him|her|them)"
    r"|let (?:him|her|them) (?:eat|sleep|sit|use|stay|ring|come))\b",
    re.I,
)
_KIND = Sieve(  # how they were with a child, said of them and of nobody whom they saw
    rf"^{_SUBJECT.pattern} (?:was|were) (?:(?:very|always|both|unfailingly|consistently|especially) )?(?:gentle|kind"
    r"|patient|warm|thoughtful|compassionate|tactful|respectful)(?=[.,;]|$| (?:with|to|towards|and|in|throughout)\b)",
    re.I,
)
_DENIES = (
    r"not|nobody|no[- ]one|none|nor|neither|but|although|though|however|nothing|failed|missed|instead|yet|should|if"
    r"|whether"
)
_TURNED = re.compile(rf"\b(?:{_DENIES})\b|n[’']t\b|\?$", re.I)
_BEFORE = re.compile(  # before the deed: what is denied, limited, asked for, thought, of somebody else or still to come
    rf"\b(?:{_DENIES}|never|no|only|once|late|without|closed|unable|too|despite|could|must|would|will|until|discharged"
    r"|refused|lost|withdrawn|stopped|delay\w*|dismissed|alone|unaware|assumed|believed|thought|ought|now|has|have|asked"
    rf"|to be|aims?|expected|due|planned|is|are|that {_OTHERS})\b|n[’']t\b",
    re.I,
)
_HELD_ON = re.compile(r"\b(?:would not let|(?:did not|didn[’']t|never) (?:give up|let)|but also)\b", re.I)
_VIRTUES = r"(?:skill|kindness|care|persistence|tenacity|courage|thoughtfulness)"
_PRAISES = Sieve(  # who reviewed, or the family, praises somebody
    r"\b(?:praise[sd]?|commend(?:s|ed)|thank(?:s|ed)|singled out|thought (?:very )?highly of"
    r"|spoke (?:very )?(?:warmly|highly) of|(?:was|were) (?:very |most )?complimentary about"
    rf"|drew attention to the {_VIRTUES} of|deserves? (?:\w+ )?(?:credit|praise|thanks)|to be (?:commended|praised)"
    r"|(?:good|pleased|glad) to (?:see|hear|read) that)\b",
    re.I,
)
_OF_WORKER = re.compile(rf"\b{_WORKER}\b", re.I)
_OF_PAPERS = re.compile(  # what a panel thinks of a review is no practice, nor are thanks for help with one
    r"\b(?:your|our|the|its|this) (?:[\w-]+ )?(?:review|report|letter|response|analysis|office|partnership)\b"
    r"|\btaking part\b|\bwith thanks\b",
    re.I,
)


def beyond_duty(sentence: str) -> bool:
    """Whether a sentence marks what was done as more than is asked, and turns on nothing; whoever did it."""
    more = _MORE.search(sentence)
    if more is None or _BEFORE.search(sentence[: more.start()]):
        return False
    return _TURNED.search(_HELD_ON.sub(" ", sentence[more.start() :])) is None


def devoted(sentence: str) -> bool:
    """Whether a sentence tells such a deed of somebody who works with families."""
    if _KIND.search(sentence) and not _TURNED.search(sentence):
        return True
    return beyond_duty(sentence) and _SUBJECT.match(sentence) is not None


def praised(sentence: str) -> bool:
    """Whether a sentence says outright that somebody who works with families is praised."""
    found = _PRAISES.search(sentence)
    if found is None or _TURNED.search(sentence):
        return False
    told = sentence[found.end() :] or sentence
    said = told if _OF_WORKER.search(told) else sentence
    return _OF_WORKER.search(said) is not None and _OF_PAPERS.search(told) is None
