// id: said-before
// title: Have we said this before?
// question: Have we said this before, and did it hold?
// answers: table
// for: learning lead
// topic: closure
// params:
//   text: string – the draft recommendation
//   words: strings = null – its telling words, drawn from the text; each with the ways it is written, split by |
//   themes: strings = null – themes it is about (ids), drawn from the text
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – only what was said, closed, seen again or found better by then; without it, everything
//   limit: integer = 25 – rows at most
// returns:
//   said: string – what was recommended, or promised as an action
//   kind: string – recommendation or action
//   ref: string – its number as printed
//   said_by: string – the review or test it belongs to, else the document
//   asked_of: strings – who was to act
//   date_from: string – first day it can have been said
//   date_to: string – last day
//   shared_words: strings – telling words of the draft that it has
//   of_words: integer – telling words of the draft
//   shared_themes: strings – themes both are about, in words
//   said_again: integer – other recommendations of the same partnership that say the same in near the same words
//   said_since: string – first day that it, or one of those, can have been said
//   said_again_by: strings – the reviews, tests or documents that those belong to
//   said_elsewhere: strings – other partnerships and national bodies that recommend the same; possible, and in no order of merit
//   closure: string – closed by record, said to be done, under way, still to do, or not stated
//   reply: string – what was replied to it, or to what it delivers, and by whom: accepted, in part, not accepted …; else not stated
//   seen_again: integer – learning points in which it was seen again since
//   improved: integer – learning points in which it was found better since
//   by_wording: integer – of both, learning points taken by their words alone, which no person has said to be right
//   partnership: string – whose work it is
//   evidence: evidence – the passages
// denominator: recommendations, actions – recommendations and actions loaded, in the same scope
// read-as: Nearest first, by the words and themes it shares with the draft. Where the same was asked before and seen again,
//   asking once more may do less than finding out what stood in the way.
// caveats:
//   Likeness is of words and themes; whether it is the same recommendation is for a person to say.
//   Recommendations whose text is not in the loaded documents cannot be compared.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No loaded recommendation or action shares enough words and themes with this; it may have been said in documents that
//   are not loaded, or in other words.
// revision: 6
MATCH (x:Recommendation|Action)
WHERE coalesce(x.stated, true) AND ($as_of IS NULL OR coalesce(x.knownFrom <= date($as_of), true))
WITH x, ' ' + replace(replace(replace(replace(replace(replace(replace(replace(toLower(x.text), ',', ' '), '.', ' '), ';', ' '),
     ':', ' '), '(', ' '), ')', ' '), '/', ' '), '-', ' ') + ' ' AS plain
WITH x, [w IN $words WHERE size([v IN split(w, '|') WHERE plain CONTAINS ' ' + v + CASE WHEN size(v) < 5 THEN ' ' ELSE '' END]) > 0] AS shared
WHERE size(shared) > 0 OR toLower(x.text) = toLower($text)
OPTIONAL MATCH (x)-[:ABOUT]->(t:Theme)
WHERE t.id IN $themes
WITH x, shared, t
ORDER BY t.name
WITH x, shared, collect(DISTINCT t.name) AS labels, count(DISTINCT CASE WHEN t.specific THEN t.id END) AS specific
WHERE toLower(x.text) = toLower($text) OR (size(shared) >= 2 AND size(labels) > 0) OR (size(shared) >= 1 AND specific > 0)
   OR (2 * size(shared) > size($words) AND (size(shared) >= 2 OR size($words) = 1))
OPTIONAL MATCH (x)<-[:MAKES|LED_TO]-(o:Review|Assurance|Priority)
WITH x, shared, labels, min(o.name) AS owner
OPTIONAL MATCH (x)-[:ADDRESSED_TO]->(g:Agency)
WITH x, shared, labels, owner, g
ORDER BY g.name
WITH x, shared, labels, owner, collect(DISTINCT g.name) AS asked_of
CALL (x) {
  OPTIONAL MATCH (x)-[r:REPEATS]->(y:Recommendation)
  RETURN y, r.scope AS scope
  UNION ALL
  OPTIONAL MATCH (x)<-[r:REPEATS]-(y:Recommendation)
  RETURN y, r.scope AS scope
}
OPTIONAL MATCH (y)-[:STATED_IN]->(:Passage)-[:OF]->(yd:Document)
WHERE $as_of IS NULL OR coalesce(y.knownFrom <= date($as_of), true)
OPTIONAL MATCH (y)<-[:MAKES]-(yo:Review|Assurance)
OPTIONAL MATCH (yd)-[:TELLS_OF]->(yp:Partnership)
WITH x, shared, labels, owner, asked_of, CASE WHEN yd IS NULL THEN null ELSE y END AS y,
     coalesce(scope, 'same partnership') = 'same partnership' AS here, coalesce(yo.name, yd.name) AS by,
     coalesce(yp.name, yd.publisher, yd.name) AS of
ORDER BY by, of
WITH x, shared, labels, owner, asked_of, count(DISTINCT CASE WHEN here THEN y.id END) AS said_again,
     min(CASE WHEN here THEN y.datedFrom END) AS earliest, collect(DISTINCT CASE WHEN here AND y IS NOT NULL THEN by END) AS again_by,
     collect(DISTINCT CASE WHEN NOT here AND y IS NOT NULL THEN of END) AS elsewhere
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere,
     CASE WHEN earliest < x.datedFrom OR x.datedFrom IS NULL THEN earliest ELSE x.datedFrom END AS since
OPTIONAL MATCH (x)-[:HAS_STATUS]->(e:StatusEvent)
WHERE $as_of IS NULL OR coalesce(e.dateTo <= date($as_of), true) AND coalesce(e.knownFrom <= date($as_of), true)
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since,
     min(CASE WHEN e.reopenedOn IS NOT NULL AND coalesce(e.reopenedOn <= date($as_of), true) THEN 2
       WHEN e.closes OR e.reopenedOn IS NOT NULL AND e.name STARTS WITH 'closed' THEN 0 WHEN e.status STARTS WITH 'complete' OR e.status = 'embedded' THEN 1
       WHEN e.status IN ['under-way', 'on-track', 'at-risk', 'overdue'] THEN 2 WHEN e.status = 'not-started' THEN 3 END) AS own
OPTIONAL MATCH (x)-[:DELIVERED_BY]->(a:Action)
WHERE ($as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true))
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since, own, count(DISTINCT a.id) AS actions,
     count(DISTINCT CASE WHEN CASE WHEN a.assessedFrom > date($as_of) THEN a.status ELSE coalesce(a.stands, a.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded']
       AND ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN a.id END) AS done
OPTIONAL MATCH (x)-[:RECURS_IN]->(f:Finding)
WHERE $as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true)
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since, own, actions, done, count(DISTINCT f.id) AS seen_again,
     count(DISTINCT CASE WHEN f.onlyByWording THEN f.id END) AS by_words
OPTIONAL MATCH (x)-[:IMPROVED_IN]->(h:Finding)
WHERE $as_of IS NULL OR coalesce(h.knownFrom <= date($as_of), true)
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since, own, actions, done, seen_again, by_words, count(DISTINCT h.id) AS improved,
     count(DISTINCT CASE WHEN h.onlyByWording THEN h.id END) AS better
MATCH (x)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since, own, actions, done, seen_again, by_words, improved, better, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since, own, actions, done, seen_again, by_words, improved, better, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH x, shared, labels, owner, asked_of, said_again, again_by, elsewhere, since, own, actions, done, seen_again, by_words, improved, better, min(d.name) AS told_in,
     min(p.name) AS partnership,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN x.text AS said, CASE WHEN x:Recommendation THEN 'recommendation' ELSE 'action' END AS kind,
       CASE WHEN x:Recommendation THEN x.ref END AS ref, coalesce(owner, told_in) AS said_by, asked_of,
       toString(x.datedFrom) AS date_from, toString(x.datedTo) AS date_to, [w IN shared | split(w, '|')[0]] AS shared_words,
       size($words) AS of_words, labels AS shared_themes,
       said_again, toString(since) AS said_since, again_by AS said_again_by, elsewhere AS said_elsewhere,
       CASE WHEN own = 0 THEN 'closed by record' WHEN own = 1 OR (actions > 0 AND actions = done) THEN 'said to be done'
            WHEN own = 2 OR actions > 0 THEN 'under way' WHEN own = 3 THEN 'still to do' ELSE 'not stated' END AS closure,
       reduce(said = 'not stated', at IN range(0, size(coalesce(x.replies, [])) - 1) | CASE WHEN x.repliesFrom[at] > $as_of THEN said WHEN said = 'not stated' THEN x.replies[at] ELSE said + '; ' + x.replies[at] END) AS reply,
       seen_again, improved, by_words + better AS by_wording, partnership, evidence
ORDER BY CASE WHEN toLower(said) = toLower($text) THEN 0 ELSE 1 END, size(shared_words) DESC, size(shared_themes) DESC, kind DESC,
         date_to, said, x.id
LIMIT $limit
