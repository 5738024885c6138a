"""The header of a question file: strict, so that a misspelt or missing key fails with file and line.

A header is the first block of `//` lines of a `.cypher` file, `key: value` each; lines indented by two more spaces
belong to the key above. `params` and `returns` hold one line each: `name: type = default – meaning` (no default: it
must be given) and `column: type – meaning`, in order. `denominator` names what the counts are out of, by the names
that `cypher/shared/coverage.cypher` returns.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath

from graph.errors import GoldenThreadError

KEYS = (
    "id",
    "title",
    "question",
    "answers",
    "for",
    "topic",
    "params",
    "returns",
    "denominator",
    "read-as",
    "caveats",
    "empty",
    "revision",
)
# What a question may say besides: that its denominator is of everything loaded, whatever the partnership it is asked
# for (a question about other areas).
OPTIONAL = ("scope",)
ANSWERS = ("table", "graph")
USERS = ("scrutineer", "learning lead", "analyst")
# `strings` are prepared from `text`, unless they are given: its telling words, and the themes it is about.
PARAM_TYPES = ("string", "integer", "date", "strings")
PARAM_NAMES = (
    "theme",
    "review",
    "partnership",
    "agency_type",
    "text",
    "words",
    "themes",
    "from",
    "to",
    "as_of",
    "since",
    "limit",
    "passages",
)
# `children` is a count of children: the one kind of number that is suppressed when small, where it is made to be sent.
COLUMN_TYPES = ("string", "integer", "float", "boolean", "strings", "evidence", "children")
COUNTED = (
    "documents",
    "reviews",
    "cases",
    "children",
    "findings",
    "recommendations",
    "actions",
    "tests",
    "figures",
    "themes",
    "partnerships",
)
_KEY = re.compile(r"^// ([a-z][a-z-]*):(?: (.*))?$")
_PARAM = re.compile(r"^(?P<name>[a-z_]+): (?P<type>\w+)(?: = (?P<default>\S+))? – (?P<meaning>\S.*)$")
_COLUMN = re.compile(r"^(?P<name>[a-z_]+): (?P<type>\w+) – (?P<meaning>\S.*)$")
_DENOMINATOR = re.compile(r"^(?P<names>[a-z]+(?:, [a-z]+)*) – (?P<meaning>\S.*)$")


class HeaderError(GoldenThreadError):
    """A header that does not say what it must."""

    exit_code = 2

    def __init__(self, file: str, line: int, what: str) -> None:
        self.file, self.line, self.message = file, line, what
        super().__init__(what, f"{file}:{line}")


@dataclass(frozen=True)
class Param:
    """A parameter: `default` counts only where it is not `required`."""

    name: str
    type: str
    default: str | int | None
    required: bool
    meaning: str


@dataclass(frozen=True)
class Column:
    """A column of the answer, in order."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Question:
    """One question: its header and the text of its file (header included, ready to paste into Neo4j Browser)."""

    id: str
    title: str
    question: str
    answers: str
    users: tuple[str, ...]
    topic: str
    params: tuple[Param, ...]
    returns: tuple[Column, ...]
    denominators: tuple[str, ...]
    denominator: str
    read_as: str
    caveats: tuple[str, ...]
    empty: str
    revision: int
    text: str
    scope: str = "partnership"

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the parameters that must be given."""
        return tuple(p.name for p in self.params if p.required)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(c.name for c in self.returns)

    def param(self, name: str) -> Param | None:
        """A parameter by name."""
        return next((p for p in self.params if p.name == name), None)


@dataclass(frozen=True)
class _Entry:
    line: int
    value: str
    more: tuple[tuple[int, str], ...]

    def text(self) -> str:
        return " ".join([self.value, *(text for _, text in self.more)]).strip()


def parse(text: str, file: str) -> Question:
    """The question in a file's text. HeaderError, with file and line, for anything that is not as it must be."""
    entries = _entries(text, file)
    for key, entry in entries.items():
        if key not in KEYS + OPTIONAL:
            raise HeaderError(file, entry.line, f"unknown key '{key}'; known are {', '.join(KEYS + OPTIONAL)}")
        if not entry.text():
            raise HeaderError(file, entry.line, f"'{key}' is empty")
    if missing := [key for key in KEYS if key not in entries]:
        raise HeaderError(file, 1, f"the header lacks {', '.join(repr(k) for k in missing)}")
    stem = PurePath(file).stem
    if entries["id"].text() != stem:
        raise HeaderError(
            file, entries["id"].line, f"id '{entries['id'].text()}' is not the name of the file, '{stem}'"
        )
    users = tuple(part.strip() for part in entries["for"].text().split(","))
    _among(file, entries["for"].line, "for", users, USERS)
    _among(file, entries["answers"].line, "answers", (entries["answers"].text(),), ANSWERS)
    if not entries["revision"].text().isdigit():
        raise HeaderError(file, entries["revision"].line, "'revision' is a whole number")
    if "scope" in entries:
        _among(file, entries["scope"].line, "scope", (entries["scope"].text(),), ("partnership", "everything"))
    out_of = _DENOMINATOR.match(entries["denominator"].text())
    if not out_of:
        raise HeaderError(file, entries["denominator"].line, "write 'denominator' as: name, name – meaning")
    names = tuple(out_of["names"].split(", "))
    _among(file, entries["denominator"].line, "denominator", names, COUNTED)
    return Question(
        id=stem,
        title=entries["title"].text(),
        question=entries["question"].text(),
        answers=entries["answers"].text(),
        users=users,
        topic=entries["topic"].text(),
        params=_params(entries["params"], file),
        returns=_columns(entries["returns"], file),
        denominators=names,
        denominator=out_of["meaning"],
        read_as=entries["read-as"].text(),
        caveats=_caveats(entries["caveats"], file),
        revision=int(entries["revision"].text()),
        text=text,
        scope=entries["scope"].text() if "scope" in entries else "partnership",
        empty=entries["empty"].text(),
    )


def _entries(text: str, file: str) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    last = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        if line.startswith("//   ") and last:
            entry = found[last]
            found[last] = _Entry(entry.line, entry.value, (*entry.more, (number, line[5:].strip())))
            continue
        match = _KEY.match(line)
        if not match:
            raise HeaderError(file, number, "a header line is '// key: value', or indented to continue the one above")
        last = match[1]
        if last in found:
            raise HeaderError(file, number, f"'{last}' stands twice")
        found[last] = _Entry(number, (match[2] or "").strip(), ())
    return found


def _items(entry: _Entry) -> list[tuple[int, str]]:
    """One item a line; a line that starts with "…" continues the one above."""
    items: list[tuple[int, str]] = [(entry.line, entry.value)] if entry.value else []
    for number, line in entry.more:
        if line.startswith("… ") and items:
            items[-1] = (items[-1][0], f"{items[-1][1]} {line[2:]}")
        else:
            items.append((number, line))
    return items


def _caveats(entry: _Entry, file: str) -> tuple[str, ...]:
    """Whole sentences: each is shown by itself, and half of one would be."""
    items = _items(entry)
    for number, caveat in items:
        if not caveat.endswith(".") or caveat[0].islower():
            raise HeaderError(file, number, "a caveat is a whole sentence; its second line starts with '… '")
    return tuple(caveat for _, caveat in items)


def _params(entry: _Entry, file: str) -> tuple[Param, ...]:
    found: list[Param] = []
    for number, line in _items(entry):
        if line == "none":
            continue
        match = _PARAM.match(line)
        if not match:
            raise HeaderError(file, number, "write a parameter as: name: type = default – meaning")
        _among(file, number, "params", (match["name"],), PARAM_NAMES)
        _among(file, number, "type", (match["type"],), PARAM_TYPES)
        if match["name"] in {p.name for p in found}:
            raise HeaderError(file, number, f"parameter '{match['name']}' stands twice")
        default = match["default"]
        try:
            value = json.loads(default) if default is not None else None
        except ValueError:
            raise HeaderError(
                file, number, f"the default {default} is neither null, a number nor a quoted text"
            ) from None
        found.append(Param(match["name"], match["type"], value, default is None, match["meaning"]))
    return tuple(found)


def _columns(entry: _Entry, file: str) -> tuple[Column, ...]:
    found: list[Column] = []
    for number, line in _items(entry):
        match = _COLUMN.match(line)
        if not match:
            raise HeaderError(file, number, "write a column as: column: type – meaning")
        _among(file, number, "type", (match["type"],), COLUMN_TYPES)
        if match["name"] in {c.name for c in found}:
            raise HeaderError(file, number, f"column '{match['name']}' stands twice")
        found.append(Column(match["name"], match["type"], match["meaning"]))
    return tuple(found)


def _among(file: str, line: int, key: str, values: tuple[str, ...], allowed: tuple[str, ...] | list[str]) -> None:
    for value in values:
        if value not in allowed:
            raise HeaderError(file, line, f"'{key}': {value!r} is none of {', '.join(allowed)}")
