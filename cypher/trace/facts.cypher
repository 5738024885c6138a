// Facts by id, one parameter a kind, with dates, what kind of statement each is, whose it is, and their passages.
CALL () {
  MATCH (x:Review)
  WHERE x.id IN $reviews
  RETURN x AS fact, 'Review' AS label, x.id AS id, x.name AS text, CASE WHEN x.onlyInTracker THEN 'named only in the tracker' ELSE coalesce(x.decision, '') END AS detail, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis, null AS extra, x.kind AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Case)
  WHERE x.id IN $cases
  RETURN x AS fact, 'Case' AS label, x.id AS id, x.name AS text, x.incidentPrinted AS detail, x.incidentFrom AS dated, x.incidentTo AS until,
         'incident' AS basis, null AS extra, x.canonical AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Child)
  WHERE x.id IN $children
  RETURN x AS fact, 'Child' AS label, x.id AS id, x.name AS text, x.agePrinted AS detail, null AS dated, null AS until,
         null AS basis, null AS extra, x.outcome AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:ChronologyEntry)
  WHERE x.id IN $events
  RETURN x AS fact, 'ChronologyEntry' AS label, x.id AS id, x.text AS text, x.name AS detail, x.dateFrom AS dated, x.dateTo AS until,
         'incident' AS basis, null AS extra, null AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Finding)
  WHERE x.id IN $findings
  RETURN x AS fact, 'Finding' AS label, x.id AS id, x.text AS text, x.heading AS detail, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis, null AS extra, x.polarity AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Recommendation)
  WHERE x.id IN $recommendations
  RETURN x AS fact, 'Recommendation' AS label, x.id AS id, x.text AS text, x.ref AS detail, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis, x.duePrinted AS extra, null AS code, x.stated AS stated, false AS promise
  UNION ALL
  MATCH (x:Action)
  WHERE x.id IN $actions
  RETURN x AS fact, 'Action' AS label, x.id AS id, x.text AS text, x.statusPrinted AS detail, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis, x.duePrinted AS extra, x.status AS code, true AS stated, x.promise AS promise
  UNION ALL
  MATCH (x:Assurance)
  WHERE x.id IN $tests
  RETURN x AS fact, 'Assurance' AS label, x.id AS id, x.name AS text, x.issuer AS detail, x.dateFrom AS dated, x.dateTo AS until,
         'test' AS basis, toString(x.sampleSize) AS extra, x.kind AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Evidence)
  WHERE x.id IN $evidence
  RETURN x AS fact, 'Evidence' AS label, x.id AS id, x.text AS text, x.cue AS detail, x.datedFrom AS dated, x.datedTo AS until,
         null AS basis, null AS extra, x.grade AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:StatusEvent)
  WHERE x.id IN $statuses
  RETURN x AS fact, 'StatusEvent' AS label, x.id AS id, x.name AS text, x.statusPrinted AS detail, x.dateFrom AS dated, x.dateTo AS until,
         null AS basis, x.by AS extra, x.status AS code, x.closes AS stated, false AS promise
  UNION ALL
  MATCH (x:Judgement)
  WHERE x.id IN $views
  RETURN x AS fact, 'Judgement' AS label, x.id AS id, x.text AS text, x.author AS detail, x.givenOn AS dated, x.givenOn AS until,
         null AS basis, null AS extra, x.authorRole AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Priority)
  WHERE x.id IN $priorities
  RETURN x AS fact, 'Priority' AS label, x.id AS id, x.name AS text, x.number AS detail, null AS dated, null AS until,
         null AS basis, null AS extra, null AS code, true AS stated, false AS promise
  UNION ALL
  MATCH (x:Response)
  WHERE x.id IN $replies
  RETURN x AS fact, 'Response' AS label, x.id AS id, x.text AS text, x.author AS detail, null AS dated, null AS until,
         null AS basis, null AS extra, x.kind AS code, true AS stated, false AS promise
}
OPTIONAL MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH fact, label, id, text, detail, dated, until, basis, extra, code, stated, promise, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
RETURN label, id, text, detail, dated, until, basis, extra, code, stated, promise, min(p.name) AS partnership,
       min(fact.assessed) AS assessed, min(fact.stands) AS stands, min(fact.assessedBy) AS assessed_by, collect(fact.onlyByWording)[0] AS by_wording, collect(fact.replies)[0] AS replies,
       min(d.periodFrom) AS period_from, min(d.publishedFrom) AS published_from, min(d.publishedTo) AS published_to,
       collect(DISTINCT CASE WHEN s IS NULL THEN null ELSE {document: d.name, page: s.page, line: s.line, quote: s.quote} END) AS evidence
ORDER BY label, id
