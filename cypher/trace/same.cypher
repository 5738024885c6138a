// Other tellings of reviews ($reviews: canonical ids) and tests ($tests: ids): what a document states, a person decided,
// or is only possible.
CALL () {
  MATCH (r:Review)
  WHERE r.canonical IN $reviews
  RETURN r AS a
  UNION ALL
  MATCH (r:Review)-[:EXAMINES]->(c:Case)
  WHERE r.canonical IN $reviews
  RETURN c AS a
  UNION ALL
  MATCH (x:Assurance)
  WHERE x.id IN $tests
  RETURN x AS a
}
WITH DISTINCT a
CALL (a) {
  MATCH (a)-[e:STATED_SAME_AS]->(b:Review|Case|Assurance)
  RETURN b, 'stated' AS kind, [] AS pro, [] AS con, {document: e.document, page: e.page, line: e.line, quote: e.quote} AS said
  UNION ALL
  MATCH (a)<-[e:STATED_SAME_AS]-(b:Review|Case|Assurance)
  RETURN b, 'stated' AS kind, [] AS pro, [] AS con, {document: e.document, page: e.page, line: e.line, quote: e.quote} AS said
  UNION ALL
  MATCH (a)-[e:POSSIBLY_SAME_AS]->(b:Review|Case|Assurance)
  RETURN b, 'possible' AS kind, e.reasonsFor AS pro, e.reasonsAgainst AS con, null AS said
  UNION ALL
  MATCH (a)<-[e:POSSIBLY_SAME_AS]-(b:Review|Case|Assurance)
  RETURN b, 'possible' AS kind, e.reasonsFor AS pro, e.reasonsAgainst AS con, null AS said
  UNION ALL
  MATCH (a)-[e:SAME_AS]->(b:Review|Case|Assurance)
  RETURN b, 'decided' AS kind, [] AS pro, [] AS con, null AS said
  UNION ALL
  MATCH (a)<-[e:SAME_AS]-(b:Review|Case|Assurance)
  RETURN b, 'decided' AS kind, [] AS pro, [] AS con, null AS said
}
OPTIONAL MATCH (b)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WITH a, b, kind, pro, con, said, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH a, b, kind, pro, con, said, collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told
RETURN DISTINCT labels(a)[0] AS label, a.name AS one, b.name AS other, b.canonical AS canonical, kind, coalesce(pro, []) AS pro, coalesce(con, []) AS con,
       CASE WHEN said IS NULL THEN told ELSE [said] END AS evidence
ORDER BY kind, label DESC, one, other, canonical
