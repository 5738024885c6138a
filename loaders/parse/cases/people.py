"""The children a review is about, from its label and context: age, sex, outcome, role and plan, each only if stated.

Subjects are the children of the label ("AL & JL" are two), or else the first child the text speaks of; further
children only where something is said to have happened to them or where they are said to have caused the harm. Siblings
who are merely mentioned, and adults, never count. Names are published labels and pseudonyms, never picked from prose.
"""

from __future__ import annotations

import re

from graph.records import Child, Outcome, Stated
from graph.text import printed
from loaders.parse.cases.aged_kin import aged_kin
from loaders.parse.cases.beside_names import told_beside_names
from loaders.parse.cases.called import (
    ages_in_order,
    ages_of_label,
    counted,
    from_label,
    in_line,
    introduced,
    listed,
    of_fact_line,
    spellings,
)
from loaders.parse.cases.child_facts import Sentence
from loaders.parse.cases.child_records import record_of
from loaders.parse.cases.fact_lines import facts_in_heading
from loaders.parse.cases.harm import CAUSED, HARMED
from loaders.parse.cases.mentions import AGE, NUMBERS, Mention, mentions_in, months, owner, sex_of
from loaders.parse.cases.rosters import ages_beside, roster
from loaders.parse.cases.subject import Subject
from loaders.parse.cues import cue

_NO_CHILDREN = ("audit", "inspection", "thematic-review")
_HARM_BY = re.compile(
    rf"\b(?:rape|raped|assault|assaulted|abuse|abused|attack|attacked|stabb\w+|harmed|injured|bullied|killed|perpetrated)\b[^.;]{{0,60}}?\bby\s+"
    rf"(?P<n>a|an|another|\d+|{'|'.join(NUMBERS)})\s+(?P<adj>(?:[\w-]+\s+){{0,4}}?)(?P<who>boys?|girls?|child(?:ren)?|young\s+(?:person|people)|pupils?|teenagers?|peers?|adolescents?)\b",
    re.IGNORECASE,
)
_HARM_THEN = re.compile(
    rf"\b(?P<n>a|an|another|\d+|{'|'.join(NUMBERS)})\s+(?P<adj>(?:[\w-]+\s+){{0,4}}?)(?P<who>boys?|girls?|young\s+(?:person|people)|teenagers?)"
    r"\s+(?:was|were)\s+(?:\w+\s+)?(?:arrested|charged|convicted)\b[^.;]{0,60}?\b(?:death|murder|manslaughter|stabbing|killing|rape|assault)\b",
    re.IGNORECASE,
)
_AGED_EACH = re.compile(  # "two boys, aged 16 and 17"
    rf",? \(?(?:aged|of) (?P<ages>(?:1?\d|{'|'.join(NUMBERS)})(?:(?:, |,? and )(?:1?\d|{'|'.join(NUMBERS)}))+)",
    re.IGNORECASE,
)
_FOUND_IN = re.compile(
    r"\b(?:tested\s+positive|(?:cocaine|heroin|methadone|cannabis|opiates?|drugs?|substances?)\s+(?:was|were)\s+(?:also\s+)?found\s+in)\b",
    re.I,
)


def children_of(label: str | None, sentences: list[Stated], kind: str, heading: str | None = None) -> list[Child]:
    """The children a review is about.

    `label` is the heading the case is told under, `sentences` its context in printed order, `kind` the review kind;
    `heading` is the whole heading where `label` is a part of it.
    Audits, inspections and thematic reviews are about no one child. Raises nothing; what is not stated stays None.
    """
    if kind in _NO_CHILDREN:
        return []
    places = [(s, part) for stated in sentences for s, part in ((stated, p) for p in _split(stated.text))]
    places = [place for place in places if not of_any_case(place[1])]
    if {part.strip() for _, part in places} >= {"M", "F"}:  # the sexes of a whole family, listed below one another
        places = [place for place in places if place[1].strip() not in ("M", "F")]
    texts = [part for _, part in places]
    subjects = from_label(label, texts) or roster(texts) or listed(texts) or counted(label, texts) or introduced(texts)
    subjects = in_line(texts, subjects)
    ages_of_label(heading or label, subjects)
    ages_in_order(texts, subjects)
    ages_beside(texts, subjects)
    told_beside_names(texts, subjects)
    names = spellings(subjects)
    spoken = [mentions_in(text, names) for text in texts]
    if not subjects:
        subjects = aged_kin(texts) or _from_text(texts, spoken) or of_fact_line(texts)
    age, sex = facts_in_heading(heading or label or "")
    if not subjects and places and age and sex:
        subjects = [Subject(first=0)]
    if not subjects:
        return []
    read: list[Sentence] = []
    for at, (text, mentions) in enumerate(zip(texts, spoken, strict=True)):
        read.append(Sentence(subjects, text, mentions, at, read[-1].people() if read else []))
        read[-1].read_who()
    for sentence in read:
        sentence.read_what()
    subjects = list(subjects)
    subjects += _harmed_siblings(texts, spoken) if len(subjects) == 1 or any(s.label for s in subjects) else []
    subjects += _who_harmed(texts)
    harmed = [s for s in subjects if s.role == "harmed"]
    if len(harmed) == 1 and age and not harmed[0].ages:
        harmed[0].ages.append((1, age, 0))
    if len(harmed) == 1 and sex and harmed[0].sex is None:
        harmed[0].nouns = [sex]
    if any(s.twin for s in subjects) and (ages := [s.ages for s in subjects if s.ages]):
        for subject in subjects:
            subject.ages = subject.ages or (ages[0] if subject.twin or len(subjects) == 2 else [])
    return [record_of(s, places) for s in subjects]


def of_any_case(sentence: str) -> bool:
    """Whether a sentence says when or why reviews are held at all ("to find out how and why a child died")."""
    rule = cue("guidance", "rule").search(sentence) and not cue("guidance", "told").search(sentence)
    return bool(rule) or cue("facts", "in-general").search(sentence) is not None


def _split(text: str) -> list[str]:
    return [p for p in re.split(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘(])(?<!\bMr\. )(?<!\bMs\. )", printed(text)) if p]


_ONE_EACH = re.compile(
    r",? (?:\(|[-–—] )?an? (girl|boy) and an? (girl|boy)\b", re.IGNORECASE
)  # "Twins, a girl and a boy"
_ARRESTED = re.compile(r"\s+(?:was|were)\s+(?:\w+\s+)?(?:arrested|charged|convicted)\b", re.IGNORECASE)


def _from_text(texts: list[str], spoken: list[list[Mention]]) -> list[Subject]:
    """Where no label names a child: the first child, or the first counted children, that the text speaks of."""
    counted = re.compile(
        rf"\b(?P<n>{'|'.join(NUMBERS)}|[2-9])\s+(?:[\w-]+\s+){{0,3}}?(?P<who>children|siblings|brothers|sisters|boys|girls|babies|young\s+people)\b",
        re.I,
    )
    for at, (text, mentions) in enumerate(zip(texts, spoken, strict=True)):
        for mention in mentions:
            if _ARRESTED.match(text[mention.end :]) and len([m for ms in spoken for m in ms if m.kind == "child"]) > (
                mention.kind == "child"
            ):
                continue  # who is said to have done it, beside the child it was done to
            if mention.kind == "child" and not mention.other:
                return [Subject(first=at)]
            if mention.kind == "children":
                group = next((m for m in counted.finditer(text) if m.end("who") == mention.end), None)
                twins = "twin" in text[mention.start : mention.end].lower()
                if not group and not twins:
                    continue
                if re.search(r"\b(?:other|with)\s+$", text[: group.start() if group else mention.start], re.I):
                    continue
                count = 2 if twins or group is None else int(NUMBERS.get(group["n"].lower()) or group["n"])
                subjects = [Subject(first=at, twin=twins) for _ in range(count)]
                ages = (
                    re.findall(rf"(?:{'|'.join(NUMBERS)}|\d+)", m[1])
                    if (m := re.search(r"\baged?\s+((?:[\w-]+,\s*)*[\w-]+\s+and\s+[\w-]+)", text[mention.end :], re.I))
                    else []
                )
                beside = mention.end + len(re.match(r",?\s*", text[mention.end :])[0])  # type: ignore[index]
                if (one := AGE.match(text, beside)) and one["aged"] and not ages:  # "twin boys, aged 4 months"
                    ages = [one["aged"]] * count
                for subject, age in zip(subjects, ages if len(ages) == count else [], strict=False):
                    subject.ages.append((1, age, at))
                sex = sex_of(text[mention.start : mention.end])
                for subject in subjects:
                    subject.nouns += [sex] if sex else []
                if both := _ONE_EACH.match(text, mention.end):
                    for subject, word in zip(subjects, both.groups(), strict=False):
                        subject.nouns = [one for one in [sex_of(word)] if one]
                return subjects
    return []


_EVENTS: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (HARMED, "serious-harm"),
    (_FOUND_IN, "other"),
    (CAUSED, "other"),
)


def _harmed_siblings(texts: list[str], spoken: list[list[Mention]]) -> list[Subject]:
    """Siblings, not themselves under a label, of whom the text says that they were harmed or caused the harm."""
    found: list[Subject] = []
    ages: list[tuple[str, Mention, int]] = []
    for at, (text, mentions) in enumerate(zip(texts, spoken, strict=True)):
        for match in AGE.finditer(text):
            sibling = next((m for m in mentions if m.kind == "sibling" and 0 <= m.start - match.end() < 20), None)
            sibling = sibling or next(
                (m for m in mentions if m.kind == "sibling" and 0 <= match.start() - m.end < 8), None
            )
            if sibling:
                ages.append((next(g for g in match.groups() if g), sibling, at))
    for at, (text, mentions) in enumerate(zip(texts, spoken, strict=True)):
        for pattern, outcome in _EVENTS:
            for match in pattern.finditer(text):
                mention = owner([m for m in mentions if m.end <= match.start()], match.start())
                if (
                    mention is None
                    or mention.kind != "sibling"
                    or re.search(
                        r"\b(?:no|not|any|guilty|convicted|charg\w+|admitted|accused|alleg\w+|offen\w+)\b",
                        text[mention.end : match.start()],
                    )
                ):
                    continue
                own = [(a, m, i) for a, m, i in ages if m.sex is None or mention.sex in (None, m.sex)]
                age = own[0] if own else None
                grown = age is not None and (months(age[0]) or 0) >= 216
                if grown or (pattern is CAUSED and age is None) or any(s.first == at for s in found) or len(found) >= 1:
                    continue
                subject = Subject(role="caused-harm" if pattern is CAUSED else "sibling", first=at)
                subject.ages = [(1, age[0], at)] if age else []
                sex = mention.sex or (age[1].sex if age else None)
                subject.nouns = [sex] if sex else []
                subject.outcomes[outcome] = at
                found.append(subject)
    return found


def _who_harmed(texts: list[str]) -> list[Subject]:
    """Children who are said to have harmed the child ("by two boys"); told once however often it is said."""
    for at, text in enumerate(texts):
        if (match := _HARM_BY.search(text) or _HARM_THEN.search(text)) and "adult" not in match["adj"].lower():
            word = match["n"].lower()
            count = NUMBERS.get(word) or (int(word) if word.isdigit() else 1)
            found = [Subject(role="caused-harm", first=at, outcomes={"other": at}) for _ in range(min(count, 20))]
            sex, age = sex_of(match["who"]), AGE.search(match["adj"] + match["who"])
            each = _AGED_EACH.match(text, match.end("who"))
            ages = re.split(r",? and |, ", each["ages"]) if each else []
            for place, subject in enumerate(found):
                subject.nouns = [sex] if sex else []
                subject.ages = [(1, age["before"], at)] if age and age["before"] else []
                if len(ages) == len(found):
                    subject.ages = [(1, ages[place], at)]
            return found
    return []
