// title: Tests of practice: what they follow up and what they found
// for: scrutineer, learning lead, analyst
MATCH p = (n:Assurance)-[:TESTS|FOLLOWS_UP|IDENTIFIES]->(x:Recommendation|Action|Finding|Review|Assurance)
RETURN p
ORDER BY n.dateTo, n.id, x.id
LIMIT $limit
