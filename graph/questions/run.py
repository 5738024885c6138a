"""Ask a question: prepare its parameters, read its rows, say what they are out of and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import WrongUse
from graph.questions.by_wording import said_of, said_of_sent, taken_by_wording
from graph.questions.header import Question
from graph.questions.library import find_question, statement
from graph.questions.names import named
from graph.questions.prepare import NotHere, Value, prepare
from graph.questions.settled import Reader, settled
from graph.questions.shape import Row, shape
from graph.sharing import Texts, shared, texts_of
from graph.sharing.answers import counts_children, denominators

LONGEST = 120.0  # seconds a question may take where nothing else is asked for
COVERED = ("documents", "reviews", "confirmed", "suggested", "by_wording", "codebook", "load")
EVERY = 1_000_000  # rows or passages: more than any answer has


@dataclass
class Answer:
    """An answer: `denominator` is what the counts are out of, `coverage` what is loaded, `empty` why no rows.

    `named_nothing` where a parameter names no theme, review or partnership that is loaded: it says which to the person
    who asked, as it was asked; `empty` says so as it may be sent. `marked` counts the passages that were taken by their
    words alone, and says what their mark means.
    """

    id: str
    question: str
    title: str
    params: dict[str, Value]
    columns: list[str]
    rows: list[Row]
    denominator: dict[str, Any]
    coverage: dict[str, Any]
    caveats: list[str]
    read_as: str = ""
    empty: str = ""
    notes: list[str] = field(default_factory=list)
    named_nothing: str = ""
    marked: str = ""

    def to_keep(self) -> Answer:
        """The answer, for a file: WrongUse where what was asked about is not loaded.

        A file outlives the sentence that says so, and no rows on a name that was mistyped read like good news.
        """
        if self.named_nothing:
            raise WrongUse(self.named_nothing.removesuffix("."), todo="no file was written: give a name that is loaded")
        return self

    def json(self) -> dict[str, Any]:
        """The contract of `ask ID --format json`; `empty` only where there are no rows."""
        made: dict[str, Any] = {
            "id": self.id,
            "question": self.question,
            "title": self.title,
            "params": self.params,
            "columns": self.columns,
            "rows": self.rows,
            "denominator": self.denominator,
            "coverage": self.coverage,
            "caveats": [*self.caveats, *filter(None, [self.marked]), *self.notes],
            "read_as": self.read_as,
        }
        return made | ({"empty": self.empty} if not self.rows else {})


def ask(
    store: Reader,
    id_: str,
    params: Mapping[str, object] | None = None,
    *,
    folders: Iterable[Path] = (),
    to_be_sent: bool | Texts = False,
    all_evidence: bool = False,
    seconds: float = LONGEST,
) -> Answer:
    """Answer a question. WrongUse for an unknown question or parameter, with the nearest one.

    `to_be_sent` makes the answer safe by default (see `graph.sharing`): small counts of children hidden, names of
    officials and same-child links left out. Pass the `Texts` of the store where several answers are asked for.

    An answer is of the graph before a load or after it, or says that it may not be (see `settled`).

    StoreError, with advice, where reading the rows takes longer than `seconds`.
    """
    question = find_question(id_, folders)
    answer, said = settled(store, lambda: _answered(store, question, params, to_be_sent, all_evidence, seconds))
    answer.notes[:0] = said
    return answer


def _answered(
    store: Reader,
    question: Question,
    params: Mapping[str, object] | None,
    to_be_sent: bool | Texts,
    all_evidence: bool,
    seconds: float,
) -> Answer:
    covered = coverage(store)
    given = dict(params or {})
    reason = not_loaded = ""
    rows: list[Row] = []
    values: dict[str, Value] = {p.name: given.get(p.name, p.default) for p in question.params}  # type: ignore[misc]
    whole: dict[str, Value] = {}
    marked = ""
    try:
        values = prepare(question, given, store)
        # What a table hides is decided on all its rows, or a limit would show more than the whole.
        whole = {"limit": EVERY} if to_be_sent and counts_children(question) and "limit" in values else {}
        uncut = {"passages": EVERY} if all_evidence and "passages" in values else {}
        read = store.read(question.text, values | whole | uncut, timeout=seconds)
        taken = taken_by_wording(store, question, read) if covered["by_wording"] else frozenset()
        rows = shape(question, read, all_evidence=all_evidence, taken=taken)
        marked = said_of(question, read, taken)
    except NotHere as not_here:
        reason = not_loaded = str(not_here)
    said: list[str] = []
    asked: dict[str, Value] = values
    if to_be_sent:
        texts = to_be_sent if isinstance(to_be_sent, Texts) else texts_of(store)
        rows, said = shared(question, rows, values, texts)
        rows = rows[: int(str(values["limit"]))] if whole else rows
        marked = said_of_sent(question, rows)
        asked, reason = texts.safe(values), texts.text(reason)  # what was asked for may be a name
    one_partnership = values.get("partnership") and question.scope == "partnership"
    scoped = covered if not one_partnership else coverage(store, str(values["partnership"]))
    limit = values.get("limit")
    full = isinstance(limit, int) and len(rows) == limit
    out_of = {name: scoped[name] for name in question.denominators}
    if full:
        said = [f"Only the first {limit} rows are shown; ask for more with the parameter limit.", *said]
    return Answer(
        id=question.id,
        question=question.question,
        title=question.title,
        params=asked,
        columns=list(question.columns),
        rows=rows,
        denominator=denominators(out_of, values) if to_be_sent else out_of,
        coverage={name: covered[name] for name in COVERED},
        caveats=list(question.caveats),
        read_as=question.read_as,
        empty="" if rows else reason or _why_empty(question, covered, scoped, _in_words(store, values)),
        notes=said,
        marked=marked,
        named_nothing=not_loaded,
    )


def coverage(store: Reader, partnership: str | None = None) -> dict[str, Any]:
    """What is loaded, or loaded of one partnership: counts, theme links confirmed and suggested, passages
    taken by their words alone, codebook and load."""
    if partnership is None:
        return store.read(statement("shared/coverage"))[0]
    return store.read(statement("shared/coverage-of"), {"partnership": partnership})[0]


def _in_words(store: Reader, values: Mapping[str, Value]) -> dict[str, Value]:
    """Parameters with the names of what they mean instead of ids."""
    asked = {name: value for name, value in values.items() if value and name in ("partnership", "theme", "review")}
    labels = {(n.kind, n.key): n.label for n in named(store, asked)} if asked else {}
    return {**values, **{name: labels.get((name, str(value)), value) for name, value in asked.items()}}


def _why_empty(
    question: Question, covered: Mapping[str, Any], scoped: Mapping[str, Any], values: Mapping[str, Value]
) -> str:
    if not covered["documents"]:
        return "Nothing is loaded here yet."
    if not scoped["documents"]:
        return "No loaded document tells of this partnership alone."
    told = {name: value for name, value in values.items() if value and name not in ("limit", "passages")}
    asked = ", ".join(f"{name} {value}" for name, value in told.items() if not isinstance(value, list))
    of = f"{scoped['documents']} loaded document{'s' if scoped['documents'] != 1 else ''}"
    if question.empty:
        return f"{question.empty} (Looked at: {of}{f'; {asked}' if asked else ''}.)"
    found = f"Nothing in the {of} answers this" + (f" for {asked}" if asked else "")
    return f"{found}; that is not stated, which does not mean that it is not so."
