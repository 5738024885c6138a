// id: statutory-timescales
// title: The statutory clocks
// question: Were rapid reviews done in 15 working days, and practice reviews published in six months?
// answers: table
// for: scrutineer, learning lead
// topic: cases
// params:
//   review: string = null – one review (reference, name or id)
//   partnership: string = null – only this partnership
//   as_of: date = null – only what was known by this day; without it, everything
//   limit: integer = 500 – rows at most
// returns:
//   review: string – as published
//   kind: string – rapid review or practice review
//   clock: string – what is asked of it
//   started_from: string – first day the clock can have begun: the notification, or the end of the rapid review of the case
//   started_to: string – last day
//   ended_from: string – first day it can have ended: completion of a rapid review, publication of a practice review
//   ended_to: string – last day
//   working_days: integer – working days in England between the two, where both are known to the day
//   least: integer – the fewest it can have been
//   most: integer – the most it can have been
//   verdict: string – within, over, cannot tell, or not stated
//   not_stated: strings – which dates no loaded document states
//   partnership: string – whose review it is
//   evidence: evidence – where the review is told
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: Dates and working days as data, not as blame: a late review may have waited for a court or a family. Where a date
//   is not stated nothing is concluded.
// caveats:
//   Published documents rarely print the day of notification; nothing is assumed in its place.
//   Six months run from the decision to begin; here that is the end of the rapid review of the same case, where it is stated.
//   A practice review may rightly be published later, for instance after a trial.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No rapid review or practice review of this scope is loaded.
// revision: 3
MATCH (r:Review)
OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
OPTIONAL MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
WITH r, c.canonical AS whole, p.name AS name,
     $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership) AS ours
WITH r, min(whole) AS whole, collect(DISTINCT whole) AS wholes, min(CASE WHEN ours THEN name END) AS partnership,
     max(CASE WHEN ours THEN 1 ELSE 0 END) AS ours
WITH r, whole, wholes, partnership,
     ours = 1 AND r.kind IN ['rapid-review', 'lcspr', 'scr']
     AND ($as_of IS NULL OR coalesce(r.knownFrom <= date($as_of), true))
     AND ($review IS NULL OR coalesce($review IN [r.id, r.canonical] OR $review IN wholes
          OR toLower($review) IN [toLower(r.ref), toLower(r.name)], false)) AS asked
UNWIND CASE WHEN size(wholes) = 0 THEN [null] ELSE wholes END AS one
WITH one, collect(CASE WHEN asked AND coalesce(one = whole, true) THEN {review: r, partnership: partnership} END) AS told,
     collect(CASE WHEN one IS NOT NULL AND r.kind = 'rapid-review' AND r.completedTo IS NOT NULL AND ($as_of IS NULL OR coalesce(r.knownFrom <= date($as_of), true)) THEN r END) AS rapids
WITH told, reduce(first = head(rapids), r IN rapids | CASE WHEN r.completedTo < first.completedTo
  OR r.completedTo = first.completedTo AND r.id < first.id THEN r ELSE first END) AS first
UNWIND told AS of
WITH of.review AS r, of.partnership AS partnership, first
WITH r, partnership, r.kind = 'rapid-review' AS rapid, first
WITH r, partnership, rapid, CASE WHEN rapid THEN r.notifiedFrom ELSE coalesce(r.rapidReviewFrom, first.completedFrom) END AS began,
     CASE WHEN rapid THEN r.notifiedTo ELSE coalesce(r.rapidReviewTo, first.completedTo) END AS begun,
     CASE WHEN rapid THEN r.completedFrom ELSE r.publishedFrom END AS closing,
     CASE WHEN rapid THEN r.completedTo ELSE r.publishedTo END AS ended
ORDER BY r.canonical, r.kind, CASE WHEN ended IS NULL THEN 1 ELSE 0 END, CASE WHEN begun IS NULL THEN 1 ELSE 0 END, r.id
WITH r.canonical AS canonical, r.kind AS sort, rapid, min(partnership) AS partnership, collect(r.name)[0] AS review,
     collect(began)[0] AS began, collect({review: r, begun: begun, closing: closing, ended: ended}) AS parts
WITH canonical, rapid, partnership, review, began, parts
ORDER BY partnership, CASE WHEN rapid THEN 0 ELSE 1 END, began, review, canonical
LIMIT $limit
WITH canonical, rapid, partnership, review, began, [one IN parts | one.review] AS tellings,
     [one IN parts WHERE one.begun IS NOT NULL | one.begun][0] AS begun,
     [one IN parts WHERE one.closing IS NOT NULL | one.closing][0] AS closing,
     [one IN parts WHERE one.ended IS NOT NULL | one.ended][0] AS ended
WITH canonical, rapid, partnership, review, began, begun, closing, ended, tellings,
     [one IN tellings WHERE one.workingDays IS NOT NULL | one.workingDays][0] AS working_days,
     [one IN tellings WHERE one.workingDaysLeast IS NOT NULL | one.workingDaysLeast][0] AS least,
     [one IN tellings WHERE one.workingDaysMost IS NOT NULL | one.workingDaysMost][0] AS most
CALL (tellings) {
  UNWIND tellings AS told
  MATCH (told)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN review, CASE WHEN rapid THEN 'rapid review' ELSE 'practice review' END AS kind,
       CASE WHEN rapid THEN 'completed within 15 working days of the notification'
         ELSE 'published within six months of the decision to begin' END AS clock,
       toString(began) AS started_from, toString(begun) AS started_to, toString(closing) AS ended_from,
       toString(ended) AS ended_to, CASE WHEN rapid THEN working_days END AS working_days,
       CASE WHEN rapid THEN least END AS least, CASE WHEN rapid THEN most END AS most,
       CASE WHEN began IS NULL OR ended IS NULL THEN 'not stated'
            WHEN ended < began THEN 'cannot tell'
            WHEN rapid AND most <= 15 THEN 'within' WHEN rapid AND least > 15 THEN 'over'
            WHEN NOT rapid AND ended <= began + duration('P6M') THEN 'within'
            WHEN NOT rapid AND closing > begun + duration('P6M') THEN 'over'
            ELSE 'cannot tell' END AS verdict,
       CASE WHEN began IS NULL THEN [CASE WHEN rapid THEN 'notification' ELSE 'decision to begin' END] ELSE [] END
         + CASE WHEN ended IS NULL THEN [CASE WHEN rapid THEN 'completion' ELSE 'publication' END] ELSE [] END AS not_stated,
       partnership, evidence
ORDER BY partnership, kind DESC, began, review, canonical
LIMIT $limit
