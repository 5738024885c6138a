// What is loaded of one partnership ($partnership, its id), its joint documents left out: the columns of coverage.cypher.
// Everything starts at the partnership, so that it takes as long as its own documents take. Theme links are of all.
CALL () {
  OPTIONAL MATCH (d:Document)-[:TELLS_OF]->(p:Partnership)
  WHERE p.id = $partnership AND NOT d.kind IN ['decisions', 'superseded']
  WITH DISTINCT d, p
  RETURN count(DISTINCT d.id) AS documents, count(DISTINCT p.id) AS partnerships,
         coalesce(sum(size(coalesce(d.byWording, []))), 0) AS by_wording
}
CALL () {
  OPTIONAL MATCH (r:Review)-[:CONDUCTED_FOR]->(p:Partnership)
  WHERE p.id = $partnership
  RETURN count(DISTINCT r.canonical) AS reviews
}
CALL () {
  MATCH (p:Partnership)<-[:CONDUCTED_FOR]-(:Review)-[:EXAMINES]->(c:Case)
  WHERE p.id = $partnership
  WITH DISTINCT c
  OPTIONAL MATCH (c)-[in:CONCERNS]->(k:Child)
  WHERE coalesce(in.role, 'harmed') <> 'sibling'
  WITH c.canonical AS canonical, c.id AS telling, count(DISTINCT k.id) AS told
  WITH canonical, max(told) AS most
  RETURN count(canonical) AS cases, coalesce(sum(most), 0) AS children
}
CALL () {
  MATCH (p:Partnership)<-[:TELLS_OF]-(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(x:Finding)
  WHERE p.id = $partnership
  RETURN count(DISTINCT x.id) AS findings
}
CALL () {
  MATCH (p:Partnership)<-[:TELLS_OF]-(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(x:Recommendation)
  WHERE p.id = $partnership
  RETURN count(DISTINCT x.id) AS recommendations
}
CALL () {
  MATCH (p:Partnership)<-[:TELLS_OF]-(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(x:Action)
  WHERE p.id = $partnership
  RETURN count(DISTINCT x.id) AS actions
}
CALL () {
  MATCH (p:Partnership)<-[:TELLS_OF]-(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(x:Assurance)
  WHERE p.id = $partnership
  RETURN count(DISTINCT x.id) AS tests
}
CALL () {
  MATCH (p:Partnership)<-[:TELLS_OF]-(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(x:Statistic)
  WHERE p.id = $partnership
  RETURN count(DISTINCT x.id) AS figures
}
CALL () {
  MATCH (t:Theme)
  RETURN count(CASE WHEN t.confirmed + t.suggested > 0 THEN 1 END) AS themes, coalesce(sum(t.confirmed), 0) AS confirmed,
         coalesce(sum(t.suggested), 0) AS suggested
}
CALL () {
  OPTIONAL MATCH (n:LoadRun)
  WITH n ORDER BY coalesce(n.number, 0) DESC, n.startedAt DESC, n.id DESC LIMIT 1
  RETURN n.codebook AS codebook, n.id AS load, n.finishedAt AS finished
}
RETURN documents, partnerships, reviews, cases, children, findings, recommendations, actions, tests, figures, themes,
       confirmed, suggested, by_wording, codebook, load, finished
ORDER BY load
