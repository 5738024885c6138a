// id: known-to-services
// title: Known to services
// question: Who was known to services: on a plan, in care, recently closed, not known?
// answers: table
// for: analyst, scrutineer
// topic: children
// params:
//   theme: string = null – only cases with this harm or theme (id or label); its narrower themes are included
//   partnership: string = null – only this partnership (its joint documents are left out)
//   limit: integer = 200 – rows at most
// returns:
//   known: string – at the incident, before, family only, not known, or not stated
//   status: string – plan or legal status, as printed
//   outcome: string – died, seriously harmed, other, not stated
//   children: children – children of whom this is told
//   of_children: children – children in the loaded cases, in the same scope
//   reviews: integer – reviews that tell of them, each counted once
//   harms: strings – harm told of in these cases
//   evidence: evidence – the passages
// denominator: children, cases – children and cases loaded, each counted once where documents state that two are the same
// read-as: What is printed of each child's plan or legal status. Not stated is not "not known".
// caveats:
//   A status told of a brother or sister, or of the family, is not the child's.
//   Reviews are of the gravest cases, not of all children known to services.
//   A case told twice counts once, by the telling that states more.
// empty: No loaded review tells of a child.
// revision: 2
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
MATCH (r:Review)-[:EXAMINES]->(c:Case)-[in:CONCERNS]->(k:Child)
WHERE coalesce(in.role, 'harmed') <> 'sibling'
WITH wanted, r, c, k, CASE WHEN $partnership IS NULL THEN true ELSE EXISTS {
  MATCH (r)-[:CONDUCTED_FOR]->(p:Partnership)
  WHERE p.id = $partnership OR toLower(p.name) = toLower($partnership) } END AS ours
WHERE ours
WITH r, c, k, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (c)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS of_case,
     CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (r)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS of_review
WHERE of_case OR of_review
WITH c, collect(DISTINCT k) AS children, collect(DISTINCT r.canonical) AS reviews
WITH c, children, reviews, size([kid IN children WHERE kid.planStatus IS NOT NULL]) AS stated
ORDER BY c.canonical, size(children) DESC, stated DESC, c.id
WITH c.canonical AS whole, collect({children: children, reviews: reviews, case: c})[0] AS best
WITH collect(best) AS cases
WITH cases, reduce(sum = 0, one IN cases | sum + size(one.children)) AS of_children
UNWIND cases AS one
WITH of_children, one.case AS c, one.reviews AS reviews, one.children AS children
UNWIND children AS k
OPTIONAL MATCH (c)-[a:ABOUT]->(t:Theme)
WHERE a.sense = 'harm'
WITH of_children, reviews, k, toLower(k.planStatus) AS said, collect(DISTINCT t.name) AS harm
WITH of_children, reviews, k, said, harm,
     CASE WHEN said IS NULL THEN 'not stated' WHEN said CONTAINS 'not known' OR said CONTAINS 'unknown to' THEN 'not known'
          WHEN said CONTAINS 'sibling' OR said CONTAINS 'brother' OR said CONTAINS 'sister' OR said CONTAINS 'family'
            OR said CONTAINS 'mother' OR said CONTAINS 'father' THEN 'family only'
          WHEN said CONTAINS 'earlier' OR said CONTAINS 'previous' OR said CONTAINS 'former' OR said CONTAINS 'closed'
            OR said CONTAINS 'stepped down' OR said CONTAINS 'step down' OR said CONTAINS 'ended' OR said CONTAINS 'before'
            THEN 'before'
          ELSE 'at the incident' END AS known
WITH known, k.planStatus AS status,
     CASE k.outcome WHEN 'died' THEN 'died' WHEN 'serious-harm' THEN 'seriously harmed' WHEN 'other' THEN 'other'
       ELSE 'not stated' END AS outcome, of_children, collect(k) AS kids, collect(reviews) AS told_in, collect(harm) AS harmed
CALL (told_in) {
  UNWIND told_in AS some
  UNWIND some AS review
  RETURN count(DISTINCT review) AS reviews
}
CALL (harmed) {
  UNWIND harmed AS some
  UNWIND CASE WHEN size(some) = 0 THEN [null] ELSE some END AS harm
  WITH DISTINCT harm
  ORDER BY harm
  RETURN collect(harm) AS harms
}
CALL (kids) {
  UNWIND kids AS kid
  WITH kid
  MATCH (kid)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
  WITH DISTINCT d, s
  ORDER BY d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), s.id
  RETURN collect({document: d.name, page: s.page, line: s.line, quote: s.quote}) AS evidence
}
RETURN known, status, outcome, size(kids) AS children, of_children, reviews, harms, evidence
ORDER BY CASE known WHEN 'at the incident' THEN 0 WHEN 'before' THEN 1 WHEN 'family only' THEN 2 WHEN 'not known' THEN 3 ELSE 4 END,
         status, outcome
LIMIT $limit
