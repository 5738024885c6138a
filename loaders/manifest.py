"""`sources.yaml` beside documents: what their keeper knows of each, and which are not to be loaded yet.

    - file: review-ash.pdf
      title: Review of Ash
      publisher: Wexmoor Safeguarding Partnership
      partnership: Wexmoor Safeguarding Partnership
      published: 2019-06
      period: {from: 2018-04, to: 2019-03}
      address: https://example.org/review-ash.pdf
      licence: Open Government Licence v3.0
      hold: true
      reason: criminal proceedings are not over

A fault in one entry leaves the others as they are. Where a fault may hide a hold, the file is held back: what was
meant to stay out must not slip in through a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.errors import WrongUse
from graph.given import Given
from loaders.beside import absolute, found_beside, read_yaml

NAMES = ("sources.yaml", "sources.yml")
_LISTS = ("sources", "documents", "files")
_WORDS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(slots=True)
class Sources:
    """What the manifests say: facts by file, and a sentence for each fault."""

    told: dict[Path, Given] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def of(self, path: Path) -> Given | None:
        """What a manifest says of a file."""
        return self.told.get(absolute(path))


def read_sources(files: Sequence[Path], roots: Iterable[Path], given: Path | None = None) -> Sources:
    """Read the manifests that stand beside files, or the one that is given.

    Args:
        files: the files to be loaded.
        roots: the files and folders that the user named; no manifest above them is looked for.
        given: a manifest to use instead; its files are found beside it or by their names.

    Raises:
        WrongUse: the given manifest cannot be read.
    """
    sources = Sources()
    if given is not None:
        _read(sources, given, files, strict=True)
        return sources
    for manifest in found_beside(files, roots, NAMES):  # nearest first: the first that names a file is believed
        _read(sources, manifest, files, strict=False)
    return sources


def _read(sources: Sources, manifest: Path, files: Sequence[Path], *, strict: bool) -> None:
    try:
        entries = _entries(manifest)
    except WrongUse as error:
        if strict:
            raise
        sources.faults.append(error.sentence())
        held = Given(hold=f"{manifest.name} beside it cannot be read and may hold it back")
        for file in files:
            if absolute(file).is_relative_to(absolute(manifest).parent):
                sources.told.setdefault(absolute(file), held)
        return
    seen: set[Path] = set()
    for number, (name, told) in enumerate(entries, 1):
        where = f"{manifest}: entry {number}" + (f" ({name})" if isinstance(name, str) else "")
        if not isinstance(name, str) or not isinstance(told, dict):
            fault = WrongUse("does not say which file it is about", where, "give it a line `file: NAME`")
            sources.faults.append(fault.sentence())
            continue
        path = _file_of(name, manifest, files)
        if path is None:
            fault = WrongUse("there is no such file", where, "correct its name or take the entry out")
            sources.faults.append(fault.sentence())
            continue
        if path in seen:
            fault = WrongUse("the file has an entry above, which is used", where, "make one entry of the two")
            sources.faults.append(fault.sentence())
            continue
        seen.add(path)
        sources.told.setdefault(path, _given(told, where, sources.faults))


def _entries(manifest: Path) -> list[tuple[Any, Any]]:
    """(file, facts) of each entry, from a list of entries with `file`, or a map from file to facts."""
    loaded = read_yaml(manifest, _LISTS)
    if loaded is None:
        return []
    if isinstance(loaded, dict):
        return list(loaded.items())
    if not isinstance(loaded, list):
        raise WrongUse("is no list of files", str(manifest), "begin each entry with `- file: NAME`")
    return [
        (item.get("file"), {k: v for k, v in item.items() if k != "file"}) if isinstance(item, dict) else (None, item)
        for item in loaded
    ]


def _file_of(name: str, manifest: Path, files: Sequence[Path]) -> Path | None:
    path = absolute(manifest.parent / name)
    if path.is_file():
        return path
    return next((absolute(file) for file in files if file.name == name), None)


def _given(told: dict[Any, Any], where: str, faults: list[str]) -> Given:
    """The facts of an entry; one that makes no sense is left out with a sentence."""
    told = {str(k): v for k, v in told.items() if v is not None}
    if isinstance(told.get("hold"), str):
        told["hold"] = _WORDS.get(told["hold"].strip().casefold(), told["hold"])
    try:
        return Given.model_validate(told)
    except ValidationError as error:
        unsure = False
        for fault in error.errors():
            name = str(fault["loc"][0])
            known = [*Given.model_fields, "file"]
            if fault["type"] == "extra_forbidden":
                near = get_close_matches(name, known, n=1)
                what, todo = f"“{name}” is not known", f"did you mean {near[0]}?" if near else "take the line out"
                unsure = unsure or near == ["hold"]
            else:
                what = f"{name}: {fault['msg'].removeprefix('Value error, ').lower()}"
                todo = "correct the line or take it out"
                unsure = unsure or name == "hold"
            faults.append(WrongUse(what, where, todo).sentence().replace("?.", "?"))
            told.pop(name, None)
        if unsure:
            told["hold"] = "its entry in the manifest cannot be read and may hold it back"
        return Given.model_validate(told)
