"""The way in for Python: open a collection, ask it, trace a thread, read its records, take a network of it.

    import graph

    with graph.open("goldenthread.db") as opened:
        answer = opened.ask("recurring-themes")
        for row in answer.rows:
            print(row["label"], row["reviews"], row["evidence"][0]["quote"])

Everything here is what the command line does; nothing is sent anywhere. What comes back holds quotations and
children's published details: it is not for sharing as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from graph.declare import NODES, RELATIONSHIPS
from graph.errors import WrongUse
from graph.opening import DEFAULT_STORE

if TYPE_CHECKING:
    import networkx
    import pandas

    from graph.questions import Answer, Question
    from graph.records import DocumentRecord
    from graph.store import Store
    from graph.trace import Trace

Row = dict[str, Any]


class Opened:
    """An open collection or Neo4j database; a context manager. All errors are `graph.errors.GoldenThreadError`."""

    def __init__(self, store: Store, folder: Path, questions: Iterable[str | Path] = ()) -> None:
        self.store, self.folder, self._folders = store, folder, tuple(Path(q) for q in questions)

    def questions(self) -> dict[str, Question]:
        """Every question by id, those of own folders too."""
        from graph.questions import questions

        return questions(self._folders)

    def ask(self, question: str, params: Mapping[str, object] | None = None, *, all_evidence: bool = False) -> Answer:
        """Answer a question of the library.

        Args:
            question: its id.
            params: its parameters by name, as with `-p` on the command line.
            all_evidence: every passage behind each row, instead of five and their total.

        Returns:
            `rows` (a list of dicts), and what they are out of: `denominator`, `coverage`, `caveats`.
        """
        from graph.questions import ask

        return ask(self.store, question, params, folders=self._folders, all_evidence=all_evidence)

    def cypher(self, statement: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of own Cypher, in a transaction that is rolled back: it can only read."""
        return self.store.read(statement, params)

    def passages(self, thing: str) -> list[Row]:
        """Where a fact is printed: `[{document, page, line, quote}]`, for its id or its words."""
        rows = self.ask("provenance", {"text": thing, "limit": 10_000}).rows
        return [{name: row[name] for name in ("document", "page", "line", "quote")} for row in rows]

    def trace(self, thing: str) -> Trace:
        """The thread around a review, child's pseudonym, theme, recommendation or action."""
        from graph.trace import trace

        return trace(self.store, thing)

    def records(self) -> list[DocumentRecord]:
        """Every document as it was read, as pydantic models. Needs the collection folder, not only the database."""
        from graph.collection import Collection

        return Collection.open(self.folder).records()

    def network(self, *labels: str, types: Iterable[str] | None = None) -> networkx.MultiDiGraph:
        """The nodes of these labels and the relationships between them, properties included.

        Nodes are named `Label:id`, as two kinds may share an id, and carry `label`; edges carry `relation`, their
        type. `types` narrows the relationships. WrongUse for a label or type that the model does not have.
        """
        import networkx

        wanted = set(labels or NODES)
        chosen = set(types) if types is not None else set(RELATIONSHIPS)
        for name, known in ((wanted, NODES), (chosen, RELATIONSHIPS)):
            if unknown := sorted(name - set(known)):
                raise WrongUse(f"the model has no {unknown[0]}", todo="see goldenthread schema")
        made = networkx.MultiDiGraph()
        for label in (n for n in NODES if n in wanted):
            for row in self.store.nodes(label):
                made.add_node(f"{label}:{row['id']}", label=label, **_stated(row))
        for told in RELATIONSHIPS.values():
            if told.type in chosen and any(s in wanted and t in wanted for s, t in told.triples):
                for row in self.store.edges(told.type):
                    source, target = row.pop("source_label"), row.pop("target_label")
                    ends = f"{source}:{row.pop('source_id')}", f"{target}:{row.pop('target_id')}"
                    if {source, target} <= wanted:
                        made.add_edge(*ends, relation=told.type, **_stated(row))
        return made

    def close(self) -> None:
        """Close it; the embedded engine ends with its last user."""
        self.store.close()

    def __enter__(self) -> Opened:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_collection(
    store: str | Path = DEFAULT_STORE,
    *,
    collection: str | Path | None = None,
    questions: str | Path | Iterable[str | Path] = (),
) -> Opened:
    """Open a collection folder, or a Neo4j database by its address.

    Args:
        store: the folder, or an address such as `bolt://localhost:7687` (NEO4J_USERNAME, NEO4J_PASSWORD).
        collection: the folder of the records, where `store` is an address.
        questions: a folder, or several, with own question files.

    Raises:
        StoreError: nothing was loaded there, or it cannot be reached.
    """
    from graph.opening import folder_of, open_loaded

    address, beside = str(store), str(collection) if collection else None
    own = (questions,) if isinstance(questions, str | Path) else questions
    return Opened(open_loaded(address, beside), folder_of(address, beside), own)


def frame(answer: Answer) -> pandas.DataFrame:
    """The rows of an answer as a pandas table; WrongUse where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise WrongUse("pandas is not installed", todo="run: pip install pandas, or use answer.rows") from error
    return pandas.DataFrame(answer.rows, columns=list(answer.columns))


def _stated(row: Mapping[str, Any]) -> Row:
    return {k: v for k, v in row.items() if v is not None and k != "rowHash"}
