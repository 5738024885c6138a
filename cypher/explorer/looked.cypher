// Later documents that could have told of a promise and do not, for the explorer: silent, or perhaps in other words.
CALL () {
  MATCH (a:Action)-[e:LOOKED_FOR_IN]->(d:Document)
  WHERE e.outcome <> 'told' AND e.nearest IS NULL
  RETURN a.id AS id, e.outcome AS outcome, d.name AS document, e.why AS why, null AS near
  UNION ALL
  MATCH (a:Action)-[e:LOOKED_FOR_IN]->(d:Document)
  WHERE e.outcome <> 'told' AND e.nearest IS NOT NULL
  WITH e.nearest AS nearest, collect({id: a.id, outcome: e.outcome, document: d.name, why: e.why}) AS found
  MATCH (s:Passage {id: nearest})
  UNWIND found AS told
  RETURN told.id AS id, told.outcome AS outcome, told.document AS document, told.why AS why,
         {document: told.document, page: s.page, line: s.line, quote: s.quote, heading: s.heading} AS near
}
RETURN id, outcome, document, why, near
ORDER BY id, document, outcome, why
