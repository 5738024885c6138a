// Themes with their group in the codebook and the words by which people ask for them, for the explorer.
MATCH (t:Theme)
OPTIONAL MATCH (t)-[:BROADER]->(g:Theme)
RETURN t.id AS id, t.name AS name, coalesce(min(g.name), t.name) AS group, t.altLabels AS also
ORDER BY id
