// What is told about themes ($themes: ids): learning, recommendations, actions, evidence, tests, views,
// priorities, and the reviews in whose story they are.
MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE top.id IN $themes
WITH DISTINCT t
CALL (t) {
  MATCH (x:Finding|Recommendation|Action|Evidence|Assurance|Judgement|Priority)-[a:ABOUT]->(t)
  RETURN x, a
  UNION ALL
  MATCH (x:Review)-[a:ABOUT]->(t)
  WHERE coalesce(a.polarity, '') <> 'absent'
  RETURN x, a
  UNION ALL
  MATCH (x:Review)-[:EXAMINES]->(:Case)-[a:ABOUT]->(t)
  WHERE coalesce(a.polarity, '') <> 'absent'
  RETURN x, a
}
RETURN DISTINCT labels(x)[0] AS label, x.id AS id, t.id AS theme, a.polarity AS polarity, a.state AS state
ORDER BY label, id, theme, polarity, state
