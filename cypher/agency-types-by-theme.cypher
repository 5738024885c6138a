// id: agency-types-by-theme
// title: Services that the learning speaks of
// question: Which services is the learning addressed to, and on what?
// answers: table
// for: scrutineer, learning lead
// topic: services
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   agency_type: string = null – one kind of service (id or name)
//   partnership: string = null – only this partnership (its joint documents are left out)
//   limit: integer = 500 – rows at most
//   passages: integer = 5 – passages a row at most; how many there are is told beside them
// returns:
//   agency_type: string – kind of service
//   service: string – in words
//   theme: string – the theme
//   label: string – the theme in words
//   asked: integer – recommendations and actions addressed to it
//   to_improve: integer – learning points that name it, on what needs to improve or got in the way
//   done_well: integer – learning points that name it, on what was done well
//   topics: integer – learning points that name it without saying which
//   reviews: integer – reviews and tests these belong to
//   partnerships: integer – partnerships they tell of; several that publish jointly count as one of their own
//   confirmed: integer – of all these learning points, recommendations and actions, those whose theme a person confirmed
//   evidence: evidence – the passages
// denominator: findings, recommendations, actions – learning points, recommendations and actions loaded, in the same scope
// read-as: In the order of the alphabet, never by number. A service is named because the learning speaks of it; having a
//   part in a case, and being asked to act, is not blame.
// caveats:
//   A service counts where it is named in the words, or a recommendation or action is addressed to it; much learning names
//   … nobody.
//   Services that are spoken of more often may simply be in more cases.
// empty: No loaded learning point, recommendation or action names a service.
// revision: 1
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL () {
  MATCH (x:Finding)-[:NAMES]->(k:AgencyType)
  WHERE $agency_type IS NULL OR k.id = $agency_type OR toLower(k.name) = toLower($agency_type)
  MATCH (x)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, k, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  OPTIONAL MATCH (x)<-[:IDENTIFIES]-(o:Review|Assurance)
  RETURN x, k.id AS kind, p.id AS place, CASE WHEN o:Review THEN o.canonical ELSE o.id END AS owner, x.polarity AS polarity
  UNION ALL
  MATCH (x:Recommendation|Action)-[:ADDRESSED_TO]->(:Agency)-[:OF_TYPE]->(k:AgencyType)
  WHERE $agency_type IS NULL OR k.id = $agency_type OR toLower(k.name) = toLower($agency_type)
  WITH DISTINCT x, k
  MATCH (x)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH x, k, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  OPTIONAL MATCH (x)<-[:MAKES|LED_TO]-(o:Review|Assurance)
  RETURN x, k.id AS kind, p.id AS place, CASE WHEN o:Review THEN o.canonical ELSE o.id END AS owner, 'asked' AS polarity
}
MATCH (x)-[a:ABOUT]->(t:Theme)
WHERE ($theme IS NULL OR t.id IN wanted) AND coalesce(a.polarity, '') <> 'absent'
WITH kind, t.id AS theme, collect(DISTINCT x) AS facts,
     count(DISTINCT CASE WHEN polarity = 'asked' THEN x.id END) AS asked,
     count(DISTINCT CASE WHEN polarity IN ['shortfall', 'barrier'] THEN x.id END) AS to_improve,
     count(DISTINCT CASE WHEN polarity = 'good-practice' THEN x.id END) AS done_well,
     count(DISTINCT CASE WHEN polarity = 'not-stated' THEN x.id END) AS topics,
     count(DISTINCT owner) AS reviews, count(DISTINCT place) AS partnerships,
     count(DISTINCT CASE WHEN a.state = 'confirmed' THEN x.id END) AS confirmed
MATCH (k:AgencyType)
WHERE k.id = kind
MATCH (t:Theme)
WHERE t.id = theme
WITH k, t, facts, asked, to_improve, done_well, topics, reviews, partnerships, confirmed
ORDER BY k.name, k.id, t.name, t.id
LIMIT $limit
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH s, d, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH collect(s)[0..$passages] AS shown,
       count(DISTINCT d.name + toString(coalesce(s.page, 0)) + ' ' + toString(coalesce(s.line, 0)) + s.quote) AS of
  UNWIND shown AS s
  MATCH (s)-[:OF]->(d:Document)
  WITH of, d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH of, collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS first
  RETURN {passages: first, of: of} AS evidence
}
RETURN k.id AS agency_type, k.name AS service, t.id AS theme, t.name AS label, asked, to_improve, done_well, topics, reviews,
       partnerships, confirmed, evidence
ORDER BY service, agency_type, label, theme
LIMIT $limit
