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
//   by_wording: integer – of all these, those taken by their words alone, which no person has said to be right
//   only_by_wording: boolean – that is all of them
//   evidence: evidence – the passages
// denominator: findings, recommendations, actions – learning points, recommendations and actions loaded, in the same scope
// read-as: In the order of the alphabet, never by number. A service is named because the learning speaks of it; having a
//   part in a case, and being asked to act, is not blame.
// caveats:
//   A service counts where it is named in the words, or a recommendation or action is addressed to it; much learning names
//   … nobody.
//   Services that are spoken of more often may simply be in more cases.
// empty: No loaded learning point, recommendation or action names a service.
// revision: 2
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL (wanted) {
  MATCH (k:AgencyType)-[a:SPOKEN_OF_ON]->(t:Theme)
  WHERE $partnership IS NULL AND $passages <= 5 AND ($theme IS NULL OR t.id IN wanted)
    AND ($agency_type IS NULL OR k.id = $agency_type OR toLower(k.name) = toLower($agency_type))
  RETURN k, t, a.asked AS asked, a.toImprove AS to_improve, a.doneWell AS done_well, a.topics AS topics, a.reviews AS reviews,
         a.partnerships AS partnerships, a.confirmed AS confirmed, a.byWording AS by_wording, a.passages AS of, a.first AS first, [] AS facts
  UNION ALL
  CALL () {
    MATCH (x:Finding)-[:NAMES]->(k:AgencyType)
    WHERE ($partnership IS NOT NULL OR $passages > 5)
      AND ($agency_type IS NULL OR k.id = $agency_type OR toLower(k.name) = toLower($agency_type))
    RETURN x, k.id AS kind, x.polarity AS polarity
    UNION ALL
    MATCH (x:Recommendation|Action)-[:ADDRESSED_TO]->(:Agency)-[:OF_TYPE]->(k:AgencyType)
    WHERE ($partnership IS NOT NULL OR $passages > 5)
      AND ($agency_type IS NULL OR k.id = $agency_type OR toLower(k.name) = toLower($agency_type))
    RETURN DISTINCT x, k.id AS kind, 'asked' AS polarity
  }
  WITH wanted, x, kind, polarity, x.places AS places
  UNWIND CASE WHEN size(coalesce(places, [])) = 0 THEN [null] ELSE places END AS place
  OPTIONAL MATCH (p:Partnership)
  WHERE p.id = place
  WITH wanted, x, kind, polarity, place, p.name AS named
  WHERE $partnership IS NULL OR place = $partnership OR toLower(named) = toLower($partnership)
  OPTIONAL MATCH (x)<-[:IDENTIFIES|MAKES|LED_TO]-(o:Review|Assurance)
  WITH wanted, x, kind, polarity, place, CASE WHEN o:Review THEN o.canonical ELSE o.id END AS owner
  MATCH (x)-[a:ABOUT]->(t:Theme)
  WHERE ($theme IS NULL OR t.id IN wanted) AND coalesce(a.polarity, '') <> 'absent'
  WITH kind, t.id AS theme, collect(DISTINCT x) AS facts,
       count(DISTINCT CASE WHEN polarity = 'asked' THEN x.id END) AS asked,
       count(DISTINCT CASE WHEN polarity IN ['shortfall', 'barrier'] THEN x.id END) AS to_improve,
       count(DISTINCT CASE WHEN polarity = 'good-practice' THEN x.id END) AS done_well,
       count(DISTINCT CASE WHEN polarity = 'not-stated' THEN x.id END) AS topics,
       count(DISTINCT owner) AS reviews, count(DISTINCT place) AS partnerships,
       count(DISTINCT CASE WHEN a.state = 'confirmed' THEN x.id END) AS confirmed,
       count(DISTINCT CASE WHEN x.onlyByWording THEN x.id END) AS by_wording
  MATCH (k:AgencyType)
  WHERE k.id = kind
  MATCH (t:Theme)
  WHERE t.id = theme
  RETURN k, t, asked, to_improve, done_well, topics, reviews, partnerships, confirmed, by_wording, null AS of, [] AS first, facts
}
WITH k, t, asked, to_improve, done_well, topics, reviews, partnerships, confirmed, by_wording, of, first, facts
ORDER BY k.name, k.id, t.name, t.id
LIMIT $limit
CALL (of, first, facts) {
  WITH of, first
  WHERE of IS NOT NULL
  UNWIND first[0..$passages] AS id
  MATCH (s:Passage)
  WHERE s.id = id
  MATCH (s)-[:OF]->(d:Document)
  WITH of, d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH of, collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told
  RETURN {passages: told, of: of} AS evidence
  UNION ALL
  WITH of, facts
  WHERE of IS NULL
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH s, d, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH collect(s)[0..$passages] AS shown,
       count(DISTINCT d.name + toString(coalesce(s.page, 0)) + ' ' + toString(coalesce(s.line, 0)) + s.quote) AS many
  UNWIND shown AS s
  MATCH (s)-[:OF]->(d:Document)
  WITH many, d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH many, collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told
  RETURN {passages: told, of: many} AS evidence
}
RETURN k.id AS agency_type, k.name AS service, t.id AS theme, t.name AS label, asked, to_improve, done_well, topics, reviews,
       partnerships, confirmed, by_wording, by_wording > 0 AND by_wording = asked + to_improve + done_well + topics AS only_by_wording, evidence
ORDER BY service, agency_type, label, theme
LIMIT $limit
