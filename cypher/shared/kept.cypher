// Names that are no officials': published pseudonyms, partnerships, agencies and areas; and authors as printed.
CALL () {
  MATCH (n:Child|Case|Review)
  RETURN DISTINCT n.name AS name, 'pseudonym' AS kind
  UNION
  MATCH (n:Partnership|Area|Agency|Document|Theme)
  RETURN DISTINCT n.name AS name, 'body' AS kind
  UNION
  MATCH (n:Judgement|Response)
  WHERE n.author IS NOT NULL
  RETURN DISTINCT n.author AS name, 'author' AS kind
}
RETURN kind, name
ORDER BY kind, name
