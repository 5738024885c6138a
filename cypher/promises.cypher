// id: promises
// title: What became of what was promised
// question: What did we say we would do, and what does the next document say of it?
// answers: table
// for: learning lead, scrutineer
// topic: closure
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – only what was told on or before this day
//   limit: integer = 500 – rows at most
// returns:
//   promise: string – what was still to do, planned or promised
//   outcome: string – done, under way, promised again, changed, given up, perhaps told in other words, silent, or no later document
//   later: string – the words of the later document; nothing: it is silent, or none is loaded
//   told_in: string – the later document
//   told_to: string – last day it can have told
//   change: string – what changed: the dates of both, or the word that says so
//   due: string – when it was due, as read
//   promised_in: string – the document that promises it
//   promised_to: string – last day it can have been promised
//   under: strings – the priorities, reviews and tests it is claimed under
//   claims: integer – places that claim this one action
//   also: strings – other claims of the same document in near the same words: perhaps the same promise
//   certainty: string – possible: found by words, a person decides; as printed where nothing is joined
//   why: string – why the later document could have told of it, and what was found
//   partnership: string – whose work it is
//   evidence: evidence – the passages; `side` is promised or later
// denominator: actions, documents – actions and documents loaded, in the same scope
// read-as: Each thing still to do, planned or promised, with what later documents of the partnership tell of it. Silent is
//   said only of a later document of the same kind, or one that reports on work; silence does not mean that it was not done.
// caveats:
//   The same thing in quite other words is not found; what is only near says perhaps.
//   No later document means that none is loaded that could have told of it.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: The loaded documents promise nothing in this scope, or say of everything that it is done.
// revision: 1
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
MATCH (a:Action)
WHERE a.promise AND ($as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true))
  AND (NOT ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) OR NOT CASE WHEN a.assessedFrom > date($as_of) THEN a.status ELSE coalesce(a.stands, a.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'])
WITH a, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (a)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant
WHERE meant
MATCH (a)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH a, d, p
WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
  AND ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
WITH a, max(coalesce(d.publishedTo, d.periodTo)) AS told, min(p.name) AS place
ORDER BY place, told, a.text, a.id
LIMIT $limit
OPTIONAL MATCH (a)<-[:LED_TO]-(o:Priority|Review|Assurance)
WITH a, o
ORDER BY o.name
WITH a, collect(DISTINCT o.name) AS under
CALL (a) {
  MATCH (a)-[:CLAIMED_AGAIN_AS]->(b:Action)
  WHERE ($as_of IS NULL OR coalesce(b.knownFrom <= date($as_of), true))
  RETURN b
  UNION
  MATCH (a)<-[:CLAIMED_AGAIN_AS]-(b:Action)
  WHERE ($as_of IS NULL OR coalesce(b.knownFrom <= date($as_of), true))
  RETURN b
  UNION
  RETURN null AS b
}
WITH a, under, b
ORDER BY b.text
WITH a, under, collect(DISTINCT b.text) AS also
MATCH (a)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH a, under, also, s, d, p, coalesce(d.publishedTo, d.periodTo) AS told
WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
  AND ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
WITH a, under, also, s, d, p, told
ORDER BY told, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH a, under, also, min(d.name) AS promised_in, max(told) AS promised_to, min(p.name) AS partnership, count(DISTINCT s.id) AS places,
     collect(DISTINCT {side: 'promised', document: d.name, page: s.page, line: s.line, quote: s.quote}) AS said
CALL (a) {
  MATCH (a)-[became:BECAME]->(b:Action)-[:STATED_IN]->(f:Passage)-[:OF]->(e:Document)
  WHERE $as_of IS NULL OR coalesce(e.knownFrom <= date($as_of), true)
  RETURN became.outcome AS outcome, b.text AS later, f.id AS passage, e.id AS document, e.name AS told_in,
         coalesce(e.publishedTo, e.periodTo) AS told_to, became.change AS change, became.certainty AS certainty, became.why AS why
  UNION
  MATCH (a)-[looked:LOOKED_FOR_IN]->(e:Document)
  WHERE looked.outcome <> 'told' AND ($as_of IS NULL OR coalesce(e.knownFrom <= date($as_of), true))
  RETURN looked.outcome AS outcome, null AS later, looked.nearest AS passage, e.id AS document, e.name AS told_in,
         coalesce(e.publishedTo, e.periodTo) AS told_to, null AS change, 'possible' AS certainty, looked.why AS why
  UNION
  WITH a, EXISTS { MATCH (a)-[:BECAME]->(:Action)-[:STATED_IN]->(:Passage)-[:OF]->(e:Document)
                   WHERE $as_of IS NULL OR coalesce(e.knownFrom <= date($as_of), true) } AS became,
       EXISTS { MATCH (a)-[:LOOKED_FOR_IN]->(e:Document)
                WHERE $as_of IS NULL OR coalesce(e.knownFrom <= date($as_of), true) } AS looked
  WHERE NOT became AND NOT looked
  RETURN 'no later document' AS outcome, null AS later, null AS passage, null AS document, null AS told_in,
         null AS told_to, null AS change, 'as printed' AS certainty,
         'No later document that could have told of it is loaded.' AS why
}
WITH a, under, also, promised_in, promised_to, partnership, places, said, outcome, later, document, told_in, told_to, change,
     certainty, why, collect(passage) AS passages
CALL (passages, told_in) {
  UNWIND passages AS id
  MATCH (f:Passage)
  WHERE f.id = id
  WITH DISTINCT f, told_in
  ORDER BY coalesce(f.page, 0), coalesce(f.line, 0), f.id
  RETURN collect({side: 'later', document: told_in, page: f.page, line: f.line, quote: f.quote}) AS answered
}
RETURN a.text AS promise, outcome, coalesce(later, answered[0].quote) AS later, told_in, toString(told_to) AS told_to, change,
       a.due AS due, promised_in, toString(promised_to) AS promised_to, under,
       CASE WHEN size(under) > places THEN size(under) ELSE places END AS claims, also, certainty, why, partnership,
       said + answered AS evidence
ORDER BY partnership, promised_to, promise, a.id, told_to, CASE outcome WHEN 'done' THEN 0 WHEN 'under way' THEN 1
         WHEN 'changed' THEN 2 WHEN 'promised again' THEN 3 WHEN 'given up' THEN 4 ELSE 5 END, later, document
LIMIT $limit
