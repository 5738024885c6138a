// The partnerships whose work the documents tell of, for the explorer.
MATCH (p:Partnership)
RETURN p.id AS id, p.name AS name, p.kind AS kind
ORDER BY name, id
