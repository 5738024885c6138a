// id: closed-but-recurred
// title: Said to be done, or closed, and seen again
// question: What did we close, or say was done, that has come back?
// answers: table
// for: scrutineer, learning lead
// topic: recurrence
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – only what can have been known to be seen again on or before this day
//   limit: integer = 100 – rows at most
// returns:
//   recommendation: string – the words it starts from: a recommendation, else an action or a learning point
//   kind: string – recommendation, action or learning
//   theme: string – the theme both sides are about
//   label: string – the theme in words
//   type: string – R0 order unknown, R1 while open, R2 after it was said to be done, R3 after closure, R4 after a national or another area's recommendation, R5 done not stated
//   closure: string – none stated, said to be done, or closed by record
//   reply: string – what was replied to it, or to what it delivers, and by whom; else not stated; of learning nothing
//   certainty: string – confirmed, probable or possible
//   scope: string – same partnership and agency, same partnership, or other (jointly told, or asked elsewhere)
//   opportunity: string – in how many later reviews of a like child it was seen, of how many reviews; else not computed
//   why: string – why it counts as seen again, and how sure the order is
//   since: string – last day the first side can have been
//   seen_again: string – the words of the later side
//   seen_in: string – the review, test or document that says so
//   seen_from: string – first day the later side can have been
//   seen_to: string – last day the later side can have been
//   partnership: string – whose work it is; of what was asked elsewhere, where it was seen
//   evidence: evidence – the passages of both sides; `side` is before or after
// denominator: recommendations, actions, findings – recommendations, actions and learning points loaded, in the same scope
// read-as: First what a record closed, then what was said to be done, then the rest; in each the surest first. Closed
//   counts only where a record says so; everything else is said to be done, or not stated. Something seen again does not
//   by itself prove that the action failed.
// caveats:
//   Order is by when it happened, where that is known; publication alone never makes it more than possible.
//   What a national body or another area asked and is seen here is no failure to close; it is only possible.
//   Silence closes nothing; what is not listed may simply not have been tested or published.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: Nothing in the loaded documents is told again after it was asked for, learnt or said to be done; it may not have been
//   tested, or not published.
// revision: 7
OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE $theme IS NOT NULL AND (top.id = $theme OR toLower(top.name) = toLower($theme))
WITH collect(DISTINCT t.id) AS themes
OPTIONAL MATCH (marked:Finding)
WHERE marked.foremost
WITH themes, count(marked) AS told
CALL (told) {
  MATCH (f:Finding)
  WHERE f.foremost OR told = 0 OR $limit > 100 OR $theme IS NOT NULL OR $partnership IS NOT NULL OR $as_of IS NOT NULL
  RETURN f
}
MATCH (f)<-[again:RECURS_IN|ECHOED_IN]-(x:Finding|Recommendation|Action)
WHERE ($theme IS NULL OR again.theme IN themes)
  AND ($as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true)) AND ($as_of IS NULL OR coalesce(x.knownFrom <= date($as_of), true))
  AND ($as_of IS NULL OR again.changedOn IS NULL OR again.changedOn[0] <= $as_of)
WITH x, again, f, CASE WHEN again.type = 'R4' THEN f ELSE x END AS ours
WITH x, again, f,
     CASE WHEN $partnership IS NULL THEN true ELSE EXISTS {
       MATCH (ours)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(of:Partnership)
       WHERE of.id = $partnership OR toLower(of.name) = toLower($partnership)
     } END AS asked
WHERE asked
WITH x, again, f,
     CASE WHEN $as_of IS NULL OR again.changedOn IS NULL THEN -1 ELSE size([day IN again.changedOn WHERE day <= $as_of]) - 1 END AS at
WITH x, again, f, at, CASE WHEN at < 0 THEN again.certainty ELSE again.certainties[at] END AS certainty,
     CASE WHEN at < 0 THEN again.closure ELSE again.closures[at] END AS closure
ORDER BY CASE closure WHEN 'closed by record' THEN 0 WHEN 'said to be done' THEN 1 ELSE 2 END,
         CASE certainty WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END,
         again.theme, x.id, f.id
LIMIT $limit
WITH x, again, f,
     CASE WHEN at < 0 THEN {type: again.type, closure: again.closure, certainty: again.certainty, why: again.why}
       ELSE {type: again.types[at], closure: again.closures[at], certainty: again.certainties[at], why: again.whys[at]} END AS told
MATCH (t:Theme)
WHERE t.id = again.theme
MATCH (x)-[:STATED_IN]->(sx:Passage)-[:OF]->(dx:Document)
WHERE ($as_of IS NULL OR coalesce(dx.knownFrom <= date($as_of), true))
OPTIONAL MATCH (dx)-[:TELLS_OF]->(p:Partnership)
WITH x, again, told, f, t, sx, dx, p
WHERE $partnership IS NULL OR again.type = 'R4' OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH x, again, told, f, t, p, sx, dx
ORDER BY dx.publishedFrom, dx.name, coalesce(sx.page, 0), coalesce(sx.line, 0), sx.id
WITH x, again, told, f, t, min(p.name) AS partnership,
     collect(DISTINCT {side: 'before', document: dx.name, page: sx.page, line: sx.line, quote: sx.quote}) AS before
OPTIONAL MATCH (f)<-[:IDENTIFIES]-(o:Review|Assurance)
WITH x, again, told, f, t, partnership, before, min(o.name) AS owner
MATCH (f)-[:STATED_IN]->(sf:Passage)-[:OF]->(df:Document)
WHERE ($as_of IS NULL OR coalesce(df.knownFrom <= date($as_of), true))
OPTIONAL MATCH (df)-[:TELLS_OF]->(seen_by:Partnership)
WITH x, again, told, f, t, partnership, before, owner, sf, df, seen_by
ORDER BY df.publishedFrom, df.name, coalesce(sf.page, 0), coalesce(sf.line, 0), sf.id
WITH x, again, told, f, t, partnership, before, owner, min(df.name) AS told_in, min(seen_by.name) AS where_seen,
     collect(DISTINCT {side: 'after', document: df.name, page: sf.page, line: sf.line, quote: sf.quote}) AS after
RETURN x.text AS recommendation,
       CASE WHEN x:Recommendation THEN 'recommendation' WHEN x:Action THEN 'action' ELSE 'learning' END AS kind,
       t.id AS theme, t.name AS label, told.type AS type,
       coalesce(told.closure, 'none stated') AS closure,
       CASE WHEN NOT x:Finding THEN reduce(said = 'not stated', at IN range(0, size(coalesce(x.replies, [])) - 1) | CASE WHEN x.repliesFrom[at] > $as_of THEN said WHEN said = 'not stated' THEN x.replies[at] ELSE said + '; ' + x.replies[at] END) END AS reply, told.certainty AS certainty,
       CASE WHEN again.type = 'R4' THEN 'other' ELSE coalesce(again.scope, 'other') END AS scope, CASE WHEN $as_of < again.opportunityFrom THEN 'not computed for this day' ELSE coalesce(again.opportunity, 'not computed') END AS opportunity,
       told.why AS why, toString(x.datedTo) AS since, f.text AS seen_again,
       coalesce(owner, told_in) AS seen_in, toString(f.datedFrom) AS seen_from, toString(f.datedTo) AS seen_to,
       CASE WHEN again.type = 'R4' THEN where_seen ELSE partnership END AS partnership, before + after AS evidence
ORDER BY CASE told.closure WHEN 'closed by record' THEN 0 WHEN 'said to be done' THEN 1 ELSE 2 END,
         CASE told.certainty WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END,
         t.id, x.id, f.id
LIMIT $limit
