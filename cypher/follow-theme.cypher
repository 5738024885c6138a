// id: follow-theme
// title: Everything said about a theme, in time order
// question: Are fathers and hidden men still invisible? What was learnt, asked, done and tested about it, and when?
// answers: table
// for: scrutineer, learning lead, analyst
// topic: themes
// params:
//   theme: string – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   from: date = null – only what can have been on or after this day
//   to: date = null – only what can have been on or before this day
//   as_of: date = null – only what was known by this day; what bears no date stays
//   limit: integer = 500 – rows at most
// returns:
//   date_from: string – first day it can have been
//   date_to: string – last day it can have been
//   dated_by: string – what orders it: incident, review, test, period, document
//   kind: string – what needs to improve, done well, stated as not present, recommended, said to be done, tested …
//   text: string – the words
//   told_by: string – the review or test it belongs to, else the document
//   partnership: string – whose work it tells of; several that publish jointly are one of their own
//   reply: string – of what was recommended, and of an action by what it delivers: what was replied, and by whom; else not stated
//   themes: strings – the themes it was found under
//   confirmed: boolean – a person confirmed at least one of these theme links
//   opportunity: string – in how many later reviews of a like child the theme is found wanting, of how many; else not computed
//   evidence: evidence – the passages
// denominator: documents – documents loaded, in the same scope
// read-as: A list of statements, earliest first by the last day each can have been. Order is proven only where the last
//   day of one is before the first day of the next.
// caveats:
//   A statement dated by its document can be about any time before it was published.
//   Opportunity is computed only where the codebook states which children a theme is about; it counts reviews, not failings.
//   Theme links are suggested by rules until a person confirms them.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No loaded document says anything on this theme in this scope.
// revision: 6
MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
WITH collect(DISTINCT t) AS themes
CALL (themes) {
  UNWIND themes AS t
  MATCH (t)<-[:ABOUT]-(x:Finding)
  WHERE $partnership IS NULL AND $from IS NULL AND $to IS NULL AND $as_of IS NULL AND x.datedTo IS NOT NULL
  WITH DISTINCT x
  ORDER BY x.datedTo
  LIMIT $limit
  WITH collect(x.datedTo) AS days
  RETURN CASE WHEN size(days) = $limit THEN days[size(days) - 1] END AS last
}
UNWIND themes AS t
CALL (t, last) {
  MATCH (t)<-[a:ABOUT]-(x:Finding)
  WHERE last IS NULL OR coalesce(x.datedTo <= last, true)
  OPTIONAL MATCH (x)<-[:IDENTIFIES]-(o:Review|Assurance)
  RETURN x AS fact, null AS told_in, a.state AS state, CASE WHEN $as_of < a.opportunityFrom THEN 'not computed for this day' ELSE a.opportunity END AS chance, o.name AS owner, x.text AS text, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis,
         CASE WHEN 'absent' IN [a.polarity, x.polarity] THEN 'stated as not present'
              WHEN 'good-practice' IN [a.polarity, x.polarity] THEN 'done well'
              WHEN x.polarity = 'shortfall' THEN 'what needs to improve'
              WHEN x.polarity = 'barrier' THEN 'what got in the way'
              ELSE 'learning' END AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Recommendation)
  WHERE last IS NULL OR coalesce(x.datedTo <= last, true)
  OPTIONAL MATCH (x)<-[:MAKES]-(o:Review|Assurance)
  RETURN x AS fact, null AS told_in, a.state AS state, CASE WHEN $as_of < a.opportunityFrom THEN 'not computed for this day' ELSE a.opportunity END AS chance, o.name AS owner, x.text AS text, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis, 'recommended' AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Action)
  WHERE last IS NULL OR coalesce(x.datedTo <= last, true)
  OPTIONAL MATCH (x)<-[:LED_TO]-(o:Review|Assurance|Priority)
  RETURN x AS fact, null AS told_in, a.state AS state, CASE WHEN $as_of < a.opportunityFrom THEN 'not computed for this day' ELSE a.opportunity END AS chance, o.name AS owner, x.text AS text, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis,
         CASE WHEN x.promise THEN 'promised'
              WHEN NOT ($as_of IS NULL OR coalesce(x.statusFrom <= date($as_of), true)) THEN 'action'
              WHEN CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 'said to be done'
              WHEN CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['under-way', 'on-track', 'at-risk', 'overdue'] THEN 'under way'
              ELSE 'action' END AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Evidence)
  RETURN x AS fact, null AS told_in, a.state AS state, null AS chance, null AS owner, x.text AS text, x.datedFrom AS dated, x.datedTo AS until,
         'period' AS basis, 'evidence' AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Assurance)
  RETURN x AS fact, null AS told_in, a.state AS state, null AS chance, x.name AS owner, x.name AS text, x.dateFrom AS dated, x.dateTo AS until,
         'test' AS basis, 'tested' AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Review)
  RETURN x AS fact, a.told AS told_in, a.state AS state, null AS chance, x.name AS owner, x.name AS text, x.datedFrom AS dated, x.datedTo AS until,
         x.dateBasis AS basis,
         CASE WHEN a.polarity = 'absent' THEN 'stated as not present' ELSE 'in the story of the case' END AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Case)
  OPTIONAL MATCH (x)<-[:EXAMINES]-(o:Review)
  RETURN x AS fact, a.told AS told_in, a.state AS state, null AS chance, o.name AS owner, x.name AS text, o.datedFrom AS dated, o.datedTo AS until,
         o.dateBasis AS basis,
         CASE WHEN a.polarity = 'absent' THEN 'stated as not present' ELSE 'in the story of the case' END AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Judgement)
  OPTIONAL MATCH (x)<-[:RECEIVED]-(o:Review|Assurance|Partnership)
  RETURN x AS fact, null AS told_in, a.state AS state, null AS chance, o.name AS owner, x.text AS text, null AS dated, null AS until, null AS basis,
         'view' AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Priority)
  RETURN x AS fact, null AS told_in, a.state AS state, null AS chance, null AS owner, x.name AS text, null AS dated, null AS until, null AS basis,
         'priority' AS kind
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Statistic)
  RETURN x AS fact, null AS told_in, a.state AS state, null AS chance, null AS owner, x.text AS text, null AS dated, null AS until, null AS basis,
         'printed figure' AS kind
}
CALL (fact, told_in) {
  MATCH (fact)-[:STATED_IN]->(s:Passage)
  WHERE told_in IS NULL
  RETURN s
  UNION ALL
  UNWIND told_in AS id
  MATCH (s:Passage)
  WHERE s.id = id
  RETURN s
}
MATCH (s)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH t, fact, state, chance, text, kind, s, d, p, coalesce(owner, d.name) AS teller, coalesce(dated, d.periodFrom) AS since,
     coalesce(until, d.periodTo, d.publishedTo) AS until, coalesce(basis, 'document') AS basis
WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
  AND ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR coalesce(since, until) <= date($to))
  AND ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true)) AND ($as_of IS NULL OR coalesce(fact.knownFrom <= date($as_of), true))
WITH fact, kind, text, min(since) AS since, max(until) AS until, min(basis) AS dated_by, min(teller) AS told_by,
     min(p.name) AS partnership, collect(DISTINCT t.id) AS found, collect(DISTINCT state) AS states, min(chance) AS chance,
     collect(DISTINCT s) AS told
ORDER BY until, since, kind, text, fact.id
LIMIT $limit
CALL (found) {
  UNWIND found AS id
  WITH id
  ORDER BY id
  RETURN collect(id) AS themes
}
CALL (told) {
  UNWIND told AS s
  MATCH (s)-[:OF]->(d:Document)
  WITH d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN toString(since) AS date_from, toString(until) AS date_to, dated_by, kind, text, told_by, partnership,
       CASE WHEN fact:Recommendation OR fact:Action THEN reduce(said = 'not stated', at IN range(0, size(coalesce(fact.replies, [])) - 1) | CASE WHEN fact.repliesFrom[at] > $as_of THEN said WHEN said = 'not stated' THEN fact.replies[at] ELSE said + '; ' + fact.replies[at] END) END AS reply, themes,
       'confirmed' IN states AS confirmed, coalesce(chance, 'not computed') AS opportunity, evidence
ORDER BY until, since, kind, text, fact.id
LIMIT $limit
