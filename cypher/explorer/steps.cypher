// Recommendations, actions and evidence with themes and the words they rest on, for the explorer.
MATCH (n)-[:STATED_IN]->(p:Passage)-[:OF]->(d:Document)
WHERE n:Recommendation OR n:Action OR n:Evidence
OPTIONAL MATCH (d)-[:TELLS_OF]->(w:Partnership)
WITH n, p, d, w ORDER BY w.name
WITH n, p, d, collect(DISTINCT w.name) AS partnerships ORDER BY d.name, p.page, p.line, p.id
WITH n, collect({document: d.name, page: p.page, line: p.line, quote: p.quote, heading: p.heading}) AS evidence,
     collect(partnerships) AS bodies
OPTIONAL MATCH (n)-[:ABOUT]->(t:Theme)
WITH n, evidence, bodies, t ORDER BY t.id
RETURN n.id AS id, CASE WHEN n:Recommendation THEN 'recommendation' WHEN n:Action THEN 'action' ELSE 'evidence' END AS kind,
       n.text AS text, n.status AS status, n.grade AS grade, n.datedFrom AS from, n.datedTo AS to, bodies,
       collect(DISTINCT t.id) AS themes, evidence
ORDER BY from, id
