// Of the documents of an answer ($documents, by title), the passages whose learning, recommendation or action was taken by its
// words alone and that no person has said to be right.
MATCH (d:Document)
WHERE size(coalesce(d.byWording, [])) > 0 AND d.name IN $documents
WITH d.name AS document, d.byWording AS ids
UNWIND ids AS id
MATCH (s:Passage)
WHERE s.id = id
RETURN document, s.page AS page, s.line AS line, s.quote AS quote
ORDER BY document, coalesce(page, 0), coalesce(line, 0), quote
