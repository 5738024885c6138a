// What later documents tell of promises ($ids: of actions): how many could have told and are silent, and what was told.
MATCH (a:Action)
WHERE a.id IN $ids
CALL (a) {
  OPTIONAL MATCH (a)-[looked:LOOKED_FOR_IN]->(e:Document)
  RETURN count(CASE WHEN looked.outcome = 'silent' THEN 1 END) AS later,
         count(CASE WHEN looked.outcome <> 'silent' THEN 1 END) AS found
}
OPTIONAL MATCH (a)-[became:BECAME]->(b:Action)
OPTIONAL MATCH (b)-[:STATED_IN]->(s:Passage)-[:OF]->(e:Document)
RETURN a.id AS id, later, found, became.outcome AS outcome, became.change AS change, became.why AS why, b.text AS text,
       CASE WHEN s IS NULL THEN null ELSE {document: e.name, page: s.page, line: s.line, quote: s.quote} END AS said,
       coalesce(e.publishedFrom, e.periodTo) AS dated, coalesce(e.publishedTo, e.periodTo) AS until
ORDER BY id, dated, said.document, said.page, said.line, said.quote
