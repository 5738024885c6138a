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
//   change: string – new document, newly loaded, closed, decision, status, reply, evidence, date moved, seen again, promise
//   what: string – the words
//   detail: string – status in words, whether a reply accepts and whose it is, what evidence shows, old dates and new, how sure, what became of a promise
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
//   … dated entry of a tracker, and a decision, from its own day.
//   A document that was loaded since, but published before, is new to this collection and not new.
// empty: Nothing in the loaded documents can be dated on or after this day.
// revision: 5
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL () {
  OPTIONAL MATCH (p:Partnership)
  WHERE p.id = $partnership OR toLower(p.name) = toLower($partnership)
  RETURN collect(p.id) AS ours
}
CALL () {
  MATCH (d:Document)
  WHERE $theme IS NULL AND $partnership IS NULL AND coalesce(d.publishedTo, d.periodTo) >= date($since)
  RETURN count(d) AS new
}
CALL (new) {
  WITH new
  WHERE new < $limit AND $theme IS NULL AND $partnership IS NULL
  MATCH (n:LoadRun)
  WHERE n.startedAt >= toString(date($since))
  MATCH (n)<-[:LOADED_IN]-(d:Document)
  WHERE d.kind <> 'decisions' AND NOT coalesce(coalesce(d.publishedTo, d.periodTo) >= date($since), false)
  RETURN count(DISTINCT d) AS loaded
}
CALL (new, loaded) {
  WITH new + loaded AS documents
  WHERE documents < $limit AND $theme IS NULL AND $partnership IS NULL
  MATCH (e:StatusEvent)
  WHERE NOT e.closes AND (coalesce(e.dateTo >= date($since), false) OR coalesce(e.knownFrom >= date($since), false))
  MATCH (e)<-[:HAS_STATUS]-(x:Recommendation|Action)
  RETURN count(DISTINCT e) AS told
}
WITH wanted, ours, new, new + loaded AS documents, new + loaded + told AS dated
CALL (ours, new, documents, dated) {
  MATCH (d:Document)
  WHERE $theme IS NULL AND coalesce(d.publishedTo, d.periodTo) >= date($since)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH d, p
  ORDER BY p.name, p.id
  WITH d, collect(p.id) AS places
  RETURN 0 AS rank, 'new document' AS change, d.name AS what, CASE d.kind WHEN 'other' THEN 'kind not known' ELSE replace(d.kind, '-', ' ') END AS detail, null AS about, d AS fact, places,
         coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  UNION ALL
  WITH ours, new
  WHERE new < $limit
  MATCH (n:LoadRun)
  WHERE $theme IS NULL AND n.startedAt >= toString(date($since))
  MATCH (n)<-[:LOADED_IN]-(d:Document)
  WHERE d.kind <> 'decisions' AND NOT coalesce(coalesce(d.publishedTo, d.periodTo) >= date($since), false)
  WITH DISTINCT ours, d
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WHERE $partnership IS NULL OR p.id IN ours
  WITH d, p
  ORDER BY p.name, p.id
  WITH d, collect(p.id) AS places, collect(p.name)[0] AS partnership
  WHERE $partnership IS NULL OR size(places) > 0
  WITH d, places, partnership
  ORDER BY toString(coalesce(d.publishedTo, d.periodTo)), partnership, d.name, replace(d.kind, '-', ' '), d.id
  LIMIT $limit
  RETURN 1 AS rank, 'newly loaded' AS change, d.name AS what, CASE d.kind WHEN 'other' THEN 'kind not known' ELSE replace(d.kind, '-', ' ') END AS detail, null AS about, d AS fact, places,
         coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  UNION ALL
  WITH documents
  WHERE documents < $limit
  MATCH (e:StatusEvent)
  WHERE coalesce(e.dateTo >= date($since), false) OR coalesce(e.knownFrom >= date($since), false)
  MATCH (e)<-[:HAS_STATUS]-(x:Recommendation|Action)
  WITH e, x, EXISTS { MATCH (x)<-[:DELIVERED_BY]-(:Recommendation)-[:HAS_STATUS]->(o:StatusEvent) WHERE e.closes AND o.closes AND o.statusPrinted = e.statusPrinted } AS of_another
  WHERE NOT of_another AND x.toldAs IS NULL
  RETURN CASE WHEN e.closes THEN 2 WHEN e.by IN ['printed', 'derived'] THEN 4 ELSE 3 END AS rank,
         CASE WHEN e.closes THEN 'closed' WHEN e.by IN ['printed', 'derived'] THEN 'status' ELSE 'decision' END AS change,
         CASE WHEN e.closes THEN coalesce(e.statusPrinted, e.name) ELSE x.text END AS what,
         CASE WHEN e.by = 'printed' AND e.closes THEN 'as printed'
           WHEN e.by = 'printed' AND NOT coalesce(x.statusPrinted = e.statusPrinted AND x.statusTold <> x.statusPrinted AND NOT x.statusTold ENDS WITH ': ' + x.statusPrinted + ')', false) THEN 'as printed, “' + e.statusPrinted + '”'
           WHEN e.by IN ['printed', 'derived'] THEN 'by the verb' ELSE 'decided by ' + e.by END
         + ': ' + CASE WHEN x.statusTold = 'promised' AND e.status = 'not-started' THEN 'promised' ELSE e.name END AS detail,
         x.text AS about, e AS fact, e.places AS places, e.dateFrom AS since, e.dateTo AS until
  UNION ALL
  WITH dated
  WHERE dated < $limit
  MATCH (y:Response)
  WHERE coalesce(y.knownFrom >= date($since), false)
  OPTIONAL MATCH (x:Recommendation)-[:RESPONDED_WITH]->(y)
  WITH y, min(x.text) AS about
  RETURN 5 AS rank, 'reply' AS change, y.text AS what,
         y.kind + coalesce(', by ' + y.author, ', by whom is not stated') AS detail, about, y AS fact, y.places AS places,
         null AS since, null AS until
  UNION ALL
  WITH dated
  WHERE dated < $limit
  MATCH (v:Evidence)
  WHERE coalesce(v.datedTo >= date($since), false) OR coalesce(v.knownFrom >= date($since), false)
  OPTIONAL MATCH (x:Recommendation|Action)-[:EVIDENCED_BY]->(v)
  WITH v, min(x.text) AS about
  RETURN 6 AS rank, 'evidence' AS change, v.text AS what,
         CASE v.grade WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' WHEN 'E3' THEN 'practice tested'
           WHEN 'E4' THEN 'better for children' ELSE 'practice tested again, and held' END
         + CASE v.polarity WHEN 'contradicts' THEN ', against' WHEN 'mixed' THEN ', for and against' ELSE '' END AS detail,
         about, v AS fact, v.places AS places, v.datedFrom AS since, v.datedTo AS until
  UNION ALL
  WITH dated
  WHERE dated < $limit
  MATCH (a:Action)
  WHERE size(coalesce(a.previousDue, [])) > 0
  MATCH (a)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  WHERE coalesce(d.publishedTo, d.periodTo) >= date($since)
  WITH DISTINCT a, coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  RETURN 7 AS rank, 'date moved' AS change, a.text AS what,
         'was ' + a.previousDue[size(a.previousDue) - 1] + coalesce(', now ' + a.due, ', now without a date') AS detail, a.text AS about,
         a AS fact, a.places AS places, since, until
  UNION ALL
  WITH dated
  WHERE dated < $limit
  MATCH (f:Finding)
  WHERE coalesce(f.datedTo >= date($since), false) OR coalesce(f.knownFrom >= date($since), false)
  MATCH (f)<-[again:RECURS_IN]-(x:Finding|Recommendation|Action)
  WITH f, x, again
  ORDER BY CASE again.certainty WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END, x.id
  WITH f, collect(x.text)[0] AS about, collect(again.certainty)[0] AS certainty, count(DISTINCT x.id) AS times
  RETURN 8 AS rank, 'seen again' AS change, f.text AS what,
         certainty + CASE WHEN times > 1 THEN ', from ' + toString(times) + ' earlier ones' ELSE '' END AS detail, about,
         f AS fact, f.places AS places, f.datedFrom AS since, f.datedTo AS until
  UNION ALL
  WITH dated
  WHERE dated < $limit
  MATCH (a:Action)-[became:BECAME]->(b:Action)
  MATCH (b)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  WHERE coalesce(d.publishedTo, d.periodTo) >= date($since)
  WITH DISTINCT a, became.outcome AS outcome, became.change AS became, b, coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  RETURN 9 AS rank, 'promise' AS change, b.text AS what, outcome + ', possible' + coalesce('; ' + became, '') AS detail,
         a.text AS about, b AS fact, b.places AS places, since, until
  UNION ALL
  WITH dated
  WHERE dated < $limit
  MATCH (d:Document)
  WHERE coalesce(d.publishedTo, d.periodTo) >= date($since)
  MATCH (d)<-[looked:LOOKED_FOR_IN]-(a:Action)
  WHERE looked.outcome = 'silent'
  WITH DISTINCT a, d.name AS told_in, coalesce(d.publishedFrom, d.periodFrom) AS since, coalesce(d.publishedTo, d.periodTo) AS until
  RETURN 10 AS rank, 'promise' AS change, a.text AS what, 'silent: ' + told_in + ' could have told of it' AS detail, a.text AS about,
         a AS fact, a.places AS places, since, until
}
WITH wanted, rank, change, what, detail, about, fact, since, until,
     [place IN coalesce(places, []) WHERE $partnership IS NULL OR place IN ours] AS places
WHERE $partnership IS NULL OR size(places) > 0
WITH rank, change, what, detail, about, fact, since, until, places[0] AS place,
     CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (fact)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant,
     CASE WHEN $theme IS NULL THEN false ELSE EXISTS { MATCH (fact)<-[:RESPONDED_WITH|HAS_STATUS]-(:Recommendation|Action)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS told_of
WHERE meant OR told_of
OPTIONAL MATCH (p:Partnership)
WHERE p.id = place
WITH rank, change, what, detail, about, fact, since, until, p.name AS partnership
ORDER BY rank, toString(until), partnership, what, detail, about, fact.id
LIMIT $limit
CALL (rank, fact) {
  WITH rank, fact
  WHERE rank > 1
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  RETURN s, d
  UNION ALL
  WITH rank, fact
  WHERE rank <= 1
  MATCH (fact)<-[:OF]-(s:Passage)
  WITH fact AS d, s
  ORDER BY coalesce(s.page, 0), coalesce(s.line, 0), s.id
  LIMIT 1
  RETURN s, d
}
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH rank, change, what, detail, about, fact, since, until, partnership, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH rank, change, what, detail, about, fact, since, until, partnership, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH rank, change, what, detail, about, fact, since, until, partnership, collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN change, what, detail, about, toString(since) AS date_from, toString(until) AS date_to, partnership, evidence
ORDER BY rank, date_to, partnership, what, detail, about, fact.id
LIMIT $limit
