"""Who a sentence speaks of: every mention of a person with its kind and sex, so that a fact is tied to the right one.

An age, an injury or a death belongs to the nearest person mentioned before it; without this a mother's age becomes her
child's. Kinds: `name` (a child under a published label), `child` (a child noun), `sibling`, `adult` (kin, carers,
suspects), `children` (several). "M13, his half-sister," and "the baby, Tom," are one mention each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from graph.records import Sex

Kind = Literal["name", "child", "sibling", "adult", "children"]
NUMBERS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        range(1, 21),
        strict=True,
    )
)
_NUMBER = r"(?:\d+½|\d+(?:\.\d+)?|{})".format("|".join(sorted(NUMBERS, key=len, reverse=True)))
_UNIT = r"(?:day|week|wk|month|mth|mo|year|yr)s?"
_AGE = (
    rf"{_NUMBER}(?:[\s-]+and[\s-]+a[\s-]+half)?[\s-]+{_UNIT}"
    rf"(?:,?[\s-]+(?:and[\s-]+)?(?:a\s+half|{_NUMBER}[\s-]+{_UNIT}))?"
)

AGE_IN_WORDS = _AGE

_ORDINALS = dict(
    zip(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth
        """.split(),  # noqa: SIM905
        range(1, 19),
        strict=True,
    )
)
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_WORDED = "|".join(sorted((word for word, number in NUMBERS.items() if number < 19), key=len, reverse=True))

# what follows a bare number that is an age, and no count ("a girl of two teenage parents")
_DID = (
    r"died|dies|took|takes|suffer(?:ed|s)|sustain(?:ed|s)|drown(?:ed|s)|hanged|hung|ran|went|told|disclosed|presented"
    r"|attended|made|came|fell|collapsed|gave|became"
)
_GOING_ON = rf"(?:was|is|had|has|liv(?:ed|es|ing)|likes|loves|goes|attends|{_DID})"
_BEING = r"(?:in|at|an?(?!\s+half)|the|still|not|[a-z]{3,}(?:ed|ing))"  # "was 15 and a child in our care"
_DOING = (
    rf"{_DID}|was|who|whose|had|has|is|and|with|in|at|from|on|liv(?:ed|es|ing)|known|found|stabbed|killed|murdered|harmed"
    r"|left|when|after|whilst|while"
)
_ON = rf"(?=\s*(?:[.,;]|$|(?:{_DOING}|by)\b)|(?<=\d)\s(?!un)[a-z]{{3,}}ed\b)"
# "three-month-old", "17 year old"; "aged two years", "aged 16", "at the age of 5"; "was 3 months old", "at 8 weeks old"
AGE = re.compile(
    rf"(?P<before>\b(?<!\d[-–])(?<!\d\sto\s){_NUMBER}(?:[\s-]+(?:and\s+a\s+half[\s-]+)?){_UNIT}"
    rf"(?:,?[\s-]+(?:and[\s-]+)?{_NUMBER}[\s-]+{_UNIT})?[\s-]old)(?=\s+[^\W\d_]|\s+[A-Z])(?!\s+(?:when|and|at|who|with|in|was)\b)"
    rf"|(?<!\bunder\sthe\s)(?<!\bover\sthe\s)(?<!\bbelow\sthe\s)\b(?:aged|age|age\s+of|ages)\s+(?:just\s+|only\s+|about\s+|around\s+)?(?P<aged>{_AGE}|{_NUMBER}(?:\s+and\s+a\s+half)?)(?!\s*(?:to|-|–)\s*\d|\s+(?:or|and)\s+(?:under|over))\b"
    rf"|(?<!\w)(?<!\d[-–])(?<!\d\sto\s)(?P<old>{_AGE})(?:[\s-]old|\s+of\s+age)"
    rf"|\b(?:was|is|were)\s+(?:just\s+|only\s+|nearly\s+)?(?P<was>1?\d|{_AGE})(?=\s+(?:when|at\s+the\s+time|and\s+(?:{_DID}|lived))\b)"
    rf"|(?:(?<=\bgirl )|(?<=\bboy )|(?<=\bbaby )|(?<=\bchild )|(?<=\binfant )|(?<=\btwins )"
    rf"|(?<=\bboys )|(?<=\bgirls )|(?<=\btoddler )|(?<=\bbrother )|(?<=\bsister ))"
    rf"of\s+(?:just\s+|only\s+)?(?P<of>{_AGE})\b"
    rf"|(?:(?<=\bperson )|(?<=\byoung man )|(?<=\byoung woman )|(?<=\bteenager ))"
    rf"of\s+(?P<young>{_AGE}|{_WORDED}|1\d){_ON}"
    rf"|(?:(?<=\bgirl )|(?<=\btoddler )|(?<=\bchild ))of\s+(?P<girl>{_WORDED}|1\d){_ON}"
    rf"|(?<=\bboy )of\s+(?P<boy>{_WORDED}|1\d){_ON}"
    rf"|(?<=[a-z]),\s+(?P<comma>1?\d|{_WORDED})(?=,\s+(?:who|was|had|is|has|died|suffered|from|of|and|lived)\b)"
    rf"|\b(?:he|she|who|(?-i:[A-Z]\w*)(?:\s\([^)]{{2,40}}\))?)\s*(?:\swas|\sis|['’]s)\s+(?:then\s+|just\s+|only\s+)?"
    rf"(?P<bare>1?\d|{_WORDED})(?=\s*(?:[.,;]|$|and\s+(?:{_GOING_ON}|{_BEING})\b))"
    rf"|,\s+at\s+(?:just\s+|only\s+)?(?P<only>1?\d|{_WORDED})(?=,)"
    rf"|\b(?:died|killed)\s+at\s+(?:just\s+|only\s+)?(?P<died>{_AGE})\b"
    rf"|\bat\s+(?P<at>{_AGE})(?=,?\s+(?:he|she|they|(?-i:[A-Z][a-z]+))\b)"
    rf"|\b(?:after|on|of|since)\s+(?:his|her|their)\s+(?P<birthday>(?:{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)))\s+birthday\b"
    rf"|,\s+then\s+(?:aged\s+)?(?P<then>{_AGE}|1?\d|{_WORDED})(?=,)"
    rf"|\b(?:just|recently|had|has)\s+turned\s+(?P<turned>1?\d)\b"
    rf"|\b(?:was|is|were)\s+(?:then\s+|just\s+|only\s+|nearly\s+)?(?P<half>{_NUMBER}\s+and\s+a\s+half)(?=\s*[.,;])"
    # "Boy, 5 months"; "Girl, 15"; "Child B (16)"; "Robin is fifteen and"; "a baby, ten weeks, was"
    rf"|(?:(?<=\bboy, )|(?<=\bgirl, )|(?<=\bbaby, )|(?<=\bmale, )|(?<=\bfemale, )|(?<=\bchild, )|(?<=\binfant, ))"
    rf"(?P<tag>{_AGE}|1?\d)(?=\s*(?:[.,;:)–-]|$))"
    rf"|(?<=\w )\((?:aged?\s+)?(?P<paren>{_AGE}|1?\d)(?:\s+old)?(?:,[^)]{{0,20}})?\)"
    rf"|\b(?:was|is|were)\s+(?:then\s+|just\s+|only\s+|nearly\s+|both\s+)?(?P<word>{_WORDED})"
    rf"(?=\s*(?:[.,;]|$|and\s+{_GOING_ON}\b|when\b|at\s+the\s+time))",
    re.IGNORECASE,
)

_FEMALE = (
    "mother mum mam stepmother step-mother grandmother aunt girlfriend wife woman sister half-sister step-sister "
    "stepsister daughter girl schoolgirl female ms mrs miss"
)
_MALE = (
    "father dad stepfather step-father grandfather uncle boyfriend husband man brother half-brother step-brother "
    "stepbrother son boy schoolboy male mr"
)
_SEX: dict[str, Sex] = {
    **dict.fromkeys(_FEMALE.split(), "female"),
    **dict.fromkeys(_MALE.split(), "male"),
}
_SIBLING = (
    r"(?:(?:half|step)[\s-]?)?(?:brother|sister|sibling)|cousin"
    r"|(?<!identical )twin(?!\s*(?:brother|sister|boys|girls|s\b))"
)
_ADULT = (
    r"(?:step|grand|god)?-?(?:mother|father|parent)|mum|mam|dad|aunt|uncle|partner|boyfriend|girlfriend|husband|wife|"
    r"carer|man|woman|adult|friend|neighbour|lodger|stranger|perpetrator|suspect|acquaintance|M(?:s|r|rs|iss)\s+[A-Z]\w*"
)
# "child" in these is part of a term, not a person.
_TERM = (
    r"(?!\s+(?:protection|in\s+need|exploitation|sexual|criminal|abuse|safeguarding|development|health|mental|death|care|"
    r"and\s+(?:adolescent|family)|cent(?:re|er)d|welfare|guardian|line|benefit|minder|practice|neglect|focus\w*|mortality)\b"
    r"|-cent|-focus|ren|hood|minder)"
)
_CHILD = (
    r"(?:baby|infant|toddler|newborn|neonate|young\s+person|teenager|adolescent|youth|schoolboy|schoolgirl|pupil|boy|girl|"
    r"son|daughter)\b(?!\s+(?:clinic|offending|justice|detention|custody|work|loss))"
)
_CHILDREN = (
    r"(?:children|babies|infants|siblings|brothers|sisters|(?:twin\s+)?(?:boys|girls|brothers|sisters)|twins|young\s+people|teenagers|sons|daughters)\b"
    r"(?!['’]s?\s+(?:services|social|home|centre|hub|safeguarding|commissioner))"
    r"(?!\s+(?:board|partnership|act|commissioner|services|and\s+adults?\s+(?:board|partnership))\b)"
)
_WHOSE_AGE = rf"{_NUMBER}[\s-]{_UNIT}[\s-]old(?=,?\s+(?:who|whose|was|had|from|with|in|at|living|{_DID})\b)"
_AGED_PERSON = rf"{_NUMBER}[\s-]{_UNIT}[\s-]old\s+(?:male|female)\b"
_MENTION = re.compile(
    rf"\b(?P<children>{_CHILDREN})"
    rf"|\b(?P<child>(?:male|female)\s+(?:child|infant|baby|toddler|teenager|young\s+person)\b{_TERM}|(?:baby|infant|newborn|young)\s+(?:boy|girl|man|woman|male|female)\b|{_CHILD}|child\b{_TERM}|{_WHOSE_AGE}|{_AGED_PERSON})(?P<numbered>\s+\d+\b)?"
    rf"|\b(?P<sibling>{_SIBLING})\b"
    rf"|\b(?P<adult>{_ADULT})\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|other|previous|older|elder|younger|each|every|any|no|first|second|third|per|unborn|future|else|as\s+an?)\s+(?:[\w-]+\s+)?$",
    re.I,
)
_BORN_TO = re.compile(r"\bborn\b[^.;]{0,60}\bto an?\s+(?:[\w-]+\s+)?$", re.I)  # to a mother who is herself a child
_KIN_OF_OTHERS = re.compile(
    r"\b(?:(?:step|god)?(?:aunt|uncle)|carer|partner|boyfriend|girlfriend|neighbour|friend|lodger|man|woman)['’]s\s+"
    r"(?:[\w-]+\s+)?$",
    re.I,
)
_LETTER = re.compile(r"\s+(?!A\s|I\b)[A-Z]\d?(?![\w-])|\s+A(?=['’.,;]|$)")
_APPOSED = re.compile(r"\s*(?:,|\()\s*(?:(?:his|her|their|the|a|an|who\s+was)\s+)?(?:[\w-]+\s+){0,3}$", re.I)


_WAS_A = re.compile(r"\s+(?:was|is|ha[ds]\s+been)\s+(?:\w+\s+)?an?\s+(?:[\w-]+\s+){0,3}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in a sentence. `who` is the label for a `name`; `other` marks a child that is surely not the subject."""

    kind: Kind
    start: int
    end: int
    sex: Sex | None = None
    who: str | None = None
    owns: bool = False  # "LB's …": what follows is hers, the next noun is somebody else
    other: bool = False


def sex_of(word: str) -> Sex | None:
    """The sex a noun states ("half-sister" female), or None."""
    for part in reversed(re.findall(r"[a-z]+(?:-[a-z]+)?", word.lower())):
        if found := _SEX.get(part) or _SEX.get(part.split("-")[-1]) or _SEX.get(part.rstrip("s")):
            return found
    return None


def mentions_in(sentence: str, names: dict[str, str]) -> list[Mention]:
    """All mentions in printed order. `names`: each spelling of a published label and the label."""
    found: list[Mention] = []
    for spelling, label in names.items():
        found += [
            Mention(
                "name", m.start(), m.end(), None, label, bool(re.match(r"['’]s?\b|['’](?=\s)", sentence[m.end() :]))
            )
            for m in re.finditer(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", sentence)
        ]
    found = [
        m
        for m in found
        if not any(
            o is not m and o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in found
        )
    ]
    taken = [(m.start, m.end) for m in found]
    for match in _MENTION.finditer(sentence):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        kind: Kind = next(k for k in ("children", "child", "sibling", "adult") if match[k])
        left = sentence[: match.start()]
        kin_of = bool(
            re.search(r"\b(?:mother|father|parents?|family|carers?)['’]s?\s+$|\bof\s+the\s+$", left)
            and match["numbered"]
        )
        lettered = bool(names) and _LETTER.match(sentence, match.end()) is not None  # "Boy B" is not Boy C
        others = _OTHER.search(left) or _BORN_TO.search(left) or _KIN_OF_OTHERS.search(left)
        other = kind == "child" and bool(others or match["numbered"] or kin_of or lettered)
        owns = bool(re.match(r"['’]s?(?=\s)", sentence[match.end() :]))
        found.append(Mention(kind, match.start(), match.end(), sex_of(match[0]), None, owns, other))
    return _joined(sentence, sorted(found, key=lambda m: m.start))


def _joined(sentence: str, found: list[Mention]) -> list[Mention]:
    """One mention for "M13, his half-sister," and for "her twin JL", "the baby, Tom,"."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        between = sentence[last.end : mention.start] if last else ""
        if last and last.kind == "adult" and mention.kind == "child" and _WAS_A.fullmatch(between):
            mention = replace(mention, other=True)  # "Her mother was herself a looked after child"
        named = last is not None and not last.owns and last.kind == "name"
        told_as = mention.kind == "child" and _WAS_A.fullmatch(between)  # "Child B was a boy …"
        if last and named and (told_as or (mention.kind in ("child", "sibling") and _APPOSED.fullmatch(between))):
            out[-1] = Mention("name", last.start, mention.end, mention.sex, last.who, mention.owns)
        elif (
            last
            and not last.owns
            and mention.kind == "name"
            and last.kind in ("child", "sibling")
            and not (len(out) > 1 and re.fullmatch(r"\s+and\s+(?:his\s+|her\s+)?", sentence[out[-2].end : last.start]))
            and re.fullmatch(r",?\s+(?:called\s+|known\s+as\s+)?['\"“‘(]?", between)
        ):
            out[-1] = Mention("name", last.start, mention.end, last.sex, mention.who, mention.owns)
        else:
            out.append(mention)
    return out


def owner(mentions: list[Mention], place: int, *, after: int | None = None) -> Mention | None:
    """Whose fact stands at `place`: the nearest person before it who is not merely an owner of what follows.

    With `after`, a person who starts within that many characters behind the fact is taken where none stands before.
    """
    before = [m for m in mentions if m.end <= place]
    if before:
        return before[-1]
    return next((m for m in mentions if m.start >= place and (after is None or m.start - place <= after)), None)


_MONTHS_IN = {
    **{"day": 12 / 365.25, "week": 84 / 365.25, "wk": 84 / 365.25, "month": 1, "mth": 1, "mo": 1},
    **{"year": 12, "yr": 12},
}


def _value(number: str) -> float:
    """A number in figures, with a half sign, or in words."""
    return float(NUMBERS.get(number) or (float(number[:-1]) + 0.5 if number.endswith("½") else number))


def months(age: str) -> float | None:
    """An age as printed, in months ("two years and one month" is 25.0); a bare number is years; None if unreadable."""
    text = age.lower().replace("-", " ")
    if text == "newborn":
        return 0.0
    if short := re.fullmatch(r"(\d{1,2})/(52|12|7)", text.strip()):  # parts of a year or week, as doctors write them
        unit = {"52": "week", "12": "month", "7": "day"}[short[2]]
        return round(int(short[1]) * _MONTHS_IN[unit], 1)
    if ordinal := re.fullmatch(rf"({_ORDINAL})|(\d{{1,2}})(?:st|nd|rd|th)", text.strip()):  # a birthday
        return 12.0 * (_ORDINALS[ordinal[1]] if ordinal[1] else int(ordinal[2]))
    total, found = 0.0, False
    for number, unit in re.findall(
        rf"\b({_NUMBER})\s+(?:and\s+a\s+half\s+)?(day|week|wk|month|mth|mo|year|yr)s?", text
    ):
        value = _value(number)
        total += value * _MONTHS_IN[unit]
        found = True
    if not found and (bare := re.fullmatch(rf"({_NUMBER})(?: and a half)?", text.strip())):
        total, found = 12 * _value(bare[1]), True
        text += " years"
    if found and "and a half" in text:
        total += 0.5 * (12 if "year" in text else 1)
    return round(total, 1) if found else None
