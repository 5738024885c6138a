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
  MATCH (x:Finding|Recommendation|Action)-[:NAMES]->(k:AgencyType)
  RETURN x, k, CASE WHEN x:Finding THEN 0 ELSE null END AS named, 0 AS addressed
  UNION
  MATCH (x:Recommendation|Action)-[:ADDRESSED_TO]->(:Agency)-[:OF_TYPE]->(k:AgencyType)
  RETURN x, k, null AS named, 1 AS addressed
}
WITH x, k, max(addressed) AS addressed
WHERE ($agency_type IS NULL OR k.id = $agency_type OR toLower(k.name) = toLower($agency_type))
  AND (x:Finding OR addressed = 1)
MATCH (x)-[a:ABOUT]->(t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE ($theme IS NULL OR top.id = $theme OR toLower(top.name) = toLower($theme)) AND coalesce(a.polarity, '') <> 'absent'
WITH x, k, addressed, t, max(CASE WHEN a.state = 'confirmed' THEN 1 ELSE 0 END) AS sure
MATCH (x)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, k, addressed, t, sure, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
OPTIONAL MATCH (x)<-[:IDENTIFIES|MAKES|LED_TO]-(o:Review|Assurance)
WITH x, k, addressed, t, sure, s, d, p, CASE WHEN o:Review THEN o.canonical ELSE o.id END AS owner,
     CASE WHEN x:Finding THEN x.polarity END AS polarity
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
RETURN k.id AS agency_type, k.name AS service, t.id AS theme, t.name AS label,
       count(DISTINCT CASE WHEN addressed = 1 THEN x.id END) AS asked,
       count(DISTINCT CASE WHEN polarity IN ['shortfall', 'barrier'] THEN x.id END) AS to_improve,
       count(DISTINCT CASE WHEN polarity = 'good-practice' THEN x.id END) AS done_well,
       count(DISTINCT CASE WHEN polarity = 'not-stated' THEN x.id END) AS topics,
       count(DISTINCT owner) AS reviews, count(DISTINCT p.id) AS partnerships,
       count(DISTINCT CASE WHEN sure = 1 THEN x.id END) AS confirmed,
       collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
ORDER BY service, agency_type, label, theme
LIMIT $limit
