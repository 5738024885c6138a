"""Who the children of a review are: as its label, a list, a line of a form or the opening of its story names them.

Names are published labels and pseudonyms, never picked from prose; references and topics name nobody.
"""

from __future__ import annotations

import re

from graph.text import printed
from loaders.parse.cases.fact_lines import facts_of_line, family_of_line
from loaders.parse.cases.label import COUNTED_KIN
from loaders.parse.cases.mentions import AGE_IN_WORDS, NUMBERS, months, sex_of
from loaders.parse.cases.naming import is_common
from loaders.parse.cases.rosters import of_others
from loaders.parse.cases.subject import Subject

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
    r"|eleven|twelve)(?=, )|(?:is|was) (?:just |only |then )?(?:1?\d|\w+teen)(?=[.,;]| and | when )"
    r"|(?:who )?(?:was|is) (?:an? |then |just )?"
    r"(?=(?:[\w-]+ ){0,4}?(?:aged?|boy|girl|baby|infant|born|old)\b)|aged?\b|\((?:aged )?\d)"
)
_LETTERED = re.compile(r"\b(?:Child|Baby|Young Person) [A-Z]{1,3}\d{0,2}\b(?![\w-])")
_COUNTED = re.compile(
    r"\b(?P<n>two|three|four|five|six|[2-6])\s+(?P<who>brothers|sisters|siblings|boys|girls|children)\b", re.I
)
_NAMES = re.compile(r"(?<![\w’'-])[A-Z][a-z]+(?:, [A-Z][a-z]+)*,? and [A-Z][a-z]+\b")
_LETTERS = 3  # that a label may be of, whatever word they also are
_OPENING = 6  # sentences of a story in which its children are named
_LETTER_AND_NUMBER = re.compile(r"[A-Z]\d")  # "D1": what a review calls a child, and no name
_AGED = re.compile(
    rf"(?P<name>(?:(?:Child|Baby|Infant|Sibling|Young Person)\s+(?:\d{{1,2}}|[A-Z][\w-]*))|[A-Z][\w-]+)\s*"
    r"\((?:(?P<sex>boy|girl|male|female),?\s+)?(?:aged?\s+)?"
    rf"(?P<age>(?:\d{{1,2}}|{'|'.join(NUMBERS)})(?:[\s-]+(?:day|week|month|year)s?(?:[\s-]+old)?)?)"
    r"(?:,?\s+(?P<sex_behind>boy|girl|male|female))?\)"
)


def from_label(label: str | None, texts: list[str]) -> list[Subject]:
    """The children a label names: initials, pseudonyms and codes; references and topics name none."""
    found: list[Subject] = []
    stated = {m[1] or m[2] for text in texts for m in _STATED_NAME.finditer(text.replace("*", ""))}
    flat = printed(label or "").replace("*", "")
    quoted = re.findall(r"['\"“‘]((?:Child\s+|Baby\s+)?[A-Z][\w-]*(?:(?:,|,? and| &) [A-Z][\w-]+)*)['\"”’]", flat)
    quoted = [name for names in quoted for name in re.split(r",? and | & |, ", names)]
    if quoted:
        return [Subject(name) for name in dict.fromkeys(quoted)]
    if re.search(r"\b[Ff]amily\b|\b[Tt]he [A-Z][a-z]{2,} (?:children|siblings|brothers|sisters|twins)\b", flat):
        return []  # the name of a family
    plain = re.sub(r"\([^)]*\)", " ", flat)
    # Kind words go, but "Child" before a name stays: it is part of the published label.
    plain = re.sub(
        r"\b(?:Child|Children)\s+(?=(?:[A-Z]{1,4}\d*|[A-Z][a-z]+)\b(?!\s+Practice))(?!Safeguarding|Protection|Practice)",
        "\x01",
        plain,
    )
    plain = _KIND_WORDS.sub(" ", plain).replace("\x01", "Child ").strip()
    plain = COUNTED_KIN.sub("", plain, count=1) if COUNTED_KIN.match(plain) else plain
    plain = re.split(r"\s[-–—:]\s", plain.strip(" -–—:,."))[0]
    number = re.fullmatch(r"[\d\s/.-]*|[A-Z]{1,6}\d{0,4}(?:[/-][A-Z]{0,3}\d{1,4}){1,2}", plain)
    parts = [] if number else re.split(r"\s*(?:,|&|/|\band\b|\+)\s*", plain.strip(" -–—:,."))
    for part in filter(None, (p.strip() for p in parts)):
        match = _NAME.fullmatch(part) or _NAME.fullmatch(re.sub(rf"^(?i:{_PERSON})\b", lambda m: m[0].lower(), part))
        if match is None or match["name"] in _NOT_NAMES or (not match["as"] and _joins(match["name"])):
            if found:
                return found
            break  # a title or a sentence: what the text calls the child may say more
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
        before = found[-1].label if found and found[-1].label else ""
        if len(match["name"]) == 1 and not keeps and any(re.search(rf"\b{lettered}\b", text) for text in texts):
            part, keeps = lettered, "child"
        elif re.fullmatch(r"[A-Z]\d?", part) and (kin := re.fullmatch(r"((?:Child|Baby|Infant) )[A-Z]\d?", before)):
            part, keeps = kin[1] + part, "child"  # "Child C & D"
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


def _joins(word: str) -> bool:
    """Whether a word is no name but one that opens any sentence ("However", "Nationally")."""
    return len(word) > _LETTERS and not word.isupper() and is_common(word)


def listed(texts: list[str]) -> list[Subject]:
    """Children of a family whom one sentence lists with their ages: "Child 1 (aged 7) and Child 2 (14 months)".

    A plain name ("Ben (5)") is taken only where the sentence says that it is what the review calls the child; a letter
    and a number ("D1 (girl, 8)") are never anything else.
    """
    for at, text in enumerate(texts):
        named = {m["name"]: m for m in _AGED.finditer(text)}
        young = {
            name: told
            for name, told in named.items()
            if _bare(name) not in _NOT_NAMES and 0 <= (months(told["age"]) or 999) < 216
        }
        first = _AGED.search(text)
        if first and len(young) > 1 and len(young) == len(named) and not of_others(text[: first.start()]):
            given = re.search(r"\b(?:referred to|known|called|named|pseudonyms?)\b", text) is not None
            made = []
            for name, told in young.items():
                label = name if given or " " in name or _LETTER_AND_NUMBER.fullmatch(name) else None
                sex = sex_of(told["sex"] or told["sex_behind"] or "")
                made.append(Subject(label, ages=[(1, told["age"], at)], nouns=[sex] if sex else [], first=at))
            return made
    return []


def counted(label: str | None, texts: list[str]) -> list[Subject]:
    """The children whom a label counts ("The Three Brothers"), named where the story's opening lists as many names."""
    said = _COUNTED.search(label or "")
    if said is None:
        return []
    number = NUMBERS.get(said["n"].lower()) or int(said["n"])
    sex = sex_of(said["who"])
    lists = (re.split(r",? and |, ", found[0]) for text in texts[:_OPENING] for found in _NAMES.finditer(text))
    names = next((n for n in lists if len(n) == number and not {*n} & _NOT_NAMES), [None] * number)
    return [Subject(name, nouns=[sex] if sex else []) for name in names]


def in_line(texts: list[str], known: list[Subject]) -> list[Subject]:
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


def of_fact_line(texts: list[str]) -> list[Subject]:
    """The one child of whom a line of a form gives age and sex ("F, 6/52"), where no other word speaks of a child."""
    told = ((at, facts_of_line(text)) for at, text in enumerate(texts))
    return next(([Subject(first=at)] for at, (age, sex) in told if age and sex), [])


def introduced(texts: list[str]) -> list[Subject]:
    """The child whose name opens the story ("Caleb, aged six, had …", "Baby Sol was born …", "Sam is a boy of …")."""
    found = _OPENS_STORY.match(texts[0]) if texts else None
    if found is None or found["name"].split()[-1] in _NOT_NAMES:
        return []
    return [Subject(found["name"], first=0)]


def ages_of_label(label: str | None, subjects: list[Subject]) -> None:
    """Ages that a heading gives behind names ("Child Jay (16) and Child Kai (14)", "Baby Wren, five months")."""
    for subject in subjects:
        bare = _bare(subject.label or "")
        if not subject.label or subject.ages or not label or bare not in label:
            continue
        aged = rf"(?P<age>{AGE_IN_WORDS}|1?\d)(?: years?)?(?:[\s-]old)?"
        found = re.search(rf"{re.escape(bare)}(?:\s*\(|, )(?:aged? )?{aged}(?:\)|$)", label)
        if found:
            subject.ages.append((1, found["age"], 0))


def ages_in_order(texts: list[str], subjects: list[Subject]) -> None:
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


def spellings(subjects: list[Subject]) -> dict[str, str]:
    """How a text may spell each label ("Child Ash", "Ash"), each with the label."""
    return {
        form: s.label
        for s in subjects
        if s.label
        for form in (s.label, _bare(s.label))
        if len(form) > 1 or form == s.label or form not in "AI"
    }
