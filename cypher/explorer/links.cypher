// What leads on to what, for the explorer's threads, from some facts at a time as facts.cypher is asked. Links that say two
// children or cases are the same are left out.
CALL () {
  UNWIND CASE $kind WHEN 'learning' THEN $ids ELSE [] END AS id
  MATCH (x:Finding {id: id})
  RETURN x
  UNION ALL
  UNWIND CASE $kind WHEN 'recommendation' THEN $ids ELSE [] END AS id
  MATCH (x:Recommendation {id: id})
  RETURN x
  UNION ALL
  UNWIND CASE $kind WHEN 'action' THEN $ids ELSE [] END AS id
  MATCH (x:Action {id: id})
  RETURN x
  UNION ALL
  UNWIND CASE $kind WHEN 'test' THEN $ids ELSE [] END AS id
  MATCH (x:Assurance {id: id})
  RETURN x
  UNION ALL
  UNWIND CASE $kind WHEN 'review' THEN $ids ELSE [] END AS id
  MATCH (x:Review {id: id})
  RETURN x
  UNION ALL
  UNWIND CASE $kind WHEN 'view' THEN $ids ELSE [] END AS id
  MATCH (x:Judgement {id: id})
  RETURN x
}
MATCH (x)-[e:GAVE_RISE_TO|DELIVERED_BY|LED_TO|EVIDENCED_BY|TESTS|FOLLOWS_UP|HAS_STATUS|RECURS_IN|ECHOED_IN|IMPROVED_IN|REPEATS|MERGED_INTO|IDENTIFIES|MAKES|RECEIVED|BECAME|DIFFERS_FROM]->(y:Finding|Recommendation|Action|Assurance|Review|Evidence|StatusEvent|Judgement)
RETURN labels(x)[0] AS from, x.id AS source, type(e) AS type, labels(y)[0] AS to, y.id AS target, e.theme AS theme,
       e.closure AS closure, e.certainty AS certainty, e.why AS why, e.opportunity AS opportunity, e.type AS order_of,
       coalesce(e.kind, e.outcome) AS kind, e.change AS change
ORDER BY from, source, type, to, target, theme
