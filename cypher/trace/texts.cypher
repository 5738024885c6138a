// The words of recommendations, actions and learning points, to find one by what it says.
MATCH (x:Recommendation|Action|Finding)
RETURN labels(x)[0] AS label, x.id AS id, x.text AS text
ORDER BY label, id
