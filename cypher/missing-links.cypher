// id: missing-links
// title: Links that are missing, both ways
// question: Which themes never got a recommendation, and which recommendations have no learning behind them?
// answers: table
// for: analyst, scrutineer, learning lead
// topic: closure
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   limit: integer = 500 – rows at most
// returns:
//   kind: string – theme without a recommendation · recommendation without learning · recommendation without an action ·
//     … recommendation said to be merged, which no person has confirmed
//   theme: string – the theme; several, joined, for a recommendation
//   text: string – the recommendation; for a theme its words
//   reply: string – of a recommendation: what was replied to it, and by whom: accepted, in part, not accepted …; else not stated
//   learning_points: integer – learning points on the theme that need to improve (for a theme)
//   reviews: integer – reviews and tests these belong to
//   actions: integer – actions on the theme, without a recommendation behind them being published
//   by_wording: integer – of these learning points and actions, those taken by their words alone, which no person has said to be right
//   not_published: integer – recommendations of the partnership whose text is in no loaded document: one may be the missing link
//   partnership: string – whose work it is
//   evidence: evidence – the learning points, or the recommendation
// denominator: findings, recommendations, actions, themes – what is loaded, in the same scope
// read-as: Links that the loaded documents do not show. Not published is not never made.
// caveats:
//   A link counts where it is printed, or where both are about one theme in one partnership.
//   Themes are suggested by rule until a person confirms them; a missing theme makes a missing link.
// empty: In the loaded documents every theme that needs to improve has a recommendation, and every recommendation has learning
//   behind it and an action.
// revision: 4
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL () {
  OPTIONAL MATCH (p:Partnership)
  WHERE p.id = $partnership OR toLower(p.name) = toLower($partnership)
  RETURN collect(p.id) AS ours
}
CALL () {
  MATCH (u:Recommendation)
  WHERE NOT u.stated AND u.toldAs IS NULL
  UNWIND u.places AS place
  WITH place, count(u) AS many
  RETURN collect({place: place, many: many}) AS hidden
}
CALL (wanted, ours) {
  MATCH (p:Partnership)
  WHERE $partnership IS NULL OR p.id IN ours
  WITH p, [theme IN p.wanting WHERE NOT theme IN p.asked AND ($theme IS NULL OR theme IN wanted)] AS unasked
  WHERE size(unasked) > 0
  RETURN collect({place: p.id, name: p.name, unasked: unasked}) AS open
}
WITH wanted, ours, hidden, reduce(all = 0, one IN open | all + size(one.unasked)) AS themes,
     [one IN open WHERE reduce(before = 0, other IN open | before + CASE WHEN other.name < one.name THEN size(other.unasked) ELSE 0 END) < $limit] AS first
CALL (wanted, ours, themes, first) {
  UNWIND first AS one
  UNWIND one.unasked AS theme
  WITH theme, one.place AS place
  WITH theme, collect(place) AS here
  MATCH (t:Theme)
  WHERE t.id = theme
  CALL (t, here) {
    MATCH (t)<-[:ABOUT]-(f:Finding)
    WHERE f.polarity IN ['shortfall', 'barrier']
    UNWIND [place IN f.places WHERE place IN here] AS place
    OPTIONAL MATCH (f)<-[:IDENTIFIES]-(o:Review|Assurance)
    WITH place, f, CASE WHEN o:Review THEN o.canonical ELSE o.id END AS owner
    RETURN place, collect(DISTINCT f) AS facts, count(DISTINCT f.id) AS points, count(DISTINCT owner) AS owners, 0 AS acted,
           count(DISTINCT CASE WHEN f.onlyByWording THEN f.id END) AS unsure
    UNION ALL
    MATCH (t)<-[:ABOUT]-(a:Action)
    UNWIND [place IN a.places WHERE place IN here] AS place
    RETURN place, [] AS facts, 0 AS points, 0 AS owners, count(DISTINCT a.id) AS acted,
           count(DISTINCT CASE WHEN a.onlyByWording THEN a.id END) AS unsure
  }
  WITH t, place, reduce(all = [], some IN collect(facts) | all + some) AS facts, sum(points) AS learning_points,
       sum(owners) AS reviews, sum(acted) AS actions, sum(unsure) AS by_wording
  RETURN 'theme without a recommendation' AS kind, 0 AS rank, place, t.name AS text, facts, learning_points,
         reviews, actions, by_wording, t.id AS key
  UNION ALL
  WITH wanted, ours, themes
  WHERE themes < $limit
  MATCH (x:Recommendation)
  WHERE x.stated
  UNWIND x.places AS place
  MATCH (p:Partnership)
  WHERE p.id = place AND ($partnership IS NULL OR place IN ours)
  WITH wanted, x, place, EXISTS { MATCH (x)-[:ABOUT]->(t:Theme) WHERE t.id IN p.heard } AS heard
  WHERE NOT heard
  WITH x, place, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (x)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant,
       EXISTS { MATCH (x)<-[:GAVE_RISE_TO]-(:Finding) } AS printed
  WHERE meant AND NOT printed
  RETURN 'recommendation without learning' AS kind, 1 AS rank, place, x.text AS text, [x] AS facts,
         null AS learning_points, null AS reviews, null AS actions, null AS by_wording, x.id AS key
  UNION ALL
  WITH wanted, ours, themes
  WHERE themes < $limit
  MATCH (x:Recommendation)
  WHERE x.stated
  WITH wanted, ours, x, EXISTS { MATCH (x)-[:DELIVERED_BY]->(:Action) } AS done,
       EXISTS { MATCH (x)-[into:MERGED_INTO]->(:Recommendation) WHERE into.certainty = 'confirmed' } AS merged,
       EXISTS { MATCH (x)-[:MERGED_INTO]->(:Recommendation) } AS said
  WHERE NOT done AND NOT merged
  WITH ours, x, said, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (x)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant
  WHERE meant
  UNWIND x.places AS place
  WITH ours, x, said, place
  WHERE $partnership IS NULL OR place IN ours
  RETURN CASE WHEN said THEN 'recommendation said to be merged' ELSE 'recommendation without an action' END AS kind, 2 AS rank, place,
         x.text AS text, [x] AS facts, null AS learning_points, null AS reviews, null AS actions, null AS by_wording, x.id AS key
}
MATCH (p:Partnership)
WHERE p.id = place
WITH kind, rank, p, text, facts, learning_points, reviews, actions, by_wording, key, hidden
ORDER BY rank, p.name, learning_points DESC, text, key
LIMIT $limit
WITH kind, rank, p, text, facts, learning_points, reviews, actions, by_wording, key,
     coalesce([one IN hidden WHERE one.place = p.id | one.many][0], 0) AS not_published
CALL (rank, facts) {
  UNWIND CASE rank WHEN 0 THEN [] ELSE facts END AS x
  MATCH (x)-[:ABOUT]->(t:Theme)
  WITH t
  ORDER BY t.id
  RETURN collect(t.id) AS about
}
WITH kind, rank, p, CASE rank WHEN 0 THEN [key] ELSE about END AS ids, text, facts, learning_points, reviews, actions, by_wording, not_published, key
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN kind, CASE size(ids) WHEN 0 THEN null WHEN 1 THEN ids[0] ELSE reduce(all = ids[0], id IN ids[1..] | all + ', ' + id) END AS theme,
       text, CASE WHEN rank > 0 THEN reduce(said = 'not stated', at IN range(0, size(coalesce(facts[0].replies, [])) - 1) | CASE WHEN said = 'not stated' THEN facts[0].replies[at] ELSE said + '; ' + facts[0].replies[at] END) END AS reply, learning_points, reviews, actions, by_wording, not_published, p.name AS partnership, evidence
ORDER BY rank, partnership, learning_points DESC, text, key
LIMIT $limit
