"""Options that several verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.opening import DEFAULT_STORE

F = TypeVar("F", bound=Callable[..., Any])


def store_options(command: F) -> F:
    """`--store` and `--collection`."""
    command = click.option(
        "--collection",
        metavar="FOLDER",
        help=f"The collection folder, where the store is a Neo4j address. [default: {DEFAULT_STORE}]",
    )(command)
    return click.option(
        "--store",
        metavar="PATH|ADDRESS",
        default=lambda: os.environ.get("GOLDENTHREAD_STORE") or DEFAULT_STORE,
        help=f"A folder (embedded engine) or a bolt:// address. [default: GOLDENTHREAD_STORE or {DEFAULT_STORE}]",
    )(command)


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`, with the formats a verb can print; the first is the default."""
    return click.option(
        "--format",
        "fmt",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print the result.",
    )


def mapping_option(command: F) -> F:
    """`--mapping`, for trackers that are not read as their keeper means them."""
    return click.option(
        "--mapping",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="For action trackers: what columns and words mean (YAML: header, columns, status, review, sheets).",
    )(command)


def sources_option(command: F) -> F:
    """`--sources`, for a manifest that does not stand beside the documents."""
    return click.option(
        "--sources",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="What you know of the documents: title, address, licence, hold … [default: sources.yaml beside them]",
    )(command)


def questions_option(command: F) -> F:
    """`--questions`, for folders with question files of one's own."""
    return click.option(
        "--questions",
        "folders",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="A folder with question files of your own; may be repeated.",
    )(command)


def parameters(pairs: tuple[str, ...]) -> dict[str, str]:
    """`-p name=value` options as a dictionary; click.UsageError for one without "="."""
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip():
            raise click.UsageError(f"-p {pair}: write it as name=value, for example -p theme=neglect")
        found[name.strip()] = value.strip()
    return found
