"""From the graph to rows: one for every action, and one for every recommendation that no action is known to deliver."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph import model
from graph.decisions.statuses import statuses
from graph.declare import Node
from graph.marks import MARK
from graph.memory import Graph
from graph.text import key
from graph.trace.words import DONE, GRADE, when
from graph.tracker.said import Said
from graph.tracker.words import words_of

_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)(?=: )")
SHOWN = 3  # pieces of evidence for "seen again" in one cell; the number there are stands first


@dataclass(frozen=True)
class Row:
    """One row: every column as text, status as its code, dates as ISO text. `id` is the node's."""

    id: str
    label: str  # Action or Recommendation
    values: Mapping[str, str]
    evidence: tuple[tuple[str, str], ...] = ()  # id and grade of the evidence there is
    link: str | None = None  # address of the document
    who: Mapping[str, str] = field(default_factory=dict)  # column → who says the present value, and when


def rows_of(graph: Graph, said: Said, partnership: str | None = None) -> list[Row]:
    """The rows, by review, number and place.

    Args:
        graph: the whole graph, derived relationships included.
        said: what people decided.
        partnership: id or name of one partnership; only what its documents or reviews tell.
    """
    actions = graph.all(model.Action)
    asked = [r for r in graph.all(model.Recommendation) if not _delivered(graph, r)]
    nodes: list[model.Action | model.Recommendation] = [*actions, *asked]
    found = [(_row(graph, said, node), _at(graph, node)) for node in nodes if _of(graph, node, partnership)]
    found.sort(key=lambda f: (key(f[0].values["review"]) or "~", _natural(f[0].values["number"]), f[0].label, *f[1]))
    return [row for row, _ in found]


def _at(graph: Graph, node: Node) -> tuple[str, int, int, str]:
    """Where it is printed first: document, page and line, then its id."""
    places = [
        (d.name, p.page or 0, p.line or 0)
        for p in graph.targets(node, "STATED_IN", model.Passage)
        for d in graph.targets(p, "OF", model.Document)
    ]
    return (*min(places, default=("", 0, 0)), node.id)


def _delivered(graph: Graph, node: model.Recommendation) -> bool:
    return any(e.properties.get("certainty") != "possible" for e in graph.edges_from(node, "DELIVERED_BY"))


def _natural(number: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (10**9, part) for part in re.findall(r"\d+|\D+", number or "~")]


def _of(graph: Graph, node: model.Action | model.Recommendation, partnership: str | None) -> bool:
    if partnership is None:
        return True
    owners = [p for d in _documents(graph, node) for p in graph.targets(d, "TELLS_OF", model.Partnership)]
    for review in _owners(graph, node):
        owners += graph.targets(review, "CONDUCTED_FOR", model.Partnership)
    wanted = key(partnership)
    return any(wanted in (key(p.id), key(p.name), key(p.abbreviation or "")) for p in owners)


def _documents(graph: Graph, node: Node) -> list[model.Document]:
    passages = graph.targets(node, "STATED_IN", model.Passage)
    return list({d.id: d for p in passages for d in graph.targets(p, "OF", model.Document)}.values())


def _owners(graph: Graph, node: Node) -> list[model.Review | model.Assurance | model.Priority]:
    type_ = "LED_TO" if node.label == "Action" else "MAKES"
    return [
        *graph.sources(node, type_, model.Review),
        *graph.sources(node, type_, model.Assurance),
        *graph.sources(node, type_, model.Priority),
    ]


def _row(graph: Graph, said: Said, node: model.Action | model.Recommendation) -> Row:
    """One row; `who` says where each present value comes from."""
    answered = _answered(graph, node)
    passages = graph.targets(node, "STATED_IN", model.Passage)
    documents = _documents(graph, node)
    titles = "; ".join(d.name for d in documents)
    action = node if isinstance(node, model.Action) else None
    events = graph.targets(node, "HAS_STATUS", model.StatusEvent)
    decided = _decided(events)
    values = {
        "leads": "; ".join(_leads(graph, node)),
        "due": (action.due or "") if action else "",
        "status": decided.status if decided else action.status if action else _printed_status(events),
        "measure": (action.successMeasure or "") if action else "",
    }
    who = dict.fromkeys(values, titles)
    for column in values:
        last = said.last(node.id, column)
        if last and last.value == values[column]:
            who[column] = f"{last.by}, {last.on}"
    previous = action.previousDue if action else ()
    grades = graph.targets(node, "EVIDENCED_BY", model.Evidence)
    values |= {
        "review": "\n".join(dict.fromkeys(_name(o) for o in _owners(graph, node))),
        "number": "\n".join(dict.fromkeys(r.ref or "" for r in answered)).strip()
        or (action.recommendation or "" if action and len(action.recommendation or "") < 12 else ""),
        "recommendation": "\n".join(r.text for r in answered),
        "action": action.text if action else "",
        "printed": _as_printed(action, events),
        "previous_due": "\n".join(_british(d) for d in dict.fromkeys(previous) if d and d != values["due"]),
        "updates": "\n".join(_updates(action, said.added(node.id, "add_update"))),
        "evidence": "\n".join(f"{e.text} ({GRADE[e.grade]})" for e in grades),
        "done": _done(values["status"], who["status"], events),
        "worked": _worked(graph, node, grades),
        "again": _again(graph, [node, *answered]),
        "may_answer": "\n".join(_may_answer(graph, node)),
        "conflict": "\n".join(_conflicts(said, node.id, values, who)),
        "document": "\n".join(d.name for d in documents),
        "page": "\n".join(dict.fromkeys(_place(p) for p in passages)),
        "quote": "\n".join(dict.fromkeys(p.quote for p in passages)),
        "by_wording": "\n".join(dict.fromkeys(n.label.lower() for n in (node, *answered) if n.onlyByWording)),
    }
    link = next((url for d in documents if (url := getattr(d, "address", None))), None)
    return Row(node.id, node.label, values, tuple((e.id, e.grade) for e in grades), link, who)


def _answered(graph: Graph, node: model.Action | model.Recommendation) -> list[model.Recommendation]:
    if isinstance(node, model.Recommendation):
        return [node]
    return [
        r
        for r in graph.sources(node, "DELIVERED_BY", model.Recommendation)
        if any(
            e.target == node.id and e.properties.get("certainty") != "possible"
            for e in graph.edges_from(r, "DELIVERED_BY")
        )
    ]


def _may_answer(graph: Graph, node: Node) -> list[str]:
    found = []
    for asked in graph.sources(node, "DELIVERED_BY", model.Recommendation):
        for edge in graph.edges_from(asked, "DELIVERED_BY"):
            if edge.target == node.id and edge.properties.get("certainty") == "possible":
                found.append(f"{asked.name} ({edge.properties.get('why')})")
    return found


def _updates(action: model.Action | None, added: list[tuple[str, str, str]]) -> list[str]:
    """Progress notes: of an action those of the graph, of a recommendation those that people added."""
    told = action.updates if action else [f"{on}: {text} ({by})" for on, by, text in added]
    return [_DAY.sub(r"\3/\2/\1", line) for line in told]


def _decided(events: Iterable[model.StatusEvent]) -> model.StatusEvent | None:
    """The last status that a person gave for everybody it is asked of."""
    people = [e for e in events if e.by not in ("printed", "derived") and e.addressee is None]
    return max(people, key=lambda e: e.dateFrom or date.min) if people else None


def _leads(graph: Graph, node: Node) -> list[str]:
    roles = {e.target: e.properties.get("role") for e in graph.edges_from(node, "ADDRESSED_TO")}
    return [a.name for a in graph.targets(node, "ADDRESSED_TO", model.Agency) if a.id in roles]


def _name(owner: model.Review | model.Assurance | model.Priority) -> str:
    ref = getattr(owner, "ref", None)
    return f"{owner.name} ({ref})" if ref and key(ref) not in key(owner.name) else owner.name


def _as_printed(action: model.Action | None, events: Iterable[model.StatusEvent]) -> str:
    if action:
        return action.statusPrinted or ""
    return "\n".join(dict.fromkeys(e.statusPrinted for e in events if e.statusPrinted))


def _printed_status(events: Iterable[model.StatusEvent]) -> str:
    dated = sorted((e for e in events if e.by in ("printed", "derived")), key=lambda e: (str(e.dateTo or ""), e.id))
    return dated[-1].status if dated else "not-stated"


def _done(status: str, who: str, events: Iterable[model.StatusEvent]) -> str:
    lines = [
        f"Closed {'by record' if e.by in ('printed', 'derived') else f'by decision of {e.by}'}, "
        f"{when(e.dateFrom, e.dateTo)}"
        for e in events
        if e.closes
    ][-1:]
    lines += [f"{words_of(e.status)}, for {e.addressee} ({e.by})" for e in events if e.addressee]
    if not lines and (status in DONE or status == "O-DE" or (status in statuses() and statuses()[status].closes)):
        lines.append(f"Yes ({who})")
    return "\n".join(lines) or "Not stated"


def _worked(graph: Graph, node: Node, grades: list[model.Evidence]) -> str:
    lines = []
    if grades:
        best = max(grades, key=lambda e: e.grade)
        lines.append(f"{GRADE[best.grade].capitalize()}{f': {best.name}' if best.grade > 'E1' else ''}")
    lines += [f"Tested by {t.name}" for t in graph.sources(node, "TESTS", model.Assurance)]
    return "\n".join(lines) or "Not stated"


def _again(graph: Graph, nodes: Iterable[Node]) -> str:
    seen: dict[str, str] = {}
    by_words: set[str] = set()
    for node in nodes:
        for edge in graph.edges_from(node, "RECURS_IN"):
            finding = graph.get(model.Finding, edge.target)
            if finding is not None:
                by_words |= {finding.id} if finding.onlyByWording else set()
                seen[finding.id] = f"“{finding.name}” ({when(finding.datedFrom, finding.datedTo)})"
    if not seen:
        return "Nothing found in what is loaded"
    head = f"{len(seen)} later learning point{'s' if len(seen) > 1 else ''}, 0 confirmed"
    head += f", {len(by_words)} {MARK}" if by_words else ""
    return "\n".join([head, *list(seen.values())[:SHOWN]])


def _conflicts(said: Said, id_: str, values: Mapping[str, str], who: Mapping[str, str]) -> list[str]:
    lines = []
    for held in said.to_settle(id_):
        now = shown(held.field, values[held.field]) or "nothing"
        lines.append(
            f"{held.field}: {held.by}, {held.on}, wrote “{shown(held.field, held.value) or 'nothing'}”; "
            f"here stands “{now}” ({who[held.field]})"
        )
    return lines


def shown(column: str, value: str) -> str:
    """A kept value as the workbook shows it: status in words, dates as people here write them."""
    return words_of(value) if column == "status" else _british(value) if column == "due" else value


def _british(iso: str) -> str:
    parts = iso.split("-")
    return "/".join(reversed(parts)) if all(p.isdigit() for p in parts) else iso


def _place(passage: model.Passage) -> str:
    return f"p. {passage.page}" if passage.page else f"line {passage.line}" if passage.line else passage.heading or ""
