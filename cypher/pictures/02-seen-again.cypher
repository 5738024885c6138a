// title: Said, and seen again later
// for: scrutineer, analyst
MATCH p = (x:Finding|Recommendation|Action)-[again:RECURS_IN]->(y:Finding)
RETURN p
ORDER BY CASE again.certainty WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END, again.theme, x.id, y.id
LIMIT $limit
