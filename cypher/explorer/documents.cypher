// The documents loaded and whose work they tell of, for the explorer.
MATCH (d:Document)
WHERE NOT d.kind IN ['decisions', 'superseded']
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH d, p
ORDER BY p.id
RETURN d.name AS name, d.kind AS kind, d.publishedFrom AS since, d.publishedTo AS until, collect(DISTINCT p.id) AS bodies
ORDER BY since, name, kind
