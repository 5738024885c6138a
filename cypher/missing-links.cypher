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
//   learning_points: integer – learning points on the theme that need to improve (for a theme)
//   reviews: integer – reviews and tests these belong to
//   actions: integer – actions on the theme, without a recommendation behind them being published
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
// revision: 1
CALL () {
  MATCH (f:Finding)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p:Partnership)
  WHERE f.polarity IN ['shortfall', 'barrier']
  MATCH (f)-[:ABOUT]->(t:Theme)
  OPTIONAL MATCH (f)<-[:IDENTIFIES]-(o:Review|Assurance)
  WITH p, t, f, CASE WHEN o:Review THEN o.canonical ELSE o.id END AS owner
  WITH p, t, collect(DISTINCT f) AS facts, count(DISTINCT f.id) AS learning_points, count(DISTINCT owner) AS reviews
  WITH p, t, facts, learning_points, reviews,
       EXISTS { MATCH (t)<-[:ABOUT]-(:Recommendation)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p) } AS asked
  WHERE NOT asked
  OPTIONAL MATCH (t)<-[:ABOUT]-(a:Action)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(q:Partnership)
  WHERE q.id = p.id
  RETURN 'theme without a recommendation' AS kind, 0 AS rank, p, [t] AS themes, t.name AS text, facts, learning_points, reviews,
         count(DISTINCT a.id) AS actions, t.id AS key
  UNION ALL
  MATCH (x:Recommendation)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p:Partnership)
  WHERE x.stated
  WITH DISTINCT x, p
  OPTIONAL MATCH (x)-[:ABOUT]->(t:Theme)
  WITH x, p, t
  ORDER BY t.id
  WITH x, p, collect(t) AS themes
  WITH x, p, themes, EXISTS { MATCH (x)<-[:GAVE_RISE_TO]-(:Finding) } AS printed,
       EXISTS { MATCH (x)-[:ABOUT]->(:Theme)<-[:ABOUT]-(f:Finding)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p)
                WHERE f.polarity <> 'absent' } AS shared
  WHERE NOT printed AND NOT shared
  RETURN 'recommendation without learning' AS kind, 1 AS rank, p, themes, x.text AS text, [x] AS facts,
         null AS learning_points, null AS reviews, null AS actions, x.id AS key
  UNION ALL
  MATCH (x:Recommendation)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p:Partnership)
  WITH DISTINCT x, p
  WITH x, p, EXISTS { MATCH (x)-[:DELIVERED_BY]->(:Action) } AS done,
       EXISTS { MATCH (x)-[into:MERGED_INTO]->(:Recommendation) WHERE into.certainty = 'confirmed' } AS merged,
       EXISTS { MATCH (x)-[:MERGED_INTO]->(:Recommendation) } AS said
  WHERE x.stated AND NOT done AND NOT merged
  OPTIONAL MATCH (x)-[:ABOUT]->(t:Theme)
  WITH x, p, said, t
  ORDER BY t.id
  WITH x, p, said, collect(t) AS themes
  RETURN CASE WHEN said THEN 'recommendation said to be merged' ELSE 'recommendation without an action' END AS kind, 2 AS rank, p, themes, x.text AS text, [x] AS facts,
         null AS learning_points, null AS reviews, null AS actions, x.id AS key
}
WITH kind, rank, p, [t IN themes | t.id] AS ids, text, facts, learning_points, reviews, actions, key
OPTIONAL MATCH (named:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE named.id IN ids
WITH kind, rank, p, ids, text, facts, learning_points, reviews, actions, key,
     collect(DISTINCT top.id) + collect(DISTINCT toLower(top.name)) AS under
WHERE ($theme IS NULL OR $theme IN under OR toLower($theme) IN under)
  AND ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
OPTIONAL MATCH (u:Recommendation)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(q:Partnership)
WHERE NOT u.stated AND q.id = p.id
WITH kind, rank, p, ids, text, facts, learning_points, reviews, actions, key, count(DISTINCT u.id) AS not_published
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN kind, CASE size(ids) WHEN 0 THEN null WHEN 1 THEN ids[0] ELSE reduce(all = ids[0], id IN ids[1..] | all + ', ' + id) END AS theme,
       text, learning_points, reviews, actions, not_published, p.name AS partnership, evidence
ORDER BY rank, partnership, learning_points DESC, text, key
LIMIT $limit
