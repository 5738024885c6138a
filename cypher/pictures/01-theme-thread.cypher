// title: What was learnt, recommended and done about a theme
// for: scrutineer, learning lead, analyst
MATCH (t:Theme)<-[:ABOUT]-(x:Finding|Recommendation|Action)
WHERE t.id = $theme OR toLower(t.name) = toLower($theme)
WITH t, x
ORDER BY x.datedTo, x.id
LIMIT $limit
MATCH p = (t)<-[:ABOUT]-(x)
OPTIONAL MATCH q = (x)-[:RECURS_IN|IMPROVED_IN|DELIVERED_BY|EVIDENCED_BY]->(y:Finding|Action|Evidence)
RETURN p, q
ORDER BY x.datedTo, x.id, y.id
