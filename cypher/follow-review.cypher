// id: follow-review
// title: From a review to practice now
// question: Show me the golden thread from this review to practice now.
// answers: table
// for: scrutineer, learning lead
// topic: cases
// params:
//   review: string – a review (reference, name or id) or a case; every telling that is stated to be the same is included
//   as_of: date = null – only what was known by this day; without it, everything
//   limit: integer = 500 – rows at most
// returns:
//   date_from: string – first day it can have been
//   date_to: string – last day it can have been
//   kind: string – what happened, child, learning, done well, recommended, reply, done, evidence, tested, tested again, seen again …
//   text: string – the words
//   detail: string – age and outcome, who was asked, whether it was accepted and by whom, printed status, what was tested
//   certainty: string – as printed, or how sure a derived link is
//   why: string – why a derived link is made
//   evidence: evidence – the passages
// denominator: reviews – reviews loaded, each counted once where documents state that two are the same
// read-as: What the documents say of this review and of what followed from it, earliest first. A step that is missing is not
//   stated in the loaded documents; it may have been taken.
// caveats:
//   Links that are not printed say how sure they are and why.
//   Whether a test looked again at what an earlier one found wanting is told for each point: the thread may fork.
//   What is only possible, such as another telling of the case, waits for a person to decide.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: The loaded documents tell nothing of this review up to the day asked for.
// revision: 4
MATCH (r:Review)
OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
WITH r, c
WHERE r.id = $review OR r.canonical = $review OR toLower(r.ref) = toLower($review) OR toLower(r.name) = toLower($review)
   OR c.canonical = $review
WITH collect(DISTINCT r.canonical) AS wanted
MATCH (r:Review)
WHERE r.canonical IN wanted
CALL (r) {
  RETURN r AS fact, 0 AS step, 'review' AS kind, r.name AS text,
         CASE WHEN r.onlyInTracker THEN 'named only in the tracker' ELSE r.decision END AS detail, r.datedFrom AS dated,
         r.datedTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:EXAMINES]->(c:Case)
  RETURN c AS fact, 1 AS step, 'what happened' AS kind, 'The incident' AS text,
         coalesce(c.incidentPrinted, 'date not stated') AS detail, coalesce(c.incidentFrom, r.datedFrom) AS dated,
         coalesce(c.incidentTo, r.datedTo) AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:EXAMINES]->(c:Case)-[in:CONCERNS]->(k:Child)
  RETURN k AS fact, 1 AS step, 'child' AS kind, k.name AS text,
         coalesce(k.agePrinted, 'age not stated') + ', ' + CASE k.outcome WHEN 'died' THEN 'died'
           WHEN 'serious-harm' THEN 'seriously harmed' WHEN 'other' THEN 'other outcome' ELSE 'outcome not stated' END AS detail,
         coalesce(c.incidentFrom, r.datedFrom) AS dated, coalesce(c.incidentTo, r.datedTo) AS until,
         'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:EXAMINES]->(:Case)-[:HAS_EVENT]->(e:ChronologyEntry)
  RETURN e AS fact, 1 AS step, 'what happened' AS kind, e.text AS text, e.name AS detail, e.dateFrom AS dated,
         e.dateTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:IDENTIFIES]->(f:Finding)
  RETURN f AS fact, 2 AS step,
         CASE f.polarity WHEN 'shortfall' THEN 'what needs to improve' WHEN 'good-practice' THEN 'done well'
           WHEN 'absent' THEN 'stated as not present' WHEN 'barrier' THEN 'what got in the way' ELSE 'learning' END AS kind,
         f.text AS text, f.heading AS detail, f.datedFrom AS dated, f.datedTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:MAKES]->(x:Recommendation)
  WITH x, EXISTS { MATCH (w:Recommendation) WHERE w.id = x.toldAs AND ($as_of IS NULL OR coalesce(w.knownFrom <= date($as_of), true)) } AS has_words
  WHERE NOT has_words
  OPTIONAL MATCH (x)-[:ADDRESSED_TO]->(g:Agency)
  WITH x, g
  ORDER BY g.name
  WITH x, collect(DISTINCT g.name) AS asked
  RETURN x AS fact, 3 AS step, 'recommended' AS kind, x.text AS text,
         CASE WHEN size(asked) > 0 THEN reduce(all = asked[0], name IN asked[1..] | all + '; ' + name) END AS detail, x.datedFrom AS dated,
         x.datedTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:RESPONDED_WITH]->(y:Response)
  RETURN y AS fact, 4 AS step, 'reply' AS kind, y.text AS text,
         y.kind + coalesce(', by ' + y.author, ', by whom is not stated') + ': to all recommendations' AS detail, null AS dated, null AS until,
         'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:MAKES]->(x:Recommendation)-[:RESPONDED_WITH]->(y:Response)
  RETURN y AS fact, 4 AS step, 'reply' AS kind, y.text AS text,
         y.kind + coalesce(', by ' + y.author, ', by whom is not stated') + ': ' + coalesce('to recommendation ' + x.ref, x.text) AS detail, null AS dated,
         null AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:RECEIVED]->(j:Judgement)
  RETURN j AS fact, 4 AS step, 'view' AS kind, j.text AS text, j.author AS detail, null AS dated, null AS until,
         'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:LED_TO]->(a:Action)
  RETURN a AS fact, 5 AS step, CASE WHEN a.promise THEN 'promised' ELSE 'action' END AS kind, a.text AS text,
         CASE WHEN ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN a.statusTold ELSE 'not stated by this day' END AS detail, a.datedFrom AS dated, a.datedTo AS until, 'as printed' AS certainty,
         null AS why
  UNION
  MATCH (r)-[:MAKES]->(:Recommendation)-[by:DELIVERED_BY]->(a:Action)
  RETURN a AS fact, 5 AS step,
         CASE WHEN a.promise THEN 'promised' WHEN ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) AND CASE WHEN a.assessedFrom > date($as_of) THEN a.status ELSE coalesce(a.stands, a.status) END IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 'said to be done'
           ELSE 'action' END AS kind, a.text AS text, CASE WHEN ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN a.statusTold ELSE 'not stated by this day' END AS detail, a.datedFrom AS dated,
         a.datedTo AS until, coalesce(by.certainty, 'as printed') AS certainty, by.why AS why
  UNION
  MATCH (r)-[:MAKES]->(:Recommendation)-[:DELIVERED_BY]->(a:Action)-[:EVIDENCED_BY]->(v:Evidence)
  RETURN v AS fact, 6 AS step, 'evidence' AS kind, v.text AS text,
         CASE v.grade WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' WHEN 'E3' THEN 'practice tested'
           WHEN 'E4' THEN 'better for children' WHEN 'E5' THEN 'practice tested again, and held' ELSE 'said so' END AS detail,
         v.datedFrom AS dated, v.datedTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:EVIDENCED_BY]->(v:Evidence)
  RETURN v AS fact, 6 AS step, 'evidence' AS kind, v.text AS text,
         CASE v.grade WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached' WHEN 'E3' THEN 'practice tested'
           WHEN 'E4' THEN 'better for children' WHEN 'E5' THEN 'practice tested again, and held' ELSE 'said so' END AS detail,
         v.datedFrom AS dated, v.datedTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:MAKES]->(x:Recommendation)
  MATCH (x)-[:HAS_STATUS]->(e:StatusEvent)
  RETURN e AS fact, 7 AS step, CASE WHEN e.closes OR e.reopenedOn > date($as_of) AND e.name STARTS WITH 'closed' THEN 'closed' ELSE 'status' END AS kind, e.name AS text,
         coalesce(e.statusPrinted, e.by) AS detail, e.dateFrom AS dated, e.dateTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[:MAKES]->(:Recommendation)-[:DELIVERED_BY]->(a:Action)<-[tests:TESTS]-(n:Assurance)
  RETURN n AS fact, 8 AS step, 'tested' AS kind, n.name AS text, a.text AS detail, n.dateFrom AS dated, n.dateTo AS until,
         coalesce(tests.certainty, 'as printed') AS certainty, tests.why AS why
  UNION
  MATCH (r)-[:MAKES]->(x:Recommendation)<-[tests:TESTS]-(n:Assurance)
  RETURN n AS fact, 8 AS step, 'tested' AS kind, n.name AS text, x.text AS detail, n.dateFrom AS dated, n.dateTo AS until,
         coalesce(tests.certainty, 'as printed') AS certainty, tests.why AS why
  UNION
  MATCH (r)<-[tests:TESTS|FOLLOWS_UP]-(n:Assurance)
  RETURN n AS fact, 8 AS step, 'tested' AS kind, n.name AS text, null AS detail, n.dateFrom AS dated, n.dateTo AS until,
         coalesce(tests.certainty, 'as printed') AS certainty, tests.why AS why
  UNION
  MATCH (r)<-[:TESTS|FOLLOWS_UP]-(:Assurance)<-[after:FOLLOWS_UP]-(n:Assurance)
  RETURN n AS fact, 8 AS step, 'tested' AS kind, n.name AS text, 'follows up the test before it' AS detail, n.dateFrom AS dated,
         n.dateTo AS until, coalesce(after.certainty, 'as printed') AS certainty, after.why AS why
  UNION
  MATCH (r)<-[:TESTS|FOLLOWS_UP]-(:Assurance)<-[:FOLLOWS_UP*0..1]-(n:Assurance)-[:IDENTIFIES]->(f:Finding)
  WHERE ($as_of IS NULL OR coalesce(n.knownFrom <= date($as_of), true))
  RETURN f AS fact, 8 AS step,
         CASE f.polarity WHEN 'good-practice' THEN 'found well by a test' WHEN 'shortfall' THEN 'found wanting by a test'
           WHEN 'barrier' THEN 'found wanting by a test' ELSE 'found by a test' END AS kind,
         f.text AS text, n.name AS detail, coalesce(n.dateFrom, f.datedFrom) AS dated, coalesce(n.dateTo, f.datedTo) AS until,
         'as printed' AS certainty, null AS why
  UNION
  MATCH (r)<-[:TESTS|FOLLOWS_UP]-(m:Assurance)-[:IDENTIFIES]->(f:Finding)
  WHERE f.polarity IN ['shortfall', 'barrier']
  MATCH (m)<-[:FOLLOWS_UP]-(n:Assurance)
  WHERE ($as_of IS NULL OR coalesce(n.knownFrom <= date($as_of), true))
  WITH f, n, EXISTS { MATCH (f)-[:RECURS_IN]->(:Finding)<-[:IDENTIFIES]-(n) } AS again,
       EXISTS { MATCH (f)-[:IMPROVED_IN]->(:Finding)<-[:IDENTIFIES]-(n) } AS better,
       EXISTS { MATCH (f)-[:ABOUT]->(:Theme)<-[:ABOUT]-(:Finding)<-[:IDENTIFIES]-(n) } AS near
  RETURN f AS fact, 9 AS step,
         CASE WHEN again OR better THEN 'tested again' WHEN near THEN 'tested again in part' ELSE 'testing again not stated' END AS kind,
         f.text AS text,
         n.name + CASE WHEN again AND better THEN ': seen again, and better' WHEN again THEN ': seen again'
           WHEN better THEN ': better' WHEN near THEN ': on the same theme, in other words' ELSE ': nothing on it' END AS detail,
         n.dateFrom AS dated, n.dateTo AS until, 'possible' AS certainty,
         'By the learning points of the test that follows it up.' AS why
  UNION
  MATCH (r)-[:IDENTIFIES|MAKES]->(x:Finding|Recommendation)-[again:RECURS_IN]->(f:Finding)
  WHERE $as_of IS NULL OR again.changedOn IS NULL OR again.changedOn[0] <= $as_of
  WITH f, again, CASE WHEN $as_of IS NULL OR again.changedOn IS NULL THEN -1 ELSE size([day IN again.changedOn WHERE day <= $as_of]) - 1 END AS at
  WITH f, again, CASE WHEN at < 0 THEN again.certainty ELSE again.certainties[at] END AS sure,
       CASE WHEN at < 0 THEN again.why ELSE again.whys[at] END AS because
  ORDER BY CASE sure WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END, again.type, because
  WITH f, collect(sure)[0] AS certainty, collect(because)[0] AS why
  RETURN f AS fact, 9 AS step, 'seen again' AS kind, f.text AS text, null AS detail, f.datedFrom AS dated, f.datedTo AS until,
         certainty, why
  UNION
  MATCH (r)-[:IDENTIFIES|MAKES]->(x:Finding|Recommendation)-[better:IMPROVED_IN]->(f:Finding)
  WITH f, better
  ORDER BY better.certainty, better.why
  WITH f, collect(better.certainty)[0] AS certainty, collect(better.why)[0] AS why
  RETURN f AS fact, 9 AS step, 'improved' AS kind, f.text AS text, null AS detail, f.datedFrom AS dated, f.datedTo AS until,
         certainty, why
  UNION
  MATCH (r)-[:STATED_SAME_AS]->(q:Review)
  RETURN q AS fact, 10 AS step, 'the same, a document says' AS kind, q.name AS text, null AS detail, q.datedFrom AS dated,
         q.datedTo AS until, 'as printed' AS certainty, null AS why
  UNION
  MATCH (r)-[maybe:POSSIBLY_SAME_AS]->(q:Review)
  RETURN q AS fact, 10 AS step, 'may be the same' AS kind, q.name AS text, null AS detail, q.datedFrom AS dated,
         q.datedTo AS until, 'possible' AS certainty, null AS why
  UNION
  MATCH (r)<-[maybe:POSSIBLY_SAME_AS]-(q:Review)
  RETURN q AS fact, 10 AS step, 'may be the same' AS kind, q.name AS text, null AS detail, q.datedFrom AS dated,
         q.datedTo AS until, 'possible' AS certainty, null AS why
}
WITH DISTINCT fact, step, kind, text, detail, dated, until, certainty, why
MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WITH fact, step, kind, text, detail, dated, until, certainty, why, s, d
WHERE $as_of IS NULL OR (coalesce(d.knownFrom <= date($as_of), true) AND coalesce(fact.knownFrom <= date($as_of), true))
WITH fact, step, kind, text, detail, dated, until, certainty, why, s, d
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH fact, step, kind, text, detail, dated, until, certainty, why, min(d.periodFrom) AS period, min(d.publishedTo) AS published,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
WITH fact, step, kind, text, detail, certainty, why, evidence, coalesce(dated, period) AS dated,
     coalesce(until, published) AS until
RETURN toString(dated) AS date_from, toString(until) AS date_to, kind, text, detail, certainty, why, evidence
ORDER BY CASE WHEN step = 10 THEN 1 ELSE 0 END, until, dated, step, kind, text, fact.id, certainty, why, detail
LIMIT $limit
