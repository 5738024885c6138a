"""The Cypher that reads and writes the graph, made from the declared model; the same text runs on both engines.

Names of labels, types and properties come from the model's registries only, values only as parameters. Names found in
a store that the model does not know (left by another version) are quoted.
"""

from __future__ import annotations

from graph.declare import NODES, RELATIONSHIPS
from graph.store.rows import HASH

HELD_LABELS = f"MATCH (n) WHERE n.{HASH} IS NOT NULL RETURN DISTINCT labels(n) AS labels"
HELD_TYPES = (
    f"MATCH (a)-[r]->(b) WHERE r.{HASH} IS NOT NULL "
    "RETURN DISTINCT type(r) AS type, labels(a) AS sources, labels(b) AS targets"
)
ALL_NODES = "MATCH (n) RETURN count(n) AS count"
ALL_EDGES = "MATCH ()-[r]->() RETURN count(r) AS count"
HELD_RUNS = (
    "MATCH (n:LoadRun) RETURN n.id AS id, n.collection AS collection, n.finishedAt AS finished, "
    "coalesce(n.number, 0) AS number, n.codebook AS codebook, n.rules AS rules "
    "ORDER BY number, n.startedAt, id"
)
LOADED_DOCUMENTS = (
    "MATCH (d:Document)-[:LOADED_IN]->(n:LoadRun) WHERE n.finishedAt IS NOT NULL RETURN DISTINCT d.id AS id"
)


def name(text: str) -> str:
    """A label or type as it may stand in a statement."""
    return text if text in NODES or text in RELATIONSHIPS else "`" + text.replace("`", "``") + "`"


def constraint(label: str) -> str:
    """One id, one node: also the index that every write below uses."""
    small = "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(label))
    return f"CREATE CONSTRAINT {small}_id_unique IF NOT EXISTS FOR (n:{name(label)}) REQUIRE n.id IS UNIQUE"


def held_nodes(label: str) -> str:
    """Id and hash of every node of ours of one kind."""
    return f"MATCH (n:{name(label)}) WHERE n.{HASH} IS NOT NULL RETURN n.id AS id, n.{HASH} AS hash"


def held_edges(type_: str, source: str, target: str) -> str:
    """Ends, key properties and hash of every relationship of ours between two kinds of node."""
    declared = RELATIONSHIPS.get(type_)
    own = "".join(f"r.{key} AS {key}, " for key in (declared.key if declared else ()))
    return (
        f"MATCH (a:{name(source)})-[r:{name(type_)}]->(b:{name(target)}) WHERE r.{HASH} IS NOT NULL "
        f"RETURN a.id AS source, b.id AS target, {own}r.{HASH} AS hash"
    )


def _map(name: str, facts: str) -> str:
    declared = NODES[name].properties if name in NODES else RELATIONSHIPS[name].properties
    return "{" + ", ".join(f"{key}: {facts}.{key}" for key in (*declared, HASH)) + "}"


def create_nodes(label: str) -> str:
    """Add nodes to a store that holds none; `$rows` as for `merge_nodes`. Returns how many."""
    return f"UNWIND $rows AS row CREATE (n:{name(label)} {_map(label, 'row')}) RETURN count(n) AS written"


def create_edges(type_: str, source: str, target: str) -> str:
    """Add relationships to a store that holds none; `$rows` as for `merge_edges`."""
    return (
        f"UNWIND $rows AS row MATCH (a:{name(source)} {{id: row.from_id}}) MATCH (b:{name(target)} {{id: row.to_id}}) "
        f"CREATE (a)-[r:{name(type_)} {_map(type_, 'row.of')}]->(b) RETURN count(r) AS written"
    )


def first_nodes(label: str) -> str:
    """As `create_nodes`, of maps with dates in `$of.rows`, on Neo4j alone. Returns pairs of our id and Neo4j's own."""
    return f"UNWIND $of.rows AS row CREATE (n:{name(label)}) SET n = row RETURN collect([row.id, elementId(n)]) AS own"


def first_edges(type_: str, source: str, target: str, *, bare: bool) -> str:
    """As `create_edges`, of lists (Neo4j's own id of both ends, map of properties unless `bare`) in `$of.rows`."""
    pattern = (
        f"(a)-[r:{name(type_)} {{{HASH}: $of.hash}}]->(b)" if bare else f"(a)-[r:{name(type_)}]->(b) SET r = row[2]"
    )
    return (
        f"UNWIND $of.rows AS row MATCH (a:{name(source)}) WHERE elementId(a) = row[0] "
        f"MATCH (b:{name(target)}) WHERE elementId(b) = row[1] CREATE {pattern} RETURN count(r) AS written"
    )


def merge_nodes(label: str) -> str:
    """Add or change nodes; `$rows`: maps of properties with `rowHash`. Returns how many.

    What a map says there is none of is removed; others' properties stay. Naming each property here took a server that
    has not met the statement up to 160 ms more to plan it, on which a small load spends most of its time.
    """
    return f"UNWIND $rows AS row MERGE (n:{name(label)} {{id: row.id}}) SET n += row RETURN count(n) AS written"


def merge_edges(type_: str, source: str, target: str) -> str:
    """Add or change relationships between two kinds of node; `$rows`: `from_id`, `to_id`, and the map as `of`."""
    own = ", ".join(f"{key}: row.of.{key}" for key in RELATIONSHIPS[type_].key)
    pattern = f"[r:{name(type_)} {{{own}}}]" if own else f"[r:{name(type_)}]"
    return (
        f"UNWIND $rows AS row MATCH (a:{name(source)} {{id: row.from_id}}) MATCH (b:{name(target)} {{id: row.to_id}}) "
        f"MERGE (a)-{pattern}->(b) SET r += row.of RETURN count(r) AS written"
    )


def delete_edges(type_: str, source: str, target: str) -> str:
    """Remove relationships of ours; the hash tells parallel ones apart, also where the model has changed its key."""
    return (
        f"UNWIND $rows AS row MATCH (a:{name(source)} {{id: row.from_id}})-[r:{name(type_)}]->"
        f"(b:{name(target)} {{id: row.to_id}}) WHERE r.{HASH} = row.{HASH} DELETE r"
    )


def foreign_edges(label: str) -> str:
    """How many relationships of others hang on nodes that are to go."""
    return (
        f"UNWIND $rows AS row MATCH (n:{name(label)} {{id: row.id}})-[r]-() "
        f"WHERE n.{HASH} IS NOT NULL AND r.{HASH} IS NULL RETURN count(DISTINCT r) AS hanging"
    )


def delete_nodes(label: str) -> str:
    """Remove nodes of ours, with whatever others have hung on them: what was withdrawn must not stay."""
    return f"UNWIND $rows AS row MATCH (n:{name(label)} {{id: row.id}}) WHERE n.{HASH} IS NOT NULL DETACH DELETE n"


def nodes(label: str) -> str:
    """All nodes of ours of one kind."""
    columns = ", ".join(f"n.{p} AS {p}" for p in [*NODES[label].properties, HASH])
    return f"MATCH (n:{name(label)}) WHERE n.{HASH} IS NOT NULL RETURN {columns}"


def edges(type_: str) -> str:
    """All relationships of ours of one type, with their ends."""
    columns = "".join(f", r.{p} AS {p}" for p in [*RELATIONSHIPS[type_].properties, HASH])
    return (
        f"MATCH (a)-[r:{name(type_)}]->(b) WHERE r.{HASH} IS NOT NULL RETURN labels(a) AS sources, a.id AS source_id, "
        f"labels(b) AS targets, b.id AS target_id{columns}"
    )
