// Where promises ($ids: of actions) are promised again, and which later documents of the same partnership are loaded.
MATCH (a:Action)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)-[:TELLS_OF]->(p:Partnership)
WHERE a.id IN $ids
WITH DISTINCT a, p, d
CALL (d, p) {
  OPTIONAL MATCH (p)<-[:TELLS_OF]-(later:Document)
  WHERE later.publishedFrom > d.publishedTo
  RETURN count(later) AS later
}
OPTIONAL MATCH (a)-[:PROMISED_AGAIN_IN]->(s:Passage)-[:OF]->(e:Document)
WITH a, max(later) AS later, s, e
ORDER BY e.publishedFrom, e.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
RETURN a.id AS id, later, CASE WHEN s IS NULL THEN null ELSE {document: e.name, page: s.page, line: s.line, quote: s.quote} END AS said,
       e.publishedFrom AS dated, e.publishedTo AS until
ORDER BY id, dated, said.document, said.page, said.line, said.quote
