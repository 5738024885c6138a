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
//   by_wording: integer – of these reviews, tests and documents, those in which only what was taken by its words alone is about it
//   only_by_wording: boolean – that is all of them: no heading, no rule and no person says that it arises
//   evidence: evidence – the passages
// denominator: reviews – reviews loaded, in the same scope
// read-as: n of N reviews a year, by when the incident was where that is known. Few reviews a year: a rise or fall of one
//   or two is chance.
// caveats:
//   Years are not comparable where the documents count differently, cover other sets or overlap.
//   Rows of a joint document stand apart; never add them to those of its members.
//   No percentage is shown, because there are rarely 10 reviews a year.
// empty: No loaded document of this scope can be placed in time for this.
// revision: 5
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS asked
}
CALL () {
  MATCH (t:Theme)
  WITH t
  ORDER BY t.name, t.id
  WITH collect(t.id) AS ids, collect(t.areaYears) AS rows
  RETURN [n IN range(0, size(ids) - 1) WHERE reduce(before = 0, some IN rows[0..n] | before + some) < $limit | ids[n]] AS first
}
WITH CASE WHEN $theme IS NOT NULL THEN asked WHEN $partnership IS NULL AND $from IS NULL AND $to IS NULL THEN first END AS wanted
CALL (wanted) {
  MATCH (r:Review)
  WHERE ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH wanted, r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH wanted, r, p.id AS place, r.years AS year
  UNWIND [theme IN r.themes WHERE wanted IS NULL OR theme IN wanted] AS theme
  RETURN theme, year, place, min(r.datedTo) AS last_day, collect(DISTINCT coalesce(r.dateBasis, 'document')) AS based,
         count(DISTINCT r.canonical) AS reviews, 0 AS tests, 0 AS documents,
         count(DISTINCT CASE WHEN theme IN r.confirmed THEN r.canonical END) AS confirmed,
         count(DISTINCT r.canonical) - count(DISTINCT CASE WHEN NOT theme IN coalesce(r.byWording, []) THEN r.canonical END) AS by_wording,
         collect(r) AS told
  UNION ALL
  MATCH (x:Assurance)
  WHERE ($from IS NULL OR x.dateTo >= date($from)) AND ($to IS NULL OR x.dateFrom <= date($to))
  OPTIONAL MATCH (x)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH wanted, x, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH wanted, x, p.id AS place, x.years AS year
  UNWIND [theme IN x.themes WHERE wanted IS NULL OR theme IN wanted] AS theme
  RETURN theme, year, place, min(x.dateTo) AS last_day, ['test'] AS based, 0 AS reviews, count(DISTINCT x.id) AS tests, 0 AS documents,
         0 AS confirmed, count(DISTINCT CASE WHEN theme IN coalesce(x.byWording, []) THEN x.id END) AS by_wording, collect(x) AS told
  UNION ALL
  MATCH (f:Finding)
  WHERE f.alone AND NOT f.polarity IN ['absent', 'good-practice'] AND ($from IS NULL OR f.datedTo >= date($from))
    AND ($to IS NULL OR f.datedFrom <= date($to))
  MATCH (f)-[a:ABOUT]->(t:Theme)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice'] AND (wanted IS NULL OR t.id IN wanted)
  MATCH (f)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH f, t, d, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH f, t.id AS theme, d, p.id AS place, f.years AS year
  RETURN theme, year, place, min(f.datedTo) AS last_day, collect(DISTINCT coalesce(f.dateBasis, 'document')) AS based, 0 AS reviews,
         0 AS tests, count(DISTINCT d.id) AS documents, 0 AS confirmed,
         count(DISTINCT d.id) - count(DISTINCT CASE WHEN NOT coalesce(f.onlyByWording, false) THEN d.id END) AS by_wording,
         collect(f) AS told
}
WITH theme, year, place, min(last_day) AS sorted_by, collect(based) AS based, sum(reviews) AS reviews, sum(tests) AS tests,
     sum(documents) AS documents, sum(confirmed) AS confirmed, sum(by_wording) AS by_wording, reduce(all = [], some IN collect(told) | all + some) AS told
MATCH (t:Theme)
WHERE t.id = theme
OPTIONAL MATCH (p:Partnership)
WHERE p.id = place
WITH t, year, p, coalesce(p.name, 'partnership not stated') AS told_of, sorted_by, based, reviews, tests, documents, confirmed, by_wording, told
ORDER BY t.name, t.id, sorted_by, year, told_of
LIMIT $limit
CALL (t, told) {
  UNWIND told AS one
  CALL (t, one) {
    MATCH (one)-[:STATED_IN]->(s:Passage)
    WHERE 'Finding' IN labels(one)
    RETURN s
    UNION
    MATCH (one)-[:IDENTIFIES]->(f:Finding)-[a:ABOUT]->(t)
    WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    MATCH (f)-[:STATED_IN]->(s:Passage)
    RETURN s
    UNION
    MATCH (one)-[:MAKES|LED_TO]->(x:Recommendation|Action)-[a:ABOUT]->(t)
    WHERE 'Review' IN labels(one) AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    MATCH (x)-[:STATED_IN]->(s:Passage)
    RETURN s
    UNION
    MATCH (one)-[a:ABOUT]->(t)
    WHERE 'Review' IN labels(one) AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    UNWIND a.told AS id
    MATCH (s:Passage)
    WHERE s.id = id
    RETURN s
    UNION
    MATCH (one)-[:EXAMINES]->(:Case)-[a:ABOUT]->(t)
    WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    UNWIND a.told AS id
    MATCH (s:Passage)
    WHERE s.id = id
    RETURN s
  }
  MATCH (s)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
CALL (based) {
  UNWIND based AS some
  UNWIND some AS basis
  WITH DISTINCT basis ORDER BY basis
  RETURN collect(basis) AS bases
}
WITH collect({theme: t.id, label: t.name, years: year, place: coalesce(p.id, ''), told_of: told_of, sorted_by: sorted_by,
              reviews: reviews, tests: tests, documents: documents, bases: bases, confirmed: confirmed, by_wording: by_wording, evidence: evidence}) AS rows
CALL () {
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH coalesce(p.id, '') AS place, r.years AS year, count(DISTINCT r.canonical) AS reviews
  WITH place, collect({years: year, reviews: reviews}) AS counts
  RETURN collect({place: place, counts: counts}) AS loaded
}
UNWIND rows AS row
WITH row, [one IN [here IN loaded WHERE here.place = row.place | here.counts][0] WHERE one.years = row.years | one.reviews][0] AS of_reviews
RETURN row.theme AS theme, row.label AS label, row.years AS year, row.told_of AS told_of, row.reviews AS reviews,
       coalesce(of_reviews, 0) AS of_reviews, row.tests AS tests,
       row.documents AS documents, row.bases AS dated_by, row.confirmed AS confirmed, row.by_wording AS by_wording,
       row.by_wording > 0 AND row.by_wording = row.reviews + row.tests + row.documents AS only_by_wording, row.evidence AS evidence
ORDER BY label, theme, row.sorted_by, year, told_of
LIMIT $limit
