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
//   passages: integer = 5 – passages a row at most, of as many of these reviews, those known first; `both` counts all of them
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
//   evidence: evidence – passages of both, of the reviews known first
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
CALL (within, asked) {
  MATCH (r:Review)
  WHERE $theme IS NULL OR asked IS NOT NULL
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH within, asked, r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT within, asked, r
  UNWIND r.themes AS named
  WITH within, asked, r.canonical AS review, r, named, CASE WHEN named IN within THEN asked ELSE named END AS theme
  WITH asked, review, collect(DISTINCT theme) AS themes, collect(DISTINCT CASE WHEN named IN r.confirmed THEN theme END) AS sure,
       collect(DISTINCT r) AS tellings, min(r.knownFrom) AS known
  ORDER BY known, review
  UNWIND themes AS theme
  UNWIND themes AS also
  WITH asked, review, sure, tellings, theme, also
  WHERE (asked IS NULL AND theme < also) OR (theme = asked AND also <> asked)
  WITH theme, also, count(review) AS both, count(CASE WHEN theme IN sure OR also IN sure THEN 1 END) AS confirmed,
         collect(tellings)[0..$passages] AS told
  RETURN collect({theme: theme, also: also, both: both, confirmed: confirmed, told: told}) AS pairs
}
CALL (within, asked) {
  MATCH (r:Review)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH within, asked, r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT within, asked, r
  UNWIND r.themes AS named
  WITH CASE WHEN named IN within THEN asked ELSE named END AS counted, r.canonical AS review
  WITH counted, count(DISTINCT review) AS reviews
  RETURN collect({theme: counted, reviews: reviews}) AS counts
}
WITH within, asked, of_reviews, pairs, counts
UNWIND pairs AS pair
WITH within, asked, of_reviews, pair.both AS both, pair.confirmed AS confirmed, pair.told AS told, pair.theme AS theme,
     pair.also AS also, [c IN counts WHERE c.theme = pair.theme | c.reviews][0] AS with_theme
MATCH (t:Theme)
WHERE t.id = theme
MATCH (u:Theme)
WHERE u.id = also
WITH within, asked, of_reviews, t, u, both, confirmed, told, with_theme
ORDER BY both DESC, t.name, t.id, u.name, u.id
LIMIT $limit
CALL (within, t, u, told) {
  UNWIND told AS some
  UNWIND some AS r
  CALL (r) {
    MATCH (r)-[:IDENTIFIES]->(f:Finding)
    WHERE NOT f.polarity IN ['absent', 'good-practice']
    RETURN f AS fact
    UNION ALL
    MATCH (r)-[:MAKES|LED_TO]->(f:Recommendation|Action)
    RETURN f AS fact
    UNION ALL
    RETURN r AS fact
    UNION ALL
    MATCH (r)-[:EXAMINES]->(f:Case)
    RETURN f AS fact
  }
  MATCH (fact)-[a:ABOUT]->(one:Theme)
  WHERE (one.id = t.id OR one.id = u.id OR (t.id IN within AND one.id IN within)) AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
  WITH DISTINCT fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH d.publishedFrom AS published, d.name AS document, s.page AS page, s.line AS line, s.quote AS quote, min(s.id) AS id
  ORDER BY published, document, coalesce(page, 0), coalesce(line, 0), id
  WITH collect({document: document, page: page, line: line, quote: quote}) AS found
  RETURN found[0..$passages] AS evidence
}
RETURN t.id AS theme, t.name AS label, u.id AS other, u.name AS other_label, both, with_theme, of_reviews, 'reviews' AS unit,
       CASE WHEN asked IS NOT NULL AND with_theme >= 10 THEN round(1000.0 * both / with_theme) / 10 END AS percent,
       confirmed, evidence
ORDER BY both DESC, label, theme, other_label, other
LIMIT $limit
