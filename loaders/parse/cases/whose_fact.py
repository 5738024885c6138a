"""Whose fact a sentence tells: to which child a death, an injury or an arrest belongs, by who is mentioned around it.

A fact whose owner is not sure is nobody's.
"""

from __future__ import annotations

import re

from graph.records import Sex
from loaders.parse.cases.mentions import Mention
from loaders.parse.cases.spoken_of import Person, meant
from loaders.parse.cases.subject import Subject

_THEY = re.compile(
    r"(?:They|Both|(?:Twins|Brothers|Sisters)(?=,|\s+(?:aged|of|were|was|found)\b)"
    r"|All (?:two|three|four|five|six|of them)|The (?:children|twins|siblings|babies))\b"
)
_ONE_OF = re.compile(
    r"(?:(?:^|[;,.]|\b(?:and|but|whom))\s*|,\s+the\s+)one\s+(?:(?:sadly|tragically|later|then|had|was|has|been|found)\s+){0,3}$"
    r"|\b(?:one|only one)\s+(?:of\s+(?:whom|them|(?:the\s+)?\w+)|twin|baby|child)\b[^.;]{0,30}$"
    r"|\b[Ee]ither\b[^.;]{0,40}\bor\b[^.;]{0,20}$",
    re.I,
)
PRONOUN = re.compile(r"\b(?:(?P<f>she|her|hers|herself)|(?P<m>he|him|his|himself))\b", re.IGNORECASE)
_AND_KIN = re.compile(r"\s*(?:\([^)]*\))?,?\s*(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:[\w-]+\s+){0,3}", re.I)
_TO_WHOM = re.compile(  # "had been abusing her.", and not "her mother"
    r"\s+(?:against\s+)?(?P<who>her|him|them)(?=\s*[.,;]|\s*$|\s+(?:and|for|since|when|in|at|over|from|during|while|after|until|on|as|more|again|twice)\b)",
    re.I,
)
_OF_WHAT = re.compile(r"d(?:ied|ies|ying)", re.I)  # "died of sepsis", and not "the death of Robin"
_BESIDE = re.compile(  # "stabbed by a man and died"
    r"\b(?:with|by|to|from|near|for|of|against) (?:(?:his|her|their|an?|the) )(?:[\w-]+ ){0,3}$", re.IGNORECASE
)
_THE = re.compile(r"(?:^|[,;] |\b(?:the|and) )$", re.IGNORECASE)
_PAIR = 2
_OWNS = re.compile(r"(?:his|her)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_PARTS_OFF = "(?:and|was|were|had|has|home|house|where|when|who|then|while|whilst|before|after)"


def sex_of_pronoun(pronoun: re.Match[str]) -> Sex:
    """The sex that "he" or "her" says, of a match of `PRONOUN`."""
    return "female" if pronoun["f"] else "male"


class Told:
    """One sentence with its mentions resolved to subjects. `before`: the people of whom the one before it spoke."""

    def __init__(
        self, subjects: list[Subject], text: str, mentions: list[Mention], at: int, before: list[Person]
    ) -> None:
        self.subjects, self.text, self.mentions, self.at, self.before = subjects, text, mentions, at, before
        self.sole = subjects[0] if sum(s.role != "sibling" for s in subjects) == 1 else None
        self._opens = PRONOUN.search(text, 0, mentions[0].start if mentions else len(text))

    @property
    def lead(self) -> Subject | None:
        """The child whom a pronoun speaks of that comes before anybody is mentioned."""
        found = self._led()
        return found.subject if found else None

    def _led(self) -> Person | None:
        return meant(self.before, sex_of_pronoun(self._opens)) if self._opens else None

    def subject(self, mention: Mention | None) -> Subject | None:
        """Which subject a mention is, if any."""
        if mention is None or mention.other:
            return None
        if mention.who:
            return next((s for s in self.subjects if s.label == mention.who), None)
        return (self.sole if mention.kind == "child" else None) or self._by_sex(mention)

    def _by_sex(self, mention: Mention) -> Subject | None:
        """Which of a boy and a girl is meant by "the boy", or by "brother" where it opens a line."""
        harmed = [s for s in self.subjects if s.role == "harmed"]
        alone = _THE.search(self.text[: mention.start])
        if len(harmed) != _PAIR or {s.sex for s in harmed} != {"male", "female"} or mention.sex is None or not alone:
            return None
        return next(s for s in harmed if s.sex == mention.sex) if mention.kind in ("child", "sibling") else None

    def people(self) -> list[Person]:
        """Whom pronouns of the next sentence can mean: those of whom this one speaks."""
        led = self._led()
        mentioned = [Person(self.subject(m), m.sex) for m in self.mentions if m.kind != "children"]
        owner = (
            self._opens and self.mentions and _OWNS.fullmatch(self.text, self._opens.start(), self.mentions[0].start)
        )
        first = [led] if led else []
        return [*mentioned, *first] if owner else [*first, *mentioned]  # "His father was told. He …" goes on of him

    def _one_of(self, match: re.Match[str]) -> list[Subject]:
        """One child of several alike, where one is said to have died and no name tells them apart."""
        several = [s for s in self.subjects if s.role == "harmed"]
        alone = _ONE_OF.search(self.text[: match.start()]) if len(several) > 1 else None
        if alone is None:
            return []
        return self._named_one(alone) if any(s.label for s in several) else several[:1]

    def _named_one(self, alone: re.Match[str]) -> list[Subject]:
        """The child whom the same words name ("one twin, Robin, died", "Robin, one of the twins, died")."""
        named = [m for m in self.mentions if m.kind == "name" and not m.owns]
        inside = [m for m in named if alone.start() <= m.start and m.end <= alone.end()]
        before = [
            m for m in named if re.fullmatch(r",?\s*", self.text[m.end : alone.start()]) and m.end <= alone.start()
        ]
        alike = [m for m in inside or before if not re.search(r"\b(?:and|or|&)\s+$", self.text[: m.start])]
        found = self.subject(alike[0]) if len(inside or before) == 1 and alike else None
        return [found] if found else []

    def all_of(self, match: re.Match[str]) -> list[Subject]:
        """As `of`, with every child of "Sam (aged 14) and Alex"."""
        if _ONE_OF.search(self.text[: match.start()]) and len(self.subjects) > 1:
            return []  # which of them is not said
        if _THEY.match(self.text) and all(m.kind == "children" for m in self.mentions[:1]) and len(self.subjects) > 1:
            return [subject for subject in self.subjects if subject.role == "harmed"]
        one = self.of(match)
        found = [one] if one else []
        for mention, last in zip(self.mentions, self.mentions[1:], strict=False):
            between = self.text[mention.end : last.start]
            if one and self.subject(last) is one and re.fullmatch(r"\s*(?:\([^)]*\))?\s*(?:,|,?\s*and|&)\s*", between):
                other = self.subject(mention)
                found += [other] if other and other not in found and last.end <= match.start() else []
            if last.kind == "sibling" and _AND_KIN.fullmatch(between) and self._last_before(match) is last:
                other = self.subject(mention)  # "a boy and his brother were injured"; his is told apart
                found += [other] if other and other not in found else []
        return found

    def _last_before(self, match: re.Match[str]) -> Mention | None:
        return next((m for m in reversed(self.mentions) if m.end <= match.start()), None)

    def of(self, match: re.Match[str], *, done_to: bool = True) -> Subject | None:
        """Whose death, injury or arrest stands here; None where it is an adult's, a sibling's or not sure.

        `done_to`: "the death of Robin" is Robin's; an arrest "for the stabbing of Robin" is not.
        """
        following = next((m for m in self.mentions if m.start >= match.end()), None)
        of_it = re.match(r"\s+(?:and\s+[\w\s]{0,25})?(?:of|to)\s", self.text[match.end() :])
        if done_to and of_it and following and not _OF_WHAT.fullmatch(match[0]):
            return self.subject(following)
        if done_to and (whom := _TO_WHOM.match(self.text, match.end())) and self.sole:
            sex_of_it = {"her": "female", "him": "male"}.get(whom["who"].lower())
            return self.sole if self.sole.sex in (None, sex_of_it) or sex_of_it is None else None
        before = [m for m in self.mentions if m.end <= match.start() and self._has(m, match.start())]
        before = before[:-1] if before and self._beside(before[-1], match.start()) else before
        pronouns = list(PRONOUN.finditer(self.text, before[-1].end if before else 0, match.start()))
        if pronouns:
            sex = sex_of_pronoun(pronouns[-1])
            for mention in reversed(before):
                subject = self.subject(mention)
                if mention.kind != "children" and sex == ((subject.sex if subject else mention.sex) or sex):
                    return subject
            told = meant(self.before, sex)
            return told.subject if told else (self.sole if self.sole and self.sole.sex == sex and not before else None)
        if before:
            last = before[-1]
            return self.subject(before[-2] if last.kind == "children" and len(before) > 1 else last)
        if match.start() == 0 and self.sole:
            return self.sole  # "Overdose of her mother's tablets"
        return (
            self.lead
            or self.subject(following)
            or (self.sole if following is None or following.kind == "children" else None)
        )

    def _has(self, mention: Mention, place: int) -> bool:
        """Whether a mention can be whose fact this is: in "her mother's home and died" the mother only owns a home."""
        between = self.text[mention.end : place]
        return not mention.owns or bool(re.fullmatch(rf"['’]s?(?:\s+(?!{_PARTS_OFF}\b)[\w-]+){{0,3}}\s+", between))

    def _beside(self, mention: Mention, place: int) -> bool:
        """Whether somebody is only told beside the one whose fact it is ("lived with her aunt and died")."""
        joins = re.fullmatch(
            r"\s*,?\s+and\s+(?:(?:later|then|had|was|were|sadly)\s+){0,2}", self.text[mention.end : place]
        )
        return bool(joins) and _BESIDE.search(self.text[: mention.start]) is not None
