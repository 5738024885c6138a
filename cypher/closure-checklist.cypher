// id: closure-checklist
// title: What is there, and what is missing, to close it
// question: Can I take this one to the Executive to close?
// answers: table
// for: learning lead
// topic: closure
// params:
//   text: string = null – words of the recommendation or action, or its id; without it, every one
//   review: string = null – only those of this review (reference, name or id)
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – only what was known by this day, and how old it is then; without it, today
//   limit: integer = 500 – rows at most
// returns:
//   recommendation: string – what was asked, or the action where no recommendation stands behind it
//   kind: string – recommendation or action
//   item: string – contrary sign, who is to act, reply, what is to be different, done, shown, tested, held, closing record, scrutiny view, assessed status
//   met: string – against, yes, partly or not stated
//   answer: string – the words
//   detail: string – how sure, by whom, when; beside who is to act, by when as printed
//   partnership: string – whose work it is
//   evidence: evidence – the passages; where something is missing, where it was asked
// denominator: recommendations, actions – recommendations and actions loaded, in the same scope
// read-as: Contrary signs first. Nothing here closes anything: the owner proposes, another tests, the safeguarding partners
//   close. Not stated means that no loaded document says so.
//   The scrutiny view stands beside the status and changes none. The assessed status rests on all that is loaded, so that it
//   is left out where a day is asked for.
// caveats:
//   Contrary signs are found by rule and wait for a person; something seen again does not prove that the action failed.
//   What is to be different for children is seldom printed; where it is not stated, ask the owner.
//   A reply closes nothing. One that does not accept speaks against closing until a person decides what follows.
//   What bears no date is used on every day and says that its date is not stated.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: No loaded recommendation or action is meant by this.
// revision: 7
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
CALL () {
  OPTIONAL MATCH (r:Review)
  WHERE $review IS NOT NULL
  OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
  WITH r, [r.id, r.canonical, toLower(r.ref), toLower(r.name), c.canonical] AS known_as
  WHERE $review IN known_as OR toLower($review) IN known_as
  RETURN collect(DISTINCT r.id) AS told
}
CALL () {
  MATCH (x:Recommendation|Action)
  WHERE $partnership IS NULL
  RETURN x
  UNION ALL
  MATCH (p:Partnership)<-[:TELLS_OF]-(:Document)<-[:OF]-(:Passage)<-[:STATED_IN]-(fact:Recommendation|Action|Finding|Evidence|StatusEvent|Judgement|Assurance)
  WHERE p.id = $partnership OR toLower(p.name) = toLower($partnership)
  WITH DISTINCT fact
  CALL (fact) {
    WITH fact
    WHERE fact:Recommendation OR fact:Action
    RETURN fact AS x
    UNION
    MATCH (fact)<-[:DELIVERED_BY|RECURS_IN|IMPROVED_IN|EVIDENCED_BY|HAS_STATUS|RECEIVED]-(x:Recommendation|Action)
    RETURN x
    UNION
    MATCH (fact)<-[:RECURS_IN|IMPROVED_IN|EVIDENCED_BY|RECEIVED]-(:Action)<-[:DELIVERED_BY]-(x:Recommendation)
    RETURN x
    UNION
    MATCH (fact)-[:TESTS]->(x:Recommendation|Action)
    RETURN x
    UNION
    MATCH (fact)-[:TESTS]->(:Action)<-[:DELIVERED_BY]-(x:Recommendation)
    RETURN x
    UNION
    MATCH (fact)<-[:IDENTIFIES]-(:Assurance)-[:TESTS]->(x:Recommendation|Action)
    RETURN x
    UNION
    MATCH (fact)<-[:IDENTIFIES]-(:Assurance)-[:TESTS]->(:Action)<-[:DELIVERED_BY]-(x:Recommendation)
    RETURN x
  }
  RETURN DISTINCT x
}
WITH x, wanted, told
WHERE ($text IS NULL OR x.id = $text OR toLower(x.text) CONTAINS toLower($text))
  AND ($as_of IS NULL OR coalesce(x.knownFrom <= date($as_of), true))
WITH x,
     CASE WHEN $text IS NULL THEN EXISTS { MATCH (x)<-[:DELIVERED_BY]-(:Recommendation) } ELSE false END AS delivers,
     CASE WHEN $review IS NULL THEN true ELSE EXISTS { MATCH (x)<-[:MAKES|LED_TO]-(r:Review) WHERE r.id IN told } END AS reviewed,
     CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (x)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS themed
WHERE NOT delivers AND reviewed AND themed
WITH x
ORDER BY CASE WHEN x:Recommendation THEN 0 ELSE 1 END, x.id
LIMIT CASE WHEN $partnership IS NULL THEN $limit / 10 + 1 ELSE 1000000 END
OPTIONAL MATCH (x)-[:DELIVERED_BY]->(a:Action)
WHERE ($as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true))
WITH x, a
ORDER BY a.id
WITH x, collect(a) AS actions
WITH x, actions, [x] + actions AS parts
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)-[again:RECURS_IN]->(f:Finding)
  WHERE ($as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true)) AND ($as_of IS NULL OR again.changedOn IS NULL OR again.changedOn[0] <= $as_of)
  WITH f, again
  WITH f, again, CASE WHEN $as_of IS NULL OR again.changedOn IS NULL THEN -1 ELSE size([day IN again.changedOn WHERE day <= $as_of]) - 1 END AS at
  WITH f, again, CASE WHEN at < 0 THEN again.certainty ELSE again.certainties[at] END AS sure,
       CASE WHEN at < 0 THEN again.why ELSE again.whys[at] END AS because
  ORDER BY CASE sure WHEN 'confirmed' THEN 0 WHEN 'probable' THEN 1 ELSE 2 END, again.theme, because
  WITH f, collect(sure)[0] AS certainty, collect(because)[0] AS why
  ORDER BY certainty, f.id
  RETURN collect({item: 'contrary sign', met: 'against', answer: f.text, detail: 'seen again, ' + certainty + ': ' + why, fact: f}) AS contrary
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)<-[tests:TESTS]-(n:Assurance)
  WHERE coalesce(tests.rule, '') <> 'tests-by-finding/1' AND ($as_of IS NULL OR coalesce(n.knownFrom <= date($as_of), true))
  WITH part, n
  MATCH (n)-[:IDENTIFIES]->(f:Finding)
  WHERE f.polarity IN ['shortfall', 'barrier'] AND ($as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true))
  MATCH (f)-[:ABOUT]->(t:Theme)
  MATCH (part)-[:ABOUT]->(t)
  WITH DISTINCT n, f
  ORDER BY f.id, n.id
  RETURN collect({item: 'contrary sign', met: 'against', answer: f.text, detail: 'found by ' + n.name, fact: f}) AS failed
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)-[:EVIDENCED_BY]->(v:Evidence)
  WHERE v.grade >= 'E3' AND v.polarity = 'contradicts' AND ($as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true))
  WITH DISTINCT v
  ORDER BY v.id
  RETURN collect({item: 'contrary sign', met: 'against', answer: v.text, detail: 'the evidence offered speaks against it', fact: v}) AS opposed
}
CALL (x) {
  MATCH (x)-[:ADDRESSED_TO]->(g:Agency)
  WITH g
  ORDER BY g.name
  RETURN collect(DISTINCT g.name) AS named
}
CALL (parts) {
  UNWIND parts AS part
  WITH part
  WHERE part.successMeasure IS NOT NULL
  WITH part
  ORDER BY part.id
  RETURN collect({item: 'what is to be different', met: 'yes', answer: part.successMeasure, detail: 'as printed', fact: part}) AS measured
}
CALL (actions) {
  UNWIND actions AS a
  WITH a
  WHERE $as_of IS NULL OR coalesce(a.knownFrom <= date($as_of), true)
  WITH a, CASE WHEN a.assessedFrom > date($as_of) THEN a.status ELSE coalesce(a.stands, a.status) END AS stood
  ORDER BY a.id
  RETURN collect({item: 'done',
    met: CASE WHEN NOT ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN 'not stated' WHEN stood IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 'yes'
      WHEN stood = 'not-stated' THEN 'not stated' ELSE 'partly' END, answer: a.text,
    detail: CASE WHEN ($as_of IS NULL OR coalesce(a.statusFrom <= date($as_of), true)) THEN a.statusTold ELSE 'not stated by this day' END, fact: a}) AS done
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)-[:EVIDENCED_BY]->(v:Evidence)
  WHERE NOT (v.grade >= 'E3' AND coalesce(v.polarity, '') = 'contradicts')
    AND ($as_of IS NULL OR coalesce(v.knownFrom <= date($as_of), true))
  WITH DISTINCT v
  ORDER BY v.grade DESC, v.id
  RETURN collect({item: 'shown',
    met: CASE WHEN v.grade >= 'E3' AND coalesce(v.polarity, 'supports') = 'supports' THEN 'yes' ELSE 'partly' END, answer: v.text,
    detail: CASE v.grade WHEN 'E0' THEN 'said so' WHEN 'E1' THEN 'done' WHEN 'E2' THEN 'people reached'
        WHEN 'E3' THEN 'practice tested' WHEN 'E4' THEN 'better for children' ELSE 'practice tested again, and held' END
      + coalesce(', by ' + v.method, '') + coalesce(' of ' + toString(v.sampleSize), '')
      + CASE v.polarity WHEN 'mixed' THEN ', for and against' ELSE '' END
      + CASE WHEN v.grade < 'E3' THEN '' WHEN v.datedTo IS NULL THEN ', date not stated'
          WHEN v.datedTo + duration('P12M') < coalesce(date($as_of), date()) THEN ', older than 12 months' ELSE '' END,
    fact: v}) AS shown
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)<-[:TESTS]-(n:Assurance)
  WHERE $as_of IS NULL OR coalesce(n.knownFrom <= date($as_of), true)
  WITH DISTINCT n
  ORDER BY n.dateFrom, n.id
  RETURN collect({item: 'tested', met: 'yes', answer: n.name,
    detail: coalesce(n.issuer, 'tester not stated') + ', ' + coalesce(n.datePrinted, 'date not stated'), fact: n}) AS tested
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)-[better:IMPROVED_IN]->(f:Finding)
  WHERE $as_of IS NULL OR coalesce(f.knownFrom <= date($as_of), true)
  WITH f, better
  ORDER BY better.certainty, better.why
  WITH f, collect(better.certainty)[0] AS certainty, collect(better.why)[0] AS why
  ORDER BY f.id
  RETURN collect({item: 'held', met: 'yes', answer: f.text, detail: certainty + ': ' + why, fact: f}) AS held
}
CALL (x) {
  MATCH (x)-[:HAS_STATUS]->(e:StatusEvent)
  WHERE (e.closes OR e.reopenedOn > date($as_of) AND e.name STARTS WITH 'closed')
    AND ($as_of IS NULL OR coalesce(e.dateTo <= date($as_of), true) AND coalesce(e.knownFrom <= date($as_of), true))
  WITH DISTINCT e
  ORDER BY e.dateTo, e.id
  RETURN collect({item: 'closing record', met: 'yes', answer: coalesce(e.statusPrinted, e.name),
    detail: e.by + coalesce(', ' + toString(e.dateTo), ', date not stated'), fact: e}) AS closed
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)-[:RECEIVED]->(j:Judgement)
  WHERE j.view IS NOT NULL AND ($as_of IS NULL OR coalesce(j.givenOn <= date($as_of), true))
  WITH DISTINCT j
  ORDER BY j.givenOn, j.id
  RETURN collect({item: 'scrutiny view', met: CASE j.view WHEN 'agrees' THEN 'yes' ELSE 'against' END, answer: j.text,
    detail: j.author + coalesce(', ' + toString(j.givenOn), ''), fact: j}) AS scrutiny
}
CALL (x) {
  CALL (x) {
    MATCH (x)-[:RESPONDED_WITH]->(r:Response)
    RETURN r, true AS own
    UNION
    MATCH (x)<-[:DELIVERED_BY]-(:Recommendation)-[:RESPONDED_WITH]->(r:Response)
    RETURN r, true AS own
    UNION
    MATCH (x)<-[:MAKES]-(:Review|Assurance)-[:RESPONDED_WITH]->(r:Response)
    RETURN r, false AS own
  }
  WITH r, own
  WHERE $as_of IS NULL OR coalesce(r.knownFrom <= date($as_of), true)
  WITH r, own
  ORDER BY own DESC, r.kind, r.id
  RETURN collect({item: 'reply', met: CASE r.kind WHEN 'accepted' THEN 'yes' WHEN 'not accepted' THEN 'against' ELSE 'partly' END,
    answer: r.text, detail: r.kind + coalesce(', by ' + r.author, ', by whom is not stated') + CASE WHEN own THEN '' ELSE ' (to all of them)' END,
    fact: r}) AS replied
}
WITH x, scrutiny, replied,
     [one IN contrary | one.fact.id] AS seen, contrary, failed, opposed, named, measured, done, shown, tested, held, closed
WITH x, scrutiny, replied, contrary + [one IN failed WHERE NOT one.fact.id IN seen] + opposed AS contrary, named, measured, done, shown,
     tested, held, closed, CASE WHEN x.assessedFrom > date($as_of) THEN x.status ELSE coalesce(x.stands, x.status) END AS stood
WITH x,
     CASE WHEN size(contrary) = 0
       THEN [{item: 'contrary sign', met: 'not stated', answer: 'none found in the loaded documents', detail: null, fact: x}]
       ELSE contrary END
     + [{item: 'who is to act', met: CASE WHEN size(named) > 0 THEN 'yes' ELSE 'not stated' END,
         answer: CASE WHEN size(named) = 0 THEN 'nobody is named' ELSE named[0]
           + CASE WHEN size(named) > 1 THEN ' and ' + toString(size(named) - 1) + ' more' ELSE '' END END,
         detail: 'by ' + coalesce(x.duePrinted, x.due), fact: x}]
     + CASE WHEN size(replied) = 0 THEN [{item: 'reply', met: 'not stated', answer: 'no reply is stated', detail: null, fact: x}]
       ELSE replied END
     + CASE WHEN size(measured) = 0
       THEN [{item: 'what is to be different', met: 'not stated', answer: 'what will be different for children is not stated',
         detail: null, fact: x}] ELSE measured END
     + CASE WHEN x:Action
       THEN [{item: 'done', met: CASE WHEN NOT ($as_of IS NULL OR coalesce(x.statusFrom <= date($as_of), true)) THEN 'not stated' WHEN stood IN ['complete-evidence-awaited', 'complete-evidenced', 'embedded'] THEN 'yes'
           WHEN stood = 'not-stated' THEN 'not stated' ELSE 'partly' END, answer: x.text,
           detail: CASE WHEN ($as_of IS NULL OR coalesce(x.statusFrom <= date($as_of), true)) THEN x.statusTold ELSE 'not stated by this day' END, fact: x}]
       WHEN size(done) = 0 THEN [{item: 'done', met: 'not stated', answer: 'no action is linked to it', detail: null, fact: x}]
       ELSE done END
     + CASE WHEN size(shown) = 0 THEN [{item: 'shown', met: 'not stated', answer: 'no evidence is offered', detail: null, fact: x}]
       ELSE shown END
     + CASE WHEN size(tested) = 0 THEN [{item: 'tested', met: 'not stated', answer: 'no test of it is linked', detail: null, fact: x}]
       ELSE tested END
     + CASE WHEN size(held) = 0
       THEN [{item: 'held', met: 'not stated', answer: 'no later test shows it better', detail: null, fact: x}] ELSE held END
     + CASE WHEN size(closed) = 0
       THEN [{item: 'closing record', met: 'not stated', answer: 'no closing record', detail: null, fact: x}] ELSE closed END
     + CASE WHEN size(scrutiny) = 0
       THEN [{item: 'scrutiny view', met: 'not stated', answer: 'no view of the scrutineer is recorded', detail: null, fact: x}]
       ELSE scrutiny END
     + CASE WHEN x.assessed IS NULL OR coalesce(x.assessedFrom > date($as_of), false) THEN []
       ELSE [{item: 'assessed status', met: CASE WHEN x.assessedBy = 'worked out' THEN 'not stated' ELSE 'yes' END, answer: x.assessed,
         detail: x.assessedBy + coalesce(': ' + CASE x.assessedWhy WHEN '' THEN null ELSE x.assessedWhy END, ''), fact: x}] END AS items
UNWIND items AS one
WITH x, one.item AS item, one.met AS met, one.answer AS answer, one.detail AS detail, one.fact AS fact
MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, item, met, answer, detail, fact, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH x, item, met, answer, detail, fact, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH x, item, met, answer, detail, fact.id AS fact_id, min(p.name) AS partnership,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN x.text AS recommendation, CASE WHEN x:Recommendation THEN 'recommendation' ELSE 'action' END AS kind, item, met, answer,
       detail, partnership, evidence
ORDER BY kind DESC, x.id, CASE item WHEN 'contrary sign' THEN 0 WHEN 'who is to act' THEN 1 WHEN 'reply' THEN 2 WHEN 'what is to be different' THEN 3
         WHEN 'done' THEN 4 WHEN 'shown' THEN 5 WHEN 'tested' THEN 6 WHEN 'held' THEN 7 WHEN 'closing record' THEN 8 WHEN 'scrutiny view' THEN 9 ELSE 10 END,
         detail, answer, fact_id
LIMIT $limit
