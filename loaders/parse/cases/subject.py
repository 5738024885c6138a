"""A child of a review while its sentences are read: every sign of age, sex, outcome and plan, before any counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.records import Outcome, Role, Sex

_OTHER: dict[Sex, Sex] = {"male": "female", "female": "male"}
_OFTEN = 2  # times as often as its opposite a sex is said


@dataclass(slots=True)
class Subject:
    """What is gathered of one child before the record is made."""

    label: str | None = None
    role: Role = "harmed"
    ages: list[tuple[int, str, int]] = field(default_factory=list)  # (weight, as printed, place of the sentence)
    sexes: list[Sex] = field(default_factory=list)  # by pronouns
    nouns: list[Sex] = field(default_factory=list)  # by nouns such as "boy"
    together: list[Sex] = field(default_factory=list)  # by what all of them are called ("the boys")
    outcomes: dict[Outcome, int] = field(default_factory=dict)  # outcome → sentence
    caused: bool = False
    plans: list[tuple[str, bool]] = field(default_factory=list)
    first: int | None = None  # sentence it is first spoken of
    twin: bool = False
    published: bool = True  # whether the label is what the review calls the child, and goes into the record

    @property
    def sex(self) -> Sex | None:
        """The sex that the signs agree on; a noun ("boy") outweighs what all are called, and that pronouns.

        Where signs of one kind differ, all are counted, for a brother told beside her lends a girl one of his; what
        is not said twice as often as its opposite stays unsaid.
        """
        for signs in (self.nouns, self.together, self.sexes):
            if len(set(signs)) == 1 and self._said(signs[0]) >= self._said(_OTHER[signs[0]]):
                return signs[0]
            if signs:
                break
        male, female = self._said("male"), self._said("female")
        if max(male, female) < _OFTEN * max(min(male, female), 1):
            return None
        return "male" if male > female else "female"

    def _said(self, sex: Sex) -> int:
        """How often a sex is said; a noun counts as two pronouns."""
        return 2 * (self.nouns + self.together).count(sex) + self.sexes.count(sex)
