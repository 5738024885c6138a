// id: overdue-actions
// title: Overdue, and who has it
// question: What is overdue, and who has got it?
// answers: table
// for: learning lead
// topic: closure
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – overdue on this day, by what was told up to then; without it, today
//   limit: integer = 200 – rows at most
// returns:
//   action: string – what was to be done
//   leads: strings – who has it; empty: nobody is named
//   due: string – the last day it was due, as read
//   due_printed: string – as printed
//   days_late: integer – days from then; none where no due date is printed but it is said to be overdue
//   times_moved: integer – earlier due dates printed
//   previous_due: strings – those dates
//   status: string – status in words, as far as it is stated
//   assessed: string – status as assessed, in words, and by whom: printed, worked out, or a person's role
//   reply: string – what was replied to the recommendation it delivers, and by whom: accepted, in part, not accepted …; else not stated
//   promised_again: integer – later passages that promise it again
//   told_by: string – the review, test or priority it belongs to, else the document
//   partnership: string – whose work it is
//   evidence: evidence – where it is told; `side` again: where it is promised again
// denominator: actions – actions loaded, in the same scope
// read-as: Actions whose printed due date has passed and of which no loaded document says that they are done. They may be
//   done; that is not stated.
// caveats:
//   An action without a printed due date cannot be overdue, and most published actions have none.
//   A later document that tells of it in other words is not found here.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No loaded action has a printed due date that has passed without a word that it is done.
// revision: 4
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
MATCH (a:Action)
WHERE a.due IS NOT NULL OR a.status = 'overdue'
WITH a, wanted, coalesce(date($as_of), date()) AS today,
     CASE size(a.due) WHEN 10 THEN date(a.due) WHEN 7 THEN date(a.due + '-01') + duration('P1M') - duration('P1D')
       WHEN 4 THEN date(a.due + '-12-31') END AS due
WHERE ($as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true))
  AND (due < today OR (a.status = 'overdue' AND due IS NULL AND ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true))))
WITH a, today, due, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (a)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant
WHERE meant
OPTIONAL MATCH (a)-[:HAS_STATUS]->(e:StatusEvent)
WHERE (e.closes OR e.status STARTS WITH 'complete' OR e.status IN ['embedded', 'superseded', 'cancelled'])
  AND ($as_of IS NULL OR coalesce(e.knownFrom <= date($as_of), true)) AND coalesce(e.reopenedOn > today, true)
WITH a, today, due, count(e) AS over
WHERE over = 0
WITH a, today, due,
     CASE WHEN $partnership IS NULL THEN true ELSE EXISTS { MATCH (a)-[:STATED_IN]->(:Passage)-[:OF]->(:Document)-[:TELLS_OF]->(p:Partnership)
       WHERE p.id = $partnership OR toLower(p.name) = toLower($partnership) } END AS ours
WHERE ours
WITH a, today, due
ORDER BY toString(due), a.text, a.id
LIMIT $limit
OPTIONAL MATCH (a)-[:ADDRESSED_TO]->(g:Agency)
WITH a, today, due, g
ORDER BY g.name
WITH a, today, due, collect(DISTINCT g.name) AS leads
OPTIONAL MATCH (a)<-[:LED_TO]-(o:Review|Assurance|Priority)
WITH a, today, due, leads, min(o.name) AS owner
OPTIONAL MATCH (a)-[:PROMISED_AGAIN_IN]->(s2:Passage)-[:OF]->(d2:Document)
WHERE ($as_of IS NULL OR coalesce(d2.knownFrom <= date($as_of), true))
WITH a, today, due, leads, owner, s2, d2
ORDER BY d2.publishedFrom, d2.name, coalesce(s2.page, 0), coalesce(s2.line, 0), s2.id
WITH a, today, due, leads, owner, count(DISTINCT s2.id) AS promised_again,
     collect(DISTINCT CASE WHEN s2 IS NOT NULL
       THEN {side: 'again', document: d2.name, page: s2.page, line: s2.line, quote: s2.quote} END) AS again
MATCH (a)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH a, today, due, leads, owner, promised_again, again, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH a, today, due, leads, owner, promised_again, again, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH a, today, due, leads, owner, promised_again, again, min(d.name) AS told_in, min(p.name) AS partnership,
     collect(DISTINCT {side: 'told', document: d.name, page: s.page, line: s.line, quote: s.quote}) AS told
RETURN a.text AS action, leads, toString(due) AS due, a.duePrinted AS due_printed,
       duration.inDays(due, today).days AS days_late, size(coalesce(a.previousDue, [])) AS times_moved,
       coalesce(a.previousDue, []) AS previous_due, CASE WHEN ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN a.statusTold ELSE 'not stated by this day' END AS status,
       CASE WHEN a.assessedFrom > date($as_of) THEN 'not assessed for this day' ELSE a.assessed + ' (' + a.assessedBy + ')' END AS assessed,
       reduce(said = 'not stated', at IN range(0, size(coalesce(a.replies, [])) - 1) | CASE WHEN a.repliesFrom[at] > $as_of THEN said WHEN said = 'not stated' THEN a.replies[at] ELSE said + '; ' + a.replies[at] END) AS reply,
       promised_again, coalesce(owner, told_in) AS told_by, partnership, told + again AS evidence
ORDER BY due, action, a.id
LIMIT $limit
