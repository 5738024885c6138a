// id: theme-across-partnerships
// title: Is this us, or everywhere?
// question: Is this us, or everywhere?
// answers: table
// for: scrutineer, analyst
// topic: themes
// params:
//   theme: string = null – a theme (id or label), its narrower themes included: every partnership is then listed, also with 0
//   from: date = null – only what can have happened on or after this day
//   to: date = null – only what can have happened on or before this day
//   limit: integer = 500 – rows at most
// returns:
//   theme: string – codebook notation
//   label: string – the theme in words
//   partnership: string – whose documents they are
//   kind: string – partnership, board, area, or joint (several at once; cannot be split)
//   reviews: integer – reviews in which the theme arises, as learning or in the story of the case
//   of_reviews: integer – reviews of this partnership that are loaded
//   tests: integer – audits, deep dives and inspections that found it wanting
//   documents: integer – documents that name it as learning outside any one review or test
//   confirmed: integer – of these reviews, those with at least one theme link that a person confirmed
//   by_wording: integer – of these reviews, tests and documents, those in which only what was taken by its words alone is about it
//   only_by_wording: boolean – that is all of them: no heading, no rule and no person says that it arises
//   evidence: evidence – the passages
// denominator: reviews, partnerships – reviews and partnerships loaded
// read-as: Whether a theme is named in the published texts of more than one area. Not a ranking: areas publish more or
//   less, and more reviews may mean more candour.
// caveats:
//   A document of several partnerships is a column of its own; its sets overlap with theirs and are never added to them.
//   No share is shown, because most areas have fewer than 10 reviews.
//   Documents whose partnership is not known are left out.
//   0 means not named in the loaded documents, not absent.
// empty: No loaded document tells of this theme in any partnership.
// revision: 4
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS asked
}
CALL () {
  MATCH (t:Theme)
  WITH t
  ORDER BY t.name, t.id
  WITH collect(t.id) AS ids, collect(t.areas) AS rows
  RETURN [n IN range(0, size(ids) - 1) WHERE reduce(before = 0, some IN rows[0..n] | before + some) < $limit | ids[n]] AS first
}
WITH CASE WHEN $theme IS NOT NULL THEN asked WHEN $from IS NULL AND $to IS NULL THEN first END AS wanted
CALL (wanted) {
  MATCH (p:Partnership)<-[:CONDUCTED_FOR]-(r:Review)
  WHERE ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  WITH p.id AS place, r, [theme IN r.themes WHERE wanted IS NULL OR theme IN wanted] AS themes
  UNWIND themes AS theme
  RETURN theme, place, count(DISTINCT r.canonical) AS reviews, 0 AS tests, 0 AS documents,
         count(DISTINCT CASE WHEN theme IN r.confirmed THEN r.canonical END) AS confirmed,
         count(DISTINCT r.canonical) - count(DISTINCT CASE WHEN NOT theme IN coalesce(r.byWording, []) THEN r.canonical END) AS by_wording,
         collect(r) AS told
  UNION ALL
  MATCH (p:Partnership)<-[:CONDUCTED_FOR]-(x:Assurance)
  WHERE ($from IS NULL OR x.dateTo >= date($from)) AND ($to IS NULL OR x.dateFrom <= date($to))
  WITH p.id AS place, x, [theme IN x.themes WHERE wanted IS NULL OR theme IN wanted] AS themes
  UNWIND themes AS theme
  RETURN theme, place, 0 AS reviews, count(DISTINCT x.id) AS tests, 0 AS documents, 0 AS confirmed,
         count(DISTINCT CASE WHEN theme IN coalesce(x.byWording, []) THEN x.id END) AS by_wording, collect(x) AS told
  UNION ALL
  MATCH (f:Finding)
  WHERE f.alone AND NOT f.polarity IN ['absent', 'good-practice'] AND ($from IS NULL OR f.datedTo >= date($from))
    AND ($to IS NULL OR f.datedFrom <= date($to))
  MATCH (f)-[a:ABOUT]->(t:Theme)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice'] AND (wanted IS NULL OR t.id IN wanted)
  MATCH (f)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)-[:TELLS_OF]->(p:Partnership)
  RETURN t.id AS theme, p.id AS place, 0 AS reviews, 0 AS tests, count(DISTINCT d.id) AS documents, 0 AS confirmed,
         count(DISTINCT d.id) - count(DISTINCT CASE WHEN NOT coalesce(f.onlyByWording, false) THEN d.id END) AS by_wording,
         collect(DISTINCT f) AS told
  UNION ALL
  MATCH (named:Theme)
  WHERE named.id = $theme OR toLower(named.name) = toLower($theme)
  MATCH (p:Partnership)
  RETURN null AS theme, p.id AS place, 0 AS reviews, 0 AS tests, 0 AS documents, 0 AS confirmed, 0 AS by_wording, [] AS told
}
WITH place, collect({theme: theme, reviews: reviews, tests: tests, documents: documents, confirmed: confirmed, by_wording: by_wording, told: told}) AS cells
MATCH (p:Partnership)
WHERE p.id = place
UNWIND cells AS cell
WITH p, cell, size([one IN cells WHERE one.theme IS NOT NULL]) AS any
WHERE cell.theme IS NOT NULL OR any = 0
OPTIONAL MATCH (named:Theme)
WHERE cell.theme IS NULL AND (named.id = $theme OR toLower(named.name) = toLower($theme))
WITH p, coalesce(cell.theme, named.id) AS theme, sum(cell.reviews) AS reviews, sum(cell.tests) AS tests, sum(cell.documents) AS documents,
     sum(cell.confirmed) AS confirmed, sum(cell.by_wording) AS by_wording, reduce(all = [], some IN collect(cell.told) | all + some) AS told
MATCH (t:Theme)
WHERE t.id = theme
WITH t, p, reviews, tests, documents, confirmed, by_wording, told
ORDER BY t.name, t.id, CASE p.kind WHEN 'joint' THEN 1 ELSE 0 END, p.name, p.id
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
CALL (p) {
  OPTIONAL MATCH (p)<-[:CONDUCTED_FOR]-(r:Review)
  WHERE ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  RETURN count(DISTINCT r.canonical) AS of_reviews
}
RETURN t.id AS theme, t.name AS label, p.name AS partnership, p.kind AS kind, reviews, of_reviews, tests, documents, confirmed, by_wording,
       by_wording > 0 AND by_wording = reviews + tests + documents AS only_by_wording, evidence
ORDER BY label, theme, CASE p.kind WHEN 'joint' THEN 1 ELSE 0 END, partnership, p.id
LIMIT $limit
