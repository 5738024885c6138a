// id: tackled-elsewhere
// title: How others have tackled it
// question: How have other areas tackled this?
// answers: table
// for: learning lead
// topic: closure
// params:
//   theme: string – a theme (id or label); its narrower themes are included
//   partnership: string = null – our own, which is left out, with what it publishes jointly with others
//   as_of: date = null – only what was known by this day; without it, everything
//   limit: integer = 200 – rows at most
// returns:
//   partnership: string – whose work it is
//   text: string – what was done, is under way, or is planned; or what was done well
//   kind: string – said to be done, under way, promised, action, or done well
//   means: string – how the action works, by its words: training, a procedure, a tool …
//   themes: strings – the themes it is about, in words
//   told_by: string – the review, test or priority it belongs to, else the document
//   shown: string – the strongest evidence offered: nothing, said so, done, people reached, practice tested …
//   seen_again: integer – learning points in which it was seen again since
//   improved: integer – learning points in which it was found better since
//   by_wording: integer – of both, learning points taken by their words alone, which no person has said to be right
//   date_from: string – first day it can be about
//   date_to: string – last day
//   evidence: evidence – the passages
// denominator: partnerships, actions – partnerships and actions loaded, everywhere
// scope: everything
// read-as: Ideas with their source, in the order of the alphabet; no area is ranked. That it was done there does not say it
//   worked there, unless the evidence does.
// caveats:
//   Only what is published and loaded; other areas may have done as much and not printed it.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No loaded document of another area tells of an action or good practice on this.
// revision: 3
CALL () {
  OPTIONAL MATCH (ours:Partnership)-[:PART_OF]->(joint:Partnership)
  WHERE ours.id = $partnership
  RETURN collect(joint.id) AS with_us
}
MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
WITH DISTINCT t, with_us
MATCH (t)<-[a:ABOUT]-(x:Action|Finding)
WHERE (x:Action OR x.polarity = 'good-practice') AND coalesce(a.polarity, '') <> 'absent'
  AND ($as_of IS NULL OR coalesce(x.knownFrom <= date($as_of), true))
WITH x, t, with_us
ORDER BY t.name
WITH x, with_us, collect(DISTINCT t.name) AS themes
MATCH (x)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, themes, s, d, p, with_us
WHERE $partnership IS NULL OR p IS NULL OR NOT (p.id = $partnership OR toLower(p.name) = toLower($partnership) OR p.id IN with_us)
WITH x, themes, min(d.name) AS told_in, min(p.name) AS place, collect(DISTINCT s) AS told
ORDER BY coalesce(place, 'partnership not stated'),
         CASE WHEN x:Finding THEN 2 WHEN x.promise THEN 3 WHEN CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 0
              WHEN CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['under-way', 'on-track', 'at-risk', 'overdue'] THEN 1 ELSE 3 END, toString(x.datedTo), x.text, x.id
LIMIT $limit
UNWIND told AS s
MATCH (s)-[:OF]->(d:Document)
WITH x, themes, told_in, place, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH x, themes, told_in, place,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
OPTIONAL MATCH (x)<-[:LED_TO|IDENTIFIES]-(o:Review|Assurance|Priority)
WITH x, themes, told_in, place, evidence, min(o.name) AS owner
OPTIONAL MATCH (x)-[:EVIDENCED_BY]->(v:Evidence)
WHERE ($as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true))
WITH x, themes, told_in, place, evidence, owner, max(v.grade) AS best
OPTIONAL MATCH (x)-[:RECURS_IN]->(f:Finding)
WHERE ($as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true))
WITH x, themes, told_in, place, evidence, owner, best, count(DISTINCT f.id) AS seen_again,
     count(DISTINCT CASE WHEN f.onlyByWording THEN f.id END) AS by_words
OPTIONAL MATCH (x)-[:IMPROVED_IN]->(h:Finding)
WHERE ($as_of IS NULL OR coalesce(h.knownFrom <= date($as_of), true))
WITH x, themes, told_in, place, evidence, owner, best, seen_again, by_words, count(DISTINCT h.id) AS improved,
     count(DISTINCT CASE WHEN h.onlyByWording THEN h.id END) AS better
RETURN coalesce(place, 'partnership not stated') AS partnership, x.text AS text,
       CASE WHEN x:Finding THEN 'done well' WHEN x.promise THEN 'promised'
            WHEN NOT ($as_of IS NULL OR coalesce(x.statusFrom <= date($as_of), true)) THEN 'action' WHEN CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 'said to be done'
            WHEN CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END IN ['under-way', 'on-track', 'at-risk', 'overdue'] THEN 'under way' ELSE 'action' END AS kind,
       CASE WHEN x:Action THEN x.means END AS means, themes, coalesce(owner, told_in) AS told_by,
       CASE WHEN x:Action THEN CASE best WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached'
         WHEN 'E3' THEN 'practice tested' WHEN 'E4' THEN 'better for children' WHEN 'E5' THEN 'practice tested again, and held'
         ELSE 'nothing' END END AS shown,
       seen_again, improved, by_words + better AS by_wording, toString(x.datedFrom) AS date_from, toString(x.datedTo) AS date_to, evidence
ORDER BY partnership, CASE kind WHEN 'said to be done' THEN 0 WHEN 'under way' THEN 1 WHEN 'done well' THEN 2 ELSE 3 END, date_to,
         text, x.id
LIMIT $limit
