// title: Where accounts differ
// for: scrutineer, analyst
MATCH p = (x:Judgement|Finding)-[d:DIFFERS_FROM]->(y:Judgement|Evidence|Action|Finding)
RETURN p
ORDER BY d.kind, x.id, y.id
LIMIT $limit
