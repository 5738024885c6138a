"""A child of a review while its sentences are read: every sign of age, sex, outcome and plan, before any counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.records import Outcome, Role, Sex


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
        """The sex that all signs agree on; a noun ("boy") outweighs what all are called, and that pronouns."""
        sexes = set(self.nouns or self.together or self.sexes)
        return sexes.pop() if len(sexes) == 1 else None
