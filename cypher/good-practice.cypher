// id: good-practice
// title: What was done well
// question: What good practice can I share on this?
// answers: table
// for: learning lead
// topic: learning
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   text: string = null – only where these words stand
//   from: date = null – only what can have been on or after this day
//   to: date = null – only what can have been on or before this day
//   limit: integer = 100 – rows at most
// returns:
//   text: string – what was done well
//   themes: strings – the themes it is about, in words
//   told_by: string – the review or test, else the document
//   partnership: string – whose work it tells of
//   date_from: string – first day it can have been
//   date_to: string – last day it can have been
//   confirmed: boolean – a person confirmed at least one of its theme links
//   evidence: evidence – the passages
// denominator: findings – learning points loaded, in the same scope
// read-as: What the publishers themselves call done well, beside what needs to improve; not a comparison of areas.
// caveats:
//   Few documents print good practice; nothing listed does not mean nothing was done well.
// empty: No loaded document of this scope names practice that was done well on this.
// revision: 1
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
MATCH (f:Finding)
WHERE f.polarity = 'good-practice' AND ($text IS NULL OR toLower(f.text) CONTAINS toLower($text))
WITH f, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (f)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant
WHERE meant
MATCH (f)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH f, d, p, s, coalesce(f.datedFrom, d.periodFrom) AS since, coalesce(f.datedTo, d.publishedTo) AS until
WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
  AND ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR coalesce(since, until) <= date($to))
WITH f, min(d.name) AS told_in, min(p.name) AS partnership, min(since) AS since, max(until) AS until, collect(DISTINCT s) AS told
ORDER BY until, since, f.text, f.id
LIMIT $limit
UNWIND told AS s
MATCH (s)-[:OF]->(d:Document)
WITH f, told_in, partnership, since, until, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH f, told_in, partnership, since, until,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
OPTIONAL MATCH (f)<-[:IDENTIFIES]-(o:Review|Assurance)
WITH f, told_in, partnership, since, until, evidence, min(o.name) AS owner
OPTIONAL MATCH (f)-[a:ABOUT]->(t:Theme)
WITH f, told_in, partnership, since, until, evidence, owner, collect(DISTINCT t.name) AS themes, collect(DISTINCT a.state) AS states
UNWIND CASE WHEN size(themes) = 0 THEN [null] ELSE themes END AS label
WITH f, states, owner, told_in, partnership, since, until, evidence, label
ORDER BY label
WITH f, states, owner, told_in, partnership, since, until, evidence, collect(label) AS themes
RETURN f.text AS text, themes, coalesce(owner, told_in) AS told_by, partnership, toString(since) AS date_from,
       toString(until) AS date_to, 'confirmed' IN states AS confirmed, evidence
ORDER BY until, since, text, f.id
LIMIT $limit
