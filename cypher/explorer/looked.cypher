// Later documents that could have told of a promise and do not, for the explorer: silent, or perhaps in other words.
MATCH (a:Action)-[e:LOOKED_FOR_IN]->(d:Document)
WHERE e.outcome <> 'told'
OPTIONAL MATCH (s:Passage)
WHERE s.id = e.nearest
RETURN a.id AS id, e.outcome AS outcome, d.name AS document, e.why AS why,
       CASE WHEN s IS NULL THEN null ELSE {document: d.name, page: s.page, line: s.line, quote: s.quote, heading: s.heading} END AS near
ORDER BY id, document, outcome
