// Everything that can be named: partnerships, themes, reviews, tests, and cases and children by the reviews they are in.
// `key` is what a question takes as its parameter, `whole` the case it is of; `names` are the words for it.
CALL () {
  MATCH (p:Partnership)
  RETURN 'partnership' AS kind, p.id AS key, p.name AS label, [p.name, p.abbreviation] AS names, p.name AS partnership,
         null AS whole
  UNION ALL
  MATCH (t:Theme)
  RETURN 'theme' AS kind, t.id AS key, t.name AS label, [t.name] + coalesce(t.altLabels, []) AS names,
         null AS partnership, null AS whole
  UNION ALL
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
  OPTIONAL MATCH (c)-[:CONCERNS]->(k:Child)
  WITH r, collect(DISTINCT c.name) + collect(DISTINCT k.name) AS told, min(c.canonical) AS whole
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, told, whole, min(p.name) AS partnership
  RETURN 'review' AS kind, r.canonical AS key, r.name AS label, [r.name, r.ref] + coalesce(r.aliases, []) + told AS names,
         partnership, whole
  UNION ALL
  MATCH (x:Assurance)
  OPTIONAL MATCH (x)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'test' AS kind, x.id AS key, x.name AS label, [x.name] AS names, min(p.name) AS partnership,
         null AS whole
}
RETURN kind, key, label, names, partnership, whole
ORDER BY kind, key, label
