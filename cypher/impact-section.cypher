// id: impact-section
// title: What the yearly report can say about impact
// question: What do I put in the yearly report about impact?
// answers: table
// for: learning lead
// topic: impact
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   from: date = null – only what can have been on or after this day
//   to: date = null – only what can have been on or before this day
//   as_of: date = null – only what was known by this day; without it, everything
//   limit: integer = 500 – rows at most
// returns:
//   section: string – the priority, review or test it is told under, else the document
//   part: string – done, impact as printed, test of practice, scrutiny view, still to do
//   line: string – the words
//   shows: string – what it shows: planned, said so, done, people reached, practice tested, better for children
//   advice: string – how it may be used in a section on impact
//   date_from: string – first day it can be about
//   date_to: string – last day
//   partnership: string – whose work it is
//   evidence: evidence – the passages
// denominator: actions, tests – actions and tests loaded, in the same scope
// read-as: Material for the section, each line graded by what it says and not by the heading it stands under.
// caveats:
//   The grade is of the printed words; there may be evidence that is not printed.
//   A line that says people were reached, or that something was done, says nothing yet about children.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No loaded document of this scope tells of actions, impact, tests or scrutiny.
// revision: 3
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL () {
  MATCH (x:Action)
  WHERE NOT x.promise AND ($as_of IS NULL OR coalesce(x.statusFrom <= date($as_of), true)) AND CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded']
  OPTIONAL MATCH (x)<-[:LED_TO]-(o:Priority|Review|Assurance)
  RETURN x AS fact, o.name AS owner, 0 AS part, x.text AS line, 'E1' AS grade, x.datedFrom AS since, x.datedTo AS until
  UNION
  MATCH (x:Evidence)
  OPTIONAL MATCH (x)<-[:EVIDENCED_BY]-(o:Priority|Review|Assurance)
  RETURN x AS fact, o.name AS owner, 1 AS part, x.text AS line, x.grade AS grade, x.datedFrom AS since, x.datedTo AS until
  UNION
  MATCH (x:Assurance)
  OPTIONAL MATCH (x)-[:IDENTIFIES]->(f:Finding)
  WHERE ($as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true))
  WITH x, count(CASE WHEN f.polarity IN ['shortfall', 'barrier'] THEN 1 END) AS wanting,
       count(CASE WHEN f.polarity = 'good-practice' THEN 1 END) AS well
  RETURN x AS fact, x.name AS owner, 2 AS part,
         x.name + CASE WHEN well + wanting = 0 THEN ': what it found is not stated'
           ELSE ': ' + toString(well) + ' done well, ' + toString(wanting) + ' to improve' END AS line,
         CASE WHEN well + wanting = 0 THEN 'untold' ELSE 'test' END AS grade,
         x.dateFrom AS since, x.dateTo AS until
  UNION
  MATCH (x:Judgement)
  WHERE x.authorRole IN ['scrutineer', 'inspectorate']
  RETURN x AS fact, x.author AS owner, 3 AS part, x.text AS line, 'view' AS grade, null AS since, null AS until
  UNION
  MATCH (x:Action)
  WHERE x.promise
  OPTIONAL MATCH (x)<-[:LED_TO]-(o:Priority|Review|Assurance)
  RETURN x AS fact, o.name AS owner, 4 AS part, x.text AS line, 'planned' AS grade, x.datedFrom AS since, x.datedTo AS until
}
WITH fact, owner, part, line, grade, since, until, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (fact)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant
WHERE meant
MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH fact, owner, part, line, grade, s, d, p, coalesce(since, d.periodFrom, d.publishedFrom) AS since,
     coalesce(until, d.periodTo, d.publishedTo) AS until
WHERE ($partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership))
  AND ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true)) AND ($as_of IS NULL OR coalesce(fact.knownFrom <= date($as_of), true))
  AND ($from IS NULL OR until >= date($from)) AND ($to IS NULL OR since <= date($to))
WITH fact, part, line, grade, min(owner) AS owner, min(d.name) AS told_in, min(p.name) AS partnership, min(since) AS since,
     max(until) AS until, collect(DISTINCT s) AS told
ORDER BY partnership, part, coalesce(owner, told_in), toString(until), line, fact.id
LIMIT $limit
UNWIND told AS s
MATCH (s)-[:OF]->(d:Document)
WITH fact, part, line, grade, owner, told_in, partnership, since, until, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH fact, part, line, grade, owner, told_in, partnership, since, until,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN coalesce(owner, told_in) AS section,
       CASE part WHEN 0 THEN 'done' WHEN 1 THEN 'impact as printed' WHEN 2 THEN 'test of practice' WHEN 3 THEN 'scrutiny view'
         ELSE 'still to do' END AS part, line,
       CASE grade WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' WHEN 'E3' THEN 'practice tested'
         WHEN 'test' THEN 'practice tested' WHEN 'E4' THEN 'better for children'
         WHEN 'E5' THEN 'practice tested again, and held' WHEN 'view' THEN 'a view' WHEN 'untold' THEN 'done'
         ELSE 'planned' END AS shows,
       CASE WHEN grade = 'E0' THEN 'say what it rests on, or leave it out' WHEN grade IN ['E1', 'untold'] THEN 'a thing done; not yet a difference'
         WHEN grade = 'E2' THEN 'people reached; not yet a difference' WHEN grade = 'view' THEN 'quote with its author, praise and warning alike'
         WHEN grade = 'test' THEN 'give both, what held and what did not'
         WHEN grade = 'planned' THEN 'not impact; next year will ask' ELSE 'may stand as impact, with its source and date' END AS advice,
       toString(since) AS date_from, toString(until) AS date_to, partnership, evidence
ORDER BY partnership, CASE part WHEN 'done' THEN 0 WHEN 'impact as printed' THEN 1 WHEN 'test of practice' THEN 2
         WHEN 'scrutiny view' THEN 3 ELSE 4 END, section, date_to, line, fact.id
LIMIT $limit
