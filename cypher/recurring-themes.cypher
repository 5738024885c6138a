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
//   passages: integer = 5 – passages a row at most; how many there are is told beside them
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
//   by_wording: integer – of these reviews, tests and documents, those in which only what was taken by its words alone is about it
//   only_by_wording: boolean – that is all of them: no heading, no rule and no person says that it arises
//   evidence: evidence – the passages: one of each review in turn, then of tests and documents, then a second of each
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: A count of published texts that name the theme, not of how often it happens. What is stated as not present and
//   what was done well do not count.
// caveats:
//   Published reviews are a selection; a theme that is not named is not thereby absent.
//   Theme links are suggested by rules until a person confirms them.
//   Learning points printed under no one review are counted as documents, never as reviews.
// empty: No theme of this scope is found in learning that needs to improve.
// revision: 4
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL () {
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, p
  WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
    AND ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  RETURN count(DISTINCT r.canonical) AS of_reviews
}
CALL () {
  MATCH (r:Review)
  WHERE ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  UNWIND r.themes AS theme
  RETURN theme, count(DISTINCT r.canonical) AS reviews,
         count(DISTINCT CASE WHEN theme IN r.learning THEN r.canonical END) AS as_learning,
         count(DISTINCT CASE WHEN theme IN r.confirmed THEN r.canonical END) AS confirmed,
         count(DISTINCT r.canonical) - count(DISTINCT CASE WHEN NOT theme IN coalesce(r.byWording, []) THEN r.canonical END) AS by_wording,
         0 AS children, 0 AS tests, 0 AS documents,
         collect(DISTINCT p.id) AS places, min(r.datedFrom) AS first, max(r.datedTo) AS last
  UNION ALL
  MATCH (r:Review)
  WHERE ($from IS NULL OR r.datedTo >= date($from)) AND ($to IS NULL OR r.datedFrom <= date($to))
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  MATCH (r)-[:EXAMINES]->(c:Case)
  UNWIND r.themes AS theme
  WITH theme, c.canonical AS whole, max(c.children) AS most
  RETURN theme, 0 AS reviews, 0 AS as_learning, 0 AS confirmed, 0 AS by_wording, sum(most) AS children, 0 AS tests, 0 AS documents, [] AS places,
         null AS first, null AS last
  UNION ALL
  MATCH (x:Assurance)
  WHERE ($from IS NULL OR x.dateTo >= date($from)) AND ($to IS NULL OR x.dateFrom <= date($to))
  OPTIONAL MATCH (x)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH x, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  UNWIND x.themes AS theme
  RETURN theme, 0 AS reviews, 0 AS as_learning, 0 AS confirmed,
         count(DISTINCT CASE WHEN theme IN coalesce(x.byWording, []) THEN x.id END) AS by_wording, 0 AS children, count(DISTINCT x.id) AS tests, 0 AS documents,
         collect(DISTINCT p.id) AS places, min(x.dateFrom) AS first, max(x.dateTo) AS last
  UNION ALL
  MATCH (f:Finding)
  WHERE f.alone AND NOT f.polarity IN ['absent', 'good-practice'] AND ($from IS NULL OR f.datedTo >= date($from))
    AND ($to IS NULL OR f.datedFrom <= date($to))
  MATCH (f)-[a:ABOUT]->(t:Theme)
  WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  MATCH (f)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  WITH t.id AS theme, f, d, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  RETURN theme, 0 AS reviews, 0 AS as_learning, 0 AS confirmed,
         count(DISTINCT d.id) - count(DISTINCT CASE WHEN NOT coalesce(f.onlyByWording, false) THEN d.id END) AS by_wording, 0 AS children, 0 AS tests,
         count(DISTINCT d.id) AS documents,
         collect(DISTINCT p.id) AS places, min(f.datedFrom) AS first, max(f.datedTo) AS last
}
WITH wanted, of_reviews, theme, reviews, as_learning, confirmed, by_wording, children, tests, documents, places, first, last
WHERE $theme IS NULL OR theme IN wanted
WITH of_reviews, theme, sum(reviews) AS reviews, sum(as_learning) AS as_learning, sum(confirmed) AS confirmed,
     sum(by_wording) AS by_wording,
     sum(children) AS children, sum(tests) AS tests, sum(documents) AS documents, collect(places) AS told, min(first) AS first,
     max(last) AS last
MATCH (t:Theme)
WHERE t.id = theme
WITH t, of_reviews, reviews, as_learning, confirmed, by_wording, children, tests, documents, told, first, last
ORDER BY reviews DESC, tests DESC, documents DESC, t.name, t.id
LIMIT $limit
CALL (told) {
  UNWIND told AS places
  UNWIND places AS place
  RETURN count(DISTINCT place) AS partnerships
}
CALL (t) {
  WITH t
  WHERE $partnership IS NULL AND $from IS NULL AND $to IS NULL AND $passages <= 5
  UNWIND range(0, size(t.first) - 1) AS at
  WITH t, at, t.first[at] AS id
  MATCH (s:Passage)-[:OF]->(d:Document)
  WHERE s.id = id
  WITH t, at, d, s
  ORDER BY at
  WITH t, collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told_first
  RETURN {passages: told_first, of: t.passages} AS evidence
  UNION ALL
  WITH t
  WHERE $partnership IS NOT NULL OR $from IS NOT NULL OR $to IS NOT NULL OR $passages > 5
  CALL (t) {
    MATCH (t)<-[a:ABOUT]-(f:Finding)<-[:IDENTIFIES]-(r:Review)
    WHERE NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    RETURN f AS fact, r AS source, 0 AS kind, r.canonical AS told_by, CASE WHEN f.polarity IN ['shortfall', 'barrier'] THEN 0 ELSE 1 END AS telling, a.cue AS cue, null AS told_in,
           r.datedFrom AS dated, r.datedTo AS until
    UNION
    MATCH (t)<-[a:ABOUT]-(x:Recommendation|Action)<-[:MAKES|LED_TO]-(r:Review)
    WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    RETURN x AS fact, r AS source, 0 AS kind, r.canonical AS told_by, 2 AS telling, a.cue AS cue, null AS told_in,
           r.datedFrom AS dated, r.datedTo AS until
    UNION
    MATCH (t)<-[a:ABOUT]-(r:Review)
    WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    RETURN r AS fact, r AS source, 0 AS kind, r.canonical AS told_by, 3 AS telling, a.cue AS cue, a.told AS told_in,
           r.datedFrom AS dated, r.datedTo AS until
    UNION
    MATCH (t)<-[a:ABOUT]-(c:Case)<-[:EXAMINES]-(r:Review)
    WHERE NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    RETURN c AS fact, r AS source, 0 AS kind, r.canonical AS told_by, 3 AS telling, a.cue AS cue, a.told AS told_in,
           r.datedFrom AS dated, r.datedTo AS until
    UNION
    MATCH (t)<-[a:ABOUT]-(f:Finding)<-[:IDENTIFIES]-(x:Assurance)
    WHERE f.polarity IN ['shortfall', 'barrier'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    RETURN f AS fact, x AS source, 1 AS kind, x.id AS told_by, 0 AS telling, a.cue AS cue, null AS told_in,
           x.dateFrom AS dated, x.dateTo AS until
    UNION
    MATCH (t)<-[a:ABOUT]-(f:Finding)
    WHERE f.alone AND NOT f.polarity IN ['absent', 'good-practice'] AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    MATCH (f)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
    RETURN f AS fact, d AS source, 2 AS kind, d.id AS told_by, CASE WHEN f.polarity IN ['shortfall', 'barrier'] THEN 0 ELSE 1 END AS telling, a.cue AS cue, null AS told_in,
           f.datedFrom AS dated, f.datedTo AS until
  }
  WITH t, fact, source, kind, told_by, telling, cue, told_in, dated, until
  WHERE ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR dated <= date($to))
  OPTIONAL MATCH (source)-[:CONDUCTED_FOR|TELLS_OF]->(p:Partnership)
  WITH t, fact, kind, told_by, telling, cue, told_in, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT t, fact, kind, told_by, telling, cue, told_in
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
  WITH t, kind, told_by, s, d,
       min(CASE WHEN telling < 3 THEN telling WHEN toLower(s.quote) CONTAINS toLower(cue) THEN 3
             WHEN size(s.quote) >= 40 THEN 4 ELSE 5 END) AS telling
  ORDER BY telling, d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH t, kind, told_by, collect(s) AS own
  UNWIND range(0, size(own) - 1) AS turn
  WITH t, kind, turn, own[turn] AS s
  MATCH (s)-[:OF]->(d:Document)
  WITH t, kind, turn, s, d
  ORDER BY turn, kind, d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  WITH t, collect(s.id) AS turns,
       count(DISTINCT d.name + toString(coalesce(s.page, 0)) + ' ' + toString(coalesce(s.line, 0)) + s.quote) AS of
  UNWIND range(0, size(turns) - 1) AS at
  WITH t, of, turns[at] AS id, min(at) AS at
  ORDER BY at
  WITH t, of, collect(id)[0..$passages] AS shown
  UNWIND range(0, size(shown) - 1) AS at
  WITH t, of, at, shown[at] AS id
  MATCH (s:Passage)-[:OF]->(d:Document)
  WHERE s.id = id
  WITH t, of, at, d, s
  ORDER BY at
  WITH t, of, collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told_first
  RETURN {passages: told_first, of: of} AS evidence
}
RETURN t.id AS theme, t.name AS label, reviews, of_reviews, children, partnerships, toString(first) AS first,
       toString(last) AS last, as_learning, tests, documents, confirmed, by_wording, by_wording > 0 AND by_wording = reviews + tests + documents AS only_by_wording, evidence
ORDER BY reviews DESC, tests DESC, documents DESC, label, theme
LIMIT $limit
