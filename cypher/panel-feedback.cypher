// id: panel-feedback
// title: What the national Panel said
// question: What did the Panel say about our reviews?
// answers: table
// for: learning lead, scrutineer
// topic: judgements
// params:
//   review: string = null – one review (reference, name or id)
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership
//   limit: integer = 100 – rows at most
// returns:
//   review: string – the review it is about, as published
//   kind: string – rapid-review, lcspr …
//   said: string – the words that are printed
//   said_by: string – as printed
//   tone: string – praise, asks for more, or not stated
//   themes: strings – what it is about, in words
//   not_in_review: strings – of these, those that no learning point or recommendation of the review is about
//   partnership: string – whose review it is
//   evidence: evidence – the passages
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: What publishers print of the Panel's letters. A theme that the review's own list lacks may stand in the full
//   report, which is often not loaded.
// caveats:
//   The publisher chose the quotations; the letters themselves are not published.
//   No feedback printed does not mean that none was given.
// empty: No loaded document prints feedback of the Panel on its reviews; that does not mean that none was given.
// revision: 1
MATCH (r:Review)-[:RECEIVED]->(j:Judgement)
WHERE j.authorRole = 'panel'
OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
WITH r, j, min(c.canonical) AS whole
WHERE $review IS NULL OR r.id = $review OR r.canonical = $review OR toLower(r.ref) = toLower($review)
   OR toLower(r.name) = toLower($review) OR whole = $review
OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
WITH r, j, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH r, j, min(p.name) AS partnership
WITH r, j, partnership, CASE WHEN $theme IS NULL THEN true
     ELSE EXISTS { MATCH (j)-[:ABOUT]->(:Theme)-[:BROADER*0..5]->(top:Theme) WHERE top.id = $theme OR toLower(top.name) = toLower($theme) }
     END AS meant
WHERE meant
MATCH (j)-[:STATED_IN]->(first:Passage)-[:OF]->(held:Document)
WITH r, j, partnership, first, held
ORDER BY held.publishedFrom, held.name, coalesce(first.page, 0), coalesce(first.line, 0), first.id
WITH r, j, partnership, collect({document: held.name, page: coalesce(first.page, 0), line: coalesce(first.line, 0)})[0] AS at
ORDER BY partnership, r.name, r.id, at.document, at.page, at.line, j.text, j.id
LIMIT $limit
OPTIONAL MATCH (j)-[:ABOUT]->(t:Theme)
WITH r, j, partnership, collect(DISTINCT t) AS about
WITH collect({review: r, judgement: j, partnership: partnership, about: about}) AS given
CALL (given) {
  UNWIND given AS one
  WITH collect(DISTINCT one.review.canonical) AS wholes
  MATCH (q:Review)
  WHERE q.canonical IN wholes
  OPTIONAL MATCH (q)-[:IDENTIFIES|MAKES]->(:Finding|Recommendation)-[:ABOUT]->(own:Theme)
  WITH q.canonical AS whole, collect(DISTINCT own.id) AS listed
  RETURN collect({whole: whole, listed: listed}) AS lists
}
UNWIND given AS one
WITH one.review AS r, one.judgement AS j, one.partnership AS partnership, one.about AS about,
     [list IN lists WHERE list.whole = one.review.canonical | list.listed][0] AS listed
UNWIND CASE WHEN size(about) = 0 THEN [null] ELSE about END AS t
WITH r, j, partnership, listed, t
ORDER BY t.name
WITH r, j, partnership, collect(t.name) AS themes, collect(CASE WHEN NOT t.id IN listed THEN t.name END) AS not_in_review
MATCH (j)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WITH r, j, partnership, themes, not_in_review, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH r, j, partnership, themes, not_in_review,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN r.name AS review, r.kind AS kind, j.text AS said, j.author AS said_by,
       CASE j.polarity WHEN 'good-practice' THEN 'praise' WHEN 'shortfall' THEN 'asks for more' WHEN 'barrier' THEN 'asks for more'
         ELSE 'not stated' END AS tone, themes, not_in_review, partnership, evidence
ORDER BY partnership, review, r.id, evidence[0].document, coalesce(evidence[0].page, 0), coalesce(evidence[0].line, 0), said, j.id
LIMIT $limit
