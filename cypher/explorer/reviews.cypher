// The published pseudonyms of the cases a review examines and the kinds of agency involved, for the explorer's headings.
MATCH (r:Review)
OPTIONAL MATCH (r)-[:EXAMINES]->(c:Case)
OPTIONAL MATCH (c)-[:INVOLVES]->(:Agency)-[:OF_TYPE]->(g:AgencyType)
WITH r, c, g
ORDER BY c.name, g.name
RETURN r.id AS id, collect(DISTINCT c.name) AS names, collect(DISTINCT g.name) AS agencies
ORDER BY id
