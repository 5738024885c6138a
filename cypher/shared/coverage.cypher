// What is loaded, and what counts are out of. With $partnership (id): of that partnership alone, its joint documents
// left out. Reviews, cases and children are counted once where documents state that two are the same.
CALL () {
  MATCH (d:Document)
  WHERE NOT d.kind IN ['decisions', 'superseded']
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH d, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT d.id) AS documents, count(DISTINCT p.id) AS partnerships
}
CALL () {
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT r.canonical) AS reviews
}
CALL () {
  MATCH (r:Review)-[:EXAMINES]->(c:Case)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH c, p WHERE $partnership IS NULL OR p.id = $partnership
  WITH DISTINCT c
  OPTIONAL MATCH (c)-[in:CONCERNS]->(k:Child)
  WHERE coalesce(in.role, 'harmed') <> 'sibling'
  WITH c.canonical AS canonical, c.id AS telling, count(DISTINCT k.id) AS told
  WITH canonical, max(told) AS most
  RETURN count(canonical) AS cases, coalesce(sum(most), 0) AS children
}
CALL () {
  MATCH (x:Finding)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT x.id) AS findings
}
CALL () {
  MATCH (x:Recommendation)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT x.id) AS recommendations
}
CALL () {
  MATCH (x:Action)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT x.id) AS actions
}
CALL () {
  MATCH (x:Assurance)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT x.id) AS tests
}
CALL () {
  MATCH (x:Statistic)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, p WHERE $partnership IS NULL OR p.id = $partnership
  RETURN count(DISTINCT x.id) AS figures
}
CALL () {
  MATCH (x:Finding|Recommendation|Action|Review|Case|Assurance|Priority|Judgement|Statistic|Evidence)-[a:ABOUT]->(t:Theme)
  RETURN count(DISTINCT t.id) AS themes,
         count(CASE WHEN a.state = 'confirmed' THEN 1 END) AS confirmed,
         count(CASE WHEN a.state = 'confirmed' THEN null ELSE 1 END) AS suggested
}
CALL () {
  OPTIONAL MATCH (n:LoadRun)
  WITH n ORDER BY n.startedAt DESC, n.id DESC LIMIT 1
  RETURN n.codebook AS codebook, n.id AS load, n.finishedAt AS finished
}
RETURN documents, partnerships, reviews, cases, children, findings, recommendations, actions, tests, figures, themes,
       confirmed, suggested, codebook, load, finished
ORDER BY load
