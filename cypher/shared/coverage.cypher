// What is loaded, and what counts are out of: of everything (coverage-of.cypher: of one partnership). Reviews, cases and
// children are counted once where documents state that two are the same. Every fact has a passage, so that facts are
// counted where they are; the theme links of each theme are counted at load.
CALL () {
  MATCH (d:Document)
  WHERE NOT d.kind IN ['decisions', 'superseded']
  RETURN count(d) AS documents, coalesce(sum(size(coalesce(d.byWording, []))), 0) AS by_wording
}
CALL () {
  MATCH (d:Document)-[:TELLS_OF]->(p:Partnership)
  WHERE NOT d.kind IN ['decisions', 'superseded']
  RETURN count(DISTINCT p.id) AS partnerships
}
CALL () {
  MATCH (r:Review)
  RETURN count(DISTINCT r.canonical) AS reviews
}
CALL () {
  MATCH (:Review)-[:EXAMINES]->(c:Case)
  WITH DISTINCT c
  OPTIONAL MATCH (c)-[in:CONCERNS]->(k:Child)
  WHERE coalesce(in.role, 'harmed') <> 'sibling'
  WITH c.canonical AS canonical, c.id AS telling, count(DISTINCT k.id) AS told
  WITH canonical, max(told) AS most
  RETURN count(canonical) AS cases, coalesce(sum(most), 0) AS children
}
CALL () {
  MATCH (x:Finding)
  RETURN count(x) AS findings
}
CALL () {
  MATCH (x:Recommendation)
  RETURN count(x) AS recommendations
}
CALL () {
  MATCH (x:Action)
  RETURN count(x) AS actions
}
CALL () {
  MATCH (x:Assurance)
  RETURN count(x) AS tests
}
CALL () {
  MATCH (x:Statistic)
  RETURN count(x) AS figures
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
