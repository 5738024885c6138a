// Names that are no officials': published pseudonyms, partnerships, agencies and areas; authors as printed; documents;
// and leads, who may be agencies of no known kind or persons. An agency has its key, which is made of its name.
CALL () {
  MATCH (n:Child|Case|Review)
  RETURN DISTINCT n.name AS name, 'pseudonym' AS kind, null AS key
  UNION
  MATCH (n:Partnership|Area|Theme)
  RETURN DISTINCT n.name AS name, 'body' AS kind, null AS key
  UNION
  MATCH (n:Document)
  UNWIND [n.name, n.file] AS name
  RETURN DISTINCT name, 'document' AS kind, null AS key
  UNION
  MATCH (n:Agency)
  OPTIONAL MATCH (n)-[:OF_TYPE]->(t:AgencyType)
  WITH n, count(t.id) AS kinds
  RETURN n.name AS name, CASE WHEN kinds > 0 THEN 'body' ELSE 'lead' END AS kind, n.id AS key
  UNION
  MATCH (n:Judgement|Response)
  WHERE n.author IS NOT NULL
  RETURN DISTINCT n.author AS name, 'author' AS kind, null AS key
}
RETURN kind, name, key
ORDER BY kind, name, key
