"""One GraphML file, through networkx: for Gephi, yEd, igraph and networkx itself. GraphML has no lists or dates."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from graph.export.rows import ENDS, Row, Rows


def export_graphml(rows: Rows, folder: Path) -> list[Path]:
    """Write `graph.graphml`: nodes are named `Label:id` and carry `label`, edges carry `relation`, their type."""
    import networkx

    made = networkx.MultiDiGraph()
    for label in rows.labels():
        for row in rows.nodes(label):
            made.add_node(f"{label}:{row['id']}", label=label, **_plain(row))
    for type_ in rows.types():
        for number, row in enumerate(rows.edges(type_)):
            ends = f"{row['source_label']}:{row['source_id']}", f"{row['target_label']}:{row['target_id']}"
            made.add_edge(*ends, key=f"{type_}-{number}", relation=type_, **_plain(row))
    path = folder / "graph.graphml"
    networkx.write_graphml_lxml(made, path)
    return [path]


def _plain(row: Row) -> dict[str, Any]:
    return {k: _value(v) for k, v in row.items() if v is not None and v != [] and k not in ENDS}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value
