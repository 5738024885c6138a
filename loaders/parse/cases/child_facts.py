"""What a sentence states of a child: age, sex, outcome, plan, each tied to the child it is said of.

A fact whose owner is not sure is left out. Died outweighs harmed; a child arrested for what was done to somebody else
has caused harm. Every fact remembers its sentence, so that the record can quote it.
"""

from __future__ import annotations

import re

from graph.records import Sex
from loaders.parse.cases.fact_lines import facts_of_line
from loaders.parse.cases.harm import CAUSED, DIED, HARMED, negated_before
from loaders.parse.cases.mentions import AGE, AGE_IN_WORDS, NUMBERS, Mention, months
from loaders.parse.cases.plans import plans_in
from loaders.parse.cases.subject import Subject

_SAID_SEX = re.compile(r"\s*(?:old)?\s*[,(]\s*(?P<sex>male|female)\b(?! (?:carer|adult|partner|relative|friend))", re.I)
_EVERY = re.compile(r"\b(?:both|twin|all three)\s+(?:the\s+)?(?P<sex>boys|girls|brothers|sisters)\b", re.I)
_CALLED = re.compile(  # "The boys were …", and not boys of whom it is told what they did to somebody
    r"(?:^|[,;] |\b(?:and|that|when|where|while|as|because|after|before) )"
    r"(?:the|these|all the|the (?P<n>two|three)) "
    r"(?P<sex>boys|girls|brothers|sisters)\b(?! (?:who|that|in|at|from|said|told|involved|responsible)\b)",
    re.I,
)
_ALL = re.compile(r"\b(?:both|twins?|they|all (?:three|four|of))\b", re.I)
_THEY = re.compile(
    r"(?:They|Both|Twins(?=,)|All (?:two|three|four|five|six|of them)|The (?:children|twins|siblings|babies))\b"
)
_ONE_OF = re.compile(
    r"(?:(?:^|[;,.]|\b(?:and|but|whom))\s*|,\s+the\s+)one\s+(?:(?:sadly|tragically|later|then|had|was|has|been|found)\s+){0,3}$"
    r"|\b(?:one|only one)\s+(?:of\s+(?:whom|them|(?:the\s+)?\w+)|twin|baby|child)\b[^.;]{0,30}$"
    r"|\b[Ee]ither\b[^.;]{0,40}\bor\b[^.;]{0,20}$",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:(?P<f>she|her|hers|herself)|(?P<m>he|him|his|himself))\b", re.IGNORECASE)


_AND_KIN = re.compile(r"\s*(?:\([^)]*\))?,?\s*(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:[\w-]+\s+){0,3}", re.I)
_NAME_THEN_AGE = re.compile(rf", (?:aged )?(?P<age>{AGE_IN_WORDS}|1?\d)(?=[.;,]|$)", re.I)  # "Robin, 14."
_TO_WHOM = re.compile(  # "had been abusing her.", and not "her mother"
    r"\s+(?P<who>her|him|them)(?=\s*[.,;]|\s*$|\s+(?:and|for|since|when|in|at|over|from|during|while|after|until|on|as)\b)",
    re.I,
)
_LONG_SINCE = re.compile(  # "had been abused since she was eight": no age at the time told of
    r"\b(?:since|until|till|from (?:when|the time|the age))\s+(?:(?:he|she|they|of)\b\s*)?(?:was|were)?\s*$",
    re.IGNORECASE,
)
_JUST_BORN = re.compile(r"\bborn\b.*\b(?:shortly|minutes|hours|moments|immediately|same day)\b", re.IGNORECASE)
_PARTS_OFF = "(?:and|was|were|had|has|home|house|where|when|who|then|while|whilst|before|after)"


def _inside(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    """Whether what is told here is what a child did to somebody else."""
    return any(other.start() <= match.start() and match.end() <= other.end() for other in others)


class Sentence:
    """One sentence with its mentions resolved to subjects. `lead`: whom an opening "He" or "Her" speaks of."""

    def __init__(
        self, subjects: list[Subject], text: str, mentions: list[Mention], at: int, lead: Subject | None
    ) -> None:
        self.subjects, self.text, self.mentions, self.at, self.lead = subjects, text, mentions, at, lead
        self.sole = subjects[0] if sum(s.role != "sibling" for s in subjects) == 1 else None

    def subject(self, mention: Mention | None) -> Subject | None:
        """Which subject a mention is, if any."""
        if mention is None or mention.other:
            return None
        if mention.who:
            return next((s for s in self.subjects if s.label == mention.who), None)
        return self.sole if mention.kind == "child" else None

    def speaks_of(self) -> Subject | None:
        """The subject whom the next sentence's pronoun means: the first person mentioned here, if a subject."""
        single = [m for m in self.mentions if m.kind != "children"]
        return self.subject(single[0]) if single else self.lead

    def read_who(self) -> None:
        """First pass: ages and sexes."""
        for mention in self.mentions:
            if subject := self.subject(mention):
                subject.first = self.at if subject.first is None else subject.first
                subject.nouns += [mention.sex] if mention.sex else []
                subject.twin |= "twin" in self.text[mention.start : mention.end].lower()
                if re.search(r"\b(?:newborn|neonate)\b", self.text[mention.start : mention.end], re.IGNORECASE):
                    subject.ages.append((0, "newborn", self.at))
                if told := _SAID_SEX.match(self.text, mention.end):
                    subject.nouns.append("female" if told["sex"].lower() == "female" else "male")
                if opens := _NAME_THEN_AGE.match(self.text, mention.end) if mention.start == 0 else None:
                    subject.ages.append((1, opens["age"], self.at))
                self._vote(subject, mention.end)
        if (everyone := _EVERY.search(self.text)) and len(self.subjects) > 1:
            for subject in self.subjects:
                subject.nouns.append("male" if everyone["sex"].lower() in ("boys", "brothers") else "female")
        called = _CALLED.search(self.text)
        if called and len(self.subjects) == (NUMBERS[called["n"].lower()] if called["n"] else len(self.subjects)) > 1:
            for subject in self.subjects:
                subject.together.append("male" if called["sex"].lower() in ("boys", "brothers") else "female")
        if self.lead and self._means(self.lead):
            self._vote(self.lead, 0)
        if self.sole:  # a line of facts speaks of the child it stands under
            age, sex = facts_of_line(self.text)
            self.sole.ages += [(1, age, self.at)] if age else []
            self.sole.nouns += [sex] if sex else []
        for match in AGE.finditer(self.text):
            if _LONG_SINCE.search(self.text[: match.start() + 4]):
                continue
            for subject in self._all_of_age(match):
                text = next(g for g in match.groups() if g)
                years = months(text)
                if years is not None and years < 216:
                    weight = 2 if DIED.search(self.text) or re.search(r"incident|injur", self.text) else 1
                    subject.ages.append(
                        (weight, match[0] if match["old"] and match[0].endswith("-old") else text, self.at)
                    )
                    if told := _SAID_SEX.match(self.text, match.end()):
                        subject.nouns.append("female" if told["sex"].lower() == "female" else "male")

    def _all_of_age(self, match: re.Match[str]) -> list[Subject]:
        """Whose age it is: one child's, or that of all of them ("twins, who were both three")."""
        one = self._of_age(match)
        if match["paren"] and not any(m.end == match.start() - 1 for m in self.mentions):
            return []
        around = self.text[: match.end() + 8]
        if match["paren"]:  # "All three were seen: Robin (11) and …" is his age, "Twins Q and R (8 weeks)" that of both
            around = re.split(r"[:;]\s", around)[-1]
        named = [s for s in self.subjects if s.role != "sibling"]
        adult = any(
            m.kind == "adult" and m.start < match.start() for m in self.mentions
        )  # an uncle behind it has no say
        said = _ALL.search(around)
        found_by = (
            said is not None
            and said[0].lower() == "they"
            and one is not None
            and (one.label or "") in around[said.end() :]
        )
        if len(named) > 1 and said and not adult and not found_by:  # "where they found Robin, aged two"
            return named
        return [one] if one else []

    def _vote(self, subject: Subject, start: int) -> None:
        """A pronoun between a mention of the child and the next person is the child's."""
        end = min((m.start for m in self.mentions if m.start >= start and m.kind != "children"), default=len(self.text))
        if match := _PRONOUN.search(self.text, start, end):
            sex: Sex = "female" if match["f"] else "male"
            unsure = any(m.kind == "adult" and m.sex is None and m.end <= start for m in self.mentions)
            if not unsure:  # "the suspect was alone with the child at his home"
                subject.sexes.append(sex)

    def _of_age(self, match: re.Match[str]) -> Subject | None:
        inside = next((m for m in self.mentions if m.start <= match.start() and match.end() <= m.end), None)
        if inside:
            return self.subject(inside)
        following = next((m for m in self.mentions if m.start >= match.end()), None)
        if match["before"]:
            near = following and re.fullmatch(r"(?:\s+[\w'’-]+){0,5}\s+", self.text[match.end() : following.start])
            return self.subject(following) if near else None
        said = match.start() + (len(match[0].split()[0]) if match["bare"] else 0)  # "Robin was 3": behind who it is of
        preceding = [m for m in self.mentions if m.end <= said]
        if preceding:
            return self._by_pronoun(preceding, said) or self.subject(preceding[-1])
        if match.start() < 8 and not _PRONOUN.match(self.text):  # "At 8 weeks old, …", and not "She was nine and …"
            return self.subject(following) or (self.lead if following is None else None)
        return self.lead or (self.sole if not any(m.kind == "adult" for m in self.mentions) else None)

    def _by_pronoun(self, preceding: list[Mention], place: int) -> Subject | None:
        """Of whom "he" or "she" before a fact speaks: the last person of that sex ("… with an aunt; he was …")."""
        found = re.search(r"\b(?P<who>he|she)\s*$", self.text[:place], re.IGNORECASE)
        if found is None or found.start() < preceding[-1].end:
            return None
        sex: Sex = "female" if found["who"].lower() == "she" else "male"
        for mention in reversed(preceding):
            subject = self.subject(mention)
            if mention.kind != "children" and sex == ((subject.sex if subject else mention.sex) or sex):
                return subject
        return None

    def _means(self, lead: Subject) -> bool:
        """Whether the pronoun that opens the sentence can mean this child; else it is of somebody named between."""
        opens = _PRONOUN.match(self.text)
        known = lead.sex
        if opens and known and known != ("female" if opens["f"] else "male"):
            self.lead = None
        return self.lead is not None

    def read_what(self) -> None:
        """Second pass, when the sexes are known: outcomes and plans."""
        did = list(CAUSED.finditer(self.text))
        for match in DIED.finditer(self.text):
            if negated_before(self.text, match.start()) or _inside(match, did):
                continue
            for dead in self._one_of(match) or self.all_of(match):
                dead.outcomes.setdefault("died", self.at)
                if not dead.ages and _JUST_BORN.search(self.text):
                    dead.ages.append((0, "newborn", self.at))
        for match in HARMED.finditer(self.text):
            if not negated_before(self.text, match.start()) and not _inside(match, did):
                for harmed in self.all_of(match):
                    harmed.outcomes.setdefault("serious-harm", self.at)
        for match in re.finditer(
            r"\b(?:not|never)\s+(?:physically\s+)?(?:harmed|injured|hurt)\b|\bunharmed\b|\b(?:full|good)\s+recovery\b|\brecovered\b",
            self.text,
            re.I,
        ):
            if subject := self.of(match):
                subject.outcomes.setdefault("other", self.at)
        for match in did:
            if subject := self.of(match, done_to=False):
                subject.caused = True
                subject.outcomes.setdefault("other", self.at)
        for told in plans_in(self.text):
            if subject := self._of_plan(told.words):
                subject.plans.append((told.plan, told.past))

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
        if done_to and re.match(r"\s+(?:and\s+[\w\s]{0,25})?(?:of|to)\s", self.text[match.end() :]) and following:
            return self.subject(following)
        if done_to and (whom := _TO_WHOM.match(self.text, match.end())) and self.sole:
            sex_of_it = {"her": "female", "him": "male"}.get(whom["who"].lower())
            return self.sole if self.sole.sex in (None, sex_of_it) or sex_of_it is None else None
        before = [m for m in self.mentions if m.end <= match.start() and self._has(m, match.start())]
        pronouns = list(_PRONOUN.finditer(self.text, before[-1].end if before else 0, match.start()))
        if pronouns:
            sex: Sex = "female" if pronouns[-1]["f"] else "male"
            for mention in reversed(before):
                subject = self.subject(mention)
                if mention.kind != "children" and sex == ((subject.sex if subject else mention.sex) or sex):
                    return subject
            return self.lead or (self.sole if self.sole and self.sole.sex == sex and not before else None)
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

    def _of_plan(self, match: re.Match[str]) -> Subject | None:
        following = next((m for m in self.mentions if m.end >= match.end()), None)
        if following and following.kind in ("child", "name") and following.start - match.end() < 4:
            return self.subject(following)
        before = [m for m in self.mentions if m.end <= match.start() and m.kind != "children"]
        if before:
            return self.subject(before[-1])
        return None if any(m.kind == "children" for m in self.mentions) else self.lead or self.sole
