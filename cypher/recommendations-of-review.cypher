// id: recommendations-of-review
// title: What happened to a review's recommendations
// question: What happened to the recommendations of this review?
// answers: table
// for: learning lead, scrutineer
// topic: closure
// params:
//   review: string – a review (reference, name or id) or a case; every telling that is stated to be the same is included
//   as_of: date = null – only what was known by this day; without it, everything
//   limit: integer = 200 – rows at most
// returns:
//   recommendation: string – what was asked; nothing: the action names no recommendation
//   ref: string – its number as printed
//   published: boolean – its text is in a loaded document, and not in a tracker alone; nothing: there is no recommendation
//   asked_of: strings – who was to act
//   reply: string – what was replied to it, and by whom: accepted, in part, not accepted …; else not stated
//   went_into: string – the recommendation it was merged into, and whether only a document says so
//   action: string – what is said to be done about it
//   link: string – how the two are joined: as printed, or how sure and why
//   due: string – by when, as printed: of the action, else of the recommendation
//   status: string – of the action, else of the recommendation: as printed where that says something by itself, else in words
//   assessed: string – of the recommendation as assessed, in words, and by whom: printed, worked out, or a person's role
//   effect: string – of the recommendation: found better in a later test, seen again, tested, or not stated
//   closure: string – closed by record, said to be done, or none stated
//   shown: string – the strongest evidence offered: nothing, said so, done, people reached, practice tested …
//   gap: string – what is missing in this row
//   seen_again: integer – learning points in which it, or the action, was seen again since
//   by_wording: integer – of these, learning points taken by their words alone, which no person has said to be right
//   evidence: evidence – where it was asked, then where it is said to be done, then what was replied; `side` is asked, done or replied
// denominator: reviews, recommendations – reviews and recommendations loaded
// read-as: From each recommendation to what became of it. Learning is never turned into a recommendation to fill a gap, and
//   not published is not never made.
// caveats:
//   Recommendations taken into a combined plan are followed only where a document says which.
//   Silence closes nothing, and neither does a reply: what was not accepted stays asked until a person decides.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: The loaded documents tell of no recommendation and no action of this review.
// revision: 7
MATCH (r:Review)
OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
WITH r, c
WHERE r.id = $review OR r.canonical = $review OR toLower(r.ref) = toLower($review) OR toLower(r.name) = toLower($review)
   OR c.canonical = $review
WITH collect(DISTINCT r.canonical) AS wanted
MATCH (r:Review)
WHERE r.canonical IN wanted
CALL (r) {
  MATCH (r)-[:MAKES]->(x:Recommendation)
  WHERE $as_of IS NULL OR coalesce(x.knownFrom <= date($as_of), true)
  WITH x, EXISTS { MATCH (w:Recommendation) WHERE w.id = x.toldAs AND ($as_of IS NULL OR coalesce(w.knownFrom <= date($as_of), true)) } AS has_words
  WHERE NOT has_words
  OPTIONAL MATCH (x)-[by:DELIVERED_BY]->(a:Action)
  WHERE $as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true)
  RETURN x, a, coalesce(by.certainty + ': ' + by.why, CASE WHEN a IS NOT NULL THEN 'as printed' END) AS link
  UNION
  MATCH (r)-[:LED_TO]->(a:Action)
  WITH a, EXISTS { MATCH (a)<-[:DELIVERED_BY]-(:Recommendation) } AS joined
  WHERE NOT joined AND ($as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true))
  RETURN null AS x, a, null AS link
}
WITH DISTINCT x, a, link,
     EXISTS { MATCH (x)-[:STATED_IN]->(:Passage)-[:OF]->(of:Document) WHERE NOT of.kind IN ['action-tracker', 'decisions'] } AS printed
OPTIONAL MATCH (x)-[:ADDRESSED_TO]->(g:Agency)
WITH x, a, link, printed, g
ORDER BY g.name
WITH x, a, link, printed, collect(DISTINCT g.name) AS asked_of
OPTIONAL MATCH (x)-[into:MERGED_INTO]->(m:Recommendation)
WHERE ($as_of IS NULL OR coalesce(m.knownFrom <= date($as_of), true))
WITH x, a, link, printed, asked_of,
     min(m.text + CASE into.certainty WHEN 'confirmed' THEN '' ELSE ' (the document says so; no person has confirmed it)' END) AS went_into
OPTIONAL MATCH (x)-[:HAS_STATUS]->(e:StatusEvent)
WHERE ($as_of IS NULL OR coalesce(e.knownFrom <= date($as_of), true)) AND ($as_of IS NULL OR coalesce(e.dateTo <= date($as_of), true))
WITH x, a, link, printed, asked_of, went_into, e
ORDER BY e.dateTo, e.id
WITH x, a, link, printed, asked_of, went_into, max(CASE WHEN e.closes OR e.reopenedOn > date($as_of) AND e.name STARTS WITH 'closed' THEN 1 ELSE 0 END) AS closed,
     collect(coalesce(e.statusPrinted, e.name)) AS said
CALL (x, a) {
  MATCH (x)-[:EVIDENCED_BY]->(v:Evidence)
  WHERE $as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true)
  RETURN v.grade AS grade
  UNION
  MATCH (a)-[:EVIDENCED_BY]->(v:Evidence)
  WHERE $as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true)
  RETURN v.grade AS grade
  UNION
  RETURN null AS grade
}
WITH x, a, link, printed, asked_of, went_into, closed, said, max(grade) AS best
CALL (x, a) {
  MATCH (x)-[:RECURS_IN]->(f:Finding)
  WHERE $as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true)
  RETURN f.id AS later, CASE WHEN f.onlyByWording THEN f.id END AS unsure
  UNION
  MATCH (a)-[:RECURS_IN]->(f:Finding)
  WHERE $as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true)
  RETURN f.id AS later, CASE WHEN f.onlyByWording THEN f.id END AS unsure
  UNION
  RETURN null AS later, null AS unsure
}
WITH x, a, link, printed, asked_of, went_into, closed, said, best, count(DISTINCT later) AS seen_again, count(DISTINCT unsure) AS by_wording
CALL (x, a) {
  MATCH (x)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH d, s
  WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
  RETURN 'asked' AS side, d, s
  UNION
  MATCH (a)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH d, s
  WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
  RETURN 'done' AS side, d, s
  UNION
  MATCH (x)-[:RESPONDED_WITH]->(:Response)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH d, s
  WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
  RETURN 'replied' AS side, d, s
  UNION
  MATCH (x)<-[:MAKES]-(:Review|Assurance)-[:RESPONDED_WITH]->(:Response)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH d, s
  WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
  RETURN 'replied' AS side, d, s
}
WITH x, a, link, printed, asked_of, went_into, closed, said, best, seen_again, by_wording, side, d, s
ORDER BY side, d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH x, a, link, printed, asked_of, went_into, closed, said, best, seen_again, by_wording,
     collect(DISTINCT {side: side, document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
WITH x, a, link, printed, asked_of, went_into, closed, said, best, seen_again, by_wording, evidence,
     reduce(told = 'not stated', at IN range(0, size(coalesce(x.replies, [])) - 1) | CASE WHEN x.repliesFrom[at] > $as_of THEN told WHEN told = 'not stated' THEN x.replies[at] ELSE told + '; ' + x.replies[at] END) AS reply
RETURN x.text AS recommendation, x.ref AS ref, CASE WHEN x IS NOT NULL THEN x.stated AND printed END AS published, asked_of, reply, went_into, a.text AS action, link,
       coalesce(a.duePrinted, a.due, x.duePrinted, x.due) AS due,
       CASE WHEN a IS NOT NULL AND NOT ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN 'not stated by this day'
         ELSE coalesce(a.statusTold, said[size(said) - 1], 'not stated') END AS status,
       CASE WHEN coalesce(x.assessedFrom, a.assessedFrom) > date($as_of) THEN 'not assessed for this day'
         ELSE coalesce(x.assessed, a.assessed) + ' (' + coalesce(x.assessedBy, a.assessedBy) + ')' END AS assessed,
       CASE WHEN coalesce(x.assessedFrom, a.assessedFrom) > date($as_of) THEN 'not assessed for this day'
         ELSE coalesce(x.effect, a.effect) END AS effect,
       CASE WHEN closed = 1 THEN 'closed by record'
            WHEN ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) AND CASE WHEN a.assessedFrom > date($as_of) THEN a.status ELSE coalesce(a.stands, a.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 'said to be done' ELSE 'none stated' END AS closure,
       CASE best WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' WHEN 'E3' THEN 'practice tested'
         WHEN 'E4' THEN 'better for children' WHEN 'E5' THEN 'practice tested again, and held' ELSE 'nothing' END AS shown,
       CASE WHEN x IS NULL THEN 'the action names no recommendation'
            WHEN NOT x.stated THEN 'its text is not in the loaded documents'
            WHEN NOT printed THEN 'its text is in no loaded document; only a tracker tells of it'
            WHEN a IS NULL AND went_into IS NULL THEN CASE WHEN reply CONTAINS 'not accepted' THEN 'it was not accepted, and ' ELSE '' END + 'no action is linked to it' END AS gap,
       seen_again, by_wording, evidence
ORDER BY CASE WHEN x IS NULL THEN 1 ELSE 0 END, size(ref), ref, x.id, a.id
LIMIT $limit
