// title: Where learning about a theme is printed
// for: analyst
MATCH (t:Theme)<-[:ABOUT]-(f:Finding)
WHERE t.id = $theme OR toLower(t.name) = toLower($theme)
MATCH p = (t)<-[:ABOUT]-(f)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
RETURN p
ORDER BY d.name, s.page, s.line, f.id
LIMIT $limit
