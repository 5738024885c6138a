"""The command line: small verbs, one file each, imported only when used, so that `--help` stays quick."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

VERBS = {
    "demo": "The tour on the bundled samples.",
    "load": "Read, code and load documents; say what was kept, rejected and changed.",
    "extract": "Read documents into records, without a graph.",
    "ask": "List the questions, or answer one.",
    "trace": "The thread around a review, child's pseudonym, theme, recommendation or action.",
    "check": "What does not add up in the documents, as a worklist.",
    "confirm": "Record what a person decides: closings, themes, corrections, evidence, what is the same.",
    "link": "Join two things that belong together, or keep them apart.",
    "hold": "Keep a loaded document back: not shown nor counted until lifted.",
    "withdraw": "Take a document out again, with everything made from it.",
    "tracker": "The action tracker out as a workbook, and its edits back in.",
    "explore": "Write the explorer page.",
    "brief": "Write a briefing in Word.",
    "serve": "Keep the collection open for other commands and notebooks.",
    "runs": "The history of loads, and the audit log.",
    "doctor": "What is wrong with a collection, and how to mend it.",
    "backup": "Write a collection as one file.",
    "restore": "Make a collection from that file again.",
    "schema": "The model of the graph.",
    "export": "Write the whole graph as files.",
    "codebook": "The themes out as workbook, SKOS or REFI-QDA, and back.",
    "kit": "Write the Neo4j Browser kit: style, guide, favourites.",
    "lint": "Check a question file against the model.",
    "docs": "Write or check the generated documentation.",
}


class Verbs(click.Group):
    """Imports the module of a verb only when that verb is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order of a first use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, or None for an unknown word."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"graph.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, without importing any of them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest verb for an unknown word."""
        if args and not args[0].startswith("-") and args[0] not in VERBS:
            import difflib

            near = difflib.get_close_matches(args[0], VERBS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else " See goldenthread --help."
            ctx.fail(f"No such verb '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="golden-thread", prog_name="goldenthread")
@click.option("--debug", is_flag=True, help="Show a trace when something fails.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """From a pile of published reviews to what was learnt, done, shown to work and seen again.

    Example: goldenthread load my-documents/ && goldenthread ask recurring-themes
    """
    ctx.obj = {"debug": debug}


def main(args: list[str] | None = None) -> None:
    """Run the command line; every error a user sees is one sentence, a trace only with --debug."""
    from graph.cli.interrupts import interrupted, listen
    from graph.errors import GoldenThreadError

    listen()
    # its threads wait for each other by turning in circles, which costs building a graph a tenth more and gains nothing
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = sys.argv[1:] if args is None else args
    debug = "--debug" in words
    words = [w for w in words if w != "--debug"]  # wherever it stands
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result: Any = cli.main(args=(["--debug"] if debug else []) + words, standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _stop()
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except GoldenThreadError as error:
        if interrupted():
            _stop()
        if debug:
            raise
        click.echo(f"goldenthread: {error.sentence()}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if interrupted():
            _stop()
        if debug:
            raise
        click.echo(
            f"goldenthread: something unforeseen went wrong ({type(error).__name__}: {error}); "
            "run the same with --debug to see where.",
            err=True,
        )
        sys.exit(1)


def _stop() -> NoReturn:
    """Leave at once, waiting for no thread: the engine is a process of its own and ends by itself."""
    click.echo("Stopped. Nothing that was finished is lost.", err=True)
    with suppress(OSError):  # whoever read it may be gone
        sys.stdout.flush()
    os._exit(130)
