"""`corrections.yaml` beside documents: facts that a person corrected or added, each with by whom, when and why.

    - document: review-ash.pdf        # its file or title
      review: Ash                     # or quote: words of what it is about; neither: the document itself
      field: incident
      value: 2018-11
      by: learning lead
      on: 2026-03-02
      note: the month is in our own file

What the file says of its documents replaces what an earlier one said. A fault in one entry leaves the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from graph.decisions.corrections import Correction
from graph.errors import WrongUse
from loaders.beside import absolute, found_beside, read_yaml

NAMES = ("corrections.yaml", "corrections.yml")


@dataclass(slots=True)
class Corrections:
    """What the files say, each entry with where it stands; the files they speak for; a sentence for each fault."""

    entries: list[tuple[str, Correction]] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def read_corrections(files: Sequence[Path], roots: Iterable[Path]) -> Corrections:
    """Read the corrections files that stand beside documents, or in folders above them up to those named."""
    found = Corrections()
    for path in found_beside(files, roots, NAMES):
        try:
            loaded = read_yaml(path, ("corrections",)) or []
            if not isinstance(loaded, list):
                raise WrongUse("is no list of corrections", str(path), "begin each entry with `- document: NAME`")
        except WrongUse as error:
            found.faults.append(error.sentence())
            continue
        loading = {absolute(file) for file in files}
        found.files |= {file for file in loading if file.is_relative_to(absolute(path).parent)}
        for number, item in enumerate(loaded, 1):
            named = item.get("document") or item.get("file") if isinstance(item, dict) else None
            file = absolute(path.parent / str(named))
            if file.is_file() and file not in loading:
                continue  # of a document that stands beside it and is not loaded this time
            _read(found, item, f"{path}: entry {number}")
    return found


def _read(found: Corrections, item: object, where: str) -> None:
    if not isinstance(item, dict):
        found.faults.append(WrongUse("is no correction", where, "write its parts as name: value").sentence())
        return
    if named := item.get("document") or item.get("file"):
        where += f" ({named})"
    try:
        found.entries.append((where, Correction.model_validate({str(k): v for k, v in item.items()})))
    except ValidationError as error:
        for fault in error.errors():
            name = str(fault["loc"][0])
            if fault["type"] == "extra_forbidden":
                near = get_close_matches(name, Correction.model_fields, n=1)
                what, todo = f"“{name}” is not known", f"it may be meant as {near[0]}" if near else "take the line out"
            elif fault["type"] == "missing":
                what, todo = f"{name} is missing", "a correction says document, field, value, by and on"
            else:
                what, todo = f"{name}: {fault['msg'].lower()}", "correct the line"
            found.faults.append(WrongUse(what, where, todo).sentence())
