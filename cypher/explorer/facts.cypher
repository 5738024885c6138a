// Every fact of one kind the explorer shows, with its dates, themes, whose it is and the words it rests on; asked for some ids
// at a time (fact-ids.cypher lists them), so that a large collection needs no more memory than a small one. Left out on
// purpose: children, cases and their chronologies, and who is named as the author of a view.
CALL () {
  UNWIND CASE $kind WHEN 'learning' THEN $ids ELSE [] END AS id
  MATCH (x:Finding {id: id})
  RETURN x, 'learning' AS kind, x.text AS text, x.polarity AS code, x.datedFrom AS since, x.datedTo AS until, null AS printed, false AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'recommendation' THEN $ids ELSE [] END AS id
  MATCH (x:Recommendation {id: id})
  RETURN x, 'recommendation' AS kind, x.text AS text, CASE WHEN x.stated THEN 'stated' ELSE 'elsewhere' END AS code, x.datedFrom AS since, x.datedTo AS until,
         x.ref AS printed, false AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'action' THEN $ids ELSE [] END AS id
  MATCH (x:Action {id: id})
  RETURN x, 'action' AS kind, x.text AS text, x.status AS code, x.datedFrom AS since, x.datedTo AS until, CASE WHEN x.statusTold = x.statusPrinted OR x.statusTold ENDS WITH ': ' + x.statusPrinted + ')' THEN x.statusPrinted END AS printed,
         coalesce(x.promise, false) AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'evidence' THEN $ids ELSE [] END AS id
  MATCH (x:Evidence {id: id})
  RETURN x, 'evidence' AS kind, x.text AS text, x.grade AS code, x.datedFrom AS since, x.datedTo AS until, null AS printed, false AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'test' THEN $ids ELSE [] END AS id
  MATCH (x:Assurance {id: id})
  RETURN x, 'test' AS kind, x.name AS text, x.kind AS code, x.dateFrom AS since, x.dateTo AS until, toString(x.sampleSize) AS printed, false AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'view' THEN $ids ELSE [] END AS id
  MATCH (x:Judgement {id: id})
  RETURN x, 'view' AS kind, x.text AS text, x.authorRole AS code, null AS since, null AS until, x.polarity AS printed, false AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'closed' THEN $ids ELSE [] END AS id
  MATCH (x:StatusEvent {id: id})
  RETURN x, 'closed' AS kind, coalesce(x.statusPrinted, x.name) AS text, x.by AS code, x.dateFrom AS since, x.dateTo AS until, null AS printed, false AS promise
  UNION ALL
  UNWIND CASE $kind WHEN 'review' THEN $ids ELSE [] END AS id
  MATCH (x:Review {id: id})
  RETURN x, 'review' AS kind, x.name AS text, x.kind AS code, x.datedFrom AS since, x.datedTo AS until, x.ref AS printed, false AS promise
}
MATCH (x)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, kind, text, code, since, until, printed, promise, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id, p.id
WITH x, kind, text, code, since, until, printed, promise, collect(DISTINCT p.id) AS bodies,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote, heading: s.heading}) AS evidence,
     min(d.periodFrom) AS period, min(d.publishedTo) AS published
OPTIONAL MATCH (x)-[a:ABOUT]->(t:Theme)
WITH x, kind, text, code, since, until, printed, promise, bodies, evidence, period, published, a, t
ORDER BY t.id, a.state, a.polarity
RETURN kind, x.id AS id, text, code, since, until, printed, promise, bodies, evidence, period, published, x.assessed AS assessed,
       x.stands AS stands, x.assessedBy AS assessed_by, coalesce(x.onlyByWording, false) AS by_wording, coalesce(x.replies, []) AS replies,
       collect(DISTINCT CASE WHEN t IS NULL THEN null ELSE {theme: t.id, state: a.state, polarity: a.polarity} END) AS themes
ORDER BY kind, id
