"""What a sync did to a store, as numbers per kind of node and relationship."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Changes:
    """Rows added, changed and removed, per label or relationship type; bookkeeping (LoadRun, LOADED_IN) is not counted.

    `notes` are sentences a user should read, such as relationships of others that went with a removed node.
    """

    added_by: dict[str, int] = field(default_factory=dict)
    changed_by: dict[str, int] = field(default_factory=dict)
    removed_by: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def added(self) -> int:
        """Nodes and relationships that were not there."""
        return sum(self.added_by.values())

    @property
    def changed(self) -> int:
        """Nodes and relationships whose facts differ now."""
        return sum(self.changed_by.values())

    @property
    def removed(self) -> int:
        """Nodes and relationships that are no longer there."""
        return sum(self.removed_by.values())

    @property
    def total(self) -> int:
        """All of them; 0 means that the store held exactly this."""
        return self.added + self.changed + self.removed

    def as_dict(self) -> dict[str, object]:
        """For JSON: totals, and each kind by name."""
        return {
            "added": self.added,
            "changed": self.changed,
            "removed": self.removed,
            "by_kind": {
                name: {
                    "added": self.added_by.get(name, 0),
                    "changed": self.changed_by.get(name, 0),
                    "removed": self.removed_by.get(name, 0),
                }
                for name in sorted({*self.added_by, *self.changed_by, *self.removed_by})
            },
            "notes": self.notes,
        }
