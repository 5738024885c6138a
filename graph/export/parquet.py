"""Parquet files, typed by the model and described in their metadata: for pandas, Polars, R and Spark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.declare import Property
from graph.errors import WrongUse
from graph.export.rows import ENDS, Row, Rows

if TYPE_CHECKING:
    import pyarrow

_ENDS = [Property(name, "string", "end of the relationship", True) for name in ENDS]


def export_parquet(rows: Rows, folder: Path) -> list[Path]:
    """Write one file a label and a relationship type. WrongUse where pyarrow is not installed."""
    written = [_write(folder / f"{n}.parquet", rows.node_properties(n), list(rows.nodes(n))) for n in rows.labels()]
    for type_ in rows.types():
        declared = [*_ENDS, *rows.edge_properties(type_)]
        written.append(_write(folder / f"{type_}.parquet", declared, list(rows.edges(type_))))
    return written


def _write(path: Path, declared: list[Property], rows: list[Row]) -> Path:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise WrongUse("pyarrow is not installed, which writes Parquet", todo="run: pip install pyarrow") from error
    fields = [
        pyarrow.field(p.name, _type(p, pyarrow), not p.required, {"description": p.description}) for p in declared
    ]
    table = pyarrow.Table.from_pylist([{p.name: row[p.name] for p in declared} for row in rows], pyarrow.schema(fields))
    pyarrow.parquet.write_table(table, path, compression="zstd")
    return path


def _type(declared: Property, arrow: Any) -> pyarrow.DataType:
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "float": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "list of strings": arrow.list_(arrow.string()),
    }
    return types[declared.type]
