// title: From recommendation to action, evidence and closing record
// for: learning lead, analyst
MATCH p = (r:Recommendation)-[:DELIVERED_BY]->(a:Action)
OPTIONAL MATCH q = (a)-[:EVIDENCED_BY|HAS_STATUS]->(e:Evidence|StatusEvent)
RETURN p, q
ORDER BY r.id, a.id, e.id
LIMIT $limit
