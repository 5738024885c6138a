// id: recurring-themes
// title: What keeps coming up
// question: What keeps coming up here, year after year?
// answers: table
// for: scrutineer, learning lead
// topic: themes
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   from: date = null – only what can have happened on or after this day
//   to: date = null – only what can have happened on or before this day
//   limit: integer = 100 – rows at most
// returns:
//   theme: string – codebook notation
//   label: string – the theme in words
//   reviews: integer – reviews in which it arises, as learning or in the story of the case
//   of_reviews: integer – reviews loaded, in the same scope
//   children: children – children in the cases of those reviews
//   partnerships: integer – partnerships whose reviews, tests or documents name it; a joint one counts as itself
//   first: string – first day the earliest of it can have been
//   last: string – last day the latest of it can have been
//   as_learning: integer – of these reviews, those in which it is a learning point
//   tests: integer – audits, deep dives and inspections that found it wanting
//   documents: integer – documents that name it as learning outside any one review or test
//   confirmed: integer – of these reviews, those with at least one theme link that a person confirmed
//   evidence: evidence – the passages
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: A count of published texts that name the theme, not of how often it happens. What is stated as not present and
//   what was done well do not count.
// caveats:
//   Published reviews are a selection; a theme that is not named is not thereby absent.
//   Theme links are suggested by rules until a person confirms them.
//   Learning points printed under no one review are counted as documents, never as reviews.
// empty: No theme of this scope is found in learning that needs to improve.
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
WITH t, told, source, telling, dated, until, place, place_name, state, fact
WHERE ($partnership IS NULL OR place = $partnership OR toLower(place_name) = toLower($partnership))
  AND ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR dated <= date($to))
WITH t, collect(DISTINCT telling) AS tellings, collect(DISTINCT fact) AS facts,
     count(DISTINCT CASE WHEN told IN ['learning', 'story'] THEN source END) AS reviews,
     count(DISTINCT CASE WHEN told = 'learning' THEN source END) AS as_learning,
     count(DISTINCT CASE WHEN told = 'test' THEN source END) AS tests,
     count(DISTINCT CASE WHEN told = 'document' THEN source END) AS documents,
     count(DISTINCT CASE WHEN told IN ['learning', 'story'] AND state = 'confirmed' THEN source END) AS confirmed,
     count(DISTINCT place) AS partnerships, min(dated) AS first, max(until) AS last
CALL (tellings) {
  UNWIND tellings AS r
  MATCH (r)-[:EXAMINES]->(c:Case)
  WITH DISTINCT c
  OPTIONAL MATCH (c)-[in:CONCERNS]->(k:Child)
  WHERE coalesce(in.role, 'harmed') <> 'sibling'
  WITH c.canonical AS canonical, c.id AS case_told, count(DISTINCT k.id) AS told_of
  WITH canonical, max(told_of) AS most
  RETURN coalesce(sum(most), 0) AS children
}
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
CALL () {
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, p
  WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
    AND ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  RETURN count(DISTINCT r.canonical) AS of_reviews
}
RETURN t.id AS theme, t.name AS label, reviews, of_reviews, children, partnerships, toString(first) AS first,
       toString(last) AS last, as_learning, tests, documents, confirmed, evidence
ORDER BY reviews DESC, tests DESC, documents DESC, label, theme
LIMIT $limit
