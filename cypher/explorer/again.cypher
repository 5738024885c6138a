// What was seen again or seen improved, from which text to which learning point, for the explorer's stories.
MATCH (s:Finding|Recommendation|Action)-[r:RECURS_IN|IMPROVED_IN]->(f:Finding)
RETURN s.id AS source, f.id AS target, type(r) AS kind, r.theme AS theme, r.closure AS closure,
       r.certainty AS certainty, r.why AS why
ORDER BY kind DESC, source, target, theme
