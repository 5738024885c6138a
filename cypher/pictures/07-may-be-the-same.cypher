// title: Cases that are, or may be, told twice
// for: scrutineer, analyst
MATCH p = (x:Case)-[:STATED_SAME_AS|POSSIBLY_SAME_AS|SAME_AS]->(y:Case)
RETURN p
ORDER BY x.id, y.id
LIMIT $limit
