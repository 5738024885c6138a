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
OPTIONAL MATCH (j)-[:ABOUT]->(t:Theme)-[:BROADER*0..5]->(top:Theme)
WITH r, j, partnership, collect(DISTINCT t) AS about, collect(DISTINCT top.id) + collect(DISTINCT toLower(top.name)) AS under
WHERE $theme IS NULL OR $theme IN under OR toLower($theme) IN under
OPTIONAL MATCH (q:Review)-[:IDENTIFIES|MAKES]->(x:Finding|Recommendation)-[:ABOUT]->(own:Theme)
WHERE q.canonical = r.canonical
WITH r, j, partnership, about, collect(DISTINCT own.id) AS listed
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
