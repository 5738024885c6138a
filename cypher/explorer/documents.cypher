// The documents loaded, whose work they tell of, where they were published, and the editions they replace, for the explorer.
MATCH (d:Document)
WHERE NOT d.kind IN ['decisions', 'superseded']
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH d, p
ORDER BY p.id
WITH d, collect(DISTINCT p.id) AS bodies
OPTIONAL MATCH (old:Document)-[:SUPERSEDED_BY]->(d)
WITH d, bodies, old
ORDER BY old.supersededOn, old.name
RETURN d.name AS name, d.kind AS kind, d.publishedFrom AS since, d.publishedTo AS until, bodies, d.address AS address, d.licence AS licence,
       collect(CASE WHEN old IS NULL THEN null ELSE {name: old.name, on: old.supersededOn, gone: old.gone} END) AS editions
ORDER BY since, name, kind
