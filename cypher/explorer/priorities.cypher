// Themes under which a piece of evidence is offered because its priority is about them, for the explorer.
MATCH (v:Evidence)<-[:EVIDENCED_BY]-(:Priority)-[:ABOUT]->(t:Theme)
WITH v, t
ORDER BY t.id
RETURN v.id AS id, collect(DISTINCT t.id) AS themes
ORDER BY id
