// id: difference-for-children
// title: What is different for children
// question: So what? What is different for children because of it?
// answers: table
// for: learning lead, scrutineer
// topic: impact
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   as_of: date = null – only what can have been shown on or before this day, and how old it is then; without it, today
//   limit: integer = 200 – rows at most
// returns:
//   shown: string – what is shown, in the words of the document
//   strength: string – practice tested, better for children, or practice tested again and held
//   direction: string – better, found well (by a test of it, or one that follows another up), both ways, not yet, or as printed
//   because_of: string – the recommendation, action, priority, review or earlier test it is told under; nothing: not stated
//   link: string – as printed, or how sure a derived link is
//   date_from: string – first day it can be about
//   date_to: string – last day it can be about
//   old: boolean – older than 12 months, so due to be tested again
//   age: string – the same in words: within 12 months, older than 12 months and due to be tested again, or date not stated
//   method: string – how it was found: audit, dip sample, survey, what children say … ; nothing: not stated
//   sample: integer – how many were looked at or asked, as printed
//   looked: string – who looked: the agency itself, a partner, the scrutineer, an inspectorate, or not stated
//   partnership: string – whose work it tells of
//   evidence: evidence – the passages
// denominator: recommendations, actions, tests – recommendations, actions and tests loaded, in the same scope
// read-as: Only where practice was tested or something changed for children. A procedure issued, a course held or people
//   reached is not here, whatever heading it stands under.
// caveats:
//   A test that finds practice better does not prove that the action made it so.
//   A test that was joined by one finding counts here for that finding alone, not for all it found on the theme.
//   Derived links say how sure they are; a person has looked at none of them unless it says confirmed.
//   For a day asked for, a fact counts from the publication of the first document that tells it, else from the end of the
//   … time reported on; a dated entry of a tracker, and a decision, from its own day.
// empty: Nothing in the loaded documents shows practice tested or a difference for children after a recommendation or
//   action; what is printed as impact is what was done, who was reached, or only said so.
// revision: 4
CALL () {
  MATCH (v:Evidence)
  WHERE v.grade >= 'E3'
    AND coalesce(v.rule, '') <> 'tested-practice/1'
  OPTIONAL MATCH (o:Action|Recommendation|Priority|Review|Assurance)-[:EVIDENCED_BY]->(v)
  RETURN v AS fact, coalesce(o.text, o.name) AS because_of, o AS because, 'as printed' AS link,
         CASE v.polarity WHEN 'contradicts' THEN 'not yet' WHEN 'mixed' THEN 'both ways' ELSE 'as printed' END AS direction,
         CASE v.grade WHEN 'E3' THEN 'practice tested' WHEN 'E4' THEN 'better for children'
           ELSE 'practice tested again, and held' END AS strength, null AS test
  UNION
  MATCH (x:Recommendation|Action)-[better:IMPROVED_IN]->(f:Finding)
  OPTIONAL MATCH (n:Assurance)-[:IDENTIFIES]->(f)
  RETURN f AS fact, x.text AS because_of, x AS because, better.certainty AS link, 'better' AS direction, 'practice tested' AS strength,
         n AS test
  UNION
  MATCH (n:Assurance)-[tests:TESTS]->(x:Recommendation|Action)
  WHERE coalesce(tests.rule, '') <> 'tests-by-finding/1'
  WITH n, tests, x
  MATCH (n)-[:IDENTIFIES]->(f:Finding)
  WHERE f.polarity IN ['shortfall', 'barrier', 'good-practice']
  MATCH (f)-[:ABOUT]->(t:Theme)
  MATCH (x)-[:ABOUT]->(t)
  RETURN f AS fact, x.text AS because_of, x AS because, coalesce(tests.certainty, 'as printed') AS link,
         CASE f.polarity WHEN 'good-practice' THEN 'found well' ELSE 'not yet' END AS direction, 'practice tested' AS strength,
         n AS test
  UNION
  MATCH (n:Assurance)-[:IDENTIFIES]->(f:Finding)<-[again:RECURS_IN]-(x:Recommendation|Action)
  WHERE again.certainty IN ['probable', 'confirmed'] AND ($as_of IS NULL OR again.changedOn IS NULL OR again.changedOn[0] <= $as_of)
  RETURN f AS fact, x.text AS because_of, x AS because, CASE WHEN $as_of IS NULL OR again.changedOn IS NULL THEN again.certainty
           ELSE again.certainties[size([day IN again.changedOn WHERE day <= $as_of]) - 1] END AS link, 'not yet' AS direction, 'practice tested' AS strength,
         n AS test
  UNION
  MATCH (o:Assurance|Review)<-[after:FOLLOWS_UP]-(n:Assurance)-[:IDENTIFIES]->(f:Finding)
  WHERE f.polarity IN ['shortfall', 'barrier', 'good-practice']
  RETURN f AS fact, o.name AS because_of, o AS because, coalesce(after.certainty, 'as printed') AS link,
         CASE f.polarity WHEN 'good-practice' THEN 'found well' ELSE 'not yet' END AS direction, 'practice tested' AS strength,
         n AS test
}
WITH fact, because_of, because, link, direction, strength, test
WHERE ($as_of IS NULL OR coalesce(fact.knownFrom <= date($as_of), true))
  AND ($as_of IS NULL OR coalesce(because.knownFrom <= date($as_of), true))
  AND ($as_of IS NULL OR coalesce(test.knownFrom <= date($as_of), true))
WITH fact, because_of, link, direction, strength, test, CASE WHEN $theme IS NULL THEN true ELSE
     EXISTS { MATCH (fact)-[:ABOUT]->(:Theme)-[:BROADER*0..5]->(top:Theme) WHERE top.id = $theme OR toLower(top.name) = toLower($theme) } END AS meant
WHERE meant
WITH fact, because_of, link, direction, strength, test,
     CASE WHEN $partnership IS NULL THEN true ELSE EXISTS {
       MATCH (fact)-[:STATED_IN]->(:Passage)-[:OF]->(d:Document)-[:TELLS_OF]->(p:Partnership)
       WHERE (p.id = $partnership OR toLower(p.name) = toLower($partnership))
         AND ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
     } END AS ours
WHERE ours
WITH fact, because_of, strength, min(link) AS link, min(direction) AS direction,
     min(test.kind) AS tested_by, min(toLower(test.issuer)) AS tester, max(test.sampleSize) AS tested
ORDER BY CASE direction WHEN 'not yet' THEN 0 WHEN 'both ways' THEN 1 ELSE 2 END, toString(fact.datedTo), fact.text, because_of, fact.id
LIMIT $limit
MATCH (fact)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE ($as_of IS NULL OR coalesce(d.knownFrom <= date($as_of), true))
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH fact, because_of, strength, link, direction, tested_by, tester, tested, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH fact, because_of, strength, link, direction, tested_by, tester, tested, s, d, p
ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
WITH fact, because_of, strength, link, direction, min(p.name) AS partnership, tested_by, tester, tested,
     collect(DISTINCT {document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
RETURN fact.text AS shown, strength, direction, because_of, link, toString(fact.datedFrom) AS date_from,
       toString(fact.datedTo) AS date_to, fact.datedTo + duration('P12M') < coalesce(date($as_of), date()) AS old,
       CASE WHEN fact.datedTo IS NULL THEN 'date not stated'
         WHEN fact.datedTo + duration('P12M') < coalesce(date($as_of), date()) THEN 'older than 12 months, due to be tested again'
         ELSE 'within 12 months' END AS age,
       coalesce(fact.method, replace(tested_by, '-', ' ')) AS method, coalesce(fact.sampleSize, tested) AS sample,
       CASE fact.independence WHEN 'self' THEN 'the agency itself' WHEN 'partner' THEN 'a partner'
         WHEN 'scrutineer' THEN 'the scrutineer' WHEN 'inspectorate' THEN 'an inspectorate' ELSE CASE WHEN tested_by = 'inspection' THEN 'an inspectorate' WHEN tester CONTAINS 'scrutin' THEN 'the scrutineer' ELSE 'not stated' END END AS looked,
       partnership, evidence
ORDER BY CASE direction WHEN 'not yet' THEN 0 WHEN 'both ways' THEN 1 ELSE 2 END, date_to, shown, because_of, fact.id
LIMIT $limit
