"""Where the questions are: the `.cypher` files that ship with the project, and folders of one's own."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from graph.errors import WrongUse
from graph.questions.encoding import read_text
from graph.questions.header import Question, parse


@cache
def _shipped() -> tuple[Question, ...]:
    found = (f for f in files("cypher").iterdir() if f.name.endswith(".cypher"))
    return tuple(parse(f.read_text(encoding="utf-8"), f.name) for f in sorted(found, key=lambda f: f.name))


def questions(folders: Iterable[Path] = ()) -> dict[str, Question]:
    """All questions by id, sorted; `folders` hold further ones. HeaderError where a file's header is not as it must be.

    WrongUse where a further question has the id of another, and for a folder that is none or holds no question.
    """
    found = {q.id: q for q in _shipped()}
    for folder in folders:
        for path in own_files(folder):
            question = parse(read_text(path), str(path))
            if question.id in found:
                raise WrongUse(f"there is a question '{question.id}' already", str(path), "give the file another name")
            found[question.id] = question
    return dict(sorted(found.items()))


def own_files(folder: Path) -> list[Path]:
    """The question files of a folder of one's own, sorted by name. WrongUse where there are none."""
    found = sorted(folder.glob("*.cypher"))
    if not found:
        what = "holds no question (no file ends with .cypher)" if folder.is_dir() else "is not a folder"
        raise WrongUse(what, str(folder), "give the folder of your question files")
    return found


def find_question(id_: str, folders: Iterable[Path] = ()) -> Question:
    """One question by id. WrongUse, with the nearest id, where there is none."""
    known = questions(folders)
    if id_ in known:
        return known[id_]
    near = difflib.get_close_matches(id_, known, n=1, cutoff=0.5)
    advice = f"did you mean '{near[0]}'?" if near else "goldenthread ask lists them"
    raise WrongUse(f"there is no question '{id_}'", todo=advice.rstrip("?"))


@cache
def statement(name: str) -> str:
    """The text of a building block, such as "shared/coverage" or "trace/facts"."""
    path = files("cypher").joinpath(*f"{name}.cypher".split("/"))
    return path.read_text(encoding="utf-8")
