// id: theme-combinations
// title: Themes that come together
// question: Of cases with domestic abuse, how many also had substance misuse and parental mental ill-health?
// answers: table
// for: analyst
// topic: themes
// params:
//   theme: string = null – of reviews with this theme (id or label, its narrower themes included); without it, every pair
//   partnership: string = null – only this partnership (its joint documents are left out)
//   limit: integer = 200 – rows at most
// returns:
//   theme: string – one theme
//   label: string – in words
//   other: string – the other theme
//   other_label: string – in words
//   both: integer – reviews in which both arise, as learning or in the story of the case
//   with_theme: integer – reviews in which the first theme arises
//   of_reviews: integer – reviews loaded, in the same scope
//   unit: string – what is counted: reviews
//   percent: float – both out of with_theme, only where a theme is asked for and with_theme is 10 or more
//   confirmed: integer – of these, reviews in which a person confirmed a link of either theme
//   evidence: evidence – the passages of both
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: Reviews whose text names both themes. Not how often the two come together in families, and not that one causes
//   the other.
// caveats:
//   The unit is the review, not the child and not the incident.
//   A review that does not name a theme may still have had it.
// empty: No two themes of this scope are found together in one case.
// revision: 1
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS within
}
CALL () {
  OPTIONAL MATCH (t:Theme)
  WHERE t.id = $theme OR toLower(t.name) = toLower($theme)
  RETURN min(t.id) AS asked, min(t.name) AS asked_label
}
CALL () {
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  RETURN count(DISTINCT r.canonical) AS of_reviews
}
MATCH (t:Theme)
WHERE $theme IS NULL OR asked IS NOT NULL
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
}
WITH within, asked, asked_label, of_reviews, t, source, place, place_name, state, fact
WHERE $partnership IS NULL OR place = $partnership OR toLower(place_name) = toLower($partnership)
WITH within, of_reviews, source, state, fact,
     CASE WHEN t.id IN within THEN asked ELSE t.id END AS theme,
     CASE WHEN t.id IN within THEN asked_label ELSE t.name END AS label, asked
WITH asked, of_reviews, source, theme, label, collect(DISTINCT fact) AS facts,
     max(CASE WHEN state = 'confirmed' THEN 1 ELSE 0 END) AS confirmed
WITH asked, of_reviews, collect({review: source, theme: theme, label: label, facts: facts, confirmed: confirmed}) AS named
UNWIND named AS one
WITH asked, of_reviews, named, one
WHERE asked IS NULL OR one.theme = asked
WITH asked, of_reviews, one, named, size([n IN named WHERE n.theme = one.theme]) AS with_theme
UNWIND named AS other
WITH asked, of_reviews, one, other, with_theme
WHERE other.review = one.review
  AND ((asked IS NULL AND one.theme < other.theme) OR (asked IS NOT NULL AND one.theme <> other.theme))
WITH asked, of_reviews, with_theme, one.theme AS theme, one.label AS label, other.theme AS also, other.label AS other_label,
     one.review AS review, one.facts + other.facts AS facts,
     CASE WHEN one.confirmed + other.confirmed > 0 THEN 1 ELSE 0 END AS is_confirmed
UNWIND facts AS fact
WITH asked, of_reviews, with_theme, theme, label, also, other_label, collect(DISTINCT fact) AS facts,
     count(DISTINCT review) AS both, count(DISTINCT CASE WHEN is_confirmed = 1 THEN review END) AS confirmed
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN theme, label, also AS other, other_label, both, with_theme, of_reviews, 'reviews' AS unit,
       CASE WHEN asked IS NOT NULL AND with_theme >= 10 THEN round(1000.0 * both / with_theme) / 10 END AS percent,
       confirmed, evidence
ORDER BY both DESC, label, theme, other_label, other
LIMIT $limit
