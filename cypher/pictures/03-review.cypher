// title: A review: its case, learning, recommendations and tests
// for: scrutineer, learning lead, analyst
MATCH (r:Review)
WHERE $review IS NULL OR r.id = $review OR toLower(r.name) = toLower($review) OR r.ref = $review OR $review IN r.aliases
MATCH p = (r)-[:EXAMINES|IDENTIFIES|MAKES|LED_TO|RECEIVED]->(x:Case|Finding|Recommendation|Action|Judgement)
OPTIONAL MATCH q = (r)<-[:TESTS|FOLLOWS_UP]-(y:Assurance|Review)
RETURN p, q
ORDER BY x.id, y.id
LIMIT $limit
