// Themes with their group in the codebook and the words by which people ask for them, for the explorer.
MATCH (t:Theme)
OPTIONAL MATCH (t)-[:BROADER*1..5]->(w:Theme)
WITH t, w
ORDER BY w.id
WITH t, collect(DISTINCT w.id) AS wider
OPTIONAL MATCH (t)-[:BROADER]->(g:Theme)
RETURN t.id AS id, t.name AS name, coalesce(min(g.name), t.name) AS group, t.altLabels AS also, wider
ORDER BY id
