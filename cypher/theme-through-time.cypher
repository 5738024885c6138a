// id: theme-through-time
// title: A theme through the years
// question: Is it getting better? How many reviews a year name it?
// answers: table
// for: scrutineer, analyst
// topic: themes
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   from: date = null – only what can have happened on or after this day
//   to: date = null – only what can have happened on or before this day
//   limit: integer = 500 – rows at most
// returns:
//   theme: string – codebook notation
//   label: string – the theme in words
//   year: string – the year; two years where it can have been either, "not dated" where no date is known
//   told_of: string – one partnership each, or several that publish jointly: then their names, and the row stands apart
//   reviews: integer – reviews of that year in which the theme arises
//   of_reviews: integer – reviews of that year that are loaded
//   tests: integer – audits, deep dives and inspections of that year that found it wanting
//   documents: integer – documents about that year that name it as learning outside any one review or test
//   dated_by: strings – which dates order them: incident, review, test, period, document
//   confirmed: integer – of these reviews, those with at least one theme link that a person confirmed
//   evidence: evidence – the passages
// denominator: reviews – reviews loaded, in the same scope
// read-as: n of N reviews a year, by when the incident was where that is known. Few reviews a year: a rise or fall of one
//   or two is chance.
// caveats:
//   Years are not comparable where the documents count differently, cover other sets or overlap.
//   Rows of a joint document stand apart; never add them to those of its members.
//   No percentage is shown, because there are rarely 10 reviews a year.
// empty: No loaded document of this scope can be placed in time for this.
// revision: 1
MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE $theme IS NULL OR top.id = $theme OR toLower(top.name) = toLower($theme)
WITH DISTINCT t
CALL (t) {
  MATCH (t)<-[a:ABOUT]-(f:Finding)<-[:IDENTIFIES]-(r:Review)
  WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'learning' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, r.dateBasis AS basis, a.state AS state, f AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Recommendation|Action)<-[:MAKES|LED_TO]-(r:Review)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'learning' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, r.dateBasis AS basis, a.state AS state, x AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(r:Review)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'story' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, r.dateBasis AS basis, a.state AS state, r AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(c:Case)<-[:EXAMINES]-(r:Review)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'story' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, r.dateBasis AS basis, a.state AS state, c AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(f:Finding)<-[:IDENTIFIES]-(x:Assurance)
  WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (x)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'test' AS told, x.id AS source, null AS telling, x.dateFrom AS dated, x.dateTo AS until,
         p.id AS place, p.name AS place_name, 'test' AS basis, a.state AS state, f AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(f:Finding)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  WITH a, f, d, EXISTS { MATCH (f)<-[:IDENTIFIES]-(:Review|Assurance) } AS hangs
  WHERE NOT hangs
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  RETURN 'document' AS told, d.id AS source, null AS telling, f.datedFrom AS dated, f.datedTo AS until,
         p.id AS place, p.name AS place_name, f.dateBasis AS basis, a.state AS state, f AS fact
}
WITH t, told, source, dated, until, place, place_name, basis, state, fact
WHERE ($partnership IS NULL OR place = $partnership OR toLower(place_name) = toLower($partnership))
  AND ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR dated <= date($to))
WITH t, told, source, place, place_name, state, fact, coalesce(basis, 'document') AS basis, until AS last_day,
     CASE WHEN until IS NULL THEN 'not dated' WHEN dated IS NULL THEN 'up to ' + toString(until.year)
          WHEN dated.year = until.year THEN toString(until.year)
          ELSE toString(dated.year) + ' to ' + toString(until.year) END AS year
WITH t, year, place, place_name, collect(DISTINCT fact) AS facts, collect(DISTINCT basis) AS dated_by, min(last_day) AS sorted_by,
     count(DISTINCT CASE WHEN told IN ['learning', 'story'] THEN source END) AS reviews,
     count(DISTINCT CASE WHEN told = 'test' THEN source END) AS tests,
     count(DISTINCT CASE WHEN told = 'document' THEN source END) AS documents,
     count(DISTINCT CASE WHEN told IN ['learning', 'story'] AND state = 'confirmed' THEN source END) AS confirmed
CALL (year, place) {
  OPTIONAL MATCH (r:Review)-[:CONDUCTED_FOR]->(p:Partnership)
  WHERE p.id = place
  WITH r, year,
     CASE WHEN r.datedTo IS NULL THEN 'not dated' WHEN r.datedFrom IS NULL THEN 'up to ' + toString(r.datedTo.year)
          WHEN r.datedFrom.year = r.datedTo.year THEN toString(r.datedTo.year)
          ELSE toString(r.datedFrom.year) + ' to ' + toString(r.datedTo.year) END AS own
  RETURN count(DISTINCT CASE WHEN own = year THEN r.canonical END) AS of_reviews
}
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
CALL (dated_by) {
  UNWIND dated_by AS basis
  WITH basis ORDER BY basis
  RETURN collect(basis) AS bases
}
RETURN t.id AS theme, t.name AS label, year, coalesce(place_name, 'partnership not stated') AS told_of, reviews, of_reviews, tests,
       documents, bases AS dated_by, confirmed, evidence
ORDER BY label, theme, sorted_by, year, told_of
LIMIT $limit
