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
// revision: 1
MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE $theme IS NULL OR top.id = $theme OR toLower(top.name) = toLower($theme)
WITH DISTINCT t
CALL (t) {
  MATCH (t)<-[a:ABOUT]-(f:Finding)<-[:IDENTIFIES]-(r:Review)
  WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'learning' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, a.state AS state, f AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(x:Recommendation|Action)<-[:MAKES|LED_TO]-(r:Review)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'learning' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, a.state AS state, x AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(r:Review)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'story' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, a.state AS state, r AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(c:Case)<-[:EXAMINES]-(r:Review)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'story' AS told, r.canonical AS source, r AS telling, r.datedFrom AS dated, r.datedTo AS until,
         p.id AS place, p.name AS place_name, a.state AS state, c AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(f:Finding)<-[:IDENTIFIES]-(x:Assurance)
  WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  OPTIONAL MATCH (x)-[:CONDUCTED_FOR]->(p:Partnership)
  RETURN 'test' AS told, x.id AS source, null AS telling, x.dateFrom AS dated, x.dateTo AS until,
         p.id AS place, p.name AS place_name, a.state AS state, f AS fact
  UNION ALL
  MATCH (t)<-[a:ABOUT]-(f:Finding)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  WITH a, f, d, EXISTS { MATCH (f)<-[:IDENTIFIES]-(:Review|Assurance) } AS hangs
  WHERE NOT hangs
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  RETURN 'document' AS told, d.id AS source, null AS telling, f.datedFrom AS dated, f.datedTo AS until,
         p.id AS place, p.name AS place_name, a.state AS state, f AS fact
}
WITH t, told, source, dated, until, place, state, fact
WHERE place IS NOT NULL AND ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR dated <= date($to))
WITH t.id AS theme, t.name AS label, place, collect(DISTINCT fact) AS facts,
     count(DISTINCT CASE WHEN told IN ['learning', 'story'] THEN source END) AS reviews,
     count(DISTINCT CASE WHEN told = 'test' THEN source END) AS tests,
     count(DISTINCT CASE WHEN told = 'document' THEN source END) AS documents,
     count(DISTINCT CASE WHEN told IN ['learning', 'story'] AND state = 'confirmed' THEN source END) AS confirmed
WITH collect({theme: theme, label: label, place: place, facts: facts, reviews: reviews, tests: tests,
              documents: documents, confirmed: confirmed}) AS cells
CALL (cells) {
  UNWIND cells AS cell
  MATCH (p:Partnership)
  WHERE p.id = cell.place
  RETURN p AS p, cell.theme AS theme, cell.label AS label, cell.facts AS facts, cell.reviews AS reviews,
         cell.tests AS tests, cell.documents AS documents, cell.confirmed AS confirmed
  UNION ALL
  MATCH (p:Partnership)
  WHERE $theme IS NOT NULL AND size([cell IN cells WHERE cell.place = p.id]) = 0
  MATCH (named:Theme)
  WHERE named.id = $theme OR toLower(named.name) = toLower($theme)
  RETURN p AS p, named.id AS theme, named.name AS label, [] AS facts, 0 AS reviews, 0 AS tests, 0 AS documents,
         0 AS confirmed
}
CALL (p) {
  OPTIONAL MATCH (r:Review)-[:CONDUCTED_FOR]->(p)
  WHERE ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  RETURN count(DISTINCT r.canonical) AS of_reviews
}
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN theme, label, p.name AS partnership, p.kind AS kind, reviews, of_reviews, tests, documents, confirmed, evidence
ORDER BY label, theme, CASE p.kind WHEN 'joint' THEN 1 ELSE 0 END, partnership, p.id
LIMIT $limit
