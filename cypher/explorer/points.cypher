// Every learning point with its themes, its review and the words it rests on, for the explorer.
MATCH (f:Finding)-[:STATED_IN]->(p:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(w:Partnership)
WITH f, p, d, w ORDER BY w.name
WITH f, p, d, collect(DISTINCT w.name) AS partnerships ORDER BY d.name, p.page, p.line, p.id
WITH f, collect({document: d.name, page: p.page, line: p.line, quote: p.quote, heading: p.heading}) AS evidence,
     collect(partnerships) AS bodies
OPTIONAL MATCH (s)-[:IDENTIFIES]->(f)
WITH f, evidence, bodies, s ORDER BY s.id
WITH f, evidence, bodies, collect(s.name) AS told
OPTIONAL MATCH (f)-[:ABOUT]->(t:Theme)
WITH f, evidence, bodies, told, t ORDER BY t.id
RETURN f.id AS id, f.text AS text, f.polarity AS polarity, f.datedFrom AS from, f.datedTo AS to, told,
       bodies, collect(DISTINCT t.id) AS themes, evidence
ORDER BY from, id
