"""The list of questions as people choose from it: for whom, about what, and what has to be given; 80 columns wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from graph.questions import Question
from graph.questions.header import USERS

WIDTH = 80


def contents(questions: Iterable[Question], user: str | None = None) -> Iterator[str]:
    """Lines of at most 80 characters: a heading a user, a topic, then `id` and what it answers.

    Each question stands once, under whom it is for first; with `user`, all that this user asks.
    """
    known = [q for q in questions if user is None or user in q.users]
    wide = max((len(q.id) for q in known), default=0) + 6
    for reader in [user] if user else USERS:
        mine = sorted((q for q in known if user or q.users[0] == reader), key=lambda q: (q.topic, q.id))
        if not mine:
            continue
        yield f"For the {reader}"
        for topic, found in groupby(mine, key=lambda q: q.topic):
            yield f"  {topic}"
            for question in found:
                yield from _entry(question, wide)
        yield ""


def _entry(question: Question, wide: int) -> Iterator[str]:
    needs = " ".join(f"-p\0{name}=…" for name in question.needs)
    told = question.question + (f" ({needs})" if needs else "")
    first, *others = (line.replace("\0", " ") for line in textwrap.wrap(told, WIDTH - wide, break_on_hyphens=False))
    yield f"    {question.id}".ljust(wide) + first
    yield from (" " * wide + line for line in others)
