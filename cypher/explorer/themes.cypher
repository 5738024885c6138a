// Themes that any learning point is about, with their group in the codebook, for the explorer's overview.
MATCH (f:Finding)-[a:ABOUT]->(t:Theme)
OPTIONAL MATCH (t)-[:BROADER]->(g:Theme)
RETURN t.id AS id, t.name AS name, coalesce(g.name, t.name) AS group, t.altLabels AS also,
       count(DISTINCT f) AS points,
       count(DISTINCT CASE WHEN a.state = 'confirmed' THEN f END) AS confirmed
ORDER BY id
