// Promises that a later passage makes again, for the explorer.
MATCH (a:Action)-[:PROMISED_AGAIN_IN]->(s:Passage)-[:OF]->(d:Document)
WITH a, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
RETURN a.id AS id, collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote, heading: s.heading}) AS said
ORDER BY id
