"""The head of an action table: where it stands and what its columns were read as."""

from __future__ import annotations

from dataclasses import dataclass, field

NOT_TAKEN = ("risk", "start")  # known columns that records have no place for


@dataclass(slots=True)
class Head:
    """The head of an action table: the rows it stands in and what its columns hold."""

    first: int  # row numbers
    last: int
    labels: dict[int, str]
    fields: dict[int, str] = field(default_factory=dict)
    told: dict[int, str] = field(default_factory=dict)  # column → why, where the head did not say
    over: str = ""  # the heading over its table
    asked_only: bool = False  # its actions are recommendations read as such

    def columns(self, *names: str) -> list[int]:
        """The columns that hold one of these, from left to right."""
        return [column for column, name in sorted(self.fields.items()) if name in names]

    def column(self, name: str) -> int | None:
        """The first column that holds this."""
        return next(iter(self.columns(name)), None)

    def describes(self) -> str:
        """The mapping as a sentence for the report."""
        used = {c: name for c, name in sorted(self.fields.items()) if name not in NOT_TAKEN}
        parts = [f"{self.labels.get(c) or f'column {c}'} → {name}" for c, name in used.items()]
        unused = [label for c, label in sorted(self.labels.items()) if c not in used and label]
        left = f"; not taken: {', '.join(unused)}" if unused else ""
        return f"columns read as: {'; '.join(parts)}{left}"
