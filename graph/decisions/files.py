"""Files of decisions: read with a clear sentence for each fault, and added to without touching what a person wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import TypeAdapter, ValidationError

from graph.decisions import plain_yaml
from graph.decisions.model import AnyDecision, Decision, Identity
from graph.errors import StoreError

_KIND: TypeAdapter[Any] = TypeAdapter(AnyDecision)


def read_folder(folder: Path) -> list[Decision]:
    """Every decision of every YAML file of a folder, in order of file name.

    Raises StoreError naming the file and the number of the decision that cannot be read.
    """
    return [decision for path in sorted(folder.glob("*.yaml")) for decision in read_file(path)]


def read_file(path: Path) -> list[Decision]:
    """The decisions of one file, in order. Raises StoreError as `read_folder` does."""
    try:
        told = plain_yaml.read(path.read_text("utf-8")) or []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise StoreError("is not YAML that can be read", str(path), "mend the file or take it out") from error
    if not isinstance(told, list):
        raise StoreError("is not a list of decisions", str(path), "begin each decision with a dash")
    return [_read(item, number, path) for number, item in enumerate(told, 1)]


def add(folder: Path, decisions: Iterable[Decision]) -> list[Path]:
    """Add decisions at the end of the file of their kind; what stands there is left as it is, comments too."""
    texts: dict[Path, str] = {}
    for decision in decisions:
        kind = cast(Any, decision).kind
        name = "same" if isinstance(decision, Identity) else kind
        told = {"kind": kind} | decision.model_dump(mode="json", exclude_defaults=True)
        path = folder / f"{name}.yaml"
        texts[path] = texts.get(path, "") + plain_yaml.write([told])
    for path, text in texts.items():
        before = path.read_text("utf-8") if path.exists() else ""
        gap = "\n" if before and not before.endswith("\n") else ""
        new = path.with_suffix(".new")
        new.write_text(before + gap + text, "utf-8")
        new.chmod(0o600)
        new.replace(path)
    return sorted(texts)


def write_file(path: Path, decisions: Iterable[Decision]) -> None:
    """Write a file of decisions whole, in place of what stood there; readable by its owner only."""
    told = [
        {"kind": cast(Any, decision).kind} | decision.model_dump(mode="json", exclude_defaults=True)
        for decision in decisions
    ]
    new = path.with_suffix(".new")
    new.write_text(plain_yaml.write(told) if told else "", "utf-8")
    new.chmod(0o600)
    new.replace(path)


def _read(item: object, number: int, path: Path) -> Decision:
    if not isinstance(item, dict):
        raise StoreError(f"decision {number} is not a map", str(path), "write its parts as name: value")
    try:
        return cast(Decision, _KIND.validate_python(item))
    except ValidationError as error:
        fault = error.errors()[0]
        what = ".".join(str(p) for p in fault["loc"][1:]) or "kind"
        raise StoreError(
            f"decision {number}: {what}: {fault['msg'].lower()}", str(path), "mend that line or take the decision out"
        ) from error
