// What people decided about a fact, for the explorer: by role, when and why. Decisions on who is the same are left out.
MATCH (n:Decision)-[:DECIDES]->(x:Finding|Recommendation|Action|Assurance|Review|Evidence|StatusEvent|Judgement)
WHERE NOT n.kind IN ['same', 'different', 'link']
RETURN labels(x)[0] AS of, x.id AS id, n.name AS text, n.by AS by, n.on AS on, n.note AS note
ORDER BY of, id, on, text, by
