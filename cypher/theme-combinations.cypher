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
//   by_wording: integer – of these, reviews in which only what was taken by its words alone is about one of the two
//   only_by_wording: boolean – that is all of them
//   evidence: evidence – passages of both, of the reviews known first
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: Reviews whose text names both themes. Not how often the two come together in families, and not that one causes
//   the other.
// caveats:
//   The unit is the review, not the child and not the incident.
//   A review that does not name a theme may still have had it.
// empty: No two themes of this scope are found together in one case.
// revision: 3
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
  MATCH (t:Theme)-[a:ARISES_WITH]->(u:Theme)
  WHERE $theme IS NULL AND $partnership IS NULL AND $passages = 5
  RETURN t, u, a.reviews AS both, t.reviews AS with_theme, a.confirmed AS confirmed, a.byWording AS by_wording, a.first AS first, [] AS told
  UNION ALL
  MATCH (r:Review)
  WHERE asked IS NOT NULL OR $theme IS NULL AND ($partnership IS NOT NULL OR $passages <> 5)
  OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WITH within, asked, r, p
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT within, asked, r
  UNWIND r.themes AS named
  WITH asked, r.canonical AS review, r, named, CASE WHEN named IN within THEN asked ELSE named END AS theme
  WITH asked, review, collect(DISTINCT theme) AS themes, collect(DISTINCT CASE WHEN named IN r.confirmed THEN theme END) AS sure,
       collect(DISTINCT CASE WHEN NOT named IN coalesce(r.byWording, []) THEN theme END) AS explained, collect(DISTINCT r.id) AS tellings, min(r.knownFrom) AS known
  WHERE asked IS NULL OR asked IN themes
  ORDER BY known, review
  UNWIND themes AS theme
  UNWIND themes AS also
  WITH asked, review, sure, explained, tellings, theme, also
  WHERE (asked IS NULL AND theme <= also) OR theme = asked
  WITH theme, also, count(review) AS both, count(CASE WHEN theme IN sure OR also IN sure THEN 1 END) AS confirmed,
       count(CASE WHEN NOT theme IN explained OR NOT also IN explained THEN 1 END) AS by_wording, collect(tellings)[0..$passages] AS told
  WITH theme, collect({also: also, both: both, confirmed: confirmed, by_wording: by_wording, told: told}) AS pairs,
       max(CASE WHEN also = theme THEN both END) AS with_theme
  MATCH (t:Theme)
  WHERE t.id = theme
  UNWIND pairs AS pair
  MATCH (u:Theme)
  WHERE u.id = pair.also AND u.id <> t.id
  RETURN t, u, pair.both AS both, with_theme, pair.confirmed AS confirmed, pair.by_wording AS by_wording, [] AS first, pair.told AS told
}
WITH within, asked, of_reviews, t, u, both, with_theme, confirmed, by_wording, first, told
ORDER BY both DESC, t.name, t.id, u.name, u.id
LIMIT $limit
CALL (within, t, u, first, told) {
  CALL (within, t, u, first, told) {
    UNWIND first AS id
    MATCH (s:Passage)
    WHERE s.id = id
    RETURN s
    UNION ALL
    UNWIND told AS tellings
    UNWIND tellings AS telling
    MATCH (r:Review)
    WHERE r.id = telling
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
    MATCH (fact)-[a:ABOUT]->(one)
    WHERE (one.id = t.id OR one.id = u.id OR (t.id IN within AND one.id IN within)) AND NOT coalesce(a.polarity, '') IN ['absent', 'good-practice']
    WITH DISTINCT fact, a.told AS told_in
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
    RETURN s
  }
  MATCH (s)-[:OF]->(d:Document)
  WITH d.publishedFrom AS published, d.name AS document, s.page AS page, s.line AS line, s.quote AS quote, min(s.id) AS id
  ORDER BY published, document, coalesce(page, 0), coalesce(line, 0), id
  WITH collect({document: document, page: page, line: line, quote: quote}) AS found
  RETURN found[0..$passages] AS evidence
}
RETURN t.id AS theme, t.name AS label, u.id AS other, u.name AS other_label, both, with_theme, of_reviews, 'reviews' AS unit,
       CASE WHEN asked IS NOT NULL AND with_theme >= 10 THEN round(1000.0 * both / with_theme) / 10 END AS percent,
       confirmed, by_wording, by_wording > 0 AND by_wording = both AS only_by_wording, evidence
ORDER BY both DESC, label, theme, other_label, other
LIMIT $limit
