"""The other writers, driven as their documentation says, in an environment of their own (see `load.py`).

    python load_peers.py cartography|neo4j-graphrag ROWS ADDRESS      the password comes in NEO4J_PASSWORD

ROWS is a pickle of plain values: ({label: [properties]}, {(type, source label, target label): [(source id, target
id, properties)]}). Prints JSON: seconds and this process's own processor seconds of a first and a second load of the
same rows into a server that is empty. Making the objects that a writer takes is part of it.
"""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import field, make_dataclass
from pathlib import Path
from typing import Any

import neo4j

Rows = tuple[dict[str, list[dict[str, Any]]], dict[tuple[str, str, str], list[tuple[str, str, dict[str, Any]]]]]


def cartography(driver: neo4j.Driver) -> Callable[[Rows, int], None]:
    """Its `load` for nodes and `load_matchlinks` for relationships, batches as it comes (10 000)."""
    from cartography.client.core.tx import load, load_matchlinks
    from cartography.models.core.common import PropertyRef
    from cartography.models.core.nodes import CartographyNodeProperties, CartographyNodeSchema
    from cartography.models.core.relationships import (
        CartographyRelProperties,
        CartographyRelSchema,
        LinkDirection,
        make_source_node_matcher,
        make_target_node_matcher,
    )

    def made(called: str, base: type, /, **values: Any) -> Any:
        fields = [(n, Any, field(default=v, kw_only=True)) for n, v in values.items()]
        return make_dataclass(called, fields, bases=(base,), frozen=True)()

    def own(name: str) -> Any:
        return PropertyRef(name, set_in_kwargs=True)

    def write(rows: Rows, tag: int) -> None:
        nodes, edges = rows
        with driver.session() as session:
            for label, found in nodes.items():
                names = sorted({n for one in found for n in one})
                refs = {n: PropertyRef(n) for n in names} | {"lastupdated": own("lastupdated")}
                properties = made("P" + label, CartographyNodeProperties, **refs)
                schema = made("S" + label, CartographyNodeSchema, label=label, properties=properties)
                load(session, schema, found, lastupdated=tag)
            for (type_, source, target), links in edges.items():
                names = sorted({n for _, _, values in links for n in values})
                refs = {n: PropertyRef(n) for n in names}
                refs |= {n: own(n) for n in ("lastupdated", "_sub_resource_label", "_sub_resource_id")}
                schema = made(
                    "R" + type_,
                    CartographyRelSchema,
                    source_node_label=source,
                    source_node_matcher=make_source_node_matcher({"id": PropertyRef("from_id")}),
                    target_node_label=target,
                    target_node_matcher=make_target_node_matcher({"id": PropertyRef("to_id")}),
                    direction=LinkDirection.OUTWARD,
                    rel_label=type_,
                    properties=made("Q" + type_, CartographyRelProperties, **refs),
                )
                told = [{"from_id": a, "to_id": b, **values} for a, b, values in links]
                load_matchlinks(
                    session, schema, told, lastupdated=tag, _sub_resource_label="Collection", _sub_resource_id="bench"
                )

    return write


def graphrag(driver: neo4j.Driver) -> Callable[[Rows, int], None]:
    """Its `Neo4jWriter`, batches as it comes (1 000)."""
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    def write(rows: Rows, tag: int) -> None:
        nodes, edges = rows
        graph = Neo4jGraph(
            nodes=[
                Neo4jNode(id=f"{label} {one['id']}", label=label, properties=one)
                for label, found in nodes.items()
                for one in found
            ],
            relationships=[
                Neo4jRelationship(
                    start_node_id=f"{source} {a}", end_node_id=f"{target} {b}", type=type_, properties=values
                )
                for (type_, source, target), links in edges.items()
                for a, b, values in links
            ],
        )
        done = asyncio.run(Neo4jWriter(driver).run(graph))
        if done.status != "SUCCESS":
            raise SystemExit(str(done.metadata))

    return write


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds, and processor seconds of this process."""
    began, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - busy


def main(who: str, file: str, address: str) -> None:
    """Load, load again; say how long, after each on a line of its own."""
    rows = pickle.loads(Path(file).read_bytes())
    with neo4j.GraphDatabase.driver(address, auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as driver:
        write = cartography(driver) if who == "cartography" else graphrag(driver)
        for tag, what in ((1, "first"), (2, "again")):
            print(json.dumps({"begin": what}), flush=True)
            seconds, busy = timed(lambda tag=tag: write(rows, tag))  # type: ignore[misc]
            with driver.session() as session:
                nodes = session.run("MATCH (n) RETURN count(n)").single(strict=True)[0]
                edges = session.run("MATCH ()-[r]->() RETURN count(r)").single(strict=True)[0]
            told = {"what": what, "seconds": seconds, "busy": busy, "nodes": nodes, "relationships": edges}
            print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
