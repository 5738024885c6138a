// Kind and id of every fact the explorer shows, for facts.cypher to be asked for some at a time. A recommendation of which one
// paper has only the number shows with the words that another has.
CALL () {
  MATCH (x:Finding)
  RETURN 'learning' AS kind, x.id AS id
  UNION ALL
  MATCH (x:Recommendation)
  WHERE x.toldAs IS NULL
  RETURN 'recommendation' AS kind, x.id AS id
  UNION ALL
  MATCH (x:Action)
  RETURN 'action' AS kind, x.id AS id
  UNION ALL
  MATCH (x:Evidence)
  RETURN 'evidence' AS kind, x.id AS id
  UNION ALL
  MATCH (x:Assurance)
  RETURN 'test' AS kind, x.id AS id
  UNION ALL
  MATCH (x:Judgement)
  RETURN 'view' AS kind, x.id AS id
  UNION ALL
  MATCH (x:StatusEvent)
  WHERE x.closes
  RETURN 'closed' AS kind, x.id AS id
  UNION ALL
  MATCH (x:Review)
  RETURN 'review' AS kind, x.id AS id
}
RETURN kind, id
ORDER BY kind, id
