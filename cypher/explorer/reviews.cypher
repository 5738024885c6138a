// The published pseudonyms of the cases a review examines, their themes, the kinds of agency involved, and whether only a
// tracker names the review, for the explorer.
MATCH (r:Review)
OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
OPTIONAL MATCH (c)-[:INVOLVES]->(:Agency)-[:OF_TYPE]->(g:AgencyType)
WITH r, c, g
ORDER BY c.name, g.name
WITH r, collect(DISTINCT c.name) AS names, collect(DISTINCT g.name) AS agencies
OPTIONAL MATCH (r)-[:EXAMINES]->(:Case)-[a:ABOUT]->(t:Theme)
WHERE coalesce(a.polarity, '') <> 'absent'
WITH r, names, agencies, t
ORDER BY t.id
RETURN r.id AS id, r.canonical AS canonical, r.onlyInTracker AS only_in_tracker, names, agencies, collect(DISTINCT t.id) AS case_themes
ORDER BY id
