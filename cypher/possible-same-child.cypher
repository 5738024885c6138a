// id: possible-same-child
// title: May be the same review or case
// question: Is this the same child as that one, told under two names?
// answers: table
// for: analyst, scrutineer
// topic: cases
// params:
//   review: string = null – only pairs with this review (reference, name or id)
//   partnership: string = null – only pairs of this partnership
//   limit: integer = 100 – rows at most
// returns:
//   one: string – one label, as published
//   other: string – the other label, as published
//   kind: string – stated (a document says so) or possible (reasons only)
//   for: strings – reasons for, each with its weight
//   against: strings – reasons against, each with its weight
//   quote: string – the sentence that says so, where it is stated
//   decided: string – same, where a person decided so; else not decided
//   partnership: string – whose reviews they are
//   evidence: evidence – the sentence that says so, else where each of the two is told
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: Stated means that a document says so outright. Possible is a question for a person; nothing is ever joined by it.
// caveats:
//   Labels and initials are the publishers'; nobody may try to find out who is meant.
//   Left out of everything that is made to be sent.
// empty: No two cases, reviews or tests of the loaded documents look as if they could be one.
// revision: 1
CALL () {
  MATCH (r:Review)-[e:STATED_SAME_AS]->(q:Review)
  OPTIONAL MATCH (r)-[:EXAMINES]->(a:Case)
  OPTIONAL MATCH (q)-[:EXAMINES]->(b:Case)
  RETURN r AS one, q AS other, coalesce(a.id, r.id) AS x, coalesce(b.id, q.id) AS y, coalesce(a.name, r.name) AS x_name,
         coalesce(b.name, q.name) AS y_name, 'stated' AS kind, null AS pro, null AS con, e.quote AS quote,
         {document: e.document, page: e.page, line: e.line, quote: e.quote} AS said
  UNION ALL
  MATCH (a:Case)-[e:STATED_SAME_AS]->(b:Case)
  RETURN a AS one, b AS other, a.id AS x, b.id AS y, a.name AS x_name, b.name AS y_name, 'stated' AS kind, null AS pro,
         null AS con, e.quote AS quote, {document: e.document, page: e.page, line: e.line, quote: e.quote} AS said
  UNION ALL
  MATCH (r:Review)-[e:POSSIBLY_SAME_AS]->(q:Review)
  OPTIONAL MATCH (r)-[:EXAMINES]->(a:Case)
  OPTIONAL MATCH (q)-[:EXAMINES]->(b:Case)
  RETURN r AS one, q AS other, coalesce(a.id, r.id) AS x, coalesce(b.id, q.id) AS y, coalesce(a.name, r.name) AS x_name,
         coalesce(b.name, q.name) AS y_name, 'possible' AS kind, e.reasonsFor AS pro, e.reasonsAgainst AS con,
         null AS quote, null AS said
  UNION ALL
  MATCH (a:Case)-[e:POSSIBLY_SAME_AS]->(b:Case)
  RETURN a AS one, b AS other, a.id AS x, b.id AS y, a.name AS x_name, b.name AS y_name, 'possible' AS kind,
         e.reasonsFor AS pro, e.reasonsAgainst AS con, null AS quote, null AS said
}
WITH CASE WHEN x < y THEN one ELSE other END AS one, CASE WHEN x < y THEN other ELSE one END AS other,
     CASE WHEN x < y THEN x ELSE y END AS x, CASE WHEN x < y THEN y ELSE x END AS y,
     CASE WHEN x < y THEN x_name ELSE y_name END AS x_name, CASE WHEN x < y THEN y_name ELSE x_name END AS y_name,
     kind, pro, con, quote, said
WITH one, other, x, y, x_name, y_name, kind, pro, con, quote, said,
     CASE WHEN $partnership IS NULL THEN EXISTS { MATCH (one)-[:STATED_IN]->(:Passage)-[:OF]->(:Document) }
       ELSE EXISTS { MATCH (one)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p:Partnership)
                     WHERE p.id = $partnership OR toLower(p.name) = toLower($partnership) } END AS here,
     EXISTS { MATCH (other)-[:STATED_IN]->(:Passage)-[:OF]->(:Document) } AS there
WHERE here AND there
WITH x, y, x_name, y_name, kind,
     collect({one: one, other: other, pro: pro, con: con, quote: quote, said: said}) AS pairs
WHERE $review IS NULL OR any(pair IN pairs WHERE
  $review IN [pair.one.id, pair.other.id, pair.one.canonical, pair.other.canonical]
  OR toLower($review) IN [pair.one.id, pair.other.id, pair.one.canonical, pair.other.canonical,
                          toLower(pair.one.name), toLower(pair.other.name), toLower(pair.one.ref), toLower(pair.other.ref)])
WITH x, y, x_name, y_name, kind, pairs
ORDER BY kind DESC, x_name, y_name, x, y
LIMIT $limit
CALL (pairs) {
  UNWIND pairs AS pair
  WITH pair, pair.one AS one, pair.other AS other
  MATCH (one)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
  MATCH (other)-[:STATED_IN]->(s2:Passage)-[:OF]->(d2:Document)
  WITH pair, s, d, p, s2, d2
  WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH pair, s, d, p, s2, d2
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id, d2.publishedFrom, d2.name,
           coalesce(s2.page, 0), coalesce(s2.line, 0), s2.id
  RETURN collect(pair.pro)[0] AS pro, collect(pair.con)[0] AS con, min(pair.quote) AS quote, min(p.name) AS partnership,
         collect(DISTINCT pair.said) AS sentences,
         collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told_one,
         collect(DISTINCT {document: d2.name, page: s2.page, line: s2.line, quote: s2.quote}) AS told_other
}
OPTIONAL MATCH (c:Case {id: x})-[:SAME_AS]->(:Case {id: y})
WITH x, y, x_name, y_name, kind, pro, con, quote, partnership, sentences, told_one, told_other, count(c) AS there
OPTIONAL MATCH (c:Case {id: y})-[:SAME_AS]->(:Case {id: x})
WITH x, y, x_name, y_name, kind, pro, con, quote, partnership, sentences, told_one, told_other, there, count(c) AS back
RETURN x_name AS one, y_name AS other, kind, coalesce(pro, []) AS for, coalesce(con, []) AS against, quote,
       CASE WHEN there + back > 0 THEN 'same' ELSE 'not decided' END AS decided, partnership,
       CASE WHEN size(sentences) > 0 THEN sentences ELSE told_one + told_other END AS evidence
ORDER BY kind DESC, one, other, x, y
LIMIT $limit
