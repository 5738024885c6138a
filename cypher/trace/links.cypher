// What leads on from, or led to, any of $ids: each link with its certainty and why.
CALL () {
  MATCH (x:Finding|Recommendation|Action|Assurance|Review|Priority)-[e:GAVE_RISE_TO|DELIVERED_BY|LED_TO|EVIDENCED_BY|TESTS|FOLLOWS_UP|HAS_STATUS|RESPONDED_WITH|RECURS_IN|ECHOED_IN|IMPROVED_IN|REPEATS|MERGED_INTO|IDENTIFIES|MAKES|RECEIVED]->(y:Finding|Recommendation|Action|Assurance|Review|Evidence|StatusEvent|Response|Judgement)
  WHERE x.id IN $ids
  RETURN x, e, y
  UNION ALL
  MATCH (x:Finding|Recommendation|Action|Assurance|Review|Priority)-[e:GAVE_RISE_TO|DELIVERED_BY|LED_TO|EVIDENCED_BY|TESTS|FOLLOWS_UP|RECURS_IN|ECHOED_IN|IMPROVED_IN|REPEATS|MERGED_INTO|IDENTIFIES|MAKES]->(y:Finding|Recommendation|Action|Assurance|Review|Evidence)
  WHERE y.id IN $ids
  RETURN x, e, y
}
RETURN DISTINCT labels(x)[0] AS source_label, x.id AS source, type(e) AS type, labels(y)[0] AS target_label, y.id AS target,
       x.name AS source_name, e.theme AS theme, e.closure AS closure, e.certainty AS certainty, e.why AS why
ORDER BY source_label, source, type, target_label, target, theme
