"""A trace on a terminal: dated steps with their quotations, the four sentences, and what is not stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from graph.text import same
from graph.views.rows import evidence_in_words, place_in_words

if TYPE_CHECKING:
    from graph.trace import Step, Trace

_QUOTES = 3
_LOUD = {"seen again": "bold red", "what needs to improve": "bold", "recommended": "bold blue", "closed": "bold green"}
_LOUD |= {"improved": "bold green", "two accounts": "bold yellow"}


def render(trace: Trace, console: Console) -> None:
    """Print a trace; nothing in it is taken for mark-up, and control characters do not reach the terminal."""
    for note in trace.notes:
        console.print(Text(f"Note: {_clean(note)}", style="bold"))
    if not trace.steps:
        _print_unclear(trace, console)
        return
    tree = Tree(
        Text.assemble((_clean(trace.title or trace.thing), "bold"), (f"  {trace.kind}", "dim")), guide_style="dim"
    )
    for step in trace.steps:
        _add(tree, step)
    console.print(tree)
    console.print()
    render_summary(trace, console)
    if trace.not_stated:
        console.print(Text("Not stated", style="bold"))
        for sentence in trace.not_stated:
            console.print(Padding(Text(f"· {_clean(sentence)}"), (0, 0, 0, 2), expand=False))
    if trace.documents:
        console.print(Text("Where the documents come from", style="bold"))
        for found in trace.documents:
            told = [str(found["document"]), found["address"], found["licence"], *found["given"], *found["editions"]]
            console.print(Padding(Text("· " + _clean(" · ".join(t for t in told if t))), (0, 0, 0, 2), expand=False))
    for caveat in trace.caveats:
        console.print(Text(f"Note: {_clean(caveat)}", style="dim"))
    if trace.could_mean:
        console.print(Text("It could also mean: " + "; ".join(_clean(c.label) for c in trace.could_mean), style="dim"))


def render_summary(trace: Trace, console: Console) -> None:
    """Print only the four sentences, each with its sources."""
    console.print(Text(_clean(trace.title or trace.thing), style="bold underline"))
    for item in trace.summary:
        console.print(Text.assemble((f"{item.name}: ", "bold"), _clean(item.text)))
        for line in _sources(item.evidence):
            console.print(Padding(line, (0, 0, 0, 4), expand=False))


def _add(tree: Tree, step: Step) -> None:
    head = Text()
    if step.date:
        head.append(f"{step.date}  ", style="dim")
    head.append(f"{step.kind}: ", style=_LOUD.get(step.kind, "bold"))
    head.append(_clean(step.text))
    if step.certainty and step.certainty != "as printed":
        head.append(f"  [{step.certainty}]", style="italic")
    branch = tree.add(head)
    notes = [n for n in (step.told_by, step.detail, step.why) if n]
    if notes:
        branch.add(Text(_clean(" · ".join(notes)), style="dim"))
    for line in _sources(step.evidence, step.text):
        branch.add(line)


def _sources(evidence: Iterable[Mapping[str, Any]], said: str = "") -> list[Text]:
    """Quotations with their places; only the place where the quotation is what was just said."""
    items = list(evidence)
    lines = [
        Text(_clean(place_in_words(i) if same(str(i.get("quote")), said) else evidence_in_words(i)), style="italic")
        for i in items[:_QUOTES]
    ]
    if len(items) > _QUOTES:
        lines.append(Text(f"and {len(items) - _QUOTES} more passages", style="dim"))
    return lines


def _print_unclear(trace: Trace, console: Console) -> None:
    for sentence in trace.not_stated:
        console.print(Text(_clean(sentence)))
    if trace.could_mean:
        console.print(Text(f"“{_clean(trace.thing)}” could mean:"))
        for item in trace.could_mean:
            console.print(
                Padding(
                    Text(f"· {_clean(item.label)} ({item.kind}) – ask for: {_clean(item.ask)}"),
                    (0, 0, 0, 2),
                    expand=False,
                )
            )


def _clean(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
