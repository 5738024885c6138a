// What belongs to reviews ($reviews: canonical ids): the review, its case, children, events, learning and what it led to.
MATCH (r:Review)
WHERE r.canonical IN $reviews
CALL (r) {
  RETURN r AS x
  UNION
  MATCH (r)-[:EXAMINES]->(c:Case)
  RETURN c AS x
  UNION
  MATCH (r)-[:EXAMINES]->(:Case)-[:CONCERNS]->(k:Child)
  RETURN k AS x
  UNION
  MATCH (r)-[:EXAMINES]->(:Case)-[:HAS_EVENT]->(e:ChronologyEntry)
  RETURN e AS x
  UNION
  MATCH (r)-[:IDENTIFIES]->(f:Finding)
  RETURN f AS x
  UNION
  MATCH (r)-[:MAKES]->(m:Recommendation)
  WHERE m.toldAs IS NULL
  RETURN m AS x
  UNION
  MATCH (r)-[:LED_TO]->(a:Action)
  RETURN a AS x
  UNION
  MATCH (r)-[:EVIDENCED_BY]->(v:Evidence)
  RETURN v AS x
  UNION
  MATCH (r)-[:RECEIVED]->(j:Judgement)
  RETURN j AS x
}
RETURN DISTINCT labels(x)[0] AS label, x.id AS id
ORDER BY label, id
