"""`codebook`: the themes out to the tools that people code with, and back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from graph.cli.terminal import say

KINDS = (".xlsx", ".ttl", ".qdc", ".yaml")


@click.group("codebook", epilog="Example: goldenthread codebook export themes.qdc")
def command() -> None:
    """The codebook out and in: workbook (.xlsx), SKOS (.ttl), REFI-QDA (.qdc) or YAML (.yaml), by the file's name.

    A codebook of one's own is used where GOLDENTHREAD_CODEBOOK names its YAML file.
    """


@command.command("export", epilog="Example: goldenthread codebook export themes.xlsx")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def export_(file: Path) -> int:
    """Write the codebook to FILE."""
    from graph.codebook import load
    from graph.exchange import as_yaml, entries, to_qdc, to_skos
    from graph.views.codebook import write_codebook

    codebook, kind = load(), _kind(file)
    if kind == ".xlsx":
        content = write_codebook(codebook)
    elif kind == ".qdc":
        content = to_qdc(codebook)
    else:
        content = (to_skos(codebook) if kind == ".ttl" else as_yaml(entries(codebook), codebook.version)).encode()
    file.write_bytes(content)
    say(f"Wrote {len(codebook.concepts)} themes, codebook {codebook.version}, to {file}.")
    return 0


@command.command("import", epilog="Example: goldenthread codebook import themes.xlsx -o our-codebook.yaml")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "-o", "out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The YAML file to write."
)
def import_(file: Path, out: Path) -> int:
    """Put what came back in FILE into the codebook in use, and write the result as YAML. No theme is taken out."""
    from graph.codebook import load
    from graph.exchange import as_yaml, merged

    base = load()
    found = merged(*_read(file, base))
    new = out.with_name(out.name + ".new")
    new.write_text(as_yaml(found.entries, found.version), encoding="utf-8")
    try:
        load(new)  # its faults are said before anything is replaced
        os.replace(new, out)
    finally:
        new.unlink(missing_ok=True)
    for note in found.notes:
        say(note)
    if found.version == base.version:
        say(f"Nothing differs from codebook {base.version}.")
    else:
        say(f"Wrote codebook {found.version} to {out}. To use it: export GOLDENTHREAD_CODEBOOK={out}, then load again.")
    return 0


def _read(file: Path, base: Any) -> tuple[list[dict[str, Any]], Any, tuple[str, ...]]:
    from graph.codebook import load
    from graph.exchange import entries, from_qdc, from_skos, qdc, skos
    from graph.exchange.entries import FIELDS
    from graph.views.codebook import read_codebook

    kind = _kind(file)
    if kind == ".xlsx":
        return read_codebook(file.read_bytes()), base, FIELDS
    if kind == ".qdc":
        return from_qdc(file.read_bytes(), base), base, qdc.CARRIES
    if kind == ".ttl":
        return from_skos(file.read_text(encoding="utf-8")), base, skos.CARRIES
    return entries(load(file)), base, FIELDS


def _kind(file: Path) -> str:
    kind = file.suffix.lower()
    if kind not in KINDS:
        raise click.UsageError(f"{file}: name it .xlsx, .ttl (SKOS), .qdc (REFI-QDA) or .yaml")
    return kind
