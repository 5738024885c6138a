"""Rows on a terminal and as files: table, JSON and CSV. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph.marks import KEY, MARK

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(value: Any) -> Any:
    """A value as JSON can hold it: dates as ISO text, everything else as it is."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(v) for v in value]
    return value


def as_json(value: Any) -> str:
    """Readable JSON, UTF-8, dates as ISO text."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def as_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """CSV that a spreadsheet opens safely: no cell can become a formula; lists and maps as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(c)) for c in columns])
    return out.getvalue()


def _cell(value: Any) -> str:
    text = in_words(value)
    if isinstance(value, (int, float)):
        return text
    return f"'{text}" if text.startswith(_FORMULA) else text


def in_words(value: Any) -> str:
    """A cell as a person reads it; nothing for what is not stated."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Mapping):
        return (
            evidence_in_words(value)
            if "document" in value
            else "; ".join(f"{k}: {in_words(v)}" for k, v in value.items() if v is not None)
        )
    if isinstance(value, (list, tuple)):
        return "\n".join(in_words(v) for v in value)
    return str(value)


def evidence_in_words(item: Mapping[str, Any]) -> str:
    """One piece of evidence: "quotation" (document, page or line)."""
    return f"“{item.get('quote') or ''}” ({place_in_words(item)})"


def place_in_words(item: Mapping[str, Any]) -> str:
    """Where something stands: document, and page or line; and that it was taken by its words alone."""
    parts = [str(item.get("document") or "document not named")]
    if item.get("page") is not None:
        parts.append(f"p. {item['page']}")
    elif item.get("line") is not None:
        parts.append(f"line {item['line']}")
    if item.get(KEY) is True:
        parts.append(MARK)
    return ", ".join(parts)
