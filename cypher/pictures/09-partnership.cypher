// title: A partnership: its documents, reviews and tests
// for: learning lead, analyst
MATCH p = (b:Partnership)<-[:TELLS_OF|CONDUCTED_FOR]-(x:Document|Review|Assurance)
WHERE $partnership IS NULL OR b.id = $partnership OR toLower(b.name) = toLower($partnership)
RETURN p
ORDER BY b.id, x.id
LIMIT $limit
