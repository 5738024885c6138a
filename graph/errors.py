"""One exception family: every error a user sees is one sentence saying what, where and what to do."""

from __future__ import annotations


class GoldenThreadError(Exception):
    """An error that is told to the user as it stands.

    `what` happened, `where` (file, store, address), and what `todo`. `exit_code`: 1 the work failed, 2 wrong use.
    """

    exit_code = 1

    def __init__(self, what: str, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """The error as one line."""
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.todo}" if self.todo else ""
        return f"{place}{self.what}{advice}."


class UnreadableDocument(GoldenThreadError):
    """A file that cannot be read as a document; the others go on."""


class StoreError(GoldenThreadError):
    """A store that cannot be opened, reached or written."""


class WrongUse(GoldenThreadError):
    """A command or parameter that makes no sense."""

    exit_code = 2
