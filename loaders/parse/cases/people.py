"""The children a review is about, from its label and context: age, sex, outcome, role and plan, each only if stated.

Subjects are the children of the label ("AL & JL" are two), or else the first child the text speaks of; further
children only where something is said to have happened to them or where they are said to have caused the harm. Siblings
who are merely mentioned, and adults, never count. Names are published labels and pseudonyms, never picked from prose.
"""

from __future__ import annotations

import re

from graph.records import Child, Outcome, Stated
from graph.text import printed
from loaders.parse.cases.child_facts import CAUSED, HARMED, Sentence, Subject
from loaders.parse.cases.child_records import record_of
from loaders.parse.cases.fact_lines import facts_of_line, family_of_line
from loaders.parse.cases.mentions import AGE, AGE_IN_WORDS, NUMBERS, Mention, mentions_in, months, owner, sex_of
from loaders.parse.cues import cue

_NO_CHILDREN = ("audit", "inspection", "thematic-review")
_KIND_WORDS = re.compile(
    r"\b(?:rapid|serious|local|child(?:ren)?['’]?s?|safeguarding|practice|case|learning|thematic|review|reviews|overview|executive|"
    r"summary|report|lcspr|lscpr|lcsppr|cspr|scr|rr|lrr|in\s+respect\s+of|in\s+relation\s+to|the|concerning|regarding|for|of|re|update)\b['’]?s?",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:child|children|boy|girl|young\s+person|baby|infant|sibling|siblings|brothers|sisters|twins?|case|family"
    r"|unborn)"
)
_NAME = re.compile(
    rf"(?:(?P<as>{_PERSON})\s+)?(?P<name>[A-Z]{{1,5}}\d{{0,4}}|[A-Z]\d{{1,4}}|[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?:\s+(?:19|20)\d\d)?",
    0,
)
_REFERENCE = re.compile(r"^[A-Z]{1,4}\d{1,4}$")
_NOT_NAMES = frozenset(
    """
    Audit Deep Dive Step Update Updates Neglect Partnership Board Recommendations Themes Summary Introduction Multi
    Agency Family Adult Cross Key Next Context Impact Priority Appendix Table Figure Harm Exploitation Abuse Suicide
    Mother Father Parents Mum Dad Stepfather Stepmother Grandmother Grandfather Partner Carer Aunt Uncle Both
    """.split()  # noqa: SIM905
)
_STATED_NAME = re.compile(
    r"(?:known\s+as|called|referred\s+to\s+as|pseudonym(?:\s+of)?|given\s+the\s+name|named)\s+(?:as\s+)?(?:(?:Child|Baby)\s+)?['\"“‘]([A-Z][\w-]+)['\"”’]"
    r"|\b(?:report|review|LCSPR|SCR)\s+(?:for|of|about|on|regarding|into|in\s+respect\s+of)\s+\**(Child\s+[A-Z][a-z]+)"
)
_OPENS_STORY = re.compile(
    r"(?P<name>(?:(?:Baby|Child|Infant) )?(?!(?:She|They|This|That|There|His|Her|One)\b)"
    r"(?!(?:Girl|Boy|Baby|Child|Infant|Twins?|Male|Female|Toddler|Teenager)\b)"
    r"[A-Z][a-z]{2,}),? (?:(?:\d{1,2}|\w+teen|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)(?=, )|(?:who )?(?:was|is) (?:an? |then |just )?"
    r"(?=(?:[\w-]+ ){0,4}?(?:aged?|boy|girl|baby|infant|born|old)\b)|aged?\b|\((?:aged )?\d)"
)
_LETTERED = re.compile(r"\b(?:Child|Baby|Young Person) [A-Z]{1,3}\d{0,2}\b(?![\w-])")
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
    places = [place for place in places if not _of_any_case(place[1])]
    if {part.strip() for _, part in places} >= {"M", "F"}:  # the sexes of a whole family, listed below one another
        places = [place for place in places if place[1].strip() not in ("M", "F")]
    texts = [part for _, part in places]
    subjects = _from_label(label, texts) or _listed(texts) or _introduced(texts)
    subjects = _in_line(texts, subjects)
    _ages_of_label(heading or label, subjects)
    _ages_in_order(texts, subjects)
    names = _spellings(subjects)
    spoken = [mentions_in(text, names) for text in texts]
    if not subjects:
        subjects = _from_text(texts, spoken) or _of_fact_line(texts)
    if not subjects:
        return []
    read: list[Sentence] = []
    for at, (text, mentions) in enumerate(zip(texts, spoken, strict=True)):
        opens = re.match(r"(?:He|She|His|Her)\b", text) and read
        read.append(Sentence(subjects, text, mentions, at, read[-1].speaks_of() if opens else None))
        read[-1].read_who()
    for sentence in read:
        sentence.read_what()
    subjects = list(subjects)
    subjects += _harmed_siblings(texts, spoken) if len(subjects) == 1 or any(s.label for s in subjects) else []
    subjects += _who_harmed(texts)
    if any(s.twin for s in subjects) and (ages := [s.ages for s in subjects if s.ages]):
        for subject in subjects:
            subject.ages = subject.ages or (ages[0] if subject.twin or len(subjects) == 2 else [])
    return [record_of(s, places) for s in subjects]


def _of_any_case(sentence: str) -> bool:
    """Whether a sentence says when or why reviews are held at all ("to find out how and why a child died")."""
    rule = cue("guidance", "rule").search(sentence) and not cue("guidance", "told").search(sentence)
    return bool(rule) or cue("facts", "in-general").search(sentence) is not None


def _split(text: str) -> list[str]:
    return [p for p in re.split(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘(])(?<!\bMr\. )(?<!\bMs\. )", printed(text)) if p]


def _from_label(label: str | None, texts: list[str]) -> list[Subject]:
    """The children a label names: initials, pseudonyms and codes; references and topics name none."""
    found: list[Subject] = []
    stated = {m[1] or m[2] for text in texts for m in _STATED_NAME.finditer(text.replace("*", ""))}
    flat = printed(label or "").replace("*", "")
    quoted = re.findall(r"['\"“‘]((?:Child\s+|Baby\s+)?[A-Z][\w-]*(?:(?:,|,? and| &) [A-Z][\w-]+)*)['\"”’]", flat)
    quoted = [name for names in quoted for name in re.split(r",? and | & |, ", names)]
    if quoted:
        return [Subject(name) for name in dict.fromkeys(quoted)]
    if re.search(r"\b[Ff]amily\b", flat):
        return []
    plain = re.sub(r"\([^)]*\)", " ", flat)
    # Kind words go, but "Child" before a name stays: it is part of the published label.
    plain = re.sub(
        r"\b(?:Child|Children)\s+(?=(?:[A-Z]{1,4}\d*|[A-Z][a-z]+)\b(?!\s+Practice))(?!Safeguarding|Protection|Practice)",
        "\x01",
        plain,
    )
    plain = _KIND_WORDS.sub(" ", plain).replace("\x01", "Child ")
    plain = re.split(r"\s[-–—:]\s", plain.strip(" -–—:,."))[0]
    number = re.fullmatch(r"[\d\s/.-]*|[A-Z]{1,6}\d{0,4}(?:[/-][A-Z]{0,3}\d{1,4}){1,2}", plain)
    parts = [] if number else re.split(r"\s*(?:,|&|/|\band\b|\+)\s*", plain.strip(" -–—:,."))
    for part in filter(None, (p.strip() for p in parts)):
        match = _NAME.fullmatch(part) or _NAME.fullmatch(re.sub(rf"^(?i:{_PERSON})\b", lambda m: m[0].lower(), part))
        if match is None or match["name"] in _NOT_NAMES:
            return found
        if (
            not match["as"]
            and _REFERENCE.match(match["name"])
            and not any(re.search(rf"\b{match['name']}(?:,|['’]s)?\s+(?:was|had|died|who|is|and)\b", t) for t in texts)
        ):
            continue  # a reference such as "TN20"
        sibling = (match["as"] or "").lower().startswith("sibling") and bool(found)
        keeps = match["as"] and match["as"].lower() in (
            "child",
            "boy",
            "girl",
            "baby",
            "infant",
            "unborn",
            "young person",
        )
        lettered = f"Child {match['name']}"  # "Children A and B" are Child A and Child B in the text
        if len(match["name"]) == 1 and not keeps and any(re.search(rf"\b{lettered}\b", text) for text in texts):
            part, keeps = lettered, "child"
        found.append(
            Subject(
                part.strip() if keeps and not re.search(r"\d{4}$", part) else match["name"],
                "sibling" if sibling else "harmed",
                nouns=[sex] if match["as"] and (sex := sex_of(match["as"])) else [],
            )
        )
    if len(found) > 1 and (kin := re.search(r"\b(?:brothers|sisters|boys|girls)\b", plain, re.I)):
        for subject in found:
            subject.nouns = [sex for sex in [sex_of(kin[0])] if sex]
    if not found and not stated:  # "Child A" throughout the text is a published label too
        stated = {m[0] for text in texts for m in _LETTERED.finditer(text)}
    if len(found) <= 1 and len(stated) == 1:
        name = stated.pop()
        if not found:
            return [Subject(name)]
        if (_bare(found[0].label or "")[:1], _bare(found[0].label or "")) != (_bare(name)[:1], _bare(name)) and _bare(
            name
        )[:1] == _bare(found[0].label or "")[:1]:
            found[0].label = name
    return found


def _listed(texts: list[str]) -> list[Subject]:
    """Children of a family whom one sentence lists with their ages: "Child 1 (aged 7) and Child 2 (14 months)".

    A plain name ("Ben (5)") is taken only where the sentence says that it is what the review calls the child.
    """
    for at, text in enumerate(texts):
        named = {m["name"]: m["age"] for m in _AGED.finditer(text)}
        young = {n: age for n, age in named.items() if _bare(n) not in _NOT_NAMES and 0 <= (months(age) or 999) < 216}
        if len(young) > 1 and len(young) == len(named):
            given = re.search(r"\b(?:referred to|known|called|named|pseudonyms?)\b", text) is not None
            labels = [name if given or " " in name else None for name in young]
            ages = list(young.values())
            return [Subject(label, ages=[(1, age, at)], first=at) for label, age in zip(labels, ages, strict=True)]
    return []


def _in_line(texts: list[str], known: list[Subject]) -> list[Subject]:
    """Children whom a line of a form lists together, beside the one whom the heading names, where it names one."""
    if len(known) > 1:
        return known
    for at, text in enumerate(texts):
        if told := family_of_line(text):
            own = sum(not kin for kin, _, _ in told)
            if known and own != 1:
                return known
            made = [Subject(None, "sibling" if kin else "harmed") for kin, _, _ in told]
            if known:
                made[next(i for i, (kin, _, _) in enumerate(told) if not kin)] = known[0]
            for subject, (_, sex, age) in zip(made, told, strict=True):
                subject.ages.append((1, age, at))
                subject.nouns += [sex] if sex else []
                subject.first = at if subject.first is None else subject.first
            return made
    return known


def _of_fact_line(texts: list[str]) -> list[Subject]:
    """The one child of whom a line of a form gives age and sex ("F, 6/52"), where no other word speaks of a child."""
    told = ((at, facts_of_line(text)) for at, text in enumerate(texts))
    return next(([Subject(first=at)] for at, (age, sex) in told if age and sex), [])


def _introduced(texts: list[str]) -> list[Subject]:
    """The child whose name opens the story ("Caleb, aged six, had …", "Baby Sol was born …", "Sam is a boy of …")."""
    found = _OPENS_STORY.match(texts[0]) if texts else None
    if found is None or found["name"].split()[-1] in _NOT_NAMES:
        return []
    return [Subject(found["name"], first=0)]


def _ages_of_label(label: str | None, subjects: list[Subject]) -> None:
    """Ages that a heading gives in brackets ("Child Jay (16) and Child Kai (14)")."""
    for subject in subjects:
        name = re.escape(_bare(subject.label or ""))
        aged = rf"(?P<age>{AGE_IN_WORDS}|1?\d)(?: years?)?(?:[\s-]old)?"
        found = re.search(rf"{name}(?:\s*\(|, )(?:aged? )?{aged}\)", label or "")
        if subject.label and found and not subject.ages:
            subject.ages.append((1, found["age"], 0))


def _ages_in_order(texts: list[str], subjects: list[Subject]) -> None:
    """Ages that a sentence gives children in the order of their names ("K and L, brothers aged 8 and 10")."""
    if len(subjects) < 2 or not all(s.label for s in subjects):
        return
    names = r"(?:,| and|, and| &) (?:\w+ )?".join(
        rf"(?:{_PERSON} )?{re.escape(_bare(s.label or ''))}" for s in subjects
    )
    ages = r"(?:,| and|, and| &) ".join(rf"({AGE_IN_WORDS}|1?\d)" for _ in subjects)
    for at, text in enumerate(texts):
        if found := re.search(
            rf"\b{names}\b[^.;]{{0,40}}?\b(?:aged?|were|are) {ages}\b(?P<unit> (?:months|weeks|days))?", text
        ):
            for subject, age in zip(subjects, found.groups(), strict=False):
                if not subject.ages and age:
                    subject.ages.append((1, age + (found["unit"] or ""), at))
            return


def _bare(name: str) -> str:
    return re.sub(rf"^(?:{_PERSON})\s+", "", name, flags=re.IGNORECASE)


def _spellings(subjects: list[Subject]) -> dict[str, str]:
    return {
        form: s.label
        for s in subjects
        if s.label
        for form in (s.label, _bare(s.label))
        if len(form) > 1 or form == s.label or form not in "AI"
    }


_AGED = re.compile(
    rf"(?P<name>(?:(?:Child|Baby|Infant|Sibling|Young Person)\s+(?:\d{{1,2}}|[A-Z][\w-]*))|[A-Z][\w-]+)\s*"
    rf"\((?:aged?\s+)?(?P<age>(?:\d{{1,2}}|{'|'.join(NUMBERS)})(?:[\s-]+(?:day|week|month|year)s?(?:[\s-]+old)?)?)\)"
)
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
            for subject in found:
                subject.nouns = [sex] if sex else []
                subject.ages = [(1, age["before"], at)] if age and age["before"] else []
            return found
    return []
