// id: differing-judgements
// title: Two views of the same thing
// question: Where does the partnership's own story differ from the scrutineer's?
// answers: table
// for: scrutineer, learning lead
// topic: judgements
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   limit: integer = 100 – rows at most
// returns:
//   view: string – the words that find something wanting
//   view_by: string – who says so, as printed; for a finding the test
//   view_under: string – the heading over those words, which may be what finds it wanting; null where it is not known
//   other: string – the words that say it is in place
//   other_by: string – who says so, as printed; the partnership where its own document claims it
//   kind: string – two authors · same author, two emphases · one test, two accounts
//   themes: strings – what both are about, in words; empty: only the words are alike
//   printed_in: string – where the first view stands: as reported by the partnership, a document of its author, or a test
//   dual_role: string – offices that one author holds at once, where printed there or signed in the same document
//   certainty: string – possible: a person decides whether they differ
//   why: string – why they are put side by side
//   partnership: string – whose work it is
//   evidence: evidence – the passages; `side` is view or other
// denominator: documents – documents loaded, in the same scope
// read-as: Two statements to read beside each other. They are never averaged, and neither is taken to be right.
// caveats:
//   Put side by side by themes and words; many pairs turn out not to differ.
//   A view printed in the partnership's own report is what the partnership reports of it.
//   One author who praises and warns has two emphases, not two judgements.
// empty: No two attributed views on one theme or in like words were found; that is not agreement.
// revision: 2
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
MATCH (x:Judgement|Finding)-[pair:DIFFERS_FROM]->(y:Judgement|Evidence|Action|Finding)
WITH x, pair, y, pair.kind AS kind, coalesce(pair.themes, []) AS both, pair.similarity AS alike,
     CASE WHEN $theme IS NULL THEN true ELSE size([id IN coalesce(pair.themes, []) WHERE id IN wanted]) > 0 END AS meant,
     CASE WHEN $partnership IS NULL THEN x.places[0] ELSE [place IN x.places WHERE place IN ours][0] END AS place
WHERE meant AND ($partnership IS NULL OR place IS NOT NULL)
OPTIONAL MATCH (p:Partnership {id: place})
WITH x, pair, y, kind, both, alike, p.name AS told_of
ORDER BY CASE kind WHEN 'two authors' THEN 0 WHEN 'one test, two accounts' THEN 1 ELSE 2 END,
         CASE WHEN size(both) > 0 THEN 0 ELSE 1 END, alike DESC, told_of, x.id, y.id
LIMIT $limit
OPTIONAL MATCH (t:Theme)
WHERE t.id IN both
WITH x, pair, y, t
ORDER BY t.name
WITH x, pair, y, collect(DISTINCT t.name) AS themes
OPTIONAL MATCH (x)<-[:IDENTIFIES]-(n:Assurance)
WITH x, pair, y, themes, min(n.name) AS test
MATCH (x)-[:STATED_IN]->(sx:Passage)-[:OF]->(dx:Document)
OPTIONAL MATCH (dx)-[:TELLS_OF]->(p:Partnership)
WITH x, pair, y, themes, test, sx, dx, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH x, pair, y, themes, test, sx, dx, p
ORDER BY dx.publishedFrom, dx.name, coalesce(sx.page, 0), coalesce(sx.line, 0), sx.id
WITH x, pair, y, themes, test, min(p.name) AS partnership,
     min(CASE WHEN dx.kind IN ['inspection-letter', 'inspection-report'] THEN 1 ELSE 0 END) AS own, min(sx.heading) AS above,
     collect(DISTINCT {side: 'view', document: dx.name, page: sx.page, line: sx.line, quote: sx.quote}) AS told
MATCH (y)-[:STATED_IN]->(sy:Passage)-[:OF]->(dy:Document)
WITH x, pair, y, themes, test, partnership, own, above, told, sy, dy
ORDER BY dy.publishedFrom, dy.name, coalesce(sy.page, 0), coalesce(sy.line, 0), sy.id
WITH x, pair, y, themes, test, partnership, own, above, told,
     collect(DISTINCT {side: 'other', document: dy.name, page: sy.page, line: sy.line, quote: sy.quote}) AS beside,
     CASE WHEN x:Judgement THEN toLower(coalesce(x.author, '')) ELSE '' END AS one,
     CASE WHEN y:Judgement THEN toLower(coalesce(y.author, '')) ELSE '' END AS two,
     EXISTS { MATCH (x)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(j:Judgement)
              WHERE toLower(j.author) CONTAINS 'chair' AND toLower(j.author) CONTAINS 'scrutineer' } AS signed
RETURN x.text AS view, CASE WHEN x:Judgement THEN coalesce(x.author, x.authorRole) ELSE test END AS view_by, above AS view_under, y.text AS other,
       CASE WHEN y:Judgement THEN coalesce(y.author, y.authorRole) WHEN y:Finding THEN test
         ELSE coalesce(partnership, 'partnership') END AS other_by,
       pair.kind AS kind, themes,
       CASE WHEN x:Finding THEN 'the account of a test' WHEN own = 1 THEN 'a document of its author'
         ELSE 'as reported by the partnership' END AS printed_in,
       CASE WHEN (one CONTAINS 'chair' AND one CONTAINS 'scrutineer') OR (two CONTAINS 'chair' AND two CONTAINS 'scrutineer')
         THEN 'chair and scrutineer'
         WHEN signed AND (one CONTAINS 'scrutineer' OR two CONTAINS 'scrutineer')
         THEN 'chair and scrutineer, as signed in the same document' END AS dual_role,
       pair.certainty AS certainty, pair.why AS why, partnership, told + beside AS evidence
ORDER BY CASE pair.kind WHEN 'two authors' THEN 0 WHEN 'one test, two accounts' THEN 1 ELSE 2 END,
         CASE WHEN size(themes) > 0 THEN 0 ELSE 1 END, pair.similarity DESC, partnership, x.id, y.id
LIMIT $limit
