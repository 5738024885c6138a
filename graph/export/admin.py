"""Files for `neo4j-admin database import full`: typed headers, one file a label and a kind of relationship.

`import.txt` holds the arguments, `constraints.cypher` what the database is told when it has started. Text may run over
lines and lists are split by a control character that no text holds (the reader takes them out), so that nothing has to
be escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from graph.declare import NODES, Property
from graph.export.rows import Row, Rows
from graph.store.statements import constraint

BETWEEN = "\x1f"
TYPES = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "date": "date",
    "list of strings": "string[]",
}


def export_admin(rows: Rows, folder: Path) -> list[Path]:
    """Write nodes and relationships; `import.txt`, its arguments relative to the folder; and `constraints.cypher`."""
    written: list[Path] = []
    arguments: list[str] = []
    for label in rows.labels():
        declared = rows.node_properties(label)
        head = [f"id:ID({label})", *(_typed(p) for p in declared if p.name != "id"), ":LABEL"]
        lines = ([*(_cell(row[p.name]) for p in _id_first(declared)), label] for row in rows.nodes(label))
        written.append(_write(folder / f"{label}.csv", head, lines))
        arguments.append(f"--nodes={label}.csv")
    for type_ in rows.types():
        declared = rows.edge_properties(type_)
        for source, target, found in rows.edges_by_ends(type_):
            head = [f":START_ID({source})", f":END_ID({target})", *map(_typed, declared), ":TYPE"]
            name = f"{type_}-{source}-{target}.csv"
            written.append(_write(folder / name, head, (_edge(row, declared, type_) for row in found)))
            arguments.append(f"--relationships={name}")
    arguments += ["--array-delimiter=U+001F", "--multiline-fields=true", "--id-type=string", "--overwrite-destination"]
    told = folder / "import.txt"
    told.write_text(
        "neo4j-admin database import full neo4j \\\n  " + " \\\n  ".join(arguments) + "\n", encoding="utf-8"
    )
    after = folder / "constraints.cypher"
    after.write_text("".join(f"{constraint(label)};\n" for label in NODES), encoding="utf-8")
    return [*written, told, after]


def _id_first(declared: Iterable[Property]) -> list[Property]:
    return sorted(declared, key=lambda p: p.name != "id")


def _typed(declared: Property) -> str:
    return f"{declared.name}:{TYPES[declared.type]}"


def _edge(row: Row, declared: list[Property], type_: str) -> list[str]:
    return [_quoted(row["source_id"]), _quoted(row["target_id"]), *(_cell(row[p.name]) for p in declared), type_]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _quoted(BETWEEN.join(str(v) for v in value)) if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else _quoted(value) if isinstance(value, str) else str(value)


def _write(path: Path, head: list[str], lines: Iterable[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(head) + "\n")
        file.writelines(",".join(line) + "\n" for line in lines)
    return path


def _quoted(text: str) -> str:
    """Nothing means not stated; a text of no letters is a text."""
    return '"' + text.replace('"', '""') + '"'
