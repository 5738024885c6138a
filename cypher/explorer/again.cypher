// What was seen again or seen improved, from which text to which learning point, for the explorer's stories.
MATCH (s)-[r]->(f:Finding)
WHERE r:RECURS_IN OR r:IMPROVED_IN
RETURN s.id AS source, f.id AS target, type(r) AS kind, r.theme AS theme, r.closure AS closure,
       r.certainty AS certainty, r.why AS why
ORDER BY kind DESC, source, target, theme
