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
from loaders.parse.cases.whose_fact import PRONOUN, Told, sex_of_pronoun

_SAID_SEX = re.compile(r"\s*(?:old)?\s*[,(]\s*(?P<sex>male|female)\b(?! (?:carer|adult|partner|relative|friend))", re.I)
_EVERY = re.compile(r"\b(?:both|twin|all three)\s+(?:the\s+)?(?P<sex>boys|girls|brothers|sisters)\b", re.I)
_CALLED = re.compile(  # "The boys were …", and not boys of whom it is told what they did to somebody
    r"(?:^|[,;] |\b(?:and|that|when|where|while|as|because|after|before) )"
    r"(?:the|these|all the|the (?P<n>two|three)) "
    r"(?P<sex>boys|girls|brothers|sisters)\b(?! (?:who|that|in|at|from|said|told|involved|responsible)\b)",
    re.I,
)
_ALL = re.compile(r"\b(?:both|twins?|they|all (?:three|four|of))\b", re.I)
_NAME_THEN_AGE = re.compile(rf", (?:aged )?(?P<age>{AGE_IN_WORDS}|1?\d)(?=[.;,]|$)", re.I)  # "Robin, 14."
_LONG_SINCE = re.compile(  # "had been abused since she was eight": no age at the time told of
    r"\b(?:since|until|till|from (?:when|the time|the age))\s+(?:(?:he|she|they|of)\b\s*)?(?:was|were)?\s*$",
    re.IGNORECASE,
)
_JUST_BORN = re.compile(r"\bborn\b.*\b(?:shortly|minutes|hours|moments|immediately|same day)\b", re.IGNORECASE)


def _inside(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    """Whether what is told here is what a child did to somebody else."""
    return any(other.start() <= match.start() and match.end() <= other.end() for other in others)


class Sentence(Told):
    """A sentence that gives the children of whom it speaks what it states of them."""

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
        if lead := self.lead:
            self._vote(lead, 0)
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
        """A pronoun behind a mention of the child is the child's, up to the next person who could be meant by it."""
        if any(m.kind == "adult" and m.sex is None and m.end <= start for m in self.mentions):
            return  # "the suspect was alone with the child at his home"
        others = [
            m for m in self.mentions if m.start >= start and m.kind != "children" and self.subject(m) is not subject
        ]
        for match in PRONOUN.finditer(self.text, start):
            sex = sex_of_pronoun(match)
            between = [m for m in others if m.start < match.start()]
            if any(m.sex in (None, sex) for m in between):
                return
            subject.sexes.append(sex)
            return

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
        if match.start() < 8 and not PRONOUN.match(self.text):  # "At 8 weeks old, …", and not "She was nine and …"
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

    def _of_plan(self, match: re.Match[str]) -> Subject | None:
        following = next((m for m in self.mentions if m.end >= match.end()), None)
        if following and following.kind in ("child", "name") and following.start - match.end() < 4:
            return self.subject(following)
        before = [m for m in self.mentions if m.end <= match.start() and m.kind != "children"]
        if before:
            return self.subject(before[-1])
        return None if any(m.kind == "children" for m in self.mentions) else self.lead or self.sole
