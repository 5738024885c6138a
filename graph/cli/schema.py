"""`schema`: the model of the graph, as a table or JSON."""

from __future__ import annotations

import click

from graph.cli.options import format_option
from graph.cli.terminal import print_result


@click.command("schema", epilog="Example: goldenthread schema --format json")
@format_option("table", "json", "csv")
def command(fmt: str) -> int:
    """Every kind of node and relationship, with what it means."""
    import graph.model  # noqa: F401  (fills the registries)
    from graph.declare import NODES, RELATIONSHIPS

    nodes = [
        {
            "label": n.label,
            "plural": n.plural,
            "key": n.key,
            "description": n.description,
            "properties": [
                {"name": p.name, "type": p.type, "description": p.description} for p in n.properties.values()
            ],
        }
        for n in NODES.values()
    ]
    edges = [
        {
            "type": r.type,
            "description": r.description,
            "triples": [f"({s})-[:{r.type}]->({t})" for s, t in r.triples],
            "properties": [
                {"name": p.name, "type": p.type, "description": p.description} for p in r.properties.values()
            ],
        }
        for r in RELATIONSHIPS.values()
    ]
    if fmt == "json":
        print_result("json", [], [], {"nodes": nodes, "relationships": edges})
        return 0
    rows = [{"name": n["label"], "meaning": n["description"]} for n in nodes]
    rows += [{"name": f"[:{e['type']}]", "meaning": e["description"]} for e in edges]
    print_result(fmt, ["name", "meaning"], rows)
    return 0
