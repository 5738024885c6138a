"""Of whom "he" or "she" speaks: the people told of in the sentences before, in the order they came."""

from __future__ import annotations

from dataclasses import dataclass

from graph.records import Sex
from loaders.parse.cases.subject import Subject


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a sentence spoke of: a child of the review, or anybody else with the sex that a word for them says."""

    subject: Subject | None
    said: Sex | None = None

    @property
    def sex(self) -> Sex | None:
        """The sex as far as it is known; of a child it may become known further down."""
        return self.subject.sex if self.subject else self.said


def meant(people: list[Person], sex: Sex) -> Person | None:
    """The first of these people who can be of that sex, as a text goes on of whom it spoke first."""
    return next((person for person in people if person.sex in (None, sex)), None)
