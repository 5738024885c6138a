// id: closed-on-outputs
// title: Closed, or said to be done, on outputs alone
// question: Which were closed just because training was delivered?
// answers: table
// for: scrutineer, learning lead
// topic: closure
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – only what was closed, or said to be done, by this day at the latest: a report of a year counts from the end of that year
//   limit: integer = 200 – rows at most
// returns:
//   text: string – the recommendation or action
//   kind: string – recommendation or action
//   closure: string – closed by record, or said to be done (which is not closed)
//   on_from: string – first day it can have been
//   on_to: string – last day it can have been
//   assessed: string – how it stands as assessed from all that is loaded, and who says so: a person, printed, or worked out
//   reply: string – what was replied to it, or to what it delivers, and by whom: accepted, in part, not accepted …; else not stated
//   means: string – how the action works, by its words: training, a procedure, a tool …
//   shown: string – the strongest that is offered by then: nothing, said so, done, people reached
//   items: integer – lines offered as evidence by then
//   tested_since: strings – tests of it that came later
//   partnership: string – whose work it is
//   evidence: evidence – where it is closed or said to be done, then what is offered
// denominator: recommendations, actions – recommendations and actions loaded, in the same scope
// read-as: What was delivered, with nothing yet on whether practice changed. Only rows that say closed by record are
//   closed; where there is none, none is closed by record in the loaded documents.
// caveats:
//   Said to be done is the publisher's word for it; it closes nothing.
//   Evidence may exist that is not published.
//   Evidence printed under the same priority counts for each action there, in the publisher's favour.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: Nothing is closed by record or said to be done on outputs alone in the loaded documents.
// revision: 6
MATCH (e:StatusEvent)
WHERE ($as_of IS NULL OR (coalesce(coalesce(e.dateTo, e.dateFrom) <= date($as_of), true) AND coalesce(e.knownFrom <= date($as_of), true)))
  AND coalesce(e.reopenedOn > date($as_of), e.reopenedOn IS NULL)
  AND NOT e.status IN ['C-SU', 'C-NA', 'C-RC', 'C-NI', 'C-NR']
  AND (e.closes OR e.reopenedOn IS NOT NULL AND e.name STARTS WITH 'closed' OR e.status STARTS WITH 'complete' OR e.status = 'embedded')
MATCH (e)<-[:HAS_STATUS]-(x:Recommendation|Action)
WITH x, e, CASE WHEN e.closes OR e.reopenedOn IS NOT NULL AND e.name STARTS WITH 'closed' THEN 0 WHEN x:Action AND (e.status STARTS WITH 'complete' OR e.status = 'embedded') THEN 1 END AS rank
WHERE rank IS NOT NULL
WITH x, e, rank, EXISTS { MATCH (asked:Recommendation)-[:HAS_STATUS]->(e) WHERE asked.stated AND asked.id <> x.id } AS told_there,
     EXISTS { MATCH (x)<-[:DELIVERED_BY]-(:Recommendation)-[:HAS_STATUS]->(o:StatusEvent) WHERE e.closes AND o.closes AND o.statusPrinted = e.statusPrinted } AS of_another
WHERE (NOT told_there OR x:Recommendation AND x.stated) AND NOT of_another
WITH x, e, rank
ORDER BY x.id, rank, coalesce(e.dateTo, e.dateFrom), e.id
WITH x, collect(e)[0] AS e, min(rank) AS rank
WITH x, e, rank, CASE WHEN $theme IS NULL THEN true ELSE
     EXISTS { MATCH (x)-[:ABOUT]->(:Theme)-[:BROADER*0..5]->(top:Theme) WHERE top.id = $theme OR toLower(top.name) = toLower($theme) } END AS meant
WHERE meant
OPTIONAL MATCH (x)-[:EVIDENCED_BY]->(v:Evidence)
WHERE coalesce(v.grade, '') > 'E2' AND NOT coalesce(v.datedFrom > e.dateTo, false) AND ($as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true))
WITH x, e, rank, count(v) AS strong
WHERE strong = 0
OPTIONAL MATCH (x)-[:DELIVERED_BY]->(:Action)-[:EVIDENCED_BY]->(v:Evidence)
WHERE coalesce(v.grade, '') > 'E2' AND NOT coalesce(v.datedFrom > e.dateTo, false) AND ($as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true))
WITH x, e, rank, count(v) AS strong
WHERE strong = 0
OPTIONAL MATCH (x)<-[:LED_TO]-(:Priority)-[:EVIDENCED_BY]->(v:Evidence)
WHERE coalesce(v.grade, '') > 'E2' AND NOT coalesce(v.datedFrom > e.dateTo, false) AND ($as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true))
WITH x, e, rank, count(v) AS strong
WHERE strong = 0
OPTIONAL MATCH (x)<-[:TESTS]-(n:Assurance)
WHERE NOT coalesce(n.dateFrom > e.dateTo, false) AND ($as_of IS NULL OR coalesce(n.knownFrom <= date($as_of), true))
WITH x, e, rank, count(n) AS tested
WHERE tested = 0
OPTIONAL MATCH (x)-[:DELIVERED_BY]->(:Action)<-[:TESTS]-(n:Assurance)
WHERE NOT coalesce(n.dateFrom > e.dateTo, false) AND ($as_of IS NULL OR coalesce(n.knownFrom <= date($as_of), true))
WITH x, e, rank, count(n) AS tested
WHERE tested = 0
MATCH (e)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, e, rank, s, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH x, e, rank, min(p.name) AS partnership, collect(DISTINCT s) AS told
ORDER BY rank, x.means, e.dateTo, x.text, x.id
LIMIT $limit
CALL (x) {
  MATCH (x)-[:EVIDENCED_BY]->(v:Evidence)
  RETURN v AS shown
  UNION
  MATCH (x)-[:DELIVERED_BY]->(:Action)-[:EVIDENCED_BY]->(v:Evidence)
  RETURN v AS shown
  UNION
  MATCH (x)<-[:LED_TO]-(:Priority)-[:EVIDENCED_BY]->(v:Evidence)
  RETURN v AS shown
  UNION
  RETURN null AS shown
}
WITH x, e, rank, partnership, told, shown
WHERE shown IS NULL OR (NOT coalesce(shown.datedFrom > e.dateTo, false)
   AND ($as_of IS NULL OR coalesce(shown.knownFrom <= date($as_of), true)))
WITH x, e, rank, partnership, told, max(shown.grade) AS best, count(DISTINCT shown.id) AS items, collect(DISTINCT shown) AS offered
CALL (x) {
  MATCH (x)<-[:TESTS]-(n:Assurance)
  RETURN n AS test
  UNION
  MATCH (x)-[:DELIVERED_BY]->(:Action)<-[:TESTS]-(n:Assurance)
  RETURN n AS test
  UNION
  RETURN null AS test
}
WITH x, e, rank, partnership, told, best, items, offered, test
WHERE test IS NULL OR $as_of IS NULL OR coalesce(test.knownFrom <= date($as_of), true)
WITH x, e, rank, partnership, told, best, items, offered, test
ORDER BY test.dateFrom, test.name
WITH x, e, rank, partnership, told, best, items, offered,
     collect(DISTINCT CASE WHEN test.dateFrom > e.dateTo
       THEN test.name + coalesce(', ' + test.datePrinted, '') END) AS tested_since
UNWIND told AS s
MATCH (s)-[:OF]->(d:Document)
WITH x, e, rank, best, items, offered, tested_since, partnership, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH x, e, rank, best, items, offered, tested_since, partnership,
     collect(DISTINCT {side: 'said', document: d.name, page: s.page, line: s.line, quote: s.quote}) AS said
CALL (offered) {
  UNWIND CASE WHEN size(offered) = 0 THEN [null] ELSE offered END AS v
  OPTIONAL MATCH (v)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect(CASE WHEN s IS NOT NULL
    THEN {side: 'offered', document: d.name, page: s.page, line: s.line, quote: s.quote} END) AS lines
}
RETURN x.text AS text, CASE WHEN x:Recommendation THEN 'recommendation' ELSE 'action' END AS kind,
       CASE rank WHEN 0 THEN 'closed by record' ELSE 'said to be done' END AS closure,
       toString(e.dateFrom) AS on_from, toString(e.dateTo) AS on_to, CASE WHEN x.assessedFrom > date($as_of) THEN 'not assessed for this day' ELSE x.assessed + coalesce(' (' + x.assessedBy + ')', '') END AS assessed,
       reduce(said = 'not stated', at IN range(0, size(coalesce(x.replies, [])) - 1) | CASE WHEN x.repliesFrom[at] > $as_of THEN said WHEN said = 'not stated' THEN x.replies[at] ELSE said + '; ' + x.replies[at] END) AS reply, x.means AS means,
       CASE best WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' ELSE 'nothing' END AS shown,
       items, tested_since, partnership, said + lines AS evidence
ORDER BY rank, x.means, e.dateTo, text, x.id
LIMIT $limit
