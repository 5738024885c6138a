"""What the kit takes from the question library: each question and picture, with its parameters as Browser lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from graph.codebook import load
from graph.questions import Question, questions
from graph.questions.header import Param
from graph.questions.words import telling_words

Value = str | int | list[str] | None

USERS = ("scrutineer", "learning lead", "analyst")
# What a first run is asked with: pictures and questions that need a parameter are shown on it, and can be changed.
EXAMPLES: dict[str, str | int] = {
    "theme": "professional-challenge",
    "text": "Share information when a baby has a bruise",
    "limit": 100,
    "passages": 5,
}


@dataclass(frozen=True)
class Entry:
    """One thing to run in the Browser: a question of the library (a table) or a picture (a graph)."""

    id: str
    title: str
    users: tuple[str, ...]
    text: str
    params: dict[str, Value]

    def lines(self) -> list[str]:
        """Colon commands that set every parameter; `=>` keeps whole numbers whole, which `LIMIT` needs."""
        return [f":param {name} => {literal(value)}" for name, value in self.params.items()]


def entries() -> list[Entry]:
    """Every question, in the order of the library."""
    return [entry(q) for q in questions().values()]


def entry(question: Question, given: Mapping[str, str] | None = None) -> Entry:
    """A question with its parameters: those given as typed, of the others the default or an example."""
    typed = dict(given or {})
    text = typed.get("text", str(EXAMPLES["text"])) if question.param("text") else ""
    params = {
        p.name: _typed(p, typed[p.name]) if p.name in typed else _example(p, question, text) for p in question.params
    }
    return Entry(question.id, question.title, question.users, question.text, params)


def pictures() -> list[Entry]:
    """Every picture: a file of `cypher/pictures`, whose first lines say its title and for whom it is."""
    found = []
    for file in sorted(files("cypher").joinpath("pictures").iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".cypher"):
            continue
        text = file.read_text(encoding="utf-8")
        told = dict(re.findall(r"^// (title|for): (.+)$", text, re.MULTILINE))
        names = dict.fromkeys(re.findall(r"\$([a-z_]+)", text))
        values: dict[str, Value] = {name: EXAMPLES.get(name) for name in names}
        users = tuple(u.strip() for u in told["for"].split(","))
        found.append(Entry(file.name.removesuffix(".cypher"), told["title"], users, text, values))
    return found


def literal(value: Value) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, list):
        return "[" + ", ".join(literal(v) for v in value) + "]"
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _typed(param: Param, value: str) -> Value:
    if param.type == "strings":
        return [part.strip() for part in value.split(",")]
    return int(value) if param.type == "integer" and value.isdigit() else value


def _example(param: Param, question: Question, text: str) -> Value:
    if param.type == "strings":  # drawn from the text, as the command line does before it asks
        return telling_words(text) if param.name == "words" else load().find(text)
    return EXAMPLES.get(param.name) if param.required else param.default
