"""The data dictionary of the CSV files: CSV on the Web metadata (W3C), made from the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graph.declare import NODES, RELATIONSHIPS, Property
from graph.export.rows import ENDS, HASH, RUN_LABEL, RUN_TYPE

NAME = "csv-metadata.json"
_TYPES = {"string": "string", "integer": "integer", "float": "double", "boolean": "boolean", "date": "date"}
_HASH = Property(HASH, "string", "hash of the facts, by which a load sees changes; not sent", False)


def write_dictionary(folder: Path, *, facts: bool) -> Path:
    """Write `csv-metadata.json` beside the CSV files: every table, column, type and meaning."""
    tables = [
        _table(f"{label}.csv", node.description, list(node.properties.values()), facts, key=["id"])
        for label, node in NODES.items()
        if not (facts and label == RUN_LABEL)
    ]
    for told in RELATIONSHIPS.values():
        if not (facts and told.type == RUN_TYPE):
            ends = [Property(name, "string", "end of the relationship", True) for name in ENDS]
            found = [*ends, *told.properties.values()]
            tables.append(_table(f"{told.type}.csv", told.description, found, facts, key=[*ENDS, *told.key]))
    path = folder / NAME
    whole = {"@context": "http://www.w3.org/ns/csvw", "tables": tables}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _table(url: str, description: str, declared: list[Property], facts: bool, key: list[str]) -> dict[str, Any]:
    columns = [_column(p) for p in (declared if facts else [*declared, _HASH])]
    return {"url": url, "dc:description": description, "tableSchema": {"columns": columns, "primaryKey": key}}


def _column(declared: Property) -> dict[str, Any]:
    kind: Any = {"base": "json"} if declared.type == "list of strings" else _TYPES[declared.type]
    made = {"name": declared.name, "titles": declared.name, "datatype": kind, "dc:description": declared.description}
    return made | ({"required": True} if declared.required else {})
