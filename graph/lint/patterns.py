"""The linter's view of patterns: labels, types, properties, directions and lengths against the declared model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.declare import NODES, RELATIONSHIPS
from graph.lint.tokens import Token, closing

LONGEST = 15


@dataclass(frozen=True)
class Problem:
    """Something wrong with a file, at a line."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass
class _Ends:
    """What is known of variables: the labels or types each was bound to anywhere in the file."""

    nodes: dict[str, set[str]] = field(default_factory=dict)
    edges: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Node:
    start: int
    end: int
    variable: str
    labels: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class _Edge:
    variable: str
    types: tuple[str, ...]
    source: _Node
    target: _Node
    line: int


Found = Iterator[tuple[int, str]]


def pattern_problems(found: list[Token]) -> Found:
    """(line, message) for each label, type, property or path that the model does not have."""
    nodes = {n.start: n for n in _nodes(found)}
    known = _Ends()
    for node in nodes.values():
        if node.variable and node.labels:
            known.nodes.setdefault(node.variable, set()).update(node.labels)
        for label in node.labels:
            if label not in NODES:
                yield node.line, f"the model has no label {label}"
    edges, problems = _edges(found, nodes)
    yield from problems
    for edge in edges:
        if edge.variable and edge.types:
            known.edges.setdefault(edge.variable, set()).update(edge.types)
        yield from _edge_problems(edge, known)
    yield from _label_tests(found, nodes)
    yield from _property_problems(found, known)


def _nodes(found: list[Token]) -> Iterator[_Node]:
    """Node patterns: brackets that hold `variable:Label|Label {…}` or are next to a relationship."""
    for i, token in enumerate(found):
        if token.text != "(" or token.kind != "sign":
            continue
        end = closing(found, i)
        inner = found[i + 1 : end]
        at = 0
        variable = ""
        if inner and inner[0].name and inner[0].kind in ("name", "quoted"):
            variable, at = inner[0].name, 1
        labels, at = _alternatives(inner, at)
        if at < len(inner) and inner[at].text != "{":
            continue
        arrows = ("-", "<")
        beside = (end + 1 < len(found) and found[end + 1].text in arrows and found[end + 2].text in ("-", "[")) or (
            i > 1 and found[i - 1].text in (">", "-") and found[i - 2].text in ("-", "]")
        )
        if labels or beside:
            yield _Node(i, end, variable, labels, token.line)


def _alternatives(inner: list[Token], at: int) -> tuple[tuple[str, ...], int]:
    """Names after a colon, split by "|" or "&", and the index after them."""
    names: list[str] = []
    if at < len(inner) and inner[at].text == ":":
        at += 1
        while at < len(inner) and inner[at].name:
            names.append(inner[at].name)
            at += 1
            if at < len(inner) and inner[at].text in ("|", "&", ":"):
                at += 1
                continue
            break
    return tuple(names), at


def _edges(found: list[Token], nodes: dict[int, _Node]) -> tuple[list[_Edge], list[tuple[int, str]]]:
    edges: list[_Edge] = []
    problems: list[tuple[int, str]] = []
    for node in nodes.values():
        i = node.end + 1
        if i >= len(found) or found[i].text not in ("-", "<"):
            continue
        backward = found[i].text == "<"
        i += 1 if not backward else 2
        variable, line = "", node.line
        types: tuple[str, ...] = ()
        if i < len(found) and found[i].text == "[":
            end = closing(found, i)
            inner = found[i + 1 : end]
            line = found[i].line
            at = 0
            if inner and inner[0].name:
                variable, at = inner[0].name, 1
            types, at = _alternatives(inner, at)
            problems += _length(inner[at:], line)
            i = end + 1
        if i >= len(found) or found[i].text != "-":
            continue
        i += 1
        forward = i < len(found) and found[i].text == ">"
        i += 1 if forward else 0
        if i not in nodes:
            continue
        if forward == backward:
            problems.append((line, "a relationship has a direction: write -[:TYPE]->"))
            continue
        if not types:
            problems.append((line, "a relationship names its type: write -[:TYPE]->"))
            continue
        source, target = (nodes[i], node) if backward else (node, nodes[i])
        edges.append(_Edge(variable, types, source, target, line))
    return edges, problems


def _length(rest: list[Token], line: int) -> list[tuple[int, str]]:
    if not rest or rest[0].text != "*":
        return []
    numbers = [int(t.text) for t in rest[1:4] if t.kind == "number"]
    bounded = len(numbers) == 2 or (len(numbers) == 1 and (len(rest) < 3 or rest[-1].kind == "number"))
    if not bounded or max(numbers, default=0) > LONGEST:
        return [(line, f"a path of any length is bounded: write *0..5, at most {LONGEST}")]
    return []


def _edge_problems(edge: _Edge, known: _Ends) -> Found:
    unknown = [t for t in edge.types if t not in RELATIONSHIPS]
    for name in unknown:
        yield edge.line, f"the model has no relationship {name}"
    if unknown:
        return
    triples = {t: RELATIONSHIPS[t].triples for t in edge.types}
    sources = _labels(edge.source, known)
    targets = _labels(edge.target, known)
    for type_, pairs in triples.items():
        if not any((not sources or s in sources) and (not targets or t in targets) for s, t in pairs):
            yield edge.line, f"the model has no {_said(sources)}-[:{type_}]->{_said(targets)}"
            return
    for label in edge.source.labels:
        if label in NODES and not any(
            s == label and (not targets or t in targets) for pairs in triples.values() for s, t in pairs
        ):
            yield edge.line, f"the model has no (:{label})-[:{'|'.join(edge.types)}]->{_said(targets)}"
    for label in edge.target.labels:
        if label in NODES and not any(
            t == label and (not sources or s in sources) for pairs in triples.values() for s, t in pairs
        ):
            yield edge.line, f"the model has no {_said(sources)}-[:{'|'.join(edge.types)}]->(:{label})"


def _labels(node: _Node, known: _Ends) -> set[str]:
    return set(node.labels) or known.nodes.get(node.variable, set())


def _said(labels: set[str]) -> str:
    return f"(:{'|'.join(sorted(labels))})" if labels else "()"


def _label_tests(found: list[Token], nodes: dict[int, _Node]) -> Found:
    """`x:Label` in an expression, such as CASE WHEN x:Action."""
    inside = {i for n in nodes.values() for i in range(n.start, n.end + 1)}
    for i in range(1, len(found) - 1):
        before = found[i - 2].word if i > 1 else ""
        if found[i].text == ":" and i not in inside and before in ("WHEN", "AND", "OR", "NOT", "WHERE"):
            name = found[i + 1].name
            if found[i - 1].name and name and name not in NODES and name not in RELATIONSHIPS:
                yield found[i].line, f"the model has no label or relationship {name}"


def _property_problems(found: list[Token], known: _Ends) -> Found:
    for i in range(len(found) - 2):
        variable = found[i].name
        if not variable or found[i + 1].text != "." or not found[i + 2].name or (i and found[i - 1].text == "."):
            continue
        name, line = found[i + 2].name, found[i + 2].line
        if variable in known.nodes:
            labels = known.nodes[variable] & set(NODES)
            if labels and not any(name in NODES[label].properties for label in labels):
                yield line, f"{' or '.join(sorted(labels))} has no property {name}"
        elif variable in known.edges:
            types = known.edges[variable] & set(RELATIONSHIPS)
            if types and not any(name in RELATIONSHIPS[t].properties for t in types):
                yield line, f"{' or '.join(sorted(types))} has no property {name}"
