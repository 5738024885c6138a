// id: what-changed
// title: What changed since a day
// question: What has changed since the last meeting?
// answers: table
// for: learning lead, scrutineer
// topic: closure
// params:
//   since: date – the day from which changes count
//   partnership: string = null – only this partnership (its joint documents are left out)
//   theme: string = null – a theme (id or label); its narrower themes are included; documents are then left out
//   limit: integer = 500 – rows at most
// returns:
//   change: string – new document, newly loaded, closed, decision, status, evidence, date moved, seen again, promise
//   what: string – the words
//   detail: string – status in words, what evidence shows, old dates and new, how sure, what became of a promise
//   about: string – the recommendation or action it is about
//   date_from: string – first day it can have been; nothing: not stated
//   date_to: string – last day
//   partnership: string – whose work it is
//   evidence: evidence – the passages
// denominator: documents, recommendations, actions – what is loaded, in the same scope
// read-as: Everything that became known on or after the day, or is dated on or after it: a report published since tells of
//   changes before. A change that no loaded document dates is not here.
// caveats:
//   A fact is known from the publication of the first document that tells it, else from the end of the time reported on; a
//   dated entry of a tracker, and a decision, from its own day.
//   A document that was loaded since, but published before, is new to this collection and not new.
// empty: Nothing in the loaded documents can be dated on or after this day.
// revision: 2
CALL () {
  MATCH (d:Document)<-[:OF]-(s:Passage)
  WHERE coalesce(d.publishedTo, d.periodTo) >= date($since)
  WITH d, s
  ORDER BY coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH d, collect(s)[0] AS s
  RETURN 0 AS rank, 'new document' AS change, d.name AS what, replace(d.kind, '-', ' ') AS detail, null AS about, d AS fact, s AS said,
         coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  UNION
  MATCH (d:Document)-[:LOADED_IN]->(n:LoadRun)
  WHERE n.startedAt >= toString(date($since)) AND d.kind <> 'decisions' AND NOT coalesce(coalesce(d.publishedTo, d.periodTo) >= date($since), false)
  WITH DISTINCT d
  MATCH (d)<-[:OF]-(s:Passage)
  WITH d, s
  ORDER BY coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH d, collect(s)[0] AS s
  RETURN 1 AS rank, 'newly loaded' AS change, d.name AS what, replace(d.kind, '-', ' ') AS detail, null AS about, d AS fact, s AS said,
         coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  UNION
  MATCH (x:Recommendation|Action)-[:HAS_STATUS]->(e:StatusEvent)
  WHERE coalesce(e.dateTo >= date($since), false) OR coalesce(e.knownFrom >= date($since), false)
  RETURN CASE WHEN e.closes THEN 2 WHEN e.by IN ['printed', 'derived'] THEN 4 ELSE 3 END AS rank,
         CASE WHEN e.closes THEN 'closed' WHEN e.by IN ['printed', 'derived'] THEN 'status' ELSE 'decision' END AS change,
         CASE WHEN e.closes THEN coalesce(e.statusPrinted, e.name) ELSE x.text END AS what,
         CASE e.by WHEN 'printed' THEN 'as printed' + coalesce(', “' + e.statusPrinted + '”', '') WHEN 'derived' THEN 'by the verb'
           ELSE 'decided by ' + e.by END + ': ' + e.name AS detail,
         x.text AS about, e AS fact, null AS said, e.dateFrom AS since, e.dateTo AS until
  UNION
  MATCH (v:Evidence)
  WHERE coalesce(v.datedTo >= date($since), false) OR coalesce(v.knownFrom >= date($since), false)
  OPTIONAL MATCH (x:Recommendation|Action)-[:EVIDENCED_BY]->(v)
  WITH v, min(x.text) AS about
  RETURN 5 AS rank, 'evidence' AS change, v.text AS what,
         CASE v.grade WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' WHEN 'E3' THEN 'practice tested'
           WHEN 'E4' THEN 'better for children' ELSE 'better for children, and lasting' END
         + CASE v.polarity WHEN 'contradicts' THEN ', against' WHEN 'mixed' THEN ', for and against' ELSE '' END AS detail,
         about, v AS fact, null AS said, v.datedFrom AS since, v.datedTo AS until
  UNION
  MATCH (a:Action)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WHERE size(coalesce(a.previousDue, [])) > 0 AND coalesce(d.publishedTo, d.periodTo) >= date($since)
  RETURN 6 AS rank, 'date moved' AS change, a.text AS what,
         'was ' + a.previousDue[size(a.previousDue) - 1] + coalesce(', now ' + a.due, ', now without a date') AS detail, a.text AS about,
         a AS fact, null AS said, coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  UNION
  MATCH (x:Finding|Recommendation|Action)-[again:RECURS_IN]->(f:Finding)
  WHERE coalesce(f.datedTo >= date($since), false) OR coalesce(f.knownFrom >= date($since), false)
  WITH x, f, again
  ORDER BY CASE again.certainty WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END, x.id
  WITH f, collect(x.text)[0] AS about, collect(again.certainty)[0] AS certainty, count(DISTINCT x.id) AS times
  RETURN 7 AS rank, 'seen again' AS change, f.text AS what,
         certainty + CASE WHEN times > 1 THEN ', from ' + toString(times) + ' earlier ones' ELSE '' END AS detail, about,
         f AS fact, null AS said, f.datedFrom AS since, f.datedTo AS until
  UNION
  MATCH (a:Action)-[became:BECAME]->(b:Action)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WHERE coalesce(d.publishedTo, d.periodTo) >= date($since)
  RETURN 8 AS rank, 'promise' AS change, b.text AS what, became.outcome + ', possible' + coalesce('; ' + became.change, '') AS detail,
         a.text AS about, b AS fact, null AS said, coalesce(d.publishedFrom, d.periodFrom) AS since,
         coalesce(d.publishedTo, d.periodTo) AS until
  UNION
  MATCH (a:Action)-[looked:LOOKED_FOR_IN]->(d:Document)
  WHERE looked.outcome = 'silent' AND coalesce(d.publishedTo, d.periodTo) >= date($since)
  RETURN 9 AS rank, 'promise' AS change, a.text AS what, 'silent: ' + d.name + ' could have told of it' AS detail, a.text AS about, a AS fact,
         null AS said, coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
}
OPTIONAL MATCH (fact)-[:ABOUT]->(:Theme)-[:BROADER*0..5]->(top:Theme)
WITH rank, change, what, detail, about, fact, said, since, until,
     collect(DISTINCT top.id) + collect(DISTINCT toLower(top.name)) AS under
WHERE $theme IS NULL OR $theme IN under OR toLower($theme) IN under
CALL (fact, said) {
  WITH fact, said
  WHERE said IS NULL
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  RETURN s, d
  UNION
  WITH fact, said
  WHERE said IS NOT NULL
  MATCH (s:Passage)-[:OF]->(d:Document)
  WHERE s.id = said.id
  RETURN s, d
}
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH rank, change, what, detail, about, fact, since, until, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH rank, change, what, detail, about, fact, since, until, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH rank, change, what, detail, about, fact.id AS fact_id, since, until, min(p.name) AS partnership,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN change, what, detail, about, toString(since) AS date_from, toString(until) AS date_to, partnership, evidence
ORDER BY rank, date_to, partnership, what, detail, about, fact_id
LIMIT $limit
